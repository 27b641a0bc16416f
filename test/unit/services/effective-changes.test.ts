/** Changes of master data that hold from a time on, and what was when. Time stands still at 2026-11-22T12:00:00Z until it is moved. */
import type { AnyResponse, Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { memberOf } from '../../../src/services/identification.js';
import { aMessage, aMeter, gist, idsIn, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;
type Root = Readonly<Record<string, unknown>>;

const send = (operation: string, root: Root) => aMessage(operation).with(root).to(dispatch);
const ask = (operation: string, root: Root, ...options: readonly (readonly [string, string])[]) => {
  const Option = options.map(([name, value]) => ({ name, value }));
  return aMessage(operation)
    .request({ [operation]: root, Option })
    .to(dispatch);
};
const from = (effectiveDateTime: string) => ({ ConfigurationEvents: { effectiveDateTime } });
const meters = (reply: AnyResponse) => memberOf(memberOf(reply.Payload, 'MeterConfig'), 'Meter') as readonly Root[];
const meter = async () => (await ports.store.objectByMRID('MeterConfig', undefined, 'm-1'))!;
const until = async (time: string) => {
  await ports.clock.advance(Date.parse(time) - ports.clock.now());
  await ports.jobs.idle();
};
const change = (more: Root) => send('ChangeMeterConfig', { Meter: [{ mRID: 'm-1', ...more }] });

beforeEach(async () => {
  ports = await testPorts();
  const { MeterConfig, UsagePointConfig, MasterDataLinkageConfig, CustomerConfig, EndDeviceGroups } = nouns;
  const table = { MeterConfig, UsagePointConfig, MasterDataLinkageConfig, CustomerConfig, EndDeviceGroups };
  dispatch = dispatcher(table, ports);
  const Meter = [aMeter('M-1', { mRID: 'm-1', amrSystem: 'A', serialNumber: '007' })];
  await send('CreateMeterConfig', { Meter });
});
afterEach(async () => {
  expect(ports.jobTroubles).toEqual([]);
  await ports.close();
});

describe('a change with an effective time', () => {
  it('comes into force at its very time, by the message that asked for it', async () => {
    const reply = await aMessage('ChangeMeterConfig')
      .with({ Meter: [{ mRID: 'm-1', amrSystem: 'B', ...from('2026-12-01T00:00:00+01:00') }] })
      .header({ MessageID: 'change-1', Source: 'MDM' })
      .to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(gist(reply).details[0]).toBe(
      'MeterConfig.Meter[0]: the meter m-1 is changed at 2026-11-30T23:00:00.000Z; cancel withdraws that until then',
    );
    await until('2026-11-30T22:59:59.999Z');
    expect((await meter()).document).toMatchObject({ amrSystem: 'A' });
    await until('2026-11-30T23:00:00Z');
    expect(await meter()).toMatchObject({
      version: 2,
      document: { amrSystem: 'B', serialNumber: '007' },
      provenance: { messageId: 'change-1', source: 'MDM', at: '2026-11-30T23:00:00.000Z' },
    });
    expect(await ports.store.pendingChanges('MeterConfig', ['m-1'])).toEqual([]);
  });

  it('holds from a time that has been', async () => {
    expect(gist(await change({ amrSystem: 'B', ...from('2026-11-01T00:00:00Z') })).result).toBe('OK');
    expect(await meter()).toMatchObject({ version: 2, validFrom: Date.parse('2026-11-01T00:00:00Z') * 1000 });
  });

  it('is refused when it would hold from before what is known', async () => {
    await change({ amrSystem: 'B', ...from('2026-11-10T00:00:00Z') });
    const reply = await change({ amrSystem: 'C', ...from('2026-11-09T00:00:00Z') });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(gist(reply).details[0]).toMatch(
      /would hold from 2026-11-09.*holds from 2026-11-10.*give a time from then on/,
    );
    expect(await meter()).toMatchObject({ version: 2, document: { amrSystem: 'B' } });
  });

  it('is withdrawn by cancel, all of them or the one of a time', async () => {
    await change({ amrSystem: 'B', ...from('2026-12-01T00:00:00Z') });
    await change({ amrSystem: 'C', ...from('2026-12-02T00:00:00Z') });
    const first = await send('CancelMeterConfig', { Meter: [{ mRID: 'm-1', ...from('2026-12-01T00:00:00Z') }] });
    expect(gist(first)).toMatchObject({ result: 'OK', codes: ['0.0'] });
    expect(gist(first).details[0]).toContain('withdrawn for the meter m-1: change of 2026-12-01T00:00:00.000Z');
    await until('2026-12-01T12:00:00Z');
    expect((await meter()).document).toMatchObject({ amrSystem: 'A' });
    await send('CancelMeterConfig', { Meter: [named('M-1')] });
    await until('2026-12-03T00:00:00Z');
    expect(await meter()).toMatchObject({ version: 1, state: 'active' });
    expect(gist(await send('CancelMeterConfig', { Meter: [named('M-1')] })).codes).toEqual(['6.1']);
  });

  it('comes into force one after the other, each on top of those before', async () => {
    await change({ serialNumber: '9', ...from('2026-12-02T00:00:00Z') });
    await change({ amrSystem: 'B', ...from('2026-12-01T00:00:00Z') });
    await change({ amrSystem: 'now' });
    await until('2026-12-03T00:00:00Z');
    expect(await meter()).toMatchObject({ version: 4, document: { amrSystem: 'B', serialNumber: '9' } });
  });

  it('keeps why it could not come into force', async () => {
    await change({ amrSystem: 'B', ...from('2026-12-01T00:00:00Z') });
    await send('CloseMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    await until('2026-12-02T00:00:00Z');
    expect(await meter()).toMatchObject({ version: 2, state: 'closed' });
    const [kept] = await ports.store.pendingChanges('MeterConfig', ['m-1']);
    expect(kept).toMatchObject({ refused: 'it is closed' });
    const told = await ask('GetMeterConfig', { Meter: [{ mRID: 'm-1' }] }, ['Versions', 'all']);
    expect(gist(told).details.at(-1)).toMatch(/^did not come into force \(it is closed\): change of 2026-12-01/);
  });
});

describe('an end with an effective time', () => {
  const end = (verb: string, time: string) => send(`${verb}MeterConfig`, { Meter: [{ mRID: 'm-1', ...from(time) }] });

  it.each([
    ['Close', 'closed'],
    ['Delete', 'deleted'],
  ])('%s comes at its time', async (verb, state) => {
    expect(gist(await end(verb, '2026-12-01T00:00:00Z'))).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(await meter()).toMatchObject({ state: 'active' });
    await until('2026-12-01T00:00:00Z');
    expect(await meter()).toMatchObject({ state, version: 2 });
  });

  it('bars changes that would come behind it', async () => {
    await end('Close', '2026-12-01T00:00:00Z');
    const reply = await change({ amrSystem: 'B', ...from('2026-12-02T00:00:00Z') });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(gist(reply).details[0]).toContain('is to be closed at 2026-12-01T00:00:00.000Z already');
    expect(gist(await end('Close', '2026-12-03T00:00:00Z')).codes).toEqual(['6.1']);
  });

  it('does not delete what is linked by then', async () => {
    await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-1' }] });
    await end('Delete', '2026-12-01T00:00:00Z');
    const link = await send('CreateMasterDataLinkageConfig', {
      Meter: [{ mRID: 'm-1' }],
      UsagePoint: [{ mRID: 'u-1' }],
    });
    await until('2026-12-01T00:00:00Z');
    expect(await meter()).toMatchObject({ state: 'active', version: 1 });
    const [kept] = await ports.store.pendingChanges('MeterConfig', ['m-1']);
    expect(kept?.refused).toContain(`delete or close the MasterDataLinkageConfig ${idsIn(link)[0]} first`);
    expect(gist(await end('Delete', '2026-12-05T00:00:00Z')).codes).toEqual(['2.29']);
  });

  it('deletes from a time on what is linked until then', async () => {
    await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-1' }] });
    const link = { Meter: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-1' }] };
    await send('CreateMasterDataLinkageConfig', link);
    const over = { ConfigurationEvent: { effectiveDateTime: '2026-12-01T00:00:00Z' } };
    await send('CloseMasterDataLinkageConfig', { ...over, ...link });
    expect(gist(await end('Delete', '2026-11-30T00:00:00Z')).codes).toEqual(['2.29']);
    expect(gist(await end('Delete', '2026-12-01T00:00:00Z')).codes).toEqual(['0.3']);
    await until('2026-12-01T00:00:00Z');
    expect(await meter()).toMatchObject({ state: 'deleted' });
  });

  it('deletes what is closed at its time, and not before it was closed', async () => {
    await end('Close', '2026-11-22T12:00:00Z');
    expect(gist(await end('Delete', '2026-11-20T00:00:00Z')).codes).toEqual(['6.1']);
    expect(gist(await end('Delete', '2026-12-01T00:00:00Z'))).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(await meter()).toMatchObject({ state: 'closed', version: 2 });
    await until('2026-12-01T00:00:00Z');
    expect(await meter()).toMatchObject({ state: 'deleted', version: 3 });
    expect(await ports.store.pendingChanges('MeterConfig', ['m-1'])).toEqual([]);
  });

  it('of what is closed is withdrawn by cancel', async () => {
    await end('Close', '2026-11-22T12:00:00Z');
    await end('Delete', '2026-12-01T00:00:00Z');
    expect(gist(await send('CancelMeterConfig', { Meter: [{ mRID: 'm-1' }] })).codes).toEqual(['0.0']);
    await until('2026-12-02T00:00:00Z');
    expect(await meter()).toMatchObject({ state: 'closed' });
  });
});

describe('what is not in force yet', () => {
  const day = '2026-12-01T00:00:00Z';
  const start = Date.parse(day) * 1000;
  const cancel = (mRID: string) => send('CancelMeterConfig', { Meter: [{ mRID }] });
  const stored = (mRID: string) => ports.store.objectByMRID('MeterConfig', undefined, mRID);

  it('keeps its time when it is changed without one', async () => {
    await send('CreateMeterConfig', { Meter: [aMeter('M-2', { mRID: 'm-2', ...from(day) })] });
    expect(gist(await send('ChangeMeterConfig', { Meter: [{ mRID: 'm-2', amrSystem: 'B' }] })).result).toBe('OK');
    expect(await stored('m-2')).toMatchObject({ version: 2, validFrom: start, document: { amrSystem: 'B' } });
    const then = await ask('GetMeterConfig', { Meter: [{ mRID: 'm-2' }] }, ['AsOf', '2026-11-25T00:00:00Z']);
    expect(gist(then).codes).toEqual(['5.7']);
  });

  it.each<[string, Root]>([
    ['without a time', {}],
    ['to a later time', from('2026-12-05T00:00:00Z')],
  ])('is taken back by cancel also after a change %s', async (_, time) => {
    await send('CreateMeterConfig', { Meter: [aMeter('M-2', { mRID: 'm-2', ...from(day) })] });
    await send('ChangeMeterConfig', { Meter: [{ mRID: 'm-2', amrSystem: 'B', ...time }] });
    expect(gist(await cancel('m-2'))).toMatchObject({ result: 'OK' });
    expect(await stored('m-2')).toMatchObject({ state: 'canceled' });
  });

  it('is in force for cancel when a former version is, whatever another system tells of the next one', async () => {
    await send('ChangedMeterConfig', { Meter: [{ mRID: 'm-1', amrSystem: 'B', ...from(day) }] });
    expect(await meter()).toMatchObject({ version: 2, validFrom: start });
    expect(gist(await cancel('m-1')).codes).toEqual(['6.1']);
  });

  it('of links: is taken back by cancel also when it was changed', async () => {
    await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-1' }, { mRID: 'u-2' }] });
    const link = (point: string) => ({
      ConfigurationEvent: { effectiveDateTime: day },
      Meter: [{ mRID: 'm-1' }],
      UsagePoint: [{ mRID: point }],
    });
    const [id] = idsIn(await send('CreateMasterDataLinkageConfig', link('u-1')));
    const byId = (verb: string) => aMessage(`${verb}MasterDataLinkageConfig`).request({ ID: [id] });
    expect(gist(await byId('Change').with(link('u-2')).to(dispatch)).result).toBe('OK');
    expect(gist(await byId('Cancel').to(dispatch))).toMatchObject({ result: 'OK' });
    expect(await ports.store.objectByMRID('MasterDataLinkageConfig', undefined, id!)).toMatchObject({
      state: 'canceled',
    });
  });
});

describe('what was when', () => {
  const asOf = (time: string, root: Root = { Meter: [{ mRID: 'm-1' }] }) => ask('GetMeterConfig', root, ['AsOf', time]);
  beforeEach(async () => {
    await change({ amrSystem: 'B', ...from('2026-11-25T00:00:00Z') });
    await until('2026-11-25T00:00:00Z');
    await until('2026-11-26T00:00:00Z');
    await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    await until('2026-11-27T00:00:00Z');
  });

  it.each([
    ['2026-11-22T12:00:00Z', 'A'],
    ['2026-11-25T00:59:59.999999+01:00', 'A'],
    ['2026-11-25T01:00:00+01:00', 'B'],
    ['2026-11-24T24:00:00Z', 'B'],
    ['2026-11-25T23:59:59Z', 'B'],
  ])('answers the version of %s', async (time, amrSystem) => {
    const reply = await asOf(time);
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: [] });
    expect(meters(reply)).toMatchObject([{ mRID: 'm-1', amrSystem }]);
    expect(meters(await asOf(time, {}))).toHaveLength(1);
    expect(meters(await asOf(time, { Meter: [{ amrSystem }] }))).toHaveLength(1);
  });

  it.each(['2026-11-22T11:59:59Z', '2026-11-26T00:00:00Z'])('finds nothing at %s', async (time) => {
    expect(gist(await asOf(time))).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
    expect(meters(await asOf(time, {}))).toBeUndefined();
  });

  it.each(['yesterday', '', '2026-11-25T23:59:60Z', '2026-02-30T00:00:00Z'])('takes no "%s"', async (time) => {
    const reply = await asOf(time);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['1.8'] });
    expect(gist(reply).details[0]).toMatch(/^Request.Option\[0\]: AsOf takes a dateTime/);
  });

  it('follows the links of that time', async () => {
    await send('CreateMeterConfig', { Meter: [aMeter('M-2', { mRID: 'm-2' })] });
    await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-1' }] });
    const link = (time: string) => ({
      ConfigurationEvent: { effectiveDateTime: time },
      Meter: [{ mRID: 'm-2' }],
      UsagePoint: [{ mRID: 'u-1' }],
    });
    const [id] = idsIn(await send('CreateMasterDataLinkageConfig', link('2026-11-27T00:00:00Z')));
    await send('CloseMasterDataLinkageConfig', link('2026-11-28T00:00:00Z'));
    await until('2026-11-29T00:00:00Z');
    const linked = { UsagePoint: [{ mRID: 'u-1' }] };
    expect(meters(await asOf('2026-11-27T12:00:00Z', linked))).toMatchObject([{ mRID: 'm-2' }]);
    expect(gist(await asOf('2026-11-28T00:00:00Z', linked)).codes).toEqual(['5.7']);
    const then = await ask('GetMasterDataLinkageConfig', { Meter: [{ mRID: 'm-2' }] }, [
      'AsOf',
      '2026-11-27T12:00:00Z',
    ]);
    expect(idsIn(then)).toEqual([id]);
    const now = await ask('GetMasterDataLinkageConfig', { Meter: [{ mRID: 'm-2' }] });
    expect(gist(now).codes).toEqual(['5.7']);
  });

  it('answers all versions with who made them, when and by which message', async () => {
    const reply = await ask('GetMeterConfig', { Meter: [{ mRID: 'm-1' }] }, ['Versions', 'all']);
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0', '0.0', '0.0'] });
    expect(meters(reply).map(({ amrSystem }) => amrSystem)).toEqual(['A', 'B', 'B']);
    expect(gist(reply).details).toEqual([
      'version 1 of 3: active from 2026-11-22T12:00:00.000Z; written 2026-11-22T12:00:00.000Z by CIS, MessageID message-1',
      'version 2 of 3: active from 2026-11-25T00:00:00.000Z; written 2026-11-25T00:00:00.000Z by CIS, MessageID message-1',
      'version 3 of 3: deleted from 2026-11-26T00:00:00.000Z; written 2026-11-26T00:00:00.000Z by CIS, MessageID message-1',
    ]);
  });

  it('refuses what is not to be answered together', async () => {
    const options = [
      ['Versions', 'all'],
      ['AsOf', '2026-11-25T00:00:00Z'],
    ] as const;
    expect(gist(await ask('GetMeterConfig', {}, ...options)).codes).toEqual(['1.8']);
    expect(gist(await ask('GetMeterConfig', {}, ['Versions', 'some'])).codes).toEqual(['1.8']);
  });
});
