/** MeterReadings: time series rather than objects, so nothing of the generic service applies. */
import type { MeterReadingsResponseMessageType } from '../generated/MeterReadingsMessage.js';
import type { MeterReadingsHandlers } from '../generated/handlers.js';
import type { AnyMessage, Call } from '../message/call.js';
import { replyTo, type ReplyParts } from '../message/replies.js';
import { getReadings } from './get-readings.js';
import { headEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import { pagedReadings, readingsPage } from './paged-readings.js';
import { serveReads } from './read-chunks.js';
import { acceptRead } from './read-requests.js';
import { replyToOf } from './reply-address.js';
import { reportReadings } from './report-readings.js';

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
  return {
    get: async (message, call) => {
      const to = replyToOf(message.Header, ports);
      const page = readingsPage(ports, message as unknown as AnyMessage, to !== undefined);
      if (page !== undefined) return answer(message, await pagedReadings(ports, message, page));
      if (to === undefined) return answer(message, await getReadings(ports, desk, message));
      return await acceptRead(ports, desk, message, call, to);
    },
    created: report,
    // A value that differs supersedes the one before, which is kept: that holds for `created` as well, so that none is lost.
    changed: report,
  };
}
