/** When a schedule runs: the elements `TimeSchedule` of a profile as times. Pure; milliseconds since 1970 throughout. */
import type { TimePoint, TimeSchedule } from '../generated/MeterReadSchedule.js';
import { daysSince1970 } from '../message/calendar.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { durationOf } from './duration.js';
import { millisecondsOf } from './instant.js';

/** From one run to the next: a length of time, or whole months of the calendar in UTC. */
type Step = { readonly milliseconds: number } | { readonly months: number };

/** A run, or one after the other from `first` on; none at `until` or later. */
interface Runs {
  readonly first: number;
  readonly step?: Step | undefined;
  readonly until: number;
}

export type Times = readonly Runs[];

const minute = 60_000;
const day = 86_400_000;
const longest = 400 * day;
/** Over the 400 years after which the calendar repeats itself. */
const averageMonth = (146_097 / 4_800) * day;

/** Words for patterns; a duration such as `PT15M` or `P1M` is one too. */
const patterns: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['hourly', { milliseconds: day / 24 }],
  ['daily', { milliseconds: day }],
  ['weekly', { milliseconds: 7 * day }],
  ['monthly', { months: 1 }],
  ['quarterly', { months: 3 }],
  ['yearly', { months: 12 }],
]);

/**
 * The times of all schedules together; what is wrong with one goes to `findings`.
 * @param since the start of those that name none
 * @param root where the schedules stand in the message
 */
export function timesOf(schedules: readonly TimeSchedule[], since: number, root: string, findings: Finding[]): Times {
  return schedules.flatMap((schedule, at) => {
    const path = `${root}.TimeSchedule[${at}]`;
    const runs = runsOf(schedule, since, (where, details, code: Finding['code'] = codes.notAttempted) => {
      const element = where === '' ? 'TimeSchedule' : where;
      const values: Finding['values'] = code === codes.fieldMissing ? { element } : { details: 'not a schedule' };
      findings.push({ code, path: where === '' ? path : `${path}.${where}`, details, values });
    });
    return isTrue(schedule.disabled) ? [] : runs;
  });
}

type Refuse = (where: string, details: string, code?: Finding['code']) => void;

function runsOf(schedule: TimeSchedule, since: number, refuse: Refuse): Times {
  const { scheduleInterval: { start: startText, end: endText } = {}, TimePoints = [] } = schedule;
  const start = timeOf(startText, 'scheduleInterval.start', refuse);
  const until = timeOf(endText, 'scheduleInterval.end', refuse) ?? Infinity;
  if (start !== undefined && until <= start) refuse('scheduleInterval', 'the end is not after the start');
  const offset = secondsOf(schedule.offset, 'offset', refuse) ?? 0;
  const step = stepOf(schedule, refuse);
  const first = (start ?? since) + offset;
  if (TimePoints.length > 0) {
    return TimePoints.flatMap((point, at): Times => {
      const found = pointOf(point, first, `TimePoints[${at}]`, refuse);
      if (found === undefined) return [];
      return [{ first: found.at, step: found.relative ? step : undefined, until }];
    }).filter((runs) => runs.step !== undefined || (runs.first < until && runs.first >= (start ?? -Infinity)));
  }
  if (step === undefined && startText === undefined) {
    const details =
      'it says no time: give recurrencePeriod or recurrencePattern, TimePoints, or the start of scheduleInterval';
    refuse('', details, codes.fieldMissing);
    return [];
  }
  return [{ first, step, until }];
}

function pointOf(
  { dateTime, relativeTimeInterval, window }: TimePoint,
  start: number,
  path: string,
  refuse: Refuse,
): { readonly at: number; readonly relative: boolean } | undefined {
  if (relativeTimeInterval !== undefined) {
    const seconds = secondsOf(relativeTimeInterval, `${path}.relativeTimeInterval`, refuse);
    return seconds === undefined ? undefined : { at: start + seconds, relative: true };
  }
  const text = dateTime ?? window?.start;
  if (text === undefined)
    refuse(
      path,
      'it says no time: give dateTime, relativeTimeInterval, or the start of its window',
      codes.fieldMissing,
    );
  const at = timeOf(text, path, refuse);
  return at === undefined ? undefined : { at, relative: false };
}

function stepOf({ recurrencePattern, recurrencePeriod }: TimeSchedule, refuse: Refuse): Step | undefined {
  const pattern = recurrencePattern?.trim().toLowerCase() ?? '';
  const named = pattern === '' ? undefined : (patterns.get(pattern) ?? isoStep(pattern.toUpperCase()));
  const period = secondsOf(recurrencePeriod, 'recurrencePeriod', refuse);
  if (period !== undefined) {
    if (period < minute || period > longest) refuse('recurrencePeriod', 'it must be from 60 seconds to 400 days');
    if (named !== undefined && 'milliseconds' in named && named.milliseconds !== period)
      refuse('recurrencePeriod', `it is not that of the recurrencePattern ${recurrencePattern}; leave one of them out`);
    // a pattern of words that only the caller knows does no harm beside the period
    return { milliseconds: Math.max(period, minute) };
  }
  if (pattern !== '' && named === undefined) {
    const known = [...patterns.keys()].join(', ');
    refuse(
      'recurrencePattern',
      `the patterns are ${known}, and durations such as PT15M or P1M; or give recurrencePeriod in seconds`,
    );
  }
  if (named !== undefined && 'milliseconds' in named && named.milliseconds < minute)
    refuse('recurrencePattern', 'it must be a minute at the least');
  return named;
}

function isoStep(text: string): Step | undefined {
  const months = /^P(?:(\d{1,2})Y)?(?:(\d{1,2})M)?$/.exec(text);
  const count = Number(months?.[1] ?? 0) * 12 + Number(months?.[2] ?? 0);
  if (count > 0) return { months: count };
  const milliseconds = durationOf(text);
  return milliseconds === undefined ? undefined : { milliseconds };
}

function timeOf(text: string | undefined, path: string, refuse: Refuse): number | undefined {
  if (text === undefined) return undefined;
  const time = millisecondsOf(text);
  if (time === undefined) refuse(path, `${text} is no date`);
  return time;
}

function secondsOf(text: string | undefined, path: string, refuse: Refuse): number | undefined {
  if (text === undefined) return undefined;
  const milliseconds = Math.round(Number(text) * 1000);
  if (Math.abs(milliseconds) <= longest) return milliseconds;
  refuse(path, `${text} is not a number of seconds up to 400 days`);
  return undefined;
}

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

/** The first run after a time; undefined when there is none any more. */
export function nextRun(times: Times, after: number): number | undefined {
  const found = times.flatMap(({ first, step, until }) => {
    const at = first > after ? first : step && occurrence(first, step, indexUpTo(first, step, after) + 1);
    return at !== undefined && at < until ? [at] : [];
  });
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** The last run up to a time, itself included. */
export function lastRun(times: Times, upTo: number): number | undefined {
  const found = times.flatMap(({ first, step, until }) => {
    if (first > upTo || first >= until) return [];
    return [step === undefined ? first : occurrence(first, step, indexUpTo(first, step, Math.min(upTo, until - 1)))];
  });
  return found.length > 0 ? Math.max(...found) : undefined;
}

/**
 * The run before another one; of what recurs also the one that would have been before the first, so that each run has a period
 * behind it. Undefined for a single run.
 */
export function runBefore(times: Times, run: number): number | undefined {
  const found = times.flatMap(({ first, step }) => {
    if (step !== undefined) return [occurrence(first, step, indexUpTo(first, step, run - 1))];
    return first < run ? [first] : [];
  });
  return found.length > 0 ? Math.max(...found) : undefined;
}

function occurrence(first: number, step: Step, index: number): number {
  if ('milliseconds' in step) return first + index * step.milliseconds;
  const date = new Date(first);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + index * step.months;
  const begins = firstDayOf(month);
  // the 31st is the last day of months that have none
  const later = Math.min(date.getUTCDate(), firstDayOf(month + 1) - begins) - 1;
  return (begins + later) * day + (first - Math.floor(first / day) * day);
}

/** The first day of a month that is counted through all years, in days since 1970. Not `Date.UTC`, to which the year 1 is 1901. */
function firstDayOf(month: number): number {
  const year = Math.floor(month / 12);
  return daysSince1970(year, month - year * 12 + 1, 1);
}

/** Number of the last occurrence up to a time, counted from `first`, backwards too. */
function indexUpTo(first: number, step: Step, time: number): number {
  if ('milliseconds' in step) return Math.floor((time - first) / step.milliseconds);
  let index = Math.ceil((time - first) / (step.months * averageMonth)) + 1;
  while (occurrence(first, step, index) > time) index--;
  return index;
}
