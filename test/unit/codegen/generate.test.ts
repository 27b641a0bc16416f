import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '../../../src/codegen/generate.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'generate-'));
beforeAll(() => {
  for (const folder of ['wsdl', 'src/generated'])
    cpSync(join(repository, folder), join(home, folder), { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true }));

function run(): string[] {
  const said: string[] = [];
  generate(home, (line) => said.push(line));
  return said;
}

function files(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (statSync(join(folder, name)).isFile()) found.set(name, readFileSync(join(folder, name), 'utf8'));
  return found;
}

const profile = (name: string): string => readFileSync(join(home, 'wsdl/profiles', name), 'utf8');

test('the files in the repository are what is generated from it', () => {
  expect(run().at(-1)).toMatch(/^generated (\d+) files: 0 written, 0 removed, \1 unchanged$/);
});

test('generation from nothing gives the same files, and a second run writes none', () => {
  for (const folder of ['wsdl/services', 'src/generated']) rmSync(join(home, folder), { recursive: true });
  expect(run().at(-1)).toMatch(/ 0 removed, 0 unchanged$/);
  for (const folder of ['wsdl/services', 'src/generated'])
    expect(files(join(home, folder))).toEqual(files(join(repository, folder)));
  expect(run().at(-1)).toMatch(/: 0 written, 0 removed/);
});

test('what no schema asks for any more is removed', () => {
  writeFileSync(join(home, 'src/generated/Old.ts'), '');
  expect(run().at(-1)).toMatch(/: 0 written, 1 removed/);
});

describe('a licensed file', () => {
  const licensed = join(home, 'wsdl/licensed/UsagePointGroups.xsd');
  let without: Map<string, string>;
  beforeAll(() => {
    for (const file of readdirSync(join(home, 'wsdl/licensed')))
      if (file.endsWith('.xsd')) rmSync(join(home, 'wsdl/licensed', file));
    run();
    without = files(join(home, 'src/generated'));
  });
  afterEach(() => {
    rmSync(licensed, { force: true });
    run();
  });

  test('wins over ours of the same name, and what differs is told', () => {
    writeFileSync(
      licensed,
      profile('UsagePointGroups.xsd').replace(
        /<xs:element name="mRID"/,
        '<xs:element name="licensedOnly" type="xs:string" minOccurs="0"/>$&',
      ),
    );
    const said = run();
    expect(said[0]).toMatch(/^licensed UsagePointGroups\.xsd: \w+\.licensedOnly is new \(string 0\.\.1\)$/);
    expect(readFileSync(join(home, 'src/generated/UsagePointGroups.ts'), 'utf8')).toContain(
      'readonly licensedOnly?: XsString;',
    );
    expect(readFileSync(join(home, 'wsdl/services/UsagePointGroupsMessage.xsd'), 'utf8')).toContain(
      'schemaLocation="../licensed/UsagePointGroups.xsd"',
    );
    rmSync(licensed);
    run();
    expect(files(join(home, 'src/generated'))).toEqual(without);
  });

  test('that cannot be used stops everything before a file is written', () => {
    writeFileSync(
      licensed,
      profile('UsagePointGroups.xsd').replace('</xs:schema>', '\n<xs:group name="g"/></xs:schema>'),
    );
    const before = files(join(home, 'src/generated'));
    expect(run).toThrow(/^UsagePointGroups\.xsd:\d+: xs:group at the top level is not supported$/);
    expect(files(join(home, 'src/generated'))).toEqual(before);
  });
});
