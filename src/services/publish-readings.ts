/** Stores readings, and tells subscribers those that were new or are different now. */
import { isDeepStrictEqual } from 'node:util';
import type {
  Json,
  ReadingRow,
  ReadingSeries,
  StoredObject,
  StoreReader,
  StoreTransaction,
} from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { subscribersOf } from './fan-out.js';
import { nameElementsOf } from './name-elements.js';
import { publish, type Publication, type PublishPorts } from './publish.js';
import { meterReadingsOf } from './reading-answer.js';
import { rowsOfSeries } from './reading-series.js';
import { inOrder } from './stored-readings.js';

export const readingNoun = 'MeterReadings';
/** Rows of one meter that are looked at for what is known already; what lies behind them may be told once more. */
const mostKnown = 100_000;

/**
 * @param meters by mRID, for their names
 * @param origin the request that they follow from, and who hears of them in another way
 */
export async function putAndPublish(
  tx: StoreTransaction,
  ports: PublishPorts,
  verb: string,
  rows: readonly (ReadingRow | ReadingSeries)[],
  meters: ReadonlyMap<string, Pick<StoredObject, 'mRID' | 'names'>>,
  origin: Pick<Publication, 'correlationId' | 'except'> = {},
): Promise<void> {
  const wanted = subscribersOf(ports, readingNoun, origin.except).length > 0;
  const fresh = wanted ? await unknownOf(tx, rows.flatMap(rowsOfSeries)) : [];
  await tx.putReadings(rows, { keepFormer: true });
  if (fresh.length === 0) return;
  const readings = [...byMeter(fresh)].flatMap(([mRID, its]) => {
    const Names = nameElementsOf(meters.get(mRID)?.names ?? []);
    return meterReadingsOf({ elements: { Meter: { mRID, Names } } }, [...its].sort(inOrder));
  });
  await publish(tx, ports, {
    noun: readingNoun,
    verb,
    root: { MeterReading: readings as unknown as readonly Json[] },
    ...origin,
  });
}

/** The rows that are not stored just like that already; of several for one time the last, which is the one that stays. */
async function unknownOf(store: StoreReader, rows: readonly ReadingRow[]): Promise<readonly ReadingRow[]> {
  const groups = [...byMeter(rows)];
  const fresh = await askAll(groups, async ([meter, its]) => {
    const instants = its.map(({ instant }) => instant);
    const known = await store.readings({
      meters: [meter],
      readingTypes: [...new Set(its.map(({ readingType }) => readingType))],
      after: instants.reduce((a, b) => Math.min(a, b)) - 1,
      until: instants.reduce((a, b) => Math.max(a, b)),
      limit: mostKnown,
    });
    const stored = new Map(known.map((row) => [keyOf(row), row]));
    const last = new Map(its.map((row) => [keyOf(row), row]));
    return [...last].flatMap(([key, row]) => (isSame(row, stored.get(key)) ? [] : [row]));
  });
  return fresh.flat();
}

function isSame(row: ReadingRow, stored: ReadingRow | undefined): boolean {
  if (stored === undefined || row.value !== stored.value || row.timeStamp !== stored.timeStamp) return false;
  return row.shape === stored.shape && isDeepStrictEqual(row.rest, stored.rest);
}

function keyOf({ readingType, instant }: ReadingRow): string {
  return `${readingType} ${instant}`;
}

function byMeter(rows: readonly ReadingRow[]): ReadonlyMap<string, ReadingRow[]> {
  const groups = new Map<string, ReadingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.meter);
    if (group === undefined) groups.set(row.meter, [row]);
    else group.push(row);
  }
  return groups;
}
