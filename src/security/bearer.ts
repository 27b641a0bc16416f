/**
 * Proofs by a bearer token (a JWT as OAuth 2.0 and OpenID Connect issue them). The keys of the issuer are fetched when they are first
 * needed, and again for a key that is not known, but not more often than every half minute.
 */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { readFileSync } from 'node:fs';
import { isGatewayName } from '../message/caller.js';
import type { Verdict } from '../ports/principals.js';
import { callerOf, refusal, type Identity } from './identity.js';

export interface BearerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks?: { readonly file: string } | { readonly url: string } | undefined;
  readonly principalClaim: string;
  readonly rolesClaim?: string | undefined;
  readonly algorithms: readonly string[];
  /** Seconds. */
  readonly clockTolerance: number;
}

/** Milliseconds: one attempt to fetch keys, how soon one may follow the other, how long keys are believed. */
const patience = 5_000;
const cooldown = 30_000;
const keysHold = 600_000;
/** Characters of the answer of a discovery. */
const mostDiscovery = 262_144;

/** @param bySubject principals by what the claim says; @param named all names of principals */
export function bearer(
  settings: BearerSettings,
  bySubject: ReadonlyMap<string, Identity>,
  named: ReadonlySet<string>,
  now: () => number,
): (token: string) => Promise<Verdict> {
  const keys = keysOf(settings, now);
  const { issuer, audience, principalClaim, rolesClaim, clockTolerance } = settings;
  return async (token) => {
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, await keys(), {
        ...{ issuer, audience, clockTolerance, algorithms: [...settings.algorithms] },
        ...{ requiredClaims: ['exp', principalClaim], currentDate: new Date(now()) },
      }));
    } catch (error) {
      return refusedFor(error);
    }
    const subject = payload[principalClaim];
    if (typeof subject !== 'string' || subject === '' || subject.length > 512)
      return refusal('7.4', `the claim ${principalClaim} of the token is no text`);
    const identity = bySubject.get(subject);
    if (rolesClaim === undefined)
      return identity === undefined
        ? refusal('7.4', 'the subject of the token is no principal')
        : callerOf(identity, 'bearer');
    const roles = rolesIn(payload, rolesClaim);
    if (identity !== undefined) return callerOf({ name: identity.name, roles }, 'bearer');
    if (isGatewayName(subject)) return refusal('7.4', 'the subject of the token is called as the gateway itself');
    // whoever issues tokens does not make anybody somebody of the settings
    if (named.has(subject))
      return refusal('7.4', 'the subject of the token is called as a principal that is somebody else');
    return callerOf({ name: subject, roles }, 'bearer');
  };
}

function refusedFor(error: unknown): Verdict {
  if (error instanceof KeysOutOfReach || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid)
    return refusal('7.1', `the keys of the issuer are not to be had: ${error.message}`);
  if (error instanceof errors.JWKSNoMatchingKey) return refusal('7.4', 'the issuer has no such key');
  // what fetching itself throws is no error of the token
  if (!(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC')
    return refusal('7.1', `the token could not be checked: ${(error as Error).message}`);
  return refusal('7.4', `the token is not good: ${error.message}`);
}

class KeysOutOfReach extends Error {}

/** The keys, as they are to be asked for each token. */
function keysOf({ jwks, issuer }: BearerSettings, now: () => number): () => Promise<JWTVerifyGetKey> {
  if (jwks !== undefined && 'file' in jwks) {
    const set = createLocalJWKSet(JSON.parse(readFileSync(jwks.file, 'utf8')) as JSONWebKeySet);
    return async () => set;
  }
  if (jwks !== undefined) {
    const set = guarded(remote(new URL(jwks.url)), now);
    return async () => set;
  }
  let found: Promise<JWTVerifyGetKey> | undefined;
  let notBefore = -Infinity;
  return () => {
    if (found !== undefined) return found;
    if (now() < notBefore) throw new KeysOutOfReach('the issuer did not answer just now');
    found = discovered(issuer).then((url) => guarded(remote(url), now));
    found.catch(() => {
      found = undefined;
      notBefore = now() + patience;
    });
    return found;
  };
}

function remote(url: URL): ReturnType<typeof createRemoteJWKSet> {
  return createRemoteJWKSet(url, { timeoutDuration: patience, cooldownDuration: cooldown, cacheMaxAge: keysHold });
}

/** After a failure to fetch, the next attempt waits: tokens are many. Meanwhile keys that are not old yet go on to work. */
function guarded(keys: ReturnType<typeof createRemoteJWKSet>, now: () => number): JWTVerifyGetKey {
  let notBefore = -Infinity;
  const known: JWTVerifyGetKey = (header, token) => {
    const set = keys.fresh ? keys.jwks() : undefined;
    if (set === undefined) throw new KeysOutOfReach('the issuer did not answer just now');
    return createLocalJWKSet(set)(header, token);
  };
  return async (header, token) => {
    if (now() < notBefore) return known(header, token);
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      if (error instanceof errors.JOSENotSupported) throw error;
      notBefore = now() + patience;
      throw new KeysOutOfReach((error as Error).message, { cause: error });
    }
  };
}

/** Where the issuer says that its keys are (OpenID Connect Discovery 1.0, 4). */
async function discovered(issuer: string): Promise<URL> {
  const place = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(place, { redirect: 'error', signal: AbortSignal.timeout(patience) });
    if (!answer.ok) throw new Error(`${place} answered ${answer.status}`);
    const text = await answer.text();
    if (text.length > mostDiscovery) throw new Error(`${place} answered too much`);
    const told = JSON.parse(text) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
    if (told.issuer !== issuer) throw new Error(`${place} is of another issuer`);
    const url = new URL(String(told.jwks_uri));
    if (url.protocol !== 'https:' && url.protocol !== new URL(issuer).protocol)
      throw new Error('its keys are not at an https address');
    return url;
  } catch (error) {
    throw new KeysOutOfReach((error as Error).message, { cause: error });
  }
}

/** A claim by its name, or by a path as `realm_access.roles`: a list of texts, or one text with spaces. */
function rolesIn(payload: JWTPayload, claim: string): readonly string[] {
  let value: unknown = payload[claim];
  if (value === undefined)
    value = claim.split('.').reduce<unknown>((at, key) => {
      const inside = typeof at === 'object' && at !== null && Object.hasOwn(at, key);
      return inside ? (at as Record<string, unknown>)[key] : undefined;
    }, payload);
  const all: readonly unknown[] =
    typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? (value as unknown[]) : [];
  return all.filter((role): role is string => typeof role === 'string' && role !== '').slice(0, 100);
}
