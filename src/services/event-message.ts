/** Events of devices as messages to a reply endpoint, with the correlation of the request that caused them (messaging §4.1). */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { NewDelivery } from '../ports/outbox.js';
import type { StoredRequest } from '../ports/requests.js';
import type { ServicePorts } from './noun-row.js';

const noun = 'EndDeviceEvents';
/** Events in one message: about 800 characters of XML each. */
const together = 1_000;

/** `created EndDeviceEvents` messages for what a request has caused; none when there are no events. */
export function eventDeliveries(
  { encoder, replies }: Pick<ServicePorts, 'encoder' | 'replies'>,
  { correlationId, header }: Pick<StoredRequest, 'correlationId' | 'header'>,
  endpoint: string,
  events: readonly EndDeviceEvent[],
): readonly NewDelivery[] {
  const deliveries: NewDelivery[] = [];
  for (let from = 0; from < events.length; from += together) {
    const id = replies.messageId();
    const now = replies.now();
    const Header = {
      Verb: 'created',
      Noun: noun,
      Revision: '2.0',
      Context: header['Context'],
      Timestamp: new Date(now).toISOString(),
      Source: replies.source,
      MessageID: id,
      CorrelationID: correlationId === '' ? undefined : correlationId,
    };
    const Payload = { [noun]: { EndDeviceEvent: events.slice(from, from + together) } };
    const { xml, action } = encoder.event('created', noun, { Header, Payload });
    deliveries.push({ id, endpoint, correlationId, noun, action, xml, createdAt: now });
  }
  return deliveries;
}
