/** Reads a large message part by part, so that neither side ever holds the whole typed payload. */
import type { AnyMessage, PayloadPiece, PayloadRoot } from '../message/call.js';
import type { Operation } from '../generated/operations.js';
import { TapeCursor } from './cursor.js';
import { NAME, NAME_END, NEXT, NS, STRIDE, type Tape } from './scan.js';

/** About how many elements a part may have: some thousand readings, a few milliseconds to hand over. */
const elementsPerPiece = 4_000;

/** A cursor that sees only some children of one element. */
class PieceCursor extends TapeCursor {
  constructor(
    private readonly whole: Tape,
    index: number,
    private readonly root: number,
    private readonly from: number,
    private readonly to: number,
  ) {
    super(whole, index);
  }

  private level = 0;
  private rootLevel = -1;

  override enter(): number {
    const narrow = this.index === this.root;
    const mark = super.enter();
    this.level++;
    if (narrow) {
      this.rootLevel = this.level;
      this.narrow(this.from, this.to);
    }
    return mark;
  }

  override leave(mark: number): void {
    super.leave(mark);
    if (this.level === this.rootLevel) {
      this.rootLevel = -1; // its siblings stand on the same level
      this.jump(this.whole.cells[this.root * STRIDE + NEXT]!);
    }
    this.level--;
  }
}

/**
 * Reads a valid message in parts: the message with the first part of its payload, then the further parts.
 * A message that has no payload of its noun comes as one.
 * @param index tape index of the message element
 */
export function* readPieces(
  tape: Tape,
  index: number,
  operation: Operation,
): Generator<AnyMessage | PayloadPiece, void> {
  const root = payloadRoot(tape, index, operation.noun);
  if (root === undefined) {
    yield operation.read(new TapeCursor(tape, index));
    return;
  }
  const end = tape.cells[root * STRIDE + NEXT]!;
  const offsets = new Map<string, number>();
  let from = root + 1;
  let first = true;
  do {
    const to = endOfPiece(tape, from, end);
    const message = operation.read(new PieceCursor(tape, index, root, from, to));
    const part = message.Payload![operation.noun] as PayloadRoot;
    for (const { root: small, within } of splitLarge(part)) {
      if (first) yield { ...message, Payload: { ...message.Payload, [operation.noun]: small } };
      else yield { root: small, offsets: Object.fromEntries(offsets), within } satisfies PayloadPiece;
      first = false;
    }
    for (const [name, value] of Object.entries(part))
      if (Array.isArray(value)) offsets.set(name, (offsets.get(name) ?? 0) + value.length);
    from = to;
  } while (from < end);
}

/** Tape index of `Payload/<Noun>` below the message. */
function payloadRoot(tape: Tape, index: number, noun: string): number | undefined {
  const payload = childNamed(tape, index, 'Payload');
  return payload === undefined ? undefined : childNamed(tape, payload, noun);
}

function childNamed(tape: Tape, parent: number, name: string): number | undefined {
  const end = tape.cells[parent * STRIDE + NEXT]!;
  for (let i = parent + 1; i < end; i = tape.cells[i * STRIDE + NEXT]!) {
    const at = i * STRIDE;
    if (tape.cells[at + NS] !== 0 && tape.text.slice(tape.cells[at + NAME], tape.cells[at + NAME_END]) === name)
      return i;
  }
  return undefined;
}

function endOfPiece(tape: Tape, from: number, end: number): number {
  let to = from;
  while (to < end && (to === from || tape.cells[to * STRIDE + NEXT]! - from <= elementsPerPiece))
    to = tape.cells[to * STRIDE + NEXT]!;
  return to;
}

/** A part of an object, or of a payload of one; `within` as in `PayloadPiece`. */
type Slice = Pick<PayloadPiece, 'root' | 'within'>;

/** Longest list that one part may carry inside one object: about as much as a part of many small objects. */
const longestList = 1_000;

/**
 * Cuts a payload whose single object carries very long lists (a meter with 100,000 readings) into several with the same
 * object: each bears a slice of the long list; other members that are lists stay with the first, the rest is repeated.
 */
export function* splitLarge(root: PayloadRoot): Generator<Slice, void> {
  const names = Object.keys(root).filter((name) => Array.isArray(root[name]) && (root[name] as unknown[]).length > 0);
  const only = names.length === 1 ? (root[names[0]!] as readonly unknown[]) : undefined;
  if (only === undefined || only.length !== 1 || !isLarge(only[0])) {
    yield { root };
    return;
  }
  for (const { root: slice, within } of slices(only[0] as PayloadRoot))
    yield { root: { ...root, [names[0]!]: [slice] }, within };
}

function isLarge(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((v) => Array.isArray(v) && (v.length > longestList || v.some(isLarge)));
}

function* slices(object: PayloadRoot): Generator<Slice, void> {
  const once: Record<string, unknown> = {};
  const repeated: Record<string, unknown> = {};
  const long: [string, readonly unknown[]][] = [];
  for (const [name, value] of Object.entries(object)) {
    if (!Array.isArray(value)) repeated[name] = value;
    else if (value.length > longestList || value.some(isLarge)) long.push([name, value]);
    else once[name] = value;
  }
  let first = true;
  for (const [name, list] of long) {
    let batch: unknown[] = [];
    /** Members that are done with. */
    let before = 0;
    const flush = (within?: Slice['within']): Slice => {
      const slice = { ...repeated, ...(first ? once : {}), [name]: batch };
      first = false;
      batch = [];
      return { root: slice, within: { [name]: before, ...within } };
    };
    const ended = (): Slice => {
      const { length } = batch;
      const slice = flush();
      before += length;
      return slice;
    };
    for (const item of list) {
      if (isLarge(item)) {
        if (batch.length > 0) yield ended();
        for (const { root, within } of slices(item as PayloadRoot)) {
          batch.push(root);
          yield flush(within);
        }
        before++;
      } else if (batch.push(item) === longestList) yield ended();
    }
    if (batch.length > 0) yield ended();
  }
}
