/** Makes the replies of the gateway: header, result and errors from findings (messaging rules 1.3, 1.4, 8.1). */
import type { AnyMessage, AnyResponse } from '../generated/operations.js';
import type * as Message from '../generated/Message.js';
import type { Finding, ObjectId } from './finding.js';
import { codes, noteReason, reasonOf, replyCodes } from './reply-codes.js';

export type Result = 'OK' | 'PARTIAL' | 'FAILED';

/** What every reply needs to know of the gateway. */
export interface ReplyMaker {
  /** The gateway's own name in `Header/Source`. */
  readonly source: string;
  /** A fresh MessageID. */
  messageId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Whether a plain success carries `0.0` (default) or no Error at all. */
  readonly successCode: boolean;
}

export interface ReplyParts {
  readonly result: Result;
  readonly findings?: readonly Finding[];
  readonly ids?: readonly ObjectId[];
  readonly payload?: Readonly<Record<string, unknown>> | undefined;
}

/** What replies have been made of, as long as they are there. */
const parts = new WeakMap<AnyResponse, ReplyParts>();

/** What a reply says, in the form it was said in; for who puts it into another reply. Undefined for replies of others. */
export function partsOfReply(reply: AnyResponse): ReplyParts | undefined {
  return parts.get(reply);
}

/** The answer to a request: verb `reply`, the noun of the request, its CorrelationID or else its MessageID. */
export function replyTo(request: AnyMessage, noun: string, said: ReplyParts, maker: ReplyMaker): AnyResponse {
  const header = request.Header;
  const findings = said.findings ?? [];
  const plain: readonly Finding[] =
    said.result === 'OK' && findings.length === 0 && maker.successCode ? [{ code: '0.0' }] : [];
  const reply: AnyResponse = {
    Header: {
      Verb: 'reply',
      Noun: noun,
      Revision: '2.0',
      Context: header.Context,
      Timestamp: new Date(maker.now()).toISOString(),
      Source: maker.source,
      MessageID: maker.messageId(),
      CorrelationID: clip(header.CorrelationID ?? header.MessageID),
    },
    Reply: {
      Result: said.result,
      Error: nonEmpty([...plain, ...findings].map(errorOf)),
      ID: nonEmpty((said.ids ?? []).map(idOf)),
    },
    ...(said.payload ? { Payload: said.payload } : {}),
  };
  parts.set(reply, said);
  return reply;
}

/**
 * The acknowledgement of work that is durably stored and answered later: 0.3, and the id to ask for (messaging §4.2). OK when all
 * of it is taken on, as far as is known by then; else PARTIAL, with what is wrong with the rest (docs/delivery.md).
 * @param wrong what will not be done
 * @param notes what else there is to know; takes nothing from the result
 */
export function acknowledge(
  request: AnyMessage,
  noun: string,
  correlationId: string,
  maker: ReplyMaker,
  wrong: readonly Finding[] = [],
  notes: readonly Finding[] = [],
): AnyResponse {
  const ids: readonly ObjectId[] = [{ id: correlationId, kind: 'transaction' }];
  const findings: readonly Finding[] = [{ code: '0.3' }, ...notes, ...wrong];
  return replyTo(request, noun, { result: resultOf(1, wrong.length), findings, ids }, maker);
}

/** The acknowledgement of what has been done already and is told later all the same: it says what the reply says is wrong. */
export function acknowledgeDone(
  request: AnyMessage,
  noun: string,
  correlationId: string,
  maker: ReplyMaker,
  { Reply: { Result, Error = [] } }: AnyResponse,
): AnyResponse {
  const plain = acknowledge(request, noun, correlationId, maker);
  if (Result === 'OK') return plain;
  const wrong = Error.filter(({ code }) => !code.startsWith('0.'));
  return { ...plain, Reply: { ...plain.Reply, Result: 'PARTIAL', Error: [...(plain.Reply.Error ?? []), ...wrong] } };
}

/** The `Reply` of a FaultMessage: FAILED with the findings. */
export function faultReply(findings: readonly Finding[]): Message.ReplyType {
  return { Result: 'FAILED', Error: nonEmpty(findings.map(errorOf)) };
}

/** All good: OK. Some good: PARTIAL. None good: FAILED. */
export function resultOf(good: number, bad: number): Result {
  if (bad === 0) return 'OK';
  return good > 0 ? 'PARTIAL' : 'FAILED';
}

/** Longest text of a caller that is echoed, so that a reply stays small whatever was sent. */
const longestEcho = 256;

function errorOf(finding: Finding): Message.ErrorType {
  const entry = replyCodes[finding.code];
  const details = [finding.path, finding.details].filter((t) => t !== undefined && t !== '').join(': ');
  return {
    code: finding.code,
    level: entry.level,
    reason: finding.code === codes.ok && details !== '' ? noteReason : reasonOf(finding.code, finding.values),
    details: details === '' ? undefined : details,
    ID: finding.object && idOf(finding.object),
    relatedID: finding.related && idOf(finding.related),
    operationId: finding.operationId,
  };
}

function idOf(id: ObjectId): Message.ErrorTypeID {
  return {
    idType: clip(id.idType),
    idAuthority: clip(id.idAuthority),
    kind: id.kind,
    objectType: id.objectType,
    text: clip(id.id),
  };
}

function clip<T extends string | undefined>(text: T): T {
  return (text !== undefined && text.length > longestEcho ? `${text.slice(0, longestEcho - 1)}…` : text) as T;
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
