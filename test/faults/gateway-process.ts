/** A gateway as users run it: a process of its own, over a store in memory, on a free port of the loopback. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const repository = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const command = join(repository, 'bin', 'cimgate.js');

export interface GatewayProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it has written to standard error, line by line. */
  readonly log: readonly string[];
  /** The welcome text. */
  readonly said: string;
  running(): boolean;
  /** Resident memory in MB. */
  memory(): number;
  /** Ends it as an operator would; resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The environment of a child: nothing of CIMGATE_ but what is given. */
export function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('CIMGATE_') && name !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(own), ...settings };
}

/**
 * @param file text of a settings file, laid over the defaults
 * @param args of the command
 * @param before a command that starts it, such as `['prlimit', '--nofile=64']`
 */
export async function startGatewayProcess(
  settings: Readonly<Record<string, string>> = {},
  file?: string,
  args: readonly string[] = ['serve'],
  before: readonly string[] = [],
): Promise<GatewayProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-'));
  const path = join(folder, 'settings.yaml');
  if (file !== undefined) writeFileSync(path, file);
  const [program, ...rest] = [...before, process.execPath, command, ...args] as [string, ...string[]];
  const child = spawn(program, rest, {
    cwd: repository,
    env: environment({
      CIMGATE_STORE: 'memory',
      CIMGATE_PORT: '0',
      CIMGATE_SIM_METERS: '20',
      ...(file === undefined ? {} : { CIMGATE_CONFIG: path }),
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  let begun = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const lines = (begun + text).split('\n');
    begun = lines.pop()!;
    log.push(...lines);
  });
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  void ended.then(() => rmSync(folder, { recursive: true, force: true }));
  const deadline = Date.now() + 60_000;
  for (;;) {
    const url = /https?:\/\/\S+?(?=\/soap)/.exec(said)?.[0];
    if (url !== undefined && said.endsWith('\n\n')) return handle(child, url, log, () => said, ended);
    if (child.exitCode !== null) throw new Error(`the gateway ended at once: ${log.join('\n')}${begun}`);
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the gateway does not start: ${said}${log.join('\n')}`);
    }
    await sleep(20);
  }
}

function handle(
  child: ChildProcess,
  url: string,
  log: readonly string[],
  said: () => string,
  ended: Promise<number | null>,
): GatewayProcess {
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid!,
    log,
    get said() {
      return said();
    },
    running: () => child.exitCode === null && child.signalCode === null,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
      const code = await ended;
      clearTimeout(force);
      return code;
    },
  };
}
