import type { ControlJob, DeviceReading, Failure, Job, Notice, ReadJob } from '../../ports/head-end.js';
import { outcomeEvents } from '../../message/codes/end-device-code.js';
import type { Act, Outcome } from './act.js';
import type { Behaviour } from './behaviour.js';
import { cannot, carryOut } from './controls.js';
import type { Fleet, Meter } from './fleet.js';
import { readingsOf, readingTypesOf } from './readings.js';
import { positionOf } from './switch-controls.js';

/** Most readings in one `data` notice; more come as several notices. */
export const READINGS_PER_NOTICE = 1_000;

/** Everything a meter says when it answers a job at virtual time `at`; the last notice is the final one. */
export function answerOf(
  fleet: Fleet,
  meter: Meter,
  device: string,
  job: Job,
  behaviour: Behaviour,
  at: number,
): Iterable<Notice> {
  return job.kind === 'control'
    ? controlAnswer(fleet, meter, device, job, behaviour, at)
    : readAnswer(meter, device, job, behaviour, at);
}

/** The final notice of a device's part that went wrong. */
export function failed(
  jobId: string,
  device: string,
  failure: Failure,
  at: number,
  outcome: 'failed' | 'unknown' = 'failed',
): Notice {
  return { kind: 'final', jobId, device, outcome, failure, facts: {}, at };
}

function* controlAnswer(
  fleet: Fleet,
  meter: Meter,
  device: string,
  job: ControlJob,
  { failure, idle }: Behaviour,
  at: number,
): Generator<Notice> {
  const refused = cannot({ meter, controlType: job.controlType });
  if (refused !== undefined) {
    yield failed(job.id, device, refused, at);
    return;
  }
  const done: Outcome =
    failure === undefined ? carryOut(actOf(fleet, meter, job, at, idle)) : { facts: positionOf({ meter }) };
  const wrong = failure ?? (done.wrong === undefined ? undefined : { code: '5.3', details: done.wrong });
  const events = outcomeEvents(job.controlType);
  const eventType = wrong === undefined ? events?.success : events?.failure;
  const { facts } = done;
  if (eventType !== undefined) yield { kind: 'event', jobId: job.id, device, eventType, at, facts };
  yield {
    kind: 'final',
    jobId: job.id,
    device,
    outcome: wrong === undefined ? 'succeeded' : 'failed',
    failure: wrong,
    facts,
    at,
  };
}

/** What the meter is to do; one that is idle does not do it. */
function actOf(fleet: Fleet, meter: Meter, job: ControlJob, at: number, idle?: true): Act {
  const { id, controlType, parameters } = job;
  const change: Act['change'] = (change) => (idle ? undefined : fleet.change(meter, change, at));
  return { meter, jobId: id, controlType, parameters, at, change };
}

function* readAnswer(
  meter: Meter,
  device: string,
  job: ReadJob,
  { failure }: Behaviour,
  at: number,
): Generator<Notice> {
  if (failure !== undefined) {
    yield failed(job.id, device, failure, at);
    return;
  }
  const types = readingTypesOf(meter.kind);
  const asked = [...new Set(job.readingTypes)];
  const wanted = asked.length === 0 ? types : asked;
  const measured = wanted.filter((type) => types.includes(type));
  const others = wanted.filter((type) => !types.includes(type));
  const without: string[] = [];
  let readings: DeviceReading[] = [];
  for (const type of measured) {
    let count = 0;
    for (const reading of readingsOf(meter, type, { now: at, period: job.period })) {
      count++;
      readings.push(reading);
      if (readings.length === READINGS_PER_NOTICE) {
        yield { kind: 'data', jobId: job.id, device, readings, at };
        readings = [];
      }
    }
    if (count === 0) without.push(type);
  }
  if (readings.length > 0) yield { kind: 'data', jobId: job.id, device, readings, at };

  const missing = asked.length > 0 ? without.length > 0 : without.length === measured.length;
  if (others.length > 0) {
    yield failed(job.id, device, { code: '2.10', details: `${meter.name} does not measure ${others.join(', ')}` }, at);
  } else if (missing) {
    yield failed(
      job.id,
      device,
      { code: '5.7', details: `${meter.name} has no values of ${without.join(', ')} there` },
      at,
    );
  } else {
    yield { kind: 'final', jobId: job.id, device, outcome: 'succeeded', facts: {}, at };
  }
}
