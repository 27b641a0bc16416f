/** The machine's clock when it is set while somebody waits (security §5.16). */
import { jest } from '@jest/globals';
import { systemClock } from '../../src/system.js';

const hour = 3_600_000;
const begin = Date.UTC(2026, 10, 22, 10);

beforeEach(() => jest.useFakeTimers({ now: begin }));
afterEach(() => jest.useRealTimers());

/** Waits; answers after how long the work was done, undefined when it is not yet. */
function after(wait: number): { readonly done: () => number | undefined; readonly cancel: () => void } {
  const start = performance.now();
  let took: number | undefined;
  const cancel = systemClock().at(begin + wait, () => (took = performance.now() - start));
  return { done: () => took, cancel };
}

it.each([0, 1, 30_000, 60_000, 60_001, 25 * hour, 60 * 24 * hour])(
  'work for %d ms from now is done then',
  async (wait) => {
    const { done } = after(wait);
    await jest.advanceTimersByTimeAsync(Math.max(wait - 1, 0));
    if (wait > 1) expect(done()).toBeUndefined();
    await jest.advanceTimersByTimeAsync(2);
    expect(done()).toBeLessThanOrEqual(wait + 1);
  },
);

it.each([-24 * hour, -hour, hour, 24 * hour])(
  'who waits 30 s for an answer waits 30 s, though the clock is set by %d ms',
  async (step) => {
    const { done } = after(30_000);
    await jest.advanceTimersByTimeAsync(10_000);
    jest.setSystemTime(Date.now() + step);
    await jest.advanceTimersByTimeAsync(19_990);
    expect(done()).toBeUndefined();
    await jest.advanceTimersByTimeAsync(20);
    expect(done()).toBeDefined();
  },
);

it('what is for a time of the day comes when a clock that was set forward shows it', async () => {
  const { done } = after(2 * hour);
  await jest.advanceTimersByTimeAsync(60_000);
  jest.setSystemTime(begin + 3 * hour);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(done()).toBeLessThanOrEqual(70_000);
});

it('and waits for it again when the clock was set back', async () => {
  const { done } = after(2 * hour);
  await jest.advanceTimersByTimeAsync(hour);
  jest.setSystemTime(begin);
  await jest.advanceTimersByTimeAsync(hour + 60_000);
  expect(done()).toBeUndefined();
  await jest.advanceTimersByTimeAsync(hour);
  expect(done()).toBeDefined();
});

it('what is not wanted any more is not done', async () => {
  const { done, cancel } = after(30_000);
  cancel();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(done()).toBeUndefined();
});
