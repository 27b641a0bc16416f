import fc from 'fast-check';
import { hull, isIn, merged, missingIn, within, type Period } from '../../../../src/services/reading-coverage.js';

const minute = 60_000_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;

describe('what stored interval data do not cover', () => {
  const asked = { after: 0, until: 8 * quarter };
  const all = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => at * quarter);
  const missing = (instants: readonly number[], period: Period = asked, step = quarter) =>
    missingIn(period, { instants, step, arrivedBeyond: true });

  test('is nothing when every interval is there', () => expect(missing(all)).toEqual([]));
  test('is everything when nothing is there', () => expect(missing([])).toEqual([asked]));
  test('is each hole, up to the next value', () => {
    const stored = [3, 4, 6].map((at) => at * quarter);
    expect(missing(stored)).toEqual([
      { after: 0, until: 3 * quarter - 1 },
      { after: 4 * quarter, until: 6 * quarter - 1 },
      { after: 6 * quarter, until: 8 * quarter },
    ]);
  });
  test('is no part of an interval that has not ended at the end of the period', () =>
    expect(missing(all, { after: 0, until: 9 * quarter - 1 })).toEqual([]));
  test('begins with the first value when the period has no start', () =>
    expect(missing(all.slice(3), { until: 8 * quarter })).toEqual([]));
  test('is nothing where the grid of the meter is another one', () =>
    expect(missing(all.map((at) => at - minute), { after: 0, until: 8 * quarter - minute })).toEqual([])); // prettier-ignore
  test('is nothing where a day has 25 hours', () => {
    const days = [0, day, 2 * day + 60 * minute, 3 * day + 60 * minute];
    expect(missing(days.slice(1), { after: 0, until: days.at(-1) ?? 0 }, day)).toEqual([]);
    expect(missing([day, 3 * day], { after: 0, until: 3 * day }, day)).toHaveLength(1);
  });

  test('together with what is stored is all that was asked for', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 40 }), (stored, end) => {
        const instants = stored.filter((at) => at <= end).sort((a, b) => a - b).map((at) => at * quarter); // prettier-ignore
        const holes = missing(instants, { after: 0, until: end * quarter });
        for (let at = 1; at <= end; at++) {
          expect(instants.includes(at * quarter) !== isIn(holes, at * quarter)).toBe(true);
        }
      }),
    );
  });
});

describe('what stored registers do not cover', () => {
  const asked = { after: 0, until: 10 };
  const missing = (instants: readonly number[], arrivedBeyond: boolean) =>
    missingIn(asked, { instants, arrivedBeyond });

  test.each([
    ['nothing, with a value at the end', [3, 10], false, []],
    ['nothing, when later values have arrived', [3], true, []],
    ['what lies behind the newest value', [3], false, [{ after: 3, until: 10 }]],
    ['everything, without a value in the period', [], true, [asked]],
  ])('is %s', (_, instants, arrived, result) => expect(missing(instants, arrived)).toEqual(result));
});

describe('periods', () => {
  test('that overlap or touch are one', () => {
    expect(merged([{ after: 5, until: 9 }, { until: 2 }, { after: 9, until: 12 }, { after: 1, until: 3 }])).toEqual([
      { after: undefined, until: 3 },
      { after: 5, until: 12 },
    ]);
  });
  test('that are too many become one around all', () => {
    const three = [1, 3, 5].map((after) => ({ after, until: after + 1 }));
    expect(hull(three, 3)).toEqual(three);
    expect(hull(three, 2)).toEqual([{ after: 1, until: 6 }]);
  });
  test('are cut to bounds, and nothing may be left', () => {
    expect(within({ until: 9 }, { after: 3 })).toEqual({ after: 3, until: 9 });
    expect(within({ after: 4, until: 9 }, { until: 4 })).toBeUndefined();
  });
});
