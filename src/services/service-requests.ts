/**
 * `MeterServiceRequests`: works at meters. They are documents with a state; disconnect and reconnect are done by the gateway itself,
 * install, remove and exchange change the links when they are told to be over.
 */
import type { MeterServiceWork } from '../generated/MeterServiceRequests.js';
import type { MeterServiceRequestsHandlers } from '../generated/handlers.js';
import { wholePayload, type AnyMessage, type Call } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { NewObject, StoreTransaction } from '../ports/object-store.js';
import { createObjects } from './create-objects.js';
import { documentOf, referencesOf } from './documents.js';
import { derivedId } from './derived-id.js';
import { tallied, type DisconnectTally } from './disconnect-tally.js';
import { endObjects } from './end-objects.js';
import { commandVerbs, type Handler, type ServicePorts } from './noun-row.js';
import { linkAsDone, metersOfWork } from './service-linkage.js';
import { serveWorks, workQueue, type PlannedWork } from './service-runs.js';
import { courseOf, inWorkState, isRemote, workDue, workKind, workNoun, type WorkState } from './service-work.js';
import { provenanceOf, subjectOf, type Subject } from './subject.js';
import type { PortsWithin } from './unit-of-work.js';

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
export function worksWithin(
  ports: ServicePorts & Pick<PortsWithin, 'disconnects'>,
): Readonly<Record<'create' | 'close' | 'cancel', Handler>> {
  const subject = subjectOf(serviceRequestRow, workNoun, ports);

  const looking = (before: Subject['before']): Subject => ({ ...subject, before });

  /** A new work: a remote one is planned, and its meter must be there. */
  async function plan(
    tx: StoreTransaction,
    next: NewObject,
    path: string,
    disconnects: DisconnectTally,
  ): Promise<NewObject> {
    const work = workOf(next);
    const course = courseOf(work);
    if (course === 'none') return next;
    const { meter } = await metersOfWork(tx, work, path);
    if (!isRemote(course)) return noted(next, 'created');
    tallied(disconnects, course === 'disconnect' ? 1 : 0, ports.settings, path);
    const now = ports.clock.now();
    const due = Math.max(now, workDue(work) ?? now);
    const planned: PlannedWork = { meter: meter.mRID, course };
    await tx.addJobs([{ queue: workQueue, key: next.mRID, due, data: { ...planned } }]);
    return noted(next, due > now ? 'scheduled' : 'dispatched');
  }

  /** A work is over: what it has changed is written down with it. */
  async function done(
    tx: StoreTransaction,
    message: AnyMessage,
    call: Call,
    next: NewObject,
    path: string,
  ): Promise<NewObject> {
    const work = withValues(workOf(next), await closing(message, call));
    const course = courseOf(work);
    if (course === 'none') return next;
    if (isRemote(course)) throw new ReplyError(byItself(next, path));
    const provenance = provenanceOf(subject, message, call);
    const place = message.Header.Property?.find(({ Name }) => Name.trim() === 'UsagePoint')?.Value;
    await linkAsDone(tx, ports, work, course, place, derivedId('service link', next.mRID), provenance, path);
    return noted({ ...next, document: documentOf(work) }, 'done');
  }

  async function calledOff(tx: StoreTransaction, next: NewObject, path: string): Promise<NewObject> {
    const work = workOf(next);
    if (courseOf(work) === 'none') return next;
    if (isRemote(courseOf(work)) && work.status?.value === 'dispatched') throw new ReplyError(tooLate(next, path));
    await tx.removeJobs(workQueue, [next.mRID]);
    return noted(next, 'canceled');
  }

  /** A work with its state written into its document. */
  function noted(next: NewObject, state: WorkState): NewObject {
    const document = inWorkState(workOf(next), state, ports.clock.now());
    return { ...next, document, references: referencesOf(document) };
  }

  return {
    create(message, call) {
      const { disconnects = { devices: 0 } } = ports;
      return createObjects(
        looking((tx, next, path) => plan(tx, next, path, disconnects)),
        message,
        call,
      );
    },
    close: (message, call) =>
      endObjects(
        looking((tx, next, path) => done(tx, message, call, next, path)),
        'close',
        message,
        call,
      ),
    cancel: (message, call) => endObjects(looking(calledOff), 'cancel', message, call),
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

function workOf({ document }: NewObject): MeterServiceWork {
  return document as unknown as MeterServiceWork;
}

function idOf({ mRID }: NewObject): ObjectId {
  return { id: mRID, kind: 'uuid', objectType: workKind };
}

function byItself(next: NewObject, path: string): Finding {
  return {
    code: codes.canceledByRule,
    path,
    details: 'the gateway does this work itself and closes it when it is done; cancel it while it is scheduled',
    object: idOf(next),
    values: { details: 'it is closed by itself' },
  };
}

function tooLate(next: NewObject, path: string): Finding {
  return {
    code: codes.canceledByRule,
    path,
    details: 'the work is being done at the meter already; its outcome follows',
    object: idOf(next),
    values: { details: 'too late' },
  };
}
