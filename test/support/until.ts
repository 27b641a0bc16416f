import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds; says what when it does not within ten seconds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 10_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${what}`);
    await wait(5);
  }
}
