import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreUnavailable } from '../../../src/ports/object-store.js';
import { groupCommits, type Groups } from '../../../src/store/groups.js';
import { openSqliteThread, type SqliteThread } from '../../../src/store/sqlite-thread-client.js';

const insert = 0;
const update = 1;
const statements = [
  { sql: 'insert into note (id, text) values (?, ?)', parameters: 2, must: true },
  { sql: 'update note set text = ? where id = ?', parameters: 2, must: true },
];

let folder: string;
let path: string;
let thread: SqliteThread;
/** Another connection: sees what is committed. */
let other: SqliteThread;
let groups: Groups;
let commits: number;

const open = async (pragmas: string[] = []) => {
  thread = await openSqliteThread(path, { busyTimeout: 50, pragmas: ['journal_mode = WAL', ...pragmas] });
  await thread.query('create table note (id integer primary key, text text)', [], false);
  other = await openSqliteThread(path, { busyTimeout: 50, pragmas: [] });
  thread.learn(statements);
  groups = groupCommits({
    ...thread,
    commit: () => {
      commits++;
      return thread.commit();
    },
  });
};
const ids = async (from: SqliteThread = other) =>
  (await from.query('select id from note order by id', [], false)).values;
const add = (id: number, text = 'x') => groups.script([insert, id, text]);
/** A member of one insert after the other, with something to wait for in between. */
const slowly = async (...list: number[]) => {
  const member = await groups.enter();
  try {
    for (const id of list) {
      await thread.query('insert into note (id) values (?)', [id], true);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return member;
  } catch (error) {
    member.failed(error);
    await member.undo();
    throw error;
  }
};
const outcomes = async (all: Promise<unknown>[]) =>
  (await Promise.allSettled(all)).map(({ status }) => status[0]).join('');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimgate-groups-'));
  path = join(folder, 'notes.db');
  commits = 0;
});
afterEach(async () => {
  await thread.close();
  await other.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a group commit', () => {
  beforeEach(() => open());

  test('is shared by all that are there in one moment', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, at) => add(at)));
    expect(commits).toBe(1);
    expect(await ids()).toHaveLength(50);
  });

  test('takes 64 members, and the rest goes into the next one', async () => {
    await Promise.all(Array.from({ length: 65 }, (_, at) => add(at)));
    expect(commits).toBe(2);
    expect(await ids()).toHaveLength(65);
  });

  test('gathers what comes while one is on its way', async () => {
    const all = [add(0)];
    while (commits === 0) await new Promise((resolve) => setImmediate(resolve));
    for (let at = 1; at <= 20; at++) all.push(add(at));
    await Promise.all(all);
    expect(commits).toBe(2);
  });

  test('is shared by scripts and members that take several turns, in order', async () => {
    const seen: unknown[] = [];
    const member = async (id: number) => {
      const entered = await groups.enter();
      await thread.query('insert into note (id) values (?)', [id], true);
      seen.push((await thread.query('select count(*) from note', [], true)).values[0]);
      await entered.done();
    };
    await Promise.all([add(1), member(2), add(3), add(4), member(5), add(6)]);
    expect(seen).toEqual([2, 5]);
    expect(commits).toBeLessThanOrEqual(2); // two if it took longer than a group may
    expect(await ids()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('nobody is answered before what he wrote is there for everybody', async () => {
    const seen = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        if (at % 3 === 0) await (await slowly(at)).done();
        else await add(at);
        return (await ids()).includes(at);
      }),
    );
    expect(seen).not.toContain(false);
  });

  test('nobody else sees what is not committed', async () => {
    const member = await slowly(1);
    const waiting = add(2);
    expect(await ids()).toEqual([]);
    await Promise.all([member.done(), waiting]);
    expect(await ids()).toEqual([1, 2]);
  });

  test('a member that is undone, and a script that fails, leave the others alone', async () => {
    const undone = async (id: number) => (await slowly(id, id + 1)).undo();
    const first = add(1);
    const refused = groups.script([insert, 30, 'x', update, 'y', 99]);
    const wrong = groups.script([insert, 40, 'x', insert, 1, 'taken']);
    const all = [first, undone(10), refused, add(2), wrong, slowly(3).then((member) => member.done())];
    expect(await outcomes(all)).toBe('ffffrf');
    expect(await refused).toBe(1);
    await expect(wrong).rejects.toMatchObject({ name: 'SqliteError', code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    expect(await ids()).toEqual([1, 2, 3]);
  });

  test('of which the first member is undone goes on for those behind it', async () => {
    const first = (await slowly(1, 2)).undo();
    const all = [first, slowly(3).then((member) => member.done()), add(4), slowly(5).then((member) => member.undo())];
    expect(await outcomes(all)).toBe('ffff');
    expect(commits).toBe(1);
    expect(await ids()).toEqual([3, 4]);
    expect(await (await slowly(6)).undo()).toBeUndefined();
    expect(await ids()).toEqual([3, 4]);
  });

  test('what is to come alone comes between two groups', async () => {
    const before = add(1);
    const seen = groups.alone(() => ids(thread));
    const after = add(2);
    expect(await seen).toEqual([1]);
    await Promise.all([before, after]);
    expect(commits).toBe(2);
    const member = await slowly(3);
    const later = groups.alone(() => ids(thread));
    await member.undo();
    expect(await later).toEqual([1, 2]);
  });

  test('a member that is ended twice ends once', async () => {
    const member = await slowly(1);
    await Promise.all([member.done(), member.done(), member.undo()]);
    expect(await ids()).toEqual([1]);
    await add(2);
    expect(await ids()).toEqual([1, 2]);
  });
});

describe('when a group is lost', () => {
  test('by a full disk, all of it are told, and the next ones do better', async () => {
    await open(['max_page_count = 10']);
    const first = slowly(1).then((member) => member.done());
    const all = [first, add(2), add(3, 'x'.repeat(100_000)), add(4)];
    const results = await Promise.allSettled(all);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable', code: 'SQLITE_FULL' } });
    }
    expect(await ids()).toEqual([]);
    await add(5);
    expect(await ids()).toEqual([5]);
  });

  test('by a statement of a member, those before it are told, and those after it are in another group', async () => {
    await open(['max_page_count = 10']);
    const before = add(1);
    const member = await groups.enter();
    const failed = thread.query('insert into note (id, text) values (2, ?)', ['x'.repeat(100_000)], true);
    const reason: unknown = await failed.catch((error: unknown) => error);
    member.failed(reason);
    const after = add(3);
    await expect(member.undo()).rejects.toThrow(StoreUnavailable);
    await expect(before).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    await after;
    expect(await ids()).toEqual([3]);
  });

  test('by a lock that another process holds, all of it are told why', async () => {
    await open();
    await other.begin();
    const all = [add(1), add(2), slowly(3).then((member) => member.done())];
    for (const result of await Promise.allSettled(all)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable', code: 'SQLITE_BUSY' } });
    }
    await other.rollback();
    await add(4);
    expect(await ids()).toEqual([4]);
  });

  test('by the death of the thread, nobody is told that it is there, and nobody waits for ever', async () => {
    await open();
    const member = await slowly(1);
    const all = [add(2), slowly(3), groups.alone(() => ids(thread)), member.done()];
    const killed = thread.kill();
    const later = [add(4), slowly(5)];
    await killed;
    expect(await outcomes([...all, ...later])).toBe('rrrrrr');
    await expect(all[0]).rejects.toMatchObject({ code: 'THREAD_DIED' });
    expect(await ids()).toEqual([]);
  });
});
