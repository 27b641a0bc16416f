/**
 * Readings of which only time and value differ, side by side in one buffer: a message has hundreds of thousands of them, and an object
 * for each costs more than all that is done with it. In a list they are the first of them, written out, and behind it a `Packed`.
 * Knows nothing of XML and of stores.
 */
import type { PayloadPiece, PayloadRoot } from './call.js';

/** Times (whole seconds in UTC) and values (ASCII) of readings. */
export interface PackedReadings {
  /** Microseconds since 1970. */
  readonly instants: Float64Array;
  /** Where in `values` each value ends; it begins where the one before ends. */
  readonly ends: Uint32Array;
  readonly values: Uint8Array;
}

/** Stands in a list behind a reading: so many are like that one, itself included, from this place on in the packed ones. */
export interface Packed {
  readonly packed: { readonly from: number; readonly count: number };
}

const bytesOfNumbers = 12;

/** Room for so many readings, whose values have so many bytes. */
export function roomForReadings(count: number, bytes: number): PackedReadings {
  return packedIn(new ArrayBuffer(bytesOfNumbers * count + bytes), count);
}

/** The readings in a buffer of their own, as `roomForReadings` has made it. */
export function packedIn(buffer: ArrayBuffer, count: number): PackedReadings {
  return {
    instants: new Float64Array(buffer, 0, count),
    ends: new Uint32Array(buffer, 8 * count, count),
    values: new Uint8Array(buffer, bytesOfNumbers * count),
  };
}

export function isPacked(entry: object | undefined): entry is Packed {
  return entry !== undefined && 'packed' in entry;
}

/** The values of some of them. */
export function valuesOf({ ends, values }: PackedReadings, from: number, count: number): string[] {
  const start = from === 0 ? 0 : ends[from - 1]!;
  const end = count === 0 ? start : ends[from + count - 1]!;
  const text = Buffer.from(values.buffer, values.byteOffset + start, end - start).toString('latin1');
  const found: string[] = [];
  let at = 0;
  for (let n = from; n < from + count; n++) {
    const next = ends[n]! - start;
    found.push(text.slice(at, next));
    at = next;
  }
  return found;
}

/** The time stamp as it came: only those are packed that are written so. */
export function stampOf(instant: number): string {
  return `${new Date(instant / 1000).toISOString().slice(0, 19)}Z`;
}

interface Timed {
  readonly timeStamp?: string | undefined;
  readonly value?: string | undefined;
}

interface Block {
  readonly IntervalReadings?: readonly (Timed | Packed)[] | undefined;
}

interface Whole {
  readonly Readings?: readonly (Timed | Packed)[] | undefined;
  readonly IntervalBlocks?: readonly Block[] | undefined;
}

/** The piece with all its readings written out. */
export function unpacked(piece: PayloadPiece): PayloadPiece {
  const { root, offsets, within, packed } = piece;
  if (packed === undefined) return piece;
  const wholes = root['MeterReading'] as readonly Whole[] | undefined;
  const MeterReading = wholes?.map((whole) => ({
    ...whole,
    ...(whole.Readings && { Readings: written(whole.Readings, packed) }),
    ...(whole.IntervalBlocks && {
      IntervalBlocks: whole.IntervalBlocks.map((block) => ({
        ...block,
        ...(block.IntervalReadings && { IntervalReadings: written(block.IntervalReadings, packed) }),
      })),
    }),
  }));
  return { root: { ...root, ...(MeterReading && { MeterReading }) } satisfies PayloadRoot, offsets, within };
}

function written(list: readonly (Timed | Packed)[], packed: PackedReadings): Timed[] {
  const found: Timed[] = [];
  for (const entry of list) {
    if (!isPacked(entry)) {
      found.push(entry);
      continue;
    }
    const { from, count } = entry.packed;
    const first = found.pop();
    for (const [at, value] of valuesOf(packed, from, count).entries())
      found.push({ ...first, timeStamp: stampOf(packed.instants[from + at]!), value });
  }
  return found;
}
