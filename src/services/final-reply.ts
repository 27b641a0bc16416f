/** The end of a request: exactly one final reply, in one or several parts, made in the transaction that ends it. */
import type { AnyMessage, AnyResponse } from '../message/call.js';
import { codes } from '../message/reply-codes.js';
import { replyTo, type ReplyParts } from '../message/replies.js';
import type { JsonObject, StoreTransaction } from '../ports/object-store.js';
import type { NewDelivery } from '../ports/outbox.js';
import type { StoredRequest } from '../ports/requests.js';
import type { ServicePorts } from './noun-row.js';

type Ports = Pick<ServicePorts, 'clock' | 'encoder' | 'registry' | 'replies'>;

/**
 * Ends a request with its reply: delivered to its endpoint, or kept to be fetched, or neither when nobody waits for it.
 * Several parts go out one after the other, all but the last PARTIAL with 0.1, each with the Property `Part` n/m (behaviour §2.7).
 * @param events further messages for the same endpoint, sent before the reply
 * @returns false, with nothing written, when the request had ended before
 */
export async function finalReply(
  tx: StoreTransaction,
  ports: Ports,
  request: StoredRequest,
  parts: ReplyParts | readonly ReplyParts[],
  events: readonly NewDelivery[] = [],
): Promise<boolean> {
  const list = Array.isArray(parts) ? (parts as readonly ReplyParts[]) : [parts as ReplyParts];
  return endWith(tx, ports, request, finalReplies(ports, request, list), events);
}

/** The same with replies that have been made already. */
export async function endWith(
  tx: StoreTransaction,
  ports: Ports,
  request: StoredRequest,
  replies: readonly AnyResponse[],
  events: readonly NewDelivery[] = [],
): Promise<boolean> {
  const at = ports.clock.now();
  const kept: JsonObject = { parts: JSON.parse(JSON.stringify(replies)) as JsonObject[] };
  const polled = request.replyTo.kind === 'poll';
  if (!(await tx.endRequest(request.id, polled ? kept : undefined, at))) return false;
  const { replyTo: to } = request;
  if (to.kind !== 'endpoint') return true;
  await tx.addDeliveries([...events, ...replies.map((reply) => deliveryOf(ports, request, to.name, reply, at))]);
  return true;
}

/** The replies as they go out. */
function finalReplies(ports: Ports, request: StoredRequest, parts: readonly ReplyParts[]): readonly AnyResponse[] {
  const asked = { Header: request.header as unknown as AnyMessage['Header'] } as AnyMessage;
  return parts.map((part, at) => {
    const last = at === parts.length - 1;
    const said: ReplyParts = last
      ? part
      : { ...part, result: 'PARTIAL', findings: [{ code: codes.moreFollows }, ...(part.findings ?? [])] };
    const reply = replyTo(asked, request.noun, said, ports.replies);
    if (parts.length === 1) return reply;
    const Property = [{ Name: 'Part', Value: `${at + 1}/${parts.length}` }];
    return { ...reply, Header: { ...reply.Header, Property } };
  });
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
