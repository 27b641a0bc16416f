/**
 * From the bytes of a request to a typed message, in one go and without waiting: the same on the main thread for small
 * messages and in a worker for large ones. A typed message that comes out of here is a valid one.
 */
import { TapeCursor } from '../contract/cursor.js';
import { plainFindings, sentenceOf } from '../contract/findings.js';
import { withTypedOperations } from '../contract/operation-payloads.js';
import { PayloadReader } from '../contract/payload-reader.js';
import { smallDocuments } from '../contract/piecewise.js';
import { ScanError, Scanner, type Tape } from '../contract/scan.js';
import type { DocumentText } from '../contract/text.js';
import { NotWellFormed, ParsedDocument, Validators } from '../contract/validator.js';
import type { Operation } from '../generated/operations.js';
import { askedOperation } from './asked-operation.js';
import { expanded, type ReaderLimits } from './compressed.js';
import { digestOf, repeatable } from './digest.js';
import { Dialects } from './dialects.js';
import { openEnvelope, type OpenEnvelope, type SoapVersion } from './envelope.js';
import { inManner, SoapFault } from './fault.js';
import { sourceIn } from './heard.js';
import { provenLarge, provenMessage, type LargeMessage, type ReadMessage } from './proven.js';
import { heardProofs } from './ws-security/heard-proofs.js';
import { decodeText, mediaType, type AroundBody, type MediaType, type SoapRequest } from './request.js';
import {
  isOther,
  transcribed,
  withoutExtraElements,
  type Means,
  type Refusal,
  type Transcribed,
} from './transcribed.js';

export class MessageReader {
  private readonly scanner: Scanner;
  /** For the payloads of operation sets, which the envelope leaves open. */
  readonly payloads: PayloadReader;

  constructor(
    private readonly validators: Validators,
    private readonly limits: ReaderLimits,
    private readonly dialects: Dialects = new Dialects(),
  ) {
    this.scanner = new Scanner(limits, dialects.others);
    this.payloads = new PayloadReader(limits, () => ({
      parse: (utf8, dense) => ParsedDocument.parse(utf8, utf8.byteLength > libxml2Limit, dense),
      validate: (document) => this.validators.validate(document.root),
    }));
  }

  /**
   * Throws `SoapFault` for everything the caller can mend.
   * @param here most bytes of a compressed payload that are inflated here; `TooMuchHere` is thrown for more
   */
  read(request: SoapRequest, here = Infinity): ReadMessage {
    const media = mediaType(request.contentType);
    const came = decodeText(request, media);
    const first = this.scan(came, media.version);
    if (request.proofs !== true) return this.readFirst(came, first, request, media, here);
    const proofs = heardProofs(first, media); // while its tape is good
    return { ...this.readFirst(came, first, request, media, here), proofs };
  }

  private readFirst(came: DocumentText, first: Tape, request: AroundBody, media: MediaType, here: number): ReadMessage {
    const dialect = this.dialects.of(request, () => sourceIn(first));
    if (isOther(first, dialect)) return this.readOther(came, first, request, media, dialect, here);
    const { document, tape } = this.plain({ document: came, tape: first, around: request, media }, here);
    const { version, operation, index, ...read } =
      (tape.proved ? provenMessage(tape, request, media) : undefined) ?? this.readTyped(document, tape, request, media);
    const message = withTypedOperations(read.message, this.payloads);
    if (!repeatable(operation, message.Header)) return { version, operation, message };
    const digest = digestOf(tape, index, document.ascii ? document.utf8 : undefined);
    return { version, operation, message, digest };
  }

  /** A message that does not come in the contract's own way. */
  private readOther(
    document: DocumentText,
    tape: Tape,
    request: AroundBody,
    media: MediaType,
    dialect: string | undefined,
    here: number,
  ): ReadMessage {
    const found = this.openOther(document, tape, request, media, dialect, here);
    const { version, operation, index, manner, refused } = found;
    if (refused !== undefined)
      return { version, operation, message: refused.message, manner, refusal: refused.findings };
    const message = withTypedOperations(operation.read(new TapeCursor(found.tape, index)), this.payloads);
    const digest = repeatable(operation, message.Header) ? digestOf(found.tape, index) : undefined;
    return { version, operation, message, manner, digest };
  }

  /** A large message, given as text, that could not be proved by reading it (large-thread.ts). */
  readLarge(text: string, around: AroundBody): LargeMessage {
    const media = mediaType(around.contentType);
    const document = textOnly(text);
    const tape = this.scan(document, media.version);
    const dialect = this.dialects.of(around, () => sourceIn(tape));
    if (isOther(tape, dialect)) return this.openOther(document, tape, around, media, dialect);
    return this.openLarge(document, tape, around, media);
  }

  private openLarge(document: DocumentText, tape: Tape, around: AroundBody, media: MediaType): LargeMessage {
    return (
      (document.text.length > wholeDocument ? this.readPiecewise(tape, around, media) : undefined) ??
      this.readWhole(document, tape, around, media)
    );
  }

  /** A message that does not come in the contract's own way, brought into it (transcribed.ts). */
  private openOther(
    document: DocumentText,
    tape: Tape,
    around: AroundBody,
    media: MediaType,
    dialect: string | undefined,
    here = Infinity,
  ): LargeMessage {
    const means: Means = {
      dialects: this.dialects,
      scan: (one) => this.scan(one, media.version),
      prove: (one) => parse(one, media.version)[Symbol.dispose](),
      validate: (one, its, envelope) => {
        using parsed = parse(one, envelope.version, its.plain);
        this.validate(parsed, its, envelope, undefined);
      },
    };
    const own = transcribed(document, tape, around, media, dialect, means);
    if (own.refusal !== undefined) return refusedMessage(own, own.refusal);
    try {
      return this.openTolerant(this.unpacked(own, dialect, means, here), means);
    } catch (error) {
      if (error instanceof SoapFault) throw inManner(error, own.manner);
      throw error;
    }
  }

  /** The same with a compressed payload in place, whose content may be spelled differently as well. */
  private unpacked(own: Transcribed, dialect: string | undefined, means: Means, here: number): Transcribed {
    const { document, tape } = this.plain(own, here);
    if (tape === own.tape) return own;
    if (tape.met.length === 0) return { ...own, document, tape };
    const again = transcribed(document, tape, own.around, own.media, dialect, means);
    const spelling = { ...again.manner.spelling, ...own.manner.spelling };
    return { ...again, manner: { ...own.manner, spelling } };
  }

  /** A document with its compressed payload in place; itself when there is none. Throws `TooMuchHere` as `read` does. */
  private plain(
    came: Pick<Transcribed, 'document' | 'tape' | 'around' | 'media'>,
    here: number,
  ): Pick<Transcribed, 'document' | 'tape'> {
    const { around, media } = came;
    const plain = expanded(came.tape, around, media, this.limits, here);
    if (plain === undefined) return came;
    const document = textOnly(plain.text);
    const tape = this.scan(document, media.version);
    plain.check(tape);
    return { document, tape };
  }

  /** @param searched whether extra elements have been looked for */
  private openTolerant(own: Transcribed, means: Means, searched = false): LargeMessage {
    const { document, tape, around, media, manner } = own;
    const proven = tape.proved ? provenLarge(tape, around, media) : undefined;
    if (proven !== undefined) return { ...proven, manner };
    const { message, version } = openEnvelope(tape, media.version, around.proofs);
    const operation = askedOperation(tape, message, version, around, media);
    const without = searched ? undefined : withoutExtraElements(own, message, operation, means);
    if (without !== undefined) return this.openTolerant(without, means, true);
    return { ...this.openLarge(document, tape, around, media), manner };
  }

  private readTyped(
    document: DocumentText,
    tape: Tape,
    request: AroundBody,
    media: MediaType,
  ): ReadMessage & { readonly index: number } {
    const { version, operation, index } = this.readWhole(document, tape, request, media);
    return { version, operation, index, message: operation.read(new TapeCursor(tape, index)) };
  }

  private readWhole(document: DocumentText, tape: Tape, request: AroundBody, media: MediaType): LargeMessage {
    const parsed = parse(document, media.version, tape.plain);
    try {
      const envelope = openEnvelope(tape, media.version, request.proofs);
      const operation = askedOperation(tape, envelope.message, envelope.version, request, media);
      this.validate(parsed, tape, envelope, operation);
      return { version: envelope.version, operation, tape, index: envelope.message };
    } finally {
      parsed[Symbol.dispose]();
    }
  }

  /** Validates a large document by small ones; undefined when it cannot be cut, or when a whole look must tell what is wrong. */
  private readPiecewise(tape: Tape, request: AroundBody, media: MediaType): LargeMessage | undefined {
    let envelope: OpenEnvelope;
    let operation: Operation;
    try {
      envelope = openEnvelope(tape, media.version, request.proofs);
      operation = askedOperation(tape, envelope.message, envelope.version, request, media);
    } catch (error) {
      if (error instanceof SoapFault) return undefined; // it may be that the document is not well-formed either
      throw error;
    }
    const documents = smallDocuments(tape, envelope.message);
    if (documents === undefined) return undefined;
    for (const text of documents) {
      if (!this.isValid(text, tape.plain, envelope)) return undefined;
    }
    return { version: envelope.version, operation, tape, index: envelope.message };
  }

  private isValid(text: string, dense: boolean, envelope: OpenEnvelope): boolean {
    try {
      const parsed = ParsedDocument.parse(Buffer.from(text, 'utf8'), true, dense);
      try {
        return this.validators.validate(parsed.element(envelope.steps)).length === 0;
      } finally {
        parsed[Symbol.dispose]();
      }
    } catch (error) {
      if (error instanceof NotWellFormed) return false;
      throw error;
    }
  }

  private scan(document: DocumentText, version: SoapVersion): Tape {
    try {
      return this.scanner.scan(document.text, document.ascii ? document.utf8 : undefined);
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      if (error.kind === 'syntax') parse(document, version)[Symbol.dispose](); // libxml2 says it better
      throw new SoapFault('Client', `${error.message} (line ${lineOf(document.text, error.offset)})`, version);
    }
  }

  private validate(parsed: ParsedDocument, tape: Tape, envelope: OpenEnvelope, operation: Operation | undefined): void {
    const findings = this.validators.validate(parsed.element(envelope.steps));
    if (findings.length === 0) return;
    const plain = plainFindings(findings, 2, tape);
    const more = plain.length > 1 ? ` (and ${plain.length - 1} more, see the detail)` : '';
    throw new SoapFault(
      'Client',
      `The message is not valid against its schema: ${sentenceOf(plain[0]!)}${more}`,
      envelope.version,
      operation,
      plain.map((f) => ({ code: f.code, path: `${f.path} (line ${f.line})`, details: f.what })),
    );
  }
}

function refusedMessage({ tape, manner }: Transcribed, refusal: Refusal): LargeMessage {
  const { version, operation, header, findings } = refusal;
  return { version, operation, tape, index: 0, manner, refused: { findings, message: { Header: header } } };
}

/** A document of which only the text is at hand: libxml2 is given the bytes only when something is wrong with it. */
function textOnly(text: string): DocumentText {
  return { text, ascii: false, get utf8() { return Buffer.from(text, 'utf8'); } }; // prettier-ignore
}

/** Documents above this many characters are validated part by part, which takes a tenth of the memory. */
const wholeDocument = 2_000_000;

/** Above this many bytes libxml2's own limits are lifted: the scan has already enforced ours. */
const libxml2Limit = 8_000_000;

function parse(document: DocumentText, version: SoapVersion, dense = false): ParsedDocument {
  try {
    const { utf8 } = document;
    return ParsedDocument.parse(utf8, utf8.byteLength > libxml2Limit, dense);
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    throw new SoapFault('Client', `the body is not well-formed XML: ${error.reason} (line ${error.line})`, version);
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
