import fc from 'fast-check';
import {
  describeReadingType,
  measuringMinutes,
  parseReadingType,
  readingForm,
  readingTypeOf,
  readingTypePartNames,
  type ReadingTypeParts,
} from '../../../../src/message/codes/reading-type.js';
import { hostileParts, readTable } from './tables.js';

const energy = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

/** The energy code with the part at a position (1 to 18) replaced. */
const withPart = (position: number, part: string): string =>
  energy
    .split('.')
    .with(position - 1, part)
    .join('.');

const parse = (code: string): ReadingTypeParts => {
  const parts = parseReadingType(code);
  if (!parts) throw new Error(`${code} was refused`);
  return parts;
};

describe('the sentence of a reading type', () => {
  test.each(readTable('reading-type/examples.csv'))('$mrid reads "$sentence"', ({ mrid = '', sentence }) => {
    expect(describeReadingType(mrid)).toMatchObject({ sentence, problems: [] });
  });

  test.each([
    [17, '1', 'unit'],
    [7, '63', 'measurementKind'],
    [6, '99', 'commodity'],
    [16, '4', 'multiplier'],
    [18, '5', 'currency'],
    [15, '32768', 'phases'],
  ])('names part %i when it is %s, which no table knows', (position, part, name) => {
    const { sentence, problems } = describeReadingType(withPart(position, part));
    expect(problems).toEqual([`part ${position} (${name}): ${part} is not in the table`]);
    expect(sentence).not.toContain('undefined');
  });

  test('puts a prefix in front of a unit, but writes a power of ten before squares and cubes', () => {
    expect(describeReadingType(withPart(17, '38')).sentence).toContain(', kW');
    expect(describeReadingType(withPart(17, '67')).sentence).toContain(', 10^3 V²');
    expect(describeReadingType(withPart(17, '42')).sentence).toContain(', 10^3 m³');
  });

  test('explains a sum of phase bits that has no name', () => {
    const { parts, problems } = describeReadingType(withPart(15, '48'));
    expect(problems).toEqual([]);
    expect(parts[14]?.meaning).toBe('neutral as the first conductor + phase C as the first conductor');
  });
});

describe('every number of the part tables', () => {
  const tables = readTable('reading-type/00-parts.csv').filter(({ table }) => table);

  test('the parts of the table are the parts of the code, in order', () => {
    expect(readTable('reading-type/00-parts.csv').map(({ name }) => name)).toEqual([...readingTypePartNames]);
  });

  test.each(tables)('is explained in part $position ($name)', ({ position, name = '', table }) => {
    for (const row of readTable(`reading-type/${table}`)) {
      const { sentence, parts, problems } = describeReadingType(withPart(Number(position), row['code'] ?? ''));
      expect({ code: row['code'], problems }).toEqual({ code: row['code'], problems: [] });
      expect(parts[Number(position) - 1]).toMatchObject({ name, code: row['code'] });
      expect(sentence).not.toMatch(/undefined|unknown|NaN|false| {2}/);
    }
  });
});

describe('the form of a reading type', () => {
  test('has 18 named parts', () => {
    expect(parse(energy)).toMatchObject({ measuringPeriod: 2, accumulation: 4, multiplier: 3, unit: 72, currency: 0 });
    expect(Object.keys(parse(energy))).toEqual([...readingTypePartNames]);
  });

  test.each(hostileParts)('is refused when %s', (_, part) => {
    for (const position of [1, 9, 16, 18]) {
      const code = withPart(position, part);
      expect(parseReadingType(code)).toBeUndefined();
      expect(describeReadingType(code).sentence).toMatch(/^not a reading type code: /);
    }
  });

  test.each([
    '',
    '.',
    energy + '.0',
    energy.slice(2),
    `${energy}.`,
    ` ${energy}`,
    energy.replaceAll('.', ','),
    '0.'.repeat(1e6),
  ])('is refused for "%.20s..."', (code) => {
    expect(parseReadingType(code)).toBeUndefined();
    expect(describeReadingType(code).problems).not.toEqual([]);
  });

  test('allows a minus sign in the multiplier alone', () => {
    expect(parse(withPart(16, '-3')).multiplier).toBe(-3);
    for (let position = 1; position <= 18; position++) {
      if (position !== 16) expect(parseReadingType(withPart(position, '-3'))).toBeUndefined();
    }
  });

  test.each([
    [8, 'parts 8 and 9 (interharmonic): a fraction has a numerator but no denominator'],
    [9, 'parts 8 and 9 (interharmonic): a fraction has a denominator but no numerator'],
    [10, 'parts 10 and 11 (argument): a fraction has a numerator but no denominator'],
    [11, 'parts 10 and 11 (argument): a fraction has a denominator but no numerator'],
  ])('refuses half a fraction in part %i', (position, problem) => {
    expect(parseReadingType(withPart(position, '2'))).toBeUndefined();
    expect(describeReadingType(withPart(position, '2')).problems).toEqual([problem]);
  });

  test('shows hostile text only escaped and shortened', () => {
    const { problems } = describeReadingType(withPart(3, `\u001b[31m${'\u202e'.repeat(50)}`));
    expect(problems[0]).toMatch(/^part 3 \(measuringPeriod\) is "\\u001b\[31m/);
    expect(problems[0]).toMatch(/^[\x20-\x7e]{1,400}$/);
  });

  test('printing and reading back gives the same parts', () => {
    const number = fc.nat({ max: 2_147_483_647 });
    const fraction = fc.oneof(
      fc.constant([0, 0]),
      fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 })),
    );
    const multiplier = fc.integer({ min: -24, max: 24 });
    const codes = fc
      .tuple(
        fc.array(number, { minLength: 7, maxLength: 7 }),
        fraction,
        fraction,
        fc.array(number, { minLength: 4, maxLength: 4 }),
        multiplier,
        number,
        number,
      )
      .map(([start, first, second, middle, power, unit, currency]) =>
        [...start, ...first, ...second, ...middle, power, unit, currency].join('.'),
      );
    fc.assert(
      fc.property(codes, (code) => {
        expect(readingTypeOf(parse(code))).toBe(code);
        expect(describeReadingType(code).sentence).not.toMatch(/undefined|NaN/);
      }),
    );
  });

  test('no text makes the explanation throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof describeReadingType(text).sentence === 'string'),
    );
  });

  test('parts left out are printed as 0, and parts that make no code are a mistake of the program', () => {
    expect(
      readingTypeOf({
        measuringPeriod: 2,
        accumulation: 4,
        flowDirection: 1,
        commodity: 1,
        measurementKind: 12,
        multiplier: 3,
        unit: 72,
      }),
    ).toBe(energy);
    expect(readingTypeOf({ multiplier: -0 })).toBe(Array(18).fill('0').join('.'));
    for (const parts of [{ unit: 1.5 }, { unit: -1 }, { unit: NaN }, { tou: 1e21 }, { argumentNumerator: 1 }]) {
      expect(() => readingTypeOf(parts)).toThrow(RangeError);
    }
  });
});

describe('the form of the values', () => {
  test.each([
    ['0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', 'interval', 15],
    ['0.0.7.4.1.7.58.0.0.0.0.0.0.0.0.0.42.0', 'interval', 60],
    ['0.2.7.6.0.1.158.0.0.0.0.0.0.0.128.0.29.0', 'interval', 60],
    ['11.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', 'interval', undefined],
    ['0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0', 'register', undefined],
    ['0.0.2.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0', 'register', 15],
    ['8.8.68.3.1.1.8.0.0.0.0.0.0.0.0.3.38.0', 'register', 30],
    ['0.0.82.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', 'interval', 720],
    ['0.0.100.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', 'interval', undefined],
    ['0.0.0.6.0.1.4.0.0.0.0.0.0.0.128.0.5.0', 'spot', undefined],
  ])('%s is %s with a measuring period of %s minutes', (code, form, minutes) => {
    expect(readingForm(parse(code))).toBe(form);
    expect(measuringMinutes(parse(code))).toBe(minutes);
  });
});
