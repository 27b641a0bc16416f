/** Time stamps of whole seconds in UTC, `2026-11-22T00:15:00Z`, read from bytes. Anything else is left to others. */
import { microsecondsOfDay } from '../message/calendar.js';

/** Bytes of such a time stamp. */
export const stampLength = 20;

const dateLength = 10;
const second = 1_000_000;
const ZERO = 0x30;
const MINUS = 0x2d;
const COLON = 0x3a;

/** Days that every year has: of 29 February others know. */
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Remembers the day it saw last, since readings come in order. */
export class InstantBytes {
  private readonly date = new Uint8Array(dateLength);
  private midnight: number | undefined;

  /** The instant in microseconds since 1970; undefined when there stands something else, or another year than of this time. */
  at(bytes: Uint8Array, from: number): number | undefined {
    const midnight = this.isSameDay(bytes, from) ? this.midnight : this.newDay(bytes, from);
    if (midnight === undefined) return undefined;
    const [hour, minute, seconds] = [two(bytes, from + 11), two(bytes, from + 14), two(bytes, from + 17)];
    if (bytes[from + 10] !== 0x54 || bytes[from + 13] !== COLON || bytes[from + 16] !== COLON) return undefined;
    // what is no digit has made a number too large
    if (bytes[from + 19] !== 0x5a || hour > 23 || minute > 59 || seconds > 59) return undefined;
    return midnight + (hour * 3600 + minute * 60 + seconds) * second;
  }

  private isSameDay(bytes: Uint8Array, from: number): boolean {
    const { date } = this;
    for (let at = dateLength - 1; at >= 0; at--) if (bytes[from + at] !== date[at]) return false;
    return true;
  }

  private newDay(bytes: Uint8Array, from: number): number | undefined {
    const [century, year, month, day] = [
      two(bytes, from),
      two(bytes, from + 2),
      two(bytes, from + 5),
      two(bytes, from + 8),
    ];
    if (bytes[from + 4] !== MINUS || bytes[from + 7] !== MINUS) return undefined;
    if ((century !== 19 && century !== 20) || year > 99 || month < 1 || day < 1 || day > (days[month - 1] ?? 0))
      return undefined;
    this.midnight = microsecondsOfDay(century * 100 + year, month, day);
    for (let at = 0; at < dateLength; at++) this.date[at] = bytes[from + at]!;
    return this.midnight;
  }
}

/** The number of two digits; a large one when they are none. */
function two(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at]! - ZERO, bytes[at + 1]! - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1000;
}
