/** A clock that nobody turns back, and that runs ahead of nobody. */
import { steadyClock } from '../../../../src/services/steady-clock.js';

function machine(): { wall: number; elapsed: number | undefined; clock: Parameters<typeof steadyClock>[0] } {
  const made = {
    wall: 1_000_000,
    elapsed: 0 as number | undefined,
    clock: { now: () => made.wall, elapsed: () => made.elapsed ?? 0, at: () => () => {} },
  };
  return made;
}

test('it follows the clock of the machine', () => {
  const m = machine();
  const steady = steadyClock(m.clock);
  m.wall += 500;
  m.elapsed = 500;
  expect(steady.now()).toBe(1_000_500);
});

test('set back, it stands still until the machine has caught up', () => {
  const m = machine();
  const steady = steadyClock(m.clock);
  m.wall -= 3_600_000;
  m.elapsed = 1_000;
  expect(steady.now()).toBe(1_000_000);
  m.wall += 3_600_500;
  m.elapsed = 2_000;
  expect(steady.now()).toBe(1_000_500);
});

test('set forward, it catches up a tenth faster than time goes by', () => {
  const m = machine();
  const steady = steadyClock(m.clock);
  m.wall += 3_600_000;
  m.elapsed = 10_000;
  expect(steady.now()).toBe(1_011_000);
  m.elapsed = 20_000;
  expect(steady.now()).toBe(1_022_000);
});

test('what others have seen already it does not fall behind', () => {
  const m = machine();
  const steady = steadyClock(m.clock);
  steady.atLeast(2_000_000);
  expect(steady.now()).toBe(2_000_000);
  expect(steadyClock(m.clock)).toBe(steady);
});
