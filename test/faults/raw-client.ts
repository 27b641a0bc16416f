/** Writes bytes to a socket as they are and reads what comes back: for requests that no HTTP client would send. */
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  /** Undefined when the connection was closed without an answer. */
  readonly status: number | undefined;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly milliseconds: number;
}

/** Bytes to send; a number is a pause in milliseconds. */
export type Step = string | Buffer | number | typeof endOfInput;

/** Half-closes the connection: nothing more will be sent. */
export const endOfInput = Symbol('end of input');

export interface RequestParts {
  readonly method?: string;
  readonly path?: string;
  /** Null leaves a header out that would be sent by itself. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Buffer;
}

/** The bytes of an ordinary POST of a SOAP 1.1 message, with whatever is to be different. */
export function post({ method = 'POST', path = '/soap', headers = {}, body = '' }: RequestParts): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const all: Record<string, string | null> = {
    Host: 'localhost',
    'Content-Type': 'text/xml; charset=utf-8',
    Connection: 'close',
    'Content-Length': String(bytes.length),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
}

/** A body in chunks of this size. */
export function chunked(body: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

/** Sends and waits for the end of the connection, or of the answer; rejects when neither comes in time. */
export function exchange(port: number, steps: readonly Step[], patience = 10_000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const received: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer and no end of the connection within ${patience} ms`));
    }, patience);
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answerOf(Buffer.concat(received), performance.now() - begun));
    };
    socket.on('data', (chunk) => {
      received.push(chunk);
      if (isWhole(received)) finish();
    });
    socket.on('error', () => undefined);
    socket.on('close', finish);
    void write(socket, steps);
  });
}

async function write(socket: Socket, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (socket.destroyed) return;
    if (typeof step === 'number') await new Promise((done) => setTimeout(done, step));
    else if (step === endOfInput) socket.end();
    else if (!socket.write(step)) await new Promise<void>((done) => socket.once('drain', done).once('close', done));
  }
}

/** Whether the head and as much body as it announces have come. */
function isWhole(received: Buffer[]): boolean {
  const bytes = Buffer.concat(received);
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = bytes.toString('latin1', 0, end);
  if (/^HTTP\/1\.1 1/.test(head)) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  return length !== undefined && bytes.length >= end + 4 + Number(length);
}

function answerOf(bytes: Buffer, milliseconds: number): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.toString('latin1', 0, end < 0 ? bytes.length : end).split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(first)?.[1];
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return {
    status: status === undefined ? undefined : Number(status),
    headers,
    body: end < 0 ? '' : bytes.toString('utf8', end + 4),
    milliseconds,
  };
}
