/** Passwords as they are kept: by scrypt, in the form `$scrypt$ln=15,r=8,p=3$salt$hash`. Knows nothing of whose they are. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface PasswordHash {
  /** log2 of N. */
  readonly ln: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** What new hashes cost: 32 MB and about a quarter of a second. */
const cost = { ln: 15, r: 8, p: 3 } as const;
const hashBytes = 32;

/** What `passwordHash` of a principal must say for a password; the salt is another one each time. */
export async function hashOf(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derived(password, { ...cost, salt });
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** The parts of such a text. Throws when it is none. */
export function parsedHash(text: string): PasswordHash {
  const [, ln, r, p, salt, hash] = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(text) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('is not what "cimgate password" prints');
  return {
    ...{ ln: Number(ln), r: Number(r), p: Number(p) },
    ...{ salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') },
  };
}

/** A hash that no password has, of the same cost: so that a wrong name takes as long as a wrong password. */
export function nobodysHash({ ln, r, p }: Pick<PasswordHash, 'ln' | 'r' | 'p'> = cost): PasswordHash {
  return { ln, r, p, salt: randomBytes(16), hash: randomBytes(hashBytes) };
}

/** Whether a password is the one of this hash. Takes the time of the hash's cost, in a thread. */
export async function fits(password: string, kept: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derived(password, kept), kept.hash);
}

function derived(password: string, { ln, r, p, salt }: Omit<PasswordHash, 'hash'>): Promise<Buffer> {
  const N = 2 ** ln;
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, hashBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
