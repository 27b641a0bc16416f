/** How many connections there may be. One that is too many is closed before it has said anything, which nobody sees who does not count. */
import type { Server, Socket } from 'node:net';

export interface ConnectionLimits {
  readonly connections: number;
  /** Of one address. A balancer in front is one address for all who come through it. */
  readonly connectionsPerPeer: number;
}

export interface ConnectionsWatch {
  /** A connection was closed for this limit. */
  closed(limit: keyof ConnectionLimits): void;
  /** Connections were closed; called once a minute at most, with how many there were since the last word, and where the last one came from. */
  told(facts: { readonly limit: keyof ConnectionLimits; readonly connections: number; readonly remote: string }): void;
}

/** Milliseconds between two words about closed connections. */
const pause = 60_000;

/**
 * There may be only so many connections, and one peer may not take all. Not by maxConnections: a process of several gives those above it
 * to the others, which give them back when they are full too.
 */
export function boundConnections(
  server: Server,
  limits: ConnectionLimits,
  watch: ConnectionsWatch,
  now: () => number = () => performance.now(),
): void {
  const open = new Map<string, number>();
  let all = 0;
  let told = -Infinity;
  let closed = 0;
  const close = (socket: Socket, limit: keyof ConnectionLimits, remote: string): void => {
    socket.destroy();
    watch.closed(limit);
    closed++;
    const at = now();
    if (at - told < pause) return;
    told = at;
    watch.told({ limit, connections: closed, remote });
    closed = 0;
  };
  server.on('connection', (socket: Socket) => {
    const peer = socket.remoteAddress ?? 'unknown';
    const count = (open.get(peer) ?? 0) + 1;
    if (count > limits.connectionsPerPeer) return close(socket, 'connectionsPerPeer', peer);
    if (all >= limits.connections) return close(socket, 'connections', peer);
    open.set(peer, count);
    all++;
    socket.once('close', () => {
      all--;
      const left = (open.get(peer) ?? 1) - 1;
      if (left > 0) open.set(peer, left);
      else open.delete(peer);
    });
  });
}
