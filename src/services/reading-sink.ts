/**
 * Stores readings as they come from many jobs at the same time, and tells subscribers what was new in them (behaviour §5.5): those
 * that come while others are written go together.
 */
import type { ObjectStore, ReadingRow, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { subscribersOf } from './fan-out.js';
import type { PublishPorts } from './publish.js';
import { putAndPublish, readingNoun } from './publish-readings.js';

/** Readings of one meter that were fetched for a request. */
export interface Fetched {
  readonly rows: readonly ReadingRow[];
  readonly meter: Pick<StoredObject, 'mRID' | 'names'>;
  readonly asker: Asker;
}

/** For whom meters are read: what subscribers are told follows from it. */
export interface Asker {
  readonly correlationId?: string | undefined;
  /** The endpoint that gets the values as its reply: it is not told once more. */
  readonly endpoint?: string | undefined;
}

export interface ReadingSink {
  /** Takes readings; resolves when they are on disk, rejects when they could not be written. */
  put(fetched: Fetched): Promise<void>;
}

interface Batch {
  readonly fetched: Fetched[];
  readonly written: Promise<void>;
}

const sinks = new WeakMap<ObjectStore, ReadingSink>();

/** The sink of a store: one for all, so that they share their transactions. */
export function readingSink(ports: PublishPorts): ReadingSink {
  const sink = sinks.get(ports.store) ?? makeSink(ports);
  sinks.set(ports.store, sink);
  return sink;
}

function makeSink(ports: PublishPorts): ReadingSink {
  let last: Promise<void> = Promise.resolve();
  let next: Batch | undefined;
  const begin = (): Batch => {
    const fetched: Fetched[] = [];
    const written = last.then(async () => {
      next = undefined; // what comes from now on goes into another one
      await ports.store.transaction((tx) => keep(tx, ports, fetched));
    });
    last = written.catch(() => {});
    return { fetched, written };
  };
  return {
    put(fetched) {
      next ??= begin();
      next.fetched.push(fetched);
      return next.written;
    },
  };
}

async function keep(tx: StoreTransaction, ports: PublishPorts, fetched: readonly Fetched[]): Promise<void> {
  // Mostly nobody has subscribed: then it does not matter for whom they were read.
  const groups = subscribersOf(ports, readingNoun).length === 0 ? [fetched] : byAsker(fetched);
  for (const group of groups) {
    const rows = group.flatMap((one) => one.rows);
    const meters = new Map(group.map(({ meter }) => [meter.mRID, meter]));
    const { correlationId, endpoint } = group[0]?.asker ?? {};
    await putAndPublish(tx, ports, 'created', rows, meters, {
      correlationId,
      except: endpoint === undefined ? [] : [endpoint],
    });
  }
}

function byAsker(fetched: readonly Fetched[]): readonly (readonly Fetched[])[] {
  const groups = new Map<string, Fetched[]>();
  for (const one of fetched) {
    const key = JSON.stringify([one.asker.correlationId, one.asker.endpoint]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
