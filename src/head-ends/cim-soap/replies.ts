/** What a head end's replies, readings and events say of the devices of a job. Pure. */
import type { EndDeviceEvents } from '../../generated/EndDeviceEvents.js';
import type { IntervalReading, MeterReadings, Reading } from '../../generated/MeterReadings.js';
import type { ErrorType } from '../../generated/Message.js';
import type { AnyMessage, AnyResponse } from '../../message/call.js';
import { presentCode, type VendorCodes } from '../../message/codes/end-device-code.js';
import { millisecondsIn } from '../../message/calendar.js';
import { readingRest, type Around } from '../../message/reading-rest.js';
import type { DeviceReading, Failure } from '../../ports/head-end.js';
import type { JsonObject } from '../../ports/object-store.js';
import { found, type Find } from './dialect.js';

export interface Said {
  readonly result: 'OK' | 'PARTIAL' | 'FAILED';
  /** More will come under the same correlation. */
  readonly more: boolean;
  /** A mere acknowledgement: accepted, to be answered later. */
  readonly accepted: boolean;
  /** The reply says itself that all is done. */
  readonly done: boolean;
  /** Of devices, by key; the first that is said of each. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** Of reading types, by code: they hold for every device that has brought no value of the type. */
  readonly types: ReadonlyMap<string, Failure>;
  /** Of the request as a whole. */
  readonly whole: Failure | undefined;
}

export function saidIn({ Result, Error: errors = [] }: AnyResponse['Reply'], find: Find): Said {
  const failures = new Map<string, Failure>();
  const types = new Map<string, Failure>();
  const success = new Set<string>();
  let whole: Failure | undefined;
  for (const error of errors) {
    const code = error.code.trim();
    if (code.startsWith('0.') || code === '0') {
      if (!/^(uuid|name)$/.test(error.ID?.kind ?? '')) success.add(code);
      continue;
    }
    const failure = { code, details: detailsOf(error) };
    const device = deviceIn(error, find);
    if (device !== undefined) {
      if (!failures.has(device)) failures.set(device, failure);
    } else if (error.ID?.objectType === 'ReadingType') types.set(error.ID.text.trim(), failure);
    else whole ??= failure;
  }
  return {
    result: Result,
    more: success.has('0.1'),
    accepted: success.has('0.3'),
    done: success.has('0.0') || success.has('0.2'),
    failures,
    types,
    whole,
  };
}

/** Whether a reply tells only that something was received: 0.3 says nothing of success (messaging §12). */
export function isMereAcknowledgement({ result, accepted, done }: Said): boolean {
  return accepted && !done && result !== 'FAILED';
}

/** The device that an error is about: in the form of today, or in the deprecated one. */
function deviceIn({ ID, object }: ErrorType, find: Find): string | undefined {
  const byId = ID === undefined ? undefined : find(ID.text);
  return (
    byId ?? found(object && { ...(object.mRID !== undefined && { mRID: object.mRID }), Names: object.Name ?? [] }, find)
  );
}

function detailsOf({ details, reason, code }: ErrorType): string {
  return details ?? reason ?? `the head end says ${code}`;
}

/** The readings of a message by the key of their device; those of strangers are left out. */
export function readingsIn(message: AnyMessage, find: Find, only: string | undefined): Map<string, DeviceReading[]> {
  const root = message.Payload?.['MeterReadings'] as MeterReadings | undefined;
  const all = new Map<string, DeviceReading[]>();
  for (const { Meter, IntervalBlocks = [], Readings = [], isCoincidentTrigger: trigger } of root?.MeterReading ?? []) {
    const key = Meter === undefined ? only : found(Meter, find);
    if (key === undefined) continue;
    const readings = all.get(key) ?? [];
    all.set(key, readings);
    for (const { ReadingType, IntervalReadings = [], PendingCalculation: calculation } of IntervalBlocks)
      for (const reading of IntervalReadings)
        readings.push(...readingOf(reading, ReadingType.ref, 'interval', { calculation, trigger }));
    for (const reading of Readings)
      readings.push(...readingOf(reading, reading.ReadingType.ref, 'reading', { trigger }));
  }
  return all;
}

/** One without a time goes on without it, as the intake of reports does not guess it either: whoever asked is told. */
function readingOf(
  reading: IntervalReading | Reading,
  type: string | undefined,
  shape: DeviceReading['shape'],
  around: Around,
): DeviceReading[] {
  if (type === undefined) return [];
  const { timeStamp = '', value, ReadingQualities = [] } = reading;
  const qualities = ReadingQualities.flatMap(({ ReadingQualityType: { ref } }) => ref ?? []);
  const rest = readingRest(reading, around) as JsonObject | undefined;
  return [{ readingType: type.trim(), timeStamp, value, qualities, shape, ...(rest && { rest }) }];
}

export interface ToldEvent {
  /** Key of the device of the job; undefined when it is none of them. */
  readonly key: string | undefined;
  /** As the event names it. */
  readonly named: string;
  /** The code in use for the one that came. */
  readonly eventType: string;
  /** Milliseconds since 1970; undefined when its time is no time. */
  readonly at: number | undefined;
  readonly reason: string | undefined;
  readonly facts: Readonly<Record<string, string>>;
  /** All of it as it came, its code too, but for the correlation, which is our name for the job and nobody else's. */
  readonly told: JsonObject;
}

export function eventsIn(
  message: AnyMessage,
  find: Find,
  only: string | undefined,
  vendorCodes: VendorCodes,
): ToldEvent[] {
  const root = message.Payload?.['EndDeviceEvents'] as EndDeviceEvents | undefined;
  return (root?.EndDeviceEvent ?? []).map((event) => {
    const { Assets, EndDeviceEventDetails = [], EndDeviceEventType, createdDateTime, reason } = event;
    const { EndDeviceEventDetails: _, ...rest } = event;
    const others = EndDeviceEventDetails.filter(({ name }) => name !== 'CorrelationID');
    const told = others.length === 0 ? rest : { ...rest, EndDeviceEventDetails: others };
    return {
      key: Assets === undefined ? only : found(Assets, find),
      named: Assets?.mRID ?? Assets?.Names?.[0]?.name ?? '',
      eventType: presentCode(EndDeviceEventType.ref ?? '', vendorCodes),
      at: millisecondsIn(createdDateTime),
      reason,
      facts: Object.fromEntries(others.map(({ name, value = '' }) => [name, value])),
      told: told as unknown as JsonObject,
    };
  });
}

/** The number and the count of a reply in parts; undefined for one that does not say. */
export function partOf({ Header }: AnyMessage): { readonly part: number; readonly of: number } | undefined {
  const text = Header.Property?.find(({ Name }) => Name.trim() === 'Part')?.Value?.trim() ?? '';
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  return part === undefined || of === undefined ? undefined : { part: Number(part), of: Number(of) };
}
