/** Whom a token makes somebody, and with which roles. */
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bearer, type BearerSettings } from '../../../src/security/bearer.js';
import { audience, tokenIssuer, type TokenIssuer } from '../../support/token-issuer.js';

let issuer: TokenIssuer;
beforeEach(async () => {
  issuer = await tokenIssuer();
});
afterEach(() => issuer.close());

const cis = { name: 'cis', roles: ['OF-THE-SETTINGS'] };
let now: number;
function verifier(over: Partial<BearerSettings> = {}): ReturnType<typeof bearer> {
  now = Date.now();
  const settings = {
    issuer: issuer.url,
    audience,
    principalClaim: 'sub',
    algorithms: ['ES256'],
    clockTolerance: 5,
    ...over,
  };
  return bearer(settings, new Map([['subject-of-cis', cis]]), new Set(['cis']), () => now);
}

test.each<[string, Partial<BearerSettings>, JWTPayload, string, readonly string[]]>([
  ['the settings', {}, { sub: 'subject-of-cis', roles: ['X'] }, 'cis', ['OF-THE-SETTINGS']],
  ['a claim', { rolesClaim: 'roles' }, { sub: 'subject-of-cis', roles: ['X', 7, 'Y'] }, 'cis', ['X', 'Y']],
  ['a claim with spaces', { rolesClaim: 'scope' }, { sub: 'subject-of-cis', scope: 'X Y' }, 'cis', ['X', 'Y']],
  [
    'a claim inside',
    { rolesClaim: 'realm_access.roles' },
    { sub: 'new', realm_access: { roles: ['X'] } },
    'new',
    ['X'],
  ],
  ['a claim that is missing', { rolesClaim: '__proto__.roles' }, { sub: 'new' }, 'new', []],
  [
    'another claim for the name',
    { principalClaim: 'client_id' },
    { client_id: 'subject-of-cis' },
    'cis',
    ['OF-THE-SETTINGS'],
  ],
])('roles come from %s', async (_, settings, claims, principal, roles) => {
  const verdict = await verifier(settings)(await issuer.token(claims));
  expect(verdict).toEqual({ caller: { principal, roles, method: 'bearer' } });
});

test.each<[string, Partial<BearerSettings>, JWTPayload]>([
  ['is called as a principal that is somebody else', { rolesClaim: 'roles' }, { sub: 'cis', roles: ['SECADM'] }],
  ['is called as the gateway itself', { rolesClaim: 'roles' }, { sub: 'later-answers', roles: ['VIEWER'] }],
  ['is called as the gateway itself', { rolesClaim: 'roles' }, { sub: 'anonymous', roles: [] }],
  ['is called as the gateway itself', { rolesClaim: 'roles' }, { sub: 'Gateway', roles: [] }],
  ['is no principal', {}, { sub: 'somebody' }],
])('a subject that %s is refused', async (why, settings, claims) => {
  const verdict = await verifier(settings)(await issuer.token(claims));
  expect(verdict.refused).toBe('7.4');
  expect(verdict).toHaveProperty('why', expect.stringContaining(why));
});

test('a key that is new is fetched, one that nobody has is not fetched again and again', async () => {
  const check = verifier();
  expect(await check(await issuer.token({ sub: 'subject-of-cis' }))).toHaveProperty('caller');
  expect(issuer.fetched).toBe(1);
  for (let n = 0; n < 5; n++)
    expect(await check(await issuer.token({ sub: 'subject-of-cis' }, { kid: `unknown-${n}` }))).toMatchObject({
      refused: '7.4',
    });
  expect(issuer.fetched).toBe(1); // within half a minute
});

test('an issuer that is gone is asked again after a while, and keys that are known go on to work', async () => {
  const check = verifier();
  issuer.answers = false;
  const token = await issuer.token({ sub: 'subject-of-cis' });
  expect(await check(token)).toMatchObject({ refused: '7.1' });
  issuer.answers = true;
  expect(await check(token)).toMatchObject({ refused: '7.1' });
  now += 5_001;
  expect(await check(token)).toHaveProperty('caller');
  issuer.answers = false;
  expect(await check(token)).toHaveProperty('caller');
});

test('keys may stand in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-keys-'));
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const file = join(folder, 'keys.json');
  writeFileSync(file, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] }));
  const check = verifier({ jwks: { file }, algorithms: ['EdDSA'], issuer: 'me' });
  const sign = (alg: string) =>
    new SignJWT({ sub: 'subject-of-cis', iss: 'me', aud: audience })
      .setExpirationTime('1m')
      .setProtectedHeader({ alg })
      .sign(privateKey);
  expect(await check(await sign('EdDSA'))).toHaveProperty('caller');
  rmSync(folder, { recursive: true });
});

test('a token without an end, with an algorithm that is not allowed or without a signature is refused', async () => {
  const check = verifier();
  expect(await check(await issuer.token({ sub: 'subject-of-cis', exp: undefined }))).toMatchObject({ refused: '7.4' });
  const [, payload] = (await issuer.token({ sub: 'subject-of-cis' })).split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const token of [`${none}.${payload}.`, `${none}.${payload}`, '', 'x', '..', '....'])
    expect(await check(token)).toMatchObject({ refused: '7.4' });
});
