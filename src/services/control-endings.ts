/**
 * `cancel`, `change`, `close` and `delete` of commands in hand (behaviour §4.6): what has not been sent can be called off and
 * changed; what is in force can be closed; only what is over can be deleted.
 */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import { matchesMask } from '../message/codes/end-device-code.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Provenance } from '../ports/object-store.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { isOpen, stepFor, unsentStates } from './command.js';
import { companions, goesOn } from './command-joining.js';
import { commandQueue } from './command-ends.js';
import type { Commands } from './commands.js';
import { checkTiming, checkType } from './control-checks.js';
import {
  bodyOf,
  controlKind,
  controlNoun,
  controlRequestOf,
  dataOf,
  timesOf,
  type PlannedControl,
} from './control-plan.js';
import { endedBy } from './control-reply.js';
import type { Selected } from './control-selection.js';
import { documentOf } from './documents.js';
import type { HeadEndDesk } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { merged, nextVersion } from './object-writer.js';
import { inState, subjectOf } from './subject.js';

/** What has become of devices or controls. */
export interface Ending {
  readonly good: number;
  readonly findings: readonly Finding[];
  /** What else there is to say. */
  readonly notes?: readonly Finding[] | undefined;
}

const canceledDetails = 'canceled by the caller';

export interface ControlEndings {
  /** Calls commands off: those not sent yet, and those that the head end can still stop. */
  readonly cancel: (selected: Selected) => Promise<Ending>;
  /** Gives commands that are not sent yet other parameters or times. */
  readonly change: (selected: Selected, provenance: Provenance) => Promise<Ending>;
  /** Takes away the record of a command that is over; of one under way nothing. */
  readonly remove: (selected: Selected, provenance: Provenance) => Promise<Ending>;
}

export function controlEndings(ports: ServicePorts, desk: HeadEndDesk, commands: Commands): ControlEndings {
  const { store, clock, settings } = ports;
  const subject = subjectOf({ verbs: ['change'], objects: [controlKind] }, controlNoun, ports);

  /** Runs while nobody can join these tasks. */
  async function unjoined<T>(tasks: readonly Task[], work: () => Promise<T>): Promise<T> {
    if (settings.duplicates !== 'join') return work();
    const { claims } = commands;
    while (claims.anyOf(tasks)) await claims.released();
    const release = claims.take(tasks);
    return work().finally(release);
  }

  function cancel(selected: Selected): Promise<Ending> {
    return unjoined(selected.tasks, () => cancelThese(selected));
  }

  async function cancelThese({ request, planned, tasks, whole, path, given }: Selected): Promise<Ending> {
    if (planned.unresolved === true) {
      if (whole) return cancelUnresolved(request, planned, path, given);
      const details = 'its devices are found when it starts; cancel it as a whole';
      return { good: 0, findings: [tooLate(path, details, given)] };
    }
    // what somebody else wants too goes on without this caller, or as it is
    const shared = settings.duplicates === 'join' ? await companions(store, tasks) : new Map<Task, Task>();
    const unsent = tasks.filter(({ state }) => (unsentStates as readonly string[]).includes(state));
    const canceled = await step(request, unsent, 'cancel');
    const left = tasks.filter((task) => !canceled.includes(task));
    const own = left.filter((task) => !shared.has(task));
    const withdrawn = await withdraw(request, own);
    const findings = left
      .filter((task) => !withdrawn.includes(task))
      .map((task) => (shared.has(task) && isOpen(task.state) ? wantedByOthers(task) : late(task)));
    const notes = canceled.flatMap((task) => (shared.has(task) ? [goesOn(task, shared.get(task)!)] : []));
    return { good: canceled.length + withdrawn.length, findings, notes };
  }

  /** Steps tasks that may still be stepped; answers which were. */
  async function step(
    request: StoredRequest,
    tasks: readonly Task[],
    how: 'cancel' | 'withdraw',
  ): Promise<readonly Task[]> {
    if (tasks.length === 0) return [];
    const at = clock.now();
    const outcome = endedBy(codes.canceledByUser, canceledDetails, at);
    let done: readonly Task[] = [];
    const end = await store.transaction(async (tx) => {
      const allowed = await tx.stepTasks(
        tasks.map(({ seq }) => ({ requestId: request.id, seq, ...stepFor(how), outcome, at })),
      );
      done = tasks.filter((_, n) => allowed[n] === true);
      return commands.settle(tx, request.id);
    });
    commands.committed(end, done);
    return done;
  }

  /** Has the head end stop what it can still stop. */
  async function withdraw(request: StoredRequest, tasks: readonly Task[]): Promise<readonly Task[]> {
    // what has been sent in between shows in the rows, not in what was read before
    const now = await store.tasks(request.id, { states: ['sent', 'unknown'] });
    const sent = now.filter(({ seq }) => tasks.some((task) => task.seq === seq));
    const stopped: Task[] = [];
    for (const jobId of new Set(sent.map((task) => task.jobId))) {
      const its = sent.filter((task) => task.jobId === jobId);
      const headEnd = desk.headEndNamed(its[0]?.headEnd ?? '');
      if (jobId === undefined || headEnd?.capabilities().cancel !== true) continue;
      const devices = its.map(({ device }) => device);
      const gone = await headEnd.cancel({ jobId, reference: '' }, devices).catch((error: unknown) => {
        desk.trouble(error);
        return [] as readonly string[];
      });
      stopped.push(...its.filter(({ device }) => gone.includes(device)));
    }
    const done = await step(request, stopped, 'withdraw');
    return tasks.filter(({ seq }) => done.some((task) => task.seq === seq));
  }

  async function cancelUnresolved(
    request: StoredRequest,
    planned: PlannedControl,
    path: string,
    given: ObjectId,
  ): Promise<Ending> {
    const at = clock.now();
    const outcome = endedBy(codes.canceledByUser, canceledDetails, at);
    let done = false;
    let tasks: readonly Task[] = [];
    const end = await store.transaction(async (tx) => {
      const current = await tx.request(request.id);
      if (current === undefined || current.state === 'final') return undefined;
      const kept = controlRequestOf(current);
      done = kept.controls.some(({ entry, unresolved }) => entry === planned.entry && unresolved === true);
      if (!done) return undefined;
      const controls = kept.controls.map((one) =>
        one.entry === planned.entry ? { ...one, unresolved: undefined } : one,
      );
      const values = { details: canceledDetails };
      const refused: Finding = { code: codes.canceledByUser, path, details: canceledDetails, object: given, values };
      await tx.changeRequest(request.id, { body: bodyOf({ ...kept, controls, refused: [...kept.refused, refused] }) });
      tasks = (await tx.tasks(request.id, { states: unsentStates })).filter(({ entry }) => entry === planned.entry);
      await tx.stepTasks(tasks.map(({ seq }) => ({ requestId: request.id, seq, ...stepFor('cancel'), outcome, at })));
      return commands.settle(tx, request.id);
    });
    commands.committed(end, tasks);
    if (done) return { good: 1, findings: [] };
    return { good: 0, findings: [tooLate(path, 'it is starting just now', given)] };
  }

  function change(selected: Selected, provenance: Provenance): Promise<Ending> {
    return unjoined(selected.tasks, () => changeThese(selected, provenance));
  }

  async function changeThese(selected: Selected, provenance: Provenance): Promise<Ending> {
    const { request, planned, tasks, whole, path, given, element } = selected;
    if (element === undefined) {
      const details = 'put the control with its new elements into the payload';
      return { good: 0, findings: [{ code: codes.payloadMissing, path, details, values: { element: controlKind } }] };
    }
    if (!whole) {
      const details = 'a control is changed for all its devices; leave the devices out, or cancel it for some';
      return { good: 0, findings: [tooLate(path, details, given)] };
    }
    const now = clock.now();
    const control = changedControl(planned, element);
    const wrong = [...checkType(control, path), ...checkTiming(control, path, now, 'later')];
    if (wrong.length > 0) return { good: 0, findings: wrong };
    const shared = settings.duplicates === 'join' ? await companions(store, tasks) : new Map<Task, Task>();
    if (shared.size > 0) return { good: 0, findings: [...shared.keys()].map(wantedByOthers) };
    const next: PlannedControl = { ...planned, control, ...timesOf(control, now, settings.commandDeadline, undefined) };
    const late = await store.transaction(async (tx) => {
      const current = await tx.request(request.id);
      const open = await tx.tasks(request.id, { states: unsentStates });
      const its = open.filter(({ entry }) => entry === planned.entry);
      if (current === undefined || current.state === 'final') return tasks;
      if (its.length === 0 && planned.unresolved !== true) return tasks;
      const kept = controlRequestOf(current);
      const controls = kept.controls.map((one) => (one.entry === planned.entry ? next : one));
      const due = Math.min(...controls.map(({ start }) => start));
      const deadline = Math.max(...controls.map((one) => one.deadline));
      await tx.changeRequest(request.id, { body: bodyOf({ ...kept, controls }), due, deadline });
      await tx.addJobs([{ queue: commandQueue, key: request.id, due: now, data: {} }]);
      const object = await tx.objectByMRID(controlNoun, [controlKind], planned.mRID);
      if (object?.state === 'active')
        await tx.replace(
          object.id,
          object.version,
          nextVersion(subject, object, documentOf(control), 'active'),
          provenance,
        );
      return tasks.filter(({ seq }) => !its.some((task) => task.seq === seq));
    });
    commands.replan(request.id, next);
    const findings = late.map((task) => lateChange(task));
    return { good: planned.unresolved === true ? 1 : tasks.length - late.length, findings };
  }

  async function remove({ request, planned, whole, path, given }: Selected, provenance: Provenance): Promise<Ending> {
    const refused = (details: string): Ending => ({ good: 0, findings: [tooLate(path, details, given)] });
    if (request.state === 'open') return refused('the command is still under way; wait for its outcome, or cancel it');
    if (!whole) return refused('a control is deleted for all its devices; leave the devices out');
    await store.transaction(async (tx) => {
      const stored = await tx.objectsByMRIDs(
        controlNoun,
        [controlKind],
        controlRequestOf(request).controls.map(({ mRID }) => mRID),
      );
      const object = stored.get(planned.mRID);
      if (object !== undefined && object.state !== 'deleted')
        await tx.replace(object.id, object.version, inState(object, 'deleted'), provenance);
      const left = [...stored.values()].filter(({ mRID, state }) => mRID !== planned.mRID && state !== 'deleted');
      if (left.length === 0) await tx.removeRequest(request.id);
    });
    return { good: 1, findings: [] };
  }

  return { cancel, change, remove };
}

/** The elements given in place of those of the control; which control and which devices is not changed by it. */
function changedControl({ control }: PlannedControl, element: EndDeviceControl): EndDeviceControl {
  const {
    mRID: _,
    EndDevices: __,
    UsagePoints: ___,
    EndDeviceGroups: ____,
    UsagePointGroups: _____,
    ...given
  } = element;
  return merged({ document: documentOf(control) }, given) as unknown as EndDeviceControl;
}

function late(task: Task): Finding {
  const { named, path } = dataOf(task);
  const details = isOpen(task.state)
    ? `the command has been sent to ${named.id} and cannot be taken back; its outcome follows`
    : `the command is over for ${named.id}: ${task.state} at ${timeStampOf(task.changedAt)}`;
  return tooLate(path, details, named);
}

function wantedByOthers(task: Task): Finding {
  const { named, path } = dataOf(task);
  const details = `the command on ${named.id} is shared with another request, which wants it as it is`;
  return tooLate(path, details, named);
}

function lateChange(task: Task): Finding {
  const { named, path } = dataOf(task);
  return tooLate(path, `the command for ${named.id} is ${task.state} already, and stays as it was`, named);
}

function tooLate(path: string, details: string, object: ObjectId): Finding {
  return { code: codes.canceledByRule, path, details, object, values: { details: 'too late' } };
}

/** The control that ends what another one has begun, by the type of the other. */
export function counterpartOf(type: string): string | undefined {
  const found = counterparts.find(([mask]) => matchesMask(type, mask));
  return found === undefined ? undefined : `${type.split('.')[0]}.${found[1]}`;
}

const counterparts = [
  ['*.15.43.300', '15.43.8'],
  ['*.15.0.54', '15.0.55'],
  ['*.13.112.77', '13.112.8'],
] as const;
