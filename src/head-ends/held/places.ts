/**
 * The places of a head end: how many devices may be commanded at a time by all processes together. Each process keeps to that number by
 * itself; here they meet. Who wants more than there is waits; of those who wait, the process that has least goes first.
 */
import type { Clock } from '../../ports/clock.js';

export interface PlaceLimits {
  /** Devices at a time, and how many of these places are kept for urgent commands. */
  readonly most: number;
  readonly reserve: number;
}

export interface Wish {
  /** Whose it is. */
  readonly of: string;
  readonly count: number;
  readonly priority: 'normal' | 'high';
}

interface Waiting extends Wish {
  readonly settle: (got: boolean) => void;
}

/** Milliseconds that a wish waits: shorter than an answer of another process is waited for. */
const patience = 10_000;

export class Places {
  readonly #taken = new Map<string, number>();
  readonly #waiting = { high: new Set<Waiting>(), normal: new Set<Waiting>() };
  #all = 0;
  #closed = false;

  constructor(
    private readonly limits: PlaceLimits,
    private readonly clock: Clock,
  ) {}

  /** Takes places; answers false when there are none in time, and nothing is taken then. */
  async take(wish: Wish): Promise<boolean> {
    if (this.#closed) return false;
    const line = this.#waiting[wish.priority];
    if (line.size === 0 && this.#fits(wish)) {
      this.#count(wish.of, wish.count);
      return true;
    }
    return new Promise((resolve) => {
      const waiting: Waiting = {
        ...wish,
        settle: (got) => {
          cancel();
          line.delete(waiting);
          resolve(got);
        },
      };
      const cancel = this.clock.at(this.clock.now() + patience, () => {
        waiting.settle(false);
        this.#next(); // it may have stood in the way of smaller ones
      });
      line.add(waiting);
    });
  }

  /** Gives places back. */
  free(of: string, count: number): void {
    if (count === 0) return;
    this.#count(of, -count);
    this.#next();
  }

  /** Nobody gets anything any more. */
  close(): void {
    this.#closed = true;
    for (const line of Object.values(this.#waiting)) for (const waiting of line) waiting.settle(false);
  }

  #next(): void {
    for (const line of [this.#waiting.high, this.#waiting.normal])
      for (;;) {
        const first = [...line].reduce<Waiting | undefined>(
          (least, one) => (least === undefined || this.#has(one.of) < this.#has(least.of) ? one : least),
          undefined,
        );
        if (first === undefined || !this.#fits(first)) break;
        this.#count(first.of, first.count);
        first.settle(true);
      }
  }

  /** A wish for more than there is at all goes when nothing else does. */
  #fits({ count, priority }: Wish): boolean {
    const { most, reserve } = this.limits;
    return this.#all === 0 || this.#all + count <= most - (priority === 'high' ? 0 : reserve);
  }

  #has(of: string): number {
    return this.#taken.get(of) ?? 0;
  }

  #count(of: string, by: number): void {
    this.#all += by;
    const has = this.#has(of) + by;
    if (has === 0) this.#taken.delete(of);
    else this.#taken.set(of, has);
  }
}
