/**
 * The lexical rules that all numeric codes share: parts joined with dots, each a plain decimal integer.
 * Knows nothing of what a part means.
 */

/** Parts are 32-bit integers. */
const largest = 2_147_483_647;

/** No code of 18 such parts is longer. */
const longestCode = 18 * 11 + 17;

/**
 * Splits a code at its dots.
 * @returns the parts as written; an empty list when the text is longer than any code can be
 */
export function splitCode(text: string): string[] {
  return text.length > longestCode ? [] : text.split('.');
}

/**
 * What is wrong with one part as written, as the end of a sentence such as "part 3 (domain) is empty".
 * @param mayBeNegative true for the multiplier of a reading type, the only part with a sign
 * @returns undefined when nothing is wrong
 */
export function partFault(part: string, mayBeNegative = false): string | undefined {
  if (part === '') return 'is empty; a part that does not apply is written 0';
  const sign = part.startsWith('-') ? '-' : '';
  const digits = part.slice(sign.length);
  if (!/^[0-9]+$/.test(digits)) return `is ${quote(part)}; it must be a plain decimal integer`;
  if (digits.length > 1 && digits.startsWith('0')) return `is ${quote(part)}; leading zeros are not allowed`;
  if (digits.length > 10 || Number(digits) > largest) return `is ${quote(part)}; that number is too large`;
  if (sign && (digits === '0' || !mayBeNegative)) return `is ${quote(part)}; it must not have a minus sign`;
  return undefined;
}

/**
 * The parts of a code as numbers.
 * @returns undefined unless there are exactly `count` parts and each is well formed
 */
export function readParts(text: string, count: number, mayBeNegative?: (at: number) => boolean): number[] | undefined {
  const parts = splitCode(text);
  const wellFormed = parts.length === count && parts.every((part, at) => !partFault(part, mayBeNegative?.(at)));
  return wellFormed ? parts.map(Number) : undefined;
}

/** Text from outside, made safe to show: shortened, and everything but printable ASCII escaped. */
export function quote(text: string): string {
  const short = text.length > 24 ? `${text.slice(0, 24)}...` : text;
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${short.replace(/[^\x20-\x7e]/g, escape)}"`;
}

/** Says that a code has the wrong number of parts. */
export function countFault(text: string, wanted: number, what: string): string {
  const found = splitCode(text).length;
  if (found === 0) return `the text is far longer than ${what} can be`;
  return `${what} has ${wanted} parts joined with dots, this text has ${found}`;
}
