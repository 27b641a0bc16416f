/** Judges a signature with the key of its certificate. Who owns the certificate, and whether it is trusted, others say. */
import { verify, X509Certificate, type KeyObject } from 'node:crypto';
import type { Principals } from '../../ports/principals.js';
import { weak, wrong } from './refusal.js';
import type { SignatureProof } from './signature.js';
import { signatureMethods } from './vocabulary.js';

const smallestModulus = 2048;
const curves: ReadonlySet<string | undefined> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** The certificate that a signature names. Throws `Refused`. */
export function signerOf({ key }: SignatureProof, principals: Principals): Signer {
  return key.pointer === undefined ? opened(key.certificate) : pointedAt(principals.certificateBy(key.pointer));
}

/** Throws `Refused` unless the key of the certificate has made the signature. */
export function checkSignedBy({ publicKey }: Signer, { method, value, signedInfo }: SignatureProof): void {
  const { hash, key: kind, padding } = signatureMethods.get(method)!;
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
  if (asymmetricKeyType !== kind) wrong(`a key of type ${asymmetricKeyType} does not go with ${method}`);
  if (kind === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < smallestModulus)
    weak(`the RSA key of the signature has fewer than ${smallestModulus} bits`);
  if (kind === 'ec' && !curves.has(asymmetricKeyDetails?.namedCurve))
    weak('the curve of the key of the signature is not taken');
  const how = kind === 'ec' ? { key: publicKey, dsaEncoding: 'ieee-p1363' as const } : { key: publicKey, padding };
  if (!verified(hash, signedInfo, how, value)) wrong('the signature is not of that key');
}

function verified(hash: string, signedInfo: string, how: Parameters<typeof verify>[2], value: Uint8Array): boolean {
  try {
    return verify(hash, Buffer.from(signedInfo, 'utf8'), how, value);
  } catch {
    return false; // a value that no such key can have made
  }
}

export interface Signer {
  readonly certificate: X509Certificate;
  readonly publicKey: KeyObject;
}

/** Partners sign with the same certificate again and again, and opening one costs more than a signature. */
const mostKept = 64;
const kept = new Map<string, Signer>();

function opened(der: Uint8Array): Signer {
  const name = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1');
  let found = kept.get(name);
  if (found === undefined) {
    found = read(der);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(name, found);
  }
  return found;
}

function read(der: Uint8Array): Signer {
  try {
    const certificate = new X509Certificate(der);
    return { certificate, publicKey: certificate.publicKey };
  } catch {
    return wrong('the token of the signature is no certificate');
  }
}

function pointedAt(certificate: X509Certificate | undefined): Signer {
  if (certificate === undefined) wrong('the signature points at a certificate that is not known here');
  return { certificate, publicKey: certificate.publicKey };
}
