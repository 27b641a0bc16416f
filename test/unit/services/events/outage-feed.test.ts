import type { Notice } from '../../../../src/ports/head-end.js';
import type { Subscription } from '../../../../src/ports/registry.js';
import { keepNotices } from '../../../../src/services/keep-notices.js';
import type { ServicePorts, ServiceSettings } from '../../../../src/services/noun-row.js';
import { outageFeed, outageQueue } from '../../../../src/services/outage-feed.js';
import { embeddedJobs } from '../../../../src/store/embedded-jobs.js';
import type { SqlStore } from '../../../../src/store/sql-store.js';
import { aRegistry, aSubscription, eventsIn, outbox } from '../../../support/subscribing.js';
import { testPorts, type TestPorts } from '../../../support/test-ports.js';

let ports: TestPorts;
beforeEach(async () => {
  ports = await testPorts();
});
afterEach(() => ports.close());

const outages = aSubscription({ types: ['3.26.*.*'] });

async function subscribed(
  subscriptions: readonly Subscription[] = [outages],
  settings: Partial<ServiceSettings> = {},
): Promise<ServicePorts> {
  const registry = await aRegistry(ports.store, ...subscriptions);
  const told = { ...ports, registry, settings: { ...ports.settings, stormRate: 10, stormWindow: 5_000, ...settings } };
  outageFeed(told); // as the services make it, before anything comes
  return told;
}

/** A power loss of a meter of its own, told at once by itself. */
async function lost(told: ServicePorts, meter: number, eventType = '3.26.0.85'): Promise<void> {
  const notice: Notice = { kind: 'event', device: `meter-${meter}`, eventType, at: ports.clock.now(), facts: {} };
  const provenance = { at: '2026-11-22T12:00:00Z', source: 'hes' };
  await ports.store.transaction((tx) => keepNotices(tx, told, [{ notice, provenance }]));
}

const sizes = async (): Promise<readonly number[]> => (await outbox(ports.store)).map((one) => eventsIn(one).length);

test('tells power events one by one while they are few', async () => {
  const told = await subscribed();
  for (let meter = 0; meter < 10; meter++) await lost(told, meter);
  expect(await sizes()).toEqual(Array(10).fill(1));
});

test('collects them above the rate until the window ends, and loses none', async () => {
  const told = await subscribed();
  for (let meter = 0; meter < 300; meter++) await lost(told, meter);
  expect(await sizes()).toEqual(Array(10).fill(1));
  await ports.clock.advance(5_000);
  await ports.jobs.idle();
  expect(await sizes()).toEqual([...Array(10).fill(1), 290]);
  const events = (await outbox(ports.store)).flatMap(eventsIn);
  expect(new Set(events).size).toBe(300);
  expect(ports.jobTroubles).toEqual([]);
});

test('tells them one by one again when the storm is over', async () => {
  const told = await subscribed();
  for (let meter = 0; meter < 20; meter++) await lost(told, meter);
  await ports.clock.advance(61_000);
  await ports.jobs.idle();
  await lost(told, 100);
  await lost(told, 101);
  expect(await sizes()).toEqual([...Array(10).fill(1), 10, 1, 1]);
});

test('lets other events pass, and cuts what it has collected by size', async () => {
  const told = await subscribed([aSubscription()], { partSize: 20_000 });
  for (let meter = 0; meter < 110; meter++) await lost(told, meter);
  await lost(told, 200, '3.12.29.39');
  expect(await sizes()).toEqual(Array(11).fill(1));
  await ports.clock.advance(5_000);
  await ports.jobs.idle();
  const messages = (await outbox(ports.store)).slice(11);
  expect(messages.length).toBeGreaterThan(1);
  expect(messages.flatMap(eventsIn)).toHaveLength(100);
  expect(Math.max(...messages.map(({ xml }) => xml.length))).toBeLessThan(25_000);
});

test('tells what an earlier process has collected', async () => {
  const told = await subscribed();
  for (let meter = 0; meter < 30; meter++) await lost(told, meter);
  await ports.jobs.stop();
  const jobs = embeddedJobs(ports.store as SqlStore, ports.clock);
  outageFeed({ ...told, registry: await aRegistry(ports.store, outages), jobs });
  jobs.start(() => {});
  await ports.clock.advance(60_000);
  await jobs.idle();
  expect(await sizes()).toEqual([...Array(10).fill(1), 20]);
  await jobs.stop();
});

test('ends its windows, and the storm, in time also when the clock is set back', async () => {
  const { clock } = ports;
  let back = 0;
  const now = (): number => clock.now() - back;
  const told = await subscribed();
  const feed = { ...told, clock: { ...clock, now }, registry: await aRegistry(ports.store, outages) };
  for (let meter = 0; meter < 20; meter++) await lost(feed, meter);
  await clock.advance(1_000);
  back = 3_600_000;
  for (let meter = 20; meter < 40; meter++) await lost(feed, meter); // counted anew
  const jobs = await (ports.store as SqlStore).jobRows.dueJobs(outageQueue, Infinity, 100);
  expect(Math.min(...jobs.map(({ due }) => due))).toBe(now() + 5_000);
  await clock.advance(61_000);
  await ports.jobs.idle();
  const before = (await sizes()).length;
  await lost(feed, 100);
  expect(await sizes()).toHaveLength(before + 1);
});

test('collects nothing for nobody', async () => {
  for (let meter = 0; meter < 30; meter++)
    await lost({ ...ports, settings: { ...ports.settings, stormRate: 1 } }, meter);
  const rows = (ports.store as SqlStore).jobRows;
  expect(await rows.dueJobs(outageQueue, Infinity, 10)).toEqual([]);
});
