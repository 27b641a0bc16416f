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
  ...(withTests ? [['tests', 'npm', 'test']] : []),
];

for (const [name, command, ...args] of steps) {
  const begun = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  if (status !== 0) process.exit(1);
}
