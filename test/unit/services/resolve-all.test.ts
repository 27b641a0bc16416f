import type { ObjectReference, StoreReader } from '../../../src/ports/object-store.js';
import { devicePlaces, resolve } from '../../../src/services/identification.js';
import { resolveAll } from '../../../src/services/resolve-all.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
beforeEach(async () => {
  ports = await testPorts();
  const one = (noun: string, kind: string, mRID: string, ...names: string[]) => ({
    noun,
    kind,
    mRID,
    names: names.map((name) => ({ name, nameType: 'MeterName' })),
    state: 'active' as const,
    document: {},
    references: [],
  });
  const objects = [
    one('MeterConfig', 'Meter', 'm-1', 'A', 'A2'),
    one('MeterConfig', 'Meter', 'm-2', 'B', 'same'),
    { ...one('MeterConfig', 'Meter', 'm-3', 'C'), state: 'deleted' as const },
    one('EndDeviceConfig', 'EndDevice', 'm-3', 'C'),
    one('EndDeviceConfig', 'EndDevice', 'd-1', 'D', 'same'),
  ];
  await ports.store.transaction((tx) => tx.insert(objects, { at: '2026-11-22T12:00:00Z' }));
});
afterEach(() => ports.close());

const byName = (...names: string[]): ObjectReference => ({
  kind: 'Meter',
  names: names.map((name) => ({ name, nameType: 'MeterName' })),
});
const references: readonly ObjectReference[] = [
  { kind: 'Meter', mRID: 'm-1', names: [] },
  { kind: 'Meter', mRID: 'm-1', names: [{ name: 'B' }] },
  { kind: 'Meter', mRID: 'm-3', names: [] },
  { kind: 'Meter', mRID: 'none', names: [{ name: 'A' }] },
  { kind: 'Meter', names: [] },
  byName('A'),
  byName('A', 'A2'),
  byName('A', 'B'),
  byName('C'),
  byName('D'),
  byName('same'),
  byName('nobody'),
  { kind: 'Meter', names: [{ name: 'A', nameType: 'Other' }] },
];

test('means by many references at once what each of them means alone', async () => {
  const asked = references.map((reference, at) => ({ reference, path: `Meter[${at}]` }));
  const alone = [];
  for (const { reference, path } of asked) alone.push(await resolve(ports.store, devicePlaces, reference, path));
  expect(await resolveAll(ports.store, devicePlaces, asked)).toEqual(alone);
  expect(alone.filter((one) => 'object' in one)).toHaveLength(6);
});

test('asks the store a few times only, however many there are', async () => {
  let questions = 0;
  const counting = new Proxy(ports.store, {
    get: (target, name) => {
      questions++;
      return target[name as keyof StoreReader];
    },
  });
  const asked = Array.from({ length: 2_000 }, (_, at) => ({ reference: byName(`M-${at}`), path: '' }));
  expect(await resolveAll(counting, devicePlaces, asked)).toHaveLength(2_000);
  expect(questions).toBeLessThan(10);
});
