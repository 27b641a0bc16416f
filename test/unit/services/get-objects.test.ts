import type { AnyResponse, Dispatch } from '../../../src/message/call.js';
import { memberOf } from '../../../src/services/identification.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { aMessage, aMeter, aName, gist, idsIn, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';
import { genericTable } from './generic-table.js';

let ports: TestPorts;
let dispatch: Dispatch;

const send = (operation: string, root: Readonly<Record<string, unknown>>) =>
  aMessage(operation).with(root).to(dispatch);
const rootOf = (reply: AnyResponse) => memberOf(reply.Payload, reply.Header.Noun) as Record<string, { mRID: string }[]>;
/** mRIDs of the objects of a kind in the answer. */
const found = (reply: AnyResponse, kind: string) => (rootOf(reply)[kind] ?? []).map(({ mRID }) => mRID);

const event = (mRID: string, device: string, type: string, createdDateTime: string, more: object = {}) => ({
  mRID,
  createdDateTime,
  Assets: named(device),
  EndDeviceEventType: { ref: type },
  ...more,
});

beforeAll(async () => {
  ports = await testPorts({ settings: { answerObjects: 5 } });
  dispatch = dispatcher(genericTable, ports);
  await send('CreateMeterConfig', {
    ReadingType: [{ mRID: 'rt-kwh' }, { mRID: 'rt-unused' }],
    SimpleEndDeviceFunction: [{ mRID: 'f-1', Registers: [{ Channels: [{ ReadingType: { ref: 'rt-kwh' } }] }] }],
    ComFunction: [{ Names: [aName('modem')] }],
    Meter: [
      aMeter('M-1', { mRID: 'm-1', amrSystem: 'A', choice: [{ SimpleEndDeviceFunction: { ref: 'f-1' } }] }),
      aMeter('M-2', { mRID: 'm-2', amrSystem: 'A', choice: [{ ComFunction: { ref: 'modem' } }] }),
      aMeter('M-3', { mRID: 'm-3', amrSystem: 'B' }),
    ],
  });
  await ports.clock.advance(3_600_000); // 13:00
  await send('CreateMeterConfig', { Meter: [aMeter('M-4', { mRID: 'm-4', amrSystem: 'B' })] });
  await send('CreateUsagePointConfig', { UsagePoint: [named('U-1', { mRID: 'u-1' }), named('U-2', { mRID: 'u-2' })] });
  await send('CreateMasterDataLinkageConfig', { Meter: [aMeter('M-1')], UsagePoint: [{ mRID: 'u-1' }] });
  await send('CreateMasterDataLinkageConfig', { Meter: [{ mRID: 'm-3' }], UsagePoint: [named('U-2')] });
  await send('CreateEndDeviceGroups', {
    EndDeviceGroup: [named('AC', { mRID: 'g-1', EndDevices: [{ mRID: 'm-2' }, named('M-4')] })],
  });
  await send('CreateUsagePointGroups', { UsagePointGroup: [named('NORTH', { UsagePoints: [named('U-1')] })] });
  await send('CreatedEndDeviceEvents', {
    EndDeviceEventType: [{ mRID: '3.26.0.85' }],
    EndDeviceEvent: [
      event('e-1', 'M-1', '3.26.0.85', '2026-11-22T08:00:00+01:00', { severity: 'high', issuerID: 'CIS' }),
      event('e-2', 'M-1', '3.26.0.216', '2026-11-22T08:30:00Z', { severity: 'low', UsagePoint: named('U-1') }),
      event('e-3', 'M-2', '3.31.0.68', '2026-11-22T09:00:00Z', { severity: 'high' }),
    ],
  });
});
afterAll(() => ports.close());

describe('get by identification', () => {
  it('answers the named objects, those of one kind being alternatives', async () => {
    const reply = await send('GetMeterConfig', { Meter: [{ mRID: 'm-3' }, named('M-2')] });
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: [] });
    expect(found(reply, 'Meter')).toEqual(['m-3', 'm-2']);
  });

  it('answers an object once, however often it is named', async () => {
    const profile = { Meter: [{ mRID: 'm-3' }, aMeter('M-3')] };
    expect(found(await send('GetMeterConfig', profile), 'Meter')).toEqual(['m-3']);
  });

  it('replies PARTIAL when one of two is unknown, with the other', async () => {
    const reply = await send('GetMeterConfig', { Meter: [aMeter('NO-SUCH-METER'), { mRID: 'm-1' }] });
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.4'] });
    expect(gist(reply).details[1]).toMatch(/^GetMeterConfig.Meter\[0\]: no meter is named NO-SUCH-METER/);
    expect(found(reply, 'Meter')).toEqual(['m-1']);
  });

  it('replies FAILED without a payload when all are unknown', async () => {
    const reply = await send('GetMeterConfig', { Meter: [{ mRID: '__proto__' }, named('constructor')] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4', '2.4'] });
    expect(reply.Payload).toBeUndefined();
  });

  it.each(['m-1', 'M-1'])('answers the object of Request/ID %s, as mRID or as name', async (ID) => {
    const reply = await aMessage('GetMeterConfig')
      .request({ ID: [ID] })
      .to(dispatch);
    expect(found(reply, 'Meter')).toEqual(['m-1']);
  });

  it('takes IDs and named objects as alternatives', async () => {
    const reply = await aMessage('GetMeterConfig')
      .with({ Meter: [{ mRID: 'm-2' }] })
      .request({ ID: ['m-1', 'x'] })
      .to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.4'] });
    expect(found(reply, 'Meter').sort()).toEqual(['m-1', 'm-2']);
  });

  it('asks for an identification where an element has none', async () => {
    expect(gist(await send('GetMeterConfig', { Meter: [{}] }))).toMatchObject({ result: 'FAILED', codes: ['5.8'] });
    expect(gist(await send('GetMeterConfig', { UsagePoint: [{}] }))).toMatchObject({
      result: 'FAILED',
      codes: ['5.8'],
    });
  });

  it('answers a named object that is closed, and none that is deleted', async () => {
    const Customer = [{ mRID: 'c-1' }, { mRID: 'c-2' }];
    await send('CreateCustomerConfig', { Customer });
    await send('CloseCustomerConfig', { Customer: [{ mRID: 'c-1' }] });
    await send('DeleteCustomerConfig', { Customer: [{ mRID: 'c-2' }] });
    const reply = await send('GetCustomerConfig', { Customer });
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.22'] });
    expect(found(reply, 'Customer')).toEqual(['c-1']);
    const all = await send('GetCustomerConfig', {});
    expect(gist(all).result).toBe('OK');
    expect(rootOf(all)).toEqual({});
  });
});

describe('get with definitions', () => {
  it('answers in the order of the schema, with the definitions pointed at, also by definitions', async () => {
    const root = rootOf(await send('GetMeterConfig', { Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }] }));
    expect(Object.keys(root)).toEqual(['ComFunction', 'Meter', 'ReadingType', 'SimpleEndDeviceFunction']);
    expect(root['ReadingType']).toEqual([{ mRID: 'rt-kwh' }]);
    expect(root['ComFunction']).toMatchObject([{ Names: [{ name: 'modem' }] }]);
  });

  it('answers none where none is pointed at', async () => {
    expect(Object.keys(rootOf(await send('GetMeterConfig', { Meter: [{ mRID: 'm-3' }] })))).toEqual(['Meter']);
  });
});

describe('get by related objects', () => {
  const cases: readonly (readonly [string, string, Readonly<Record<string, unknown>>, string, readonly string[]])[] = [
    ['the meter linked to a usage point', 'GetMeterConfig', { UsagePoint: [named('U-1')] }, 'Meter', ['m-1']],
    [
      'the meters of two usage points',
      'GetMeterConfig',
      { UsagePoint: [{ mRID: 'u-1' }, named('U-2')] },
      'Meter',
      ['m-1', 'm-3'],
    ],
    ['the usage point of a meter', 'GetUsagePointConfig', { Meter: [{ mRID: 'm-3' }] }, 'UsagePoint', ['u-2']],
    ['the members of a group', 'GetMeterConfig', { EndDeviceGroup: [named('AC')] }, 'Meter', ['m-2', 'm-4']],
    ['the groups of a meter', 'GetEndDeviceGroups', { Meter: [aMeter('M-4')] }, 'EndDeviceGroup', ['g-1']],
    ['the events of a meter', 'GetEndDeviceEvents', { Meter: [{ mRID: 'm-1' }] }, 'EndDeviceEvent', ['e-1', 'e-2']],
    [
      'the events at a usage point',
      'GetEndDeviceEvents',
      { UsagePoint: [{ mRID: 'u-1' }] },
      'EndDeviceEvent',
      ['e-1', 'e-2'],
    ],
    ['the events of a group', 'GetEndDeviceEvents', { EndDeviceGroup: [{ mRID: 'g-1' }] }, 'EndDeviceEvent', ['e-3']],
    [
      'the events of a type',
      'GetEndDeviceEvents',
      { EndDeviceEventType: [{ mRID: '3.31.0.68' }] },
      'EndDeviceEvent',
      ['e-3'],
    ],
    [
      'the events of a type mask',
      'GetEndDeviceEvents',
      { EndDeviceEventType: [named('3.26.*.*')] },
      'EndDeviceEvent',
      ['e-1', 'e-2'],
    ],
  ];
  it.each(cases)('answers %s', async (_, operation, profile, kind, mRIDs) => {
    const reply = await send(operation, profile);
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: [] });
    expect(found(reply, kind).sort()).toEqual(mRIDs);
  });

  it('narrows by criteria of different kinds', async () => {
    const both = { Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }], EndDeviceEventType: [{ mRID: '3.26.*.*' }] };
    expect(found(await send('GetEndDeviceEvents', both), 'EndDeviceEvent')).toEqual(['e-1', 'e-2']);
    const meterAndGroup = { Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }], EndDeviceGroup: [named('AC')] };
    expect(found(await send('GetMeterConfig', meterAndGroup), 'Meter')).toEqual(['m-2']);
  });

  it('replies PARTIAL when one of two related objects is unknown', async () => {
    const reply = await send('GetMeterConfig', { UsagePoint: [named('U-9'), named('U-1')] });
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.12'] });
    expect(gist(reply).details[1]).toBe('GetMeterConfig.UsagePoint[0]: no usage point is named U-9');
    expect(found(reply, 'Meter')).toEqual(['m-1']);
  });

  it('does not follow links that were broken', async () => {
    const link = { Meter: [{ mRID: 'm-4' }], UsagePoint: [named('U-2')] };
    await send('CreateMasterDataLinkageConfig', link);
    await send('CloseMasterDataLinkageConfig', link);
    expect(found(await send('GetMeterConfig', { UsagePoint: [{ mRID: 'u-2' }] }), 'Meter')).toEqual(['m-3']);
  });

  it('replies 5.7 when the related object is known and nothing belongs to it', async () => {
    const reply = await send('GetEndDeviceEvents', { Meter: [{ mRID: 'm-3' }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
  });
});

describe('get by elements and times', () => {
  it('answers the objects that have the elements given', async () => {
    expect(found(await send('GetMeterConfig', { Meter: [{ amrSystem: 'B' }] }), 'Meter')).toEqual(['m-3', 'm-4']);
    const profile = { EndDeviceEvent: [{ severity: 'high', issuerID: 'CIS' }, { severity: 'low' }] };
    expect(found(await send('GetEndDeviceEvents', profile), 'EndDeviceEvent')).toEqual(['e-1', 'e-2']);
  });

  const window = (start?: string, end?: string) => ({ TimeSchedule: [{ scheduleInterval: { start, end } }] });
  const windows: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    ['open at the start, closed at the end', window('2026-11-22T07:00:00Z', '2026-11-22T08:30:00Z'), ['e-2']],
    ['without a start', window(undefined, '2026-11-22T08:30:00'), ['e-1', 'e-2']],
    ['without an end', window('2026-11-22T09:30:00+01:00'), ['e-3']],
  ];
  it.each(windows)('selects by a time span %s', async (_, profile, mRIDs) => {
    expect(found(await send('GetEndDeviceEvents', profile), 'EndDeviceEvent')).toEqual(mRIDs);
  });

  it('takes several time spans as alternatives', async () => {
    const { TimeSchedule: early } = window(undefined, '2026-11-22T08:00:00Z');
    const { TimeSchedule: late } = window('2026-11-22T08:45:00Z');
    const reply = await send('GetEndDeviceEvents', { TimeSchedule: [...early, ...late] });
    expect(found(reply, 'EndDeviceEvent')).toEqual(['e-1', 'e-3']);
  });

  it('selects by StartTime and EndTime when the objects were stored', async () => {
    const request = { StartTime: '2026-11-22T12:30:00Z', EndTime: '2026-11-22T13:00:00Z' };
    const reply = await aMessage('GetMeterConfig').request(request).to(dispatch);
    expect(found(reply, 'Meter')).toEqual(['m-4']);
  });

  it('selects events by StartTime and EndTime when they happened', async () => {
    const request = { StartTime: '2026-11-22T07:00:00Z', EndTime: '2026-11-22T08:30:00Z' };
    const reply = await aMessage('GetEndDeviceEvents').request(request).to(dispatch);
    expect(found(reply, 'EndDeviceEvent')).toEqual(['e-2']);
  });

  const newest = (value: string) => ({ Option: [{ name: 'Newest', value }] });
  it('answers some of the newest that fit, the newest first', async () => {
    const reply = await aMessage('GetEndDeviceEvents').request(newest('2')).to(dispatch);
    expect(found(reply, 'EndDeviceEvent')).toEqual(['e-3', 'e-2']);
    const fitting = { StartTime: '2026-11-22T00:00:00Z', EndTime: '2026-11-22T08:30:00Z', ...newest('1') };
    expect(found(await aMessage('GetEndDeviceEvents').request(fitting).to(dispatch), 'EndDeviceEvent')).toEqual([
      'e-2',
    ]);
  });

  it.each(['0', 'all', ''])('refuses to answer the newest "%s"', async (value) => {
    const reply = await aMessage('GetEndDeviceEvents').request(newest(value)).to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['1.8'] });
    expect(gist(reply).details[0]).toMatch(/^Request\.Option\[0\]: Newest takes the number/);
  });

  it('refuses a mask of another form, and says which is meant', async () => {
    const reply = await send('GetEndDeviceEvents', { EndDeviceEventType: [{ mRID: '3.26.*' }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
    expect(gist(reply).details[0]).toMatch(/EndDeviceEventType\[0\]: a mask has four numbers/);
  });

  it('refuses a span that ends before it starts', async () => {
    const request = { StartTime: '2026-11-22T12:30:00Z', EndTime: '2026-11-22T12:00:00Z' };
    const reply = await aMessage('GetMeterConfig').request(request).to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['1.8'] });
  });

  it('replies 5.7 when nothing is in the span', async () => {
    const reply = await aMessage('GetMeterConfig').request({ StartTime: '2030-01-01T00:00:00Z' }).to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
  });
});

describe('get of everything', () => {
  it('answers all active objects when no criterion is given', async () => {
    const reply = await send('GetMeterConfig', {});
    expect(found(reply, 'Meter')).toEqual(['m-1', 'm-2', 'm-3', 'm-4']);
  });

  it('answers OK with an empty payload when there is nothing', async () => {
    const reply = await send('GetReceiptRecord', {});
    expect(gist(reply)).toMatchObject({ result: 'OK' });
    expect(reply.Payload).toEqual({ ReceiptRecord: {} });
  });

  it('refuses what is more than an answer holds, and says how to narrow', async () => {
    const Receipt = Array.from({ length: 6 }, (_, at) => ({ mRID: `r-${at}` }));
    await send('CreateReceiptRecord', { Receipt: Receipt.slice(1) });
    expect(gist(await send('GetReceiptRecord', {})).result).toBe('OK');
    await send('CreateReceiptRecord', { Receipt: Receipt.slice(0, 1) });
    for (const profile of [{}, { Receipt }]) {
      const reply = await send('GetReceiptRecord', profile);
      expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
      expect(gist(reply).details[0]).toMatch(/more than 5 objects fit; name some .* in GetReceiptRecord/);
    }
  });
});

describe('get of what has no mRID in its element', () => {
  it('answers the mRIDs beside the payload, in order', async () => {
    const work = (meter: string) => ({
      kind: 'other',
      requestDateTime: '2026-11-22T08:00:00Z',
      Meter: { mRID: meter },
    });
    const ids = idsIn(await send('CreateMeterServiceRequests', { MeterServiceWork: [work('m-1'), work('m-2')] }));
    const all = await send('GetMeterServiceRequests', {});
    expect(idsIn(all)).toEqual(ids);
    expect(rootOf(all)['MeterServiceWork']).toEqual([work('m-1'), work('m-2')]);
    const one = await send('GetMeterServiceRequests', { MeterServiceWork: [{ mRID: ids[1] }] });
    expect(idsIn(one)).toEqual([ids[1]]);
    const ofMeter = await send('GetMeterServiceRequests', { Meter: [aMeter('M-1')] });
    expect(idsIn(ofMeter)).toEqual([ids[0]]);
  });

  it('answers a noun that is one object as a whole, and of several only the IDs to ask for', async () => {
    const link = await send('GetMasterDataLinkageConfig', { Meter: [{ mRID: 'm-1' }] });
    expect(rootOf(link)).toEqual({ Meter: [aMeter('M-1')], UsagePoint: [{ mRID: 'u-1' }] });
    const all = await send('GetMasterDataLinkageConfig', {});
    expect(gist(all)).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
    expect(gist(all).details[0]).toMatch(/2 stored MasterDataLinkageConfig fit and an answer holds one/);
    const one = await aMessage('GetMasterDataLinkageConfig')
      .request({ ID: idsIn(all).slice(1) })
      .to(dispatch);
    expect(gist(one).result).toBe('OK');
    expect(rootOf(one)).toEqual({ Meter: [{ mRID: 'm-3' }], UsagePoint: [named('U-2')] });
  });
});
