/**
 * A circuit breaker: an endpoint that is down is left alone for a while and then tried with one message, so that it is neither
 * flooded nor are its messages' attempts used up. Pure: told the time, asks nobody.
 */

export interface Breaker {
  /** How many messages may be under way now. */
  slots(now: number): number;
  /** When an open breaker lets the next one through; undefined while it is closed. */
  openUntil(): number | undefined;
  /** What an attempt showed: that somebody is there, whatever they said of the message, or that nobody is. */
  note(alive: boolean, now: number): void;
}

/** Security §4.3. */
export const usualBreaker = { failures: 5, pause: 30_000 };

/** @param connections what a closed breaker allows */
export function breaker(connections: number, { failures, pause } = usualBreaker): Breaker {
  let failed = 0;
  let until: number | undefined;
  return {
    slots: (now) => {
      if (until === undefined) return connections;
      return now < until ? 0 : 1;
    },
    openUntil: () => until,
    note: (alive, now) => {
      if (alive) {
        failed = 0;
        until = undefined;
      } else if (++failed >= failures) until = now + pause;
    },
  };
}
