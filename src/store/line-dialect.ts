/**
 * A Kysely dialect over a line of orders. With groups, transactions are members of them, and single statements come between
 * them; without, statements of all callers simply queue up in the line.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  DefaultQueryExecutor,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  type QueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Groups, Member } from './groups.js';
import type { Answer, Line } from './line.js';

/** What Kysely has to know of a database. */
export interface Flavour {
  readonly compiler: QueryCompiler;
  readonly adapter: DialectAdapter;
  readonly introspector: (db: Kysely<never>) => DatabaseIntrospector;
}

type Statements = Pick<Line, 'query'>;

class LineConnection implements DatabaseConnection {
  released = false;
  /** The transaction, while there is one. */
  private member: Member | undefined;
  /** The first failed statement ends its transaction, as with PostgreSQL: half of a batch must not be committed. */
  private failure: Error | undefined;
  constructor(
    private readonly line: Statements,
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
    const answer = await this.line.query(query, this.member !== undefined);
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
    throw new Error('a line does not stream');
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

/** The dialect over a line, whose closing stays with the one who opened it; without `groups` it only reads. */
export function lineDialect(flavour: Flavour, line: Statements, groups?: Groups): Dialect {
  return dialectOf(flavour, {
    init: async () => {},
    acquireConnection: async () => new LineConnection(line, groups),
    beginTransaction: (connection) => (connection as LineConnection).begin(),
    commitTransaction: (connection) => (connection as LineConnection).commit(),
    rollbackTransaction: (connection) => (connection as LineConnection).rollback(),
    releaseConnection: async (connection) => {
      (connection as LineConnection).released = true;
    },
    destroy: async () => {},
  });
}

function dialectOf({ compiler, adapter, introspector }: Flavour, driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createAdapter: () => adapter,
    createIntrospector: (db) => introspector(db as Kysely<never>),
    createQueryCompiler: () => compiler,
  };
}

const driver: Driver = {
  init: async () => {},
  acquireConnection: () => Promise.reject(new Error('the connection is given')),
  beginTransaction: () => Promise.reject(new Error('a transaction is one already')),
  commitTransaction: async () => {},
  rollbackTransaction: async () => {},
  releaseConnection: async () => {},
  destroy: async () => {},
};

/** A Kysely all of whose statements go over one connection at once: none waits for the answer to the one before it. */
function kyselyOver<T>(flavour: Flavour, connection: DatabaseConnection): Kysely<T> {
  const { compiler, adapter } = flavour;
  const provider = { provideConnection: <R>(use: (given: DatabaseConnection) => Promise<R>) => use(connection) };
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  const dialect = dialectOf(flavour, driver);
  return new Kysely<T>({ config: { dialect }, driver, dialect, executor });
}

/** A Kysely for statements outside of transactions. */
export function plainKysely<T>(flavour: Flavour, line: Statements, groups?: Groups): Kysely<T> {
  return kyselyOver(flavour, new LineConnection(line, groups));
}

/** Runs `work` in a transaction: its place in the queue is that of this call. */
export function transact<T, R>(
  flavour: Flavour,
  line: Statements,
  groups: Groups,
  work: (db: Kysely<T>) => Promise<R>,
): Promise<R> {
  const connection = new LineConnection(line, groups);
  return connection.transaction(() => work(kyselyOver(flavour, connection)));
}
