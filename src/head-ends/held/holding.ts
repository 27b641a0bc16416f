/**
 * A head end while this process holds it: does for all processes what they ask, and remembers which of them has given it which job, so
 * that each hears of its own. What belongs to nobody who is there is heard here.
 */
import type { Clock } from '../../ports/clock.js';
import {
  HeadEndRefusal,
  keyOf,
  type HeadEnd,
  type InventoryItem,
  type Job,
  type Notice,
  type Ticket,
} from '../../ports/head-end.js';
import { refusal, type Answers, type Question } from './letters.js';
import { Places, type PlaceLimits } from './places.js';

export interface HoldingMeans {
  readonly headEnd: HeadEnd;
  /** Names this session, unlike any other of any process. */
  readonly session: string;
  readonly limits: PlaceLimits;
  readonly clock: Clock;
  /** Whether another process is there. */
  readonly isThere: (process: number) => boolean;
  /** Tells another process. */
  readonly send: (process: number, notices: readonly Notice[]) => void;
  /** Hears what is for this process. */
  readonly hear: (notice: Notice) => void;
}

/** This process, among those that ask. */
export const here = 'here';
export type Asker = number | typeof here;

/** Jobs that are over and remembered, so that what comes late goes where it belongs. */
const jobsRemembered = 10_000;
const itemsPerPage = 500;
/** Inventories that are being read by others; of those that nobody reads on the oldest is forgotten. */
const mostReaders = 8;

interface Entry {
  asker: Asker;
  /** Devices whose end has not been told. */
  readonly open: Set<string>;
  /** Whose places they have; of reads none. */
  readonly of: string | undefined;
}

export class Holding {
  readonly #jobs = new Map<string, Entry>();
  readonly #finished = new Set<string>();
  readonly #places: Places;
  /** What is to be told to others at the end of this round of the event loop. */
  readonly #outbox = new Map<number, Notice[]>();
  /** Processes that have been there. */
  readonly #met = new Set<number>();
  readonly #readers = new Map<number, AsyncIterator<InventoryItem>>();
  #lastReader = 0;
  #closed = false;

  constructor(private readonly means: HoldingMeans) {
    this.#places = new Places(means.limits, means.clock);
  }

  get session(): string {
    return this.means.session;
  }

  answer(question: Question, asker: Asker): Promise<Answers[Question['ask']]> {
    if (this.#closed)
      return Promise.reject(refusal('5.1', `${this.means.headEnd.name} is on its way to another process`));
    switch (question.ask) {
      case 'submit':
        return this.#submit(question.job, asker);
      case 'cancel':
        return this.#cancel(question.ticket, question.devices);
      case 'poll':
        return this.#poll(question.ticket, asker);
      case 'state':
        return this.#state(question.devices);
      case 'inventory':
        return this.#page(question.place);
    }
  }

  /** What the head end tells. */
  hear(notice: Notice): void {
    const entry = notice.jobId === undefined ? undefined : this.#jobs.get(notice.jobId);
    if (entry !== undefined && notice.kind === 'final') this.#over(notice.jobId, entry, [notice.device]);
    if (entry === undefined || entry.asker === here || this.#isGone(entry.asker)) return this.means.hear(notice);
    const waiting = this.#outbox.get(entry.asker);
    if (waiting !== undefined) return void waiting.push(notice);
    if (this.#outbox.size === 0) setImmediate(() => this.#sendOut());
    this.#outbox.set(entry.asker, [notice]);
  }

  /** Nothing is taken or told any more; who waits for a place is refused. */
  close(): void {
    this.#closed = true;
    this.#places.close();
    this.#readers.clear();
    this.#sendOut();
  }

  async #submit(job: Job, asker: Asker): Promise<Answers['submit']> {
    const { headEnd, session } = this.means;
    const known = this.#jobs.get(job.id);
    if (known !== undefined) {
      known.asker = asker;
      return { ticket: await headEnd.submit(job), session };
    }
    const open = new Set(job.devices.map(keyOf));
    const of = job.kind === 'control' ? String(asker) : undefined;
    if (of !== undefined && !(await this.#places.take({ of, count: open.size, priority: job.priority })))
      throw refusal('5.1', `${headEnd.name} has as many devices in hand as it may have`);
    const entry: Entry = { asker, open, of };
    this.#jobs.set(job.id, entry);
    try {
      // who is gone by now is not told what becomes of it, and does not expect it to be done any more
      if (this.#closed || this.#isGone(asker)) throw refusal('5.1', `whoever wanted this of ${headEnd.name} is gone`);
      return { ticket: await headEnd.submit(job), session };
    } catch (error) {
      this.#over(job.id, entry, [...open]);
      if (error instanceof HeadEndRefusal) this.#jobs.delete(job.id);
      throw error;
    }
  }

  async #cancel(ticket: Ticket, devices: readonly string[] | undefined): Promise<Answers['cancel']> {
    const canceled = await this.means.headEnd.cancel(ticket, devices);
    const entry = this.#jobs.get(ticket.jobId);
    if (entry !== undefined) this.#over(ticket.jobId, entry, canceled);
    return { canceled };
  }

  /** Who asks about a job hears of it from now on: it has taken over the work of the one that gave it. */
  async #poll(ticket: Ticket, asker: Asker): Promise<Answers['poll']> {
    const entry = this.#jobs.get(ticket.jobId);
    if (entry !== undefined) entry.asker = asker;
    return { notices: await this.means.headEnd.poll(ticket) };
  }

  async #state(devices: Extract<Question, { ask: 'state' }>['devices']): Promise<Answers['state']> {
    return { states: [...((await this.means.headEnd.state?.(devices)) ?? [])] };
  }

  async #page(place: number | undefined): Promise<Answers['inventory']> {
    const reader =
      place === undefined ? this.means.headEnd.inventory()[Symbol.asyncIterator]() : this.#readers.get(place);
    if (reader === undefined) throw new Error(`the list of meters of ${this.means.headEnd.name} is to be read anew`);
    if (place !== undefined) this.#readers.delete(place);
    const items: InventoryItem[] = [];
    while (items.length < itemsPerPage) {
      const next = await reader.next();
      if (next.done === true) return { items };
      items.push(next.value);
    }
    this.#readers.set(++this.#lastReader, reader);
    for (const old of this.#readers.keys()) if (this.#readers.size > mostReaders) this.#readers.delete(old);
    return { items, place: this.#lastReader };
  }

  /** Devices of a job are over: their places are free. */
  #over(jobId: string, entry: Entry, devices: readonly string[]): void {
    const over = devices.filter((device) => entry.open.delete(device));
    if (entry.open.size === 0) this.#remember(jobId);
    if (entry.of !== undefined) this.#places.free(entry.of, over.length);
  }

  #remember(jobId: string): void {
    this.#finished.add(jobId);
    for (const old of this.#finished) {
      if (this.#finished.size <= jobsRemembered) break;
      this.#finished.delete(old);
      this.#jobs.delete(old);
    }
  }

  /** Not one that has just come, and is not known here yet. */
  #isGone(asker: Asker): boolean {
    if (asker === here) return false;
    if (!this.means.isThere(asker)) return this.#met.has(asker);
    this.#met.add(asker);
    return false;
  }

  #sendOut(): void {
    for (const [process, notices] of this.#outbox) this.means.send(process, notices);
    this.#outbox.clear();
  }
}
