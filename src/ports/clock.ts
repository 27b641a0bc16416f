/** The time, as a port: services never ask the machine, so that tests and replays can hold it still. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Calls `work` once when the clock has reached `at` (milliseconds, as `now`); the answer takes it back. */
  at(at: number, work: () => void): () => void;
  /** Milliseconds that have gone by since some moment, whatever was done to the clock; absent where the clock is moved by hand. */
  elapsed?(): number;
}
