/** Certificates as deploy/lab-certificates.sh makes them, in a folder of their own that goes with the test. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../deploy/lab-certificates.sh', import.meta.url));

export interface Lab {
  readonly folder: string;
  /** Path of a file, such as `cis.pem`. */
  path(file: string): string;
  text(file: string): string;
  /** Runs openssl there. */
  openssl(...args: readonly string[]): void;
  remove(): void;
}

export function labCertificates(): Lab {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-lab-'));
  try {
    execFileSync('openssl', ['version'], { stdio: 'pipe' });
  } catch (error) {
    throw new Error('these tests make certificates with openssl, which is not installed', { cause: error });
  }
  execFileSync('sh', [script, folder], { stdio: 'pipe' });
  const path = (file: string): string => join(folder, file);
  return {
    folder,
    path,
    text: (file) => readFileSync(path(file), 'utf8'),
    openssl: (...args) => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
