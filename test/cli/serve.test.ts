import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GatewayProcess, repository, startGatewayProcess } from '../faults/gateway-process.js';
import { cimgate, expectNoInsides, run } from './command-line.js';

let gateway: GatewayProcess;
beforeAll(async () => (gateway = await startGatewayProcess({ CIMGATE_LOG: 'warn' })), 30_000);
afterAll(async () => void (await gateway.stop('SIGKILL')));

describe('serve', () => {
  it('prints addresses that answer', async () => {
    const addresses = [...gateway.said.matchAll(/^ {2}[a-zA-Z ]+? {2,}(http\S+)$/gm)].map(([, address]) => address!);
    expect(addresses).toHaveLength(4);
    for (const address of addresses) expect((await fetch(address)).status).toBe(200);
  });

  it('prints a curl that works as it is printed', async () => {
    const curl = /^ {2}(curl .*)$/m.exec(gateway.said)![1]!;
    const ran = await run('bash', ['-c', curl]);
    expect(ran.error).toBe('');
    expect(ran.out).toMatch(/<m:EndDeviceControlsResponseMessage.*<msg:Result>OK<\/msg:Result>/);
    expect(ran.status).toBe(0);
  });
});

describe('examples', () => {
  // the project for SoapUI is no message: test/soapui runs it
  const files = readdirSync(join(repository, 'examples')).filter((file) => /(?<!-soapui-project)\.xml$/.test(file));

  it.each(files)('%s is valid and gets an OK', async (file) => {
    const path = join('examples', file);
    const [validated, sent] = await Promise.all([
      cimgate(['validate', path]),
      cimgate(['send', path, '--to', `${gateway.url}/soap`]),
    ]);
    expect(validated).toMatchObject({ status: 0, out: expect.stringMatching(/\nvalid\n$/) as unknown });
    expect(sent.out).toMatch(/^HTTP 200 OK\n[^]*<msg:Result>OK</);
    expect(sent).toMatchObject({ status: 0, error: '' });
  });

  it('are all told of in their README, with a curl', () => {
    const text = readFileSync(join(repository, 'examples', 'README.md'), 'utf8');
    for (const file of files) expect(text).toContain(`[${file}](${file})`);
    expect(text).toContain('--data @examples/');
  });
});

describe('send', () => {
  const disconnect = join('examples', 'disconnect.xml');

  it('says the codes of the answer in plain English', async () => {
    const ran = await cimgate(['send', join('examples', 'read-registers.xml'), '--to', `${gateway.url}/soap`]);
    expect(ran.out).toMatch(/\n {2}0\.0\.0\.1\.1\.1\.12\.0\.0\.0\.0\.0\.0\.0\.0\.3\.72\.0 {2}.*kWh/);
  });

  it('ends with 1 when the answer is a fault', async () => {
    const ran = await cimgate(['send', disconnect, '--to', `${gateway.url}/soap/GetMeterConfig`]);
    expect(ran.out).toMatch(/^HTTP 500 [^]*does not offer CreateEndDeviceControls/);
    expect(ran.status).toBe(1);
  });

  it('says that an answer is no SOAP message', async () => {
    const ran = await cimgate(['send', disconnect, '--to', `${gateway.url}/health/live`]);
    expect(ran.out).toMatch(/^HTTP 40[45] [^]*the answer is no SOAP message: is .* the address of a SOAP service\?/);
    expect(ran.status).toBe(1);
  });

  it.each([
    [
      'nowhere',
      disconnect,
      'http://127.0.0.1:9999/soap',
      /^cimgate: http:\/\/127\.0\.0\.1:9999\/soap cannot be reached: .*ECONNREFUSED/,
    ],
    ['no address', disconnect, 'soap', /^cimgate: --to soap is no http or https address/],
    ['a missing file', 'none.xml', 'http://127.0.0.1:9999/soap', /^cimgate: none\.xml: there is no such file/],
    [
      'a file that is no envelope',
      join('wsdl', 'profiles', 'MeterConfig.xsd'),
      'http://127.0.0.1:9999/soap',
      /MeterConfig\.xsd is not sent: the document is no SOAP envelope/,
    ],
    ['a file that is no XML', 'package.json', 'http://127.0.0.1:9999/soap', /package\.json is not sent: /],
  ])('says what is wrong with %s', async (_, file, to, says) => {
    const ran = await cimgate(['send', file, '--to', to]);
    expect(ran.error).toMatch(says);
    expect(ran.error.trim().split('\n')).toHaveLength(1);
    expect(ran.status).toBe(1);
    expectNoInsides(ran);
  });
});

it('stops on SIGTERM with 0', async () => {
  expect(await gateway.stop('SIGTERM')).toBe(0);
});

it('stops on SIGINT with 0, and starts again on its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-store-'));
  const settings = { CIMGATE_STORE: `sqlite:${join(folder, 'x.db')}`, CIMGATE_SIM_METERS: '3' };
  try {
    const migrated = await cimgate(['migrate'], settings);
    expect(migrated).toMatchObject({
      status: 0,
      error: '',
      out: expect.stringMatching(/^sqlite:\S+ is ready for version \d/) as unknown,
    });
    const once = await startGatewayProcess(settings);
    expect(once.said).toContain('3 meters: SIM-000001');
    expect(await once.stop('SIGINT')).toBe(0);
    expect((await cimgate(['migrate'], settings)).status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
