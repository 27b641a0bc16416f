import fc from 'fast-check';
import { boundOf, instantOf, timeStampOf } from '../../../../src/services/instant.js';

describe('the instant of a time stamp', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:00', 0],
    ['1970-01-01T00:00:00.000001Z', 1],
    ['1969-12-31T23:59:59.999999Z', -1],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1969-12-31T18:30:00-05:30', 0],
    ['1970-01-01T14:00:00+14:00', 0],
    ['1969-12-31T10:00:00-14:00', 0],
    ['1969-12-31T24:00:00Z', 0],
    ['1969-12-31T24:00:00.000Z', 0],
    ['2026-11-22T00:15:00Z', 1_795_306_500_000_000],
    ['2026-11-22T01:15:00.250+01:00', 1_795_306_500_250_000],
    ['2026-11-22T00:15:00.1234567Z', 1_795_306_500_123_456],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000_000],
    ['2000-02-29T00:00:00Z', 951_782_400_000_000],
    ['  2000-02-29T00:00:00Z\n', 951_782_400_000_000],
    ['1685-01-01T00:00:00Z', -8_993_635_200_000_000],
    ['2254-12-31T23:59:59.999999Z', 8_993_721_599_999_999],
  ])('%s is %d microseconds since 1970', (text, instant) => expect(instantOf(text)).toBe(instant));

  test.each([
    '',
    'yesterday',
    '2026-11-22',
    '2026-11-22 00:15:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:01Z',
    '2026-01-01T24:00:00.1Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T00:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00+14:01',
    '2026-01-01T00:00:00+15:00',
    '2026-01-01T00:00:00+01:60',
    '2026-01-01T00:00:00+0100',
    '2026-01-01T00:00Z',
    '2026-1-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '02026-01-01T00:00:00Z',
    '+2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00z',
    `2026-01-01T00:00:00.${'9'.repeat(100)}x`,
  ])('"%s" is none', (text) => {
    expect(instantOf(text)).toBeUndefined();
    expect(boundOf(text)).toBeUndefined();
  });

  test.each(['1684-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '-0001-06-01T00:00:00Z', '123456-01-01T00:00:00Z'])(
    '%s lies where microseconds are not exact, and has none',
    (text) => expect(instantOf(text)).toBeUndefined(),
  );

  test('as the bound of a period a year out of reach is the first or last instant', () => {
    expect(boundOf('9999-12-31T23:59:59Z')).toBe(Number.MAX_SAFE_INTEGER);
    expect(boundOf('-0044-03-15T12:00:00Z')).toBe(-Number.MAX_SAFE_INTEGER);
    expect(boundOf('2026-11-22T00:15:00Z')).toBe(instantOf('2026-11-22T00:15:00Z'));
  });

  const milliseconds = fc.integer({ min: Date.UTC(1685, 0, 1), max: Date.UTC(2254, 11, 31) });

  test('agrees with the calendar of the machine on every day, and keeps the microseconds', () => {
    fc.assert(
      fc.property(milliseconds, fc.integer({ min: 0, max: 999 }), (time, micro) => {
        const text = timeStampOf(time).replace('Z', `${String(micro).padStart(3, '0')}Z`);
        expect(instantOf(text)).toBe(time * 1000 + micro);
      }),
    );
  });

  test('is the same whatever offset it is written with', () => {
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(milliseconds, offset, (time, minutes) => {
        const local = timeStampOf(time + minutes * 60_000).replace('Z', '');
        const size = Math.abs(minutes);
        const zone = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
        expect(instantOf(`${local}${minutes < 0 ? '-' : '+'}${zone}`)).toBe(time * 1000);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(instantOf(text)).toBeUndefined()));
  });
});
