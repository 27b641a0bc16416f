/** Starts the measured servers as processes of their own and reads their CPU time, memory and event loop. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Servers that must be stopped at the end, whatever happens. */
const running = new Map();

/**
 * @typedef {object} MeasuredServer
 * @property {string} name
 * @property {number} port
 * @property {number} pid
 * @property {(question: string) => Promise<any>} ask
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server of bench/servers; rejects with what it said when it does not come up.
 * @returns {Promise<MeasuredServer>}
 */
export async function startServer(name, { execArgv = [] } = {}) {
  const file = fileURLToPath(new URL(`servers/${name}.mjs`, import.meta.url));
  const child = fork(file, [], { execArgv, silent: true });
  // what it prints is read away, as a log collector would
  let said = '';
  child.stdout.resume();
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
  const release = keepTrackOf(child, () => `${name}: ${said}`);
  const waiting = new Map();
  let asked = 0;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise((resolve, reject) => {
    child.on('message', ({ id, answer, port }) => {
      if (port !== undefined) resolve(port);
      else waiting.get(id)?.(answer);
      waiting.delete(id);
    });
    gone.then((code) => reject(new Error(`the server ${name} ended with ${code}: ${said}`)));
  });
  const ask = (question) =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, resolve);
      gone.then(() => reject(new Error(`the server ${name} is gone: ${said}`)));
      child.send({ id: asked, ask: question });
    });
  const stop = async () => {
    release();
    if (child.connected) child.disconnect();
    await gone;
  };
  return { name, port, pid: child.pid, ask, stop };
}

/** Has a process stopped at the end, whatever happens, unless it is released before. `words` gives its last words. */
export function keepTrackOf(child, words) {
  running.set(child, words);
  return () => running.delete(child);
}

export function stopAll() {
  for (const child of running.keys()) child.kill('SIGKILL');
  running.clear();
}

/** The last words of the servers that run, for the report of a failure. */
export function lastWords() {
  return [...running.values()].map((words) => words());
}

/** CPU time a server uses while something is done, user and system, all its threads; microseconds. */
export async function cpuOf(server, work) {
  const before = await server.ask('cpu');
  const result = await work();
  const after = await server.ask('cpu');
  return { result, cpu: after.user - before.user + after.system - before.system };
}

/** Memory of a process as the kernel counts it, threads included; bytes. Linux; elsewhere the process is asked. */
export async function memoryOf(server) {
  return statusOf(server.pid, 'VmRSS') ?? (await server.ask('rss'));
}

/** Highest memory while something is done: looked at every 50 ms and, on Linux, the kernel's own high-water mark since the start. */
export async function peakMemoryOf(server, work) {
  let peak = 0;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    peak = Math.max(peak, await memoryOf(server));
    looking = false;
  };
  const timer = setInterval(look, 50);
  try {
    const result = await work();
    await look();
    return { result, peak: Math.max(peak, statusOf(server.pid, 'VmHWM') ?? 0) };
  } finally {
    clearInterval(timer);
  }
}

export function statusOf(pid, key) {
  try {
    const found = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}

/** Longest stop of the server's event loop while something is done; milliseconds. */
export async function longestStopOf(server, work) {
  await server.ask('watch');
  const result = await work();
  return { result, stop: (await server.ask('watched')).max };
}

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
