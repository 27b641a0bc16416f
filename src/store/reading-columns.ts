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
  const values = some.every((row) => 'packed' in row) ? packedValues(some, count) : undefined;
  for (const [at, row] of some.entries()) {
    const [meter, type] = [meters[start + at]!, types[start + at]!];
    if ('packed' in row) {
      const each = values === undefined ? valuesOf(row.packed, row.from, row.count) : undefined;
      columns.addSeries(row, meter, type, each);
    } else columns.add(row, meter, type);
  }
  return columns.made(values);
}

/** Values of nothing but series: they stay bytes. */
function packedValues(series: readonly ReadingSeries[], count: number): PackedTexts {
  const startOf = ({ packed, from }: ReadingSeries): number => (from === 0 ? 0 : packed.ends[from - 1]!);
  const endOf = ({ packed, from, count: its }: ReadingSeries): number => packed.ends[from + its - 1]!;
  const ends = new Uint32Array(count);
  const bytes = new Uint8Array(series.reduce((sum, one) => sum + endOf(one) - startOf(one), 0));
  let [at, used] = [0, 0];
  for (const one of series) {
    const moved = used - startOf(one);
    bytes.set(one.packed.values.subarray(startOf(one), endOf(one)), used);
    for (let n = 0; n < one.count; n++) ends[at++] = one.packed.ends[one.from + n]! + moved;
    used = endOf(one) + moved;
  }
  return { ends, bytes };
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

  add(row: ReadingRow, meter: number, type: number): void {
    const { at } = this;
    const { instant, timeStamp, value } = row;
    this.instants[at] = instant;
    if (!this.isPlain(timeStamp, instant)) (this.timeStamps ??= this.nulls())[at] = timeStamp;
    if (value !== undefined) (this.values ??= this.nulls())[at] = value;
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
