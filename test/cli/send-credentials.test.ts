/** `cimgate send` shows who sends, in every way that a listener takes; its secrets are never on the command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/system.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { labCertificates, type Lab } from '../support/lab-certificates.js';
import { getMeterConfig } from '../support/soap-text.js';
import { audience, tokenIssuer, type TokenIssuer } from '../support/token-issuer.js';
import { cimgate, expectNoInsides, type Ran } from './command-line.js';

let lab: Lab;
let issuer: TokenIssuer;
let gateway: TestGateway;
let folder: string;
const path = (name: string): string => join(folder, name);

const secret = 'öpen & <sesame>';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cimgate-send-'));
  lab = labCertificates();
  issuer = await tokenIssuer();
  const file = (name: string): { file: string } => ({ file: lab.path(name) });
  const tls = {
    ...{ certificate: file('server.pem'), key: file('server.key') },
    ...{ clientAuthorities: file('ca.pem'), clientCertificates: 'asked' },
  };
  const settings = {
    http: { tls },
    security: {
      authentication: ['certificate'],
      bearer: { issuer: issuer.url, audience, algorithms: ['ES256'] },
      principals: [
        {
          ...{ name: 'cis', roles: ['VIEWER'], password: { value: secret }, bearer: { subject: 'client-7' } },
          certificates: [{ subject: 'CN=cis,O=Lab' }],
        },
      ],
    },
    // each takes one method, so that nothing else can have let in
    listeners: ['basic', 'bearer', 'usernameToken'].map((name) => ({
      ...{ name, host: '127.0.0.1', port: 0, authentication: [name] },
      tls,
    })),
  };
  writeFileSync(path('settings.yaml'), JSON.stringify(settings));
  // what proves something bears the time of the machine
  gateway = await testGateway({ env: { CIMGATE_CONFIG: path('settings.yaml') }, clock: systemClock() });
  writeFileSync(path('password'), `${secret}\n`);
  writeFileSync(path('wrong'), 'wrong\n');
  writeFileSync(path('empty'), '\n');
  writeFileSync(path('token'), `${await issuer.token({ sub: 'client-7' })}\n`);
  writeFileSync(path('get.xml'), getMeterConfig());
  writeFileSync(path('get-1.2.xml'), getMeterConfig({ version: '1.2' }));
  const headed = (header: string): string => getMeterConfig().replace(/(<[^<]*Envelope[^>]*>)/, `$1${header}`);
  const soap = 'xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"';
  writeFileSync(path('headed.xml'), headed(`<e:Header ${soap}><x:y xmlns:x="urn:x"/></e:Header>`));
  writeFileSync(path('empty-header.xml'), headed(`<e:Header ${soap} />`));
});
afterAll(async () => {
  await gateway.stop();
  await issuer.close();
  lab.remove();
  rmSync(folder, { recursive: true });
});

type Listener = 'main' | 'basic' | 'bearer' | 'usernameToken';
const url = (listener: Listener): string => `${gateway.listeners.find(({ name }) => name === listener)!.url}/soap`;
const send = (listener: Listener, args: readonly string[], message = 'get.xml'): Promise<Ran> =>
  cimgate(['send', path(message), '--to', url(listener), '--ca', lab.path('ca.pem'), ...args], {
    CIS_PASSWORD: secret,
  });

const user = ['--user', 'cis', '--password'] as const;
const client = (name: string): readonly string[] => [
  ...['--certificate', lab.path(`${name}.pem`), '--key', lab.path(`${name}.key`)],
];

test.each<[string, Listener, () => readonly string[], string]>([
  ['a client certificate', 'main', () => client('cis'), 'get.xml'],
  ['a password of a file', 'basic', () => [...user, `file:${path('password')}`], 'get.xml'],
  ['a password of the environment', 'basic', () => [...user, 'env:CIS_PASSWORD'], 'get.xml'],
  ['a token', 'bearer', () => ['--token', `file:${path('token')}`], 'get.xml'],
  ['a UsernameToken', 'usernameToken', () => [...user, 'env:CIS_PASSWORD', '--username-token', 'text'], 'get.xml'],
  ['its digest', 'usernameToken', () => [...user, 'env:CIS_PASSWORD', '--username-token', 'digest'], 'get.xml'],
  [
    'one in SOAP 1.2',
    'usernameToken',
    () => [...user, 'env:CIS_PASSWORD', '--username-token', 'digest'],
    'get-1.2.xml',
  ],
  [
    'one beside other header blocks',
    'usernameToken',
    () => [...user, 'env:CIS_PASSWORD', '--username-token', 'text'],
    'headed.xml',
  ],
  [
    'one in an empty Header',
    'usernameToken',
    () => [...user, 'env:CIS_PASSWORD', '--username-token', 'text'],
    'empty-header.xml',
  ],
])('%s is shown, and taken', async (_, listener, args, message) => {
  const ran = await send(listener, args(), message);
  expect(ran.out).toContain('HTTP 200 OK');
  expect(ran).toMatchObject({ status: 0, error: '' });
});

test.each<[string, Listener, () => readonly string[], string]>([
  ['nothing', 'main', () => [], 'HTTP 403'],
  ['a certificate of nobody', 'main', () => client('oms'), '7.4'],
  ['a wrong password', 'basic', () => [...user, `file:${path('wrong')}`], '7.4'],
  ['Basic where a UsernameToken is wanted', 'usernameToken', () => [...user, 'env:CIS_PASSWORD'], '7.2'],
])('%s is shown, and refused', async (_, listener, args, says) => {
  const ran = await send(listener, args());
  expect(ran.status).toBe(1);
  expect(ran.out).toContain(says);
});

test.each<[readonly string[], string]>([
  [['--user', 'cis'], '--user and --password go together'],
  [['--password', 'env:X'], '--user and --password go together'],
  [['--user', 'cis', '--password', 'tiger'], '--password says where it is, as file:PATH or env:NAME'],
  [['--token', 'eyJhbGciOi'], '--token says where it is, as file:PATH or env:NAME'],
  [['--user', 'cis', '--password', 'env:NO_SUCH'], 'the environment variable NO_SUCH is not set'],
  [['--user', 'cis', '--password', 'file:/no/such'], 'the file /no/such cannot be read'],
  [['--user', 'a:b', '--password', 'env:P'], 'a name with a colon cannot be sent by HTTP Basic'],
  [['--user', 'cis', '--password', 'env:P', '--token', 'env:P'], 'either --token or --user'],
  [['--token', 'env:P'], 'is no bearer token'],
  [['--username-token', 'text'], '--username-token needs --user and --password'],
  [['--user', 'cis', '--password', 'env:P', '--username-token', 'sha'], '--username-token is text or digest'],
  [['--certificate', '/x.pem'], '--certificate and --key go together'],
  [['--ca', '/no/such.pem'], '/no/such.pem: there is no such file'],
  [['--user', 'cis', '--password', 'env:P', '--to', 'http://gateway.example/soap'], 'go over https only'],
  [['--to', 'https://cis:tiger@gateway.example/soap'], '--to must have no user and password'],
  [['--to', 'ftp://gateway.example'], 'is no http or https address'],
])('%j is refused before anything is sent', async (args, says) => {
  const to = args.includes('--to') ? [] : ['--to', url('main')];
  const ran = await cimgate(['send', path('get.xml'), ...to, ...args], { P: 'one two' });
  expect(ran).toMatchObject({ status: 1, out: '' });
  expect(ran.error).toContain(says);
  expect(ran.error).not.toMatch(/tiger|eyJ|one two/);
  expectNoInsides(ran);
});

test('an empty file holds no password', async () => {
  expect((await send('basic', [...user, `file:${path('empty')}`])).error).toContain('empty is empty');
});

test('a server that no authority vouches for is shown nothing', async () => {
  const ran = await cimgate(['send', path('get.xml'), '--to', url('basic'), ...user, `file:${path('password')}`]);
  expect(ran).toMatchObject({ status: 1, out: '' });
  expect(ran.error).toMatch(/cannot be reached: .*certificate/);
});
