/**
 * The deliveries of one endpoint: its own queue, its own connections, its own breaker, so that a bad endpoint delays nobody else.
 * What may go next is the store's to say (in order for each correlation); the lane remembers only what it has in hand.
 */
import type { Clock } from '../ports/clock.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { Delivery } from '../ports/outbox.js';
import type { ReplyEndpoint } from '../ports/registry.js';
import type { AttemptNote, AttemptNotes } from './attempt-notes.js';
import { breaker } from './breaker.js';
import { patience, waitAfter, type Verdict } from './verdict.js';

export interface LanePorts {
  readonly store: Pick<ObjectStore, 'dueDeliveries'>;
  readonly clock: Clock;
  readonly notes: AttemptNotes;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  /** Sends one message; never rejects. */
  readonly attempt: (delivery: Delivery) => Promise<Verdict>;
  readonly watch: DeliveryWatch;
}

/** Who hears of deliveries: log and metrics. */
export interface DeliveryWatch {
  attempted(delivery: Delivery, verdict: Verdict): void;
  /** Given up: somebody has to look at it. */
  dead(delivery: Delivery, reason: string): void;
  /** The endpoint is left alone for a while. */
  paused(endpoint: string, until: number, reason: string): void;
  /** The store does not work, or something else that should not be. */
  trouble(error: unknown): void;
}

export interface Lane {
  /** There may be something to send. */
  wake(): void;
  /** Calls `wake` at that time, too. */
  wakeAt(time: number): void;
  /** Takes nothing up any more; resolves when nothing is under way. */
  stop(): Promise<void>;
  readonly idle: boolean;
}

/** Rows read at a time for each connection. */
const ahead = 16;
/** Wakings are rounded up to this, so that many retries need few timers; milliseconds. */
const grain = 100;
/** Rows given up at a time when an endpoint stays down. */
const sweepSize = 500;

export function lane(endpoint: ReplyEndpoint, ports: LanePorts): Lane {
  const { store, clock, notes, watch } = ports;
  const { name, connections } = endpoint;
  const circuit = breaker(connections);
  const batch = Math.max(32, ahead * connections);
  /** Read and not yet begun. */
  let queue: Delivery[] = [];
  /** Correlations of everything read whose outcome is not on disk yet. */
  const inHand = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const timers = new Map<number, () => void>();
  let sending = 0;
  let reading = false;
  let dirty = false;
  let stopped = false;

  function wakeAt(time: number): void {
    const at = Math.ceil(time / grain) * grain;
    if (stopped || timers.has(at)) return;
    timers.set(
      at,
      clock.at(at, () => {
        timers.delete(at);
        wake();
      }),
    );
  }

  function wake(): void {
    dirty = true;
    pump();
  }

  /** Begins what may begin. */
  function pump(): void {
    if (stopped) return;
    const now = clock.now();
    const slots = circuit.slots(now);
    while (sending < slots && queue.length > 0) begin(queue.shift()!);
    if (slots === 0) {
      // what has been read may wait for long: it is left to the store until then
      for (const { correlationId } of queue.splice(0)) inHand.delete(correlationId);
      wakeAt(circuit.openUntil() ?? now);
    } else if (dirty && !reading && queue.length < connections && sending < slots) void read(slots);
  }

  async function read(slots: number): Promise<void> {
    reading = true;
    dirty = false;
    const limit = slots < connections ? 1 : batch;
    try {
      const rows = await store.dueDeliveries({ endpoint: name, now: clock.now(), except: [...inHand], limit });
      // a pause that began meanwhile must not end with them in hand
      const mayGo = !stopped && circuit.slots(clock.now()) > 0;
      if (rows.length >= limit || (!mayGo && rows.length > 0)) dirty = true;
      if (mayGo) {
        queue.push(...rows);
        for (const { correlationId } of rows) inHand.add(correlationId);
      }
    } catch (error) {
      if (!stopped) watch.trouble(error);
      wakeAt(clock.now() + 1_000);
    }
    reading = false;
    pump();
  }

  function begin(delivery: Delivery): void {
    sending++;
    const work = deliver(delivery).finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const verdict = await ports.attempt(delivery);
    sending--;
    const now = clock.now();
    const wasOpen = circuit.openUntil();
    circuit.note(verdict.alive, now);
    const until = circuit.openUntil();
    watch.attempted(delivery, verdict);
    if (until !== undefined && verdict.kind !== 'delivered') {
      if (wasOpen === undefined) watch.paused(name, until, verdict.reason);
      else if (!stopped) await giveUpOld(verdict.reason, delivery.correlationId);
    }
    pump();
    const note = noteOf(delivery, verdict, now);
    await notes.write(note);
    if (note.state === 'dead') watch.dead(delivery, note.error ?? '');
    inHand.delete(delivery.correlationId);
    if (note.nextAttempt !== undefined) wakeAt(note.nextAttempt);
    wake();
  }

  function noteOf(delivery: Delivery, verdict: Verdict, at: number): AttemptNote {
    const { id } = delivery;
    if (verdict.kind === 'delivered') return { id, state: 'delivered', at };
    if (verdict.kind === 'dead') return { id, state: 'dead', at, error: verdict.reason };
    const nextAttempt = at + waitAfter(delivery.attempts + 1, ports.chance());
    if (nextAttempt - delivery.since > patience)
      return { id, state: 'dead', at, error: `given up after 24 hours; at last ${verdict.reason}` };
    return { id, state: 'waiting', at, nextAttempt, error: verdict.reason };
  }

  /** An endpoint that stays down: what has waited too long without an attempt of its own is given up as well. */
  async function giveUpOld(reason: string, except: string): Promise<void> {
    const at = clock.now();
    try {
      const query = { endpoint: name, now: at, except: [...inHand, except], limit: sweepSize };
      const old = (await store.dueDeliveries(query)).filter(({ since }) => at - since > patience);
      const error = `given up after 24 hours; the endpoint is down: ${reason}`;
      await Promise.all(
        old.map(async (delivery) => {
          await notes.write({ id: delivery.id, state: 'dead', at, error });
          watch.dead(delivery, error);
        }),
      );
    } catch (trouble) {
      watch.trouble(trouble);
    }
  }

  return {
    wake,
    wakeAt,
    get idle() {
      return sending === 0 && queue.length === 0 && !reading && inHand.size === 0;
    },
    stop: async () => {
      stopped = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
      queue = [];
      await Promise.all([...underWay]);
    },
  };
}
