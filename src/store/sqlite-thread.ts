/**
 * The worker thread that holds one SQLite connection: runs what sqlite-thread-client.ts posts, one after the other.
 * Knows nothing of the schema and of Kysely. It is here so that fsync, checkpoints and bulk writes never hold up the gateway.
 */
import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** A bulk parameter: one value for each run, or null for all of them. */
export type BulkColumn = Float64Array | readonly unknown[] | null;

export type Order =
  | { readonly op: 'open'; readonly path: string; readonly busyTimeout: number; readonly pragmas: readonly string[] }
  | {
      readonly op: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
      readonly inTransaction: boolean;
    }
  /** Runs the statements in turn `count` times, each time with the next values of the columns as parameters. */
  | {
      readonly op: 'bulk';
      readonly statements: readonly string[];
      readonly columns: readonly BulkColumn[];
      readonly count: number;
    }
  | { readonly op: 'begin' | 'commit' | 'rollback' | 'close' };

/** Rows lie flat, one value after the other: a tenth of the objects to copy from thread to thread. */
export interface Answer {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  readonly changes: number;
}

export type Reply =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code?: string | undefined } };

interface Prepared {
  readonly statement: Database.Statement<unknown[], unknown>;
  readonly names: readonly string[];
}

const nothing: Answer = { names: [], values: [], changes: 0 };
const cacheSize = 200;
const cacheable = /^\s*(select|insert|update|delete|with)\b/i;

let db: Database.Database | undefined;
/** Least recently used first. */
const cache = new Map<string, Prepared>();

function connection(): Database.Database {
  if (db === undefined) throw new Error('the database is not open');
  return db;
}

function prepare(sql: string): Prepared {
  const known = cache.get(sql);
  if (known !== undefined) {
    cache.delete(sql);
    cache.set(sql, known);
    return known;
  }
  const statement = connection().prepare<unknown[], unknown>(sql);
  const prepared: Prepared = statement.reader
    ? { statement: statement.raw(true), names: statement.columns().map((column) => column.name) }
    : { statement, names: [] };
  if (!cacheable.test(sql)) {
    cache.clear(); // the schema changes: what is prepared may name other columns now
    return prepared;
  }
  cache.set(sql, prepared);
  for (const oldest of cache.keys()) {
    if (cache.size <= cacheSize) break;
    cache.delete(oldest);
  }
  return prepared;
}

/** SQLite undoes a whole transaction by itself on some errors (disk full): what follows must not commit on its own. */
function checkTransaction(): void {
  if (!connection().inTransaction) throw new Error('the transaction is over: the database has rolled it back');
}

function query(sql: string, parameters: readonly unknown[]): Answer {
  const { statement, names } = prepare(sql);
  if (!statement.reader) return { ...nothing, changes: statement.run(...parameters).changes };
  const values: unknown[] = [];
  const rows = statement.all(...parameters) as unknown[][];
  for (const row of rows) for (const value of row) values.push(value);
  return { names, values, changes: rows.length };
}

/**
 * The bulk of all bulk: one statement, seven columns, which is a reading. With each column in a variable of its own
 * V8 knows what is in it, which makes a third more rows in the same time than the general way below.
 */
function bulkOfSeven(sql: string, columns: readonly BulkColumn[], count: number): Answer {
  const { statement } = prepare(sql);
  const nulls: readonly unknown[] = new Array<null>(count).fill(null);
  const [a = nulls, b = nulls, c = nulls, d = nulls, e = nulls, f = nulls, g = nulls] = columns.map(
    (column) => column ?? nulls,
  );
  let changes = 0;
  for (let at = 0; at < count; at++) {
    changes += statement.run(a[at], b[at], c[at], d[at], e[at], f[at], g[at]).changes;
  }
  return { ...nothing, changes };
}

/** Answers the first value of what the last statement returns each time (null when it returns no row). */
function bulk(statements: readonly string[], columns: readonly BulkColumn[], count: number): Answer {
  const [only] = statements;
  if (columns.length === 7 && statements.length === 1 && only && !prepare(only).statement.reader) {
    return bulkOfSeven(only, columns, count);
  }
  const prepared = statements.map((sql) => prepare(sql).statement);
  const parameters: unknown[] = columns.map(() => null);
  const values: unknown[] = [];
  let changes = 0;
  for (let run = 0; run < count; run++) {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (column) parameters[at] = column[run];
    }
    for (let at = 0; at < prepared.length; at++) {
      const statement = prepared[at]!;
      const last = at === prepared.length - 1;
      if (statement.reader) {
        const row = statement.get(...parameters) as unknown[] | undefined;
        if (last) values.push(row === undefined ? null : row[0]);
      } else {
        const result = statement.run(...parameters);
        if (last) changes += result.changes;
      }
    }
  }
  return { names: [], values, changes };
}

function carryOut(order: Order): Answer {
  switch (order.op) {
    case 'open':
      db = new Database(order.path, { timeout: order.busyTimeout });
      for (const pragma of order.pragmas) db.pragma(pragma);
      return nothing;
    case 'query':
      if (order.inTransaction) checkTransaction();
      return query(order.sql, order.parameters);
    case 'bulk':
      checkTransaction();
      return bulk(order.statements, order.columns, order.count);
    case 'begin':
      connection().exec('begin immediate');
      return nothing;
    case 'commit':
      checkTransaction();
      connection().exec('commit');
      return nothing;
    case 'rollback':
      if (connection().inTransaction) connection().exec('rollback');
      return nothing;
    case 'close':
      db?.close();
      return nothing;
  }
}

parentPort?.on('message', ({ id, order }: { id: number; order: Order }) => {
  let reply: Reply;
  try {
    reply = { id, answer: carryOut(order) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    reply = { id, failure: { message: error instanceof Error ? error.message : String(error), code } };
  }
  parentPort?.postMessage(reply);
  if (order.op === 'close') parentPort?.close();
});
