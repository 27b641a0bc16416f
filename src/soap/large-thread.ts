/** A worker for large messages: has them read (large-reader.ts), and hands them over part by part as JSON. */
import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workerData, type MessagePort } from 'node:worker_threads';
import type { PackedReadings } from '../message/packed-readings.js';
import type { Finding } from '../message/finding.js';
import type { Manner } from './dialects.js';
import { repeatable } from './digest.js';
import { SoapFault } from './fault.js';
import { LargeReader, type LargeRequest, type ReaderSettings } from './large-reader.js';
import type { Proofs } from './ws-security/proofs.js';

// a thread has an Object.prototype of its own (bin/cimgate.js)
Reflect.deleteProperty(Object.prototype, '__proto__');

export interface LargeTask {
  readonly request: LargeRequest;
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
const below = 5;

/** Linux knows no less. */
const lowest = 19;

const settings = (Array.isArray(workerData) ? workerData[1] : workerData) as ReaderSettings;
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
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, Math.min(getPriority(process.pid) + below, lowest));
  } catch {
    // equal, then
  }
}

const reader = new LargeReader(settings, collectGarbage);

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
    const found = await reader.read(request);
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
