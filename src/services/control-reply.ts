/** What a request for controls comes to: its one final reply, and the events of its devices. Pure, from the rows alone. */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { AnyMessage, AnyResponse } from '../message/call.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes, isReplyCode } from '../message/reply-codes.js';
import { replyTo, resultOf, type ReplyMaker } from '../message/replies.js';
import type { Failure } from '../ports/head-end.js';
import type { JsonObject, NewObject } from '../ports/object-store.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { doneTogether } from './command-joining.js';
import { completionEvent, type Command } from './control-completion.js';
import { commandOf, controlKind, controlNoun, controlRequestOf, dataOf, type PlannedControl } from './control-plan.js';
import type { DeviceOutcome } from './head-end-desk.js';
import { timeStampOf } from './instant.js';

/** What a task keeps of its end. */
export interface KeptOutcome {
  readonly code?: string | undefined;
  readonly details?: string | undefined;
  readonly facts: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, by the head end where it said so. */
  readonly at: number;
}

export function keptOutcome({ failure, facts, at }: Omit<DeviceOutcome, 'device' | 'outcome'>): JsonObject {
  return { ...failure, facts, at } satisfies KeptOutcome;
}

/** What is kept of a task that ends without a word of the head end. */
export function endedBy(code: string, details: string, at: number): JsonObject {
  return { code, details, facts: {}, at };
}

/** The final reply: OK when all devices have done it, PARTIAL when some have, else FAILED, with a finding for each of the others. */
export function finalReply(request: StoredRequest, tasks: readonly Task[], maker: ReplyMaker): AnyResponse {
  const { controls, refused } = controlRequestOf(request);
  const failed = tasks.flatMap((task) => findingOf(task) ?? []);
  const good = tasks.length - failed.length;
  const findings = [...refused, ...failed];
  const result = resultOf(good, findings.length);
  const details = `${good} of ${tasks.length + refused.length} devices have done it; nothing more follows`;
  const whole: Finding[] = result === 'PARTIAL' ? [{ code: codes.partialDone, details }] : [];
  const message = { Header: request.header } as unknown as AnyMessage;
  const ids = idsOf(controls, request.correlationId);
  const shared = tasks.filter(({ state, jobId }) => state === 'succeeded' && jobId === undefined).flatMap(doneTogether);
  return replyTo(message, controlNoun, { result, findings: [...whole, ...shared, ...findings], ids }, maker);
}

export function idsOf(controls: readonly PlannedControl[], correlationId: string): readonly ObjectId[] {
  return [
    ...controls.map(({ mRID }) => ({ id: mRID, kind: 'uuid', objectType: controlKind }) as const),
    ...(correlationId === '' ? [] : [{ id: correlationId, kind: 'transaction' } as const]),
  ];
}

/** The events of the devices that did it or failed, those to which the tables of codes give one. */
export function outcomeEventsOf(request: StoredRequest, tasks: readonly Task[]): readonly EndDeviceEvent[] {
  return completionsOf(request, tasks).map(({ document }) => document as unknown as EndDeviceEvent);
}

/** The same as objects of the store. */
export function completionsOf(request: StoredRequest, tasks: readonly Task[]): readonly NewObject[] {
  const { controls } = controlRequestOf(request);
  const byEntry = new Map(controls.map((planned) => [planned.entry, planned]));
  return tasks.flatMap((task) => {
    const planned = byEntry.get(task.entry);
    const outcome = outcomeOf(task);
    if (planned === undefined || outcome === undefined) return [];
    const event = completionEvent(commandOf(request, planned, task), outcome);
    return event ?? [];
  });
}

/** What the head end has said of a device; nothing when it has not. */
function outcomeOf(task: Task): DeviceOutcome | undefined {
  if (task.state !== 'succeeded' && task.state !== 'failed') return undefined;
  const { code, details = '', facts, at } = outcomeIn(task);
  const device: Command['target']['device'] = { mRID: task.device, names: dataOf(task).names };
  const failure: Failure | undefined = code === undefined ? undefined : { code, details };
  return { device, outcome: task.state, failure, facts, at };
}

function outcomeIn({ outcome, changedAt }: Task): KeptOutcome {
  return (outcome as KeptOutcome | undefined) ?? { facts: {}, at: changedAt };
}

/** Why a device has not done it; nothing when it has. */
function findingOf(task: Task): Finding | undefined {
  const { path, named: object, joined } = dataOf(task);
  const { state, jobId, changedAt } = task;
  const { code = codes.attemptFailed, details: said = 'the head end gives no reason' } = outcomeIn(task);
  switch (state) {
    case 'succeeded':
      return undefined;
    case 'expired': {
      const details =
        jobId === undefined && joined === undefined
          ? `${said}; nothing was sent to the device`
          : `${said}; whether the command was carried out is not known: the outcome will appear as an event of EndDeviceEvents`;
      const values = { details: `nothing was heard until ${timeStampOf(changedAt)}` };
      return { code: codes.timedOut, path, details, object, values };
    }
    case 'canceled':
      return { code: codes.canceledByUser, path, details: said, object, values: { details: said } };
    default: {
      const known = isReplyCode(code);
      const details = known ? said : `${code}: ${said}`;
      return {
        code: known ? code : codes.attemptFailed,
        path,
        details,
        object,
        values: { details, object: object.id },
      };
    }
  }
}
