/**
 * What somebody whom the gateway has called answers: whether the message was taken. Reads any `<Noun>ResponseMessage`, whatever
 * namespace era it is in, and faults of both versions; whatever else comes is no answer. Never takes what is not well-formed.
 */
import { TapeCursor } from '../contract/cursor.js';
import { Scanner, ScanError, type Tape } from '../contract/scan.js';
import { documentText, EncodingError } from '../contract/text.js';
import { NotWellFormed, ParsedDocument } from '../contract/validator.js';
import { mediaType } from './request.js';
import { SoapFault } from './fault.js';

export type AnswerRead =
  /** A reply: its result, and of its first error the code and what is said of it. */
  | {
      readonly kind: 'reply';
      readonly result: string;
      readonly code?: string | undefined;
      readonly details?: string | undefined;
    }
  /** A fault: whether it blames the message, and why; of the first error of a FaultMessage in it the code and what is said of it. */
  | {
      readonly kind: 'fault';
      readonly blamesMessage: boolean;
      readonly reason: string;
      readonly code?: string | undefined;
      readonly details?: string | undefined;
    }
  /** Not what was agreed. */
  | { readonly kind: 'junk'; readonly reason: string };

const scanner = new Scanner({
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1024,
  text: 1_048_576,
  nodes: 100_000,
  children: 50_000,
});

/** Reads the body of an answer. Never throws for what stands in it. */
export function readAnswer(body: Uint8Array, contentType: string | undefined): AnswerRead {
  if (body.byteLength === 0) return { kind: 'junk', reason: 'the answer is empty' };
  try {
    const document = documentText(body, mediaType(contentType).charset);
    const tape = scanner.scan(document.text, document.ascii ? document.utf8 : undefined);
    if (!tape.proved) ParsedDocument.parse(document.utf8)[Symbol.dispose]();
    return read(tape);
  } catch (error) {
    const known = [EncodingError, NotWellFormed, ScanError, SoapFault].some((kind) => error instanceof kind);
    if (known) return { kind: 'junk', reason: `the answer is no SOAP: ${clip((error as Error).message)}` };
    throw error;
  }
}

function read(tape: Tape): AnswerRead {
  const root = new TapeCursor(tape);
  const body = root.name === 'Envelope' ? childOf(tape, 0, 'Body') : undefined;
  const message = body === undefined ? undefined : childrenOf(tape, body)[0];
  if (message === undefined) return { kind: 'junk', reason: 'the answer is no SOAP envelope with a message in it' };
  const { name } = new TapeCursor(tape, message);
  if (name === 'Fault') return fault(tape, message);
  // the generic service wraps its message once more: Response/message
  const inner = name === 'Response' ? (childOf(tape, message, 'message') ?? message) : message;
  const reply = name === 'Response' || name.endsWith('ResponseMessage') ? childOf(tape, inner, 'Reply') : undefined;
  const result = reply === undefined ? undefined : textOf(tape, reply, 'Result');
  if (reply === undefined || result === undefined)
    return { kind: 'junk', reason: `the answer ${clip(name)} is no reply with a Result` };
  return { kind: 'reply', result, ...firstError(tape, reply) };
}

function fault(tape: Tape, index: number): AnswerRead {
  const code12 = childOf(tape, index, 'Code');
  const reason12 = childOf(tape, index, 'Reason');
  const code = code12 === undefined ? textOf(tape, index, 'faultcode') : textOf(tape, code12, 'Value');
  const reason = reason12 === undefined ? textOf(tape, index, 'faultstring') : textOf(tape, reason12, 'Text');
  const local = (code ?? '').replace(/^.*:/, '').split('.')[0] ?? '';
  const blamesMessage = local === 'Client' || local === 'Sender';
  const detail = childOf(tape, index, code12 === undefined ? 'detail' : 'Detail');
  const message = detail === undefined ? undefined : childrenOf(tape, detail)[0];
  const reply = message === undefined ? undefined : childOf(tape, message, 'Reply');
  const said = reply === undefined ? {} : firstError(tape, reply);
  return { kind: 'fault', blamesMessage, reason: clip(reason ?? 'a fault'), ...said };
}

/** Code and sentence of the first error of a Reply. */
function firstError(tape: Tape, reply: number): { readonly code?: string; readonly details?: string } {
  const error = childOf(tape, reply, 'Error');
  if (error === undefined) return {};
  const code = textOf(tape, error, 'code');
  const details = textOf(tape, error, 'details') ?? textOf(tape, error, 'reason');
  return { ...(code !== undefined && { code }), ...(details !== undefined && { details }) };
}

/** Tape indexes of the children of an element. */
function childrenOf(tape: Tape, index: number): readonly number[] {
  const cursor = new TapeCursor(tape, index);
  cursor.enter();
  const found: number[] = [];
  for (; !cursor.done; cursor.skip()) found.push(cursor.index);
  return found;
}

/** The first child of this local name: the eras differ in namespaces, not in names. */
function childOf(tape: Tape, index: number, name: string): number | undefined {
  return childrenOf(tape, index).find((child) => new TapeCursor(tape, child).name === name);
}

function textOf(tape: Tape, index: number, name: string): string | undefined {
  const child = childOf(tape, index, name);
  if (child === undefined || childrenOf(tape, child).length > 0) return undefined;
  const text = new TapeCursor(tape, child).token();
  return text === '' ? undefined : text;
}

function clip(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
