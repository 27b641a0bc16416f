/** `cimgate audit` and `cimgate policy`, as those who look after a gateway use them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../src/store/open-store.js';
import { cimgate, expectNoInsides } from './command-line.js';

let folder: string;
let path: string;
let settings: Readonly<Record<string, string>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cimgate-audit-'));
  path = join(folder, 'gateway.db');
  settings = { CIMGATE_STORE: `sqlite:${path}` };
  const store = await openStore(settings['CIMGATE_STORE']!);
  for (let n = 1; n <= 5; n++) await store.write({ audit: [{ at: n * 86_400_000, document: { n } }] });
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Does something to the database that nobody may. */
function tamper(...statements: readonly string[]): void {
  const db = new Database(path);
  for (const how of ['update', 'delete']) db.exec(`drop trigger if exists audit_without_${how}`);
  for (const statement of statements) db.exec(statement);
  db.close();
}
const verify = (...more: readonly string[]) => cimgate(['audit', 'verify', ...more], settings);

test('whole, it says so', async () => {
  expect(await verify()).toMatchObject({ status: 0, out: '5 records in 1 chain: whole\n' });
});

test.each<[string, string, RegExp]>([
  ['a text that was changed', `update audit set entry = '{"n":9}' where seq = 3`, /chain 0, record 3: it was changed/],
  ['a time that was changed', `update audit set at = 1 where seq = 2`, /chain 0, record 2: it was changed/],
  ['a record that was taken out', `delete from audit where seq = 2`, /chain 0: record 2 is missing/],
  ['several', `delete from audit where seq in (2, 3)`, /chain 0: records 2 to 3 are missing/],
  ['the first', `delete from audit where seq = 1`, /chain 0: record 1 is missing/],
])('%s is told', async (_, statement, said) => {
  tamper(statement);
  const ran = await verify();
  expect(ran.status).toBe(1);
  expect(ran.out).toMatch(said);
  expect(ran.out).toMatch(/NOT WHOLE\n$/);
});

test('what is cut off at the end shows against heads that were kept', async () => {
  const heads = await cimgate(['audit', 'heads'], settings);
  const kept = join(folder, 'heads.jsonl');
  writeFileSync(kept, heads.out);
  expect(await verify('--heads', kept)).toMatchObject({ status: 0 });
  tamper('delete from audit where seq > 3');
  expect(await verify()).toMatchObject({ status: 0, out: '3 records in 1 chain: whole\n' });
  const ran = await verify('--heads', kept);
  expect(ran).toMatchObject({ status: 1 });
  expect(ran.out).toMatch(/record 5, which the heads that were kept noted, is gone/);
});

test('a chain that is taken out is missed by the record that has noted its head', async () => {
  const db = new Database(path);
  const { hash } = db.prepare('select hash from audit where seq = 5').get() as { readonly hash: string };
  db.close();
  const store = await openStore(settings['CIMGATE_STORE']!);
  await store.write({
    audit: [{ at: 9, document: { event: 'gateway started', heads: [{ chain: 7, seq: 5, hash }] } }],
  });
  await store.close();
  const ran = await verify();
  expect(ran.status).toBe(1);
  expect(ran.out).toMatch(/chain 7: record 5, which chain 0, record 6 noted, is gone/);
});

test('the database itself keeps records from being changed and deleted', () => {
  const db = new Database(path);
  expect(() => db.exec(`update audit set entry = '{}'`)).toThrow('the audit is append-only');
  expect(() => db.exec('delete from audit')).toThrow('the audit is append-only');
  db.close();
});

test('export writes a line for each record between two times', async () => {
  const ran = await cimgate(['audit', 'export', '--from', '1970-01-03', '--to', '1970-01-05'], settings);
  const records = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly seq: number; readonly record: object });
  expect(records.map(({ seq, record }) => [seq, record])).toEqual([[2, { n: 2 }], [3, { n: 3 }]]); // prettier-ignore
});

test.each([
  [['audit', 'export', '--from', 'yesterday'], /--from must be a time such as/],
  [['audit', 'verify', '--heads', 'nowhere.jsonl'], /nowhere\.jsonl cannot be read: ENOENT/],
])('%j is told what is wrong', async (args, said) => {
  const ran = await cimgate(args, settings);
  expect(ran.status).toBe(1);
  expect(ran.error).toMatch(said);
  expectNoInsides(ran);
});

test('a database that is not there is not made', async () => {
  const ran = await cimgate(['audit', 'verify'], { CIMGATE_STORE: `sqlite:${join(folder, 'other.db')}` });
  expect(ran.status).toBe(1);
  expect(ran.error).toMatch(/there is no database .*other\.db/);
});

describe('policy check', () => {
  const file = `
security:
  authentication: [basic]
  allowUnencrypted: true
  principals: [{ name: cis, roles: [OPERATOR], password: { value: secret } }]
  policy:
    - { name: the north, principals: [north], nouns: [EndDeviceControls], controlTypes: ['*.31.0.23'], groups: [North] }
`;
  const check = (...args: readonly string[]) => {
    const own = join(folder, 'settings.yaml');
    writeFileSync(own, file);
    return cimgate(['policy', 'check', ...args], { ...settings, CIMGATE_CONFIG: own });
  };
  const disconnect = ['--verb', 'create', '--noun', 'EndDeviceControls', '--control-type', '3.31.0.23'] as const;

  test.each<[string, readonly string[], number, RegExp]>([
    [
      'allowed by a role',
      ['--principal', 'cis', '--verb', 'get', '--noun', 'MeterConfig'],
      0,
      /cis \(OPERATOR\): get MeterConfig: allowed\nby the rule "VIEWER and OPERATOR/,
    ],
    ['denied for want of a rule', ['--principal', 'cis', ...disconnect], 1, /denied\nno rule allows it/],
    [
      'other roles',
      ['--principal', 'ada', '--roles', 'DISCONNECT', ...disconnect],
      0,
      /allowed\nby the rule "DISCONNECT disconnect"/,
    ],
    [
      'depends on the group',
      ['--principal', 'north', '--roles', '', ...disconnect],
      1,
      /depends on the device, which must be in: North/,
    ],
    [
      'in the group',
      ['--principal', 'north', '--roles', '', '--groups', 'North', ...disconnect],
      0,
      /by the rule "the north"/,
    ],
  ])('%s', async (_, args, status, said) => {
    const ran = await check(...args);
    expect([ran.status, ran.error]).toEqual([status, '']);
    expect(ran.out).toMatch(said);
  });

  test('somebody who is not in the settings', async () => {
    const ran = await check('--principal', 'nobody', ...disconnect);
    expect(ran.status).toBe(1);
    expect(ran.error).toMatch(/there is no principal nobody in the settings; say --roles/);
  });
});
