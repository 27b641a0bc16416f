/**
 * `get MeterReadings` by the page (`Request/Option` `limit` and `offset`): stored values of one period, in order of meter (by mRID),
 * reading type and time. What would have to be read from a head end has no order that lasts from one page to the next.
 */
import { isDeepStrictEqual } from 'node:util';
import type { GetMeterReadingsRequestMessageType } from '../generated/GetMeterReadingsMessage.js';
import type { AnyMessage, PayloadRoot } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import type { ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { ReadingQuery, ReadingRow } from '../ports/object-store.js';
import { optionOf } from './get-options.js';
import { checkedRequest } from './get-readings.js';
import { wordsOf } from './identification.js';
import type { ServicePorts } from './noun-row.js';
import { pageIn, pageNote, type Page } from './paging.js';
import { meterReadingsOf } from './reading-answer.js';
import { readingStream } from './reading-stream.js';
import type { Period } from './reading-coverage.js';
import type { ReadingRequest } from './reading-request.js';
import { periodsOf, type ReadingTarget } from './reading-targets.js';

/**
 * The page of readings that is asked for, if one is.
 * @param later whether the request is to be answered later
 * @param mayStream whether the answer may be written part by part
 * @throws ReplyError 1.8 or 3.1 as `pageIn`, and 1.8 where the whole comes in parts anyway
 */
export function readingsPage(
  { settings }: ServicePorts,
  message: AnyMessage,
  later: boolean,
  mayStream = false,
): Page | undefined {
  const { answerReadings: usual, streamedReadings } = settings;
  const page = pageIn(message, mayStream ? Math.max(usual, streamedReadings) : usual, 'readings', usual);
  if (page !== undefined && later) {
    refuse(
      message,
      'a reply that comes later has all readings, in parts; leave limit and offset out, or AsyncReplyFlag',
    );
  }
  return page;
}

/** A page; of one that is written part by part, the first part and how the others are had. */
export interface PagedReply {
  readonly parts: ReplyParts;
  readonly following?: AsyncGenerator<PayloadRoot, void> | undefined;
}

/** The readings of a page, and which page it is. Throws `ReplyError` when nothing fits at all, or what is asked has no pages. */
export async function pagedReadings(
  ports: ServicePorts,
  message: GetMeterReadingsRequestMessageType,
  page: Page,
): Promise<PagedReply> {
  const at = { now: ports.clock.now(), mayWait: false };
  const { request, targets, types, unknown } = await checkedRequest(ports, message, at);
  const whole = message as unknown as AnyMessage;
  const [after, until] = periodOf(whole, request, targets);
  const query = {
    meters: targets.map(({ meter }) => meter.mRID),
    readingTypes: request.types?.map(({ code }) => code),
    after,
    until,
  };
  const wrong: readonly Finding[] = [...types, ...unknown];
  const isLong = page.limit > ports.settings.answerReadings;
  const long = isLong ? readingStream(ports.store, query, page) : undefined;
  const rows = long
    ? ((await long.next()).value ?? [])
    : await ports.store.readings({ ...query, offset: page.offset, limit: page.limit + 1 });
  if (rows.length === 0 && page.offset === 0) {
    const details = 'no values of the period are stored';
    throw new ReplyError(...wrong, {
      code: codes.dataUnavailable,
      path: 'GetMeterReadings',
      details,
      values: { details },
    });
  }
  const found = rows.slice(0, page.limit);
  const counted = page.offset + found.length;
  const note = long
    ? await longNote(ports, query, page)
    : pageNote(page, { found, counted, all: rows.length <= page.limit }, 'reading');
  const following = long && payloadsOf(targets, long);
  const payload = { MeterReadings: { MeterReading: readingsOf(targets, found) } };
  if (wrong.length === 0) return { parts: { result: 'OK', findings: [note], payload }, following };
  const partial = { code: codes.partialDone, details: 'some of what was asked for does not exist' };
  return { parts: { result: 'PARTIAL', findings: [partial, note, ...wrong], payload }, following };
}

/** Says which page it is before it has been read: how many readings it has is then known only when others follow. */
async function longNote({ store }: ServicePorts, query: Omit<ReadingQuery, 'limit'>, page: Page): Promise<Finding> {
  const end = page.offset + page.limit;
  const more = await store.readings({ ...query, offset: end, limit: 1 });
  const details =
    more.length > 0
      ? `readings ${page.offset + 1} to ${end}; ask for the next ones with offset ${end}`
      : `all readings from offset ${page.offset} on; none follow`;
  return { code: codes.ok, details };
}

async function* payloadsOf(
  targets: readonly ReadingTarget[],
  rows: AsyncGenerator<readonly ReadingRow[], void>,
): AsyncGenerator<PayloadRoot, void> {
  try {
    for await (const some of rows) yield { MeterReading: readingsOf(targets, some) };
  } finally {
    await rows.return();
  }
}

/** The one period in which all meters are asked about. */
function periodOf(
  message: AnyMessage,
  request: ReadingRequest,
  targets: readonly ReadingTarget[],
): readonly [Period['after'], Period['until']] {
  const { source, choice, events, periods } = request;
  if (source !== 'stored') refuse(message, 'only stored readings come by the page; add the Option Source = stored');
  const [period, another] = periods ?? [];
  if (period === undefined || another !== undefined) {
    refuse(message, 'readings come by the page for one period; give one by StartTime and EndTime, or a TimeSchedule');
  }
  if (choice.readings.length + choice.qualities.length > 0 || choice.trigger !== undefined) {
    refuse(message, 'readings come by the page without a choice by Reading, ReadingQuality or isCoincidentTrigger');
  }
  if (events !== undefined)
    refuse(message, 'readings come by the page without events; ask for these by GetEndDeviceEvents');
  const partly = targets.find((target) => !isDeepStrictEqual(periodsOf(request, target), [period]));
  if (partly !== undefined) {
    const { id, objectType = 'UsagePoint' } = partly.named;
    refuse(
      message,
      `the meter ${partly.meter.names[0]?.name ?? partly.meter.mRID} was at the ${wordsOf(objectType)} ${id} for a part of the period only; name the meters, or ask for the period in which it was there`,
    );
  }
  return [period.after, period.until];
}

function refuse(message: AnyMessage, details: string): never {
  const option = optionOf(message, 'limit') ?? optionOf(message, 'offset');
  if (option === undefined) throw new Error('no page is asked for');
  return option.refuse(details);
}

/** The rows as elements, by meter. */
function readingsOf(targets: readonly ReadingTarget[], rows: readonly ReadingRow[]) {
  const byMeter = new Map<string, ReadingRow[]>();
  for (const row of rows) {
    const known = byMeter.get(row.meter);
    if (known === undefined) byMeter.set(row.meter, [row]);
    else known.push(row);
  }
  const known = new Map(targets.map((target) => [target.meter.mRID, target]));
  return [...byMeter].flatMap(([mRID, own]) => meterReadingsOf(known.get(mRID)!, own));
}
