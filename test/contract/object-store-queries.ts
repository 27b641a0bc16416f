/** Finding objects: by mRID, by name, by noun in pages, and from the other side of a reference. */
import type { NewObject, ObjectReference, ObjectStore, StoredObject } from '../../src/ports/object-store.js';
import { first, meter, usagePoint } from './object-store-samples.js';

export function queriesContract(store: () => ObjectStore): void {
  const put = (...objects: NewObject[]) => store().transaction((tx) => tx.insert(objects, first));
  const mRIDs = (objects: readonly StoredObject[]) => objects.map(({ mRID }) => mRID);

  test('finds by mRID whatever the state, only among the kinds asked for', async () => {
    await put(meter('m-1', { state: 'deleted' }));
    expect(await store().objectByMRID('MeterConfig', ['Meter', 'EndDevice'], 'm-1')).toMatchObject({
      state: 'deleted',
    });
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-1')).toMatchObject({ kind: 'Meter' });
    expect(await store().objectByMRID('MeterConfig', ['EndDevice'], 'm-1')).toBeUndefined();
    expect(await store().objectByMRID('MeterConfig', [], 'm-1')).toBeUndefined();
    expect(await store().objectByMRID('UsagePointConfig', undefined, 'm-1')).toBeUndefined();
    expect(await store().objectByMRID('MeterConfig', undefined, 'M-1')).toBeUndefined();
  });

  test('compares name types and authorities only where they are given', async () => {
    await put(
      meter('typed', { names: [{ name: 'N', nameType: 'MeterName', authority: 'A' }] }),
      meter('other', { names: [{ name: 'N', nameType: 'Serial', authority: 'A' }] }),
      meter('bare', { names: [{ name: 'N' }, { name: 'N' }] }),
    );
    const find = async (name: { nameType?: string; authority?: string }) =>
      mRIDs(await store().objectsByName(['MeterConfig'], ['Meter'], { name: 'N', ...name }));
    expect(await find({})).toEqual(['typed', 'other', 'bare']);
    expect(await find({ nameType: 'MeterName' })).toEqual(['typed']);
    expect(await find({ authority: 'A' })).toEqual(['typed', 'other']);
    expect(await find({ nameType: 'Serial', authority: 'B' })).toEqual([]);
  });

  test('a name finds canceled and closed objects but no deleted ones, of the nouns and kinds given', async () => {
    const names = [{ name: 'N' }];
    await put(
      meter('canceled', { names, state: 'canceled' }),
      meter('closed', { names, state: 'closed' }),
      meter('deleted', { names, state: 'deleted' }),
      meter('module', { names, kind: 'ComModule' }),
      usagePoint('point', { names }),
    );
    const find = async (nouns: string[], kinds: string[]) =>
      mRIDs(await store().objectsByName(nouns, kinds, { name: 'N' }));
    expect(await find(['MeterConfig'], ['Meter'])).toEqual(['canceled', 'closed']);
    expect(await find(['MeterConfig', 'UsagePointConfig'], ['UsagePoint', 'ComModule'])).toEqual(['module', 'point']);
    expect(await find(['UsagePointConfig'], ['Meter'])).toEqual([]);
    expect(await find([], ['Meter'])).toEqual([]);
    expect(await find(['MeterConfig'], [])).toEqual([]);
  });

  test('answers at most ten objects of one name', async () => {
    await put(...Array.from({ length: 12 }, (_, at) => meter(`m-${at}`, { names: [{ name: 'N' }] })));
    expect(await store().objectsByName(['MeterConfig'], ['Meter'], { name: 'N' })).toHaveLength(10);
  });

  test('many mRIDs and many names at once find what each of them finds alone', async () => {
    await put(
      meter('m-1', { names: [{ name: 'N', nameType: 'T', authority: 'A' }] }),
      meter('m-2', { names: [{ name: 'N' }, { name: 'N', nameType: 'T' }], state: 'closed' }),
      meter('m-2', { kind: 'EndDevice', names: [{ name: 'N' }, { name: 'M' }] }),
      meter('gone', { names: [{ name: 'N' }], state: 'deleted' }),
      usagePoint('m-1', { names: [{ name: 'N' }] }),
      ...Array.from({ length: 1500 }, (_, at) =>
        meter(`x-${at}`, { names: [{ name: `x-${at % 700}` }, { name: 'all' }] }),
      ),
    );
    const given = ['m-1', 'm-2', 'gone', 'nobody', ...Array.from({ length: 1500 }, (_, at) => `x-${at}`)];
    for (const kinds of [undefined, ['Meter'], ['EndDevice', 'ComModule'], []]) {
      const found = await store().objectsByMRIDs('MeterConfig', kinds, given);
      for (const mRID of [...given.slice(0, 6), 'x-1400']) {
        expect(found.get(mRID)).toEqual(await store().objectByMRID('MeterConfig', kinds, mRID));
      }
      expect(found.size).toBe(kinds === undefined ? 1503 : kinds.includes('Meter') ? 1503 : kinds.length === 0 ? 0 : 1);
    }
    const names = [
      { name: 'N' },
      { name: 'N', nameType: 'T' },
      { name: 'N', authority: 'A' },
      { name: 'N', nameType: 'T', authority: 'B' },
      { name: 'all' },
      { name: 'nobody' },
      { name: 'N' },
      ...Array.from({ length: 1100 }, (_, at) => ({ name: `x-${at}` })),
    ];
    for (const [nouns, kinds] of [
      [['MeterConfig'], ['Meter']],
      [
        ['MeterConfig', 'UsagePointConfig'],
        ['Meter', 'EndDevice', 'UsagePoint'],
      ],
      [[], ['Meter']],
    ] as const) {
      const found = await store().objectsByNames(nouns, kinds, names);
      expect(found).toHaveLength(names.length);
      for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 706, 1000]) {
        expect(found[at]).toEqual(await store().objectsByName(nouns, kinds, names[at]!));
      }
    }
    expect((await store().objectsByMRIDs('MeterConfig', undefined, [])).size).toBe(0);
    expect(await store().objectsByNames(['MeterConfig'], ['Meter'], [])).toEqual([]);
  });

  test('lists active objects unless other states are asked for', async () => {
    const states = ['active', 'canceled', 'closed', 'deleted'] as const;
    await put(...states.map((state) => meter(state, { state })), usagePoint('other noun'));
    expect(mRIDs(await store().objects({ noun: 'MeterConfig', limit: 9 }))).toEqual(['active']);
    expect(mRIDs(await store().objects({ noun: 'MeterConfig', states, limit: 9 }))).toEqual([...states]);
    expect(mRIDs(await store().objects({ noun: 'MeterConfig', states: ['closed'], limit: 9 }))).toEqual(['closed']);
    expect(await store().objects({ noun: 'MeterConfig', states: [], limit: 9 })).toEqual([]);
  });

  test('narrows to kinds', async () => {
    await put(meter('m'), meter('c', { kind: 'ComModule' }), meter('e', { kind: 'EndDevice' }));
    const list = async (kinds: string[]) => mRIDs(await store().objects({ noun: 'MeterConfig', kinds, limit: 9 }));
    expect(await list(['EndDevice', 'Meter'])).toEqual(['m', 'e']);
    expect(await list([])).toEqual([]);
  });

  test('pages through in order of the id, each object once', async () => {
    await put(...Array.from({ length: 25 }, (_, at) => meter(`m-${at}`)));
    const seen: string[] = [];
    let after: number | undefined;
    for (;;) {
      const page = await store().objects({ noun: 'MeterConfig', after, limit: 10 });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(10);
      seen.push(...mRIDs(page));
      after = page.at(-1)!.id;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => `m-${at}`));
  });

  test('passes over as many as are to be, and counts what there is, no further than asked', async () => {
    await put(...Array.from({ length: 7 }, (_, at) => meter(`m-${at}`)), meter('gone', { state: 'deleted' }));
    const query = { noun: 'MeterConfig', kinds: ['Meter'] };
    expect(mRIDs(await store().objects({ ...query, offset: 2, limit: 3 }))).toEqual(['m-2', 'm-3', 'm-4']);
    expect(mRIDs(await store().objects({ ...query, offset: 1, limit: 2, newestFirst: true }))).toEqual(['m-5', 'm-4']);
    expect(await store().objects({ ...query, offset: 7, limit: 3 })).toEqual([]);
    expect(await store().countObjects(query, 100)).toBe(7);
    expect(await store().countObjects(query, 4)).toBe(4);
    expect(await store().countObjects({ ...query, states: ['deleted'] }, 100)).toBe(1);
    expect(await store().countObjects({ ...query, referringTo: [] }, 100)).toBe(0);
    expect(await store().transaction((tx) => tx.countObjects(query, 100))).toBe(7);
  });

  test('pages through the newest first', async () => {
    await put(...Array.from({ length: 5 }, (_, at) => meter(`m-${at}`)));
    const newest = (after?: number) => store().objects({ noun: 'MeterConfig', newestFirst: true, after, limit: 3 });
    const page = await newest();
    expect(mRIDs(page)).toEqual(['m-4', 'm-3', 'm-2']);
    expect(mRIDs(await newest(page.at(-1)!.id))).toEqual(['m-1', 'm-0']);
  });

  describe('referringTo', () => {
    const pointing = (mRID: string, ...references: ObjectReference[]) => usagePoint(mRID, { references });
    const find = async (...referringTo: ObjectReference[]) =>
      mRIDs(await store().objects({ noun: 'UsagePointConfig', referringTo, limit: 99 }));
    const ref = (mRID: string | undefined, ...names: string[]): ObjectReference => ({
      kind: 'Meter',
      mRID,
      names: names.map((name) => ({ name })),
    });

    test('matches by mRID when both sides have one, else by any of the names', async () => {
      await put(
        pointing('by mRID', ref('m-1')),
        pointing('by both', ref('m-1', 'N1')),
        pointing('by name', ref(undefined, 'N0', 'N1')),
        pointing('same name, other mRID', ref('m-2', 'N1')),
        pointing('other kind', { kind: 'EndDevice', mRID: 'm-1', names: [{ name: 'N1' }] }),
        pointing('nothing'),
      );
      expect(await find(ref('m-1', 'N1'))).toEqual(['by mRID', 'by both', 'by name']);
      expect(await find(ref('m-1'))).toEqual(['by mRID', 'by both']);
      expect(await find(ref(undefined, 'N1'))).toEqual(['by both', 'by name', 'same name, other mRID']);
      expect(await find(ref('m-3'), ref('m-2'))).toEqual(['same name, other mRID']);
      expect(await find(ref(undefined))).toEqual([]);
      expect(await find()).toEqual([]);
    });

    test('compares name types and authorities where both sides give them', async () => {
      const named = (nameType?: string, authority?: string): ObjectReference => ({
        kind: 'Meter',
        names: [{ name: 'N', nameType, authority }],
      });
      await put(pointing('bare', named()), pointing('typed', named('T')), pointing('full', named('T', 'A')));
      expect(await find(named())).toEqual(['bare', 'typed', 'full']);
      expect(await find(named('T'))).toEqual(['bare', 'typed', 'full']);
      expect(await find(named('U'))).toEqual(['bare']);
      expect(await find(named('T', 'B'))).toEqual(['bare', 'typed']);
    });

    test('follows what the present version points at, and the state', async () => {
      const [point] = await put(pointing('up', ref('m-1')));
      await store().transaction((tx) => tx.replace(point!.id, 1, pointing('up', ref('m-2')), first));
      expect(await find(ref('m-1'))).toEqual([]);
      expect(await find(ref('m-2'))).toEqual(['up']);
      const deleted = { ...pointing('up', ref('m-2')), state: 'deleted' as const };
      await store().transaction((tx) => tx.replace(point!.id, 2, deleted, first));
      expect(await find(ref('m-2'))).toEqual([]);
    });

    test('takes thousands of references at once', async () => {
      await put(pointing('up-1', ref('m-4999')), pointing('up-2', ref(undefined, 'N7')));
      const many = Array.from({ length: 5000 }, (_, at) => ref(`m-${at}`, `N${at}`));
      expect(await find(...many)).toEqual(['up-1', 'up-2']);
    });
  });
}
