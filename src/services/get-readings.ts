/**
 * `get MeterReadings`: stored values answer as far as they cover what is asked; only what is missing is read from the head end.
 * Synchronous: one meter can be read, more are answered from the store.
 */
import type { GetMeterReadingsRequestMessageType } from '../generated/GetMeterReadingsMessage.js';
import { measuringMinutes, parseReadingType, readingForm } from '../message/codes/reading-type.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ReplyParts } from '../message/replies.js';
import type { ReadingRow } from '../ports/object-store.js';
import { findingOf, readMeter, type Wanted } from './head-end-reading.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import { meterReadingsOf } from './reading-answer.js';
import { hull, isIn, merged, missingIn, type Period } from './reading-coverage.js';
import { readRequest, type ReadingRequest } from './reading-request.js';
import { readingTargets, type ReadingTarget } from './reading-targets.js';
import { arrivedBeyond, inOrder, newestStored, refuseTooMany, storedIn } from './stored-readings.js';

/** Holes of one reading type that are read one by one; more are read as one period. */
const mostHoles = 8;

/** A meter with what is known of it so far. */
interface Course {
  readonly target: ReadingTarget;
  rows: readonly ReadingRow[];
  readonly findings: Finding[];
}

export async function getReadings(
  ports: ServicePorts,
  desk: HeadEndDesk,
  message: GetMeterReadingsRequestMessageType,
): Promise<ReplyParts> {
  const wrong: Finding[] = [];
  const request = readRequest(message.Request, ports.clock.now(), wrong);
  const { targets, findings: unknown } = await readingTargets(
    ports.store,
    message.Request.GetMeterReadings,
    ports.clock.now(),
  );
  // A wrong reading type does not spoil the others; whatever else is wrong with the request does.
  const types = wrong.filter(({ code }) => code === codes.invalidReadingType);
  if (targets.length === 0 || types.length < wrong.length || request.types?.size === 0)
    throw new ReplyError(...wrong, ...unknown);

  const courses = await storedCourses(ports, request, targets);
  await fillFromHeadEnd(ports, desk, request, courses);
  refuseTooMany(
    courses.reduce((sum, { rows }) => sum + rows.length, 0),
    ports.settings.answerReadings,
  );

  for (const course of courses) {
    course.rows = course.rows.filter(request.fits);
    if (course.rows.length === 0 && course.findings.length === 0 && !unmeasured(desk, request, course.target)) {
      course.findings.push(
        findingOf(
          course.target,
          codes.dataUnavailable,
          `there are no values of ${course.target.named.id} as asked for`,
        ),
      );
    }
  }
  const findings = [
    ...types,
    ...unknown,
    ...typesNotMeasured(desk, request, courses),
    ...courses.flatMap((course) => course.findings),
  ];
  return partsOf(courses, findings, targets.length + unknown.length);
}

async function storedCourses(
  ports: ServicePorts,
  { source, types, periods }: ReadingRequest,
  targets: readonly ReadingTarget[],
): Promise<Course[]> {
  const meters = targets.map(({ meter }) => meter.mRID);
  const readingTypes = types && [...types.keys()];
  const wantsStored = source === 'stored' || (source === 'hybrid' && (periods !== undefined || targets.length > 1));
  const stored = !wantsStored
    ? new Map<string, readonly ReadingRow[]>()
    : periods === undefined
      ? await newestStored(ports, meters, readingTypes)
      : await storedIn(ports, meters, readingTypes, periods);
  return targets.map((target) => ({ target, rows: stored.get(target.meter.mRID) ?? [], findings: [] }));
}

/** Reads what the store does not have, if that is asked for and only one meter needs it. */
async function fillFromHeadEnd(
  ports: ServicePorts,
  desk: HeadEndDesk,
  request: ReadingRequest,
  courses: readonly Course[],
): Promise<void> {
  if (request.source === 'stored') return;
  const needs: { readonly course: Course; readonly wanted: readonly Wanted[] }[] = [];
  for (const course of courses) {
    const wanted = await missingOf(ports, desk, request, course, courses.length === 1);
    if (wanted.length > 0) needs.push({ course, wanted });
  }
  for (const { course, wanted } of needs) {
    const { target } = course;
    if (needs.length > 1) {
      const details = `${target.named.id} would have to be read; reading several devices needs AsyncReplyFlag, which is not offered in this version: ask for one device, or for stored data (Option Source = stored)`;
      course.findings.push({ ...findingOf(target, codes.tooManyItems, details), values: { limit: '1' } });
      continue;
    }
    const { rows, findings } = await readMeter(ports, desk, target, wanted);
    course.rows = joined(
      course.rows,
      rows.filter(
        ({ readingType, instant }) =>
          (request.types?.has(readingType) ?? true) &&
          (request.periods === undefined || isIn(request.periods, instant)),
      ),
    );
    // Without reading types in the request it is no failure that one of many has no values.
    const forgiven = request.types === undefined && course.rows.length > 0;
    course.findings.push(...findings.filter(({ code }) => !forgiven || code !== codes.dataUnavailable));
  }
}

/** What has to be read from the head end; nothing when the store covers it or the head end cannot read it. */
async function missingOf(
  ports: ServicePorts,
  desk: HeadEndDesk,
  { source, types, periods }: ReadingRequest,
  { target, rows }: Course,
  alone: boolean,
): Promise<readonly Wanted[]> {
  const measured = measuredBy(desk, target);
  const wantedTypes = types === undefined ? undefined : [...types.keys()].filter((type) => measured.includes(type));
  if (measured.length === 0 || wantedTypes?.length === 0) return [];
  if (periods === undefined) return [{ readingTypes: wantedTypes ?? [] }];
  if (source === 'headEnd') return periods.map((period) => ({ readingTypes: wantedTypes ?? [], period }));

  const present = [...new Set(rows.map(({ readingType }) => readingType))].filter((type) => measured.includes(type));
  // "All" means all that the meter measures; of several meters, which cannot be read anyway, all that is stored of them.
  const checked = wantedTypes ?? (alone || present.length === 0 ? measured : present);
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

function measuredBy(desk: HeadEndDesk, { meter }: ReadingTarget): readonly string[] {
  return desk.headEndOf(meter)?.capabilities().readingTypes ?? [];
}

/** Whether none of the types asked for is measured, which is said of the types and not of the meter. */
function unmeasured(desk: HeadEndDesk, { types, source }: ReadingRequest, target: ReadingTarget): boolean {
  if (types === undefined || source === 'stored') return false;
  const measured = measuredBy(desk, target);
  return [...types.keys()].every((type) => !measured.includes(type));
}

/** A finding for each type asked for that neither the head end of a meter measures nor the store has. */
function typesNotMeasured(desk: HeadEndDesk, { types, source }: ReadingRequest, courses: readonly Course[]): Finding[] {
  if (types === undefined || source === 'stored') return [];
  return [...types].flatMap(([type, path]): Finding[] => {
    const without = courses.filter(
      ({ target, rows }) => !measuredBy(desk, target).includes(type) && !rows.some((row) => row.readingType === type),
    );
    if (without.length === 0) return [];
    const names = without.slice(0, 3).map(({ target }) => target.named.id);
    const more = without.length > names.length ? ` and ${without.length - names.length} more` : '';
    const details = `${names.join(', ')}${more} do${without.length === 1 ? 'es' : ''} not measure this, and nothing of it is stored`;
    const object = { id: type, kind: 'other', objectType: 'ReadingType' } as const;
    return [{ code: codes.unsupportedReadingType, path, details, object, values: { value: type } }];
  });
}

/** Both, by type and time; where both have a value, the one just read. */
function joined(stored: readonly ReadingRow[], read: readonly ReadingRow[]): readonly ReadingRow[] {
  const rows = new Map([...stored, ...read].map((row) => [`${row.readingType} ${row.instant}`, row]));
  return [...rows.values()].sort(inOrder);
}

function partsOf(courses: readonly Course[], findings: readonly Finding[], named: number): ReplyParts {
  const answered = courses.filter(({ rows }) => rows.length > 0);
  if (answered.length === 0) throw new ReplyError(...findings);
  const MeterReading = answered.flatMap(({ target, rows }) => meterReadingsOf(target, rows));
  const payload = { MeterReadings: { MeterReading } };
  if (findings.length === 0) return { result: 'OK', payload };
  const whole = answered.filter((course) => course.findings.length === 0).length;
  const part = answered.length - whole;
  const details = `${whole} of ${named} meters answered${part > 0 ? `, ${part} in part` : ''}; nothing more follows`;
  return { result: 'PARTIAL', findings: [{ code: codes.partialDone, details }, ...findings], payload };
}
