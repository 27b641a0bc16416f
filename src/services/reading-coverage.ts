/** Whether stored readings cover a period, and what of it is missing. Pure: no clock, no store. */

/** A period, open at the start, closed at the end; microseconds since 1970. Without a start it begins with the first value. */
export interface Period {
  readonly after?: number | undefined;
  readonly until: number;
}

/** What is known of one reading type of one meter. */
export interface Stored {
  /** Instants of the values within the period, in order. */
  readonly instants: readonly number[];
  /** Whether a value is stored at or after the end of the period: then everything up to it has arrived. */
  readonly arrivedBeyond: boolean;
  /** Length of the interval in microseconds; undefined for registers and values of a moment. */
  readonly step?: number | undefined;
}

const hour = 3_600_000_000;
const day = 24 * hour;

/**
 * The parts of `asked` that stored values do not cover, in order.
 * Interval data: every gap wider than one interval. Grid and zone are not known here, so only distances count; where a day is
 * an interval, it may last 25 hours. Other data: what lies behind the newest value, unless later values have arrived.
 */
export function missingIn(asked: Period, { instants, arrivedBeyond, step }: Stored): readonly Period[] {
  const last = instants.at(-1);
  if (last === undefined) return [asked];
  if (step === undefined) return arrivedBeyond || last >= asked.until ? [] : [{ after: last, until: asked.until }];
  const widest = step + (step >= day ? hour : 0);
  const missing: Period[] = [];
  let before = asked.after;
  for (const instant of instants) {
    if (before !== undefined && instant - before > widest) missing.push({ after: before, until: instant - 1 });
    before = instant;
  }
  if (asked.until - last >= widest) missing.push({ after: last, until: asked.until });
  return missing;
}

/** The periods in order, those that overlap or touch as one. */
export function merged(periods: readonly Period[]): readonly Period[] {
  const start = ({ after }: Period): number => after ?? -Infinity;
  const result: Period[] = [];
  for (const next of [...periods].sort((a, b) => start(a) - start(b))) {
    const former = result.at(-1);
    if (former === undefined || start(next) > former.until) result.push(next);
    else result[result.length - 1] = { after: former.after, until: Math.max(former.until, next.until) };
  }
  return result;
}

/** One period around all, where single ones are too many to be asked for one by one. */
export function hull(periods: readonly Period[], most: number): readonly Period[] {
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined || periods.length <= most) return periods;
  return [{ after: first.after, until: last.until }];
}

/** The part of `period` within `bounds`; undefined when nothing is left. */
export function within(
  period: Period,
  bounds: { readonly after?: number | undefined; readonly until?: number | undefined },
): Period | undefined {
  const after = Math.max(period.after ?? -Infinity, bounds.after ?? -Infinity);
  const until = Math.min(period.until, bounds.until ?? Infinity);
  if (after >= until) return undefined;
  return { after: after === -Infinity ? undefined : after, until };
}

/** Whether an instant lies in one of the periods. */
export function isIn(periods: readonly Period[], instant: number): boolean {
  return periods.some(({ after, until }) => instant <= until && (after === undefined || instant > after));
}
