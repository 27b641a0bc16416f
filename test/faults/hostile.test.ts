/**
 * Bad input against a running gateway. Whatever comes, the answer is a clear refusal or the end of the connection, nothing is
 * stored, the next good request is answered within a second, and in the end the process is the same and as small as before.
 */
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { XmlDocument } from 'libxml2-wasm';
import { type GatewayProcess, repository, startGatewayProcess } from './gateway-process.js';
import { documents } from './hostile-documents.js';
import { http } from './hostile-http.js';
import { manners } from './hostile-manners.js';
import { xml } from './hostile-xml.js';
import { getMeters } from './messages.js';
import { exchange, post, type RawAnswer } from './raw-client.js';

const groups = [...documents, ...xml, ...http, ...manners];

let gateway: GatewayProcess;
let trap: Server;
const trapped: string[] = [];
let idleMemory: number;
/** Objects in the store at the beginning. */
let meters: number;

beforeAll(async () => {
  trap = createServer((request, response) => {
    trapped.push(`${request.method} ${request.url}`);
    response.end();
  });
  await new Promise<void>((done) => trap.listen(0, '127.0.0.1', done));
  gateway = await startGatewayProcess({}, 'dialects: { lenient: { extraElements: drop } }\n');
  meters = await storedMeters();
  idleMemory = gateway.memory();
});

afterAll(async () => {
  trap.close();
  expect(await gateway.stop()).toBe(0);
});

const trapAddress = (): string => `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;

/** How many meters a good request finds; it must be answered within a second. */
async function storedMeters(): Promise<number> {
  const answer = await exchange(gateway.port, [post({ body: getMeters() })], 5_000);
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<msg:Result>OK</msg:Result>') });
  expect(answer.milliseconds).toBeLessThan(1_000);
  return answer.body.split('<obj:Meter>').length - 1;
}

async function expectNothingStored(): Promise<void> {
  const before = meters;
  meters = await storedMeters();
  expect(meters).toBe(before);
}

/** Waits until all of the log has arrived; answers how many lines there are. */
async function quietLog(): Promise<number> {
  for (let before = -1; before < gateway.log.length; await sleep(100)) before = gateway.log.length;
  return gateway.log.length;
}

/** What no answer may show: where and how the gateway is built. */
function expectNothingOfTheInside(answer: RawAnswer): void {
  expect(answer.body).not.toMatch(/\.[jt]s:\d+|node:internal|node_modules|\bat \S+ \(|TypeError|RangeError|undefined/);
  expect(answer.body).not.toContain(repository);
  expect(answer.body).not.toContain('fault of its own');
  expect(answer.body).not.toMatch(/root:.*:0:0/);
  expect(answer.body.length).toBeLessThan(256_000);
  expect([...answer.headers.keys()]).not.toContain('x-powered-by');
}

function expectWellFormed(answer: RawAnswer): void {
  if (!/xml/.test(answer.headers.get('content-type') ?? '')) return;
  XmlDocument.fromString(answer.body).dispose();
}

it('has at least 150 cases', () => {
  expect(groups.flatMap(([, cases]) => cases).length).toBeGreaterThan(150);
});

describe.each(groups)('refuses %s:', (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const answer = await exchange(gateway.port, one.send(trapAddress()), 15_000);
    if (!one.status.includes(answer.status))
      throw new Error(`answered ${answer.status}, not ${one.status.join(' or ')}: ${answer.body.slice(0, 500)}`);
    if (one.says && answer.status !== undefined) expect(answer.body).toMatch(one.says);
    expectNothingOfTheInside(answer);
    expectWellFormed(answer);
    await expectNothingStored();
    expect(gateway.running()).toBe(true);
  });
});

describe('stays itself', () => {
  it('never asks an address that stands in a message', () => {
    expect(trapped).toEqual([]);
  });

  it.each([
    ['line ends', '&#13;&#10;{&quot;level&quot;:&quot;forged&quot;}'],
    ['quotes and backslashes', '&quot;,&quot;level&quot;:&quot;forged&quot;,\\&quot;'],
    ['what terminals obey', '\u009b31m\u007f\u0085\u2028\u2029\u202e'],
    ['markup', '&lt;script&gt;'],
    ['300 characters', 'x'.repeat(300)],
  ])('writes one line of JSON for a MessageID with %s', async (_, id) => {
    const seen = await quietLog();
    const header = `<msg:Verb>get</msg:Verb><msg:Noun>MeterConfig</msg:Noun><msg:MessageID>a${id}b</msg:MessageID>`;
    const answer = await exchange(gateway.port, [post({ body: getMeters({ header }) })]);
    expect(answer.status).toBe(200);
    expectWellFormed(answer);
    await quietLog();
    const lines = gateway.log.slice(seen);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]/);
    const entry = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(entry).toMatchObject({ level: 'info', message: 'message', result: id.length > 256 ? 'FAILED' : 'OK' });
    expect((entry['messageId'] as string).length).toBeLessThanOrEqual(512);
  });

  it('closes connections of a peer that has too many, and serves on when they are gone', async () => {
    const open: Socket[] = [];
    let closed = 0;
    for (let i = 0; i < 130; i++) {
      const socket = connect({ port: gateway.port, host: '127.0.0.1' });
      socket.on('error', () => undefined);
      socket.once('close', () => closed++);
      // half a request, then silence
      socket.write('POST /soap HTTP/1.1\r\nHost: x\r\nContent-Le');
      open.push(socket);
    }
    for (let i = 0; i < 100 && closed < 30; i++) await sleep(20);
    expect(closed).toBeGreaterThanOrEqual(30);
    open[0]!.destroy();
    await sleep(100);
    expect(await storedMeters()).toBe(meters);
    for (const socket of open) socket.destroy();
    await sleep(100);
    expect(await storedMeters()).toBe(meters);
  });

  it('answers good requests while all threads work on large bad ones', async () => {
    const bad = post({
      body: getMeters({ blocks: `<soap:Header>${'<x><y/></x>'.repeat(45_000)}</soap:Header>`, payload: '<x/>' }),
    });
    let left = 12;
    const load = Array.from({ length: 12 }, () => exchange(gateway.port, [bad], 20_000).finally(() => left--));
    const times: number[] = [];
    while (left > 0) {
      const { milliseconds } = await exchange(gateway.port, [post({ body: getMeters() })], 5_000);
      times.push(milliseconds);
      await sleep(20);
    }
    for (const answer of await Promise.all(load)) expect(answer.status).toBe(500);
    times.sort((a, b) => a - b);
    expect(times.at(-1)!).toBeLessThan(1_000);
  });

  it('has written valid JSON to its log, and no error', () => {
    const entries = gateway.log.map((line) => JSON.parse(line) as { level: string });
    expect(entries.filter(({ level }) => level === 'error')).toEqual([]);
    expect(entries.length).toBeGreaterThan(300);
  });

  it('has its memory back, in the same process', async () => {
    const bound = idleMemory + 256;
    for (let i = 0; i < 40 && gateway.memory() > bound; i++) await sleep(500);
    expect(gateway.memory()).toBeLessThan(bound);
    expect(gateway.running()).toBe(true);
  }, 40_000);
});
