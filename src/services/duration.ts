/** Lengths of time in messages: XSD durations of days and less, whose length does not hang on the calendar. */

const form = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8}(?:\.\d+)?)S)?)?$/;

/** Milliseconds of a duration such as `PT30M` or `P1D`; undefined for what is none, or has years and months. */
export function durationOf(text: string): number | undefined {
  const match = form.exec(text.trim());
  if (match === null || /[PT]$/.test(text.trim())) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number((part as string | undefined) ?? 0));
  return Math.round((((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000);
}
