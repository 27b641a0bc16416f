/** Many stored readings, some thousand at a time: the next are asked for when those before have been taken. */
import type { ReadingQuery, ReadingRow, StoreReader } from '../ports/object-store.js';
import type { Page } from './paging.js';

/** Rows that are held at a time. */
const rowsAtATime = 5_000;

/**
 * The readings of a page in the order of the store. Each step goes on behind the last reading of the one before and sees the store as it
 * is then: what is stored or forgotten meanwhile may be among them or not, all else is there once.
 */
export async function* readingStream(
  store: Pick<StoreReader, 'readings'>,
  query: Omit<ReadingQuery, 'limit' | 'offset' | 'behind'>,
  { offset, limit }: Page,
): AsyncGenerator<readonly ReadingRow[], void> {
  let from: Pick<ReadingQuery, 'offset' | 'behind'> = { offset };
  for (let left = limit; left > 0;) {
    const rows = await store.readings({ ...query, ...from, limit: Math.min(left, rowsAtATime) });
    const behind = rows.at(-1);
    if (behind === undefined) return;
    yield rows;
    left -= rows.length;
    from = { behind };
  }
}
