import { canonicalUrl, openRegistry, type Configured, type ManagedRegistry } from '../../../src/delivery/registry.js';
import type { ReplyEndpoint, Subscription } from '../../../src/ports/registry.js';
import { openStore } from '../../../src/store/open-store.js';
import type { ObjectStore } from '../../../src/ports/object-store.js';
import { memoryVault } from '../../support/memory-vault.js';
import { replyEndpoint } from '../../support/outbox-bench.js';

let store: ObjectStore;
beforeEach(async () => {
  store = await openStore('memory');
});
afterEach(() => store.close());

const open = (configured: Partial<Configured> = {}): Promise<ManagedRegistry> =>
  openRegistry({ endpoints: [], subscriptions: [], ...configured }, store, memoryVault());
const cis = replyEndpoint({ name: 'cis', url: 'https://cis.example/replies' });
const subscription = (name: string, endpoint: string, more: Partial<Subscription> = {}): Subscription => ({
  ...{ name, endpoint, noun: 'EndDeviceEvents', active: true, filter: {} },
  ...more,
});

describe('a ReplyAddress', () => {
  test.each([
    ['cis', true],
    [' cis ', true],
    ['https://cis.example/replies', true],
    ['HTTPS://CIS.example:443/replies', true],
    ['https://cis.example/x/../replies', true],
    ['https://cis.example/%72eplies', false],
    ['https://cis.example/replies/', false],
    ['https://cis.example/replies?x=1', false],
    ['https://cis.example/replies#here', false],
    ['https://user@cis.example/replies', false],
    ['https://cis.example:8443/replies', false],
    ['http://cis.example/replies', false],
    ['https://cis.example.evil.example/replies', false],
    ['https://cis.example\\@evil.example/replies', false],
    ['CIS', false],
    ['', false],
    ['__proto__', false],
    ['javascript:alert(1)', false],
  ])('%j names the endpoint: %s', async (address, names) => {
    expect((await open({ endpoints: [cis] })).endpointAt(address)?.name).toBe(names ? 'cis' : undefined);
  });

  test('names no inactive endpoint, by name nor by address', async () => {
    const registry = await open({ endpoints: [{ ...cis, active: false }] });
    expect(registry.endpointAt('cis')).toBeUndefined();
    expect(registry.endpointAt(cis.url)).toBeUndefined();
    expect(registry.endpoint('cis')).toMatchObject({ active: false });
  });
});

test('what was made at run time is there after a restart, and the configuration wins over it', async () => {
  const first = await open();
  await first.saveEndpoint(cis);
  await first.saveEndpoint(replyEndpoint({ name: 'oms', url: 'https://oms.example/' }));
  await first.saveSubscription(subscription('outages', 'oms'));
  const configured: ReplyEndpoint = { ...cis, url: 'https://new.example/' };
  const second = await open({ endpoints: [configured] });
  expect(second.endpoints().map(({ name, url }) => [name, url])).toEqual([
    ['cis', 'https://new.example/'],
    ['oms', 'https://oms.example/'],
  ]);
  expect(second.subscriptions('EndDeviceEvents').map(({ name }) => name)).toEqual(['outages']);
  expect([second.isConfigured('endpoint', 'cis'), second.isConfigured('endpoint', 'oms')]).toEqual([true, false]);
});

test('subscriptions in force are the active ones of active endpoints', async () => {
  const oms = replyEndpoint({ name: 'oms', url: 'https://oms.example/', active: false });
  const registry = await open({
    endpoints: [cis, oms],
    subscriptions: [
      subscription('a', 'cis'),
      subscription('b', 'cis', { active: false }),
      subscription('c', 'oms'),
      subscription('d', 'cis', { noun: 'MeterReadings' }),
    ],
  });
  expect(registry.subscriptions().map(({ name }) => name)).toEqual(['a', 'd']);
  expect(registry.subscriptions('EndDeviceEvents').map(({ name }) => name)).toEqual(['a']);
  expect(registry.subscriptions('MeterConfig')).toEqual([]);
  expect(registry.allSubscriptions()).toHaveLength(4);
});

test('a change is seen at once by everybody, and told', async () => {
  const registry = await open();
  let told = 0;
  const end = registry.onChanged(() => told++);
  await registry.saveEndpoint(cis);
  expect(registry.endpointAt(cis.url)).toEqual(cis);
  await registry.removeEndpoint('cis');
  expect(registry.endpointAt(cis.url)).toBeUndefined();
  expect(told).toBe(2);
  end();
  await registry.saveEndpoint(cis);
  expect(told).toBe(2);
});

test('of two changes at the same moment the second is held against the first', async () => {
  const registry = await open();
  const both = await Promise.allSettled([registry.saveEndpoint(cis), registry.saveEndpoint({ ...cis, name: 'other' })]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(registry.endpoints()).toEqual([cis]);
  // and one that is refused stops none after it
  await registry.removeEndpoint('cis');
  expect(registry.endpoints()).toEqual([]);
});

test('a change that the store does not take has not happened', async () => {
  const failing: ObjectStore = { ...store, transaction: () => Promise.reject(new Error('disk full')) };
  const registry = await openRegistry({ endpoints: [], subscriptions: [] }, failing, memoryVault());
  await expect(registry.saveEndpoint(cis)).rejects.toThrow('disk full');
  expect(registry.endpoints()).toEqual([]);
});

test.each([
  ['http://A.example:80/x/./y', 'http://a.example/x/y'],
  ['HTTPS://a.example', 'https://a.example/'],
  ['ftp://a.example/', undefined],
  ['a.example', undefined],
  ['http://u:p@a.example/', undefined],
  ['http://a.example/#x', undefined],
])('the canonical form of %s is %s', (text, canonical) => {
  expect(canonicalUrl(text)).toBe(canonical);
});
