/**
 * What becomes of commands: notices of head ends become steps of tasks, events, and in the end the one final reply, all in the
 * transaction in which they are kept. Told twice, late, out of order or after a restart, it comes out the same.
 */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { StoreTransaction } from '../ports/object-store.js';
import type { NewRequest, NewTask, StoredRequest, Task } from '../ports/requests.js';
import { stepFor, type Happening } from './command.js';
import { commandQueue, endIfOver, type Ended, forceJob, provenanceOfOutcome, staysInForce } from './command-ends.js';
import { requestIdOf, type Flight, type Flights } from './command-flights.js';
import { complete, completionEvent, toldOutcome } from './control-completion.js';
import { commandOf, controlKind, controlNoun, controlRequestOf } from './control-plan.js';
import { finalReply, keptOutcome } from './control-reply.js';
import { eventDeliveries } from './event-message.js';
import { keptReply, replyDeliveries } from './final-reply.js';
import type { DeviceOutcome, HeadEndDesk, JobNotice } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import { keepNotices, type Told as Noticed } from './keep-notices.js';
import { publish } from './publish.js';
import { insertNew } from './reported.js';

/** Most notices kept in one transaction. */
const together = 500;

interface Told {
  readonly flight: Flight;
  readonly task: NewTask;
  readonly outcome: DeviceOutcome;
}

const happeningOf: Readonly<Record<DeviceOutcome['outcome'], Happening>> = {
  succeeded: 'succeed',
  failed: 'fail',
  unknown: 'lose',
};

export interface CommandOutcomes {
  /** Takes a notice of a job of ours; it is kept soon. */
  readonly hear: (notice: JobNotice) => void;
  /** What a device itself has told of its failure, before its head end did. */
  reported(task: Task): DeviceOutcome | undefined;
}

/**
 * @param over hears, once it is on disk, which devices of which jobs are over
 * @param ended hears, once it is on disk, what has come to its end, and whether it was begun by this process
 */
export function commandOutcomes(
  ports: ServicePorts,
  desk: HeadEndDesk,
  flights: Flights,
  over: (flight: Flight, device: string, outcome: DeviceOutcome['outcome']) => void,
  ended: (end: Ended, ours: boolean) => void,
): CommandOutcomes {
  const { clock } = ports;
  let pending: JobNotice[] = [];
  let queued: JobNotice[] = [];
  /** Ends that are being written. */
  const keeping = new Set<Promise<void>>();

  function hear(notice: JobNotice): void {
    if (notice.kind === 'progress') return;
    pending.push(notice);
    if (pending.length === 1) soon(begin);
  }

  /** What can be kept without a look at the store is; the rest goes the long way. */
  function begin(): void {
    const notices = pending;
    pending = [];
    const long: JobNotice[] = [];
    for (const list of byJob(notices)) {
      const flight = flights.get(list[0]!.jobId);
      const closes = flight === undefined ? undefined : controlRequestOf(flight.request).closes;
      if (
        flight?.alone === true &&
        !hasSubscribers() &&
        closes === undefined &&
        list.every(({ kind, device }) => kind !== 'data' && flight.tasks.has(device))
      )
        keepAtOnce(flight, list);
      else for (const notice of list) long.push(notice);
    }
    if (long.length > 0) keepLater(long);
  }

  function keepAtOnce(flight: Flight, notices: readonly JobNotice[]): void {
    const kept = keepAlone(flight, notices).finally(() => keeping.delete(kept));
    keeping.add(kept);
  }

  desk.onFlush(async () => {
    if (pending.length > 0) begin();
    await Promise.allSettled(keeping);
  });

  /** The end of a request with one device: one order to the store. Whatever is not as usual goes the long way. */
  async function keepAlone(flight: Flight, notices: readonly JobNotice[]): Promise<void> {
    const { request, planned, jobId } = flight;
    const [task] = [...flight.tasks.values()] as [NewTask];
    let outcome = flights.reported(jobId, task.device);
    for (const notice of notices) outcome = outcomeOf(flight, task, notice, outcome) ?? outcome;
    const strange = notices.some(
      (notice) => notice.kind === 'event' && outcomeOf(flight, task, notice, undefined) === undefined,
    );
    const final = notices.some(({ kind }) => kind === 'final') || outcome?.outcome === 'succeeded';
    if (strange || !final || outcome === undefined || outcome.outcome === 'unknown') return keepLater(notices);
    const told: Told = { flight, task, outcome };
    const open: StoredRequest = { ...request, state: 'open' };
    const reply = finalReply(open, [taskOf(told)], ports.replies);
    const event = completionEvent(commandOf(open, planned, task), outcome);
    const by = provenanceOfOutcome(request, clock.now());
    const stays = staysInForce(planned, outcome.outcome === 'succeeded', clock.now());
    const at = clock.now();
    const { replyTo } = request;
    const events = event === undefined ? [] : [event.document as unknown as EndDeviceEvent];
    try {
      await ports.store.write({
        steps: [
          {
            requestId: request.id,
            seq: task.seq,
            ...stepFor(happeningOf[outcome.outcome]),
            outcome: keptOutcome(outcome),
            at,
          },
        ],
        ends: [{ id: request.id, reply: keptReply(open, [reply]), at }],
        ...(event === undefined ? {} : { objects: { objects: [event], provenance: by } }),
        states: stays
          ? []
          : [
              {
                noun: controlNoun,
                kind: controlKind,
                mRID: planned.mRID,
                from: 'active',
                to: outcome.outcome === 'succeeded' ? 'closed' : 'canceled',
                provenance: by,
              },
            ],
        jobs: stays ? [forceJob(planned)] : [],
        unneeded: [{ queue: commandQueue, key: request.id }],
        deliveries:
          replyTo.kind !== 'endpoint'
            ? []
            : [
                ...eventDeliveries(ports, request, replyTo.name, events),
                ...replyDeliveries(ports, open, replyTo.name, [reply]),
              ],
      });
    } catch {
      return keepLater(notices); // refused, because something has happened meanwhile; or the store cannot work now
    }
    over(flight, task.device, outcome.outcome);
    ended({ id: request.id, reply }, true);
  }

  function keepLater(notices: readonly JobNotice[]): void {
    const idle = queued.length === 0;
    for (const notice of notices) if (!desk.writes.tooMany(queued.length)) queued.push(notice);
    if (!idle) return;
    let taken: readonly JobNotice[] | undefined;
    let told: readonly Told[] = [];
    let ends: readonly Ended[] = [];
    const added = desk.writes.add(
      async (tx) => {
        if (taken === undefined) {
          taken = queued;
          queued = [];
        }
        [told, ends] = [[], []];
        for (let from = 0; from < taken.length; from += together) {
          const kept = await keep(tx, taken.slice(from, from + together));
          told = [...told, ...kept.told];
          ends = [...ends, ...kept.ends];
        }
      },
      () => {
        for (const { flight, task, outcome } of told) over(flight, task.device, outcome.outcome);
        for (const end of ends) ended(end, false);
      },
    );
    if (!added) queued = []; // those behind it get a write of their own
  }

  async function keep(tx: StoreTransaction, notices: readonly JobNotice[]) {
    const told = await heardIn(tx, notices);
    const allowed = await tx.stepTasks(
      told.map(({ flight, task, outcome }) => ({
        requestId: flight.request.id,
        seq: task.seq,
        ...stepFor(happeningOf[outcome.outcome]),
        ...(outcome.outcome === 'unknown' ? {} : { outcome: keptOutcome(outcome) }),
        at: clock.now(),
      })),
    );
    await keepEvents(tx, told, allowed);
    const late: Promise<void>[] = [];
    const touched = new Map<string, NewRequest>();
    for (const [at, one] of told.entries()) {
      const { flight, outcome } = one;
      if (outcome.outcome === 'unknown') continue;
      if (allowed[at] === true) touched.set(flight.request.id, flight.request);
      // behind the final reply an outcome is an event, and ends its control
      else late.push(keepLate(tx, one));
    }
    await Promise.all(late);
    const over = await Promise.all(
      [...touched.values()].map((request) => endIfOver(tx, ports, { ...request, state: 'open' })),
    );
    const ends = over.filter((end) => end !== undefined);
    return { told, ends };
  }

  async function keepLate(tx: StoreTransaction, { flight, task, outcome }: Told): Promise<void> {
    const { request, planned } = flight;
    const now = clock.now();
    const stays = staysInForce(planned, outcome.outcome === 'succeeded', now);
    const command = commandOf({ ...request, state: 'final' }, planned, task);
    await complete(tx, command, outcome, provenanceOfOutcome(request, now), stays);
    if (stays) await tx.addJobs([forceJob(planned)]);
  }

  /** The outcomes that notices tell, one for each device; what tells none is kept for itself. */
  async function heardIn(tx: StoreTransaction, notices: readonly JobNotice[]): Promise<readonly Told[]> {
    const told = new Map<string, Told>();
    const earlier = new Map<string, Flight | undefined>();
    const others: Noticed[] = [];
    for (const notice of notices) {
      const { jobId, device } = notice;
      if (flights.get(jobId) === undefined && !earlier.has(jobId)) earlier.set(jobId, await storedFlight(tx, jobId));
      const flight = flights.get(jobId) ?? earlier.get(jobId);
      const task = flight?.tasks.get(device);
      const key = `${jobId} ${device}`;
      const outcome =
        flight === undefined || task === undefined
          ? undefined
          : outcomeOf(flight, task, notice, told.get(key)?.outcome ?? flights.reported(jobId, device));
      if (outcome === undefined || flight === undefined || task === undefined)
        others.push({ notice, provenance: provenanceOfOutcome(flight?.request, clock.now()) });
      // a failure that the device tells may soon be told by its head end with the reason
      else if (notice.kind === 'event' && outcome.outcome === 'failed') flights.note(jobId, outcome);
      else told.set(key, { flight, task, outcome });
    }
    await keepNotices(tx, ports, others);
    return [...told.values()];
  }

  /** @param before what the device has told already */
  function outcomeOf(
    { request, planned }: Flight,
    task: NewTask,
    notice: JobNotice,
    before: DeviceOutcome | undefined,
  ): DeviceOutcome | undefined {
    const command = commandOf({ ...request, state: 'open' }, planned, task);
    const known = before?.outcome === 'unknown' ? undefined : before;
    if (notice.kind === 'event') {
      const outcome = toldOutcome(command, notice);
      return outcome && known?.outcome === outcome.outcome ? known : outcome;
    }
    if (notice.kind !== 'final') return undefined;
    const { outcome, failure, facts, at } = notice;
    if (outcome === 'unknown' && known !== undefined) return known;
    return { device: command.target.device, outcome, failure, facts: { ...known?.facts, ...facts }, at };
  }

  function taskOf({ flight, task, outcome }: Told): Task {
    const { jobId, request } = flight;
    const kept = keptOutcome(outcome);
    const state = outcome.outcome;
    return { ...task, state, jobId, requestId: request.id, outcome: kept, changedAt: clock.now() };
  }

  /**
   * Events of those that did it or failed. Who asked gets them with the final reply; behind that each as it comes, like subscribers.
   * @param inTime whether what was told came before the end of its task
   */
  async function keepEvents(tx: StoreTransaction, told: readonly Told[], inTime: readonly boolean[]): Promise<void> {
    const events = told.flatMap(({ flight: { request, planned }, task, outcome }, at) => {
      const event = completionEvent(commandOf({ ...request, state: 'open' }, planned, task), outcome);
      return event === undefined ? [] : [{ event, request, late: inTime[at] !== true }];
    });
    if (events.length === 0) return;
    const objects = events.map(({ event }) => event);
    const inserted = await insertNew(tx, objects, provenanceOfOutcome(told[0]?.flight.request, clock.now()));
    const fresh = new Set(inserted.map(({ mRID }) => mRID));
    for (const request of new Set(events.map((one) => one.request))) {
      const its = events.filter((one) => one.request === request && fresh.has(one.event.mRID));
      const { replyTo } = request;
      const late = its.flatMap((one) => (one.late ? [one.event.document as unknown as EndDeviceEvent] : []));
      if (replyTo.kind === 'endpoint' && late.length > 0)
        await tx.addDeliveries(eventDeliveries(ports, request, replyTo.name, late));
      if (its.length === 0 || !hasSubscribers()) continue;
      await publish(tx, ports, {
        noun: 'EndDeviceEvents',
        verb: 'created',
        root: { EndDeviceEvent: its.map(({ event }) => event.document) },
        correlationId: request.correlationId === '' ? undefined : request.correlationId,
        except: replyTo.kind === 'endpoint' ? [replyTo.name] : [],
      });
    }
  }

  function hasSubscribers(): boolean {
    return ports.registry.subscriptions('EndDeviceEvents').length > 0;
  }

  return {
    hear,
    reported: ({ jobId, device }) => (jobId === undefined ? undefined : flights.reported(jobId, device)),
  };
}

function byJob(notices: readonly JobNotice[]): Iterable<readonly JobNotice[]> {
  const jobs = new Map<string, JobNotice[]>();
  for (const notice of notices) {
    const list = jobs.get(notice.jobId);
    if (list === undefined) jobs.set(notice.jobId, [notice]);
    else list.push(notice);
  }
  return jobs.values();
}

/** Runs when what is told in this moment has been told. */
function soon(work: () => void): void {
  queueMicrotask(work);
}

/** A job sent by an earlier process, from its rows. */
async function storedFlight(tx: StoreTransaction, jobId: string): Promise<Flight | undefined> {
  const request = await tx.request(requestIdOf(jobId));
  if (request === undefined) return undefined;
  const tasks = (await tx.tasks(request.id)).filter((task) => task.jobId === jobId);
  const [first] = tasks;
  const planned = controlRequestOf(request).controls.find(({ entry }) => entry === first?.entry);
  if (first === undefined || planned === undefined) return undefined;
  const byDevice = new Map(tasks.map((task) => [task.device, task]));
  return { jobId, headEnd: first.headEnd, request, planned, tasks: byDevice, alone: false };
}
