/** A PostgreSQL of our own, to be killed: its files in a folder that goes with it. It syncs to the disk, as one in earnest does. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pause } from './chance.mjs';

/** Starts it; `CIMGATE_TEST_POSTGRES_BIN` says where its programs are. */
export async function ownPostgres() {
  const programs =
    process.env.CIMGATE_TEST_POSTGRES_BIN ?? execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
  const user = owner();
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
  execFileSync(join(programs, 'initdb'), initdb, { ...user, stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server;
  const options = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];

  /** Resolves when it takes connections. One that was killed leaves processes, which must be gone before another can start. */
  async function start() {
    const until = performance.now() + 30_000;
    while (performance.now() < until) {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null)
        server = spawn(join(programs, 'postgres'), options, { ...user, stdio: 'ignore', cwd: folder });
      if (await answers(url)) return;
      await pause(50);
    }
    throw new Error('the database does not start');
  }
  await start();
  return {
    url,
    start,
    kill: () => ended(server, 'SIGKILL'),
    async close() {
      await ended(server, 'SIGINT'); // fast: ends the sessions that there are
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root. */
function owner() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function ended(child, signal) {
  return new Promise((resolve) => {
    if ((child.exitCode ?? child.signalCode) !== null) return resolve();
    child.once('exit', resolve);
    child.kill(signal);
  });
}
