/**
 * Proofs by a name and a password. An unknown name takes as long as a wrong password; who guesses is slowed down; a password that was
 * right a while ago costs a hash of microseconds and not one of a quarter of a second.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { PasswordDigest, Verdict } from '../ports/principals.js';
import type { Attempts, Key } from './attempts.js';
import { callerOf, refusal, type Identity } from './identity.js';
import { fits, nobodysHash } from './password-hash.js';

export interface Passwords {
  ofPassword(name: string, password: string, method: 'basic' | 'usernameToken', remote?: string): Promise<Verdict>;
  ofDigest(token: PasswordDigest, remote?: string): Promise<Verdict>;
}

/** Milliseconds for which a password that was right need not be looked at closely again, and how many such are remembered. */
const trusted = 600_000;
const mostTrusted = 1_000;
/** Hashes at the same time, each of which has a thread and 32 MB, and how many may wait. */
const atWork = 2;
const mostWaiting = 64;
/** One address may fail so many times as often as one name from there: several callers may be behind it. */
const shareOfAddress = 5;

export function passwords(
  identities: ReadonlyMap<string, Identity>,
  ports: { readonly attempts: Attempts; readonly now: () => number },
): Passwords {
  const { attempts, now } = ports;
  const key = randomBytes(32);
  const keyed = (...texts: readonly string[]): Buffer => {
    const hmac = createHmac('sha256', key);
    for (const text of texts) hmac.update(`${Buffer.byteLength(text)}:${text}`);
    return hmac.digest();
  };
  const proved = new Map<string, number>();
  const hashes = [...identities.values()].flatMap(({ hash }) => hash ?? []);
  const nobodys = nobodysHash(hashes[0]);
  const nobodysPassword = randomBytes(16).toString('hex');
  const turn = turns();

  /** Does the same for every name: one keyed hash, and one scrypt where anybody has one. */
  const right = async (identity: Identity | undefined, password: string): Promise<boolean> => {
    const clear = timingSafeEqual(keyed(identity?.password ?? nobodysPassword), keyed(password));
    const hashed = hashes.length > 0 && (await fits(password, identity?.hash ?? nobodys));
    return identity?.hash === undefined ? clear && identity?.password !== undefined : hashed;
  };

  const remember = (sign: string): void => {
    proved.delete(sign);
    proved.set(sign, now() + trusted);
    for (const oldest of proved.keys()) {
      if (proved.size <= mostTrusted) break;
      proved.delete(oldest);
    }
  };

  return {
    async ofPassword(name, password, method, remote) {
      const identity = identities.get(name);
      const sign = keyed(name, password).toString('base64');
      if (identity !== undefined && (proved.get(sign) ?? 0) > now()) return callerOf(identity, method);
      const keys = keysOf(name, remote);
      if (attempts.exhausted(keys)) return tooOften;
      if (!turn.free()) return refusal('7.1', 'too many passwords wait to be checked');
      attempts.count(keys);
      const good = await turn.take(() => right(identity, password));
      if (!good || identity === undefined) return refusal('7.4', whyNot(identity));
      attempts.forgive(keys);
      remember(sign);
      return callerOf(identity, method);
    },
    async ofDigest({ name, digest, nonce, created }, remote) {
      const identity = identities.get(name);
      const keys = keysOf(name, remote);
      if (attempts.exhausted(keys)) return tooOften;
      const expected = createHash('sha1')
        .update(nonce)
        .update(created)
        .update(identity?.password ?? nobodysPassword)
        .digest();
      const same = digest.byteLength === expected.byteLength && timingSafeEqual(digest, expected);
      if (same && identity?.password !== undefined) return callerOf(identity, 'usernameToken');
      attempts.count(keys);
      const hashOnly = identity?.hash !== undefined;
      return refusal(
        '7.4',
        hashOnly ? 'only a hash of the password is kept; a digest needs it clear' : whyNot(identity),
      );
    },
  };
}

const tooOften = refusal(
  '7.1',
  'too many failed attempts of this name or from this address; they are not looked at for a while',
);

function whyNot(identity: Identity | undefined): string {
  if (identity === undefined) return 'there is no such principal';
  return (identity.password ?? identity.hash) ? 'the password is wrong' : 'the principal has no password';
}

/** By name and address together: an attacker elsewhere does not lock out the right one. */
function keysOf(name: string, remote: string | undefined): readonly Key[] {
  if (remote === undefined) return [{ text: `name ${name.slice(0, 256)}`, share: 1 }];
  const from = networkOf(remote);
  return [
    { text: `${from} ${name.slice(0, 256)}`, share: 1 },
    { text: from, share: shareOfAddress },
  ];
}

/** Of IPv6 the first half: the other half is whatever its owner likes. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [front = '', back = ''] = address.split('::');
  const first = front.split(':').filter((group) => group !== '');
  const last = back.split(':').filter((group) => group !== '');
  const zeros = address.includes('::') ? Array<string>(8 - first.length - last.length).fill('0') : [];
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

/** Work that is done by a few at a time. */
function turns(): { free(): boolean; take<T>(work: () => Promise<T>): Promise<T> } {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    free: () => waiting.length < mostWaiting,
    async take(work) {
      if (busy < atWork) busy++;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) busy--;
        else next();
      }
    },
  };
}
