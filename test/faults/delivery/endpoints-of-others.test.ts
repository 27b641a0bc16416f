/** Gateways on one database of which not all know an endpoint: settings are changed in one after the other. */
import { openStore } from '../../../src/store/open-store.js';
import type { SqlStore } from '../../../src/store/sql-store.js';
import { outboxBench, type OutboxBench } from '../../support/outbox-bench.js';
import { describePostgres, newSchema, type Schema } from '../../support/postgres.js';
import { receiver, replyText, respond, type Receiver } from '../../support/receiver.js';
import { until } from '../../support/until.js';

let schema: Schema;
let there: Receiver;
const stores: SqlStore[] = [];
const benches: OutboxBench[] = [];

beforeEach(async () => {
  schema = await newSchema();
  there = await receiver((_received, response) => void response.writeHead(503).end());
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
  for (const store of stores.splice(0)) await store.close();
  await there.close();
  await schema.drop();
});

async function gateway(endpoints: readonly string[]): Promise<OutboxBench> {
  const store = await openStore(schema.url);
  stores.push(store);
  const bench = await outboxBench({
    endpoints: endpoints.map((name) => ({ name, url: there.url })),
    store,
    peers: store.peers,
  });
  benches.push(bench);
  return bench;
}

describePostgres('messages for an endpoint that one of two gateways does not know', () => {
  test('go on waiting, and are delivered by the other', async () => {
    const knows = await gateway(['cis']);
    await knows.add({ id: 'm-1' });
    const { nextAttempt } = await knows.untilState('m-1', { attempts: 1 });
    await gateway([]);
    const [one, other] = stores;
    await until('both know each other', () => one?.peers.others().length === 1 && other?.peers.others().length === 1);
    // what it asks now comes behind what it has asked at its start
    await other?.peers.ask(one?.peers.self ?? 0, 'endpoint', { endpoint: 'cis' }).catch(() => {});
    expect(await knows.delivery('m-1')).toMatchObject({ state: 'waiting' });
    there.answer((_received, response) => respond(response, 200, replyText()));
    await knows.clock.advance(nextAttempt - knows.clock.now());
    await knows.untilState('m-1', { state: 'delivered' });
  });

  test('are dead letters when nobody knows it any more, however many they are', async () => {
    const before = await gateway(['cis']);
    await before.add(...Array.from({ length: 2_500 }, (_, at) => ({ id: `m-${at}`, correlationId: 'c' })));
    await before.untilState('m-0', { attempts: 1 });
    for (const bench of benches.splice(0)) await bench.close();
    for (const store of stores.splice(0)) await store.close();
    await gateway([]);
    const other = await gateway([]);
    await until('all are given up', async () => (await other.store.outboxDepth())[0]?.dead === 2_500);
  });
});
