/** A read as it is kept: what is wanted, of which meters, and in which chunks it is answered. Chunks never change afterwards. */
import { measuringMinutes, parseReadingType, readingForm } from '../message/codes/reading-type.js';
import type { Finding, ObjectId } from '../message/finding.js';
import type { Job } from '../ports/jobs.js';
import type { Batch, JsonObject, ObjectName } from '../ports/object-store.js';
import type { NewRequest, NewTask, StoredRequest, Task } from '../ports/requests.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import { measuredBy } from './reading-gaps.js';
import type { ReadingRequest } from './reading-request.js';
import type { ReadingTarget } from './reading-targets.js';

/** The noun of every read and of its reply. */
export const noun = 'MeterReadings';
export const queue = 'reads';

/** Most meters of a chunk: one job of the head end, one part of the reply. */
const mostMeters = 200;
/** About how many characters of XML a meter and each of its values take in a reply. */
const metersXml = 600;
const valuesXml = 230;
const dayOfMicroseconds = 86_400_000_000;
/** A period without a start goes back as far as meters do. */
const backwards = 400 * dayOfMicroseconds;

/** What the request keeps beside its tasks. */
export interface ReadPlan {
  /** Everything that is read of each meter. */
  readonly wants: readonly ReadingRequest[];
  /** What was wrong with the request when it was accepted, for the last part of the reply. */
  readonly findings: readonly Finding[];
  /** How many meters were named, also those that do not exist. */
  readonly named: number;
  /** Meters of each chunk but the last. */
  readonly chunk: number;
}

/** What a new read is made of. */
export interface NewRead extends Pick<ReadPlan, 'wants' | 'findings' | 'named'> {
  readonly request: Omit<NewRequest, 'noun' | 'verb' | 'body' | 'priority'>;
  readonly targets: readonly ReadingTarget[];
}

/** The rows of a read: a task for each meter, a job for each chunk. */
export function rowsOfRead(
  ports: Pick<ServicePorts, 'settings' | 'clock'>,
  desk: HeadEndDesk,
  { request, targets, wants, findings, named }: NewRead,
): Required<Pick<Batch, 'request' | 'jobs'>> {
  const chunk = metersPerChunk(ports, desk, targets, wants);
  const plan: ReadPlan = { wants, findings, named, chunk };
  const state = request.due > ports.clock.now() ? 'waiting' : 'accepted';
  const tasks = targets.map((target, seq): NewTask => ({
    seq,
    entry: 0,
    device: target.meter.mRID,
    headEnd: desk.headEndOf(target.meter)?.name ?? '',
    action: 'read',
    state,
    data: {
      names: target.meter.names,
      path: target.path,
      named: target.named,
      elements: target.elements,
      linked: target.linked,
      retired: target.retired,
    } as unknown as JsonObject,
  }));
  const jobs = Array.from({ length: Math.ceil(targets.length / chunk) }, (_, at): Job => ({
    queue,
    key: `${request.id} ${at}`,
    due: request.due,
    data: { request: request.id, chunk: at },
  }));
  const whole: NewRequest = {
    ...request,
    noun,
    verb: 'get',
    priority: 'normal',
    body: JSON.parse(JSON.stringify(plan)) as JsonObject,
  };
  return { request: { request: whole, tasks }, jobs };
}

export function planOf({ body }: StoredRequest): ReadPlan {
  return body as unknown as ReadPlan;
}

/** The meter of a task as it was when the read was accepted. */
export function targetOf({ device, data }: Task): ReadingTarget {
  const { names, ...rest } = data as unknown as Pick<ReadingTarget, 'path' | 'elements' | 'linked' | 'retired'> & {
    readonly names: readonly ObjectName[];
    readonly named: ObjectId;
  };
  return { meter: { mRID: device, names }, ...rest };
}

/** As many meters as make a part of about `settings.partSize`, and as the head end takes in a job. */
function metersPerChunk(
  { settings }: Pick<ServicePorts, 'settings'>,
  desk: HeadEndDesk,
  targets: readonly ReadingTarget[],
  wants: readonly ReadingRequest[],
): number {
  const headEnds = new Set(targets.map(({ meter }) => desk.headEndOf(meter)));
  const perJob = [...headEnds].map((headEnd) => headEnd?.capabilities().devicesPerJob ?? mostMeters);
  const values = valuesPerMeter(wants, [...new Set(targets.flatMap((target) => measuredBy(desk, target)))]);
  const fitting = Math.floor(settings.partSize / (metersXml + values * valuesXml));
  return Math.max(1, Math.min(mostMeters, fitting, ...perJob));
}

/** About how many values a meter has of what is wanted. */
export function valuesPerMeter(wants: readonly ReadingRequest[], measured: readonly string[]): number {
  let sum = 0;
  for (const { types, periods } of wants) {
    for (const type of types?.map(({ code }) => code) ?? measured) {
      const parts = parseReadingType(type);
      const minutes = parts && readingForm(parts) === 'interval' ? measuringMinutes(parts) : undefined;
      const step = minutes === undefined ? dayOfMicroseconds : minutes * 60_000_000;
      if (periods === undefined) sum++;
      for (const { after, until } of periods ?? [])
        sum += Math.ceil(Math.min(until - (after ?? -Infinity), backwards) / step);
    }
  }
  return sum;
}
