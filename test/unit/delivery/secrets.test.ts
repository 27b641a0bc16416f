import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretText, targetOf, unusable } from '../../../src/delivery/secrets.js';
import { replyEndpoint } from '../../support/outbox-bench.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pem = (file: string): string =>
  readFileSync(new URL(`../../support/certificates/${file}`, import.meta.url), 'utf8');

test.each([
  ['secret\n', 'secret'],
  ['secret\r\n', 'secret'],
  ['secret', 'secret'],
  [' two\nlines\n\n', ' two\nlines\n'],
])('a file with %j holds %j', (content, text) => {
  const file = join(folder, 'secret');
  writeFileSync(file, content);
  expect(secretText({ file }, {})).toBe(text);
});

test('a variable and a value are what they are', () => {
  expect(secretText({ env: 'A' }, { A: ' x ' })).toBe(' x ');
  expect(secretText({ value: '' }, {})).toBe('');
});

test.each([
  [{ env: 'NONE' }, 'the environment variable NONE is not set'],
  [{ env: 'BLANK' }, 'the environment variable BLANK is not set'],
  [{ file: '/nowhere/at/all' }, 'the file /nowhere/at/all cannot be read: ENOENT'],
])('%j is missed by name', (secret, message) => {
  expect(() => secretText(secret, { BLANK: '' })).toThrow(message);
});

describe('a signature', () => {
  const signing = (key: string, certificate: string) =>
    replyEndpoint({
      ...{ name: 'cis', url: 'https://cis.example/' },
      auth: { signature: { key: { value: key }, certificate: { value: certificate } } },
    });
  const elliptic = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

  test('needs a key and its own certificate', () => {
    expect(targetOf(signing(pem('gateway.key'), pem('gateway.pem')), {}).auth.signature?.key).toBe(pem('gateway.key'));
  });

  test.each([
    ['of another key', pem('server.key'), pem('gateway.pem'), /belongs to another key/],
    ['that is no key', 'nothing', pem('gateway.pem'), /./],
    ['with a certificate that is none', pem('gateway.key'), 'nothing', /./],
    ['of an elliptic key', elliptic, pem('gateway.pem'), /is ec; an RSA key is needed/],
  ])('%s is found before anything is sent', (_, key, certificate, reason) => {
    expect(() => targetOf(signing(key, certificate), {})).toThrow(reason);
    expect(unusable([signing(key, certificate)], {})).toEqual([
      { endpoint: 'cis', reason: expect.stringMatching(reason) as string },
    ]);
  });
});
