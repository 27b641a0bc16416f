import type { Clock } from '../../ports/clock.js';
import { keyOf, type Device, type Job, type Notice, type Ticket } from '../../ports/head-end.js';
import { failed } from './conversation.js';

/** One device's part of a job, as the fleet would carry it out. */
export interface Part {
  /** Said when the part is begun. */
  readonly begun: readonly Notice[];
  /** Milliseconds of the clock from there to the answer; `undefined` = it never comes. */
  readonly latency: number | undefined;
  /** Carries the part out and says what came of it. Called once, when the answer is due; late too. */
  answer(): Iterable<Notice>;
  /** Whether all of it is said again a moment later. */
  readonly twice?: true | undefined;
  /** Whether it is carried out at once, when the part is begun. */
  readonly early?: true | undefined;
}

export interface JobBookOptions {
  readonly clock: Clock;
  /** Time stamps of notices. */
  readonly now: () => number;
  readonly send: (notice: Notice) => void;
  /** How many devices of a job are begun in each millisecond; the rest waits and can still be cancelled. */
  readonly devicesPerMillisecond: number;
  /** How many finished jobs can still be polled, and how many readings and other notices they may hold together. */
  readonly keep: { readonly jobs: number; readonly notices: number };
}

/** Milliseconds after which what is said twice comes again. */
const REPETITION = 25;

type Stage = 'waiting' | 'begun' | 'over' | 'canceled';

interface Entry {
  readonly job: Job;
  readonly ticket: Ticket;
  readonly devices: readonly Device[];
  readonly stages: Stage[];
  readonly notices: Notice[];
  /** Devices neither over nor cancelled. */
  open: number;
  /** Readings and other notices held. */
  weight: number;
  forgetDeadline: () => void;
}

/**
 * The course of jobs in time: begins devices one after the other, has each answer after its latency, ends all that are still
 * open at the deadline, and remembers what was said. Knows nothing of meters: what a device says comes with `run`.
 */
export class JobBook {
  readonly #options: JobBookOptions;
  readonly #entries = new Map<string, Entry>();
  /** Finished jobs that can be polled, the oldest first. */
  readonly #finished = new Map<string, Entry>();
  /** Jobs no longer kept, until their deadline: they must not run twice. After it nobody may submit them anyway. */
  readonly #remembered = new Map<string, { readonly ticket: Ticket; readonly deadline: number }>();
  readonly #timers = new Set<() => void>();
  #weight = 0;

  constructor(options: JobBookOptions) {
    this.#options = options;
  }

  /** The ticket of a job taken before. */
  ticketOf(jobId: string): Ticket | undefined {
    return this.#entries.get(jobId)?.ticket ?? this.#remembered.get(jobId)?.ticket;
  }

  /** Writes the job down; nothing runs before `run`. A device named twice counts once. */
  take(job: Job, ticket: Ticket): void {
    const devices = [...new Map(job.devices.map((device) => [keyOf(device), device])).values()];
    const stages = devices.map((): Stage => 'waiting');
    const entry: Entry = {
      job,
      ticket,
      devices,
      stages,
      notices: [],
      open: devices.length,
      weight: 0,
      forgetDeadline: () => {},
    };
    this.#entries.set(job.id, entry);
    entry.forgetDeadline = this.#at(job.deadline, () => this.#expire(entry));
    if (entry.open === 0) this.#finish(entry);
  }

  /** The devices of a job taken, each once. */
  devicesOf(jobId: string): readonly Device[] {
    return this.#entries.get(jobId)?.devices ?? [];
  }

  /** Begins a job's devices from now on, or from its `notBefore`; `part` is asked for each when its turn comes. */
  run(jobId: string, part: (device: Device, place: number) => Part): void {
    const entry = this.#entries.get(jobId);
    if (entry === undefined) return;
    const { clock, devicesPerMillisecond } = this.#options;
    const start = Math.max(clock.now(), entry.job.kind === 'control' ? (entry.job.notBefore ?? 0) : 0);
    let place = 0;
    const due = (): number => start + Math.floor(place / devicesPerMillisecond);
    const next = (): void => {
      while (place < entry.devices.length && due() <= clock.now()) this.#begin(entry, place++, part);
      if (place < entry.devices.length && entry.open > 0) this.#at(due(), next);
    };
    if (entry.open > 0) this.#at(start, next);
  }

  /** Begins these places of a job now, whatever their turn, unless the job waits for its start. */
  hurry(jobId: string, places: readonly number[], part: (device: Device, place: number) => Part): void {
    const entry = this.#entries.get(jobId);
    if (entry === undefined) return;
    if (entry.job.kind === 'control' && (entry.job.notBefore ?? 0) > this.#options.clock.now()) return;
    for (const place of places) this.#begin(entry, place, part);
  }

  /** Takes back the devices not begun yet, all of the job or only those with these mRIDs; answers which. */
  cancel(ticket: Ticket, only?: readonly string[]): readonly string[] {
    const entry = this.#entryOf(ticket);
    if (entry === undefined) return [];
    const canceled: string[] = [];
    entry.devices.forEach((device, place) => {
      if (entry.stages[place] !== 'waiting' || (only !== undefined && !only.includes(device.mRID))) return;
      this.#close(entry, place, 'canceled');
      canceled.push(device.mRID);
    });
    return canceled;
  }

  /** The notices so far; none of a job that is unknown or no longer kept. */
  poll(ticket: Ticket): readonly Notice[] {
    return [...(this.#entryOf(ticket)?.notices ?? [])];
  }

  /** Stops every timer and forgets every job. */
  clear(): void {
    for (const cancel of this.#timers) cancel();
    for (const kept of [this.#timers, this.#entries, this.#finished, this.#remembered]) kept.clear();
    this.#weight = 0;
  }

  #entryOf(ticket: Ticket): Entry | undefined {
    const entry = this.#entries.get(ticket.jobId);
    return ticket.reference === '' || entry?.ticket.reference === ticket.reference ? entry : undefined;
  }

  #begin(entry: Entry, place: number, partOf: (device: Device, place: number) => Part): void {
    const device = entry.devices[place];
    if (device === undefined || entry.stages[place] !== 'waiting') return;
    entry.stages[place] = 'begun';
    const part = partOf(device, place);
    for (const notice of part.begun) this.#say(entry, notice);
    if (part.latency === undefined) return;
    if (part.early) this.#answer(entry, place, part);
    else this.#at(this.#options.clock.now() + part.latency, () => this.#answer(entry, place, part));
  }

  #answer(entry: Entry, place: number, part: Part): void {
    const said: Notice[] = [];
    for (const notice of part.answer()) {
      const final = notice.kind === 'final';
      if (final && entry.stages[place] !== 'begun') continue;
      this.#say(entry, notice);
      if (final) this.#close(entry, place, 'over');
      if (part.twice) said.push(notice);
    }
    if (said.length === 0) return;
    this.#at(this.#options.clock.now() + REPETITION, () => {
      for (const notice of said) this.#say(entry, notice);
    });
  }

  /** The deadline: a part begun may or may not have been done; one not begun surely has not. */
  #expire(entry: Entry): void {
    entry.devices.forEach((device, place) => {
      const stage = entry.stages[place];
      if (stage !== 'begun' && stage !== 'waiting') return;
      const failure = { code: '4.1', details: stage === 'begun' ? 'no answer in time' : 'not begun in time' };
      const outcome = stage === 'begun' ? 'unknown' : 'failed';
      this.#say(entry, failed(entry.job.id, keyOf(device), failure, this.#options.now(), outcome));
      this.#close(entry, place, 'over');
    });
  }

  #say(entry: Entry, notice: Notice): void {
    const weight = notice.kind === 'data' ? 1 + notice.readings.length : 1;
    if (this.#entries.has(entry.job.id)) {
      entry.notices.push(notice);
      entry.weight += weight;
      if (this.#finished.has(entry.job.id)) this.#weight += weight;
    }
    this.#options.send(notice);
  }

  #close(entry: Entry, place: number, stage: Stage): void {
    entry.stages[place] = stage;
    entry.open--;
    if (entry.open === 0) this.#finish(entry);
  }

  #finish(entry: Entry): void {
    entry.forgetDeadline();
    this.#finished.set(entry.job.id, entry);
    this.#weight += entry.weight;
    const { keep, clock } = this.#options;
    for (const [id, old] of this.#finished) {
      if (this.#finished.size <= Math.max(1, keep.jobs) && this.#weight <= keep.notices) break;
      if (id === entry.job.id) break; // the newest is always kept
      this.#finished.delete(id);
      this.#entries.delete(id);
      this.#weight -= old.weight;
      this.#remembered.set(id, { ticket: old.ticket, deadline: old.job.deadline });
    }
    for (const [id, { deadline }] of this.#remembered) {
      if (deadline > clock.now()) break;
      this.#remembered.delete(id);
    }
  }

  #at(when: number, work: () => void): () => void {
    const cancel = this.#options.clock.at(when, () => {
      this.#timers.delete(forget);
      work();
    });
    const forget = (): void => {
      this.#timers.delete(forget);
      cancel();
    };
    this.#timers.add(forget);
    return forget;
  }
}
