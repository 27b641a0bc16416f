import { HeadEndRefusal, type ControlJob, type Notice } from '../../../../src/ports/head-end.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, outage, type Bench } from './bench.js';

describe('the desk between services and head ends', () => {
  let clock: VirtualClock;
  let headEnd: ScriptedHeadEnd;
  let bench: Bench;

  beforeEach(async () => {
    clock = virtualClock();
    headEnd = scriptedHeadEnd({ inventory: [anInstallation(1), anInstallation(2)] });
    bench = await aBench(() => headEnd, clock);
  });
  afterEach(() => bench.close());

  const devices = [anInstallation(1).meter, anInstallation(2).meter];
  const job = (some: Partial<ControlJob> = {}): ControlJob => ({
    kind: 'control',
    id: 'job',
    controlType: '3.31.0.23',
    devices,
    parameters: {},
    deadline: clock.now() + 1_000,
    priority: 'normal',
    ...some,
  });
  const final = (device: string, some: Partial<Extract<Notice, { kind: 'final' }>> = {}): Notice => ({
    kind: 'final',
    jobId: 'job',
    device,
    outcome: 'succeeded',
    facts: {},
    at: clock.now(),
    ...some,
  });
  const event = (device: string, jobId?: string): Notice => ({
    kind: 'event',
    jobId,
    device,
    eventType: '3.26.0.85',
    at: clock.now(),
    facts: {},
  });
  const outcomes = async (running: ReturnType<Bench['desk']['run']>) =>
    [...(await bench.until(running))].map(([device, { outcome, failure }]) => [device, outcome, failure?.code]);

  test('matches notices that come before submit has returned, twice and out of order', async () => {
    const heard: Notice[] = [];
    headEnd.follow((_, say) => {
      say(final('meter-2'));
      say(final('meter-2', { outcome: 'failed' }));
      say(final('meter-1'));
      say({ kind: 'progress', jobId: 'job', device: 'meter-1', state: 'sent', at: 0 });
    });
    expect(await outcomes(bench.desk.run(job(), (notice) => heard.push(notice)))).toEqual([
      ['meter-2', 'succeeded', undefined],
      ['meter-1', 'succeeded', undefined],
    ]);
    expect(heard).toHaveLength(2);
  });

  test('answers as soon as the last device is final, and holds no timer after that', async () => {
    headEnd.follow((_, say) => {
      for (const { mRID } of devices) clock.at(clock.now() + 50, () => say(final(mRID)));
    });
    const before = clock.now();
    await outcomes(bench.desk.run(job()));
    expect(clock.now() - before).toBeLessThan(1_000);
    expect(clock.pending()).toBe(0);
  });

  test('calls the outcome unknown at the deadline, and hands late notices on', async () => {
    const late: Notice[] = [];
    let say: (notice: Notice) => void = () => {};
    headEnd.follow((_, sayIt) => {
      say = sayIt;
      say(final('meter-1', { outcome: 'failed', failure: { code: '5.3', details: 'stuck' } }));
    });
    expect(await outcomes(bench.desk.run(job(), undefined, (notice) => late.push(notice)))).toEqual([
      ['meter-1', 'failed', '5.3'],
      ['meter-2', 'unknown', '4.1'],
    ]);
    say(final('meter-2', { outcome: 'unknown' }));
    say(final('meter-2'));
    say(final('meter-2'));
    say(final('meter-1'));
    expect(late).toEqual([final('meter-2')]);
  });

  test('remembers jobs for their late notices up to fifty thousand devices together, and the newest whatever its size', async () => {
    let say: (notice: Notice) => void = () => {};
    headEnd.follow((_, sayIt) => {
      say = sayIt;
    });
    const late: string[] = [];
    const run = (id: string, count: number) => {
      const many = Array.from({ length: count }, (_, at) => ({ mRID: `meter-${at}`, names: [] }));
      const started = bench.desk.run(job({ id, devices: many }), undefined, (notice) => late.push(notice.jobId ?? ''));
      return bench.until(started);
    };
    await run('first', 30_000);
    await run('second', 20_000);
    say(final('meter-1', { jobId: 'first' }));
    expect(late).toEqual(['first']);
    await run('third', 60_000);
    for (const jobId of ['first', 'second', 'third']) say(final('meter-2', { jobId }));
    expect(late).toEqual(['first', 'third']);
  });

  test('keeps late events and data that no listener takes, once', async () => {
    let say: (notice: Notice) => void = () => {};
    headEnd.follow((_, sayIt) => {
      say = sayIt;
    });
    await outcomes(bench.desk.run(job()));
    const told = event('meter-1', 'job');
    say(told);
    say(told);
    await bench.desk.writes.settled();
    expect((await bench.events()).map(({ document }) => document)).toMatchObject([
      { EndDeviceEventType: { ref: '3.26.0.85' }, Assets: { mRID: 'meter-1', Names: [{ name: 'M-1' }] } },
    ]);
  });

  test('keeps what belongs to no job, and tells those who listen', async () => {
    const heard: Notice[] = [];
    const stop = bench.desk.onSpontaneous((notice) => heard.push(notice));
    const reading = {
      readingType: '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0',
      timeStamp: '2026-11-22T12:15:00+01:00',
      value: '0.500',
      qualities: ['2.0.0'],
      shape: 'interval',
    } as const;
    headEnd.say({ kind: 'data', device: 'meter-1', readings: [reading], at: 0 });
    headEnd.say(event('meter-2', 'a job of last year'));
    headEnd.say(final('meter-2', { jobId: 'a job of last year' }));
    stop();
    headEnd.say(event('meter-1'));
    await bench.desk.writes.settled();
    expect(heard).toHaveLength(3);
    expect(await bench.events()).toHaveLength(2);
    expect(await bench.ports.store.readings({ meters: ['meter-1'], limit: 10 })).toMatchObject([
      { timeStamp: '2026-11-22T12:15:00+01:00', value: '0.500', shape: 'interval' },
    ]);
  });

  test('gives the reason of a head end that refuses the job', async () => {
    headEnd.follow(() => {
      throw new HeadEndRefusal({ code: '5.1', details: 'come back later' }, true);
    });
    expect(await outcomes(bench.desk.run(job()))).toEqual([
      ['meter-1', 'failed', '5.1'],
      ['meter-2', 'failed', '5.1'],
    ]);
    expect(bench.trouble).toEqual([]);
  });

  test('calls the outcome unknown when the head end breaks while it takes the job, and reports the trouble', async () => {
    const broken = new Error('connection reset');
    headEnd.follow(() => {
      throw broken;
    });
    expect(await outcomes(bench.desk.run(job({ devices: devices.slice(0, 1) })))).toEqual([
      ['meter-1', 'unknown', '4.1'],
    ]);
    expect(bench.trouble).toEqual([broken]);
  });

  test('does not submit a job whose deadline has passed', async () => {
    expect(await outcomes(bench.desk.run(job({ deadline: clock.now() })))).toEqual([
      ['meter-1', 'failed', '4.1'],
      ['meter-2', 'failed', '4.1'],
    ]);
    expect(headEnd.jobs).toEqual([]);
  });

  test('a listener that fails harms neither the job nor the head end', async () => {
    headEnd.follow((_, say) => devices.forEach(({ mRID }) => say(final(mRID))));
    const listener = (): void => {
      throw new Error('a defect');
    };
    expect(await outcomes(bench.desk.run(job(), listener))).toHaveLength(2);
    expect(bench.trouble).toHaveLength(2);
  });

  test('ends every wait when it is stopped', async () => {
    const running = bench.desk.run(job());
    await bench.desk.stop();
    expect([...(await running).values()].map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    expect([...(await bench.desk.run(job({ id: 'next' }))).values()].map(({ failure }) => failure?.code)).toEqual([
      '5.1',
      '5.1',
    ]);
  });

  test('holds a hundred thousand notices while the store cannot work, and tells of those it gives up', async () => {
    const comesBack = outage(bench);
    const data: Notice = { kind: 'data', device: 'meter-1', readings: [], at: 0 };
    headEnd.say(data);
    await bench.desk.writes.settled(); // from now on it is known that the store cannot work
    for (let at = 0; at < 100_009; at++) headEnd.say(data);
    expect(bench.trouble.filter((error) => /notices? wait.* one is lost/.test(String(error)))).toHaveLength(10);
    comesBack();
    await clock.advance(1_000);
    await bench.desk.writes.settled();
    headEnd.say(event('meter-1'));
    await bench.desk.writes.settled();
    expect(await bench.events()).toHaveLength(1);
  });

  test('goes on keeping notices behind one that was given up because too many writes waited', async () => {
    const comesBack = outage(bench);
    for (let at = 0; at < 100_000; at++) bench.desk.writes.add(async () => {});
    headEnd.say(event('meter-1'));
    await bench.desk.writes.settled();
    comesBack();
    await clock.advance(1_000);
    await bench.desk.writes.settled();
    headEnd.say(event('meter-2'));
    await bench.desk.writes.settled();
    expect(await bench.events()).toHaveLength(1);
  });
});
