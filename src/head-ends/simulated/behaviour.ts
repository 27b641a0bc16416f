import type { Failure, Job, Notice } from '../../ports/head-end.js';
import type { Scenario } from '../../ports/simulator.js';
import type { Meter } from './fleet.js';
import { between, numberOf } from './noise.js';
import { falsified, firstPart } from './scenarios.js';

/** How a meter meets one job. */
export interface Behaviour {
  /** Milliseconds of the clock until it answers; `undefined` = never. */
  readonly latency: number | undefined;
  /** Why it does not do what it is asked. */
  readonly failure?: Failure | undefined;
  /** What becomes of its answer on the way. */
  readonly bent?: ((answer: readonly Notice[]) => readonly Notice[]) | undefined;
  /** Whether it says everything again a moment later. */
  readonly twice?: true | undefined;
  /** Whether it answers before the job is acknowledged. */
  readonly early?: true | undefined;
  /** Whether it does not do what it says it has done. */
  readonly idle?: true | undefined;
}

/** Fewest and most milliseconds a meter takes to answer. */
export interface Latency {
  readonly min: number;
  readonly max: number;
}

/** Latency of slow meters, and how long after the deadline late ones answer. */
const SLOW: Latency = { min: 2_000, max: 8_000 };
const LATE: Latency = { min: 1_000, max: 10_000 };

/**
 * The one place that decides how a meter behaves: every fault scenario (by state, by name, by configuration) belongs here, and
 * nothing else in this folder needs to know what scenarios do. The same job meets the same behaviour every time.
 */
export function behaviourOf(meter: Meter, job: Job, now: number, seed: number, usual: Latency): Behaviour {
  if (!meter.reachable) return { latency: undefined };
  const within = ({ min, max }: Latency): number => between(min, max, seed, meter.key, numberOf(job.id));
  const latency = within(usual);
  if (!meter.condition.commissioned)
    return { latency, failure: { code: '5.3', details: `${meter.name} is not commissioned` } };
  return { latency, ...whims(meter.scenario) };

  function whims(scenario: Scenario | undefined): Partial<Behaviour> {
    switch (scenario) {
      case 'unreachable':
        return { latency: undefined };
      case 'busy':
        return { failure: { code: '5.1', details: `${meter.name} is busy; try again later` } };
      case 'slow':
        return { latency: within(SLOW) };
      case 'late':
        return { latency: Math.max(0, job.deadline - now) + within(LATE) };
      case 'duplicate':
        return { twice: true };
      case 'wrong-data':
        return { idle: true, bent: falsified };
      case 'partial':
        return { bent: firstPart };
      case 'out-of-order':
        return { bent: (answer) => answer.toReversed() };
      case 'early':
        return { early: true };
      default:
        return {}; // the acknowledgement is not the meter's affair: scenarios.ts
    }
  }
}
