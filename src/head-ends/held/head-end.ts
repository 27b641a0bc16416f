/**
 * A head end that takes one session only, for several processes (ADR 13): one of them holds it and drives the adapter, the others ask
 * that one. When it is gone the next one begins anew; what became of jobs of the session before is not known then, and said so to whoever
 * gave them. Knows nothing of the head end itself.
 */
import type { Clock } from '../../ports/clock.js';
import type { HeadEnd, Job, Notice } from '../../ports/head-end.js';
import type { JsonObject } from '../../ports/object-store.js';
import { PeerGone, type Peers } from '../../ports/peers.js';
import { here, Holding } from './holding.js';
import { opened, refusal, sealed, type Answers, type News, type Question } from './letters.js';
import { OpenJobs } from './open-jobs.js';
import type { PlaceLimits } from './places.js';

export interface HeldOptions {
  readonly peers: Peers;
  readonly clock: Clock;
  /** Devices that may be commanded at a time, by all processes together. */
  readonly limits: PlaceLimits;
  /** Hears why the head end could not be begun here; it is tried again. */
  readonly trouble: (error: unknown) => void;
}

/** The duty of driving a head end. */
export function dutyOf(name: string): string {
  return `head end ${name}`;
}

/** Sessions of this operating system's process, so that each has a name of its own. */
let sessions = 0;

/** Lays the way to the holder over a head end. */
export function heldHeadEnd(headEnd: HeadEnd, options: HeldOptions): HeadEnd {
  const { name } = headEnd;
  const { peers, clock } = options;
  const topic = dutyOf(name);
  const jobs = new OpenJobs();
  const holders = new Set<() => void>();
  /** Processes that want to be told when it is held here. */
  const curious = new Set<number>();
  /** Who waits for an answer; told which session there is now. */
  const waiting = new Set<(session: string | undefined) => void>();
  let holding: Holding | undefined;
  /** The present session, wherever it is. */
  let present: { readonly session: string; readonly at: number | typeof here } | undefined;
  /** Something that the holder has told may have been missed. */
  let missed = false;
  let notify: ((notice: Notice) => void) | undefined;
  let starting: { resolve(): void; reject(reason: unknown): void } | undefined;
  let ending: (() => Promise<void> | void)[] = [];

  const tell = (news: News, to?: number): void => peers.tell(topic, news as unknown as JsonObject, to);

  function hear(notice: Notice): void {
    jobs.hear(notice);
    notify?.(notice);
  }

  /** A session has begun, or is the present one: jobs of others are lost. */
  function held(session: string, at: number | typeof here): void {
    present = { session, at };
    giveUp(session);
    if (missed) catchUp(session).catch(() => {}); // another session will begin, then
    missed = false;
    starting?.resolve();
    starting = undefined;
  }

  function ended(session: string): void {
    if (present?.session !== session) return;
    present = undefined;
    giveUp(undefined);
  }

  function giveUp(session: string | undefined): void {
    const failure = { code: '4.1', details: `${name} was lost on the way, and what became of it is not known` };
    for (const [jobId, device] of jobs.lost(session))
      notify?.({ kind: 'final', jobId, device, outcome: 'unknown', failure, facts: {}, at: clock.now() });
    for (const lose of waiting) lose(session);
  }

  /** Asks for all that may have been told of this process's jobs while nothing could be heard. */
  async function catchUp(session: string): Promise<void> {
    for (const jobId of jobs.of(session)) {
      const { notices } = await ask({ ask: 'poll', ticket: { jobId, reference: '' } });
      notices.forEach(hear);
    }
  }

  async function ask<K extends Question['ask']>(question: Extract<Question, { ask: K }>): Promise<Answers[K]> {
    const { at, session } = present ?? {};
    if (session !== undefined && at === here && holding !== undefined)
      return within(session, holding.answer(question, here) as Promise<Answers[K]>);
    if (session === undefined || at === undefined || at === here || !peers.others().includes(at))
      throw refusal('5.1', `${name} is on its way from one process to another`);
    return opened(await within(session, peers.ask(at, topic, question as unknown as JsonObject)));
  }

  /** What a session answers, as long as it lasts. */
  function within<A>(session: string, answered: Promise<A>): Promise<A> {
    return new Promise((resolve, reject) => {
      const lose = (now: string | undefined): void => {
        if (now !== session) reject(new PeerGone(`whoever held ${name} does not any more`));
      };
      waiting.add(lose);
      void answered.then(resolve, reject).finally(() => waiting.delete(lose));
    });
  }

  function answer(question: Question, from: number): Promise<JsonObject> {
    return sealed(async () => {
      if (holding === undefined) throw refusal('5.1', `${name} is not held here`);
      return holding.answer(question, from);
    });
  }

  function read(news: News, from: number): void {
    if (news.kind === 'held') held(news.session, from);
    else if (news.kind === 'ended') ended(news.session);
    else if (news.kind === 'notices') news.notices.forEach(hear);
    else if (holding !== undefined) tell({ kind: 'held', session: holding.session }, from);
    else curious.add(from);
  }

  async function begin(): Promise<void> {
    const session = `${peers.self} ${++sessions}`;
    const made = new Holding({
      ...{ headEnd, session, clock, hear, limits: options.limits },
      isThere: (process) => peers.others().includes(process),
      send: (process, notices) => tell({ kind: 'notices', notices }, process),
    });
    try {
      await headEnd.start((notice) => made.hear(notice));
    } catch (error) {
      options.trouble(error);
      starting?.reject(error);
      starting = undefined;
      throw error;
    }
    holding = made;
    held(session, here);
    tell({ kind: 'held', session });
    for (const process of curious) tell({ kind: 'held', session }, process);
    curious.clear();
    for (const listener of holders) listener();
  }

  async function end(): Promise<void> {
    const before = holding;
    holding = undefined;
    before?.close();
    await headEnd.stop();
    if (before === undefined) return;
    tell({ kind: 'ended', session: before.session });
    ended(before.session);
  }

  async function submit(job: Job): Promise<Answers['submit']['ticket']> {
    jobs.enter(job);
    try {
      const { ticket, session } = await ask({ ask: 'submit', job });
      jobs.taken(job.id, session);
      if (session !== present?.session) giveUp(present?.session);
      return ticket;
    } catch (error) {
      jobs.forget(job.id);
      if (error instanceof PeerGone)
        throw new Error(`${name} may have taken the job or not: ${error.message}`, { cause: error });
      throw error;
    }
  }

  return {
    name,
    capabilities: () => headEnd.capabilities(),
    submit,

    async start(listener) {
      notify = listener;
      ending = [
        // in order, and later than the answer to whoever has just handed over a job
        peers.hear(topic, (news, from) => void setImmediate(() => read(news as unknown as News, from))),
        peers.respond(topic, (question, from) => answer(question as unknown as Question, from)),
        peers.onMissed(() => {
          if (holding !== undefined) return;
          present = undefined;
          missed = true;
          tell({ kind: 'who' });
        }),
      ];
      const begun = new Promise<void>((resolve, reject) => (starting = { resolve, reject }));
      ending.push(peers.serve(topic, { sticky: true, begin, end }));
      tell({ kind: 'who' });
      await begun;
    },

    async stop() {
      notify = undefined;
      starting?.reject(new Error(`${name} was stopped before it was begun`));
      starting = undefined;
      for (const close of ending.splice(0).reverse()) await close();
      present = undefined;
    },

    async *inventory() {
      for (let place: number | undefined; ;) {
        const page: Answers['inventory'] = await ask({ ask: 'inventory', place });
        yield* page.items;
        if (page.place === undefined) return;
        place = page.place;
      }
    },

    async cancel(ticket, devices) {
      try {
        const { canceled } = await ask({ ask: 'cancel', ticket, devices });
        jobs.over(ticket.jobId, canceled);
        return canceled;
      } catch (error) {
        if (error instanceof PeerGone) return []; // what is not known to be stopped may still run
        throw error;
      }
    },

    poll: async (ticket) => (await ask({ ask: 'poll', ticket })).notices,

    ...(headEnd.state !== undefined && {
      state: async (devices) => new Map((await ask({ ask: 'state', devices })).states),
    }),

    onHeld(listener) {
      holders.add(listener);
      if (holding !== undefined) listener();
      return () => void holders.delete(listener);
    },
  };
}
