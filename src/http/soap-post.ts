/**
 * `POST /soap` and `POST /soap/{Service}` on the bare http server, in front of express, which costs more than the rest of a
 * small message (docs/adr). Receives the body, calls the SOAP endpoint, writes its answer, logs one line.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect, promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import { operationsOf } from '../contract/operations.js';
import type { Log } from '../log.js';
import type { Entrance } from '../message/caller.js';
import { reasonOf } from '../message/reply-codes.js';
import { faultAnswer, type SoapAnswer, type SoapEndpoint } from '../soap/endpoint.js';
import { SoapFault } from '../soap/fault.js';
import { mediaType } from '../soap/request.js';
import type { Admission } from './admission.js';
import { BodyRefused } from './body-refused.js';
import type { BodyReceiver } from './body.js';
import type { Metrics } from './metrics.js';
import { isForeignPage } from './pages.js';
import { basicOf, type Refusal, type WayIn } from './way-in.js';

const zip = promisify(gzip);

/**
 * Milliseconds before a message is refused for the crowd: a caller that asks again at once does not keep the processor from those who
 * are served.
 */
const refusalDelay = 100;

/** Answers below this many bytes are not worth compressing. */
const worthZipping = 1400;

export interface SoapPostPorts {
  readonly endpoint: SoapEndpoint;
  /** Of the listener that the messages come to. */
  readonly wayIn: WayIn;
  readonly receiver: BodyReceiver;
  readonly admission: Admission;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether there is a dialect of this name. */
  speaks(dialect: string): boolean;
  /** Whether the gateway is stopping: connections are closed after the answer. */
  stopping(): boolean;
}

/** What the path of a message says: `/soap`, `/soap/{Service}`, `/soap/{dialect}` and `/soap/{dialect}/{Service}`. */
export interface SoapPath {
  /** Undefined for the addresses of all services. */
  readonly service: string | undefined;
  readonly dialect: string | undefined;
}

/** Names of dialects begin with small letters or digits, those of services never do. */
const isDialectName = /^[a-z0-9]/;

/** Whether a request belongs here, and what its path says. */
export function soapPath(request: IncomingMessage): SoapPath | undefined {
  // a whole address is what proxies send, and every server must take it (RFC 9112, 3.2.2)
  const url = (request.url ?? '').replace(/^https?:\/\/[^/?]*/i, '');
  const query = url.indexOf('?');
  const path = (query < 0 ? url : url.slice(0, query)).replace(/\/$/, '');
  if (path === '/soap') return { service: undefined, dialect: undefined };
  if (!path.startsWith('/soap/')) return undefined;
  const rest = path.slice(6);
  if (!isDialectName.test(rest)) return { service: rest, dialect: undefined };
  const slash = rest.indexOf('/');
  if (slash < 0) return { service: undefined, dialect: rest };
  return { service: rest.slice(slash + 1), dialect: rest.slice(0, slash) };
}

export function soapPost(
  ports: SoapPostPorts,
): (request: IncomingMessage, response: ServerResponse, path: SoapPath) => Promise<void> {
  const { endpoint, wayIn, receiver, admission, log, metrics } = ports;
  let toldCrowd = -Infinity;
  /** One line a second at most: a crowd must not be made worse by what is written about it. */
  const noteCrowd = (): void => {
    const now = performance.now();
    if (now - toldCrowd < 1_000) return;
    toldCrowd = now;
    log.warn('too many messages in hand', { refused: admission.refused() });
  };
  return async (request, response, { service, dialect }) => {
    const begun = performance.now();
    const requestId = randomUUID();
    let answer: SoapAnswer;
    let bytes = 0;
    let close = false;
    let leave: (() => void) | undefined;
    let crowded = false;
    let entrance: Entrance | undefined;
    try {
      if (isForeignPage(request.headers, wayIn.asks)) throw ofPage(request);
      if (wayIn.asks) {
        const entered = await wayIn.enter(request, true);
        if (entered.refusal !== undefined) throw turnedAway(entered.refusal, request, response, service);
        entrance = entered.entrance;
      }
      if (dialect !== undefined && !ports.speaks(dialect)) throw notThere('service or dialect', dialect, request);
      if (service !== undefined && operationsOf(service) === undefined) throw notThere('service', service, request);
      mediaType(request.headers['content-type']);
      const stranger = wayIn.asks && entrance?.caller === undefined;
      // HTTP/1.0 has no interim answers, whatever the client expects (RFC 9110, 10.1.1)
      if (request.headers.expect !== undefined && request.httpVersion !== '1.0') {
        receiver.check(request, stranger);
        response.writeContinue();
      }
      const body = await receiver.receive(request, stranger);
      bytes = body.size;
      try {
        leave = admission.enter();
        crowded = leave === undefined;
        if (crowded) throw tooMany(request);
        answer = await endpoint.answer(
          {
            body: body.bytes,
            spooled: body.spooled,
            contentType: request.headers['content-type'],
            soapAction: header(request, 'soapaction'),
            service,
            dialect,
            user: userOf(request),
          },
          { requestId, receivedAt: Date.now(), principal: entrance?.caller?.principal, entrance },
        );
      } finally {
        leave?.();
        body.release();
      }
    } catch (error) {
      answer = refused(error, request);
      if (crowded) await delay(refusalDelay);
      // what is left of the body is not read: the connection cannot be used again
      close ||= !request.complete;
    }
    try {
      await write(request, response, answer, requestId, close || ports.stopping());
    } catch (error) {
      log.warn('the answer could not be sent', { requestId, error: (error as Error).message });
      response.destroy();
    }
    const seconds = (performance.now() - begun) / 1000;
    if (crowded) return noteCrowd();
    const { listener } = entrance ?? {};
    const caller = answer.exchange.caller ?? entrance?.caller;
    const who = { remote: request.socket.remoteAddress, principal: caller?.principal, listener };
    note(answer, { requestId, seconds, bytes, ...who }, log, metrics);
  };
}

/** The fault for somebody who is not let in: its code is in the detail, in the words of the operation where the head tells which. */
function turnedAway(
  { code, status, challenges }: Refusal,
  request: IncomingMessage,
  response: ServerResponse,
  service: string | undefined,
): SoapFault {
  if (challenges.length > 0) response.setHeader('WWW-Authenticate', [...challenges]);
  const action = header(request, 'soapaction')
    ?.trim()
    .replace(/^"(.*)"$/, '$1');
  const operation = operationsOf(service ?? '')?.find(({ soapAction }) => soapAction === action);
  const blame = status === 503 ? 'Server' : 'Client';
  const fault = new SoapFault(blame, reasonOf(code), versionOf(request), operation, [{ code }], status);
  if (operation === undefined) fault.manner = { form: 'bare', spelling: {} };
  return fault;
}

function tooMany(request: IncomingMessage): SoapFault {
  const reason = 'the gateway has too many messages in hand; send the same message again later';
  return new SoapFault('Server', reason, versionOf(request), undefined, [], 503);
}

function ofPage(request: IncomingMessage): SoapFault {
  const reason =
    'the gateway takes no messages from pages of other sites; send it without the header Origin, by a client that is no page';
  return new SoapFault('Client', reason, versionOf(request), undefined, [], 403);
}

function notThere(what: string, name: string, request: IncomingMessage): SoapFault {
  const reason = `there is no ${what} ${name.slice(0, 200)}; GET /soap lists the services`;
  return new SoapFault('Client', reason, versionOf(request), undefined, [], 404);
}

/** The user that HTTP Basic names. Nobody has proved it: it chooses a dialect and nothing else. */
function userOf(request: IncomingMessage): string | undefined {
  const given = request.headers.authorization;
  return given !== undefined && /^Basic /i.test(given) ? basicOf(given.slice(6).trim()).user : undefined;
}

function refused(error: unknown, request: IncomingMessage): SoapAnswer {
  if (error instanceof SoapFault) return faultAnswer(error);
  const version = versionOf(request);
  if (error instanceof BodyRefused)
    return faultAnswer(
      new SoapFault(error.status === 503 ? 'Server' : 'Client', error.message, version, undefined, [], error.status),
    );
  return faultAnswer(new SoapFault('Server', 'the request could not be received', version), error);
}

/** The SOAP version of a request whose envelope is not open yet. */
function versionOf(request: IncomingMessage): '1.1' | '1.2' {
  try {
    return mediaType(request.headers['content-type']).version;
  } catch {
    return '1.1'; // another media type is answered in SOAP 1.1
  }
}

async function write(
  request: IncomingMessage,
  response: ServerResponse,
  answer: SoapAnswer,
  requestId: string,
  close: boolean,
): Promise<void> {
  if (response.destroyed || response.headersSent) {
    await answer.stream?.return();
    return;
  }
  if (answer.stream !== undefined) {
    await writeStream(request, response, answer, answer.stream, requestId, close);
    return;
  }
  let body: Buffer | string = answer.body;
  const headers: Record<string, string | number> = {
    'Content-Type': answer.contentType,
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  };
  if (answer.body.length >= worthZipping && takesGzip(request)) {
    body = await zip(answer.body);
    headers['Content-Encoding'] = 'gzip';
    headers['Vary'] = 'Accept-Encoding';
  }
  headers['Content-Length'] = Buffer.byteLength(body);
  if (answer.status === 503) headers['Retry-After'] = 1;
  if (close) headers['Connection'] = 'close';
  response.writeHead(answer.status, headers);
  if (request.complete) response.end(body);
  else endAfterDraining(request, response, body);
}

/** Milliseconds for which a reader may take nothing of a long answer. */
const readerPatience = 60_000;

/**
 * Writes an answer as fast as its reader takes it. What fails behind its first byte cannot be told any more: the connection is cut,
 * so that nobody takes the part for the whole.
 */
async function writeStream(
  request: IncomingMessage,
  response: ServerResponse,
  { status, contentType }: SoapAnswer,
  stream: AsyncGenerator<string, void>,
  requestId: string,
  close: boolean,
): Promise<void> {
  const zipped = takesGzip(request);
  response.setTimeout(readerPatience, () => response.destroy());
  response.writeHead(status, {
    'Content-Type': contentType,
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    ...(zipped ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
    ...(close ? { Connection: 'close' } : {}),
  });
  if (zipped) await pipeline(stream, createGzip({ level: 1 }), response);
  else await pipeline(stream, response);
}

/** Reads on for a moment: a connection closed with bytes unread is reset, and the client never sees the answer. */
function endAfterDraining(request: IncomingMessage, response: ServerResponse, body: Buffer | string): void {
  response.write(body);
  const end = (): void => {
    clearTimeout(timer);
    request.off('end', end).off('close', end);
    response.end();
  };
  const timer = setTimeout(end, 500);
  request.on('end', end).on('close', end).resume();
}

function takesGzip(request: IncomingMessage): boolean {
  const accept = request.headers['accept-encoding'];
  return typeof accept === 'string' && /(^|,)\s*(x-)?gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[^,]*)?(,|$)/i.test(accept);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function note(
  answer: SoapAnswer,
  facts: {
    readonly requestId: string;
    readonly seconds: number;
    readonly bytes: number;
    readonly remote: string | undefined;
    readonly principal: string | undefined;
    readonly listener: string | undefined;
  },
  log: Log,
  metrics: Metrics,
): void {
  const { exchange } = answer;
  const head = exchange.message?.Header;
  const result = exchange.reply?.Reply.Result ?? (exchange.fault ? `fault ${exchange.fault.code}` : 'unknown');
  metrics.message({
    noun: exchange.operation?.noun ?? 'none',
    verb: exchange.operation?.verb ?? 'none',
    result,
    seconds: facts.seconds,
    bytes: facts.bytes,
  });
  const { defect } = exchange;
  if (defect === undefined && log.isLevelEnabled?.('info') === false) return;
  const entry = {
    requestId: facts.requestId,
    remote: facts.remote,
    listener: facts.listener,
    principal: facts.principal,
    verb: exchange.operation?.verb,
    noun: exchange.operation?.noun,
    messageId: clip(head?.MessageID),
    correlationId: clip(head?.CorrelationID),
    source: clip(head?.Source),
    dialect: exchange.manner?.dialect,
    leftOut: exchange.manner?.leftOut?.map(clip),
    result,
    codes: exchange.reply?.Reply.Error?.slice(0, 10).map((e) => e.code),
    status: answer.status,
    reason: exchange.fault?.code === 'Server' ? exchange.fault.reason : undefined,
    bytes: facts.bytes,
    ms: Math.round(facts.seconds * 10_000) / 10,
  };
  if (defect !== undefined)
    log.error('message', {
      ...entry,
      error: defect instanceof Error ? (defect.stack ?? defect.message) : inspect(defect),
    });
  else log.info('message', entry);
}

/** Shortens what a caller wrote, and spells out what a terminal would obey or take for the end of the line. */
function clip(text: string | undefined): string | undefined {
  return text
    ?.slice(0, 256)
    .replace(
      /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
