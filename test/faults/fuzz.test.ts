/** A short run of the fuzzer; `npm run fuzz -- --messages 1000000` is the long one. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, repository } from './gateway-process.js';

const messages = 2_000;

it(`answers ${messages} mutated messages with valid SOAP, agrees with libxml2 and goes on`, () => {
  const fuzzer = join(repository, 'test', 'faults', 'fuzz.mjs');
  const run = spawnSync(process.execPath, [fuzzer, '--messages', String(messages), '--seed', '7'], {
    cwd: repository,
    env: environment({}),
    encoding: 'utf8',
    timeout: 90_000,
  });
  expect(run.stderr).toBe('');
  const report = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Record<string, number>;
  expect(report).toMatchObject({ messages, failures: 0 });
  // it has got everywhere: to the parser, to validation, to the services, and by broken heads
  for (const kind of ['reply OK', 'reply FAILED', 'fault 500', 'well-formed', 'not well-formed', 'bare: 4xx'])
    expect([kind, report[kind]]).toEqual([kind, expect.any(Number)]);
  expect(run.status).toBe(0);
}, 100_000);
