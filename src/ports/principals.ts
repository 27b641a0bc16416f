/**
 * Who is who: proofs in, principals out. Implemented in security/; asked by http for what comes with the connection and the
 * request, and by soap for what comes in the message. Knows nothing of either.
 */
import type { X509Certificate } from 'node:crypto';
import type { Caller } from '../message/caller.js';
import type { ReplyCode } from '../message/reply-codes.js';

/**
 * Who it is, or the code of the standard for why not: 7.1 it cannot be found out now, 7.3 too weak, 7.4 wrong, 7.6 only over an
 * encrypted way. `why` is for log and audit; the caller is told the code's own sentence, the same for an unknown name and a wrong
 * password.
 */
export type Verdict =
  | { readonly caller: Caller; readonly refused?: undefined }
  | { readonly refused: Extract<ReplyCode, '7.1' | '7.3' | '7.4' | '7.6'>; readonly why: string };

/** A UsernameToken with a digest instead of the password (WS-Security UsernameToken Profile 1.1, 3.1). */
export interface PasswordDigest {
  readonly name: string;
  readonly digest: Uint8Array;
  readonly nonce: Uint8Array;
  /** As it stands in the message. */
  readonly created: string;
}

export interface Principals {
  /** The owner of a client certificate whose chain TLS has checked. */
  ofCertificate(certificate: X509Certificate): Verdict;
  /** The owner of the certificate of a signature: checks its chain, validity and revocation too. */
  ofSignature(certificate: X509Certificate): Verdict;
  /** The certificate that a signature only points at; undefined when there is none such, or several. */
  certificateBy(key: {
    readonly kind: 'subjectKeyIdentifier' | 'thumbprintSha1' | 'issuerSerial';
    /** Base64 of the identifier, or `issuer DN|serial in decimal`. */
    readonly value: string;
  }): X509Certificate | undefined;
  /**
   * Takes the same time whoever is named. Never rejects.
   * @param remote from where it comes, so that who guesses is slowed down there and not elsewhere
   */
  ofPassword(name: string, password: string, method: 'basic' | 'usernameToken', remote?: string): Promise<Verdict>;
  /** The same for a digest. Whether the nonce is fresh and the time near is not looked at here. */
  ofDigest(token: PasswordDigest, remote?: string): Promise<Verdict>;
  /** The subject of a bearer token (JWT): signature, issuer, audience and times are checked. Never rejects. */
  ofBearer(token: string): Promise<Verdict>;
}
