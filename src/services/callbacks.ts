/**
 * What answers the gateway's own requests to head ends: responses, and events that bear the correlation of such a request. They
 * are offered to the head ends before anybody else. Being told twice is no harm, so that no answer need be kept.
 */
import { wholeMessage, type AnyMessage, type AnyResponse, type Call } from '../message/call.js';
import { gatewayNames } from '../message/caller.js';
import type { Finding } from '../message/finding.js';
import { replyTo, type Result } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { Told } from '../ports/head-end.js';
import { callbacksElsewhere, type Taken } from './callbacks-elsewhere.js';
import { resumeJob } from './command-resumption.js';
import { headEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

export interface Callbacks {
  /** The answer to a response that somebody sends. */
  response(message: AnyMessage, call: Call): Promise<AnyResponse>;
  /** The answer to an event that a head end takes as its own; undefined when the event goes the ordinary way. */
  event(message: AnyMessage, call: Call): Promise<AnyResponse | undefined>;
}

/** Verbs of responses: the standard's, and those that are met with (messaging §2). */
const responseVerbs: ReadonlySet<string> = new Set(['reply', 'created', 'changed', 'canceled', 'closed', 'deleted']);

export function callbacks(ports: ServicePorts): Callbacks {
  const takers = ports.headEnds.filter((headEnd) => headEnd.take !== undefined);

  const answer = (message: AnyMessage, noun: string, result: Result, finding: Finding): AnyResponse =>
    replyTo(message, noun, { result, findings: [finding] }, ports.replies);

  /** Offers the message to the head ends of this process. What they take is to be on disk, since nobody sends it again then. */
  async function takeHere(told: Told): Promise<Taken> {
    const { principal = gatewayNames.anonymous } = told;
    for (const headEnd of takers.filter(({ principals }) => principals?.includes(principal) ?? true))
      if (await headEnd.take?.(told)) return (await headEndDesk(ports).flushed()) ? 'kept' : 'not kept';
    return 'nobody';
  }

  const takeElsewhere = callbacksElsewhere(ports.peers, takeHere);

  /** Whose job it is, it may be: here, of another process, or of one that is no more. */
  async function take(told: Told): Promise<Taken> {
    const here = await takeHere(told);
    if (here !== 'nobody' || takers.length === 0) return here;
    const elsewhere = await takeElsewhere(told);
    if (elsewhere !== 'nobody') return elsewhere;
    return (await resumeJob(ports.store, headEndDesk(ports), told.correlationId)) ? takeHere(told) : 'nobody';
  }

  async function offer(told: Told, message: AnyMessage): Promise<AnyResponse | undefined> {
    const taken = await take(told);
    if (taken === 'nobody') return undefined;
    if (taken === 'kept') return answer(message, told.noun, 'OK', { code: codes.accepted });
    const details = 'what the message brings could not be written down yet; send it again later';
    return answer(message, told.noun, 'FAILED', { code: codes.tooBusy, details });
  }

  return {
    async response(message, call) {
      const { noun } = call.operation;
      const wrong = wrongResponse(message, noun);
      if (wrong !== undefined) return answer(message, noun, 'FAILED', wrong);
      const told = toldBy(message, call, 'response');
      return (await offer(told, message)) ?? answer(message, noun, 'FAILED', unknown(told.correlationId));
    },
    async event(message, call) {
      const isEvent = call.operation.shape === 'event' && takers.length > 0;
      if (!isEvent || (message.Header.CorrelationID?.trim() ?? '') === '') return undefined;
      return offer(toldBy(message, call, 'event'), message);
    },
  };
}

function toldBy(message: AnyMessage, call: Call, kind: Told['kind']): Told {
  const { noun, verb } = call.operation;
  return {
    kind,
    noun,
    verb,
    correlationId: message.Header.CorrelationID?.trim() ?? '',
    principal: call.caller?.principal,
    message: () => wholeMessage(message, call),
  };
}

function wrongResponse({ Header }: AnyMessage, noun: string): Finding | undefined {
  if (!responseVerbs.has(Header.Verb)) {
    const details = `a response has the verb reply, not ${Header.Verb}`;
    return { code: codes.invalidVerb, path: 'Header.Verb', details, values: { value: Header.Verb } };
  }
  if (Header.Noun !== noun) {
    const value = Header.Noun.slice(0, 80);
    return { code: codes.invalidNoun, path: 'Header.Noun', details: `the message is of ${noun}`, values: { value } };
  }
  if ((Header.CorrelationID?.trim() ?? '') !== '') return undefined;
  const details = 'a response needs the CorrelationID of the request that it answers';
  return { code: codes.headerMissing, path: 'Header.CorrelationID', details, values: { element: 'CorrelationID' } };
}

function unknown(correlationId: string): Finding {
  const id = correlationId.slice(0, 256);
  return {
    code: codes.invalidRequestId,
    path: 'Header.CorrelationID',
    details: 'the gateway has no request in hand with this correlation id, so that there is nothing to be answered',
    object: { id, kind: 'transaction' },
    values: { object: id },
  };
}
