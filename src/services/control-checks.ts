/**
 * What must hold before a control is promised: rules on the message, its times and its type, all of them pure; and on a device and
 * its head end. Every rule says what is wrong, where, and what to do.
 */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import { isDisconnectCode } from '../message/codes/disconnects.js';
import { describeEndDeviceCode, matchesMask, parseEndDeviceCode } from '../message/codes/end-device-code.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Device } from '../ports/head-end.js';
import type { StoredObject } from '../ports/object-store.js';
import type { HeadEndDesk } from './head-end-desk.js';
import { boundOf } from './instant.js';
import type { ServiceSettings } from './noun-row.js';

/** A device that a control names, directly or by its usage point or group. */
export interface Target {
  readonly device: Device;
  /** As the caller named it. */
  readonly named: ObjectId;
  readonly path: string;
  /** The usage point by which it was named. */
  readonly usagePoint?: EndDeviceUsagePoint | undefined;
}

/** The same, just found. */
export interface FoundTarget extends Target {
  readonly device: StoredObject;
  /** mRID of the group by which it was found. */
  readonly group?: string | undefined;
}

type EndDeviceUsagePoint = NonNullable<EndDeviceControl['UsagePoints']>[number];

/** Whether the answer waits for the outcome, or comes later. */
export type Mode = 'at once' | 'later';

/** Types held in memory, and how long they may be. */
const mostTypes = 1_000;
const longestType = 64;

const needsFlag = 'needs AsyncReplyFlag and a ReplyAddress';

/** The code of a control's type, without surrounding blanks. */
export function controlTypeOf(control: EndDeviceControl): string {
  return control.EndDeviceControlType.ref?.trim() ?? '';
}

export function isDisconnect(type: string): boolean {
  return isDisconnectCode(type);
}

/** Where a control stands in the message. */
export function pathOf(at: number): string {
  return `EndDeviceControls.EndDeviceControl[${at}]`;
}

/** Whether the message names more than it may: limits of the gateway, and one device when it is answered at once. */
export function checkSize(controls: readonly EndDeviceControl[], settings: ServiceSettings, mode: Mode): Finding[] {
  const { controlDevices, disconnectDevices } = settings;
  const path = 'EndDeviceControls';
  const findings: Finding[] = [];
  const count = (some: readonly EndDeviceControl[]): number =>
    some.reduce((sum, { EndDevices, UsagePoints }) => sum + (EndDevices?.length ?? 0) + (UsagePoints?.length ?? 0), 0);
  const named = count(controls);
  const disconnected = count(controls.filter((control) => isDisconnect(controlTypeOf(control))));

  if (controls.length === 0) {
    const details = 'no control is given; put an EndDeviceControl into the payload';
    findings.push({ code: codes.payloadMissing, path, details, values: { element: 'EndDeviceControl' } });
  }
  if (named > controlDevices || controls.length > controlDevices) {
    const details = `one message may command at most ${controlDevices} devices, this one names ${Math.max(named, controls.length)}`;
    findings.push({ code: codes.tooManyItems, path, details, values: { limit: String(controlDevices) } });
  }
  if (disconnected > disconnectDevices) findings.push(tooManyDisconnects(disconnected, settings, path));
  if (mode === 'at once' && (named > 1 || controls.length > 1)) {
    const details = `an answer at once is for one device; several devices ${needsFlag.replace('needs', 'need')}: add them, or send one message for each device`;
    findings.push({ code: codes.tooManyItems, path, details, values: { limit: '1' } });
  }
  return findings;
}

export function tooManyDisconnects(count: number, { disconnectDevices }: ServiceSettings, path: string): Finding {
  const details = `one message may disconnect at most ${disconnectDevices} devices, this one means ${count}`;
  return { code: codes.policyViolation, path, details, values: { details: 'too many disconnects' } };
}

/** Whether a control names groups that it must not name; only what is answered later and disconnects nobody may. */
export function checkGroups(control: EndDeviceControl, path: string, mode: Mode): Finding[] {
  const findings: Finding[] = [];
  for (const group of ['EndDeviceGroups', 'UsagePointGroups'] as const) {
    for (const at of (control[group] ?? []).keys()) {
      const place = `${path}.${group}[${at}]`;
      if (mode === 'at once') {
        const details = `an answer at once is for one device, and a group ${needsFlag}: add them, or name the device itself`;
        findings.push({ code: codes.tooManyItems, path: place, details, values: { limit: '1' } });
      } else if (isDisconnect(controlTypeOf(control))) {
        const details = 'a group may not be disconnected as a whole; name each device that is meant';
        findings.push({
          code: codes.policyViolation,
          path: place,
          details,
          values: { details: 'disconnect of a group' },
        });
      }
    }
  }
  return findings;
}

/** Whether a control is to be carried out now, or may wait; `now` in milliseconds since 1970. */
export function checkTiming(control: EndDeviceControl, path: string, now: number, mode: Mode): Finding[] {
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
  if (mode === 'at once' && start !== undefined && start > now * 1000) {
    findings.push(
      finding('start', `the start lies in the future, which ${needsFlag}: add them, or leave the start out to act now`),
    );
  }
  if (start !== undefined && end !== undefined && end <= start)
    findings.push(finding('end', 'the end is not after the start'));
  if (end !== undefined && end <= now * 1000) {
    findings.push(finding('end', 'the end has passed already, so nothing was sent', codes.timedOut));
  }
  return [...findings, ...otherTimes(control, path)];
}

/** Elements by which a head end could be told of another time than the one at which a disconnect is counted. */
const timed = ['secondaryDeviceTiming', 'PanDemandResponse', 'PanDisplay', 'PanPricing'] as const;

function otherTimes(control: EndDeviceControl, path: string): readonly Finding[] {
  if (!isDisconnect(controlTypeOf(control))) return [];
  const details = 'a disconnect is counted at one time: give it by primaryDeviceTiming, and leave this out';
  return timed
    .filter((name) => control[name] !== undefined)
    .map((name) => ({ code: codes.notAttempted, path: `${path}.${name}`, details, values: { details } }));
}

/** Whether the type is a control, and comes with what it needs. */
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
  const { kind, sentence, wellFormed } = known(type);
  if (!wellFormed) return wrong(sentence);
  if (kind === 'event') return wrong(`this is the code of an event, not of a control (${sentence})`);
  return needed.flatMap(([mask, element, given]) =>
    !matchesMask(type, mask) || given(control)
      ? []
      : [
          {
            code: codes.fieldMissing,
            path: `${path}.${element}`,
            details: `the control ${type} needs it: ${sentence}`,
            values: { element },
          },
        ],
  );
}

interface KnownType {
  readonly kind: string;
  readonly sentence: string;
  readonly wellFormed: boolean;
}

/** What is known of types; there are few, and each is asked about often. */
const types = new Map<string, KnownType>();

function known(type: string): KnownType {
  let found = types.get(type);
  if (found === undefined) {
    const { kind, sentence } = describeEndDeviceCode(type);
    found = { kind, sentence, wellFormed: parseEndDeviceCode(type) !== undefined };
    if (types.size >= mostTypes) types.clear();
    if (type.length <= longestType) types.set(type, found);
  }
  return found;
}

/** What controls cannot do without, by their type. */
const needed: readonly (readonly [mask: string, element: string, given: (control: EndDeviceControl) => boolean])[] = [
  ['*.13.112.77', 'PanDisplay.textMessage', ({ PanDisplay }) => (PanDisplay?.textMessage?.trim() ?? '') !== ''],
  ['*.13.143.77', 'PanDisplay.textMessage', ({ PanDisplay }) => (PanDisplay?.textMessage?.trim() ?? '') !== ''],
  ['*.20.9.82', 'PanPricing.PanPricingDetails', ({ PanPricing }) => (PanPricing?.PanPricingDetails?.length ?? 0) > 0],
  ['*.15.43.300', 'PanDemandResponse', ({ PanDemandResponse }) => PanDemandResponse !== undefined],
];

/** Whether a device can be commanded: in service, and managed by a head end that supports the control (if that is known). */
export function checkTarget(
  desk: HeadEndDesk,
  { device, named, path }: FoundTarget,
  type: string | undefined,
): Finding[] {
  if (device.state !== 'active') {
    const details = `${named.id} is not in service (${device.state})`;
    return [{ code: codes.invalidMeter, path, details, object: named, values: { object: named.id } }];
  }
  const headEnd = desk.headEndOf(device);
  if (type === undefined || (headEnd !== undefined && supports(headEnd.capabilities().controls, type))) return [];
  const details =
    headEnd === undefined
      ? `no head end manages ${named.id}`
      : `the head end ${headEnd.name} of ${named.id} does not support the control ${type}`;
  return [{ code: codes.notAttempted, path, details, object: named, values: { details: 'not supported' } }];
}

/** Types that head ends support or do not, by their lists of masks: lists are long, and types few. */
const supported = new WeakMap<readonly string[], Map<string, boolean>>();

function supports(masks: readonly string[], type: string): boolean {
  const known = supported.get(masks) ?? new Map<string, boolean>();
  supported.set(masks, known);
  let does = known.get(type);
  if (does === undefined) {
    if (known.size >= mostTypes) known.clear();
    does = masks.some((mask) => matchesMask(type, mask));
    known.set(type, does);
  }
  return does;
}
