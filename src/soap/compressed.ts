/**
 * Compressed payloads (messaging §6): gzip and base64 in `Payload/Compressed`. The content is put in the place where it would stand
 * if it had not been compressed, and the document is read as any other: its limits, its schema, its way through a worker thread.
 * So nothing behind this file knows that a payload was compressed.
 */
import { gunzipSync } from 'node:zlib';
import { endOf } from '../contract/cursor.js';
import { decodeText } from '../contract/raw-text.js';
import {
  ATTRIBUTES,
  CONTENT,
  CONTENT_END,
  NAME,
  NAME_END,
  NEXT,
  START,
  STRIDE,
  type DocumentLimits,
  type Tape,
} from '../contract/scan.js';
import { documentText, EncodingError } from '../contract/text.js';
import { abstractPayload } from '../contract/wrapping.js';
import type { Operation } from '../generated/operations.js';
import { askedOperation } from './asked-operation.js';
import { openEnvelope, type SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';
import type { AroundBody, MediaType } from './request.js';

/** Limits of a document, and of what may come out of a compressed one. */
export interface ReaderLimits extends DocumentLimits {
  /** Bytes after inflation. */
  readonly inflatedBody: number;
  /** How many times its size it may expand, above 64 KiB. */
  readonly inflationRatio: number;
}

/** The content is too much to be read where other callers wait: a worker thread shall do it. */
export class TooMuchHere extends Error {
  constructor() {
    super('the compressed payload is for a worker thread');
    this.name = 'TooMuchHere';
  }
}

/** A document with its payload in place. */
export interface Expanded {
  readonly text: string;
  /** Throws `SoapFault` when the content turns out not to be the one element it should be. */
  readonly check: (tape: Tape) => void;
}

/** Bodies this small may expand as they like. */
const freeExpansion = 65_536;

/**
 * The document without compression; undefined when its payload is not compressed, or when something else is wrong that is better
 * said of the document as it came. Throws `SoapFault` for what cannot be inflated.
 * @param here most bytes that are inflated on this thread; `TooMuchHere` is thrown for more
 */
export function expanded(
  tape: Tape,
  around: AroundBody,
  media: MediaType,
  limits: ReaderLimits,
  here = Infinity,
): Expanded | undefined {
  if (!tape.text.includes('Compressed')) return undefined;
  let version: SoapVersion;
  let operation: Operation;
  let message: number;
  try {
    ({ version, message } = openEnvelope(tape, media.version, around.proofs));
    operation = askedOperation(tape, message, version, around, media);
  } catch (error) {
    if (error instanceof SoapFault) return undefined;
    throw error;
  }
  const payload = childNamed(tape, message, 'Payload');
  const compressed = payload === undefined ? undefined : childNamed(tape, payload, 'Compressed');
  if (payload === undefined || compressed === undefined) return undefined;
  // libxml2 says what is wrong with an element that is not what it should be
  if (tape.cells[compressed * STRIDE + NEXT] !== compressed + 1 || tape.cells[compressed * STRIDE + ATTRIBUTES] !== 0)
    return undefined;
  const refuse = (details: string): never => {
    const path = `${operation.name}.Payload.Compressed`;
    throw new SoapFault('Client', `${path}: ${details}`, version, operation, [{ code: '1.8', path, details }]);
  };
  const others = childrenOf(tape, payload).filter((child) => child !== compressed);
  const format = others.find((child) => localName(tape, child) === 'Format');
  const said = format === undefined ? '' : contentOf(tape, format).trim();
  if (said !== '' && said.toUpperCase() !== 'XML')
    refuse(`its Format is ${said.slice(0, 80)}, and only XML is understood; send XML, or leave the Format out`);
  const payloads = others.filter((child) => child !== format);
  if (payloads.some((child) => localName(tape, child) !== operation.noun || !isEmpty(tape, child)))
    refuse(`there is another payload beside it; send either, with ${operation.noun} empty beside Compressed`);
  const content = withoutProlog(inflated(contentOf(tape, compressed), limits, here, refuse));
  return spliced(tape, message, payload, [compressed, ...payloads], content, operation, refuse);
}

/** Puts the content at the beginning of the payload, and takes the elements away that it stands for. */
function spliced(
  tape: Tape,
  message: number,
  payload: number,
  instead: readonly number[],
  content: string,
  { noun }: Operation,
  refuse: (details: string) => never,
): Expanded {
  const { text, cells } = tape;
  const from = cells[payload * STRIDE + CONTENT]!;
  let rest = '';
  let at = from;
  for (const child of [...instead].sort((one, other) => one - other)) {
    rest += text.slice(at, cells[child * STRIDE + START]);
    at = endOf(tape, child);
  }
  const to = from + content.length;
  const check = (read: Tape): void => {
    const children = childrenOf(read, payloadIn(read, message) ?? refuse('its content breaks the message'));
    const [first, second] = children;
    if (first === undefined || read.cells[first * STRIDE + START]! >= to || endOf(read, first) > to)
      return refuse('its content is no XML document with one root element');
    if (second !== undefined && read.cells[second * STRIDE + START]! < to)
      return refuse('its content has more than one root element');
    const name = localName(read, first);
    // one that is named by its type gets its name when the document is transcribed, or is refused by the schema
    if (name !== noun && name !== abstractPayload) refuse(`its content is ${name.slice(0, 80)} and must be ${noun}`);
  };
  return { text: text.slice(0, from) + content + rest + text.slice(at), check };
}

function payloadIn(tape: Tape, message: number): number | undefined {
  return childNamed(tape, message, 'Payload');
}

function inflated(raw: string, limits: ReaderLimits, here: number, refuse: (details: string) => never): string {
  const base64 = raw.replace(/[\t\n\r ]+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0)
    return refuse('it is not base64; send the payload compressed with gzip, and that in base64');
  const bytes = Buffer.from(base64, 'base64');
  const most = Math.min(limits.inflatedBody, Math.max(freeExpansion, limits.inflationRatio * bytes.length));
  let content: Buffer;
  try {
    content = gunzipSync(bytes, { maxOutputLength: Math.min(most, here) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE')
      return refuse(`it is not gzip: ${(error as Error).message}`);
    if (here < most) throw new TooMuchHere();
    return refuse(
      most === limits.inflatedBody
        ? `it is larger than ${most} bytes when inflated`
        : `it expands more than ${limits.inflationRatio} times`,
    );
  }
  try {
    return documentText(content, undefined).text;
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    return refuse(`its content: ${error.message}`);
  }
}

/** An XML declaration may stand at the beginning of a document only. */
function withoutProlog(text: string): string {
  return text.replace(/^<\?xml\s[^>]*\?>/, '').trim();
}

function childrenOf({ cells }: Tape, parent: number): number[] {
  const found: number[] = [];
  for (let i = parent + 1; i < cells[parent * STRIDE + NEXT]!; i = cells[i * STRIDE + NEXT]!) found.push(i);
  return found;
}

function childNamed(tape: Tape, parent: number, name: string): number | undefined {
  return childrenOf(tape, parent).find((child) => localName(tape, child) === name);
}

function localName({ text, cells }: Tape, index: number): string {
  return text.slice(cells[index * STRIDE + NAME], cells[index * STRIDE + NAME_END]);
}

function contentOf({ text, cells }: Tape, index: number): string {
  return decodeText(text.slice(cells[index * STRIDE + CONTENT], cells[index * STRIDE + CONTENT_END]));
}

/** Neither elements nor text in it. */
function isEmpty(tape: Tape, index: number): boolean {
  return tape.cells[index * STRIDE + NEXT] === index + 1 && contentOf(tape, index).trim() === '';
}
