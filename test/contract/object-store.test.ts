import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectStore, StoreUnavailable } from '../../src/ports/object-store.js';
import { openStore } from '../../src/store/open-store.js';
import {
  answer,
  delivery,
  first,
  job,
  meter,
  midnight,
  readingAt,
  request,
  second,
  task,
} from './object-store-samples.js';
import { objectStoreContract } from './object-store.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimgate-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const newFile = () => join(folder, `${++files}`, 'made on the way', 'store.db');

objectStoreContract('memory', () => openStore('memory', { refuseNested: true }));
objectStoreContract('SQLite file', () => openStore(`sqlite:${newFile()}`, { refuseNested: true }));

describePostgres('in a database of its own,', () => {
  // one for all of them, emptied behind each: to make the tables takes longer than most tests
  let common: Schema;
  beforeAll(async () => {
    common = await newSchema();
  });
  afterAll(() => common.drop());
  objectStoreContract('PostgreSQL', async () => {
    const store = await openStore(common.url, { refuseNested: true });
    const close = async () => {
      await store.close();
      await common.empty();
    };
    return { ...store, close };
  });
});

describe('a store in a SQLite file', () => {
  const mRIDs = async (file: string) => {
    const store = await openStore(`sqlite:${file}`);
    const objects = await store.objects({ noun: 'MeterConfig', limit: 100_000 });
    await store.close();
    return objects.map(({ mRID }) => mRID);
  };

  test('has everything again after it was closed and opened', async () => {
    const file = newFile();
    const store = await openStore(`sqlite:${file}`);
    const object = meter('m-1', { names: [{ name: 'N', nameType: 'T' }] });
    const row = readingAt('m-1', midnight, { timeStamp: '2026-03-01T01:00:00+01:00' });
    const [stored] = await store.transaction((tx) => tx.insert([object], first));
    const replaced = await store.transaction(async (tx) => {
      await tx.putReadings([{ ...row, value: 'former' }, row], { keepFormer: true });
      return tx.replace(stored!.id, 1, object, second);
    });
    await store.close();
    expect(await readdir(join(file, '..'))).toEqual(['store.db']); // the WAL is folded in

    const again = await openStore(`sqlite:${file}`);
    expect(await again.objectsByName(['MeterConfig'], ['Meter'], { name: 'N' })).toEqual([replaced]);
    expect(await again.history(stored!.id)).toHaveLength(2);
    expect(await again.readings({ meters: ['m-1'], limit: 9 })).toEqual([row]);
    expect(await again.formerReadings('m-1', row.readingType, midnight)).toMatchObject([{ value: 'former' }]);
    await again.close();
  });

  test('has all the work in hand again after it was closed and opened', async () => {
    const file = newFile();
    const store = await openStore(`sqlite:${file}`);
    await store.write({
      request: { request: request('r-1'), tasks: [task(0), task(1)] },
      jobs: [job('a', { due: 5 })],
      deliveries: [delivery('d-1')],
      answer: answer('msg-1'),
    });
    await store.transaction(async (tx) => {
      await tx.stepTasks([{ requestId: 'r-1', seq: 0, from: ['accepted'], to: 'sent', jobId: 'j', at: 3 }]);
      await tx.noteAttempts([{ id: 'd-1', state: 'waiting', at: 3, nextAttempt: 9, error: 'refused' }]);
    });
    const seen = async (from: typeof store) => [
      await from.request('r-1'),
      await from.tasks('r-1'),
      await from.jobRows.dueJobs('deadlines', 9, 9),
      await from.delivery('d-1'),
      await from.answerOf('', 'msg-1'),
    ];
    const before = await seen(store);
    await store.close();
    const again = await openStore(`sqlite:${file}`);
    expect(await seen(again)).toEqual(before);
    expect(await again.taskCounts('r-1')).toEqual({ accepted: 1, sent: 1 });
    await again.close();
  });

  test('reads are answered while a transaction is open', async () => {
    const store = await openStore(`sqlite:${newFile()}`);
    let finish: () => void = () => {};
    const released = new Promise<void>((resolve) => (finish = resolve));
    const done = store.transaction(async (tx) => {
      await tx.insert([meter('m-1')], first);
      await released;
    });
    expect(await store.objectByMRID('MeterConfig', undefined, 'm-1')).toBeUndefined();
    finish();
    await done;
    expect(await store.objectByMRID('MeterConfig', undefined, 'm-1')).toBeDefined();
    await store.close();
  });

  test('two gateways may share it: each sees what the other has committed', async () => {
    const file = newFile();
    const [one, other] = [await openStore(`sqlite:${file}`), await openStore(`sqlite:${file}`)];
    await Promise.all(
      [one, other].map(async (store, who) => {
        for (let at = 0; at < 20; at++) await store.transaction((tx) => tx.insert([meter(`${who}-${at}`)], first));
      }),
    );
    expect(await one.objects({ noun: 'MeterConfig', limit: 100 })).toHaveLength(40);
    await one.close();
    expect(await other.objects({ noun: 'MeterConfig', limit: 100 })).toHaveLength(40);
    await other.close();
  });

  test('a process killed in the middle of a transaction leaves nothing half done, and all it had acknowledged', async () => {
    const file = newFile();
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../dist/store/open-store.js', import.meta.url).href)};
      const object = (mRID) => ({ noun: 'MeterConfig', kind: 'Meter', mRID, names: [{ name: mRID }], state: 'active',
        document: { text: 'x'.repeat(1000) }, references: [] });
      const rows = Array.from({ length: 60_000 }, (_, at) => ({ meter: 'm', readingType: 't', instant: at, timeStamp: 'x',
        value: 'half', shape: 'reading' }));
      const store = await openStore('sqlite:' + ${JSON.stringify(file)});
      await store.transaction((tx) => tx.insert([object('acknowledged')], { at: 'now' }));
      await store.transaction(async (tx) => {
        await tx.insert(Array.from({ length: 20_000 }, (_, at) => object('half-' + at)), { at: 'now' });
        await tx.putReadings(rows, { keepFormer: false });
        console.log('in the middle');
        await new Promise(() => setInterval(() => {}, 1000));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', () => reject(new Error('the child ended too early')));
    });
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');

    expect(await mRIDs(file)).toEqual(['acknowledged']);
    const store = await openStore(`sqlite:${file}`);
    expect(await store.readings({ meters: ['m'], limit: 9 })).toEqual([]);
    await store.transaction((tx) => tx.insert([meter('half-0')], first));
    await store.close();
  });

  test('a process killed at any moment has exactly the transactions it acknowledged, or one more', async () => {
    const file = newFile();
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../dist/store/open-store.js', import.meta.url).href)};
      import { writeSync } from 'node:fs';
      const store = await openStore('sqlite:' + ${JSON.stringify(file)});
      const object = (mRID) => ({ noun: 'MeterConfig', kind: 'Meter', mRID, names: [{ name: mRID }], state: 'active',
        document: {}, references: [] });
      for (let at = 0; ; at++) {
        await store.transaction((tx) => tx.insert([object(at + 'a'), object(at + 'b')], { at: 'now' }));
        writeSync(1, at + ' ');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.length > 500) child.kill('SIGKILL');
    });
    await ended;
    const acknowledged = output.trim().split(' ').length;
    const found = await mRIDs(file);
    expect([2 * acknowledged, 2 * acknowledged + 2]).toContain(found.length);
    expect(found).toEqual(Array.from({ length: found.length }, (_, at) => `${at >> 1}${at % 2 ? 'b' : 'a'}`));
  });

  test('killed while many write at once, it has every batch it acknowledged, and each whole or not at all', async () => {
    const file = newFile();
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../dist/store/open-store.js', import.meta.url).href)};
      import { writeSync } from 'node:fs';
      const store = await openStore('sqlite:' + ${JSON.stringify(file)});
      let count = 0;
      const batch = (id) => ({
        request: { request: { id, noun: 'N', verb: 'create', principal: '', correlationId: id, replyTo: { kind: 'nobody' },
          header: {}, body: {}, receivedAt: 1, due: 1, deadline: 2, priority: 'normal' },
          tasks: [0, 1, 2].map((seq) => ({ seq, entry: 0, device: 'd', headEnd: 'h', action: 'a', state: 'accepted', data: {} })) },
        jobs: [{ queue: 'q', key: id, due: 1, data: {} }],
        answer: { principal: '', messageId: id, digest: 'd', answer: {}, at: 1 },
      });
      const writer = async (who) => {
        for (;;) {
          const id = 'r-' + ++count;
          if (who % 4 > 0) await store.write(batch(id));
          else await store.transaction(async (tx) => {
            const { request, jobs, answer } = batch(id);
            await tx.addRequest(request.request, request.tasks);
            await tx.addJobs(jobs);
            await tx.keepAnswer(answer);
          });
          writeSync(1, id + ' ');
        }
      };
      await Promise.all(Array.from({ length: 40 }, (_, who) => writer(who)));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.length > 4_000) child.kill('SIGKILL');
    });
    await ended;
    const acknowledged = output.slice(0, output.lastIndexOf(' ')).split(' ');
    const store = await openStore(`sqlite:${file}`);
    const stored = (await store.requests({ limit: 100_000 })).map(({ id }) => id);
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    const jobs = (await store.jobRows.dueJobs('q', 1, 100_000)).map(({ key }) => key);
    expect(jobs.sort()).toEqual([...stored].sort());
    for (const id of stored) {
      expect(await store.taskCounts(id)).toEqual({ accepted: 3 });
      expect(await store.answerOf('', id)).toBeDefined();
    }
    await store.close();
  });
});

describePostgres('a store in PostgreSQL', () => {
  let schema: Schema;
  beforeEach(async () => {
    schema = await newSchema();
  });
  afterEach(() => schema.drop());
  const open = () => openStore(schema.url);
  const meters = async (store: ObjectStore) =>
    (await store.objects({ noun: 'MeterConfig', limit: 99 })).map(({ mRID }) => mRID);

  test('has everything again after it was closed and opened', async () => {
    const store = await open();
    const [stored] = await store.transaction((tx) => tx.insert([meter('m-1')], first));
    const replaced = await store.transaction(async (tx) => {
      await tx.putReadings([readingAt('m-1', midnight)], { keepFormer: true });
      return tx.replace(stored!.id, 1, meter('m-1'), second);
    });
    await store.write({
      request: { request: request('r-1'), tasks: [task(1)] },
      jobs: [job('j-1')],
      deliveries: [delivery('d-1')],
    });
    await store.close();
    const again = await open();
    expect(await again.objectByMRID('MeterConfig', undefined, 'm-1')).toEqual(replaced);
    expect(await again.history(stored!.id)).toHaveLength(2);
    expect(await again.readings({ meters: ['m-1'], limit: 9 })).toEqual([readingAt('m-1', midnight)]);
    expect(await again.tasks('r-1')).toHaveLength(1);
    expect(await again.delivery('d-1')).toMatchObject({ state: 'waiting' });
    await again.close();
  });

  test('whose connections are cut under a transaction undoes it, says so, and goes on with the next one', async () => {
    const store = await open();
    const lost = store.transaction(async (tx) => {
      await tx.insert([meter('m-1')], first);
      expect(await schema.cut()).toBeGreaterThan(0);
      await tx.insert([meter('m-2')], first);
    });
    await expect(lost).rejects.toBeInstanceOf(StoreUnavailable);
    await store.transaction((tx) => tx.insert([meter('m-3')], first));
    expect(await meters(store)).toEqual(['m-3']);
    await store.close();
  });

  test('whose connections are cut again and again under batches has each of them whole or not at all, and those that were told to be there', async () => {
    const store = await open();
    const written: string[] = [];
    const lost: string[] = [];
    const write = async (at: number) => {
      const mRID = `m-${at}`;
      try {
        await store.write({
          objects: { objects: [meter(mRID)], provenance: first },
          jobs: [job(mRID)],
          answer: answer(mRID),
        });
        written.push(mRID);
      } catch (error) {
        expect(error).toBeInstanceOf(StoreUnavailable);
        lost.push(mRID);
      }
    };
    for (let round = 0; round < 8; round++) {
      const all = Array.from({ length: 40 }, (_, at) => write(round * 40 + at));
      await Promise.all([...all, schema.cut()]);
    }
    const there = new Set((await store.objects({ noun: 'MeterConfig', limit: 999 })).map(({ mRID }) => mRID));
    for (const mRID of written) expect(there).toContain(mRID);
    expect(written.length + lost.length).toBe(320);
    const whole = await schema.query(
      `select o.mrid from objects o full join jobs j on j.key = o.mrid full join answers a on a.message_id = o.mrid
where o.mrid is null or j.key is null or a.message_id is null`,
    );
    expect(whole).toEqual([]);
    await write(999);
    expect(written).toContain('m-999');
    await store.close();
  });

  test('sorts texts by their code points, whatever the database sorts by', async () => {
    const store = await open();
    const names = ['b', 'B', 'a', 'ä', 'Z', '1'];
    await store.transaction((tx) =>
      tx.putReadings(
        names.map((name) => readingAt(name, midnight)),
        { keepFormer: false },
      ),
    );
    const found = await store.readings({ meters: names, limit: 9 });
    expect(found.map((row) => row.meter)).toEqual(['1', 'B', 'Z', 'a', 'b', 'ä']);
    await store.close();
  });

  test('is shared: what transactions of two gateways look at first holds until they are done', async () => {
    const stores = [await open(), await open()];
    const count = (of: Pick<ObjectStore, 'objects'>) =>
      of.objects({ noun: 'MeterConfig', limit: 99 }).then((found) => found.length);
    // each makes an object named by how many there are: two that saw the same number would collide
    const next = (store: ObjectStore): Promise<void> =>
      store.transaction(async (tx) => {
        await tx.insert([meter(`m-${await count(tx)}`)], first);
      });
    await Promise.all(Array.from({ length: 30 }, (_, at) => next(stores[at % 2]!)));
    expect(await count(stores[0]!)).toBe(30);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('that cannot be reached is told of without the password', async () => {
    const nowhere = openStore('postgres://user:secret@127.0.0.1:1/db');
    await expect(nowhere).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(nowhere).rejects.not.toThrow('secret');
  });
});

describe('the address of a store', () => {
  test.each(['', 'sqlite:', 'mysql://user:secret@host/db'])('%j is refused without showing a password', async (url) => {
    const refused = openStore(url);
    await expect(refused).rejects.toThrow('not the address of a store');
    await expect(refused).rejects.not.toThrow('secret');
  });

  test('a file that is no database, or in no folder, is refused with the code of SQLite', async () => {
    await expect(
      openStore(`sqlite:${import.meta.filename ?? new URL(import.meta.url).pathname}`),
    ).rejects.toMatchObject({
      name: 'StoreUnavailable',
      code: 'SQLITE_NOTADB',
    });
    await expect(openStore(`sqlite:${folder}`)).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' });
  });
});
