/** When a worker that has died is started again: at once, then after growing pauses, and at last not any more. */

/** Deaths count for so long; milliseconds. */
const memory = 60_000;
/** So many within that time, and there is no sense in going on. */
const most = 10;
const firstPause = 250;
const longestPause = 5_000;

export interface Restarts {
  /** @returns milliseconds to wait before the next start; undefined when there is to be none */
  pauseAfterDeath(now: number): number | undefined;
}

/** Counts the deaths of all workers together. */
export function restarts(): Restarts {
  let deaths: number[] = [];
  return {
    pauseAfterDeath(now) {
      deaths = [...deaths.filter((at) => at > now - memory), now];
      if (deaths.length >= most) return undefined;
      return deaths.length === 1 ? 0 : Math.min(firstPause * 2 ** (deaths.length - 2), longestPause);
    },
  };
}
