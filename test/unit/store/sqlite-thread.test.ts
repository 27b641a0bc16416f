import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { StoreUnavailable } from '../../../src/ports/object-store.js';
import { groupCommits } from '../../../src/store/groups.js';
import { lineDialect } from '../../../src/store/line-dialect.js';
import { bulkQuery, sqliteLine } from '../../../src/store/sqlite-bulk.js';
import { sqliteFlavour } from '../../../src/store/sqlite-dialect.js';
import { openSqliteThread, type SqliteThread } from '../../../src/store/sqlite-thread-client.js';

interface Notes {
  note: { id: number; text: string };
}

const slowQuery =
  'with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000000) select count(*) from n';
const settings = { busyTimeout: 50, pragmas: [] as string[] };
let thread: SqliteThread;
let db: Kysely<Notes>;
const open = async (path = ':memory:', pragmas: string[] = []) => {
  thread = await openSqliteThread(path, { ...settings, pragmas });
  db = new Kysely<Notes>({ dialect: lineDialect(sqliteFlavour, sqliteLine(thread), groupCommits(thread)) });
  await db.schema
    .createTable('note')
    .addColumn('id', 'integer', (id) => id.primaryKey())
    .addColumn('text', 'text')
    .execute();
};
const count = async () =>
  (await db.selectFrom('note').select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

describe('the SQLite thread', () => {
  beforeEach(() => open());
  afterEach(() => thread.close());

  test('gives each error the code of SQLite, and goes on', async () => {
    await db.insertInto('note').values({ id: 1, text: 'a' }).execute();
    await expect(db.insertInto('note').values({ id: 1, text: 'b' }).execute()).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    });
    await expect(thread.query('selekt', [], false)).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
    await expect(thread.query('select ?', [() => {}], false)).rejects.toThrow('could not be cloned');
    await expect(thread.query('select ?', [{}], false)).rejects.toThrow();
    expect(await count()).toBe(1);
  });

  test('sees a changed schema with statements it had prepared before', async () => {
    const all = () => sql`select * from note`.execute(db).then(({ rows }) => rows);
    await db.insertInto('note').values({ id: 1, text: 'a' }).execute();
    expect(await all()).toEqual([{ id: 1, text: 'a' }]);
    await sql`alter table note add column more text default 'm'`.execute(db);
    expect(await all()).toEqual([{ id: 1, text: 'a', more: 'm' }]);
  });

  test('holds more statements than it keeps prepared', async () => {
    for (let at = 0; at < 450; at++) {
      const [row] = (await sql<{ n: number }>`select ${sql.lit(at % 225)} as n`.execute(db)).rows;
      expect(row).toEqual({ n: at % 225 });
    }
  });

  test('refuses a statement of a transaction that SQLite has ended by itself', async () => {
    const work = db.transaction().execute(async (trx) => {
      await trx.insertInto('note').values({ id: 1, text: 'a' }).execute();
      await sql`rollback`.execute(trx);
      await trx.insertInto('note').values({ id: 2, text: 'b' }).execute();
    });
    await expect(work).rejects.toThrow('rolled it back');
    expect(await count()).toBe(0);
  });

  test('a failed statement ends its transaction, even when the work goes on', async () => {
    const columns = [
      [1, 2, 1],
      ['a', 'b', 'c'],
    ];
    const bulk = bulkQuery({ sql: 'insert into note (id, text) values (?, ?)', columns, count: 3 });
    const work = db.transaction().execute(async (trx) => {
      await trx.executeQuery(bulk).catch(() => {});
    });
    await expect(work).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    expect(await count()).toBe(0);
  });

  test('a statement nobody awaited never slips into another transaction', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await expect(
      db.transaction().execute(async (trx) => {
        late = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
          trx.insertInto('note').values({ id: 1, text: 'late' }).execute(),
        );
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    const other = db.transaction().execute(() => new Promise((resolve) => setTimeout(resolve, 60)));
    await expect(late).rejects.toThrow();
    await other;
    expect(await count()).toBe(0);
  });

  test('bulk statements run only in a transaction', async () => {
    const columns = [new Float64Array([1, 2]), ['a', 'b']];
    const query = bulkQuery({ sql: 'insert into note (id, text) values (?, ?)', columns, count: 2 });
    await expect(db.executeQuery(query)).rejects.toThrow('the transaction is over');
    expect(await count()).toBe(0);
  });
});

describe('when the SQLite thread dies', () => {
  beforeEach(() => open());
  afterEach(() => thread.close());

  test('everything in flight is rejected with a clear error, and so is all that comes later', async () => {
    const slow = thread.query(slowQuery, [], false);
    const behind = thread.query('select 1', [], false);
    const settled = Promise.allSettled([slow, behind]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await thread.kill();
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable', code: 'THREAD_DIED' } });
    }
    await expect(thread.query('select 1', [], false)).rejects.toThrow('the SQLite thread has died');
    await expect(count()).rejects.toThrow(StoreUnavailable);
  });

  test('the open transaction and those waiting for it are rejected, none hangs', async () => {
    const open = db.transaction().execute(async (trx) => {
      await trx.insertInto('note').values({ id: 1, text: 'a' }).execute();
      await thread.kill();
      await trx.insertInto('note').values({ id: 2, text: 'b' }).execute();
    });
    const waiting = [count(), db.transaction().execute(async () => 'nothing')];
    for (const result of await Promise.allSettled([open, ...waiting])) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'THREAD_DIED' } });
    }
  });

  test('a transaction is not acknowledged when its commit never came through', async () => {
    const work = db.transaction().execute(async (trx) => {
      await trx.insertInto('note').values({ id: 1, text: 'a' }).execute();
      await thread.kill();
    });
    await expect(work).rejects.toMatchObject({ code: 'THREAD_DIED' });
  });
});

describe('when the disk or another process is in the way', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cimgate-thread-'));
    path = join(folder, 'notes.db');
  });
  afterEach(async () => {
    await thread.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a full disk makes the store unavailable, undoes the transaction, and is forgotten when there is room', async () => {
    await open(path, ['max_page_count = 10']);
    const write = (size: number) =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('note').values({ id: 1, text: 'small' }).execute();
        await trx
          .insertInto('note')
          .values({ id: 2, text: 'x'.repeat(size) })
          .execute();
      });
    const refused = write(100_000);
    await expect(refused).rejects.toThrow(StoreUnavailable);
    await expect(refused).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await count()).toBe(0);
    await write(10);
    expect(await count()).toBe(2);
  });

  test('work that goes on after a full disk cannot commit what is left of it', async () => {
    await open(path, ['max_page_count = 10']);
    const work = db.transaction().execute(async (trx) => {
      await trx.insertInto('note').values({ id: 1, text: 'before' }).execute();
      await trx
        .insertInto('note')
        .values({ id: 2, text: 'x'.repeat(100_000) })
        .execute()
        .catch(() => {});
      await trx.insertInto('note').values({ id: 3, text: 'after' }).execute();
    });
    await expect(work).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await count()).toBe(0);
  });

  test('a lock that another process holds too long is named as the reason', async () => {
    await open(path);
    const other = await openSqliteThread(path, settings);
    await other.begin();
    const busy = { name: 'StoreUnavailable', code: 'SQLITE_BUSY' };
    const write = () =>
      db.transaction().execute((trx) => trx.insertInto('note').values({ id: 1, text: 'a' }).execute());
    await expect(write()).rejects.toMatchObject(busy);
    await expect(db.transaction().execute(async () => {})).rejects.toMatchObject(busy);
    await other.rollback();
    await write();
    await other.close();
    expect(await count()).toBe(1);
  });

  test('several gateways may open a new file at the same moment', async () => {
    const { openStore } = await import('../../../src/store/open-store.js');
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(`sqlite:${path}`)));
    for (const store of stores) await store.close();
    await open(path);
  });

  test('a database from a newer release is refused', async () => {
    const { openStore } = await import('../../../src/store/open-store.js');
    await (await openStore(`sqlite:${path}`)).close();
    await open(path);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', 'later')`.execute(db);
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow('9999-from-the-future');
  });
});
