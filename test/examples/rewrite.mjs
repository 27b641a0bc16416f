/** `npm run examples`: writes the messages of examples/ and their answers anew. The reader of the diff decides. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));
const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, 'test/examples', 'test/soapui'];
const { status } = spawnSync(process.execPath, args, {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { ...process.env, EXAMPLES: 'rewrite' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
