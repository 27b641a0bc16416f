/** `cancel` of commands in hand (behaviour §4.6): what has not been sent is called off, and what its head end can still stop. */
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { isOpen, stepFor, unsentStates } from './command.js';
import { companions, goesOn } from './command-joining.js';
import { tooLate, wantedByOthers, type BesideRows, type Ending } from './control-endings.js';
import { bodyOf, controlRequestOf, dataOf, type PlannedControl } from './control-plan.js';
import { endedBy } from './control-reply.js';
import type { Selected } from './control-selection.js';
import { callOff, canceledDetails } from './control-withdrawal.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';

/** Calls the devices of a command off that are meant. */
export function controlCanceling(ports: ServicePorts, beside: BesideRows): (selected: Selected) => Promise<Ending> {
  const { store, clock, settings } = ports;
  const joins = settings.duplicates === 'join';

  async function cancel(selected: Selected): Promise<Ending> {
    if (!joins) return cancelThese(selected);
    const release = await beside.claim(selected.tasks, 'cancel');
    return release === undefined
      ? { good: 0, findings: selected.tasks.map(wantedByOthers) }
      : cancelThese(selected).finally(release);
  }

  async function cancelThese({ request, planned, tasks, whole, path, given }: Selected): Promise<Ending> {
    if (planned.unresolved === true) {
      if (whole) return cancelUnresolved(request, planned, path, given);
      const details = 'its devices are found when it starts; cancel it as a whole';
      return { good: 0, findings: [tooLate(path, details, given)] };
    }
    // what somebody else wants too goes on without this caller, or as it is
    const shared = joins ? await companions(store, tasks) : new Map<Task, Task>();
    const unsent = tasks.filter(({ state }) => (unsentStates as readonly string[]).includes(state));
    const canceled = await callOff(ports, beside, request, unsent, 'cancel');
    const left = tasks.filter((task) => !canceled.includes(task));
    const own = left.filter((task) => !shared.has(task));
    const { stopped, asked } = await beside.stop(request, own);
    const findings = left
      .filter((task) => !stopped.includes(task) && !asked.includes(task))
      .map((task) => (shared.has(task) && isOpen(task.state) ? wantedByOthers(task) : late(task)));
    const notes = canceled.flatMap((task) => (shared.has(task) ? [goesOn(task, shared.get(task)!)] : []));
    const good = canceled.length + stopped.length + asked.length;
    return { good, findings, notes: [...notes, ...asked.map(willBeAsked)] };
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
      return beside.settle(tx, request.id);
    });
    beside.committed(end, tasks);
    if (done) return { good: 1, findings: [] };
    return { good: 0, findings: [tooLate(path, 'it is starting just now', given)] };
  }

  return cancel;
}

function late(task: Task): Finding {
  const { named, path } = dataOf(task);
  const details = isOpen(task.state)
    ? `the command has been sent to ${named.id} and cannot be taken back; its outcome follows`
    : `the command is over for ${named.id}: ${task.state} at ${timeStampOf(task.changedAt)}`;
  return tooLate(path, details, named);
}

function willBeAsked(task: Task): Finding {
  const { named, path } = dataOf(task);
  const details = `the command has been sent to ${named.id}; its head end will be asked to stop it, and the reply to the command tells whether it has`;
  return { code: codes.accepted, path, details, object: named };
}
