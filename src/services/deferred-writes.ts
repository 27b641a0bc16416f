/** Writing what nobody waits for: what head ends report by themselves. Nothing is lost while the store cannot work. */
import type { Clock } from '../ports/clock.js';
import { StoreUnavailable, type ObjectStore, type StoreTransaction } from '../ports/object-store.js';

/** Must be idempotent: after a failure it may run again although it had been done. */
export type Write = (tx: StoreTransaction) => Promise<void>;

export interface DeferredWrites {
  /**
   * Takes work that is done soon, in order, together with other work in one transaction; again until it is done.
   * @param done called once it is on disk
   * @returns false when so much waits that it is given up
   */
  add(write: Write, done?: () => void): boolean;
  /**
   * Whether one more notice is to be given up, which is told: the store cannot work, and so many of them wait already for one write.
   * What comes in one moment while the store works is taken, however much it is.
   */
  tooMany(waiting: number): boolean;
  /**
   * Resolves when nothing is under way, with whether all is written; what waits for the store to come back is not waited for.
   */
  settled(): Promise<boolean>;
  /** Tries what is left once more, and then no more by itself. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly write: Write;
  readonly done: (() => void) | undefined;
}

const mostInOne = 500;
/** What is held while the store cannot work; more is given up, rather than the whole gateway. */
const mostWaiting = 100_000;
const firstPause = 1_000;
const longestPause = 60_000;

/** @param trouble hears of what could not be written; writes that are faulty in themselves are given up */
export function deferredWrites(store: ObjectStore, clock: Clock, trouble: (error: unknown) => void): DeferredWrites {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let pause = firstPause;
  let wake: (() => void) | undefined;
  let stopped = false;

  /** Answers whether the store can be used. */
  async function write(batch: readonly Waiting[]): Promise<boolean> {
    try {
      await store.transaction(async (tx) => {
        for (const one of batch) await one.write(tx);
      });
    } catch (error) {
      trouble(error);
      if (error instanceof StoreUnavailable) return false;
      // One of them is faulty: the others must not suffer for it.
      const half = Math.ceil(batch.length / 2);
      return batch.length === 1 || ((await write(batch.slice(0, half))) && (await write(batch.slice(half))));
    }
    for (const { done } of batch) tell(done);
    return true;
  }

  function tell(done: (() => void) | undefined): void {
    try {
      done?.();
    } catch (error) {
      trouble(error); // it is written all the same
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostInOne);
      waiting = waiting.slice(mostInOne);
      if (await write(batch)) {
        pause = firstPause;
        continue;
      }
      waiting = [...batch, ...waiting];
      if (!stopped) sleep();
      return;
    }
  }

  function sleep(): void {
    const cancel = clock.at(clock.now() + pause, () => {
      wake = undefined;
      begin();
    });
    wake = () => {
      cancel();
      wake = undefined;
    };
    pause = Math.min(2 * pause, longestPause);
  }

  function begin(): void {
    if (running !== undefined || wake !== undefined) return;
    running = Promise.resolve()
      .then(run)
      .finally(() => {
        running = undefined;
        if (waiting.length > 0 && !stopped) begin();
      });
  }

  async function settled(): Promise<boolean> {
    while (running !== undefined) await running;
    return waiting.length === 0;
  }

  return {
    add(one, done) {
      if (waiting.length >= mostWaiting) {
        trouble(new Error(`${mostWaiting} writes wait for the store; one is lost`));
        return false;
      }
      waiting.push({ write: one, done });
      begin();
      return true;
    },
    tooMany(notices) {
      const gone = notices >= mostWaiting && pause > firstPause;
      if (gone) trouble(new Error(`${mostWaiting} notices wait for the store; one is lost`));
      return gone;
    },
    settled,
    async stop() {
      stopped = true;
      wake?.();
      await settled();
      begin();
      await settled();
    },
  };
}
