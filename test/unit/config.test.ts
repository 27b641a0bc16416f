import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from '../../src/config.js';
import { command, environment, repository } from '../faults/gateway-process.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cimgate-config-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function settingsFile(text: string): string {
  const path = join(folder, `settings-${++files}.yaml`);
  writeFileSync(path, text);
  return path;
}

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('without any setting', () => {
  const config = loadConfig({});

  it('serves the loopback from a file, with simulated meters', () => {
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      store: 'sqlite:data/cimgate.db',
      headEnd: 'simulated',
      simulator: { meters: 1000, seed: 61968, speed: 1 },
      log: 'info',
      workers: 1,
      http: { trustProxy: false, drainDelay: 0 },
      security: { allowAnonymous: false },
    });
  });

  it('has from one to four threads', () => {
    expect(config.threads).toBeGreaterThanOrEqual(1);
    expect(config.threads).toBeLessThanOrEqual(4);
  });

  it('is frozen to the ground', () => {
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.limits)).toBe(true);
    expect(() => Object.assign(config.limits, { depth: 1 })).toThrow(TypeError);
  });

  it('takes an empty variable for none', () => {
    expect(loadConfig({ CIMGATE_PORT: '', CIMGATE_CONFIG: '', CIMGATE_LOG: '' })).toEqual(config);
  });
});

describe('several processes', () => {
  const store = 'postgres://db.example.net/cimgate';

  it('are taken with a store that they can share, and share the processors', () => {
    const config = loadConfig({ CIMGATE_WORKERS: '64', CIMGATE_STORE: store });
    expect(config).toMatchObject({ workers: 64, threads: 1 });
  });

  it.each(['memory', 'sqlite:x.db'])('are refused with %s', (own) => {
    expect(problemsOf({ CIMGATE_WORKERS: '2', CIMGATE_STORE: own })).toEqual([
      'CIMGATE_WORKERS: 2 processes need a store that they can share; set CIMGATE_STORE=postgres://..., or workers to 1',
    ]);
  });
});

describe('the environment', () => {
  it.each([
    ['CIMGATE_HOST', '::1', { host: '::1' }],
    ['CIMGATE_HOST', '127.0.0.2', { host: '127.0.0.2' }],
    ['CIMGATE_HOST', 'localhost', { host: 'localhost' }],
    ['CIMGATE_PORT', '0', { port: 0 }],
    ['CIMGATE_STORE', 'memory', { store: 'memory' }],
    ['CIMGATE_STORE', 'sqlite:/tmp/x.db', { store: 'sqlite:/tmp/x.db' }],
    ['CIMGATE_HEAD_END', 'simulated', { headEnd: 'simulated' }],
    ['CIMGATE_SIM_METERS', '5', { simulator: { meters: 5 } }],
    ['CIMGATE_SIM_SEED', '-7', { simulator: { seed: -7 } }],
    ['CIMGATE_SIM_SPEED', '0.5', { simulator: { speed: 0.5 } }],
    ['CIMGATE_LOG', 'debug', { log: 'debug' }],
    ['CIMGATE_ALLOW_ANONYMOUS', 'true', { security: { allowAnonymous: true } }],
  ])('%s=%s', (variable, value, expected) => {
    expect(loadConfig({ [variable]: value })).toMatchObject(expected);
  });

  it.each([
    ['CIMGATE_PORT', 'abc'],
    ['CIMGATE_PORT', '65536'],
    ['CIMGATE_PORT', '-1'],
    ['CIMGATE_PORT', '0x50'],
    ['CIMGATE_PORT', '80.5'],
    ['CIMGATE_WORKERS', '0'],
    ['CIMGATE_WORKERS', '65'],
    ['CIMGATE_STORE', 'mysql://x'],
    ['CIMGATE_STORE', 'sqlite:'],
    ['CIMGATE_STORE', 'postgres:localhost'],
    ['CIMGATE_HEAD_END', 'NORTH'],
    ['CIMGATE_SIM_METERS', '1e9'],
    ['CIMGATE_SIM_METERS', '1000001'],
    ['CIMGATE_SIM_SEED', '1.5'],
    ['CIMGATE_SIM_SPEED', '0'],
    ['CIMGATE_LOG', 'loud'],
    ['CIMGATE_ALLOW_ANONYMOUS', 'yes'],
    ['CIMGATE_HOST', '0.0.0.0'],
    ['CIMGATE_HOST', '::'],
    ['CIMGATE_HOST', '127.evil.example'],
  ])('%s=%s is refused by name', (variable, value) => {
    const problems = problemsOf({ [variable]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(variable);
    if (!/^CIMGATE_(HOST|STORE|HEAD_END)$/.test(variable)) expect(problems[0]).toContain(`"${value}"`);
  });

  it.each([
    ['mysql://user:secret@host/db', 'mysql://***@host/db'],
    ['postgres:user:secret@host', 'postgres:***@host'],
    ['mysql://user:se/cr@et@host/db', 'mysql://***@host/db'],
    ['mysql://host/db?password=secret&x=1', 'mysql://host/db?password=***&x=1'],
  ])('shows %s without its password', (value, shown) => {
    expect(problemsOf({ CIMGATE_STORE: value })[0]).toContain(`(it is "${shown}")`);
  });

  it('names a variable that there is not, and those that there are', () => {
    expect(problemsOf({ CIMGATE_METERS: '5', OTHER: 'x' })).toEqual([
      expect.stringMatching(/^CIMGATE_METERS: there is no such setting; there are .*CIMGATE_SIM_METERS/),
    ]);
  });

  it('lets a host in that can be reached from outside when that is allowed', () => {
    expect(loadConfig({ CIMGATE_HOST: '0.0.0.0', CIMGATE_ALLOW_ANONYMOUS: 'true' }).host).toBe('0.0.0.0');
  });
});

describe('the file of CIMGATE_CONFIG', () => {
  it('is laid over the defaults, and the environment over it', () => {
    const CIMGATE_CONFIG = settingsFile('port: 9000\nlog: warn\nlimits:\n  depth: 32\n');
    const config = loadConfig({ CIMGATE_CONFIG, CIMGATE_PORT: '9001' });
    expect(config).toMatchObject({ port: 9001, log: 'warn', limits: { depth: 32, attributes: 64 } });
  });

  it('registers reply endpoints and subscriptions, with what they leave out', () => {
    const CIMGATE_CONFIG = settingsFile(
      'replyEndpoints:\n  - {name: cis, url: "https://cis.example/", auth: {basic: {user: gate, password: {env: CIS}}}}\n' +
        'subscriptions:\n  - {noun: EndDeviceEvents, endpoint: cis, filter: {types: ["3.26.*.*"]}}\n',
    );
    const { replyEndpoints, subscriptions } = loadConfig({ CIMGATE_CONFIG });
    expect(replyEndpoints).toEqual([
      {
        ...{ name: 'cis', url: 'https://cis.example/', soap: '1.1', tls: {}, era: '2011', replies: 'response' },
        ...{ auth: { basic: { user: 'gate', password: { env: 'CIS' } } }, active: true, connections: 4 },
      },
    ]);
    expect(subscriptions).toEqual([
      {
        name: 'cis-EndDeviceEvents',
        endpoint: 'cis',
        noun: 'EndDeviceEvents',
        active: true,
        filter: { types: ['3.26.*.*'] },
      },
    ]);
  });

  it('may hold the example of docs/delivery.md', () => {
    const page = readFileSync(new URL('../../docs/delivery.md', import.meta.url), 'utf8');
    const example = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
    const { replyEndpoints, subscriptions } = loadConfig({ CIMGATE_CONFIG: settingsFile(example) });
    expect([replyEndpoints.length, subscriptions.length]).toEqual([1, 1]);
    expect(replyEndpoints[0]).toMatchObject({
      auth: { usernameToken: { digest: true } },
      allowNetworks: ['10.20.0.0/16'],
    });
  });

  it('may hold the example of docs/dialects.md', () => {
    const page = readFileSync(new URL('../../docs/dialects.md', import.meta.url), 'utf8');
    const example = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
    const { dialects } = loadConfig({ CIMGATE_CONFIG: settingsFile(example) });
    expect(dialects).toMatchObject({
      podis: { users: ['podis-esb'], extraElements: 'drop', failures: 'reply', invalid: 'fault', answerVerb: 'reply' },
    });
  });

  it.each([
    ['Podis: {}', /dialects.Podis: /],
    [
      'podis: { namespaces: { profiles: "http://x/y#" } }',
      /dialects.podis.namespaces.profiles: must be a namespace with \{Name\}/,
    ],
    [
      'podis: { namespaces: { envelope: "not a namespace" } }',
      /dialects.podis.namespaces.envelope: must be a namespace/,
    ],
    ['podis: { extraElements: burn }', /dialects.podis.extraElements: /],
    ['{ a: { sources: [CIS] }, b: { sources: [CIS] } }', /dialects.b.sources.0: CIS speaks a already/],
  ])('may not hold the dialect %s', (text, problem) => {
    const file = settingsFile(`dialects:\n  ${text}\n`);
    expect(() => loadConfig({ CIMGATE_CONFIG: file })).toThrow(problem);
  });

  it('may hold the examples of docs/head-ends.md', () => {
    const page = readFileSync(new URL('../../docs/head-ends.md', import.meta.url), 'utf8');
    const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => settingsFile(text));
    const [all, simulated] = examples.map((path) => loadConfig({ CIMGATE_CONFIG: path }));
    expect(Object.keys(all?.headEnds ?? {})).toEqual(['north', 'try-out']);
    expect(all?.routing).toHaveLength(2);
    // what the page shows is what holds without it
    expect(all?.headEnds['north']).toMatchObject({
      timeouts: { connect: 10_000, answer: 30_000, repeats: 3 },
      dialect: { eventGrace: 0, deadlineMargin: 2_000, readOptions: { Source: 'headEnd' } },
    });
    expect(simulated?.headEnds['ami']).toMatchObject({ inventory: 'query', capabilities: { remembersJobs: true } });
  });

  it('names every registration that is wrong, and where', () => {
    const CIMGATE_CONFIG = settingsFile(
      'replyEndpoints:\n  - {name: a, url: "http://a.example/"}\n  - {name: b, url: "HTTP://A.example:80"}\n' +
        '  - {name: a, url: "http://c.example/"}\n' +
        'subscriptions:\n  - {noun: EndDeviceEvents, endpoint: x}\n  - {name: s, noun: EndDeviceEvents, endpoint: a}\n' +
        '  - {name: s, noun: MeterReadings, endpoint: a}\n',
    );
    expect(problemsOf({ CIMGATE_CONFIG })).toEqual([
      expect.stringMatching(/replyEndpoints\.1\.url: a has the same address/),
      expect.stringMatching(/replyEndpoints\.2\.name: a stands there twice/),
      expect.stringMatching(/subscriptions\.0\.endpoint: there is no x under replyEndpoints/),
      expect.stringMatching(/subscriptions\.2\.name: s stands there twice/),
    ]);
    const more = settingsFile('replyEndpoints:\n  - {name: "a b", url: "ftp://a.example/", soap: 1.1}\n');
    const problems = problemsOf({ CIMGATE_CONFIG: more }).join('\n');
    for (const part of [/replyEndpoints\.0\.name/, /replyEndpoints\.0\.url/, /replyEndpoints\.0\.soap/])
      expect(problems).toMatch(part);
  });

  it('names head ends and which device goes to which, with what they leave out', () => {
    const CIMGATE_CONFIG = settingsFile(
      'headEnds:\n  north: {kind: cim-soap, url: "http://north.example/", replyAddress: cimgate}\n' +
        '  try: {kind: simulated, meters: 3}\nrouting:\n  - {headEnd: north, names: ["N-*"]}\n',
    );
    const { headEnd, headEnds, routing } = loadConfig({ CIMGATE_CONFIG, CIMGATE_HEAD_END: 'north' });
    expect(headEnd).toBe('north');
    expect(routing).toEqual([{ headEnd: 'north', names: ['N-*'] }]);
    expect(headEnds).toMatchObject({
      try: { kind: 'simulated', meters: 3, seed: 61968, speed: 1 },
      north: {
        soap: '1.1',
        connections: 4,
        timeouts: { connect: 10_000, answer: 30_000, repeats: 3 },
        dialect: { era: '2011', identifier: 'mRID', businessErrors: 'reply' },
        replies: 'callback',
        capabilities: { controls: [], readingTypes: [], devicesPerJob: 1000, cancel: true, remembersJobs: false },
        inventory: 'none',
      },
    });
  });

  it.each([
    ['headEnds: {a: {kind: radio}}', /headEnds\.a\.kind: /],
    ['headEnds: {a: {kind: cim-soap, url: "ftp://a/", replyAddress: x}}', /headEnds\.a\.url: must be an http/],
    ['headEnds: {a: {kind: cim-soap, url: "http://a/"}}', /headEnds\.a\.replyAddress: must be given/],
    ['headEnds: {a: {kind: simulated, meters: -1}}', /headEnds\.a\.meters: /],
    ['headEnds: {a: {kind: simulated, url: x}}', /headEnds\.a: .*"url"/],
    ['headEnds: {"a b": {kind: simulated}}', /headEnds.*/],
    [
      'headEnds: {a: {kind: cim-soap, url: "http://a/", replies: poll, capabilities: {controls: ["3.31"]}}}',
      /headEnds\.a\.capabilities\.controls\.0: must be a four-part control code/,
    ],
    [
      'headEnds: {a: {kind: cim-soap, url: "http://a/", replies: poll, dialect: {nameType: x}}}',
      /headEnds\.a\.dialect\.nameType: goes with identifier: name/,
    ],
    [
      'headEnds: {a: {kind: cim-soap, url: "http://a/", replies: poll, tls: {key: {env: K}}}}',
      /headEnds\.a\.tls: a client certificate and its key go together/,
    ],
    ['headEnd: b', /headEnd: there is no head end "b"; there are simulated/],
    ['routing: [{headEnd: b, names: [x]}]', /routing\.0\.headEnd: there is no head end "b"/],
    ['routing: [{headEnd: simulated}]', /routing\.0: must have names, mRIDs or amrSystems/],
  ])('%s is refused', (text, says) => {
    const problems = problemsOf({ CIMGATE_CONFIG: settingsFile(`${text}\n`) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });

  it('may be empty', () => {
    expect(loadConfig({ CIMGATE_CONFIG: settingsFile('# nothing\n') })).toEqual(loadConfig({}));
  });

  it.each([
    ['a file that is not there', () => join(folder, 'none.yaml'), /none\.yaml: .*no such file/],
    ['a folder', () => folder, /EISDIR|directory/],
    ['text', () => settingsFile('hello'), /must hold keys and values/],
    ['a list', () => settingsFile('- port: 1\n'), /must hold keys and values/],
    ['broken YAML', () => settingsFile('port: [1\nlog: x\n'), /settings-\d+\.yaml: .*line \d/],
    ['a key twice', () => settingsFile('port: 1\nport: 2\n'), /unique|line \d/],
    ['an unknown key', () => settingsFile('prot: 1\n'), /settings-\d+\.yaml: .*"prot"/],
    ['an unknown key below', () => settingsFile('limits:\n  deep: 1\n'), /settings-\d+\.yaml: limits: .*"deep"/],
    ['a wrong value', () => settingsFile('limits:\n  depth: many\n'), /settings-\d+\.yaml: limits\.depth: .*number/],
    ['a limit of nothing', () => settingsFile('limits:\n  depth: 0\n'), /limits\.depth: /],
    ['a text instead of keys', () => settingsFile('limits: none\n'), /settings-\d+\.yaml: limits: /],
    [
      'headers later than the request',
      () => settingsFile('limits:\n  headersTimeout: 60000\n'),
      /limits\.headersTimeout: 60000 is above limits\.requestTimeout/,
    ],
    ['__proto__', () => settingsFile('__proto__:\n  port: 1\n'), /__proto__/],
  ])('%s is refused', (_, path, says) => {
    const problems = problemsOf({ CIMGATE_CONFIG: path() });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
    expect(problems[0]).not.toContain('\n');
  });
});

describe('the command', () => {
  const serve = (settings: Readonly<Record<string, string>>): { status: number | null; said: string; out: string } => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [command, 'serve'], {
      cwd: repository,
      env: environment(settings),
      encoding: 'utf8',
      timeout: 25_000,
    });
    return { status, said: stderr, out: stdout };
  };

  it('does not start with wrong settings: one message names them all, exit code 78', () => {
    const CIMGATE_CONFIG = settingsFile('limits:\n  depth: x\nsafty: {}\n');
    const { status, said, out } = serve({
      CIMGATE_PORT: 'abc',
      CIMGATE_STORE: 'nowhere',
      CIMGATE_TYPO: '1',
      CIMGATE_CONFIG,
    });
    expect(status).toBe(78);
    expect(out).toBe('');
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe('cimgate: 5 settings are wrong:');
    for (const name of ['CIMGATE_PORT', 'CIMGATE_STORE', 'CIMGATE_TYPO', 'limits.depth', 'safty'])
      expect(said).toContain(name);
  });

  it('says in one line that the port is taken, exit code 1', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const child = spawn(process.execPath, [command, 'serve'], {
      cwd: repository,
      env: environment({ CIMGATE_STORE: 'memory', CIMGATE_SIM_METERS: '1', CIMGATE_PORT: String(port) }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const status = await new Promise((done) => child.once('exit', done));
    other.close();
    expect(said).toBe(
      `cimgate: port ${port} of 127.0.0.1 is taken by another program: stop it, or set CIMGATE_PORT (0 takes a free port)\n`,
    );
    expect(status).toBe(1);
  });
});
