/** Proofs by a name and a password, and those who guess. */
import { createHash, randomBytes } from 'node:crypto';
import type { PasswordDigest } from '../../../src/ports/principals.js';
import { attempts } from '../../../src/security/attempts.js';
import type { Identity } from '../../../src/security/identity.js';
import { hashOf, parsedHash } from '../../../src/security/password-hash.js';
import { passwords, type Passwords } from '../../../src/security/passwords.js';

let now = 0;
let kept: Map<string, Identity>;
let book: Passwords;

beforeAll(async () => {
  kept = new Map([
    ['hashed', { name: 'hashed', roles: ['A'], hash: parsedHash(await hashOf('the hashed password')) }],
    ['clear', { name: 'clear', roles: [], password: 'the clear password' }],
    ['none', { name: 'none', roles: [] }],
  ]);
});
const open = (failures: number, identities: ReadonlyMap<string, Identity> = kept): Passwords =>
  passwords(identities, { attempts: attempts({ failures, window: 1_000 }, () => now), now: () => now });
beforeEach(() => {
  book = open(5);
});

test.each([
  ['hashed', 'the hashed password', undefined],
  ['clear', 'the clear password', undefined],
  ['hashed', 'the clear password', 'the password is wrong'],
  ['hashed', '', 'the password is wrong'],
  ['clear', 'the hashed password', 'the password is wrong'],
  ['none', '', 'the principal has no password'],
  ['nobody', 'the clear password', 'there is no such principal'],
  ['__proto__', '', 'there is no such principal'],
])('%s with "%s": %s', async (name, password, why) => {
  const verdict = await book.ofPassword(name, password, 'basic');
  if (why === undefined) expect(verdict).toMatchObject({ caller: { principal: name, method: 'basic' } });
  else expect(verdict).toEqual({ refused: '7.4', why });
});

function digestOf(name: string, password: string, over: Partial<PasswordDigest> = {}): PasswordDigest {
  const nonce = randomBytes(16);
  const created = '2026-11-22T07:15:30Z';
  const digest = createHash('sha1').update(nonce).update(created).update(password).digest();
  return { name, nonce, created, digest, ...over };
}

test.each([
  ['the right password', digestOf('clear', 'the clear password'), undefined],
  ['a wrong password', digestOf('clear', 'another'), 'the password is wrong'],
  [
    'another time',
    digestOf('clear', 'the clear password', { created: '2026-11-22T07:15:31Z' }),
    'the password is wrong',
  ],
  ['another nonce', digestOf('clear', 'the clear password', { nonce: Buffer.alloc(16) }), 'the password is wrong'],
  ['half a digest', digestOf('clear', 'the clear password', { digest: Buffer.alloc(10) }), 'the password is wrong'],
  ['nobody', digestOf('nobody', ''), 'there is no such principal'],
  ['no password', digestOf('none', ''), 'the principal has no password'],
  ['a hash', digestOf('hashed', 'the hashed password'), 'only a hash of the password is kept; a digest needs it clear'],
])('a digest of %s', async (_, token, why) => {
  const verdict = await book.ofDigest(token);
  if (why === undefined) expect(verdict).toMatchObject({ caller: { principal: 'clear', method: 'usernameToken' } });
  else expect(verdict).toEqual({ refused: '7.4', why });
});

describe('who fails too often', () => {
  const wrong = (remote?: string) => book.ofPassword('clear', 'wrong', 'basic', remote);
  const right = (remote?: string) => book.ofPassword('clear', 'the clear password', 'basic', remote);
  beforeEach(() => {
    book = open(2, new Map([['clear', kept.get('clear')!]]));
  });

  test('waits, at his address, until the window is over', async () => {
    for (let n = 0; n < 2; n++) expect(await wrong('a')).toMatchObject({ refused: '7.4' });
    expect(await right('a')).toMatchObject({ refused: '7.1' });
    expect(await right('b')).toHaveProperty('caller');
    now += 1_001;
    expect(await right('a')).toHaveProperty('caller');
  });

  test('keeps nobody out who was right a while ago', async () => {
    expect(await right('a')).toHaveProperty('caller');
    for (let n = 0; n < 4; n++) await wrong('a');
    expect(await wrong('a')).toMatchObject({ refused: '7.1' });
    expect(await right('a')).toHaveProperty('caller');
  });

  test('gains nothing by many attempts at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => wrong('a')));
    expect(all.map(({ refused }) => refused)).toEqual([
      ...Array<string>(2).fill('7.4'),
      ...Array<string>(8).fill('7.1'),
    ]);
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', true],
    ['2001:db8::1', '2001:db8:0:0:1:2:3:4', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::1', '::2', true],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
  ])('%s and %s are the same to him: %s', async (one, other, same) => {
    for (let n = 0; n < 2; n++) await wrong(one);
    expect((await wrong(other)).refused).toBe(same ? '7.1' : '7.4');
  });

  test('is counted by digests as well', async () => {
    for (let n = 0; n < 2; n++) await book.ofDigest(digestOf('clear', 'wrong'), 'a');
    expect(await book.ofDigest(digestOf('clear', 'the clear password'), 'a')).toMatchObject({ refused: '7.1' });
    expect(await right('a')).toMatchObject({ refused: '7.1' });
  });
});

test('many who are right are not counted as failures', async () => {
  book = open(2);
  const all = await Promise.all(
    Array.from({ length: 8 }, () => book.ofDigest(digestOf('clear', 'the clear password'), 'a')),
  );
  expect(all.every(({ refused }) => refused === undefined)).toBe(true);
});

/** Milliseconds of processor time that a call costs, threads included. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The least that each costs of several times, in turns: what else the machine does only adds to it. */
async function costs<Name extends string>(
  names: readonly Name[],
  times: number,
  work: (name: Name) => Promise<unknown>,
): Promise<Record<Name, number>> {
  const least = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
  for (let n = 0; n < times; n++)
    for (const name of names) least[name] = Math.min(least[name], await cost(() => work(name)));
  return least;
}

test('an unknown name costs as much time as a wrong password, hashed or clear', async () => {
  book = open(1_000);
  let n = 0;
  const names = ['hashed', 'clear', 'none', 'nobody'] as const;
  const { hashed, ...others } = await costs(names, 9, (name) => book.ofPassword(name, `wrong ${n++}`, 'basic'));
  for (const other of Object.values(others)) {
    expect(other / hashed).toBeGreaterThan(0.7);
    expect(other / hashed).toBeLessThan(1.4);
  }
});

test('an unknown name costs as much time as a wrong digest', async () => {
  book = open(1_000_000);
  const { known, unknown } = await costs(['known', 'unknown'], 10, async (name) => {
    const token = digestOf(name === 'known' ? 'clear' : 'nobody', 'wrong');
    for (let n = 0; n < 3_000; n++) await book.ofDigest(token);
  });
  expect(unknown / known).toBeGreaterThan(0.6);
  expect(unknown / known).toBeLessThan(1.7);
});

test('a password that was right a while ago costs next to nothing', async () => {
  book = open(1_000);
  const right = (): Promise<unknown> => book.ofPassword('hashed', 'the hashed password', 'basic');
  const first = await cost(right);
  const { again } = await costs(['again'], 9, right);
  expect(again).toBeLessThan(first / 20);
  now += 600_001;
  expect(await cost(right)).toBeGreaterThan(first / 3);
});
