/** Puts a UsernameToken (WS-Security) into an envelope; all else in it stays as it is. */
import { createHash, randomBytes } from 'node:crypto';
import { CONTENT, NAME_END, START, STRIDE, type Tape } from '../contract/scan.js';
import { childrenOf, isEmptyTag, nameAt } from '../contract/tape-tree.js';
import { escapeText } from '../contract/xml-writer.js';
import { envelopeNamespaces, type SoapVersion } from '../soap/envelope.js';
import { base64Encoding, passwordDigest, passwordText, wsse, wsu } from '../soap/ws-security/vocabulary.js';

/** The password as it is, or a digest of it that is good for this message only. */
export type PasswordKind = 'text' | 'digest';

export interface UserPassword {
  readonly user: string;
  readonly password: string;
}

/**
 * @param tape of an envelope
 * @param created when it is sent
 */
export function withUsernameToken(
  tape: Tape,
  version: SoapVersion,
  shown: UserPassword & { readonly kind: PasswordKind },
  created: Date,
): string {
  const { text, cells } = tape;
  const block = securityBlock(version, shown, created.toISOString());
  const [header] = childrenOf(tape, 0).filter((child) => nameAt(tape, child) === 'Header');
  const inside = cells[(header ?? 0) * STRIDE + CONTENT]!;
  if (header === undefined) {
    const own = `<s:Header xmlns:s="${envelopeNamespaces[version]}">${block}</s:Header>`;
    return text.slice(0, inside) + own + text.slice(inside);
  }
  if (!isEmptyTag(tape, header)) return text.slice(0, inside) + block + text.slice(inside);
  const start = cells[header * STRIDE + START]!;
  const tag = text.slice(start + 1, cells[header * STRIDE + NAME_END]);
  const slash = text.lastIndexOf('/', inside - 1);
  return `${text.slice(0, slash)}>${block}</${tag}>${text.slice(inside)}`;
}

function securityBlock(
  version: SoapVersion,
  { user, password, kind }: UserPassword & { readonly kind: PasswordKind },
  created: string,
): string {
  const nonce = randomBytes(16);
  const digest = (): string => createHash('sha1').update(nonce).update(created).update(password).digest('base64');
  const [type, shown] = kind === 'text' ? [passwordText, escapeText(password)] : [passwordDigest, digest()];
  return (
    `<wsse:Security xmlns:wsse="${wsse}" xmlns:wsu="${wsu}" xmlns:s="${envelopeNamespaces[version]}" s:mustUnderstand="1">` +
    `<wsse:UsernameToken><wsse:Username>${escapeText(user)}</wsse:Username>` +
    `<wsse:Password Type="${type}">${shown}</wsse:Password>` +
    `<wsse:Nonce EncodingType="${base64Encoding}">${nonce.toString('base64')}</wsse:Nonce>` +
    `<wsu:Created>${created}</wsu:Created></wsse:UsernameToken></wsse:Security>`
  );
}
