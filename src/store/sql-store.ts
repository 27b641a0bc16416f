/** The port over an engine: puts the parts together, and sees that transactions and closing are used as they should be. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type ObjectStore, type StoreReader, type StoreTransaction, StoreUnavailable } from '../ports/object-store.js';
import type { Engine } from './engine.js';
import { objectReads } from './object-reads.js';
import { objectWrites } from './object-writes.js';
import { readingReads, readingWrites } from './readings.js';
import type { Db } from './tables.js';

export interface StoreOptions {
  /**
   * Refuses calls of the store from inside a transaction, which would wait for ever, with an error instead. For tests: on
   * Node 20 and 22 it puts a hook on every promise of the process, which shows in a profile of small messages.
   */
  readonly refuseNested?: boolean;
}

/** A store over `engine`, whose schema is up to date; closing the store closes the engine. */
export function sqlStore(engine: Engine, options: StoreOptions = {}): ObjectStore {
  /** The transaction whose work we are called from, if any. */
  const inside = options.refuseNested ? new AsyncLocalStorage<{ over: boolean }>() : undefined;
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  const reader = storeReader(engine, engine.reader);

  const refuseInside = (): void => {
    const transaction = inside?.getStore();
    if (transaction === undefined || transaction.over) return;
    // Would wait for the transaction which waits for us: with a database in memory that is forever.
    throw new Error('inside a transaction only the transaction itself may be used, not the store');
  };
  const guarded =
    <A extends unknown[], R>(call: (...values: A) => Promise<R>) =>
    async (...values: A): Promise<R> => {
      refuseInside();
      if (closing !== undefined) throw new StoreUnavailable('the store is closed', 'CLOSED');
      const answer = call(...values);
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    };

  const transact = <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    engine.writer.transaction().execute(async (db) => {
      const here = { over: false };
      try {
        const tx = storeTransaction(engine, db);
        return await (inside ? inside.run(here, () => work(tx)) : work(tx));
      } finally {
        here.over = true;
      }
    });

  /* eslint-disable @typescript-eslint/unbound-method -- the reader's functions are closures: they know no `this` */
  return {
    objectByMRID: guarded(reader.objectByMRID),
    objectsByName: guarded(reader.objectsByName),
    objects: guarded(reader.objects),
    history: guarded(reader.history),
    readings: guarded(reader.readings),
    formerReadings: guarded(reader.formerReadings),
    transaction: <T>(work: (tx: StoreTransaction) => Promise<T>) => guarded(() => transact(work))(),
    close: async () => {
      refuseInside();
      closing ??= Promise.allSettled(underWay).then(() => engine.close());
      await closing;
    },
  };
  /* eslint-enable @typescript-eslint/unbound-method */
}

function storeReader(engine: Engine, db: Db): StoreReader {
  return { ...objectReads(engine, db), ...readingReads(engine, db) };
}

function storeTransaction(engine: Engine, db: Db): StoreTransaction {
  return { ...storeReader(engine, db), ...objectWrites(engine, db), ...readingWrites(engine, db) };
}
