/** The port over an engine: puts the parts together, and sees that transactions and closing are used as they should be. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Job } from '../ports/jobs.js';
import {
  type Batch,
  type ObjectStore,
  type StoreReader,
  type StoreTransaction,
  StoreUnavailable,
} from '../ports/object-store.js';
import type { Peers } from '../ports/peers.js';
import { answerReads, answerWrites } from './answers.js';
import { auditReads, auditWrites } from './audit.js';
import { type BatchWrites, batchWrites } from './batches.js';
import type { Engine, JoinedPeers } from './engine.js';
import { gatheredReads } from './gathered-reads.js';
import { type JobReads, jobReads, jobWrites } from './jobs.js';
import { objectReads } from './object-reads.js';
import { objectWrites } from './object-writes.js';
import { outboxReads, outboxWrites } from './outbox.js';
import { partOf } from './parts.js';
import { pendingReads, pendingWrites } from './pending-changes.js';
import { readingKeeping } from './reading-keeping.js';
import { readingReads, readingWrites } from './readings.js';
import { registryReads, registryWrites } from './registry.js';
import { requestReads, requestWrites } from './requests.js';
import { nonceKeeping, safeguardReads, safeguardWrites } from './safeguards.js';
import { afterThisRound, soon } from './soon.js';
import type { Db } from './tables.js';

export interface StoreOptions {
  /**
   * Refuses calls of the store from inside a transaction, which would wait for ever, with an error instead. For tests: on
   * Node 20 and 22 it puts a hook on every promise of the process, which shows in a profile of small messages.
   */
  readonly refuseNested?: boolean;
}

/** Where and when a job has been added. */
export type AddedJob = Pick<Job, 'queue' | 'due'>;

/** The store as this folder knows it: with what the embedded jobs need. */
export interface SqlStore extends ObjectStore {
  /** The processes that share it. */
  readonly peers: Peers;
  readonly jobRows: JobReads & Pick<BatchWrites, 'endJob' | 'postponeJob'>;
  /** Hears of jobs after they are committed; the answer ends it. */
  onJobs(listener: (jobs: readonly AddedJob[]) => void): () => void;
}

/** What a transaction has added, to be told when it is committed. */
interface Added {
  readonly jobs: AddedJob[];
  /** Endpoints that have deliveries now. */
  readonly endpoints: Set<string>;
  /** Deliveries wait again, of whichever endpoint. */
  revived: boolean;
}

/** A store over `engine`, whose schema is up to date, for one of the processes that share it; closing the store closes both. */
export function sqlStore(engine: Engine, peers: JoinedPeers, options: StoreOptions = {}): SqlStore {
  /** The transaction whose work we are called from, if any. */
  const inside = options.refuseNested ? new AsyncLocalStorage<{ over: boolean }>() : undefined;
  const underWay = new Set<Promise<unknown>>();
  const listeners = new Set<Parameters<ObjectStore['onAdded']>[0]>();
  const jobListeners = new Set<(jobs: readonly AddedJob[]) => void>();
  const batches = batchWrites(engine, peers);
  let closing: Promise<void> | undefined;

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
  const allGuarded = <T extends object>(calls: T): T =>
    Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [name, guarded(call as () => Promise<unknown>)]),
    ) as unknown as T;

  const tell = (jobs: readonly AddedJob[], endpoints: ReadonlySet<string>, revived = false): void => {
    if (jobs.length > 0) for (const listener of jobListeners) listener(jobs);
    for (const listener of listeners) {
      if (jobs.length > 0) listener('jobs');
      if (revived) listener('deliveries');
      else if (endpoints.size > 0) listener('deliveries', endpoints);
    }
  };

  const transact = async <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> => {
    const added: Added = { jobs: [], endpoints: new Set(), revived: false };
    const told = (): void => tell(added.jobs, added.endpoints, added.revived);
    return telling(
      told,
      engine.transaction(async (db) => {
        const here = { over: false };
        try {
          const tx = storeTransaction(engine, db, peers.self, added);
          return await (inside ? inside.run(here, () => work(tx)) : work(tx));
        } finally {
          here.over = true;
        }
      }),
    );
  };

  const write = async (batch: Batch): Promise<void> => {
    const told = (): void => tell(batch.jobs ?? [], new Set((batch.deliveries ?? []).map(({ endpoint }) => endpoint)));
    await telling(told, batches.write(batch));
  };

  return {
    peers,
    ...allGuarded(gatheredReads(storeReader(engine, engine.reader), afterThisRound)),
    ...allGuarded(readingKeeping(engine)),
    ...allGuarded(nonceKeeping(engine.reader, engine.transaction)),
    write: guarded(write),
    transaction: <T>(work: (tx: StoreTransaction) => Promise<T>) => guarded(() => transact(work))(),
    onAdded: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    jobRows: {
      ...allGuarded(jobReads(engine, engine.reader, () => peers.homes())),
      endJob: guarded((job) => batches.endJob(job)),
      postponeJob: guarded((job, due) => batches.postponeJob(job, due)),
    },
    onJobs: (listener) => {
      jobListeners.add(listener);
      return () => void jobListeners.delete(listener);
    },
    close: async () => {
      refuseInside();
      closing ??= Promise.allSettled(underWay)
        .then(() => peers.leave())
        .finally(() => engine.close());
      await closing;
    },
  };
}

/** Tells what was written when it is on disk. A store that is lost while it commits may have done so. */
async function telling<T>(tell: () => void, write: Promise<T>): Promise<T> {
  const result = await write.catch((error: unknown) => {
    if (error instanceof StoreUnavailable) tell();
    throw error;
  });
  tell();
  return result;
}

function storeReader(engine: Engine, db: Db): StoreReader {
  return {
    ...objectReads(engine, db),
    ...readingReads(engine, db),
    ...requestReads(engine, db),
    ...outboxReads(engine, db),
    ...answerReads(db),
    ...registryReads(db),
    ...pendingReads(engine, db),
    ...auditReads(db),
    ...safeguardReads(db),
  };
}

function storeTransaction(engine: Engine, db: Db, home: number, added: Added): StoreTransaction {
  const jobs = jobWrites(engine, db, home);
  const outbox = outboxWrites(engine, db);
  const tx: StoreTransaction = {
    ...gatheredReads(storeReader(engine, db), soon),
    ...objectWrites(engine, db),
    ...readingWrites(engine, db),
    ...requestWrites(engine, db, home),
    ...answerWrites(engine, db),
    ...registryWrites(db),
    ...pendingWrites(engine, db),
    ...auditWrites(engine, db, home),
    ...safeguardWrites(db),
    ...jobs,
    ...outbox,
    addJobs: async (more) => {
      await jobs.addJobs(more);
      for (const { queue, due } of more) added.jobs.push({ queue, due });
    },
    addDeliveries: async (deliveries) => {
      await outbox.addDeliveries(deliveries);
      for (const { endpoint } of deliveries) added.endpoints.add(endpoint);
    },
    reviveDeliveries: async (ids, at) => {
      const revived = await outbox.reviveDeliveries(ids, at);
      added.revived ||= revived > 0;
      return revived;
    },
    part: async (work) => {
      const before = added.jobs.length;
      try {
        return await partOf(db, tx, work);
      } catch (error) {
        added.jobs.length = before;
        throw error;
      }
    },
  };
  return tx;
}
