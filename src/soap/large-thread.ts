/**
 * A worker for large messages: validates the whole document, then hands it over part by part as JSON. Messages of many readings are
 * read part by part as well (streamed.ts); what cannot be read so is read whole, up to the size that other messages may have.
 */
import { readlinkSync, readSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workerData, type MessagePort } from 'node:worker_threads';
import { fileSource, memorySource, type KnownSource } from '../contract/byte-source.js';
import { typedOperations, withTypedOperations } from '../contract/operation-payloads.js';
import { readPieces } from '../contract/pieces.js';
import { ScanError, Scanner, type Tape } from '../contract/scan.js';
import type { AnyMessage, PayloadPiece } from '../message/call.js';
import type { PackedReadings } from '../message/packed-readings.js';
import type { Operation } from '../generated/operations.js';
import type { Finding } from '../message/finding.js';
import type { Validators } from '../contract/validator.js';
import { expanded, type ReaderLimits } from './compressed.js';
import { Dialects, type DialectTable, type Manner } from './dialects.js';
import { digestOf, repeatable } from './digest.js';
import { SoapFault } from './fault.js';
import { provenLarge, type LargeMessage, type ReadMessage } from './proven.js';
import type { MessageReader } from './read.js';
import { decodeText, mediaType, type AroundBody, type MediaType, type SoapRequest } from './request.js';
import { sourceIn } from './heard.js';
import { heardProofs } from './ws-security/heard-proofs.js';
import type { Proofs } from './ws-security/proofs.js';
import {
  headSize,
  limitsOf,
  beginsStreamed,
  NotStreamed,
  readStreamed,
  type MessagePart,
  type StreamSettings,
} from './streamed.js';
import type { SoapVersion } from './envelope.js';
import { isOther } from './transcribed.js';

// a thread has an Object.prototype of its own (bin/cimgate.js)
Reflect.deleteProperty(Object.prototype, '__proto__');

/** What the thread is started with. */
export interface ThreadSettings {
  readonly wsdl: string;
  readonly limits: ReaderLimits;
  readonly dialects?: DialectTable | undefined;
  readonly streaming?: Pick<StreamSettings, 'folder' | 'usual' | 'partSize'> | undefined;
}

export interface LargeTask {
  /** Loses its body when that has been read. */
  readonly request: Omit<SoapRequest, 'body'> & { body: Uint8Array };
  readonly port: MessagePort;
}

/** What the thread says: where the message belongs, its parts, or the fault it deserves. */
export type LargeNotice =
  | {
      readonly kind: 'message';
      readonly version: '1.1' | '1.2';
      readonly operation: string;
      readonly json: string;
      readonly digest: string | undefined;
      readonly manner: Manner | undefined;
      readonly refusal: readonly Finding[] | undefined;
      readonly proofs: Proofs | undefined;
    }
  | { readonly kind: 'piece'; readonly json: string; readonly packed: PackedReadings | undefined }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'fault';
      readonly fault: Pick<SoapFault, 'code' | 'reason' | 'version' | 'findings' | 'status' | 'manner'> & {
        readonly operation?: string | undefined;
      };
    };

/** How far below the event loop: it goes first when it wakes, and leaves a quarter of a core they both want. */
const niceness = 5;

const settings = (Array.isArray(workerData) ? workerData[1] : workerData) as ThreadSettings;
/**
 * Texts and tapes of large messages lie outside V8's heap, which therefore sees no reason to look for those done with: two threads
 * with messages of 25 MB take 55 MB less when it is told. The thread's heap is small, so a look takes some milliseconds. But it also throws
 * away code that was made for objects of which none is left, and the next message pays for the compiler again: where readings are
 * packed, and next to nothing is scanned, that would be half of the CPU.
 */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

giveWay();

/**
 * Lets the event loop go first where cores are scarce: on Linux a priority belongs to the thread, and this one's number is found
 * in /proc. Elsewhere, and where that is not allowed, all threads stay equal.
 */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), niceness);
  } catch {
    // equal, then
  }
}

const dialects = new Dialects(settings.dialects);
let validators: Validators | undefined;
/** For the payloads of operation sets that messages of the long road have. */
let reader: MessageReader | undefined;

/** Parts that may be under way unread. */
const ahead = 3;

export default async function readLarge({ request, port }: LargeTask): Promise<void> {
  const say = (notice: LargeNotice, buffers: readonly ArrayBufferLike[] = []): void =>
    port.postMessage(notice, buffers as ArrayBuffer[]);
  let credit = ahead;
  let closed = false;
  let wake: (() => void) | undefined;
  port.on('message', () => {
    credit++;
    wake?.();
  });
  port.on('close', () => {
    closed = true;
    wake?.();
  });
  const ends: (() => void)[] = [];
  let packed = false;
  try {
    const found = await read(request);
    packed = found.packed === true;
    const { version, operation, digest, manner, refusal, proofs, head, parts, close } = found;
    ends.push(close);
    let first = true;
    for (const part of parts) {
      const { json } = part;
      if (first) {
        const repeats = repeatable(operation, head.Header);
        const name = `{${operation.namespace}}${operation.name}`;
        say({
          kind: 'message',
          version,
          operation: name,
          json,
          digest: repeats ? digest : undefined,
          manner,
          refusal,
          proofs,
        });
      }
      if (!first) say({ kind: 'piece', json, packed: part.packed }, part.packed && [part.packed.instants.buffer]);
      first = false;
      credit--;
      while (credit <= 0 && !closed) await new Promise<void>((resolve) => (wake = resolve));
      if (closed) return;
    }
    say({ kind: 'end' });
  } catch (error) {
    if (!(error instanceof SoapFault)) throw error;
    const { code, reason, version, findings, status, manner, operation } = error;
    say({
      kind: 'fault',
      fault: {
        code,
        reason,
        version,
        findings,
        status,
        manner,
        operation: operation && `{${operation.namespace}}${operation.name}`,
      },
    });
  } finally {
    for (const end of ends) end();
    port.close();
    if (!packed) setImmediate(collectGarbage);
  }
}

/** A message that has been found valid, on its way to the main thread. */
interface Found {
  readonly version: SoapVersion;
  readonly operation: Operation;
  readonly digest: string;
  readonly manner?: Manner | undefined;
  readonly refusal?: readonly Finding[] | undefined;
  readonly proofs?: Proofs | undefined;
  readonly head: AnyMessage;
  /** The message with its first part, then the further parts. */
  readonly parts: Iterable<MessagePart>;
  /** Whether there are packed readings in it. */
  readonly packed?: boolean;
  readonly close: () => void;
}

async function read(request: LargeTask['request']): Promise<Found> {
  const { streaming, limits } = settings;
  if (streaming === undefined) return readWhole(request, limits);
  const source = sourceOf(request);
  const { size } = source;
  if (!beginsStreamed(beginningOf(request))) return readWhole(request, limits);
  try {
    const judge = (small: SoapRequest): ReadMessage => (judging ?? needed()).read(small);
    return readStreamed(source, request, { ...streaming, limits, dialects }, judge);
  } catch (error) {
    if (error instanceof JudgeNeeded) {
      const { MessageReader, validators } = await libxml2();
      judging = new MessageReader(validators, limits, dialects);
      return read(request);
    }
    const isPlain = !(error instanceof NotStreamed);
    if (isPlain && !(error instanceof SoapFault && size <= streaming.usual)) throw error;
    if (size > limits.inflatedBody) throw tooLargeFor(error, mediaType(request.contentType).version);
  }
  return readWhole(request, limitsOf(limits, streaming.usual, size));
}

/** Reads what could not be proved; made when there is such a thing, and then the message is read from its beginning again. */
let judging: MessageReader | undefined;

class JudgeNeeded extends Error {}

function needed(): never {
  throw new JudgeNeeded();
}

function tooLargeFor(error: unknown, version: SoapVersion): unknown {
  if (!(error instanceof NotStreamed)) return error;
  const most = settings.limits.inflatedBody;
  return new SoapFault(
    'Client',
    `a message of more than ${most} bytes is taken only as plain created or changed MeterReadings, and this one is not: ${error.why}`,
    version,
    undefined,
    [],
    413,
  );
}

function sourceOf({ spooled, body }: LargeTask['request']): KnownSource {
  return spooled === undefined ? memorySource(body) : fileSource(spooled.file, spooled.size);
}

function beginningOf({ spooled, body }: LargeTask['request']): Uint8Array {
  if (spooled === undefined) return body.subarray(0, headSize);
  const head = Buffer.alloc(headSize);
  return head.subarray(0, readSync(spooled.file, head, 0, headSize, 0));
}

/** What the long road needs, loaded when it is gone for the first time. */
async function libxml2(): Promise<{ MessageReader: typeof MessageReader; validators: Validators }> {
  const [{ MessageReader }, { Validators }] = await Promise.all([
    import('./read.js'),
    import('../contract/validator.js'),
  ]);
  validators ??= new Validators(settings.wsdl);
  return { MessageReader, validators };
}

/** Reads the message at once, in the memory of all of it. */
async function readWhole(request: LargeTask['request'], limits: ReaderLimits): Promise<Found> {
  if (request.spooled !== undefined) {
    const { file, size } = request.spooled;
    request.body = Buffer.alloc(size);
    for (let at = 0, read = 1; at < size && read > 0; at += read)
      read = readSync(file, request.body, at, size - at, at);
  }
  const { operation, tape, index, refused, version, digest, manner, proofs } = await openWhole(request, limits);
  const parts = refused === undefined ? readPieces(tape, index, operation) : [refused.message].values();
  const typed = (part: AnyMessage | PayloadPiece): AnyMessage | PayloadPiece =>
    refused === undefined ? withOperations(part, operation.noun) : part;
  const head = typed(parts.next().value!) as AnyMessage;
  const written = function* (): Generator<MessagePart, void> {
    yield { json: JSON.stringify(head) };
    for (const part of parts) yield { json: JSON.stringify(typed(part)) };
  };
  const refusal = refused?.findings;
  return { version, operation, digest, manner, refusal, proofs, head, parts: written(), close: () => {} };
}

/** A part with the payloads of its operations typed. No message that took the short road has any. */
function withOperations(part: AnyMessage | PayloadPiece, noun: string): AnyMessage | PayloadPiece {
  if (reader === undefined) return part;
  if ('Header' in part) return withTypedOperations(part, reader.payloads);
  return noun === 'OperationSet' ? { ...part, root: typedOperations(part.root, reader.payloads) } : part;
}

/** Reads the message by the short road, or else by the long one, for which libxml2 is loaded then and not before. */
async function openWhole(
  request: LargeTask['request'],
  limits: ReaderLimits,
): Promise<LargeMessage & { readonly digest: string; readonly proofs: Proofs | undefined }> {
  const media = mediaType(request.contentType);
  const scanner = new Scanner(limits, dialects.others);
  const { text, proofs, proven } = byShortRoad(request, media, scanner);
  collectGarbage();
  if (proven !== undefined) return { ...proven, proofs };
  const { MessageReader, validators } = await libxml2();
  reader = new MessageReader(validators, limits, dialects);
  const opened = reader.readLarge(text, request);
  return { ...opened, digest: digestOf(opened.tape, opened.index), proofs };
}

/** Takes the body out of the request, so that only its text stays in memory. */
function byShortRoad(
  request: LargeTask['request'],
  media: MediaType,
  scanner: Scanner,
): {
  readonly text: string;
  readonly proofs: Proofs | undefined;
  readonly proven: (LargeMessage & { readonly digest: string }) | undefined;
} {
  const { body } = request;
  request.body = new Uint8Array();
  const { text, ascii, utf8 } = decodeText({ ...request, body }, media);
  const bytes = ascii ? utf8 : undefined;
  const tape = scanned(text, bytes, scanner);
  // of the document as it came, and while its tape is good
  const proofs = request.proofs === true && tape !== undefined ? heardProofs(tape, media) : undefined;
  const plain = plainText(tape, request, media, scanner);
  if (plain === undefined) return { text, proofs, proven: provenOf(tape, bytes, request, media) };
  return { text: plain, proofs, proven: provenOf(scanned(plain, undefined, scanner), undefined, request, media) };
}

/** The document with its compressed payload in place; undefined when there is none. */
function plainText(came: Tape | undefined, around: AroundBody, media: MediaType, scanner: Scanner): string | undefined {
  const found = expandedOn(came, around, media);
  if (found === undefined) return undefined;
  const tape = scanned(found.text, undefined, scanner);
  if (tape !== undefined) found.check(tape);
  return found.text;
}

function expandedOn(tape: Tape | undefined, around: AroundBody, media: MediaType): ReturnType<typeof expanded> {
  return tape && expanded(tape, around, media, settings.limits);
}

/** The tape of a document; undefined when the long road has to say what is wrong with it. */
function scanned(text: string, units: Uint8Array | undefined, scanner: Scanner): Tape | undefined {
  try {
    return scanner.scan(text, units);
  } catch (error) {
    if (error instanceof ScanError) return undefined;
    throw error;
  }
}

function provenOf(
  tape: Tape | undefined,
  units: Uint8Array | undefined,
  around: AroundBody,
  media: MediaType,
): (LargeMessage & { readonly digest: string }) | undefined {
  if (
    tape?.proved !== true ||
    isOther(
      tape,
      dialects.of(around, () => sourceIn(tape)),
    )
  )
    return undefined;
  const proven = provenLarge(tape, around, media);
  return proven && { ...proven, digest: digestOf(proven.tape, proven.index, units) };
}
