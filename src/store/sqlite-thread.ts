/**
 * The worker thread that holds one SQLite connection: runs what sqlite-thread-client.ts posts, one after the other.
 * Knows nothing of the schema and of Kysely. It is here so that fsync, checkpoints and bulk writes never hold up the gateway.
 * A transaction has members, each within a savepoint (groups.ts): one that fails is undone alone.
 */
import { parentPort } from 'node:worker_threads';
import type { Answer, KnownStatement } from './line.js';
import { bulk, type Bulk } from './sqlite-bulk-runs.js';
import { close, connection, isOpen, learn, nothing, open, prepare, query, script } from './sqlite-statements.js';

// a thread has an Object.prototype of its own (bin/cimgate.js)
Reflect.deleteProperty(Object.prototype, '__proto__');

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

/** Why there is no transaction any more although it has not been ended by order. */
let lost: Error | undefined;

/** SQLite undoes a whole transaction by itself on some errors (disk full): what follows must not commit on its own. */
function checkTransaction(): void {
  if (connection().inTransaction) return;
  throw lost ?? new Error('the transaction is over: the database has rolled it back');
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
      open(order.path, order.busyTimeout, order.pragmas);
      return nothing;
    case 'query':
      if (order.inTransaction) checkTransaction();
      return query(order.sql, order.parameters);
    case 'bulk':
      checkTransaction();
      return bulk(order);
    case 'learn':
      learn(order.statements);
      return nothing;
    case 'scripts':
      checkTransaction();
      return scripts(order.values, order.ends);
    case 'close':
      close();
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
    if (isOpen() && inTransaction(order)) checkLost(error);
    // What a savepoint or a commit that fails leaves behind must not be taken for a transaction that can go on.
    if (order.op === 'savepoint' || order.op === 'release' || order.op === 'undo' || order.op === 'commit') {
      lost ??= asError(error);
      if (isOpen() && connection().inTransaction) connection().exec('rollback');
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
