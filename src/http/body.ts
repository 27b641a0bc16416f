/** Receives a request body within its bounds: size as received, size after inflation, expansion ratio, pace, total in flight. */
import type { IncomingMessage } from 'node:http';
import { createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';

export interface BodyLimits {
  readonly body: number;
  readonly inflatedBody: number;
  readonly inflationRatio: number;
  /** Bytes of all bodies together, from their arrival to their release. */
  readonly bodiesInFlight: number;
  /** Bytes per second that a body must bring on the average, once `bodyGrace` milliseconds have passed. */
  readonly bodyRate: number;
  readonly bodyGrace: number;
}

/** Why a body is refused, as HTTP says it. */
export class BodyRefused extends Error {
  constructor(
    readonly status: 400 | 408 | 413 | 415 | 503,
    message: string,
  ) {
    super(message);
    this.name = 'BodyRefused';
  }
}

/** Expansion below this many bytes is harmless whatever the ratio. */
const harmless = 64 * 1024;

export interface BodyReceiver {
  /** Refuses what can be refused by the head alone. Throws `BodyRefused`. */
  check(request: IncomingMessage): void;
  /**
   * The body, inflated; its bytes count as in flight until they are released. Rejects with `BodyRefused`, after which the rest
   * of the request is unread and its connection still takes an answer.
   */
  receive(request: IncomingMessage): Promise<Buffer>;
  /** Says that a received body of this many bytes is done with. */
  release(bytes: number): void;
}

export function bodyReceiver(limits: BodyLimits): BodyReceiver {
  let inFlight = 0;
  // one timer for all bodies, instead of one made and cleared for each small message
  const watched = new Set<() => void>();
  let ticker: NodeJS.Timeout | undefined;
  const watch = (look: () => void): void => {
    watched.add(look);
    ticker ??= setInterval(() => {
      for (const each of watched) each();
      if (watched.size > 0) return;
      clearInterval(ticker);
      ticker = undefined;
    }, 500).unref();
  };
  const check = (request: IncomingMessage): void => {
    const encoding = encodingOf(request);
    if (encoding === undefined)
      throw new BodyRefused(
        415,
        `the content encoding "${String(request.headers['content-encoding']).slice(0, 100)}" is not accepted; send gzip, deflate or none`,
      );
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > limits.body) throw tooLarge(limits.body);
    if (inFlight + length > limits.bodiesInFlight) throw tooMany();
  };
  return {
    check,
    receive: async (request) => {
      check(request);
      const collected = new Collected(encodingOf(request) === 'identity' ? announced(request) : 0);
      let received = 0;
      const take = (chunk: Buffer, inflated: boolean): BodyRefused | undefined => {
        collected.add(chunk);
        inFlight += chunk.length;
        const { size } = collected;
        if (inflated && size > limits.inflatedBody)
          return new BodyRefused(400, `the body is larger than ${limits.inflatedBody} bytes after inflation`);
        if (inflated && size > harmless && size > received * limits.inflationRatio)
          return new BodyRefused(400, `the body expands to more than ${limits.inflationRatio} times its size`);
        return inFlight > limits.bodiesInFlight ? tooMany() : undefined;
      };
      try {
        await new Promise<void>((resolve, reject) => {
          const inflater = inflaterFor(encodingOf(request));
          const begun = performance.now();
          let over = false;
          // the request itself is never destroyed here: its connection still has to carry the refusal
          const end = (error?: Error): void => {
            if (over) return;
            over = true;
            watched.delete(look);
            request.off('data', arrived).off('end', ended).off('close', gone);
            request.pause();
            inflater?.destroy();
            if (error) reject(error);
            else resolve();
          };
          const arrived = (chunk: Buffer): void => {
            received += chunk.length;
            if (received > limits.body) return end(tooLarge(limits.body));
            if (inflater) {
              if (!inflater.write(chunk)) request.pause();
              return;
            }
            const refusal = take(chunk, false);
            if (refusal) end(refusal);
          };
          const ended = (): void => {
            if (inflater) inflater.end();
            else end();
          };
          const gone = (): void => {
            if (!request.complete) end(new BodyRefused(400, 'the body ended before its announced length'));
          };
          const look = (): void => {
            const elapsed = performance.now() - begun;
            if (elapsed > limits.bodyGrace && !request.complete && received * 1000 < limits.bodyRate * elapsed)
              end(new BodyRefused(408, `the body comes more slowly than ${limits.bodyRate} bytes per second`));
          };
          watch(look);
          request.on('data', arrived).on('end', ended).on('close', gone);
          request.on('error', gone);
          inflater
            ?.on('drain', () => request.resume())
            .on('data', (chunk: Buffer) => {
              const refusal = over ? undefined : take(chunk, true);
              if (refusal) end(refusal);
            })
            .on('end', () => end())
            .on('error', (error) =>
              end(
                new BodyRefused(400, `the body is not valid ${request.headers['content-encoding']}: ${error.message}`),
              ),
            );
        });
        return collected.whole();
      } catch (error) {
        inFlight -= collected.size;
        throw error;
      }
    },
    release: (bytes) => {
      inFlight -= bytes;
    },
  };
}

/** Chunks below this many bytes cost more than they carry, once there are many of them. */
const smallChunk = 4096;
const fewChunks = 16;
/** From this many bytes on the memory of an announced body is taken at once; the system gives it page by page as it fills. */
const largeEnough = 128 * 1024;

/** Bytes as they arrive. Many small chunks are put together, or 8 MiB sent byte by byte would take a gigabyte. */
class Collected {
  private readonly parts: Buffer[] = [];
  private readonly block = { bytes: Buffer.alloc(0), used: 0 };
  size = 0;
  /** For a large body of known length: its bytes go straight to where they belong. */
  private readonly room: Buffer | undefined;

  constructor(expected: number) {
    if (expected > largeEnough) this.room = Buffer.from(new ArrayBuffer(expected));
  }

  add(chunk: Buffer): void {
    if (this.room) {
      this.size += chunk.copy(this.room, this.size);
      return;
    }
    this.size += chunk.length;
    if (chunk.length >= smallChunk || this.parts.length < fewChunks) {
      this.closeBlock();
      this.parts.push(chunk);
      return;
    }
    const { block } = this;
    if (block.bytes.length === 0) block.bytes = Buffer.allocUnsafeSlow(16 * smallChunk);
    if (block.used + chunk.length > block.bytes.length) this.closeBlock();
    block.used += chunk.copy(block.bytes, block.used);
  }

  /** The bytes in one buffer; when they came in several chunks, with memory of its own that can be handed to a thread. */
  whole(): Buffer {
    if (this.room) return this.size === this.room.length ? this.room : this.room.subarray(0, this.size);
    this.closeBlock();
    const [only] = this.parts;
    if (only !== undefined && this.parts.length === 1) return only;
    const whole = Buffer.from(new ArrayBuffer(this.size));
    let at = 0;
    for (const part of this.parts) at += part.copy(whole, at);
    return whole;
  }

  private closeBlock(): void {
    if (this.block.used === 0) return;
    this.parts.push(Buffer.from(this.block.bytes.subarray(0, this.block.used)));
    this.block.used = 0;
  }
}

type Encoding = 'identity' | 'gzip' | 'deflate';

function encodingOf(request: IncomingMessage): Encoding | undefined {
  const value = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (value === '' || value === 'identity') return 'identity';
  if (value === 'gzip' || value === 'x-gzip') return 'gzip';
  return value === 'deflate' ? 'deflate' : undefined;
}

function inflaterFor(encoding: Encoding | undefined): Transform | undefined {
  if (encoding === 'gzip') return createGunzip();
  if (encoding !== 'deflate') return undefined;
  return createInflate();
}

/** Bytes the client says it will send; 0 when it does not say. */
function announced(request: IncomingMessage): number {
  const length = Number(request.headers['content-length'] ?? 0);
  return Number.isSafeInteger(length) ? length : 0;
}

function tooLarge(limit: number): BodyRefused {
  return new BodyRefused(413, `the body is larger than ${limit} bytes as received`);
}

function tooMany(): BodyRefused {
  return new BodyRefused(503, 'the gateway has too many large requests in hand; try again later');
}
