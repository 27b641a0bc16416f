/** Somebody who receives replies and events over real HTTP, well or badly. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Of the message in it. */
  readonly messageId: string | undefined;
  readonly correlationId: string | undefined;
  /** Common name of the client certificate. */
  readonly peer: string | undefined;
}

/** Answers a request, or does not. */
export type Answering = (received: Received, response: ServerResponse, request: IncomingMessage) => void;

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Everything that has come, in order, whatever was answered. */
  readonly received: readonly Received[];
  /** Most requests that were open at the same time. */
  readonly atOnce: number;
  /** How many connections were made. */
  readonly connections: number;
  answer(answering: Answering): void;
  close(): Promise<void>;
}

/** A reply as receivers give it: `<Noun>ResponseMessage` with this result. */
export function replyText(result = 'OK', error = '', noun = 'EndDeviceEvents'): string {
  const message = 'http://iec.ch/TC57/2011/schema/message';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
    `<r:${noun}ResponseMessage xmlns:r="http://iec.ch/TC57/2011/${noun}Message" xmlns:m="${message}">` +
    `<r:Header><m:Verb>reply</m:Verb><m:Noun>${noun}</m:Noun></r:Header>` +
    `<r:Reply><m:Result>${result}</m:Result>${error}</r:Reply>` +
    `</r:${noun}ResponseMessage></s:Body></s:Envelope>`
  );
}

export const ok: Answering = (_received, response) => respond(response, 200, replyText());

export function respond(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/xml; charset=utf-8',
): void {
  response.writeHead(status, { 'Content-Type': type }).end(body);
}

/** Listens on a free port of this machine; over TLS when there are options for it. */
export async function receiver(answering: Answering = ok, tls?: ServerOptions): Promise<Receiver> {
  const received: Received[] = [];
  let answer = answering;
  let open = 0;
  let atOnce = 0;
  let connections = 0;
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    atOnce = Math.max(atOnce, ++open);
    response.once('close', () => open--);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const one: Received = {
        path: request.url ?? '',
        headers: request.headers,
        body,
        messageId: /<(?:\w+:)?MessageID>([^<]*)</.exec(body)?.[1],
        correlationId: /<(?:\w+:)?CorrelationID>([^<]*)</.exec(body)?.[1],
        peer: peerOf(request),
      };
      received.push(one);
      answer(one, response, request);
    });
    request.on('error', () => {});
  };
  const server = tls ? createTlsServer(tls, serve) : createServer(serve);
  server.on('connection', () => connections++);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/replies`,
    port,
    received,
    get atOnce() {
      return atOnce;
    },
    get connections() {
      return connections;
    },
    answer: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function peerOf({ socket }: IncomingMessage): string | undefined {
  if (!('getPeerCertificate' in socket)) return undefined;
  const { subject } = (
    socket as unknown as { getPeerCertificate(): { subject?: { CN?: string } } }
  ).getPeerCertificate();
  return subject?.CN;
}
