/**
 * A clock that nobody turns back, for windows that must not open again (security.md §4.10). It follows the machine's clock, but never
 * back, and never much faster than time goes by: a clock set forward opens no window early, it is caught up with slowly. What it has
 * reached is kept in the store by those who use it.
 */
import type { Clock } from '../ports/clock.js';
import type { StoreReader, StoreTransaction } from '../ports/object-store.js';

export interface SteadyClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Somebody has seen this time already. */
  atLeast(time: number): void;
}

/** How much faster than time it may go to catch up. */
const haste = 1.1;

const all = new WeakMap<Clock, SteadyClock>();

/** The steady clock over a clock: the same for all who ask. */
export function steadyClock(clock: Clock): SteadyClock {
  const known = all.get(clock) ?? makeSteady(clock);
  all.set(clock, known);
  return known;
}

function makeSteady(clock: Clock): SteadyClock {
  let last = clock.now();
  let elapsed = clock.elapsed?.();
  return {
    now() {
      const wall = clock.now();
      const since = clock.elapsed?.();
      const most = since === undefined || elapsed === undefined ? Infinity : last + (since - elapsed) * haste;
      elapsed = since;
      last = Math.max(last, Math.floor(Math.min(wall, most)));
      return last;
    },
    atLeast(time) {
      last = Math.max(last, time);
    },
  };
}

/** Under which name the store keeps the latest time that anybody has gone by. */
const mark = 'clock';

/** The latest time that was kept; 0 when none was. */
export async function timeSeen(store: Pick<StoreReader, 'safeguard'>): Promise<number> {
  return ((await store.safeguard(mark))?.['at'] as number | undefined) ?? 0;
}

/** Keeps a time, unless a later one is kept. */
export async function keepTime(tx: StoreTransaction, time: number): Promise<void> {
  if ((await timeSeen(tx)) < time) await tx.setSafeguard(mark, { at: time });
}
