/** `change` and `delete` of commands in hand (behaviour §4.6): what is not sent yet is altered, the record of what is over goes. */
import { isDeepStrictEqual } from 'node:util';
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Provenance, StoreReader, StoreTransaction } from '../ports/object-store.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { unsentStates } from './command.js';
import { companions } from './command-joining.js';
import { commandQueue } from './command-ends.js';
import { underWay } from './control-acceptance.js';
import { checkTiming, checkType, controlTypeOf, isDisconnect } from './control-checks.js';
import { tooLate, wantedByOthers, type BesideRows, type Ending } from './control-endings.js';
import {
  atTimesOf,
  bodyOf,
  collide,
  controlKind,
  controlNoun,
  controlRequestOf,
  dataOf,
  timesOf,
  type PlannedControl,
} from './control-plan.js';
import type { Selected } from './control-selection.js';
import { countIn, isReleased } from './disconnect-brake.js';
import { documentOf } from './documents.js';
import type { ServicePorts } from './noun-row.js';
import { merged, nextVersion } from './object-writer.js';
import { inState, subjectOf } from './subject.js';

/** Does something to one control, and writes down who wanted it. */
type Altering = (selected: Selected, provenance: Provenance) => Promise<Ending>;

/** Gives a command that is not sent yet other parameters or times. */
export function controlChanging(ports: ServicePorts, beside: BesideRows): Altering {
  const { store, clock, settings } = ports;
  const joins = settings.duplicates === 'join';
  const subject = subjectOf({ verbs: ['change'], objects: [controlKind] }, controlNoun, ports);

  async function change(selected: Selected, provenance: Provenance): Promise<Ending> {
    if (!joins) return changeThese(selected, provenance);
    const release = await beside.claim(selected.tasks, 'change');
    return release === undefined
      ? { good: 0, findings: selected.tasks.map(wantedByOthers) }
      : changeThese(selected, provenance).finally(release);
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
    const shared = joins ? await companions(store, tasks) : new Map<Task, Task>();
    if (shared.size > 0) return { good: 0, findings: [...shared.keys()].map(wantedByOthers) };
    // times that are not given stay as they are: a deadline may have been asked for by an Option of the request
    const sameTimes = isDeepStrictEqual(intervalOf(control), intervalOf(planned.control));
    const times = sameTimes ? planned : timesOf(control, now, settings.commandDeadline, undefined);
    // what a second person has released was to go when it said
    const released = times.start === planned.start ? planned.released : undefined;
    const next: PlannedControl = { ...planned, control, start: times.start, deadline: times.deadline, released };
    const inTheWay: Finding[] = [];
    const late = await store.transaction(async (tx) => {
      const current = await tx.request(request.id);
      const open = await tx.tasks(request.id, { states: unsentStates });
      const its = open.filter(({ entry }) => entry === planned.entry).map((task) => atTimesOf(next, task));
      if (current === undefined || current.state === 'final') return tasks;
      const kept = controlRequestOf(current);
      // what was looked at may have started or been called off since, and would come to life again
      if (
        !isDeepStrictEqual(
          planned,
          kept.controls.find(({ entry }) => entry === planned.entry),
        )
      ) {
        inTheWay.push(
          tooLate(path, 'it is starting just now, or is being changed; look at it and send this again', given),
        );
        return [];
      }
      if (its.length === 0 && planned.unresolved !== true) return tasks;
      inTheWay.push(...sameType(planned, control, path), ...(await othersThen(tx, its)));
      if (inTheWay.length === 0) inTheWay.push(...(await counted(tx, current, next, its.length)));
      if (inTheWay.length > 0) return [];
      await tx.changeTasks(request.id, its);
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
    if (inTheWay.length > 0) return { good: 0, findings: inTheWay };
    beside.replan(request.id, next);
    const findings = late.map((task) => lateChange(task));
    return { good: planned.unresolved === true ? 1 : tasks.length - late.length, findings };
  }

  /** A disconnect that is moved is counted where it has come to. */
  async function counted(
    tx: StoreTransaction,
    { id, principal }: StoredRequest,
    { type, entry, start, control, unresolved, released }: PlannedControl,
    tasks: number,
  ): Promise<readonly Finding[]> {
    if (!isDisconnect(type)) return [];
    // those that have gone stay counted at their time: the rest cannot take their count along
    const gone = (await tx.tasks(id)).find((task) => task.entry === entry && mayHaveGone(task));
    if (gone !== undefined) {
      const { named, path } = dataOf(gone);
      const details = `the disconnect of ${named.id} is ${gone.state} already, so the others are not moved; cancel them, and send another control`;
      return [tooLate(path, details, named)];
    }
    const devices = tasks + (unresolved === true ? (control.UsagePoints?.length ?? 0) : 0);
    try {
      await countIn(tx, ports, id, principal, [{ entry, at: start, devices }], isReleased(released, devices));
      return [];
    } catch (error) {
      if (error instanceof ReplyError) return error.findings;
      throw error;
    }
  }

  return change;
}

/** Whether a head end has been given it, whatever it has said of it since; one that it has called off will not run. */
function mayHaveGone({ state, jobId }: Task): boolean {
  if (state === 'sent' || state === 'unknown' || state === 'succeeded') return true;
  return jobId !== undefined && (state === 'failed' || state === 'expired');
}

/** What a command is, a change leaves as it is: who may send the one may not for that have sent the other. */
function sameType({ type }: PlannedControl, control: EndDeviceControl, path: string): readonly Finding[] {
  const other = controlTypeOf(control);
  if (other === type) return [];
  const object: ObjectId = { id: other, kind: 'other', objectType: 'EndDeviceControlType' };
  const details = `the command is ${type} and cannot become ${other}; cancel it, and send another one`;
  return [
    { code: codes.invalidRequestId, path: `${path}.EndDeviceControlType`, details, object, values: { object: other } },
  ];
}

/** What is said of other commands that would be under way on the devices of tasks at the same time. */
async function othersThen(store: StoreReader, tasks: readonly Task[]): Promise<readonly Finding[]> {
  const active = await store.activeTasks([...new Set(tasks.map(({ device }) => device))]);
  return tasks.flatMap((task) => {
    const isOther = (one: Task): boolean => dataOf(one).control !== dataOf(task).control && one.device === task.device;
    const other = active.find((one) => isOther(one) && collide(task, one));
    return other === undefined ? [] : [underWay(task, other)];
  });
}

/** Takes away the record of a command that is over; of one under way nothing. */
export function controlRemoval({ store }: Pick<ServicePorts, 'store'>): Altering {
  return async ({ request, planned, whole, path, given }: Selected, provenance) => {
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
  };
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

function intervalOf({ primaryDeviceTiming }: EndDeviceControl): unknown {
  return primaryDeviceTiming?.interval && documentOf(primaryDeviceTiming.interval);
}

function lateChange(task: Task): Finding {
  const { named, path } = dataOf(task);
  return tooLate(path, `the command for ${named.id} is ${task.state} already, and stays as it was`, named);
}
