/** Reads what a registration only points at: environment variables and files. What is read never goes back into the registry. */
import { readFileSync } from 'node:fs';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ReplyEndpoint, Secret } from '../ports/registry.js';
import type { SoapTarget } from '../soap/client.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The text of a secret. Throws, and names the place, when there is none; a line end that an editor has put behind it is not part of it. */
export function secretText(secret: Secret, env: Environment): string {
  if ('value' in secret) return secret.value;
  if ('sealed' in secret)
    throw new Error(
      'a secret in the store cannot be decrypted: its key is not among security.storageKey and security.formerStorageKeys, or it was altered; register it anew',
    );
  if ('env' in secret) {
    const value = env[secret.env];
    if (value === undefined || value === '') throw new Error(`the environment variable ${secret.env} is not set`);
    return value;
  }
  try {
    return readFileSync(secret.file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new Error(
      `the file ${secret.file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
      {
        cause: error,
      },
    );
  }
}

/** Whoever is called: a reply endpoint, a head end. */
type Called = Pick<ReplyEndpoint, 'url' | 'soap' | 'connections' | 'auth' | 'tls' | 'allowNetworks'>;

/** An endpoint with its secrets in the clear, for its client. Throws when one is missing, or a key is none. */
export function targetOf(endpoint: Called, env: Environment): SoapTarget {
  const { url, soap, connections, auth, tls, allowNetworks = [] } = endpoint;
  const read = (secret: Secret): string => secretText(secret, env);
  const maybe = (secret: Secret | undefined): string | undefined => (secret === undefined ? undefined : read(secret));
  const { basic, usernameToken, signature } = auth;
  const pair = signature && { key: read(signature.key), certificate: read(signature.certificate) };
  if (pair !== undefined) checkPair(pair);
  return {
    url,
    soap,
    connections,
    allowNetworks,
    auth: {
      basic: basic && { user: basic.user, password: read(basic.password) },
      usernameToken: usernameToken && { ...usernameToken, password: read(usernameToken.password) },
      signature: pair,
    },
    tls: { ca: maybe(tls.ca), certificate: maybe(tls.certificate), key: maybe(tls.key) },
  };
}

/** Endpoints that cannot be called as things are, and why: better known at the start than at the first reply. */
export function unusable(
  endpoints: readonly ReplyEndpoint[],
  env: Environment,
): readonly { readonly endpoint: string; readonly reason: string }[] {
  return endpoints.flatMap((endpoint) => {
    try {
      targetOf(endpoint, env);
      return [];
    } catch (error) {
      return [{ endpoint: endpoint.name, reason: (error as Error).message }];
    }
  });
}

/** A signature that nobody can verify would only be noticed by the receiver. */
function checkPair({ key, certificate }: { readonly key: string; readonly certificate: string }): void {
  const secret = createPrivateKey(key);
  if (secret.asymmetricKeyType !== 'rsa')
    throw new Error(`the key of the signature is ${secret.asymmetricKeyType}; an RSA key is needed`);
  if (!new X509Certificate(certificate).checkPrivateKey(secret))
    throw new Error('the certificate of the signature belongs to another key');
}
