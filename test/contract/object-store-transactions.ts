/** Transactions: all or nothing, one after the other, seen from outside only when they are done. */
import {
  type ObjectStore,
  StaleVersion,
  type StoreTransaction,
  StoreUnavailable,
} from '../../src/ports/object-store.js';
import { energy, first, meter, midnight, readingAt, second } from './object-store-samples.js';

export function transactionsContract(store: () => ObjectStore): void {
  const insert = (mRID: string) => store().transaction((tx) => tx.insert([meter(mRID)], first));
  const find = (mRID: string) => store().objectByMRID('MeterConfig', undefined, mRID);

  test('work that throws leaves nothing, and its error comes out as it is', async () => {
    const [old] = await insert('old');
    await store().transaction((tx) => tx.putReadings([readingAt('old', midnight)], { keepFormer: false }));
    const reason = new Error('on purpose');
    const failed = store().transaction(async (tx) => {
      await tx.insert([meter('new', { names: [{ name: 'N' }] })], first);
      await tx.replace(old!.id, 1, meter('old', { document: { changed: true } }), second);
      await tx.putReadings([readingAt('old', midnight, { value: '99' }), readingAt('new', midnight)], {
        keepFormer: true,
      });
      throw reason;
    });
    await expect(failed).rejects.toBe(reason);
    expect(await find('new')).toBeUndefined();
    expect(await find('old')).toEqual(old);
    expect(await store().history(old!.id)).toHaveLength(1);
    expect(await store().objectsByName(['MeterConfig'], ['Meter'], { name: 'N' })).toEqual([]);
    expect(await store().readings({ meters: ['old', 'new'], limit: 9 })).toEqual([readingAt('old', midnight)]);
    expect(await store().formerReadings('old', energy, midnight)).toEqual([]);
  });

  test('goes on after a transaction that failed', async () => {
    await expect(store().transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(
      store().transaction(() => {
        throw new Error('thrown, not rejected');
      }),
    ).rejects.toThrow('thrown, not rejected');
    await insert('m-1');
    expect(await find('m-1')).toMatchObject({ version: 1 });
  });

  describe('a part', () => {
    test('that throws is undone alone, and what stands around it stays', async () => {
      const reason = new Error('on purpose');
      await store().transaction(async (tx) => {
        await tx.insert([meter('before')], first);
        const failed = tx.part(async (part) => {
          await part.insert([meter('undone', { names: [{ name: 'N' }] })], first);
          await part.addJobs([{ queue: 'q', key: 'undone', due: 0, data: {} }]);
          throw reason;
        });
        await expect(failed).rejects.toBe(reason);
        expect(await tx.objectByMRID('MeterConfig', undefined, 'undone')).toBeUndefined();
        await tx.insert([meter('after', { names: [{ name: 'N' }] })], first);
      });
      expect(await find('before')).toMatchObject({ version: 1 });
      expect(await find('undone')).toBeUndefined();
      expect(await find('after')).toMatchObject({ version: 1 });
    });

    test('answers what its work answers, and is undone with the transaction', async () => {
      const whole = store().transaction(async (tx) => {
        expect(await tx.part(async (part) => part.insert([meter('m-1')], first))).toMatchObject([{ mRID: 'm-1' }]);
        throw new Error('the whole');
      });
      await expect(whole).rejects.toThrow('the whole');
      expect(await find('m-1')).toBeUndefined();
    });

    test('may have parts of its own', async () => {
      await store().transaction((tx) =>
        tx.part(async (outer) => {
          await outer.insert([meter('outer')], first);
          const inner = outer.part(async (part) => {
            await part.insert([meter('inner')], first);
            throw new Error('inner');
          });
          await expect(inner).rejects.toThrow('inner');
        }),
      );
      expect(await find('outer')).toMatchObject({ version: 1 });
      expect(await find('inner')).toBeUndefined();
    });

    test('takes what it has under way with it when it throws, and nothing after that', async () => {
      let late: StoreTransaction | undefined;
      await store().transaction(async (tx) => {
        const failed = tx.part((part) => {
          late = part;
          const insert = part.insert([meter('m-1')], first);
          return Promise.all([insert, Promise.reject(new Error('at once'))]);
        });
        await expect(failed).rejects.toThrow('at once');
        await expect(late?.insert([meter('m-2')], first)).rejects.toThrow('the part of the transaction is over');
      });
      expect(await find('m-1')).toBeUndefined();
      expect(await find('m-2')).toBeUndefined();
    });
  });

  test('answers what the work answers', async () => {
    expect(await store().transaction(async () => 42)).toBe(42);
  });

  test('the work sees its own writes, nobody else does before the end', async () => {
    let inside: (tx: StoreTransaction) => void = () => {};
    const started = new Promise<StoreTransaction>((resolve) => (inside = resolve));
    let finish: () => void = () => {};
    const released = new Promise<void>((resolve) => (finish = resolve));
    const done = store().transaction(async (tx) => {
      await tx.insert([meter('m-1', { names: [{ name: 'N' }] })], first);
      await tx.putReadings([readingAt('m-1', midnight)], { keepFormer: false });
      expect(await tx.objectByMRID('MeterConfig', ['Meter'], 'm-1')).toMatchObject({ version: 1 });
      expect(await tx.objectsByName(['MeterConfig'], ['Meter'], { name: 'N' })).toHaveLength(1);
      expect(await tx.objects({ noun: 'MeterConfig', limit: 9 })).toHaveLength(1);
      expect(await tx.readings({ meters: ['m-1'], limit: 9 })).toHaveLength(1);
      inside(tx);
      await released;
      throw new Error('undone after all');
    });
    await started;
    // Either the store answers at once, without the object, or it waits until the transaction has been undone.
    const seen = Promise.all([find('m-1'), store().readings({ meters: ['m-1'], limit: 9 })]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    finish();
    await expect(done).rejects.toThrow('undone after all');
    expect(await seen).toEqual([undefined, []]);
  });

  test('of ten transactions that change the same version exactly one wins, again and again', async () => {
    const [object] = await insert('m-1');
    for (let version = 1; version <= 5; version++) {
      const attempts = Array.from({ length: 10 }, (_, at) =>
        store().transaction(async (tx) => {
          const present = await tx.objectByMRID('MeterConfig', undefined, 'm-1');
          await new Promise((resolve) => setTimeout(resolve, at % 3));
          const next = meter('m-1', { document: { winner: at } });
          return tx.replace(object!.id, version, { ...next, state: present!.state }, second);
        }),
      );
      const results = await Promise.allSettled(attempts);
      const won = results.filter((result) => result.status === 'fulfilled');
      const lost = results.filter((result) => result.status === 'rejected');
      expect(won).toHaveLength(1);
      expect(lost.every(({ reason }) => reason instanceof StaleVersion)).toBe(true);
      expect(await find('m-1')).toMatchObject({ version: version + 1, document: won[0]!.value.document });
    }
    expect((await store().history(object!.id)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('many transactions at once all come through', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, at) => insert(`m-${at}`)));
    expect(await store().objects({ noun: 'MeterConfig', limit: 1000 })).toHaveLength(100);
  });

  test('refuses the store inside of a transaction instead of waiting for ever', async () => {
    await store().transaction(async (tx) => {
      await expect(find('m-1')).rejects.toThrow('inside a transaction');
      await expect(store().transaction(async () => {})).rejects.toThrow('inside a transaction');
      await expect(store().close()).rejects.toThrow('inside a transaction');
      await tx.insert([meter('m-1')], first);
    });
    expect(await find('m-1')).toBeDefined();
  });

  test('a transaction that is over does nothing any more', async () => {
    const leaked = await store().transaction(async (tx) => [tx]);
    await expect(leaked[0]!.insert([meter('m-1')], first)).rejects.toThrow();
    await expect(leaked[0]!.objectByMRID('MeterConfig', undefined, 'm-1')).rejects.toThrow();
    expect(await find('m-1')).toBeUndefined();
  });

  test('closing lets what was asked before come to its end, and refuses what comes after', async () => {
    const last = insert('m-1');
    const read = find('m-2');
    const closed = store().close();
    await expect(insert('m-3')).rejects.toThrow(StoreUnavailable);
    await expect(find('m-1')).rejects.toMatchObject({ code: 'CLOSED' });
    expect(await last).toHaveLength(1);
    expect(await read).toBeUndefined();
    await closed;
    await store().close();
    await expect(find('m-1')).rejects.toThrow('the store is closed');
  });
}
