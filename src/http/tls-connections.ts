/** Follows the connections of a listener with TLS: handshakes that fail or do not end, clients without the certificate they need, age. */
import type { Socket } from 'node:net';
import type { Server, TLSSocket } from 'node:tls';

export interface TlsWatch {
  /** Whether a client without a good certificate is cut off at once. */
  readonly required: boolean;
  /** A client was cut off for that. */
  refused(socket: TLSSocket): void;
  /** Handshakes have failed; called once a second at most, with how many there were. */
  failed(facts: { readonly failures: number; readonly reason: string; readonly remote: string | undefined }): void;
}

export interface TlsConnections {
  /** Whether a connection has lasted so long that its client is to show himself anew. */
  tooOld(socket: Socket): boolean;
  /** Ends those whose handshake has not ended. */
  letGo(): void;
}

/** Milliseconds: a session lasts a day at most. */
const longestSession = 86_400_000;
/** Milliseconds between two words about failed handshakes. */
const pause = 1_000;

export function followTls(
  server: Server,
  watch: TlsWatch,
  now: () => number = () => performance.now(),
): TlsConnections {
  /** Connections whose handshake has not ended, by what the socket beneath and the one above have in common. */
  const waiting = new Map<string, Socket>();
  const begun = new WeakMap<Socket, number>();
  let told = -Infinity;
  let failures = 0;
  server.on('connection', (socket: Socket) => {
    const key = keyOf(socket);
    waiting.set(key, socket);
    socket.once('close', () => waiting.delete(key));
  });
  server.on('tlsClientError', (error: NodeJS.ErrnoException, socket: TLSSocket) => {
    failures++;
    const at = now();
    if (at - told < pause) return;
    told = at;
    watch.failed({ failures, reason: error.code ?? error.message, remote: socket.remoteAddress });
    failures = 0;
  });
  // before the server of HTTP hears of it
  server.prependListener('secureConnection', (socket: TLSSocket) => {
    waiting.delete(keyOf(socket));
    begun.set(socket, now());
    // a session of before that had none is taken up without complaint
    if (!watch.required || (socket.authorized && socket.getPeerX509Certificate() !== undefined)) return;
    watch.refused(socket);
    socket.destroy();
  });
  return {
    tooOld: (socket) => now() - (begun.get(socket) ?? now()) > longestSession,
    letGo: () => {
      for (const socket of waiting.values()) socket.destroy();
    },
  };
}

function keyOf({ remoteAddress, remotePort, localPort }: Socket): string {
  return `${remoteAddress} ${remotePort} ${localPort}`;
}
