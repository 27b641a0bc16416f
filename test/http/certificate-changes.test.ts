/** Certificates, keys, revocation lists and principals that change while the gateway runs (security §5, faults 15 and 18). */
import { copyFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { TurnedAway } from '../../src/http/way-in.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { basic, labCaller, type LabCaller } from '../support/lab-caller.js';
import { labCertificates, type Lab } from '../support/lab-certificates.js';
import { rawPost, getMeterConfig } from '../support/soap-text.js';
import { until } from '../support/until.js';

let lab: Lab;
let gateway: TestGateway;
let caller: LabCaller;
const turnedAway: TurnedAway[] = [];

beforeEach(async () => {
  lab = labCertificates();
  turnedAway.length = 0;
  const file = (name: string): { file: string } => ({ file: lab.path(name) });
  writeFileSync(lab.path('principals.yaml'), '- {name: oms, password: {value: password of oms}}\n');
  const tls = {
    ...{ certificate: file('server.pem'), key: file('server.key') },
    ...{ clientAuthorities: file('ca.pem'), revocationList: file('crl.pem') },
  };
  const certificates = ['cis', 'oms'].map((name) => ({ subject: `CN=${name},O=Lab` }));
  const at = { host: '127.0.0.1', port: 0 };
  const settings = {
    http: { tls: { ...tls, clientCertificates: 'asked' } },
    security: {
      ...{ fileCheck: 20, authentication: ['certificate', 'basic'], principalsFile: lab.path('principals.yaml') },
      principals: [{ name: 'cis', certificates }],
    },
    listeners: [
      {
        ...{ ...at, name: 'required', authentication: ['certificate'] },
        tls: { ...tls, clientCertificates: 'required', least: 'TLSv1.3' },
      },
    ],
  };
  writeFileSync(lab.path('settings.yaml'), JSON.stringify(settings));
  const env = { CIMGATE_CONFIG: lab.path('settings.yaml') };
  gateway = await testGateway({ env, turnedAway: (facts) => turnedAway.push(facts) });
  caller = labCaller(gateway, lab);
});
afterEach(async () => {
  await gateway.stop();
  lab.remove();
});

const logged = (text: string): readonly string[] =>
  gateway.logged.flatMap(({ message, facts }) => (message.includes(text) ? [String(facts['error'])] : []));

/** A handshake; the connection is at the end of its handshake, or the promise rejects. */
function shake(listener: string, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const { hostname: host, port } = caller.urlOf(listener);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), ca: lab.text('ca.pem'), ...options }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Makes a list that has ended. */
const oldList = [
  ...['ca', '-config', 'openssl.cnf', '-gencrl', '-crl_lastupdate', '20200101000000Z'],
  ...['-crl_nextupdate', '20200201000000Z', '-out'],
];

const client = (name: string): ConnectionOptions => ({ cert: lab.text(`${name}.pem`), key: lab.text(`${name}.key`) });

describe('a client whose certificate is revoked', () => {
  const revoke = async (): Promise<void> => {
    const before = logged('read anew').length;
    lab.openssl('ca', '-config', 'openssl.cnf', '-revoke', 'cis.pem');
    lab.openssl('ca', '-config', 'openssl.cnf', '-gencrl', '-out', 'crl.pem');
    await until('the new list is read', () => logged('have been read anew').length > before);
  };

  test('is turned away without a restart, on new connections and on the one it has', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect((await caller.post('main', { certificate: 'cis', agent })).status).toBe(200);
    await revoke();
    const kept = await caller.post('main', { certificate: 'cis', agent });
    expect([kept.status, />(7\.\d)</.exec(kept.text)?.[1]]).toEqual([401, '7.4']);
    const anew = await caller.post('main', { certificate: 'cis' });
    expect([anew.status, />(7\.\d)</.exec(anew.text)?.[1]]).toEqual([401, '7.4']);
    expect((await caller.post('main', { certificate: 'oms' })).status).toBe(200);
    agent.destroy();
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('cannot take up a session of before (%s)', async (version) => {
    const options = { ...client('cis'), maxVersion: version };
    const first = await shake('main', options);
    const sessions: Buffer[] = [];
    first.on('session', (session: Buffer) => sessions.push(session));
    expect(await answered(first)).toMatch(/^HTTP\/1.1 200/);
    // before 1.3 it comes within the handshake
    await until('a session can be taken up', () => sessions.length > 0 || version === 'TLSv1.2');
    const session = sessions.at(-1) ?? first.getSession();
    const resumed = await shake('main', { ...options, session });
    expect(resumed.isSessionReused()).toBe(true);
    expect(await answered(resumed)).toMatch(/^HTTP\/1.1 200/);
    await revoke();
    const late = await shake('main', { ...options, session });
    expect(await answered(late)).toMatch(/^HTTP\/1.1 401/);
    for (const socket of [first, resumed, late]) socket.destroy();
  });
});

/** The first bytes of the answer to a message. */
function answered(socket: TLSSocket): Promise<string> {
  socket.write(rawPost(getMeterConfig()));
  return new Promise((resolve, reject) => {
    socket.once('data', (data: Buffer) => resolve(data.toString()));
    socket.once('error', reject).once('close', () => reject(new Error('closed without an answer')));
  });
}

test('connections end whose authority is believed no longer', async () => {
  const open = await shake('main', client('cis'));
  expect(await answered(open)).toMatch(/^HTTP\/1.1 200/);
  const ended = new Promise((resolve) => open.once('close', resolve).resume());
  const others = labCertificates();
  copyFileSync(others.path('crl.pem'), lab.path('crl.pem'));
  copyFileSync(others.path('ca.pem'), lab.path('ca.pem'));
  others.remove();
  await ended;
});

test('connections stay when lists and certificates change, and all authorities are believed still', async () => {
  const open = await shake('main', client('oms'));
  const before = logged('read anew').length;
  lab.openssl('ca', '-config', 'openssl.cnf', '-gencrl', '-out', 'crl.pem');
  await until('the new list is read', () => logged('have been read anew').length > before);
  expect(await answered(open)).toMatch(/^HTTP\/1.1 200/);
  open.destroy();
});

test('without a revocation list that still holds nobody knows who may come in by a certificate, and the log says so', async () => {
  lab.openssl(...oldList, 'crl.pem');
  const second = await testGateway({ env: { CIMGATE_CONFIG: lab.path('settings.yaml') } });
  const its = labCaller(second, lab);
  const answer = await its.post('main', { certificate: 'cis' });
  expect([answer.status, />(7\.\d)</.exec(answer.text)?.[1]]).toEqual([503, '7.1']);
  expect((await its.post('main', basic('oms', 'password of oms'))).status).toBe(200);
  const reason = 'a revocation list is older than it says that it may be';
  expect(second.logged).toContainEqual(
    expect.objectContaining({ level: 'error', facts: { listener: 'main', reason } }),
  );
  await second.stop();
});

describe('where a certificate is required', () => {
  test.each([
    ['none', {}, '7.2'],
    ['a revoked one', 'revoked', '7.4'],
    ['an expired one', 'expired', '7.4'],
  ] as const)('a connection with %s is cut off, and the audit hears of it', async (_, name, code) => {
    const socket = await shake('required', typeof name === 'string' ? client(name) : {});
    await new Promise((resolve) =>
      socket
        .once('close', resolve)
        .on('error', () => {})
        .resume(),
    );
    expect(turnedAway).toEqual([expect.objectContaining({ listener: 'required', code })]);
  });

  test('a good one is let in', async () => {
    expect((await caller.post('required', { certificate: 'cis' })).status).toBe(200);
  });
});

describe("the gateway's own certificate", () => {
  /** Another certificate for the same key. */
  const issue = (file: string, ...times: readonly string[]): void => {
    lab.openssl(...'req -new -config openssl.cnf -key server.key -subj /O=Lab/CN=server -out n.csr'.split(' '));
    const how = 'ca -batch -notext -config openssl.cnf -extensions server -in n.csr -out'.split(' ');
    lab.openssl(...how, file, ...times);
  };

  test('is replaced without a restart', async () => {
    const before = (await shake('main')).getPeerX509Certificate()!.serialNumber;
    issue('n.pem', '-days', '9');
    copyFileSync(lab.path('n.pem'), lab.path('server.pem'));
    await until(
      'the new one is shown',
      async () => (await shake('main')).getPeerX509Certificate()!.serialNumber !== before,
    );
    expect((await caller.post('main', { certificate: 'cis' })).status).toBe(200);
  });

  test.each([
    ['no certificate', 'server.pem', 'rubbish', 'there is no certificate (PEM) in it'],
    ['a broken key', 'server.key', 'rubbish', 'it is no private key'],
    ['a key of another certificate', 'server.key', 'cis.key', 'it belongs to another certificate'],
    ['one that has expired', 'server.pem', 'late.pem', 'the certificate has expired'],
    ['a revocation list that is too old', 'crl.pem', 'late.crl', 'a revocation list is older than it says'],
    ['a broken revocation list', 'crl.pem', 'rubbish', 'there is no revocation list (PEM) in it'],
  ])('stays when %s is put in its place, and the log says why', async (_, place, by, reason) => {
    if (by === 'rubbish') writeFileSync(lab.path(place), 'rubbish');
    else {
      if (by === 'late.crl') lab.openssl(...oldList, by);
      if (by === 'late.pem') issue(by, '-startdate', '20200101000000Z', '-enddate', '20200201000000Z');
      copyFileSync(lab.path(by), lab.path(place));
    }
    await until('the log says so', () => logged('stay as they were').length > 0);
    expect(logged('stay as they were')[0]).toContain(reason);
    expect((await caller.post('main', { certificate: 'cis' })).status).toBe(200);
    expect((await caller.post('main', basic('oms', 'password of oms'))).status).toBe(200);
  });
});

describe('the file of principals', () => {
  const oms = basic('oms', 'password of oms');

  test('is read anew when it changes: names come, change and go', async () => {
    expect((await caller.post('main', oms)).status).toBe(200);
    writeFileSync(lab.path('principals.yaml'), '- {name: mdm, password: {value: password of mdm}}\n');
    await until(
      'the new one is let in',
      async () => (await caller.post('main', basic('mdm', 'password of mdm'))).status === 200,
    );
    expect((await caller.post('main', oms)).status).toBe(401);
  });

  test.each([
    ['is no YAML', '- {name: oms', 'principals.yaml: '],
    ['says something wrong', '- {name: oms, passwort: x}', 'Unrecognized key'],
    ['contradicts the settings', '- {name: cis, password: {value: x}}', 'cis stands there twice'],
    ['points at a file that is not there', '- {name: oms, password: {file: /nowhere}}', '/nowhere cannot be read'],
  ])('is left as it was when it %s', async (_, text, reason) => {
    writeFileSync(lab.path('principals.yaml'), text);
    await until('the log says so', () => logged('the principals could not').length > 0);
    expect(logged('the principals could not')[0]).toContain(reason);
    expect((await caller.post('main', oms)).status).toBe(200);
  });
});

describe('TLS', () => {
  test.each([
    ['main', { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    ['main', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA' }],
    ['required', { maxVersion: 'TLSv1.2' }],
  ] as const)('%s does not speak with who offers only %j', async (listener, options) => {
    await expect(shake(listener, options)).rejects.toThrow();
  });

  test('is not negotiated anew', async () => {
    const socket = await shake('main', { maxVersion: 'TLSv1.2' });
    const outcome = await new Promise((resolve) => {
      socket.once('error', (error) => resolve(error)).once('close', () => resolve('closed'));
      socket.renegotiate({}, (error) => resolve(error));
    });
    expect(outcome).not.toBeNull();
    socket.destroy();
  });

  test('that fails again and again is told of once a second at most', async () => {
    const before = gateway.logged.length;
    for (let n = 0; n < 5; n++) await shake('required', { maxVersion: 'TLSv1.2' }).catch(() => {});
    await until('the log says so', () =>
      gateway.logged.slice(before).some(({ message }) => message === 'handshakes have failed'),
    );
    expect(gateway.logged.slice(before).filter(({ message }) => message === 'handshakes have failed')).toHaveLength(1);
  });
});
