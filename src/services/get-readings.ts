/**
 * `get MeterReadings`, answered at once: stored values answer as far as they cover what is asked; only what is missing is read
 * from the head end. One meter can be read so; more are answered from the store.
 */
import type { GetMeterReadingsRequestMessageType } from '../generated/GetMeterReadingsMessage.js';
import type { AnyMessage } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ReplyParts } from '../message/replies.js';
import { optionOf } from './get-options.js';
import { findingOf, readMeters, type Need } from './head-end-reading.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import { meterReadingsOf } from './reading-answer.js';
import { addRead, isAnswered, judge, storedCourses, type Course } from './reading-courses.js';
import { missingOf } from './reading-gaps.js';
import { lacksOf, typesLacking } from './reading-lacks.js';
import { readRequest, type ReadAt, type ReadingRequest } from './reading-request.js';
import { readingTargets, type ReadingTarget } from './reading-targets.js';
import type { Asker } from './reading-sink.js';
import { refuseTooMany } from './stored-readings.js';

/** What is asked for and can be looked for, and what is wrong with the rest of it. */
export interface CheckedRequest {
  readonly request: ReadingRequest;
  readonly targets: readonly ReadingTarget[];
  /** Wrong reading types among good ones. */
  readonly types: readonly Finding[];
  /** References that lead to no meter. */
  readonly unknown: readonly Finding[];
}

/** What the options are answered that ask for versions of objects: without a word they would seem to have been heard. */
function optionsOfObjects(request: GetMeterReadingsRequestMessageType['Request']): readonly Finding[] {
  return ['AsOf', 'Versions', 'Newest'].flatMap((name) => {
    const option = optionOf({ Request: request } as unknown as AnyMessage, name);
    if (option === undefined) return [];
    const details = `get MeterReadings knows no ${name}; ask for the time that you want by StartTime and EndTime, or a TimeSchedule`;
    return [{ code: codes.schemaInvalid, path: option.path, details }];
  });
}

/** Reads and checks a request; throws when nothing of it can be answered. */
export async function checkedRequest(
  { store }: ServicePorts,
  { Request }: GetMeterReadingsRequestMessageType,
  at: ReadAt,
): Promise<CheckedRequest> {
  const wrong: Finding[] = [...optionsOfObjects(Request)];
  const request = readRequest(Request, at, wrong);
  const { targets, findings: unknown } = await readingTargets(store, Request.GetMeterReadings, at.now, request.periods);
  // A wrong reading type does not spoil the others; whatever else is wrong with the request does.
  const types = wrong.filter(({ code }) => code === codes.invalidReadingType);
  if (targets.length === 0 || types.length < wrong.length || request.types?.length === 0)
    throw new ReplyError(...wrong, ...unknown);
  return { request, targets, types, unknown };
}

export async function getReadings(
  ports: ServicePorts,
  desk: HeadEndDesk,
  message: GetMeterReadingsRequestMessageType,
): Promise<ReplyParts> {
  const at = { now: ports.clock.now(), mayWait: false };
  const { request, targets, types, unknown } = await checkedRequest(ports, message, at);
  const courses = await storedCourses(ports, request, targets, targets.length === 1);
  const { CorrelationID, MessageID } = message.Header;
  await fillFromHeadEnd(ports, desk, request, courses, { correlationId: CorrelationID ?? MessageID });
  refuseTooMany(
    courses.reduce((sum, { rows }) => sum + rows.length, 0),
    ports.settings.answerReadings,
  );
  const lacks = await lacksOf(ports, desk, request, courses);
  judge(request, courses, lacks);
  const findings = [
    ...types,
    ...unknown,
    ...typesLacking(request, lacks),
    ...courses.flatMap((course) => course.findings),
  ];
  return partsOf(courses, findings, targets.length + unknown.length);
}

/** Reads what the store does not have, if that is asked for and only one meter needs it. */
async function fillFromHeadEnd(
  ports: ServicePorts,
  desk: HeadEndDesk,
  request: ReadingRequest,
  courses: readonly Course[],
  asker: Asker,
): Promise<void> {
  const needs: (Need & { readonly course: Course })[] = [];
  for (const course of courses) {
    const wanted = await missingOf(ports, desk, request, course.target, course.rows, courses.length === 1);
    if (wanted.length > 0) needs.push({ course, target: course.target, wanted });
  }
  if (needs.length === 1) {
    const reads = await readMeters(ports, desk, needs, ports.clock.now() + ports.settings.syncTimeout, asker);
    for (const { course, target } of needs) addRead(request, course, reads.get(target.meter.mRID)!);
    return;
  }
  for (const { course, target } of needs) {
    const details = `${target.named.id} would have to be read; reading several devices needs AsyncReplyFlag, so that it can be answered later: set it, ask for one device, or for stored data (Option Source = stored)`;
    course.findings.push({ ...findingOf(target, codes.tooManyItems, details), values: { limit: '1' } });
  }
}

function partsOf(courses: readonly Course[], findings: readonly Finding[], named: number): ReplyParts {
  const answered = courses.filter(isAnswered);
  if (answered.length === 0) throw new ReplyError(...findings);
  const MeterReading = answered.flatMap(({ target, rows, events }) => meterReadingsOf(target, rows, events));
  const payload = { MeterReadings: { MeterReading } };
  if (findings.length === 0) return { result: 'OK', payload };
  const whole = answered.filter((course) => course.findings.length === 0).length;
  const details = answeredSentence(whole, answered.length - whole, named);
  return { result: 'PARTIAL', findings: [{ code: codes.partialDone, details }, ...findings], payload };
}

/** How far a request for some meters was answered, for the last reply to it. */
export function answeredSentence(whole: number, part: number, named: number): string {
  return `${whole} of ${named} meters answered${part > 0 ? `, ${part} in part` : ''}; nothing more follows`;
}
