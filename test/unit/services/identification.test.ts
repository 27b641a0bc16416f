import type { NewObject } from '../../../src/ports/object-store.js';
import {
  devicePlaces,
  namesOf,
  objectIdOf,
  referenceOf,
  resolve,
  usagePointPlaces,
} from '../../../src/services/identification.js';
import { aName } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

const at = { at: '2026-11-22T12:00:00.000Z' };
let ports: TestPorts;

function stored(noun: string, kind: string, mRID: string, ...Names: readonly unknown[]): NewObject {
  return { noun, kind, mRID, names: namesOf({ Names }), state: 'active', document: { mRID }, references: [] };
}

beforeAll(async () => {
  ports = await testPorts();
  await ports.store.transaction(async (tx) => {
    const [, , , gone] = await tx.insert(
      [
        stored('MeterConfig', 'Meter', 'm-1', aName('M-1', 'MeterName', 'utility'), aName('4711', 'SerialNumber')),
        stored('MeterConfig', 'Meter', 'm-2', aName('M-2', 'MeterName'), aName('twin', 'A')),
        stored('EndDeviceConfig', 'EndDevice', 'd-1', aName('D-1'), aName('twin', 'B')),
        stored('MeterConfig', 'Meter', 'm-gone', aName('GONE')),
        stored('EndDeviceConfig', 'EndDevice', 'm-1', aName('M-1', 'MeterName', 'utility')),
        stored('MeterConfig', 'Meter', '__proto__', aName('constructor')),
      ],
      at,
    );
    if (!gone) throw new Error('not stored');
    await tx.replace(gone.id, 1, { ...stored('MeterConfig', 'Meter', 'm-gone'), state: 'deleted' }, at);
  });
});
afterAll(() => ports.close());

const find = (element: unknown, kind = 'Meter') =>
  resolve(ports.store, devicePlaces, referenceOf(kind, element), 'EndDeviceControls.EndDeviceControl[0].EndDevices[0]');

describe('namesOf', () => {
  it('reads name, NameType and authority, in order', () => {
    expect(namesOf({ Names: [aName('A'), aName('B', 'T'), aName('C', 'T', 'U')] })).toEqual([
      { name: 'A' },
      { name: 'B', nameType: 'T' },
      { name: 'C', nameType: 'T', authority: 'U' },
    ]);
  });

  it('leaves out names that say nothing, and finds none in what is no element', () => {
    expect(namesOf({ Names: [{ name: ' \n' }, { name: '' }] })).toEqual([]);
    for (const nothing of [undefined, null, 'text', 7, [], {}, { Names: undefined }])
      expect(namesOf(nothing)).toEqual([]);
  });
});

describe('objectIdOf', () => {
  it('says what the caller sent: the mRID, else the first name with its type and authority', () => {
    expect(objectIdOf(referenceOf('Meter', { mRID: 'm-1', Names: [aName('M-1')] }))).toEqual({
      id: 'm-1',
      kind: 'uuid',
      objectType: 'Meter',
    });
    expect(objectIdOf(referenceOf('Meter', { Names: [aName('M-1', 'MeterName', 'utility'), aName('x')] }))).toEqual({
      id: 'M-1',
      kind: 'name',
      idType: 'MeterName',
      idAuthority: 'utility',
      objectType: 'Meter',
    });
  });
});

describe('resolve', () => {
  const hits: readonly (readonly [string, unknown, string])[] = [
    ['by mRID', { mRID: 'm-2' }, 'm-2'],
    ['by a name without its type', { Names: [aName('M-2')] }, 'm-2'],
    ['by a name with its type', { Names: [aName('M-2', 'MeterName')] }, 'm-2'],
    ['by a name with its type and authority', { Names: [aName('M-1', 'MeterName', 'utility')] }, 'm-1'],
    ['in the second place', { Names: [aName('D-1')] }, 'd-1'],
    ['by an ambiguous name that its type makes plain', { Names: [aName('twin', 'B')] }, 'd-1'],
    ['by mRID and a name of the same object', { mRID: 'm-1', Names: [aName('4711')] }, 'm-1'],
    ['by mRID beside a name that nobody bears', { mRID: 'm-1', Names: [aName('NOBODY')] }, 'm-1'],
    ['by name when the mRID is blank', { mRID: ' ', Names: [aName('M-2')] }, 'm-2'],
    ['one thing kept in both places under one mRID', { Names: [aName('M-1', 'MeterName')] }, 'm-1'],
    ['what is named like a member of every object', { mRID: '__proto__', Names: [aName('constructor')] }, '__proto__'],
  ];
  it.each(hits)('finds %s', async (_, element, mRID) => {
    expect(await find(element)).toMatchObject({ object: { mRID } });
  });

  it('finds a meter in MeterConfig first', async () => {
    expect(await find({ mRID: 'm-1' })).toMatchObject({ object: { noun: 'MeterConfig' } });
  });

  it('says that no meter is named so, with what was sent and where', async () => {
    expect(await find({ Names: [aName('NO-SUCH-METER')] })).toMatchObject({
      finding: {
        code: '2.4',
        path: 'EndDeviceControls.EndDeviceControl[0].EndDevices[0]',
        details: 'no meter is named NO-SUCH-METER',
        object: { id: 'NO-SUCH-METER', kind: 'name', objectType: 'Meter' },
      },
    });
  });

  const misses: readonly (readonly [string, unknown])[] = [
    ['an mRID that nobody bears, whatever the names say', { mRID: 'm-99', Names: [aName('M-1')] }],
    ['a first name that nobody bears, whatever the second says', { Names: [aName('NOBODY'), aName('M-2')] }],
    ['a name of another type', { Names: [aName('M-2', 'SerialNumber')] }],
    ['a name of another authority', { Names: [aName('M-1', 'MeterName', 'other')] }],
    ['a deleted object by mRID', { mRID: 'm-gone' }],
    ['a deleted object by name', { Names: [aName('GONE')] }],
    ['what is named like a member of every object', { Names: [aName('toString')] }],
  ];
  it.each(misses)('does not find %s', async (_, element) => {
    expect(await find(element)).toMatchObject({ finding: { code: '2.4' }, missing: true });
  });

  it('uses the code of the class', async () => {
    const ref = referenceOf('UsagePoint', { mRID: 'u-1' });
    const found = await resolve(ports.store, usagePointPlaces, ref, 'x');
    expect(found).toMatchObject({ finding: { code: '2.12', details: 'no usage point has the mRID u-1' } });
  });

  it('refuses a name that fits several objects, and names two of them', async () => {
    expect(await find({ Names: [aName('twin')] })).toMatchObject({
      finding: { code: '2.29', object: { id: 'm-2' }, related: { id: 'd-1' } },
    });
  });

  const contradictions: readonly (readonly [string, unknown])[] = [
    ['mRID and name', { mRID: 'm-1', Names: [aName('M-2')] }],
    ['two names', { Names: [aName('M-2'), aName('D-1')] }],
  ];
  it.each(contradictions)('refuses %s of different objects', async (_, element) => {
    expect(await find(element)).toMatchObject({ finding: { code: '2.29', object: {}, related: { kind: 'name' } } });
  });

  it.each([[{}], [{ mRID: '' }], [{ mRID: '  ', Names: [{ name: ' ' }] }], [undefined]])(
    'asks for an identification where there is none: %j',
    async (element) => {
      const found = await find(element);
      expect(found).toMatchObject({ finding: { code: '5.8' } });
      expect(found).not.toHaveProperty('missing');
    },
  );
});
