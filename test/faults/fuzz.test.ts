/** A short run of the fuzzer; `node test/faults/fuzz.mjs --count 1000000` is the long one. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, repository } from './gateway-process.js';

const messages = 2_000;

it(`answers ${messages} mutated messages, each well-formed and none with a fault of its own`, () => {
  const fuzzer = join(repository, 'test', 'faults', 'fuzz.mjs');
  const run = spawnSync(process.execPath, [fuzzer, '--count', String(messages)], {
    cwd: repository,
    env: environment({}),
    encoding: 'utf8',
    timeout: 90_000,
  });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout.trim().split('\n').at(-1)!)).toMatchObject({ messages, failures: 0 });
  expect(run.status).toBe(0);
}, 100_000);
