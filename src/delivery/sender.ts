/**
 * Delivers what stands in the outbox (security §4.3, behaviour §2.6): a lane for each endpoint, woken when something was added and
 * when something is due again. Knows nothing of what the messages say. What it does not get written down it does once more:
 * at least once, never lost. Of several processes one has the lane of an endpoint: its order and its breaker are in one hand.
 */
import type { Clock } from '../ports/clock.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { Delivery } from '../ports/outbox.js';
import type { Duty, Peers } from '../ports/peers.js';
import type { Registry, ReplyEndpoint } from '../ports/registry.js';
import type { SoapClient } from '../soap/client.js';
import { attemptNotes } from './attempt-notes.js';
import { lane, type DeliveryWatch, type Lane } from './lane.js';
import { verdictOf, type Verdict } from './verdict.js';

export type { DeliveryWatch } from './lane.js';

export interface SenderPorts {
  readonly store: Pick<ObjectStore, 'dueDeliveries' | 'waitingEndpoints' | 'deliveries' | 'transaction' | 'onAdded'>;
  readonly peers: Peers;
  readonly clock: Clock;
  readonly registry: Registry & { onChanged?(listener: () => void): () => void };
  /** A client for an endpoint; rejects when its secrets cannot be had. */
  readonly clientOf: (endpoint: ReplyEndpoint) => Promise<SoapClient>;
  /** A number from 0 to 1, by chance. */
  readonly chance: () => number;
  readonly watch: DeliveryWatch;
}

export interface Sender {
  /** Takes up what waits in the store. */
  start(): Promise<void>;
  /** Something waits that was not added: dead ones were revived. */
  wake(): void;
  /** Begins nothing new; resolves when what is under way has ended, or `grace` milliseconds are over. */
  stop(grace: number): Promise<void>;
}

/** Between two looks at the times of everything that waits; milliseconds. */
const betweenLooks = 1_000;
/** Until the next look while something is due already: an endpoint that is down must not make looks dear. */
const behindDue = 30_000;

/** Under which processes tell each other for which endpoints there is something to send; and ask whether one knows an endpoint. */
const topic = 'deliveries';
const question = 'endpoint';
/** Messages for an endpoint that is gone, given up at a time. */
const givenUpTogether = 1_000;

interface Served {
  readonly endpoint: ReplyEndpoint;
  /** Gives the lane up; resolves when it has ended here. */
  readonly end: () => Promise<void>;
}

interface Open {
  readonly endpoint: ReplyEndpoint;
  readonly lane: Lane;
  client: Promise<SoapClient> | undefined;
}

/** What of several processes one has: the lane of this endpoint. */
function dutyOf(endpoint: string): string {
  return `endpoint ${endpoint}`;
}

export function sender(ports: SenderPorts): Sender {
  const { store, peers, clock, registry, watch } = ports;
  const notes = attemptNotes(store, clock, (error) => watch.trouble(error));
  /** What this process takes part in, by the endpoint's name; and the lanes that it has. */
  const served = new Map<string, Served>();
  const lanes = new Map<string, Open>();
  /** Lanes of endpoints that have been changed, until what they have under way has ended; by name. */
  const leaving = new Map<string, Promise<void>>();
  const ends: (() => void)[] = [];
  let running = false;
  let nextLook: (() => void) | undefined;

  function open(endpoint: ReplyEndpoint): Open {
    const opened: Open = {
      endpoint,
      client: undefined,
      lane: lane(endpoint, { store, clock, notes, watch, chance: ports.chance, attempt: (d) => attempt(opened, d) }),
    };
    lanes.set(endpoint.name, opened);
    return opened;
  }

  /** The lanes as the registry wants them; one of an endpoint that has changed begins anew. */
  function refresh(): void {
    for (const [name, { endpoint, end }] of [...served]) {
      if (registry.endpoint(name) === endpoint) continue;
      served.delete(name);
      const left = end().then(() => {
        leaving.delete(name);
        if (running) wakeAll();
      });
      leaving.set(name, left);
    }
    // not while the former one is leaving: the new lane would not know what that one has in hand
    for (const endpoint of registry.endpoints())
      if (endpoint.active && !served.has(endpoint.name) && !leaving.has(endpoint.name)) serve(endpoint);
  }

  function serve(endpoint: ReplyEndpoint): void {
    const { name } = endpoint;
    const duty: Duty = {
      sticky: false,
      begin: async () => {
        open(endpoint).lane.wake();
        nextLook?.();
        if (running) look(clock.now()); // what another process has put off
      },
      end: async () => {
        const opened = lanes.get(name);
        lanes.delete(name);
        if (opened !== undefined) await close(opened);
      },
    };
    served.set(name, { endpoint, end: peers.serve(dutyOf(name), duty) });
  }

  async function close(opened: Open): Promise<void> {
    await opened.lane.stop();
    (await opened.client?.catch(() => undefined))?.close();
  }

  function wakeAll(): void {
    refresh();
    for (const { lane: each } of lanes.values()) each.wake();
  }

  /** Only those that have got something: the others would ask the store for nothing. */
  function wakeThese(endpoints: Iterable<string>): void {
    for (const name of endpoints) lanes.get(name)?.lane.wake();
  }

  /** Has those looked at that other processes have. */
  function wakeElsewhere(endpoints: ReadonlySet<string>): void {
    if (peers.others().length === 0) return;
    for (const name of endpoints)
      if (!lanes.has(name)) peers.tell(topic, { endpoints: [name] }, peers.holder(dutyOf(name)));
  }

  async function attempt(opened: Open, delivery: Delivery): Promise<Verdict> {
    let client: SoapClient;
    try {
      client = await (opened.client ??= ports.clientOf(opened.endpoint));
    } catch (error) {
      opened.client = undefined; // the next attempt reads the secrets again
      return { kind: 'failed', alive: false, reason: `it cannot be called: ${(error as Error).message}` };
    }
    try {
      return verdictOf(await client.call(delivery));
    } catch (error) {
      const { name, message } = error as Error;
      if (name === 'Unsendable') return { kind: 'dead', alive: true, reason: message };
      if (name !== 'CallFailed') watch.trouble(error);
      return { kind: 'failed', alive: false, reason: message };
    }
  }

  /** Learns when what waits from former times is due; what this process itself has put off has timers of its own. */
  async function lookAtTimes(): Promise<void> {
    nextLook?.();
    nextLook = undefined;
    try {
      const waiting = await store.waitingEndpoints();
      if (!running) return;
      const now = clock.now();
      let next = Infinity;
      for (const { endpoint, nextAttempt } of waiting) {
        const found = lanes.get(endpoint);
        if (found === undefined) {
          if (registry.endpoint(endpoint) !== undefined) continue;
          void giveUp(endpoint).catch((error: unknown) => watch.trouble(error));
          next = Math.min(next, now + behindDue); // what is left then
        } else if (nextAttempt <= now) {
          found.lane.wake();
          next = Math.min(next, now + behindDue); // what is due later stands behind it, unseen
        } else next = Math.min(next, nextAttempt);
      }
      if (running && next < Infinity) look(next);
    } catch (error) {
      watch.trouble(error);
      if (running) look(clock.now() + betweenLooks);
    }
  }

  function look(at: number): void {
    nextLook = clock.at(Math.max(at, clock.now() + betweenLooks), () => void lookAtTimes());
  }

  /** Messages for an endpoint that is no longer registered, anywhere. */
  async function giveUp(endpoint: string): Promise<void> {
    if (await isKnownElsewhere(endpoint)) return;
    const error = `there is no endpoint ${endpoint} any more`;
    for (let more = true; more && running && registry.endpoint(endpoint) === undefined;) {
      const rows = await store.deliveries({ endpoint, state: 'waiting', limit: givenUpTogether });
      const at = clock.now();
      await Promise.all(rows.map(({ id }) => notes.write({ id, state: 'dead', at, error })));
      for (const row of rows) watch.dead(row, error);
      more = rows.length === givenUpTogether;
    }
  }

  /** Whether another process has the endpoint: one that has other settings, or that has heard of it sooner. Who does not say may. */
  async function isKnownElsewhere(endpoint: string): Promise<boolean> {
    const asked = peers
      .others()
      .map(async (other) => (await peers.ask(other, question, { endpoint }))['known'] !== false);
    const answers = await Promise.allSettled(asked);
    return answers.some((answer) => answer.status === 'rejected' || answer.value);
  }

  return {
    async start() {
      running = true;
      refresh();
      const added: Parameters<typeof store.onAdded>[0] = (what, endpoints) => {
        if (what !== 'deliveries') return;
        if (endpoints === undefined) {
          wakeAll();
          peers.tell(topic, {});
          return;
        }
        wakeThese(endpoints);
        wakeElsewhere(endpoints);
      };
      ends.push(store.onAdded(added));
      ends.push(
        peers.hear(topic, ({ endpoints }) => {
          if (Array.isArray(endpoints)) wakeThese(endpoints as readonly string[]);
          else wakeAll();
        }),
        peers.onMissed(wakeAll),
        peers.respond(question, async ({ endpoint }) => ({
          known: registry.endpoint(endpoint as string) !== undefined,
        })),
      );
      if (registry.onChanged) ends.push(registry.onChanged(wakeAll));
      await lookAtTimes();
    },
    wake: () => {
      if (running) wakeAll();
    },
    async stop(grace) {
      running = false;
      for (const end of ends.splice(0)) end();
      nextLook?.();
      const all = [...lanes.values()];
      const ended = Promise.all([...[...served.values()].map(({ end }) => end()), ...leaving.values()]);
      let cancel: () => void = () => {};
      await Promise.race([ended, new Promise<void>((over) => (cancel = clock.at(clock.now() + grace, over)))]);
      cancel();
      // calls that are still under way fail now, and are noted as such or not at all
      for (const { client } of all) (await client?.catch(() => undefined))?.close();
      await notes.close();
      await ended;
    },
  };
}
