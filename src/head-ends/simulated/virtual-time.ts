import type { Clock } from '../../ports/clock.js';

export const QUARTER = 15 * 60 * 1000;
export const DAY = 24 * 60 * 60 * 1000;

/**
 * The meters' own time, in milliseconds since 1970: equal to the clock when this is called, from then on `speed` times
 * faster. It never goes back, even if the machine's clock is set back, so that registers never do either.
 */
export function virtualTime(clock: Clock, speed: number): () => number {
  const start = clock.now();
  let latest = start;
  return () => {
    latest = Math.max(latest, start + Math.floor((clock.now() - start) * speed));
    return latest;
  };
}

/** A time stamp in UTC without needless digits: `2026-11-22T00:15:00Z`, milliseconds only where there are any. */
export function timeStampOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
