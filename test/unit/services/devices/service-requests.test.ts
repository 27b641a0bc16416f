import { simulatedHeadEnd, type SimulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import type { StoredObject } from '../../../../src/ports/object-store.js';
import { metersOfUsagePoint } from '../../../../src/services/linkage.js';
import { wrapBody } from '../../../../src/soap/envelope.js';
import { aMessage, aMeter, gist, idsIn, named } from '../../../support/builders.js';
import { checkSent } from '../../../support/sent-check.js';
import { aSubscription, outbox } from '../../../support/subscribing.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from './bench.js';
import { register } from './messages.js';

let clock: VirtualClock;
let headEnd: SimulatedHeadEnd;
let bench: Bench;
let messages = 0;

const start = async (...nouns: readonly string[]): Promise<void> => {
  clock = virtualClock();
  const subscriptions = nouns.map((noun) => aSubscription({}, { noun, name: noun }));
  const make = (time: VirtualClock) => (headEnd = simulatedHeadEnd({ meters: 5, seed: 1, clock: time }));
  bench = await aBench(make, clock, {}, subscriptions);
};
beforeEach(() => start());
afterEach(() => bench.close());

const order = (verb: 'Create' | 'Close' | 'Cancel', work: object = {}) =>
  aMessage(`${verb}MeterServiceRequests`)
    .header({ MessageID: `work-${++messages}` })
    .with({ MeterServiceWork: [{ Meter: aMeter('SIM-000001'), ...work }] });

async function created(work: object): Promise<string> {
  const reply = await bench.ask(order('Create', work));
  expect(gist(reply).result).toBe('OK');
  return idsIn(reply)[0]!;
}
const workOf = async (mRID: string): Promise<StoredObject> =>
  (await bench.ports.store.objectByMRID('MeterServiceRequests', ['MeterServiceWork'], mRID))!;
async function over(mRID: string): Promise<StoredObject> {
  await bench.until(
    (async () => {
      while ((await workOf(mRID)).state === 'active') await new Promise((resolve) => setTimeout(resolve, 5));
    })(),
  );
  return workOf(mRID);
}
const course = ({ document }: StoredObject): readonly string[] =>
  (document['ActivityRecords'] as readonly { readonly type: string }[]).map(({ type }) => type);
const meterAt = async (point: string): Promise<readonly (string | undefined)[]> => {
  const reference = { kind: 'UsagePoint', names: [{ name: point }] };
  const found = await metersOfUsagePoint(bench.ports.store, reference, '', clock.now());
  return 'meters' in found ? found.meters.map(({ names }) => names[0]?.name) : [];
};

test('a disconnect drives the control, then the closing read, and is done', async () => {
  const work = await over(await created({ kind: 'disconnect' }));
  expect(work.state).toBe('closed');
  expect(course(work)).toEqual(['dispatched', 'done']);
  expect(headEnd.meter('SIM-000001')?.switchPosition).toBe('open');
  const { Meter, status } = work.document as never as Record<string, { value?: string; MeterReadings?: never }>;
  expect(status).toMatchObject({ value: 'done' });
  expect(JSON.stringify(Meter?.MeterReadings)).toContain(register);
  expect(JSON.stringify(Meter?.MeterReadings)).toContain('serviceDisconnect');
});

test('a reconnect reads first', async () => {
  headEnd.setSwitchPosition('SIM-000001', 'open');
  const asked: string[] = [];
  const submit = headEnd.submit.bind(headEnd);
  headEnd.submit = (job) => {
    asked.push(job.kind);
    return submit(job);
  };
  const work = await over(await created({ kind: 'reconnect' }));
  expect(asked).toEqual(['read', 'control']);
  expect(work.state).toBe('closed');
  expect(headEnd.meter('SIM-000001')?.switchPosition).toBe('closed');
});

test('one for later is scheduled, and can be called off until it is dispatched', async () => {
  const requestDateTime = new Date(clock.now() + 3_600_000).toISOString();
  const mRID = await created({ kind: 'disconnect', requestDateTime });
  expect(course(await workOf(mRID))).toEqual(['scheduled']);
  const reply = await bench.ask(aMessage('CancelMeterServiceRequests').header({ MessageID: 'c' }).with({ MeterServiceWork: [{ Meter: aMeter('SIM-000001') }] }).request({ ID: [mRID] })); // prettier-ignore
  expect(gist(reply).result).toBe('OK');
  await clock.advance(7_200_000);
  await bench.ports.jobs.idle();
  expect(await workOf(mRID)).toMatchObject({ state: 'canceled', document: { status: { value: 'canceled' } } });
  expect(headEnd.meter('SIM-000001')?.switchPosition).toBe('closed');
});

test.each([
  ['another meter', { kind: 'disconnect', Meter: aMeter('SIM-000002') }],
  ['another meter, without its kind', { Meter: aMeter('SIM-000002') }],
  ['another kind of work', { kind: 'reconnect', Meter: aMeter('SIM-000001') }],
])('one that was changed to %s meanwhile is canceled, and switches nothing', async (_, change) => {
  const requestDateTime = new Date(clock.now() + 3_600_000).toISOString();
  const mRID = await created({ kind: 'disconnect', requestDateTime });
  const told = aMessage('ChangeMeterServiceRequests')
    .header({ MessageID: 'ch' })
    .with({ MeterServiceWork: [change] });
  expect(gist(await bench.ask(told.request({ ID: [mRID] }))).result).toBe('OK');
  await clock.advance(7_200_000);
  const work = await over(mRID);
  expect(work).toMatchObject({ state: 'canceled', document: { status: { value: 'canceled' } } });
  expect(JSON.stringify(work.document['status'])).toContain('it was planned for another meter or kind of work');
  expect(['SIM-000001', 'SIM-000002'].map((name) => headEnd.meter(name)?.switchPosition)).toEqual(['closed', 'closed']);
});

test('one that the meter refuses is canceled, with the reason', async () => {
  headEnd.setCommissioned('SIM-000001', false);
  const work = await over(await created({ kind: 'disconnect' }));
  expect(work).toMatchObject({ state: 'canceled', document: { status: { value: 'canceled' } } });
  expect(JSON.stringify(work.document)).toContain('not commissioned');
});

test('an unknown meter is refused, and nothing is kept', async () => {
  const reply = await bench.ask(order('Create', { kind: 'disconnect', Meter: aMeter('NOBODY') }));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
  expect(await bench.ports.store.objects({ noun: 'MeterServiceRequests', limit: 9 })).toEqual([]);
});

test('an exchange ends in the linkage: the new meter stands where the old one stood, its last values are kept', async () => {
  await bench.ask(
    aMessage('CreateMeterConfig')
      .header({ MessageID: 'm' })
      .with({ Meter: [aMeter('NEW-1', { mRID: 'new-1' })] }),
  );
  const last = { timeStamp: '2026-11-22T11:00:00+01:00', value: '4711.5', ReadingType: { ref: register } };
  const mRID = await created({
    kind: 'meter',
    Meter: aMeter('NEW-1'),
    OldMeter: { ...aMeter('SIM-000002'), MeterReadings: [{ Readings: [last] }] },
  });
  expect(course(await workOf(mRID))).toEqual(['created']);
  expect(await meterAt('UP-000002')).toEqual(['SIM-000002']);
  const reply = await bench.ask(order('Close', { Meter: aMeter('NEW-1') }).request({ ID: [mRID] }));
  expect(gist(reply).result).toBe('OK');
  expect(await meterAt('UP-000002')).toEqual(['NEW-1']);
  expect(course(await workOf(mRID))).toEqual(['created', 'done']);
  const old = headEnd.meter('SIM-000002')!.mRID;
  const [row] = await bench.ports.store.readings({ meters: [old], limit: 5 });
  expect(row).toMatchObject({ timeStamp: last.timeStamp, value: '4711.5' });
});

test('a meter that stands at another usage point takes no place in an exchange, and all stays as it was', async () => {
  const mRID = await created({ kind: 'meter', Meter: aMeter('SIM-000003'), OldMeter: aMeter('SIM-000002') });
  const reply = await bench.ask(order('Close', { Meter: aMeter('SIM-000003') }).request({ ID: [mRID] }));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.13'] });
  expect(await meterAt('UP-000002')).toEqual(['SIM-000002']);
  expect(await meterAt('UP-000003')).toEqual(['SIM-000003']);
  expect((await workOf(mRID)).state).toBe('active');
});

test('a meter is installed at the usage point that the closing message names, and removed again', async () => {
  await bench.ask(
    aMessage('CreateMeterConfig')
      .header({ MessageID: 'm' })
      .with({ Meter: [aMeter('NEW-1', { mRID: 'new-1' })] }),
  );
  await bench.ask(
    aMessage('CreateUsagePointConfig')
      .header({ MessageID: 'u' })
      .with({ UsagePoint: [named('UP-NEW')] }),
  );
  const close = (mRID: string, place: object = {}) =>
    bench.ask(
      order('Close', { Meter: aMeter('NEW-1') })
        .header(place)
        .request({ ID: [mRID] }),
    );
  const install = await created({ kind: 'meter', type: 'installation', Meter: aMeter('NEW-1') });
  expect(gist(await close(install))).toMatchObject({ result: 'FAILED', codes: ['5.8'] });
  expect((await workOf(install)).state).toBe('active');
  expect(gist(await close(install, { Property: [{ Name: 'UsagePoint', Value: 'UP-NEW' }] })).result).toBe('OK');
  expect(await meterAt('UP-NEW')).toEqual(['NEW-1']);
  expect(gist(await close(await created({ kind: 'meter', type: 'removal', Meter: aMeter('NEW-1') }))).result).toBe(
    'OK',
  );
  expect(await meterAt('UP-NEW')).toEqual([]);
});

test('a meter is not installed at a usage point that is closed', async () => {
  const usagePoint = (verb: 'Create' | 'Close') =>
    bench.ask(
      aMessage(`${verb}UsagePointConfig`)
        .header({ MessageID: `point-${verb}` })
        .with({ UsagePoint: [named('UP-NEW')] }),
    );
  const meter = aMessage('CreateMeterConfig')
    .header({ MessageID: 'm' })
    .with({ Meter: [aMeter('NEW-1', { mRID: 'new-1' })] });
  for (const reply of [await bench.ask(meter), await usagePoint('Create'), await usagePoint('Close')])
    expect(gist(reply).result).toBe('OK');
  const install = await created({ kind: 'meter', type: 'installation', Meter: aMeter('NEW-1') });
  const close = order('Close', { Meter: aMeter('NEW-1') })
    .header({ Property: [{ Name: 'UsagePoint', Value: 'UP-NEW' }] })
    .request({ ID: [install] });
  expect(gist(await bench.ask(close))).toMatchObject({ result: 'FAILED', codes: ['2.12'] });
  expect((await workOf(install)).state).toBe('active');
});

test('a meter that is linked elsewhere is not installed', async () => {
  const mRID = await created({ kind: 'meter', type: 'installation' });
  const close = order('Close')
    .header({ Property: [{ Name: 'UsagePoint', Value: 'UP-000003' }] })
    .request({ ID: [mRID] });
  expect(gist(await bench.ask(close))).toMatchObject({ result: 'FAILED', codes: ['2.13'] });
  expect(await meterAt('UP-000003')).toEqual(['SIM-000003']);
});

describe('one bad work among good ones', () => {
  const works = (
    verb: 'Create' | 'Close' | 'Cancel',
    MeterServiceWork: readonly object[],
    ids: readonly string[] = [],
  ) =>
    bench.ask(
      aMessage(`${verb}MeterServiceRequests`)
        .header({ MessageID: `work-${++messages}` })
        .with({ MeterServiceWork })
        .request(ids.length > 0 ? { ID: ids } : {}),
    );
  const at = (meter: string, more: object = {}) => ({ kind: 'disconnect', Meter: aMeter(meter), ...more });

  test('is refused where it stands, and the others are done', async () => {
    const reply = await works('Create', [at('SIM-000001'), at('NOBODY'), at('SIM-000002'), at('NOBODY-EITHER')]);
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.4', '2.4'] });
    expect(gist(reply).details).toEqual([
      expect.stringMatching(/^MeterServiceRequests\.MeterServiceWork\[1\]\.Meter: no meter is named NOBODY/),
      expect.stringMatching(/^MeterServiceRequests\.MeterServiceWork\[3\]\.Meter: no meter is named NOBODY-EITHER/),
    ]);
    for (const mRID of idsIn(reply)) expect((await over(mRID)).state).toBe('closed');
    expect([1, 2, 3].map((number) => headEnd.meter(`SIM-00000${number}`)?.switchPosition)).toEqual([
      'open',
      'open',
      'closed',
    ]);
  });

  test('refuses an exchange with every meter that is missing', async () => {
    const exchange = { kind: 'meter', Meter: aMeter('NO-NEW'), OldMeter: aMeter('NO-OLD') };
    const reply = await works('Create', [at('SIM-000001'), exchange]);
    expect(gist(reply).details).toEqual([
      expect.stringMatching(/^MeterServiceRequests\.MeterServiceWork\[1\]\.Meter: /),
      expect.stringMatching(/^MeterServiceRequests\.MeterServiceWork\[1\]\.OldMeter: /),
    ]);
    expect(idsIn(reply)).toHaveLength(1);
  });

  test('stays open when others are closed, and nothing of it is changed', async () => {
    const removal = await created({ kind: 'meter', type: 'removal', Meter: aMeter('SIM-000003') });
    const second = await created({ kind: 'meter', type: 'installation', Meter: aMeter('SIM-000002') });
    const remote = await created({ kind: 'disconnect', requestDateTime: '2026-11-23T00:00:00Z' });
    const reply = await works('Close', [], [second, removal, remote]);
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['5.8', '6.1'] });
    expect(gist(reply).details[1]).toMatch(/^Request\.ID\[2\]: /);
    expect((await Promise.all([removal, second, remote].map(workOf))).map(({ state }) => state)).toEqual([
      'closed',
      'active',
      'active',
    ]);
    expect(await meterAt('UP-000003')).toEqual([]);
    expect(await meterAt('UP-000002')).toEqual(['SIM-000002']);
  });

  test('that is being done is not called off, and the others are', async () => {
    headEnd.setReachable('SIM-000001', false);
    const running = await created({ kind: 'disconnect' });
    const waiting = await created({ kind: 'disconnect', requestDateTime: '2026-11-23T00:00:00Z' });
    const reply = await works('Cancel', [], [running, waiting]);
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['6.1'] });
    expect(gist(reply).details[0]).toMatch(/^Request\.ID\[0\]: the work is being done/);
    expect((await workOf(waiting)).state).toBe('canceled');
    expect((await workOf(running)).state).toBe('active');
  });
});

test('subscribers hear of works, of the links they change and of the values they bring', async () => {
  await bench.close();
  await start('MeterServiceRequests', 'MasterDataLinkageConfig', 'MeterReadings');
  const last = { timeStamp: '2026-11-22T11:00:00+01:00', value: '4711.5', ReadingType: { ref: register } };
  const removed = await created({
    kind: 'meter',
    type: 'removal',
    Meter: { ...aMeter('SIM-000002'), MeterReadings: [{ Readings: [last] }] },
  });
  expect(gist(await bench.ask(order('Close').request({ ID: [removed] }))).result).toBe('OK');
  const all = await outbox(bench.ports.store);
  expect(all.map(({ xml }) => checkSent(wrapBody('1.1', xml)))).toEqual([
    'CreatedMeterServiceRequests',
    'CreatedMeterReadings',
    'ClosedMasterDataLinkageConfig',
    'ClosedMeterServiceRequests',
  ]);
  expect(new Set(all.slice(1).map(({ correlationId }) => correlationId))).toEqual(new Set([`work-${messages}`]));
  expect(all[0]?.xml).toContain('<obj:value>created</obj:value>');
  expect(all[3]?.xml).toContain('<obj:value>done</obj:value>');
});
