/** examples/utility, run as a user runs it: a small utility is loaded into a gateway of this process, and checked. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Ran } from '../cli/command-line.js';
import { testGateway, type TestGateway } from '../support/gateway.js';

/** The gateway and the load share the cores with other tests. */
const patience = 150_000;

let gateway: TestGateway;
beforeAll(async () => (gateway = await testGateway()));
afterAll(() => gateway.stop());

const load = (...args: readonly string[]): Promise<Ran> =>
  run(process.execPath, ['examples/utility/load.mjs', '--url', gateway.url, ...args], {}, patience);
/** Small messages: several of each kind. */
const small = ['--customers', '60', '--batch', '25', '--links', '25'];
/** How many objects of a noun are not the simulator's. */
const stored = async (noun: string): Promise<number> =>
  (await gateway.ports.store.objects({ noun, limit: 1_000 })).filter(({ provenance }) => provenance.source === 'CIS').length;

test('a utility is loaded by SOAP alone, and every object and link is as it was sent', async () => {
  const ran = await load(...small, '--check');
  expect(ran).toMatchObject({ status: 0, error: '' });
  expect(ran.out).toMatch(/^CreateMeterConfig +60 in .*, 3 messages of /m);
  expect(ran.out).toMatch(/^GetMeterConfig by UsagePoint +60 in /m);
  expect(await stored('CustomerConfig')).toBe(60);
  expect(await stored('MasterDataLinkageConfig')).toBe(180);
}, 180_000);

test('sent again, it changes nothing: each message gets its first answer', async () => {
  expect(await load(...small, '--check')).toMatchObject({ status: 0, error: '' });
  expect(await stored('MasterDataLinkageConfig')).toBe(180);
}, 180_000);

test('the check says which field of which object is not what was sent', async () => {
  const [meter] = await gateway.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name: 'CITY-M-0000042' });
  const document = { ...meter!.document, serialNumber: 'ANOTHER' };
  await gateway.ports.store.transaction((tx) =>
    tx.replace(meter!.id, meter!.version, { ...meter!, document, references: [] }, { at: '2026-11-22T12:00:00Z' }),
  );
  const ran = await load(...small, '--check-only');
  expect(ran.status).toBe(1);
  expect(ran.error).toMatch(
    /^GetMeterConfig, after 0 of 60: Meter 42 is not what was sent\n {2}sent: {2}Meter\/serialNumber = 2007-00000042\n {2}found: Meter\/serialNumber = ANOTHER$/m,
  );
}, 180_000);

test('what the gateway refuses ends the load with its words', async () => {
  const ran = await load('--customers', '60', '--batch', '24');
  expect(ran.status).toBe(1);
  expect(ran.error).toMatch(
    /^CreateCustomerConfig, after 0 of 60: the gateway has answered 200 FAILED\n {2}2\.15 .*exists already/,
  );
}, 180_000);

test('--write makes files of the messages, the same ones each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-utility-'));
  try {
    expect(await load('--customers', '3', '--write', folder)).toMatchObject({ status: 0, out: `10 messages in ${folder}\n` });
    const files = readdirSync(folder).sort();
    expect(files).toContain('00007-CreateMeterConfig.xml');
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    const before = files.map(text);
    await load('--customers', '3', '--write', folder);
    expect(files.map(text)).toEqual(before);
    const answer = await gateway.post('/soap', text('00001-CreateServiceSupplierConfig.xml'));
    expect(answer.reply?.Reply.Result).toBe('OK');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);
