/**
 * Who sends a message: what it proves itself, joined with what its way has proved already. Asks the principals, and uses up what is
 * good for one message only. Knows nothing of XML.
 */
import { createHash } from 'node:crypto';
import type { Caller, Entrance } from '../../message/caller.js';
import { codes } from '../../message/reply-codes.js';
import type { Nonces } from '../../ports/nonces.js';
import type { Principals, Verdict } from '../../ports/principals.js';
import type { Proofs } from './proofs.js';
import { Refused, wrong } from './refusal.js';
import type { SignatureProof } from './signature.js';
import { checkSignedBy, signerOf } from './signed-by.js';
import { checkTimestamp, momentOf, type Window } from './timestamp.js';
import type { UsernameToken } from './username-token.js';

export interface Judges {
  readonly principals: Principals;
  readonly nonces: Nonces;
  readonly window: Window;
}

/** Something that is good once, and from when it is. */
interface Once {
  readonly kind: 'usernameToken' | 'signature';
  readonly nonce: string;
  readonly created: number;
}

/**
 * The sender of a message. Throws `Refused`.
 * @param proofs what the message says; undefined when it says nothing
 * @param now milliseconds since 1970 at which the message came
 */
export async function identify(
  proofs: Proofs | undefined,
  entrance: Entrance,
  now: number,
  judges: Judges,
): Promise<Caller> {
  const { refused, timestamp, signature, token } = proofs ?? {};
  if (refused !== undefined) throw new Refused(refused);
  if (token !== undefined) checkAccepted('usernameToken', entrance);
  if (signature !== undefined) checkAccepted('signature', entrance);
  const created = timestamp && checkTimestamp(timestamp, now, judges.window);
  if (token !== undefined && !entrance.encrypted)
    throw new Refused({ code: codes.encryptionRequired, why: 'a UsernameToken came over a way that is not encrypted' });

  const callers: Caller[] = entrance.caller === undefined ? [] : [entrance.caller];
  if (signature !== undefined) callers.push(callerBy(signature, judges.principals));
  const tokenCreated =
    token?.created === undefined ? now : momentOf(token.created, 'UsernameToken', now, judges.window);
  if (token !== undefined) callers.push(believed(await ownerOf(token, judges.principals, entrance.remote)));

  const [first] = callers;
  if (first === undefined) throw new Refused({ code: codes.authenticationRequired, why: 'nothing was shown' });
  const other = callers.find(({ principal }) => principal !== first.principal);
  if (other !== undefined)
    wrong(`${first.method} is of ${first.principal}, but ${other.method} is of ${other.principal}`);

  const once = onlyOnce(token, signature, tokenCreated, created);
  if (once !== undefined) await useUp(once, first.principal, judges.nonces);
  return callers.find(({ method }) => method === 'signature') ?? callers.at(-1)!;
}

function checkAccepted(method: 'usernameToken' | 'signature', { accepts, listener }: Entrance): void {
  if (accepts.includes(method)) return;
  throw new Refused({ code: codes.authenticationTooWeak, why: `the listener ${listener} takes no ${method}` });
}

/** Trusted first: a stranger can make a key whose signatures cost a hundred times the usual to check. */
function callerBy(signature: SignatureProof, principals: Principals): Caller {
  const signer = signerOf(signature, principals);
  const caller = believed(principals.ofSignature(signer.certificate));
  checkSignedBy(signer, signature);
  return caller;
}

function ownerOf(token: UsernameToken, principals: Principals, remote: string | undefined): Promise<Verdict> {
  const { name, digest, nonce, created, password } = token;
  return digest === undefined
    ? principals.ofPassword(name, password ?? '', 'usernameToken', remote)
    : principals.ofDigest({ name, digest, nonce: nonce!, created: created! }, remote);
}

function believed(verdict: Verdict): Caller {
  if (verdict.refused === undefined) return verdict.caller;
  throw new Refused({ code: verdict.refused, why: verdict.why });
}

/**
 * What makes the message fresh: the nonce of its token, which a signature covers, else the signature itself. That is known by what was
 * signed, since other values of an ECDSA signature can be made from one.
 */
function onlyOnce(
  token: UsernameToken | undefined,
  signature: SignatureProof | undefined,
  tokenCreated: number,
  created: number | undefined,
): Once | undefined {
  if (token?.nonce !== undefined)
    return { kind: 'usernameToken', nonce: Buffer.from(token.nonce).toString('base64'), created: tokenCreated };
  if (signature === undefined) return undefined;
  const nonce = createHash('sha256').update(signature.signedInfo, 'utf8').digest('base64');
  return { kind: 'signature', nonce, created: created! };
}

async function useUp({ kind, nonce, created }: Once, principal: string, nonces: Nonces): Promise<void> {
  let verdict: Awaited<ReturnType<Nonces['use']>>;
  try {
    verdict = await nonces.use(kind, principal, nonce, created);
  } catch (error) {
    throw new Refused({
      code: codes.authenticationUnavailable,
      why: `it cannot be kept that a ${kind} was used: ${String(error)}`,
    });
  }
  if (verdict === 'full')
    throw new Refused({ code: codes.authenticationUnavailable, why: `no more can be remembered of ${kind}` });
  if (verdict === 'used') wrong(`the ${kind} was used before`);
  if (verdict === 'stale') wrong(`the ${kind} is too old, or of the future`);
}
