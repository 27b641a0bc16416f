/** Authentication as an operator sees it: the command that hashes passwords, addresses that are said, SIGHUP, several processes. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { parsedHash, fits } from '../../src/security/password-hash.js';
import { command, environment, repository, startGatewayProcess } from '../faults/gateway-process.js';
import { labCertificates, type Lab } from '../support/lab-certificates.js';
import { describePostgres, newSchema } from '../support/postgres.js';
import { getMeterConfig } from '../support/soap-text.js';
import { until } from '../support/until.js';
import { expectNoInsides, type Ran } from './command-line.js';

let lab: Lab;
beforeAll(() => {
  lab = labCertificates();
});
afterAll(() => lab.remove());

/** `cimgate password` with this text at its standard input. */
function hashed(input: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'password'], { cwd: repository, env: environment({}) });
    const ran = { out: '', error: '' };
    child.stdout.on('data', (text: Buffer) => (ran.out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (ran.error += text.toString()));
    child.once('close', (status) => resolve({ status, ...ran }));
    child.stdin.end(input);
  });
}

test.each(['a password of some length\n', 'a password of some length', 'a password of some length\r\nmore\n'])(
  'cimgate password prints a hash of the first line of %j',
  async (input) => {
    const ran = await hashed(input);
    expect(ran).toMatchObject({ status: 0, error: '' });
    expect(ran.out).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$\S+\n$/);
    expect(await fits('a password of some length', parsedHash(ran.out.trim()))).toBe(true);
    expect(await fits('a password of some lengtH', parsedHash(ran.out.trim()))).toBe(false);
  },
);

test.each(['', '\n', 'short\n'])('cimgate password refuses %j', async (input) => {
  const ran = await hashed(input);
  expect(ran).toMatchObject({ status: 1, out: '' });
  expect(ran.error).toContain('the password is shorter than 12 characters');
  expectNoInsides(ran);
});

/** Settings of a gateway with TLS and one listener more. */
const settings = (): string => {
  const file = (name: string): object => ({ file: lab.path(name) });
  const tls = {
    ...{ certificate: file('server.pem'), key: file('server.key'), clientAuthorities: file('ca.pem') },
    clientCertificates: 'asked',
  };
  return JSON.stringify({
    http: { tls },
    security: {
      authentication: ['certificate'],
      principals: [{ name: 'cis', certificates: [{ subject: 'CN=cis,O=Lab' }] }],
      principalsFile: lab.path('principals.yaml'),
      fileCheck: 86_400_000,
    },
    listeners: [{ name: 'inside', host: '127.0.0.1', port: 0, tls, authentication: ['basic'] }],
  });
};

/** Status of a get of a meter. */
function ask(url: string, how: { certificate?: string; auth?: string }): Promise<number> {
  const options: RequestOptions = {
    ...{ method: 'POST', ca: lab.text('ca.pem'), agent: false, headers: { 'Content-Type': 'text/xml' } },
    ...(how.certificate && { cert: lab.text(`${how.certificate}.pem`), key: lab.text(`${how.certificate}.key`) }),
    ...(how.auth && { auth: how.auth }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/soap`, options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    });
    sent.on('error', reject).end(getMeterConfig());
  });
}

const listenerIn = (said: string): string => /listener {3}inside: (https:\S+?)\/soap/.exec(said)![1]!;

test('the welcome names all addresses and what curl needs; SIGHUP reads principals anew', async () => {
  writeFileSync(lab.path('principals.yaml'), '[]');
  const gateway = await startGatewayProcess({ CIMGATE_LOG: 'info' }, settings());
  try {
    expect(gateway.url).toMatch(/^https:/);
    expect(gateway.said).toContain(
      `curl -s --cacert AUTHORITY.pem --cert CLIENT.pem --key CLIENT.key ${gateway.url}/soap`,
    );
    const inside = listenerIn(gateway.said);
    expect(await ask(gateway.url, { certificate: 'cis' })).toBe(200);
    expect(await ask(inside, { auth: 'oms:password of oms' })).toBe(401);
    writeFileSync(lab.path('principals.yaml'), '- {name: oms, password: {value: password of oms}}');
    process.kill(gateway.pid, 'SIGHUP');
    await until('it is read', () => gateway.log.some((line) => line.includes('have been read anew')));
    expect(await ask(inside, { auth: 'oms:password of oms' })).toBe(200);
    expect(gateway.log.join('\n')).not.toContain('password of oms');
  } finally {
    expect(await gateway.stop()).toBe(0);
  }
});

test.each([
  [
    'a key that belongs to another certificate',
    (text: string) => text.replace('server.key', 'cis.key'),
    'key: it belongs to another certificate',
  ],
  ['a file that is not there', (text: string) => text.replace('ca.pem', 'nowhere.pem'), 'nowhere.pem cannot be read'],
])('a gateway with %s does not start, and says why', async (_, changed, sentence) => {
  const failed = startGatewayProcess({}, changed(settings()));
  await expect(failed).rejects.toThrow(sentence);
});

describePostgres('two workers', () => {
  test('serve all listeners, at ports that both share', async () => {
    writeFileSync(lab.path('principals.yaml'), '- {name: oms, password: {value: password of oms}}');
    const schema = await newSchema();
    const env = { CIMGATE_STORE: schema.url, CIMGATE_LOG: 'info' };
    const gateway = await startGatewayProcess(env, settings(), ['serve', '--workers', '2']);
    try {
      const inside = listenerIn(gateway.said);
      const answered = (worker: number, listener: string): boolean =>
        gateway.log.some((line) => line.includes(`"worker":${worker}`) && line.includes(`"listener":"${listener}"`));
      const all = [1, 2].flatMap((worker) => ['main', 'inside'].map((listener) => [worker, listener] as const));
      await until('both have answered at both', async () => {
        expect(await ask(gateway.url, { certificate: 'cis' })).toBe(200);
        expect(await ask(inside, { auth: 'oms:password of oms' })).toBe(200);
        expect(await ask(inside, {})).toBe(401);
        return all.every(([worker, listener]) => answered(worker, listener));
      });
    } finally {
      expect(await gateway.stop()).toBe(0);
      await schema.drop();
    }
  }, 120_000);
});
