/**
 * Runs `work` when everything has run that is to run now: promises that are settled, and what follows from them. Whatever
 * many callers want in one moment can so be done together.
 */
export function soon(work: () => void): void {
  queueMicrotask(() => process.nextTick(work));
}
