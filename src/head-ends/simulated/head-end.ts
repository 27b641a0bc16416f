/**
 * A head end of up to ten million meters that do not exist: deterministic, with a seed and a clock that can run faster.
 * The same seed, meter and time give the same reading for ever; commands change the meters' state as they would outside.
 * Knows nothing of SOAP, of the store and of requests; how meters misbehave is decided in behaviour.ts alone.
 */
import type { Clock } from '../../ports/clock.js';
import { HeadEndRefusal, keyOf, type Device, type HeadEnd, type Job, type Notice } from '../../ports/head-end.js';
import { type MeterState, type Scenario, type Simulator } from '../../ports/simulator.js';
import { Agenda } from './agenda.js';
import { behaviourOf, type Latency } from './behaviour.js';
import { controlsOf } from './controls.js';
import { answerOf, failed } from './conversation.js';
import { Fleet, mRIDOf, usagePointOf, type Meter } from './fleet.js';
import { Incidents } from './incidents.js';
import { JobBook, type Part } from './job-book.js';
import { LoadWatch } from './load-watch.js';
import { mostReadings, readingTypesOf } from './readings.js';
import { positionOf } from './switch-controls.js';
import { virtualTime } from './virtual-time.js';

export interface SimulatedHeadEndOptions {
  /** Default `simulated`. */
  readonly name?: string;
  /** How many meters, `SIM-000001` … */
  readonly meters: number;
  /** Gas and water meters behind them, `SIM-GAS-000001` … and `SIM-WATER-000001` …; default none. */
  readonly kinds?: { readonly gas?: number; readonly water?: number };
  /** Electricity meters that misbehave by their names, `SIM-000001-SLOW` …: how many of each scenario; default none. */
  readonly suffixed?: Readonly<Partial<Record<Scenario, number>>>;
  /** What share of the meters, from 0 to 1, follows each scenario; default none. */
  readonly scenarios?: Readonly<Partial<Record<Scenario, number>>>;
  /** Any integer; another seed gives other readings and latencies, the same names and mRIDs. */
  readonly seed: number;
  /** How many times faster than the clock the meters' time runs, from this call on. Default 1: the same time. */
  readonly speed?: number;
  /** Latencies, `notBefore` and deadlines are in this clock's time; readings, events and all notices' `at` in the meters'. */
  readonly clock: Clock;
  /** Milliseconds a meter takes to answer. Default 5 to 40. */
  readonly latency?: Latency;
  /** How many devices of a job are begun in each millisecond; default 2. */
  readonly devicesPerMillisecond?: number;
  /** What finished jobs can still be polled; default 10,000 jobs with 200,000 readings and other notices together. */
  readonly keep?: { readonly jobs: number; readonly notices: number };
}

export interface SimulatedHeadEnd extends HeadEnd, Simulator {
  /** The meters' time, milliseconds since 1970. */
  now(): number;
  /** An unreachable meter says nothing until a job's deadline. Throws when there is no such meter, as the next one does. */
  setReachable(name: string, reachable: boolean): void;
  /** A meter not commissioned answers, and fails everything. */
  setCommissioned(name: string, commissioned: boolean): void;
}

const MOST_METERS = 10_000_000;
const DEVICES_PER_JOB = 10_000;
const MOST_READINGS = 1_000_000;

/** Makes the head end; it takes jobs after `start`. Meters keep their state over `stop` and `start`, jobs do not. */
export function simulatedHeadEnd(options: SimulatedHeadEndOptions): SimulatedHeadEnd {
  const { name = 'simulated', meters, seed, speed = 1, clock, latency = { min: 5, max: 40 } } = options;
  if (!Number.isInteger(meters) || meters < 0 || meters > MOST_METERS) {
    throw new RangeError(`a simulated head end has 0 to ${MOST_METERS} meters, not ${meters}`);
  }
  const { suffixed, scenarios } = options;
  const fleet = new Fleet(meters, seed, { ...options.kinds, suffixed, scenarios });
  const time = virtualTime(clock, speed);
  const now = (): number => time.now();
  const agenda = new Agenda(clock);
  const incidents = new Incidents({ fleet, agenda, now, send: (notice) => notify?.(notice) });
  const loads = new LoadWatch({ fleet, agenda, time, say: (meter, type, facts) => incidents.say(meter, type, facts) });
  const kinds = (['electricity', 'gas', 'water'] as const).filter(
    (kind) => kind === 'electricity' || fleet.count(kind) > 0,
  );
  const controls = controlsOf(kinds);
  const takes = new Set(controls);
  const readingTypes = kinds.flatMap(readingTypesOf);
  /** Calls whose acknowledgement never comes, until the head end stops. */
  const unanswered = new Set<() => void>();
  let notify: ((notice: Notice) => void) | undefined;

  const book = new JobBook({
    clock,
    now,
    send: (notice) => notify?.(notice),
    devicesPerMillisecond: options.devicesPerMillisecond ?? 2,
    keep: options.keep ?? { jobs: 10_000, notices: 200_000 },
  });

  function part(job: Job, device: Device, number: number | undefined): Part {
    const id = keyOf(device);
    if (number === undefined) {
      const failure = { code: '2.4', details: `${name} manages no meter ${id}` };
      return { begun: [], latency: 0, answer: () => [failed(job.id, id, failure, now())] };
    }
    const meter = fleet.meter(number);
    const behaviour = behaviourOf(meter, job, clock.now(), seed, latency);
    const { bent = (answer) => answer, twice, early } = behaviour;
    return {
      begun: meter.reachable ? [{ kind: 'progress', jobId: job.id, device: id, state: 'sent', at: now() }] : [],
      latency: behaviour.latency,
      twice,
      early,
      answer() {
        if (!meter.reachable) return []; // it has fallen silent meanwhile
        const { loadEvents } = meter.condition;
        const closed = meter.condition.switchPosition === 'closed';
        const answer = bent([...answerOf(fleet, meter, id, job, behaviour, now())]);
        const closedNow = meter.condition.switchPosition === 'closed';
        if (closed !== closedNow) incidents.switched(meter, closedNow);
        if (job.kind === 'control') loads.heed(meter, loadEvents, job.controlType);
        return answer;
      },
    };
  }

  function refuseIfImpossible(job: Job): void {
    if (notify === undefined) throw refusal('5.1', `${name} is not running`, true);
    if (job.kind === 'control' && !takes.has(job.controlType)) {
      throw refusal('5.2', `${name} does not support the control ${job.controlType}`);
    }
    if (job.devices.length > DEVICES_PER_JOB)
      throw refusal('3.1', `${name} takes at most ${DEVICES_PER_JOB} devices in a job`);
    if (job.kind === 'read' && mostReadings(job, now()) > MOST_READINGS) {
      throw refusal(
        '3.1',
        `${name} reads at most ${MOST_READINGS} values in a job; ask for a shorter period or fewer devices`,
      );
    }
    if (job.deadline <= clock.now()) throw refusal('4.1', `the deadline of job ${job.id} has passed`);
  }

  /** Waits for ever, or until the head end is stopped. */
  function never(): Promise<void> {
    return new Promise((_, reject) => {
      unanswered.add(() => reject(new Error(`${name} was stopped before it answered`)));
    });
  }

  function named(meterName: string): Meter {
    const number = fleet.numberOfName(meterName);
    if (number === undefined) throw new RangeError(`${name} has no meter ${meterName}`);
    return fleet.meter(number);
  }

  return {
    name,
    capabilities: () => ({
      controls,
      readingTypes,
      devicesPerJob: DEVICES_PER_JOB,
      cancel: true,
      notifies: true,
      simulated: true,
      exclusive: true,
    }),
    async start(hear) {
      notify = hear;
    },
    async stop() {
      notify = undefined;
      book.clear();
      agenda.clear();
      loads.clear();
      for (const giveUp of unanswered) giveUp();
      unanswered.clear();
    },
    inventory: () => fleet.inventory(),
    async submit(job) {
      const known = book.ticketOf(job.id);
      if (known !== undefined) return known;
      refuseIfImpossible(job);
      const ticket = { jobId: job.id, reference: `${name}:${job.id}` };
      book.take(job, ticket);
      const numbers = await fleet.numbersOf(book.devicesOf(job.id));
      const partOf = (device: Device, place: number): Part => part(job, device, numbers[place]);
      const told = numbers.map((number) => (number === undefined ? undefined : fleet.meter(number).scenario));
      const early = [...told.keys()].filter((place) => told[place] === 'early');
      book.hurry(job.id, early, partOf);
      book.run(job.id, partOf);
      if (told.includes('lost-acknowledgement')) throw new Error(`the connection to ${name} broke before it answered`);
      if (told.includes('no-acknowledgement')) await never();
      return ticket;
    },
    cancel: async (ticket, devices) => book.cancel(ticket, devices),
    poll: async (ticket) => book.poll(ticket),
    now,
    meter(meterName) {
      const number = fleet.numberOfName(meterName);
      return number === undefined ? undefined : stateOf(fleet.meter(number), now());
    },
    simulator: () => ({
      name,
      now: now(),
      speed: time.speed,
      meters: { electricity: fleet.count('electricity'), gas: fleet.count('gas'), water: fleet.count('water') },
      ...fleet.counts(),
    }),
    setSpeed(next) {
      time.setSpeed(next);
      loads.rearm();
    },
    outage: (selection, spread) => incidents.outage(selection, spread),
    restore: (selection, spread) => incidents.restore(selection, spread),
    event: (selection, eventType, facts) => incidents.event(selection, eventType, facts),
    setScenario: (selection, scenario) => incidents.setScenario(selection, scenario),
    setReachable: (meterName, reachable) => fleet.change(named(meterName), { reachable }, now()),
    setCommissioned: (meterName, commissioned) => fleet.change(named(meterName), { commissioned }, now()),
    setSwitchPosition: (meterName, switchPosition) => fleet.change(named(meterName), { switchPosition }, now()),
    async state(devices) {
      const numbers = await fleet.numbersOf(devices);
      const known = devices.flatMap((device, place) => {
        const number = numbers[place];
        const meter = number === undefined ? undefined : fleet.meter(number);
        return meter?.reachable ? [[device.mRID, positionOf({ meter })] as const] : [];
      });
      return new Map(known);
    },
  };
}

function stateOf(meter: Meter, at: number): MeterState {
  const forward = meter.register('forward', at); // first of all: it brings load events up to date
  return {
    name: meter.name,
    mRID: mRIDOf(meter.name),
    kind: meter.kind,
    usagePoint: usagePointOf(meter.name),
    condition: meter.condition,
    commissioned: meter.condition.commissioned,
    reachable: meter.reachable,
    switchPosition: meter.condition.switchPosition,
    scenario: meter.scenario,
    solar: meter.profile.solar,
    load: meter.power('forward', at),
    forward,
    reverse: meter.register('reverse', at),
    at,
  };
}

function refusal(code: string, details: string, temporary = false): HeadEndRefusal {
  return new HeadEndRefusal({ code, details }, temporary);
}
