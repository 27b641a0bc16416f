/** A PostgreSQL of our own that speaks TLS, made in a temporary folder and gone with the test. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const certificates = fileURLToPath(new URL('certificates/', import.meta.url));
/** The authority of the server's certificate, which is for 127.0.0.1 and localhost. */
export const authority = `${certificates}ca.pem`;

/** Where Debian puts the programs of a server; undefined when none is installed. */
function programs(): string | undefined {
  try {
    const all = '/usr/lib/postgresql';
    const [newest] = readdirSync(all).sort((a, b) => Number(b) - Number(a));
    return newest === undefined ? undefined : join(all, newest, 'bin');
  } catch {
    return undefined;
  }
}

export const haveServer = programs() !== undefined;
if (!haveServer) console.warn('no PostgreSQL server below /usr/lib/postgresql: its TLS is not tried');

/** Whom the server runs as: it refuses to run as root. */
function owner(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (what: string): number => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export interface TlsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts it on 127.0.0.1 and 127.0.0.2; it takes connections with TLS only. */
export async function startTlsPostgres(): Promise<TlsServer> {
  const as = owner();
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-tls-'));
  const data = join(folder, 'data');
  const key = join(folder, 'server.key');
  const certificate = join(folder, 'server.pem');
  copyFileSync(`${certificates}server.key`, key);
  copyFileSync(`${certificates}server.pem`, certificate);
  if (as.uid !== undefined) for (const path of [folder, key]) chownSync(path, as.uid, as.gid!);
  const run = (program: string, values: readonly string[]) =>
    execFileSync(join(programs()!, program), values, { ...as, cwd: folder, stdio: 'pipe' });
  execFileSync('chmod', ['600', key]);
  run('initdb', ['--pgdata', data, '--username', 'cimgate', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8']);
  const hba = join(data, 'pg_hba.conf');
  execFileSync('sh', ['-c', `echo 'hostssl all all 127.0.0.0/8 trust' > '${hba}'`], { ...as, cwd: folder });
  const port = await freePort();
  const settings = [
    ['listen_addresses', '127.0.0.1,127.0.0.2'],
    ['port', String(port)],
    ['unix_socket_directories', ''],
    ['fsync', 'off'],
    ['ssl', 'on'],
    ['ssl_key_file', key],
    ['ssl_cert_file', certificate],
  ];
  const child = spawn(
    join(programs()!, 'postgres'),
    ['-D', data, ...settings.flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    {
      ...as,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    void gone.then(() => reject(new Error(`the server did not start: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  return {
    port,
    stop: async () => {
      child.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
