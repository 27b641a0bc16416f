/** Receives a request body within its bounds: size as received, size after inflation, expansion ratio, pace, total in flight. */
import type { IncomingMessage } from 'node:http';
import { createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';
import { Arrival, type LargerBodies, type ReceivedBody, type SharedByBodies } from './arrival.js';
import { BodyRefused, tooLarge, tooLargeToProve, tooMany, type BodyLimits } from './body-refused.js';

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

export function bodyReceiver(limits: BodyLimits, larger?: LargerBodies): BodyReceiver {
  const shared: SharedByBodies = { limits, larger, inMemory: 0, inFiles: 0 };
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

function checkHead(
  { limits, larger, inMemory, inFiles }: SharedByBodies,
  request: IncomingMessage,
  stranger: boolean,
): void {
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
