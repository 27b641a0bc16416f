/**
 * TLS of a listener: from the settings to what Node's servers take. TLS 1.2 and 1.3 with authenticated encryption only, no
 * renegotiation, certificates of clients checked against the authorities and their revocation lists.
 */
import { constants, createPrivateKey, type X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContextOptions, type TlsOptions } from 'node:tls';
import type { Secret } from '../ports/registry.js';
import { certificateParts } from './certificate-parts.js';
import { certificatesIn, pemBlocks, revocationListsIn, standing } from './revocation-list.js';

export interface ListenerTlsSettings {
  readonly certificate: Secret;
  readonly key: Secret;
  readonly clientAuthorities?: Secret | undefined;
  readonly revocationList?: Secret | undefined;
  readonly clientCertificates: 'none' | 'asked' | 'required';
  readonly least: 'TLSv1.2' | 'TLSv1.3';
}

export interface ListenerTls {
  readonly options: SecureContextOptions & TlsOptions;
  /** What the revocation lists say of a client's certificate by now: connections and sessions live longer than lists. */
  standing(certificate: X509Certificate): 'good' | 'revoked' | 'unknown';
  /** Fingerprints of the authorities that are believed, and have not been revoked themselves. */
  readonly believed: ReadonlySet<string>;
  /** What does not hold by now: the gateway's own certificate, or a list of revoked ones; undefined when all does. */
  trouble(): string | undefined;
  /** When the gateway's own certificate ends; milliseconds since 1970. */
  readonly ends: number;
}

const ciphers = [
  ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
  ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
  ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
  ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
].join(':');

/** Seconds for which a session may be resumed; and milliseconds that a handshake may take. */
const sessionLife = 3_600;
const handshake = 10_000;

/** Throws a sentence when a file cannot be read, or the parts do not fit together. */
export function listenerTls(
  settings: ListenerTlsSettings,
  read: (secret: Secret) => string,
  now: () => number,
): ListenerTls {
  const text = (what: keyof ListenerTlsSettings, secret: Secret): string => about(what, () => read(secret));
  const chain = text('certificate', settings.certificate);
  const [own] = about('certificate', () => certificatesIn(chain));
  const key = text('key', settings.key);
  const fits = about('key', () => own!.checkPrivateKey(privateKey(key)));
  if (!fits) throw new Error('key: it belongs to another certificate');
  const { clientAuthorities, revocationList, clientCertificates: wanted } = settings;
  const ca = clientAuthorities === undefined ? '' : text('clientAuthorities', clientAuthorities);
  const authorities = ca === '' ? [] : about('clientAuthorities', () => certificatesIn(ca));
  const crl = revocationList === undefined ? '' : text('revocationList', revocationList);
  const lists = crl === '' ? [] : about('revocationList', () => revocationListsIn(crl, authorities));
  const options: SecureContextOptions & TlsOptions = {
    ...{ cert: chain, key, ciphers, honorCipherOrder: true, minVersion: settings.least },
    ...(ca !== '' && { ca }),
    ...(crl !== '' && { crl: [...pemBlocks(crl, 'X509 CRL')] }),
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    requestCert: wanted !== 'none',
    // who is not authorized is refused behind the handshake, so that log and audit hear of it
    rejectUnauthorized: false,
    ...{ sessionTimeout: sessionLife, handshakeTimeout: handshake },
    ALPNProtocols: ['http/1.1'],
  };
  about('TLS', () => createSecureContext(options));
  const { validFrom, validTo } = certificateParts(own!);
  return {
    options,
    standing: (certificate) => standing(certificate, lists, now()),
    believed: new Set(
      authorities
        .filter((authority) => standing(authority, lists, now()) !== 'revoked')
        .map(({ fingerprint256 }) => fingerprint256),
    ),
    trouble: () => {
      const at = now();
      if (at < validFrom) return 'the certificate does not hold yet';
      if (at > validTo) return 'the certificate has expired';
      const old = lists.some(({ nextUpdate = Infinity }) => nextUpdate <= at);
      return old ? 'a revocation list is older than it says that it may be' : undefined;
    },
    ends: validTo,
  };
}

function privateKey(pem: string): ReturnType<typeof createPrivateKey> {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new Error('it is no private key without a passphrase (PEM)', { cause: error });
  }
}

function about<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
  }
}
