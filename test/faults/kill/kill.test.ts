/** A few rounds of kill -9 for each kind of work; `node test/faults/kill/kill.mjs --work reads --rounds 50` makes many. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, repository } from '../gateway-process.js';
import { havePostgres } from '../../support/postgres.js';

const script = join(repository, 'test', 'faults', 'kill', 'kill.mjs');

/** The report of a run in which no promise was broken. */
function kept(work: string, options: readonly string[]): { readonly acknowledged: number } {
  const run = spawnSync(process.execPath, [script, '--work', work, ...options], {
    cwd: repository,
    env: environment({}),
    encoding: 'utf8',
    timeout: 170_000,
  });
  expect(run.stderr).toBe('');
  const report = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as { readonly acknowledged: number };
  const good = { refused: 0, lost: 0, executedTwice: 0, neverAsked: 0, severalFinals: 0, changed: 0, wrong: 0 };
  const same = { otherwise: 0, ...(work === 'sets' ? { inPart: 0 } : {}) };
  expect(report).toMatchObject({ work, ...good, ...same });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(run.status).toBe(0);
  return report;
}

it.each([
  ['commands', '600', '4', '2'],
  ['joined', '600', '4', '1'],
  ['reads', '600', '4', '1'],
  ['schedules', '3000', '4', '1'],
  ['works', '600', '4', '1'],
  ['sets', '4000', '2', '1'],
])(
  '%s: killed in the middle, nothing promised is lost, done twice or answered twice or otherwise',
  (work, longest, callers, rounds) => {
    kept(work, ['--rounds', rounds, '--callers', callers, '--longest', longest]);
  },
  180_000,
);

(havePostgres ? it : it.skip)(
  'commands: one of two gateways killed, PostgreSQL killed, or both, and the others keep what was promised, in time',
  () => {
    const two = ['--gateways', '2', '--store', 'postgres', '--victim', 'any', '--device', '600'];
    const report = kept('commands', [...two, '--rounds', '2', '--callers', '4', '--longest', '600']);
    expect(report).toMatchObject({ longestServing: expect.any(Number), longestTakeover: expect.any(Number) });
  },
  180_000,
);
