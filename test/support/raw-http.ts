/** HTTP on a bare socket, for what a well-behaved client library never does. Every SOAP answer is proved all the same. */
import { connect, type Socket } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { answerOf, type Answer } from './gateway.js';

export interface RawConnection {
  readonly socket: Socket;
  write(data: string | Buffer): void;
  /** The next response, interim ones (100) included; rejects when the connection ends before it is whole. */
  next(): Promise<Answer>;
  /** Resolves when the peer has closed, with what came and was not asked for by `next`. */
  closed(): Promise<string>;
}

const patience = 10_000;

export async function rawConnection(port: number): Promise<RawConnection> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  let received: Buffer = Buffer.alloc(0);
  let ended = false;
  let failure: Error | undefined;
  let wake = (): void => {};
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    wake();
  });
  socket.on('error', (error) => {
    failure = error;
    wake();
  });
  socket.on('close', () => {
    ended = true;
    wake();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('error', reject);
  });
  const more = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing more came; so far: ${said()}`)), patience);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const said = (): string => JSON.stringify(received.toString('latin1').slice(0, 500));

  return {
    socket,
    write: (data) => void socket.write(data),
    async next() {
      for (;;) {
        const found = responseIn(received, ended);
        if (found !== undefined) {
          received = received.subarray(found.length);
          return found.answer;
        }
        if (ended) throw new Error(`the connection ended (${failure?.message ?? 'by the peer'}); so far: ${said()}`);
        await more();
      }
    },
    async closed() {
      while (!ended) await more();
      return received.toString('latin1');
    },
  };
}

/** Sends bytes on a connection of their own and answers the one response. */
export async function rawExchange(port: number, data: string | Buffer): Promise<Answer> {
  const connection = await rawConnection(port);
  try {
    connection.write(data);
    return await connection.next();
  } finally {
    connection.socket.destroy();
  }
}

function responseIn(bytes: Buffer, ended: boolean): { readonly answer: Answer; readonly length: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [statusLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]);
  const headers: IncomingHttpHeaders = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const start = headEnd + 4;
  if (status < 200) return { answer: { status, headers, text: '' }, length: start };
  if (headers['transfer-encoding'] === 'chunked') {
    const end = bytes.indexOf('0\r\n\r\n', start);
    if (end < 0) return undefined;
    // only short plain texts of the server itself come like this
    return { answer: { status, headers, text: bytes.subarray(start, end).toString() }, length: end + 5 };
  }
  const announced = headers['content-length'];
  if (announced === undefined && !ended) return undefined; // until the end of the connection
  const length = announced === undefined ? bytes.length - start : Number(announced);
  if (bytes.length < start + length) return undefined;
  return { answer: answerOf(status, headers, bytes.subarray(start, start + length)), length: start + length };
}
