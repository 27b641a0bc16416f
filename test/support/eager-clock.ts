import type { Clock } from '../../src/ports/clock.js';

export type EagerClock = Clock;

/** Waits longer than this are not hurried: they are deadlines, and not what a test waits for. */
const longestHurry = 1_000;

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/**
 * A clock that stands still but for short waits, which it jumps over: latencies of a simulated head end cost no time, and the
 * same requests meet the same times in every run. Deadlines never come.
 */
export function eagerClock(start: number = Date.UTC(2026, 10, 22, 7, 15, 30, 250)): EagerClock {
  let now = start;
  let timers: Timer[] = [];
  let running: NodeJS.Timeout | undefined;

  function schedule(): void {
    const next = timers[0];
    if (running !== undefined || next === undefined || next.at > now + longestHurry) return;
    running = setTimeout(() => {
      running = undefined;
      const due = timers[0];
      if (due !== undefined && due.at <= now + longestHurry) {
        timers.shift();
        now = Math.max(now, due.at);
        due.work();
      }
      schedule();
    }, 0);
  }

  return {
    now: () => now,
    at(at, work) {
      const timer = { at, work };
      timers.push(timer);
      timers.sort((a, b) => a.at - b.at);
      schedule();
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
}
