/** Secrets of endpoints that the API has made, in a gateway over a file: not to be found in it, and used behind a restart. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newDelivery } from '../support/outbox-bench.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

let folder: string;
let file: string;
let there: Receiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  file = join(folder, 'cimgate.db');
  there = await receiver();
});
afterEach(async () => {
  await there.close();
  rmSync(folder, { recursive: true });
});

const start = (): Promise<TestGateway> => testGateway({ env: { CIMGATE_STORE: `sqlite:${file}` } });
const secret = 'the-password-of-the-cis';
const endpoint = (): object => ({ url: there.url, auth: { basic: { user: 'gate', password: { value: secret } } } });
const put = (gateway: TestGateway): ReturnType<TestGateway['send']> =>
  gateway.send('PUT', '/api/v1/endpoints/cis', { 'Content-Type': 'application/json' }, JSON.stringify(endpoint()));

/** Whether the secret stands in any file that the gateway has written. */
function isOnDisk(): boolean {
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(secret));
}

/** Whether a message reaches the receiver with the right password. */
async function expectDelivery(gateway: TestGateway): Promise<void> {
  const before = there.received.length;
  await gateway.ports.store.write({
    deliveries: [newDelivery({ id: `m-${before}`, endpoint: 'cis' }, gateway.clock.now())],
  });
  await until('it has come', () => there.received.length > before);
  const basic = `Basic ${Buffer.from(`gate:${secret}`).toString('base64')}`;
  expect(there.received.at(-1)!.headers.authorization).toBe(basic);
}

test('a value that the API is given is on no disk, and opens the receiver also behind a restart', async () => {
  const first = await start();
  expect((await put(first)).status).toBe(201);
  await expectDelivery(first);
  expect(isOnDisk()).toBe(false);
  await first.stop();
  expect(isOnDisk()).toBe(false);
  expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
  const second = await start();
  await expectDelivery(second);
  expect(JSON.stringify(second.logged)).not.toContain(secret);
  await second.stop();
});

test('what lies in the store in clear is encrypted at the start', async () => {
  await (await start()).stop();
  const db = new Database(file);
  const row = {
    name: 'cis',
    soap: '1.1',
    tls: {},
    era: '2011',
    replies: 'response',
    active: true,
    connections: 4,
    ...endpoint(),
  };
  db.prepare('insert into endpoints (name, document) values (?, ?)').run('cis', JSON.stringify(row));
  db.close();
  const gateway = await start();
  await expectDelivery(gateway);
  const [stored] = await gateway.ports.store.savedEndpoints();
  expect(JSON.stringify(stored)).not.toContain(secret);
  expect(stored!.auth.basic!.password).toHaveProperty('sealed');
  await gateway.stop();
});

test('without its key the gateway starts, names the endpoint, and keeps what waits for it', async () => {
  const first = await start();
  await put(first);
  await first.stop();
  rmSync(`${file}.key`);
  const second = await start();
  const warned = second.logged.filter(({ level }) => level === 'warn');
  expect(warned).toEqual([
    expect.objectContaining({ facts: { endpoint: 'cis', reason: expect.stringMatching(/cannot be decrypted/) } }),
  ]);
  await second.ports.store.write({ deliveries: [newDelivery({ id: 'waits', endpoint: 'cis' }, second.clock.now())] });
  await until('it has been tried', async () => (await second.ports.store.delivery('waits'))!.attempts > 0);
  expect(there.received).toHaveLength(0);
  // registered anew it goes
  expect((await put(second)).status).toBe(200);
  await expectDelivery(second);
  await second.stop();
});

test('a key that is configured is used, and one that is none stops the start', async () => {
  const gateway = await testGateway({ config: { security: { storageKey: { env: 'KEY' } } }, environment: { KEY: Buffer.alloc(32, 7).toString('base64') } }); // prettier-ignore
  expect((await put(gateway)).status).toBe(201);
  await gateway.stop();
  const wrong = testGateway({ config: { security: { storageKey: { env: 'KEY' } } }, environment: { KEY: 'short' } });
  await expect(wrong).rejects.toThrow(
    /security\.storageKey: the environment variable KEY holds no storage key: that is 32 bytes/,
  );
});
