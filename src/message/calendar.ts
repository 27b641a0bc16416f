/** Days of the Gregorian calendar as numbers, and times of messages as milliseconds. Exact to the microsecond is services/instant.ts. */

const microsecondsPerDay = 86_400_000_000;

/** Days since 1970-01-01, also before; the year is an astronomical one, which has a year 0. Counted from March so that the leap day comes last. */
export function daysSince1970(year: number, month: number, day: number): number {
  const y = year - (month <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Microseconds from 1970 to the beginning of a day in UTC. */
export function microsecondsOfDay(year: number, month: number, day: number): number {
  return daysSince1970(year, month, day) * microsecondsPerDay;
}

/** Milliseconds since 1970 of an xs:dateTime; one without zone is UTC, wherever this machine stands. Undefined when it is none that `Date` knows. */
export function millisecondsIn(text: string): number | undefined {
  const trimmed = text.trim();
  const time = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(trimmed) ? trimmed : `${trimmed}Z`);
  return Number.isNaN(time) ? undefined : time;
}
