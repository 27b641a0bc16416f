/** A whole gateway in this process, on a port of its own, and a client that proves every answer (soap-check.ts). */
import { Agent, request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { loadConfig, type Config } from '../../src/config.js';
import { TapeCursor } from '../../src/contract/cursor.js';
import { Scanner } from '../../src/contract/scan.js';
import type { Spelling } from '../../src/contract/spelling.js';
import { Validators } from '../../src/contract/validator.js';
import { XmlWriter } from '../../src/contract/xml-writer.js';
import type { AnyMessage, AnyResponse, Operation } from '../../src/generated/operations.js';
import type { Log } from '../../src/log.js';
import { startGateway, type Gateway, type Replacements } from '../../src/main.js';
import { wrapBody, mediaTypes, type SoapVersion } from '../../src/soap/envelope.js';
import { Dialects } from '../../src/soap/dialects.js';
import { MessageReader } from '../../src/soap/read.js';
import { eagerClock, type EagerClock } from './eager-clock.js';
import { checkAnswer, moreSpellings, wsdlFolder, type CheckedAnswer } from './soap-check.js';
import { countingIds } from './test-ports.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Inflated when it was compressed. */
  readonly text: string;
  /** What the proof has found out; only for SOAP. */
  readonly checked?: CheckedAnswer | undefined;
  /** The typed reply, when the answer is one. */
  readonly reply?: AnyResponse | undefined;
}

export interface LogEntry {
  readonly level: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface TestGateway extends Gateway {
  readonly port: number;
  readonly config: Config;
  readonly clock: EagerClock;
  /** Everything the gateway has logged. */
  readonly logged: readonly LogEntry[];
  /** POSTs a body; a SOAP answer is proved before it is handed back. */
  post(path: string, body: string | Buffer, headers?: OutgoingHttpHeaders): Promise<Answer>;
  /** Sends a request of any other kind. */
  send(method: string, path: string, headers?: OutgoingHttpHeaders, body?: string | Buffer): Promise<Answer>;
  /** POSTs a typed message to the first service of its operation, and answers the typed reply. */
  ask(operation: Operation, message: AnyMessage, version?: SoapVersion): Promise<AnyResponse>;
}

export interface TestGatewayOptions extends Replacements {
  readonly clock?: EagerClock;
  /** Settings instead of the defaults: `{ limits: { body: 2000 } }`. */
  readonly config?: DeepPartial<Config>;
  readonly env?: Readonly<Record<string, string>>;
}

type DeepPartial<T> = {
  readonly [K in keyof T]?: T[K] extends readonly unknown[] ? T[K] : T[K] extends object ? DeepPartial<T[K]> : T[K];
};

/** Starts a gateway with a memory store and 20 simulated meters; time and identifiers are the same in every run. */
export async function testGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const { config: over = {}, env = {}, clock = eagerClock(), ...replacements } = options;
  const loaded = loadConfig({
    CIMGATE_STORE: 'memory',
    CIMGATE_PORT: '0',
    CIMGATE_SIM_METERS: '20',
    CIMGATE_LOG: 'error',
    ...env,
  });
  const config = merged(loaded, over);
  const logged: LogEntry[] = [];
  const gateway = await startGateway(config, listeningLog(logged), {
    clock,
    ids: countingIds('00000000-0000-4000-8000'),
    ...replacements,
  });
  const agent = new Agent({ keepAlive: true });
  const port = Number(new URL(gateway.url).port);

  const send: TestGateway['send'] = (method, path, headers = {}, body) =>
    exchange({ agent, port, method, path, headers, body });
  const post: TestGateway['post'] = (path, body, headers) =>
    send('POST', path, { 'Content-Type': mediaTypes['1.1'], ...headers }, body);
  return {
    ...gateway,
    port,
    config,
    clock,
    logged,
    send,
    post,
    async ask(operation, message, version = '1.1') {
      const writer = new XmlWriter();
      operation.write(writer, message);
      const path = `/soap/${operation.services[0]}`;
      const answer = await post(path, wrapBody(version, writer.xml), {
        'Content-Type': mediaTypes[version],
        ...(version === '1.1' ? { SOAPAction: `"${operation.soapAction}"` } : {}),
      });
      if (answer.reply === undefined) throw new Error(`a fault where a reply was expected:\n${answer.text}`);
      return answer.reply;
    },
    async stop(how) {
      agent.destroy();
      await gateway.stop(how);
    },
  };
}

interface Exchange {
  readonly agent: Agent;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer | undefined;
}

function exchange({ agent, port, method, path, headers, body }: Exchange): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(answerOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks)));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** What has come over the wire, proved if it is SOAP. */
export function answerOf(status: number, headers: IncomingHttpHeaders, body: Buffer): Answer {
  const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
  if (!/<(\w+:)?Envelope[\s>]/.test(text)) return { status, headers, text };
  const checked = checkAnswer(status, headers['content-type'], text);
  return { status, headers, text, checked, reply: checked.fault ? undefined : replyIn(text, checked) };
}

const validators = new Validators(wsdlFolder);

/** Dialects that understand these spellings. */
function speaking(all: readonly Spelling[]): Dialects {
  const usual = {
    users: [],
    sources: [],
    era: '2011',
    extraElements: 'refuse',
    failures: 'reply',
    invalid: 'fault',
    answerVerb: 'reply',
  } as const;
  return new Dialects(Object.fromEntries(all.map((namespaces, at) => [`d${at}`, { ...usual, namespaces }])));
}

const generous = {
  depth: 256,
  attributes: 256,
  attributeValue: 1e6,
  name: 4096,
  text: 1e8,
  nodes: 1e7,
  children: 1e7,
  inflatedBody: 1e9,
  inflationRatio: 1e6,
};
const scanner = new Scanner(generous);

function replyIn(text: string, { operations, spelling = {}, form, version }: CheckedAnswer): AnyResponse {
  if (form !== 'typed' || Object.keys(spelling).length > 0) {
    const read = new MessageReader(validators, generous, speaking(moreSpellings)).read({
      body: Buffer.from(text),
      contentType: mediaTypes[version],
      soapAction: undefined,
      service: undefined,
    });
    return read.message as unknown as AnyResponse;
  }
  // of an envelope without a Header: Envelope, Body, message
  return operations[0]!.readResponse(new TapeCursor(scanner.scan(text), 2));
}

function listeningLog(entries: LogEntry[]): Log {
  const note =
    (level: string) =>
    (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
      entries.push({ level, message, facts });
    };
  const levels = ['error', 'warn', 'info', 'http', 'verbose', 'debug'];
  return Object.fromEntries(levels.map((level) => [level, note(level)])) as unknown as Log;
}

function merged<T>(base: T, over: DeepPartial<T>): T {
  const result = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    const inner = typeof below === 'object' && below !== null && !Array.isArray(below);
    result[key] = inner ? merged(below, value as object) : value;
  }
  return result as T;
}
