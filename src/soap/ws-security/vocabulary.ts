/** The words of WS-Security 1.0 and 1.1 and of XML signatures that are understood here, and which algorithms are strong enough. */
import { constants } from 'node:crypto';

const oasis = 'http://docs.oasis-open.org/wss';
const wss2004 = `${oasis}/2004/01/oasis-200401-wss`;
const wss11 = `${oasis}/oasis-wss-soap-message-security-1.1`;

export const wsse = `${wss2004}-wssecurity-secext-1.0.xsd`;
export const wsu = `${wss2004}-wssecurity-utility-1.0.xsd`;
export const ds = 'http://www.w3.org/2000/09/xmldsig#';
/** Exclusive canonical XML, the only form that is taken; also the namespace of its parameters. */
export const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
/** Takes the signature out of what it covers; nothing that is covered here has one in it. */
export const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

export const base64Encoding = `${wss2004}-soap-message-security-1.0#Base64Binary`;
export const passwordText = `${wss2004}-username-token-profile-1.0#PasswordText`;
export const passwordDigest = `${wss2004}-username-token-profile-1.0#PasswordDigest`;
export const x509v3 = `${wss2004}-x509-token-profile-1.0#X509v3`;
export const subjectKeyIdentifier = `${wss2004}-x509-token-profile-1.0#X509SubjectKeyIdentifier`;
export const thumbprintSha1 = `${wss11}#ThumbprintSHA1`;

export interface SignatureMethod {
  readonly hash: 'sha256' | 'sha384' | 'sha512';
  readonly key: 'rsa' | 'ec';
  readonly padding?: number;
}

const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const pss = 'http://www.w3.org/2007/05/xmldsig-more#';
const { RSA_PKCS1_PADDING, RSA_PKCS1_PSS_PADDING } = constants;

/** A Map: names come out of messages. */
export const signatureMethods: ReadonlyMap<string, SignatureMethod> = new Map<string, SignatureMethod>([
  [`${more}rsa-sha256`, { hash: 'sha256', key: 'rsa', padding: RSA_PKCS1_PADDING }],
  [`${more}rsa-sha384`, { hash: 'sha384', key: 'rsa', padding: RSA_PKCS1_PADDING }],
  [`${more}rsa-sha512`, { hash: 'sha512', key: 'rsa', padding: RSA_PKCS1_PADDING }],
  [`${pss}sha256-rsa-MGF1`, { hash: 'sha256', key: 'rsa', padding: RSA_PKCS1_PSS_PADDING }],
  [`${pss}sha384-rsa-MGF1`, { hash: 'sha384', key: 'rsa', padding: RSA_PKCS1_PSS_PADDING }],
  [`${pss}sha512-rsa-MGF1`, { hash: 'sha512', key: 'rsa', padding: RSA_PKCS1_PSS_PADDING }],
  [`${more}ecdsa-sha256`, { hash: 'sha256', key: 'ec' }],
  [`${more}ecdsa-sha384`, { hash: 'sha384', key: 'ec' }],
]);

export const digestMethods: ReadonlyMap<string, SignatureMethod['hash']> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  [`${more}sha384`, 'sha384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
]);
