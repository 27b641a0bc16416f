/** Reply endpoints and subscriptions: those of the configuration, and those made at run time, which the store keeps. */
import { isDeepStrictEqual } from 'node:util';
import type { ObjectStore } from '../ports/object-store.js';
import type { Peers } from '../ports/peers.js';
import type { Registry, ReplyEndpoint, Subscription } from '../ports/registry.js';
import { NoStorageKey } from './storage-keys.js';
import type { Vault } from './vault.js';

/** Under which processes tell each other that it has changed. */
const topic = 'registry';

/** Why a change of the registry is refused. */
export class RegistryRefusal extends Error {
  constructor(
    readonly kind: 'configured' | 'unknown' | 'taken' | 'in use' | 'no key',
    message: string,
  ) {
    super(message);
    this.name = 'RegistryRefusal';
  }
}

/** What the configuration names is fixed; everything else can be changed while the gateway runs. Refusals are thrown. */
export interface ManagedRegistry extends Registry {
  /** All subscriptions, those not in force too. */
  allSubscriptions(): readonly Subscription[];
  isConfigured(kind: 'endpoint' | 'subscription', name: string): boolean;
  saveEndpoint(endpoint: ReplyEndpoint): Promise<void>;
  removeEndpoint(name: string): Promise<void>;
  saveSubscription(subscription: Subscription): Promise<void>;
  removeSubscription(name: string): Promise<void>;
  /** Hears of every change, after it; the answer ends it. */
  onChanged(listener: () => void): () => void;
}

export interface Configured {
  readonly endpoints: readonly ReplyEndpoint[];
  readonly subscriptions: readonly Subscription[];
}

/**
 * Opens the registry with what the store has kept. The configuration wins over a saved one of the same name.
 * @param vault encrypts what the store gets of secrets
 * @param peers the other processes that change it too
 */
export async function openRegistry(
  configured: Configured,
  store: ObjectStore,
  vault: Vault,
  peers?: Pick<Peers, 'homes' | 'tell' | 'hear' | 'onMissed'>,
): Promise<ManagedRegistry> {
  const fixedEndpoints = byName(configured.endpoints);
  const fixedSubscriptions = byName(configured.subscriptions);
  const saved = async (): Promise<ReadonlyMap<string, ReplyEndpoint>> =>
    byName((await store.savedEndpoints()).map((stored) => vault.opened(stored)));
  const endpoints = new Map([...(await saved()), ...fixedEndpoints]);
  const subscriptions = new Map([...byName(await store.savedSubscriptions()), ...fixedSubscriptions]);
  const listeners = new Set<() => void>();
  let active: Active = look(endpoints, subscriptions);
  /** Changes go one after the other, each checked against what the one before has left. */
  let last: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  const changed = (): void => {
    active = look(endpoints, subscriptions);
    for (const listener of [...listeners]) listener();
  };
  /** Takes over what other processes have saved; what is as it was stays the same object. */
  const reload = async (): Promise<void> => {
    renew(endpoints, new Map([...(await saved()), ...fixedEndpoints]));
    renew(subscriptions, new Map([...byName(await store.savedSubscriptions()), ...fixedSubscriptions]));
    changed();
  };
  const change = (work: () => Promise<void>): Promise<void> =>
    inTurn(async () => {
      if (peers?.homes() !== undefined) await reload(); // to be checked against what others have saved
      await work();
      changed();
      peers?.tell(topic, {});
    });
  // when the store cannot be read now, its connections are lost and all is looked at again when they are back
  const reloadSoon = (): void => void inTurn(reload).catch(() => {});
  peers?.hear(topic, reloadSoon);
  peers?.onMissed(reloadSoon);
  const mayChange = (fixed: ReadonlyMap<string, unknown>, name: string): void => {
    if (!fixed.has(name)) return;
    throw new RegistryRefusal('configured', `${name} stands in the configuration file, and is changed there`);
  };

  return {
    endpoint: (name) => endpoints.get(name),
    endpointAt: (replyAddress) => {
      const text = replyAddress.trim();
      const named = endpoints.get(text);
      if (named !== undefined) return named.active ? named : undefined;
      const address = canonicalUrl(text);
      return address === undefined ? undefined : active.byUrl.get(address);
    },
    endpoints: () => [...endpoints.values()],
    subscriptions: (noun) => (noun === undefined ? active.subscriptions : (active.byNoun.get(noun) ?? [])),
    allSubscriptions: () => [...subscriptions.values()],
    isConfigured: (kind, name) => (kind === 'endpoint' ? fixedEndpoints : fixedSubscriptions).has(name),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    saveEndpoint: (endpoint) =>
      change(async () => {
        mayChange(fixedEndpoints, endpoint.name);
        const url = canonicalUrl(endpoint.url);
        const other = [...endpoints.values()].find((e) => e.name !== endpoint.name && canonicalUrl(e.url) === url);
        if (other !== undefined)
          throw new RegistryRefusal('taken', `${other.name} has the same address; a ReplyAddress must tell them apart`);
        const stored = keepable(vault, endpoint);
        await store.transaction((tx) => tx.saveEndpoint(stored));
        endpoints.set(endpoint.name, endpoint);
      }),
    removeEndpoint: (name) =>
      change(async () => {
        mayChange(fixedEndpoints, name);
        if (!endpoints.has(name)) throw new RegistryRefusal('unknown', `there is no endpoint ${name}`);
        const user = [...subscriptions.values()].find(({ endpoint }) => endpoint === name);
        if (user !== undefined)
          throw new RegistryRefusal('in use', `the subscription ${user.name} uses it; remove that first`);
        const [waiting] = await store.deliveries({ endpoint: name, state: 'waiting', limit: 1 });
        if (waiting !== undefined)
          throw new RegistryRefusal('in use', 'messages wait for it; make it inactive, or let them end first');
        await store.transaction((tx) => tx.removeEndpoint(name));
        endpoints.delete(name);
      }),
    saveSubscription: (subscription) =>
      change(async () => {
        mayChange(fixedSubscriptions, subscription.name);
        if (!endpoints.has(subscription.endpoint))
          throw new RegistryRefusal('unknown', `there is no endpoint ${subscription.endpoint}; register it first`);
        await store.transaction((tx) => tx.saveSubscription(subscription));
        subscriptions.set(subscription.name, subscription);
      }),
    removeSubscription: (name) =>
      change(async () => {
        mayChange(fixedSubscriptions, name);
        if (!subscriptions.has(name)) throw new RegistryRefusal('unknown', `there is no subscription ${name}`);
        await store.transaction((tx) => tx.removeSubscription(name));
        subscriptions.delete(name);
      }),
  };
}

/**
 * Encrypts what lies in the store in clear, or under a key of before. Answers the endpoints for which that could not be done, and why:
 * they go on as they are.
 */
export async function sealSaved(
  store: ObjectStore,
  vault: Vault,
): Promise<readonly { readonly endpoint: string; readonly reason: string }[]> {
  const left: { endpoint: string; reason: string }[] = [];
  const stale = (await store.savedEndpoints()).filter((stored) => vault.isStale(stored));
  for (const { name } of stale)
    await store.transaction(async (tx) => {
      const stored = (await tx.savedEndpoints()).find((one) => one.name === name);
      if (stored === undefined || !vault.isStale(stored)) return; // another process was faster
      try {
        await tx.saveEndpoint(vault.sealed(vault.opened(stored)));
      } catch (error) {
        if (!(error instanceof NoStorageKey)) throw error;
        left.push({ endpoint: name, reason: error.message });
      }
    });
  return left;
}

function keepable(vault: Vault, endpoint: ReplyEndpoint): ReplyEndpoint {
  try {
    return vault.sealed(endpoint);
  } catch (error) {
    if (!(error instanceof NoStorageKey)) throw error;
    throw new RegistryRefusal('no key', `a secret given as {value: TEXT} is not taken: ${error.message}`);
  }
}

/** What is in force, ready for look-up. */
interface Active {
  readonly byUrl: ReadonlyMap<string, ReplyEndpoint>;
  readonly subscriptions: readonly Subscription[];
  readonly byNoun: ReadonlyMap<string, readonly Subscription[]>;
}

function look(endpoints: ReadonlyMap<string, ReplyEndpoint>, subscriptions: ReadonlyMap<string, Subscription>): Active {
  const byUrl = new Map<string, ReplyEndpoint>();
  for (const endpoint of endpoints.values()) {
    const url = canonicalUrl(endpoint.url);
    if (endpoint.active && url !== undefined) byUrl.set(url, endpoint);
  }
  const inForce = [...subscriptions.values()].filter((s) => s.active && endpoints.get(s.endpoint)?.active === true);
  const byNoun = new Map<string, Subscription[]>();
  for (const subscription of inForce)
    byNoun.set(subscription.noun, [...(byNoun.get(subscription.noun) ?? []), subscription]);
  return { byUrl, subscriptions: inForce, byNoun };
}

/**
 * An address in the one form in which addresses are compared (security §4.8): scheme and host in small letters, no usual port,
 * no dots in the path. Undefined for what is no http address, and for one with a password or a fragment in it.
 */
export function canonicalUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const http = url.protocol === 'http:' || url.protocol === 'https:';
  return http && url.username === '' && url.password === '' && url.hash === '' ? url.href : undefined;
}

/** Makes `kept` what `now` is; what is as it was stays the same object. */
function renew<T>(kept: Map<string, T>, now: ReadonlyMap<string, T>): void {
  for (const name of [...kept.keys()]) if (!now.has(name)) kept.delete(name);
  for (const [name, one] of now) if (!isDeepStrictEqual(kept.get(name), one)) kept.set(name, one);
}

function byName<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.name, one]));
}
