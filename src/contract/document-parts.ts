/**
 * A document in parts, each of which can be scanned by itself: the start tags of the elements that are open where it begins stand
 * before it. So a document of any size is read in the memory of a part.
 */
import { isAscii } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { plainly } from './plain-parts.js';
import type { FoundRun, ReadingRun, RunFinder } from './reading-runs.js';
import { CONTENT, NEXT, OPEN, ScanError, START, STRIDE, type Scanner, type Tape } from './scan.js';
import { TagCutter } from './tag-cutter.js';
import { documentText, utf8Text } from './text.js';

/** Where bytes come from; `read` fills the beginning of `into` and answers how many bytes it had, 0 at the end. */
export interface ByteSource {
  read(into: Uint8Array): number;
}

/** How many times its usual size a part may have: a text or a comment of the longest kind, and what is around it. */
const mostBytes = 8 * 1024 * 1024;

export class DocumentParts {
  private buffer: Buffer;
  private used = 0;
  private looked = 0;
  private readonly cutter = new TagCutter();
  private hash: Hash | undefined;
  private hashed = -1;
  /** Bytes of the document in front of the buffer. */
  private at = 0;
  private ended = false;
  private first = true;
  /** Runs in the part that is being cut. */
  private found: FoundRun[] = [];
  /** What has been taken out of the part that came last, with places in the text of its tape. */
  runs: readonly ReadingRun[] = [];

  /**
   * @param partSize about how many bytes a part has
   * @param headSize bytes that the first part has at least: the message begins in it
   * @param finder takes readings out that are like the one before, where it is given
   */
  constructor(
    private readonly source: ByteSource,
    private readonly scanner: Scanner,
    private readonly charset: string | undefined,
    private readonly partSize: number,
    private readonly headSize: number,
    private readonly finder?: RunFinder,
  ) {
    this.buffer = Buffer.allocUnsafeSlow(Math.max(2 * partSize, headSize));
  }

  /** How many bytes lie before the part that comes next. */
  get offset(): number {
    return this.at;
  }

  /** Whether there is no further part. */
  get done(): boolean {
    return this.ended;
  }

  /** SHA-256 of the message element as it came, base64; once there is no further part. */
  get digest(): string {
    if (this.hash === undefined) throw new Error('the document has no message');
    return this.hash.digest('base64');
  }

  /**
   * The tape of the next part, good until the one after it. Throws `ScanError`, and `EncodingError`.
   * @param opened what stands before it for the elements that are open
   */
  next(opened = ''): Tape {
    const cut = this.cut();
    const all = this.buffer.subarray(0, cut);
    this.digestOf(all);
    const bytes = this.withoutRuns(all, opened);
    const { text, ascii } = this.first ? documentText(bytes, this.charset) : utf8Text(bytes);
    this.first = false;
    const plain = this.cutter.odd || !(this.cutter.between || cut < this.used) ? text : plainly(text);
    const units = ascii && plain === text ? asciiUnits(opened, bytes.subarray(bytes.length - text.length)) : undefined;
    const scanned = this.scanner.scan(opened + plain, units, !this.ended);
    this.drop(cut);
    return scanned;
  }

  /** What is left of the bytes when the runs have been taken out. */
  private withoutRuns(bytes: Buffer, opened: string): Buffer {
    const { finder, found } = this;
    this.runs = this.found = [];
    if (finder === undefined || found.length === 0) return bytes;
    if ((this.first && !isSurelyUtf8(bytes, this.charset)) || !isSimple(bytes, found)) {
      finder.forget();
      return bytes;
    }
    const { length, runs } = finder.takeOut(bytes, found);
    const left = bytes.subarray(0, length);
    const placed = isAscii(left) ? (place: number): number => place : charactersBefore(left);
    this.runs = runs.map((run) => ({
      ...run,
      start: opened.length + placed(run.start),
      stampAt: opened.length + placed(run.stampAt),
      valueAt: opened.length + placed(run.valueAt),
    }));
    return left;
  }

  /** Reads until there is something to cut; where to. */
  private cut(): number {
    let cut = -1;
    for (;;) {
      const room = this.buffer.subarray(this.used, Math.min(this.buffer.length, this.used + this.partSize));
      const read = this.source.read(room);
      this.used += read;
      cut = Math.max(cut, this.look());
      if (read === 0) {
        this.ended = true;
        return this.used;
      }
      if (cut >= 0 && (!this.first || this.used >= this.headSize)) return cut;
      if (this.used === this.buffer.length) this.enlarge();
    }
  }

  /** Looks where the bytes that came last can be cut; what is like the reading before it need not be looked at. */
  private look(): number {
    const { buffer, cutter, finder, used } = this;
    let cut = -1;
    for (const run of finder?.look(buffer, this.looked, used) ?? []) {
      cut = Math.max(cut, cutter.look(buffer, this.looked, run.model.end));
      this.looked = run.model.end;
      if (!cutter.within) continue;
      cut = this.looked = run.end;
      this.found.push(run);
    }
    cut = Math.max(cut, cutter.look(buffer, this.looked, used));
    this.looked = used;
    return cut;
  }

  private enlarge(): void {
    if (this.buffer.length >= mostBytes)
      throw new ScanError('limit', `an element, a text or a comment has more than ${mostBytes} bytes`, 0);
    const larger = Buffer.allocUnsafeSlow(2 * this.buffer.length);
    this.buffer.copy(larger, 0, 0, this.used);
    this.buffer = larger;
  }

  private drop(bytes: number): void {
    this.buffer.copyWithin(0, bytes, this.used);
    this.used -= bytes;
    this.looked -= bytes;
    this.at += bytes;
    this.cutter.moved(bytes);
  }

  private digestOf(bytes: Buffer): void {
    const { messageStart, messageEnd } = this.cutter;
    if (messageStart < 0) return;
    if (messageStart !== this.hashed) {
      this.hash = createHash('sha256');
      this.hashed = messageStart;
    }
    const from = Math.max(0, messageStart - this.at);
    const to = Math.min(bytes.length, messageEnd - this.at);
    if (to > from) this.hash?.update(bytes.subarray(from, to));
  }
}

export function startTagOf({ text, cells }: Tape, index: number): string {
  return text.slice(cells[index * STRIDE + START], cells[index * STRIDE + CONTENT]);
}

/** Tape indexes of the elements that are open at the end, the root first. */
export function openElements({ cells, length }: Tape): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < length;) {
    const next = cells[i * STRIDE + NEXT]!;
    if (next === OPEN) found.push(i++);
    else i = next;
  }
  return found;
}

/** Tape indexes of the elements around this one, the root first. */
export function elementsAround({ cells }: Tape, index: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < index;) {
    const next = cells[i * STRIDE + NEXT]!;
    if (next > index) found.push(i++);
    else i = next;
  }
  return found;
}

/** Whether a document that begins so has no byte order mark, and is UTF-8 if it is anything we read. */
function isSurelyUtf8(bytes: Buffer, charset: string | undefined): boolean {
  return bytes[0] === 0x3c && bytes[1] !== 0 && (charset === undefined || /^(utf-?8|(us-)?ascii)$/i.test(charset));
}

/** Nothing stands in what is left that could hide elements, or is written anew before it is scanned (plain-parts.ts). */
function isSimple(bytes: Buffer, found: readonly FoundRun[]): boolean {
  let from = 0;
  const places = [...found.map(({ model, end }) => [model.end, end] as const), [bytes.length, 0] as const];
  return places.every(([to, next]) => {
    const left = bytes.subarray(from, to);
    from = next;
    return !left.includes('<!') && !left.includes('&#');
  });
}

/** How many characters stand before a byte; asked for in order. */
function charactersBefore(bytes: Buffer): (place: number) => number {
  let [at, characters] = [0, 0];
  return (place) => {
    characters += bytes.toString('utf8', at, place).length;
    at = place;
    return characters;
  };
}

function asciiUnits(opened: string, bytes: Buffer): Buffer | undefined {
  const tags = Buffer.from(opened, 'utf8');
  return tags.length === opened.length ? Buffer.concat([tags, bytes]) : undefined;
}
