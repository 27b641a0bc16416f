/**
 * How a large message is read: part by part where it is plain readings (streamed.ts), else at once; by the short road where its shape can be
 * proved, or else with libxml2, which is loaded then and not before.
 */
import { readSync } from 'node:fs';
import { fileSource, memorySource, type KnownSource } from '../contract/byte-source.js';
import { typedOperations, withTypedOperations } from '../contract/operation-payloads.js';
import { readPieces } from '../contract/pieces.js';
import { ScanError, Scanner, type Tape } from '../contract/scan.js';
import type { Validators } from '../contract/validator.js';
import type { Operation } from '../generated/operations.js';
import type { AnyMessage, PayloadPiece } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { expanded, type ReaderLimits } from './compressed.js';
import { Dialects, type DialectTable, type Manner } from './dialects.js';
import { digestOf } from './digest.js';
import type { SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';
import { sourceIn } from './heard.js';
import { provenLarge, type LargeMessage, type ReadMessage } from './proven.js';
import type { MessageReader } from './read.js';
import { decodeText, mediaType, type AroundBody, type MediaType, type SoapRequest } from './request.js';
import {
  beginsStreamed,
  headSize,
  limitsOf,
  NotStreamed,
  readStreamed,
  type MessagePart,
  type StreamSettings,
} from './streamed.js';
import { isOther } from './transcribed.js';
import { heardProofs } from './ws-security/heard-proofs.js';
import type { Proofs } from './ws-security/proofs.js';

/** What large messages are read with. */
export interface ReaderSettings {
  readonly wsdl: string;
  readonly limits: ReaderLimits;
  readonly dialects?: DialectTable | undefined;
  readonly streaming?: Pick<StreamSettings, 'folder' | 'usual' | 'partSize'> | undefined;
}

/** Loses its body when that has been read. */
export type LargeRequest = Omit<SoapRequest, 'body'> & { body: Uint8Array };

/** A message that has been found valid, on its way to the main thread. */
export interface Found {
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

/** Something could not be proved, and libxml2 is not loaded. */
class JudgeNeeded extends Error {}

function needed(): never {
  throw new JudgeNeeded();
}

/** Reads one large message after the other. */
export class LargeReader {
  readonly #dialects: Dialects;
  #validators: Validators | undefined;
  /** For the payloads of operation sets that messages of the long road have. */
  #reader: MessageReader | undefined;
  /** Reads what could not be proved; made when there is such a thing, and then the message is read from its beginning again. */
  #judging: MessageReader | undefined;

  /** @param collectGarbage frees what lies outside of the heap */
  constructor(
    private readonly settings: ReaderSettings,
    private readonly collectGarbage: () => void,
  ) {
    this.#dialects = new Dialects(settings.dialects);
  }

  /**
   * Reads and validates a message.
   * @throws SoapFault when it is not well-formed, not valid, too large or nothing that is served
   */
  async read(request: LargeRequest): Promise<Found> {
    const { streaming, limits } = this.settings;
    if (streaming === undefined) return this.#readWhole(request, limits);
    const source = sourceOf(request);
    const { size } = source;
    if (!beginsStreamed(beginningOf(request))) return this.#readWhole(request, limits);
    try {
      const judge = (small: SoapRequest): ReadMessage => (this.#judging ?? needed()).read(small);
      return readStreamed(source, request, { ...streaming, limits, dialects: this.#dialects }, judge);
    } catch (error) {
      if (error instanceof JudgeNeeded) {
        const { MessageReader, validators } = await this.#libxml2();
        this.#judging = new MessageReader(validators, limits, this.#dialects);
        return this.read(request);
      }
      const isPlain = !(error instanceof NotStreamed);
      if (isPlain && !(error instanceof SoapFault && size <= streaming.usual)) throw error;
      if (size > limits.inflatedBody) throw this.#tooLargeFor(error, mediaType(request.contentType).version);
    }
    return this.#readWhole(request, limitsOf(limits, streaming.usual, size));
  }

  #tooLargeFor(error: unknown, version: SoapVersion): unknown {
    if (!(error instanceof NotStreamed)) return error;
    const most = this.settings.limits.inflatedBody;
    return new SoapFault(
      'Client',
      `a message of more than ${most} bytes is taken only as plain created or changed MeterReadings, and this one is not: ${error.why}`,
      version,
      undefined,
      [],
      413,
    );
  }

  /** What the long road needs, loaded when it is gone for the first time. */
  async #libxml2(): Promise<{ MessageReader: typeof MessageReader; validators: Validators }> {
    const [{ MessageReader }, { Validators }] = await Promise.all([
      import('./read.js'),
      import('../contract/validator.js'),
    ]);
    this.#validators ??= new Validators(this.settings.wsdl);
    return { MessageReader, validators: this.#validators };
  }

  /** Reads the message at once, in the memory of all of it. */
  async #readWhole(request: LargeRequest, limits: ReaderLimits): Promise<Found> {
    if (request.spooled !== undefined) {
      const { file, size } = request.spooled;
      request.body = Buffer.alloc(size);
      for (let at = 0, read = 1; at < size && read > 0; at += read)
        read = readSync(file, request.body, at, size - at, at);
    }
    const { operation, tape, index, refused, version, digest, manner, proofs } = await this.#openWhole(request, limits);
    const parts = refused === undefined ? readPieces(tape, index, operation) : [refused.message].values();
    const typed = (part: AnyMessage | PayloadPiece): AnyMessage | PayloadPiece =>
      refused === undefined ? this.#withOperations(part, operation.noun) : part;
    const head = typed(parts.next().value!) as AnyMessage;
    const written = function* (): Generator<MessagePart, void> {
      yield { json: JSON.stringify(head) };
      for (const part of parts) yield { json: JSON.stringify(typed(part)) };
    };
    const refusal = refused?.findings;
    return { version, operation, digest, manner, refusal, proofs, head, parts: written(), close: () => {} };
  }

  /** A part with the payloads of its operations typed. No message that took the short road has any. */
  #withOperations(part: AnyMessage | PayloadPiece, noun: string): AnyMessage | PayloadPiece {
    if (this.#reader === undefined) return part;
    if ('Header' in part) return withTypedOperations(part, this.#reader.payloads);
    return noun === 'OperationSet' ? { ...part, root: typedOperations(part.root, this.#reader.payloads) } : part;
  }

  /** Reads the message by the short road, or else by the long one, for which libxml2 is loaded then and not before. */
  async #openWhole(
    request: LargeRequest,
    limits: ReaderLimits,
  ): Promise<LargeMessage & { readonly digest: string; readonly proofs: Proofs | undefined }> {
    const media = mediaType(request.contentType);
    const scanner = new Scanner(limits, this.#dialects.others);
    const { text, proofs, proven } = this.#byShortRoad(request, media, scanner);
    this.collectGarbage();
    if (proven !== undefined) return { ...proven, proofs };
    const { MessageReader, validators } = await this.#libxml2();
    this.#reader = new MessageReader(validators, limits, this.#dialects);
    const opened = this.#reader.readLarge(text, request);
    return { ...opened, digest: digestOf(opened.tape, opened.index), proofs };
  }

  /** Takes the body out of the request, so that only its text stays in memory. */
  #byShortRoad(
    request: LargeRequest,
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
    const plain = this.#plainText(tape, request, media, scanner);
    if (plain === undefined) return { text, proofs, proven: this.#provenOf(tape, bytes, request, media) };
    return {
      text: plain,
      proofs,
      proven: this.#provenOf(scanned(plain, undefined, scanner), undefined, request, media),
    };
  }

  /** The document with its compressed payload in place; undefined when there is none. */
  #plainText(came: Tape | undefined, around: AroundBody, media: MediaType, scanner: Scanner): string | undefined {
    const found = this.#expandedOn(came, around, media);
    if (found === undefined) return undefined;
    const tape = scanned(found.text, undefined, scanner);
    if (tape !== undefined) found.check(tape);
    return found.text;
  }

  #expandedOn(tape: Tape | undefined, around: AroundBody, media: MediaType): ReturnType<typeof expanded> {
    return tape && expanded(tape, around, media, this.settings.limits);
  }

  #provenOf(
    tape: Tape | undefined,
    units: Uint8Array | undefined,
    around: AroundBody,
    media: MediaType,
  ): (LargeMessage & { readonly digest: string }) | undefined {
    if (
      tape?.proved !== true ||
      isOther(
        tape,
        this.#dialects.of(around, () => sourceIn(tape)),
      )
    )
      return undefined;
    const proven = provenLarge(tape, around, media);
    return proven && { ...proven, digest: digestOf(proven.tape, proven.index, units) };
  }
}

function sourceOf({ spooled, body }: LargeRequest): KnownSource {
  return spooled === undefined ? memorySource(body) : fileSource(spooled.file, spooled.size);
}

function beginningOf({ spooled, body }: LargeRequest): Uint8Array {
  if (spooled === undefined) return body.subarray(0, headSize);
  const head = Buffer.alloc(headSize);
  return head.subarray(0, readSync(spooled.file, head, 0, headSize, 0));
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
