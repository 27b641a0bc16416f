const batchSize = 1000;

/** Many values in several statements: none so long that others on the same thread wait for it noticeably. */
export function* inBatches<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < values.length; start += batchSize) yield values.slice(start, start + batchSize);
}
