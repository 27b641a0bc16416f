/** Meters on their way from the question to the answer: what is stored of them, what was read, and what went wrong. */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, ReadingRow } from '../ports/object-store.js';
import { findingOf, type MeterRead } from './head-end-reading.js';
import type { ServicePorts } from './noun-row.js';
import { isIn } from './reading-coverage.js';
import { eventsOf } from './reading-events.js';
import { lacksAll, type Lacks } from './reading-lacks.js';
import { fits, type ReadingRequest } from './reading-request.js';
import { periodsOf, type ReadingTarget } from './reading-targets.js';
import { inOrder, newestStored, storedIn } from './stored-readings.js';

/** A meter with what is known of it so far. */
export interface Course {
  readonly target: ReadingTarget;
  rows: readonly ReadingRow[];
  readonly findings: Finding[];
  /** Events of the meter that were asked for with its readings. */
  readonly events: readonly JsonObject[];
}

/**
 * The meters with what the store has for the request.
 * @param readable whether all of them can be read: then no older value stands for the present one
 */
export async function storedCourses(
  ports: ServicePorts,
  request: ReadingRequest,
  targets: readonly ReadingTarget[],
  readable: boolean,
): Promise<Course[]> {
  const { source, types, periods } = request;
  const meters = targets.map(({ meter }) => meter.mRID);
  const readingTypes = types?.map(({ code }) => code);
  const wantsStored = source === 'stored' || (source === 'hybrid' && (periods !== undefined || !readable));
  const stored = !wantsStored
    ? new Map<string, readonly ReadingRow[]>()
    : periods === undefined
      ? await newestStored(ports, meters, readingTypes)
      : await storedIn(ports, meters, readingTypes, periods);
  const events = await eventsOf(ports.store, request, targets);
  return targets.map((target) => {
    const { mRID } = target.meter;
    const { linked } = target;
    const rows = stored.get(mRID) ?? [];
    const then = linked === undefined || periods === undefined ? rows : rows.filter((row) => isIn(linked, row.instant));
    return { target, rows: then, findings: [], events: events.get(mRID) ?? [] };
  });
}

/** Adds what was read to what is stored, as far as it was asked for. */
export function addRead(request: ReadingRequest, course: Course, { rows, findings }: MeterRead): void {
  const { types, anyOfThem } = request;
  const periods = periodsOf(request, course.target);
  const asked = types && new Set(types.map(({ code }) => code));
  course.rows = joined(
    course.rows,
    rows.filter(
      ({ readingType, instant }) =>
        (asked?.has(readingType) ?? true) && (periods === undefined || isIn(periods, instant)),
    ),
  );
  // Without reading types in the request it is no failure that one of many has no values.
  const forgiven = (types === undefined || anyOfThem === true) && course.rows.length > 0;
  course.findings.push(...findings.filter(({ code }) => !forgiven || code !== codes.dataUnavailable));
}

/** Leaves the values that are of the kind asked for, and says of which meters there are none but for lack of the types. */
export function judge(request: ReadingRequest, courses: readonly Course[], lacks: Lacks): void {
  for (const course of courses) {
    const { target, findings } = course;
    course.rows = course.rows.filter((row) => fits(request.choice, row));
    if (course.rows.length > 0 || findings.length > 0 || lacksAll(lacks, course)) continue;
    findings.push(findingOf(target, codes.dataUnavailable, `there are no values of ${target.named.id} as asked for`));
  }
}

/** Whether there is anything to be answered of a meter. */
export function isAnswered({ rows, events }: Course): boolean {
  return rows.length > 0 || events.length > 0;
}

/** What two wants found of the same meters, put together meter by meter. */
export function both(one: readonly Course[], other: readonly Course[]): readonly Course[] {
  return one.map(({ target, rows, findings, events }, at): Course => {
    const second = other[at]!;
    const known = new Set(findings.map(({ code, details }) => `${code} ${details}`));
    const news = second.findings.filter(({ code, details }) => !known.has(`${code} ${details}`));
    return { target, rows: joined(rows, second.rows), findings: [...findings, ...news], events };
  });
}

/** Both, by type and time; where both have a value, the one just read. */
function joined(stored: readonly ReadingRow[], read: readonly ReadingRow[]): readonly ReadingRow[] {
  const rows = new Map([...stored, ...read].map((row) => [`${row.readingType} ${row.instant}`, row]));
  return [...rows.values()].sort(inOrder);
}
