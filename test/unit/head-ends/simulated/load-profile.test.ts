import fc from 'fast-check';
import { loadProfile } from '../../../../src/head-ends/simulated/load-profile.js';
import { DAY, QUARTER } from '../../../../src/head-ends/simulated/virtual-time.js';

const NOON = Date.UTC(2026, 10, 22, 12);
const instants = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2060, 0, 1) });
const meters = fc.integer({ min: 1, max: 1_000_000 });
const seeds = fc.integer();
const flows = fc.constantFrom('forward' as const, 'reverse' as const);

describe('the load profile', () => {
  it('gives the same energy for the same seed, meter and time, whatever was asked before', () => {
    fc.assert(
      fc.property(seeds, meters, flows, instants, (seed, meter, flow, at) => {
        const profile = loadProfile(seed, meter);
        profile.energy(flow, at + DAY);
        expect(loadProfile(seed, meter).energy(flow, at)).toBe(profile.energy(flow, at));
      }),
    );
  });

  it('stays the same from release to release', () => {
    const profile = loadProfile(61968, 10);
    expect([profile.energy('forward', NOON), profile.energy('reverse', NOON), profile.voltage(NOON)]).toEqual([
      65464410, 81694834, 2333,
    ]);
  });

  it('differs between seeds and between meters', () => {
    const values = [loadProfile(1, 1), loadProfile(2, 1), loadProfile(1, 2)].map((p) => p.energy('forward', NOON));
    expect(new Set(values).size).toBe(3);
  });

  it('never falls, and counts whole watt-hours', () => {
    const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 3 * DAY })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(seeds, meters, flows, instants, steps, (seed, meter, flow, start, waits) => {
        const profile = loadProfile(seed, meter);
        let at = start;
        let before = profile.energy(flow, at);
        for (const wait of waits) {
          const energy = profile.energy(flow, (at += wait));
          expect(Number.isSafeInteger(energy)).toBe(true);
          expect(energy).toBeGreaterThanOrEqual(before);
          before = energy;
        }
      }),
    );
  });

  it('never falls at the seams of quarter hours, days and years', () => {
    for (const [meter, start] of [
      [1, Date.UTC(2023, 11, 30)],
      [10, Date.UTC(2024, 1, 28)],
    ] as const) {
      const profile = loadProfile(7, meter);
      for (const flow of ['forward', 'reverse'] as const) {
        for (let at = start; at < start + 4 * DAY; at += QUARTER) {
          const around = [at - 1, at, at + 1].map((t) => profile.energy(flow, t));
          expect(around).toEqual([...around].sort((a, b) => a - b));
        }
      }
    }
  });

  it('looks like a household: a few to some dozen kWh a day, more in winter, least in the small hours', () => {
    const used = (from: number, to: number): number => {
      let sum = 0;
      for (let meter = 1; meter <= 200; meter++) {
        const profile = loadProfile(61968, meter);
        sum += profile.energy('forward', to) - profile.energy('forward', from);
      }
      return sum / 200;
    };
    const january = used(Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1)) / 31;
    const july = used(Date.UTC(2026, 6, 1), Date.UTC(2026, 7, 1)) / 31;
    expect(january).toBeGreaterThan(july * 1.3);
    expect(january).toBeLessThan(30_000);
    expect(july).toBeGreaterThan(3_000);
    const midnight = Date.UTC(2026, 4, 6);
    expect(used(midnight + 17 * 4 * QUARTER, midnight + 20 * 4 * QUARTER)).toBeGreaterThan(
      2 * used(midnight + 1 * 4 * QUARTER, midnight + 4 * 4 * QUARTER),
    );
  });

  it('feeds in only where there is a solar roof, every 10th meter, and only by day', () => {
    const night = Date.UTC(2026, 5, 21, 22);
    for (let meter = 1; meter <= 30; meter++) {
      const profile = loadProfile(3, meter);
      expect(profile.solar).toBe(meter % 10 === 0);
      expect(profile.energy('reverse', NOON) > 0).toBe(profile.solar);
      expect(profile.energy('reverse', night + 5 * 4 * QUARTER)).toBe(profile.energy('reverse', night));
    }
  });

  it('counts nothing before the installation', () => {
    const { installed, energy } = loadProfile(3, 20);
    expect(energy('forward', installed)).toBe(0);
    expect(energy('forward', 0)).toBe(0);
    expect(energy('forward', installed + DAY)).toBeGreaterThan(0);
  });

  it('gives power and voltage that fit', () => {
    fc.assert(
      fc.property(meters, instants, (meter, at) => {
        const profile = loadProfile(1, meter);
        const start = Math.floor(at / QUARTER) * QUARTER;
        const energy = profile.energy('forward', start + QUARTER) - profile.energy('forward', start);
        expect(profile.power('forward', at)).toBe(4 * energy);
        expect(profile.voltage(at)).toBeGreaterThan(2_200);
        expect(profile.voltage(at)).toBeLessThan(2_400);
      }),
    );
  });
});
