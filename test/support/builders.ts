/** Builders of typed messages and elements: `aMessage('CreateMeterConfig').with({ Meter: [aMeter('M-1')] })`. */
import type { HeaderType } from '../../src/generated/Message.js';
import { operations, type AnyMessage, type AnyResponse, type Operation } from '../../src/generated/operations.js';
import type { Call, Dispatch, PayloadPiece } from '../../src/message/call.js';

export interface MessageBuilder {
  readonly message: AnyMessage;
  readonly call: Call;
  /** Members of the payload root; for a get, members of its Get profile. */
  with(root: Readonly<Record<string, unknown>>): MessageBuilder;
  /** Header fields instead of or beside the ordinary ones; undefined takes one away. */
  header(fields: Partial<HeaderType>): MessageBuilder;
  /** Members of `Request`. */
  request(fields: Readonly<Record<string, unknown>>): MessageBuilder;
  /** Members of `Payload` beside the root. */
  payload(fields: Readonly<Record<string, unknown>>): MessageBuilder;
  /** Further pieces of a large payload. */
  rest(...pieces: readonly PayloadPiece[]): MessageBuilder;
  /** Fields of the call, such as the principal. */
  by(fields: Partial<Call>): MessageBuilder;
  to(dispatch: Dispatch): Promise<AnyResponse>;
}

/** A message of the operation with an ordinary Header; a get has an empty Get profile. */
export function aMessage(operationName: string): MessageBuilder {
  const operation = operationNamed(operationName);
  const { noun, verb, shape } = operation;
  const Header: HeaderType = { Verb: verb, Noun: noun, Revision: '2.0', Source: 'CIS', MessageID: 'message-1' };
  const message: AnyMessage = shape === 'get' ? { Header, Request: { [`Get${noun}`]: {} } } : { Header };
  return building(message, { operation, requestId: 'request-1', receivedAt: 0 });
}

function building(message: AnyMessage, call: Call): MessageBuilder {
  const { noun, shape } = call.operation;
  return {
    message,
    call,
    with: (root) =>
      shape === 'get'
        ? building({ ...message, Request: { ...message.Request, [`Get${noun}`]: root } }, call)
        : building({ ...message, Payload: { ...message.Payload, [noun]: root } }, call),
    header: (fields) => building({ ...message, Header: { ...message.Header, ...fields } }, call),
    request: (fields) => building({ ...message, Request: { ...message.Request, ...fields } }, call),
    payload: (fields) => building({ ...message, Payload: { ...message.Payload, ...fields } }, call),
    rest: (...pieces) => building(message, { ...call, rest: streamOf(pieces) }),
    by: (fields) => building(message, { ...call, ...fields }),
    to: (dispatch) => dispatch(message, call),
  };
}

export function operationNamed(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}

/** A `Names` element. */
export function aName(name: string, nameType?: string, authority?: string): Readonly<Record<string, unknown>> {
  const by = authority === undefined ? {} : { NameTypeAuthority: { name: authority } };
  return nameType === undefined ? { name } : { name, NameType: { name: nameType, ...by } };
}

/** An element with one name, of the kind MeterName. */
export function aMeter(name: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { ...more, Names: [aName(name, 'MeterName')] };
}

/** An element with one name without a NameType. */
export function named(name: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { ...more, Names: [aName(name)] };
}

/** What a reply says, in short: result, codes, details. */
export function gist(reply: AnyResponse): {
  readonly result: string;
  readonly codes: readonly string[];
  readonly details: readonly (string | undefined)[];
} {
  const errors = reply.Reply.Error ?? [];
  return {
    result: reply.Reply.Result,
    codes: errors.map(({ code }) => code),
    details: errors.map(({ details }) => details),
  };
}

/** The mRIDs in `Reply/ID`. */
export function idsIn(reply: AnyResponse): readonly string[] {
  return (reply.Reply.ID ?? []).map(({ text }) => text);
}

async function* streamOf(pieces: readonly PayloadPiece[]): AsyncIterable<PayloadPiece> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}
