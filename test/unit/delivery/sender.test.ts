/** How the outbox goes on: over restarts, pauses, a day without success, a store that fails, endpoints that change. */
import { openStore } from '../../../src/store/open-store.js';
import type { ObjectStore } from '../../../src/ports/object-store.js';
import { newDelivery, outboxBench, replyEndpoint, type OutboxBench } from '../../support/outbox-bench.js';
import { receiver, replyText, respond, type Receiver } from '../../support/receiver.js';
import { until } from '../../support/until.js';
import { virtualClock } from '../../support/virtual-clock.js';

const day = 24 * 3_600_000;
let there: Receiver;
let bench: OutboxBench;

beforeEach(async () => {
  there = await receiver();
  bench = await outboxBench({ endpoints: [{ name: 'cis', url: there.url }] });
});
afterEach(async () => {
  await bench.close();
  await there.close();
});

const down = (): void => there.answer((_received, response) => void response.writeHead(503).end());
const up = (): void => there.answer((_received, response) => respond(response, 200, replyText()));
const came = () => there.received.map(({ messageId }) => messageId);
/** Lets time pass and the receiver answer, in steps. */
async function pass(milliseconds: number, step: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= step) {
    await bench.clock.advance(Math.min(step, left));
    await settled();
  }
}
/** Until whatever has begun is over. */
async function settled(): Promise<void> {
  let before = -1;
  while (before !== bench.heard.length + there.received.length) {
    before = bench.heard.length + there.received.length;
    await new Promise((done) => setTimeout(done, 15));
  }
}

test('what was not delivered goes out after a restart, the same bytes', async () => {
  const store = await openStore('memory');
  const clock = virtualClock();
  down();
  const first = await outboxBench({ endpoints: [{ name: 'cis', url: there.url }], store, clock });
  await first.add({ id: 'm-1', correlationId: 'c' }, { id: 'm-2', correlationId: 'c' });
  await first.untilState('m-1', { attempts: 1 });
  await first.close();
  up();
  const second = await outboxBench({ endpoints: [{ name: 'cis', url: there.url }], store, clock });
  await settled();
  expect(came()).toEqual(['m-1']);
  await clock.advance(1_000);
  await second.untilState('m-2', { state: 'delivered' });
  expect(came()).toEqual(['m-1', 'm-1', 'm-2']);
  expect(there.received[1]?.body).toBe(there.received[0]?.body);
  await second.close();
  await store.close();
});

test('what waited for different times before a restart comes at those times after it', async () => {
  const store = await openStore('memory');
  const clock = virtualClock();
  const at = clock.now();
  const ids = ['now', 'soon', 'later'];
  await store.write({ deliveries: ids.map((id) => newDelivery({ id }, at)) });
  const waits = { soon: at + 5_000, later: at + 60_000 };
  await store.transaction((tx) =>
    tx.noteAttempts(Object.entries(waits).map(([id, nextAttempt]) => ({ id, state: 'waiting', at, nextAttempt }))),
  );
  const again = await outboxBench({ endpoints: [{ name: 'cis', url: there.url }], store, clock });
  await again.untilState('now', { state: 'delivered' });
  await clock.advance(30_000);
  await again.untilState('soon', { state: 'delivered' });
  expect(came()).toEqual(['now', 'soon']);
  await clock.advance(30_000);
  await again.untilState('later', { state: 'delivered' });
  await again.close();
  await store.close();
});

test('attempts come after 1, 2, 4 … seconds, then every 5 minutes', async () => {
  // refused by Result, so that the endpoint counts as well
  there.answer((_received, response) => respond(response, 200, replyText('FAILED')));
  await bench.add({ id: 'm-1' });
  const waits: number[] = [];
  for (let attempts = 1; attempts <= 11; attempts++) {
    const { nextAttempt } = await bench.untilState('m-1', { attempts });
    waits.push(nextAttempt - bench.clock.now());
    await bench.clock.advance(nextAttempt - bench.clock.now());
  }
  expect(waits.map((wait) => wait / 1000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

test('after a day in vain a message is a dead letter; sent again by hand it has another day', async () => {
  const at = bench.clock.now();
  there.answer((_received, response) => respond(response, 200, replyText('FAILED')));
  await bench.add({ id: 'm-1', correlationId: 'c' }, { id: 'm-2', correlationId: 'c' });
  await bench.untilState('m-1', { attempts: 1 });
  // as if it had been tried all day
  await bench.clock.advance(500);
  await bench.store.transaction((tx) =>
    tx.noteAttempts([{ id: 'm-1', state: 'waiting', at, nextAttempt: at + day - 1_000 }]),
  );
  await bench.clock.advance(1_000);
  await settled();
  await bench.clock.advance(at + day - 1_000 - bench.clock.now());
  bench.sender.wake();
  const dead = await bench.untilState('m-1', { state: 'dead' });
  expect(dead.lastError).toBe('given up after 24 hours; at last Result FAILED');
  expect(bench.heard).toContain('m-1 is dead: given up after 24 hours; at last Result FAILED');
  // the one behind it is free to go
  await bench.untilState('m-2', { attempts: 1 });
  await bench.store.transaction((tx) => tx.reviveDeliveries(['m-1'], bench.clock.now()));
  bench.sender.wake();
  expect(await bench.untilState('m-1', { attempts: 1 })).toMatchObject({ state: 'waiting' });
});

test('five failures leave an endpoint alone for 30 seconds, then one message tries it', async () => {
  down();
  await bench.add(...Array.from({ length: 30 }, (_, at) => ({ id: `m-${at}` })));
  await until('the breaker is open', () => bench.heard.includes('cis is down'));
  await settled();
  const tried = there.received.length;
  expect(tried).toBeGreaterThanOrEqual(5);
  expect(tried).toBeLessThanOrEqual(8); // those under way when it opened
  await pass(29_000, 1_000);
  expect(there.received).toHaveLength(tried);
  await pass(1_200, 300);
  expect(there.received).toHaveLength(tried + 1);
  await pass(29_000, 1_000);
  expect(there.received).toHaveLength(tried + 1);
  up();
  await pass(2_000, 500);
  await until('all have come', async () => (await bench.store.outboxDepth()).every(({ waiting }) => waiting <= 8));
  await pass(60_000, 5_000);
  expect(await bench.store.outboxDepth()).toEqual([]);
});

test('an endpoint that stays down for a day gives up what has waited so long, though it was never tried', async () => {
  down();
  await bench.add(...Array.from({ length: 12 }, (_, at) => ({ id: `old-${at}` })));
  await until('the breaker is open', () => bench.heard.includes('cis is down'));
  await settled();
  await bench.clock.advance(day + 1_000);
  await settled();
  await bench.add({ id: 'young' });
  await pass(120_000, 10_000);
  const depth = await bench.store.outboxDepth();
  expect(depth).toEqual([{ endpoint: 'cis', waiting: 1, dead: 12 }]);
  const untried = await bench.store.deliveries({ state: 'dead', limit: 20 });
  expect(untried.some(({ lastError }) => lastError === 'given up after 24 hours; the endpoint is down: HTTP 503')).toBe(
    true,
  );
});

test('a store that cannot write for a while loses nothing; what was delivered meanwhile is not sent again', async () => {
  const store = await openStore('memory');
  let broken = false;
  const failing: ObjectStore = {
    ...store,
    transaction: (work) => (broken ? Promise.reject(new Error('disk full')) : store.transaction(work)),
  };
  const clock = virtualClock();
  const other = await outboxBench({ endpoints: [{ name: 'cis', url: there.url }], store: failing, clock });
  broken = true;
  await other.add({ id: 'm-1', correlationId: 'c' }, { id: 'm-2', correlationId: 'c' });
  await until('it has been noticed', () => other.heard.includes('trouble: Error: disk full'));
  await clock.advance(3_000);
  expect(came()).toEqual(['m-1']);
  broken = false;
  await clock.advance(1_000);
  await other.untilState('m-2', { state: 'delivered' });
  expect(came()).toEqual(['m-1', 'm-2']);
  await other.close();
  await store.close();
});

test('a store that cannot be read is asked again', async () => {
  const store = await openStore('memory');
  let broken = true;
  const failing: ObjectStore = {
    ...store,
    dueDeliveries: (query) => (broken ? Promise.reject(new Error('locked')) : store.dueDeliveries(query)),
  };
  const clock = virtualClock();
  const other = await outboxBench({ endpoints: [{ name: 'cis', url: there.url }], store: failing, clock });
  await other.add({ id: 'm-1' });
  await until('it has been noticed', () => other.heard.includes('trouble: Error: locked'));
  broken = false;
  await clock.advance(1_100);
  await other.untilState('m-1', { state: 'delivered' });
  await other.close();
  await store.close();
});

describe('an endpoint', () => {
  test('that is made at run time gets what waits for it', async () => {
    await bench.add({ id: 'm-1', endpoint: 'oms' });
    await settled();
    await bench.registry.saveEndpoint(replyEndpoint({ name: 'oms', url: `${there.url}/oms` }));
    await bench.untilState('m-1', { state: 'delivered' });
    expect(there.received[0]?.path).toBe('/replies/oms');
  });

  test('that is inactive gets nothing, and everything once it is active again', async () => {
    const oms = replyEndpoint({ name: 'oms', url: `${there.url}/oms` });
    await bench.registry.saveEndpoint({ ...oms, active: false });
    await bench.add({ id: 'm-1', endpoint: 'oms' });
    await settled();
    expect(there.received).toEqual([]);
    expect(await bench.delivery('m-1')).toMatchObject({ state: 'waiting', attempts: 0 });
    await bench.registry.saveEndpoint(oms);
    await bench.untilState('m-1', { state: 'delivered' });
  });

  test('that moves gets the rest at its new address, and nothing twice', async () => {
    const oms = replyEndpoint({ name: 'oms', url: `${there.url}/before`, connections: 1 });
    await bench.registry.saveEndpoint(oms);
    const answers: (() => void)[] = [];
    there.answer((_received, response) => answers.push(() => respond(response, 200, replyText())));
    await bench.add(...['m-1', 'm-2', 'm-3'].map((id) => ({ id, endpoint: 'oms' })));
    await until('the first is under way', () => answers.length === 1);
    await bench.registry.saveEndpoint({ ...oms, url: `${there.url}/after` });
    await settled();
    expect(there.received).toHaveLength(1);
    up();
    answers[0]?.();
    await bench.untilState('m-3', { state: 'delivered' });
    expect(there.received.map(({ path, messageId }) => `${path} ${messageId}`)).toEqual([
      '/replies/before m-1',
      '/replies/after m-2',
      '/replies/after m-3',
    ]);
  });

  test('that is gone leaves dead letters', async () => {
    const store = await openStore('memory');
    await store.write({ deliveries: [newDelivery({ id: 'm-1', endpoint: 'gone' }, virtualClock().now())] });
    const other = await outboxBench({ endpoints: [], store });
    expect(await other.untilState('m-1', { state: 'dead' })).toMatchObject({
      lastError: 'there is no endpoint gone any more',
    });
    await other.close();
    await store.close();
  });

  test('whose secret cannot be had is tried again, and its messages are kept', async () => {
    const environment: Record<string, string> = {};
    const password = { env: 'CIS_PASSWORD' };
    const clock = virtualClock();
    const other = await outboxBench({
      endpoints: [{ name: 'cis', url: there.url, auth: { basic: { user: 'gate', password } } }],
      environment,
      clock,
    });
    await other.add({ id: 'm-1' });
    const failed = await other.untilState('m-1', { attempts: 1 });
    expect(failed.lastError).toBe('it cannot be called: the environment variable CIS_PASSWORD is not set');
    environment['CIS_PASSWORD'] = 'secret';
    await clock.advance(1_000);
    await other.untilState('m-1', { state: 'delivered' });
    expect(there.received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('gate:secret').toString('base64')}`);
    await other.close();
  });
});

test('a stop lets what is under way end, and begins nothing more', async () => {
  const answers: (() => void)[] = [];
  there.answer((_received, response) => answers.push(() => respond(response, 200, replyText())));
  await bench.add(...Array.from({ length: 10 }, (_, at) => ({ id: `m-${at}` })));
  await until('four are under way', () => answers.length === 4);
  const stopped = bench.sender.stop(5_000);
  for (const answer of answers) answer();
  await stopped;
  expect(await bench.store.outboxDepth()).toEqual([{ endpoint: 'cis', waiting: 6, dead: 0 }]);
  expect(there.received).toHaveLength(4);
});

test('a stop does not wait for a receiver that hangs', async () => {
  there.answer(() => {});
  await bench.add({ id: 'm-1' });
  await until('it is under way', () => there.received.length === 1);
  const stopped = bench.sender.stop(5_000);
  await bench.clock.advance(5_000);
  await stopped;
  expect(await bench.delivery('m-1')).toMatchObject({ state: 'waiting' });
});
