/** Messages that show by themselves who sends them, through a whole gateway: principals of the settings, revocation, policy. */
import { writeFileSync } from 'node:fs';
import type { Call } from '../../src/message/call.js';
import { hashOf } from '../../src/security/password-hash.js';
import { systemClock } from '../../src/system.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { labCaller, type How, type LabCaller } from '../support/lab-caller.js';
import { labCertificates, type Lab } from '../support/lab-certificates.js';
import { algorithms, digestToken, secured, textToken, timestampOf, type Signer } from '../support/signed-message.js';
import { getMeterConfig } from '../support/soap-text.js';
import { until } from '../support/until.js';

let lab: Lab;
let gateway: TestGateway;
let caller: LabCaller;
const calls: Call[] = [];
const password = 'correct horse battery staple';

beforeAll(async () => {
  lab = labCertificates();
  const file = (name: string): { file: string } => ({ file: lab.path(name) });
  const tls = { certificate: file('server.pem'), key: file('server.key') };
  const asked = { ...tls, clientAuthorities: file('ca.pem'), clientCertificates: 'asked' };
  const at = { host: '127.0.0.1', port: 0 };
  const settings = {
    security: {
      fileCheck: 20,
      principals: [
        {
          ...{ name: 'cis', roles: ['OPERATOR'], passwordHash: await hashOf(password) },
          certificates: [{ subject: 'CN=cis,O=Lab' }, { subject: 'CN=signer,O=Lab' }],
        },
        { name: 'oms', roles: ['VIEWER'], password: { value: 'password of oms' } },
        { name: 'gone', certificates: [{ subject: 'CN=revoked,O=Lab' }] },
      ],
      signature: { authorities: [file('ca.pem')], revocationList: file('crl.pem') },
    },
    listeners: [
      { ...at, name: 'message', tls, authentication: ['usernameToken', 'signature'] },
      { ...at, name: 'open', authentication: ['usernameToken', 'signature'] },
      { ...at, name: 'both', tls: asked, authentication: ['certificate', 'usernameToken', 'signature'] },
    ],
  };
  writeFileSync(lab.path('settings.yaml'), JSON.stringify(settings));
  gateway = await testGateway({
    env: { CIMGATE_CONFIG: lab.path('settings.yaml') },
    clock: systemClock(), // what proves something bears the time of the machine
    around: (dispatch) => (message, call) => {
      calls.push(call);
      return dispatch(message, call);
    },
  });
  caller = labCaller(gateway, lab);
});
afterAll(async () => {
  await gateway?.stop();
  lab?.remove();
});
beforeEach(() => void (calls.length = 0));

const now = (): string => new Date().toISOString();
const message = /<soap:Body>(.*)<\/soap:Body>/.exec(getMeterConfig())![1]!;
const named = (token: string): string => secured({ message, token });
const signed = (name: string, token?: string): string => {
  const by: Signer = { key: lab.text(`${name}.key`), certificate: lab.text(`${name}.pem`) };
  const method = name === 'signer' ? algorithms.rsaSha256 : algorithms.ecdsaSha256;
  const over = ['body', 'ts', ...(token === undefined ? [] : ['user'])];
  return secured({ message, timestamp: timestampOf(now()), token, signature: { by, method, over } });
};

function send(listener: string, body: string, how: How = {}): Promise<Answer> {
  return caller.send(listener, 'POST', '/soap', { ...how, headers: { 'Content-Type': 'text/xml' } }, body);
}
const codeOf = ({ text }: Answer): string | undefined => />(7\.\d)</.exec(text)?.[1];

test.each([
  [
    'its password, of which the hash is kept',
    'message',
    () => named(textToken('cis', password)),
    'cis',
    'usernameToken',
  ],
  [
    'its password, which is kept clear',
    'message',
    () => named(textToken('oms', 'password of oms')),
    'oms',
    'usernameToken',
  ],
  ['a digest', 'message', () => named(digestToken('oms', 'password of oms', now())), 'oms', 'usernameToken'],
  ['a signature', 'message', () => signed('signer'), 'cis', 'signature'],
  ['a signature on an elliptic curve', 'message', () => signed('cis'), 'cis', 'signature'],
  ['a signature over a way that is not encrypted', 'open', () => signed('signer'), 'cis', 'signature'],
] as const)('is let in by %s', async (_, listener, body, principal, method) => {
  const answer = await send(listener, body());
  expect(answer.reply?.Reply.Result).toBe('OK');
  expect(calls[0]).toMatchObject({ principal, caller: { principal, method }, entrance: { listener } });
});

test.each([
  ['nothing', 'message', () => getMeterConfig(), '7.2'],
  ['a wrong password', 'message', () => named(textToken('oms', 'wrong')), '7.4'],
  ['a wrong digest', 'message', () => named(digestToken('oms', 'wrong', now())), '7.4'],
  ['an unknown name', 'message', () => named(digestToken('nobody', 'wrong', now())), '7.4'],
  ['a digest where only a hash is kept', 'message', () => named(digestToken('cis', password, now())), '7.4'],
  ['an old digest', 'message', () => named(digestToken('oms', 'password of oms', '2026-01-01T00:00:00Z')), '7.4'],
  ['a password over a way that is not encrypted', 'open', () => named(textToken('oms', 'password of oms')), '7.6'],
  ['a signature of nobody', 'message', () => signed('oms'), '7.4'],
  ['a signature by a certificate that is revoked', 'message', () => signed('revoked'), '7.4'],
  ['a signature by a certificate that has expired', 'message', () => signed('expired'), '7.4'],
] as const)('is turned away with %s', async (_, listener, body, code) => {
  const before = gateway.logged.length;
  const answer = await send(listener, body());
  expect(codeOf(answer)).toBe(code);
  expect(calls).toEqual([]);
  await until('the log says so', () =>
    gateway.logged
      .slice(before)
      .some(({ message: said, facts }) => said === 'somebody was not let in' && facts['code'] === code),
  );
});

test.each([
  ['its own token', undefined, () => named(textToken('cis', password))],
  ['its own signature', undefined, () => signed('signer')],
  ['its own of both kinds', undefined, () => signed('signer', textToken('cis', password))],
  ["somebody else's token", '7.4', () => named(textToken('oms', 'password of oms'))],
  ["its own signature and somebody else's token", '7.4', () => signed('signer', textToken('oms', 'password of oms'))],
] as const)('on the connection of a certificate comes a message with %s: %s', async (_, code, body) => {
  const answer = await send('both', body(), { certificate: 'cis' });
  if (code === undefined) expect(answer.reply?.Reply.Result).toBe('OK');
  expect(codeOf(answer)).toBe(code);
});

test('what was signed and changed on its way is turned away', async () => {
  expect(codeOf(await send('message', signed('signer').replace('SIM-000001', 'SIM-000002')))).toBe('7.4');
});

test.each([
  ['a digest', () => named(digestToken('oms', 'password of oms', now()))],
  ['a signature', () => signed('signer')],
])('%s is good once', async (_, make) => {
  const body = make();
  expect((await send('message', body)).reply?.Reply.Result).toBe('OK');
  expect(codeOf(await send('message', body))).toBe('7.4');
});

test('the certificate of a signer is revoked without a restart', async () => {
  expect((await send('message', signed('signer'))).reply?.Reply.Result).toBe('OK');
  lab.openssl('ca', '-config', 'openssl.cnf', '-revoke', 'signer.pem');
  lab.openssl('ca', '-config', 'openssl.cnf', '-gencrl', '-out', 'crl.pem');
  await until('the new list is read', async () => codeOf(await send('message', signed('signer'))) === '7.4');
});
