/** Who sends, for `cimgate send`: from options that say where a secret is and never what it is. */
import { secretText, type Environment } from '../delivery/secrets.js';
import type { PasswordKind, UserPassword } from './username-token.js';
import { readNamed } from './file.js';

/** As commander gives them. */
export interface CredentialOptions {
  readonly user?: string;
  readonly password?: string;
  readonly usernameToken?: string;
  readonly token?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly ca?: string;
}

export interface Credentials {
  /** Of the HTTP head. */
  readonly authorization?: string | undefined;
  /** For the head of the message. */
  readonly usernameToken?: (UserPassword & { readonly kind: PasswordKind }) | undefined;
  /** PEM. */
  readonly tls: { readonly ca?: Buffer; readonly cert?: Buffer; readonly key?: Buffer };
}

/** Throws a sentence for what does not go together, and for secrets that are not where they are said to be. */
export function credentialsOf(options: CredentialOptions, environment: Environment): Credentials {
  const { user, password, usernameToken, token, certificate, key, ca } = options;
  if ((user === undefined) !== (password === undefined)) throw new Error('--user and --password go together');
  if (usernameToken !== undefined && user === undefined)
    throw new Error('--username-token needs --user and --password');
  if ((certificate === undefined) !== (key === undefined)) throw new Error('--certificate and --key go together');
  if (token !== undefined && user !== undefined && usernameToken === undefined)
    throw new Error('HTTP takes either --token or --user; --username-token puts the user into the message instead');
  const shown = user === undefined ? undefined : { user, password: secretAt('--password', password!, environment) };
  return {
    authorization:
      token !== undefined
        ? `Bearer ${tokenOf(secretAt('--token', token, environment))}`
        : shown && usernameToken === undefined
          ? basicOf(shown)
          : undefined,
    usernameToken: shown && usernameToken !== undefined ? { ...shown, kind: kindOf(usernameToken) } : undefined,
    tls: {
      ...(ca !== undefined && { ca: readNamed(ca) }),
      ...(certificate !== undefined && { cert: readNamed(certificate) }),
      ...(key !== undefined && { key: readNamed(key) }),
    },
  };
}

/** Whether anything is shown that somebody between could use. */
export function hasSecrets({ authorization, usernameToken }: Credentials): boolean {
  return authorization !== undefined || usernameToken !== undefined;
}

function secretAt(option: string, place: string, environment: Environment): string {
  const [, where, name = ''] = /^(file|env):(.+)$/s.exec(place) ?? [];
  // what stands there may be the secret itself: it is not repeated
  if (where === undefined)
    throw new Error(`${option} says where it is, as file:PATH or env:NAME; a command line can be read by others`);
  const text = secretText(where === 'file' ? { file: name } : { env: name }, environment);
  if (text === '') throw new Error(`${option}: ${name} is empty`);
  return text;
}

function tokenOf(text: string): string {
  const token = text.trim();
  if (!/^[A-Za-z0-9._~+/-]+=*$/.test(token)) throw new Error('--token: what stands there is no bearer token');
  return token;
}

function basicOf({ user, password }: UserPassword): string {
  if (user.includes(':')) throw new Error('--user: a name with a colon cannot be sent by HTTP Basic');
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function kindOf(text: string): PasswordKind {
  if (text === 'text' || text === 'digest') return text;
  throw new Error('--username-token is text or digest');
}
