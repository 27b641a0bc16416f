import {
  codes,
  invalidObjectCode,
  isReplyCode,
  reasonOf,
  replyCodes,
  type ReplyCode,
} from '../../../src/message/reply-codes.js';
import { readTable } from './codes/tables.js';

const table = readTable('reply-codes.csv');

describe('the catalogue of reply codes', () => {
  test('holds every code of the standard in its order, and no others', () => {
    const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
    expect(Object.keys(replyCodes).sort(inOrder)).toEqual(table.map(({ code }) => code));
    expect(table).toHaveLength(60);
  });

  test.each(table)('$code has the level and a result of the table', ({ code = '', level, result = '' }) => {
    const entry = replyCodes[code as ReplyCode];
    expect(entry.level).toBe(level);
    expect(result.split(' or ')).toContain(entry.result);
  });

  test.each(Object.entries(replyCodes))('%s has one short sentence', (_, { reason }) => {
    expect(reason).toMatch(/^[A-Z][^.]{10,78}\.$/);
  });

  test('names each code once', () => {
    expect(Object.values(codes).toSorted()).toEqual(Object.keys(replyCodes).toSorted());
  });

  test('fills the place of a sentence, or leaves it out', () => {
    expect(reasonOf(codes.invalidMeter, { object: 'SIM-000001' })).toBe(
      'The meter or end device is not known: SIM-000001.',
    );
    expect(reasonOf(codes.invalidMeter)).toBe('The meter or end device is not known.');
    expect(reasonOf(codes.tooManyItems, { limit: 100 })).toBe('The request holds more items than allowed: 100.');
    expect(reasonOf(codes.invalidNoun, { value: '{value} $& $1' })).toBe('The noun is not valid here: {value} $& $1.');
  });

  test.each(Object.keys(replyCodes) as ReplyCode[])('%s reads well without a value', (code) => {
    expect(reasonOf(code)).not.toMatch(/[{}:]|\b(?:the|is|a)\.$/);
  });

  test.each([
    ['Meter', '2.4'],
    ['EndDevice', '2.4'],
    ['UsagePoint', '2.12'],
    ['ServiceLocation', '2.16'],
    ['CustomerAccount', '2.19'],
    ['ServiceSupplier', '2.20'],
    ['Customer', '2.22'],
    ['CustomerAgreement', '2.24'],
    ['ComModule', '2.30'],
    ['ServiceCategory', '2.31'],
    ['UsagePointLocation', '2.32'],
    ['PricingStructure', '2.33'],
    ['EndDeviceGroup', '2.15'],
    ['constructor', '2.15'],
    ['', '2.15'],
  ])('an unknown %s is answered with %s', (className, code) => expect(invalidObjectCode(className)).toBe(code));

  test('knows its codes as text', () => {
    expect(['2.1', '2.10', '02.4', '__proto__', 'SIM0002'].map(isReplyCode)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});
