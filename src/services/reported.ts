/** What head ends report, as it is kept: readings become rows, events become objects of EndDeviceEvents. */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { Device, DeviceReading, Notice } from '../ports/head-end.js';
import type { JsonObject, NewObject, Provenance, ReadingRow, StoreTransaction } from '../ports/object-store.js';
import { derivedId } from './derived-id.js';
import { documentOf, referencesOf } from './documents.js';
import { namesOf } from './identification.js';
import { instantOf, timeStampOf } from './instant.js';
import { nameElementsOf } from './name-elements.js';

export type EventNotice = Extract<Notice, { kind: 'event' }>;

/** The noun and class under which events are kept. */
const kept = { noun: 'EndDeviceEvents', kind: 'EndDeviceEvent' } as const;

/** Readings of a device as rows, and those that cannot be placed in time. */
export function rowsOf(
  device: string,
  readings: readonly DeviceReading[],
): { readonly rows: ReadingRow[]; readonly undated: readonly DeviceReading[] } {
  const rows: ReadingRow[] = [];
  const undated: DeviceReading[] = [];
  for (const reading of readings) {
    const { readingType, timeStamp, value, shape, qualities, rest: told } = reading;
    const instant = instantOf(timeStamp);
    if (instant === undefined) {
      undated.push(reading);
      continue;
    }
    const row = { meter: device, readingType, instant, timeStamp, value, shape };
    const rest = told ?? (qualities.length === 0 ? undefined : { ReadingQualities: qualityElements(qualities) });
    rows.push(rest === undefined ? row : { ...row, rest });
  }
  return { rows, undated };
}

function qualityElements(qualities: readonly string[]): readonly JsonObject[] {
  return qualities.map((ref) => ({ ReadingQualityType: { ref } }));
}

/** An event as an object: its mRID, else one that follows from `otherwise`, which must tell it from all others. */
export function eventObject(event: EndDeviceEvent, ...otherwise: readonly string[]): NewObject {
  const given = event.mRID?.trim() ? event.mRID : undefined;
  const mRID = given ?? derivedId('event', ...otherwise);
  const document = documentOf(event, mRID);
  return { ...kept, mRID, names: namesOf(event), state: 'active', document, references: referencesOf(document) };
}

/**
 * The event of a notice: as it was told where that is known, under its own mRID, else one that follows from the notice. The same
 * notice, told again, is the same event.
 */
export function noticedEvent(notice: EventNotice, device: Device): EndDeviceEvent {
  const { eventType, at, facts, jobId } = notice;
  const told = notice.told as EndDeviceEvent | undefined;
  const time = told?.createdDateTime ?? String(at);
  const mRID = told?.mRID?.trim() ? told.mRID : derivedId('event', notice.device, eventType, time, jobId ?? '');
  // of a device that is not stored we know nothing better than what was told
  const Assets = device.names.length === 0 ? (told?.Assets ?? assetOf(device)) : assetOf(device);
  if (told !== undefined) return { ...told, mRID, Assets };
  return {
    mRID,
    createdDateTime: timeStampOf(at),
    Assets,
    EndDeviceEventDetails: detailsOf(facts),
    EndDeviceEventType: { ref: eventType },
  };
}

/** How an event names its device. */
export function assetOf({ mRID, names }: Device): NonNullable<EndDeviceEvent['Assets']> {
  return { mRID, Names: nameElementsOf(names) as NonNullable<EndDeviceEvent['Assets']>['Names'] };
}

/** Facts as details of an event; undefined when there are none. */
export function detailsOf(facts: Readonly<Record<string, string>>): EndDeviceEvent['EndDeviceEventDetails'] {
  const details = Object.entries(facts).map(([name, value]) => ({ name, value }));
  return details.length > 0 ? details : undefined;
}

/** Inserts those that are not there yet, in whatever state; answers which those were. */
export async function insertNew(
  tx: StoreTransaction,
  objects: readonly NewObject[],
  provenance: Provenance,
): Promise<readonly NewObject[]> {
  const distinct = [...new Map(objects.map((object) => [object.mRID, object])).values()];
  const present = await Promise.all(distinct.map(({ noun, kind, mRID }) => tx.objectByMRID(noun, [kind], mRID)));
  const missing = distinct.filter((_, at) => present[at] === undefined);
  if (missing.length > 0) await tx.insert(missing, provenance);
  return missing;
}
