/** `npm run golden`: writes every reply.xml anew from what the gateway answers now. The reader of the diff decides. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));
const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, 'test/http/golden.test.ts'];
const { status } = spawnSync(process.execPath, args, {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { ...process.env, GOLDEN: 'rewrite' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
