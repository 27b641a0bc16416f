/**
 * What becomes of commands: notices of head ends become steps of tasks, events, and in the end the one final reply, all in the
 * transaction in which they are kept. Told twice, late, out of order or after a restart, it comes out the same.
 */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { AnyResponse } from '../message/call.js';
import type { Provenance, StoreTransaction } from '../ports/object-store.js';
import type { NewRequest, NewTask, StoredRequest, Task } from '../ports/requests.js';
import { isOpen, stepFor, type Happening } from './command.js';
import { requestIdOf, type Flight, type Flights } from './command-flights.js';
import { complete, completionEvent, toldOutcome } from './control-completion.js';
import {
  commandOf,
  controlKind,
  controlNoun,
  controlRequestOf,
  inForceUntil,
  type PlannedControl,
} from './control-plan.js';
import { finalReply, keptOutcome, outcomeEventsOf } from './control-reply.js';
import { eventDeliveries } from './event-message.js';
import { endWith } from './final-reply.js';
import type { DeviceOutcome, HeadEndDesk, JobNotice } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { keepNotices, type Told as Noticed } from './keep-notices.js';
import { insertNew } from './reported.js';
import { inState } from './subject.js';

/** The queue of the jobs that wake requests for controls, by the request's id. */
export const commandQueue = 'commands';
/** The queue of the jobs that close controls whose time is over, by the control's mRID. */
export const forceQueue = 'controls-in-force';

/** A request that has come to its end. */
export interface Ended {
  readonly id: string;
  readonly reply: AnyResponse;
}

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
  /** Ends a request none of whose devices has anything left to do; answers undefined while one has, or when it has ended before. */
  endIfOver(tx: StoreTransaction, request: StoredRequest): Promise<Ended | undefined>;
}

/**
 * @param over hears, once it is on disk, which devices of which jobs are over
 * @param ended hears, once it is on disk, what has come to its end
 */
export function commandOutcomes(
  ports: ServicePorts,
  desk: HeadEndDesk,
  flights: Flights,
  over: (flight: Flight, device: string, outcome: DeviceOutcome['outcome']) => void,
  ended: (end: Ended) => void,
): CommandOutcomes {
  const { clock } = ports;
  let pending: JobNotice[] = [];

  function hear(notice: JobNotice): void {
    pending.push(notice);
    if (pending.length > 1) return;
    let taken: readonly JobNotice[] | undefined;
    let told: readonly Told[] = [];
    let ends: readonly Ended[] = [];
    desk.writes.add(
      async (tx) => {
        if (taken === undefined) {
          taken = pending;
          pending = [];
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
        for (const end of ends) ended(end);
      },
    );
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
    await keepEvents(tx, told);
    const ends: Ended[] = [];
    const seen = new Set<string>();
    for (const [at, { flight, task, outcome }] of told.entries()) {
      const { request } = flight;
      if (allowed[at] !== true) {
        // behind the final reply an outcome is an event, and ends its control
        const command = commandOf({ ...request, state: 'final' }, flight.planned, task);
        if (outcome.outcome !== 'unknown') await complete(tx, command, outcome, provenance(request));
      } else if (outcome.outcome !== 'unknown' && !seen.has(request.id)) {
        seen.add(request.id);
        const end = await endIfOver(tx, { ...request, state: 'open' }, flight.alone ? [taskOf(told[at]!)] : undefined);
        if (end !== undefined) ends.push(end);
      }
    }
    return { told, ends };
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
        others.push({ notice, provenance: provenance(flight?.request) });
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

  /** Events of those that did it or failed, also of those that are late. */
  async function keepEvents(tx: StoreTransaction, told: readonly Told[]): Promise<void> {
    const events = told.flatMap(({ flight: { request, planned }, task, outcome }) => {
      const event = completionEvent(commandOf({ ...request, state: 'open' }, planned, task), outcome);
      return event === undefined ? [] : [event];
    });
    if (events.length > 0) await insertNew(tx, events, provenance(told[0]?.flight.request));
  }

  function provenance(request: NewRequest | undefined): Provenance {
    const at = timeStampOf(clock.now());
    if (request === undefined) return { at };
    const { messageId, principal } = request;
    return { at, messageId, ...(principal === '' ? {} : { user: principal }) };
  }

  async function endIfOver(
    tx: StoreTransaction,
    request: StoredRequest,
    known?: readonly Task[],
  ): Promise<Ended | undefined> {
    if (known === undefined) {
      const counts = await tx.taskCounts(request.id);
      if (Object.keys(counts).some((state) => isOpen(state as Task['state']))) return undefined;
    }
    const { controls } = controlRequestOf(request);
    if (controls.some(({ unresolved }) => unresolved === true)) return undefined;
    const tasks = known ?? (await tx.tasks(request.id));
    const reply = finalReply(request, tasks, ports.replies);
    const { replyTo } = request;
    if (replyTo.kind === 'endpoint') {
      const events: readonly EndDeviceEvent[] = outcomeEventsOf(request, tasks);
      await tx.addDeliveries(eventDeliveries(ports, request, replyTo.name, events));
    }
    if (!(await endWith(tx, ports, request, [reply]))) return undefined;
    await tx.removeJobs(commandQueue, [request.id]);
    await endControls(tx, request, controls, tasks);
    return { id: request.id, reply };
  }

  /** Closes the controls that some device has carried out, cancels the others; one in force stays until its time is over. */
  async function endControls(
    tx: StoreTransaction,
    request: StoredRequest,
    controls: readonly PlannedControl[],
    tasks: readonly Task[],
  ): Promise<void> {
    const stored = await tx.objectsByMRIDs(
      controlNoun,
      [controlKind],
      controls.map(({ mRID }) => mRID),
    );
    for (const planned of controls) {
      const object = stored.get(planned.mRID);
      if (object?.state !== 'active') continue;
      const its = tasks.filter(({ entry }) => entry === planned.entry);
      const done = its.some(({ state }) => state === 'succeeded');
      // what was sent and not heard of may still come to something
      if (!done && its.some(({ state, jobId }) => state === 'expired' && jobId !== undefined)) continue;
      const until = done ? inForceUntil(planned) : undefined;
      if (until !== undefined && until > clock.now() && lasts(planned)) {
        await tx.addJobs([{ queue: forceQueue, key: planned.mRID, due: until, data: {} }]);
        continue;
      }
      await tx.replace(object.id, object.version, inState(object, done ? 'closed' : 'canceled'), provenance(request));
    }
  }

  return {
    hear,
    reported: ({ jobId, device }) => (jobId === undefined ? undefined : flights.reported(jobId, device)),
    endIfOver: (tx, request) => endIfOver(tx, request),
  };
}

/** Controls whose success begins something that goes on: load control, texts, prices. */
function lasts({ type }: PlannedControl): boolean {
  return ['13', '15', '20'].includes(type.split('.')[1] ?? '');
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
