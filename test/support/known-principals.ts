/** Principals and nonces that are really judged and really remembered, for tests of who asks them. */
import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Method } from '../../src/message/caller.js';
import type { Nonces } from '../../src/ports/nonces.js';
import type { Principals, Verdict } from '../../src/ports/principals.js';

export interface KnownPrincipals {
  /** Passwords by name. */
  readonly users: Readonly<Record<string, string>>;
  /** Certificates in PEM by principal. */
  readonly certificates: Readonly<Record<string, string>>;
}

export function knownPrincipals({ users, certificates }: KnownPrincipals): Principals {
  const authority = new X509Certificate(
    readFileSync(fileURLToPath(new URL('./certificates/signing-ca.pem', import.meta.url))),
  );
  const owners = new Map(
    Object.entries(certificates).map(([principal, pem]) => [new X509Certificate(pem).fingerprint256, principal]),
  );
  const all = Object.values(certificates).map((pem) => new X509Certificate(pem));
  const good = (principal: string, method: Method): Verdict => ({ caller: { principal, roles: [], method } });
  const equal = (one: Uint8Array, other: Uint8Array): boolean =>
    one.byteLength === other.byteLength && timingSafeEqual(one, other);
  const of =
    (method: Method) =>
    (certificate: X509Certificate): Verdict => {
      const principal = owners.get(certificate.fingerprint256);
      if (!certificate.verify(authority.publicKey)) return { refused: '7.4', why: 'not of our authority' };
      return principal === undefined ? { refused: '7.4', why: 'nobody has this certificate' } : good(principal, method);
    };
  return {
    ofCertificate: of('certificate'),
    ofSignature: of('signature'),
    certificateBy: ({ kind, value }) => {
      const [found, other] = all.filter((one) => {
        if (kind === 'thumbprintSha1') return createHash('sha1').update(one.raw).digest('base64') === value;
        if (kind === 'issuerSerial') return `${nameOf(one.issuer)}|${BigInt(`0x${one.serialNumber}`)}` === value;
        return keyIdentifierOf(one) === value;
      });
      return other === undefined ? found : undefined;
    },
    ofPassword: async (name, password, method) => {
      const right = users[name] ?? '';
      return right !== '' && equal(Buffer.from(password), Buffer.from(right))
        ? good(name, method)
        : { refused: '7.4', why: `wrong password of ${name}` };
    },
    ofDigest: async ({ name, digest, nonce, created }) => {
      const right = users[name] ?? '';
      const expected = createHash('sha1').update(nonce).update(created).update(right).digest();
      return right !== '' && equal(digest, expected)
        ? good(name, 'usernameToken')
        : { refused: '7.4', why: `wrong digest of ${name}` };
    },
    ofBearer: async () => ({ refused: '7.4', why: 'there are none' }),
  };
}

/** As it stands in messages: `CN=signer,O=tests`. */
function nameOf(lines: string): string {
  return lines.split('\n').reverse().join(',');
}

/** The extension as it stands in the certificate: 20 bytes behind its number. */
export function keyIdentifierOf({ raw }: X509Certificate): string {
  const number = Buffer.from('0603551d0e04160414', 'hex');
  const at = raw.indexOf(number);
  return at < 0 ? '' : raw.subarray(at + number.length, at + number.length + 20).toString('base64');
}

/** Remembers everything; `most` of them. */
export function rememberedNonces(most = Infinity): Nonces & { readonly used: ReadonlySet<string> } {
  const used = new Set<string>();
  return {
    used,
    use: async (kind, principal, nonce) => {
      const one = `${kind} ${principal} ${nonce}`;
      if (used.has(one)) return 'used';
      if (used.size >= most) return 'full';
      used.add(one);
      return 'fresh';
    },
  };
}
