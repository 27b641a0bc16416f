/**
 * `create EndDeviceControls`: carries a command to the head end of a device and answers what became of it.
 * One device, synchronous; the other verbs are those of any document. Knows nothing of SOAP and of how head ends are spoken to.
 */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import type {
  EndDeviceControlsRequestMessageType,
  EndDeviceControlsResponseMessageType,
} from '../generated/EndDeviceControlsMessage.js';
import type { EndDeviceControlsHandlers } from '../generated/handlers.js';
import { payloadPieces, type AnyMessage, type Call } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import { codes, isReplyCode } from '../message/reply-codes.js';
import { replyTo, type ReplyParts } from '../message/replies.js';
import type { ControlJob, Notice } from '../ports/head-end.js';
import type { Provenance } from '../ports/object-store.js';
import {
  checkSize,
  checkTarget,
  checkTiming,
  checkType,
  controlTypeOf,
  pathOf,
  targetsOf,
  type Target,
} from './control-checks.js';
import { complete, toldOutcome, type Command } from './control-completion.js';
import { documentOf } from './documents.js';
import { headEndDesk, keyOf, type DeviceOutcome } from './head-end-desk.js';
import { objectIdOf, referenceOf } from './identification.js';
import { boundOf, timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { bearerOfMRID, objectWriter, taken } from './object-writer.js';
import { keepNotice } from './reported.js';
import { provenanceOf, subjectOf } from './subject.js';

const noun = 'EndDeviceControls';
const kind = 'EndDeviceControl';

export function endDeviceControls(ports: ServicePorts): Partial<EndDeviceControlsHandlers<Call>> {
  const { store, clock, settings } = ports;
  const desk = headEndDesk(ports);
  const subject = subjectOf({ verbs: ['create'], objects: [kind] }, noun, ports);
  /** Commands under way: the mRID of the device, and of the control (blank while it has none). */
  const active = new Map<string, string>();

  /** The one control and device of the message; throws with everything that is wrong. */
  async function accept(message: AnyMessage, call: Call): Promise<{ control: EndDeviceControl; target: Target }> {
    const controls: EndDeviceControl[] = [];
    for await (const { root } of payloadPieces(message, call)) {
      // one more than allowed is enough to refuse the rest unread
      if (controls.length <= settings.controlDevices)
        controls.push(...((root[kind] as EndDeviceControl[] | undefined) ?? []));
    }
    const findings: Finding[] = checkSize(controls, settings);
    let accepted: { control: EndDeviceControl; target: Target } | undefined;
    for (const [at, control] of controls.slice(0, settings.controlDevices).entries()) {
      const path = pathOf(at);
      const wrongType = checkType(control, path);
      findings.push(...wrongType);
      const found = await targetsOf(store, control, path, clock.now());
      findings.push(...found.findings);
      for (const target of found.targets) {
        // a type that is none cannot be supported either: that goes without saying
        const type = wrongType.length > 0 ? undefined : controlTypeOf(control);
        findings.push(...checkTarget(desk, target, type), ...checkIdle(target));
        accepted = { control, target };
      }
      findings.push(...checkTiming(control, path, clock.now()));
    }
    if (findings.length > 0 || accepted === undefined) throw new ReplyError(...findings);
    return accepted;
  }

  function checkIdle({ device, named, path }: Target): Finding[] {
    const running = active.get(device.mRID);
    if (running === undefined) return [];
    const details = `another command is under way on ${named.id}; wait for its outcome`;
    const related: ObjectId | undefined = running === '' ? undefined : { id: running, kind: 'uuid', objectType: kind };
    return [
      {
        code: codes.canceledByRule,
        path,
        details,
        object: named,
        related,
        values: { details: 'one command at a time' },
      },
    ];
  }

  /** Writes the control down and answers its mRID. */
  function keep(control: EndDeviceControl, provenance: Provenance): Promise<string> {
    return store.transaction(async (tx) => {
      const path = pathOf(0);
      const reference = referenceOf(kind, control);
      const bearer = await bearerOfMRID(tx, noun, reference);
      if (bearer) {
        throw new ReplyError(
          taken(path, kind, objectIdOf(reference), bearer, 'give every command an mRID of its own, or none'),
        );
      }
      const writer = objectWriter(tx, subject, provenance);
      const mRID = writer.add({ kind, own: true, value: { ...control }, path });
      await writer.flush();
      return mRID;
    });
  }

  async function carryOut(command: Command, provenance: Provenance): Promise<DeviceOutcome> {
    const { device } = command.target;
    let told: DeviceOutcome | undefined;
    const later = (): Provenance => ({ ...provenance, at: timeStampOf(clock.now()) });
    /** Keeps what is no outcome; answers the outcome that a notice tells. */
    const hear = (notice: Notice): DeviceOutcome | undefined => {
      if (notice.kind === 'final') return { ...notice, device };
      const outcome = notice.kind === 'event' ? toldOutcome(command, notice) : undefined;
      if (outcome === undefined) desk.writes.add((tx) => keepNotice(tx, notice, later()));
      return outcome;
    };
    const hearLate = (notice: Notice): void => {
      const outcome = hear(notice);
      if (outcome !== undefined) desk.writes.add((tx) => complete(tx, command, outcome, later()));
    };

    const outcomes = await desk.run(
      jobOf(command, clock.now(), settings.syncTimeout),
      (notice) => {
        if (notice.kind !== 'final') told = hear(notice) ?? told;
      },
      hearLate,
    );
    const final = outcomes.get(keyOf(device));
    if (final === undefined) throw new Error(`the desk has no outcome for ${device.mRID}`);
    const result =
      final.outcome === 'unknown' && told !== undefined
        ? told
        : { ...final, facts: { ...told?.facts, ...final.facts } };
    try {
      await store.transaction((tx) => complete(tx, command, result, later()));
    } catch (error) {
      // It was done all the same: the outcome must not be lost with the answer.
      desk.writes.add((tx) => complete(tx, command, result, later()));
      throw error;
    }
    return result;
  }

  return {
    async create(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const { control, target } = await accept(request, call);
      const device = target.device.mRID;
      const claimed = checkIdle(target); // again: others were served while we asked the store
      if (claimed.length > 0) throw new ReplyError(...claimed);
      active.set(device, '');
      try {
        const provenance = provenanceOf(subject, request, call);
        const mRID = await keep(control, provenance);
        active.set(device, mRID);
        const correlationId = message.Header.CorrelationID ?? message.Header.MessageID;
        const command: Command = { mRID, control, target, correlationId };
        const result = await carryOut(command, provenance);
        const reply = replyTo(request, noun, partsOf(command, result, clock.now()), ports.replies);
        return reply as EndDeviceControlsResponseMessageType; // it has no payload
      } finally {
        active.delete(device);
      }
    },
  };
}

function jobOf({ mRID, control, target: { device } }: Command, now: number, timeout: number): ControlJob {
  const end = boundOf(control.primaryDeviceTiming?.interval?.end ?? '');
  const deadline = Math.min(now + timeout, end === undefined ? Infinity : Math.floor(end / 1000));
  const devices = [{ mRID: device.mRID, names: device.names }];
  const controlType = controlTypeOf(control);
  return {
    kind: 'control',
    id: mRID,
    controlType,
    devices,
    parameters: documentOf(control),
    deadline,
    priority: 'normal',
  };
}

function partsOf({ mRID, target, correlationId }: Command, result: DeviceOutcome, now: number): ReplyParts {
  const ids: ObjectId[] = [{ id: mRID, kind: 'uuid', objectType: kind }];
  if (correlationId !== undefined) ids.push({ id: correlationId, kind: 'transaction' });
  if (result.outcome === 'succeeded') return { result: 'OK', ids };
  const { path, named: object } = target;
  const failure = result.failure ?? { code: codes.attemptFailed, details: 'the head end gives no reason' };
  if (result.outcome === 'unknown') {
    const details = `${failure.details}; whether the command was carried out is not known: the outcome will appear as an event of EndDeviceEvents`;
    const values = { details: `nothing was heard until ${timeStampOf(now)}` };
    return { result: 'FAILED', findings: [{ code: codes.timedOut, path, details, object, values }], ids };
  }
  const known = isReplyCode(failure.code);
  const details = known ? failure.details : `${failure.code}: ${failure.details}`;
  const code = known ? failure.code : codes.attemptFailed;
  return { result: 'FAILED', findings: [{ code, path, details, object, values: { details, object: object.id } }], ids };
}
