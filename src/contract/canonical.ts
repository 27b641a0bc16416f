/**
 * Exclusive canonical XML 1.0 without comments, of an element and all below it, written from the tape: what a signature covers is so
 * the very element that is read. Only for documents that are well-formed, or that libxml2 will be asked about; a tape has no
 * processing instructions and no DOCTYPE. Knows nothing of signatures.
 */
import { endOf } from './cursor.js';
import { attributesOf, decodeAttribute, decodeText } from './raw-text.js';
import { ATTRIBUTES, CONTENT, CONTENT_END, NAME, NAME_END, NEXT, START, STRIDE, type Tape } from './scan.js';

/** Characters that are gathered before they are handed on. */
const enough = 65_536;

/**
 * Writes the canonical form of an element.
 * @param write takes it piece by piece
 * @param inclusive prefixes that are treated as inclusive canonical XML does (`InclusiveNamespaces`); the empty one is the default namespace
 */
export function writeCanonical(
  tape: Tape,
  index: number,
  write: (piece: string) => void,
  inclusive: readonly string[] = [],
): void {
  new Canonical(tape, write, new Set(inclusive)).whole(index);
}

/** The canonical form of a small element. */
export function canonicalText(tape: Tape, index: number, inclusive: readonly string[] = []): string {
  let text = '';
  writeCanonical(tape, index, (piece) => (text += piece), inclusive);
  return text;
}

/** Namespace declarations in force where an element begins: prefix to namespace. */
export function declaredAround(tape: Tape, index: number): Map<string, string> {
  const { text, cells } = tape;
  const found = new Map<string, string>();
  for (let j = 0; j < index;) {
    const next = cells[j * STRIDE + NEXT]!;
    if (next <= index) j = next;
    else {
      if (cells[j * STRIDE + ATTRIBUTES]! > 0)
        for (const [name, value] of attributesOf(text, cells, j))
          if (isDeclaration(name)) found.set(name.slice(6), decodeAttribute(value));
      j++;
    }
  }
  return found;
}

/** Whether an attribute of this name declares a namespace. */
export function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

interface Attribute {
  readonly uri: string;
  readonly local: string;
  readonly name: string;
  readonly value: string;
}

class Canonical {
  private readonly text: string;
  private readonly cells: Int32Array;
  /** What prefixes mean in the document, and what those written so far mean. */
  private scope = new Map<string, string>();
  private readonly rendered = new Map<string, string>();
  private readonly undone: (() => void)[] = [];
  private out = '';

  constructor(
    private readonly tape: Tape,
    private readonly write: (piece: string) => void,
    private readonly inclusive: ReadonlySet<string>,
  ) {
    this.text = tape.text;
    this.cells = tape.cells;
  }

  whole(index: number): void {
    this.scope = declaredAround(this.tape, index);
    this.element(index, true);
    if (this.out !== '') this.write(this.out);
  }

  private element(i: number, apex = false): void {
    const { text, cells } = this;
    const p = i * STRIDE;
    const start = cells[p + START]! + 1;
    const local = cells[p + NAME]!;
    const name = text.slice(start, cells[p + NAME_END]);
    const prefix = local === start ? '' : text.slice(start, local - 1);
    const mark = this.undone.length;
    if (!apex && cells[p + ATTRIBUTES] === 0 && (this.scope.get(prefix) ?? '') === (this.rendered.get(prefix) ?? ''))
      this.out += `<${name}>`;
    else this.out += this.startTag(i, name, prefix, apex);
    const end = cells[p + NEXT]!;
    let at = cells[p + CONTENT]!;
    for (let child = i + 1; child < end; child = cells[child * STRIDE + NEXT]!) {
      const childAt = cells[child * STRIDE + START]!;
      if (childAt > at) this.out += escapedText(text.slice(at, childAt));
      this.element(child);
      at = endOf(this.tape, child);
    }
    // of an element that is written as one tag the content ends where it begins
    const contentEnd = cells[p + CONTENT_END]!;
    if (contentEnd > at) this.out += escapedText(text.slice(at, contentEnd));
    this.out += `</${name}>`;
    while (this.undone.length > mark) this.undone.pop()!();
    if (this.out.length > enough) {
      this.write(this.out);
      this.out = '';
    }
  }

  private startTag(i: number, name: string, prefix: string, apex: boolean): string {
    const raw = attributesOf(this.text, this.cells, i);
    // below the first element, inclusive prefixes are written where they get another meaning
    const used = new Set(apex ? [prefix, ...this.inclusive] : [prefix]);
    for (const [declared, value] of raw) {
      if (!isDeclaration(declared)) continue;
      const its = declared.slice(6);
      this.set(this.scope, its, decodeAttribute(value));
      if (this.inclusive.has(its)) used.add(its);
    }
    const attributes: Attribute[] = [];
    for (const [full, value] of raw) {
      if (isDeclaration(full)) continue;
      const colon = full.indexOf(':');
      if (colon < 0) {
        attributes.push({ uri: '', local: full, name: full, value });
        continue;
      }
      const its = full.slice(0, colon);
      used.add(its);
      attributes.push({ uri: this.meaning(its), local: full.slice(colon + 1), name: full, value });
    }
    let tag = `<${name}`;
    for (const one of [...used].sort(byCharacters)) {
      if (one === 'xml') continue;
      const uri = this.scope.get(one) ?? '';
      if (uri === (this.rendered.get(one) ?? '')) continue;
      this.set(this.rendered, one, uri);
      tag += ` xmlns${one && `:${one}`}="${escapedAttribute(uri)}"`;
    }
    attributes.sort((a, b) => byCharacters(a.uri, b.uri) || byCharacters(a.local, b.local));
    for (const { name: full, value } of attributes) tag += ` ${full}="${escapedAttribute(decodeAttribute(value))}"`;
    return `${tag}>`;
  }

  private meaning(prefix: string): string {
    return prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : (this.scope.get(prefix) ?? '');
  }

  /** Until the element ends. */
  private set(map: Map<string, string>, prefix: string, uri: string): void {
    const before = map.get(prefix);
    this.undone.push(() => (before === undefined ? map.delete(prefix) : map.set(prefix, before)));
    map.set(prefix, uri);
  }
}

/** Order of Unicode characters, which is not that of UTF-16 above U+FFFF. */
function byCharacters(one: string, other: string): number {
  if (one === other) return 0;
  if (/[\ud800-\udfff]/.test(one) || /[\ud800-\udfff]/.test(other))
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

function escapedText(raw: string): string {
  const text = decodeText(raw);
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (c) => marks[c]!) : text;
}

function escapedAttribute(value: string): string {
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, (c) => marks[c]!) : value;
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
