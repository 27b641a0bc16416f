/** Rows and series of readings as columns. Knows nothing of databases. */
import { valuesOf } from '../message/packed-readings.js';
import type { ReadingRow, ReadingSeries } from '../ports/object-store.js';
import type { ReadingColumns } from './engine.js';
import type { PackedTexts } from './packed-texts.js';
import { plainTimeStampTest } from './time-stamps.js';

/**
 * The rows from one place to another, in order.
 * @param meters for each row what stands for its meter in the column
 * @param types the same for its reading type
 */
export function columnsOf(
  rows: readonly (ReadingRow | ReadingSeries)[],
  start: number,
  end: number,
  meters: Float64Array,
  types: Float64Array,
): ReadingColumns {
  const some = rows.slice(start, end);
  const count = some.reduce((sum, row) => sum + ('packed' in row ? row.count : 1), 0);
  const columns = new Columns(count);
  const values = packedValues(some, count);
  for (const [at, row] of some.entries()) {
    const [meter, type] = [meters[start + at]!, types[start + at]!];
    if ('packed' in row) {
      const each = values === undefined ? valuesOf(row.packed, row.from, row.count) : undefined;
      columns.addSeries(row, meter, type, each);
    } else columns.add(row, meter, type, values === undefined);
  }
  return columns.made(values);
}

const ascii = /^[\0-\x7f]*$/;

/** The values as bytes, which they were in the series; undefined when there is none, or a row whose value cannot be one of them. */
function packedValues(rows: readonly (ReadingRow | ReadingSeries)[], count: number): PackedTexts | undefined {
  let size = 0;
  let hasSeries = false;
  for (const row of rows) {
    if ('packed' in row) {
      size += endOf(row) - startOf(row);
      hasSeries = true;
    } else if (row.value === undefined || !ascii.test(row.value)) return undefined;
    else size += row.value.length;
  }
  if (!hasSeries) return undefined;
  const ends = new Uint32Array(count);
  const bytes = new Uint8Array(size);
  const text = Buffer.from(bytes.buffer);
  let [at, used] = [0, 0];
  for (const row of rows) {
    if ('packed' in row) {
      const { packed, from } = row;
      const moved = used - startOf(row);
      bytes.set(packed.values.subarray(startOf(row), endOf(row)), used);
      for (let n = from; n < from + row.count; n++) ends[at++] = packed.ends[n]! + moved;
      used = endOf(row) + moved;
    } else {
      used += text.write(row.value ?? '', used, 'latin1');
      ends[at++] = used;
    }
  }
  return { ends, bytes };
}

function startOf({ packed, from }: ReadingSeries): number {
  return from === 0 ? 0 : packed.ends[from - 1]!;
}

function endOf({ packed, from, count }: ReadingSeries): number {
  return packed.ends[from + count - 1]!;
}

type Texts = (string | null)[];

class Columns {
  private at = 0;
  private readonly meterIds: Float64Array;
  private readonly typeIds: Float64Array;
  private readonly instants: Float64Array;
  private readonly shapes: Float64Array;
  /** Columns of which most batches have nothing. */
  private timeStamps: Texts | null = null;
  private values: Texts | null = null;
  private rests: Texts | null = null;
  private readonly isPlain = plainTimeStampTest();

  constructor(private readonly count: number) {
    this.meterIds = new Float64Array(count);
    this.typeIds = new Float64Array(count);
    this.instants = new Float64Array(count);
    this.shapes = new Float64Array(count);
  }

  /** @param withValue false when it is not needed one by one */
  add(row: ReadingRow, meter: number, type: number, withValue: boolean): void {
    const { at } = this;
    const { instant, timeStamp, value } = row;
    this.instants[at] = instant;
    if (!this.isPlain(timeStamp, instant)) (this.timeStamps ??= this.nulls())[at] = timeStamp;
    if (withValue && value !== undefined) (this.values ??= this.nulls())[at] = value;
    this.put(row, meter, type, 1);
  }

  /** @param values undefined when they are not needed one by one */
  addSeries(series: ReadingSeries, meter: number, type: number, values: readonly string[] | undefined): void {
    const { at } = this;
    const { packed, from, count } = series;
    this.instants.set(packed.instants.subarray(from, from + count), at);
    if (values !== undefined) for (let n = 0; n < count; n++) (this.values ??= this.nulls())[at + n] = values[n]!;
    this.put(series, meter, type, count);
  }

  made(packed: PackedTexts | undefined): ReadingColumns {
    const { count, meterIds, typeIds, instants, shapes, timeStamps, values, rests } = this;
    return { count, meterIds, typeIds, instants, shapes, timeStamps, values: packed ?? values, rests };
  }

  private put({ shape, rest }: ReadingRow | ReadingSeries, meter: number, type: number, count: number): void {
    const { at } = this;
    const to = at + count;
    this.meterIds.fill(meter, at, to);
    this.typeIds.fill(type, at, to);
    if (shape !== 'reading') this.shapes.fill(1, at, to);
    if (rest !== undefined) (this.rests ??= this.nulls()).fill(JSON.stringify(rest), at, to);
    this.at = to;
  }

  private nulls(): Texts {
    return new Array<null>(this.count).fill(null);
  }
}
