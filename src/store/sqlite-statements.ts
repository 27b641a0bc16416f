/** The connection of the thread of sqlite-thread.ts, and the statements that it has prepared. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Answer, KnownStatement } from './line.js';

interface Prepared {
  readonly statement: Database.Statement<unknown[], unknown>;
  readonly names: readonly string[];
}

/** What an order answers that has nothing to tell. */
export const nothing: Answer = { names: [], values: [], changes: 0 };
const cacheSize = 200;
/** Whatever does not change the schema; transactions and savepoints come with every message. */
const cacheable = /^\s*(select|insert|update|delete|with|begin|savepoint|release|rollback|commit)\b/i;

let db: Database.Database | undefined;

/** Opens the database and sets its pragmas. */
export function open(path: string, busyTimeout: number, pragmas: readonly string[]): void {
  db = new Database(path, { timeout: busyTimeout });
  db.function('sha256_hex', { deterministic: true }, (text) =>
    createHash('sha256').update(String(text), 'utf8').digest('hex'),
  );
  for (const pragma of pragmas) db.pragma(pragma);
}

export function isOpen(): boolean {
  return db !== undefined;
}

export function close(): void {
  db?.close();
}

/** Least recently used first. */
const cache = new Map<string, Prepared>();

/** The database; throws when there is none. */
export function connection(): Database.Database {
  if (db === undefined) throw new Error('the database is not open');
  return db;
}

/** A statement, from the cache where it is there. */
export function prepare(sql: string): Prepared {
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

/** Runs a statement once. */
export function query(sql: string, parameters: readonly unknown[]): Answer {
  const { statement, names } = prepare(sql);
  if (!statement.reader) return { ...nothing, changes: statement.run(...parameters).changes };
  const values: unknown[] = [];
  const rows = statement.all(...parameters) as unknown[][];
  for (const row of rows) for (const value of row) values.push(value);
  return { names, values, changes: rows.length };
}

interface Known extends KnownStatement {
  readonly statement: Database.Statement<unknown[], unknown>;
}
/** By their numbers. */
const known: (Known | KnownStatement)[] = [];

/** Makes statements known for scripts: numbers go on from those before. */
export function learn(statements: readonly KnownStatement[]): void {
  known.push(...statements);
}

function knownStatement(number: number): Known {
  const entry = known[number];
  if (entry === undefined) throw new Error(`there is no statement ${number}`);
  if ('statement' in entry) return entry;
  const prepared = { ...entry, statement: connection().prepare<unknown[], unknown>(entry.sql) };
  known[number] = prepared;
  return prepared;
}

/**
 * Runs one script, from `start` to `end` of `values`; answers the step that changed nothing although it must, or -1.
 * @param reached hears of each step before it is done
 */
export function script(
  values: readonly unknown[],
  start: number,
  end: number,
  reached: (step: number) => void,
): number {
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
