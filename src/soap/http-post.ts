/**
 * POSTs, as a rule over kept connections, with bounds on everything: time to connect, time in all, size of the answer. Follows no redirect,
 * and connects only where addresses.ts lets it. Knows nothing of SOAP.
 */
import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { guardedLookup, refusedAsWritten, type Resolve } from './addresses.js';

export interface CallLimits {
  /** Milliseconds until the connection stands, TLS included. */
  readonly connect: number;
  /** Milliseconds from the first step to the end of the answer. */
  readonly total: number;
  /** Bytes of an answer. */
  readonly answer: number;
}

/** Security §4.8. */
export const usualCallLimits: CallLimits = { connect: 10_000, total: 30_000, answer: 1_048_576 };

export interface PostTarget {
  readonly url: string;
  /** Connections at a time, each kept open for the next message. */
  readonly connections: number;
  /** Inner networks that the host's name may lead into. */
  readonly allowNetworks: readonly string[];
  /** PEM texts. */
  readonly tls: {
    readonly ca?: string | undefined;
    readonly certificate?: string | undefined;
    readonly key?: string | undefined;
  };
  /**
   * A message may arrive once and no more: each has a connection of its own. One that was kept may end just then, and then nobody
   * knows whether the message has arrived.
   */
  readonly once?: boolean | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/** No answer, or none that could be taken. The message may have arrived all the same. */
export class CallFailed extends Error {
  constructor(
    reason: string,
    /** Whether the other side did not even take the connection. */
    readonly unreachable: boolean,
  ) {
    super(reason);
    this.name = 'CallFailed';
  }
}

export interface HttpPoster {
  /** Throws `CallFailed`. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** Closes the kept connections; calls under way fail. */
  close(): void;
}

export function httpPoster(target: PostTarget, limits: CallLimits = usualCallLimits, resolve?: Resolve): HttpPoster {
  const url = new URL(target.url);
  const secure = url.protocol === 'https:';
  const { ca, certificate, key } = target.tls;
  const shared = { keepAlive: true, maxSockets: target.connections, maxFreeSockets: target.connections };
  const agent = secure
    ? new HttpsAgent({ ...shared, ...(ca && { ca }), ...(certificate && { cert: certificate }), ...(key && { key }) })
    : new HttpAgent(shared);
  const lookup = guardedLookup(target.allowNetworks, resolve);
  const refused = refusedAsWritten(url, target.allowNetworks);

  const once = (body: Buffer, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> =>
    new Promise((done, fail) => {
      const begin = secure ? httpsRequest : httpRequest;
      const request = begin(url, {
        agent,
        lookup,
        method: 'POST',
        headers: {
          ...headers,
          'Content-Length': body.byteLength,
          ...(target.once === true && { Connection: 'close' }),
        },
      });
      let connected = false;
      const end = (reason: string): void => {
        const failed = new CallFailed(reason, !connected);
        request.destroy(failed);
        fail(failed); // also where the request is over already and tells no more
      };
      const total = setTimeout(() => end(`no whole answer within ${limits.total} ms`), limits.total);
      const connecting = watchConnection(
        request,
        () => (connected = true),
        () => end(`no connection within ${limits.connect} ms`),
        limits.connect,
      );
      const settle = (): void => {
        clearTimeout(total);
        clearTimeout(connecting.timer);
      };
      request.on('error', (error) => {
        settle();
        fail(failure(error, !connected, request.reusedSocket));
      });
      // Node would only close the connection, and say nothing
      request.on('upgrade', ({ statusCode }, socket) => {
        socket.destroy();
        settle();
        fail(new CallFailed(`it would go on in another protocol (HTTP ${statusCode ?? 101})`, false));
      });
      request.on('response', (response) => {
        collect(response, limits.answer).then(
          (answer) => {
            settle();
            done(answer);
          },
          (error: Error) => {
            settle();
            request.destroy();
            fail(failure(error, false, false));
          },
        );
      });
      request.end(body);
    });

  return {
    async post(text, headers) {
      if (refused !== undefined) throw new CallFailed(refused.message, true);
      const body = Buffer.from(text, 'utf8');
      try {
        return await once(body, headers);
      } catch (error) {
        // a kept connection that the other side has closed just then: as a rule before the message came to it
        if (error instanceof StaleConnection) return once(body, headers);
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}

/** The connection was kept from an earlier message and was closed before any answer came. */
class StaleConnection extends CallFailed {}

function failure(error: NodeJS.ErrnoException, unreachable: boolean, reused: boolean): CallFailed {
  if (error instanceof CallFailed) return error;
  const reason = error.message === '' ? (error.code ?? 'the connection failed') : error.message;
  if (reused && (error.code === 'ECONNRESET' || error.code === 'EPIPE')) return new StaleConnection(reason, false);
  return new CallFailed(reason, unreachable);
}

/** Tells when the connection stands, or that it does not in time; one that was kept stands at once. */
function watchConnection(
  request: ClientRequest,
  stands: () => void,
  late: () => void,
  milliseconds: number,
): { timer: NodeJS.Timeout | undefined } {
  const watch: { timer: NodeJS.Timeout | undefined } = { timer: undefined };
  request.on('socket', (socket: Socket) => {
    const secure = 'encrypted' in socket;
    if (request.reusedSocket || (!socket.connecting && !(secure && !isSecured(socket as TLSSocket)))) return stands();
    watch.timer = setTimeout(late, milliseconds);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(watch.timer);
      stands();
    });
  });
  return watch;
}

function isSecured(socket: TLSSocket): boolean {
  return socket.getCipher() !== undefined && socket.getProtocol() !== null;
}

async function collect(response: IncomingMessage, most: number): Promise<HttpAnswer> {
  const tooLarge = (): CallFailed => new CallFailed(`the answer is larger than ${most} bytes`, false);
  if (Number(response.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return {
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'],
    body: Buffer.concat(chunks),
  };
}
