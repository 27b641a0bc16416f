/** Proofs by a certificate: whose it is, whether it holds, whether its key is strong enough. */
import type { KeyObject, X509Certificate } from 'node:crypto';
import type { Principals, Verdict } from '../ports/principals.js';
import { certificateParts } from './certificate-parts.js';
import { alternativeNames, distinguishedName } from './distinguished-name.js';
import { callerOf, refusal, type Identity } from './identity.js';
import { standing, type RevocationList } from './revocation-list.js';

/** How a principal's certificates are known. */
export type CertificateMatch =
  | { readonly subject: string }
  | { readonly fingerprint256: string }
  | { readonly subjectAltName: string }
  | { readonly certificate: X509Certificate };

export interface CertificateOwner {
  readonly identity: Identity;
  readonly match: CertificateMatch;
}

/** Who issues the certificates of those who sign; any of them is trusted by itself. */
export interface Signers {
  readonly authorities: readonly X509Certificate[];
  readonly revocations: readonly RevocationList[];
}

export function certificates(
  owners: readonly CertificateOwner[],
  signers: Signers | undefined,
  now: () => number,
): Pick<Principals, 'ofCertificate' | 'ofSignature' | 'certificateBy'> {
  const bySubject = new Map<string, Identity>();
  const byFingerprint = new Map<string, Identity>();
  const byName = new Map<string, Identity>();
  const given: X509Certificate[] = [];
  for (const { identity, match } of owners) {
    if ('subject' in match) claim(bySubject, distinguishedName(match.subject), identity);
    else if ('fingerprint256' in match) claim(byFingerprint, plain(match.fingerprint256), identity);
    else if ('subjectAltName' in match) claim(byName, match.subjectAltName, identity);
    else {
      claim(byFingerprint, plain(match.certificate.fingerprint256), identity);
      given.push(match.certificate);
    }
  }

  const known = new WeakMap<X509Certificate, ReadonlySet<Identity>>();
  const ownersOf = (certificate: X509Certificate): ReadonlySet<Identity> => {
    const before = known.get(certificate);
    if (before !== undefined) return before;
    const found = [
      byFingerprint.get(plain(certificate.fingerprint256)),
      bySubject.get(distinguishedName(certificate.subject)),
      ...(byName.size > 0 ? alternativeNames(certificate.subjectAltName).map((name) => byName.get(name)) : []),
    ];
    const all = new Set(found.flatMap((identity) => identity ?? []));
    known.set(certificate, all);
    return all;
  };

  const judged = (certificate: X509Certificate, method: 'certificate' | 'signature'): Verdict => {
    const weak = weakness(certificate.publicKey);
    if (weak !== undefined) return refusal('7.3', weak);
    const late = outOfTime(certificate, now());
    if (late !== undefined) return refusal('7.4', late);
    const [owner, ...others] = ownersOf(certificate);
    if (owner === undefined) return refusal('7.4', 'the certificate belongs to no principal');
    if (others.length > 0) return refusal('7.4', 'the certificate belongs to several principals');
    return callerOf(owner, method);
  };

  return {
    ofCertificate: (certificate) => judged(certificate, 'certificate'),
    ofSignature: (certificate) => {
      const untrusted = distrust(certificate, signers, now());
      return untrusted ?? judged(certificate, 'signature');
    },
    certificateBy: ({ kind, value }) => {
      const wanted = kind === 'issuerSerial' ? issuerSerial(value) : value;
      const found = given.filter((certificate) => keyOf(certificate, kind) === wanted);
      return found.length === 1 ? found[0] : undefined;
    },
  };
}

/** Throws a sentence when somebody else is known by the same, however that is written. */
function claim(owners: Map<string, Identity>, key: string, identity: Identity): void {
  const other = owners.get(key);
  if (other !== undefined && other !== identity)
    throw new Error(
      `${other.name} and ${identity.name} are known by the same certificates: ${key.replaceAll('\n', ', ')}`,
    );
  owners.set(key, identity);
}

/** Why a certificate of a signature is not believed, whoever it is. */
function distrust(certificate: X509Certificate, signers: Signers | undefined, now: number): Verdict | undefined {
  if (signers === undefined) return refusal('7.4', 'no authorities of those who sign are set');
  // before the chain: whoever cannot be strong enough is told so, whoever issued him
  const weak = weakness(certificate.publicKey);
  if (weak !== undefined) return refusal('7.3', weak);
  const authority = signers.authorities.find(
    (one) => one.ca && certificate.checkIssued(one) && certificate.verify(one.publicKey),
  );
  if (authority === undefined) return refusal('7.4', 'none of the authorities has issued the certificate');
  const late = outOfTime(authority, now);
  if (late !== undefined) return refusal('7.4', `of the authority: ${late}`);
  if (!certificateParts(certificate).maySign) return refusal('7.4', 'the key of the certificate is not for signatures');
  const stands = standing(certificate, signers.revocations, now);
  if (stands === 'revoked') return refusal('7.4', 'the certificate is revoked');
  if (stands === 'unknown') return refusal('7.1', 'there is no revocation list of its issuer that still holds');
  return undefined;
}

function outOfTime(certificate: X509Certificate, now: number): string | undefined {
  const { validFrom, validTo } = certificateParts(certificate);
  if (now < validFrom) return 'the certificate does not hold yet';
  return now > validTo ? 'the certificate has expired' : undefined;
}

const strongCurves = ['prime256v1', 'secp384r1', 'secp521r1'];

/** What makes a key too weak; undefined when it is strong enough. */
function weakness({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string | undefined {
  if (type === 'ed25519' || type === 'ed448') return undefined;
  if (type === 'rsa' || type === 'rsa-pss') {
    const bits = details?.modulusLength ?? 0;
    return bits >= 2048 ? undefined : `the RSA key has ${bits} bits; 2048 are the least`;
  }
  if (type !== 'ec') return `keys of the kind ${type ?? 'unknown'} are not taken`;
  const curve = details?.namedCurve ?? 'unknown';
  return strongCurves.includes(curve) ? undefined : `the curve ${curve} is not taken`;
}

function keyOf(certificate: X509Certificate, kind: 'subjectKeyIdentifier' | 'thumbprintSha1' | 'issuerSerial'): string {
  const { keyIdentifier, thumbprint, serial } = certificateParts(certificate);
  if (kind === 'subjectKeyIdentifier') return keyIdentifier;
  if (kind === 'thumbprintSha1') return thumbprint;
  return `${distinguishedName(certificate.issuer)}|${serial}`;
}

/** `issuer DN|serial in decimal` as it is compared; undefined when it is none. */
function issuerSerial(value: string): string | undefined {
  const [, issuer = '', serial = ''] = /^(.*)\|\s*(\d{1,60})\s*$/s.exec(value) ?? [];
  return serial === '' ? undefined : `${distinguishedName(issuer)}|${BigInt(serial).toString(16)}`;
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toUpperCase();
}
