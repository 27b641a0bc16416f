/** The simulated head end by the API: its meters as they stand, outages, events, scenarios, speed. Nothing real happens. */
import { isEndDeviceMask } from '../message/codes/end-device-code.js';
import type { JsonObject } from '../ports/object-store.js';
import {
  scenarios,
  switchPositions,
  type MeterState,
  type Selection,
  type Simulator,
  type SimulatorState,
} from '../ports/simulator.js';
import { ApiProblem, timeOf, wordOf, type ApiAnswer, type ApiRequest, type ApiRoute } from './route.js';

/** Longest time over which events of an outage are spread: an hour. */
const longestSpread = 3_600_000;
const fastest = 100_000;
/** Most meters that are named in one call. */
const mostNamed = 10_000;

export function simulatorRoutes(simulator: Simulator): readonly ApiRoute[] {
  const seen = (): ApiAnswer => ({ status: 200, body: stateView(simulator.simulator()) });
  return [
    {
      method: 'get',
      path: '/simulator',
      summary:
        'The simulated head end: time and speed of its meters, how many there are and how many are without supply. Of several processes one has it, whichever is asked.',
      answer: 'Simulator',
      handle: async () => seen(),
    },
    {
      method: 'put',
      path: '/simulator/speed',
      summary: 'Has the meters’ time run so many times faster than the clock, from now on.',
      body: 'SimulatorSpeed',
      answer: 'Simulator',
      handle: async (request) => {
        const { speed } = bodyOf(request, ['speed']);
        if (typeof speed !== 'number' || !(speed > 0 && speed <= fastest))
          throw new ApiProblem(400, `speed must be a number above 0, and not above ${fastest}`);
        simulator.setSpeed(speed);
        return seen();
      },
    },
    {
      method: 'get',
      path: '/simulator/meters/{name}',
      summary: 'A simulated meter as it stands now.',
      answer: 'SimulatedMeter',
      handle: async ({ params }) => ({ status: 200, body: meterView(meterOf(simulator, params['name'])) }),
    },
    {
      method: 'put',
      path: '/simulator/meters/{name}/switch',
      summary: 'Operates the switch of a meter by hand; no event tells of it.',
      body: 'SwitchPosition',
      answer: 'SimulatedMeter',
      handle: async (request) => {
        const { name } = meterOf(simulator, request.params['name']);
        simulator.setSwitchPosition(name, needed(bodyOf(request, ['position']), 'position', switchPositions));
        return { status: 200, body: meterView(meterOf(simulator, name)) };
      },
    },
    {
      method: 'post',
      path: '/simulator/outage',
      summary:
        'Takes the supply from electricity meters now; their last words come spread over a time (30 s by default).',
      body: 'Incident',
      answer: 'Concerned',
      handle: (request) => concerned(() => simulator.outage(selectionOf(request, ['spread']), spreadOf(request))),
    },
    {
      method: 'post',
      path: '/simulator/restore',
      summary: 'Gives the supply back to meters that are out; their events come spread over a time (60 s by default).',
      body: 'Incident',
      answer: 'Concerned',
      handle: (request) => concerned(() => simulator.restore(selectionOf(request, ['spread']), spreadOf(request))),
    },
    {
      method: 'post',
      path: '/simulator/event',
      summary:
        'Has meters tell of an event now, such as 3.12.0.257 for tampering; * in front stands for the kind of each meter.',
      body: 'SimulatedEvent',
      answer: 'Concerned',
      handle: (request) => {
        const { eventType, facts = {} } = bodyOf(request);
        const selection = selectionOf(request, ['eventType', 'facts']);
        if (typeof eventType !== 'string' || !isEndDeviceMask(eventType) || eventType.slice(1).includes('*'))
          throw new ApiProblem(400, 'eventType must be a four-part code such as 3.12.0.257 or *.12.0.257');
        if (!isTexts(facts)) throw new ApiProblem(400, 'facts must be an object whose members are texts');
        return concerned(() => simulator.event(selection, eventType, facts));
      },
    },
    {
      method: 'post',
      path: '/simulator/scenario',
      summary:
        'Has meters misbehave from now on, or behave again: normal. docs/simulator.md says what each scenario does.',
      body: 'SimulatedScenario',
      answer: 'Concerned',
      handle: (request) => {
        const selection = selectionOf(request, ['scenario']);
        const scenario = needed(bodyOf(request), 'scenario', [...scenarios, 'normal'] as const);
        return concerned(() => simulator.setScenario(selection, scenario));
      },
    },
  ];
}

async function concerned(work: () => Promise<number>): Promise<ApiAnswer> {
  try {
    return { status: 200, body: { meters: await work() } };
  } catch (error) {
    if (error instanceof RangeError) throw new ApiProblem(404, error.message);
    throw error;
  }
}

function meterOf(simulator: Simulator, name = ''): MeterState {
  const found = simulator.meter(name);
  if (found === undefined) throw new ApiProblem(404, `there is no simulated meter ${name.slice(0, 100)}`);
  return found;
}

/** The body as an object; of only these members when they are given. */
function bodyOf({ body }: ApiRequest, members?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ApiProblem(400, 'the body must be a JSON object');
  const strange = members && Object.keys(body).find((name) => !members.includes(name));
  if (strange !== undefined)
    throw new ApiProblem(400, `${strange.slice(0, 100)} means nothing here; there is ${members?.join(', ')}`);
  return body as Readonly<Record<string, unknown>>;
}

function needed<T extends string>(body: Readonly<Record<string, unknown>>, name: string, words: readonly T[]): T {
  const value = body[name];
  const word = wordOf(typeof value === 'string' ? value : '', name, words);
  if (word === undefined) throw new ApiProblem(400, `${name} is missing`);
  return word;
}

/** Which meters: exactly one of the three ways, beside the members that the call has of its own. */
function selectionOf(request: ApiRequest, own: readonly string[]): Selection {
  const { meters, count, share } = bodyOf(request, ['meters', 'count', 'share', ...own]);
  if ([meters, count, share].filter((one) => one !== undefined).length === 1) {
    if (Array.isArray(meters) && meters.length <= mostNamed && meters.every((name) => typeof name === 'string'))
      return { meters };
    if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return { count };
    if (typeof share === 'number' && share >= 0 && share <= 1) return { share };
  }
  throw new ApiProblem(
    400,
    `say which meters by one of: meters, a list of at most ${mostNamed} names; count, a whole number; share, from 0 to 1`,
  );
}

function spreadOf(request: ApiRequest): number | undefined {
  const { spread } = bodyOf(request);
  if (spread === undefined) return undefined;
  if (typeof spread === 'number' && Number.isInteger(spread) && spread >= 0 && spread <= longestSpread) return spread;
  throw new ApiProblem(400, `spread must be a whole number of milliseconds from 0 to ${longestSpread}`);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string')
  );
}

function stateView({ name, now, speed, meters, out, touched }: SimulatorState): JsonObject {
  return { name, now: timeOf(now), speed, meters: { ...meters }, out, touched };
}

function meterView({ condition, ...state }: MeterState): JsonObject {
  const { name, mRID, kind, usagePoint, commissioned, reachable, scenario, solar, load, forward, reverse, at } = state;
  const { powered, switchPosition, switchEnabled, armedForOpen, supplyLimit, emergencyLimit, settings } = condition;
  const until = (time: number): string | undefined => (time === Infinity ? undefined : timeOf(time));
  const shown = (what: typeof condition.message): JsonObject | undefined =>
    what === undefined || what.until <= at ? undefined : { text: what.text, until: until(what.until) };
  return {
    ...{ name, mRID, kind, usagePoint: usagePoint.names[0]?.name ?? '', at: timeOf(at) },
    ...{ commissioned, reachable, powered, scenario, solar, load, forward, reverse },
    ...{ switchPosition, switchEnabled, armedForOpen, supplyLimit, emergencyLimit },
    loadEvents: condition.loadEvents
      .filter(({ to }) => to > at)
      .map(({ id, from, to, flow, share }) => ({ id, from: timeOf(from), to: until(to), flow, share })),
    message: shown(condition.message),
    price: shown(condition.price),
    settings: { ...settings },
  };
}
