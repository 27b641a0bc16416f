/** The good messages that the fuzzer spoils: the examples of every noun, in both SOAP versions, some with WS-Security headers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

/** Larger ones cost much and show nothing that a small one does not. */
const largest = 12_000;

const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
const wss = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const wsse = `${wss}-wssecurity-secext-1.0.xsd`;
const wsu = `${wss}-wssecurity-utility-1.0.xsd`;
const ds = 'http://www.w3.org/2000/09/xmldsig#';
const c14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const rsa = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

const timestamp =
  '<wsu:Timestamp wsu:Id="TS-1"><wsu:Created>2026-11-22T10:00:00Z</wsu:Created><wsu:Expires>2026-11-22T10:05:00Z</wsu:Expires></wsu:Timestamp>';
const token = (type, password) =>
  `<wsse:UsernameToken wsu:Id="UT-1"><wsse:Username>cis</wsse:Username><wsse:Password Type="${wss}-username-token-profile-1.0#${type}">${password}</wsse:Password>` +
  `<wsse:Nonce EncodingType="${wss}-soap-message-security-1.0#Base64Binary">MTIzNDU2Nzg5MDEyMzQ1Ng==</wsse:Nonce><wsu:Created>2026-11-22T10:00:00Z</wsu:Created></wsse:UsernameToken>`;
const reference = (id) =>
  `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${c14n}"/></ds:Transforms><ds:DigestMethod Algorithm="${sha256}"/><ds:DigestValue>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</ds:DigestValue></ds:Reference>`;
const signature =
  `<wsse:BinarySecurityToken wsu:Id="X509-1" EncodingType="${wss}-soap-message-security-1.0#Base64Binary" ValueType="${wss}-x509-token-profile-1.0#X509v3">MIIB</wsse:BinarySecurityToken>` +
  `<ds:Signature xmlns:ds="${ds}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${c14n}"/><ds:SignatureMethod Algorithm="${rsa}"/>${reference('Body-1')}${reference('TS-1')}</ds:SignedInfo>` +
  `<ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#X509-1" ValueType="${wss}-x509-token-profile-1.0#X509v3"/></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>`;

/** Good as often as it is sent, where a principal has this password. */
const plainToken = `<wsse:UsernameToken><wsse:Username>cis</wsse:Username><wsse:Password Type="${wss}-username-token-profile-1.0#PasswordText">secret</wsse:Password></wsse:UsernameToken>`;

const securities = [
  plainToken,
  token('PasswordText', 'secret'),
  timestamp + token('PasswordDigest', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='),
  timestamp + signature,
  timestamp + token('PasswordDigest', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=') + signature,
];

/** The same message with a WS-Security header, and an Id for the signature to point at. */
function secured(text, number) {
  const opening = /<(\w+:)?Body>/.exec(text);
  if (opening === null || /<(\w+:)?Header>\s*<(\w+:)?Security/.test(text)) return undefined;
  const soap = opening[1] ?? '';
  const must = number % 2 === 0 ? ` ${soap}mustUnderstand="1"` : '';
  const header = `<${soap}Header><wsse:Security xmlns:wsse="${wsse}" xmlns:wsu="${wsu}"${must}>${securities[number % securities.length]}</wsse:Security></${soap}Header>`;
  return `${text.slice(0, opening.index)}${header}<${soap}Body xmlns:wsu="${wsu}" wsu:Id="Body-1">${text.slice(opening.index + opening[0].length)}`;
}

function messagesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return messagesOf(path);
      if (!entry.name.endsWith('.xml') || /answer|soapui|Reply/i.test(entry.name)) return [];
      const text = readFileSync(path, 'utf8');
      return text.length <= largest && text.includes('Envelope') ? [text] : [];
    });
}

const plain = messagesOf(examples);
const both = [...plain, ...plain.filter((_, at) => at % 2 === 0).map((text) => text.replaceAll(soap11, soap12))];

/** All with WS-Security headers; half of them with a token that is good. In an order that does not change, as the others. */
export const securedOriginals = both.flatMap(
  (text, at) => secured(text, at % 2 === 0 ? (at % 4 === 0 ? 0 : securities.length) : at) ?? [],
);

export const originals = [
  ...both,
  ...both.filter((_, at) => at % 3 === 0).flatMap((text, at) => secured(text, at) ?? []),
];

/** One that is to be answered whatever was sent before, also where a UsernameToken is asked for. */
export const goodMessage = secured(both[0], securities.length);
