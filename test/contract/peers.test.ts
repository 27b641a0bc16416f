import type { Duty } from '../../src/ports/peers.js';
import { embeddedJobs } from '../../src/store/embedded-jobs.js';
import { openStore } from '../../src/store/open-store.js';
import type { SqlStore } from '../../src/store/sql-store.js';
import { systemClock } from '../../src/system.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { until } from '../support/until.js';
import { job, request, task } from './object-store-samples.js';

let schema: Schema;
const opened: SqlStore[] = [];
beforeEach(async () => {
  schema = await newSchema();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await schema.drop();
});

async function join(): Promise<SqlStore> {
  const store = await openStore(schema.url);
  opened.push(store);
  return store;
}

/** Two processes that know each other. */
async function two(): Promise<readonly [SqlStore, SqlStore]> {
  const stores = [await join(), await join()] as const;
  await until('both know each other', () => stores.every(({ peers }) => peers.others().length === 1));
  return stores;
}

/** A duty that writes down where it is. */
function noted(sticky: boolean, notes: string[], name: string): Duty {
  return {
    sticky,
    begin: async () => void notes.push(`${name} begins`),
    end: async () => void notes.push(`${name} ends`),
  };
}

describePostgres('processes that share a database', () => {
  test('have numbers of their own, and tell and ask each other whatever its length', async () => {
    const [one, other] = await two();
    expect(one.peers.self).not.toBe(other.peers.self);
    const heard: unknown[] = [];
    other.peers.hear('news', (data, from) => heard.push([data, from]));
    other.peers.respond('length', async ({ text }) => ({ length: (text as string).length }));
    const text = 'Zähler 電 ☂ "quoted" \u0000'.repeat(5_000);
    one.peers.tell('news', { text });
    one.peers.tell('news', { short: 1 }, other.peers.self);
    expect(await one.peers.ask(other.peers.self, 'length', { text })).toEqual({ length: text.length });
    expect(heard).toEqual([
      [{ text }, one.peers.self],
      [{ short: 1 }, one.peers.self],
    ]);
  });

  test('are told why nobody answers', async () => {
    const [one, other] = await two();
    await expect(one.peers.ask(other.peers.self, 'nothing', {})).rejects.toThrow('nobody answers nothing here');
    other.peers.respond('never', () => new Promise(() => {}));
    const asked = one.peers.ask(other.peers.self, 'never', {});
    await Promise.all([expect(asked).rejects.toThrow('is gone'), other.close()]);
  });

  test('each do the jobs they have taken up, and take over those of one that leaves', async () => {
    const [one, other] = await two();
    await one.write({ jobs: [job('mine', { due: 5 })] });
    await other.transaction((tx) => tx.addJobs([job('theirs', { due: 7 })]));
    await other.write({ request: { request: request('r-1', { due: 1 }), tasks: [task(0, { state: 'sent' })] } });
    const { queue } = job('');
    const due = async (store: SqlStore) => (await store.jobRows.dueJobs(queue, 9, 9)).map(({ key }) => key);
    const toTakeUp = (store: SqlStore) =>
      store.requestsToTakeUp({ noun: request('').noun, now: 9, homes: store.peers.homes(), limit: 9 });
    expect([await due(one), await due(other)]).toEqual([['mine'], ['theirs']]);
    expect(await one.jobRows.nextDue(queue, 6)).toBeUndefined();
    expect([await toTakeUp(one), await toTakeUp(other)]).toEqual([[], ['r-1']]);
    const taken: number[] = [];
    one.peers.onTakenOver((home) => taken.push(home));
    const { self } = other.peers;
    await other.close();
    await until('its work is taken over', () => taken.includes(self));
    expect(await due(one)).toEqual(['mine', 'theirs']);
    expect(await toTakeUp(one)).toEqual(['r-1']);
  });

  test('that were taken for gone come back under another number, and are told that they have missed something', async () => {
    const [one, other] = await two();
    const missed: number[] = [];
    other.peers.onMissed(() => missed.push(other.peers.self));
    const before = other.peers.self;
    await schema.takeForGone(other.peers.self);
    await until('it is back', () => missed.length > 0 && one.peers.others().includes(other.peers.self));
    expect(one.peers.homes()?.includes(before)).toBe(other.peers.self !== before);
    expect(other.peers.homes()).toEqual([other.peers.self]);
  });

  test('that write under a number taken over, before they know, leave no job there that nobody sees', async () => {
    const [one, other] = await two();
    const { self: before } = other.peers;
    const given: string[] = [];
    const jobs = embeddedJobs(one, systemClock());
    jobs.serve(job('').queue, 1, async ({ key }) => void given.push(key));
    const taken: number[] = [];
    one.peers.onTakenOver((home) => taken.push(home));
    const troubles: unknown[] = [];
    jobs.start((error) => troubles.push(error));
    // it cannot come back until the trigger is gone
    await schema.query(`create function not_yet() returns trigger language plpgsql as $$ begin
  if tg_op = 'INSERT' or new.backend <> old.backend then raise exception 'not yet'; end if; return new; end $$;
create trigger not_yet before insert or update on members for each row execute function not_yet()`);
    await schema.takeForGone(before);
    await until('its work is taken over', () => taken.includes(before));
    await jobs.idle();
    await other.write({ jobs: [job('late', { due: 5 })] });
    expect(other.peers.self).toBe(before);
    await schema.query('drop trigger not_yet on members');
    await until('the job is done', () => given.includes('late'));
    expect(other.peers.self).not.toBe(before);
    await jobs.stop();
    expect(troubles).toEqual([]);
  });

  test('go on under their numbers when all connections are lost for a moment', async () => {
    const stores = await two();
    const numbers = stores.map(({ peers }) => peers.self);
    const missed = new Set<number>();
    for (const { peers } of stores) peers.onMissed(() => missed.add(peers.self));
    await schema.cut();
    await until('both are back', () => missed.size === 2 && stores.every(({ peers }) => peers.others().length === 1));
    expect(stores.map(({ peers }) => peers.self)).toEqual(numbers);
  });

  test('have each duty once, spread over them, and hand it over when one leaves', async () => {
    const [one, other] = await two();
    const notes: string[] = [];
    const names = Array.from({ length: 12 }, (_, at) => `duty ${at}`);
    for (const name of names) {
      one.peers.serve(name, noted(false, notes, `one ${name}`));
      other.peers.serve(name, noted(false, notes, `other ${name}`));
    }
    const holdersOf = (store: SqlStore) => names.map((name) => store.peers.holder(name));
    const settled = () => {
      const seen = holdersOf(one);
      return !seen.includes(undefined) && JSON.stringify(seen) === JSON.stringify(holdersOf(other));
    };
    await until('all are held, and both know by whom', settled);
    expect(new Set(holdersOf(one))).toEqual(new Set([one.peers.self, other.peers.self]));
    await other.close();
    await until('all are with one', () => holdersOf(one).every((holder) => holder === one.peers.self));
    for (const name of names) {
      const its = notes.filter((note) => note.includes(`${name} `));
      expect(its.filter((note) => note.endsWith('begins'))).toHaveLength(
        its.filter((n) => n.endsWith('ends')).length + 1,
      );
    }
  });

  test('leave a duty that is sticky where it is, until its process loses it', async () => {
    const one = await join();
    const notes: string[] = [];
    const names = Array.from({ length: 8 }, (_, at) => `session ${at}`);
    for (const name of names) one.peers.serve(name, noted(true, notes, 'one'));
    await until('it has all', () => names.every((name) => one.peers.holder(name) === one.peers.self));
    const other = await join();
    for (const name of names) other.peers.serve(name, noted(true, notes, 'other'));
    await until('the other knows', () => names.every((name) => other.peers.holder(name) === one.peers.self));
    expect(notes).toEqual(names.map(() => 'one begins'));
    await schema.takeForGone(one.peers.self);
    await until('the other has some', () => notes.includes('other begins'));
    expect(notes.filter((note) => note === 'one ends').length).toBe(names.length);
  });
});
