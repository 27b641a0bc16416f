/**
 * The keys by which secrets are encrypted in the store: where they come from, and what they are called. Knows nothing of what is
 * encrypted with them (vault.ts).
 */
import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Secret } from '../ports/registry.js';
import { secretText, type Environment } from './secrets.js';

/** 256 bits, and a name that tells it from others and nothing else. */
export interface StorageKey {
  readonly id: string;
  readonly bytes: Buffer;
}

export interface StorageKeySettings {
  /** Null where none is configured. */
  readonly key: Secret | null;
  /** Keys of before: what they have encrypted can still be read. */
  readonly former: readonly Secret[];
  /** The address of the store. */
  readonly store: string;
  readonly environment: Environment;
}

/** There is no key to encrypt with; the message says what to do. */
export class NoStorageKey extends Error {
  override readonly name = 'NoStorageKey';
}

export interface StorageKeys {
  /** The one to encrypt with: made when it is first needed, where that may be. Throws `NoStorageKey`. */
  present(): StorageKey;
  /** A known one. */
  named(id: string): StorageKey | undefined;
  /** Whether this is the one to encrypt with. */
  isPresent(id: string): boolean;
}

/**
 * Reads the configured keys; throws for one that is none. Without one an SQLite store gets a key of its own beside its file, and a
 * store in memory one that is forgotten with it; a store that others share does not.
 */
export function storageKeys({ key, former, store, environment }: StorageKeySettings): StorageKeys {
  const read = (secret: Secret): StorageKey => keyOf(secretText(secret, environment), placeOf(secret));
  const known = new Map(former.map(read).map((one) => [one.id, one]));
  const keep = (one: StorageKey): StorageKey => {
    known.set(one.id, one);
    return one;
  };
  const file = store.startsWith('sqlite:') ? `${store.slice('sqlite:'.length)}.key` : undefined;
  // of a former start, perhaps before a key was configured
  const own = file === undefined ? undefined : keptIn(file, keep);
  let chosen = key === null ? own : keep(read(key));
  return {
    present: () => {
      if (chosen !== undefined) return chosen;
      if (file !== undefined) return (chosen = keep(madeIn(file)));
      if (store === 'memory') return (chosen = keep(named(randomBytes(32))));
      throw new NoStorageKey(
        'there is no key to encrypt it with in the database; name one under security.storageKey (openssl rand -base64 32 makes one), or give the secret as {env: NAME} or {file: PATH}',
      );
    },
    named: (id) => known.get(id),
    isPresent: (id) => id === chosen?.id,
  };
}

function keptIn(file: string, keep: (one: StorageKey) => StorageKey): StorageKey | undefined {
  try {
    return keep(keyOf(readFileSync(file, 'utf8'), file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** For its owner only, and on disk before anything is encrypted with it. Another process may have been faster. */
function madeIn(file: string): StorageKey {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return keyOf(readFileSync(file, 'utf8'), file);
    throw new NoStorageKey(
      `the key file ${file} cannot be made (${(error as NodeJS.ErrnoException).code}); name a key under security.storageKey`,
      { cause: error },
    );
  }
  try {
    const bytes = randomBytes(32);
    writeSync(handle, `${bytes.toString('base64')}\n`);
    fsyncSync(handle);
    return named(bytes);
  } finally {
    closeSync(handle);
  }
}

function keyOf(text: string, place: string): StorageKey {
  const trimmed = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : /^[A-Za-z0-9+/]{43}=$/.test(trimmed)
      ? Buffer.from(trimmed, 'base64')
      : undefined;
  if (bytes === undefined)
    throw new Error(
      `${place} holds no storage key: that is 32 bytes in base64 (openssl rand -base64 32) or 64 hex digits`,
    );
  return named(bytes);
}

function named(bytes: Buffer): StorageKey {
  const id = createHmac('sha256', bytes).update('cimgate storage key').digest('hex').slice(0, 12);
  return { id, bytes };
}

function placeOf(secret: Secret): string {
  if ('env' in secret) return `the environment variable ${secret.env}`;
  return 'file' in secret ? `the file ${secret.file}` : 'it';
}
