/** A few rounds of kill -9 for each kind of work; `node test/faults/kill/kill.mjs --work reads --rounds 50` makes many. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, repository } from '../gateway-process.js';

const script = join(repository, 'test', 'faults', 'kill', 'kill.mjs');

it.each([
  ['commands', '600', '4'],
  ['joined', '600', '4'],
  ['reads', '600', '4'],
  ['schedules', '3000', '4'],
  ['works', '600', '4'],
  ['sets', '4000', '2'],
])(
  '%s: killed in the middle, nothing promised is lost, done twice or answered twice or otherwise',
  (work, longest, callers) => {
    const options = ['--work', work, '--rounds', '2', '--callers', callers, '--longest', longest];
    const run = spawnSync(process.execPath, [script, ...options], {
      cwd: repository,
      env: environment({}),
      encoding: 'utf8',
      timeout: 170_000,
    });
    expect(run.stderr).toBe('');
    const report = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as { readonly acknowledged: number };
    const good = { refused: 0, lost: 0, executedTwice: 0, neverAsked: 0, severalFinals: 0, changed: 0, wrong: 0 };
    const same = { otherwise: 0, ...(work === 'sets' ? { inPart: 0 } : {}) };
    expect(report).toMatchObject({ work, rounds: 2, ...good, ...same });
    expect(report.acknowledged).toBeGreaterThan(0);
    expect(run.status).toBe(0);
  },
  180_000,
);
