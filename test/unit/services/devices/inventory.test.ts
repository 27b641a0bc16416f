import { simulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import { adoptInventory } from '../../../../src/services/inventory.js';
import { openStore } from '../../../../src/store/open-store.js';
import { anInstallation, scriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { testPorts } from '../../../support/test-ports.js';
import { virtualClock } from '../../../support/virtual-clock.js';

describe('adopting the inventory of head ends', () => {
  const noun = { meters: 'MeterConfig', points: 'UsagePointConfig', links: 'MasterDataLinkageConfig' } as const;

  test('makes meters, usage points and links that say what the head end says', async () => {
    const ports = await testPorts({ headEnds: [scriptedHeadEnd({ inventory: [anInstallation(1)] })] });
    expect(await adoptInventory(ports)).toEqual({ meters: 1, added: 3 });
    const [meter] = await ports.store.objects({ noun: noun.meters, limit: 2 });
    const [point] = await ports.store.objects({ noun: noun.points, limit: 2 });
    const Names = (name: string, type: string) => [{ name, NameType: { name: type } }];
    expect(meter).toMatchObject({ kind: 'Meter', mRID: 'meter-1', names: [{ name: 'M-1', nameType: 'MeterName' }] });
    expect(meter?.document).toEqual({ mRID: 'meter-1', amrSystem: 'scripted', Names: Names('M-1', 'MeterName') });
    expect(point?.document).toEqual({ mRID: 'point-1', Names: Names('P-1', 'UsagePointName') });
    for (const wanted of [
      { kind: 'Meter', mRID: 'meter-1', names: [] },
      { kind: 'UsagePoint', mRID: 'point-1', names: [] },
    ]) {
      const links = await ports.store.objects({ noun: noun.links, referringTo: [wanted], limit: 2 });
      expect(links.map(({ document }) => document)).toEqual([
        {
          Meter: [{ mRID: 'meter-1', Names: Names('M-1', 'MeterName') }],
          UsagePoint: [{ mRID: 'point-1', Names: Names('P-1', 'UsagePointName') }],
        },
      ]);
    }
    await ports.close();
  });

  test('takes a thousand meters quickly, and nothing at the next start', async () => {
    const clock = virtualClock();
    const ports = await testPorts({ clock, headEnds: [simulatedHeadEnd({ meters: 1_000, seed: 1, clock })] });
    const begin = performance.now();
    expect(await adoptInventory(ports)).toEqual({ meters: 1_000, added: 3_000 });
    const taken = performance.now() - begin;
    expect(await adoptInventory(ports)).toEqual({ meters: 1_000, added: 0 });
    expect(taken).toBeLessThan(3_000); // 300 ms on a quiet machine
    await ports.close();
  });

  test('adds what is new, and leaves alone what was changed, unlinked or deleted since', async () => {
    const store = await openStore('memory');
    const ports = async (count: number) => {
      const inventory = Array.from({ length: count }, (_, at) => anInstallation(at + 1));
      const ports = await testPorts({ headEnds: [scriptedHeadEnd({ inventory })] });
      await ports.close();
      return { ...ports, store };
    };
    await adoptInventory(await ports(2));
    const provenance = { at: '2026-11-22T12:00:00Z' };
    await store.transaction(async (tx) => {
      const [link] = await tx.objects({ noun: noun.links, limit: 1 });
      const meter = await tx.objectByMRID(noun.meters, ['Meter'], 'meter-2');
      if (link === undefined || meter === undefined) throw new Error('nothing was adopted');
      await tx.replace(link.id, 1, { ...link, state: 'deleted', references: [] }, provenance);
      await tx.replace(meter.id, 1, { ...meter, names: [], document: { mRID: 'meter-2' }, references: [] }, provenance);
    });
    expect(await adoptInventory(await ports(3))).toEqual({ meters: 3, added: 3 });
    expect(await store.objects({ noun: noun.links, limit: 10 })).toHaveLength(2);
    expect((await store.objectByMRID(noun.meters, ['Meter'], 'meter-2'))?.document).toEqual({ mRID: 'meter-2' });
    await store.close();
  });

  test('keeps a meter that somebody created before, and links it', async () => {
    const ports = await testPorts({ headEnds: [scriptedHeadEnd({ inventory: [anInstallation(1)] })] });
    const mine = { noun: noun.meters, kind: 'Meter', mRID: 'meter-1', names: [], state: 'active' } as const;
    await ports.store.transaction((tx) =>
      tx.insert([{ ...mine, document: { mRID: 'meter-1', serialNumber: '4711' }, references: [] }], { at: '' }),
    );
    expect(await adoptInventory(ports)).toEqual({ meters: 1, added: 2 });
    const [meter] = await ports.store.objects({ noun: noun.meters, limit: 2 });
    expect(meter?.document).toEqual({ mRID: 'meter-1', serialNumber: '4711' });
    await ports.close();
  });
});
