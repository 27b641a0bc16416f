/**
 * The desk between services and head ends: gives out jobs, and matches to them what head ends say, whenever they say it.
 * Knows nothing of messages and of what jobs are for; what belongs to no job any more is kept (keep-notices.ts).
 */
import { codes } from '../message/reply-codes.js';
import {
  HeadEndRefusal,
  keyOf,
  type Device,
  type Failure,
  type HeadEnd,
  type Job,
  type Notice,
} from '../ports/head-end.js';
import { deferredWrites, type DeferredWrites } from './deferred-writes.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { noticeKeeper, type NoticeKeeper } from './notice-keeper.js';
import { routes, type Routed } from './routing.js';

/** What became of a device's part of a job. */
export interface DeviceOutcome {
  readonly device: Device;
  readonly outcome: 'succeeded' | 'failed' | 'unknown';
  /** Always there unless succeeded. */
  readonly failure?: Failure | undefined;
  readonly facts: Readonly<Record<string, string>>;
  /** The head end's own time, or ours where it said nothing; milliseconds since 1970. */
  readonly at: number;
}

/** A notice that says which job it belongs to. */
export type JobNotice = Notice & { readonly jobId: string };

/** Hears the notices of a job, each device's outcome once; other notices as often as the head end tells them. */
export type Listener = (notice: Notice) => void;

export interface HeadEndDesk {
  /**
   * Starts all head ends; resolves when jobs can be run.
   * @param trouble hears of failures that no caller waits for
   */
  start(trouble?: (error: unknown) => void): Promise<void>;
  /** Stops all head ends, ends every wait (outcome unknown), and writes what is still to be written. */
  stop(): Promise<void>;
  /** The head end that manages a device (routing.ts). */
  headEndOf(device: Routed): HeadEnd | undefined;
  /**
   * Runs a job; resolves, never rejects, when every device has its outcome or the deadline passes: the rest is `unknown` then.
   * @param onLate hears what comes after that; without it, or long after, late notices are taken as spontaneous
   * @returns outcomes by device: by its mRID, or first name if it has none
   */
  run(job: Job, onNotice?: Listener, onLate?: Listener): Promise<ReadonlyMap<string, DeviceOutcome>>;
  /** A head end by its name. */
  headEndNamed(name: string): HeadEnd | undefined;
  /**
   * Hears all that is told of jobs whose id begins with `prefix`, before and after restarts: for those who keep their jobs in the store
   * and hand them to the head end themselves. The answer ends it.
   */
  onJobs(prefix: string, listener: (notice: JobNotice) => void): () => void;
  /** Is called when head ends are stopped; the answer ends it. */
  onStop(listener: () => void): () => void;
  /** Resolves when all that head ends have told so far is on disk, with whether it is: the store may not be able to work. */
  flushed(): Promise<boolean>;
  /** Is waited for by `flushed`: for those who write what they are told by ways of their own. The answer ends it. */
  onFlush(listener: () => Promise<void>): () => void;
  /** Whether head ends are being served; when not, what `run` answers says nothing of the devices. */
  running(): boolean;
  /** Takes note of a failure that no caller waits for. */
  readonly trouble: (error: unknown) => void;
  /** Hears what belongs to no job, besides that readings and events are kept; the answer ends it. */
  onSpontaneous(listener: Listener): () => void;
  /** For what is to be written although nobody waits for it. */
  readonly writes: DeferredWrites;
  /** Keeps readings and events that a notice brings, together with others that come in the same moment. */
  readonly keep: NoticeKeeper;
}

/** How many jobs are remembered when they are over, and of how many devices, so that late and repeated notices are known for what they are. */
const remembered = { jobs: 10_000, devices: 50_000 };

interface Entry {
  readonly devices: ReadonlyMap<string, Device>;
  readonly outcomes: Map<string, DeviceOutcome>;
  /** Undefined when it is over: what it holds is not held for as long as the job is remembered. */
  onNotice: Listener | undefined;
  readonly onLate: Listener | undefined;
  /** Ends the wait; does nothing when it is over. */
  finish(): void;
  over: boolean;
}

const desks = new WeakMap<readonly HeadEnd[], HeadEndDesk>();

/** The desk of these head ends: the same one for all who ask, since the head ends notify only one. */
export function headEndDesk(ports: ServicePorts): HeadEndDesk {
  const desk = desks.get(ports.headEnds) ?? makeDesk(ports);
  desks.set(ports.headEnds, desk);
  return desk;
}

function makeDesk(ports: ServicePorts): HeadEndDesk {
  const { store, clock, headEnds, routing } = ports;
  const jobs = new Map<string, Entry>();
  /** Jobs that are over and remembered, the oldest first. */
  const over: { readonly id: string; readonly devices: number }[] = [];
  let devicesOver = 0;
  const listeners = new Set<Listener>();
  const stopping = new Set<() => void>();
  const flushing = new Set<() => Promise<void>>();
  const keepers = new Map<string, (notice: JobNotice) => void>();
  let trouble: (error: unknown) => void = () => {};
  let running = false;
  const writes = deferredWrites(store, clock, (error) => trouble(error));
  const keep = noticeKeeper(ports, writes);

  const tell = <N extends Notice>(listener: (notice: N) => void, notice: N): void => {
    try {
      listener(notice);
    } catch (error) {
      trouble(error); // a head end cannot help it when one of us fails
    }
  };

  function hear(headEnd: HeadEnd, notice: Notice): void {
    for (const [prefix, listener] of keepers)
      if (notice.jobId?.startsWith(prefix)) return tell(listener, notice as JobNotice);
    const entry = notice.jobId === undefined ? undefined : jobs.get(notice.jobId);
    const device = entry?.devices.get(notice.device);
    if (entry === undefined || device === undefined) return spontaneous(headEnd, notice);
    if (notice.kind === 'final' && !note(entry, { ...notice, device })) return;
    const listener = entry.over ? (entry.onLate ?? ((late: Notice) => spontaneous(headEnd, late))) : entry.onNotice;
    if (listener !== undefined) tell(listener, notice);
    if (entry.outcomes.size === entry.devices.size) entry.finish();
  }

  function spontaneous(headEnd: HeadEnd, notice: Notice): void {
    for (const listener of listeners) tell(listener, notice);
    if (notice.kind !== 'data' && notice.kind !== 'event') return;
    keep(notice, { at: timeStampOf(clock.now()), source: headEnd.name });
  }

  async function submit(headEnd: HeadEnd, job: Job, entry: Entry): Promise<void> {
    try {
      await headEnd.submit(job);
    } catch (error) {
      const refused = error instanceof HeadEndRefusal;
      if (!refused) trouble(error);
      if (refused) end(entry, job.devices, 'failed', error.failure);
      else end(entry, job.devices, 'unknown', unknown(`${headEnd.name} failed while it took the job`));
    }
  }

  function end(entry: Entry, devices: Iterable<Device>, outcome: 'failed' | 'unknown', failure: Failure): void {
    for (const device of devices) note(entry, { device, outcome, failure, facts: {}, at: clock.now() });
    if (entry.outcomes.size === entry.devices.size) entry.finish();
  }

  /** The newest is always remembered. */
  function remember(id: string, devices: number): void {
    over.push({ id, devices });
    devicesOver += devices;
    while (over.length > 1 && (over.length > remembered.jobs || devicesOver > remembered.devices)) {
      const [oldest] = over.splice(0, 1);
      jobs.delete(oldest!.id);
      devicesOver -= oldest!.devices;
    }
  }

  const headEndOf = routes(headEnds, routing);

  return {
    writes,
    keep,
    headEndOf,
    headEndNamed: (name) => headEnds.find((one) => one.name === name),
    running: () => running,
    trouble: (error) => trouble(error),
    onStop(listener) {
      stopping.add(listener);
      return () => stopping.delete(listener);
    },
    async flushed() {
      for (const listener of flushing) await listener();
      return writes.settled();
    },
    onFlush(listener) {
      flushing.add(listener);
      return () => flushing.delete(listener);
    },
    onJobs(prefix, listener) {
      keepers.set(prefix, listener);
      return () => keepers.delete(prefix);
    },
    onSpontaneous(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async start(hearTrouble) {
      if (hearTrouble !== undefined) trouble = hearTrouble;
      running = true;
      try {
        await Promise.all(headEnds.map((headEnd) => headEnd.start((notice) => hear(headEnd, notice))));
      } catch (error) {
        await this.stop();
        throw error;
      }
    },

    async stop() {
      running = false;
      await Promise.allSettled(headEnds.map((headEnd) => headEnd.stop()));
      for (const listener of stopping) listener();
      for (const entry of jobs.values()) entry.finish();
      await writes.stop();
    },

    run(job, onNotice, onLate) {
      const devices = new Map(job.devices.map((device) => [keyOf(device), device]));
      const impossible = !running
        ? { code: codes.tooBusy, details: 'the gateway is not serving head ends' }
        : job.deadline <= clock.now()
          ? unknown('the deadline had passed before it was begun')
          : undefined;

      return new Promise((resolve) => {
        const cancel = clock.at(job.deadline, () => entry.finish());
        const entry: Entry = {
          devices,
          outcomes: new Map(),
          onNotice,
          onLate,
          over: false,
          finish() {
            if (entry.over) return;
            entry.over = true;
            cancel();
            const missing = unknown(running ? 'no answer before the deadline' : 'the gateway was stopped');
            for (const device of devices.values()) {
              if (entry.outcomes.has(keyOf(device))) continue;
              note(entry, { device, outcome: 'unknown', failure: missing, facts: {}, at: clock.now() });
            }
            // both: what this function can see lives as long as the entry does
            entry.onNotice = onNotice = undefined;
            remember(job.id, devices.size);
            resolve(new Map(entry.outcomes));
          },
        };
        if (impossible !== undefined) return end(entry, devices.values(), 'failed', impossible);
        jobs.set(job.id, entry); // before it is submitted: a notice may come first
        if (devices.size === 0) entry.finish();
        for (const [headEnd, its] of groupBy([...devices.values()], headEndOf)) {
          if (headEnd !== undefined) void submit(headEnd, { ...job, devices: its }, entry);
          else end(entry, its, 'failed', { code: codes.notAttempted, details: 'no head end manages the device' });
        }
      });
    },
  };
}

/** Notes an outcome; answers false when the device had one already. An unknown outcome gives way to a known one. */
function note({ devices, outcomes }: Entry, found: DeviceOutcome & { readonly kind?: string }): boolean {
  const key = keyOf(found.device);
  const former = outcomes.get(key);
  if (!devices.has(key) || (former !== undefined && (former.outcome !== 'unknown' || found.outcome === 'unknown'))) {
    return false;
  }
  const { device, outcome, failure, facts, at } = found;
  outcomes.set(key, { device, outcome, failure, facts, at });
  return true;
}

function unknown(details: string): Failure {
  return { code: codes.timedOut, details };
}

function groupBy<T, K>(items: readonly T[], keyFor: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyFor(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
