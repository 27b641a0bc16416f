/**
 * SQLite as an engine of the store: two threads over one file in WAL mode (one writes, one reads what is committed),
 * or a single one for a database in memory. Knows nothing of objects and their rules.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Insertable, Kysely, type RawBuilder, sql } from 'kysely';
import { alone } from './alone.js';
import type { Engine, SchemaTraits } from './engine.js';
import { groupCommits } from './groups.js';
import { lineDialect, plainKysely, transact } from './line-dialect.js';
import { bulkQuery, sqliteLine } from './sqlite-bulk.js';
import { scriptsOver } from './scripts.js';
import { sqliteFlavour } from './sqlite-dialect.js';
import { readingStatements } from './sqlite-readings.js';
import type { BulkColumn } from './sqlite-bulk-runs.js';
import { openSqliteThread } from './sqlite-thread-client.js';
import type { Db, Tables } from './tables.js';

/** How long a thread waits for another process that holds the file. */
const busyTimeout = 5000;

/**
 * FULL: a commit is on disk before it is acknowledged. Checkpoints at 16 MiB rather than 4: half the writes to the file
 * under load. No mmap: a failing disk would end the process by SIGBUS instead of an error.
 */
const writing = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'wal_autocheckpoint = 4000',
  'journal_size_limit = 67108864',
  'cache_size = -65536',
  'temp_store = MEMORY',
];
const reading = ['query_only = ON', 'cache_size = -32768', 'temp_store = MEMORY'];

const traits: SchemaTraits = {
  keyType: 'integer',
  numbered: (column) => column.primaryKey(),
  keyed: (table) => table.modifyEnd(sql`without rowid`),
  shared: false,
  inMonths: false,
};

/** Opens a database file, or `:memory:`. */
export async function openSqlite(path: string): Promise<Engine> {
  const inMemory = path === ':memory:';
  if (!inMemory) await mkdir(dirname(resolve(path)), { recursive: true, mode: 0o750 });
  const writingThread = await openSqliteThread(path, { busyTimeout, pragmas: writing });
  const threads = [writingThread];
  const groups = groupCommits(writingThread);
  const line = sqliteLine(writingThread);
  const writer: Db = new Kysely({ dialect: lineDialect(sqliteFlavour, line, groups) });
  let reader: Db = plainKysely(sqliteFlavour, line, groups); // in memory there is one connection only: reads wait for the transaction to end
  if (!inMemory) {
    try {
      const readingThread = await openSqliteThread(path, { busyTimeout, pragmas: reading });
      threads.unshift(readingThread); // closed first: the last connection tidies the WAL away
      reader = plainKysely(sqliteFlavour, sqliteLine(readingThread));
    } catch (error) {
      await writingThread.close();
      throw error;
    }
  }

  return {
    reader,
    writer,
    transaction: (work) => transact(sqliteFlavour, line, groups, work),
    traits,
    sha256: (text) => sql`sha256_hex(${text})`, // the thread's own (sqlite-thread.ts)
    anyOf: (column, values) => sql`${column} in (select value from json_each(${JSON.stringify(values)}))`,
    insertMany: async (db, into, rows) => {
      if (rows.length > 0) await db.executeQuery(insertOf(db, into, rows, false));
    },
    insertNumbered: async (db, into, rows) => {
      if (rows.length === 0) return [];
      const { rows: ids } = await db.executeQuery(insertOf(db, into, rows, true));
      return ids.map(({ returned }) => (typeof returned === 'number' ? returned : undefined));
    },
    changeEach: async (db, statement, parameters) => {
      if (parameters.length === 0) return [];
      const columns = parameters[0]!.map((_, column) => parameters.map((row) => row[column]));
      const query = bulkQuery({ sql: textOf(db, statement), columns, count: parameters.length });
      const { rows } = await db.executeQuery(query);
      return rows.map(({ returned }) => returned !== null);
    },
    putReadings: async (db, { count, meterIds, typeIds, instants, timeStamps, values, shapes, rests }, keepFormer) => {
      const columns = [meterIds, typeIds, instants, timeStamps, values, shapes, rests];
      const result = await db.executeQuery(bulkQuery({ ...readingStatements(keepFormer), columns, count }));
      return Number(result.numAffectedRows);
    },
    scripts: (statements) => scriptsOver(writingThread, groups, (statement) => statement.compile(writer), statements),
    join: () => Promise.resolve(alone()),
    close: async () => {
      for (const thread of threads) await thread.close();
    },
  };
}

/** Texts of statements that are built once and run often. */
const texts = new WeakMap<RawBuilder<unknown>, string>();

function textOf(db: Db, statement: RawBuilder<unknown>): string {
  const known = texts.get(statement) ?? statement.compile(db).sql;
  texts.set(statement, known);
  return known;
}

/** Insert statements by table and columns: there are as many as kinds of rows. */
const inserts = new Map<string, RawBuilder<unknown>>();

/** One insert statement for all rows, with the first row's columns. */
function insertOf<T extends keyof Tables>(
  db: Db,
  into: T,
  rows: readonly Insertable<Tables[T]>[],
  numbered: boolean,
): ReturnType<typeof bulkQuery> {
  const names = Object.keys(rows[0] ?? {});
  const columns: BulkColumn[] = names.map((name) => rows.map((row) => (row as Record<string, unknown>)[name]));
  const key = `${into} ${numbered} ${names.join()}`;
  let statement = inserts.get(key);
  if (statement === undefined) {
    const ending = numbered ? sql` on conflict do nothing returning id` : sql``;
    const list = sql.join(names.map((name) => sql.ref(name)));
    const marks = sql.join(names.map(() => sql`${null}`));
    statement = sql`insert into ${sql.table(into)} (${list}) values (${marks})${ending}`;
    inserts.set(key, statement);
  }
  return bulkQuery({ sql: textOf(db, statement), columns, count: rows.length });
}
