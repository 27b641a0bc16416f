/**
 * `MeterServiceRequests`: works at meters. They are documents with a state; disconnect and reconnect are done by the gateway itself,
 * install, remove and exchange change the links when they are told to be over.
 */
import type { MeterServiceWork } from '../generated/MeterServiceRequests.js';
import type { MeterServiceRequestsHandlers } from '../generated/handlers.js';
import { wholePayload, type AnyMessage, type Call } from '../message/call.js';
import { ReplyError, type ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { NewObject, StoreTransaction } from '../ports/object-store.js';
import { createObjects } from './create-objects.js';
import { documentOf } from './documents.js';
import { derivedId } from './derived-id.js';
import { endObjects } from './end-objects.js';
import { commandVerbs, type Handler, type ServicePorts } from './noun-row.js';
import { publishObjects } from './publish.js';
import { linkAsDone, metersOfWork } from './service-linkage.js';
import { moveWork, serveWorks, workQueue } from './service-runs.js';
import { courseOf, inWorkState, isRemote, workDue, workKind, workNoun } from './service-work.js';
import { inState, provenanceOf, subjectOf, type Subject } from './subject.js';

export const serviceRequestRow = {
  verbs: commandVerbs,
  objects: [workKind],
  anonymous: true,
  repeatable: true,
} as const;

export function serviceRequests(ports: ServicePorts): Partial<MeterServiceRequestsHandlers<Call>> {
  serveWorks(ports, subjectOf(serviceRequestRow, workNoun, ports));
  return worksWithin(ports) as unknown as Partial<MeterServiceRequestsHandlers<Call>>;
}

/** What it does with messages, without serving the works: also for operations of a set. */
export function worksWithin(ports: ServicePorts): Readonly<Record<'create' | 'close' | 'cancel', Handler>> {
  const subject = subjectOf(serviceRequestRow, workNoun, ports);

  const hearing = (written: Subject['written']): Subject => ({ ...subject, written });

  /** A new work: a remote one is planned, and its meter must be there. */
  async function plan(tx: StoreTransaction, { kind, mRID, document }: NewObject): Promise<void> {
    if (kind !== workKind) return;
    const work = document as unknown as MeterServiceWork;
    const course = courseOf(work);
    if (course === 'none') return;
    await metersOfWork(tx, work);
    if (!isRemote(course)) return moveWork(tx, subject, mRID, 'created');
    const now = ports.clock.now();
    const due = Math.max(now, workDue(work) ?? now);
    await moveWork(tx, subject, mRID, due > now ? 'scheduled' : 'dispatched');
    await tx.addJobs([{ queue: workQueue, key: mRID, due, data: {} }]);
  }

  /** A work is over: what it has changed is written down with it. */
  async function done(tx: StoreTransaction, message: AnyMessage, call: Call, next: NewObject): Promise<void> {
    if (next.kind !== workKind) return;
    const work = withValues(next.document as unknown as MeterServiceWork, await closing(message, call));
    const course = courseOf(work);
    if (course === 'none') return;
    if (isRemote(course)) throw new ReplyError(byItself(next));
    const provenance = provenanceOf(subject, message, call);
    const place = message.Header.Property?.find(({ Name }) => Name.trim() === 'UsagePoint')?.Value;
    await linkAsDone(tx, work, course, place, derivedId('service link', next.mRID), provenance);
    await note(tx, { ...next, document: documentOf(work) }, 'done');
  }

  async function calledOff(tx: StoreTransaction, next: NewObject): Promise<void> {
    if (next.kind !== workKind) return;
    const work = next.document as unknown as MeterServiceWork;
    if (courseOf(work) === 'none') return;
    if (isRemote(courseOf(work)) && work.status?.value === 'dispatched') throw new ReplyError(tooLate(next));
    await tx.removeJobs(workQueue, [next.mRID]);
    await note(tx, next, 'canceled');
  }

  /** Writes the state of a work that has just been ended into its document. */
  async function note(tx: StoreTransaction, { mRID, document: told }: NewObject, state: 'done' | 'canceled') {
    const object = await tx.objectByMRID(workNoun, [workKind], mRID);
    if (object === undefined) return;
    const document = inWorkState(told as unknown as MeterServiceWork, state, ports.clock.now());
    const ended = inState({ ...object, document }, object.state);
    await tx.replace(object.id, object.version, ended, object.provenance);
    const { correlationId, messageId } = object.provenance;
    await publishObjects(tx, subject, state === 'done' ? 'closed' : 'canceled', [ended], correlationId ?? messageId);
  }

  return {
    create: (message, call) => createObjects(hearing(plan), message, call),
    close: (message, call) =>
      endObjects(
        hearing((tx, next) => done(tx, message, call, next)),
        'close',
        message,
        call,
      ),
    cancel: (message, call) => endObjects(hearing(calledOff), 'cancel', message, call),
  };
}

/** The work as the closing message tells it, when it tells of one only. */
async function closing(message: AnyMessage, call: Call): Promise<MeterServiceWork | undefined> {
  const root = await wholePayload(message, call);
  const told = (root?.[workKind] as readonly MeterServiceWork[] | undefined) ?? [];
  return told.length === 1 ? told[0] : undefined;
}

/** The values that were read last, which often come with the message that closes the work. */
function withValues(work: MeterServiceWork, told: MeterServiceWork | undefined): MeterServiceWork {
  const meter = (one: MeterServiceWork['Meter'], other: MeterServiceWork['OldMeter']): MeterServiceWork['Meter'] =>
    other?.MeterReadings === undefined ? one : { ...one, MeterReadings: other.MeterReadings };
  const { Meter, OldMeter } = work;
  return {
    ...work,
    Meter: meter(Meter, told?.Meter),
    ...(OldMeter === undefined ? {} : { OldMeter: meter(OldMeter, told?.OldMeter) }),
  };
}

function idOf({ mRID }: NewObject): ObjectId {
  return { id: mRID, kind: 'uuid', objectType: workKind };
}

function byItself(next: NewObject) {
  return {
    code: codes.canceledByRule,
    path: workNoun,
    details: 'the gateway does this work itself and closes it when it is done; cancel it while it is scheduled',
    object: idOf(next),
    values: { details: 'it is closed by itself' },
  };
}

function tooLate(next: NewObject) {
  return {
    code: codes.canceledByRule,
    path: workNoun,
    details: 'the work is being done at the meter already; its outcome follows',
    object: idOf(next),
    values: { details: 'too late' },
  };
}
