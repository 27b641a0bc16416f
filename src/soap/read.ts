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
import { openEnvelope, type OpenEnvelope, type SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';
import { provenMessage, type LargeMessage, type ReadMessage } from './proven.js';
import { decodeText, mediaType, type AroundBody, type MediaType, type SoapRequest } from './request.js';

export class MessageReader {
  private readonly scanner: Scanner;
  /** For the payloads of operation sets, which the envelope leaves open. */
  readonly payloads: PayloadReader;

  constructor(
    private readonly validators: Validators,
    private readonly limits: ReaderLimits,
  ) {
    this.scanner = new Scanner(limits);
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
    let document = decodeText(request, media);
    let tape = this.scan(document, media.version);
    const plain = expanded(tape, request, media, this.limits, here);
    if (plain !== undefined) {
      document = textOnly(plain.text);
      tape = this.scan(document, media.version);
      plain.check(tape);
    }
    const { version, operation, index, ...read } =
      (tape.proved ? provenMessage(tape, request, media) : undefined) ?? this.readTyped(document, tape, request, media);
    const message = withTypedOperations(read.message, this.payloads);
    if (!repeatable(operation, message.Header)) return { version, operation, message };
    const digest = digestOf(tape, index, document.ascii ? document.utf8 : undefined);
    return { version, operation, message, digest };
  }

  /** A large message, given as text, that could not be proved by reading it (large-thread.ts). */
  readLarge(text: string, around: AroundBody): LargeMessage {
    const media = mediaType(around.contentType);
    const document = textOnly(text);
    const tape = this.scan(document, media.version);
    return (
      (text.length > wholeDocument ? this.readPiecewise(tape, around, media) : undefined) ??
      this.readWhole(document, tape, around, media)
    );
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
      const envelope = openEnvelope(tape, media.version);
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
      envelope = openEnvelope(tape, media.version);
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

  private validate(parsed: ParsedDocument, tape: Tape, envelope: OpenEnvelope, operation: Operation): void {
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
