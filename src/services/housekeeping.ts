/**
 * Forgets what nobody asks for any more: answers to messages, delivered messages, requests that are over, old readings; and makes
 * places for the readings to come. A job of the gateway itself, in small bites, so that nothing else waits for it and a stop
 * comes through.
 */
import type { StoreTransaction } from '../ports/object-store.js';
import type { ServicePorts } from './noun-row.js';

/** How long things are kept after their end, in milliseconds. */
export interface Retention {
  /** At least 7 days: so long a message may be repeated (security.md §4.2). */
  readonly answers: number;
  readonly deliveries: number;
  readonly requests: number;
  /** By the time they were taken; 0 keeps them for ever. */
  readonly readings: number;
}

const queue = 'housekeeping';
const key = 'retention';
const day = 86_400_000;
/** After a start there is more important work. */
const firstAfter = 60_000;
/** When there is more than one run takes. */
const nextBitesAfter = 1_000;
const bitesPerRun = 20;
/** Rows of one bite; a request may have a thousand tasks, which go with it. */
const rowsPerBite = 500;
const requestsPerBite = 50;
/** How far ahead there are places for readings; a clock may go wrong by some days. */
const ahead = 62 * day;

type Bite = readonly [forget: (tx: StoreTransaction, before: number) => Promise<number>, age: number, limit: number];

/** Serves the job that forgets by age, every day, and has it come first a minute after the start. */
export async function housekeeping({ store, jobs, clock }: ServicePorts, retention: Retention): Promise<void> {
  const bites: readonly Bite[] = [
    [(tx, before) => tx.forgetAnswers(before, rowsPerBite), retention.answers, rowsPerBite],
    [(tx, before) => tx.forgetDeliveries(before, rowsPerBite), retention.deliveries, rowsPerBite],
    [(tx, before) => tx.forgetRequests(before, requestsPerBite), retention.requests, requestsPerBite],
  ];

  /** Answers whether there is more. */
  const forget = async ([bite, age, limit]: Bite): Promise<boolean> => {
    for (let bitten = 0; bitten < bitesPerRun; bitten++) {
      const rows = await store.transaction((tx) => bite(tx, clock.now() - age));
      if (rows < limit) return false;
    }
    return true;
  };

  /** Where forgetting readings goes on. */
  let from: number | undefined;
  /** Answers whether there is more. */
  const forgetReadings = async (): Promise<boolean> => {
    if (retention.readings === 0) return false;
    for (let bitten = 0; bitten < bitesPerRun; bitten++) {
      from = await store.forgetReadings(clock.now() - retention.readings, from);
      if (from === undefined) return false;
    }
    return true;
  };

  const comeAt = (due: number): Promise<void> => store.write({ jobs: [{ queue, key, due, data: {} }] });

  jobs.serve(queue, 1, async () => {
    let more = false;
    for (const bite of bites) more = (await forget(bite)) || more;
    await store.prepareReadings(clock.now() - day, clock.now() + ahead);
    more = (await forgetReadings()) || more;
    await comeAt(clock.now() + (more ? nextBitesAfter : day));
  });
  await comeAt(clock.now() + firstAfter);
}
