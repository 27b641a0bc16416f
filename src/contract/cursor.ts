/** Walks a tape as the generated readers ask for it. Only for a message that libxml2 has found valid. */
import { knownNamespace, type Cursor as GeneratedCursor, type ForeignElement } from '../generated/runtime.js';
import { attributesOf, collapse, decodeAttribute, decodeText, declarationsOf, prefixesIn } from './raw-text.js';
import { ATTRIBUTES, CONTENT, CONTENT_END, NAME, NAME_END, NEXT, NS, START, STRIDE, type Tape } from './scan.js';

/** Where an element ends in the text: behind its end tag, or behind its only tag. */
export function endOf(tape: Tape, index: number): number {
  const p = index * STRIDE;
  const content = tape.cells[p + CONTENT]!;
  const contentEnd = tape.cells[p + CONTENT_END]!;
  if (content === contentEnd && tape.text.charCodeAt(content - 2) === 0x2f) return content;
  return tape.text.indexOf('>', contentEnd) + 1;
}

/** The message is valid but the reader meets something it does not expect: a defect of ours, never of the caller. */
export class ReaderError extends Error {
  constructor(what: string) {
    super(`reader and schema disagree: ${what}`);
    this.name = 'ReaderError';
  }
}

export class TapeCursor implements GeneratedCursor {
  protected text_: string;
  protected cells: Int32Array;
  protected i: number;
  protected end: number;
  /** Declarations in force around the elements of this level; of no use once the cursor enters or leaves one. */
  private outer: ReadonlyMap<string, string> | undefined;

  /** Stands at the element with this index. */
  constructor(
    protected tape: Tape,
    index = 0,
  ) {
    this.text_ = tape.text;
    this.cells = tape.cells;
    this.i = index;
    this.end = tape.cells[index * STRIDE + NEXT]!;
  }

  /** Index of the element the cursor stands at. */
  get index(): number {
    return this.i;
  }

  /** Whether no element is left below the parent. */
  get done(): boolean {
    return this.i >= this.end;
  }

  /** Local name and namespace of the element the cursor stands at. */
  get name(): string {
    const p = this.i * STRIDE;
    return this.text_.slice(this.cells[p + NAME], this.cells[p + NAME_END]);
  }

  get namespace(): number {
    return this.cells[this.i * STRIDE + NS]!;
  }

  at(namespace: number, name: string): boolean {
    if (this.i >= this.end) return false;
    const p = this.i * STRIDE;
    const cells = this.cells;
    if (cells[p] !== namespace) return false;
    const start = cells[p + NAME]!;
    return (
      cells[p + NAME_END]! - start === name.length &&
      this.text_.charCodeAt(start) === name.charCodeAt(0) &&
      this.text_.startsWith(name, start)
    );
  }

  enter(): number {
    const mark = this.end;
    this.end = this.cells[this.i * STRIDE + NEXT]!;
    this.i++;
    this.outer = undefined;
    return mark;
  }

  leave(mark: number): void {
    if (this.i !== this.end) this.disagree(`<${this.name}> was not read`);
    this.end = mark;
    this.outer = undefined;
  }

  /** Sees only the elements from one index up to another, until the parent is left. */
  protected narrow(from: number, to: number): void {
    this.i = from;
    this.end = to;
  }

  /** Goes to any element. */
  protected jump(to: number): void {
    this.i = to;
  }

  /** Goes on behind the element without reading it. */
  skip(): void {
    this.i = this.cells[this.i * STRIDE + NEXT]!;
  }

  attribute(name: string): string | undefined {
    const p = this.i * STRIDE;
    const attributes = this.cells[p + ATTRIBUTES]!;
    if (attributes === 0) return undefined;
    const text = this.text_;
    let k = this.cells[p + NAME_END]!;
    for (let n = 0; n < attributes; n++) {
      while (text.charCodeAt(k) <= 0x20) k++;
      const nameAt = k;
      const equals = text.indexOf('=', k);
      k = equals + 1;
      while (text.charCodeAt(k) <= 0x20) k++;
      const quote = text.charCodeAt(k) === 0x22 ? '"' : "'";
      const valueEnd = text.indexOf(quote, k + 1);
      if (text.startsWith(name, nameAt)) {
        const after = text.charCodeAt(nameAt + name.length);
        if (after === 0x3d || after <= 0x20) return decodeAttribute(text.slice(k + 1, valueEnd));
      }
      k = valueEnd + 1;
    }
    return undefined;
  }

  /** An attribute of a namespace, whatever prefix it bears here. Looks declarations up, so not for the hot path. */
  attributeOf(namespace: number, name: string): string | undefined {
    const attributes = attributesOf(this.text_, this.cells, this.i);
    const own = declarationsOf(attributes);
    for (const [found, value] of attributes) {
      const [prefix, local] = found.split(':') as [string, string?];
      if (local !== name) continue;
      const uri = own.get(prefix) ?? this.outerDeclarations().get(prefix);
      if (uri !== undefined && knownNamespace(decodeAttribute(uri.slice(1, -1))) === namespace)
        return decodeAttribute(value);
    }
    return undefined;
  }

  needAttribute(name: string): string {
    return this.attribute(name) ?? this.missing(`@${name}`);
  }

  text(): string {
    const p = this.i * STRIDE;
    if (this.cells[p + NEXT] !== this.i + 1) this.disagree(`<${this.name}> has children`);
    this.i++;
    return decodeText(this.text_.slice(this.cells[p + CONTENT], this.cells[p + CONTENT_END]));
  }

  token(): string {
    return collapse(this.text());
  }

  oneText(namespace: number, name: string): string {
    return this.at(namespace, name) ? this.text() : this.missing(name);
  }

  oneToken(namespace: number, name: string): string {
    return this.at(namespace, name) ? this.token() : this.missing(name);
  }

  maybeText(namespace: number, name: string): string | undefined {
    return this.at(namespace, name) ? this.text() : undefined;
  }

  maybeToken(namespace: number, name: string): string | undefined {
    return this.at(namespace, name) ? this.token() : undefined;
  }

  manyText(namespace: number, name: string): string[] | undefined {
    if (!this.at(namespace, name)) return undefined;
    const found = [this.text()];
    while (this.at(namespace, name)) found.push(this.text());
    return found;
  }

  manyToken(namespace: number, name: string): string[] | undefined {
    return this.manyText(namespace, name)?.map(collapse);
  }

  one<T>(namespace: number, name: string, read: (c: GeneratedCursor) => T): T {
    return this.at(namespace, name) ? read(this) : this.missing(name);
  }

  maybe<T>(namespace: number, name: string, read: (c: GeneratedCursor) => T): T | undefined {
    return this.at(namespace, name) ? read(this) : undefined;
  }

  many<T>(namespace: number, name: string, read: (c: GeneratedCursor) => T): T[] | undefined {
    if (!this.at(namespace, name)) return undefined;
    const found = [read(this)];
    while (this.at(namespace, name)) found.push(read(this));
    return found;
  }

  repeat<T>(next: () => T | undefined): T[] | undefined {
    let found: T[] | undefined;
    for (let one = next(); one !== undefined; one = next()) (found ??= []).push(one);
    return found;
  }

  foreign(namespace: number): ForeignElement[] | undefined {
    let found: ForeignElement[] | undefined;
    while (this.i < this.end && this.namespace !== namespace && this.namespace !== 0) {
      (found ??= []).push({ namespace: this.tape.uri(this.namespace), name: this.name, xml: this.fragment() });
      this.skip();
    }
    return found;
  }

  /** The element's own text, with the declarations it takes from outside written into its start tag. */
  fragment(): string {
    const p = this.i * STRIDE;
    const start = this.cells[p + START]!;
    const nameEnd = this.cells[p + NAME_END]!;
    const next = endOf(this.tape, this.i);
    const raw = this.text_.slice(start, next);
    const outer = this.outerDeclarations();
    const own = declarationsOf(attributesOf(this.text_, this.cells, this.i));
    let added = '';
    for (const prefix of prefixesIn(raw)) {
      const value = own.has(prefix) ? undefined : outer.get(prefix);
      if (value !== undefined) added += prefix === '' ? ` xmlns=${value}` : ` xmlns:${prefix}=${value}`;
    }
    return this.text_.slice(start, nameEnd) + added + this.text_.slice(nameEnd, next);
  }

  /** Declarations of the ancestors, raw with their quotes, the nearest winning. */
  private outerDeclarations(): ReadonlyMap<string, string> {
    if (this.outer) return this.outer;
    const found = new Map<string, string>();
    let j = 0;
    while (j < this.i) {
      const next = this.cells[j * STRIDE + NEXT]!;
      if (next <= this.i) j = next;
      else {
        for (const [prefix, value] of declarationsOf(attributesOf(this.text_, this.cells, j))) found.set(prefix, value);
        j++;
      }
    }
    if (found.get('')?.length === 2) found.delete('');
    return (this.outer = found);
  }

  // What follows is for cursors that prove a message; this one walks a message that has been proved.

  counted<T>(list: T, _least: number, _most: number): T {
    return list;
  }

  chosen(_optional: boolean, ..._members: readonly unknown[]): void {}

  nothing(): void {}

  doubt(): void {}

  protected missing(name: string): never {
    this.disagree(`${name} is missing`);
  }

  /** The message is not as the reader expects it. */
  protected disagree(what: string): never {
    throw new ReaderError(what);
  }
}
