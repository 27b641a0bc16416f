/**
 * How many messages may be in hand. One more is refused, which costs next to nothing, so that those in hand are answered in
 * time however many come. A message that is in hand for long does not wait for a processor but for a head end, or for a large body:
 * it no longer counts, for others have their own bounds on those.
 */

/** Milliseconds after which a message counts no longer. */
const patience = 2_000;

export interface Admission {
  /** Takes a message in; answers what to call when it is done with, or nothing when there are too many. */
  enter(): (() => void) | undefined;
  /** How many have been refused since the last call. */
  refused(): number;
}

/** @param most messages in hand at a time */
export function admission(most: number, now: () => number = () => performance.now()): Admission {
  /** When those that count came in, the first first. */
  const counted = new Set<{ readonly since: number }>();
  let refusals = 0;
  return {
    enter: () => {
      const at = now();
      for (const one of counted) {
        if (at - one.since < patience) break;
        counted.delete(one);
      }
      if (counted.size >= most) {
        refusals++;
        return undefined;
      }
      const mine = { since: at };
      counted.add(mine);
      return () => void counted.delete(mine);
    },
    refused: () => {
      const count = refusals;
      refusals = 0;
      return count;
    },
  };
}
