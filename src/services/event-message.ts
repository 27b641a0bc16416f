/** Events as messages to an endpoint: those that a request has caused (messaging §4.1), and those somebody has subscribed to. */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { Json } from '../ports/object-store.js';
import type { NewDelivery } from '../ports/outbox.js';
import type { StoredRequest } from '../ports/requests.js';
import type { ServicePorts } from './noun-row.js';

type Ports = Pick<ServicePorts, 'encoder' | 'replies'>;

const eventNoun = 'EndDeviceEvents';
/** Events in one message: about 800 characters of XML each. */
const together = 1_000;

export interface EventEnvelope {
  /** Name of the endpoint it goes to. */
  readonly endpoint: string;
  readonly noun: string;
  /** `created`, `changed` … */
  readonly verb: string;
  /** Blank = none in the message. */
  readonly correlationId: string;
  readonly context?: Json | undefined;
}

/** An event message under a MessageID of its own. */
export function eventDelivery({ encoder, replies }: Ports, envelope: EventEnvelope, root: object): NewDelivery {
  const { endpoint, noun, verb, correlationId, context } = envelope;
  const id = replies.messageId();
  const now = replies.now();
  const Header = {
    Verb: verb,
    Noun: noun,
    Revision: '2.0',
    Context: context,
    Timestamp: new Date(now).toISOString(),
    Source: replies.source,
    MessageID: id,
    CorrelationID: correlationId === '' ? undefined : correlationId,
  };
  const { xml, action } = encoder.event(verb, noun, { Header, Payload: { [noun]: root } }, { endpoint });
  return { id, endpoint, correlationId, noun, action, xml, createdAt: now };
}

/** `created EndDeviceEvents` messages for what a request has caused; none when there are no events. */
export function eventDeliveries(
  ports: Ports,
  { correlationId, header }: Pick<StoredRequest, 'correlationId' | 'header'>,
  endpoint: string,
  events: readonly EndDeviceEvent[],
): readonly NewDelivery[] {
  const deliveries: NewDelivery[] = [];
  const envelope = { endpoint, noun: eventNoun, verb: 'created', correlationId, context: header['Context'] };
  for (let from = 0; from < events.length; from += together)
    deliveries.push(eventDelivery(ports, envelope, { EndDeviceEvent: events.slice(from, from + together) }));
  return deliveries;
}
