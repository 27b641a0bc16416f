/**
 * Whether there is room for more disconnects: at no time may there be more of them within an hour or a day than allowed, of one
 * principal and of all (security.md §2). Counted by device, at the time of its effect. Pure.
 */
import type { DisconnectLimits } from '../ports/brake.js';
import type { CountedDisconnect } from '../ports/safeguards.js';

/** Devices that are to be disconnected at a time. */
export type PlannedDisconnect = Pick<CountedDisconnect, 'principal' | 'at' | 'devices'>;

/** A limit that would be exceeded: how many there would be within its window. */
export interface Exceeded {
  readonly limit: keyof DisconnectLimits;
  readonly most: number;
  readonly would: number;
}

const hour = 3_600_000;
export const day = 86_400_000;

const windows: readonly (readonly [limit: keyof DisconnectLimits, milliseconds: number])[] = [
  ['principalHour', hour],
  ['hour', hour],
  ['day', day],
];

/**
 * The first limit that planned disconnects would exceed, together with those counted.
 * @param counted all that lie within a day of one of the planned
 */
export function exceeded(
  counted: readonly PlannedDisconnect[],
  planned: readonly PlannedDisconnect[],
  limits: DisconnectLimits,
): Exceeded | undefined {
  for (const [limit, milliseconds] of windows) {
    const most = limits[limit];
    for (const one of planned) {
      const isMeant = ({ principal }: PlannedDisconnect): boolean =>
        limit !== 'principalHour' || principal === one.principal;
      const would = mostAround(one.at, [...counted, ...planned].filter(isMeant), milliseconds);
      if (would > most) return { limit, most, would };
    }
  }
  return undefined;
}

/** How many devices there are at most in a window of this length that has `time` in it. */
function mostAround(time: number, all: readonly PlannedDisconnect[], length: number): number {
  const near = all.filter(({ at }) => at > time - length && at < time + length).sort((a, b) => a.at - b.at);
  let most = 0;
  let sum = 0;
  let from = 0;
  for (const { at, devices } of near) {
    sum += devices;
    for (; near[from]!.at <= at - length; from++) sum -= near[from]!.devices;
    if (at >= time) most = Math.max(most, sum);
  }
  return most;
}
