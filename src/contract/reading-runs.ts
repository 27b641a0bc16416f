/**
 * Readings that are written like the one before them, byte by byte, but for their time and value. They need no scan and no proof of
 * their own: they are what that one is, so they are taken out of the text, and only that one stays. Who reads the text has to see
 * that it is an element where a list of any length may stand, and that these two are its time stamp and its value
 * (streaming-cursor.ts). Knows nothing of what a reading must be.
 */
import { InstantBytes, stampLength } from './instant-bytes.js';

/** A reading that stays in the text, and how many are like it, itself included. Places are characters of the text. */
export interface ReadingRun {
  readonly start: number;
  /** Where the contents of its time stamp and its value begin. */
  readonly stampAt: number;
  readonly valueAt: number;
  /** Where its times and values, and those of all that are like it, stand in the columns. */
  readonly from: number;
  readonly count: number;
  readonly columns: RunColumns;
}

/** Times in microseconds since 1970; values as ASCII, one behind the other. */
export interface RunColumns {
  readonly instants: Float64Array;
  readonly ends: Uint32Array;
  readonly values: Uint8Array;
}

const LT = 0x3c;
const GT = 0x3e;
const COLON = 0x3a;

const mark = Buffer.from('Readings>');
const lists: ReadonlySet<string> = new Set(['Readings', 'IntervalReadings']);

/** Bytes of a reading, and of a value. */
const longest = 4_096;
const longestValue = 64;

/** Where so many times nothing was found that is like what stands before it, no more is looked for in a part. */
const mostAlone = 100;

/** What a value may have that is taken so: printable ASCII without what means something in XML or to a database's own format. */
const plain = new Uint8Array(256);
for (let c = 0x20; c < 0x7f; c++) if (!'<>&\\'.includes(String.fromCharCode(c))) plain[c] = 1;

/** A run as it stands in the bytes: where the reading ends that it begins with, and where the last one. */
export interface FoundRun {
  readonly model: Model;
  readonly end: number;
  readonly from: number;
  readonly count: number;
}

/** A reading and the places in it, in bytes. */
export interface Model {
  /** Where the blanks in front of it begin. */
  readonly gap: number;
  readonly start: number;
  readonly stampAt: number;
  readonly valueAt: number;
  readonly valueEnd: number;
  readonly end: number;
}

interface Marks {
  readonly end: Buffer;
  readonly stamp: Buffer;
  readonly value: Buffer;
}

export class RunFinder {
  private readonly instant = new InstantBytes();
  private readonly marks = new Map<string, Marks | undefined>();
  private instants = new Float64Array(2_048);
  private ends = new Uint32Array(2_048);
  private values = new Uint8Array(16_384);
  private count = 0;
  private used = 0;

  /** @param longestText characters that a text may have */
  constructor(private readonly longestText: number) {}

  /** Looks for runs in the bytes from one place to another. Nothing of them is known yet: they may lie in a comment. */
  *look(bytes: Buffer, from: number, to: number): Generator<FoundRun, void> {
    if (this.longestText < longestValue) return;
    const seen = bytes.subarray(0, to);
    let floor = from;
    let alone = 0;
    for (let at = seen.indexOf(mark, from); at >= 0 && alone < mostAlone; at = seen.indexOf(mark, at)) {
      const model = this.modelAt(seen, at, floor);
      const first = this.count;
      const end = model === undefined ? 0 : this.follow(seen, model);
      if (model !== undefined && this.count > first) {
        yield { model, end, from: first, count: this.count - first };
        floor = at = end;
        alone = 0;
      } else {
        at = model?.end ?? at + mark.length;
        alone++;
      }
    }
  }

  /** The bytes that runs have besides the readings that they begin with, moved together; how many they are, and the runs in them. */
  takeOut(
    bytes: Buffer,
    found: readonly FoundRun[],
  ): { readonly length: number; readonly runs: readonly ReadingRun[] } {
    const columns = {
      instants: this.instants.slice(0, this.count),
      ends: this.ends.slice(0, this.count),
      values: this.values.slice(0, this.used),
    };
    this.forget();
    let [kept, from] = [0, 0];
    const keep = (to: number): void => {
      if (kept < from) bytes.copyWithin(kept, from, to);
      kept += to - from;
    };
    const runs = found.map((run): ReadingRun => {
      const { start, stampAt, valueAt } = run.model;
      const before = from - kept;
      keep(run.model.end);
      from = run.end;
      return {
        start: start - before,
        stampAt: stampAt - before,
        valueAt: valueAt - before,
        from: run.from,
        count: run.count,
        columns,
      };
    });
    keep(bytes.length);
    return { length: kept, runs };
  }

  /** Makes room for the next part. */
  forget(): void {
    this.count = this.used = 0;
  }

  /** The reading whose start tag ends with these bytes, when it has the usual form. */
  private modelAt(bytes: Buffer, at: number, floor: number): Model | undefined {
    let start = at - 1;
    while (start > floor && isInName(bytes[start]!)) start--;
    if (bytes[start] !== LT || start <= floor) return undefined;
    const marks = this.marksOf(bytes.toString('latin1', start + 1, at + mark.length - 1));
    if (marks === undefined) return undefined;
    let gap = start;
    while (gap > floor && isBlank(bytes[gap - 1]!)) gap--;
    if (gap === 0 || bytes[gap - 1] !== GT) return undefined;
    const contents = at + mark.length;
    const near = bytes.subarray(contents, contents + longest);
    const [stamp, value, close] = [near.indexOf(marks.stamp), near.indexOf(marks.value), near.indexOf(marks.end)];
    if (stamp < 0 || value < stamp || close < value || start - gap > longest) return undefined;
    const stampAt = contents + stamp + marks.stamp.length;
    const valueAt = contents + value + marks.value.length;
    let valueEnd = valueAt;
    while (plain[bytes[valueEnd]!] === 1) valueEnd++;
    if (bytes[stampAt + stampLength] !== LT || bytes[valueEnd] !== LT || valueEnd - valueAt > longestValue)
      return undefined;
    return { gap, start, stampAt, valueAt, valueEnd, end: contents + close + marks.end.length };
  }

  private marksOf(name: string): Marks | undefined {
    if (this.marks.has(name)) return this.marks.get(name);
    const colon = name.indexOf(':') + 1;
    const prefix = name.slice(0, colon);
    const made = lists.has(name.slice(colon))
      ? {
          end: Buffer.from(`</${name}>`),
          stamp: Buffer.from(`<${prefix}timeStamp>`),
          value: Buffer.from(`<${prefix}value>`),
        }
      : undefined;
    if (this.marks.size < 100) this.marks.set(name, made);
    return made;
  }

  /** Notes the readings that are like this one, and it in front of them; where they end. Notes nothing when there are none. */
  private follow(bytes: Buffer, model: Model): number {
    const { gap, stampAt, valueAt, valueEnd, end } = model;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const toStamp = stampAt - gap;
    const toValue = valueAt - stampAt - stampLength;
    const toEnd = end - valueEnd;
    const first = this.count;
    const most = bytes.length - toStamp - stampLength - toValue - toEnd;
    let at = end;
    while (at <= most) {
      if (!isSame(bytes, view, gap, at, toStamp)) break;
      const stamp = at + toStamp;
      const instant = this.instant.at(bytes, stamp);
      if (instant === undefined || !isSame(bytes, view, stampAt + stampLength, stamp + stampLength, toValue)) break;
      const value = stamp + stampLength + toValue;
      let ends = value;
      while (plain[bytes[ends]!] === 1) ends++;
      if (ends - value > longestValue || ends + toEnd > bytes.length || !isSame(bytes, view, valueEnd, ends, toEnd))
        break;
      if (this.count === first) {
        const own = this.instant.at(bytes, stampAt);
        if (own === undefined) break;
        this.note(own, bytes, valueAt, valueEnd);
      }
      this.note(instant, bytes, value, ends);
      at = ends + toEnd;
    }
    return at;
  }

  private note(instant: number, bytes: Buffer, from: number, to: number): void {
    if (this.count === this.instants.length) {
      this.instants = twice(this.instants, new Float64Array(2 * this.count));
      this.ends = twice(this.ends, new Uint32Array(2 * this.count));
    }
    if (this.used + longestValue > this.values.length)
      this.values = twice(this.values, new Uint8Array(2 * this.values.length));
    const { values } = this;
    let { used } = this;
    for (let at = from; at < to; at++) values[used++] = bytes[at]!;
    this.used = used;
    this.instants[this.count] = instant;
    this.ends[this.count++] = used;
  }
}

function twice<A extends Float64Array | Uint32Array | Uint8Array>(all: A, larger: A): A {
  larger.set(all);
  return larger;
}

/**
 * Eight bytes at a time, as numbers, which is many times faster. Different bytes may make equal numbers where all but the highest bit of
 * them is zero, which no text has; others are equal to nothing, which costs time only.
 */
function isSame(bytes: Uint8Array, view: DataView, one: number, other: number, length: number): boolean {
  let at = 0;
  for (; at + 8 <= length; at += 8) if (view.getFloat64(one + at) !== view.getFloat64(other + at)) return false;
  for (; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}

function isBlank(c: number): boolean {
  return c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;
}

/** Enough to find where the tag begins: the scan judges names. */
function isInName(c: number): boolean {
  return c > COLON ? c >= 0x41 && c !== LT : c === COLON || (c >= 0x2d && c !== 0x2f);
}
