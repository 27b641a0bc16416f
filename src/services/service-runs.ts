/**
 * Remote works at meters: a disconnect is followed by the closing read, a reconnect goes behind the opening read. A job for each,
 * which may be done more than once: the command has an id that follows from the work, and is begun only once.
 */
import { operations } from '../generated/operations.js';
import type { MeterReading, MeterServiceWork } from '../generated/MeterServiceRequests.js';
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { parseReadingType, readingForm } from '../message/codes/reading-type.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ReadingRow, StoredObject, StoreTransaction } from '../ports/object-store.js';
import type { StoredRequest } from '../ports/requests.js';
import { commandsOf } from './commands.js';
import { planOf } from './control-acceptance.js';
import { beginControls, beginPlanned, controlRequest } from './control-begin.js';
import { controlKind, controlNoun } from './control-plan.js';
import { derivedId } from './derived-id.js';
import { headEndDesk } from './head-end-desk.js';
import { readMeters } from './head-end-reading.js';
import { objectIdOf, referenceOf } from './identification.js';
import { timeStampOf } from './instant.js';
import { nameElementsOf } from './name-elements.js';
import type { ServicePorts } from './noun-row.js';
import { publishObjects } from './publish.js';
import { deviceOf } from './routing.js';
import { metersOfWork } from './service-linkage.js';
import {
  controlOf,
  courseOf,
  inWorkState,
  workKind,
  workNoun,
  type WorkCourse,
  type WorkState,
} from './service-work.js';
import { inState, type Subject } from './subject.js';

export const workQueue = 'service-works';

/** What somebody was allowed to have done: it is kept with the job, since others may change the document of the work. */
export interface PlannedWork {
  /** mRID. */
  readonly meter?: string | undefined;
  readonly course?: WorkCourse | undefined;
}

/** Jobs of versions before this one say nothing. */
function isOther(planned: PlannedWork, { meter, course }: Required<PlannedWork>): boolean {
  return planned.meter !== undefined && (planned.meter !== meter || planned.course !== course);
}

const changedSince: Finding = {
  code: codes.policyViolation,
  details: 'it was planned for another meter or kind of work; cancel such a work, and create another one',
  values: { details: 'another meter or kind of work' },
};

/** Works under way at a time; each waits for its meter. */
const concurrency = 64;

/** Serves the jobs of remote works. */
export function serveWorks(ports: ServicePorts, subject: Subject): void {
  const { store, clock, jobs, settings } = ports;
  const desk = headEndDesk(ports);
  const commands = commandsOf(ports);

  async function run(mRID: string, planned: PlannedWork): Promise<void> {
    const object = await store.objectByMRID(workNoun, [workKind], mRID);
    if (object?.state !== 'active') return;
    const work = workOf(object);
    const course = courseOf(work);
    const type = controlOf[course];
    if (type === undefined) return;
    // one that was called off since it was looked at is not begun
    if (work.status?.value !== 'dispatched' && !(await move(object, 'dispatched'))) return;
    try {
      const { meter } = await metersOfWork(store, work, `${workNoun}.${workKind}`);
      const opening = course === 'reconnect' ? await readRegisters(meter, work, object) : [];
      const reply = await control(mRID, meter, type, object, planned);
      if (reply === undefined) throw new Stopped();
      const [error] = (reply.Reply.Error ?? []).filter(({ level }) => level !== 'INFORM');
      if (reply.Reply.Result !== 'OK')
        return await end(mRID, 'canceled', `${error?.code ?? ''} ${error?.details ?? error?.reason ?? ''}`.trim());
      const closing = course === 'disconnect' ? await readRegisters(meter, work, object) : [];
      await end(mRID, 'done', undefined, readingOf([...opening, ...closing], course));
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error;
      const [finding] = error.findings;
      await end(mRID, 'canceled', `${finding?.code} ${finding?.details ?? ''}`.trim());
    }
  }

  /** The command of a work, begun if it has not been; its final reply. */
  async function control(
    mRID: string,
    meter: StoredObject,
    type: string,
    object: StoredObject,
    planned: PlannedWork,
  ): Promise<AnyResponse | undefined> {
    const id = derivedId('service work', mRID);
    const partOf = (request: StoredRequest | undefined): AnyResponse | undefined =>
      (request?.reply?.['parts'] as readonly AnyResponse[] | undefined)?.[0];
    const before = await store.request(id);
    if (before?.state === 'final') return partOf(before);
    if (before !== undefined) return commands.finalAnywhere(id);
    if (isOther(planned, { meter: meter.mRID, course: courseOf(workOf(object)) })) throw new ReplyError(changedSince);
    const Header = {
      Verb: 'create',
      Noun: controlNoun,
      Source: ports.replies.source,
      MessageID: id,
      CorrelationID: correlationOf(object),
    };
    const EndDevices = [{ mRID: meter.mRID, Names: nameElementsOf(meter.names) }];
    const element = { EndDeviceControlType: { ref: type }, EndDevices };
    const message = {
      Header,
      Payload: { [controlNoun]: { [controlKind]: [element] } },
    } as unknown as AnyMessage;
    const operation = operations.find(({ name }) => name === 'CreateEndDeviceControls')!;
    const principal = await askedBy(object);
    const call: Call = { operation, requestId: id, receivedAt: clock.now(), ...(principal && { principal }) };
    const first = await planOf(ports, desk, commands.claims, message, call, 'later');
    await beginPlanned(first, (plan) => {
      const request = { ...controlRequest(ports, message, call, plan, { kind: 'nobody' }), id };
      return beginControls(ports, commands, request, plan, message, call);
    });
    return commands.final(id);
  }

  /** Who has made the work, where it is known for sure: its disconnects count for him. */
  async function askedBy({ id }: StoredObject): Promise<string | undefined> {
    if (ports.guard.policy === undefined) return undefined;
    const [first] = await store.history(id);
    return first?.provenance.user;
  }

  /** The registers of a meter as they stand now; what cannot be read holds up nothing. */
  async function readRegisters(
    meter: StoredObject,
    work: MeterServiceWork,
    object: StoredObject,
  ): Promise<readonly ReadingRow[]> {
    const measured = desk.headEndOf(meter)?.capabilities().readingTypes ?? [];
    const readingTypes = measured.filter((type) => {
      const parts = parseReadingType(type);
      return parts !== undefined && readingForm(parts) === 'register';
    });
    if (readingTypes.length === 0) return [];
    const target = {
      meter: deviceOf(meter),
      named: objectIdOf(referenceOf('Meter', work.Meter)),
      path: 'MeterServiceRequests.MeterServiceWork.Meter',
      elements: { Meter: {} },
    };
    const reads = await readMeters(
      ports,
      desk,
      [{ target, wanted: [{ readingTypes }] }],
      clock.now() + settings.syncTimeout,
      { correlationId: correlationOf(object) },
    );
    return reads.get(meter.mRID)?.rows ?? [];
  }

  async function move(object: StoredObject, state: WorkState): Promise<boolean> {
    return store.transaction((tx) => moveWork(tx, subject, object.mRID, state));
  }

  async function end(mRID: string, state: 'done' | 'canceled', reason?: string, reading?: MeterReading): Promise<void> {
    await store.transaction((tx) => moveWork(tx, subject, mRID, state, reason, reading));
  }

  jobs.serve(workQueue, concurrency, ({ key, data }) => run(key, data));
}

/** The gateway is stopping: the job comes again when it starts. */
class Stopped extends Error {}

/** Brings a work into another state, and tells subscribers; answers false when it is over already. */
export async function moveWork(
  tx: StoreTransaction,
  subject: Subject,
  mRID: string,
  state: WorkState,
  reason?: string,
  reading?: MeterReading,
): Promise<boolean> {
  const object = await tx.objectByMRID(workNoun, [workKind], mRID);
  if (object?.state !== 'active') return false;
  const now = subject.ports.clock.now();
  const work = workOf(object);
  const more =
    reading === undefined
      ? {}
      : { Meter: { ...work.Meter, MeterReadings: [...(work.Meter.MeterReadings ?? []), reading] } };
  const document = inWorkState(work, state, now, reason, more);
  const ends = { done: 'closed', canceled: 'canceled' } as const;
  const next = {
    ...inState({ ...object, document }, state === 'done' || state === 'canceled' ? ends[state] : 'active'),
  };
  const { messageId, correlationId, source, user } = object.provenance;
  await tx.replace(object.id, object.version, next, { at: timeStampOf(now), messageId, correlationId, source, user });
  const verb = state === 'done' || state === 'canceled' ? ends[state] : 'changed';
  await publishObjects(tx, subject, verb, [next], correlationId ?? messageId);
  return true;
}

/** What ties to the request that made a work all that follows from it. */
function correlationOf({ mRID, provenance }: StoredObject): string {
  return provenance.correlationId ?? provenance.messageId ?? mRID;
}

function workOf({ document }: StoredObject): MeterServiceWork {
  return document as unknown as MeterServiceWork;
}

/** Values as they stand in the document of a work, with the reason for which they were read. */
function readingOf(rows: readonly ReadingRow[], course: WorkCourse): MeterReading | undefined {
  if (rows.length === 0) return undefined;
  const reason = course === 'disconnect' ? 'serviceDisconnect' : 'serviceConnect';
  const Readings = rows.map(({ readingType, timeStamp, value }) => ({
    reason,
    timeStamp,
    value,
    ReadingType: { ref: readingType },
  }));
  return { Readings } as unknown as MeterReading;
}
