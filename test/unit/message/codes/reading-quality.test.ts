import fc from 'fast-check';
import {
  describeReadingQuality,
  parseReadingQuality,
  readingQualityOf,
} from '../../../../src/message/codes/reading-quality.js';
import { hostileParts, readTable } from './tables.js';

describe('explaining a reading quality', () => {
  test.each([
    ['1.2.32', 'meter or other end device: supply and power quality, outage in the interval'],
    ['3.7.0', 'meter data management system: edited, edited'],
    ['3.0.0', 'meter data management system: the value is good, passed what had to be passed'],
    ['2.6.17', 'metering system or head end: validation, rule 17'],
    ['3.8.4', 'meter data management system: estimated, rule 4'],
    ['1.4.1900', 'meter or other end device: data collection, index 1900, free for own use'],
    ['9.99.5', 'system 9 (unknown): category 99 (unknown), index 5 (unknown)'],
  ])('%s reads "%s"', (code, sentence) => expect(describeReadingQuality(code).sentence).toBe(sentence));

  test('every system, category and index of the tables is known', () => {
    for (const { code: system } of readTable('reading-quality/system.csv')) {
      for (const { category, index } of readTable('reading-quality/index.csv')) {
        expect(describeReadingQuality(`${system}.${category}.${index}`).problems).toEqual([]);
      }
    }
    for (const { code: category } of readTable('reading-quality/category.csv')) {
      expect(describeReadingQuality(`0.${category}.1000`).problems).toEqual([]);
    }
  });

  test('names the part that no table knows', () => {
    expect(describeReadingQuality('7.2.999').problems).toEqual([
      'part 1 (system): 7 is not in the table',
      'part 3 (index): 999 is not in the table',
    ]);
  });
});

describe('the form of a reading quality', () => {
  test.each(hostileParts)('is refused when %s', (_, part) => {
    for (let at = 0; at < 3; at++) {
      const code = ['1', '2', '32'].with(at, part).join('.');
      expect(parseReadingQuality(code)).toBeUndefined();
      expect(describeReadingQuality(code).problems[0]).toMatch(part.length > 300 ? 'far longer' : `part ${at + 1} `);
    }
  });

  test.each(['', '1.2', '1.2.3.4', '1.2.*', '1.2.-3', '1.'.repeat(1e6)])('is refused for "%.20s"', (code) => {
    expect(parseReadingQuality(code)).toBeUndefined();
    expect(describeReadingQuality(code).sentence).toMatch(/^not a reading quality code: /);
  });

  test('printing and reading back gives the same parts', () => {
    const number = fc.nat({ max: 2_147_483_647 });
    const parts = fc.record({ system: number, category: number, index: number });
    fc.assert(fc.property(parts, (each) => expect(parseReadingQuality(readingQualityOf(each))).toEqual(each)));
    expect(() => readingQualityOf({ system: 1, category: -2, index: 0 })).toThrow(RangeError);
  });
});
