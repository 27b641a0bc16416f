import fc from 'fast-check';
import { Fleet, type Meter } from '../../../../src/head-ends/simulated/fleet.js';
import { DAYS_KEPT, READING_TYPES, readingsOf } from '../../../../src/head-ends/simulated/readings.js';
import { DAY, QUARTER } from '../../../../src/head-ends/simulated/virtual-time.js';

const INTERVALS = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const REGISTER = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const POWER = '0.0.0.6.1.1.37.0.0.0.0.0.0.0.0.3.38.0';
const VOLTAGE = '0.0.0.6.0.1.54.0.0.0.0.0.0.0.129.0.29.0';
const NOW = Date.UTC(2026, 10, 22, 12, 7, 3, 250);

const wattHours = (text: string | undefined): number => Number((text ?? '').replace('.', ''));

function read(meter: Meter, type: string, period?: { start: number; end: number }, now = NOW) {
  return [...readingsOf(meter, type, { now, period })];
}

describe('the readings of a simulated meter', () => {
  it('are of well-formed reading types', () => {
    for (const type of READING_TYPES) expect(type).toMatch(/^(-?\d+\.){17}\d+$/);
  });

  it('stamp an interval with its end on the quarter hour, in a period open at the start and closed at the end', () => {
    const meter = new Fleet(5, 1).meter(3);
    const start = Date.UTC(2026, 10, 22);
    const readings = read(meter, INTERVALS, { start, end: start + 4 * QUARTER });
    expect(readings.map(({ timeStamp }) => timeStamp)).toEqual([
      '2026-11-22T00:15:00Z',
      '2026-11-22T00:30:00Z',
      '2026-11-22T00:45:00Z',
      '2026-11-22T01:00:00Z',
    ]);
    for (const reading of readings) {
      expect(reading).toMatchObject({ readingType: INTERVALS, shape: 'interval', qualities: ['2.0.0'] });
      expect(reading.value).toMatch(/^\d+\.\d{3}$/);
    }
  });

  it('give only intervals that have ended', () => {
    const meter = new Fleet(5, 1).meter(3);
    expect(read(meter, INTERVALS, { start: NOW - DAY, end: NOW + DAY }).at(-1)?.timeStamp).toBe('2026-11-22T12:00:00Z');
    expect(read(meter, INTERVALS).map(({ timeStamp }) => timeStamp)).toEqual(['2026-11-22T12:00:00Z']);
    expect(read(meter, INTERVALS, { start: NOW, end: NOW + DAY })).toEqual([]);
  });

  it('give intervals whose sum is exactly the difference of the register, whatever the switch did', () => {
    const at = fc.integer({ min: NOW - 3 * DAY, max: NOW });
    const toggles = fc.array(at, { maxLength: 12 }).map((times) => times.sort((a, b) => a - b));
    const span = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 1000 }),
        toggles,
        span,
        (seed, number, times, [back, long]) => {
          const fleet = new Fleet(1000, seed);
          const meter = fleet.meter(number);
          times.forEach((time, i) => fleet.change(meter, { switchPosition: i % 2 === 0 ? 'open' : 'closed' }, time));
          const end = (Math.floor(NOW / QUARTER) - back) * QUARTER;
          const start = end - long * QUARTER;
          const intervals = read(meter, INTERVALS, { start, end });
          expect(intervals).toHaveLength(long);
          const sum = intervals.reduce((total, { value }) => total + wattHours(value), 0);
          const before = wattHours(read(meter, REGISTER, undefined, start)[0]?.value);
          expect(sum).toBe(wattHours(read(meter, REGISTER, undefined, end)[0]?.value) - before);
          expect(intervals.every(({ value }) => wattHours(value) >= 0)).toBe(true);
        },
      ),
    );
  });

  it('stand still from the opening of the switch to its closing', () => {
    const fleet = new Fleet(5, 1);
    const meter = fleet.meter(3);
    const opened = Date.UTC(2026, 10, 21, 10, 5);
    const closed = Date.UTC(2026, 10, 21, 11, 20);
    const untouched = new Fleet(5, 1).meter(3);
    fleet.change(meter, { switchPosition: 'open' }, opened);
    fleet.change(meter, { switchPosition: 'open' }, opened + 1000);
    expect(meter.register('forward', opened + DAY)).toBe(meter.register('forward', opened));
    expect(read(meter, POWER, undefined, opened)[0]?.value).toBe('0.000');
    expect(read(meter, VOLTAGE, undefined, opened)[0]?.value).toMatch(/^2[23]\d\.\d$/);
    fleet.change(meter, { switchPosition: 'closed' }, closed);

    const hours = read(meter, INTERVALS, { start: Date.UTC(2026, 10, 21, 10), end: Date.UTC(2026, 10, 21, 11, 45) });
    expect(hours.map(({ value }) => wattHours(value) === 0)).toEqual([false, true, true, true, true, false, false]);
    const switched = ['2.0.0', '1.2.3'];
    expect(hours.map(({ qualities }) => qualities)).toEqual([
      switched,
      ...Array.from({ length: 4 }, () => ['2.0.0']),
      switched,
      ['2.0.0'],
    ]);
    expect(meter.register('forward', NOW) - meter.register('forward', closed)).toBe(
      untouched.register('forward', NOW) - untouched.register('forward', closed),
    );
  });

  it('give the register now, and for a period at each midnight inside it and now if now is inside', () => {
    const meter = new Fleet(5, 1).meter(3);
    expect(read(meter, REGISTER)).toMatchObject([{ timeStamp: '2026-11-22T12:07:03.250Z', shape: 'reading' }]);
    const midnight = Date.UTC(2026, 10, 20);
    const stamps = (start: number, end: number): string[] =>
      read(meter, REGISTER, { start, end }).map(({ timeStamp }) => timeStamp);
    expect(stamps(midnight, midnight + 2 * DAY)).toEqual(['2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z']);
    expect(stamps(midnight + DAY, NOW)).toEqual(['2026-11-22T00:00:00Z', '2026-11-22T12:07:03.250Z']);
    expect(read(meter, REGISTER, { start: midnight, end: midnight + DAY }, midnight + DAY)).toHaveLength(1);
  });

  it('reach back no further than meters keep them', () => {
    const meter = new Fleet(5, 1).meter(3);
    const oldest = read(meter, INTERVALS, { start: 0, end: NOW })[0];
    expect(Date.parse(oldest?.timeStamp ?? '')).toBe((Math.floor(NOW / DAY) - DAYS_KEPT) * DAY + QUARTER);
  });

  it('print whole watt-hours as kWh without losing a digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: Date.UTC(2020, 0), max: NOW }), (number, now) => {
        const meter = new Fleet(100, 1).meter(number);
        const value = read(meter, REGISTER, undefined, now)[0]?.value ?? '';
        expect(value).toMatch(/^(0|[1-9]\d*)\.\d{3}$/);
        expect(wattHours(value)).toBe(meter.register('forward', now));
      }),
    );
  });
});
