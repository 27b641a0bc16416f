/** Parts of a transaction that are undone alone: savepoints, and calls that must not outlive the part they belong to. */
import { sql } from 'kysely';
import type { StoreTransaction } from '../ports/object-store.js';
import type { Db } from './tables.js';

/**
 * Runs `work` within a savepoint of `db`, over a transaction of its own that ends with it: what is still under way when the work
 * throws is waited for, and what comes later is refused, or it would be written into the transaction around.
 */
export async function partOf<T>(db: Db, tx: StoreTransaction, work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
  const underWay = new Set<Promise<unknown>>();
  let over = false;
  const tracked =
    (call: (...values: unknown[]) => Promise<unknown>) =>
    async (...values: unknown[]): Promise<unknown> => {
      if (over) throw new Error('the part of the transaction is over');
      const answer = call(...values);
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    };
  const calls = Object.entries(tx as unknown as Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>);
  const part = Object.fromEntries(calls.map(([name, call]) => [name, tracked(call)])) as unknown as StoreTransaction;
  unawaited(sql`savepoint part`.execute(db));
  try {
    const result = await work(part);
    over = true;
    await Promise.all(underWay);
    unawaited(sql`release savepoint part`.execute(db));
    return result;
  } catch (error) {
    over = true;
    await Promise.allSettled(underWay);
    unawaited(sql`rollback to savepoint part`.execute(db));
    unawaited(sql`release savepoint part`.execute(db));
    throw error;
  }
}

/** What follows need not wait for it: statements run in their order, and one that fails ends the transaction. */
function unawaited(statement: Promise<unknown>): void {
  statement.catch(() => {});
}
