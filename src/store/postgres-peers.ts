/**
 * The processes that share a database (ADR 13): one connection of each is its presence. It listens for what others tell, looks once a
 * second who is there, takes over what others have left, and holds duties. Everything of it goes with that connection; while it is lost
 * this process has no duty, and when it comes back all that others have told meanwhile may have been missed.
 */
import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import type { Peers } from '../ports/peers.js';
import type { JoinedPeers } from './engine.js';
import { peerDuties } from './peer-duties.js';
import { peerPost } from './peer-post.js';
import { settingsOf, translated } from './postgres-client.js';
import * as members from './postgres-members.js';

/** Milliseconds: between looks; until a look counts as failed; of absence until somebody is taken for gone. */
const beat = 1_000;
const patience = 4_000;
const absence = 3_000;
/** Milliseconds until a number that was taken over may be forgotten: whoever had it knows by then that it is not his any more. */
const memory = 600_000;

/** The processes that share the database at `url`, whose schema is up to date; resolves when this one is among them. */
export async function joinPeers(url: string): Promise<JoinedPeers> {
  let client: pg.Client | undefined;
  let channels: Awaited<ReturnType<typeof members.channelsOf>> | undefined;
  let self = 0;
  let others: readonly number[] = [];
  /** Numbers taken over, and when. */
  const taken = new Map<number, number>();
  const missing = new Map<number, number>();
  const takers = new Set<(home: number) => void>();
  const missers = new Set<() => void>();
  let leaving = false;
  let hurried = false;
  let rest: AbortController | undefined;
  const wake = (): void => {
    hurried = true;
    rest?.abort();
  };
  const outbox: { readonly channel: string; readonly text: string }[] = [];

  const post = peerPost(
    () => self,
    (texts, to) => {
      if (client === undefined || channels === undefined) return false;
      if (others.length === 0 && to === undefined) return true;
      const channel = to === undefined ? channels.all : channels.of(to);
      if (outbox.length === 0) setImmediate(sendOut);
      for (const text of texts) outbox.push({ channel, text });
      return true;
    },
  );
  const duties = peerDuties({
    self: () => self,
    others: () => others,
    take: async (name) => client !== undefined && members.tryDuty(client, name),
    give: async (name) => {
      if (client !== undefined) await members.giveDuty(client, name);
      post.tell('duty free', { name });
    },
    wake,
  });

  /** What was told in one round goes in one statement. */
  function sendOut(): void {
    const waiting = outbox.splice(0);
    client
      ?.query({
        name: 'cimgate_notify',
        text: 'select pg_notify(channel, letter) from unnest($1::text[], $2::text[]) as m (channel, letter)',
        values: [waiting.map(({ channel }) => channel), waiting.map(({ text }) => text)],
      })
      .catch(() => {}); // the connection is lost, and that is seen to
  }

  async function connect(): Promise<void> {
    const made = new pg.Client({ ...settingsOf(url), query_timeout: patience, pipeline: true });
    made.on('error', () => lose(made));
    made.on('end', () => lose(made));
    made.on('notification', ({ payload }) => {
      if (payload !== undefined) post.receive(payload);
    });
    try {
      await made.connect();
      const before = self;
      self = await members.enter(made, before === 0 ? undefined : before);
      if (self !== before) taken.clear(); // whoever took us for gone has what we had taken over
      channels = await members.channelsOf(made);
      await made.query(`listen ${channels.all}; listen ${channels.of(self)}`);
      client = made;
      await lookAround(made);
      post.tell('come', {});
      // what was written under the old number after it had been taken over is nobody's until its server looks there again
      if (before !== 0 && self !== before) post.tell('moved', { from: before });
    } catch (error) {
      lose(made);
      throw translated(error);
    }
  }

  function lose(lost: pg.Client): void {
    lost.removeAllListeners('notification');
    lost.end().catch(() => {});
    if (client !== lost) return;
    client = undefined;
    others = [];
    outbox.length = 0;
    post.drop();
    duties.lost();
    wake();
  }

  async function lookAround(at: pg.Client): Promise<void> {
    const seen = await members.look(at, duties.names());
    const there = seen.members.filter(({ id, servedBy, alive }) => id === servedBy && alive).map(({ id }) => id);
    const before = others;
    others = there.filter((id) => id !== self);
    for (const id of before) if (!others.includes(id)) post.drop(id);
    const servers = new Set(seen.members.map(({ servedBy }) => servedBy).filter((id) => !there.includes(id)));
    for (const id of missing.keys()) if (!servers.has(id)) missing.delete(id);
    const now = performance.now();
    for (const id of servers) {
      if (id === self) continue;
      const since = missing.get(id) ?? now;
      missing.set(id, since);
      const saidSo = seen.members.some((one) => one.servedBy === id && one.gone);
      if (saidSo || now - since >= absence) await takeOver(at, id);
    }
    const old = [...taken].filter(([, since]) => now - since > memory).map(([id]) => id);
    if (old.length > 0) for (const id of await members.forgetEmpty(at, self, old)) taken.delete(id);
    await duties.look(seen.holders);
  }

  async function takeOver(at: pg.Client, gone: number): Promise<void> {
    for (const home of await members.takeOver(at, self, gone)) {
      taken.set(home, performance.now());
      tellTaken(home);
    }
    missing.delete(gone);
  }

  function tellTaken(home: number): void {
    for (const taker of takers) taker(home);
  }

  /** Looks again and again, and makes the connection anew when it is lost. */
  async function live(): Promise<void> {
    while (!leaving) {
      rest = new AbortController();
      if (!hurried) await pause(beat, undefined, { signal: rest.signal }).catch(() => {});
      hurried = false;
      if (leaving) return;
      try {
        if (client === undefined) {
          await connect();
          for (const misser of missers) misser();
          for (const home of taken.keys()) tellTaken(home); // that one has moved may be among what was missed
        } else await lookAround(client);
      } catch {
        if (client !== undefined) lose(client);
      }
    }
  }

  post.hear('come', wake);
  post.hear('gone', wake);
  post.hear('duty free', wake);
  post.hear('moved', ({ from }) => {
    if (taken.has(from as number)) tellTaken(from as number);
  });
  await connect();
  const living = live();

  const peers: Omit<Peers, 'self' | keyof typeof post> = {
    others: () => others,
    homes: () => [self, ...taken.keys()],
    onMissed: (listener) => {
      missers.add(listener);
      return () => void missers.delete(listener);
    },
    onTakenOver: (listener) => {
      takers.add(listener);
      for (const home of taken.keys()) listener(home);
      return () => void takers.delete(listener);
    },
    serve: (name, duty) => duties.serve(name, duty),
    holder: (name) => duties.holder(name),
  };
  return {
    ...post,
    ...peers,
    get self() {
      return self;
    },
    leave: async () => {
      leaving = true;
      wake();
      await living;
      await duties.stop();
      const at = client;
      if (at === undefined) return post.drop();
      try {
        await members.sayGone(at, self);
        post.tell('gone', {});
        sendOut();
      } finally {
        client = undefined;
        post.drop();
        await at.end().catch(() => {});
      }
    },
  };
}
