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
  const kept = replyTo.kind !== 'endpoint' ? { parts: JSON.parse(JSON.stringify(replies)) as JsonObject[] } : undefined;
  if (!(await tx.endRequest(id, kept, at))) return false;
  if (replyTo.kind === 'endpoint')
    await tx.addDeliveries(replies.map((reply) => deliveryOf(ports, request, replyTo.name, reply, at)));
  return true;
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
