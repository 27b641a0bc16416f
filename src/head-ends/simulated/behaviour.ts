import type { Failure } from '../../ports/head-end.js';
import type { Meter } from './fleet.js';
import { between, numberOf } from './noise.js';

/** How a meter meets one job. */
export interface Behaviour {
  /** Milliseconds of the clock until it answers; `undefined` = never. */
  readonly latency: number | undefined;
  /** Why it does not do what it is asked. */
  readonly failure?: Failure | undefined;
}

/** Fewest and most milliseconds a meter takes to answer. */
export interface Latency {
  readonly min: number;
  readonly max: number;
}

/**
 * The one place that decides how a meter behaves: every fault scenario (by state, by name, by configuration) belongs here, and
 * nothing else in this folder needs to know that there are scenarios. The same job meets the same behaviour every time.
 */
export function behaviourOf(meter: Meter, jobId: string, seed: number, { min, max }: Latency): Behaviour {
  if (!meter.reachable) return { latency: undefined };
  const latency = between(min, max, seed, meter.number, numberOf(jobId));
  if (!meter.condition.commissioned)
    return { latency, failure: { code: '5.3', details: `${meter.name} is not commissioned` } };
  return { latency };
}
