/** How readings are kept: places for those to come, and an end for the old ones. */
import { sql } from 'kysely';
import type { ReadingKeeping } from '../ports/object-store.js';
import type { Engine } from './engine.js';
import type { Db } from './tables.js';

/** Meters that are looked at in one transaction, and rows it deletes at most. */
const metersPerBite = 200;
const rowsPerBite = 5_000;

export function readingKeeping(engine: Engine): ReadingKeeping {
  return {
    prepareReadings: async (from, until) => engine.months?.prepare(from, until),
    forgetReadings: async (before, from = 0) => {
      if (await engine.months?.drop(before)) return undefined;
      const meters = await engine.reader
        .selectFrom('meters')
        .select('id')
        .where('id', '>', from)
        .orderBy('id')
        .limit(metersPerBite)
        .execute();
      const to = meters.at(-1)?.id;
      if (to === undefined) return undefined;
      const deleted = await engine.transaction((db) => deleteOld(db, { from, to, before: before * 1000 }));
      return deleted < rowsPerBite ? to : from;
    },
  };
}

interface Old {
  /** Ids of meters: above the one, up to the other. */
  readonly from: number;
  readonly to: number;
  /** Microseconds since 1970. */
  readonly before: number;
}

/** Deletes old readings, and old former ones; answers how many of the one or the other. */
async function deleteOld(db: Db, { from, to, before }: Old): Promise<number> {
  const key = ['meter_id', 'type_id', 'instant'];
  const deleteFrom = async (table: 'readings' | 'former_readings', columns: readonly string[]): Promise<number> => {
    const list = (row?: string) =>
      sql.join(columns.map((name) => sql.ref(row === undefined ? name : `${row}.${name}`)));
    // The cross joins make SQLite go by the key, from meter to meter and type to type, past all that is not old.
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where (${list()}) in (
select ${list('r')} from meters m cross join reading_types t cross join ${sql.table(table)} r
where m.id > ${from} and m.id <= ${to} and r.meter_id = m.id and r.type_id = t.id and r.instant < ${before}
limit ${rowsPerBite})`.execute(db);
    return Number(numAffectedRows ?? 0n);
  };
  return Math.max(await deleteFrom('readings', key), await deleteFrom('former_readings', [...key, 'id']));
}
