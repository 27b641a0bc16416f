/**
 * The machine's own clock and identifiers: the one place that asks for them.
 * Everybody else gets `Clock` and `Ids` handed in, and knows nothing of timers and of chance.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';

/** Waits up to this are a time that passes, however the clock is set meanwhile: those who wait for an answer wait no longer. */
const passing = 60_000;
/** Longer ones are for a time of the day: so often it is looked whether the clock was set. */
const betweenLooks = 10_000;

/** The machine's clock. Work due already runs soon, never inside `at`. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    at(at, work) {
      const first = at - Date.now();
      const end = performance.now() + first;
      const left = first <= passing ? () => end - performance.now() : () => at - Date.now();
      let timer: NodeJS.Timeout;
      const wait = (): void => {
        const most = Math.min(Math.max(Math.ceil(left()), 0), first <= passing ? passing : betweenLooks);
        timer = setTimeout(() => (left() > 0 ? wait() : work()), most);
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}

/**
 * UUIDs of version 7 (RFC 9562): milliseconds first, then chance. What is made in one moment lies together in the indexes of
 * the store, so that a commit writes a few of their pages instead of one for each row.
 */
export function systemIds(): Ids {
  return {
    next: () => {
      const time = Date.now().toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
    },
  };
}
