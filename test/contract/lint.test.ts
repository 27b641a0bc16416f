import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintContract } from './lint.mjs';

const wsdl = fileURLToPath(new URL('../../wsdl', import.meta.url));

test('every XSD and WSDL of the contract is right in itself and with the others', () => {
  const { xsds, wsdls, problems } = lintContract(wsdl);
  expect(problems).toEqual([]);
  expect(xsds).toBeGreaterThan(100);
  expect(wsdls).toBeGreaterThan(150);
});

test('the lint sees what is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    for (const file of [
      'profiles/Message.xsd',
      'profiles/UsagePointGroups.xsd',
      'services/UsagePointGroupsMessage.xsd',
      'services/SendUsagePointGroups.wsdl',
    ])
      cpSync(join(wsdl, file), join(folder, 'wsdl', file));
    expect(lintContract(join(folder, 'wsdl')).problems).toEqual([]);
    const service = join(folder, 'wsdl/services/SendUsagePointGroups.wsdl');
    writeFileSync(service, readFileSync(service, 'utf8').replace(/soapAction="[^"]*"/, 'soapAction="urn:wrong"'));
    expect(lintContract(join(folder, 'wsdl')).problems).toEqual([
      {
        file: 'wsdl/services/SendUsagePointGroups.wsdl',
        line: expect.any(Number) as number,
        text: expect.stringContaining('urn:wrong') as string,
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
