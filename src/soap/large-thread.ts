/** A worker for large messages: validates the whole document, then hands it over part by part as JSON. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workerData, type MessagePort } from 'node:worker_threads';
import { typedOperations, withTypedOperations } from '../contract/operation-payloads.js';
import { readPieces } from '../contract/pieces.js';
import { ScanError, Scanner, type Tape } from '../contract/scan.js';
import type { AnyMessage, PayloadPiece } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { expanded, type ReaderLimits } from './compressed.js';
import { Dialects, type DialectTable, type Manner } from './dialects.js';
import { digestOf, repeatable } from './digest.js';
import { SoapFault } from './fault.js';
import { provenLarge, type LargeMessage } from './proven.js';
import type { MessageReader } from './read.js';
import { decodeText, mediaType, type AroundBody, type MediaType, type SoapRequest } from './request.js';
import { sourceIn } from './heard.js';
import { isOther } from './transcribed.js';

/** What the thread is started with. */
export interface ThreadSettings {
  readonly wsdl: string;
  readonly limits: ReaderLimits;
  readonly dialects?: DialectTable | undefined;
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
    }
  | { readonly kind: 'piece'; readonly json: string }
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
 * with messages of 25 MB take 55 MB less when it is told. The thread's heap is small, so a look takes some milliseconds.
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
const scanner = new Scanner(settings.limits, dialects.others);
let reader: MessageReader | undefined;

/** Parts that may be under way unread. */
const ahead = 3;

export default async function readLarge({ request, port }: LargeTask): Promise<void> {
  const say = (notice: LargeNotice): void => port.postMessage(notice);
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
  try {
    const { version, operation, tape, index, digest, manner, refused } = await readWhole(request);
    const refusal = refused?.findings;
    let first = true;
    for (const read of refused === undefined ? readPieces(tape, index, operation) : [refused.message]) {
      const part = refused === undefined ? withOperations(read, operation.noun) : read;
      const json = JSON.stringify(part);
      if (first) {
        const repeats = 'Header' in part && repeatable(operation, part.Header);
        const name = `{${operation.namespace}}${operation.name}`;
        say({ kind: 'message', version, operation: name, json, digest: repeats ? digest : undefined, manner, refusal });
      }
      if (!first) say({ kind: 'piece', json });
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
    port.close();
    setImmediate(collectGarbage);
  }
}

/** A part with the payloads of its operations typed. No message that took the short road has any. */
function withOperations(part: AnyMessage | PayloadPiece, noun: string): AnyMessage | PayloadPiece {
  if (reader === undefined) return part;
  if ('Header' in part) return withTypedOperations(part, reader.payloads);
  return noun === 'OperationSet' ? { ...part, root: typedOperations(part.root, reader.payloads) } : part;
}

/** Reads the message by the short road, or else by the long one, for which libxml2 is loaded then and not before. */
async function readWhole(request: LargeTask['request']): Promise<LargeMessage & { readonly digest: string }> {
  const media = mediaType(request.contentType);
  const { text, proven } = byShortRoad(request, media);
  collectGarbage();
  if (proven !== undefined) return proven;
  if (reader === undefined) {
    const [{ MessageReader }, { Validators }] = await Promise.all([
      import('./read.js'),
      import('../contract/validator.js'),
    ]);
    reader = new MessageReader(new Validators(settings.wsdl), settings.limits, dialects);
  }
  const found = reader.readLarge(text, request);
  return { ...found, digest: digestOf(found.tape, found.index) };
}

/** Takes the body out of the request, so that only its text stays in memory. */
function byShortRoad(
  request: LargeTask['request'],
  media: MediaType,
): { readonly text: string; readonly proven: (LargeMessage & { readonly digest: string }) | undefined } {
  const { body } = request;
  request.body = new Uint8Array();
  const { text, ascii, utf8 } = decodeText({ ...request, body }, media);
  const bytes = ascii ? utf8 : undefined;
  const plain = plainText(text, bytes, request, media);
  if (plain !== undefined) return { text: plain, proven: provenOf(plain, undefined, request, media) };
  return { text, proven: provenOf(text, bytes, request, media) };
}

/** The document with its compressed payload in place; undefined when there is none. */
function plainText(
  text: string,
  units: Uint8Array | undefined,
  around: AroundBody,
  media: MediaType,
): string | undefined {
  if (!text.includes('Compressed')) return undefined;
  const found = expandedOn(scanned(text, units), around, media);
  if (found === undefined) return undefined;
  const tape = scanned(found.text, undefined);
  if (tape !== undefined) found.check(tape);
  return found.text;
}

function expandedOn(tape: Tape | undefined, around: AroundBody, media: MediaType): ReturnType<typeof expanded> {
  return tape && expanded(tape, around, media, settings.limits);
}

/** The tape of a document; undefined when the long road has to say what is wrong with it. */
function scanned(text: string, units: Uint8Array | undefined): Tape | undefined {
  try {
    return scanner.scan(text, units);
  } catch (error) {
    if (error instanceof ScanError) return undefined;
    throw error;
  }
}

function provenOf(
  text: string,
  units: Uint8Array | undefined,
  around: AroundBody,
  media: MediaType,
): (LargeMessage & { readonly digest: string }) | undefined {
  const tape = scanned(text, units);
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
