/**
 * From the bytes of a request to a typed message, in one go and without waiting: the same on the main thread for small
 * messages and in a worker for large ones. A typed message that comes out of here is a valid one.
 */
import { TapeCursor } from '../contract/cursor.js';
import { plainFindings, sentenceOf } from '../contract/findings.js';
import { namespacesOf, operationOf, operationsOf } from '../contract/operations.js';
import { ScanError, type DocumentLimits, Scanner, type Tape } from '../contract/scan.js';
import { smallDocuments } from '../contract/piecewise.js';
import { documentText, EncodingError, type DocumentText } from '../contract/text.js';
import { NotWellFormed, ParsedDocument, Validators } from '../contract/validator.js';
import type { Operation } from '../generated/operations.js';
import { openEnvelope, type OpenEnvelope, type SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';

/** A request as the transport hands it over: what stands around the envelope. */
export interface SoapRequest {
  readonly body: Uint8Array;
  /** Value of Content-Type as received. */
  readonly contentType: string | undefined;
  /** Value of the SOAPAction header as received (SOAP 1.1). */
  readonly soapAction: string | undefined;
  /** The service of the address, undefined for the address of all services. */
  readonly service: string | undefined;
}

/** A valid message whose typed value has yet to be read from the tape. */
export interface ReadMessage {
  readonly version: SoapVersion;
  readonly operation: Operation;
  readonly tape: Tape;
  /** Tape index of the message element. */
  readonly index: number;
}

export class MessageReader {
  private readonly scanner: Scanner;

  constructor(
    private readonly validators: Validators,
    limits: DocumentLimits,
  ) {
    this.scanner = new Scanner(limits);
  }

  /** Throws `SoapFault` for everything the caller can mend. The tape is good until the next call. */
  read(request: SoapRequest): ReadMessage {
    const media = mediaType(request.contentType);
    return this.readDocument(decodeText(request, media), request, media);
  }

  /**
   * The same for large bodies: `take` hands the body over once and lets go of it, so that only its text stays in memory.
   */
  readLarge(around: Omit<SoapRequest, 'body'>, take: () => Uint8Array): ReadMessage {
    const media = mediaType(around.contentType);
    const { text } = decodeText({ ...around, body: take() }, media);
    // libxml2 is given the whole only when something is wrong with it
    const document = { text, get utf8() { return Buffer.from(text, 'utf8'); } }; // prettier-ignore
    return this.readDocument(document, around, media);
  }

  private readDocument(document: DocumentText, around: Omit<SoapRequest, 'body'>, media: MediaType): ReadMessage {
    const tape = this.scan(document, media.version);
    return (
      (document.text.length > wholeDocument ? this.readPiecewise(tape, around, media) : undefined) ??
      this.readWhole(document, tape, around, media)
    );
  }

  private readWhole(
    document: DocumentText,
    tape: Tape,
    request: Omit<SoapRequest, 'body'>,
    media: MediaType,
  ): ReadMessage {
    const parsed = parse(document, media.version, tape.plain);
    try {
      const envelope = openEnvelope(tape, media.version);
      const operation = findOperation(tape, envelope, request, media);
      this.validate(parsed, tape, envelope, operation);
      return { version: envelope.version, operation, tape, index: envelope.message };
    } finally {
      parsed[Symbol.dispose]();
    }
  }

  /** Validates a large document by small ones; undefined when it cannot be cut, or when a whole look must tell what is wrong. */
  private readPiecewise(tape: Tape, request: Omit<SoapRequest, 'body'>, media: MediaType): ReadMessage | undefined {
    let envelope: OpenEnvelope;
    let operation: Operation;
    try {
      envelope = openEnvelope(tape, media.version);
      operation = findOperation(tape, envelope, request, media);
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
      return this.scanner.scan(document.text);
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

/** Documents above this many characters are validated part by part, which takes a tenth of the memory. */
const wholeDocument = 2_000_000;

interface MediaType {
  readonly version: SoapVersion;
  readonly charset: string | undefined;
  /** The action parameter of SOAP 1.2. */
  readonly action: string | undefined;
}

/** Splits Content-Type; a request without one is taken as SOAP 1.1. Throws the fault with status 415 for other media types. */
export function mediaType(value: string | undefined): MediaType {
  let media = known.get(value);
  if (media === undefined) {
    media = splitContentType(value);
    if (known.size < mostKnown) known.set(value, media);
  }
  return media;
}

/** Clients send few different ones; the bound is for those who mean harm. */
const mostKnown = 100;
const known = new Map<string | undefined, MediaType>();

function splitContentType(value: string | undefined): MediaType {
  const [type = '', ...parameters] = (value ?? '').split(';').map((part) => part.trim());
  const name = type.toLowerCase();
  const parameter = (key: string): string | undefined => {
    const found = parameters.find((p) => p.toLowerCase().startsWith(`${key}=`));
    return found
      ?.slice(key.length + 1)
      .replace(/^"(.*)"$/, '$1')
      .trim();
  };
  const version = name === 'application/soap+xml' ? '1.2' : '1.1';
  if (name !== '' && name !== 'text/xml' && name !== 'application/soap+xml')
    throw new SoapFault(
      'Client',
      `the media type ${type.slice(0, 100)} is not accepted; send text/xml (SOAP 1.1) or application/soap+xml (SOAP 1.2)`,
      version,
      undefined,
      [],
      415,
    );
  return { version, charset: parameter('charset'), action: parameter('action') };
}

function decodeText(request: SoapRequest, media: MediaType): DocumentText {
  if (request.body.byteLength === 0)
    throw new SoapFault('Client', 'the request has no body; POST a SOAP envelope', media.version);
  try {
    return documentText(request.body, media.charset);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new SoapFault('Client', error.message, media.version, undefined, [], error.unsupported ? 415 : undefined);
  }
}

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

function findOperation(
  tape: Tape,
  envelope: OpenEnvelope,
  request: Omit<SoapRequest, 'body'>,
  media: MediaType,
): Operation {
  const cursor = new TapeCursor(tape, envelope.message);
  const namespace = tape.uri(cursor.namespace);
  const name = cursor.name;
  const { version } = envelope;
  const operation = operationOf(namespace, name);
  if (!operation) {
    const meant = namespacesOf(name);
    const hint = meant.length > 0 ? `; ${name.slice(0, 200)} is known in the namespace ${meant.join(' or ')}` : '';
    throw new SoapFault(
      'Client',
      `no operation has the message {${namespace.slice(0, 200)}}${name.slice(0, 200)}${hint}`,
      version,
    );
  }
  if (request.service !== undefined && !operation.services.includes(request.service)) {
    const offered = (operationsOf(request.service) ?? []).map((o) => o.name).join(', ');
    throw new SoapFault(
      'Client',
      `the service ${request.service} does not offer ${name}; it offers ${offered}. ${name} belongs to ${operation.services.join(', ')}`,
      version,
      operation,
      [{ code: '2.9', details: `${name} is not an operation of ${request.service}` }],
    );
  }
  const action = (version === '1.2' ? (media.action ?? request.soapAction) : request.soapAction)
    ?.trim()
    .replace(/^"(.*)"$/, '$1');
  if (action !== undefined && action !== '' && action !== operation.soapAction)
    throw new SoapFault(
      'Client',
      `the SOAPAction "${action.slice(0, 200)}" disagrees with the message ${name}, whose action is "${operation.soapAction}"`,
      version,
      operation,
      [{ code: '2.9', details: `SOAPAction must be "${operation.soapAction}" or empty` }],
    );
  return operation;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
