/** Writing objects and reading them back: whole, version by version. */
import fc from 'fast-check';
import { DuplicateObject, type JsonObject, type ObjectStore, StaleVersion } from '../../src/ports/object-store.js';
import { document, first, meter, second, text, usagePoint } from './object-store-samples.js';

export function objectsContract(store: () => ObjectStore): void {
  const insert = (...objects: Parameters<typeof meter>[0][]) =>
    store().transaction((tx) =>
      tx.insert(
        objects.map((mRID) => meter(mRID)),
        first,
      ),
    );

  test('gives back what was inserted, as version 1 with its provenance', async () => {
    const object = meter('m-1', {
      names: [{ name: 'SIM-1', nameType: 'MeterName', authority: 'utility' }, { name: 'plain' }],
      document: { mRID: 'm-1', nested: { list: [1, 'two', null, true] } },
      references: [{ kind: 'UsagePoint', mRID: 'up-1', names: [] }],
    });
    const [stored] = await store().transaction((tx) => tx.insert([object], first));
    const { references: _, ...visible } = object;
    expect(stored).toEqual({ id: expect.any(Number) as number, ...visible, version: 1, provenance: first });
    expect(await store().objectByMRID('MeterConfig', ['Meter'], 'm-1')).toEqual(stored);
  });

  test('answers inserts in the order of the objects given, with rising ids', async () => {
    const mRIDs = Array.from({ length: 1201 }, (_, at) => `m-${(at * 7919) % 1201}`);
    const stored = await insert(...mRIDs);
    expect(stored.map(({ mRID }) => mRID)).toEqual(mRIDs);
    const ids = stored.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
  });

  test('inserting nothing does nothing', async () => {
    expect(await store().transaction((tx) => tx.insert([], first))).toEqual([]);
  });

  test('keeps a provenance of only a time', async () => {
    const [stored] = await store().transaction((tx) => tx.insert([meter('m-1')], { at: first.at }));
    expect(stored?.provenance).toEqual({ at: first.at });
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-1')).toEqual(stored);
  });

  test('gives back any document digit for digit, and any names', async () => {
    let count = 0;
    const name = fc.record({ name: text, nameType: text, authority: text }, { requiredKeys: ['name'] });
    await fc.assert(
      fc.asyncProperty(document, fc.array(name, { maxLength: 3 }), text, async (doc, names, suffix) => {
        const mRID = `${++count}-${suffix}`;
        const object = meter(mRID, { document: doc, names });
        const [stored] = await store().transaction((tx) => tx.insert([object], first));
        const read = await store().objectByMRID('MeterConfig', ['Meter'], mRID);
        expect(JSON.stringify(read?.document)).toBe(JSON.stringify(doc));
        expect(read).toEqual(stored);
        expect(read?.names).toEqual(names);
        for (const given of names) {
          const found = await store().objectsByName(['MeterConfig'], ['Meter'], given);
          if (found.length < 10) expect(found.map(({ id }) => id)).toContain(stored?.id);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a document with keys of the object prototype leaves the prototype alone', async () => {
    const doc = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ) as JsonObject;
    await store().transaction((tx) => tx.insert([meter('m-1', { document: doc })], first));
    const read = await store().objectByMRID('MeterConfig', undefined, 'm-1');
    expect(Object.keys(read?.document ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('refuses a second object of the same noun, kind and mRID, be the first one deleted', async () => {
    await store().transaction((tx) => tx.insert([meter('m-1', { state: 'deleted' })], first));
    const again = insert('m-2', 'm-1', 'm-3');
    await expect(again).rejects.toThrow(DuplicateObject);
    await expect(again).rejects.toMatchObject({ noun: 'MeterConfig', kind: 'Meter', mRID: 'm-1' });
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-2')).toBeUndefined();
  });

  test('refuses an object that stands twice in one insert', async () => {
    await expect(insert('m-1', 'm-2', 'm-1')).rejects.toMatchObject({ name: 'DuplicateObject', mRID: 'm-1' });
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-1')).toBeUndefined();
  });

  test('a refused insert leaves nothing behind in a transaction that goes on', async () => {
    await insert('m-taken');
    await store().transaction(async (tx) => {
      const objects = Array.from({ length: 600 }, (_, at) => meter(`m-${at}`, { names: [{ name: 'same' }] }));
      await expect(tx.insert([...objects, meter('m-taken')], first)).rejects.toThrow(DuplicateObject);
      await tx.insert([meter('m-other')], first);
    });
    const left = await store().objects({ noun: 'MeterConfig', limit: 1000 });
    expect(left.map(({ mRID }) => mRID)).toEqual(['m-taken', 'm-other']);
    expect(await store().objectsByName(['MeterConfig'], ['Meter'], { name: 'same' })).toEqual([]);
  });

  test('the same mRID may stand in another noun or kind', async () => {
    await store().transaction((tx) =>
      tx.insert([meter('x'), usagePoint('x'), meter('x', { kind: 'ComModule' })], first),
    );
    expect(await store().objectByMRID('MeterConfig', ['ComModule'], 'x')).toMatchObject({ kind: 'ComModule' });
    expect(await store().objectByMRID('UsagePointConfig', undefined, 'x')).toMatchObject({ kind: 'UsagePoint' });
  });

  test('replace writes the next version and keeps the former ones', async () => {
    const [created] = await store().transaction((tx) => tx.insert([meter('m-1', { names: [{ name: 'old' }] })], first));
    const id = created!.id;
    const next = meter('m-1', { names: [{ name: 'new' }], document: { changed: true }, state: 'closed' });
    const replaced = await store().transaction((tx) => tx.replace(id, 1, next, second));
    expect(replaced).toMatchObject({
      id,
      version: 2,
      state: 'closed',
      document: { changed: true },
      provenance: second,
    });
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-1')).toEqual(replaced);
    expect(await store().history(id)).toEqual([
      { version: 1, state: 'active', document: { mRID: 'm-1' }, provenance: first },
      { version: 2, state: 'closed', document: { changed: true }, provenance: second },
    ]);
    expect(await store().objectsByName(['MeterConfig'], ['Meter'], { name: 'old' })).toEqual([]);
    expect(await store().objectsByName(['MeterConfig'], ['Meter'], { name: 'new' })).toEqual([replaced]);
  });

  test('refuses to replace a version that is no longer the present one, and an unknown object', async () => {
    const [created] = await insert('m-1');
    const replace = (id: number, expected: number) =>
      store().transaction((tx) => tx.replace(id, expected, meter('m-1'), second));
    await replace(created!.id, 1);
    await expect(replace(created!.id, 1)).rejects.toThrow(StaleVersion);
    await expect(replace(created!.id, 3)).rejects.toMatchObject({ id: created!.id, expected: 3 });
    await expect(replace(created!.id + 1000, 1)).rejects.toThrow(StaleVersion);
    expect(await store().history(created!.id)).toHaveLength(2);
  });

  test('refuses to give an object the mRID of another one, and changes nothing', async () => {
    const [one] = await insert('m-1', 'm-2');
    await store().transaction(async (tx) => {
      await expect(tx.replace(one!.id, 1, meter('m-2'), second)).rejects.toThrow(DuplicateObject);
    });
    expect(await store().history(one!.id)).toHaveLength(1);
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-1')).toMatchObject({ version: 1 });
    const renamed = await store().transaction((tx) => tx.replace(one!.id, 1, meter('m-3'), second));
    expect(renamed).toMatchObject({ id: one!.id, mRID: 'm-3', version: 2 });
  });

  test('has no history of an object it does not know', async () => {
    expect(await store().history(4711)).toEqual([]);
  });
}
