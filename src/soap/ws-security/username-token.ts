/** UsernameToken (Profile 1.1): a name with a password, or with a digest of it that is good for one message. */
import { base64Of, membersOf, type Element } from './element.js';
import { malformed, weak } from './refusal.js';
import { base64Encoding, passwordDigest, passwordText, wsse, wsu } from './vocabulary.js';

export interface UsernameToken {
  readonly name: string;
  /** One of the two. */
  readonly password?: string | undefined;
  readonly digest?: Uint8Array | undefined;
  /** Always there with a digest. */
  readonly nonce?: Uint8Array | undefined;
  readonly created?: string | undefined;
}

/** Fewer bytes could come up twice. */
const shortestNonce = 16;
const longestNonce = 256;
const longestName = 256;

/** Throws `Refused`: not understood, or too weak. */
export function usernameTokenIn(element: Element): UsernameToken {
  const { Username, Password, Nonce, Created } = membersOf(element, {
    Username: wsse,
    Password: wsse,
    Nonce: wsse,
    Created: wsu,
  });
  const name = Username?.text ?? '';
  if (name === '' || name.length > longestName) malformed(`the Username must have 1 to ${longestName} characters`);
  if (Password === undefined) weak('the UsernameToken has no Password');
  if (Password.children.length > 0) malformed('the Password has elements in it');
  const nonce = Nonce && nonceOf(Nonce);
  const created = Created?.text;
  const type = Password.attributes.get('Type') ?? passwordText;
  if (type === passwordText) return { name, password: Password.text, nonce, created };
  if (type !== passwordDigest) weak('the Type of the Password must be PasswordDigest or PasswordText');
  if (nonce === undefined || created === undefined) weak('a UsernameToken with a digest needs Nonce and Created');
  return { name, digest: base64Of(Password), nonce, created };
}

function nonceOf(element: Element): Uint8Array {
  if ((element.attributes.get('EncodingType') ?? base64Encoding) !== base64Encoding)
    malformed('the Nonce must be Base64Binary');
  const nonce = base64Of(element);
  if (nonce.byteLength < shortestNonce) weak(`the Nonce must have at least ${shortestNonce} bytes`);
  if (nonce.byteLength > longestNonce) malformed(`the Nonce must have at most ${longestNonce} bytes`);
  return nonce;
}
