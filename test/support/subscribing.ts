/** Endpoints and subscriptions for tests, and what stands in the outbox for them. */
import type { ReplyEndpointSettings, SubscriptionSettings } from '../../src/config/registrations.js';
import { openRegistry } from '../../src/delivery/registry.js';
import type { Delivery } from '../../src/ports/outbox.js';
import type { Registry, Subscription } from '../../src/ports/registry.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import { memoryVault } from './memory-vault.js';

export function anEndpoint(name: string, url = `http://127.0.0.1:9/${name}`): ReplyEndpointSettings {
  const usual = {
    soap: '1.1',
    auth: {},
    tls: {},
    era: '2011',
    replies: 'response',
    active: true,
    connections: 4,
  } as const;
  return { name, url, ...usual };
}

/** A subscription of the endpoint `hub` to events, unless something else is said. */
export function aSubscription(
  filter: SubscriptionSettings['filter'] = {},
  more: Partial<SubscriptionSettings> = {},
): SubscriptionSettings {
  const endpoint = more.endpoint ?? 'hub';
  return { name: `${endpoint}-sub`, endpoint, noun: 'EndDeviceEvents', active: true, filter, ...more };
}

/** A registry with the endpoints that the subscriptions name; nothing is ever sent to them. */
export function aRegistry(store: ObjectStore, ...subscriptions: readonly Subscription[]): Promise<Registry> {
  const names = new Set(['hub', ...subscriptions.map(({ endpoint }) => endpoint)]);
  return openRegistry({ endpoints: [...names].map((name) => anEndpoint(name)), subscriptions }, store, memoryVault());
}

/** Everything in the outbox, the oldest first. */
export async function outbox(store: ObjectStore, endpoint?: string): Promise<readonly Delivery[]> {
  return [...(await store.deliveries({ endpoint, limit: 10_000 }))].reverse();
}

/** The mRIDs of the events in a message. */
export function eventsIn({ xml }: Pick<Delivery, 'xml'>): readonly string[] {
  return [...xml.matchAll(/<obj:EndDeviceEvent>\s*<obj:mRID>([^<]*)</g)].map(([, mRID]) => mRID ?? '');
}
