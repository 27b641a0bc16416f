import type { Flow, LoadProfile } from './load-profile.js';

export type SwitchPosition = 'closed' | 'open' | 'armed';

/** What the register has lost while no current could flow. */
interface Gap {
  readonly from: number;
  to: number;
  /** Wh lost in all gaps before this one. */
  readonly lostBefore: Readonly<Record<Flow, number>>;
}

/**
 * When a meter's switch was open, and so what its registers really show. `open` and `armed` both keep current from flowing.
 * Memory: one small object per opening; a meter never operated needs no history at all.
 */
export class SwitchHistory {
  #position: SwitchPosition = 'closed';
  readonly #gaps: Gap[] = [];

  get position(): SwitchPosition {
    return this.#position;
  }

  /** Puts the switch into `position` at `at` (milliseconds since 1970, not before the last change). The same one again changes nothing. */
  set(position: SwitchPosition, at: number, profile: LoadProfile): void {
    const flowed = this.#position === 'closed';
    this.#position = position;
    const last = this.#gaps.at(-1);
    if (flowed && position !== 'closed') {
      const lostBefore = {
        forward: lostIn(last, profile, 'forward', at),
        reverse: lostIn(last, profile, 'reverse', at),
      };
      this.#gaps.push({ from: at, to: Infinity, lostBefore });
    } else if (!flowed && position === 'closed' && last !== undefined) {
      last.to = at;
    }
  }

  /** Wh that did not flow up to `at` because the switch was open. */
  lost(profile: LoadProfile, flow: Flow, at: number): number {
    return lostIn(this.#gapAt(at), profile, flow, at);
  }

  /** Whether current could flow at `at`. */
  closedAt(at: number): boolean {
    const gap = this.#gapAt(at);
    return gap === undefined || at >= gap.to;
  }

  /** Whether the switch was operated after `from` and not after `to`. */
  operatedWithin(from: number, to: number): boolean {
    const gap = this.#gapAt(to);
    return gap !== undefined && (gap.from > from || (gap.to > from && gap.to <= to));
  }

  /** The last gap that begins at or before `at`. */
  #gapAt(at: number): Gap | undefined {
    let low = 0;
    let high = this.#gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#gaps[middle]?.from ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#gaps[low - 1];
  }
}

function lostIn(gap: Gap | undefined, profile: LoadProfile, flow: Flow, at: number): number {
  if (gap === undefined) return 0;
  return gap.lostBefore[flow] + profile.energy(flow, Math.min(at, gap.to)) - profile.energy(flow, gap.from);
}
