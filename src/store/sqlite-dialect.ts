/**
 * A Kysely dialect whose one connection lives in a SQLite thread. With groups, transactions are members of them, and single
 * statements come between them; without, statements of all callers simply queue up in the thread.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  type LimitNode,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Groups, Member } from './sqlite-groups.js';
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

/**
 * SQLite looks at what is bound to a bare `limit ?` when it plans, and so makes the plan anew each time the statement is run with
 * parameters, which costs several times what a look-up costs. Of a sum it knows nothing beforehand.
 */
class PlannedOnce extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    this.append('limit (');
    this.visitNode(node.limit);
    this.append(' + 0)');
  }
}

/** A schema change is all or nothing here, unlike with Kysely's own dialect for SQLite. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ThreadConnection implements DatabaseConnection {
  released = false;
  /** The transaction, while there is one. */
  private member: Member | undefined;
  /** The first failed statement ends its transaction, as with PostgreSQL: half of a batch must not be committed. */
  private failure: Error | undefined;
  constructor(
    private readonly thread: SqliteThread,
    private readonly groups: Groups | undefined,
  ) {}

  /** Runs `work` as a transaction over this connection, which is of no use afterwards. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.begin();
    try {
      const result = await work();
      await this.commit();
      return result;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // A statement that nobody awaited must not slip into the next transaction.
    if (this.released) throw new Error('the transaction is over');
    if (this.failure !== undefined) throw this.failure;
    try {
      if (this.member !== undefined || this.groups === undefined) return await this.run(query);
      return await this.groups.alone(() => this.run(query));
    } catch (reason) {
      const error = asError(reason);
      if (this.member !== undefined) {
        this.failure ??= error;
        this.member.failed(error);
      }
      throw error;
    }
  }

  private async run<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if ('bulk' in query) {
      const { statements, columns, count } = (query as BulkQuery).bulk;
      const { values, changes } = await this.thread.bulk(statements, columns, count);
      return { rows: values as R[], numAffectedRows: BigInt(changes) };
    }
    const answer = await this.thread.query(query.sql, query.parameters, this.member !== undefined);
    return { rows: rowsOf(answer) as R[], numAffectedRows: BigInt(answer.changes) };
  }

  async begin(): Promise<void> {
    if (this.groups === undefined) throw new Error('this connection only reads');
    this.member = await this.groups.enter();
  }

  async commit(): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    await this.leave((member) => member.done());
  }

  async rollback(): Promise<void> {
    await this.leave((member) => member.undo());
  }

  private async leave(how: (member: Member) => Promise<void>): Promise<void> {
    const { member } = this;
    this.member = undefined;
    this.released = true; // the turn is passed on now, while Kysely still waits for the disk
    if (member !== undefined) await how(member);
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

/** The dialect over `thread`, whose closing stays with the one who opened it; without `groups` it only reads. */
export function sqliteDialect(thread: SqliteThread, groups?: Groups): Dialect {
  return dialectOf({
    init: async () => {},
    acquireConnection: async () => new ThreadConnection(thread, groups),
    beginTransaction: (connection) => (connection as ThreadConnection).begin(),
    commitTransaction: (connection) => (connection as ThreadConnection).commit(),
    rollbackTransaction: (connection) => (connection as ThreadConnection).rollback(),
    releaseConnection: async (connection) => {
      (connection as ThreadConnection).released = true;
    },
    destroy: async () => {},
  });
}

function dialectOf(driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new PlannedOnce(),
  };
}

/** What is the same for each `Kysely` of `kyselyOver`: making one costs little then. */
const dialect = dialectOf({
  init: async () => {},
  acquireConnection: () => Promise.reject(new Error('the connection is given')),
  beginTransaction: () => Promise.reject(new Error('a transaction is one already')),
  commitTransaction: async () => {},
  rollbackTransaction: async () => {},
  releaseConnection: async () => {},
  destroy: async () => {},
});
const driver = dialect.createDriver();
const compiler = dialect.createQueryCompiler();
const adapter = dialect.createAdapter();

/** A Kysely all of whose statements go over one connection at once: none waits for the answer to the one before it. */
function kyselyOver<T>(connection: DatabaseConnection): Kysely<T> {
  const provider = { provideConnection: <R>(use: (given: DatabaseConnection) => Promise<R>) => use(connection) };
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  return new Kysely<T>({ config: { dialect }, driver, dialect, executor });
}

/** A Kysely for statements outside of transactions. */
export function plainKysely<T>(thread: SqliteThread, groups?: Groups): Kysely<T> {
  return kyselyOver(new ThreadConnection(thread, groups));
}

/** Runs `work` in a transaction: its place in the queue is that of this call. */
export function transact<T, R>(thread: SqliteThread, groups: Groups, work: (db: Kysely<T>) => Promise<R>): Promise<R> {
  const connection = new ThreadConnection(thread, groups);
  return connection.transaction(() => work(kyselyOver(connection)));
}
