import type { Dispatch } from '../../../src/message/call.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { aMessage, aMeter, aName, gist, idsIn, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';
import { genericTable } from './generic-table.js';

let ports: TestPorts;
let dispatch: Dispatch;
beforeEach(async () => {
  ports = await testPorts();
  dispatch = dispatcher(genericTable, ports);
});
afterEach(() => ports.close());

const send = (operation: string, root: Readonly<Record<string, unknown>>) =>
  aMessage(operation).with(root).to(dispatch);
const stateOf = async (noun: string, mRID: string) => (await ports.store.objectByMRID(noun, undefined, mRID))?.state;
const meterState = (mRID: string) => stateOf('MeterConfig', mRID);
const byId = (operation: string, ...ID: readonly unknown[]) => aMessage(operation).request({ ID }).to(dispatch);

describe('cancel, close and delete', () => {
  beforeEach(async () => {
    const Meter = [aMeter('M-1', { mRID: 'm-1' }), aMeter('M-2', { mRID: 'm-2' }), aMeter('M-3', { mRID: 'm-3' })];
    await send('CreateMeterConfig', { Meter });
  });

  it('ends what the payload names, and keeps its history', async () => {
    expect(gist(await send('CloseMeterConfig', { Meter: [{ mRID: 'm-1' }, aMeter('M-2')] })).result).toBe('OK');
    const closed = await ports.store.objectByMRID('MeterConfig', ['Meter'], 'm-2');
    expect(closed).toMatchObject({ state: 'closed', version: 2, document: { mRID: 'm-2' } });
    expect(await ports.store.history(closed?.id ?? 0)).toHaveLength(2);
  });

  const ids: readonly (readonly [string, unknown])[] = [
    ['an mRID', { text: 'm-1', kind: 'uuid', objectType: 'Meter' }],
    ['a name', { text: 'M-1', kind: 'name' }],
    ['a name with its type', { text: 'M-1', kind: 'name', idType: 'MeterName' }],
    ['an ID that does not say what it is, as mRID', { text: 'm-1' }],
    ['an ID that does not say what it is, as name', { text: 'M-1' }],
    ['an ID of another kind, as name', { text: 'M-1', kind: 'other' }],
    ['a plain text', 'm-1'],
  ];
  it.each(ids)('ends what Request/ID names by %s', async (_, id) => {
    expect(gist(await byId('DeleteMeterConfig', id)).result).toBe('OK');
    expect(await meterState('m-1')).toBe('deleted');
  });

  it('ends what the ID of a generic payload names', async () => {
    const reply = await aMessage('DeleteMeterConfig')
      .payload({ ID: [{ text: 'm-1', kind: 'uuid' }] })
      .to(dispatch);
    expect(gist(reply).result).toBe('OK');
    expect(await meterState('m-1')).toBe('deleted');
  });

  const wrongIds: readonly (readonly [string, unknown, string, RegExp])[] = [
    ['an unknown mRID', { text: 'm-99', kind: 'uuid' }, '2.4', /Request.ID\[0\]: no meter has the mRID m-99/],
    ['a name as an mRID', { text: 'M-1', kind: 'uuid' }, '2.4', /no meter has the mRID M-1/],
    ['a name of another type', { text: 'M-1', kind: 'name', idType: 'Serial' }, '2.4', /no meter is named M-1/],
    [
      'an object of another class',
      { text: 'm-1', objectType: 'Customer' },
      '2.15',
      /no objects of type Customer; it has Meter/,
    ],
    ['a transaction', { text: 'c-1', kind: 'transaction' }, '2.15', /no request with this MessageID is remembered/],
    ['a blank', { text: ' ', kind: 'uuid' }, '2.15', /blank/],
    ['a member of every object', { text: '__proto__' }, '2.4', /__proto__/],
  ];
  it.each(wrongIds)('refuses %s in an ID', async (_, id, code, details) => {
    const reply = await byId('DeleteMeterConfig', id);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(gist(reply).details[0]).toMatch(details);
  });

  it('replies PARTIAL when one of two is not there', async () => {
    const reply = await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-99' }, { mRID: 'm-1' }] });
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.4'] });
    expect(await meterState('m-1')).toBe('deleted');
  });

  it('refuses what is named twice, once by payload and once by ID', async () => {
    const reply = await aMessage('CloseMeterConfig')
      .with({ Meter: [aMeter('M-1')] })
      .request({ ID: [{ text: 'm-1' }] })
      .to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.15'] });
  });

  it('refuses to end again what has ended', async () => {
    await send('CloseMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    for (const operation of ['CloseMeterConfig', 'CancelMeterConfig']) {
      const reply = await send(operation, { Meter: [{ mRID: 'm-1' }] });
      expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
      expect(gist(reply).details[0]).toMatch(/the meter m-1 is closed and cannot be (closed|canceled) any more/);
    }
    expect(gist(await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-1' }] })).result).toBe('OK');
    expect(gist(await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-1' }] }))).toMatchObject({ codes: ['2.4'] });
  });

  it('cancels master data only while it is not in force', async () => {
    const reply = await send('CancelMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(gist(reply).details[0]).toMatch(/is in force.*close or delete it/);
    const from = (effectiveDateTime: string) => ({ ConfigurationEvents: { effectiveDateTime } });
    const Meter = [
      { mRID: 'm-4', ...from('2026-12-01T00:00:00+01:00') },
      { mRID: 'm-5', ...from('2026-11-01T00:00:00Z') },
    ];
    await send('CreateMeterConfig', { Meter });
    expect(gist(await send('CancelMeterConfig', { Meter: [{ mRID: 'm-4' }, { mRID: 'm-5' }] })).result).toBe('PARTIAL');
    expect([await meterState('m-4'), await meterState('m-5')]).toEqual(['canceled', 'active']);
  });

  it('cancels documents while they are active: a receipt is reversed, a work called off', async () => {
    await send('CreateReceiptRecord', { Receipt: [{ mRID: 'r-1' }] });
    expect(gist(await send('CancelReceiptRecord', { Receipt: [{ mRID: 'r-1' }] })).result).toBe('OK');
    expect(await stateOf('ReceiptRecord', 'r-1')).toBe('canceled');
    const work = { MeterServiceWork: [{ kind: 'other', Meter: { mRID: 'm-1' } }] };
    const [id = ''] = idsIn(await send('CreateMeterServiceRequests', work));
    expect(gist(await byId('CancelMeterServiceRequests', { text: id, kind: 'uuid' })).result).toBe('OK');
    expect(await stateOf('MeterServiceRequests', id)).toBe('canceled');
  });

  it('leaves accompanying definitions alone', async () => {
    await send('CreateMeterConfig', { ReadingType: [{ mRID: 'rt-1' }] });
    await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-1' }], ReadingType: [{ mRID: 'rt-1' }] });
    expect(await stateOf('MeterConfig', 'rt-1')).toBe('active');
    const reply = await send('DeleteMeterConfig', { ReadingType: [{ mRID: 'rt-1' }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['1.7'] });
  });

  it('refuses to delete what is linked, until the link is broken', async () => {
    const link = { Meter: [aMeter('M-1')], UsagePoint: [named('U-1')], ConfigurationEvent: { reason: 'installed' } };
    const [linkId = ''] = idsIn(await send('CreateMasterDataLinkageConfig', link));
    const refused = await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }] });
    expect(gist(refused)).toMatchObject({ result: 'PARTIAL', codes: ['2.29'] });
    expect(refused.Reply.Error?.[0]).toMatchObject({ ID: { text: 'm-1' }, relatedID: { text: linkId } });
    // the link was made by name and is broken by mRID
    const broken = await send('DeleteMasterDataLinkageConfig', {
      Meter: [{ mRID: 'm-1' }],
      UsagePoint: [named('U-1')],
    });
    expect(gist(broken).result).toBe('OK');
    expect(gist(await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-1' }] })).result).toBe('OK');
  });

  it('breaks a link only when all of its objects are named', async () => {
    await send('CreateMasterDataLinkageConfig', { Meter: [{ mRID: 'm-1' }], UsagePoint: [named('U-1')] });
    const reply = await send('DeleteMasterDataLinkageConfig', { Meter: [{ mRID: 'm-1' }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
  });
});

describe('events', () => {
  const event = (mRID: string, more: object = {}) => ({
    mRID,
    createdDateTime: '2026-11-22T08:00:00Z',
    EndDeviceEventType: { ref: '3.26.0.85' },
    ...more,
  });
  const versionOf = async (noun: string, mRID: string) =>
    (await ports.store.objectByMRID(noun, undefined, mRID))?.version;

  it('are stored and acknowledged, and change nothing when told again', async () => {
    for (let times = 0; times < 3; times++) {
      const reply = await send('CreatedEndDeviceEvents', { EndDeviceEvent: [event('e-1'), event('e-2')] });
      expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    }
    expect([await versionOf('EndDeviceEvents', 'e-1'), await versionOf('EndDeviceEvents', 'e-2')]).toEqual([1, 1]);
  });

  it('that tell another document make a new version', async () => {
    await send('CreatedEndDeviceEvents', { EndDeviceEvent: [event('e-1', { severity: 'high' })] });
    await send('CreatedEndDeviceEvents', { EndDeviceEvent: [event('e-1', { reason: 'storm' })] });
    const stored = await ports.store.objectByMRID('EndDeviceEvents', undefined, 'e-1');
    expect(stored).toMatchObject({ version: 2, document: { reason: 'storm' } });
    expect(stored?.document).not.toHaveProperty('severity');
  });

  it('of a change replace only the elements given', async () => {
    await send('CreatedMeterConfig', {
      Meter: [aMeter('M-1', { mRID: 'm-1', formNumber: '2S', serialNumber: 'EX-1' })],
    });
    await send('ChangedMeterConfig', { Meter: [aMeter('M-1', { formNumber: '4S' })] });
    const stored = await ports.store.objectByMRID('MeterConfig', undefined, 'm-1');
    expect(stored).toMatchObject({ version: 2, document: { formNumber: '4S', serialNumber: 'EX-1' } });
  });

  it('of a change of what is not there yet store it', async () => {
    expect(gist(await send('ChangedMeterConfig', { Meter: [{ mRID: 'm-1' }] })).codes).toEqual(['0.3']);
    expect(await meterState('m-1')).toBe('active');
  });

  it('find what was stored under a name and keep its mRID', async () => {
    await send('CreatedMeterConfig', { Meter: [aMeter('M-1')] });
    await send('CreatedMeterConfig', { Meter: [aMeter('M-1', { formNumber: '2S' })] });
    const found = await ports.store.objects({ noun: 'MeterConfig', limit: 9 });
    expect(found).toMatchObject([{ version: 2, document: { mRID: found[0]?.mRID, formNumber: '2S' } }]);
  });

  it('may name one object twice: the later word holds', async () => {
    const Meter = [
      { mRID: 'm-1', formNumber: '2S' },
      { mRID: 'm-1', formNumber: '4S' },
    ];
    expect(gist(await send('CreatedMeterConfig', { Meter })).result).toBe('OK');
    expect(await versionOf('MeterConfig', 'm-1')).toBe(2);
  });

  it('report ends, the same however often they are told', async () => {
    await send('CreatedMeterConfig', { Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }, { mRID: 'm-3' }] });
    for (const [operation, mRID, state] of [
      ['CanceledMeterConfig', 'm-1', 'canceled'],
      ['ClosedMeterConfig', 'm-2', 'closed'],
      ['DeletedMeterConfig', 'm-3', 'deleted'],
    ] as const) {
      expect(gist(await send(operation, { Meter: [{ mRID }] }))).toMatchObject({ result: 'OK', codes: ['0.3'] });
      expect(await meterState(mRID)).toBe(state);
    }
    expect(gist(await send('ClosedMeterConfig', { Meter: [{ mRID: 'm-2' }] })).codes).toEqual(['0.3']);
    expect(await versionOf('MeterConfig', 'm-2')).toBe(2);
  });

  it('report the unknown as an error, and store the rest', async () => {
    await send('CreatedMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    const reply = await send('ClosedMeterConfig', { Meter: [{ mRID: 'm-9' }, { mRID: 'm-1' }] });
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.4'] });
    expect(await meterState('m-1')).toBe('closed');
  });

  it('bring back what was deleted when it is told to be created, not when it is told to be changed', async () => {
    await send('CreatedMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    await send('DeletedMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    expect(gist(await send('ChangedMeterConfig', { Meter: [{ mRID: 'm-1' }] }))).toMatchObject({ codes: ['2.4'] });
    expect(gist(await send('CreatedMeterConfig', { Meter: [{ mRID: 'm-1' }] })).codes).toEqual(['0.3']);
    expect(await meterState('m-1')).toBe('active');
  });

  it('refuse a name that belongs to another mRID', async () => {
    await send('CreatedMeterConfig', { Meter: [{ mRID: 'm-1', Names: [aName('M-1')] }] });
    const reply = await send('CreatedMeterConfig', { Meter: [{ mRID: 'm-2', Names: [aName('M-1')] }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
    expect(gist(reply).details[0]).toMatch(/its mRID is m-1/);
  });

  it('without an identification are new each time, unless the schema gives them none', async () => {
    const { mRID: _, ...anonymous } = event('');
    for (let times = 0; times < 2; times++) await send('CreatedEndDeviceEvents', { EndDeviceEvent: [anonymous] });
    expect(await ports.store.objects({ noun: 'EndDeviceEvents', limit: 9 })).toHaveLength(2);
    const MeterServiceWork = [{ kind: 'other', Meter: { mRID: 'm-1' } }];
    for (let times = 0; times < 2; times++) await send('CreatedMeterServiceRequests', { MeterServiceWork });
    expect(await ports.store.objects({ noun: 'MeterServiceRequests', limit: 9 })).toHaveLength(1);
  });
});
