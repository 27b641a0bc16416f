/** The end of a request: exactly one final reply, in one or several parts, made in the transaction that ends it. */
import type { AnyResponse } from '../message/call.js';
import type { JsonObject, StoreTransaction } from '../ports/object-store.js';
import type { NewDelivery } from '../ports/outbox.js';
import type { StoredRequest } from '../ports/requests.js';
import type { ServicePorts } from './noun-row.js';

type Ports = Pick<ServicePorts, 'clock' | 'encoder' | 'registry'>;

/**
 * Ends a request with its reply, in as many parts as there are (behaviour §2.7): delivered to its endpoint, one after the other,
 * or kept to be fetched, or neither when nobody waits for it.
 * @returns false, with nothing written, when the request had ended before
 */
export async function endWith(
  tx: StoreTransaction,
  ports: Ports,
  request: StoredRequest,
  replies: readonly AnyResponse[],
): Promise<boolean> {
  const at = ports.clock.now();
  const { id, replyTo } = request;
  if (!(await tx.endRequest(id, keptReply(request, replies), at))) return false;
  if (replyTo.kind === 'endpoint') await tx.addDeliveries(replyDeliveries(ports, request, replyTo.name, replies));
  return true;
}

/** What the store keeps of the reply, for whoever asks for it; nothing of one that is sent. */
export function keptReply({ replyTo }: StoredRequest, replies: readonly AnyResponse[]): JsonObject | undefined {
  return replyTo.kind === 'endpoint' ? undefined : { parts: JSON.parse(JSON.stringify(replies)) as JsonObject[] };
}

/** The reply as messages to an endpoint. */
export function replyDeliveries(
  ports: Ports,
  request: StoredRequest,
  endpoint: string,
  replies: readonly AnyResponse[],
): readonly NewDelivery[] {
  const at = ports.clock.now();
  return replies.map((reply) => deliveryOf(ports, request, endpoint, reply, at));
}

/**
 * A message of ours for an endpoint of the registry. A reply goes out as `<Noun>ResponseMessage`, or to endpoints that want
 * events as `Created<Noun>`, unless it has nothing to tell but errors.
 */
function deliveryOf(
  ports: Ports,
  request: StoredRequest,
  endpoint: string,
  reply: AnyResponse,
  at: number,
): NewDelivery {
  const { noun, correlationId } = request;
  const payload = (reply as { readonly Payload?: object }).Payload;
  const asEvent = ports.registry.endpoint(endpoint)?.replies === 'event' && payload !== undefined;
  const { xml, action } = asEvent
    ? ports.encoder.event('created', noun, { Header: { ...reply.Header, Verb: 'created' }, Payload: payload })
    : ports.encoder.response(noun, reply);
  return { id: reply.Header.MessageID ?? '', endpoint, correlationId, noun, action, xml, createdAt: at };
}
