/** Windows of disconnects: exact to the millisecond, in whatever order they were planned. */
import fc from 'fast-check';
import { exceeded, type PlannedDisconnect } from '../../../../src/services/disconnect-windows.js';

const hour = 3_600_000;
const day = 24 * hour;
const at = (time: number, devices = 1, principal = 'cis'): PlannedDisconnect => ({ principal, at: time, devices });
const limits = { principalHour: 3, hour: 5, day: 8 };

test.each<[string, PlannedDisconnect[], PlannedDisconnect[], string | undefined]>([
  ['room for the last one of an hour', [at(0), at(1)], [at(2)], undefined],
  ['one too many of one caller', [at(0), at(1), at(2)], [at(3)], 'principalHour'],
  ['the first of the hour has just left it', [at(0), at(1), at(2)], [at(hour)], undefined],
  ['the first of the hour is just in it', [at(0), at(1), at(2)], [at(hour - 1)], 'principalHour'],
  ['several devices at once', [], [at(0, 4)], 'principalHour'],
  ['several controls of one message', [], [at(0, 2), at(1, 2)], 'principalHour'],
  ['others count for all only', [at(0, 3, 'a')], [at(1, 2, 'b')], undefined],
  ['too many of all', [at(0, 3, 'a')], [at(1, 3, 'b')], 'hour'],
  ['too many of a day', [at(0, 3), at(2 * hour, 3)], [at(4 * hour, 3)], 'day'],
  ['planned before others that are counted already', [at(10), at(20), at(30)], [at(5)], 'principalHour'],
  ['planned a good hour before those', [at(hour + 10), at(hour + 20), at(hour + 30)], [at(9)], undefined],
  ['between two lots, each of which leaves room alone', [at(0, 2), at(hour - 1, 2)], [at(hour / 2)], 'principalHour'],
])('%s', (_, counted, planned, limit) => {
  expect(exceeded(counted, planned, limits)?.limit).toBe(limit);
});

test('whatever was let through, no window has more than its limit', () => {
  const one = fc.record({
    principal: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: 0, max: 3 * day }),
    devices: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 60 }), (tries) => {
      const counted: PlannedDisconnect[] = [];
      for (const planned of tries) if (exceeded(counted, [planned], limits) === undefined) counted.push(planned);
      const most = (length: number, of: readonly PlannedDisconnect[]): number =>
        Math.max(0, ...of.map(({ at: end }) => sum(of.filter((other) => other.at > end - length && other.at <= end))));
      for (const principal of ['a', 'b'])
        expect(
          most(
            hour,
            counted.filter((other) => other.principal === principal),
          ),
        ).toBeLessThanOrEqual(3);
      expect(most(hour, counted)).toBeLessThanOrEqual(5);
      expect(most(day, counted)).toBeLessThanOrEqual(8);
    }),
  );
});

function sum(of: readonly PlannedDisconnect[]): number {
  return of.reduce((all, { devices }) => all + devices, 0);
}
