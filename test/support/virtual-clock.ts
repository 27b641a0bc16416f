import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../../src/ports/clock.js';

export interface VirtualClock extends Clock {
  /**
   * Lets `milliseconds` pass: runs what falls due in order of time (of equal times: in the order it was asked for), lets promises
   * settle after every moment, and runs what that work asks for too, if it falls due before the end.
   */
  advance(milliseconds: number): Promise<void>;
  /** How many timers are waiting. */
  pending(): number;
}

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** A clock that stands still until told, from `start` (milliseconds since 1970) on. */
export function virtualClock(start: number = Date.UTC(2026, 10, 22, 12)): VirtualClock {
  let now = start;
  /** In the order in which they run. */
  const timers: Timer[] = [];

  return {
    now: () => now,
    at(at, work) {
      const timer = { at: Math.max(at, now), work };
      let low = 0;
      let high = timers.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((timers[middle]?.at ?? Infinity) <= timer.at) low = middle + 1;
        else high = middle;
      }
      timers.splice(low, 0, timer);
      return () => {
        const place = timers.indexOf(timer);
        if (place >= 0) timers.splice(place, 1);
      };
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await breathe();
      for (let next = timers[0]; next !== undefined && next.at <= end; next = timers[0]) {
        if (next.at > now) await breathe();
        now = Math.max(now, next.at);
        timers.shift();
        next.work();
        if (timers[0] === undefined || timers[0].at > now) await breathe();
      }
      now = end;
      await breathe();
    },
    pending: () => timers.length,
  };
}
