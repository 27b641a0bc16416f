/** What a job's course makes of the messages of a head end. */
import { outcomeEvents, type VendorCodes } from '../../message/codes/end-device-code.js';
import type { AnyMessage, AnyResponse } from '../../message/call.js';
import type { Failure } from '../../ports/head-end.js';
import type { Course } from './course.js';
import { eventsIn, isMereAcknowledgement, partOf, readingsIn, saidIn, type Said } from './replies.js';

/** Takes in a reply, or a part of one. `at` is our time, `eventGrace` how long an event of a control is waited for. */
export function hearReply(course: Course, reply: AnyResponse, at: number, eventGrace: number): void {
  const brought = readingsIn(reply, course.find, course.only);
  for (const [device, readings] of brought) course.data(device, readings, at);
  const said = saidIn(reply.Reply, course.find);
  for (const [device, failure] of said.failures) endFailed(course, device, failure, at);
  if (brought.size === 0 && isMereAcknowledgement(said)) return; // the end is still to come

  const part = partOf(reply);
  if (part !== undefined) course.parts.add(part.part);
  if (!said.more) course.last = { said, parts: part?.of ?? 1 };
  const { last } = course;
  // the last one may have overtaken others
  if (last === undefined || (last.parts > 1 && course.parts.size < last.parts)) return;
  conclude(course, last.said, at, eventGrace);
}

/** Takes in readings that come as an event: they say nothing of an end, unless all that was asked for is there. */
export function hearReadings(course: Course, message: AnyMessage, at: number): void {
  const { job } = course;
  for (const [device, readings] of readingsIn(message, course.find, course.only)) {
    course.data(device, readings, at);
    const wanted = job.kind === 'read' ? job.readingTypes : [];
    const there = course.delivered.get(device);
    const present = job.kind === 'read' && job.period === undefined;
    if (present && wanted.length > 0 && wanted.every((type) => there?.has(type)))
      course.end(device, 'succeeded', undefined, at);
  }
}

/** Takes in events; the one that tells how a control has ended ends it. */
export function hearEvents(course: Course, message: AnyMessage, now: number, vendorCodes: VendorCodes): void {
  const { job } = course;
  const outcomes = job.kind === 'control' ? outcomeEvents(job.controlType) : undefined;
  for (const event of eventsIn(message, course.find, course.only, vendorCodes)) {
    const { key, named, eventType, at = now, reason, facts } = event;
    course.event(key ?? named, event, at);
    if (key === undefined || outcomes === undefined) continue;
    if (eventType === outcomes.success) course.end(key, 'succeeded', undefined, at, facts);
    else if (eventType === outcomes.failure) course.end(key, 'failed', reasonOf(reason), at, facts);
  }
}

/** Ends every device of which nothing was said, by what was said of all. */
function conclude(course: Course, said: Said, at: number, eventGrace: number): void {
  const { job } = course;
  const unnamed = said.failures.size === 0 && said.types.size === 0;
  for (const device of course.open) {
    if (said.failures.has(device)) continue; // its fate is not known, and may still be told
    const failure =
      (job.kind === 'read' ? readFailure(course, device, said) : undefined) ??
      (said.result === 'FAILED' ? (said.whole ?? { code: '5.3', details: 'the head end gives no reason' }) : undefined);
    if (failure !== undefined) endFailed(course, device, failure, at);
    else if (job.kind === 'control' && said.result === 'PARTIAL' && unnamed && course.only === undefined) {
      const details = 'some of the devices failed, and the head end does not say which';
      course.doubt(device, { code: '4.1', details: [said.whole?.details, details].filter(Boolean).join('; ') });
    } else if (job.kind === 'control' && said.result === 'PARTIAL' && unnamed) {
      endFailed(course, device, said.whole ?? { code: '5.3', details: 'the head end gives no reason' }, at);
    } else if (job.kind === 'control' && eventGrace > 0 && outcomeEvents(job.controlType) !== undefined) {
      course.after(at + eventGrace, () => course.end(device, 'succeeded', undefined, at));
    } else course.end(device, 'succeeded', undefined, at);
  }
}

/** Why a device has not brought all that was to be read; undefined when it has, as far as is known. */
function readFailure({ job, delivered }: Course, device: string, said: Said): Failure | undefined {
  const there = delivered.get(device);
  const missing = [...said.types].filter(([type]) => there?.has(type) !== true);
  const [first] = missing;
  if (first !== undefined) {
    const codes = missing.map(([type]) => type).join(', ');
    return { code: first[1].code, details: `${codes}: ${first[1].details}` };
  }
  if (there !== undefined) return undefined;
  if (said.whole !== undefined) return said.whole;
  const types = job.kind === 'read' && job.readingTypes.length > 0 ? ` of ${job.readingTypes.join(', ')}` : '';
  return { code: '5.7', details: `the head end has sent no values${types}` };
}

function endFailed(course: Course, device: string, failure: Failure, at: number): void {
  // 4.1 says that nothing was heard of the device, and not that it did nothing
  if (failure.code === '4.1') course.doubt(device, failure);
  else course.end(device, 'failed', failure, at);
}

/** The reason of a failure event; ours begin with a reply code. */
function reasonOf(reason: string | undefined): Failure {
  const [, code, details] = /^(\d{1,2}\.\d{1,2}) (.+)$/s.exec(reason ?? '') ?? [];
  if (code !== undefined && details !== undefined) return { code, details };
  return { code: '5.3', details: reason ?? 'the device reports that it failed' };
}
