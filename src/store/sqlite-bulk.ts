/** Statements with columns of parameters: what makes SQLite fast, run in one go by its thread. */
import { CompiledQuery } from 'kysely';
import type { Line } from './line.js';
import type { BulkColumn } from './sqlite-thread.js';
import type { SqliteThread } from './sqlite-thread-client.js';

/** For each run the first value of the row that the last statement returns; null when it returns none. */
interface Returned {
  readonly returned: unknown;
}

/** A statement with columns of parameters, run once for each; goes through Kysely like any other to reach its connection. */
interface BulkQuery extends CompiledQuery<Returned> {
  readonly bulk: {
    readonly statements: readonly string[];
    readonly columns: readonly BulkColumn[];
    readonly count: number;
  };
}

export function bulkQuery(
  statements: readonly string[],
  columns: readonly BulkColumn[],
  count: number,
): CompiledQuery<Returned> {
  return { ...CompiledQuery.raw(statements.join('; ')), bulk: { statements, columns, count } } as BulkQuery;
}

/** The statements of a thread, as Kysely orders them. */
export function sqliteLine(thread: SqliteThread): Pick<Line, 'query'> {
  return {
    query: async (query, inTransaction) => {
      if (!('bulk' in query)) return thread.query(query.sql, query.parameters, inTransaction);
      const { statements, columns, count } = (query as BulkQuery).bulk;
      return { ...(await thread.bulk(statements, columns, count)), names: ['returned'] };
    },
  };
}
