/** A worker for large messages: validates the whole document, then hands it over part by part as JSON. */
import { workerData, type MessagePort } from 'node:worker_threads';
import { readPieces } from '../contract/pieces.js';
import type { DocumentLimits } from '../contract/scan.js';
import { Validators } from '../contract/validator.js';
import { SoapFault } from './fault.js';
import { MessageReader, type SoapRequest } from './read.js';

/** What the thread is started with. */
export interface ThreadSettings {
  readonly wsdl: string;
  readonly limits: DocumentLimits;
}

export interface LargeTask {
  /** Loses its body when that has been read. */
  readonly request: Omit<SoapRequest, 'body'> & { body: Uint8Array };
  readonly port: MessagePort;
}

/** What the thread says: where the message belongs, its parts, or the fault it deserves. */
export type LargeNotice =
  | { readonly kind: 'message'; readonly version: '1.1' | '1.2'; readonly operation: string; readonly json: string }
  | { readonly kind: 'piece'; readonly json: string }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'fault';
      readonly fault: Pick<SoapFault, 'code' | 'reason' | 'version' | 'findings' | 'status'> & {
        readonly operation?: string | undefined;
      };
    };

const settings = (Array.isArray(workerData) ? workerData[1] : workerData) as ThreadSettings;
const reader = new MessageReader(new Validators(settings.wsdl), settings.limits);

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
    const { version, operation, tape, index } = reader.readLarge(request, () => {
      const { body } = request;
      request.body = new Uint8Array();
      return body;
    });
    let first = true;
    for (const part of readPieces(tape, index, operation)) {
      const json = JSON.stringify(part);
      if (first) say({ kind: 'message', version, operation: `{${operation.namespace}}${operation.name}`, json });
      else say({ kind: 'piece', json });
      first = false;
      credit--;
      while (credit <= 0 && !closed) await new Promise<void>((resolve) => (wake = resolve));
      if (closed) return;
    }
    say({ kind: 'end' });
  } catch (error) {
    if (!(error instanceof SoapFault)) throw error;
    const { code, reason, version, findings, status, operation } = error;
    say({
      kind: 'fault',
      fault: {
        code,
        reason,
        version,
        findings,
        status,
        operation: operation && `{${operation.namespace}}${operation.name}`,
      },
    });
  } finally {
    port.close();
  }
}
