/**
 * Durable work: something is to be done at a time, by whoever serves the queue, at least once. A job is written in the same
 * transaction as the rows it serves, so that neither is without the other. Knows nothing of what is done.
 */
import type { JsonObject } from './object-store.js';

export interface Job {
  readonly queue: string;
  /** Names the job in its queue: adding the same key again moves and replaces it. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly data: JsonObject;
}

export interface JobWrites {
  addJobs(jobs: readonly Job[]): Promise<void>;
  removeJobs(queue: string, keys: readonly string[]): Promise<void>;
}

/** Does the work. Must be idempotent: after a crash, or when it rejects, the job comes again (1 s doubling to 5 min). */
export type JobHandler = (job: Job) => Promise<void>;

/**
 * Gives out jobs when they are due. A job is over when its handler has resolved, unless the handler has added it again under
 * the same key meanwhile. Costs nothing while nothing is due.
 */
export interface Jobs {
  /** Serves a queue with so many handlers at a time; call before `start`. */
  serve(queue: string, concurrency: number, handler: JobHandler): void;
  /** @param trouble hears of handlers that reject, and of a store that fails */
  start(trouble: (error: unknown, job?: Job) => void): void;
  /** Gives out nothing more; resolves when the handlers under way are done. */
  stop(): Promise<void>;
  /** Resolves when nothing that is due now is left or under way; for tests and for a graceful stop. */
  idle(): Promise<void>;
}
