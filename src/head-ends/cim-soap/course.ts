/**
 * The course of one job: what has been said of each of its devices, and what is still to come. Whatever comes twice, late or in
 * another order, each device ends once; only an end that was not known gives way to one that is.
 */
import type { Clock } from '../../ports/clock.js';
import {
  keyOf,
  type Device,
  type DeviceReading,
  type Failure,
  type Job,
  type Notice,
  type Ticket,
} from '../../ports/head-end.js';
import { deviceFinder, type Find } from './dialect.js';
import type { Said, ToldEvent } from './replies.js';

type Outcome = Extract<Notice, { kind: 'final' }>['outcome'];

/** Most readings in one notice. */
const readingsPerNotice = 1_000;

export class Course {
  readonly devices: ReadonlyMap<string, Device>;
  readonly find: Find;
  /** The device, when there is no other. */
  readonly only: string | undefined;
  /** Said so far, in order. */
  readonly notices: Notice[] = [];
  /** MessageIDs of what has been heard. */
  readonly seen = new Set<string>();
  /** Reading types that have brought a value, by device. */
  readonly delivered = new Map<string, Set<string>>();
  /** The end of the reply, which may have come before other parts of it. */
  last: { readonly said: Said; readonly parts: number } | undefined;
  /** Parts of a reply that have come. */
  readonly parts = new Set<number>();
  /** Resolves at the first word of the head end, which is as good as its acknowledgement. */
  readonly heard: Promise<void>;
  /** Resolves when notices are no longer held back. */
  readonly released: Promise<void>;

  readonly #outcomes = new Map<string, Outcome>();
  readonly #canceled = new Set<string>();
  readonly #events = new Set<string>();
  readonly #doubts = new Map<string, Failure>();
  readonly #timers = new Set<() => void>();
  #held: Notice[] | undefined = [];
  #hear: () => void = () => {};
  #release: () => void = () => {};

  constructor(
    readonly job: Job,
    readonly ticket: Ticket,
    private readonly clock: Clock,
    private readonly notify: (notice: Notice) => void,
    private readonly over: () => void,
    usualNameType?: string,
  ) {
    this.devices = new Map(job.devices.map((device) => [keyOf(device), device]));
    this.find = deviceFinder(this.devices.values(), usualNameType);
    this.only = this.devices.size === 1 ? [...this.devices.keys()][0] : undefined;
    this.heard = new Promise((done) => (this.#hear = done));
    this.released = new Promise((done) => (this.#release = done));
    this.after(job.deadline, () => this.#expire());
  }

  /** Devices whose end has not been heard and is waited for. */
  get open(): readonly string[] {
    return [...this.devices.keys()].filter((key) => !this.#outcomes.has(key) && !this.#canceled.has(key));
  }

  /** The head end has said something of this job by itself. */
  wasHeard(): void {
    this.#hear();
  }

  /** Says what was held back, and holds back nothing more. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const notice of held) this.#say(notice);
    this.#release();
    this.#checkOver();
  }

  data(device: string, readings: readonly DeviceReading[], at: number): void {
    const types = this.delivered.get(device) ?? new Set();
    this.delivered.set(device, types);
    for (const { readingType } of readings) types.add(readingType);
    for (let from = 0; from < readings.length; from += readingsPerNotice) {
      const some = readings.slice(from, from + readingsPerNotice);
      this.#say({ kind: 'data', jobId: this.job.id, device, readings: some, at });
    }
  }

  /** An event; the same one told again is not said again. */
  event(device: string, { eventType, facts, told }: ToldEvent, at: number): void {
    const { mRID, createdDateTime } = told;
    const key = JSON.stringify([device, eventType, createdDateTime, mRID]);
    if (this.#events.has(key)) return;
    this.#events.add(key);
    this.#say({ kind: 'event', jobId: this.job.id, device, eventType, at, facts, told });
  }

  end(
    device: string,
    outcome: Outcome,
    failure: Failure | undefined,
    at: number,
    facts: Record<string, string> = {},
  ): void {
    const former = this.#outcomes.get(device);
    if (!this.devices.has(device) || this.#canceled.has(device)) return;
    if (former !== undefined && (former !== 'unknown' || outcome === 'unknown')) return;
    this.#outcomes.set(device, outcome);
    this.#say({ kind: 'final', jobId: this.job.id, device, outcome, failure, facts, at });
    this.#checkOver();
  }

  /** The head end does not know what became of it, which an event may still tell: it is unknown at the deadline only. */
  doubt(device: string, failure: Failure): void {
    this.#doubts.set(device, failure);
    if (this.job.deadline <= this.clock.now()) this.end(device, 'unknown', failure, this.clock.now());
  }

  /** Their part will not run; nothing more is said of them. */
  cancel(devices: readonly string[]): void {
    for (const device of devices) this.#canceled.add(device);
    this.#checkOver();
  }

  /** Runs something at a time, unless the job is closed before. */
  after(at: number, work: () => void): void {
    const cancel = this.clock.at(at, () => {
      this.#timers.delete(cancel);
      work();
    });
    this.#timers.add(cancel);
  }

  close(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.#release();
    this.#hear();
  }

  #expire(): void {
    for (const device of this.open) {
      const failure = this.#doubts.get(device) ?? { code: '4.1', details: 'no answer in time' };
      this.end(device, 'unknown', failure, this.clock.now());
    }
  }

  #checkOver(): void {
    if (this.#held !== undefined || this.open.length > 0) return;
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.over();
  }

  #say(notice: Notice): void {
    if (this.#held !== undefined) {
      this.#held.push(notice);
      return;
    }
    this.notices.push(notice);
    this.notify(notice);
  }
}
