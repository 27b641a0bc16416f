import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { InventoryItem } from '../../../../src/ports/head-end.js';
import { Fleet, meterDevice, meterMRID, usagePointDevice } from '../../../../src/head-ends/simulated/fleet.js';
import { SIMULATED_NAMESPACE, uuidv5 } from '../../../../src/head-ends/simulated/uuid.js';

const MEGABYTE = 2 ** 20;

async function inventoryOf(fleet: Fleet): Promise<InventoryItem[]> {
  const items: InventoryItem[] = [];
  for await (const item of fleet.inventory()) items.push(item);
  return items;
}

/** Bytes in use once the garbage is gone. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('the simulated fleet', () => {
  it('makes UUIDs of version 5 as the RFC does', () => {
    expect(uuidv5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
    expect(uuidv5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:cimgate:simulated-head-end')).toBe(SIMULATED_NAMESPACE);
  });

  it('links meters and usage points one to one, by names and UUIDs that anybody can compute', async () => {
    const items = await inventoryOf(new Fleet(3, 1));
    expect(items.map(({ meter }) => meter.names)).toEqual(
      ['SIM-000001', 'SIM-000002', 'SIM-000003'].map((name) => [{ name, nameType: 'MeterName' }]),
    );
    expect(items[1]?.usagePoint).toEqual({
      mRID: uuidv5(SIMULATED_NAMESPACE, 'UP-000002'),
      names: [{ name: 'UP-000002', nameType: 'UsagePointName' }],
    });
    expect(items[2]).toEqual({ meter: meterDevice(3), usagePoint: usagePointDevice(3) });
  });

  it('knows meters by name, and only by the name as it gives it', () => {
    const fleet = new Fleet(1_000_000, 1);
    expect(fleet.numberOfName('SIM-000042')).toBe(42);
    expect(fleet.numberOfName('SIM-1000000')).toBe(1_000_000);
    for (const name of ['SIM-000000', 'SIM-1000001', 'SIM-0000042', 'SIM-42', 'sim-000042', 'UP-000042', '']) {
      expect(fleet.numberOfName(name)).toBeUndefined();
    }
  });

  it('finds meters by mRID, whatever the case, and lets the mRID decide against a name', async () => {
    const fleet = new Fleet(1_000, 1);
    const names = [{ name: 'SIM-000007' }];
    expect(
      await fleet.numbersOf([
        { mRID: meterMRID(1_000), names: [] },
        { mRID: meterMRID(5).toUpperCase(), names: [] },
        { mRID: meterMRID(7), names },
        { mRID: meterMRID(8), names },
        { mRID: '', names },
        { mRID: meterMRID(1_001), names },
        { mRID: 'no UUID at all', names },
        { mRID: '', names: [{ name: 'M-1' }] },
      ]),
    ).toEqual([1_000, 5, 7, 8, 7, undefined, undefined, undefined]);
  });

  it('finds every meter by its mRID', async () => {
    const fleet = new Fleet(3_000, 1);
    const numbers = Array.from({ length: 3_000 }, (_, i) => i + 1);
    expect(await fleet.numbersOf(numbers.map((n) => ({ mRID: meterMRID(n), names: [] })))).toEqual(numbers);
  });

  it('has no meters when it has none', async () => {
    const fleet = new Fleet(0, 1);
    expect(await inventoryOf(fleet)).toEqual([]);
    expect(await fleet.numbersOf([meterDevice(1)])).toEqual([undefined]);
  });

  it('holds a million meters in little memory, also once they were searched by mRID', async () => {
    const before = bytesInUse();
    const start = performance.now();
    const fleet = new Fleet(1_000_000, 1);
    expect(fleet.meter(1_000_000).register('forward', Date.UTC(2026, 0))).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(await fleet.numbersOf([{ mRID: meterMRID(777_777), names: [] }])).toEqual([777_777]);
    expect(bytesInUse() - before).toBeLessThan(20 * MEGABYTE);
    expect(await fleet.numbersOf([{ mRID: meterMRID(1), names: [] }])).toEqual([1]);
  });
});
