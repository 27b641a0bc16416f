/**
 * Runs `work` when everything has run that is to run now: promises that are settled, and what follows from them. Whatever
 * one caller wants in one moment can so be done together.
 */
export function soon(work: () => void): void {
  queueMicrotask(() => process.nextTick(work));
}

/**
 * Runs `work` when all callers that are there now have had their turn: the connections whose messages have come are each served in
 * a turn of their own, and what all of them want is dear to order one by one (a thread is woken for each order).
 */
export function afterThisRound(work: () => void): void {
  setImmediate(work);
}
