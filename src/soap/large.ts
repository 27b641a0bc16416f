/** Reads large messages in worker threads, so that the event loop goes on serving the small ones. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { AnyMessage, PayloadPiece } from '../message/call.js';
import { operationByName } from '../contract/operations.js';
import type { Operation } from '../generated/operations.js';
import type { Finding } from '../message/finding.js';
import type { Manner } from './dialects.js';
import type { SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';
import type { ReaderSettings } from './large-reader.js';
import type { LargeNotice } from './large-thread.js';
import { mediaType, type SoapRequest } from './request.js';
import type { Proofs } from './ws-security/proofs.js';

/** A large message as it comes in: its head with the first part, and the parts behind it. */
export interface LargeMessage {
  readonly version: SoapVersion;
  readonly operation: Operation;
  readonly message: AnyMessage;
  readonly digest: string | undefined;
  readonly manner: Manner | undefined;
  readonly refusal: readonly Finding[] | undefined;
  readonly proofs: Proofs | undefined;
  readonly rest: AsyncIterable<PayloadPiece>;
  /** Lets go of the worker, whether or not all parts have been read. */
  readonly close: () => void;
}

export interface LargeReader {
  /** Throws `SoapFault`; with status 503 when too many large messages wait already. */
  read(request: SoapRequest): Promise<LargeMessage>;
  close(): Promise<void>;
}

export interface LargeSettings extends ReaderSettings {
  readonly threads: number;
  /** Messages that may wait for a thread. */
  readonly queue: number;
}

/** Threads start when the first large message comes and end when none has come for a while, which gives their memory back. */
export function largeReader(settings: LargeSettings): LargeReader {
  let pool: Piscina | undefined;
  const started = (): Piscina =>
    (pool ??= new Piscina({
      filename: threadFile(),
      minThreads: 0,
      maxThreads: settings.threads,
      maxQueue: settings.queue,
      idleTimeout: 5_000,
      atomics: 'disabled',
      workerData: {
        wsdl: settings.wsdl,
        limits: settings.limits,
        dialects: settings.dialects,
        streaming: settings.streaming,
      } satisfies ReaderSettings,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    }));
  return {
    read: async (request) => {
      const { version } = mediaType(request.contentType);
      const { port1, port2 } = new MessageChannel();
      const inbox = new Inbox();
      port1.on('message', (notice: LargeNotice) => inbox.put(notice));
      const { buffer } = request.body;
      const transfer =
        buffer instanceof ArrayBuffer && request.body.byteLength === buffer.byteLength ? [port2, buffer] : [port2];
      started()
        .run({ request, port: port2 }, { transferList: transfer })
        .catch((error: unknown) => inbox.fail(refusal(error, version)));
      const close = (): void => port1.close();
      try {
        const first = await inbox.next();
        if (first.kind === 'fault') throw faultOf(first.fault);
        if (first.kind !== 'message') throw new Error('the thread for large messages said something unexpected');
        return {
          version: first.version,
          operation: operationByName(first.operation)!,
          message: JSON.parse(first.json) as AnyMessage,
          digest: first.digest,
          manner: first.manner,
          refusal: first.refusal,
          proofs: first.proofs,
          rest: pieces(inbox, () => port1.postMessage('next')),
          close,
        };
      } catch (error) {
        close();
        throw error;
      }
    },
    close: async () => {
      await pool?.close({ force: true });
    },
  };
}

function faultOf(told: Extract<LargeNotice, { readonly kind: 'fault' }>['fault']): SoapFault {
  const { code, reason, version, findings, status, manner, operation = '' } = told;
  const fault = new SoapFault(code, reason, version, operationByName(operation), findings, status);
  fault.manner = manner;
  return fault;
}

async function* pieces(inbox: Inbox, next: () => void): AsyncGenerator<PayloadPiece, void> {
  for (;;) {
    next();
    const notice = await inbox.next();
    if (notice.kind === 'end') return;
    if (notice.kind !== 'piece') throw new Error('the thread for large messages said something unexpected');
    const piece = JSON.parse(notice.json) as PayloadPiece;
    yield notice.packed === undefined ? piece : { ...piece, packed: notice.packed };
    // parts that wait already must not be taken one after the other without a turn for everybody else
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function refusal(error: unknown, version: SoapVersion): Error {
  if (error instanceof Error && /Task queue is at limit/.test(error.message))
    return new SoapFault(
      'Server',
      'too many large messages are being read; try again later',
      version,
      undefined,
      [],
      503,
    );
  return error instanceof Error ? error : new Error(String(error));
}

/** Notices of one task, in order. */
class Inbox {
  private readonly notices: LargeNotice[] = [];
  private failure: Error | undefined;
  private wake: (() => void) | undefined;

  put(notice: LargeNotice): void {
    this.notices.push(notice);
    this.wake?.();
  }

  fail(error: Error): void {
    this.failure = error;
    this.wake?.();
  }

  async next(): Promise<LargeNotice> {
    for (;;) {
      const notice = this.notices.shift();
      if (notice !== undefined) return notice;
      if (this.failure !== undefined) throw this.failure;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** Threads run built JavaScript: beside this file when built, in dist/ when this file runs from src/ (tests). */
function threadFile(): string {
  const here = import.meta.url;
  const file = fileURLToPath(
    new URL(here.endsWith('.ts') ? '../../dist/soap/large-thread.js' : './large-thread.js', here),
  );
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return file;
}
