/**
 * What must hold before a control is sent: every rule, and every finding of it. Asks the store and the desk, changes nothing.
 * The rules on a message as a whole (`checkSize`) and on time (`checkTiming`) are pure.
 */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import { describeEndDeviceCode, matchesMask, parseEndDeviceCode } from '../message/codes/end-device-code.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import type { HeadEndDesk } from './head-end-desk.js';
import { devicePlaces, objectIdOf, referenceOf, resolve } from './identification.js';
import { boundOf } from './instant.js';
import { metersOfUsagePoint } from './linkage.js';
import type { ServiceSettings } from './noun-row.js';

/** A device that a control names, directly or by its usage point. */
export interface Target {
  readonly device: StoredObject;
  /** As the caller named it. */
  readonly named: ObjectId;
  readonly path: string;
  /** The usage point by which it was named. */
  readonly usagePoint?: EndDeviceUsagePoint | undefined;
}

type EndDeviceUsagePoint = NonNullable<EndDeviceControl['UsagePoints']>[number];

/** Controls this version carries out, of any type of device. */
const offered = ['*.31.0.18', '*.31.0.23'] as const;
const disconnect = '*.31.0.23';

const oneOnly = 'a synchronous command is for one device';
const notOffered = 'AsyncReplyFlag, which is not offered in this version';

/** The code of a control's type, without surrounding blanks. */
export function controlTypeOf(control: EndDeviceControl): string {
  return control.EndDeviceControlType.ref?.trim() ?? '';
}

/** Where a control stands in the message. */
export function pathOf(at: number): string {
  return `EndDeviceControls.EndDeviceControl[${at}]`;
}

/** Whether the message names more than it may: limits of the gateway, and one device in the synchronous form. */
export function checkSize(controls: readonly EndDeviceControl[], settings: ServiceSettings): Finding[] {
  const { controlDevices, disconnectDevices } = settings;
  const path = 'EndDeviceControls';
  const findings: Finding[] = [];
  const count = (some: readonly EndDeviceControl[]): number =>
    some.reduce((sum, { EndDevices, UsagePoints }) => sum + (EndDevices?.length ?? 0) + (UsagePoints?.length ?? 0), 0);
  const named = count(controls);
  const disconnected = count(controls.filter((control) => matchesMask(controlTypeOf(control), disconnect)));

  if (controls.length === 0) {
    const details = 'no control is given; put an EndDeviceControl into the payload';
    findings.push({ code: codes.payloadMissing, path, details, values: { element: 'EndDeviceControl' } });
  }
  if (named > controlDevices || controls.length > controlDevices) {
    const details = `one message may command at most ${controlDevices} devices, this one names ${Math.max(named, controls.length)}`;
    findings.push({ code: codes.tooManyItems, path, details, values: { limit: String(controlDevices) } });
  }
  if (disconnected > disconnectDevices) {
    const details = `one message may disconnect at most ${disconnectDevices} devices, this one names ${disconnected}`;
    findings.push({ code: codes.policyViolation, path, details, values: { details: 'too many disconnects' } });
  }
  if (named > 1 || controls.length > 1) {
    const details = `${oneOnly}; several devices need ${notOffered}: send one message for each device`;
    findings.push({ code: codes.tooManyItems, path, details, values: { limit: '1' } });
  }
  return findings;
}

/** Whether a control is to be carried out now; `now` in milliseconds since 1970. */
export function checkTiming(control: EndDeviceControl, path: string, now: number): Finding[] {
  const interval = control.primaryDeviceTiming?.interval;
  const start = boundOf(interval?.start ?? '');
  const end = boundOf(interval?.end ?? '');
  const at = (name: string): string => `${path}.primaryDeviceTiming.interval.${name}`;
  const finding = (name: string, details: string, code: Finding['code'] = codes.notAttempted): Finding => ({
    code,
    path: at(name),
    details,
    values: { details },
  });
  const findings: Finding[] = [];
  if (interval?.start !== undefined && start === undefined)
    findings.push(finding('start', `${interval.start} is no date`));
  if (interval?.end !== undefined && end === undefined) findings.push(finding('end', `${interval.end} is no date`));
  if (start !== undefined && start > now * 1000) {
    findings.push(
      finding('start', `the start lies in the future, which needs ${notOffered}: leave the start out to act now`),
    );
  }
  if (start !== undefined && end !== undefined && end <= start)
    findings.push(finding('end', 'the end is not after the start'));
  if (end !== undefined && end <= now * 1000) {
    findings.push(finding('end', 'the end has passed already, so nothing was sent', codes.timedOut));
  }
  return findings;
}

/** Whether the type is a control, and one this version carries out. */
export function checkType(control: EndDeviceControl, path: string): Finding[] {
  const type = controlTypeOf(control);
  const at = `${path}.EndDeviceControlType`;
  if (type === '') {
    const details = 'the control type is missing; put its four-part code into ref, such as 3.31.0.23 for disconnect';
    return [{ code: codes.payloadMissing, path: at, details, values: { element: 'EndDeviceControlType' } }];
  }
  const object: ObjectId = { id: type, kind: 'other', objectType: 'EndDeviceControlType' };
  const wrong = (details: string): Finding[] => [
    { code: codes.invalidRequestId, path: at, details, object, values: { object: type } },
  ];
  const { kind, sentence } = describeEndDeviceCode(type);
  if (parseEndDeviceCode(type) === undefined) return wrong(sentence);
  if (kind === 'event') return wrong(`this is the code of an event, not of a control (${sentence})`);
  if (offered.some((mask) => matchesMask(type, mask))) return [];
  const details = `this version carries out connect (3.31.0.18) and disconnect (3.31.0.23), not ${sentence}`;
  return [{ code: codes.notAttempted, path: at, details, object, values: { details: type } }];
}

/** The devices a control names, and what is wrong with the way it names them. */
export async function targetsOf(
  store: StoreReader,
  control: EndDeviceControl,
  path: string,
  now: number,
): Promise<{ readonly targets: readonly Target[]; readonly findings: readonly Finding[] }> {
  const targets: Target[] = [];
  const findings: Finding[] = [];
  for (const group of ['EndDeviceGroups', 'UsagePointGroups'] as const) {
    control[group]?.forEach((element, at) => {
      const details = `${oneOnly}; groups need ${notOffered}: name the device itself`;
      const object = objectIdOf(referenceOf(group.slice(0, -1), element));
      findings.push({
        code: codes.tooManyItems,
        path: `${path}.${group}[${at}]`,
        details,
        object,
        values: { limit: '1' },
      });
    });
  }
  for (const [at, element] of (control.EndDevices ?? []).entries()) {
    const reference = referenceOf('EndDevice', element);
    const place = `${path}.EndDevices[${at}]`;
    const found = await resolve(store, devicePlaces, reference, place);
    if ('object' in found) targets.push({ device: found.object, named: objectIdOf(reference), path: place });
    else findings.push(found.finding);
  }
  for (const [at, usagePoint] of (control.UsagePoints ?? []).entries()) {
    const reference: ObjectReference = referenceOf('UsagePoint', usagePoint);
    const place = `${path}.UsagePoints[${at}]`;
    const found = await metersOfUsagePoint(store, reference, place, now);
    if ('finding' in found) findings.push(found.finding);
    else
      for (const device of found.meters)
        targets.push({ device, named: objectIdOf(reference), path: place, usagePoint });
  }
  if (targets.length + findings.length === 0) {
    const details = 'no device is named; name one in EndDevices, or its usage point in UsagePoints';
    findings.push({ code: codes.payloadMissing, path, details, values: { element: 'EndDevices' } });
  }
  const usagePoint = targets.length > 1 ? targets.find((target) => target.usagePoint !== undefined) : undefined;
  if (usagePoint !== undefined && (control.UsagePoints?.length ?? 0) === 1 && control.EndDevices === undefined) {
    const details = `${targets.length} meters are linked to the usage point ${usagePoint.named.id}; ${oneOnly}: name the meter`;
    findings.push({
      code: codes.tooManyItems,
      path: usagePoint.path,
      details,
      object: usagePoint.named,
      values: { limit: '1' },
    });
  }
  return { targets, findings };
}

/** Whether a device can be commanded: in service, and managed by a head end that supports the control (if that is known). */
export function checkTarget(desk: HeadEndDesk, { device, named, path }: Target, type: string | undefined): Finding[] {
  if (device.state !== 'active') {
    const details = `${named.id} is not in service (${device.state})`;
    return [{ code: codes.invalidMeter, path, details, object: named, values: { object: named.id } }];
  }
  const headEnd = desk.headEndOf(device);
  if (type === undefined || headEnd?.capabilities().controls.some((mask) => matchesMask(type, mask))) return [];
  const details =
    headEnd === undefined
      ? `no head end manages ${named.id}`
      : `the head end ${headEnd.name} of ${named.id} does not support the control ${type}`;
  return [{ code: codes.notAttempted, path, details, object: named, values: { details: 'not supported' } }];
}
