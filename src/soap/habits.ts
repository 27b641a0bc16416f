/** How partners want to be answered, beyond namespaces and form: what a dialect makes of a reply, and of a fault. */
import type { AnyResponse, Operation, Verb } from '../generated/operations.js';
import { replyTo, type ReplyMaker } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { Dialect } from './dialects.js';
import { SoapFault } from './fault.js';
import type { SoapVersion } from './envelope.js';

/** Verbs of requests, and of the events that tell that it has been done. */
export const pastOf: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['create', 'created'],
  ['change', 'changed'],
  ['cancel', 'canceled'],
  ['close', 'closed'],
  ['delete', 'deleted'],
]);

/**
 * The reply as the dialect has it: its verb, and 0.0 on plain success or nothing.
 * @param verb what was asked
 */
export function inHabit(reply: AnyResponse, verb: string, dialect: Dialect | undefined): AnyResponse {
  if (dialect === undefined) return reply;
  const Verb = dialect.answerVerb === 'past' ? (pastOf.get(verb) ?? reply.Header.Verb) : reply.Header.Verb;
  return { ...reply, Header: { ...reply.Header, Verb }, Reply: { ...reply.Reply, Error: errorsOf(reply, dialect) } };
}

function errorsOf({ Reply }: AnyResponse, { successCode }: Dialect): AnyResponse['Reply']['Error'] {
  const { Result, Error: errors = [] } = Reply;
  if (successCode === false && errors.length === 1 && errors[0]?.code === codes.ok) return undefined;
  if (successCode === true && errors.length === 0 && Result === 'OK') return [{ code: codes.ok, level: 'INFORM' }];
  return Reply.Error;
}

/** Codes that ask for the same message again: the sender is not to blame. */
const temporary: readonly string[] = [codes.tooBusy, codes.tooManyPending, codes.authenticationUnavailable];

/** A reply that is FAILED, as a fault with the same Reply in its detail; undefined where the dialect wants a reply. */
export function failureAsFault(
  { Reply }: AnyResponse,
  version: SoapVersion,
  operation: Operation,
  dialect: Dialect | undefined,
): SoapFault | undefined {
  if (dialect?.failures !== 'fault' || Reply.Result !== 'FAILED') return undefined;
  const [first, ...others] = Reply.Error ?? [];
  const more = others.length > 0 ? ` (and ${others.length} more, see the detail)` : '';
  const reason = `${first?.details ?? first?.reason ?? 'the request failed'}${more}`;
  const code = temporary.includes(first?.code ?? '') ? 'Server' : 'Client';
  const fault = new SoapFault(code, reason, version, operation);
  fault.reply = Reply;
  return fault;
}

/** A fault for a message that is not valid, as a reply; undefined where the dialect wants a fault, and for any other fault. */
export function invalidAsReply(
  { code, operation, findings, manner }: SoapFault,
  dialect: Dialect | undefined,
  maker: ReplyMaker,
): AnyResponse | undefined {
  if (dialect?.invalid !== 'reply' || code !== 'Client' || operation === undefined || findings.length === 0)
    return undefined;
  const Header = { Verb: operation.verb, Noun: operation.noun, ...manner?.heard };
  return replyTo({ Header }, operation.noun, { result: 'FAILED', findings }, maker);
}
