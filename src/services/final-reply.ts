/**
 * The end of a request: exactly one final reply, in one or several parts, made in the transaction that ends it. Parts that are
 * ready before the end go out before it (behaviour §2.7).
 */
import type { AnyResponse } from '../message/call.js';
import type { Json, JsonObject, StoreReader, StoreTransaction } from '../ports/object-store.js';
import type { NewDelivery } from '../ports/outbox.js';
import { gatewayNames } from '../message/caller.js';
import type { StoredRequest } from '../ports/requests.js';
import type { ServicePorts } from './noun-row.js';

type Ports = Pick<ServicePorts, 'clock' | 'encoder' | 'registry'>;

/** Under which name early parts are kept among the answers, and forgotten with them; no caller has it. */
const keeper = gatewayNames.partsOfReplies;

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
  if (!(await tx.endRequest(request.id, keptReply(request, replies), ports.clock.now()))) return false;
  await deliver(tx, ports, request, replies);
  return true;
}

/** What the store keeps of the reply, for whoever asks for it; nothing of one that is sent. */
export function keptReply({ replyTo }: StoredRequest, replies: readonly AnyResponse[]): JsonObject | undefined {
  return replyTo.kind === 'endpoint' ? undefined : { parts: replies as unknown as readonly JsonObject[] };
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

/** Hands out a part of the reply while the request goes on. `n` counts the parts from 1; each is given once. */
export async function handOut(
  tx: StoreTransaction,
  ports: Ports,
  request: StoredRequest,
  reply: AnyResponse,
  n: number,
): Promise<void> {
  if (request.replyTo.kind !== 'endpoint')
    await tx.keepAnswer({
      ...keptAs(request, n),
      digest: '',
      answer: reply as unknown as JsonObject,
      at: ports.clock.now(),
    });
  await deliver(tx, ports, request, [reply]);
}

/** Ends a request whose parts before `n` have been handed out.
 * @returns false, with nothing written, when the request had ended before */
export async function endWithPart(
  tx: StoreTransaction,
  ports: Ports,
  request: StoredRequest,
  reply: AnyResponse,
  n: number,
): Promise<boolean> {
  if (n === 1) return endWith(tx, ports, request, [reply]);
  const kept = request.replyTo.kind !== 'endpoint' ? { handedOut: n } : undefined;
  if (!(await tx.endRequest(request.id, kept, ports.clock.now()))) return false;
  await handOut(tx, ports, request, reply, n);
  return true;
}

/** How many parts the reply of a request that is over has for those who fetch it; undefined when it went elsewhere. */
export function partsKept({ reply }: StoredRequest): number | undefined {
  const parts = reply?.['parts'] as readonly Json[] | undefined;
  return parts?.length ?? (reply?.['handedOut'] as number | undefined);
}

/** A part that was kept to be fetched, also while the request goes on. */
export async function partOf(store: StoreReader, request: StoredRequest, n: number): Promise<AnyResponse | undefined> {
  const parts = request.reply?.['parts'] as readonly Json[] | undefined;
  if (parts !== undefined) return parts[n - 1] as unknown as AnyResponse | undefined;
  const { principal, messageId } = keptAs(request, n);
  return (await store.answerOf(principal, messageId))?.answer as unknown as AnyResponse | undefined;
}

function keptAs({ id }: StoredRequest, n: number): { readonly principal: string; readonly messageId: string } {
  return { principal: keeper, messageId: `${id} ${n}` };
}

async function deliver(
  tx: StoreTransaction,
  ports: Ports,
  request: StoredRequest,
  replies: readonly AnyResponse[],
): Promise<void> {
  const { replyTo } = request;
  if (replyTo.kind !== 'endpoint') return;
  await tx.addDeliveries(replyDeliveries(ports, request, replyTo.name, replies));
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
  const { noun, verb, correlationId } = request;
  const payload = (reply as { readonly Payload?: object }).Payload;
  // what an operation set has found is of many nouns, and no event of one of them
  const tells = payload !== undefined && !('OperationSet' in payload);
  const asEvent = tells && ports.registry.endpoint(endpoint)?.replies === 'event';
  const to = { endpoint, asked: verb };
  const { xml, action } = asEvent
    ? ports.encoder.event('created', noun, { Header: { ...reply.Header, Verb: 'created' }, Payload: payload }, to)
    : ports.encoder.response(noun, reply, to);
  return { id: reply.Header.MessageID ?? '', endpoint, correlationId, noun, action, xml, createdAt: at };
}
