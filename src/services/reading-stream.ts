/** Many stored readings, some thousand at a time: the next are asked for when those before have been taken. */
import type { ReadingQuery, ReadingRow, StoreReader } from '../ports/object-store.js';
import type { Page } from './paging.js';

/** Rows that are held at a time. */
const rowsAtATime = 5_000;

/**
 * The readings of a page in the order of the store. Each step sees the store as it is then: what is stored meanwhile may be among
 * them or not.
 */
export async function* readingStream(
  store: Pick<StoreReader, 'readings'>,
  query: Omit<ReadingQuery, 'limit' | 'offset'>,
  { offset, limit }: Page,
): AsyncGenerator<readonly ReadingRow[], void> {
  let meters = query.meters;
  let passed = offset;
  for (let left = limit; left > 0 && meters.length > 0;) {
    const rows = await store.readings({ ...query, meters, offset: passed, limit: Math.min(left, rowsAtATime) });
    const last = rows.at(-1)?.meter;
    if (last === undefined) return;
    yield rows;
    left -= rows.length;
    passed += rows.length;
    // what is passed over costs time: meters that are done with need not be passed over
    const done =
      offset > 0 ? new Set<string>() : new Set(rows.map(({ meter }) => meter).filter((meter) => meter !== last));
    if (done.size === 0) continue;
    meters = meters.filter((meter) => !done.has(meter));
    passed = rows.length - rows.findIndex(({ meter }) => meter === last);
  }
}
