/** Judges a signature with the key of its certificate. Who owns the certificate, and whether it is trusted, others say. */
import { verify, X509Certificate, type KeyObject } from 'node:crypto';
import type { Principals } from '../../ports/principals.js';
import { weak, wrong } from './refusal.js';
import type { SignatureProof } from './signature.js';
import { signatureMethods } from './vocabulary.js';

const smallestModulus = 2048;
const curves: ReadonlySet<string | undefined> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** The certificate whose key has made the signature. Throws `Refused`. */
export function signedBy({ key, method, value, signedInfo }: SignatureProof, principals: Principals): X509Certificate {
  const found = key.pointer === undefined ? opened(key.certificate) : pointedAt(principals.certificateBy(key.pointer));
  const { certificate, publicKey } = found;
  const { hash, key: kind, padding } = signatureMethods.get(method)!;
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
  if (asymmetricKeyType !== kind) wrong(`a key of type ${asymmetricKeyType} does not go with ${method}`);
  if (kind === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < smallestModulus)
    weak(`the RSA key of the signature has fewer than ${smallestModulus} bits`);
  if (kind === 'ec' && !curves.has(asymmetricKeyDetails?.namedCurve))
    weak('the curve of the key of the signature is not taken');
  const how = kind === 'ec' ? { key: publicKey, dsaEncoding: 'ieee-p1363' as const } : { key: publicKey, padding };
  if (!verified(hash, signedInfo, how, value)) wrong('the signature is not of that key');
  return certificate;
}

function verified(hash: string, signedInfo: string, how: Parameters<typeof verify>[2], value: Uint8Array): boolean {
  try {
    return verify(hash, Buffer.from(signedInfo, 'utf8'), how, value);
  } catch {
    return false; // a value that no such key can have made
  }
}

interface Opened {
  readonly certificate: X509Certificate;
  readonly publicKey: KeyObject;
}

/** Partners sign with the same certificate again and again, and opening one costs more than a signature. */
const mostKept = 64;
const kept = new Map<string, Opened>();

function opened(der: Uint8Array): Opened {
  const name = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1');
  let found = kept.get(name);
  if (found === undefined) {
    found = read(der);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(name, found);
  }
  return found;
}

function read(der: Uint8Array): Opened {
  try {
    const certificate = new X509Certificate(der);
    return { certificate, publicKey: certificate.publicKey };
  } catch {
    return wrong('the token of the signature is no certificate');
  }
}

function pointedAt(certificate: X509Certificate | undefined): Opened {
  if (certificate === undefined) wrong('the signature points at a certificate that is not known here');
  return { certificate, publicKey: certificate.publicKey };
}
