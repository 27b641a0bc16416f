/**
 * The machine's own clock and identifiers: the one place that asks for them.
 * Everybody else gets `Clock` and `Ids` handed in, and knows nothing of timers and of chance.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';

/** The longest wait `setTimeout` can take; it fires at once when given more. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** The machine's clock. Work due already runs soon, never inside `at`; a wait of any length is held in several parts. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    at(at, work) {
      let timer: NodeJS.Timeout;
      const wait = (): void => {
        const left = at - Date.now();
        timer = setTimeout(() => (Date.now() < at ? wait() : work()), Math.min(Math.max(left, 0), LONGEST_WAIT));
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
