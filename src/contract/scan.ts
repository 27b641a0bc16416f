/**
 * One linear pass over the text of a message: finds every element, resolves its namespace, enforces the limits of the
 * document before any tree is built, refuses DOCTYPE and processing instructions. The result is a tape that the cursor walks.
 * On the way it proves that the document is well-formed, if the document is plain; libxml2 must prove any other before its tape
 * is read.
 */
import { knownNamespace } from '../generated/runtime.js';
import {
  hasPlainMarks,
  haveOwnMeanings,
  isBlank,
  isNewName,
  isPlainAttribute,
  isPlainPrefixed,
  isSameName,
  unitsOf,
  xmlDeclaration,
  type Units,
} from './plain-xml.js';

/** Limits of one document. Lengths in UTF-16 units as written, references unresolved. */
export interface DocumentLimits {
  readonly depth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly attributes: number;
  readonly attributeValue: number;
  /** Length of a name and of a namespace name: every foreign element repeats both. */
  readonly name: number;
  /** Length of the text between two tags, CDATA sections included, and of one comment. */
  readonly text: number;
  /** Elements and attributes of the whole document. */
  readonly nodes: number;
  readonly children: number;
}

/** What a scan refuses, with the place. `kind` says which rule. */
export class ScanError extends Error {
  constructor(
    readonly kind: 'limit' | 'doctype' | 'instruction' | 'syntax',
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'ScanError';
  }
}

/** Numbers per element on the tape. */
export const STRIDE = 8;
export const NS = 0;
/** Where the local name begins and ends. */
export const NAME = 1;
export const NAME_END = 2;
/** Where the start tag begins (`<`). */
export const START = 3;
/** Content of the element, between the tags. */
export const CONTENT = 4;
export const CONTENT_END = 5;
/** Index of the first element behind this one and all below it. */
export const NEXT = 6;
/** How many attributes, namespace declarations included. */
export const ATTRIBUTES = 7;

/** NEXT and CONTENT_END of an element that the text does not end: further text does (document-parts.ts). */
export const OPEN = 0x7fffffff;

export interface Tape {
  readonly text: string;
  readonly cells: Int32Array;
  /** Number of elements. */
  readonly length: number;
  /** Whether there are neither comments nor CDATA sections. */
  readonly plain: boolean;
  /**
   * The document is certainly well-formed, with respect to namespaces too, and has no text beside elements, if its reader finds
   * only names it knows, and allowed characters in its texts and attributes. False says nothing: character references, comments
   * and other rarities are not judged here.
   */
  readonly proved: boolean;
  /** Other names of our namespaces that occur, in the order in which they were met: the document is in another spelling. */
  readonly met: readonly string[];
  /** URI of a namespace number on this tape. */
  readonly uri: (namespace: number) => string;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Namespaces that no schema names get numbers from here on, for one document only. */
const UNKNOWN = 1_000_000;

interface Binding {
  readonly prefix: string;
  readonly namespace: number;
  /** What the prefix meant outside, for when the element ends. */
  readonly outer: number | undefined;
}

/** Scans documents one after the other into one reused tape; the tape is good until the next scan. */
export class Scanner {
  private cells = new Int32Array(512 * STRIDE);
  private readonly open: Int32Array;
  private readonly childCount: Int32Array;
  private unknown = new Map<string, number>();
  private met: string[] = [];
  /** How many bindings were in force when the element at this depth was opened. */
  private readonly bindingMark: Int32Array;
  /** Where the names of the attributes of one tag begin and end. */
  private readonly names: Int32Array;

  /** @param others names of namespaces that are told when they are met (spelling.ts) */
  constructor(
    private readonly limits: DocumentLimits,
    private readonly others?: { has(uri: string): boolean },
  ) {
    this.names = new Int32Array(2 * limits.attributes + 2);
    this.open = new Int32Array(limits.depth + 1);
    this.childCount = new Int32Array(limits.depth + 1);
    this.bindingMark = new Int32Array(limits.depth + 1);
  }

  /**
   * Throws `ScanError`. The text must not begin with a byte order mark.
   * @param units the text once more as numbers, when they are at hand
   * @param goesOn whether the text is the beginning of a document, cut behind a tag: elements may be left open
   */
  scan(text: string, units: Units = unitsOf(text), goesOn = false): Tape {
    const { limits, open, childCount, bindingMark, names } = this;
    let cells = this.cells;
    this.unknown = new Map();
    this.met = [];
    const bindings: Binding[] = [];
    const meaning = new Map<string, number>([['xml', this.namespaceOf('http://www.w3.org/XML/1998/namespace')]]);
    const release = (mark: number): void => {
      while (bindings.length > mark) {
        const { prefix, outer } = bindings.pop()!;
        if (outer === undefined) meaning.delete(prefix);
        else meaning.set(prefix, outer);
      }
    };
    const bind = (prefix: string, uri: string): void => {
      const namespace = this.namespaceOf(decode(uri));
      bindings.push({ prefix, namespace, outer: meaning.get(prefix) });
      meaning.set(prefix, namespace);
    };
    let count = 0;
    let plain = true;
    let proved = hasPlainMarks(text);
    /** Whether the tag before was a start tag: only then text may stand behind it. */
    let opened = false;
    let nodes = 0;
    let depth = 0;
    let i = 0;
    childCount[0] = 0;
    // the prefix of the element before, and what it meant: nearly always the same again
    let lastPrefix = '';
    let lastNamespace = 0;
    let lastBindings = -1;
    // how long the text since the last tag is: comments and CDATA sections cut it into several
    let textLength = 0;
    const end = text.length;
    if (text.startsWith('<?xml') && isSpace(text.charCodeAt(5))) {
      i = text.indexOf('?>');
      if (i < 0) throw new ScanError('syntax', 'the XML declaration does not end', 0);
      i += 2;
      proved &&= i < 200 && xmlDeclaration.test(text.slice(0, i));
    }
    for (;;) {
      const lt = text.indexOf('<', i);
      if (lt < 0) {
        if (textLength + end - i > limits.text) throw tooLong('a text', limits.text, i);
        proved &&= isBlank(units, i, end);
        break;
      }
      textLength += lt - i;
      if (textLength > limits.text) throw tooLong('a text', limits.text, i);
      const c = text.charCodeAt(lt + 1);
      if (c === SLASH) {
        const gt = text.indexOf('>', lt + 2);
        if (gt < 0 || depth === 0) throw new ScanError('syntax', 'an end tag without its element', lt);
        depth--;
        const at = open[depth]! * STRIDE;
        if (proved) {
          const start = cells[at + START]!;
          proved =
            isSameName(units, start + 1, lt + 2, cells[at + NAME_END]! - start - 1, gt) &&
            (opened || isBlank(units, i, lt));
        }
        opened = false;
        cells[at + CONTENT_END] = lt;
        cells[at + NEXT] = count;
        release(bindingMark[depth]!);
        textLength = 0;
        i = gt + 1;
        continue;
      }
      if (c === BANG) {
        plain = false;
        proved = false;
        if (text.startsWith('<!--', lt)) {
          const close = text.indexOf('-->', lt + 4);
          if (close < 0) throw new ScanError('syntax', 'a comment does not end', lt);
          if (close - lt - 4 > limits.text) throw tooLong('a comment', limits.text, lt);
          i = close + 3;
        } else if (text.startsWith('<![CDATA[', lt)) {
          const close = text.indexOf(']]>', lt + 9);
          if (close < 0) throw new ScanError('syntax', 'a CDATA section does not end', lt);
          textLength += close - lt - 9;
          if (textLength > limits.text) throw tooLong('a text', limits.text, lt);
          i = close + 3;
        } else throw new ScanError('doctype', 'a document type declaration (DOCTYPE) is never accepted', lt);
        continue;
      }
      if (c === QUESTION)
        throw new ScanError('instruction', 'a processing instruction is not accepted in a message', lt);

      // a start tag
      if (proved) proved = (depth > 0 || count === 0) && isBlank(units, i, lt);
      let k = lt + 1;
      let colon = -1;
      let ch = c;
      while (ch > 0x20 && ch !== GT && ch !== SLASH && ch !== LT) {
        if (ch === COLON && colon < 0) colon = k;
        ch = text.charCodeAt(++k);
      }
      if (colon === lt + 1) proved = false;
      if (k - lt - 1 > limits.name) throw tooLong('a name', limits.name, lt);
      if (k === lt + 1 || k >= end) throw new ScanError('syntax', '"<" without a name', lt);
      if (depth >= limits.depth) throw new ScanError('limit', `elements are nested deeper than ${limits.depth}`, lt);
      if (++childCount[depth]! > limits.children)
        throw new ScanError('limit', `an element has more than ${limits.children} children`, lt);
      if (++nodes > limits.nodes) throw new ScanError('limit', `the document has more than ${limits.nodes} nodes`, lt);
      const base = count * STRIDE;
      if (base + STRIDE > cells.length) {
        cells = this.cells = enlarged(cells, lt / end, limits.nodes);
      }
      bindingMark[depth] = bindings.length;
      let attributes = 0;
      let prefixed = false;
      let selfClosing = false;
      if (ch !== GT) {
        const nameEnd = k;
        for (;;) {
          const gap = k;
          while (isSpace(ch)) ch = text.charCodeAt(++k);
          if (ch === GT) break;
          if (ch === SLASH) {
            if (text.charCodeAt(k + 1) !== GT) throw new ScanError('syntax', '"/" inside a tag', k);
            selfClosing = true;
            k++;
            break;
          }
          if (k >= end) throw new ScanError('syntax', 'a tag does not end', lt);
          const nameAt = k;
          if (k === gap) proved = false;
          while (ch > 0x20 && ch !== EQUALS && ch !== GT && ch !== LT && ch !== SLASH) ch = text.charCodeAt(++k);
          const attributeEnd = k;
          if (attributeEnd === nameAt) throw new ScanError('syntax', 'an attribute without a name', k);
          if (attributeEnd - nameAt > limits.name) throw tooLong('a name', limits.name, nameAt);
          while (isSpace(ch)) ch = text.charCodeAt(++k);
          if (ch !== EQUALS) throw new ScanError('syntax', 'an attribute without a value', nameAt);
          ch = text.charCodeAt(++k);
          while (isSpace(ch)) ch = text.charCodeAt(++k);
          if (ch !== QUOTE && ch !== APOSTROPHE)
            throw new ScanError('syntax', 'an attribute value without quotes', nameAt);
          const valueAt = k + 1;
          const valueEnd = text.indexOf(ch === QUOTE ? '"' : "'", valueAt);
          if (valueEnd < 0) throw new ScanError('syntax', 'an attribute value does not end', nameAt);
          if (valueEnd - valueAt > limits.attributeValue)
            throw tooLong('an attribute value', limits.attributeValue, nameAt);
          if (++attributes > limits.attributes)
            throw new ScanError('limit', `an element has more than ${limits.attributes} attributes`, lt);
          if (++nodes > limits.nodes)
            throw new ScanError('limit', `the document has more than ${limits.nodes} nodes`, lt);
          if (text.startsWith('xmlns', nameAt)) {
            const isDefault = attributeEnd - nameAt === 5;
            if (isDefault || text.charCodeAt(nameAt + 5) === COLON) {
              if (valueEnd - valueAt > limits.name) throw tooLong('a namespace name', limits.name, nameAt);
              bind(isDefault ? '' : text.slice(nameAt + 6, attributeEnd), text.slice(valueAt, valueEnd));
            }
          }
          if (proved) {
            if (!isPlainAttribute(text, units, nameAt, attributeEnd, valueAt, valueEnd))
              proved = prefixed = isPlainPrefixed(text, units, nameAt, attributeEnd, valueAt, valueEnd);
            proved &&= isNewName(units, names, attributes, nameAt, attributeEnd);
          }
          k = valueEnd + 1;
          ch = text.charCodeAt(k);
        }
        if (prefixed && proved) proved = haveOwnMeanings(text, names, attributes, meaning);
        cells[base + NAME_END] = nameEnd;
      } else cells[base + NAME_END] = k;

      const prefixLength = colon < 0 ? 0 : colon - lt - 1;
      const declares = bindings.length !== bindingMark[depth];
      if (
        declares ||
        bindings.length !== lastBindings ||
        prefixLength !== lastPrefix.length ||
        !text.startsWith(lastPrefix, lt + 1)
      ) {
        lastPrefix = text.slice(lt + 1, lt + 1 + prefixLength);
        const namespace = meaning.get(lastPrefix);
        if (namespace === undefined && prefixLength > 0) proved = false;
        lastNamespace = namespace ?? 0;
        lastBindings = declares ? -1 : bindings.length;
      }
      cells[base + NS] = lastNamespace;
      cells[base + NAME] = colon < 0 ? lt + 1 : colon + 1;
      cells[base + START] = lt;
      cells[base + CONTENT] = k + 1;
      cells[base + ATTRIBUTES] = attributes;
      if (selfClosing) {
        cells[base + CONTENT_END] = k + 1;
        cells[base + NEXT] = count + 1;
        release(bindingMark[depth]!);
        opened = false;
      } else {
        opened = true;
        open[depth] = count;
        depth++;
        childCount[depth] = 0;
      }
      count++;
      textLength = 0;
      i = k + 1;
    }
    if (depth !== 0 && !goesOn) throw new ScanError('syntax', 'the document ends inside an element', end);
    if (count === 0) throw new ScanError('syntax', 'there is no element', 0);
    if (goesOn) this.leaveOpen(count, depth);
    const unknown = [...this.unknown.keys()];
    const { met } = this;
    cells = this.cells;
    return { text, cells, length: count, plain, proved, met, uri: (ns) => uriOf(ns, unknown) };
  }

  /** Marks the elements that the text has not ended, and puts one behind them that is nobody's. */
  private leaveOpen(count: number, depth: number): void {
    const last = count * STRIDE;
    if (last + STRIDE > this.cells.length) this.cells = enlarged(this.cells, 1, Infinity);
    for (let level = 0; level < depth; level++) {
      const at = this.open[level]! * STRIDE;
      this.cells[at + CONTENT_END] = OPEN;
      this.cells[at + NEXT] = OPEN;
    }
    this.cells.fill(0, last, last + STRIDE);
    this.cells[last + NS] = -1;
    this.cells[last + NEXT] = OPEN;
  }

  private namespaceOf(uri: string): number {
    if (uri === '') return 0;
    const known = knownNamespace(uri);
    if (known !== undefined) {
      uris.set(known, uri);
      return known;
    }
    let number = this.unknown.get(uri);
    if (number === undefined) {
      if (this.unknown.size >= 1000)
        throw new ScanError('limit', 'the document uses more than 1000 foreign namespaces', 0);
      // libxml2 takes it for a wildcard where it validates, and so an element of that namespace for one of the contract
      if (uri.includes('*')) throw new ScanError('limit', 'a namespace name with an asterisk is not accepted', 0);
      this.unknown.set(uri, (number = UNKNOWN + this.unknown.size));
      if (this.others?.has(uri)) this.met.push(uri);
    }
    return number;
  }
}

/**
 * A longer tape with the same cells: twice as long at first, then as long as the whole document will need if it goes on like this.
 * @param progress how much of the document has been scanned, above 0 up to 1
 */
function enlarged(cells: Int32Array, progress: number, mostNodes: number): Int32Array<ArrayBuffer> {
  const { length } = cells;
  const enough = length < 65_536 * STRIDE ? 2 * length : Math.max(1.1 * length, (1.02 * length) / progress);
  const larger = new Int32Array(Math.max(length + STRIDE, Math.ceil(Math.min(enough, mostNodes * STRIDE))));
  larger.set(cells);
  return larger;
}

/** URIs of known namespace numbers that have been met. */
const uris = new Map<number, string>();

function uriOf(namespace: number, unknown: readonly string[]): string {
  if (namespace === 0) return '';
  return namespace >= UNKNOWN ? (unknown[namespace - UNKNOWN] ?? '') : (uris.get(namespace) ?? '');
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;
}

function tooLong(what: string, limit: number, offset: number): ScanError {
  return new ScanError('limit', `${what} is longer than ${limit} characters`, offset);
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Replaces character references and the five entities; a well-formed message has no others, so what is none of them stays. */
export function decode(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9A-Fa-f]+|#[0-9]+|[a-z]+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(predefined, name) ? predefined[name]! : whole;
    const point = name.startsWith('#x') ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
