import type { SubscriptionSettings } from '../../../../src/config/registrations.js';
import type { JsonObject, NewObject } from '../../../../src/ports/object-store.js';
import type { Subscription } from '../../../../src/ports/registry.js';
import { documentOf, referencesOf } from '../../../../src/services/documents.js';
import { referenceOf } from '../../../../src/services/identification.js';
import { publish } from '../../../../src/services/publish.js';
import type { ServicePorts } from '../../../../src/services/noun-row.js';
import { named } from '../../../support/builders.js';
import { wrapBody } from '../../../../src/soap/envelope.js';
import { checkSent } from '../../../support/sent-check.js';
import { aRegistry, aSubscription, eventsIn, outbox } from '../../../support/subscribing.js';
import { testPorts, type TestPorts } from '../../../support/test-ports.js';

let ports: TestPorts;

beforeEach(async () => {
  ports = await testPorts();
});
afterEach(() => ports.close());

const anEvent = (mRID: string, ref: string, more: JsonObject = {}): JsonObject => ({
  mRID,
  createdDateTime: '2026-11-22T12:00:00Z',
  EndDeviceEventType: { ref },
  ...more,
});

function stored(noun: string, kind: string, value: Readonly<Record<string, unknown>>, id: string): NewObject {
  const document = documentOf(value, noun === 'MasterDataLinkageConfig' ? undefined : id);
  const { names } = referenceOf(kind, document);
  return { noun, kind, mRID: id, names, state: 'active', document, references: referencesOf(document) };
}

async function subscribed(...subscriptions: readonly Subscription[]): Promise<ServicePorts> {
  return { ...ports, registry: await aRegistry(ports.store, ...subscriptions) };
}

/** The network of the filter table: meter-1 named M-1 at point-1 (P-1), in the group north; point-1 in the group street. */
async function aNetwork(): Promise<void> {
  const objects = [
    stored('MeterConfig', 'Meter', named('M-1'), 'meter-1'),
    stored('MeterConfig', 'Meter', named('M-2'), 'meter-2'),
    stored('UsagePointConfig', 'UsagePoint', named('P-1'), 'point-1'),
    stored('EndDeviceGroups', 'EndDeviceGroup', named('north', { EndDevices: [{ mRID: 'meter-1' }] }), 'group-1'),
    stored('UsagePointGroups', 'UsagePointGroup', named('street', { UsagePoints: [named('P-1')] }), 'group-2'),
    stored(
      'MasterDataLinkageConfig',
      'MasterDataLinkageConfig',
      {
        ConfigurationEvent: { createdDateTime: '2026-01-01T00:00:00Z', effectiveDateTime: '2026-01-01T00:00:00Z' },
        Meter: [{ mRID: 'meter-1' }],
        UsagePoint: [{ mRID: 'point-1' }],
      },
      'link-1',
    ),
  ];
  await ports.store.transaction((tx) => tx.insert(objects, { at: '2026-11-22T12:00:00Z' }));
}

const byMRID = { Assets: { mRID: 'meter-1' } };
const byName = { Assets: named('M-1') as JsonObject };
const atPoint = { UsagePoint: { mRID: 'point-1' } };
const other = { Assets: { mRID: 'meter-2' } };

const table: readonly (readonly [string, SubscriptionSettings['filter'], JsonObject, boolean])[] = [
  ['no filter', {}, other, true],
  ['a mask that fits', { types: ['3.26.*.*'] }, byMRID, true],
  ['the very code', { types: ['3.12.0.1', '3.26.0.85'] }, byMRID, true],
  ['masks that do not fit', { types: ['3.12.*.*', '*.26.0.216'] }, byMRID, false],
  ['a device by mRID', { devices: ['meter-1'] }, byMRID, true],
  ['a device by name, told by mRID', { devices: ['M-1'] }, byMRID, true],
  ['a device by mRID, told by name', { devices: ['meter-1'] }, byName, true],
  ['a device, told by its usage point', { devices: ['M-1'] }, atPoint, true],
  ['another device', { devices: ['M-1'] }, other, false],
  ['another device at the same usage point', { devices: ['M-1'] }, { ...other, ...atPoint }, false],
  ['an unknown device told by name', { devices: ['M-9'] }, { Assets: named('M-9') as JsonObject }, true],
  ['a usage point by name', { usagePoints: ['P-1'] }, atPoint, true],
  ['a usage point, told by its meter', { usagePoints: ['P-1'] }, byName, true],
  ['another usage point', { usagePoints: ['P-2'] }, byMRID, false],
  ['a group of devices', { groups: ['north'] }, byName, true],
  ['a group by mRID, told by usage point', { groups: ['group-1'] }, atPoint, true],
  ['a group of usage points, told by the meter', { groups: ['street'] }, byMRID, true],
  ['a group the device is not in', { groups: ['north', 'street'] }, other, false],
  ['all of several', { types: ['*.26.*.*'], devices: ['M-1'], groups: ['north'] }, byMRID, true],
  ['one of several that does not hold', { types: ['*.26.*.*'], devices: ['M-1'], groups: ['south'] }, byMRID, false],
  ['reading types, which events have not', { readingTypes: ['0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0'] }, byMRID, false],
];

test.each(table)('an event for a subscription to %s', async (_, filter, more, fits) => {
  await aNetwork();
  const told = await subscribed(aSubscription(filter));
  const root = { EndDeviceEvent: [anEvent('e-1', '3.26.0.85', more)] };
  await ports.store.transaction((tx) => publish(tx, told, { noun: 'EndDeviceEvents', verb: 'created', root }));
  expect(await outbox(ports.store)).toHaveLength(fits ? 1 : 0);
});

test.each<readonly [string, SubscriptionSettings['filter'], JsonObject]>([
  ['a group, of a device that is in hundreds', { groups: ['group 249'] }, byName],
  ['a device, told by a usage point that is linked hundreds of times', { devices: ['meter-of-249'] }, atPoint],
  ['a usage point, told by a device that is linked hundreds of times', { usagePoints: ['point-of-249'] }, byMRID],
])('an event goes to a subscription to %s', async (_, filter, more) => {
  await aNetwork();
  const link = (objects: JsonObject, id: string) =>
    stored('MasterDataLinkageConfig', 'MasterDataLinkageConfig', objects, id);
  const objects = Array.from({ length: 250 }, (_, at) => [
    stored('EndDeviceGroups', 'EndDeviceGroup', named(`group ${at}`, { EndDevices: [{ mRID: 'meter-1' }] }), `g-${at}`),
    link({ Meter: [{ mRID: `meter-of-${at}` }], UsagePoint: [{ mRID: 'point-1' }] }, `up-${at}`),
    link({ Meter: [{ mRID: 'meter-1' }], UsagePoint: [{ mRID: `point-of-${at}` }] }, `down-${at}`),
  ]);
  const told = await subscribed(aSubscription(filter));
  await ports.store.transaction(async (tx) => {
    await tx.insert(objects.flat(), { at: '2026-11-22T12:00:00Z' });
    const root = { EndDeviceEvent: [anEvent('e-1', '3.26.0.85', more)] };
    await publish(tx, told, { noun: 'EndDeviceEvents', verb: 'created', root });
  });
  expect(await outbox(ports.store)).toHaveLength(1);
});

test('goes out as an event with only what fits, under fresh ids, valid by its schema', async () => {
  const told = await subscribed(aSubscription({ types: ['3.26.*.*'] }));
  const events = [anEvent('e-1', '3.26.0.85'), anEvent('e-2', '3.12.29.39'), anEvent('e-3', '3.26.0.216')];
  const publication = { noun: 'EndDeviceEvents', verb: 'created', root: { EndDeviceEvent: events } };
  await ports.store.transaction((tx) => publish(tx, told, publication));
  const [message, ...more] = await outbox(ports.store);
  expect(more).toEqual([]);
  expect(message).toMatchObject({
    endpoint: 'hub',
    noun: 'EndDeviceEvents',
    action: 'http://iec.ch/TC57/2011/EndDeviceEvents/CreatedEndDeviceEvents',
  });
  expect(checkSent(wrapBody('1.1', message!.xml))).toBe('CreatedEndDeviceEvents');
  expect(eventsIn(message!)).toEqual(['e-1', 'e-3']);
  expect(message?.xml).toContain('<msg:Source>cimgate</msg:Source>');
  expect(message?.xml).toContain(`<msg:CorrelationID>${message?.correlationId}</msg:CorrelationID>`);
  expect(message?.correlationId).not.toBe(message?.id);
});

test('keeps the correlation it is given, and leaves out who is told otherwise', async () => {
  const told = await subscribed(aSubscription(), aSubscription({}, { endpoint: 'cis' }));
  const root = { EndDeviceEvent: [anEvent('e-1', '3.31.0.68')] };
  const publication = { noun: 'EndDeviceEvents', verb: 'created', root, correlationId: 'order-1', except: ['cis'] };
  await ports.store.transaction((tx) => publish(tx, told, publication));
  expect((await outbox(ports.store)).map(({ endpoint, correlationId }) => [endpoint, correlationId])).toEqual([
    ['hub', 'order-1'],
  ]);
});

test('cuts what is too long for one message, and keeps its order', async () => {
  const told: ServicePorts = {
    ...(await subscribed(aSubscription())),
    settings: { ...ports.settings, partSize: 3_000 },
  };
  const events = Array.from({ length: 40 }, (_, at) => anEvent(`e-${at}`, '3.26.0.85'));
  const publication = { noun: 'EndDeviceEvents', verb: 'created', root: { EndDeviceEvent: events } };
  await ports.store.transaction((tx) => publish(tx, told, publication));
  const messages = await outbox(ports.store);
  expect(messages.length).toBeGreaterThan(2);
  expect(messages.every(({ xml }) => xml.length < 4_500)).toBe(true);
  expect(new Set(messages.map(({ correlationId }) => correlationId)).size).toBe(1);
  expect(messages.flatMap(eventsIn)).toEqual(events.map(({ mRID }) => mRID));
});

test('sends a payload that is one object whole, however long it is', async () => {
  const told: ServicePorts = {
    ...(await subscribed(aSubscription({}, { noun: 'CustomerMeterDataSet' }))),
    settings: { ...ports.settings, partSize: 3_000 },
  };
  const root = { UsagePoint: Array.from({ length: 200 }, (_, at) => ({ mRID: `point-${at}` })) };
  const publication = { noun: 'CustomerMeterDataSet', verb: 'created', root, objects: 'payload' } as const;
  await ports.store.transaction((tx) => publish(tx, told, publication));
  const [message, ...more] = await outbox(ports.store);
  expect(more).toEqual([]);
  expect(message!.xml.length).toBeGreaterThan(3_000);
  expect(message!.xml.match(/point-\d+/g)).toHaveLength(200);
  expect(checkSent(wrapBody('1.1', message!.xml))).toBe('CreatedCustomerMeterDataSet');
});

test('sends only the readings of the types asked for', async () => {
  const [wanted, unwanted] = ['0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0', '0.0.0.1.19.1.12.0.0.0.0.0.0.0.0.3.72.0'];
  const told = await subscribed(aSubscription({ readingTypes: [wanted] }, { noun: 'MeterReadings' }));
  const reading = (ref: string): JsonObject => ({
    timeStamp: '2026-11-22T12:00:00Z',
    value: '1',
    ReadingType: { ref },
  });
  const root = {
    MeterReading: [
      { Readings: [reading(wanted), reading(unwanted)], Meter: { mRID: 'meter-1' } },
      { Readings: [reading(unwanted)], Meter: { mRID: 'meter-2' } },
    ],
  };
  await ports.store.transaction((tx) => publish(tx, told, { noun: 'MeterReadings', verb: 'created', root }));
  const [message] = await outbox(ports.store);
  expect(checkSent(wrapBody('1.1', message!.xml))).toBe('CreatedMeterReadings');
  expect(message?.xml.match(/<obj:MeterReading>/g)).toHaveLength(1);
  expect(message?.xml).toContain(wanted);
  expect(message?.xml).not.toContain(unwanted);
});

test('asks the store nothing when nobody has subscribed', async () => {
  const root = { EndDeviceEvent: [anEvent('e-1', '3.26.0.85')] };
  await publish({} as never, ports, { noun: 'EndDeviceEvents', verb: 'created', root });
});
