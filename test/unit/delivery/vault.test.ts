/** Secrets of reply endpoints in the store: encrypted, bound to their place, readable again, and refused where there is no key. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegistry, sealSaved } from '../../../src/delivery/registry.js';
import { secretText, unusable } from '../../../src/delivery/secrets.js';
import { NoStorageKey, storageKeys, type StorageKeySettings } from '../../../src/delivery/storage-keys.js';
import { vault, type Vault } from '../../../src/delivery/vault.js';
import type { ReplyEndpoint, Secret } from '../../../src/ports/registry.js';
import { openStore } from '../../../src/store/open-store.js';
import { replyEndpoint } from '../../support/outbox-bench.js';

const key = (): string => randomBytes(32).toString('base64');
const environment = { OLD: key(), NEW: key(), HEX: randomBytes(32).toString('hex') };
const settings = (more: Partial<StorageKeySettings> = {}): StorageKeySettings => ({
  ...{ key: null, former: [], store: 'postgres://database/cimgate', environment },
  ...more,
});
const vaultOf = (more: Partial<StorageKeySettings> = {}): Vault => vault(storageKeys(settings(more)));

const endpoint = replyEndpoint({
  ...{ name: 'cis', url: 'https://cis.example/replies' },
  auth: {
    basic: { user: 'gate', password: { value: 'basic-secret' } },
    usernameToken: { user: 'gate', password: { value: 'tökén-secret' }, digest: true },
    signature: { key: { value: 'key-secret' }, certificate: { file: '/etc/cimgate/sign.pem' } },
  },
  tls: { ca: { env: 'CA' }, certificate: { value: 'certificate-secret' }, key: { value: 'tls-secret' } },
});
const passwordOf = (one: ReplyEndpoint): Secret => one.auth.basic!.password;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'vault-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('what goes into the store holds none of the secrets, and comes out as it was', () => {
  const safe = vaultOf({ key: { env: 'NEW' } });
  const stored = safe.sealed(endpoint);
  expect(JSON.stringify(stored)).not.toMatch(/-secret/);
  expect(stored).toMatchObject({ tls: { ca: { env: 'CA' } }, auth: { signature: { certificate: { file: expect.any(String) } } } }); // prettier-ignore
  expect(safe.opened(JSON.parse(JSON.stringify(stored)) as ReplyEndpoint)).toEqual(endpoint);
  expect(JSON.stringify(safe.sealed(endpoint))).not.toBe(JSON.stringify(stored)); // never the same nonce
});

test.each<[string, (stored: ReplyEndpoint) => ReplyEndpoint]>([
  ['another endpoint', (stored) => ({ ...stored, name: 'other' })],
  ['another address', (stored) => ({ ...stored, url: 'https://evil.example/replies' })],
  [
    'another place',
    ({ auth, ...rest }) => ({ ...rest, auth: { ...auth, basic: { user: 'x', password: auth.signature!.key } } }),
  ],
  [
    'other bytes',
    (stored) => {
      const { sealed } = passwordOf(stored) as { sealed: string };
      const bytes = Buffer.from(sealed.split('.')[2]!, 'base64');
      bytes[bytes.length - 1]! ^= 1;
      const altered = [...sealed.split('.').slice(0, 2), bytes.toString('base64')].join('.');
      return { ...stored, auth: { basic: { user: 'x', password: { sealed: altered } } } };
    },
  ],
  ['no form', (stored) => ({ ...stored, auth: { basic: { user: 'x', password: { sealed: 'v1.x' } } } })],
])('a secret that was put into %s is not decrypted, and whoever needs it is told', (_, change) => {
  const safe = vaultOf({ key: { env: 'NEW' } });
  const opened = safe.opened(change(safe.sealed(endpoint)));
  expect(passwordOf(opened)).toHaveProperty('sealed');
  expect(() => secretText(passwordOf(opened), {})).toThrow(/cannot be decrypted: .*register it anew/);
  expect(unusable([opened], {})).toHaveLength(1);
});

test('the address may change below the same host', () => {
  const safe = vaultOf({ key: { env: 'NEW' } });
  const moved = { ...safe.sealed(endpoint), url: 'https://cis.example/other' };
  expect(passwordOf(safe.opened(moved))).toEqual({ value: 'basic-secret' });
});

test('a key of before still reads, and what it has encrypted is known to be stale', () => {
  const stored = vaultOf({ key: { env: 'OLD' } }).sealed(endpoint);
  const rotated = vaultOf({ key: { env: 'NEW' }, former: [{ env: 'OLD' }] });
  expect(rotated.opened(stored)).toEqual(endpoint);
  expect(rotated.isStale(stored)).toBe(true);
  expect(rotated.isStale(rotated.sealed(endpoint))).toBe(false);
  expect(rotated.isStale(endpoint)).toBe(true);
  // one that nobody knows is neither read nor changed
  const strange = vaultOf({ key: { env: 'HEX' } });
  expect([strange.isStale(stored), passwordOf(strange.opened(stored))]).toEqual([false, passwordOf(stored)]);
});

test.each([
  ['too short', Buffer.alloc(16).toString('base64')],
  ['no base64', 'ä'.repeat(44)],
  ['a password', 'correct horse battery staple'],
])('a key that is %s is refused by its place, and not shown', (_, text) => {
  const file = join(folder, 'wrong.key');
  writeFileSync(file, text);
  const attempt = (): unknown => storageKeys(settings({ key: { file } }));
  expect(attempt).toThrow(`the file ${file} holds no storage key: that is 32 bytes in base64`);
  expect(attempt).not.toThrow(text);
});

test('without a key a store that is shared takes no secret, and says what to do', () => {
  expect(() => vaultOf().sealed(endpoint)).toThrow(NoStorageKey);
  expect(() => vaultOf().sealed(endpoint)).toThrow(
    /security\.storageKey .*or give the secret as \{env: NAME\} or \{file: PATH\}/,
  );
  const placed = replyEndpoint({ name: 'oms', url: 'https://oms.example/', tls: { ca: { env: 'CA' } } });
  expect(vaultOf().sealed(placed)).toEqual(placed);
});

test('an SQLite store makes itself a key for its owner, once, and has it after a restart', () => {
  const store = `sqlite:${join(folder, 'own.db')}`;
  const file = join(folder, 'own.db.key');
  const first = vaultOf({ store });
  expect(() => statSync(file)).toThrow(); // not before it is needed
  const stored = first.sealed(endpoint);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
  expect(vaultOf({ store }).opened(stored)).toEqual(endpoint);
  // a key that is configured later takes its place
  const configured = vaultOf({ store, key: { env: 'NEW' } });
  expect(configured.opened(stored)).toEqual(endpoint);
  expect(configured.isStale(stored)).toBe(true);
});

test('a key file that cannot be made refuses the secret', () => {
  const store = `sqlite:${join(folder, 'nowhere', 'own.db')}`;
  expect(() => vaultOf({ store }).sealed(endpoint)).toThrow(
    /cannot be made \(ENOENT\); name a key under security\.storageKey/,
  );
});

describe('the registry', () => {
  test('refuses a value without a key, keeps none in clear, and goes on with those it finds', async () => {
    const store = await openStore('memory');
    await store.transaction((tx) => tx.saveEndpoint(endpoint)); // as a former version has left it
    expect(await sealSaved(store, vaultOf())).toEqual([{ endpoint: 'cis', reason: expect.stringMatching(/no key/) }]);
    const keyless = await openRegistry({ endpoints: [], subscriptions: [] }, store, vaultOf());
    expect(keyless.endpoint('cis')).toEqual(endpoint);
    await expect(keyless.saveEndpoint({ ...endpoint, soap: '1.2' })).rejects.toThrow(
      /^a secret given as \{value: TEXT\} is not taken/,
    );

    for (const safe of [vaultOf({ key: { env: 'OLD' } }), vaultOf({ key: { env: 'NEW' }, former: [{ env: 'OLD' }] })]) {
      const before = JSON.stringify(await store.savedEndpoints());
      expect(await sealSaved(store, safe)).toEqual([]);
      const after = JSON.stringify(await store.savedEndpoints());
      expect(after).not.toMatch(/-secret/);
      expect(after).not.toBe(before);
      await sealSaved(store, safe);
      expect(JSON.stringify(await store.savedEndpoints())).toBe(after); // once is enough
      const registry = await openRegistry({ endpoints: [], subscriptions: [] }, store, safe);
      expect(registry.endpoint('cis')).toEqual(endpoint);
      await registry.saveEndpoint({ ...endpoint, connections: 9 });
      expect(JSON.stringify(await store.savedEndpoints())).not.toMatch(/-secret/);
      await registry.saveEndpoint(endpoint);
    }
    await store.close();
  });
});
