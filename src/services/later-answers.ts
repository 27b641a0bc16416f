/**
 * Answers that come later, for every verb whose service does not see to that by itself: the request is kept as it came, promised,
 * and carried out as a job by the same function that answers at once. Its answer is kept in the transaction that does the work,
 * so that a job that comes twice does the work once.
 */
import { operations, type Verb } from '../generated/operations.js';
import { wholeMessage, type AnyMessage, type AnyResponse, type Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { acknowledge, replyTo } from '../message/replies.js';
import type { KeptAnswer } from '../ports/answers.js';
import { StoreUnavailable, type JsonObject, type StoreReader } from '../ports/object-store.js';
import type { ReplyTo, StoredRequest } from '../ports/requests.js';
import { endWith } from './final-reply.js';
import { gatewayNames } from '../message/caller.js';
import { keptAnswer } from './kept-answers.js';
import type { Handler, NounRow, ServicePorts } from './noun-row.js';
import { refuseWhenTooMany } from './open-requests.js';
import { inParts } from './split-reply.js';
import { replyToOf } from './reply-address.js';

const queue = gatewayNames.laterAnswers;
/** Requests carried out at a time; they share the store with everybody who waits for an answer. */
const concurrency = 4;

/** What a request that was answered later has been answered, by the store's id of it; as long as answers are kept. */
export function answerOfLater(store: Pick<StoreReader, 'answerOf'>, id: string): Promise<KeptAnswer | undefined> {
  return store.answerOf(queue, id);
}

/** A request as it waits: enough to ask the service once more. */
interface Waiting extends JsonObject {
  readonly operation: string;
  readonly message: JsonObject;
}

/** What is answered. */
export interface Answered {
  readonly noun: string;
  readonly row: NounRow;
  readonly verb: Verb;
  /** Whether the row's special service answers it. */
  readonly special: boolean;
}

/**
 * Lays the way of later answers over handlers. Serves the jobs of all nouns.
 * @param isOneObject whether the payload of a noun is one object as a whole, which is not cut into parts
 */
export function laterAnswers(
  ports: ServicePorts,
  handlerOf: (noun: string, verb: string) => Handler | undefined,
  isOneObject: (noun: string) => boolean,
): (asked: Answered, handler: Handler) => Handler {
  const { store, clock, ids } = ports;

  async function accept(message: AnyMessage, call: Call, replyTo: ReplyTo): Promise<AnyResponse> {
    const { operation } = call;
    const principal = call.principal ?? '';
    await refuseWhenTooMany(ports, principal);
    const { Header } = message;
    const correlationId = Header.CorrelationID ?? Header.MessageID ?? '';
    const now = clock.now();
    const id = ids.next();
    const body: Waiting = { operation: operation.name, message: json(await wholeMessage(message, call)) };
    const request = {
      id,
      noun: operation.noun,
      verb: operation.verb,
      principal,
      correlationId,
      messageId: Header.MessageID,
      replyTo,
      header: json(Header),
      body,
      receivedAt: now,
      due: now,
      deadline: now + ports.settings.commandDeadline,
      priority: 'normal' as const,
    };
    const reply = acknowledge(message, operation.noun, correlationId, ports.replies);
    await store.write({
      request: { request, tasks: [] },
      jobs: [{ queue, key: id, due: now, data: { request: id } }],
      answer: keptAnswer(call, reply, now),
    });
    return reply;
  }

  async function carryOut(id: string): Promise<void> {
    const request = await store.request(id);
    if (request === undefined || request.state === 'final') return;
    const reply = await answerOf(request).catch((error: unknown) => {
      if (clock.now() < request.deadline || error instanceof StoreUnavailable) throw error; // the job comes again
      return failed(request, { code: codes.timedOut, details: 'the gateway could not carry it out in time' });
    });
    const parts = isOneObject(request.noun) ? [reply] : inParts(ports, request.noun, reply);
    await store.transaction((tx) => endWith(tx, ports, request, parts));
  }

  /** What the service answers, or has answered when this was begun before. */
  async function answerOf(request: StoredRequest): Promise<AnyResponse> {
    const { operation: name } = request.body as Waiting;
    const message = messageOf(request);
    const operation = operations.find((one) => one.name === name && one.noun === request.noun);
    const handler = handlerOf(request.noun, request.verb);
    if (operation === undefined || handler === undefined) return failed(request, gone(request));
    // under a name of its own, which no caller knows: under the caller's MessageID stands the acknowledgement
    const repeat = { principal: queue, messageId: request.id, digest: '' };
    const before = await answerOfLater(store, request.id);
    if (before !== undefined) return before.answer as unknown as AnyResponse;
    const { principal, receivedAt } = request;
    const call: Call = {
      operation,
      requestId: request.id,
      receivedAt,
      ...(principal === '' ? {} : { principal }),
      ...(operation.verb === 'get' ? {} : { repeat }),
    };
    try {
      return await handler(message, call);
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error;
      return failed(request, ...error.findings);
    }
  }

  function failed(request: StoredRequest, ...findings: readonly Finding[]): AnyResponse {
    return replyTo(messageOf(request), request.noun, { result: 'FAILED', findings }, ports.replies);
  }

  ports.jobs.serve(queue, concurrency, (job) => carryOut(job.data['request'] as string));

  return (asked, handler) => {
    if (seesToIt(asked)) return handler;
    return async (message, call) => {
      const to = replyToOf(message.Header, ports);
      if (to === undefined) return handler(message, call);
      if (!mayBeRepeated(asked)) throw new ReplyError(onlyAtOnce(asked));
      return accept(message, call, to);
    };
  };
}

/** Whether the noun's own service answers this verb later by itself. */
function seesToIt({ row: { asynchronous }, verb }: Answered): boolean {
  return asynchronous === true || (asynchronous?.includes(verb) ?? false);
}

/** Whether a job may carry the verb out: what reaches for devices must not happen twice after a crash. */
function mayBeRepeated({ verb, special, row }: Answered): boolean {
  return !special || row.repeatable === true || verb === 'get' || verb.endsWith('ed');
}

function messageOf({ body }: StoredRequest): AnyMessage {
  return (body as Waiting).message as unknown as AnyMessage;
}

function json(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

function onlyAtOnce({ noun, verb }: Answered): Finding {
  return {
    code: codes.notAttempted,
    path: 'Header.AsyncReplyFlag',
    details: `${verb} ${noun} is answered at once only; nothing has been done: send it without AsyncReplyFlag`,
    values: { details: 'it cannot be answered later' },
  };
}

function gone({ noun, verb }: StoredRequest): Finding {
  return {
    code: codes.notAttempted,
    details: `this gateway does not ${verb} ${noun} any more; nothing has been done`,
    values: { details: 'the service is gone' },
  };
}
