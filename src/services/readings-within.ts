/** Readings in an operation set: told ones are stored with it; asked for, they come from the store, since no set waits for meters. */
import type { GetMeterReadingsRequestMessageType } from '../generated/GetMeterReadingsMessage.js';
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { replyTo } from '../message/replies.js';
import { getReadings } from './get-readings.js';
import { headEndDesk } from './head-end-desk.js';
import type { NounService } from './noun-row.js';
import { reportReadings } from './report-readings.js';
import type { PortsWithin } from './unit-of-work.js';

const noun = 'MeterReadings';

/** The verbs of `MeterReadings` as operations of a set. */
export function readingsWithin(ports: PortsWithin): NounService {
  return {
    get: async (message) => {
      const asked = message as unknown as GetMeterReadingsRequestMessageType;
      const stored = fromTheStore(asked);
      return replyTo(message, noun, await getReadings(ports, headEndDesk(ports), stored), ports.replies);
    },
    created: (message, call) => reportReadings(ports, message, call),
    changed: (message, call) => reportReadings(ports, message, call),
  };
}

function fromTheStore(message: GetMeterReadingsRequestMessageType): GetMeterReadingsRequestMessageType {
  const { Option = [] } = message.Request;
  const source = Option.find(({ name }) => name.trim() === 'Source')?.value?.trim();
  if (source !== undefined && source !== 'stored') {
    const details = `readings of a set come from the store, and Source is ${source.slice(0, 80)}; leave it out, or read by a GetMeterReadings of its own`;
    throw new ReplyError({
      code: codes.requestMissing,
      path: 'Request.Option',
      details,
      values: { element: 'Source' },
    });
  }
  const others = Option.filter(({ name }) => name.trim() !== 'Source');
  return { ...message, Request: { ...message.Request, Option: [...others, { name: 'Source', value: 'stored' }] } };
}
