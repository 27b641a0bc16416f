/** Readings that lie side by side, one by one: for what has to look at each. */
import { stampOf, valuesOf } from '../message/packed-readings.js';
import type { ReadingRow, ReadingSeries } from '../ports/object-store.js';

/** How many rows it is. */
export function countOf(row: ReadingRow | ReadingSeries): number {
  return 'packed' in row ? row.count : 1;
}

/** The rows of a series; a row is its own. */
export function rowsOfSeries(row: ReadingRow | ReadingSeries): readonly ReadingRow[] {
  if (!('packed' in row)) return [row];
  const { meter, readingType, shape, rest, packed, from, count } = row;
  return valuesOf(packed, from, count).map((value, at) => {
    const instant = packed.instants[from + at]!;
    return { meter, readingType, instant, timeStamp: stampOf(instant), value, shape, rest };
  });
}
