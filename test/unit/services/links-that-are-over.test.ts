/** Links that were over before they were ended once more: when they held does not change by that. */
import type { AnyResponse, Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { memberOf } from '../../../src/services/identification.js';
import { aMessage, gist, idsIn } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;
type Root = Readonly<Record<string, unknown>>;

const send = (operation: string, root: Root) => aMessage(operation).with(root).to(dispatch);
const byId = (operation: string, id: string) =>
  aMessage(operation)
    .request({ ID: [id] })
    .to(dispatch);
const linked = (time: string) => ({
  ConfigurationEvent: { effectiveDateTime: time },
  Meter: [{ mRID: 'm-1' }],
  UsagePoint: [{ mRID: 'u-1' }],
});
const until = async (time: string) => {
  await ports.clock.advance(Date.parse(time) - ports.clock.now());
  await ports.jobs.idle();
};
const metersAsOf = async (time: string) => {
  const reply: AnyResponse = await aMessage('GetMeterConfig')
    .request({ GetMeterConfig: { UsagePoint: [{ mRID: 'u-1' }] }, Option: [{ name: 'AsOf', value: time }] })
    .to(dispatch);
  return (memberOf(memberOf(reply.Payload, 'MeterConfig'), 'Meter') ?? []) as readonly Root[];
};

beforeEach(async () => {
  ports = await testPorts(); // the time is 2026-11-22T12:00:00Z
  dispatch = dispatcher(nouns, ports);
  await send('CreateMeterConfig', { Meter: [{ mRID: 'm-1' }] });
  await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-1' }] });
});
afterEach(async () => {
  expect(ports.jobTroubles).toEqual([]);
  await ports.close();
});

it('a link that was closed holds until it was closed, also when it is deleted later', async () => {
  const [id] = idsIn(await send('CreateMasterDataLinkageConfig', linked('2026-11-22T12:00:00Z')));
  await until('2026-11-24T00:00:00Z');
  expect(gist(await byId('CloseMasterDataLinkageConfig', id!)).result).toBe('OK');
  await until('2026-11-26T00:00:00Z');
  expect(gist(await byId('DeleteMasterDataLinkageConfig', id!)).result).toBe('OK');
  await until('2026-11-27T00:00:00Z');
  expect(await metersAsOf('2026-11-23T00:00:00Z')).toHaveLength(1);
  expect(await metersAsOf('2026-11-25T00:00:00Z')).toEqual([]);
});

it('a link that was canceled before it came into force never held, also when it is deleted', async () => {
  const [id] = idsIn(await send('CreateMasterDataLinkageConfig', linked('2026-11-24T00:00:00Z')));
  expect(gist(await byId('CancelMasterDataLinkageConfig', id!)).result).toBe('OK');
  await until('2026-11-26T00:00:00Z');
  expect(gist(await byId('DeleteMasterDataLinkageConfig', id!)).result).toBe('OK');
  await until('2026-11-27T00:00:00Z');
  expect(await metersAsOf('2026-11-25T00:00:00Z')).toEqual([]);
  expect(await metersAsOf('2026-11-23T00:00:00Z')).toEqual([]);
});

describe('a link that is closed', () => {
  let id: string;
  const stored = () => ports.store.objectByMRID('MasterDataLinkageConfig', undefined, id);
  beforeEach(async () => {
    [id = ''] = idsIn(await send('CreateMasterDataLinkageConfig', linked('2026-11-22T12:00:00Z')));
    await until('2026-11-24T00:00:00Z');
    await byId('CloseMasterDataLinkageConfig', id);
    const reply = await aMessage('DeleteMasterDataLinkageConfig')
      .request({ ID: [id] })
      .with({ ConfigurationEvent: { effectiveDateTime: '2026-11-26T00:00:00Z' } })
      .to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  });

  it('is deleted at its time', async () => {
    const closed = await stored();
    expect(closed).toMatchObject({ state: 'closed' });
    await until('2026-11-26T00:00:00Z');
    expect(await stored()).toMatchObject({ state: 'deleted', validTo: closed?.validTo });
  });

  it('stays closed when that is canceled', async () => {
    expect(gist(await byId('CancelMasterDataLinkageConfig', id))).toMatchObject({ result: 'OK', codes: ['0.0'] });
    await until('2026-11-27T00:00:00Z');
    expect(await stored()).toMatchObject({ state: 'closed' });
  });
});

it('a link that was closed early stays closed when the one that was to take its place is canceled', async () => {
  await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-2' }] });
  const [old = ''] = idsIn(await send('CreateMasterDataLinkageConfig', linked('2026-11-22T12:00:00Z')));
  const moved = await aMessage('ChangeMasterDataLinkageConfig')
    .request({ ID: [old] })
    .with({ ConfigurationEvent: { effectiveDateTime: '2026-12-01T00:00:00Z' }, UsagePoint: [{ mRID: 'u-2' }] })
    .to(dispatch);
  const [young = ''] = idsIn(moved);
  await until('2026-11-24T00:00:00Z');
  expect(gist(await byId('CloseMasterDataLinkageConfig', old)).result).toBe('OK');
  const closed = await ports.store.objectByMRID('MasterDataLinkageConfig', undefined, old);
  expect(gist(await byId('CancelMasterDataLinkageConfig', young)).result).toBe('OK');
  expect(await ports.store.objectByMRID('MasterDataLinkageConfig', undefined, old)).toEqual(closed);
  expect(await ports.store.objectByMRID('MasterDataLinkageConfig', undefined, young)).toMatchObject({
    state: 'canceled',
  });
});

it('an end is not canceled when the same link was made anew from then on', async () => {
  const [id = ''] = idsIn(await send('CreateMasterDataLinkageConfig', linked('2026-11-22T12:00:00Z')));
  await send('CloseMasterDataLinkageConfig', linked('2026-12-01T00:00:00Z'));
  expect(gist(await send('CreateMasterDataLinkageConfig', linked('2026-12-05T00:00:00Z'))).result).toBe('OK');
  expect(gist(await byId('CancelMasterDataLinkageConfig', id))).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
});

it('an earlier end of a link stays when the one that was to take its place is canceled', async () => {
  await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-2' }] });
  const [old = ''] = idsIn(await send('CreateMasterDataLinkageConfig', linked('2026-11-22T12:00:00Z')));
  const moved = await aMessage('ChangeMasterDataLinkageConfig')
    .request({ ID: [old] })
    .with({ ConfigurationEvent: { effectiveDateTime: '2026-12-01T00:00:00Z' }, UsagePoint: [{ mRID: 'u-2' }] })
    .to(dispatch);
  const [young = ''] = idsIn(moved);
  const end = { ConfigurationEvent: { effectiveDateTime: '2026-11-28T00:00:00Z' } };
  const closing = aMessage('CloseMasterDataLinkageConfig').request({ ID: [old] });
  expect(gist(await closing.with(end).to(dispatch)).codes).toEqual(['0.3']);
  expect(gist(await byId('CancelMasterDataLinkageConfig', young)).result).toBe('OK');
  await until('2026-12-02T00:00:00Z');
  expect(await ports.store.objectByMRID('MasterDataLinkageConfig', undefined, old)).toMatchObject({
    state: 'closed',
    validTo: Date.parse('2026-11-28T00:00:00Z') * 1000,
  });
  expect(await ports.store.objectByMRID('MasterDataLinkageConfig', undefined, young)).toMatchObject({
    state: 'canceled',
  });
});

it('an end that cannot be canceled leaves the others of its message alone', async () => {
  await send('CreateMeterConfig', { Meter: [{ mRID: 'm-2' }] });
  const other = { ...linked('2026-11-22T12:00:00Z'), Meter: [{ mRID: 'm-2' }] };
  const ends = { ConfigurationEvent: { effectiveDateTime: '2026-12-01T00:00:00Z' } };
  const ids: string[] = [];
  for (const link of [linked('2026-11-22T12:00:00Z'), other]) {
    const [id = ''] = idsIn(await send('CreateMasterDataLinkageConfig', link));
    await aMessage('CloseMasterDataLinkageConfig')
      .request({ ID: [id] })
      .with(ends)
      .to(dispatch);
    ids.push(id);
  }
  await send('CloseMeterConfig', { Meter: [{ mRID: 'm-1' }] });
  const reply = await aMessage('CancelMasterDataLinkageConfig').request({ ID: ids }).to(dispatch);
  expect(gist(reply)).toMatchObject({ result: 'PARTIAL' });
  expect(gist(reply).details.some((details) => details?.startsWith('Request.ID[0]'))).toBe(true);
  const kept = await ports.store.objectByMRID('MasterDataLinkageConfig', undefined, ids[1]!);
  expect([kept?.state, kept?.validTo]).toEqual(['active', undefined]);
});
