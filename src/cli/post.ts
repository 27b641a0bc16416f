/** One POST over HTTP or HTTPS, and its whole answer. Redirects are not followed: credentials are for the address that was named. */
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Credentials } from './credentials.js';

export interface PostAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly body: string;
}

/** Rejects with a sentence when there is no answer within so many milliseconds. */
export function post(
  to: URL,
  headers: OutgoingHttpHeaders,
  body: Uint8Array,
  tls: Credentials['tls'],
  patience: number,
): Promise<PostAnswer> {
  const signal = AbortSignal.timeout(patience);
  const all = { ...headers, 'Content-Length': body.byteLength };
  const options = { method: 'POST', headers: all, agent: false as const, signal };
  return new Promise<PostAnswer>((resolve, reject) => {
    const sent = to.protocol === 'https:' ? httpsRequest(to, { ...options, ...tls }) : httpRequest(to, options);
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, statusMessage: statusText = '' } = response;
        resolve({ status, statusText, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sent.end(body);
  }).catch((error: NodeJS.ErrnoException) => {
    const why = signal.aborted ? `no answer within ${patience / 1000} s` : error.message || error.code;
    throw new Error(`${to.href} cannot be reached: ${why}`, { cause: error });
  });
}
