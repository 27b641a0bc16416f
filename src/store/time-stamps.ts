/**
 * Time stamps that need not be stored because their instant tells them: whole seconds in UTC, `2026-11-22T10:15:00Z`.
 * Knows nothing of other spellings (offsets, fractions, 24:00:00): those are kept as they came.
 */
const second = 1_000_000;
const day = 86_400 * second;
const zero = 48;
const colon = 58;

/** The plain UTC rendering of an instant of whole seconds. */
export function plainTimeStamp(instant: number): string {
  return `${new Date(instant / 1000).toISOString().slice(0, 19)}Z`;
}

/**
 * Makes a test whether a text is the plain rendering of an instant. It remembers the day it saw last, since readings
 * come in order: the date is then compared as text and the time digit by digit, at a tenth of the price of rendering it.
 */
export function plainTimeStampTest(): (text: string, instant: number) => boolean {
  let knownDay = Number.NaN;
  let date = '';
  const twoDigits = (text: string, at: number, value: number): boolean =>
    text.charCodeAt(at) === zero + Math.trunc(value / 10) && text.charCodeAt(at + 1) === zero + (value % 10);

  return (text, instant) => {
    if (text.length !== 20 || text.charCodeAt(19) !== 90 || instant % second !== 0) return false;
    if (!Number.isSafeInteger(instant)) return false; // before 1684 or after 2255
    const days = Math.floor(instant / day);
    if (days !== knownDay) {
      knownDay = days;
      date = new Date(days * 86_400_000).toISOString().slice(0, 11);
    }
    const seconds = (instant - days * day) / second;
    return (
      text.startsWith(date) &&
      twoDigits(text, 11, Math.trunc(seconds / 3600)) &&
      text.charCodeAt(13) === colon &&
      twoDigits(text, 14, Math.trunc(seconds / 60) % 60) &&
      text.charCodeAt(16) === colon &&
      twoDigits(text, 17, seconds % 60)
    );
  };
}
