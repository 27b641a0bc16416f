/** kill -9 at some of the named points; `node test/faults/kill/points.mjs` goes through all of them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, repository } from '../gateway-process.js';

const script = join(repository, 'test', 'faults', 'kill', 'points.mjs');

it.each(['before commit', 'after commit', 'after head end send', 'after POST answer'])(
  'killed %s, nothing promised is lost, done twice or answered twice',
  (point) => {
    const options = { cwd: repository, env: environment({}), encoding: 'utf8', timeout: 110_000 } as const;
    const run = spawnSync(process.execPath, [script, '--only', point], options);
    expect(run.stderr).toBe('');
    expect(run.stdout).toMatch(new RegExp(`^${point}: kept`));
    expect(run.status).toBe(0);
  },
  120_000,
);
