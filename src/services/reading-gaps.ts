/** What has to be read from the head end, because the store does not have it. */
import { measuringMinutes, parseReadingType, readingForm } from '../message/codes/reading-type.js';
import type { ReadingRow } from '../ports/object-store.js';
import type { Wanted } from './head-end-reading.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import { hull, isIn, merged, missingIn, type Period } from './reading-coverage.js';
import type { ReadingRequest } from './reading-request.js';
import { periodsOf, type ReadingTarget } from './reading-targets.js';
import { arrivedBeyond } from './stored-readings.js';

/** Holes of one reading type that are read one by one; more are read as one period. */
const mostHoles = 8;

/**
 * What is missing of a meter's values; nothing when the store covers it or the head end cannot read it.
 * @param rows what the store has
 * @param readable whether the meter can be read; else "all types" means all that is stored of it
 */
export async function missingOf(
  ports: ServicePorts,
  desk: HeadEndDesk,
  request: ReadingRequest,
  target: ReadingTarget,
  rows: readonly ReadingRow[],
  readable: boolean,
): Promise<readonly Wanted[]> {
  const { source, types } = request;
  if (target.retired === true) return [];
  const periods = periodsOf(request, target);
  const measured = measuredBy(desk, target);
  const wantedTypes = types?.map(({ code }) => code).filter((code) => measured.includes(code));
  if (source === 'stored' || measured.length === 0 || wantedTypes?.length === 0) return [];
  if (periods === undefined) return [{ readingTypes: wantedTypes ?? [] }];
  if (source === 'headEnd') return periods.map((period) => ({ readingTypes: wantedTypes ?? [], period }));

  const present = [...new Set(rows.map(({ readingType }) => readingType))].filter((type) => measured.includes(type));
  const checked = wantedTypes ?? (readable || present.length === 0 ? measured : present);
  const byPeriod = new Map<string, { readonly period: Period; readonly readingTypes: string[] }>();
  for (const type of checked) {
    const missing = hull(
      merged((await Promise.all(periods.map((period) => missingOfType(ports, target, rows, type, period)))).flat()),
      mostHoles,
    );
    for (const period of missing) {
      const key = `${period.after} ${period.until}`;
      const group = byPeriod.get(key);
      if (group === undefined) byPeriod.set(key, { period, readingTypes: [type] });
      else group.readingTypes.push(type);
    }
  }
  return [...byPeriod.values()];
}

async function missingOfType(
  ports: ServicePorts,
  { meter }: ReadingTarget,
  rows: readonly ReadingRow[],
  type: string,
  period: Period,
): Promise<readonly Period[]> {
  const parts = parseReadingType(type);
  const form = parts && readingForm(parts);
  // A value of a moment cannot be taken later.
  if (form === 'spot' && period.until < ports.clock.now() * 1000) return [];
  const minutes = form === 'interval' && parts ? measuringMinutes(parts) : undefined;
  const instants = rows
    .filter((row) => row.readingType === type && isIn([period], row.instant))
    .map(({ instant }) => instant);
  const step = minutes === undefined ? undefined : minutes * 60_000_000;
  const asks = step === undefined && instants.length > 0;
  return missingIn(period, {
    instants,
    step,
    arrivedBeyond: asks && (await arrivedBeyond(ports, meter.mRID, type, period.until)),
  });
}

/** The reading types that the head end of a meter measures. */
export function measuredBy(desk: HeadEndDesk, { meter }: Pick<ReadingTarget, 'meter'>): readonly string[] {
  return desk.headEndOf(meter)?.capabilities().readingTypes ?? [];
}
