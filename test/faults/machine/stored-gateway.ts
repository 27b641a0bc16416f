/** A gateway over an SQLite file, and what callers do to see that it keeps what it has acknowledged. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GatewayProcess, startGatewayProcess } from '../gateway-process.js';
import { createMeter, getMeters } from '../messages.js';
import { exchange, post, type RawAnswer } from '../raw-client.js';

export interface Folder {
  readonly path: string;
  /** The database. */
  readonly file: string;
  remove(): void;
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'machine-'));
  return { path, file: join(path, 'cimgate.db'), remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface StoredGateway extends GatewayProcess {
  /** Creates a meter of this name; whether that was acknowledged. */
  create(name: string): Promise<RawAnswer>;
  /** Whether there is one of this name. */
  has(name: string): Promise<boolean>;
}

interface More {
  readonly settings?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly before?: readonly string[];
}

export async function storedGateway(folder: Folder, more: More = {}): Promise<StoredGateway> {
  const settings = { CIMGATE_STORE: `sqlite:${folder.file}`, ...more.settings };
  const gateway = await startGatewayProcess(settings, more.file, ['serve'], more.before);
  const ask = (body: string): Promise<RawAnswer> => exchange(gateway.port, [post({ body })], 30_000);
  return Object.assign(Object.create(gateway) as GatewayProcess, {
    create: (name: string) =>
      ask(
        createMeter({
          header: `<msg:Verb>create</msg:Verb><msg:Noun>MeterConfig</msg:Noun><msg:MessageID>create-${name}</msg:MessageID>`,
          payload: `<obj:Meter><obj:Names><obj:name>${name}</obj:name></obj:Names></obj:Meter>`,
        }),
      ),
    has: async (name: string) => {
      const payload = `<obj:Meter><obj:Names><obj:name>${name}</obj:name></obj:Names></obj:Meter>`;
      const { status, body } = await ask(getMeters({ payload }));
      if (status !== 200) throw new Error(`a get was answered ${status}: ${body.slice(0, 500)}`);
      if (!/Result>OK<|code>2\./.test(body)) throw new Error(`a get was answered: ${body.slice(0, 1_000)}`);
      return body.includes(`<obj:name>${name}</obj:name>`) && body.includes('Result>OK<');
    },
  });
}

export const isAcknowledged = ({ status, body }: RawAnswer): boolean => status === 200 && body.includes('Result>OK<');

/** What a caller must hear whose message could not be stored: that it is the gateway's world, and to come again. */
export function expectRefusedForNow(answer: RawAnswer): void {
  expect(isAcknowledged(answer)).toBe(false);
  expect(answer.body).toMatch(/code>5\.1<|faultcode>soap:Server</);
  expect(answer.body).not.toMatch(/SQLITE_|node_modules|\bat \S+ \(/);
}

export const haveCompiler = ((): boolean => {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return process.platform === 'linux';
  } catch {
    return false;
  }
})();

if (!haveCompiler)
  console.warn('no gcc here: tests with slow or failing disks and with clocks that are set are skipped');

export interface Shim {
  /** Starts a process with it. */
  readonly before: readonly string[];
  /** What fsync does: `well`, `failing`, or so many milliseconds longer. */
  fsync(how: 'well' | 'failing' | number): void;
  /** Sets the wall clock of the process ahead, or behind. */
  clock(seconds: number): void;
}

/** Compiles shim.c into the folder. */
export function shimIn({ path }: Folder): Shim {
  const library = join(path, 'shim.so');
  const source = fileURLToPath(new URL('shim.c', import.meta.url));
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  const file = join(path, 'shim.orders');
  writeFileSync(file, Buffer.alloc(16));
  const handle = openSync(file, 'r+');
  const order = (at: 0 | 8, value: number): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(value));
    writeSync(handle, bytes, 0, 8, at);
  };
  return {
    before: ['env', `FAULTS_SHIM=${file}`, `LD_PRELOAD=${library}`],
    fsync: (how) => order(0, how === 'well' ? 0 : how === 'failing' ? 1 : how),
    clock: (seconds) => order(8, seconds),
  };
}

/** Bounds the size of files that a process may write, or lifts the bound. */
export function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
}

/** Changes bytes of a file that nobody has open. */
export function damage(file: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(file, change(readFileSync(file)));
}
