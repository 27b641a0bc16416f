import type { Clock } from '../../ports/clock.js';

/** What is to happen later by the clock without a job: one timer for any number of things that are spread over a time. */
export class Agenda {
  readonly #timers = new Set<() => void>();

  constructor(readonly clock: Clock) {}

  /** Does it once in so many milliseconds. */
  after(milliseconds: number, work: () => void): void {
    const cancel = this.clock.at(this.clock.now() + milliseconds, () => {
      this.#timers.delete(cancel);
      work();
    });
    this.#timers.add(cancel);
  }

  /** Does it for each of the items, in their order, evenly over so many milliseconds from now on. */
  spread<T>(items: readonly T[], milliseconds: number, work: (item: T) => void): void {
    const start = this.clock.now();
    let place = 0;
    const due = (): number => start + Math.floor((place * milliseconds) / items.length);
    const next = (): void => {
      while (place < items.length && due() <= this.clock.now()) work(items[place++] as T);
      if (place < items.length) this.after(due() - this.clock.now(), next);
    };
    if (items.length > 0) this.after(0, next);
  }

  /** Forgets everything that has not happened yet. */
  clear(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }
}
