import type { Flow, LoadProfile } from './load-profile.js';

/** How much of each flow passes, in thousandths of what would flow undisturbed: 0 while the supply is off. */
export type Shares = Readonly<Record<Flow, number>>;

/** Why the shares changed: the switch was operated, the supply failed or came back, or load was controlled. */
export type Cause = 'switch' | 'supply' | 'load';

/** A time with the same shares, up to the next one. */
interface Stretch {
  readonly from: number;
  readonly shares: Shares;
  readonly cause: Cause;
  /** Units lost in all stretches before this one. */
  readonly lostBefore: Readonly<Record<Flow, number>>;
}

const NONE: Stretch[] = [];
const NOTHING: Shares = { forward: 0, reverse: 0 };
const ALL: Shares = { forward: 1000, reverse: 1000 };

/**
 * What kept the load of a meter from flowing as its profile says, and so what its registers really show.
 * Memory: one small object per change; a meter that nothing has happened to needs no history at all.
 */
export class SupplyHistory {
  #stretches: Stretch[] = NONE;

  /** From `at` on (milliseconds since 1970, not before the last change) these shares flow. The same ones again change nothing. */
  set(shares: Shares, at: number, profile: () => LoadProfile, cause: Cause): void {
    const last = this.#stretches.at(-1);
    const before = last?.shares ?? ALL;
    if (before.forward === shares.forward && before.reverse === shares.reverse) return;
    const lostBefore =
      last === undefined
        ? NOTHING
        : { forward: lostIn(last, profile(), 'forward', at), reverse: lostIn(last, profile(), 'reverse', at) };
    const stretch = { from: at, shares, cause, lostBefore };
    if (last === undefined)
      this.#stretches = [stretch]; // no larger than it must be: most meters of an outage have but this one
    else this.#stretches.push(stretch);
  }

  /** What did not flow up to `at` although the profile says so; below 0 when load was raised. */
  lost(profile: LoadProfile, flow: Flow, at: number): number {
    return lostIn(this.#stretchAt(at), profile, flow, at);
  }

  /** Thousandths that flow at `at`. */
  shareAt(flow: Flow, at: number): number {
    return (this.#stretchAt(at)?.shares ?? ALL)[flow];
  }

  /** Whether something of this cause happened after `from` and not after `to`. */
  happened(cause: Cause, from: number, to: number): boolean {
    for (let place = this.#placeAt(to); place >= 0; place--) {
      const stretch = this.#stretches[place];
      if (stretch === undefined || stretch.from <= from) return false;
      if (stretch.cause === cause) return true;
    }
    return false;
  }

  #stretchAt(at: number): Stretch | undefined {
    return this.#stretches[this.#placeAt(at)];
  }

  /** Place of the last stretch that begins at or before `at`; -1 when there is none. */
  #placeAt(at: number): number {
    let low = 0;
    let high = this.#stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#stretches[middle]?.from ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** The rounding keeps registers from ever falling as long as no share is below 0. */
function lostIn(stretch: Stretch | undefined, profile: LoadProfile, flow: Flow, at: number): number {
  if (stretch === undefined) return 0;
  const missing = 1000 - stretch.shares[flow];
  if (missing === 0) return stretch.lostBefore[flow];
  const undisturbed = profile.energy(flow, at) - profile.energy(flow, stretch.from);
  return stretch.lostBefore[flow] + Math.floor((missing * undisturbed) / 1000);
}
