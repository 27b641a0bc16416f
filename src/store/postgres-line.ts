/**
 * The line of PostgreSQL: one pipelined connection, made anew when it is lost. What is ordered in one moment is on its way
 * together; a script that is refused sends all scripts of its order back, to be tried one by one.
 */
import { Client } from 'pg';
import type { CompiledQuery } from 'kysely';
import type { Answer, KnownStatement, Line, UndoneScript } from './line.js';
import { StoreUnavailable } from '../ports/object-store.js';
import { copyIn, type CopyQuery } from './postgres-copy.js';
import { alone, type Ordered, stepsOf, together } from './postgres-scripts.js';
import { answerOf, settingsOf, statementOf, steadyPlans, translated } from './postgres-client.js';

export interface PostgresLine extends Line {
  /** After all that was ordered before. */
  close(): Promise<void>;
}

/** The statement that was refused, and the error if it was one. */
interface Refused {
  readonly step: number;
  readonly error?: Error;
}

/** Milliseconds between two statements of a transaction. */
const longestStandstill = 10_000;

/** Transactions of several processes come one after the other; scripts of theirs run at the same time, but beside no transaction. */
const inOrder = 'hashtext(current_schema())';
const controls = {
  begin: `begin; select pg_advisory_xact_lock(4117052, ${inOrder})`,
  'begin shared': `begin; select pg_advisory_xact_lock_shared(4117052, ${inOrder})`,
  savepoint: 'savepoint member',
  release: 'release savepoint member',
  undo: 'rollback to savepoint member; release savepoint member',
  rollback: 'rollback',
};

/** Connects to the database at `url` at once; rejects when the database is not to be reached. */
export async function openPostgresLine(url: string): Promise<PostgresLine> {
  const known: KnownStatement[] = [];
  let client: Promise<Client> | undefined;
  /** The connection of the transaction: what belongs to it must not go to another one. */
  let current: Client | undefined;
  /** Why the transaction cannot be committed any more. */
  let failure: Error | undefined;
  /** Orders start in their order: each when the one before it is on its way, scripts when they are done. */
  let tail: Promise<unknown> = Promise.resolve();

  const connect = async (): Promise<Client> => {
    const made = new Client({ ...settingsOf(url), pipeline: true });
    const forget = (): void => {
      if (current === made) {
        current = undefined;
        failure ??= new StoreUnavailable('the connection to the database is gone', 'CONNECTION');
      }
      client = undefined;
    };
    made.on('error', forget);
    made.on('end', forget);
    await made.connect();
    // a process that stands still within a transaction keeps all others waiting: the database ends it then
    await made.query(`set idle_in_transaction_session_timeout = ${longestStandstill}; ${steadyPlans}`);
    return made;
  };
  const connected = (): Promise<Client> => {
    client ??= connect().catch((error: unknown) => {
      client = undefined;
      throw translated(error);
    });
    return client;
  };

  const fail = (error: unknown): void => {
    failure ??= translated(error);
  };
  /** Starts `order` when it is its turn; what it answers is not waited for by those behind it. */
  const inTurn = <T>(order: () => { readonly answer: Promise<T> } | Promise<{ readonly answer: Promise<T> }>) => {
    const started = tail.then(order);
    tail = started.catch(() => {});
    return started.then(({ answer }) => answer);
  };
  const open = (): Client => {
    if (current !== undefined) return current;
    throw failure ?? new Error('there is no transaction');
  };
  const begin = async (how: 'begin' | 'begin shared'): Promise<void> => {
    failure = undefined;
    try {
      current = await connected();
      void current.query(controls[how]).catch(fail);
    } catch (error) {
      fail(error);
    }
  };

  /** Runs statements one behind the other; answers which of them failed, or changed fewer rows than it must. */
  const run = async (orders: readonly Ordered[], at: Client): Promise<Refused | undefined> => {
    const results = await Promise.allSettled(orders.map(({ sql, values }) => at.query(statementOf(sql, values))));
    for (const [step, result] of results.entries()) {
      if (result.status === 'rejected') return { step, error: translated(result.reason) };
      if ((result.value.rowCount ?? 0) < orders[step]!.rows) return { step };
    }
    return undefined;
  };
  /** Runs statements behind a savepoint, and takes them back when one is refused; answers where and why. */
  const tried = async (orders: readonly Ordered[], at: Client): Promise<Refused | undefined> => {
    void at.query(controls.savepoint).catch(fail);
    const refused = await run(orders, at);
    void at.query(refused === undefined ? controls.release : controls.undo).catch(fail);
    return refused;
  };
  /** All together, and one by one when that is refused. */
  const runScripts = async (
    values: readonly unknown[],
    ends: readonly number[],
    at: Client,
  ): Promise<readonly UndoneScript[]> => {
    if (ends.length > 1 && (await tried(together(stepsOf(values, known)), at)) === undefined) return [];
    const undone: UndoneScript[] = [];
    let start = 0;
    for (const [script, end] of ends.entries()) {
      const refused = await tried(stepsOf(values.slice(start, end), known).map(alone), at);
      if (refused !== undefined) undone.push({ script, ...refused });
      start = end;
    }
    return undone;
  };

  await connected();
  return {
    query: (query: CompiledQuery, inTransaction: boolean): Promise<Answer> =>
      inTurn(async () => {
        const at = inTransaction ? open() : await connected();
        const answer =
          'rows' in query
            ? copyIn(at, query as CopyQuery)
            : at.query<unknown[]>({ ...statementOf(query.sql, query.parameters), rowMode: 'array' });
        return { answer: answer.then(answerOf, refuse) };
      }),
    scripts: (values, ends) =>
      inTurn(async () => {
        const undone = await runScripts(values, ends, open());
        return { answer: Promise.resolve(undone) };
      }),
    tell: (op) => {
      void inTurn(async () => {
        if (op === 'begin' || op === 'begin shared') await begin(op);
        else void open().query(controls[op]).catch(fail);
        return { answer: Promise.resolve() };
      }).catch(fail);
    },
    commit: () =>
      inTurn(() => {
        const at = open();
        const answer = at.query('commit').then(({ command }) => {
          if (failure !== undefined) throw failure;
          // what has failed in a transaction makes its commit a rollback, without an error
          if (command !== 'COMMIT') throw new Error('the transaction is over: the database has rolled it back');
        }, refuse);
        return { answer };
      }),
    learn: (statements) => {
      known.push(...statements);
      return known.length - statements.length;
    },
    close: () =>
      inTurn(async () => {
        const made = await client?.catch(() => undefined);
        await made?.end();
        return { answer: Promise.resolve() };
      }),
  };
}

function refuse(error: unknown): never {
  throw translated(error);
}
