/**
 * Reads `created` and `changed MeterReadings` of any size in the memory of a small message: part by part, proved and taken apart on
 * the way (docs/adr/0012-streamed-readings.md). Runs in a worker thread.
 */
import type { KnownSource } from '../contract/byte-source.js';
import { DocumentParts } from '../contract/document-parts.js';
import { ListPieces } from '../contract/list-pieces.js';
import { RunFinder } from '../contract/reading-runs.js';
import { Unproved } from '../contract/proving-cursor.js';
import { ScanError, Scanner } from '../contract/scan.js';
import { StreamingCursor, type ObjectAlone, type StreamLimits } from '../contract/streaming-cursor.js';
import { EncodingError } from '../contract/text.js';
import type { AnyMessage, PayloadRoot } from '../message/call.js';
import type { PackedReadings } from '../message/packed-readings.js';
import type { Operation } from '../generated/operations.js';
import { askedOperation } from './asked-operation.js';
import type { ReaderLimits } from './compressed.js';
import type { Dialects } from './dialects.js';
import { openEnvelope, type SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';
import { sourceIn } from './heard.js';
import { isPlainEnvelope, type ReadMessage } from './proven.js';
import { mediaType, type AroundBody, type MediaType, type SoapRequest } from './request.js';
import { isOther } from './transcribed.js';

export interface StreamSettings {
  readonly limits: ReaderLimits;
  readonly dialects: Dialects;
  /** For what is put aside. */
  readonly folder: string;
  /** Bytes of a message whose limits are those of `limits`; a larger one may have as many more elements as it is larger. */
  readonly usual: number;
  /** Bytes of a part; elements of a piece. */
  readonly partSize?: number | undefined;
  readonly headSize?: number | undefined;
  readonly elementsPerPiece?: number | undefined;
}

/** JSON of a message or of a piece, with the readings that are packed in it. */
export interface MessagePart {
  readonly json: string;
  readonly packed?: PackedReadings | undefined;
}

/** A valid message whose payload is handed over piece by piece. */
export interface StreamedMessage {
  readonly version: SoapVersion;
  readonly operation: Operation;
  readonly digest: string;
  /** The message with its first piece, then the further ones. */
  readonly parts: Iterable<MessagePart>;
  readonly head: AnyMessage;
  /** Whether there are packed readings in it. */
  readonly packed: boolean;
  readonly close: () => void;
}

const nouns: ReadonlySet<string> = new Set(['MeterReadings']);
const verbs: ReadonlySet<string> = new Set(['created', 'changed']);

/** Bytes of a part: less costs more start tags, more costs memory. */
const usualPart = 524_288;

/** Bytes in which the message element must begin. */
export const headSize = 16_384;

/** Whether a document that begins with these bytes may be a message that is read in this way. A guess: reading it tells. */
export function beginsStreamed(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, headSize)).toString('latin1');
  return /:?Body\b[^<>]*>[^<]*(?:<!--[^]*?-->[^<]*)*<(?:[\w.-]+:)?(?:Created|Changed)MeterReadings[\s>]/.test(text);
}

/** Whether a message to this address, with this SOAPAction or none, may be one that is read in this way. */
export function mayBeStreamed(url: string, action: string): boolean {
  const service = /\/([A-Z][^/?]*)\/?(\?|$)/.exec(url)?.[1];
  if (service !== undefined && !/^(Send|Receive|Reply)MeterReadings$/.test(service)) return false;
  return action === '' || /\/(Created|Changed)MeterReadings$/.test(action);
}

/** What a message may have that is `size` bytes long. */
export function limitsOf<L extends { readonly nodes: number; readonly children: number }>(
  limits: L,
  usual: number,
  size: number,
): L {
  const times = Math.max(1, size / usual);
  return { ...limits, nodes: Math.ceil(limits.nodes * times), children: Math.ceil(limits.children * times) };
}

/**
 * Reads the message; what the caller did wrong is thrown as `SoapFault`, and `NotStreamed` when it is none of those that can be read so.
 * @param judge reads a small message; throws `SoapFault`
 */
export function readStreamed(
  source: KnownSource,
  around: AroundBody,
  settings: StreamSettings,
  judge: (request: SoapRequest) => ReadMessage,
): StreamedMessage {
  const media = mediaType(around.contentType);
  const read = (packs: boolean, judging: ConstructorParameters<typeof Streaming>[4]): StreamedMessage => {
    const pieces = new ListPieces(settings.folder);
    try {
      return new Streaming(source, around, media, settings, judging, pieces, packs).read();
    } catch (error) {
      pieces.close();
      throw error;
    }
  };
  // Where readings are like the one before they are not even scanned. Whatever is wrong or rare is looked at in another way, and told
  // with its place in the message: so it is then read once more, with all that it has.
  try {
    return read(true, undefined);
  } catch (error) {
    if (!(error instanceof NotStreamed) && !(error instanceof SoapFault)) throw error;
    source.rewind();
    return read(false, judge);
  }
}

/** The message must be read whole, or cannot be read at all. */
export class NotStreamed extends Error {
  constructor(readonly why: string) {
    super(why);
    this.name = 'NotStreamed';
  }
}

class Streaming {
  private readonly parts: DocumentParts;
  private cursor: StreamingCursor | undefined;

  constructor(
    private readonly source: KnownSource,
    private readonly around: AroundBody,
    private readonly media: MediaType,
    private readonly settings: StreamSettings,
    private readonly judge: ((request: SoapRequest) => ReadMessage) | undefined,
    private readonly pieces: ListPieces,
    packs: boolean,
  ) {
    const { limits, usual, dialects, partSize = usualPart, headSize: least = headSize } = settings;
    const scanner = new Scanner(limitsOf(limits, usual, source.size), dialects.others);
    const finder = packs ? new RunFinder(limits.text) : undefined;
    this.parts = new DocumentParts(source, scanner, media.charset, partSize, least, finder);
  }

  read(): StreamedMessage {
    try {
      return this.readAll();
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  private readAll(): StreamedMessage {
    const { around, media, pieces, settings, judge } = this;
    const tape = this.parts.next();
    if (!tape.proved) throw new NotStreamed('its beginning is not plain');
    if (
      isOther(
        tape,
        settings.dialects.of(around, () => sourceIn(tape)),
      )
    )
      throw new NotStreamed("it does not come in the contract's own way");
    const envelope = openEnvelope(tape, media.version, around.proofs);
    const { version, message } = envelope;
    if (!isPlainEnvelope(tape, envelope)) throw new NotStreamed('its envelope has header blocks or attributes');
    const operation = askedOperation(tape, message, version, around, media);
    const { noun, verb } = operation;
    if (!nouns.has(noun) || !verbs.has(verb)) throw new NotStreamed(`${verb} ${noun} is not`);
    const cursor = new StreamingCursor({
      parts: this.parts,
      pieces,
      tape,
      message,
      noun,
      limits: this.limits(),
      elementsPerPiece: settings.elementsPerPiece ?? 4_000,
      judge: judge && ((found) => this.judged(judge, found, noun)),
    });
    this.cursor = cursor;
    const head = operation.read(cursor);
    cursor.finish();
    const payload = head.Payload;
    if (payload?.['Compressed'] !== undefined || payload?.['OperationSet'] !== undefined)
      throw new NotStreamed('its payload is compressed, or a set of operations');
    const parts = { [Symbol.iterator]: () => partsOf(head, noun, pieces) };
    const { hasPacked: packed } = pieces;
    return { version, operation, digest: this.parts.digest, parts, head, packed, close: () => pieces.close() };
  }

  private limits(): StreamLimits {
    const { limits, usual, partSize = usualPart } = this.settings;
    const { nodes, children } = limitsOf(limits, usual, this.source.size);
    return {
      nodes,
      children,
      objectNodes: limits.nodes,
      objectChildren: limits.children,
      // counted in whole parts, of which some lie between one piece and the next
      objectBytes: Math.max(2 * usual, 8 * partSize),
    };
  }

  /** The payload of a small document; throws what is wrong with it, at its place in the large one. */
  private judged(
    judge: (request: SoapRequest) => ReadMessage,
    { document, lists, begins, beginsAlone }: ObjectAlone,
    noun: string,
  ): PayloadRoot {
    try {
      const { message } = judge({
        ...this.around,
        contentType: this.contentType(),
        body: Buffer.from(document, 'utf8'),
      });
      return message.Payload?.[noun] as PayloadRoot;
    } catch (error) {
      if (!(error instanceof SoapFault)) throw error;
      const more = this.source.lineOf(begins) - linesIn(document.slice(0, beginsAlone));
      const here = (text: string): string => {
        const lined = text.replace(/\(line (\d+)\)/g, (_, line: string) => `(line ${Number(line) + more - 1})`);
        return lists.reduce(
          (said, { name, at }) => said.replace(new RegExp(`\\.${name}(\\[0\\])?(?=[. (]|$)`), `.${name}[${at}]`),
          lined,
        );
      };
      const findings = error.findings.map((finding) => ({
        ...finding,
        ...(finding.path !== undefined && { path: here(finding.path) }),
      }));
      throw new SoapFault(error.code, here(error.reason), error.version, error.operation, findings, error.status);
    }
  }

  /** The small documents are UTF-8 whatever the large one was declared as. */
  private contentType(): string {
    return this.media.version === '1.2' ? 'application/soap+xml; charset=utf-8' : 'text/xml; charset=utf-8';
  }

  private refusalOf(error: unknown): unknown {
    const { version } = this.media;
    if (error instanceof EncodingError)
      return new SoapFault('Client', error.message, version, undefined, [], error.unsupported ? 415 : undefined);
    const line = (): number => this.source.lineOf(this.cursor?.byte ?? 0);
    if (error instanceof ScanError) return new SoapFault('Client', `${error.message} (behind line ${line()})`, version);
    if (!(error instanceof Unproved)) return error;
    const path = this.cursor?.path ?? '';
    return new NotStreamed(`something is there that is wrong or not plain, at ${path} (behind line ${line()})`);
  }
}

function* partsOf(head: AnyMessage, noun: string, pieces: ListPieces): Generator<MessagePart, void> {
  if (pieces.length === 0) {
    yield { json: JSON.stringify(head) };
    return;
  }
  const withRoot = (root: PayloadRoot): MessagePart => ({
    json: JSON.stringify({ ...head, Payload: { ...head.Payload, [noun]: root } }),
  });
  // what is packed comes with pieces, not with the message
  let first = !pieces.hasPacked;
  if (!first) yield withRoot({});
  for (const { root, offsets, within, packed } of pieces) {
    yield first
      ? withRoot(JSON.parse(root) as PayloadRoot)
      : { json: `{"root":${root},"offsets":${JSON.stringify(offsets)},"within":${JSON.stringify(within)}}`, packed };
    first = false;
  }
  const rest = head.Payload?.[noun] as PayloadRoot;
  const left = Object.values(rest).some((member) => Array.isArray(member) && member.length > 0);
  if (left) yield { json: JSON.stringify({ root: rest, offsets: pieces.counts, within: pieces.left }) };
}

function linesIn(text: string): number {
  let lines = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++;
  return lines;
}
