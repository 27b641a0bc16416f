/**
 * Messages with a Security header, signed in every way there is, the wrong ones too. Canonical forms are our own here: that they are
 * right, test/contract/canonical.test.ts shows, and that others sign in the same way, test/interop/ws-security-in.test.ts.
 */
import { constants, createHash, createHmac, createPrivateKey, randomBytes, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalText } from '../../src/contract/canonical.js';
import { liftedLimits } from '../../src/contract/lifted-limits.js';
import { Scanner, type Tape } from '../../src/contract/scan.js';
import { childrenOf, nameAt } from '../../src/contract/tape-tree.js';
import { envelopeNamespaces, type SoapVersion } from '../../src/soap/envelope.js';
import {
  ds,
  exclusive,
  passwordDigest,
  passwordText,
  wsse,
  wsu,
  x509v3,
} from '../../src/soap/ws-security/vocabulary.js';

/** A key and its certificate, of test/support/certificates. */
export interface Signer {
  readonly key: string;
  readonly certificate: string;
}

export function signerOf(name: string): Signer {
  const file = (extension: string): string =>
    readFileSync(fileURLToPath(new URL(`./certificates/${name}.${extension}`, import.meta.url)), 'utf8');
  return { key: file('key'), certificate: file('pem') };
}

export function derOf({ certificate }: Signer): string {
  return new X509Certificate(certificate).raw.toString('base64');
}

const more = 'http://www.w3.org/2001/04/xmldsig-more#';
export const algorithms = {
  rsaSha1: `${ds}rsa-sha1`,
  rsaSha256: `${more}rsa-sha256`,
  rsaSha384: `${more}rsa-sha384`,
  rsaSha512: `${more}rsa-sha512`,
  pssSha256: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  ecdsaSha256: `${more}ecdsa-sha256`,
  ecdsaSha384: `${more}ecdsa-sha384`,
  hmacSha256: `${more}hmac-sha256`,
  sha1: `${ds}sha1`,
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: `${more}sha384`,
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
  exclusive,
  exclusiveWithComments: `${exclusive}WithComments`,
  inclusive: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  enveloped: `${ds}enveloped-signature`,
} as const;

export interface Secured {
  readonly version?: SoapVersion;
  /** Of the Body. */
  readonly message: string;
  /** What is declared and said in the start tag of the Body. */
  readonly bodyAttributes?: string;
  readonly timestamp?: string;
  readonly token?: string;
  /** Other parts of the Security header, and other header blocks. */
  readonly parts?: string;
  readonly blocks?: string;
  /** What is signed; not signed at all when absent. */
  readonly signature?: Signing;
  readonly mustUnderstand?: boolean;
}

export interface Signing {
  readonly by: Signer;
  /** Ids of what is signed. */
  readonly over?: readonly string[];
  readonly method?: string;
  readonly digest?: string;
  readonly canonicalization?: string;
  readonly transforms?: string;
  /** Prefixes of InclusiveNamespaces. */
  readonly prefixes?: readonly string[];
  readonly keyInfo?: string;
  /** What else changes before SignedInfo is signed. */
  readonly change?: (signedInfo: string) => string;
}

export function timestampOf(created: string, expires?: string, id = 'ts'): string {
  return `<wsu:Timestamp wsu:Id="${id}"><wsu:Created>${created}</wsu:Created>${expires === undefined ? '' : `<wsu:Expires>${expires}</wsu:Expires>`}</wsu:Timestamp>`;
}

export function textToken(name: string, password: string, rest = ''): string {
  return `<wsse:UsernameToken wsu:Id="user"><wsse:Username>${name}</wsse:Username><wsse:Password Type="${passwordText}">${password}</wsse:Password>${rest}</wsse:UsernameToken>`;
}

export function digestToken(name: string, password: string, created: string, nonce: Buffer = randomBytes(16)): string {
  const digest = createHash('sha1').update(nonce).update(created).update(password).digest('base64');
  return `<wsse:UsernameToken wsu:Id="user"><wsse:Username>${name}</wsse:Username><wsse:Password Type="${passwordDigest}">${digest}</wsse:Password><wsse:Nonce>${nonce.toString('base64')}</wsse:Nonce><wsu:Created>${created}</wsu:Created></wsse:UsernameToken>`;
}

/** The certificate of a signer as a token, and what refers to it. */
export function tokenOf(by: Signer, type = x509v3): string {
  return `<wsse:BinarySecurityToken wsu:Id="cert" ValueType="${type}">${derOf(by)}</wsse:BinarySecurityToken>`;
}
export const toToken = '<wsse:SecurityTokenReference><wsse:Reference URI="#cert"/></wsse:SecurityTokenReference>';

/** The whole document. */
export function secured(what: Secured): string {
  const { version = '1.1', message, timestamp = '', token = '', parts = '', blocks = '', mustUnderstand = true } = what;
  const { bodyAttributes = ' wsu:Id="body"', signature } = what;
  const certificate = signature === undefined || signature.keyInfo !== undefined ? '' : tokenOf(signature.by);
  const place = signature === undefined ? '' : '<ds:Signature/>';
  const document = (inPlace: string): string =>
    `<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}" xmlns:wsu="${wsu}"><soap:Header>` +
    `<wsse:Security xmlns:wsse="${wsse}" xmlns:ds="${ds}"${mustUnderstand ? ' soap:mustUnderstand="1"' : ''}>` +
    `${certificate}${timestamp}${token}${parts}${inPlace}</wsse:Security>${blocks}</soap:Header>` +
    `<soap:Body${bodyAttributes}>${message}</soap:Body></soap:Envelope>`;
  if (signature === undefined) return document('');
  const info = signedInfo(tapeOf(document(place)), signature);
  const unsigned = (value: string): string =>
    document(
      `<ds:Signature>${info}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo>${signature.keyInfo ?? toToken}</ds:KeyInfo></ds:Signature>`,
    );
  const tape = tapeOf(unsigned(''));
  const canonical = canonicalText(
    tape,
    indexOf(tape, (i) => nameAt(tape, i) === 'SignedInfo'),
  );
  return unsigned(valueOf(canonical, signature));
}

/** What others sign: a document with whatever SignedInfo, signed again. */
export function signedInfo(tape: Tape, signing: Signing): string {
  const { over = ['body', 'ts'], method = algorithms.rsaSha256, digest = algorithms.sha256, prefixes = [] } = signing;
  const { canonicalization = `<ds:CanonicalizationMethod Algorithm="${exclusive}"/>`, change = (same) => same } =
    signing;
  const parameters =
    prefixes.length === 0
      ? '/>'
      : `><ec:InclusiveNamespaces xmlns:ec="${exclusive}" PrefixList="${prefixes.join(' ')}"/></ds:Transform>`;
  const { transforms = `<ds:Transform Algorithm="${exclusive}"${parameters}` } = signing;
  const hash =
    { [algorithms.sha1]: 'sha1', [algorithms.sha384]: 'sha384', [algorithms.sha512]: 'sha512' }[digest] ?? 'sha256';
  const references = over.map((id) => {
    const index = indexOf(tape, (i) => new RegExp(`[ :]Id="${id}"`).test(startTag(tape, i)));
    const canonical = canonicalText(
      tape,
      index,
      prefixes.map((p) => (p === '#default' ? '' : p)),
    );
    const value = createHash(hash).update(canonical).digest('base64');
    return `<ds:Reference URI="#${id}"><ds:Transforms>${transforms}</ds:Transforms><ds:DigestMethod Algorithm="${digest}"/><ds:DigestValue>${value}</ds:DigestValue></ds:Reference>`;
  });
  return change(
    `<ds:SignedInfo>${canonicalization}<ds:SignatureMethod Algorithm="${method}"/>${references.join('')}</ds:SignedInfo>`,
  );
}

function valueOf(canonical: string, { by, method = algorithms.rsaSha256 }: Signing): string {
  const bytes = Buffer.from(canonical);
  if (method === algorithms.hmacSha256)
    return createHmac('sha256', new X509Certificate(by.certificate).publicKey.export({ type: 'spki', format: 'pem' }))
      .update(bytes)
      .digest('base64');
  const key = createPrivateKey(by.key);
  const hash = /sha(1|256|384|512)/.exec(method)![0];
  if (key.asymmetricKeyType === 'ec') return sign(hash, bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
  const padding = method === algorithms.pssSha256 ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return sign(hash, bytes, { key, padding, saltLength }).toString('base64');
}

export function tapeOf(text: string): Tape {
  return new Scanner(liftedLimits).scan(text);
}

function indexOf(tape: Tape, is: (index: number) => boolean): number {
  const walk = (index: number): number | undefined => {
    if (is(index)) return index;
    for (const child of childrenOf(tape, index)) {
      const found = walk(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = walk(0);
  if (found === undefined) throw new Error('there is no such element');
  return found;
}

function startTag({ text, cells }: Tape, index: number): string {
  return text.slice(cells[index * 8 + 3], cells[index * 8 + 4]);
}
