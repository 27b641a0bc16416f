/** When a worker that has died is started again: at once, then after growing pauses, and at last not any more. */

/** After so long without a death all of before are forgotten; milliseconds. Longer than a start may take. */
const calm = 90_000;
/** After so many there is no sense in going on. */
const most = 10;
const firstPause = 250;
const longestPause = 5_000;

export interface Restarts {
  /** @returns milliseconds to wait before the next start; undefined when there is to be none */
  pauseAfterDeath(now: number): number | undefined;
}

/** Counts the deaths of all workers together. */
export function restarts(): Restarts {
  let deaths = 0;
  let last = -Infinity;
  return {
    pauseAfterDeath(now) {
      deaths = now - last < calm ? deaths + 1 : 1;
      last = now;
      if (deaths >= most) return undefined;
      return deaths === 1 ? 0 : Math.min(firstPause * 2 ** (deaths - 2), longestPause);
    },
  };
}
