/**
 * Who is who: implements the port from the settings, and takes them anew while the gateway runs. What cannot be read leaves all as it
 * was. Knows nothing of HTTP and SOAP.
 */
import { isGatewayName } from '../message/caller.js';
import type { Principals } from '../ports/principals.js';
import type { Secret } from '../ports/registry.js';
import { attempts, type Attempts } from './attempts.js';
import { bearer, type BearerSettings } from './bearer.js';
import { certificates, type CertificateMatch, type CertificateOwner, type Signers } from './certificates.js';
import { refusal, type Identity } from './identity.js';
import { parsedHash } from './password-hash.js';
import { passwords } from './passwords.js';
import { certificatesIn, revocationListsIn } from './revocation-list.js';

export interface PrincipalSettings {
  readonly name: string;
  readonly roles: readonly string[];
  readonly certificates: readonly {
    readonly subject?: string | undefined;
    readonly fingerprint256?: string | undefined;
    readonly subjectAltName?: string | undefined;
    readonly certificate?: Secret | undefined;
  }[];
  readonly password?: Secret | undefined;
  readonly passwordHash?: string | undefined;
  readonly bearer?: { readonly subject: string } | undefined;
}

export interface IdentitySettings {
  readonly bearer?: BearerSettings | undefined;
  readonly signature?:
    { readonly authorities: readonly Secret[]; readonly revocationList?: Secret | undefined } | undefined;
  readonly attempts: { readonly failures: number; readonly window: number };
}

export interface IdentityPorts {
  /** All there are, read anew at each call. Throws a sentence. */
  readonly listed: () => readonly PrincipalSettings[];
  /** The text of a secret, read anew at each call. Throws a sentence. */
  readonly read: (secret: Secret) => string;
  readonly now: () => number;
}

export interface RenewedPrincipals extends Principals {
  /** Reads everything anew. Throws a sentence, and leaves all as it was, when something cannot be read. */
  renew(): void;
}

/** Throws a sentence when something cannot be read. */
export function openPrincipals(settings: IdentitySettings, ports: IdentityPorts): RenewedPrincipals {
  const guesses = attempts(settings.attempts, ports.now);
  let current = loaded(settings, ports, guesses);
  return {
    renew: () => void (current = loaded(settings, ports, guesses)),
    ofCertificate: (certificate) => current.ofCertificate(certificate),
    ofSignature: (certificate) => current.ofSignature(certificate),
    certificateBy: (key) => current.certificateBy(key),
    ofPassword: (...given) => current.ofPassword(...given),
    ofDigest: (...given) => current.ofDigest(...given),
    ofBearer: (token) => current.ofBearer(token),
  };
}

function loaded(settings: IdentitySettings, ports: IdentityPorts, guesses: Attempts): Principals {
  const { read, now } = ports;
  const identities = new Map<string, Identity>();
  const bySubject = new Map<string, Identity>();
  const owners: CertificateOwner[] = [];
  for (const given of ports.listed()) {
    const { name, roles, password, passwordHash, bearer: token } = given;
    const identity = about(`principal ${name}`, () => ({
      ...{ name: nobodysName(name), roles },
      password: password === undefined ? undefined : someText(read(password)),
      hash: passwordHash === undefined ? undefined : parsedHash(passwordHash),
    }));
    identities.set(name, identity);
    if (token !== undefined) bySubject.set(token.subject, identity);
    for (const one of given.certificates)
      owners.push({ identity, match: about(`certificate of ${name}`, () => matchOf(one, read)) });
  }
  const { signature, bearer: tokens } = settings;
  const signers = signature === undefined ? undefined : about('security.signature', () => signersOf(signature, read));
  const named = new Set(identities.keys());
  return {
    ...certificates(owners, signers, now),
    ...passwords(identities, { attempts: guesses, now }),
    ofBearer:
      tokens === undefined
        ? async () => refusal('7.4', 'bearer tokens are not set up')
        : about('security.bearer', () => bearer(tokens, bySubject, named, now)),
  };
}

/** Throws a sentence for a name that the gateway has itself. */
function nobodysName(name: string): string {
  if (isGatewayName(name)) throw new Error('choose another name: the gateway itself is called so');
  return name;
}

/** Throws a sentence for an empty text: a secret that was not filled in would let in everybody who says nothing. */
function someText(password: string): string {
  if (password === '') throw new Error('its password is empty');
  return password;
}

function matchOf(
  { subject, fingerprint256, subjectAltName, certificate }: PrincipalSettings['certificates'][number],
  read: (secret: Secret) => string,
): CertificateMatch {
  if (subject !== undefined) return { subject };
  if (fingerprint256 !== undefined) return { fingerprint256 };
  if (subjectAltName !== undefined) return { subjectAltName };
  if (certificate === undefined) throw new Error('nothing says which one it is');
  return { certificate: certificatesIn(read(certificate))[0]! };
}

function signersOf(
  { authorities, revocationList }: NonNullable<IdentitySettings['signature']>,
  read: (secret: Secret) => string,
): Signers {
  const trusted = authorities.flatMap((one) => certificatesIn(read(one)));
  return {
    authorities: trusted,
    revocations: revocationList === undefined ? [] : revocationListsIn(read(revocationList), trusted),
  };
}

/** Says what it was about when something cannot be read. */
function about<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
  }
}
