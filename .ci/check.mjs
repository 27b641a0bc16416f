/** `npm run check`: everything CI runs, in its order. Stops at the first step that fails. */
import { spawnSync } from 'node:child_process';

/** The test run is a step of its own in .ci/run, which calls it first. */
const withTests = !process.argv.includes('--without-tests');

const steps = [
  ['format', 'npm', 'run', '--silent', 'format:check'],
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['generate', 'npm', 'run', '--silent', 'generate'],
  [
    'generate without difference',
    'git',
    'diff',
    '--exit-code',
    '--stat',
    '--',
    'src/generated',
    'wsdl',
    'docs/nouns.md',
  ],
  ['contract', 'npm', 'run', '--silent', 'contract:lint'],
  ['types', 'npm', 'run', '--silent', 'types'],
  ['bill of materials', 'npm', 'run', '--silent', 'sbom'],
  ['audit', 'npm', 'run', '--silent', 'audit'],
  ['speed', 'npm', 'run', '--silent', 'guard'],
  ...(withTests ? [['tests', 'npm', 'test']] : []),
];

/** A step that hangs must fail, not wait for whoever started all this; milliseconds. The tests are the longest by far. */
const longest = 30 * 60_000;

for (const [name, command, ...args] of steps) {
  const begun = performance.now();
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', timeout: longest, killSignal: 'SIGKILL' });
  const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if (error?.code === 'ETIMEDOUT') console.log(`${name} did not end by itself and was killed`);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  (${took})`);
  if (status !== 0) process.exit(1);
}
