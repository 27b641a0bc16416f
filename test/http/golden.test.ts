/**
 * Whole conversations, kept as files: test/golden/<noun>/<sentence>/request.xml is sent and must be answered by reply.xml.
 * What must have happened before stands in before-1.xml, before-2.xml …; `npm run golden` writes the replies anew.
 * A subscription.json subscribes somebody for the conversation, and a request may name that one, `golden`, as its ReplyAddress: what
 * is sent there stands in callback-1.xml, callback-2.xml … A conversation with a gateway-of-its-own.txt moves the clock, and has a gateway
 * to itself.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simulatedHeadEnd } from '../../src/head-ends/simulated/head-end.js';
import type { StoredRequest } from '../../src/ports/requests.js';
import { mediaTypes } from '../../src/soap/envelope.js';
import { canonical, indented } from '../support/canonical-xml.js';
import { eagerClock } from '../support/eager-clock.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { anEndpoint } from '../support/subscribing.js';
import { countingIds } from '../support/test-ports.js';
import { until } from '../support/until.js';

const folder = fileURLToPath(new URL('../golden', import.meta.url));
const rewriting = process.env['GOLDEN'] === 'rewrite';
const conversations = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: noun }) => readdirSync(join(folder, noun)).map((sentence) => [noun, sentence] as const));

let gateway: TestGateway;
/** Identifiers of the conversation under way: its own, so that none depends on those before it. */
let ids = countingIds('00000000-0000-4000-8000');

/** The subscriber. */
let subscriber: Receiver;

async function open(): Promise<void> {
  const clock = eagerClock();
  subscriber = await receiver();
  // meters that answer at once: time stands still, so that no conversation is later because of another
  const meters = simulatedHeadEnd({ meters: 20, seed: 61968, clock, latency: { min: 0, max: 0 } });
  gateway = await testGateway({
    clock,
    headEnds: [meters],
    ids: { next: () => ids.next() },
    config: { replyEndpoints: [anEndpoint('golden', subscriber.url)] },
  });
}

async function close(): Promise<void> {
  await gateway.stop();
  await subscriber.close();
}

beforeAll(open);
afterAll(close);

const subscription = '/api/v1/subscriptions/golden';

test.each(conversations)('%s %s', async (noun, sentence) => {
  const place = join(folder, noun, sentence);
  const own = createHash('sha256').update(`${noun}/${sentence}`).digest('hex').slice(0, 8);
  ids = countingIds(`${own}-0000-4000-8000`);
  if (!existsSync(join(place, 'gateway-of-its-own.txt'))) return converse(place);
  const common = [gateway, subscriber] as const;
  await open();
  try {
    await converse(place);
  } finally {
    await close();
    [gateway, subscriber] = common;
  }
});

async function converse(place: string): Promise<void> {
  const received = subscriber.received.length;
  let isCalled = false;
  for (let step = 1; existsSync(join(place, `before-${step}.xml`)); step++) {
    const file = join(place, `before-${step}.xml`);
    isCalled ||= namesGolden(file);
    const before = await send(file);
    expect(before.reply?.Reply.Result).toBe('OK');
  }
  const wish = join(place, 'subscription.json');
  if (existsSync(wish)) await subscribe(wish);
  const answer = await send(join(place, 'request.xml'));
  compare(join(place, 'reply.xml'), answer.text);
  isCalled ||= existsSync(wish) || namesGolden(join(place, 'request.xml'));
  if (!isCalled || answer.reply?.Reply.Result === 'FAILED') return;
  const { store } = gateway.ports;
  if (isSchedule(place)) await until('it has run', async () => (await store.requests({ limit: 1 })).length > 0);
  await until('all is answered', async () => (await store.requests({ limit: 1_000, state: 'open' })).every(isWaiting));
  await until('all has been taken', async () => (await store.outboxDepth()).length === 0);
  if (existsSync(wish)) await gateway.send('DELETE', subscription);
  const callbacks = subscriber.received.slice(received).map(({ body }) => body);
  for (const [at, body] of callbacks.entries()) {
    expect(checkSent(body)).not.toBe('');
    compare(join(place, `callback-${at + 1}.xml`), body);
  }
  expect(callbacks.length).toBeGreaterThan(0);
  expect(existsSync(join(place, `callback-${callbacks.length + 1}.xml`))).toBe(false);
}

/** Whether a request is to be answered later to the receiver of this test. */
function namesGolden(file: string): boolean {
  return /ReplyAddress>golden</.test(readFileSync(file, 'utf8'));
}

/** Whether what is asked for are reads at times. */
function isSchedule(place: string): boolean {
  return existsSync(join(place, 'gateway-of-its-own.txt'));
}

/** Whether a request waits for a time that does not come here. */
function isWaiting({ due }: StoredRequest): boolean {
  return due > gateway.ports.clock.now();
}

/** Holds what was sent against what is kept, in canonical form. */
function compare(file: string, sent: string): void {
  if (rewriting) writeFileSync(file, indented(sent));
  expect(existsSync(file)).toBe(true);
  const wanted = readFileSync(file, 'utf8');
  expect(canonical(indented(sent))).toBe(canonical(sent));
  if (canonical(sent) !== canonical(wanted)) expect(indented(sent)).toBe(indented(wanted));
}

async function subscribe(file: string): Promise<void> {
  const wish = { endpoint: 'golden', ...(JSON.parse(readFileSync(file, 'utf8')) as object) };
  const answer = await gateway.send('PUT', subscription, { 'Content-Type': 'application/json' }, JSON.stringify(wish));
  expect(answer.status).toBeLessThan(300);
}

function send(file: string): ReturnType<TestGateway['post']> {
  const request = readFileSync(file, 'utf8');
  const version = request.includes('http://www.w3.org/2003/05/soap-envelope') ? '1.2' : '1.1';
  return gateway.post('/soap', request, { 'Content-Type': mediaTypes[version] });
}
