/**
 * Proves a message while it is read: the generated readers know its structure, this cursor sees that nothing else is there and
 * that every text is one of its type. It vouches only for what is plain; for the rest it gives up (`Unproved`) and libxml2 decides,
 * which also says what is wrong. So a message that is read here is valid, and one that is not may be valid all the same
 * (docs/adr/0006). Only for tapes whose document the scan has proved well-formed (`Tape.proved`).
 */
import type { Cursor as GeneratedCursor, ForeignElement, Lexical } from '../generated/runtime.js';
import { lexical } from '../generated/runtime.js';
import { TapeCursor } from './cursor.js';
import { isSurely } from './lexical.js';
import { hasPlainCharacters } from './plain-xml.js';
import { ATTRIBUTES, CONTENT, CONTENT_END, NAME_END, NEXT, STRIDE, type Tape } from './scan.js';

/** The message may be valid or not: libxml2 must look at it. */
export class Unproved extends Error {
  constructor() {
    super('not proved');
    this.name = 'Unproved';
  }
}

/** One for all, without a stack: it says nothing but no. */
export const unproved = ((): Unproved => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new Unproved();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
})();

export class ProvingCursor extends TapeCursor {
  /** Attributes of the element the cursor stands at that have been asked for and found. */
  protected found = 0;
  /** How many members the list read last has. */
  protected members = 0;

  /** @param keeps whether lists are kept; without it of each list only the first member, which takes next to no memory */
  constructor(
    tape: Tape,
    index: number,
    private readonly keeps = true,
  ) {
    super(tape, index);
  }

  override enter(): number {
    const p = this.i * STRIDE;
    this.knowAttributes(p);
    // text beside elements the scan has seen; text instead of elements it takes for a leaf
    if (
      this.cells[p + NEXT] === this.i + 1 &&
      !/^[ \t\r\n]*$/.test(this.text_.slice(this.cells[p + CONTENT], this.cells[p + CONTENT_END]))
    )
      throw unproved;
    return super.enter();
  }

  override attribute(name: string, as: Lexical = lexical.string): string | undefined {
    const value = super.attribute(name);
    if (value === undefined) return undefined;
    this.found++;
    return this.proved(value, as);
  }

  override needAttribute(name: string, as?: Lexical): string {
    return this.attribute(name, as) ?? this.missing(name);
  }

  override text(as: Lexical = lexical.string): string {
    this.knowAttributes(this.i * STRIDE);
    return this.proved(super.text(), as);
  }

  private proved(text: string, as: Lexical): string {
    if (as === lexical.string ? !hasPlainCharacters(text) : !isSurely(as, text)) throw unproved;
    return text;
  }

  /** White space that would have to be collapsed is left to libxml2. */
  override token(as: Lexical = lexical.string): string {
    return this.text(as);
  }

  override oneText(namespace: number, name: string, as?: Lexical): string {
    return this.at(namespace, name) ? this.text(as) : this.missing(name);
  }

  override oneToken(namespace: number, name: string, as?: Lexical): string {
    return this.at(namespace, name) ? this.text(as) : this.missing(name);
  }

  override maybeText(namespace: number, name: string, as?: Lexical): string | undefined {
    return this.at(namespace, name) ? this.text(as) : undefined;
  }

  override maybeToken(namespace: number, name: string, as?: Lexical): string | undefined {
    return this.at(namespace, name) ? this.text(as) : undefined;
  }

  override manyText(namespace: number, name: string, as?: Lexical): string[] | undefined {
    return this.list(() => (this.at(namespace, name) ? this.text(as) : undefined));
  }

  override manyToken(namespace: number, name: string, as?: Lexical): string[] | undefined {
    return this.manyText(namespace, name, as);
  }

  override many<T>(namespace: number, name: string, read: (c: GeneratedCursor) => T): T[] | undefined {
    if (!this.at(namespace, name)) {
      this.members = 0;
      return undefined;
    }
    const found = [read(this)];
    let members = 1;
    while (this.at(namespace, name)) {
      const one = read(this);
      members++;
      if (this.keeps) found.push(one);
    }
    this.members = members;
    return found;
  }

  override repeat<T>(next: () => T | undefined): T[] | undefined {
    return this.list(next);
  }

  /** What the schema leaves open may still be closed by other schemas: libxml2 knows. */
  override foreign(namespace: number): ForeignElement[] | undefined {
    this.members = 0;
    if (!this.done && this.namespace !== namespace) throw unproved;
    return undefined;
  }

  override counted<T>(list: T, least: number, most: number): T {
    if (this.members < least || this.members > most) throw unproved;
    return list;
  }

  override chosen(optional: boolean, ...members: readonly unknown[]): void {
    let count = 0;
    for (const member of members) if (member !== undefined) count++;
    if (count > 1 || (count === 0 && !optional)) throw unproved;
  }

  override nothing(): void {
    const p = this.i * STRIDE;
    if (this.cells[p + NEXT] !== this.i + 1 || this.cells[p + CONTENT] !== this.cells[p + CONTENT_END]) throw unproved;
  }

  override doubt(): void {
    throw unproved;
  }

  protected override disagree(): never {
    throw unproved;
  }

  private list<T>(next: () => T | undefined): T[] | undefined {
    let found: T[] | undefined;
    let members = 0;
    for (let one = next(); one !== undefined; one = next()) {
      members++;
      if (found === undefined) found = [one];
      else if (this.keeps) found.push(one);
    }
    this.members = members;
    return found;
  }

  /** Every attribute has been asked for, or declares a namespace. */
  private knowAttributes(p: number): void {
    const attributes = this.cells[p + ATTRIBUTES]!;
    if (attributes !== this.found && attributes !== this.found + this.declarations(p, attributes)) throw unproved;
    this.found = 0;
  }

  private declarations(p: number, attributes: number): number {
    const text = this.text_;
    let count = 0;
    let k = this.cells[p + NAME_END]!;
    for (let n = 0; n < attributes; n++) {
      while (text.charCodeAt(k) <= 0x20) k++;
      if (text.startsWith('xmlns', k) && (text.charCodeAt(k + 5) === 0x3a || text.charCodeAt(k + 5) === 0x3d)) count++;
      let open = text.indexOf('=', k) + 1;
      while (text.charCodeAt(open) <= 0x20) open++;
      k = text.indexOf(text.charAt(open), open + 1) + 1;
    }
    return count;
  }
}
