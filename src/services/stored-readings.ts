/** Asking the store for readings, in the ways `get` needs them. */
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ReadingRow } from '../ports/object-store.js';
import type { ServicePorts } from './noun-row.js';
import type { Period } from './reading-coverage.js';

/** Rows of the meters within the periods, by meter; throws 3.1 when they are more than an answer holds. */
export async function storedIn(
  { store, settings }: ServicePorts,
  meters: readonly string[],
  readingTypes: readonly string[] | undefined,
  periods: readonly Period[],
): Promise<ReadonlyMap<string, readonly ReadingRow[]>> {
  const rows: ReadingRow[] = [];
  for (const { after, until } of periods) {
    const limit = settings.answerReadings + 1 - rows.length;
    // one by one: as arguments of a call they may be too many
    for (const row of await store.readings({ meters, readingTypes, after, until, limit })) rows.push(row);
    refuseTooMany(rows.length, settings.answerReadings);
  }
  return byMeter(rows);
}

/** The newest row of each meter and reading type, by meter; throws 3.1 when they are more than an answer holds. */
export async function newestStored(
  { store, settings }: ServicePorts,
  meters: readonly string[],
  readingTypes: readonly string[] | undefined,
): Promise<ReadonlyMap<string, readonly ReadingRow[]>> {
  const rows = await store.newestReadings({ meters, readingTypes, limit: settings.answerReadings + 1 });
  refuseTooMany(rows.length, settings.answerReadings);
  return byMeter(rows);
}

/** Whether the meter has a value of the type at or after an instant. */
export async function arrivedBeyond(
  { store }: ServicePorts,
  meter: string,
  readingType: string,
  instant: number,
): Promise<boolean> {
  const [row] = await store.readings({ meters: [meter], readingTypes: [readingType], after: instant - 1, limit: 1 });
  return row !== undefined;
}

/** Throws when an answer would hold more readings than the gateway gives at once. */
export function refuseTooMany(count: number, limit: number): void {
  if (count <= limit) return;
  const details = `more than ${limit} readings fit; ask for fewer meters, fewer reading types or a shorter period, or for a page of what is stored by Request/Option limit and offset, with Source = stored`;
  throw new ReplyError({
    code: codes.tooManyItems,
    path: 'GetMeterReadings',
    details,
    values: { limit: String(limit) },
  });
}

/** By reading type, then by time: the order of the store. */
export function inOrder(a: ReadingRow, b: ReadingRow): number {
  if (a.readingType !== b.readingType) return a.readingType < b.readingType ? -1 : 1;
  return a.instant - b.instant;
}

function byMeter(rows: readonly ReadingRow[]): Map<string, ReadingRow[]> {
  const groups = new Map<string, ReadingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.meter);
    if (group === undefined) groups.set(row.meter, [row]);
    else group.push(row);
  }
  // several periods of a type come one after the other
  for (const group of groups.values()) group.sort(inOrder);
  return groups;
}
