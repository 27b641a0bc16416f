/** Stores readings as they come from many jobs at the same time: those that come while others are written go together. */
import type { ObjectStore, ReadingRow } from '../ports/object-store.js';

export interface ReadingSink {
  /** Takes rows; resolves when they are on disk, rejects when they could not be written. */
  put(rows: readonly ReadingRow[]): Promise<void>;
}

interface Batch {
  readonly rows: ReadingRow[];
  readonly written: Promise<void>;
}

const sinks = new WeakMap<ObjectStore, ReadingSink>();

/** The sink of a store: one for all, so that they share their transactions. */
export function readingSink(store: ObjectStore): ReadingSink {
  const sink = sinks.get(store) ?? makeSink(store);
  sinks.set(store, sink);
  return sink;
}

function makeSink(store: ObjectStore): ReadingSink {
  let last: Promise<void> = Promise.resolve();
  let next: Batch | undefined;
  const begin = (): Batch => {
    const rows: ReadingRow[] = [];
    const written = last.then(async () => {
      next = undefined; // what comes from now on goes into another one
      await store.transaction((tx) => tx.putReadings(rows, { keepFormer: true }));
    });
    last = written.catch(() => {});
    return { rows, written };
  };
  return {
    put(rows) {
      next ??= begin();
      for (const row of rows) next.rows.push(row);
      return next.written;
    },
  };
}
