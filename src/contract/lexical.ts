/**
 * Whether a text is one of its type, for the types that readers name (generated/runtime.ts). Says yes only where every validator
 * does: an unusual spelling (a year of five digits, a number of thirty) is left to libxml2, so a no here means "ask".
 */
import { hasPlainCharacters } from './plain-xml.js';
import { lexical, type Lexical } from '../generated/runtime.js';

/** The text has its references resolved and its white space as it came. */
export function isSurely(as: Lexical, text: string): boolean {
  if (typeof as !== 'number') return as.has(text);
  switch (as) {
    case lexical.string:
      return hasPlainCharacters(text);
    case lexical.token:
      return hasPlainCharacters(text) && !/[\t\n\r]|^ | $| {2}/.test(text);
    case lexical.boolean:
      return text === 'true' || text === 'false' || text === '1' || text === '0';
    case lexical.decimal:
      return isDecimal(text);
    case lexical.integer:
      return /^[+-]?\d{1,9}$/.test(text);
    case lexical.nonNegativeInteger:
      return /^\d{1,9}$/.test(text);
    case lexical.positiveInteger:
      return /^[1-9]\d{0,8}$/.test(text);
    case lexical.float:
      return /^-?\d{1,15}(\.\d{1,15})?([eE][+-]?\d{1,2})?$/.test(text);
    case lexical.dateTime:
      return text.charCodeAt(10) === LETTER_T && isDate(text) && isTime(text, 11);
    case lexical.date:
      return isDate(text) && isZone(text, 10);
    case lexical.time:
      return isTime(text, 0);
    case lexical.duration:
      return duration.test(text) && !text.endsWith('P') && !text.endsWith('T');
    default:
      return false;
  }
}

const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const COLON = 0x3a;
const PLUS = 0x2b;
const MINUS = 0x2d;

const duration = /^-?P(\d{1,9}Y)?(\d{1,9}M)?(\d{1,9}D)?(T(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(\.\d{1,9})?S)?)?$/;

function isDecimal(text: string): boolean {
  const { length } = text;
  if (length > 18) return false;
  let at = text.charCodeAt(0) === MINUS || text.charCodeAt(0) === PLUS ? 1 : 0;
  const whole = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === whole) return false;
  if (at === length) return true;
  if (text.charCodeAt(at) !== POINT) return false;
  const fraction = ++at;
  while (isDigit(text.charCodeAt(at))) at++;
  return at === length && at > fraction;
}

/** `yyyy-mm-dd` at the start, a day that exists in any year. */
function isDate(text: string): boolean {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  return (
    text.charCodeAt(4) === MINUS &&
    text.charCodeAt(7) === MINUS &&
    year > 0 &&
    month > 0 &&
    month <= 12 &&
    day > 0 &&
    (day <= 28 || (month !== 2 && (day <= 30 || (day === 31 && longMonths.has(month)))))
  );
}

const longMonths = new Set([1, 3, 5, 7, 8, 10, 12]);

/** `hh:mm:ss`, perhaps a fraction, perhaps a zone, from here to the end. */
function isTime(text: string, from: number): boolean {
  const hour = digits(text, from, 2);
  const minute = digits(text, from + 3, 2);
  const second = digits(text, from + 6, 2);
  if (text.charCodeAt(from + 2) !== COLON || text.charCodeAt(from + 5) !== COLON) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  let at = from + 8;
  if (text.charCodeAt(at) === POINT) {
    const fraction = ++at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === fraction || at - fraction > 9) return false;
  }
  return isZone(text, at);
}

function isZone(text: string, at: number): boolean {
  const { length } = text;
  if (at === length) return true;
  const c = text.charCodeAt(at);
  if (c === LETTER_Z) return at + 1 === length;
  if ((c !== PLUS && c !== MINUS) || at + 6 !== length || text.charCodeAt(at + 3) !== COLON) return false;
  const hour = digits(text, at + 1, 2);
  const minute = digits(text, at + 4, 2);
  return hour >= 0 && hour <= 13 && minute >= 0 && minute <= 59;
}

/** The number of so many digits, or a negative one when they are not all digits. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const c = text.charCodeAt(at);
    if (!isDigit(c)) return -1;
    value = value * 10 + c - ZERO;
  }
  return value;
}

function isDigit(c: number): boolean {
  return c >= ZERO && c <= NINE;
}
