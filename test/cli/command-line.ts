/** Runs the command as a user does. */
import { spawn } from 'node:child_process';
import { command, environment, repository } from '../faults/gateway-process.js';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** `cimgate` with these arguments, from the folder of the repository. */
export function cimgate(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return run(process.execPath, [command, ...args], settings);
}

/** @param timeout milliseconds until it is ended, with status null */
export function run(
  program: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  timeout = 25_000,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: repository,
      env: environment(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, error }));
  });
}

/** What no user should be shown. */
export function expectNoInsides({ out, error }: Ran): void {
  expect(out + error).not.toMatch(/^\s+at /m);
  expect(out + error).not.toMatch(/node_modules|node:internal|\.[jt]s:\d+/);
}
