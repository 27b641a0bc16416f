/** Stock SOAP clients, built from nothing but the WSDLs that a running gateway serves, hold one conversation with it. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config.js';
import { openLog } from '../../src/log.js';
import { startGateway, type Gateway } from '../../src/main.js';
import { needs } from '../support/needs.js';
import {
  expectControls,
  expectCustomers,
  expectFaults,
  expectMeters,
  expectReadings,
  type Run,
  type SoapVersion,
  type Told,
} from './conversation.js';
import { talk } from './node-client.js';

const execute = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

/** Compiling what gSOAP prints takes 15 s of one core, and more on a busy machine. */
const patience = 300_000;

let gateway: Gateway;
let base: string;
const folders: string[] = [];

beforeAll(async () => {
  const config = loadConfig({
    CIMGATE_STORE: 'memory',
    CIMGATE_PORT: '0',
    CIMGATE_SIM_METERS: '20',
    CIMGATE_SIM_SPEED: '100',
  });
  gateway = await startGateway(config, openLog('error'));
  base = `${gateway.url}/soap`;
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 30_000);

interface StockClient {
  readonly name: string;
  /** What must be installed for it, by the name of the package. */
  readonly tool: string;
  readonly found: boolean;
  readonly versions: readonly SoapVersion[];
  readonly talk: (run: Run) => Promise<Told>;
}

const python = ['/usr/bin/python3', 'python3'].find((path) => runs(path, '-c', 'import zeep'));
const buildGsoap = once(gsoapClient);

const clients: readonly StockClient[] = [
  {
    name: 'node-soap',
    tool: 'soap',
    found: true,
    versions: ['1.1', '1.2'],
    talk: (run) => talk(base, run),
  },
  {
    name: 'zeep',
    tool: 'python3-zeep',
    found: python !== undefined,
    versions: ['1.1', '1.2'],
    talk: ({ version, tag, meter }) => tell(python!, [join(here, 'zeep-client.py'), base, version, tag, meter]),
  },
  {
    name: 'PHP SoapClient',
    tool: 'php-cli with php-soap',
    found: hasPhp(),
    versions: ['1.1', '1.2'],
    talk: ({ version, tag, meter }) => tell('php', [join(here, 'php-client.php'), base, version, tag, meter]),
  },
  {
    name: 'gSOAP',
    tool: 'gsoap with libgsoap-dev and g++',
    found: ['wsdl2h', 'soapcpp2', 'g++'].every(onPath) && existsSync('/usr/include/stdsoap2.h'),
    versions: ['1.1', '1.2'],
    talk: async ({ version, tag, meter }) => tell(await buildGsoap(), [version, tag, meter]),
  },
];

const conversations = clients.flatMap((client) => client.versions.map((version) => ({ client, version })));

describe.each(
  conversations.map((each, at) => ({ ...each, title: `${each.client.name} over SOAP ${each.version}`, at })),
)('$title', ({ client, version, at }) => {
  const run = runOf(client, version, at);
  const told = once(() => client.talk(run));
  const test = needs(client.tool, client.found);

  test(
    'disconnects and connects a meter, and finds the command',
    async () => expectControls(await told(), run),
    patience,
  );
  test('finds the readings it has sent, digit for digit', async () => expectReadings(await told(), run), patience);
  test(
    'finds the meter it has created, which cannot be created twice',
    async () => expectMeters(await told(), run),
    patience,
  );
  test(
    'finds the customer it has created, through a stand-in of a Get profile',
    async () => expectCustomers(await told(), run),
    patience,
  );
  test(
    'reads the fault of each service as the type its WSDL declares',
    async () => expectFaults(await told(), run),
    patience,
  );
});

describe('PHP SoapClient with compression', () => {
  const test = needs('php-cli with php-soap', hasPhp());

  test('sends compressed messages, and reads compressed replies and faults', async () => {
    const run: Run = { version: '1.1', tag: 'php-gzip', meter: 'SIM-000020' };
    const { tag, meter } = run;
    const told = await tell('php', [join(here, 'php-client.php'), base, '1.1', tag, meter, 'gzip']);
    expectControls(told, run);
    expectReadings(told, run);
    expectMeters(told, run);
    expectCustomers(told, run);
    expectFaults(told, run);
    expect(told.zipped).toBeGreaterThan(0);
  });
});

function runOf({ name }: StockClient, version: SoapVersion, at: number): Run {
  const tag = `${name.split(/\W/)[0]!.toLowerCase()}-${version.replace('.', '')}`;
  return { version, tag, meter: `SIM-${String(at + 1).padStart(6, '0')}` };
}

/** Runs a client; answers what it prints. */
async function tell(program: string, args: readonly string[]): Promise<Told> {
  const { stdout } = await execute(program, args, { timeout: 60_000, maxBuffer: 16 * 1024 * 1024 });
  return JSON.parse(stdout) as Told;
}

/** Builds the gSOAP client from the WSDLs as they are served; answers the path of the program. */
async function gsoapClient(): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'cimgate-gsoap-'));
  folders.push(cwd);
  const source = join(here, 'gsoap-client');
  const services = ['EndDeviceControls', 'MeterConfig', 'CustomerConfig']
    .flatMap((noun) => [`Execute${noun}`, `Get${noun}`])
    .concat('SendMeterReadings', 'GetMeterReadings');
  const wsdls = services.map((service) => `${base}/${service}?wsdl`);
  await execute('wsdl2h', ['-s', '-x', '-O2', '-t', join(source, 'typemap.dat'), '-o', 'cim.h', ...wsdls], { cwd });
  await execute('soapcpp2', ['-j', '-C', '-L', '-w', '-x', '-I/usr/share/gsoap/import', 'cim.h'], { cwd });
  const flags = ['-std=c++17', '-O0', '-w', '-I.'];
  await execute('g++', [...flags, join(source, 'client.cpp'), '-o', 'client', '-lgsoap++'], { cwd });
  return join(cwd, 'client');
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => (begun ??= work());
}

function hasPhp(): boolean {
  return runs('php', '-r', "exit(class_exists('SoapClient') ? 0 : 1);");
}

function runs(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
