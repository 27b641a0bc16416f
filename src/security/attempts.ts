/**
 * Slows down those who guess: so many failures in a while, and no more are looked at until it is over. Counts by keys, whatever
 * they stand for. Nobody is locked out for longer than one window.
 */

export interface Attempts {
  /** Whether one of these has failed too often just now. */
  exhausted(keys: readonly Key[]): boolean;
  /** Counts a failure; called before the outcome is known, so that many at the same time are no way around. */
  count(keys: readonly Key[]): void;
  /** Takes it back: it was none. */
  forgive(keys: readonly Key[]): void;
}

export interface Key {
  readonly text: string;
  /** How many times the usual number this one may fail. */
  readonly share: number;
}

/** Keys that are remembered; the oldest is forgotten first. */
const mostKeys = 20_000;

export function attempts(
  { failures, window }: { readonly failures: number; readonly window: number },
  now: () => number,
): Attempts {
  const counts = new Map<string, { since: number; failed: number }>();
  const current = (text: string): { since: number; failed: number } | undefined => {
    const found = counts.get(text);
    if (found === undefined || Math.abs(now() - found.since) < window) return found;
    counts.delete(text);
    return undefined;
  };
  return {
    exhausted: (keys) => keys.some(({ text, share }) => (current(text)?.failed ?? 0) >= failures * share),
    count: (keys) => {
      for (const { text } of keys) {
        const found = current(text);
        if (found !== undefined) found.failed++;
        else counts.set(text, { since: now(), failed: 1 });
      }
      for (const text of counts.keys()) {
        if (counts.size <= mostKeys) break;
        counts.delete(text);
      }
    },
    forgive: (keys) => {
      for (const { text } of keys) {
        const found = counts.get(text);
        if (found !== undefined && --found.failed <= 0) counts.delete(text);
      }
    },
  };
}
