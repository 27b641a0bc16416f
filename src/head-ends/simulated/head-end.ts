/**
 * A head end of up to ten million meters that do not exist: deterministic, with a seed and a clock that can run faster.
 * The same seed, meter and time give the same reading for ever; commands change the meters' state as they would outside.
 * Knows nothing of SOAP, of the store and of requests; how meters misbehave is decided in behaviour.ts alone.
 */
import type { Clock } from '../../ports/clock.js';
import { HeadEndRefusal, type Device, type HeadEnd, type Job, type Notice } from '../../ports/head-end.js';
import { behaviourOf, type Latency } from './behaviour.js';
import type { Condition, SwitchPosition } from './condition.js';
import { CONTROL_TYPES, isControl } from './controls.js';
import { answerOf, failed } from './conversation.js';
import { Fleet, meterMRID, usagePointDevice, type Meter } from './fleet.js';
import { JobBook, nameOf, type Part } from './job-book.js';
import { mostReadings, READING_TYPES } from './readings.js';
import { virtualTime } from './virtual-time.js';

export interface SimulatedHeadEndOptions {
  /** Default `simulated`. */
  readonly name?: string;
  /** How many meters, `SIM-000001` … */
  readonly meters: number;
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

/** A meter as it stands at `at`, for tests and for the console. */
export interface MeterState {
  readonly name: string;
  readonly mRID: string;
  readonly usagePoint: Device;
  readonly commissioned: boolean;
  readonly reachable: boolean;
  readonly switchPosition: SwitchPosition;
  /** Everything else that can differ from meter to meter. */
  readonly condition: Condition;
  readonly solar: boolean;
  /** Whole W, delivered to the customer. */
  readonly load: number;
  /** Registers in whole Wh. */
  readonly forward: number;
  readonly reverse: number;
  /** Virtual time, milliseconds since 1970. */
  readonly at: number;
}

export interface SimulatedHeadEnd extends HeadEnd {
  /** The meters' time, milliseconds since 1970. */
  now(): number;
  /** A meter by its name (`SIM-000001`), as it stands now; `undefined` if there is none. */
  meter(name: string): MeterState | undefined;
  /** An unreachable meter says nothing until a job's deadline. Throws when there is no such meter, as the next two do. */
  setReachable(name: string, reachable: boolean): void;
  /** A meter not commissioned answers, and fails everything. */
  setCommissioned(name: string, commissioned: boolean): void;
  /** Operates the switch by hand: no event is sent. */
  setSwitchPosition(name: string, position: SwitchPosition): void;
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
  if (!(speed > 0) || speed === Infinity) throw new RangeError(`a simulated clock's speed is above 0, not ${speed}`);

  const fleet = new Fleet(meters, seed);
  const now = virtualTime(clock, speed);
  let notify: ((notice: Notice) => void) | undefined;

  const book = new JobBook({
    clock,
    now,
    send: (notice) => notify?.(notice),
    devicesPerMillisecond: options.devicesPerMillisecond ?? 2,
    keep: options.keep ?? { jobs: 10_000, notices: 200_000 },
  });

  function part(job: Job, device: Device, number: number | undefined): Part {
    const id = nameOf(device);
    if (number === undefined) {
      const failure = { code: '2.4', details: `${name} manages no meter ${id}` };
      return { begun: [], latency: 0, answer: () => [failed(job.id, id, failure, now())] };
    }
    const meter = fleet.meter(number);
    const behaviour = behaviourOf(meter, job.id, seed, latency);
    return {
      begun: meter.reachable ? [{ kind: 'progress', jobId: job.id, device: id, state: 'sent', at: now() }] : [],
      latency: behaviour.latency,
      answer: () => answerOf(fleet, meter, id, job, behaviour, now()),
    };
  }

  function refuseIfImpossible(job: Job): void {
    if (notify === undefined) throw refusal('5.1', `${name} is not running`, true);
    if (job.kind === 'control' && !isControl(job.controlType)) {
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

  function named(meterName: string): Meter {
    const number = fleet.numberOfName(meterName);
    if (number === undefined) throw new RangeError(`${name} has no meter ${meterName}`);
    return fleet.meter(number);
  }

  return {
    name,
    capabilities: () => ({
      controls: CONTROL_TYPES,
      readingTypes: READING_TYPES,
      devicesPerJob: DEVICES_PER_JOB,
      cancel: true,
      notifies: true,
      simulated: true,
    }),
    async start(hear) {
      notify = hear;
    },
    async stop() {
      notify = undefined;
      book.clear();
    },
    inventory: () => fleet.inventory(),
    async submit(job) {
      const known = book.ticketOf(job.id);
      if (known !== undefined) return known;
      refuseIfImpossible(job);
      const ticket = { jobId: job.id, reference: `${name}:${job.id}` };
      book.take(job, ticket);
      const numbers = await fleet.numbersOf(book.devicesOf(job.id));
      book.run(job.id, (device, place) => part(job, device, numbers[place]));
      return ticket;
    },
    cancel: async (ticket, devices) => book.cancel(ticket, devices),
    poll: async (ticket) => book.poll(ticket),
    now,
    meter(meterName) {
      const number = fleet.numberOfName(meterName);
      return number === undefined ? undefined : stateOf(fleet.meter(number), now());
    },
    setReachable: (meterName, reachable) => fleet.change(named(meterName), { reachable }, now()),
    setCommissioned: (meterName, commissioned) => fleet.change(named(meterName), { commissioned }, now()),
    setSwitchPosition: (meterName, switchPosition) => fleet.change(named(meterName), { switchPosition }, now()),
  };
}

function stateOf(meter: Meter, at: number): MeterState {
  return {
    name: meter.name,
    mRID: meterMRID(meter.number),
    usagePoint: usagePointDevice(meter.number),
    commissioned: meter.condition.commissioned,
    reachable: meter.reachable,
    switchPosition: meter.condition.switchPosition,
    condition: meter.condition,
    solar: meter.profile.solar,
    load: meter.power('forward', at),
    forward: meter.register('forward', at),
    reverse: meter.register('reverse', at),
    at,
  };
}

function refusal(code: string, details: string, temporary = false): HeadEndRefusal {
  return new HeadEndRefusal({ code, details }, temporary);
}
