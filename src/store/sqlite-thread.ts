/**
 * The worker thread that holds one SQLite connection: runs what sqlite-thread-client.ts posts, one after the other.
 * Knows nothing of the schema and of Kysely. It is here so that fsync, checkpoints and bulk writes never hold up the gateway.
 * A transaction has members, each within a savepoint (groups.ts): one that fails is undone alone.
 */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Answer, KnownStatement } from './line.js';
import { isPackedTexts, textsOf, type PackedTexts } from './packed-texts.js';

// a thread has an Object.prototype of its own (bin/cimgate.js)
Reflect.deleteProperty(Object.prototype, '__proto__');

/** A bulk parameter: one value for each run, or null for all of them. */
export type BulkColumn = Float64Array | PackedTexts | readonly unknown[] | null;

/**
 * The same statement for so many runs at once, which must not depend on each other: its parameters are the values of the columns `same`,
 * once for all, then for each run those of the columns `own`. For runs that agree so, and have null for all else.
 */
export interface Several {
  readonly sql: string;
  readonly runs: number;
  readonly same: readonly number[];
  readonly own: readonly number[];
}

/** A statement that runs `count` times, each time with the next values of the columns as parameters. */
export interface Bulk {
  readonly sql: string;
  /** Statements that run, with the same values, where it has changed nothing. What the last of them changes counts. */
  readonly otherwise?: readonly string[] | undefined;
  readonly several?: Several | undefined;
  readonly columns: readonly BulkColumn[];
  readonly count: number;
}

export type Order =
  | { readonly op: 'open'; readonly path: string; readonly busyTimeout: number; readonly pragmas: readonly string[] }
  | {
      readonly op: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
      readonly inTransaction: boolean;
    }
  | ({ readonly op: 'bulk' } & Bulk)
  /** Statements for scripts, which name them by their position here; those that come later are put behind. */
  | { readonly op: 'learn'; readonly statements: readonly KnownStatement[] }
  /**
   * Scripts, each a member of the transaction of its own: for each step the number of a statement and its parameters, all
   * in one list; `ends` tells where each script ends. Answers `ScriptFailure`s.
   */
  | { readonly op: 'scripts'; readonly values: readonly unknown[]; readonly ends: readonly number[] }
  /** `savepoint` begins a member, `release` ends it, `undo` takes it back. */
  | { readonly op: 'begin' | 'savepoint' | 'release' | 'undo' | 'commit' | 'rollback' | 'close' };

/** A script that was undone: at which of its steps, and why if it was an error; else the step changed nothing. */
export interface ScriptFailure {
  readonly script: number;
  readonly step: number;
  readonly error?: Failure | undefined;
}

export interface Failure {
  readonly message: string;
  /** SQLite's own. */
  readonly code?: string | undefined;
}

/** An order by its number, which the reply names; 0 for those that are not replied to. */
export interface Numbered {
  readonly id: number;
  readonly order: Order;
}

export type Reply =
  { readonly id: number; readonly answer: Answer } | { readonly id: number; readonly failure: Failure };

interface Prepared {
  readonly statement: Database.Statement<unknown[], unknown>;
  readonly names: readonly string[];
}

const nothing: Answer = { names: [], values: [], changes: 0 };
const cacheSize = 200;
/** Whatever does not change the schema; transactions and savepoints come with every message. */
const cacheable = /^\s*(select|insert|update|delete|with|begin|savepoint|release|rollback|commit)\b/i;

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

/** Why there is no transaction any more although it has not been ended by order. */
let lost: Error | undefined;

/** SQLite undoes a whole transaction by itself on some errors (disk full): what follows must not commit on its own. */
function checkTransaction(): void {
  if (connection().inTransaction) return;
  throw lost ?? new Error('the transaction is over: the database has rolled it back');
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
 * The bulk of all bulk: seven columns, which is a reading. With each column in a variable of its own V8 knows what is in it, which
 * makes a third more rows in the same time than the general way below.
 */
function bulkOfSeven({ sql, otherwise = [], count, several }: Bulk, columns: readonly Listed[]): Answer {
  const { statement } = prepare(sql);
  const others = otherwise.map((other) => prepare(other).statement);
  const nulls: readonly unknown[] = new Array<null>(count).fill(null);
  const [a = nulls, b = nulls, c = nulls, d = nulls, e = nulls, f = nulls, g = nulls] = columns.map(
    (column) => column ?? nulls,
  );
  const atOnce = several && severalOf(several, columns, count);
  let changes = 0;
  let oneByOne = 0;
  for (let at = 0; at < count; at++) {
    const done = at < oneByOne ? undefined : atOnce?.(at);
    if (several !== undefined && done !== undefined) {
      changes += done;
      if (done === several.runs) {
        at += done - 1;
        continue;
      }
      oneByOne = at + several.runs; // some changed nothing: who those are is seen when all are run again
    }
    let changed = statement.run(a[at], b[at], c[at], d[at], e[at], f[at], g[at]).changes;
    if (changed === 0)
      for (const other of others) changed = other.run(a[at], b[at], c[at], d[at], e[at], f[at], g[at]).changes;
    changes += changed;
  }
  return { ...nothing, changes };
}

/** Does several runs from one on, if there are so many that agree; answers what they have changed. */
function severalOf(
  { sql, runs, same, own }: Several,
  columns: readonly Listed[],
  count: number,
): ((from: number) => number | undefined) | undefined {
  const shared = same.map((at) => columns[at]!);
  const each = own.map((at) => columns[at]!);
  if (columns.some((column, at) => (column === null) === (same.includes(at) || own.includes(at)))) return undefined;
  const { statement } = prepare(sql);
  const parameters = new Array<unknown>(same.length + runs * own.length);
  return (from) => {
    const to = from + runs;
    if (to > count) return undefined;
    let place = 0;
    for (const column of shared) {
      const value = column[from];
      for (let at = to - 1; at > from; at--) if (column[at] !== value) return undefined;
      parameters[place++] = value;
    }
    for (let at = from; at < to; at++) for (const column of each) parameters[place++] = column[at];
    return statement.run(parameters).changes;
  };
}

/** A column whose values can be had one by one. */
type Listed = Exclude<BulkColumn, PackedTexts>;

function listOf(column: BulkColumn): Listed {
  return isPackedTexts(column) ? textsOf(column) : column;
}

/** Answers the first value of what the statement returns each time (null when it returns no row). */
function bulk(order: Bulk): Answer {
  const { sql, otherwise, count } = order;
  const { statement } = prepare(sql);
  const columns = order.columns.map(listOf);
  if (columns.length === 7 && !statement.reader) return bulkOfSeven(order, columns);
  if (otherwise !== undefined) throw new Error('only seven columns have something else to do');
  const parameters: unknown[] = columns.map(() => null);
  const values: unknown[] = [];
  let changes = 0;
  for (let run = 0; run < count; run++) {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (column) parameters[at] = column[run];
    }
    if (statement.reader) {
      const row = statement.get(...parameters) as unknown[] | undefined;
      values.push(row === undefined ? null : row[0]);
    } else changes += statement.run(...parameters).changes;
  }
  return { names: [], values, changes };
}

interface Known extends KnownStatement {
  readonly statement: Database.Statement<unknown[], unknown>;
}
const known: (Known | KnownStatement)[] = [];

function knownStatement(number: number): Known {
  const entry = known[number];
  if (entry === undefined) throw new Error(`there is no statement ${number}`);
  if ('statement' in entry) return entry;
  const prepared = { ...entry, statement: connection().prepare<unknown[], unknown>(entry.sql) };
  known[number] = prepared;
  return prepared;
}

/** Runs one script, from `start` to `end` of `values`; answers the step that changed nothing although it must, or -1. */
function script(values: readonly unknown[], start: number, end: number, reached: (step: number) => void): number {
  let step = 0;
  for (let at = start; at < end; step++) {
    reached(step);
    const { statement, parameters, must } = knownStatement(values[at] as number);
    const { changes } = statement.run(...values.slice(at + 1, at + 1 + parameters));
    if (must && changes === 0) return step;
    at += 1 + parameters;
  }
  return -1;
}

function scripts(values: readonly unknown[], ends: readonly number[]): Answer {
  const failures: ScriptFailure[] = [];
  let start = 0;
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at]!;
    control('savepoint');
    let step = 0;
    try {
      const refused = script(values, start, end, (reached) => (step = reached));
      if (refused >= 0) failures.push({ script: at, step: refused });
      control(refused < 0 ? 'release' : 'undo');
    } catch (error) {
      checkLost(error);
      checkTransaction();
      control('undo');
      failures.push({ script: at, step, error: failureOf(error) });
    }
    start = end;
  }
  return { ...nothing, values: failures };
}

const controls = {
  begin: 'begin immediate',
  savepoint: 'savepoint member',
  release: 'release member',
  commit: 'commit',
  rollback: 'rollback',
};

function control(op: 'begin' | 'savepoint' | 'release' | 'undo' | 'commit' | 'rollback'): void {
  switch (op) {
    case 'begin':
      lost = undefined;
      break;
    case 'rollback':
      if (!connection().inTransaction) return;
      break;
    case 'undo':
      if (!connection().inTransaction) return;
      prepare('rollback to member').statement.run();
      return control('release');
    default:
      checkTransaction();
  }
  prepare(controls[op]).statement.run();
}

/** Remembers the error that has ended the transaction, so that all its members can be told. */
function checkLost(error: unknown): void {
  if (!connection().inTransaction) lost ??= asError(error);
}

function carryOut(order: Order): Answer {
  switch (order.op) {
    case 'open':
      db = new Database(order.path, { timeout: order.busyTimeout });
      db.function('sha256_hex', { deterministic: true }, (text) =>
        createHash('sha256').update(String(text), 'utf8').digest('hex'),
      );
      for (const pragma of order.pragmas) db.pragma(pragma);
      return nothing;
    case 'query':
      if (order.inTransaction) checkTransaction();
      return query(order.sql, order.parameters);
    case 'bulk':
      checkTransaction();
      return bulk(order);
    case 'learn':
      known.push(...order.statements);
      return nothing;
    case 'scripts':
      checkTransaction();
      return scripts(order.values, order.ends);
    case 'close':
      db?.close();
      return nothing;
    default:
      control(order.op);
      return nothing;
  }
}

/** What is part of a transaction: when it fails and leaves none, that transaction is lost. */
function inTransaction(order: Order): boolean {
  return order.op === 'query'
    ? order.inTransaction
    : order.op !== 'open' && order.op !== 'learn' && order.op !== 'close';
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return { message: error instanceof Error ? error.message : String(error), code };
}

function reply({ id, order }: Numbered): Reply {
  try {
    return { id, answer: carryOut(order) };
  } catch (error) {
    if (db !== undefined && inTransaction(order)) checkLost(error);
    // What a savepoint or a commit that fails leaves behind must not be taken for a transaction that can go on.
    if (order.op === 'savepoint' || order.op === 'release' || order.op === 'undo' || order.op === 'commit') {
      lost ??= asError(error);
      if (db?.inTransaction) db.exec('rollback');
    }
    return { id, failure: failureOf(error) };
  }
}

/** How long replies are held back to go together, in milliseconds. */
const patience = 1;

parentPort?.on('message', (orders: readonly Numbered[]) => {
  let replies: Reply[] = [];
  let last = performance.now();
  for (const numbered of orders) {
    const answer = reply(numbered);
    if (numbered.id === 0) continue;
    replies.push(answer);
    const now = performance.now();
    if (now - last < patience) continue;
    last = now;
    parentPort?.postMessage(replies);
    replies = [];
  }
  if (replies.length > 0) parentPort?.postMessage(replies);
  if (orders.some(({ order }) => order.op === 'close')) parentPort?.close();
});
