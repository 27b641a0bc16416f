/** MeterReadings: time series rather than objects, so nothing of the generic service applies. */
import type { MeterReadingsResponseMessageType } from '../generated/MeterReadingsMessage.js';
import type { MeterReadingsHandlers } from '../generated/handlers.js';
import { withFollowing, type AnyMessage, type AnyResponse, type Call, type PayloadRoot } from '../message/call.js';
import { ReplyError } from '../message/finding.js';
import type { GetMeterReadingsRequestMessageType } from '../generated/GetMeterReadingsMessage.js';
import { replyTo, type ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import { getReadings } from './get-readings.js';
import { headEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import type { Page } from './paging.js';
import { pagedReadings, readingsPage } from './paged-readings.js';
import { serveReads } from './read-chunks.js';
import { acceptRead } from './read-requests.js';
import { replyToOf } from './reply-address.js';
import { reportReadings } from './report-readings.js';

/** Long answers that may be under way at a time. */
const mostStreams = 8;

function tooManyStreams(): ReplyError {
  const details = `${mostStreams} long answers are being written; ask again later, or for fewer readings`;
  return new ReplyError({ code: codes.tooBusy, details });
}

export function meterReadings(ports: ServicePorts): Partial<MeterReadingsHandlers<Call>> {
  const desk = headEndDesk(ports);
  serveReads(ports, desk);
  const answer = (message: unknown, parts: ReplyParts): MeterReadingsResponseMessageType =>
    replyTo(
      message as AnyMessage,
      'MeterReadings',
      parts,
      ports.replies,
    ) as unknown as MeterReadingsResponseMessageType;
  const report = async (message: unknown, call: Call): Promise<MeterReadingsResponseMessageType> =>
    (await reportReadings(ports, message as AnyMessage, call)) as unknown as MeterReadingsResponseMessageType;
  /** Answers under way that are written part by part: each holds some thousand readings for as long as its reader takes. */
  let streams = 0;
  const counted = async function* (parts: AsyncGenerator<PayloadRoot, void>): AsyncGenerator<PayloadRoot, void> {
    streams++;
    try {
      yield* parts;
    } finally {
      streams--;
    }
  };
  const answerPage = async (message: GetMeterReadingsRequestMessageType, page: Page) => {
    if (page.limit > ports.settings.answerReadings && streams >= mostStreams) throw tooManyStreams();
    const { parts, following } = await pagedReadings(ports, message, page);
    const reply = answer(message, parts);
    if (following === undefined) return reply;
    withFollowing(reply as unknown as AnyResponse, counted(following));
    return reply;
  };
  return {
    get: async (message, call) => {
      const to = replyToOf(message.Header, ports);
      const page = readingsPage(ports, message as unknown as AnyMessage, to !== undefined, call.mayStream);
      if (page !== undefined) return answerPage(message, page);
      if (to === undefined) return answer(message, await getReadings(ports, desk, message));
      return await acceptRead(ports, desk, message, call, to);
    },
    created: report,
    // A value that differs supersedes the one before, which is kept: that holds for `created` as well, so that none is lost.
    changed: report,
  };
}
