import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Job, Jobs } from '../../../src/ports/jobs.js';
import { StoreUnavailable } from '../../../src/ports/object-store.js';
import { embeddedJobs, retryDelay } from '../../../src/store/embedded-jobs.js';
import { migrate } from '../../../src/store/migrate.js';
import { openStore } from '../../../src/store/open-store.js';
import { sqlStore, type SqlStore } from '../../../src/store/sql-store.js';
import { openSqlite } from '../../../src/store/sqlite.js';
import { virtualClock, type VirtualClock } from '../../support/virtual-clock.js';

const start = 1_000_000;
let store: SqlStore;
let clock: VirtualClock;
let jobs: Jobs;
let troubles: { readonly error: unknown; readonly job?: Job | undefined }[];
let given: string[];

const hear = (error: unknown, job?: Job): void => void troubles.push({ error, job });
const note = async ({ key }: Job): Promise<void> => void given.push(`${key}@${clock.now() - start}`);
const add = (...list: [key: string, due: number, queue?: string][]) =>
  store.write({
    jobs: list.map(([key, due, queue = 'q']) => ({ queue, key, due: start + due, data: { key } })),
  });
/** Lets time pass, and whatever falls due be done. */
const pass = async (milliseconds: number): Promise<void> => {
  await clock.advance(milliseconds);
  await jobs.idle();
};
/** A handler that waits to be let go, and what is waiting. */
const gate = () => {
  const waiting = new Map<string, () => void>();
  return {
    waiting,
    handler: (job: Job) =>
      new Promise<void>((resolve) => {
        given.push(job.key);
        waiting.set(job.key, () => {
          waiting.delete(job.key);
          resolve();
        });
      }),
  };
};
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + 20_000; !(await holds());) {
    if (performance.now() > end) throw new Error('what was waited for did not come');
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const left = async (queue = 'q') =>
  (await store.jobRows.dueJobs(queue, Number.MAX_SAFE_INTEGER, 99)).map(({ key }) => key);

beforeEach(async () => {
  store = await openStore('memory', { refuseNested: true });
  clock = virtualClock(start);
  jobs = embeddedJobs(store, clock);
  troubles = [];
  given = [];
});
afterEach(async () => {
  await jobs.stop();
  await store.close();
});

describe('the embedded jobs', () => {
  test('give out each job when it is due, with its data, and then no more', async () => {
    const seen: Job[] = [];
    jobs.serve('q', 4, async (job) => {
      seen.push(job);
      await note(job);
    });
    jobs.start(hear);
    await add(['later', 5_000], ['now', 0], ['soon', 1_500]);
    await jobs.idle();
    expect(given).toEqual(['now@0']);
    await pass(1_499);
    expect(given).toHaveLength(1);
    await pass(1);
    await pass(3_500);
    expect(given).toEqual(['now@0', 'soon@1500', 'later@5000']);
    expect(seen[1]).toEqual({ queue: 'q', key: 'soon', due: start + 1_500, data: { key: 'soon' } });
    await pass(1_000_000);
    expect(given).toHaveLength(3);
    expect(await left()).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  test('give out what has waited since before the start, the most overdue first', async () => {
    await add(['b', -1], ['c', 0], ['a', -10_000]);
    jobs.serve('q', 1, note);
    jobs.start(hear);
    await jobs.idle();
    expect(given).toEqual(['a@0', 'b@0', 'c@0']);
  });

  test('hold one timer for each queue, to the earliest job, moved when an earlier one comes', async () => {
    jobs.serve('q', 1, note);
    jobs.start(hear);
    await add(['far', 60_000]);
    await jobs.idle();
    expect(clock.pending()).toBe(1);
    await add(['near', 100], ['between', 200]);
    await jobs.idle();
    expect(clock.pending()).toBe(1);
    await pass(100);
    expect(given).toEqual(['near@100']);
  });

  test('the same key again moves the job and replaces its data', async () => {
    const seen: unknown[] = [];
    jobs.serve('q', 1, async ({ data }) => void seen.push(data));
    jobs.start(hear);
    await add(['a', 1_000]);
    await store.write({ jobs: [{ queue: 'q', key: 'a', due: start + 3_000, data: { second: true } }] });
    await pass(2_999);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toEqual([{ second: true }]);
  });

  test('a removed job does not come', async () => {
    jobs.serve('q', 1, note);
    jobs.start(hear);
    await add(['a', 1_000], ['b', 1_000]);
    await store.transaction((tx) => tx.removeJobs('q', ['a', 'unknown']));
    await pass(1_000);
    expect(given).toEqual(['b@1000']);
  });

  test('queues know nothing of each other, and a queue without handler waits for one', async () => {
    jobs.serve('q', 1, note);
    jobs.start(hear);
    await add(['a', 0], ['a', 0, 'other']);
    await jobs.idle();
    expect(given).toEqual(['a@0']);
    jobs.serve('other', 1, note);
    await jobs.idle();
    expect(given).toEqual(['a@0', 'a@0']);
  });

  test('give out no more at a time than the queue takes, each key once', async () => {
    const { waiting, handler } = gate();
    jobs.serve('q', 2, handler);
    jobs.start(hear);
    await add(['a', 0], ['b', 0], ['c', 0], ['d', 0]);
    await until(() => waiting.size === 2);
    await add(['e', 0]); // wakes the queue
    await clock.advance(10);
    expect(given).toEqual(['a', 'b']);
    waiting.get('b')!();
    await until(() => given.length === 3);
    expect([...waiting.keys()]).toEqual(['a', 'c']);
    await until(() => {
      for (const end of [...waiting.values()]) end();
      return given.length === 5;
    });
    for (const end of [...waiting.values()]) end();
    await jobs.idle();
    expect(given).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await left()).toEqual([]);
  });

  test('a hundred jobs of short work are each done once, in any mixture of ends and looks', async () => {
    jobs.serve('q', 7, async (job) => {
      await note(job);
      for (let turns = given.length % 4; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
    });
    jobs.start(hear);
    for (let at = 0; at < 10; at++)
      await add(...Array.from({ length: 10 }, (_, n) => [`${at}-${n}`, 0] as [string, number]));
    await jobs.idle();
    expect(new Set(given).size).toBe(100);
    expect(given).toHaveLength(100);
  });

  test('a handler that rejects gets the job again: after 1 s, doubling to 5 minutes', async () => {
    let rejections = 0;
    jobs.serve('q', 1, async (job) => {
      await note(job);
      if (++rejections <= 10) throw new Error('not yet');
    });
    jobs.start(hear);
    await add(['a', 0]);
    await jobs.idle();
    for (let at = 0; at < 10; at++) await pass(retryDelay(at));
    const waits = [0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811];
    expect(given).toEqual(waits.map((seconds) => `a@${seconds * 1_000}`));
    expect(troubles).toHaveLength(10);
    expect(troubles[0]).toMatchObject({ error: new Error('not yet'), job: { queue: 'q', key: 'a' } });
    expect(await left()).toEqual([]);
  });

  test('a handler that throws at once is one that rejects', async () => {
    jobs.serve('q', 1, () => {
      throw new Error('thrown');
    });
    jobs.start(hear);
    await add(['a', 0]);
    await jobs.idle();
    expect(troubles).toMatchObject([{ error: new Error('thrown') }]);
    expect(await left()).toEqual(['a']);
  });

  test('others go on while one is tried again and again', async () => {
    jobs.serve('q', 1, async (job) => {
      if (job.key === 'bad') throw new Error('bad');
      await note(job);
    });
    jobs.start(hear);
    await add(['bad', 0], ['good', 0], ['later', 500]);
    await pass(0);
    await pass(500);
    expect(given).toEqual(['good@0', 'later@500']);
  });

  test('a job added again by its own handler comes again', async () => {
    jobs.serve('q', 1, async (job) => {
      await note(job);
      if (given.length < 4) await add(['a', given.length * 100]);
    });
    jobs.start(hear);
    await add(['a', 0]);
    await jobs.idle();
    for (let at = 0; at < 3; at++) await pass(100);
    expect(given).toEqual(['a@0', 'a@100', 'a@200', 'a@300']);
    expect(await left()).toEqual([]);
  });

  test('a job removed and added again while it is under way comes again, once, and not at the same time', async () => {
    const { waiting, handler } = gate();
    jobs.serve('q', 2, handler);
    jobs.start(hear);
    await add(['a', 0]);
    await until(() => waiting.size === 1);
    await store.transaction(async (tx) => {
      await tx.removeJobs('q', ['a']);
      await tx.addJobs([{ queue: 'q', key: 'a', due: start, data: {} }]);
    });
    await clock.advance(10);
    expect(given).toEqual(['a']);
    waiting.get('a')!();
    await until(() => given.length === 2);
    waiting.get('a')!();
    await jobs.idle();
    expect(given).toEqual(['a', 'a']);
    expect(await left()).toEqual([]);
  });

  test('an attempt in vain does not move a job that was added again meanwhile', async () => {
    jobs.serve('q', 1, async (job) => {
      await note(job);
      if (given.length > 1) return;
      await add(['a', 50]);
      throw new Error('no');
    });
    jobs.start(hear);
    await add(['a', 0]);
    await pass(0);
    await pass(50);
    expect(given).toEqual(['a@0', 'a@50']);
  });

  test('stop gives out nothing more and waits for what is under way', async () => {
    const { waiting, handler } = gate();
    jobs.serve('q', 1, handler);
    jobs.start(hear);
    await add(['a', 0], ['b', 0]);
    await until(() => waiting.size === 1);
    let stopped = false;
    const stopping = jobs.stop().then(() => (stopped = true));
    await clock.advance(10_000);
    expect(stopped).toBe(false);
    waiting.get('a')!();
    await stopping;
    await add(['c', 0]);
    await clock.advance(10_000);
    expect(given).toEqual(['a']);
    expect(await left()).toEqual(['b', 'c']);
    expect(clock.pending()).toBe(0);
    await jobs.idle();
  });

  test('a store that fails is told of, and asked again after a second', async () => {
    let failures = 2;
    const { jobRows } = store;
    const failing = {
      ...store,
      jobRows: {
        ...jobRows,
        dueJobs: (...query: Parameters<typeof jobRows.dueJobs>) =>
          failures-- > 0 ? Promise.reject(new StoreUnavailable('full', 'SQLITE_FULL')) : jobRows.dueJobs(...query),
      },
    };
    jobs = embeddedJobs(failing, clock);
    jobs.serve('q', 1, note);
    await add(['a', 0]);
    jobs.start(hear);
    await until(() => troubles.length === 1);
    await clock.advance(999);
    expect(troubles).toHaveLength(1);
    await clock.advance(1);
    await until(() => troubles.length === 2);
    await clock.advance(1_000);
    await until(() => given.length === 1);
    expect(given).toEqual(['a@2000']);
    expect(troubles).toMatchObject([{ error: { code: 'SQLITE_FULL' } }, { error: { code: 'SQLITE_FULL' } }]);
  });

  test('a job whose end cannot be written comes again, a second later', async () => {
    let failures = 1;
    const { jobRows } = store;
    const failing = {
      ...store,
      jobRows: {
        ...jobRows,
        endJob: (row: Parameters<typeof jobRows.endJob>[0]) =>
          failures-- > 0 ? Promise.reject(new StoreUnavailable('full', 'SQLITE_FULL')) : jobRows.endJob(row),
      },
    };
    jobs = embeddedJobs(failing, clock);
    jobs.serve('q', 1, note);
    jobs.start(hear);
    await add(['a', 0]);
    await pass(0);
    expect(given).toEqual(['a@0']);
    await pass(1_000);
    expect(given).toEqual(['a@0', 'a@1000']);
    expect(troubles).toMatchObject([{ error: { code: 'SQLITE_FULL' }, job: { key: 'a' } }]);
    expect(await left()).toEqual([]);
  });
});

describe('after a restart', () => {
  test('what was under way, what waited, and how often it was tried in vain are all there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cimgate-jobs-'));
    const url = `sqlite:${join(folder, 'store.db')}`;
    await store.close();
    store = await openStore(url);
    jobs = embeddedJobs(store, clock);
    jobs.serve('q', 3, async ({ key }) => {
      if (key === 'bad') throw new Error('bad');
      await new Promise(() => {}); // the process dies with it
    });
    jobs.start(hear);
    await add(['bad', 0], ['lost', 0], ['later', 9_000]);
    await clock.advance(0);
    await until(() => troubles.length === 1);
    await clock.advance(1_000);
    await until(() => troubles.length === 2);
    const rows = () => store.jobRows.dueJobs('q', start + 99_000, 9);
    await until(async () => (await rows()).find(({ key }) => key === 'bad')?.attempts === 2);
    await store.close();

    store = await openStore(url);
    jobs = embeddedJobs(store, clock);
    jobs.serve('q', 3, note);
    jobs.start(hear);
    await jobs.idle();
    expect(given).toEqual(['lost@1000']);
    await pass(2_000);
    await pass(6_000);
    expect(given).toEqual(['lost@1000', 'bad@3000', 'later@9000']);
    await jobs.stop();
    await store.close();
    await rm(folder, { recursive: true });
    store = await openStore('memory');
  });
});

test('a job that cannot be read keeps no other of its queue from its turn, and is told of', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'torn-'));
  const file = join(folder, 'store.db');
  const kept = await openStore(`sqlite:${file}`);
  const its = embeddedJobs(kept, clock);
  await kept.write({ jobs: ['a', 'torn', 'z'].map((key) => ({ queue: 'q', key, due: start, data: { key } })) });
  const db = new Database(file);
  db.prepare(`update jobs set data = '{"torn' where key = 'torn'`).run();
  db.close();

  its.serve('q', 1, note);
  its.start(hear);
  await its.idle();
  expect(given.map((one) => one.split('@')[0])).toEqual(['a', 'z']);
  expect(troubles).toEqual([
    { error: new Error('what it holds cannot be read'), job: expect.objectContaining({ key: 'torn' }) },
  ]);
  // it stays, and comes again now and then: somebody may mend it
  expect((await kept.jobRows.dueJobs('q', Number.MAX_SAFE_INTEGER, 9)).map(({ key }) => key)).toEqual(['torn']);
  await its.stop();
  await kept.close();
  await rm(folder, { recursive: true });
});

test('a job that was committed as the store was lost is given out all the same', async () => {
  const engine = await openSqlite(':memory:');
  await migrate(engine);
  let lost = false;
  const transaction: typeof engine.transaction = async (work) => {
    const result = await engine.transaction(work);
    if (lost) throw new StoreUnavailable('the connection is gone', 'CONNECTION');
    return result;
  };
  const losing = sqlStore({ ...engine, transaction }, await engine.join());
  const own = embeddedJobs(losing, clock);
  own.serve('q', 1, note);
  own.start(hear);
  await own.idle();
  lost = true;
  const job: Job = { queue: 'q', key: 'a', due: start + 50, data: {} };
  await expect(losing.transaction((tx) => tx.addJobs([job]))).rejects.toThrow(StoreUnavailable);
  await until(async () => {
    await clock.advance(50);
    return given.length > 0;
  });
  await own.stop();
  await losing.close();
});
