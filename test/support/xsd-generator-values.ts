/** Decisions and values for documents made from a schema: always the least, everything, or by a seed. */
import { XS, type SimpleType, type TypeRef } from '../../src/codegen/model.js';

/** Decides what a document holds and how it is spelt. */
export interface Chooser {
  /** Whether something optional is there. */
  flip(): boolean;
  /** A number from 0 up to, not including, `n`. */
  below(n: number): number;
}

export const never: Chooser = { flip: () => false, below: () => 0 };

/** The same decisions for the same seed (mulberry32). */
export function seeded(seed: number): Chooser {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { flip: () => next() < 0.5, below: (n) => Math.floor(next() * n) };
}

const letters = ['a', 'Z', '0', '-', 'é', 'ß', '漢', '𝄞', '😀', '\u00a0', '\u0085', '\u2028', '\ufffd', '\u{10ffff}'];
const awkward = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  ']]',
  '&amp;',
  '<!--',
  '-->',
  '<![CDATA[',
  '=',
];
const wholeTexts = [
  '',
  ' ',
  '\n\t',
  '__proto__',
  'constructor',
  '&#65;',
  'toString',
  '0',
  'true',
  ' a  b ',
  'xmlns:x="y"',
  'p:q',
  '-1e3',
];

function string(c: Chooser): string {
  if (c.below(4) === 0) return wholeTexts[c.below(wholeTexts.length)]!;
  const from = c.flip() ? letters : [...letters, ...awkward];
  return Array.from({ length: c.below(12) }, () => from[c.below(from.length)]!).join('');
}

const values: Readonly<Record<string, readonly string[]>> = {
  boolean: ['true', 'false', '1', '0'],
  dateTime: [
    '2026-11-22T08:15:30Z',
    '2026-11-22T08:15:30+05:45',
    '2026-11-22T08:15:30.123456789012345678-14:00',
    '2026-02-28T24:00:00Z',
    '2024-02-29T23:59:59.999',
    '1969-12-31T00:00:00+14:00',
    '-0044-03-15T12:00:00Z',
    '12026-01-01T00:00:00Z',
  ],
  date: ['2026-11-22', '2026-11-22Z', '2024-02-29-05:00', '-0001-01-01'],
  time: ['08:15:30', '24:00:00', '23:59:59.9999999Z', '00:00:00+05:45'],
  decimal: ['0', '-0.0', '+1.50', '12345678901234567.890', '.5', '5.', '000123'],
  integer: ['0', '-0', '+7', '123456789012345678', '-99999999999', '00042'],
  float: ['0', '-0', 'INF', '-INF', 'NaN', '1E4', '1.5e-45', '3.4028235E38', '12.34', '.5'],
  QName: ['Header', 'a-b.c_1', 'é'],
};

const spaces = ['', '', ' ', '\n  ', '\t', '\r\n'];

/** Where libxml2 does not take the white space that XML Schema allows (round-trip.test.ts says so aloud). */
const touchy = { before: /^(dateTime|date|time)$/, after: /^(dateTime|date|time)$/, words: /INF|NaN/ };

/** A legal text of a built-in type, white space around it where that is of no account. */
export function valueOf(type: string, c: Chooser): string {
  if (type === 'string') return c === never ? 'text' : string(c);
  const list = values[type];
  if (list === undefined) throw new Error(`the test generator has no values of xs:${type}`);
  const value = list[c.below(list.length)]!;
  const space = (touched: RegExp): string =>
    touched.test(type) || touchy.words.test(value) ? '' : spaces[c.below(spaces.length)]!;
  return space(touchy.before) + value + space(touchy.after);
}

/** A legal text of a simple type, and whether white space around and inside counts for nothing. */
export function simpleValue(
  type: TypeRef,
  simpleTypeOf: (ref: TypeRef) => SimpleType,
  c: Chooser,
): { readonly text: string; readonly collapse: boolean } {
  if (type.namespace === XS) return { text: valueOf(type.name, c), collapse: type.name !== 'string' };
  const simple = simpleTypeOf(type);
  const base = simpleValue(simple.base, simpleTypeOf, c);
  return simple.values ? { text: simple.values[c.below(simple.values.length)]!, collapse: base.collapse } : base;
}
