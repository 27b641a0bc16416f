/** Everything a service lives on, standing still: an empty store in memory, a clock and identifiers that can be foretold. */
import { fileURLToPath } from 'node:url';
import { messageEncoder } from '../../src/contract/message-encoder.js';
import { payloadCheck } from '../../src/contract/payload-check.js';
import { Validators } from '../../src/contract/validator.js';
import { openRegistry } from '../../src/delivery/registry.js';
import type { Clock } from '../../src/ports/clock.js';
import type { HeadEnd } from '../../src/ports/head-end.js';
import type { Ids } from '../../src/ports/ids.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import type { Registry, Subscription } from '../../src/ports/registry.js';
import type { Guard } from '../../src/services/guard.js';
import type { ServicePorts, ServiceSettings } from '../../src/services/noun-row.js';
import { storedNonces } from '../../src/services/stored-nonces.js';
import { embeddedJobs } from '../../src/store/embedded-jobs.js';
import { openStore } from '../../src/store/open-store.js';
import { memoryVault } from './memory-vault.js';
import { aRegistry } from './subscribing.js';
import { virtualClock, type VirtualClock } from './virtual-clock.js';

export interface TestPorts extends ServicePorts {
  readonly clock: VirtualClock;
  /** What the jobs' handlers have failed with. The jobs run from the start; `await ports.jobs.idle()`. */
  readonly jobTroubles: readonly unknown[];
  close(): Promise<void>;
}

export interface TestPortOptions {
  readonly headEnds?: readonly HeadEnd[];
  readonly settings?: Partial<ServiceSettings>;
  readonly guard?: Partial<Guard>;
  /** Whether a plain success carries 0.0; off by default, so that a reply shows what the service said. */
  readonly successCode?: boolean;
  readonly clock?: VirtualClock;
  readonly registry?: Registry;
  /** Without a registry given: a registry with these, and the endpoints that they name. */
  readonly subscriptions?: readonly Subscription[];
}

/** Limits so wide that only a test of limits meets them. */
export const wideSettings: ServiceSettings = {
  syncTimeout: 30_000,
  commandDeadline: 1_800_000,
  contexts: ['PRODUCTION'],
  answerObjects: 1_000,
  answerReadings: 100_000,
  streamedReadings: 1_000_000,
  operations: 1_000,
  controlDevices: 10_000,
  disconnectDevices: 1_000,
  openRequests: 1_000,
  catchUpReads: 'once',
  duplicates: 'refuse',
  headEndSlots: 10_000,
  urgentSlots: 100,
  groupSlots: 10_000,
  controlMessageId: 'optional',
  partSize: 1_000_000,
  eventCodes: {},
  suppressionWindow: 600_000,
  stormRate: 10_000,
  stormWindow: 10_000,
};

/** A guard that lets everything through and records nothing. */
export function openGuard(store: ObjectStore, clock: Clock): Guard {
  return {
    audit: 'off',
    nonces: storedNonces(store, clock, { past: 300_000, future: 60_000, most: 10_000 }),
    replayDetection: 'optional',
    disconnects: {
      secondPerson: false,
      heldFor: 86_400_000,
      critical: { specialNeed: true, servicePriorities: [], groups: [] },
    },
    alarm: () => {},
  };
}

const validators = new Validators(fileURLToPath(new URL('../../wsdl', import.meta.url)));

/** Fresh ports over a store of their own; `close` lets go of it. */
export async function testPorts(options: TestPortOptions = {}): Promise<TestPorts> {
  const store = await openStore('memory', { refuseNested: true });
  const clock = options.clock ?? virtualClock();
  const ids = countingIds('00000000-0000-4000-8000');
  const messageIds = countingIds('11111111-0000-4000-8000');
  const jobs = embeddedJobs(store, clock);
  const jobTroubles: unknown[] = [];
  jobs.start((error) => jobTroubles.push(error));
  return {
    store,
    peers: store.peers,
    clock,
    ids,
    jobs,
    jobTroubles,
    registry: options.registry ?? (await registryOf(store, options.subscriptions ?? [])),
    encoder: messageEncoder(),
    payloads: payloadCheck(validators),
    guard: { ...openGuard(store, clock), ...options.guard },
    headEnds: options.headEnds ?? [],
    replies: {
      source: 'cimgate',
      messageId: () => messageIds.next(),
      now: () => clock.now(),
      successCode: options.successCode ?? false,
    },
    settings: { ...wideSettings, ...options.settings },
    close: async () => {
      await jobs.stop();
      await store.close();
    },
  };
}

function registryOf(store: ObjectStore, subscriptions: readonly Subscription[]): Promise<Registry> {
  if (subscriptions.length > 0) return aRegistry(store, ...subscriptions);
  return openRegistry({ endpoints: [], subscriptions: [] }, store, memoryVault());
}

/** UUIDs that count: `…-000000000001`, `…-000000000002`. */
export function countingIds(prefix: string): Ids {
  let last = 0;
  return { next: () => `${prefix}-${String(++last).padStart(12, '0')}` };
}
