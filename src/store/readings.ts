/** Reading and writing readings. Meters and reading types become integers on the way in, and texts on the way out. */
import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { ReadingPlace, ReadingRow, ReadingSeries, StoreReader, StoreTransaction } from '../ports/object-store.js';
import type { Engine } from './engine.js';
import { columnsOf } from './reading-columns.js';
import { reading } from './rows.js';
import type { Db } from './tables.js';

/** Large enough for the store's full speed, small enough to hold the event loop for a few milliseconds only. */
const batchSize = 10_000;

/** The readings side of `StoreReader` over `db`, which is a transaction or not. */
export function readingReads(
  { anyOf }: Engine,
  db: Db,
): Pick<StoreReader, 'readings' | 'newestReadings' | 'formerReadings'> {
  return {
    // The cross joins make SQLite walk meters, types and instants in the order asked for: each found by the whole key, no sorting.
    readings: async ({ meters, readingTypes, after, until, behind, offset, limit }) => {
      let query = db
        .selectFrom('meters as m')
        .crossJoin('reading_types as t')
        .crossJoin('readings as r')
        .select(['m.mrid', 't.code', 'r.instant', 'r.time_stamp', 'r.value', 'r.shape', 'r.rest'])
        .whereRef('r.meter_id', '=', 'm.id')
        .whereRef('r.type_id', '=', 't.id')
        .where(anyOf(sql.ref('m.mrid'), meters));
      if (readingTypes !== undefined) query = query.where(anyOf(sql.ref('t.code'), readingTypes));
      if (behind !== undefined) {
        const { meter, readingType } = behind;
        query = query
          .where('m.mrid', '>=', meter)
          .where((eb) => eb.or([eb('m.mrid', '>', meter), eb('t.code', '>=', readingType)]))
          .where('r.instant', '>', firstBehind(behind, after));
      } else if (after !== undefined) query = query.where('r.instant', '>', after);
      if (until !== undefined) query = query.where('r.instant', '<=', until);
      if (offset !== undefined) query = query.offset(offset);
      return (await query.orderBy('m.mrid').orderBy('t.code').orderBy('r.instant').limit(limit).execute()).map(reading);
    },

    newestReadings: async ({ meters, readingTypes, limit }) => {
      // One look at the end of each series, however long it is; materialized, so that PostgreSQL does not look anew in each month.
      const query = db
        .with(
          (name) => name('newest').materialized(),
          (made) => {
            const all = made
              .selectFrom('meters as m')
              .crossJoin('reading_types as t')
              .select(['m.id as meter_id', 'm.mrid', 't.id as type_id', 't.code'])
              .select(
                sql<number>`(select max(e.instant) from readings e where e.meter_id = m.id and e.type_id = t.id)`.as(
                  'at',
                ),
              )
              .where(anyOf(sql.ref('m.mrid'), meters));
            return readingTypes === undefined ? all : all.where(anyOf(sql.ref('t.code'), readingTypes));
          },
        )
        .selectFrom('newest as n')
        .crossJoin('readings as r')
        .select(['n.mrid', 'n.code', 'r.instant', 'r.time_stamp', 'r.value', 'r.shape', 'r.rest'])
        .whereRef('r.meter_id', '=', 'n.meter_id')
        .whereRef('r.type_id', '=', 'n.type_id')
        .whereRef('r.instant', '=', 'n.at');
      return (await query.orderBy('n.mrid').orderBy('n.code').limit(limit).execute()).map(reading);
    },

    formerReadings: async (meter, readingType, instant) => {
      const rows = await db
        .selectFrom('former_readings as r')
        .innerJoin('meters as m', 'm.id', 'r.meter_id')
        .innerJoin('reading_types as t', 't.id', 'r.type_id')
        .select(['m.mrid', 't.code', 'r.instant', 'r.time_stamp', 'r.value', 'r.shape', 'r.rest'])
        .where('m.mrid', '=', meter)
        .where('t.code', '=', readingType)
        .where('r.instant', '=', instant)
        .orderBy('r.id')
        .execute();
      return rows.map(reading);
    },
  };
}

/** Lies before all instants there are. */
const beforeAll = Number.MIN_SAFE_INTEGER - 1;

/** Behind which instant a meter's readings of a type begin: one bound of the key, so that nothing before it is read. */
function firstBehind({ meter, readingType, instant }: ReadingPlace, after = beforeAll): RawBuilder<number> {
  const here = sql`m.mrid = ${meter} and t.code = ${readingType}`;
  return sql`case when ${here} then cast(${Math.max(instant, after)} as bigint) else cast(${after} as bigint) end`;
}

/** The readings side of `StoreTransaction` over the transaction `db`. */
export function readingWrites(engine: Engine, db: Db): Pick<StoreTransaction, 'putReadings'> {
  return {
    putReadings: async (rows, { keepFormer }) => {
      const meters = distinct(rows, (row) => row.meter);
      const types = distinct(rows, (row) => row.readingType);
      const meterIds = await surrogates(engine, db, 'meters', 'mrid', meters.texts);
      const typeIds = await surrogates(engine, db, 'reading_types', 'code', types.texts);
      const results: Promise<number>[] = [];
      for (const { start, end } of batches(rows)) {
        const batch = columnsOf(rows, start, end, meters.positions, types.positions);
        for (let at = 0; at < batch.count; at++) {
          batch.meterIds[at] = meterIds[batch.meterIds[at]!]!;
          batch.typeIds[at] = typeIds[batch.typeIds[at]!]!;
        }
        const putting = engine.putReadings(db, batch, keepFormer);
        putting.catch(() => {}); // it may fail before anybody waits for it, and is told then
        results.push(putting);
        await results.at(-2); // the next batch is made while this one is written
        await setImmediate(); // others may have their turn
      }
      return (await Promise.all(results)).reduce((sum, changed) => sum + changed, 0);
    },
  };
}

type Rows = readonly (ReadingRow | ReadingSeries)[];

/** Ranges of rows of about `batchSize` readings; a series is not divided. */
function* batches(rows: Rows): Generator<{ readonly start: number; readonly end: number }, void> {
  let start = 0;
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const more = 'packed' in row ? row.count : 1;
    if (count > 0 && count + more > batchSize) {
      yield { start, end: at };
      [start, count] = [at, 0];
    }
    count += more;
  }
  if (count > 0) yield { start, end: rows.length };
}

/** The different texts, and for each row the position of its own among them. */
function distinct(
  rows: Rows,
  textOf: (row: ReadingRow | ReadingSeries) => string,
): { readonly texts: readonly string[]; readonly positions: Float64Array } {
  const known = new Map<string, number>();
  const positions = new Float64Array(rows.length);
  let last: string | undefined;
  let position = 0;
  for (let at = 0; at < rows.length; at++) {
    const text = textOf(rows[at]!);
    if (text !== last) {
      position = known.get(text) ?? known.size;
      known.set(text, position);
      last = text;
    }
    positions[at] = position;
  }
  return { texts: [...known.keys()], positions };
}

/** The integers for these texts, in their order; new texts get theirs. */
async function surrogates(
  { anyOf, insertNumbered }: Engine,
  db: Db,
  table: 'meters' | 'reading_types',
  column: 'mrid' | 'code',
  texts: readonly string[],
): Promise<readonly number[]> {
  const known = new Map<string, number>();
  const find = async (wanted: readonly string[]): Promise<void> => {
    const key = sql.ref<string>(column);
    const found = db
      .selectFrom(table)
      .select(['id', key.as('text')])
      .where(anyOf(key, wanted));
    for (const { id, text } of await found.execute()) known.set(text, id);
  };
  await find(texts);
  const missing = texts.filter((text) => !known.has(text));
  const rows = missing.map((text) => ({ [column]: text })) as { mrid: string; code: string }[];
  const ids = await insertNumbered(db, table, rows);
  for (const [at, id] of ids.entries()) if (id !== undefined) known.set(missing[at]!, id);
  const raced = missing.filter((text) => !known.has(text)); // given by another transaction in between
  if (raced.length > 0) await find(raced);
  return texts.map((text) => known.get(text)!);
}
