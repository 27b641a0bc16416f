import { setImmediate as breathe } from 'node:timers/promises';
import type { Job, Notice } from '../../../../src/ports/head-end.js';
import { StoreUnavailable } from '../../../../src/ports/object-store.js';
import { aMeter, gist, type MessageBuilder } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, outage, type Bench } from './bench.js';
import { aControl, commanding } from './messages.js';

describe('a synchronous command to a head end with habits of its own', () => {
  let clock: VirtualClock;
  let headEnd: ScriptedHeadEnd;
  let bench: Bench;
  beforeEach(async () => {
    clock = virtualClock();
    headEnd = scriptedHeadEnd({ inventory: [anInstallation(1), anInstallation(2)] });
    bench = await aBench(() => headEnd, clock, { syncTimeout: 1_000 });
  });
  afterEach(() => bench.close());

  const disconnecting = (name = 'M-1'): MessageBuilder =>
    commanding(aControl({ mRID: `control-${name}`, EndDevices: [aMeter(name)] }));
  const done = (job: Job): Notice => ({
    kind: 'final',
    jobId: job.id,
    device: job.devices[0]?.mRID ?? '',
    outcome: 'succeeded',
    facts: { 'switch position': 'open' },
    at: clock.now(),
  });
  const told = (job: Job, eventType = '3.31.0.68'): Notice => ({
    kind: 'event',
    jobId: job.id,
    device: job.devices[0]?.mRID ?? '',
    eventType,
    facts: { 'switch position': 'open' },
    at: clock.now(),
  });
  const eventTypes = async () => {
    await breathe(); // what is told in one moment is taken together, behind it
    await bench.desk.writes.settled();
    return (await bench.events()).map(({ document }) => (document['EndDeviceEventType'] as { ref: string }).ref);
  };

  test('tells the head end the device, the control and how long the gateway waits', async () => {
    headEnd.follow((job, say) => say(done(job)));
    await bench.ask(disconnecting());
    expect(headEnd.jobs).toMatchObject([
      { kind: 'control', controlType: '3.31.0.23', devices: [anInstallation(1).meter] },
    ]);
    expect(headEnd.jobs[0]?.deadline).toBeGreaterThan(clock.now());
  });

  test('answers once and makes one event however often the head end says it', async () => {
    headEnd.follow((job, say) => [told(job), done(job), told(job), done(job)].forEach(say));
    expect(gist(await bench.ask(disconnecting())).result).toBe('OK');
    expect(await eventTypes()).toEqual(['3.31.0.68']);
  });

  test('believes the event of the device when the final notice never comes', async () => {
    headEnd.follow((job, say) => say(told(job)));
    expect(gist(await bench.ask(disconnecting())).result).toBe('OK');
    expect((await bench.control('control-M-1'))?.state).toBe('closed');
  });

  test('a success that comes late becomes the event with the correlation, and closes the control', async () => {
    expect(gist(await bench.ask(disconnecting())).codes).toEqual(['4.1']);
    const [job] = headEnd.jobs;
    if (job === undefined) throw new Error('no job');
    for (const notice of [told(job), done(job), done(job)]) headEnd.say(notice);
    expect(await eventTypes()).toEqual(['3.31.0.68']);
    const [event] = await bench.events();
    expect(event?.document).toMatchObject({
      EndDeviceEventDetails: [{ name: 'switch position' }, { name: 'CorrelationID', value: 'order-1' }],
    });
    expect((await bench.control('control-M-1'))?.state).toBe('closed');
  });

  test('a success that comes late leaves what lasts in force until its time is over', async () => {
    await bench.close();
    const capabilities = { ...headEnd.capabilities(), controls: ['*.15.*.*'] };
    headEnd = scriptedHeadEnd({ inventory: [anInstallation(1)], capabilities });
    bench = await aBench(() => headEnd, clock, { syncTimeout: 1_000 });
    const shed = { EndDeviceControlType: { ref: '3.15.43.300' }, PanDemandResponse: { duration: '60' } };
    const asked = commanding(aControl({ mRID: 'dr-1', EndDevices: [aMeter('M-1')], ...shed }));
    expect(gist(await bench.ask(asked)).codes).toEqual(['4.1']);
    const [job] = headEnd.jobs;
    if (job === undefined) throw new Error('no job');
    headEnd.say(done(job));
    await eventTypes();
    expect((await bench.control('dr-1'))?.state).toBe('active');
    await clock.advance(3_600_000);
    await bench.ports.jobs.idle();
    expect((await bench.control('dr-1'))?.state).toBe('closed');
  });

  test('keeps other events of the job beside the outcome', async () => {
    headEnd.follow((job, say) => [told(job, '3.26.0.85'), done(job)].forEach(say));
    await bench.ask(disconnecting());
    expect((await eventTypes()).sort()).toEqual(['3.26.0.85', '3.31.0.68']);
  });

  test('refuses a second command on the same device while the first runs, but not on another', async () => {
    let finish = (): void => {};
    headEnd.follow((job, say) => {
      if (job.kind === 'control' && job.parameters['mRID'] === 'control-M-1') finish = () => say(done(job));
      else say(done(job));
    });
    const first = disconnecting().to(bench.dispatch);
    const [second, other] = await Promise.all([
      bench.ask(commanding(aControl({ EndDevices: [aMeter('M-1')] }))),
      bench.ask(disconnecting('M-2')),
    ]);
    expect(gist(second)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(gist(other).result).toBe('OK');
    finish();
    expect(gist(await bench.until(first)).result).toBe('OK');
    headEnd.follow((job, say) => say(done(job)));
    expect(gist(await bench.ask(commanding(aControl({ EndDevices: [aMeter('M-1')] })))).result).toBe('OK');
  });

  test('keeps a code of a partner that the catalogue does not have in the details', async () => {
    const failure = { code: 'SIM0815', details: 'relay welded' };
    headEnd.follow((job, say) => say({ ...done(job), outcome: 'failed', failure } as Notice));
    expect(gist(await bench.ask(disconnecting()))).toMatchObject({
      codes: ['5.3'],
      details: [expect.stringContaining('SIM0815: relay welded')],
    });
  });

  test('does not lose the outcome when the store fails behind the act', async () => {
    await bench.close();
    bench = await aBench(() => headEnd, clock, { syncTimeout: 5_000 });
    headEnd.follow((job, say) => say(done(job)));
    const { store } = bench.ports;
    const transaction = store.transaction.bind(store);
    let calls = 0;
    Object.assign(store, {
      transaction: (work: Parameters<typeof transaction>[0]) =>
        ++calls === 2 ? Promise.reject(new StoreUnavailable('disk full', 'SQLITE_FULL')) : transaction(work),
    });
    expect(gist(await bench.ask(disconnecting())).result).toBe('OK');
    expect(headEnd.jobs).toHaveLength(1);
    expect(await eventTypes()).toEqual(['3.31.0.68']);
    expect((await bench.control('control-M-1'))?.state).toBe('closed');
  });

  test('an outcome that is given up in an outage of the store keeps none of those behind it from being kept', async () => {
    expect(gist(await bench.ask(disconnecting())).codes).toEqual(['4.1']);
    const [job] = headEnd.jobs;
    if (job === undefined) throw new Error('no job');
    const comesBack = outage(bench);
    for (let at = 0; at < 100_000; at++) bench.desk.writes.add(async () => {});
    await bench.desk.writes.settled();
    headEnd.say(done(job));
    await breathe();
    await bench.desk.writes.settled();
    expect(bench.trouble.map(String)).toContainEqual(expect.stringMatching(/one is lost/));
    comesBack();
    await clock.advance(1_000);
    await bench.desk.writes.settled();
    headEnd.say(done(job));
    expect(await eventTypes()).toEqual(['3.31.0.68']);
    expect((await bench.control('control-M-1'))?.state).toBe('closed');
  });
});
