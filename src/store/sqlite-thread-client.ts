import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '../ports/object-store.js';
import type { Answer, Line, UndoneScript } from './line.js';
import { isPackedTexts } from './packed-texts.js';
import { soon } from './soon.js';
import type { Bulk, BulkColumn } from './sqlite-bulk-runs.js';
import type { Failure, Numbered, Order, Reply, ScriptFailure } from './sqlite-thread.js';

/** An error of the database that is nobody's but ours: a statement or a value it does not take. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  constructor(
    message: string,
    /** SQLite's own, e.g. `SQLITE_CONSTRAINT_UNIQUE`. */
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/**
 * The gateway's side of one SQLite thread. Orders are carried out in the order they are given; those of one moment go
 * together in one message, as do their answers.
 */
export interface SqliteThread extends Pick<Line, 'learn' | 'scripts' | 'tell' | 'commit'> {
  query(sql: string, parameters: readonly unknown[], inTransaction: boolean): Promise<Answer>;
  bulk(bulk: Bulk): Promise<Answer>;
  begin(): Promise<void>;
  /** Does nothing when there is no transaction any more, be it that the thread has died. */
  rollback(): Promise<void>;
  /** After all that was ordered before. */
  close(): Promise<void>;
  /** Ends the thread at once, as a crash would. */
  kill(): Promise<void>;
}

/** What the world does to a database, as against what we do wrong. */
const worldly = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL|PERM)/;

/** A thread runs built JavaScript: beside this file when built, in dist/ when this file runs from src/ (tests). */
function threadFile(): string {
  const here = import.meta.url;
  const built = here.endsWith('.ts') ? '../../dist/store/sqlite-thread.js' : './sqlite-thread.js';
  const file = fileURLToPath(new URL(built, here));
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return file;
}

/** Starts a thread that opens `path` and then sets `pragmas`. */
export async function openSqliteThread(
  path: string,
  settings: { readonly busyTimeout: number; readonly pragmas: readonly string[] },
): Promise<SqliteThread> {
  const worker = new Worker(threadFile(), {
    execArgv: [],
    name: 'sqlite',
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  let outgoing: Numbered[] = [];
  let transfers: ArrayBuffer[] = [];
  let learned = 0;
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (reason: Error) => void }>();
  let lastId = 0;
  let closing = false;
  /** Why nothing can be ordered any more. */
  let gone: Error | undefined;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  const end = (reason: Error): void => {
    gone ??= reason;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  const died = (cause: unknown): StoreUnavailable =>
    new StoreUnavailable('the SQLite thread has died; the gateway must be started again', 'THREAD_DIED', { cause });

  worker.on('message', (replies: readonly Reply[]) => {
    for (const reply of replies) {
      const asker = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('answer' in reply) asker?.resolve(reply.answer);
      else asker?.reject(errorOf(reply.failure));
    }
  });
  worker.on('error', (cause) => end(died(cause)));
  worker.on('messageerror', (cause) => end(died(cause)));
  worker.on('exit', (code) => end(closing ? closed() : died(new Error(`the thread ended with code ${code}`))));

  const post = (): void => {
    const orders = outgoing;
    const buffers = transfers;
    outgoing = [];
    transfers = [];
    if (gone !== undefined) return;
    try {
      worker.postMessage(orders, buffers);
    } catch {
      for (const one of orders) postAlone(one); // one of them cannot be copied: the others can
    }
  };
  const postAlone = (one: Numbered): void => {
    try {
      worker.postMessage([one], one.order.op === 'bulk' ? buffersOf(one.order.columns) : []);
    } catch (error) {
      waiting.get(one.id)?.reject(error instanceof Error ? error : new Error(String(error)));
      waiting.delete(one.id);
    }
  };
  const send = (id: number, order: Order, buffers: readonly ArrayBuffer[] = []): void => {
    outgoing.push({ id, order });
    transfers.push(...buffers);
    if (outgoing.length === 1) soon(post);
  };
  const order = (what: Order, buffers: readonly ArrayBuffer[] = []): Promise<Answer> => {
    if (gone !== undefined) return Promise.reject(gone);
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send(id, what, buffers);
    });
  };

  try {
    await order({ op: 'open', path, ...settings });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: (sql, parameters, inTransaction) => order({ op: 'query', sql, parameters, inTransaction }),
    bulk: (bulk) => order({ op: 'bulk', ...bulk }, buffersOf(bulk.columns)),
    learn: (statements) => {
      send(0, { op: 'learn', statements });
      learned += statements.length;
      return learned - statements.length;
    },
    scripts: async (values, ends) => {
      const answer = await order({ op: 'scripts', values, ends });
      return (answer.values as ScriptFailure[]).map(undone);
    },
    tell: (op) => {
      // one process only: there is nobody to share with
      if (gone === undefined) send(0, { op: op === 'begin shared' ? 'begin' : op });
    },
    begin: async () => void (await order({ op: 'begin' })),
    commit: async () => void (await order({ op: 'commit' })),
    rollback: async () => {
      if (gone === undefined) await order({ op: 'rollback' });
    },
    close: async () => {
      closing = true;
      if (gone === undefined) await order({ op: 'close' });
      gone ??= closed();
      await ended;
    },
    kill: async () => void (await worker.terminate()),
  };
}

/** The error for what the thread says of one. */
export function errorOf({ message, code }: Failure): Error {
  const unavailable = code !== undefined && worldly.test(code);
  return unavailable ? new StoreUnavailable(message, code) : new SqliteError(message, code);
}

function undone({ script, step, error }: ScriptFailure): UndoneScript {
  return { script, step, error: error && errorOf(error) };
}

function closed(): StoreUnavailable {
  return new StoreUnavailable('the store is closed', 'CLOSED');
}

function buffersOf(columns: readonly BulkColumn[]): ArrayBuffer[] {
  return columns.flatMap((column) => {
    if (isNumbers(column)) return [column.buffer as ArrayBuffer];
    return isPackedTexts(column) ? [column.ends.buffer as ArrayBuffer, column.bytes.buffer as ArrayBuffer] : [];
  });
}

/** By its tag: under jest a Float64Array may come from another realm, where `instanceof` fails. */
function isNumbers(column: BulkColumn): column is Float64Array {
  return Object.prototype.toString.call(column) === '[object Float64Array]';
}
