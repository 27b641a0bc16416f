/**
 * How requests for controls come to their end: when no device has anything left to do, one final reply, the controls closed or
 * canceled, or in force until their time is over (behaviour.md §4).
 */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { AnyResponse } from '../message/call.js';
import type { Job } from '../ports/jobs.js';
import type { Provenance, StoreTransaction } from '../ports/object-store.js';
import type { NewRequest, StoredRequest, Task } from '../ports/requests.js';
import { isOpen } from './command.js';
import { controlKind, controlNoun, controlRequestOf, inForceUntil, type PlannedControl } from './control-plan.js';
import { finalReply, outcomeEventsOf } from './control-reply.js';
import { eventDeliveries } from './event-message.js';
import { endWith } from './final-reply.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
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

/** Who has a request's outcome written down, and when. */
export function provenanceOfOutcome(request: NewRequest | undefined, now: number): Provenance {
  const at = timeStampOf(now);
  if (request === undefined) return { at };
  const { messageId, principal } = request;
  return { at, messageId, ...(principal === '' ? {} : { user: principal }) };
}

/** Ends a request none of whose devices has anything left to do; answers undefined while one has, or when it has ended before. */
export async function endIfOver(
  tx: StoreTransaction,
  ports: ServicePorts,
  told: StoredRequest,
): Promise<Ended | undefined> {
  const counts = await tx.taskCounts(told.id);
  if (Object.keys(counts).some((state) => isOpen(state as Task['state']))) return undefined;
  const [request, tasks] = await Promise.all([tx.request(told.id), tx.tasks(told.id)]);
  if (request === undefined || request.state === 'final') return undefined;
  const { controls, closes = [] } = controlRequestOf(request);
  if (controls.some(({ unresolved }) => unresolved === true)) return undefined;
  const reply = finalReply(request, tasks, ports.replies);
  const { replyTo } = request;
  if (replyTo.kind === 'endpoint') {
    const events: readonly EndDeviceEvent[] = outcomeEventsOf(request, tasks);
    await tx.addDeliveries(eventDeliveries(ports, request, replyTo.name, events));
  }
  if (!(await endWith(tx, ports, request, [reply]))) return undefined;
  await tx.removeJobs(commandQueue, [request.id]);
  await endControls(tx, request, controls, tasks, ports.clock.now());
  if (closes.length > 0 && reply.Reply.Result === 'OK') await closeThese(tx, request, closes, ports.clock.now());
  return { id: request.id, reply };
}

/** Closes the controls that some device has carried out, cancels the others; one in force stays until its time is over. */
async function endControls(
  tx: StoreTransaction,
  request: StoredRequest,
  controls: readonly PlannedControl[],
  tasks: readonly Task[],
  now: number,
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
    if (staysInForce(planned, done, now)) {
      await tx.addJobs([forceJob(planned)]);
      continue;
    }
    await tx.replace(
      object.id,
      object.version,
      inState(object, done ? 'closed' : 'canceled'),
      provenanceOfOutcome(request, now),
    );
  }
}

/** Ends the force of controls that other controls have ended. */
async function closeThese(
  tx: StoreTransaction,
  request: StoredRequest,
  mRIDs: readonly string[],
  now: number,
): Promise<void> {
  const stored = await tx.objectsByMRIDs(controlNoun, [controlKind], mRIDs);
  for (const object of stored.values())
    if (object.state === 'active')
      await tx.replace(object.id, object.version, inState(object, 'closed'), provenanceOfOutcome(request, now));
  await tx.removeJobs(forceQueue, mRIDs);
}

/** Whether a control that has been carried out goes on, so that its end is still to come. */
export function staysInForce(planned: PlannedControl, done: boolean, now: number): boolean {
  return done && lasts(planned) && (inForceUntil(planned) ?? 0) > now;
}

/** Ends a control when its time is over. */
export function forceJob(planned: PlannedControl): Job {
  return { queue: forceQueue, key: planned.mRID, due: inForceUntil(planned) ?? 0, data: {} };
}

/** Controls whose success begins something that goes on: load control, texts, prices. */
function lasts({ type }: PlannedControl): boolean {
  return ['13', '15', '20'].includes(type.split('.')[1] ?? '');
}
