/** Load control and demand response. The load really falls, and the registers run slower, for as long as an event is in force. */
import type { JsonObject } from '../../ports/object-store.js';
import type { LoadEvent } from '../../ports/simulator.js';
import type { Act, Effect, Outcome } from './act.js';
import type { Flow } from './load-profile.js';
import { isTrue, numberAt, periodOf, timeAt } from './parameters.js';
import { timeStampOf } from './virtual-time.js';

const ELEMENT = 'PanDemandResponse';
const HOUR = 3_600_000;
/** Thousandths of the load that are left where nothing says how much. */
const USUAL = 500;
/** Thousandths of the load that each degree of a set point saves, down to half of it. */
const PER_DEGREE = 50;

/** From now on, until the duration is over or it is stopped. */
export const startLoad: Effect = (act) => {
  const from = act.at;
  const { to } = periodOf(act.parameters, ELEMENT, from);
  return to <= from ? over(act) : begin(act, { ...eventOf(act), from, to });
};

/** Between two times that may lie in the future; for an hour where none is given. */
export const scheduleLoad: Effect = (act) => {
  if (isTrue(act.parameters, `${ELEMENT}.cancelNow`)) return callOff(act);
  const { from, to } = periodOf(act.parameters, ELEMENT, act.at, HOUR);
  return to <= from ? over(act) : begin(act, { ...eventOf(act), from, to });
};

/** Ends what is in force now. */
export const stopLoad: Effect = (act) => endSome(act, ({ from }) => from <= act.at, 'no load control in force');

/** Calls off one event: the one in force, or the next to come; at `cancelDateTime` where that is given. */
export const callOff: Effect = (act) => {
  const [next] = mine(act).sort((one, other) => one.from - other.from);
  return endSome(act, (event) => event === next, 'no load control event to call off');
};

export const callOffAll: Effect = (act) => {
  const ended = mine(act).length;
  end(act, () => true);
  return { facts: { ...loadFacts(act), 'events called off': String(ended) } };
};

/** Another strength for what is in force; nothing in force begins anew. */
export const changeLoad: Effect = (act) => {
  const { share } = eventOf(act);
  const active = mine(act).filter(({ from }) => from <= act.at);
  if (active.length === 0) return startLoad(act);
  const loadEvents = act.meter.condition.loadEvents.map((event) =>
    active.includes(event) ? { ...event, share } : event,
  );
  act.change({ loadEvents });
  return { facts: loadFacts(act) };
};

/** How much of the load is left, in thousandths, as PanDemandResponse asks. */
function shareOf(parameters: JsonObject): number {
  const at = (name: string): number | undefined => numberAt(parameters, `${ELEMENT}.${name}`);
  const duty = at('dutyCycle');
  const adjustment = at('avgLoadAdjustment');
  const degrees = Math.max(Math.abs(at('coolingOffset') ?? 0), Math.abs(at('heatingOffset') ?? 0));
  if (duty !== undefined) return bounded(duty * 10, 1000);
  if (adjustment !== undefined) return bounded(1000 + adjustment * 10, 2000);
  if (degrees > 0) return Math.max(500, Math.round(1000 - degrees * PER_DEGREE));
  return USUAL;
}

function bounded(value: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round(value)));
}

/** Codes for devices of type 2, distributed resources, hold back what the solar roof feeds in; all others the load. */
function flowOf({ controlType }: Act): Flow {
  return controlType.startsWith('2.') ? 'reverse' : 'forward';
}

function eventOf(act: Act): Pick<LoadEvent, 'id' | 'flow' | 'share'> {
  const share = shareOf(act.parameters);
  const flow = flowOf(act);
  return { id: act.jobId, flow, share: flow === 'reverse' ? Math.min(share, 1000) : share };
}

/** Load events not over, of the flow that the control is about. */
function mine(act: Act): LoadEvent[] {
  return act.meter.condition.loadEvents.filter(({ to, flow }) => to > act.at && flow === flowOf(act));
}

function begin(act: Act, event: LoadEvent): Outcome {
  act.change({ loadEvents: [...act.meter.condition.loadEvents, event] });
  const until = event.to === Infinity ? 'stopped' : timeStampOf(event.to);
  return { facts: { ...loadFacts(act), 'event start': timeStampOf(event.from), 'event end': until } };
}

function over(act: Act): Outcome {
  return { facts: loadFacts(act), wrong: `the period of the event was over when ${act.meter.name} heard of it` };
}

function endSome(act: Act, which: (event: LoadEvent) => boolean, otherwise: string): Outcome {
  if (!mine(act).some(which)) return { facts: loadFacts(act), wrong: `${act.meter.name} has ${otherwise}` };
  end(act, which);
  return { facts: loadFacts(act) };
}

/** Ends events now, or at the time that the control gives. */
function end(act: Act, which: (event: LoadEvent) => boolean): void {
  const ended = new Set(mine(act).filter(which));
  const when = Math.max(act.at, timeAt(act.parameters, `${ELEMENT}.cancelDateTime`) ?? act.at);
  const loadEvents = act.meter.condition.loadEvents
    .map((event) => (ended.has(event) ? { ...event, to: Math.min(event.to, when) } : event))
    .filter(({ from, to }) => to > from);
  act.change({ loadEvents });
}

function loadFacts(act: Act): Readonly<Record<string, string>> {
  const active = mine(act).some(({ from }) => from <= act.at);
  const name = flowOf(act) === 'reverse' ? 'feeding in' : 'load';
  return { [`${name} control`]: active ? 'in force' : mine(act).length > 0 ? 'scheduled' : 'none' };
}
