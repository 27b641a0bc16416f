import type { Job, Notice } from '../../../../src/ports/head-end.js';
import { instantOf } from '../../../../src/services/instant.js';
import { aMeter, gist } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from './bench.js';
import { aType, interval, readingOf, readingsIn, register, source, stampsIn } from './messages.js';

describe('reading from a head end with habits of its own', () => {
  let clock: VirtualClock;
  let headEnd: ScriptedHeadEnd;
  let bench: Bench;
  beforeEach(async () => {
    clock = virtualClock();
    headEnd = scriptedHeadEnd({ inventory: [anInstallation(1)], capabilities: { readingTypes: [register] } });
    bench = await aBench(() => headEnd, clock, { syncTimeout: 1_000 });
  });
  afterEach(() => bench.close());

  const present = readingOf({ EndDevice: [aMeter('M-1')] });
  const data = (job: Job, timeStamp: string, value = '1'): Notice => ({
    kind: 'data',
    jobId: job.id,
    device: 'meter-1',
    readings: [{ readingType: register, timeStamp, value, qualities: [], shape: 'reading' }],
    at: clock.now(),
  });
  const final = (job: Job): Notice => ({
    kind: 'final',
    jobId: job.id,
    device: 'meter-1',
    outcome: 'succeeded',
    facts: {},
    at: 0,
  });

  test('takes a value told twice once, with its digits and its offset', async () => {
    headEnd.follow(
      (job, say) => [1, 2].forEach(() => say(data(job, '2026-11-22T13:00:00.10+01:00', '007.50'))) ?? say(final(job)),
    );
    const [reading] = readingsIn(await bench.ask(present));
    expect(reading?.Readings).toEqual([
      { timeStamp: '2026-11-22T13:00:00.10+01:00', value: '007.50', ReadingType: { ref: register } },
    ]);
  });

  test('stores what comes behind the end, for the next request', async () => {
    let later = (): void => {};
    headEnd.follow((job, say) => {
      say(final(job));
      later = () => say(data(job, '2026-11-22T12:00:00Z'));
    });
    expect(gist(await bench.ask(present))).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
    later();
    await bench.desk.writes.settled();
    expect(readingsIn(await bench.ask(readingOf({ EndDevice: [aMeter('M-1')] }, source('stored'))))).toHaveLength(1);
  });

  test('says that a value without a usable time stamp was lost', async () => {
    headEnd.follow((job, say) => [data(job, 'this morning'), final(job)].forEach(say));
    expect(gist(await bench.ask(present))).toMatchObject({ result: 'FAILED', codes: ['5.3'] });
  });

  test('finds the newest stored values however old they are', async () => {
    const stamps = ['2024-01-31T00:00:00Z', '2024-02-29T00:00:00Z', '2015-01-01T00:00:00Z'];
    const rows = stamps.map((timeStamp, at) => ({
      meter: 'meter-1',
      readingType: at < 2 ? register : interval,
      timeStamp,
      instant: instantOf(timeStamp) ?? 0,
      value: '1',
      shape: 'reading' as const,
    }));
    await bench.ports.store.transaction((tx) => tx.putReadings(rows, { keepFormer: false }));
    const types = { ReadingType: [aType(register), aType(interval)] };
    const [reading] = readingsIn(
      await bench.ask(readingOf({ EndDevice: [aMeter('M-1')], ...types }, source('stored'))),
    );
    expect(reading && stampsIn(reading)).toEqual(['2024-02-29T00:00:00Z', '2015-01-01T00:00:00Z']);
  });
});
