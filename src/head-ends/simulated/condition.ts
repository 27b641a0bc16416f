import type { Flow } from './load-profile.js';
import type { Shares } from './supply-history.js';

export type SwitchPosition = 'closed' | 'open' | 'armed';

/** A time in which load (or, for `reverse`, feeding in) is held to a share of what it would be. Milliseconds, virtual time. */
export interface LoadEvent {
  /** The job that asked for it. */
  readonly id: string;
  readonly from: number;
  /** `Infinity` until it is stopped. */
  readonly to: number;
  readonly flow: Flow;
  /** Thousandths. */
  readonly share: number;
}

/** Something shown at the premises until a time. */
export interface Shown {
  readonly text: string;
  readonly until: number;
}

/** All that can differ between a meter as it was delivered and as it stands. */
export interface Condition {
  readonly commissioned: boolean;
  readonly reachable: boolean;
  /** False in an outage. */
  readonly powered: boolean;
  readonly switchPosition: SwitchPosition;
  /** A disabled switch keeps its position and takes no command. */
  readonly switchEnabled: boolean;
  /** Closed, but may be opened on the spot. */
  readonly armedForOpen: boolean;
  readonly supplyLimit: boolean;
  readonly emergencyLimit: boolean;
  /** Present and to come, in the order in which they were asked for. */
  readonly loadEvents: readonly LoadEvent[];
  readonly message?: Shown | undefined;
  readonly price?: Shown | undefined;
  /** Further things it was told, by name: `firmware version`, `clock set`, `set point` … */
  readonly settings: Readonly<Record<string, string>>;
}

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
