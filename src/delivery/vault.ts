/**
 * Encrypts what a reply endpoint holds of secrets before it goes into the store, and decrypts it behind (AES-256-GCM). Each is bound
 * to its endpoint, its place in it and the origin of its address: put elsewhere, it cannot be decrypted. Knows nothing of the store.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ReplyEndpoint, Secret } from '../ports/registry.js';
import type { StorageKey, StorageKeys } from './storage-keys.js';

export interface Vault {
  /** As it goes into the store. Throws, and says what to do, when there is something to encrypt and no key. */
  sealed(endpoint: ReplyEndpoint): ReplyEndpoint;
  /** As it is used. A secret that cannot be decrypted stays as it is; whoever needs it is told then (secrets.ts). */
  opened(stored: ReplyEndpoint): ReplyEndpoint;
  /** Whether something of it is in clear, or encrypted with a key of before. */
  isStale(stored: ReplyEndpoint): boolean;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The form of what stands in the store: version, key, then nonce, tag and text together. */
const form = /^v1\.([0-9a-f]{12})\.([A-Za-z0-9+/]+={0,2})$/;

export function vault(keys: StorageKeys): Vault {
  return {
    sealed: (endpoint) =>
      withSecrets(endpoint, (secret, binding) =>
        'value' in secret ? { sealed: seal(keys.present(), secret.value, binding) } : secret,
      ),
    opened: (stored) =>
      withSecrets(stored, (secret, binding) => {
        if (!('sealed' in secret)) return secret;
        const value = unseal(keys, secret.sealed, binding);
        return value === undefined ? secret : { value };
      }),
    isStale: (stored) => {
      let stale = false;
      withSecrets(stored, (secret) => {
        if ('value' in secret) stale = true;
        const id = 'sealed' in secret ? form.exec(secret.sealed)?.[1] : undefined;
        // one of an unknown key cannot be encrypted anew
        if (id !== undefined && keys.named(id) !== undefined && !keys.isPresent(id)) stale = true;
        return secret;
      });
      return stale;
    },
  };
}

function seal({ id, bytes }: StorageKey, text: string, binding: string): string {
  const nonce = randomBytes(nonceBytes);
  const encryption = createCipheriv(cipher, bytes, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(binding));
  const hidden = Buffer.concat([encryption.update(text, 'utf8'), encryption.final()]);
  return `v1.${id}.${Buffer.concat([nonce, encryption.getAuthTag(), hidden]).toString('base64')}`;
}

/** Undefined when its key is not known, or it was not made for this place. */
function unseal(keys: StorageKeys, sealed: string, binding: string): string | undefined {
  const [, id = '', data = ''] = form.exec(sealed) ?? [];
  const key = keys.named(id);
  const all = Buffer.from(data, 'base64');
  if (key === undefined || all.length < nonceBytes + tagBytes) return undefined;
  try {
    const decryption = createDecipheriv(cipher, key.bytes, all.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(binding))
      .setAuthTag(all.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = Buffer.concat([decryption.update(all.subarray(nonceBytes + tagBytes)), decryption.final()]);
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}

/** The same endpoint with each of its secrets changed; `binding` says where it stands. */
function withSecrets(endpoint: ReplyEndpoint, change: (secret: Secret, binding: string) => Secret): ReplyEndpoint {
  const { name, url, auth, tls } = endpoint;
  const at = (place: string, secret: Secret): Secret => change(secret, `cimgate\n${name}\n${originOf(url)}\n${place}`);
  const maybe = (place: string, secret: Secret | undefined): Secret | undefined => secret && at(place, secret);
  const { basic, usernameToken, signature } = auth;
  return defined({
    ...endpoint,
    auth: defined({
      ...auth,
      basic: basic && { ...basic, password: at('auth.basic.password', basic.password) },
      usernameToken: usernameToken && {
        ...usernameToken,
        password: at('auth.usernameToken.password', usernameToken.password),
      },
      signature: signature && {
        key: at('auth.signature.key', signature.key),
        certificate: at('auth.signature.certificate', signature.certificate),
      },
    }),
    tls: defined({
      ca: maybe('tls.ca', tls.ca),
      certificate: maybe('tls.certificate', tls.certificate),
      key: maybe('tls.key', tls.key),
    }),
  });
}

/** Without what is undefined: an endpoint is compared with what comes out of the store. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
