/** How a command ends: its event, and the state of its control. Told twice or late, it comes out the same. */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import { matchesMask, outcomeEvents } from '../message/codes/end-device-code.js';
import type { NewObject, Provenance, StoreTransaction } from '../ports/object-store.js';
import { controlTypeOf, type Target } from './control-checks.js';
import type { DeviceOutcome } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import { assetOf, detailsOf, eventObject, insertNew, type EventNotice } from './reported.js';
import { inState } from './subject.js';

/** A command that has been sent. */
export interface Command {
  /** The mRID of its control, which is the head end's job as well. */
  readonly mRID: string;
  readonly control: EndDeviceControl;
  readonly target: Target;
  /** What ties its reply and its event to the request. */
  readonly correlationId: string | undefined;
}

/** The outcome that an event of the device tells, for head ends whose final notice is late or never comes. */
export function toldOutcome({ control, target }: Command, notice: EventNotice): DeviceOutcome | undefined {
  const events = outcomeEvents(controlTypeOf(control));
  const { eventType, facts, at } = notice;
  if (eventType === events?.success) return { device: target.device, outcome: 'succeeded', facts, at };
  if (eventType !== events?.failure) return undefined;
  const failure = { code: '5.3', details: 'the device reports that it failed' };
  return { device: target.device, outcome: 'failed', failure, facts, at };
}

/**
 * The event that reports the outcome: the control's code with its last part replaced, and the facts.
 * @returns undefined when the outcome is not known, or the control has no event for it
 */
export function completionEvent(command: Command, result: DeviceOutcome): NewObject | undefined {
  const { control, target, correlationId, mRID } = command;
  const events = outcomeEvents(controlTypeOf(control));
  const ref =
    result.outcome === 'unknown' ? undefined : events?.[result.outcome === 'succeeded' ? 'success' : 'failure'];
  if (ref === undefined) return undefined;
  const event: EndDeviceEvent = {
    createdDateTime: timeStampOf(result.at),
    issuerID: control.issuerID,
    issuerTrackingID: control.issuerTrackingID,
    reason: result.failure && `${result.failure.code} ${result.failure.details}`,
    Assets: assetOf(target.device),
    // The profile has no place for the correlation, and whoever fetches the event later needs it.
    EndDeviceEventDetails: detailsOf({
      ...result.facts,
      ...(correlationId === undefined ? {} : { CorrelationID: correlationId }),
    }),
    EndDeviceEventType: { ref },
    UsagePoint: target.usagePoint,
  };
  return eventObject(event, 'completion', mRID, target.device.mRID);
}

/**
 * Keeps the outcome, once: the event is there, and the control is closed when it succeeded, canceled when it failed.
 * @param stays whether the control is in force from now on: it stays as it is until its time is over
 */
export async function complete(
  tx: StoreTransaction,
  command: Command,
  result: DeviceOutcome,
  provenance: Provenance,
  stays: boolean,
): Promise<void> {
  if (result.outcome === 'unknown') return;
  const event = completionEvent(command, result);
  if (event !== undefined) await insertNew(tx, [event], provenance);
  if (stays) return;
  const control = await tx.objectByMRID('EndDeviceControls', ['EndDeviceControl'], command.mRID);
  if (control?.state !== 'active') return;
  const state = result.outcome === 'succeeded' ? 'closed' : 'canceled';
  await tx.replace(control.id, control.version, inState(control, state), provenance);
}

/** Where the switch stands when a control has been carried out; undefined for controls that do not move it. */
export function positionAfter(type: string): string | undefined {
  return positions.find(([mask]) => matchesMask(type, mask))?.[1];
}

const positions = [
  ['*.31.0.18', 'closed'],
  ['*.31.0.23', 'open'],
  ['*.31.0.5', 'armed'],
] as const;
