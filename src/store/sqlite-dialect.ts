/**
 * A Kysely dialect whose one connection lives in a SQLite thread. Whoever acquires it has it alone until it is released,
 * when it is `exclusive`; otherwise statements of all callers simply queue up in the thread.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { queue } from './queue.js';
import type { Answer, BulkColumn } from './sqlite-thread.js';
import type { SqliteThread } from './sqlite-thread-client.js';

/** A statement with columns of parameters, run once for each; goes through Kysely like any other to reach its connection. */
export interface BulkQuery extends CompiledQuery<unknown> {
  readonly bulk: {
    readonly statements: readonly string[];
    readonly columns: readonly BulkColumn[];
    readonly count: number;
  };
}

export function bulkQuery(statements: readonly string[], columns: readonly BulkColumn[], count: number): BulkQuery {
  return { ...CompiledQuery.raw(statements.join('; ')), bulk: { statements, columns, count } };
}

/** A schema change is all or nothing here, unlike with Kysely's own dialect for SQLite. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ThreadConnection implements DatabaseConnection {
  inTransaction = false;
  released = false;
  /** The order to begin: not waited for by itself, which saves a transaction one way there and back. */
  begun: Promise<void> = Promise.resolve();
  /** The first failed statement ends its transaction, as with PostgreSQL: half of a batch must not be committed. */
  failure: Error | undefined;
  constructor(readonly thread: SqliteThread) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // A statement that nobody awaited must not slip into the next transaction.
    if (this.released) throw new Error('the transaction is over');
    if (this.failure !== undefined) throw this.failure;
    try {
      if ('bulk' in query) {
        const { statements, columns, count } = (query as BulkQuery).bulk;
        const { values, changes } = await this.thread.bulk(statements, columns, count);
        return { rows: values as R[], numAffectedRows: BigInt(changes) };
      }
      const answer = await this.thread.query(query.sql, query.parameters, this.inTransaction);
      return { rows: rowsOf(answer) as R[], numAffectedRows: BigInt(answer.changes) };
    } catch (error) {
      const failure = await this.begun.then(
        () => asError(error),
        (reason: unknown) => asError(reason), // it never began
      );
      if (this.inTransaction) this.failure ??= failure;
      throw failure;
    }
  }

  begin(): void {
    this.inTransaction = true;
    this.begun = this.thread.begin();
    this.begun.catch(() => {}); // told by the first statement, or by the commit
  }

  async commit(): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    const committed = this.thread.commit();
    await Promise.all([this.begun, committed]);
    this.inTransaction = false;
  }

  async rollback(): Promise<void> {
    await this.thread.rollback();
    this.inTransaction = false;
  }

  // eslint-disable-next-line require-yield -- Kysely asks for a generator; this one only refuses
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the SQLite thread does not stream');
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function rowsOf({ names, values }: Answer): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  for (let at = 0; at < values.length; at += names.length) {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column++) row[names[column]!] = values[at + column];
    rows.push(row);
  }
  return rows;
}

/** The dialect over `thread`, whose closing stays with the one who opened it. */
export function sqliteDialect(thread: SqliteThread, options: { readonly exclusive: boolean }): Dialect {
  const turn = queue();
  const releases = new WeakMap<DatabaseConnection, () => void>();
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => {
      const release = options.exclusive ? await turn() : () => {};
      const connection = new ThreadConnection(thread);
      releases.set(connection, release);
      return connection;
    },
    beginTransaction: async (connection) => (connection as ThreadConnection).begin(),
    commitTransaction: (connection) => (connection as ThreadConnection).commit(),
    rollbackTransaction: (connection) => (connection as ThreadConnection).rollback(),
    releaseConnection: async (connection) => {
      (connection as ThreadConnection).released = true;
      releases.get(connection)?.();
    },
    destroy: async () => {},
  };
  return {
    createDriver: () => driver,
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
