/** The file of the policy while the gateway runs: its rules come, change and go; what cannot be read leaves all as it was (security §5, fault 18). */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMeterConfig } from '../support/soap-text.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

let folder: string;
let gateway: TestGateway;
const file = (): string => join(folder, 'policy.yaml');
const allowing = '- { name: meters for cis, principals: [cis], verbs: [get], nouns: [MeterConfig] }\n';
const denying = '- { name: no meters for oms, effect: deny, principals: [oms], nouns: [MeterConfig] }\n';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cimgate-policy-'));
  writeFileSync(file(), denying);
  const settings = {
    security: {
      ...{ authentication: ['basic'], allowUnencrypted: true, fileCheck: 20, policyFile: file() },
      policy: [{ name: 'of the settings', principals: ['mdm'], nouns: ['MeterConfig'] }],
      principals: [
        { name: 'cis', password: { value: 'cis-secret' } },
        { name: 'mdm', password: { value: 'mdm-secret' } },
        { name: 'oms', roles: ['VIEWER', 'SECADM', 'SECAUD'], password: { value: 'oms-secret' } },
      ],
    },
  };
  writeFileSync(join(folder, 'settings.yaml'), JSON.stringify(settings));
  gateway = await testGateway({ env: { CIMGATE_CONFIG: join(folder, 'settings.yaml') } });
});
afterEach(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

const as = (name: string) => ({ Authorization: `Basic ${Buffer.from(`${name}:${name}-secret`).toString('base64')}` });
/** Who may ask for a meter now. */
async function allowed(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of ['cis', 'mdm', 'oms']) {
    const { reply } = await gateway.post('/soap', getMeterConfig(), as(name));
    if (reply?.Reply.Result === 'OK') found.push(name);
    else expect(reply?.Reply.Error?.[0]?.code).toBe('7.5');
  }
  return found;
}
const troubles = (): readonly string[] =>
  gateway.logged.flatMap(({ message, facts }) =>
    message === 'the rules of the policy could not be read anew and stay as they were' ? [String(facts['error'])] : [],
  );
/** As files are to be replaced. */
function put(text: string): void {
  writeFileSync(`${file()}.new`, text);
  renameSync(`${file()}.new`, file());
}

test.each<[string, string, readonly string[]]>([
  ['a rule more', denying + allowing, ['cis', 'mdm']],
  ['another rule', allowing, ['cis', 'mdm', 'oms']],
  ['no rule', '[]', ['mdm', 'oms']],
])('%s holds without a restart, beside the rules of the settings', async (_, text, now) => {
  expect(await allowed()).toEqual(['mdm']);
  put(text);
  await until('it holds', async () => (await allowed()).join() === now.join());
  const shown = await gateway.send('GET', '/api/v1/policy', as('oms'));
  expect(shown.text.includes('meters for cis')).toBe(now.includes('cis'));
  const latest = (await gateway.ports.store.latestAudit(100)).map(({ text: said }) => said);
  expect(latest.filter((said) => said.includes('"policy changed"'))).toHaveLength(1);
  expect(troubles()).toEqual([]);
});

test.each([
  ['is no YAML', '- {name: x', 'policy.yaml: '],
  ['is empty, as while it is written', '', 'there is nothing in it; write []'],
  ['is no list', 'name: x', 'expected array'],
  ['says something wrong', '- {name: x, principals: [a], noun: [A]}', 'Unrecognized key'],
  ['allows everybody', '- {name: x, nouns: ["*"]}', 'a rule that allows must name roles or principals'],
  ['contradicts the settings', '- {name: of the settings, principals: [cis]}', 'of the settings stands there twice'],
])('all stays as it was when the file %s; log and metrics say so', async (_, text, reason) => {
  put(text);
  await until('the log says so', () => troubles().length > 0);
  expect(troubles()[0]).toContain(reason);
  expect(await allowed()).toEqual(['mdm']);
  const { text: metrics } = await gateway.send('GET', '/metrics', as('oms'));
  expect(metrics).toContain('cimgate_alarms_total{what="the rules of the policy could not be read anew"} 1');
});

test('all stays as it was when the file goes, and the next good one holds', async () => {
  rmSync(file());
  await until('the log says so', () => troubles().length > 0);
  expect(troubles()[0]).toContain('ENOENT');
  expect(await allowed()).toEqual(['mdm']);
  put(allowing);
  await until('it holds', async () => (await allowed()).join() === 'cis,mdm,oms');
});
