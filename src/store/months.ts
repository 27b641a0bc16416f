/** Months in UTC as numbers that follow each other, and where they begin. Pure. */

/** Months that get a table of their own: whatever lies outside is a mistake of a clock. */
const first = monthOf(Date.UTC(2000, 0));
const last = monthOf(Date.UTC(2099, 11));

/** The month of a time in milliseconds since 1970; undefined when that lies absurdly far off. */
export function plausibleMonth(time: number): number | undefined {
  const month = monthOf(time);
  return month >= first && month <= last ? month : undefined;
}

function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Its first millisecond. */
export function startOf(month: number): number {
  return Date.UTC(Math.trunc(month / 12), month % 12);
}

/** `2026_11` */
export function labelOf(month: number): string {
  return `${Math.trunc(month / 12)}_${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The month of a label; undefined when it is none. */
export function monthOfLabel(label: string): number | undefined {
  const [, year, month] = /^(\d{4})_(\d\d)$/.exec(label) ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month) - 1;
}

/** The plausible months of instants in microseconds, each once. Readings come in order, so that most need only a comparison. */
export function monthsOf(instants: Float64Array): ReadonlySet<number> {
  const months = new Set<number>();
  let start = 0;
  let end = 0;
  for (const instant of instants) {
    if (instant >= start && instant < end) continue;
    const month = plausibleMonth(instant / 1000);
    if (month === undefined) continue;
    months.add(month);
    start = startOf(month) * 1000;
    end = startOf(month + 1) * 1000;
  }
  return months;
}
