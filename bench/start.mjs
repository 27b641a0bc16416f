/** Starts the gateway as its users do and looks at the time until it is ready and at its memory when idle. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pause, statusOf } from './measure.mjs';

const program = fileURLToPath(new URL('../bin/cimgate.js', import.meta.url));

/** Longest wait for the first 200; milliseconds. */
const patience = 30_000;

/**
 * How long an idle gateway is left alone before its memory is read; milliseconds. V8 gives back what starting left, some 20 MB, only
 * when a process has had nothing to do for about ten seconds.
 */
const settling = 15_000;

/**
 * `cimgate serve` once: new folder, SQLite file, default settings.
 * @param {boolean} settle whether to wait for the idle memory
 * @param {string} [store] instead of a new file
 * @returns {Promise<{ ready: number, memory: number | undefined }>} milliseconds and bytes
 */
export async function startOnce(settle, store) {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
  const port = await freePort();
  const env = {
    ...process.env,
    CIMGATE_PORT: String(port),
    CIMGATE_STORE: store ?? `sqlite:${join(folder, 'bench.db')}`,
  };
  const begun = performance.now();
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let ended = false;
  void gone.then(() => (ended = true));
  try {
    while (!(await answers(port))) {
      if (ended)
        throw new Error(
          said
            .trim()
            .split('\n')
            .find((line) => /error/i.test(line)) ?? said,
        );
      if (performance.now() - begun > patience) throw new Error('it was not ready in time');
      await pause(10);
    }
    const ready = performance.now() - begun;
    if (settle) await pause(settling);
    return { ready, memory: settle ? statusOf(child.pid, 'VmRSS') : undefined };
  } finally {
    child.kill('SIGTERM');
    await Promise.race([gone, pause(15_000).then(() => child.kill('SIGKILL'))]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
    await response.text();
    return response.status === 200;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
