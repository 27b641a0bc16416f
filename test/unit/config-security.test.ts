/** Settings of authentication: what is wrong is named, all of it, in one message. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig, type Config } from '../../src/config.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cimgate-settings-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function load(settings: object, env: Readonly<Record<string, string>> = {}): Config {
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, JSON.stringify(settings));
  return loadConfig({ CIMGATE_CONFIG: path, ...env });
}

function problemsOf(settings: object, env?: Readonly<Record<string, string>>): readonly string[] {
  try {
    load(settings, env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => problem.replace(join(folder, 'settings.yaml'), 'settings.yaml'));
  }
}

const pem = { file: '/x.pem' };
const tls = { certificate: pem, key: pem };
const asked = { ...tls, clientAuthorities: pem, clientCertificates: 'asked' };
const cis = { name: 'cis', password: { env: 'CIS' } };
const hash = (ln: number): string => `$scrypt$ln=${ln},r=8,p=3$${'A'.repeat(22)}$${'B'.repeat(43)}`;
const security = (over: object): object => ({ security: { principals: [cis], ...over } });
const other = { name: 'other', host: '127.0.0.1', port: 8081 };

test('nobody is asked when nothing is set', () => {
  const { security: none, http, listeners } = load({});
  expect(none).toMatchObject({ authentication: [], principals: [], allowUnencrypted: false });
  expect(http.tls).toBeUndefined();
  expect(listeners).toEqual([]);
});

test('a host that can be reached from outside may be used once callers are asked who they are', () => {
  const outside = { CIMGATE_HOST: '0.0.0.0' };
  expect(problemsOf({}, outside)[0]).toContain(
    'CIMGATE_HOST: 0.0.0.0 can be reached from outside and no authentication',
  );
  expect(problemsOf(security({ authentication: ['basic'] }), outside)).toEqual([]);
  const listener = { ...other, host: '0.0.0.0' };
  expect(problemsOf({ listeners: [listener] })[0]).toContain('listeners.0.host: 0.0.0.0 can be reached from outside');
  expect(problemsOf({ ...security({}), listeners: [{ ...listener, authentication: ['basic'] }] })).toEqual([]);
  expect(problemsOf({ listeners: [listener], security: { allowAnonymous: true } })).toEqual([]);
});

test.each<[string, object, string]>([
  ['a method there is not', security({ authentication: ['kerberos'] }), 'security.authentication.0: Invalid option'],
  ['a method twice', security({ authentication: ['basic', 'basic'] }), 'names a method twice'],
  [
    'certificates without TLS',
    security({ authentication: ['certificate'] }),
    'certificate needs http.tls with clientCertificates',
  ],
  [
    'certificates that are not asked for',
    { ...security({}), listeners: [{ ...other, tls, authentication: ['certificate'] }] },
    'listeners.0.authentication: certificate needs listeners.0.tls with clientCertificates',
  ],
  ['bearer without an issuer', security({ authentication: ['bearer'] }), 'bearer needs security.bearer'],
  ['signature without authorities', security({ authentication: ['signature'] }), 'signature needs security.signature'],
  ['nobody', { security: { authentication: ['basic'] } }, 'nobody could come in: name somebody'],
  [
    'certificates of nobody’s',
    { http: { tls: { ...tls, clientCertificates: 'asked' } } },
    'certificates of clients need authorities',
  ],
  ['old TLS', { http: { tls: { ...tls, least: 'TLSv1.1' } } }, 'http.tls.least'],
  ['a principal twice', security({ principals: [cis, cis] }), 'security.principals.1.name: cis stands there twice'],
  ['a name with a colon', security({ principals: [{ name: 'a:b' }] }), 'must have no colon'],
  [
    'a password twice',
    security({ principals: [{ ...cis, passwordHash: hash(15) }] }),
    'in the clear or as passwordHash, not both',
  ],
  [
    'a hash of something else',
    security({ principals: [{ name: 'a', passwordHash: 'x' }] }),
    'must be what "cimgate password" prints',
  ],
  [
    'hashes of different cost',
    security({
      principals: [
        { name: 'a', passwordHash: hash(15) },
        { name: 'b', passwordHash: hash(16) },
      ],
    }),
    'has the cost ln=16,r=8,p=3, others have ln=15,r=8,p=3',
  ],
  [
    'a certificate of two',
    security({ principals: ['a', 'b'].map((name) => ({ name, certificates: [{ subject: 'CN=x, O=y' }] })) }),
    "security.principals.1.certificates.0: this certificate is a's already",
  ],
  [
    'a certificate by two ways at once',
    security({ principals: [{ name: 'a', certificates: [{ subject: 'CN=x', fingerprint256: 'aa'.repeat(32) }] }] }),
    'must be one of subject, fingerprint256, subjectAltName, certificate',
  ],
  [
    'a subject of two tokens',
    security({ principals: ['a', 'b'].map((name) => ({ name, bearer: { subject: 's' } })) }),
    "security.principals.1.bearer.subject: s is a's already",
  ],
  [
    'keys over an open way',
    security({ bearer: { issuer: 'x', audience: 'y', jwks: { url: 'http://a.example/' } } }),
    'must be an https address',
  ],
  [
    'a weak algorithm',
    security({ bearer: { issuer: 'https://x.example', audience: 'y', algorithms: ['HS256'] } }),
    'security.bearer.algorithms.0',
  ],
  [
    'no algorithm',
    security({ bearer: { issuer: 'https://x.example', audience: 'y', algorithms: ['none'] } }),
    'security.bearer.algorithms.0',
  ],
  ['a listener twice', { listeners: [other, { ...other, port: 0 }] }, 'listeners.1.name: other stands there twice'],
  [
    'an address twice',
    { listeners: [{ ...other, port: 8080 }] },
    'listeners.0.port: the main listener has the same address',
  ],
  ['a second main listener', { listeners: [{ ...other, name: 'main' }] }, 'must not be "main"'],
  [
    'a file that is not there',
    security({ principalsFile: '/nowhere.yaml' }),
    'security.principalsFile: /nowhere.yaml: ENOENT',
  ],
])('%s is a mistake', (_, settings, sentence) => {
  expect(problemsOf(settings).join('\n')).toContain(sentence);
});

test('everything at once is no mistake', () => {
  const file = join(folder, 'principals.yaml');
  writeFileSync(file, '- {name: mdm, roles: [VIEWER], certificates: [{subjectAltName: "URI:urn:mdm"}]}\n');
  const settings = {
    http: { tls: asked },
    security: {
      ...{ authentication: ['certificate', 'basic', 'bearer', 'usernameToken', 'signature'], principalsFile: file },
      principals: [cis, { name: 'oms', passwordHash: hash(15), bearer: { subject: 'x' } }],
      bearer: { issuer: 'https://id.example/', audience: 'cimgate', rolesClaim: 'roles' },
      signature: { authorities: [pem] },
    },
    listeners: [other],
  };
  expect(problemsOf(settings, { CIMGATE_HOST: '0.0.0.0' })).toEqual([]);
});

test.each([
  ['- {name: x, principals: [a], nouns: [A]}', undefined],
  ['- {name: x', 'security.policyFile: '],
  ['', 'there is nothing in it'],
  ['- {name: a, principals: [a]}', 'a stands there twice'],
])('the file of the policy %j: %s', (text, problem) => {
  const policyFile = join(folder, 'policy.yaml');
  writeFileSync(policyFile, text);
  const problems = problemsOf(security({ policyFile, policy: [{ name: 'a', principals: ['a'] }] }));
  expect(problems).toEqual(problem === undefined ? [] : [expect.stringContaining(problem)]);
});

test('a name of the file and of the settings is a mistake', () => {
  const file = join(folder, 'principals.yaml');
  writeFileSync(file, '- {name: cis}\n');
  expect(problemsOf(security({ principalsFile: file }))[0]).toContain('cis stands there twice');
});
