/**
 * `npm run sbom`: the software bill of materials of what a gateway runs with (CycloneDX), into dist/sbom.cdx.json. Made of
 * package-lock.json alone, held against it, and refused when a package or a licence is missing.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}dist/sbom.cdx.json`;

// with --omit=dev npm leaves out what is needed for both, so the rest is taken away here
const made = spawnSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (made.status !== 0) {
  console.error(`npm sbom ended with ${made.status}: ${made.stderr.slice(0, 2000)}`);
  process.exit(1);
}
const whole = JSON.parse(made.stdout);

const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
const locked = Object.entries(packages)
  .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
  .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
const needed = new Set(locked);
const nameOf = ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`;
const components = whole.components.filter((one) => needed.has(nameOf(one)));
const refs = new Set([whole.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const bill = {
  ...whole,
  metadata: { ...whole.metadata, component: { ...whole.metadata.component, name: 'cimgate', type: 'application' } },
  components,
  dependencies: whole.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
};
const listed = new Map(components.map((one) => [nameOf(one), one.licenses]));

const problems = [
  ...locked.filter((one) => !listed.has(one)).map((one) => `${one} is in package-lock.json and not in the bill`),
  ...[...listed].filter(([, licenses]) => !licenses?.length).map(([one]) => `${one} has no licence in the bill`),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

mkdirSync(`${root}dist`, { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, undefined, 2)}\n`);
console.log(`${listed.size} packages in dist/sbom.cdx.json (CycloneDX ${bill.specVersion})`);
