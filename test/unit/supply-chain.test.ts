/** What a gateway runs with besides our own code: licences that we may pass on, pinned versions, a complete bill of materials. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../faults/gateway-process.js';

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(repository, path), 'utf8'));
const { packages } = json('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const production = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
);

/** Licences that ask for a notice and nothing more; an expression with `OR` leaves the choice. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', '0BSD']);
const isAllowed = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((one) => allowed.has(one)));

test.each([
  ['MIT', true],
  ['(MIT OR WTFPL)', true],
  ['(MIT AND Zlib)', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE', false],
])('a licence %s may be passed on: %s', (expression, may) => expect(isAllowed(expression)).toBe(may));

test('every package has a licence that may be passed on', () => {
  expect(production.length).toBeGreaterThan(100);
  expect(production.filter(([, { license }]) => !isAllowed(license ?? 'none')).map(([path]) => path)).toEqual([]);
});

test('what is installed has the licence that the lock file says', () => {
  for (const [path, { license, version }] of production) {
    const file = join(path, 'package.json');
    if (!existsSync(join(repository, file))) continue; // of another system
    const installed = json(file) as { readonly license?: string | { readonly type: string }; readonly version: string };
    const its = typeof installed.license === 'object' ? installed.license.type : installed.license;
    expect([path, installed.version, its ?? license]).toEqual([path, version, license]);
  }
});

test('every package is pinned by its content, and by no place to get it from', () => {
  const all = Object.entries(packages).filter(([path]) => path !== '');
  expect(production.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(all.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('only packages that are named in package.json may run scripts when they are installed', () => {
  const { allowScripts } = json('package.json') as { readonly allowScripts: Readonly<Record<string, boolean>> };
  const running = production.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.slice(13));
  expect(running.filter((name) => allowScripts[name] !== true)).toEqual([]);
});

test('npm run sbom makes a bill of all of them', () => {
  const run = spawnSync(process.execPath, [join(repository, '.ci', 'sbom.mjs')], { cwd: repository, encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  const bill = json(join('dist', 'sbom.cdx.json')) as {
    readonly bomFormat: string;
    readonly components: readonly { readonly purl: string; readonly hashes?: readonly unknown[] }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const versions = new Set(production.map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`)); // prettier-ignore
  expect(bill.components).toHaveLength(versions.size);
  for (const { purl } of bill.components) expect(purl).toMatch(/^pkg:npm\//);
}, 60_000);

test('npm run audit fails for what is known to be bad, and says aloud when nobody can tell', () => {
  const run = spawnSync(process.execPath, [join(repository, '.ci', 'audit.mjs')], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(run.stdout).toMatch(/^audit: (NOT AVAILABLE|\d+ known vulnerabilities, 0 of them high or critical)/m);
  expect(run.status).toBe(0);
}, 90_000);
