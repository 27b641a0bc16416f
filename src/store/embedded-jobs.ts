/**
 * Gives out the jobs of the store in this very process: an exact timer to the earliest one, no polling, nothing to do while
 * nothing is due. What is under way is known by memory alone: each job has one process that does it, and another one takes it over
 * when that is gone. Knows nothing of what jobs are for.
 */
import type { Clock } from '../ports/clock.js';
import type { Job, JobHandler, Jobs } from '../ports/jobs.js';
import type { JobRow } from './jobs.js';
import type { SqlStore } from './sql-store.js';

const firstRetry = 1_000;
const lastRetry = 300_000;

interface Queue {
  readonly name: string;
  readonly concurrency: number;
  readonly handler: JobHandler;
  /** Keys of the jobs that handlers have in hand, until their end is written. */
  readonly underWay: Set<string>;
  /** Keys that left `underWay` while rows were being read: what was read may still show them. */
  readonly justOver: Set<string>;
  /** Something has happened since the rows were read last. */
  dirty: boolean;
  /** When the timer rings, and what takes it back. */
  timer: { readonly at: number; readonly cancel: () => void } | undefined;
}

/** When a job comes again that has been given out in vain `attempts` times before, in milliseconds. */
export function retryDelay(attempts: number): number {
  return Math.min(firstRetry * 2 ** Math.min(attempts, 20), lastRetry);
}

/** The jobs that this process has in `store`, by `clock`. */
export function embeddedJobs(store: Pick<SqlStore, 'jobRows' | 'onJobs' | 'peers'>, clock: Clock): Jobs {
  const queues = new Map<string, Queue>();
  const idlers = new Set<() => void>();
  let trouble: (error: unknown, job?: Job) => void = () => {};
  let running = false;
  let forget: () => void = () => {};
  /** The reading of rows under way, if any: one at a time for all queues. */
  let looking: Promise<void> | undefined;
  const handlers = new Set<Promise<void>>();

  const wake = (queue: Queue): void => {
    queue.dirty = true;
    if (running) looking ??= look();
  };

  /** Reads the rows of all queues that something has happened to, until nothing happens any more. */
  const look = async (): Promise<void> => {
    await Promise.resolve(); // what else happens in this tick is seen in one reading
    for (;;) {
      const dirty = [...queues.values()].filter((queue) => queue.dirty);
      if (dirty.length === 0 || !running) break;
      await Promise.all(dirty.map(readAndGive));
    }
    looking = undefined;
    if (handlers.size === 0) for (const idler of [...idlers]) idler();
  };

  const readAndGive = async (queue: Queue): Promise<void> => {
    const { name, underWay, justOver } = queue;
    queue.dirty = false;
    queue.timer?.cancel();
    queue.timer = undefined;
    const free = queue.concurrency - underWay.size;
    if (free <= 0) return; // the end of a handler wakes the queue
    justOver.clear();
    const now = clock.now();
    let due: readonly JobRow[];
    let next: number | undefined;
    try {
      const rows = [store.jobRows.dueJobs(name, now, free + underWay.size), store.jobRows.nextDue(name, now)] as const;
      [due, next] = await Promise.all(rows);
    } catch (error) {
      if (running) trouble(error);
      setTimer(queue, now + firstRetry);
      return;
    }
    if (!running) return;
    for (const row of due) {
      if (underWay.size >= queue.concurrency) return;
      if (!underWay.has(row.key) && !justOver.has(row.key)) give(queue, row);
    }
    if (next !== undefined) setTimer(queue, next);
  };

  const setTimer = (queue: Queue, at: number): void => {
    if (!running || queue.dirty) return;
    if (at <= clock.now()) return wake(queue); // it has come while the rows were being read
    const cancel = clock.at(at, () => {
      queue.timer = undefined;
      wake(queue);
    });
    queue.timer = { at, cancel };
  };

  const give = (queue: Queue, row: JobRow): void => {
    const { attempts, revision: _, unreadable = false, ...job } = row;
    queue.underWay.add(row.key);
    const ended = (unreadable ? Promise.reject(new Error('what it holds cannot be read')) : run(queue, job))
      .then(
        () => store.jobRows.endJob(row),
        (error: unknown) => {
          trouble(error, job);
          return store.jobRows.postponeJob(row, clock.now() + retryDelay(attempts));
        },
      )
      .then(
        () => over(queue, row.key),
        (error: unknown) => {
          // The row still says that it is due: it may come again, but not at once and all the time.
          trouble(error, job);
          clock.at(clock.now() + firstRetry, () => over(queue, row.key));
        },
      )
      .finally(() => {
        handlers.delete(ended);
        if (handlers.size === 0 && looking === undefined) for (const idler of [...idlers]) idler();
      });
    handlers.add(ended);
  };

  const run = async (queue: Queue, job: Job): Promise<void> => queue.handler(job);

  const over = (queue: Queue, key: string): void => {
    queue.underWay.delete(key);
    queue.justOver.add(key);
    wake(queues.get(queue.name) ?? queue); // another one when the queue is served anew
  };

  return {
    serve: (name, concurrency, handler) => {
      const before = queues.get(name);
      before?.timer?.cancel();
      const queue: Queue = {
        name,
        concurrency,
        handler,
        underWay: before?.underWay ?? new Set(),
        justOver: before?.justOver ?? new Set(),
        dirty: true,
        timer: undefined,
      };
      queues.set(name, queue);
      wake(queue);
    },

    start: (hear) => {
      trouble = hear;
      running = true;
      const forgetHomes = store.peers.onTakenOver(() => {
        for (const queue of queues.values()) wake(queue);
      });
      const forgetJobs = store.onJobs((jobs) => {
        for (const { queue: name, due } of jobs) {
          const queue = queues.get(name);
          if (queue !== undefined && (queue.timer === undefined || due < queue.timer.at)) wake(queue);
        }
      });
      forget = () => {
        forgetHomes();
        forgetJobs();
      };
      for (const queue of queues.values()) wake(queue);
    },

    stop: async () => {
      running = false;
      forget();
      for (const queue of queues.values()) {
        queue.timer?.cancel();
        queue.timer = undefined;
      }
      await looking;
      await Promise.all(handlers);
    },

    idle: async () => {
      for (const queue of queues.values()) wake(queue);
      while (running && (looking !== undefined || handlers.size > 0)) {
        await new Promise<void>((resolve) => {
          const idler = (): void => {
            idlers.delete(idler);
            resolve();
          };
          idlers.add(idler);
        });
      }
      if (!running) await Promise.all(handlers);
    },
  };
}
