/**
 * `commands.duplicates: join` (behaviour.md §4.3): a command that is under way on a device already is not sent a second time; the
 * device's task in the new request joins the one there is, and gets what that comes to. Joined tasks form a chain: each joins the
 * last one, so that the chain goes on whichever of them is called off. What follows is in `command-followers.ts`.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { StoreReader } from '../ports/object-store.js';
import type { NewTask, StoredRequest, Task } from '../ports/requests.js';
import { collide, controlKind, controlRequestOf, dataOf, type PlannedControl } from './control-plan.js';

/** Whether a task waits for what another one comes to. One that was let go is an ordinary task again, and waiting. */
export function isHeld(task: NewTask): boolean {
  return task.state === 'accepted' && dataOf(task).joined !== undefined;
}

/** Elements that say which control it is, who wants it and where: two of them may differ in these, and ask for the same. */
const identity: ReadonlySet<string> = new Set([
  'mRID',
  'Names',
  'issuerID',
  'issuerTrackingID',
  'EndDeviceControlType',
  'EndDevices',
  'UsagePoints',
  'EndDeviceGroups',
  'UsagePointGroups',
]);

/** Whether two controls of one type ask for the same: parameters and times, word for word. */
export function sameCommand(one: EndDeviceControl, other: EndDeviceControl): boolean {
  const essence = (control: EndDeviceControl): unknown =>
    JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(control).filter(([name]) => !identity.has(name)))));
  return isDeepStrictEqual(essence(one), essence(other));
}

/** A task as it may be kept, and what is to be said of it. */
export interface Joining {
  readonly task: NewTask;
  readonly note?: Finding | undefined;
}

/**
 * Has tasks join what is under way, for the controls of one message. The answer is undefined for a task that may not: something
 * else is under way on its device.
 * @param controls those of the message
 */
export function joiner(store: StoreReader, controls: readonly PlannedControl[]) {
  const requests = new Map<string, Promise<StoredRequest | undefined>>();
  return async (task: NewTask, inTheWay: readonly Task[]): Promise<Joining | undefined> => {
    const ends = inTheWay.filter((other) => !inTheWay.some((one) => isJoinedTo(one, other)));
    const [last] = ends;
    if (last === undefined) return { task };
    if (ends.length > 1 || last.action !== task.action) return undefined;
    const found = requests.get(last.requestId) ?? store.request(last.requestId);
    requests.set(last.requestId, found);
    const request = await found;
    if (request === undefined || request.state === 'final') return { task }; // over since we looked
    const planned = controls.find(({ entry }) => entry === task.entry);
    const other = controlRequestOf(request).controls.find(({ entry }) => entry === last.entry);
    if (planned === undefined || other === undefined || !sameCommand(planned.control, other.control)) return undefined;
    const { requestId, seq } = last;
    const joined = { requestId, seq, control: other.mRID, correlationId: request.correlationId };
    return { task: { ...task, data: { ...task.data, joined } }, note: joinedNote(task, joined) };
  };
}

type Joined = NonNullable<ReturnType<typeof dataOf>['joined']>;

function isJoinedTo(one: NewTask, { requestId, seq }: Task): boolean {
  const { joined } = dataOf(one);
  return joined !== undefined && joined.requestId === requestId && joined.seq === seq;
}

function joinedNote(task: NewTask, joined: Joined): Finding {
  const details = `the same command is under way on ${dataOf(task).named.id} already, for ${wordsOf(joined)}: it is not sent twice, and this request gets its outcome`;
  return { ...noteOn(task, joined, details), code: codes.accepted };
}

/** Said in the final reply of a device that has done it for another request as well. */
export function doneTogether(task: NewTask): Finding[] {
  const { joined } = dataOf(task);
  if (joined === undefined) return [];
  const details = `it was done once, for ${wordsOf(joined)} and for this request`;
  return [noteOn(task, joined, details)];
}

function noteOn(task: NewTask, { control }: Joined, details: string): Finding {
  const { named, path } = dataOf(task);
  return {
    code: codes.ok,
    path,
    details,
    object: named,
    related: { id: control, kind: 'uuid', objectType: controlKind },
  };
}

function wordsOf({ correlationId, control }: Joined): string {
  return correlationId === '' ? `the control ${control}` : `the request ${correlationId} (control ${control})`;
}

/** Of each of these tasks, one of another request that it is in a chain with, and that is not over. */
export async function companions(store: StoreReader, tasks: readonly Task[]): Promise<ReadonlyMap<Task, Task>> {
  const found = new Map<Task, Task>();
  if (tasks.length === 0) return found;
  const active = await store.activeTasks([...new Set(tasks.map(({ device }) => device))]);
  for (const task of tasks) {
    const other = active.find(
      (one) =>
        one.device === task.device &&
        !(one.requestId === task.requestId && one.seq === task.seq) &&
        one.action === task.action &&
        (isHeld(one) || isHeld(task)) &&
        collide(task, one),
    );
    if (other !== undefined) found.set(task, other);
  }
  return found;
}

/** Said of a device for which the command goes on, since somebody else wants it too. */
export function goesOn(task: NewTask, other: NewTask): Finding {
  const { named, path } = dataOf(task);
  const { control } = dataOf(other);
  const details = `the command on ${named.id} is shared with another request (control ${control}), for which it goes on`;
  const related = { id: control, kind: 'uuid', objectType: controlKind } as const;
  return { code: codes.ok, path, details, object: named, related };
}
