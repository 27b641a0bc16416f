import type { Condition } from '../../ports/simulator.js';
import type { Flow } from './load-profile.js';
import type { Shares } from './supply-history.js';

/** A meter as it was delivered: it works, its switch is closed, nothing has happened to it. */
export const AS_DELIVERED: Condition = {
  commissioned: true,
  reachable: true,
  powered: true,
  switchPosition: 'closed',
  switchEnabled: true,
  armedForOpen: false,
  supplyLimit: false,
  emergencyLimit: false,
  loadEvents: [],
  settings: {},
};

/** What limits of the supply leave of the load, in thousandths. */
const SUPPLY_LIMIT = 700;
const EMERGENCY_LIMIT = 400;

const NOTHING: Shares = { forward: 0, reverse: 0 };

/** What flows in this condition at `at`. Of several limits and events the strictest holds. */
export function sharesOf(condition: Condition, at: number): Shares {
  if (!condition.powered || condition.switchPosition !== 'closed') return NOTHING;
  const active = condition.loadEvents.filter(({ from, to }) => from <= at && at < to);
  const strictest = (flow: Flow): number | undefined => {
    const shares = active.filter((event) => event.flow === flow).map(({ share }) => share);
    return shares.length === 0 ? undefined : Math.min(...shares);
  };
  const limit = condition.emergencyLimit ? EMERGENCY_LIMIT : condition.supplyLimit ? SUPPLY_LIMIT : Infinity;
  return { forward: Math.min(limit, strictest('forward') ?? 1000), reverse: strictest('reverse') ?? 1000 };
}

/** The next moment after `after` and not after `until` at which a load event begins or ends. */
export function nextEdge({ loadEvents }: Condition, after: number, until: number): number | undefined {
  const edges = loadEvents.flatMap(({ from, to }) => [from, to]).filter((edge) => edge > after && edge <= until);
  return edges.length === 0 ? undefined : Math.min(...edges);
}
