/** What an endpoint wants to see of us in a message: Basic, WS-Security UsernameToken, signature; made by the `soap` package. */
import { BasicAuthSecurity, WSSecurity, WSSecurityCert } from 'soap';

/** Secrets in the clear: for the time a client lives. */
export interface OutgoingAuth {
  readonly basic?: { readonly user: string; readonly password: string } | undefined;
  readonly usernameToken?:
    { readonly user: string; readonly password: string; readonly digest?: boolean | undefined } | undefined;
  /** PEM; the key is an RSA key. */
  readonly signature?: { readonly key: string; readonly certificate: string } | undefined;
}

/** What the `soap` package asks of a security object. */
export interface Security {
  addHeaders(headers: Record<string, string>): void;
  toXML(): string;
  postProcess?(xml: string, envelopeKey: string): string;
}

/**
 * The security of one message. Made anew for each: nonce, time stamp and the ids of a signature are used once.
 * Body and Timestamp are signed, RSA-SHA256 over exclusive canonical XML; the certificate goes along as a token.
 */
export function securityOf({ basic, usernameToken, signature }: OutgoingAuth): Security {
  const token =
    usernameToken &&
    new WSSecurity(usernameToken.user, usernameToken.password, {
      passwordType: usernameToken.digest === true ? 'PasswordDigest' : 'PasswordText',
      // the signature brings the time stamp that it covers
      hasTimeStamp: signature === undefined,
    });
  const signer =
    signature && new WSSecurityCert(signature.key, firstCertificate(signature.certificate), '', { hasTimeStamp: true });
  return {
    addHeaders: (headers) => {
      if (basic) new BasicAuthSecurity(basic.user, basic.password).addHeaders(headers);
    },
    toXML: () => token?.toXML() ?? '',
    ...(signer && { postProcess: (xml, envelopeKey) => signer.postProcess(xml, envelopeKey) }),
  };
}

/** A file may hold the whole chain; the token carries the certificate of the key alone. */
function firstCertificate(pem: string): string {
  const found = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/.exec(pem)?.[0];
  if (found === undefined) throw new Error('the certificate of the signature is not in PEM form');
  return found;
}
