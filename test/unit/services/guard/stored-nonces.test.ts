/** What may be used once: for all processes, over restarts, whatever the clock does; and a full memory refuses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedNonces } from '../../../../src/services/stored-nonces.js';
import { openStore } from '../../../../src/store/open-store.js';
import type { SqlStore } from '../../../../src/store/sql-store.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';

const window = { past: 300_000, future: 60_000 };
let folder: string;
let store: SqlStore;
let clock: VirtualClock;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cimgate-nonces-'));
  store = await openStore(`sqlite:${join(folder, 'nonces.db')}`);
  clock = virtualClock();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const nonces = (most = 10_000) => storedNonces(store, clock, { ...window, most });
const use = (of: ReturnType<typeof nonces>, nonce: string, created = clock.now()) =>
  of.use('usernameToken', 'cis', nonce, created);

test('once, by whichever process is asked', async () => {
  const [one, other] = [nonces(), nonces()];
  const said = await Promise.all([use(one, 'n'), use(other, 'n'), use(one, 'n')]);
  expect([...said].sort()).toEqual(['fresh', 'used', 'used']);
});

test('over a restart', async () => {
  expect(await use(nonces(), 'n')).toBe('fresh');
  await store.close();
  store = await openStore(`sqlite:${join(folder, 'nonces.db')}`);
  expect(await use(nonces(), 'n')).toBe('used');
});

test.each([
  [-300_001, 'stale'],
  [-300_000, 'fresh'],
  [60_000, 'fresh'],
  [60_001, 'stale'],
  [NaN, 'stale'],
])('made %i milliseconds from now', async (from, said) => {
  expect(await use(nonces(), `n${from}`, clock.now() + from)).toBe(said);
});

test('what can be replayed no more is forgotten, and nothing before', async () => {
  const own = nonces();
  await use(own, 'early', clock.now() + 60_000);
  await clock.advance(60_000);
  await use(own, 'late');
  expect(await store.countNonces()).toBe(2);
  await clock.advance(361_000);
  await use(own, 'another');
  // the early one said that it was made a minute later than it came: it is remembered for as long as it could come again
  expect(await store.countNonces()).toBe(3);
  await clock.advance(61_000);
  await use(own, 'one more');
  expect(await store.countNonces()).toBe(2);
});

test('a full memory refuses, and takes again what comes when there is room', async () => {
  const own = nonces(1_000);
  for (let n = 0; n < 1_000; n++) expect(await use(own, `n${n}`)).toBe('fresh');
  expect(await use(own, 'one too many')).toBe('full');
  expect(await use(nonces(1_000), 'nor by another process')).toBe('full');
  expect(await use(own, 'n0')).toBe('full');
  await clock.advance(500_000);
  expect(await use(own, 'later')).toBe('fresh');
});

test('a clock that is set back makes no old message new', async () => {
  const own = nonces();
  const created = clock.now();
  expect(await use(own, 'n', created)).toBe('fresh');
  await clock.advance(1_000_000);
  await use(own, 'later');
  expect(await store.countNonces()).toBe(1); // the first is forgotten
  const now = clock.now.bind(clock);
  clock.now = () => now() - 1_000_000;
  expect(await use(own, 'n', created)).toBe('stale');
});

test('nor does one that is set back while nothing runs', async () => {
  const created = clock.now();
  expect(await use(nonces(), 'n', created)).toBe('fresh');
  await clock.advance(1_000_000);
  await use(nonces(), 'later');
  expect(await store.countNonces()).toBe(1);
  await store.close();
  store = await openStore(`sqlite:${join(folder, 'nonces.db')}`);
  clock = virtualClock(created);
  expect(await use(nonces(), 'n', created)).toBe('stale');
});
