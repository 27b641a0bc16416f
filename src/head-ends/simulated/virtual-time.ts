import type { Clock } from '../../ports/clock.js';

export const QUARTER = 15 * 60 * 1000;
export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * 60 * 60 * 1000;

export interface VirtualTime {
  now(): number;
  readonly speed: number;
  /** Runs at another speed from now on; the time itself does not jump. */
  setSpeed(speed: number): void;
}

/**
 * The meters' own time, in milliseconds since 1970: equal to the clock when this is called, from then on `speed` times
 * faster. It never goes back, even if the machine's clock is set back, so that registers never do either.
 */
export function virtualTime(clock: Clock, speed: number): VirtualTime {
  checkSpeed(speed);
  let since = { clock: clock.now(), time: clock.now(), speed };
  let latest = since.time;
  const now = (): number => {
    latest = Math.max(latest, since.time + Math.floor((clock.now() - since.clock) * since.speed));
    return latest;
  };
  return {
    now,
    get speed() {
      return since.speed;
    },
    setSpeed(next) {
      checkSpeed(next);
      since = { clock: clock.now(), time: now(), speed: next };
    },
  };
}

function checkSpeed(speed: number): void {
  if (!(speed > 0) || speed === Infinity) throw new RangeError(`a simulated clock's speed is above 0, not ${speed}`);
}

/** A time stamp in UTC without needless digits: `2026-11-22T00:15:00Z`, milliseconds only where there are any. */
export function timeStampOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
