/** Receives a request body within its bounds: size as received, size after inflation, expansion ratio, pace, total in flight. */
import type { IncomingMessage } from 'node:http';
import { createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';
import { Collected, Spool } from './collected.js';

export interface BodyLimits {
  readonly body: number;
  readonly inflatedBody: number;
  readonly inflationRatio: number;
  /** Bytes of a message that is read part by part, as received and after inflation. */
  readonly largestReadings: number;
  /** Bytes of all bodies together that are held in memory, from their arrival to their release. */
  readonly bodiesInFlight: number;
  /** The same for those that are held in files. */
  readonly spooled: number;
  /** Bytes per second that a body must bring on the average, once `bodyGrace` milliseconds have passed. */
  readonly bodyRate: number;
  readonly bodyGrace: number;
}

/** What is read part by part, and where it waits for that. */
export interface LargerBodies {
  /** Whether a body that begins so may be larger than `limits.body`. */
  readonly mayBe: (beginning: Buffer) => boolean;
  /** Whether it may be one by what stands before the body: the address, and the SOAPAction if there is one. */
  readonly mayFollow: (url: string, action: string) => boolean;
  readonly folder: string;
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

/** A body that has arrived, inflated. */
export interface ReceivedBody {
  readonly size: number;
  /** Empty when the body is in a file. */
  readonly bytes: Buffer;
  readonly spooled?: { readonly file: number; readonly size: number } | undefined;
  /** Says that the body is done with. */
  readonly release: () => void;
}

export interface BodyReceiver {
  /** Refuses what can be refused by the head alone. Throws `BodyRefused`. */
  check(request: IncomingMessage, stranger?: boolean): void;
  /**
   * The body, inflated; its bytes count as in flight until they are released. Rejects with `BodyRefused`, after which the rest
   * of the request is unread and its connection still takes an answer.
   * @param stranger whether only the message itself may show who sends it: one that is read part by part cannot
   */
  receive(request: IncomingMessage, stranger?: boolean): Promise<ReceivedBody>;
}

/** Expansion below this many bytes is harmless whatever the ratio. */
const harmless = 64 * 1024;

/** Bytes after which it is clear what a body is. */
const beginning = 16_384;

/** Bytes of a body that is read part by part above which it waits in a file. */
const spoolAbove = 1024 * 1024;

/** What all bodies of a receiver share. */
interface Shared {
  readonly limits: BodyLimits;
  readonly larger: LargerBodies | undefined;
  inMemory: number;
  inFiles: number;
}

export function bodyReceiver(limits: BodyLimits, larger?: LargerBodies): BodyReceiver {
  const shared: Shared = { limits, larger, inMemory: 0, inFiles: 0 };
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
  const check = (request: IncomingMessage, stranger = false): void => checkHead(shared, request, stranger);
  return {
    check,
    receive: async (request, stranger = false) => {
      check(request, stranger);
      const arrival = new Arrival(shared, encodingOf(request) === 'identity' ? announced(request) : 0, stranger);
      let received = 0;
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
          const take = (chunk: Buffer): void => {
            if (over) return;
            const refusal = arrival.take(chunk, received, inflater !== undefined);
            if (refusal) end(refusal);
            else if (arrival.full) (inflater ?? request).pause();
          };
          arrival.drained = () => over || (inflater ?? request).resume();
          arrival.failed = end;
          const arrived = (chunk: Buffer): void => {
            received += chunk.length;
            if (received > arrival.most) return end(tooLarge(arrival.most));
            if (!inflater) return take(chunk);
            if (!inflater.write(chunk)) request.pause();
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
            .on('data', take)
            .on('end', () => end())
            .on('error', (error) =>
              end(
                new BodyRefused(400, `the body is not valid ${request.headers['content-encoding']}: ${error.message}`),
              ),
            );
        });
        return await arrival.whole();
      } catch (error) {
        arrival.release();
        throw error;
      }
    },
  };
}

function checkHead({ limits, larger, inMemory, inFiles }: Shared, request: IncomingMessage, stranger: boolean): void {
  const encoding = encodingOf(request);
  if (encoding === undefined)
    throw new BodyRefused(
      415,
      `the content encoding "${String(request.headers['content-encoding']).slice(0, 100)}" is not accepted; send gzip, deflate or none`,
    );
  const length = Number(request.headers['content-length'] ?? 0);
  const action = String(request.headers['soapaction'] ?? '').replaceAll('"', '');
  const mayBeLarger = larger?.mayFollow(request.url ?? '', action) === true;
  const most = mayBeLarger ? Math.max(limits.body, limits.largestReadings) : limits.body;
  if (length > most) throw tooLarge(most);
  if (stranger && length > Math.max(limits.body, limits.inflatedBody)) throw tooLargeToProve(limits);
  if (length > limits.body ? inFiles + length > limits.spooled : inMemory + length > limits.bodiesInFlight)
    throw tooMany();
}

/** One body while it arrives. */
class Arrival {
  private collected = new Collected(0);
  private spool: Spool | undefined;
  /** Whether the body is one of those that may be larger; undefined before that is clear. */
  private larger: boolean | undefined;
  private size = 0;
  private counted = 0;
  full = false;
  drained: () => void = () => {};
  failed: (error: Error) => void = () => {};

  /** @param expected bytes that were announced; 0 when nothing was */
  constructor(
    private readonly shared: Shared,
    private readonly expected: number,
    private readonly stranger: boolean,
  ) {
    if (shared.larger === undefined) this.decide(false);
  }

  /** Most bytes that may be received. */
  get most(): number {
    const { limits } = this.shared;
    return this.larger === false ? limits.body : Math.max(limits.body, limits.largestReadings);
  }

  /** Takes a chunk, or says why not. */
  take(chunk: Buffer, received: number, inflated: boolean): BodyRefused | undefined {
    const { limits } = this.shared;
    this.size += chunk.length;
    if (this.spool) {
      this.shared.inFiles += chunk.length;
      this.full = !this.spool.add(chunk);
    } else this.keep(chunk);
    if (this.larger === undefined && (this.size >= beginning || received > limits.body))
      this.decide(this.shared.larger?.mayBe(this.collected.beginning) === true);
    const { size } = this;
    if (received > this.most) return tooLarge(this.most);
    if (this.stranger && this.larger === true && size > Math.max(limits.body, limits.inflatedBody))
      return tooLargeToProve(limits);
    const most = this.larger === true ? Math.max(limits.inflatedBody, limits.largestReadings) : limits.inflatedBody;
    if (inflated && size > most) return new BodyRefused(400, `the body is larger than ${most} bytes after inflation`);
    if (inflated && size > harmless && size > received * limits.inflationRatio)
      return new BodyRefused(400, `the body expands to more than ${limits.inflationRatio} times its size`);
    if (this.larger === true && !this.spool && size > spoolAbove) {
      const refusal = this.moveToFile();
      if (refusal) return refusal;
    }
    return this.shared.inMemory > limits.bodiesInFlight || this.shared.inFiles > limits.spooled ? tooMany() : undefined;
  }

  async whole(): Promise<ReceivedBody> {
    const { size, spool } = this;
    const release = (): void => this.release();
    if (spool === undefined) return { size, bytes: this.collected.whole(), release };
    const file = await spool.whole().catch((error: unknown) => {
      throw noRoom(error);
    });
    return { size, bytes: Buffer.alloc(0), spooled: { file, size }, release };
  }

  release(): void {
    this.shared.inMemory -= this.counted;
    this.counted = 0;
    if (this.spool) {
      this.shared.inFiles -= this.spool.size;
      this.spool.close();
      this.spool = undefined;
    }
  }

  private keep(chunk: Buffer): void {
    this.collected.add(chunk);
    this.counted += chunk.length;
    this.shared.inMemory += chunk.length;
  }

  private decide(larger: boolean): void {
    this.larger = larger;
    if (larger || this.expected <= this.collected.size) return;
    const known = new Collected(this.expected);
    for (const chunk of this.collected.chunks()) known.add(chunk);
    this.collected = known;
  }

  private moveToFile(): BodyRefused | undefined {
    try {
      this.spool = new Spool(
        this.shared.larger!.folder,
        () => {
          if (!this.full) return;
          this.full = false;
          this.drained();
        },
        (error) => this.failed(noRoom(error)),
      );
    } catch (error) {
      return noRoom(error);
    }
    for (const chunk of this.collected.chunks()) this.full = !this.spool.add(chunk);
    this.collected = new Collected(0);
    this.shared.inMemory -= this.counted;
    this.counted = 0;
    this.shared.inFiles += this.spool.size;
    return undefined;
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

function tooLargeToProve({ body, inflatedBody }: BodyLimits): BodyRefused {
  const most = Math.max(body, inflatedBody);
  return new BodyRefused(413, `a body above ${most} bytes needs somebody who shows by TLS or HTTP who sends it`);
}

function tooMany(): BodyRefused {
  return new BodyRefused(503, 'the gateway has too many large requests in hand; try again later');
}

function noRoom(error: unknown): BodyRefused {
  return Object.assign(new BodyRefused(503, 'there is no room to keep a large message; try again later'), {
    cause: error,
  });
}
