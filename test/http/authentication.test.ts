/** Who comes in and who does not: every proof, at listeners of every kind, over real sockets. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { connect as tlsConnect } from 'node:tls';
import { operations } from '../../src/generated/operations.js';
import type { TurnedAway } from '../../src/http/way-in.js';
import type { Call } from '../../src/message/call.js';
import { hashOf } from '../../src/security/password-hash.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { basic, labCaller, type How, type LabCaller } from '../support/lab-caller.js';
import { labCertificates, type Lab } from '../support/lab-certificates.js';
import { audience, tokenIssuer, type TokenIssuer } from '../support/token-issuer.js';

let lab: Lab;
let issuer: TokenIssuer;
let gateway: TestGateway;
let caller: LabCaller;
const calls: Call[] = [];
const turnedAway: TurnedAway[] = [];
const password = 'correct horse battery staple';

beforeAll(async () => {
  lab = labCertificates();
  for (const file of ['gateway.pem', 'gateway.key'])
    copyFileSync(
      new URL(`../support/certificates/${file}`, import.meta.url),
      lab.path(file.replace('gateway', 'elsewhere')),
    );
  issuer = await tokenIssuer();
  const tls = { certificate: { file: lab.path('server.pem') }, key: { file: lab.path('server.key') } };
  const clients = {
    ...tls,
    clientAuthorities: { file: lab.path('ca.pem') },
    revocationList: { file: lab.path('crl.pem') },
  };
  const asked = { ...clients, clientCertificates: 'asked' };
  const at = { host: '127.0.0.1', port: 0 };
  const settings = {
    security: {
      fileCheck: 20,
      attempts: { failures: 3, window: 60_000 },
      principals: [
        {
          ...{ name: 'cis', roles: ['OPERATOR'], certificates: [{ subject: 'CN=cis,O=Lab' }] },
          ...{ passwordHash: await hashOf(password), bearer: { subject: 'subject-of-cis' } },
        },
        { name: 'oms', roles: ['VIEWER'], password: { value: 'password of oms' } },
        {
          name: 'gone',
          certificates: ['revoked', 'expired', 'server'].map((name) => ({ subject: `CN=${name}, O=Lab` })),
        },
        { name: 'elsewhere', certificates: [{ certificate: { file: lab.path('elsewhere.pem') } }] },
      ],
      bearer: { issuer: issuer.url, audience },
      signature: { authorities: [{ file: lab.path('ca.pem') }] },
    },
    listeners: [
      { ...at, name: 'plain', authentication: ['basic', 'bearer'] },
      { ...at, name: 'certificates', tls: asked, authentication: ['certificate'] },
      { ...at, name: 'required', tls: { ...clients, clientCertificates: 'required' }, authentication: ['certificate'] },
      { ...at, name: 'basic', tls, authentication: ['basic'] },
      { ...at, name: 'bearer', tls, authentication: ['bearer'] },
      { ...at, name: 'all', tls: asked, authentication: ['certificate', 'basic', 'bearer'] },
      { ...at, name: 'message', tls, authentication: ['usernameToken', 'signature'] },
      { ...at, name: 'newest', tls: { ...tls, least: 'TLSv1.3' }, authentication: ['basic'] },
    ],
  };
  writeFileSync(lab.path('settings.yaml'), JSON.stringify(settings));
  gateway = await testGateway({
    env: { CIMGATE_CONFIG: lab.path('settings.yaml') },
    around: (dispatch) => (message, call) => {
      calls.push(call);
      return dispatch(message, call);
    },
    turnedAway: (facts) => turnedAway.push(facts),
    may: (who, wanted) => wanted !== 'metrics' || who?.roles.includes('OPERATOR') === true,
  });
  caller = labCaller(gateway, lab);
});
afterAll(async () => {
  await gateway?.stop();
  await issuer?.close();
  lab?.remove();
});
beforeEach(() => {
  calls.length = 0;
  turnedAway.length = 0;
});

const bearer = (claims: object, how: object = {}): How => ({ token: () => issuer.token(claims as never, how) });
const good = basic('cis', password);

test.each([
  ['certificates', 'its certificate', { certificate: 'cis' }, 'cis', 'certificate'],
  ['required', 'its certificate', { certificate: 'cis' }, 'cis', 'certificate'],
  ['basic', 'its password, of which the hash is kept', good, 'cis', 'basic'],
  ['basic', 'its password, which is kept clear', basic('oms', 'password of oms'), 'oms', 'basic'],
  ['bearer', 'its token', bearer({ sub: 'subject-of-cis' }), 'cis', 'bearer'],
  ['all', 'two proofs that agree', { certificate: 'cis', ...good }, 'cis', 'certificate'],
  ['all', 'one of several proofs', bearer({ sub: 'subject-of-cis' }), 'cis', 'bearer'],
] as const)('the listener %s lets in who shows %s', async (listener, _, how, principal, method) => {
  const answer = await caller.post(listener, how);
  expect(answer.reply?.Reply.Result).toBe('OK');
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ principal, entrance: { listener, caller: { principal, method } } });
  expect(turnedAway).toEqual([]);
});

test('roles come with the caller', async () => {
  await caller.post('basic', good);
  expect(calls[0]).toMatchObject({ entrance: { encrypted: true, caller: { roles: ['OPERATOR'] } } });
});

const long = 'x'.repeat(100);
test.each([
  ['certificates', 'nothing', {}, '7.2', 403, undefined],
  ['certificates', 'a certificate of nobody', { certificate: 'oms' }, '7.4', 403, 'certificate'],
  ['certificates', 'a revoked certificate', { certificate: 'revoked' }, '7.4', 403, 'certificate'],
  ['certificates', 'an expired certificate', { certificate: 'expired' }, '7.4', 403, 'certificate'],
  ['certificates', 'a certificate that is for servers', { certificate: 'server' }, '7.4', 403, 'certificate'],
  ['certificates', 'a certificate of another authority', { certificate: 'elsewhere' }, '7.4', 403, 'certificate'],
  ['certificates', 'a password that is not taken there', good, '7.2', 403, undefined],
  ['basic', 'nothing', {}, '7.2', 401, undefined],
  ['basic', 'a wrong password', basic('cis', 'wrong'), '7.4', 401, 'basic'],
  ['basic', 'an unknown name', basic('nobody', 'wrong'), '7.4', 401, 'basic'],
  ['basic', 'a name without a password', basic('gone', ''), '7.4', 401, 'basic'],
  ['basic', 'no credential', { headers: { Authorization: 'Basic !!!' } }, '7.4', 401, 'basic'],
  ['basic', 'another scheme', { headers: { Authorization: `Digest ${long}` } }, '7.2', 401, undefined],
  ['bearer', 'nothing', {}, '7.2', 401, undefined],
  ['bearer', 'no token', { headers: { Authorization: 'Bearer no.token.this' } }, '7.4', 401, 'bearer'],
  ['bearer', 'an expired token', bearer({ sub: 'subject-of-cis', exp: 1_000_000_000 }), '7.4', 401, 'bearer'],
  ['bearer', 'a token for somebody else', bearer({ sub: 'subject-of-cis', aud: 'other' }), '7.4', 401, 'bearer'],
  ['bearer', 'a token of another issuer', bearer({ sub: 'subject-of-cis', iss: 'https://x/' }), '7.4', 401, 'bearer'],
  ['bearer', 'a token of nobody', bearer({ sub: 'cis' }), '7.4', 401, 'bearer'],
  ['bearer', 'a token without subject', bearer({}), '7.4', 401, 'bearer'],
  [
    ...(['bearer', 'a token signed by a shared secret'] as const),
    bearer({ sub: 'subject-of-cis' }, { key: Buffer.from(long), alg: 'HS256' }),
    ...(['7.4', 401, 'bearer'] as const),
  ],
  ['all', 'two proofs that disagree', { certificate: 'cis', ...basic('oms', 'password of oms') }, '7.4', 401, 'basic'],
  [
    'all',
    'a good certificate and a wrong password',
    { certificate: 'cis', ...basic('cis', 'no') },
    '7.4',
    401,
    'basic',
  ],
  ['plain', 'its password', good, '7.6', 403, 'basic'],
  ['plain', 'its token', bearer({ sub: 'subject-of-cis' }), '7.6', 403, 'bearer'],
  ['plain', 'nothing', {}, '7.2', 401, undefined],
] as const)('the listener %s turns away who shows %s', async (listener, _, how, code, status, method) => {
  const local = nextAddress();
  const answer = await caller.post(listener, { ...how, localAddress: local });
  expect(answer.checked?.fault).toBeDefined();
  expect(answer.text).toContain(`>${code}<`);
  expect(answer.status).toBe(status);
  const challenge = answer.headers['www-authenticate'];
  if (status === 401) expect(challenge).toMatch(/^(Basic|Bearer) realm="cimgate"/);
  else expect(challenge).toBeUndefined();
  expect(answer.headers.connection).toBe('close');
  expect(calls).toEqual([]);
  expect(turnedAway).toEqual([expect.objectContaining({ listener, remote: local, method, code })]);
  expect(answer.text).not.toContain(turnedAway[0]!.why);
});

test('an unknown name is answered as a wrong password is', async () => {
  const answers = [];
  for (const how of [basic('cis', 'wrong'), basic('nobody', 'wrong')]) {
    const { status, text, headers } = await caller.post('basic', { ...how, localAddress: nextAddress() });
    const { 'x-request-id': _, date: __, ...rest } = headers;
    answers.push({ status, text, rest });
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('where the head tells the operation, the fault is of its own kind', async () => {
  const { soapAction } = operations.find(({ name }) => name === 'GetMeterConfig')!;
  const headers = { SOAPAction: `"${soapAction}"`, 'Content-Type': 'text/xml' };
  const answer = await caller.send('basic', 'POST', '/soap/GetMeterConfig', { headers });
  expect(answer.text).toMatch(/<m:MeterConfigFaultMessage[^]*<msg:code>7\.2</);
  const newer = { headers: { 'Content-Type': 'application/soap+xml' } };
  const other = await caller.send('basic', 'POST', '/soap/GetMeterConfig', newer);
  expect(other.checked).toMatchObject({ version: '1.2', fault: { code: 'Sender' } });
  expect(other.status).toBe(401);
});

test('nobody is asked for the body whose head is no good', async () => {
  const headers = { Expect: '100-continue', 'Content-Type': 'text/xml', 'Content-Length': '8000000' };
  const { hostname, port } = caller.urlOf('basic');
  const socket = tlsConnect({ host: hostname, port: Number(port), ca: lab.text('ca.pem') });
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /soap HTTP/1.1\r\nHost: x\r\n${head.join('')}\r\n`);
  let text = '';
  await new Promise((resolve) => socket.on('data', (data: Buffer) => (text += data.toString())).on('close', resolve));
  expect(text).toMatch(/^HTTP\/1.1 401 /);
  expect(text).not.toContain('100 Continue');
});

let addresses = 1;
/** Each from an address of its own, so that none is slowed down for the others. */
function nextAddress(): string {
  return `127.0.0.${++addresses}`;
}

describe('who guesses', () => {
  const wrong = (n: number): How => basic('oms', `guess ${n}`);
  const right = basic('oms', 'password of oms');

  test('is not looked at any more after some failures, even when he is right at last; others are', async () => {
    const here = { localAddress: nextAddress() };
    for (let n = 0; n < 3; n++) expect((await caller.post('basic', { ...wrong(n), ...here })).status).toBe(401);
    const late = await caller.post('basic', { ...wrong(3), ...here });
    expect(late.status).toBe(503);
    expect(late.text).toContain('>7.1<');
    expect(late.headers['retry-after']).toBeDefined();
    expect((await caller.post('basic', { ...good, ...here })).status).toBe(200);
    expect((await caller.post('basic', { ...right, localAddress: nextAddress() })).status).toBe(200);
    // who was right a while ago is not locked out by others at his address
    expect((await caller.post('basic', { ...right, ...here })).status).toBe(200);
  });

  test('many names from one address does no better', async () => {
    const here = { localAddress: nextAddress() };
    const all = [];
    for (let n = 0; n < 16; n++) all.push((await caller.post('basic', { ...basic(`name-${n}`, 'x'), ...here })).status);
    expect(all).toEqual([...Array<number>(15).fill(401), 503]);
  });
});

describe('the issuer of tokens', () => {
  test('may sign with a new key at any time', async () => {
    const before = await issuer.token({ sub: 'subject-of-cis' });
    expect((await caller.post('bearer', { token: async () => before })).status).toBe(200);
    const unknown = await caller.post('bearer', bearer({ sub: 'subject-of-cis' }, { kid: 'never-seen' }));
    expect(unknown.status).toBe(401);
  });

  test('that does not answer keeps nobody out for good, and is said to be the reason', async () => {
    const other = await tokenIssuer();
    const security = { ...gateway.config.security, bearer: { ...gateway.config.security.bearer!, issuer: other.url } };
    const listeners = gateway.config.listeners.filter(({ name }) => name === 'bearer');
    const second = await testGateway({ config: { security, listeners } });
    const its = labCaller(second, lab);
    const token = { token: () => other.token({ sub: 'subject-of-cis' }) };
    other.answers = false;
    const refused = await its.post('bearer', token);
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('>7.1<');
    await second.stop();
    await other.close();
  });
});

describe('what is no message', () => {
  const pages = ['/', '/soap', '/soap/GetMeterConfig?wsdl', '/metrics', '/api/v1/requests', '/console/', '/nowhere'];
  test.each(pages)('%s is not for those who do not show who they are', async (path) => {
    for (const [listener, how] of [
      ['basic', {}],
      ['basic', basic('cis', 'no')],
      ['certificates', { certificate: 'revoked' }],
      ['message', {}],
    ] as const) {
      const answer = await caller.send(listener, 'GET', path, { ...how, localAddress: nextAddress() });
      expect([401, 403]).toContain(answer.status);
      expect(answer.text).toMatch(/needs authentication|Authentication failed/);
    }
  });

  test.each([
    ['/soap', 200],
    ['/soap/GetMeterConfig?wsdl', 200],
    ['/metrics', 200],
    ['/api/v1/requests', 200],
    ['/nowhere', 404],
  ])('%s is for those who do', async (path, status) => {
    expect((await caller.send('basic', 'GET', path, good)).status).toBe(status);
    expect((await caller.send('certificates', 'GET', path, { certificate: 'cis' })).status).toBe(status);
  });

  test('may be kept from some of them', async () => {
    for (const path of ['/metrics', '/Metrics', '/metrics/']) {
      const answer = await caller.send('basic', 'GET', path, basic('oms', 'password of oms'));
      expect(answer.status).toBe(403);
      expect(answer.text).toBe('The user is not allowed to do this.\n');
    }
  });

  test('is served without asking where a machine looks whether the gateway lives', async () => {
    for (const path of ['/health/live', '/health/ready'])
      expect((await caller.send('basic', 'GET', path, {})).status).toBe(200);
  });

  test('is to be asked for over encrypted ways from now on', async () => {
    const { headers } = await caller.send('basic', 'GET', '/health/live', {});
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await caller.post('basic', good)).headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await caller.send('plain', 'GET', '/health/live', {})).headers).not.toHaveProperty(
      'strict-transport-security',
    );
  });
});

test('what a message itself may show is left to those who read it, and one that shows nothing is refused', async () => {
  const { status, text } = await caller.post('message', {});
  expect(status).toBe(500);
  expect(text).toMatch(/<[\w:]*code>7\.2</);
  expect(calls).toEqual([]);
});

test('a gateway whose further listener finds its port taken does not start, and leaves nothing open', async () => {
  const port = Number(caller.urlOf('plain').port);
  const listeners = [{ name: 'second', host: '127.0.0.1', port, authentication: [] }];
  const failed = testGateway({ config: { listeners } });
  await expect(failed).rejects.toThrow(`listeners: second: port ${port} of 127.0.0.1 is taken; choose another one`);
});

test('nobody is asked where no method is set', async () => {
  expect((await caller.post('main', {})).status).toBe(200);
  expect(calls[0]?.principal).toBeUndefined();
});
