/** What every connection to PostgreSQL has in common: settings, how values come, names of prepared statements, errors. */
import pg from 'pg';
import { StoreUnavailable } from '../ports/object-store.js';
import type { Answer } from './line.js';

/** Longest wait for a connection, in milliseconds. */
const connectTimeout = 10_000;

/** Whole numbers of eight bytes come as numbers: ours are instants in microseconds, counts and ids, all below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

/** @param url `postgres://user:password@host:port/database?sslmode=…` */
export function settingsOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'cimgate',
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    types,
  };
}

/**
 * Statements keep the plan that was made for them, and tables begin empty: to a planner that knows of no rows, reading all of a table looks
 * as good as its index, and stays in the plan while it fills. Every statement that is often run has an index. Without that choice a
 * plan looks so dear that it would be compiled first.
 */
export const steadyPlans = 'set enable_seqscan = off; set jit = off';

/** Names of statements by their text: prepared once for each connection. There are as many as the store has statements. */
const names = new Map<string, string>();
/** Beyond this a statement is planned each time: something makes texts without end then. */
const mostNames = 1_000;

export function statementOf(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined && names.size < mostNames) {
    name = `cimgate_${names.size}`;
    names.set(text, name);
  }
  return { ...(name === undefined ? {} : { name }), text, values: values as unknown[] };
}

/** The answer to a statement that was asked for with its rows as arrays. */
export function answerOf({ fields, rows, rowCount }: pg.QueryResult): Answer {
  return {
    names: fields.map(({ name }) => name),
    values: (rows as unknown[][]).flat(1),
    changes: rowCount ?? 0,
  };
}

/** An error of the database that is nobody's but ours: a statement or a value it does not take. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  constructor(
    message: string,
    /** SQLSTATE, e.g. `23505`. */
    readonly code: string,
  ) {
    super(message);
  }
}

/**
 * Classes of SQLSTATE that the world does to a database: connections, transactions that others have crossed, resources, operators,
 * its disk and its insides.
 */
const worldly = /^(08|25006|28|3D|40|53|55|57|58|XX)/;

/** What an error of the driver means to the store. */
export function translated(error: unknown): Error {
  if (error instanceof StoreUnavailable || error instanceof PostgresError) return error;
  const { message = String(error), code } = error as { readonly message?: string; readonly code?: string };
  if (error instanceof pg.DatabaseError && code !== undefined && !worldly.test(code))
    return new PostgresError(message, code);
  // whatever else comes is of the connection: refused, reset, ended
  return new StoreUnavailable(message, code ?? 'CONNECTION', { cause: error });
}
