/**
 * Time stamps of messages as points in time. A time stamp stays the text that came; its instant only orders and compares.
 * Not `Date.parse`: that knows no microseconds, takes local time when no zone is given, and accepts what is no XSD dateTime.
 */
import { daysSince1970 } from '../message/calendar.js';

const second = 1_000_000;
const dayOfSeconds = 86_400;

/** First and last instant that microseconds in a double tell apart: in the years 1684 and 2255. */
const largest = Number.MAX_SAFE_INTEGER;

/** As far as `Date` reaches on either side of 1970, in milliseconds. */
const furthest = 8.64e15;

const form =
  /^[\t\n\r ]*(-?)(\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:(Z)|([+-])(\d\d):(\d\d))?[\t\n\r ]*$/;

/**
 * The instant of an XSD dateTime in microseconds since 1970-01-01T00:00:00Z, exactly.
 * A time stamp without zone is taken as UTC, since a gateway of many zones has no local time. Digits behind the microsecond
 * are cut off. 24:00:00 is the midnight that ends the day; leap seconds (:60) are no XSD dateTime.
 * @returns undefined for what is no dateTime (30 February, year 0000), or lies where microseconds are not exact: before 1685
 * or after 2254
 */
export function instantOf(text: string): number | undefined {
  const instant = microseconds(text);
  return instant !== undefined && Math.abs(instant) <= largest ? instant : undefined;
}

/**
 * The same for the bound of a period: a year out of reach, such as the 9999 that stands for "for ever", is the first or last
 * instant there is.
 */
export function boundOf(text: string): number | undefined {
  const instant = microseconds(text);
  return instant === undefined ? undefined : Math.max(-largest, Math.min(largest, instant));
}

/** Milliseconds since 1970 of a time of a schedule, of any year that calendars have; the next one where it lies between two. */
export function millisecondsOf(text: string): number | undefined {
  const instant = microseconds(text);
  return instant === undefined ? undefined : Math.max(-furthest, Math.min(furthest, Math.ceil(instant / 1000)));
}

/** An instant of the clock (milliseconds since 1970) as the text of a dateTime in UTC. */
export function timeStampOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Exact within ±`largest`, and whole seconds of the years up to 9999 on either side; of the right side beyond. */
function microseconds(text: string): number | undefined {
  return plain(text) ?? general(text);
}

/** Whole seconds in UTC, `2026-11-22T00:15:00Z`: nearly all that meters send, at a tenth of the price of the general form. */
function plain(text: string): number | undefined {
  if (text.length !== 20 || text[19] !== 'Z' || text[10] !== 'T' || text[4] !== '-' || text[7] !== '-')
    return undefined;
  if (text[13] !== ':' || text[16] !== ':') return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  const [hour, minute, seconds] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  // Not a number compares false with everything, so what is no digit ends here too.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return undefined;
  if (!(hour <= 23 && minute <= 59 && seconds <= 59)) return undefined;
  return (daysSince1970(year, month, day) * dayOfSeconds + hour * 3600 + minute * 60 + seconds) * second;
}

function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function general(text: string): number | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const yearText = match[2] ?? '';
  if (yearText.length > 4 && yearText.startsWith('0')) return undefined;
  const year = match[1] === '-' ? -Number(yearText) : Number(yearText);
  const [month, day] = [Number(match[3]), Number(match[4])];
  const [hour, minute, seconds, fraction] = [Number(match[5]), Number(match[6]), Number(match[7]), match[8] ?? ''];
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  if (minute > 59 || seconds > 59 || hour > 24) return undefined;
  if (hour === 24 && (minute > 0 || seconds > 0 || /[1-9]/.test(fraction))) return undefined;
  const offset = offsetOf(match);
  if (offset === undefined) return undefined;
  const whole =
    daysSince1970(astronomical(year), month, day) * dayOfSeconds + hour * 3600 + minute * 60 + seconds - offset;
  return whole * second + (fraction === '' ? 0 : Number(fraction.slice(0, 6).padEnd(6, '0')));
}

/** Seconds east of UTC; at most 14 hours. */
function offsetOf(match: RegExpExecArray): number | undefined {
  const sign = match[10];
  if (sign === undefined) return 0;
  const hours = Number(match[11]);
  const minutes = Number(match[12]);
  if (minutes > 59 || hours > 14 || (hours === 14 && minutes > 0)) return undefined;
  return (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysOf(year: number, month: number): number {
  return month === 2 && isLeap(astronomical(year)) ? 29 : (lengths[month - 1] ?? 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** XSD 1.0 has no year 0: -1 is the year before 1. */
function astronomical(year: number): number {
  return year < 0 ? year + 1 : year;
}
