/** Statements with columns of parameters: what makes SQLite fast, run in one go by its thread. */
import { CompiledQuery } from 'kysely';
import type { Line } from './line.js';
import type { Bulk } from './sqlite-bulk-runs.js';
import type { SqliteThread } from './sqlite-thread-client.js';

/** For each run the first value of the row that the last statement returns; null when it returns none. */
interface Returned {
  readonly returned: unknown;
}

/** A statement with columns of parameters, run once for each; goes through Kysely like any other to reach its connection. */
interface BulkQuery extends CompiledQuery<Returned> {
  readonly bulk: Bulk;
}

export function bulkQuery(bulk: Bulk): CompiledQuery<Returned> {
  return { ...CompiledQuery.raw(bulk.sql), bulk } as BulkQuery;
}

/** The statements of a thread, as Kysely orders them. */
export function sqliteLine(thread: SqliteThread): Pick<Line, 'query'> {
  return {
    query: async (query, inTransaction) => {
      if (!('bulk' in query)) return thread.query(query.sql, query.parameters, inTransaction);
      return { ...(await thread.bulk((query as BulkQuery).bulk)), names: ['returned'] };
    },
  };
}
