/**
 * What is kept of a request for controls: its entries with their times, and a task for each device. From these rows alone a command
 * can be sent, called off and reported, also by a process that has never seen the message.
 */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import type { Caller } from '../message/caller.js';
import type { Finding, ObjectId } from '../message/finding.js';
import type { JsonObject, ObjectName } from '../ports/object-store.js';
import type { NewTask, StoredRequest, Task } from '../ports/requests.js';
import type { FoundTarget, Target } from './control-checks.js';
import type { Command } from './control-completion.js';
import { boundOf } from './instant.js';

export const controlNoun = 'EndDeviceControls';
export const controlKind = 'EndDeviceControl';

/** An entry of the message. Times in milliseconds since 1970. */
export interface PlannedControl {
  readonly mRID: string;
  readonly type: string;
  /** Position in the message, from 0. */
  readonly entry: number;
  /** When it is to be sent. */
  readonly start: number;
  /** Until when an outcome is waited for. */
  readonly deadline: number;
  /** The element, with its mRID. */
  readonly control: EndDeviceControl;
  /** Whether groups and usage points are still to be resolved to devices. */
  readonly unresolved?: boolean | undefined;
  /** How many devices a second person has released to be disconnected, whatever the limits are. */
  readonly released?: number | undefined;
}

export interface ControlRequest {
  readonly controls: readonly PlannedControl[];
  /** What was refused at once, for the final reply. */
  readonly refused: readonly Finding[];
  /** mRIDs of earlier controls whose force these end. */
  readonly closes?: readonly string[] | undefined;
  /** Who has asked, for what is looked at only when it starts; absent where nobody is asked who he is. */
  readonly caller?: Caller | undefined;
}

/** What a task keeps of its device: as the caller named it, and what the event says. */
interface TaskData {
  /** mRID of the control. */
  readonly control: string;
  readonly named: ObjectId;
  readonly path: string;
  readonly names: readonly ObjectName[];
  readonly usagePoint?: Target['usagePoint'] | undefined;
  /** From when to when the command is on its way or in force: no other of its kind may be then. */
  readonly from: number;
  readonly until: number;
  /** The group by which the device was found, for the limit per group. */
  readonly group?: string | undefined;
  /** The task of another request that it has joined, with the mRID of its control and the correlation of its request. */
  readonly joined?:
    | { readonly requestId: string; readonly seq: number; readonly control: string; readonly correlationId: string }
    | undefined;
}

/** A deadline that is asked for: a moment, or so many milliseconds behind the start. */
export type AskedDeadline = { readonly at: number } | { readonly after: number };

/** When a control is sent, and when it is over at the latest. */
export function timesOf(
  control: EndDeviceControl,
  now: number,
  wait: number,
  asked: AskedDeadline | undefined,
): { readonly start: number; readonly deadline: number } {
  const interval = control.primaryDeviceTiming?.interval;
  const start = Math.max(now, millisecondsOf(interval?.start) ?? now);
  const end = millisecondsOf(interval?.end);
  if (end !== undefined || asked === undefined) return { start, deadline: end ?? start + wait };
  return { start, deadline: 'at' in asked ? asked.at : start + asked.after };
}

/** Until when a control is in force behind its success, as far as it says; undefined when it is over at once. */
export function inForceUntil({ control, start }: PlannedControl): number | undefined {
  const { primaryDeviceTiming, PanDemandResponse, PanDisplay, PanPricing } = control;
  const action = PanDemandResponse ?? PanDisplay ?? PanPricing;
  const minutes = Number(action?.duration ?? primaryDeviceTiming?.duration);
  const from = millisecondsOf(action?.startDateTime) ?? start;
  const end = millisecondsOf(primaryDeviceTiming?.interval?.end);
  if (!Number.isFinite(minutes) || minutes <= 0) return end;
  // minutes are floating point: 1.6666667 of them are no whole milliseconds, and 1e30 are more than can be kept
  return Math.min(Math.ceil(from + minutes * 60_000), lastMoment);
}

/** The last millisecond that times of messages reach, as `boundOf` has it. */
const lastMoment = Math.floor(Number.MAX_SAFE_INTEGER / 1000);

function millisecondsOf(text: string | undefined): number | undefined {
  const instant = text === undefined ? undefined : boundOf(text);
  return instant === undefined ? undefined : Math.floor(instant / 1000);
}

/** The task of a device. */
export function taskOf(planned: PlannedControl, target: FoundTarget, seq: number, headEnd: string): NewTask {
  const { mRID, type, entry } = planned;
  const { device, named, path, usagePoint, group } = target;
  const data: TaskData = {
    control: mRID,
    named,
    path,
    names: device.names,
    usagePoint,
    group,
    ...busyTimes(planned),
  };
  return {
    seq,
    entry,
    device: device.mRID,
    headEnd,
    action: type,
    state: 'accepted',
    data: data as unknown as JsonObject,
  };
}

/** From when to when a command keeps its devices busy. */
function busyTimes(planned: PlannedControl): Pick<TaskData, 'from' | 'until'> {
  const { start, deadline } = planned;
  return { from: start, until: Math.max(deadline, inForceUntil(planned) ?? 0) };
}

/** The task of a device whose control has other times now. */
export function atTimesOf(planned: PlannedControl, task: Task): Task {
  return { ...task, data: { ...task.data, ...busyTimes(planned) } };
}

export function dataOf({ data }: NewTask): TaskData {
  return data as unknown as TaskData;
}

export function bodyOf(request: ControlRequest): JsonObject {
  return request as unknown as JsonObject; // all of it is JSON, and the store makes its own copy
}

export function controlRequestOf({ body }: Pick<StoredRequest, 'body'>): ControlRequest {
  return body as unknown as ControlRequest;
}

/** The command that a task is, as it is reported. */
export function commandOf(request: StoredRequest, planned: PlannedControl, task: Task | NewTask): Command {
  const { named, path, names, usagePoint } = dataOf(task);
  return {
    mRID: planned.mRID,
    control: planned.control,
    target: { device: { mRID: task.device, names }, named, path, usagePoint },
    correlationId: request.correlationId === '' ? undefined : request.correlationId,
  };
}

/** Whether two commands on one device would be in each other's way: of one domain (switch, load control ...) at one time. */
export function collide(one: NewTask, other: NewTask): boolean {
  const domain = ({ action }: NewTask): string | undefined => action.split('.')[1];
  if (other.action === 'read' || domain(one) !== domain(other)) return false;
  const [a, b] = [dataOf(one), dataOf(other)];
  return a.from < b.until && b.from < a.until;
}
