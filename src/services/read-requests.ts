/** `get MeterReadings` that is answered later: checked, kept with a task for each meter, acknowledged; the rest is chunks. */
import type { GetMeterReadingsRequestMessageType } from '../generated/GetMeterReadingsMessage.js';
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { acknowledge } from '../message/replies.js';
import type { JsonObject } from '../ports/object-store.js';
import type { ReplyTo } from '../ports/requests.js';
import { durationOf } from './duration.js';
import { checkedRequest } from './get-readings.js';
import type { HeadEndDesk } from './head-end-desk.js';
import { boundOf } from './instant.js';
import { keptAnswer } from './kept-answers.js';
import type { ServicePorts } from './noun-row.js';
import { refuseWhenTooMany } from './open-requests.js';
import { noun, rowsOfRead } from './read-plan.js';
import type { ReadingRequest } from './reading-request.js';

/** How long after its beginning a read may go on at the most. */
const mostDays = 31;
const day = 86_400_000;

/** Takes a read; throws, with nothing kept, when nothing of it can be answered. */
export async function acceptRead(
  ports: ServicePorts,
  desk: HeadEndDesk,
  message: GetMeterReadingsRequestMessageType,
  call: Call,
  replyTo: ReplyTo,
): Promise<AnyResponse> {
  const principal = call.principal ?? '';
  await refuseWhenTooMany(ports, principal);
  const now = ports.clock.now();
  const { request, targets, types, unknown } = await checkedRequest(ports, message, { now, mayWait: true });
  const wrong = [...types, ...unknown];
  const due = dueOf(request, now);
  const { Header } = message;
  const correlationId = Header.CorrelationID ?? Header.MessageID ?? '';
  const rows = rowsOfRead(ports, desk, {
    request: {
      id: ports.ids.next(),
      principal,
      correlationId,
      messageId: Header.MessageID,
      replyTo,
      header: JSON.parse(JSON.stringify(Header)) as JsonObject,
      receivedAt: now,
      due,
      deadline: deadlineOf(ports, message, due),
    },
    targets,
    wants: [request],
    findings: wrong,
    named: targets.length + unknown.length,
  });
  const reply = acknowledge(message as unknown as AnyMessage, noun, correlationId, ports.replies, wrong);
  await ports.store.write({ ...rows, answer: keptAnswer(call, reply, now) });
  return reply;
}

/** When all of what is asked for can have been measured. */
function dueOf({ periods = [] }: ReadingRequest, now: number): number {
  return Math.max(now, ...periods.map(({ until }) => Math.ceil(until / 1000)));
}

/** By the Option `Deadline`, a time or a duration from the beginning; else as for every command. */
function deadlineOf(
  { settings }: ServicePorts,
  { Request: { Option = [] } }: GetMeterReadingsRequestMessageType,
  due: number,
): number {
  const at = Option.findIndex(({ name }) => name.trim().toLowerCase() === 'deadline');
  const text = Option[at]?.value?.trim();
  if (text === undefined) return due + settings.commandDeadline;
  const duration = durationOf(text);
  const time = boundOf(text);
  const deadline = duration !== undefined ? due + duration : time && Math.floor(time / 1000);
  if (deadline !== undefined && deadline > due && deadline <= due + mostDays * day) return deadline;
  const details =
    deadline === undefined
      ? 'it is neither a duration of days, hours, minutes and seconds such as PT30M, nor a time'
      : `the deadline must lie after the beginning of the read, and within ${mostDays} days of it`;
  const finding: Finding = {
    code: codes.notAttempted,
    path: `Request.Option[${at}]`,
    details,
    values: { details: 'not a deadline' },
  };
  throw new ReplyError(finding);
}
