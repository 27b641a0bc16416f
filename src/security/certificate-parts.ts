/** What Node does not tell of a certificate: names as bytes, the key's usage and identifier. */
import { createHash, type X509Certificate } from 'node:crypto';
import { derParts, insideOf, integerText, oidOf, tags } from './der.js';

export interface CertificateParts {
  /** Hexadecimal, without leading zeros. */
  readonly serial: string;
  /** DER of the names, in hexadecimal digits: the same name is the same bytes. */
  readonly issuer: string;
  readonly subject: string;
  /** Whether the key may sign; true when nothing is said about its use. */
  readonly maySign: boolean;
  /** Base64; as the certificate says, else of the key (RFC 5280, 4.2.1.2, method 1). */
  readonly keyIdentifier: string;
  readonly thumbprint: string;
  readonly validFrom: number;
  readonly validTo: number;
}

const known = new WeakMap<X509Certificate, CertificateParts>();

export function certificateParts(certificate: X509Certificate): CertificateParts {
  const before = known.get(certificate);
  if (before !== undefined) return before;
  const parts = read(certificate);
  known.set(certificate, parts);
  return parts;
}

const usage = '2.5.29.15';
const subjectKey = '2.5.29.14';

function read({ raw, validFrom, validTo }: X509Certificate): CertificateParts {
  const [body] = insideOf(raw);
  // the version comes first unless it is 1
  const fields = derParts(body!.content).filter(({ tag }, at) => !(at === 0 && tag === 0xa0));
  const [serial, , issuer, , subject, key] = fields;
  const extensions = extensionsIn(fields.find(({ tag }) => tag === 0xa3)?.content);
  const bits = extensions.get(usage);
  const identifier = extensions.get(subjectKey);
  return {
    serial: integerText(serial!.content),
    issuer: issuer!.whole.toString('hex'),
    subject: subject!.whole.toString('hex'),
    // digitalSignature or nonRepudiation
    maySign: bits === undefined || ((derParts(bits)[0]!.content[1] ?? 0) & 0xc0) !== 0,
    keyIdentifier: (identifier === undefined
      ? createHash('sha1').update(derParts(key!.content)[1]!.content.subarray(1)).digest()
      : derParts(identifier)[0]!.content
    ).toString('base64'),
    thumbprint: createHash('sha1').update(raw).digest('base64'),
    validFrom: Date.parse(validFrom),
    validTo: Date.parse(validTo),
  };
}

/** Value of each by its identifier. */
function extensionsIn(content: Buffer | undefined): ReadonlyMap<string, Buffer> {
  const all = content === undefined ? [] : insideOf(content);
  return new Map(
    all.map((extension) => {
      const parts = derParts(extension.content);
      return [oidOf(parts[0]!.content), parts.find(({ tag }) => tag === tags.octets)!.content];
    }),
  );
}
