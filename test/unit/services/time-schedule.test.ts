import type { TimeSchedule } from '../../../src/generated/MeterReadSchedule.js';
import type { Finding } from '../../../src/message/finding.js';
import { lastRun, nextRun, runBefore, timesOf, type Times } from '../../../src/services/time-schedule.js';

const since = Date.parse('2026-11-22T12:00:00Z');
const at = (text: string): number => Date.parse(text.length > 10 ? text : `${text}T00:00:00Z`);
const shown = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString().replace(':00.000Z', 'Z');

function times(...schedules: readonly TimeSchedule[]): Times {
  const findings: Finding[] = [];
  const found = timesOf(schedules, since, 'S', findings);
  expect(findings).toEqual([]);
  return found;
}
const wrong = (schedule: TimeSchedule): readonly string[] => {
  const findings: Finding[] = [];
  timesOf([schedule], since, 'S', findings);
  return findings.map(({ code, path }) => `${code} ${path}`);
};
/** The first runs from a time on. */
function runs(schedule: Times, from: number, count: number): readonly (string | undefined)[] {
  const found: string[] = [];
  for (let next = nextRun(schedule, from); next !== undefined && found.length < count; next = nextRun(schedule, next))
    found.push(shown(next)!);
  return found;
}

describe('a schedule that recurs', () => {
  test('runs from its start on, with its offset, until before its end', () => {
    const daily = times({
      scheduleInterval: { start: '2026-11-23T00:00:00Z', end: '2026-11-26T00:30:00Z' },
      recurrencePeriod: '86400',
      offset: '1800',
    });
    expect(runs(daily, since, 9)).toEqual(['2026-11-23T00:30Z', '2026-11-24T00:30Z', '2026-11-25T00:30Z']);
    expect(shown(lastRun(daily, at('2026-11-24')))).toBe('2026-11-23T00:30Z');
    expect(lastRun(daily, since)).toBeUndefined();
    expect(shown(lastRun(daily, at('2027-01-01')))).toBe('2026-11-25T00:30Z');
    expect(shown(runBefore(daily, at('2026-11-23T00:30:00Z')))).toBe('2026-11-22T00:30Z');
  });

  test.each([
    ['hourly', '2026-11-22T13:00Z'],
    ['PT15M', '2026-11-22T12:15Z'],
    ['Daily', '2026-11-23T12:00Z'],
    ['weekly', '2026-11-29T12:00Z'],
    ['monthly', '2026-12-22T12:00Z'],
    ['P1Y', '2027-11-22T12:00Z'],
  ])('knows the pattern %s, and begins when it is made if it names no start', (recurrencePattern, second) => {
    expect(shown(nextRun(times({ recurrencePattern }), since))).toBe(second);
    expect(shown(nextRun(times({ recurrencePattern }), since - 1))).toBe('2026-11-22T12:00Z');
  });

  test.each([
    ['0001-01-01T00:00:00', 'daily', '2026-11-23T00:00Z', '2026-11-22T00:00Z'],
    ['0001-01-01T00:00:00Z', 'monthly', '2026-12-01T00:00Z', '2026-11-01T00:00Z'],
    ['0096-01-31T06:00:00+01:00', 'monthly', '2026-11-30T05:00Z', '2026-10-31T05:00Z'],
    ['1600-02-29T00:00:00Z', 'yearly', '2027-02-28T00:00Z', '2026-02-28T00:00Z'],
    ['-0044-03-15T12:00:00Z', 'hourly', '2026-11-22T13:00Z', '2026-11-22T12:00Z'],
  ])('that has begun in %s keeps the time of its day: %s', (start, recurrencePattern, next, last) => {
    const schedule = times({ scheduleInterval: { start, end: '9999-12-31T23:59:59Z' }, recurrencePattern });
    expect(shown(nextRun(schedule, since))).toBe(next);
    expect(shown(lastRun(schedule, since))).toBe(last);
    expect(shown(runBefore(schedule, at(`${next.slice(0, -1)}:00Z`)))).toBe(last);
  });

  test('takes the last day of a month that has no 31st', () => {
    const monthly = times({ scheduleInterval: { start: '2026-12-31T06:00:00Z' }, recurrencePattern: 'monthly' });
    expect(runs(monthly, at('2027-01-01'), 3)).toEqual(['2027-01-31T06:00Z', '2027-02-28T06:00Z', '2027-03-31T06:00Z']);
    expect(shown(lastRun(monthly, at('2027-03-30')))).toBe('2027-02-28T06:00Z');
    expect(shown(runBefore(monthly, at('2026-12-31T06:00:00Z')))).toBe('2026-11-30T06:00Z');
  });

  test('lets relative points recur, and absolute ones not', () => {
    const points = times({
      scheduleInterval: { start: '2026-11-23T00:00:00Z' },
      recurrencePattern: 'daily',
      TimePoints: [
        { relativeTimeInterval: '3600' },
        { relativeTimeInterval: '7200' },
        { dateTime: '2026-11-24T09:00:00Z' },
      ],
    });
    expect(runs(points, since, 6)).toEqual([
      '2026-11-23T01:00Z',
      '2026-11-23T02:00Z',
      '2026-11-24T01:00Z',
      '2026-11-24T02:00Z',
      '2026-11-24T09:00Z',
      '2026-11-25T01:00Z',
    ]);
  });
});

test('a schedule of points runs at each of them within its interval', () => {
  const points = times({
    scheduleInterval: { end: '2026-11-30T00:00:00Z' },
    TimePoints: [
      { dateTime: '2026-11-24T00:00:00+01:00' },
      { window: { start: '2026-11-25T00:00:00Z' } },
      { dateTime: '2026-12-01T00:00:00Z' },
    ],
  });
  expect(runs(points, since, 9)).toEqual(['2026-11-23T23:00Z', '2026-11-25T00:00Z']);
  expect(runBefore(points, at('2026-11-23T23:00:00Z'))).toBeUndefined();
});

test('a start alone is one run; several schedules run each for itself; a disabled one does not', () => {
  const three = times(
    { scheduleInterval: { start: '2026-11-24T00:00:00Z' } },
    { scheduleInterval: { start: '2026-11-23T00:00:00Z' }, disabled: 'false' },
    { recurrencePattern: 'hourly', disabled: 'true' },
  );
  expect(runs(three, since, 9)).toEqual(['2026-11-23T00:00Z', '2026-11-24T00:00Z']);
});

test.each<[string, TimeSchedule, string]>([
  ['says no time', {}, '5.8 S.TimeSchedule[0]'],
  ['has an end alone', { scheduleInterval: { end: '2026-12-01T00:00:00Z' } }, '5.8 S.TimeSchedule[0]'],
  [
    'ends before it starts',
    { scheduleInterval: { start: '2026-12-02T00:00:00Z', end: '2026-12-01T00:00:00Z' } },
    '5.2 S.TimeSchedule[0].scheduleInterval',
  ],
  [
    'starts on no date',
    { scheduleInterval: { start: '2026-02-30T00:00:00Z' } },
    '5.2 S.TimeSchedule[0].scheduleInterval.start',
  ],
  ['recurs too often', { recurrencePeriod: '1.5' }, '5.2 S.TimeSchedule[0].recurrencePeriod'],
  ['recurs never', { recurrencePeriod: 'INF' }, '5.2 S.TimeSchedule[0].recurrencePeriod'],
  ['has a pattern nobody knows', { recurrencePattern: 'every full moon' }, '5.2 S.TimeSchedule[0].recurrencePattern'],
  [
    'has a period that is not that of its pattern',
    { recurrencePattern: 'daily', recurrencePeriod: '3600' },
    '5.2 S.TimeSchedule[0].recurrencePeriod',
  ],
  ['has a point without a time', { TimePoints: [{ sequenceNumber: '1' }] }, '5.8 S.TimeSchedule[0].TimePoints[0]'],
])('is told what is wrong when it %s', (_, schedule, finding) => {
  expect(wrong(schedule)).toContain(finding);
});
