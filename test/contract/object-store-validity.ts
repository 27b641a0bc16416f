/** What holds when: validity of objects and their versions, and changes that are not in force yet. */
import type { NewObject, ObjectStore, StoredObject } from '../../src/ports/object-store.js';
import type { PendingChange } from '../../src/ports/pending-changes.js';
import { first, meter, second } from './object-store-samples.js';

export function validityContract(store: () => ObjectStore): void {
  const put = (...objects: NewObject[]) => store().transaction((tx) => tx.insert(objects, first));
  const mRIDs = (objects: readonly StoredObject[]) => objects.map(({ mRID }) => mRID);

  test('keeps from when to when an object and each of its versions holds, and leaves open what is not said', async () => {
    const [stored] = await put(meter('m-1', { validFrom: -5, validTo: 9_000_000_000_000_000 }));
    expect(stored).toMatchObject({ validFrom: -5, validTo: 9_000_000_000_000_000 });
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-1')).toEqual(stored);
    await store().transaction((tx) => tx.replace(stored!.id, 1, meter('m-1', { validFrom: 7 }), second));
    const [former, present] = await store().history(stored!.id);
    expect(former).toMatchObject({ version: 1, validFrom: -5, validTo: 9_000_000_000_000_000 });
    expect(present).toEqual({
      version: 2,
      state: 'active',
      document: { mRID: 'm-1' },
      provenance: second,
      validFrom: 7,
    });
  });

  describe('what is in force', () => {
    const references = [{ kind: 'UsagePoint', mRID: 'u-1', names: [] }];
    beforeEach(() =>
      put(
        meter('always', { references }),
        meter('from 10', { references, validFrom: 10 }),
        meter('until 20', { references, validTo: 20, state: 'closed' }),
        meter('10 to 20', { references, validFrom: 10, validTo: 20, state: 'deleted' }),
        meter('ending at 20', { references, validFrom: 10, validTo: 20 }),
        meter('ended some time', { references, validFrom: 10, state: 'closed' }),
        meter('canceled', { references, validFrom: 10, state: 'canceled' }),
        meter('canceled with an end', { references, validFrom: 10, validTo: 20, state: 'canceled' }),
        meter('over before it began', { references, validFrom: 30, validTo: 25, state: 'closed' }),
        meter('of another', { validFrom: 10 }),
      ),
    );
    const spans: readonly (readonly [string, { from: number; until?: number }, readonly string[]])[] = [
      ['before all', { from: 9, until: 9 }, ['always', 'until 20']],
      ['at the very start', { from: 10, until: 10 }, ['always', 'from 10', 'until 20', '10 to 20', 'ending at 20']],
      ['at the very end', { from: 20, until: 20 }, ['always', 'from 10']],
      ['in a span', { from: 19, until: 30 }, ['always', 'from 10', 'until 20', '10 to 20', 'ending at 20']],
      ['from some time on', { from: 20 }, ['always', 'from 10']],
    ];
    test.each(spans)('%s', async (_, inForce, wanted) => {
      const found = await store().objects({ noun: 'MeterConfig', inForce, referringTo: references, limit: 100 });
      expect(mRIDs(found)).toEqual(wanted);
    });

    test('goes with every other condition of a query', async () => {
      const query = { noun: 'MeterConfig', inForce: { from: 15, until: 15 }, limit: 2 } as const;
      expect(mRIDs(await store().objects(query))).toEqual(['always', 'from 10']);
      expect(mRIDs(await store().objects({ ...query, newestFirst: true }))).toEqual(['of another', 'ending at 20']);
      expect(await store().objects({ ...query, kinds: ['EndDevice'] })).toEqual([]);
    });
  });

  describe('pending changes', () => {
    const change = (id: string, with_: Partial<PendingChange> = {}): PendingChange => ({
      id,
      noun: 'MeterConfig',
      kind: 'Meter',
      mRID: 'm-1',
      verb: 'change',
      effective: 1_000,
      element: { serialNumber: '007' },
      provenance: second,
      ...with_,
    });
    const add = (...changes: PendingChange[]) => store().transaction((tx) => tx.addPendingChanges(changes));

    test('come back whole, the earliest first', async () => {
      const close = { ...change('close', { effective: -1, verb: 'close' }), element: undefined };
      await add(change('late'), close, change('other', { mRID: 'm-2' }), change('noun', { noun: 'EndDeviceConfig' }));
      expect(await store().pendingChanges('MeterConfig', ['m-1'])).toEqual([close, change('late')]);
      expect(await store().pendingChanges('MeterConfig', ['m-1', 'm-2'])).toHaveLength(3);
      expect(await store().pendingChanges('MeterConfig', [])).toEqual([]);
      expect(await store().pendingChange('late')).toEqual(change('late'));
      expect(await store().pendingChange('nobody')).toBeUndefined();
    });

    test('go with the transaction that writes them, and are taken back', async () => {
      const failing = store().transaction(async (tx) => {
        await tx.addPendingChanges([change('c-1')]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await store().pendingChange('c-1')).toBeUndefined();
      await add(change('c-1'), change('c-2'));
      await store().transaction((tx) => tx.removePendingChanges(['c-1', 'unknown']));
      expect(await store().pendingChanges('MeterConfig', ['m-1'])).toEqual([change('c-2')]);
    });

    test('keep why they could not come into force', async () => {
      await add(change('c-1'));
      await store().transaction((tx) => tx.refusePendingChange('c-1', 'it is linked'));
      expect(await store().pendingChange('c-1')).toEqual({ ...change('c-1'), refused: 'it is linked' });
    });
  });
}
