/** Whose key has signed: the certificate itself, or what points at it. */
import { base64Of, idOf, is, membersOf, onlyChild, type Element } from './element.js';
import { malformed, weak } from './refusal.js';
import { base64Encoding, ds, subjectKeyIdentifier, thumbprintSha1, wsse, x509v3 } from './vocabulary.js';

export interface KeyPointer {
  readonly kind: 'subjectKeyIdentifier' | 'thumbprintSha1' | 'issuerSerial';
  readonly value: string;
}

/** Bytes. */
const largestCertificate = 16_384;

/** A certificate in DER, or a pointer to one that is known here. */
export type SigningKey =
  | { readonly certificate: Uint8Array; readonly pointer?: undefined }
  | { readonly pointer: KeyPointer; readonly certificate?: undefined };

/**
 * Throws `Refused` for every way to name a key that is not understood.
 * @param tokens the BinarySecurityTokens of the header
 */
export function signingKeyIn(keyInfo: Element, tokens: readonly Element[]): SigningKey {
  const way = onlyChild(keyInfo);
  if (is(way, ds, 'X509Data')) return ofX509Data(way);
  if (!is(way, wsse, 'SecurityTokenReference'))
    malformed(`KeyInfo has ${way.name} in it, which is not understood here`);
  const reference = onlyChild(way);
  if (is(reference, ds, 'X509Data')) return ofX509Data(reference);
  if (is(reference, wsse, 'Reference')) return ofToken(reference.attributes.get('URI') ?? '', tokens);
  if (is(reference, wsse, 'KeyIdentifier')) return ofKeyIdentifier(reference);
  return malformed(`SecurityTokenReference has ${reference.name} in it, which is not understood here`);
}

/** The certificate in a BinarySecurityToken. */
function ofToken(uri: string, tokens: readonly Element[]): SigningKey {
  const named = tokens.filter((token) => idOf(token) !== undefined && `#${idOf(token)}` === uri);
  const [token] = named;
  if (token === undefined || named.length > 1)
    malformed('the key of the signature is no BinarySecurityToken of the Security header');
  if (token.attributes.get('ValueType') !== x509v3) weak('a BinarySecurityToken must be an X509v3 certificate');
  checkEncoding(token);
  return { certificate: certificateIn(token) };
}

function ofKeyIdentifier(element: Element): SigningKey {
  const type = element.attributes.get('ValueType');
  checkEncoding(element);
  if (type === x509v3) return { certificate: certificateIn(element) };
  const value = base64Of(element).toString('base64');
  if (type === subjectKeyIdentifier) return { pointer: { kind: 'subjectKeyIdentifier', value } };
  if (type === thumbprintSha1) return { pointer: { kind: 'thumbprintSha1', value } };
  return malformed('the ValueType of the KeyIdentifier is not understood here');
}

/** With the certificate in it, what else names it is of no concern. */
function ofX509Data(data: Element): SigningKey {
  const { X509Certificate, X509IssuerSerial, X509SKI } = membersOf(data, {
    X509Certificate: ds,
    X509IssuerSerial: ds,
    X509SKI: ds,
    X509SubjectName: ds,
  });
  if (X509Certificate !== undefined) return { certificate: certificateIn(X509Certificate) };
  if (X509SKI !== undefined)
    return { pointer: { kind: 'subjectKeyIdentifier', value: base64Of(X509SKI).toString('base64') } };
  if (X509IssuerSerial === undefined)
    malformed('X509Data names no certificate by X509Certificate, X509IssuerSerial or X509SKI');
  const { X509IssuerName, X509SerialNumber } = membersOf(X509IssuerSerial, {
    X509IssuerName: ds,
    X509SerialNumber: ds,
  });
  const serial = X509SerialNumber?.text.trim() ?? '';
  if (X509IssuerName === undefined || !/^\d{1,64}$/.test(serial))
    malformed('X509IssuerSerial needs a name and a number');
  return { pointer: { kind: 'issuerSerial', value: `${X509IssuerName.text.trim()}|${serial}` } };
}

function checkEncoding({ name, attributes }: Element): void {
  if ((attributes.get('EncodingType') ?? base64Encoding) !== base64Encoding) malformed(`${name} must be Base64Binary`);
}

/** In DER. */
function certificateIn(element: Element): Buffer {
  const der = base64Of(element);
  if (der.byteLength > largestCertificate) malformed(`a certificate must have at most ${largestCertificate} bytes`);
  return der;
}
