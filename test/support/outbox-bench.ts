/** A sender over a real store and real HTTP, with a clock that a test moves. */
import { openRegistry, type ManagedRegistry } from '../../src/delivery/registry.js';
import { targetOf, type Environment } from '../../src/delivery/secrets.js';
import { sender, type DeliveryWatch, type Sender } from '../../src/delivery/sender.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import type { Delivery, NewDelivery } from '../../src/ports/outbox.js';
import type { Peers } from '../../src/ports/peers.js';
import type { ReplyEndpoint } from '../../src/ports/registry.js';
import { soapClient } from '../../src/soap/client.js';
import type { CallLimits } from '../../src/soap/http-post.js';
import { alone } from '../../src/store/alone.js';
import { openStore } from '../../src/store/open-store.js';
import { memoryVault } from './memory-vault.js';
import { until } from './until.js';
import { virtualClock, type VirtualClock } from './virtual-clock.js';

export interface OutboxBench {
  readonly store: ObjectStore;
  readonly clock: VirtualClock;
  readonly registry: ManagedRegistry;
  readonly sender: Sender;
  /** What the watch has heard, a line each. */
  readonly heard: readonly string[];
  /** Adds messages whose id is also their MessageID. */
  add(...messages: readonly MessageGiven[]): Promise<void>;
  delivery(id: string): Promise<Delivery>;
  /** Waits until a delivery is as given. */
  untilState(id: string, state: Partial<Delivery>): Promise<Delivery>;
  close(): Promise<void>;
}

export interface MessageGiven {
  readonly id: string;
  readonly endpoint?: string;
  readonly correlationId?: string;
  readonly xml?: string;
}

export interface BenchOptions {
  readonly endpoints: readonly (Partial<ReplyEndpoint> & { readonly name: string; readonly url: string })[];
  readonly limits?: Partial<CallLimits>;
  readonly store?: ObjectStore;
  /** The other processes; none when left out. */
  readonly peers?: Peers;
  readonly clock?: VirtualClock;
  readonly environment?: Environment;
  readonly watch?: Partial<DeliveryWatch>;
}

/** Short enough for a test, long enough for a busy machine. */
const shortLimits: CallLimits = { connect: 1_000, total: 1_500, answer: 65_536 };

export async function outboxBench(options: BenchOptions): Promise<OutboxBench> {
  const store = options.store ?? (await openStore('memory'));
  const clock = options.clock ?? virtualClock();
  const heard: string[] = [];
  const endpoints = options.endpoints.map(replyEndpoint);
  const registry = await openRegistry({ endpoints, subscriptions: [] }, store, memoryVault());
  const limits = { ...shortLimits, ...options.limits };
  const outbox = sender({
    store,
    peers: options.peers ?? alone(),
    clock,
    registry,
    clientOf: async (endpoint) => soapClient(targetOf(endpoint, options.environment ?? {}), limits),
    chance: () => 0,
    watch: {
      attempted: ({ id }, verdict) => {
        heard.push(`${id} ${verdict.kind}${verdict.kind === 'delivered' ? '' : `: ${verdict.reason}`}`);
      },
      dead: ({ id }, reason) => {
        heard.push(`${id} is dead: ${reason}`);
      },
      paused: (endpoint) => {
        heard.push(`${endpoint} is down`);
      },
      trouble: (error) => {
        heard.push(`trouble: ${String(error)}`);
      },
      ...options.watch,
    },
  });
  await outbox.start();

  const delivery = async (id: string): Promise<Delivery> => {
    const found = await store.delivery(id);
    if (found === undefined) throw new Error(`there is no delivery ${id}`);
    return found;
  };
  return {
    store,
    clock,
    registry,
    sender: outbox,
    heard,
    add: (...messages) => store.write({ deliveries: messages.map((given) => newDelivery(given, clock.now())) }),
    delivery,
    untilState: async (id, state) => {
      const fits = async (): Promise<boolean> => {
        const found = await delivery(id);
        return Object.entries(state).every(([key, value]) => found[key as keyof Delivery] === value);
      };
      await until(`${id} is ${JSON.stringify(state)}`, fits).catch(async (error: Error) => {
        throw new Error(`${error.message}; it is ${JSON.stringify(await delivery(id))}; heard ${heard.join(' | ')}`);
      });
      return delivery(id);
    },
    close: async () => {
      const stopped = outbox.stop(0);
      await clock.advance(0);
      await stopped;
      if (options.store === undefined) await store.close();
    },
  };
}

export function replyEndpoint(
  given: Partial<ReplyEndpoint> & { readonly name: string; readonly url: string },
): ReplyEndpoint {
  return { soap: '1.1', auth: {}, tls: {}, era: '2011', replies: 'response', active: true, connections: 4, ...given };
}

export function newDelivery({ id, endpoint = 'cis', correlationId = id, xml }: MessageGiven, at: number): NewDelivery {
  return {
    id,
    endpoint,
    correlationId,
    noun: 'EndDeviceEvents',
    action: 'http://iec.ch/TC57/2011/EndDeviceEvents/CreatedEndDeviceEvents',
    xml: xml ?? eventText(id, correlationId),
    createdAt: at,
  };
}

/** A message that stands on its own. */
export function eventText(messageId: string, correlationId: string): string {
  return (
    '<e:CreatedEndDeviceEvents xmlns:e="http://iec.ch/TC57/2011/EndDeviceEventsMessage" ' +
    'xmlns:m="http://iec.ch/TC57/2011/schema/message">' +
    '<e:Header><m:Verb>created</m:Verb><m:Noun>EndDeviceEvents</m:Noun>' +
    `<m:MessageID>${messageId}</m:MessageID><m:CorrelationID>${correlationId}</m:CorrelationID></e:Header>` +
    '<e:Payload><EndDeviceEvents xmlns="http://iec.ch/TC57/2011/EndDeviceEvents#"/></e:Payload>' +
    '</e:CreatedEndDeviceEvents>'
  );
}
