/** The HTTP server: bounds on heads, times and connections; SOAP messages straight to the endpoint, the rest to express. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { Server as NetServer, type AddressInfo, type Socket } from 'node:net';
import type { SecureContextOptions, Server as TlsServer, TlsOptions } from 'node:tls';
import { boundConnections, type ConnectionLimits, type ConnectionsWatch } from './connection-bounds.js';
import { followTls, type TlsWatch } from './tls-connections.js';
import { soapPath, type SoapPath } from './soap-post.js';

export interface ServerLimits extends ConnectionLimits {
  /** Bytes of all headers of a request. */
  readonly header: number;
  readonly headersTimeout: number;
  readonly requestTimeout: number;
}

export interface ServerPorts {
  readonly limits: ServerLimits;
  /** Undefined where nothing is encrypted. */
  readonly tls?: (TlsWatch & { readonly options: SecureContextOptions & TlsOptions }) | undefined;
  readonly app: RequestListener;
  readonly tooMany: ConnectionsWatch;
  soapPost(request: IncomingMessage, response: ServerResponse, path: SoapPath): Promise<void>;
}

export interface HttpServer {
  /** Resolves with the address it listens on. */
  listen(host: string, port: number): Promise<{ readonly host: string; readonly port: number }>;
  /**
   * From now on each answer closes its connection, so that clients go elsewhere without losing a request. Resolves after `delay`
   * milliseconds.
   * @param accept whether connections are still taken; without them it resolves earlier when all that were there have ended
   */
  drain(delay: number, accept: boolean): Promise<void>;
  /** Takes no more connections; resolves when the open exchanges have ended, at the latest after `grace` milliseconds. */
  close(grace: number): Promise<void>;
  /**
   * From now on connections get these certificates. Throws when they are no good.
   * @param anew whether clients that are connected must show themselves anew: their connections end, at work after their answer
   */
  renewTls(options: SecureContextOptions, anew: boolean): void;
  readonly server: Server;
}

export function httpServer(ports: ServerPorts): HttpServer {
  const { limits, tls } = ports;
  let draining = false;
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (!exchanges.begin(request.socket, response)) return;
    if (draining || secured?.tooOld(request.socket)) response.shouldKeepAlive = false;
    if (secured !== undefined) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    const path = request.method === 'POST' ? soapPath(request) : undefined;
    if (path) void ports.soapPost(request, response, path);
    else {
      // nobody here reads a body: it ends with the connection
      if (Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined)
        response.setHeader('Connection', 'close');
      ports.app(request, response);
    }
  };
  const options = {
    keepAlive: true,
    noDelay: true,
    maxHeaderSize: limits.header,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 60_000,
  };
  const server: Server =
    tls === undefined ? createServer(options, handle) : createSecureServer({ ...options, ...tls.options }, handle);
  const secured = tls === undefined ? undefined : followTls(server as unknown as TlsServer, tls);
  const exchanges = exchangesOf(server, tls === undefined ? 'connection' : 'secureConnection');
  // the head is looked at before the body is asked for: what will be refused is refused now
  server.on('checkContinue', handle);
  boundConnections(server, limits, ports.tooMany);
  return {
    server,
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          const address = server.address() as AddressInfo;
          resolve({ host, port: address.port });
        });
      }),
    drain: (delay, accept) =>
      new Promise((resolve) => {
        draining = true;
        const timer = setTimeout(resolve, delay);
        if (accept) return;
        server.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
        // not its own: that would cut connections on which the next request may be under way
        NetServer.prototype.close.call(server);
      }),
    close: (grace) =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), grace);
        server.once('close', () => {
          clearTimeout(force);
          resolve();
        });
        server.close();
        exchanges.letGo();
        secured?.letGo();
      }),
    renewTls: (renewed, anew) => {
      (server as unknown as TlsServer).setSecureContext(renewed);
      if (!anew) return;
      secured?.letGo();
      exchanges.endAll();
    },
  };
}

/**
 * Which connections are at work. Node alone would wait for those that have sent nothing or half a head, and for those that
 * are kept alive after their last answer.
 */
function exchangesOf(
  server: Server,
  event: 'connection' | 'secureConnection',
): {
  /** Answers false, and cuts the connection off, where it was to end after what was at work. */
  begin(socket: Socket, response: ServerResponse): boolean;
  /** Ends those that are open now. */
  endAll(): void;
  /** Ends those, and all that come. */
  letGo(): void;
} {
  const open = new Map<Socket, number>();
  const ending = new WeakSet<Socket>();
  let stopping = false;
  const endAll = (): void => {
    for (const [socket, exchanges] of open)
      if (exchanges === 0) socket.destroy();
      else ending.add(socket);
  };
  server.on(event, (socket: Socket) => {
    open.set(socket, 0);
    socket.once('close', () => open.delete(socket));
  });
  return {
    begin: (socket, response) => {
      if (ending.has(socket) && !stopping) {
        socket.destroy();
        return false;
      }
      open.set(socket, (open.get(socket) ?? 0) + 1);
      response.once('close', () => {
        const left = (open.get(socket) ?? 1) - 1;
        if (open.has(socket)) open.set(socket, left);
        if ((stopping || ending.has(socket)) && left === 0) socket.end();
      });
      return true;
    },
    endAll,
    letGo: () => {
      stopping = true;
      endAll();
    },
  };
}
