/** Lists of revoked certificates (RFC 5280, 5), as far as they matter here: who issued them, until when they hold, what they revoke. */
import { verify, X509Certificate } from 'node:crypto';
import { certificateParts } from './certificate-parts.js';
import { derParts, insideOf, integerText, oidOf, tags, timeOf } from './der.js';

export interface RevocationList {
  /** As in CertificateParts. */
  readonly issuer: string;
  readonly revoked: ReadonlySet<string>;
  /** Milliseconds since 1970; undefined when it does not say when the next one comes. */
  readonly nextUpdate: number | undefined;
}

/** Hashes of the algorithms that sign such lists; null where the key brings its own. */
const hashes: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': null,
};

/** The PEM blocks of a kind in a text, each by itself. */
export function pemBlocks(text: string, label: 'CERTIFICATE' | 'X509 CRL'): readonly string[] {
  return text.match(new RegExp(`-----BEGIN ${label}-----[^-]*-----END ${label}-----`, 'g')) ?? [];
}

/** All certificates of a text. Throws a sentence when there is none, or one is broken. */
export function certificatesIn(text: string): readonly X509Certificate[] {
  const blocks = pemBlocks(text, 'CERTIFICATE');
  if (blocks.length === 0) throw new Error('there is no certificate (PEM) in it');
  return blocks.map((block) => {
    try {
      return new X509Certificate(block);
    } catch (error) {
      throw new Error('a certificate in it cannot be read', { cause: error });
    }
  });
}

/**
 * All lists of a text (PEM), each proved to be signed by one of the authorities. Throws a sentence when there is none, one is broken,
 * or nobody known has signed it.
 */
export function revocationListsIn(text: string, authorities: readonly X509Certificate[]): readonly RevocationList[] {
  const blocks = pemBlocks(text, 'X509 CRL');
  if (blocks.length === 0) throw new Error('there is no revocation list (PEM) in it');
  return blocks.map((block) => {
    const bytes = Buffer.from(block.replace(/-----[^-]+-----/g, ''), 'base64');
    try {
      return read(bytes, authorities);
    } catch (error) {
      throw new Error(`a revocation list in it cannot be used: ${(error as Error).message}`, { cause: error });
    }
  });
}

function read(bytes: Buffer, authorities: readonly X509Certificate[]): RevocationList {
  const [list, algorithm, signature] = insideOf(bytes);
  if (list === undefined || algorithm === undefined || signature?.tag !== tags.bits) throw new Error('it is no list');
  const fields = derParts(list.content).filter(({ tag }, at) => !(at === 0 && tag === tags.integer));
  const [, issuer, , ...rest] = fields;
  if (issuer === undefined) throw new Error('it is no list');
  const name = issuer.whole.toString('hex');
  const hash = hashes[oidOf(derParts(algorithm.content)[0]!.content)];
  if (hash === undefined) throw new Error('it is signed by an algorithm that is not supported or too weak');
  const signed = authorities.some(
    (authority) =>
      certificateParts(authority).subject === name &&
      verify(hash, list.whole, authority.publicKey, signature.content.subarray(1)),
  );
  if (!signed) throw new Error('none of the authorities has signed it');
  const next = rest.find(({ tag }) => tag === tags.utcTime || tag === tags.time);
  const entries = rest.find(({ tag }) => tag === tags.sequence);
  const serials = entries === undefined ? [] : derParts(entries.content);
  return {
    issuer: name,
    revoked: new Set(serials.map(({ content }) => integerText(derParts(content)[0]!.content))),
    nextUpdate: next === undefined ? undefined : timeOf(next),
  };
}

/** What the lists say of a certificate. Where there are lists, one of its issuer must be there and must hold. */
export function standing(
  certificate: X509Certificate,
  lists: readonly RevocationList[],
  now: number,
): 'good' | 'revoked' | 'unknown' {
  if (lists.length === 0) return 'good';
  const { issuer, serial } = certificateParts(certificate);
  const its = lists.filter((list) => list.issuer === issuer);
  if (its.some(({ revoked }) => revoked.has(serial))) return 'revoked';
  const holds = its.some(({ nextUpdate }) => nextUpdate === undefined || nextUpdate > now);
  return holds ? 'good' : 'unknown';
}
