import { simulatedHeadEnd, type SimulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import type { AnyResponse } from '../../../../src/generated/operations.js';
import { HeadEndRefusal, type Job, type ReadJob } from '../../../../src/ports/head-end.js';
import type { StoredRequest } from '../../../../src/ports/requests.js';
import type { ServiceSettings } from '../../../../src/services/noun-row.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../../support/builders.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from './bench.js';
import { aType, during, hourBefore, interval, readingOf, readingsIn, register, source, stampsIn } from './messages.js';

let clock: VirtualClock;
let headEnd: SimulatedHeadEnd;
let bench: Bench;
let jobs: ReadJob[];
const start = async (settings: Partial<ServiceSettings> = {}): Promise<void> => {
  clock = virtualClock();
  jobs = [];
  bench = await aBench(
    (time) => {
      headEnd = simulatedHeadEnd({ meters: 30, seed: 1, clock: time });
      const submit = headEnd.submit.bind(headEnd);
      return Object.assign(headEnd, { submit: (job: Job) => (jobs.push(job as ReadJob), submit(job)) });
    },
    clock,
    settings,
  );
};
beforeEach(() => start());
afterEach(() => bench.close());

const later = (message: MessageBuilder, correlation = 'read-1'): MessageBuilder =>
  message.header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: correlation });
const meters = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => aMeter(`SIM-${String(from + at).padStart(6, '0')}`));
const statusOf = (correlation = 'read-1', part?: number): Promise<AnyResponse> =>
  bench.ask(
    aMessage('GetMeterReadings').request({
      ID: [correlation],
      Option: [{ name: 'IDKind', value: 'transaction' }, ...(part ? [{ name: 'Part', value: String(part) }] : [])],
    }),
  );
const request = async (): Promise<StoredRequest | undefined> =>
  (await bench.ports.store.requestsByCorrelation('', 'read-1'))[0];
/** Lets time pass until the request is over, and answers the parts of its reply. */
async function parts(): Promise<readonly AnyResponse[]> {
  for (let step = 0; step < 2_000 && (await request())?.state !== 'final'; step++) await clock.advance(20);
  const found: AnyResponse[] = [];
  for (let n = 1; ; n++) {
    const reply = await statusOf('read-1', n);
    if (reply.Reply.Result === 'FAILED' && gist(reply).codes[0] === '2.15') return found;
    found.push(reply);
  }
}
const partOf = ({ Header }: AnyResponse) => Header.Property?.map(({ Name, Value }) => `${Name} ${Value}`);

describe('a read that is answered later', () => {
  test('is acknowledged at once, reads all meters by one job, and answers in one part', async () => {
    const ack = await bench.ask(
      later(readingOf({ EndDevice: meters(3), ReadingType: [aType(interval)], ...during(hourBefore) })),
    );
    expect(gist(ack)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(jobs).toEqual([]);
    const [reply, ...others] = await parts();
    expect(others).toEqual([]);
    expect(gist(reply!)).toMatchObject({ result: 'OK', codes: ['0.0'] });
    expect(reply?.Header).toMatchObject({ CorrelationID: 'read-1' });
    expect(partOf(reply!)).toBeUndefined();
    expect(readingsIn(reply!).map((one) => stampsIn(one).length)).toEqual([4, 4, 4]);
    expect(jobs.map(({ devices, period }) => [devices.length, period])).toEqual([
      [3, { start: Date.parse(hourBefore.start), end: Date.parse(hourBefore.end) }],
    ]);
    expect(bench.ports.jobTroubles).toEqual([]);
  });

  test('reads only what the store does not have', async () => {
    await bench.ask(readingOf({ EndDevice: meters(1), ReadingType: [aType(interval)], ...during(hourBefore) }));
    await bench.ask(later(readingOf({ EndDevice: meters(3), ReadingType: [aType(interval)], ...during(hourBefore) })));
    const [reply] = await parts();
    expect(readingsIn(reply!)).toHaveLength(3);
    expect(jobs.map(({ devices }) => devices.length)).toEqual([1, 2]);
  });

  test('comes in parts of a size that is known beforehand', async () => {
    await bench.close();
    await start({ partSize: 15_000 });
    const EndDevice = [...meters(25), aMeter('NOBODY')];
    const ack = await bench.ask(later(readingOf({ EndDevice, ReadingType: [aType(interval)], ...during(hourBefore) })));
    expect(gist(ack)).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '2.4'] });
    const replies = await parts();
    expect(replies.map(partOf)).toEqual([['Part 1/3'], ['Part 2/3'], ['Part 3/3']]);
    expect(replies.map((one) => gist(one).codes)).toEqual([['0.1'], ['0.1'], ['0.2', '2.4']]);
    expect(gist(replies[2]!).details).toEqual([
      '25 of 26 meters answered; nothing more follows',
      expect.stringMatching(/^GetMeterReadings\.EndDevice\[25\]: no meter is named NOBODY/),
    ]);
    const named = replies.flatMap(readingsIn).map(({ Meter }) => Meter?.mRID);
    expect(new Set(named).size).toBe(25);
    expect(named).toHaveLength(25);
    for (const reply of replies)
      expect(bench.ports.encoder.response('MeterReadings', reply).xml.length).toBeLessThan(15_000);
  });

  test('tells 4.1 of each meter that is silent until the deadline', async () => {
    headEnd.setReachable('SIM-000002', false);
    const deadline = { Option: [{ name: 'Deadline', value: 'PT1M' }] };
    await bench.ask(later(readingOf({ EndDevice: meters(3) }, deadline)));
    await clock.advance(50_000);
    expect(gist(await statusOf())).toMatchObject({ result: 'PARTIAL', codes: ['0.1', '0.1', '0.1', '0.1'] });
    const [reply] = await parts();
    expect(gist(reply!)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '4.1'] });
    expect(gist(reply!).details[0]).toBe('2 of 3 meters answered; nothing more follows');
    expect(reply?.Reply.Error?.[1]).toMatchObject({ ID: { text: 'SIM-000002' } });
    const [, second] = await bench.ports.store.tasks((await request())!.id);
    expect(second).toMatchObject({ state: 'expired', outcome: { codes: ['4.1'] } });
  });

  test('is answered from what is stored when its deadline has passed while nobody served it', async () => {
    await bench.ask(readingOf({ EndDevice: meters(1), ReadingType: [aType(interval)], ...during(hourBefore) }));
    await bench.ports.jobs.stop();
    await bench.ask(later(readingOf({ EndDevice: meters(2), ReadingType: [aType(interval)], ...during(hourBefore) })));
    await clock.advance(3_600_000);
    bench.ports.jobs.start(() => {});
    const [reply] = await parts();
    expect(gist(reply!).codes).toEqual(['0.2', '4.1']);
    expect(readingsIn(reply!)).toHaveLength(1);
  });

  test('waits for a period that ends in the future', async () => {
    const period = { start: '2026-11-22T12:00:00Z', end: '2026-11-22T14:00:00Z' };
    const ack = await bench.ask(
      later(readingOf({ EndDevice: meters(2), ReadingType: [aType(interval)], ...during(period) })),
    );
    expect(gist(ack)).toMatchObject({ codes: ['0.3'] });
    const due = Date.parse(period.end);
    expect(await request()).toMatchObject({ due, deadline: due + 1_800_000 });
    expect((await bench.ports.store.tasks((await request())!.id)).map(({ state }) => state)).toEqual([
      'waiting',
      'waiting',
    ]);
    await clock.advance(7_198_000);
    expect(jobs).toEqual([]);
    const [reply] = await parts();
    expect(gist(reply!).result).toBe('OK');
    expect(readingsIn(reply!).map((one) => stampsIn(one).at(-1))).toEqual([period.end, period.end]);
  });

  test('says of a type that nobody measures that it is missing, and answers the others', async () => {
    const strange = '0.0.7.4.1.7.58.0.0.0.0.0.0.0.0.0.42.0';
    await bench.ask(later(readingOf({ EndDevice: meters(2), ReadingType: [aType(register), aType(strange)] })));
    const [reply] = await parts();
    expect(gist(reply!)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.10'] });
    expect(gist(reply!).details[0]).toBe('0 of 2 meters answered, 2 in part; nothing more follows');
  });

  test('fails when there is nothing of any meter', async () => {
    await bench.ask(later(readingOf({ EndDevice: meters(2) }, source('stored'))));
    const [reply] = await parts();
    expect(gist(reply!)).toMatchObject({ result: 'FAILED', codes: ['5.7', '5.7'] });
    expect(jobs).toEqual([]);
  });

  test.each([
    ['all meters are unknown', { EndDevice: [aMeter('NOBODY'), aMeter('NEITHER')] }, {}, ['2.4', '2.4']],
    ['no reading type is one', { EndDevice: meters(1), ReadingType: [aType('1.2.3')] }, {}, ['2.6']],
    ['the source is unknown', { EndDevice: meters(1) }, source('moon'), ['2.14']],
    ['the period ends in years', { EndDevice: meters(1) }, { EndTime: '2036-01-01T00:00:00Z' }, ['5.2']],
    ['the deadline is none', { EndDevice: meters(1) }, { Option: [{ name: 'Deadline', value: 'soon' }] }, ['5.2']],
    [
      'the deadline is past',
      { EndDevice: meters(1) },
      { Option: [{ name: 'deadline', value: hourBefore.end }] },
      ['5.2'],
    ],
  ])('is refused at once when %s', async (_, profile, options, codes) => {
    expect(gist(await bench.ask(later(readingOf(profile, options))))).toMatchObject({ result: 'FAILED', codes });
    expect(await request()).toBeUndefined();
  });

  test('a chunk that comes again after a crash is answered once', async () => {
    await bench.close();
    await start({ partSize: 15_000 });
    await bench.ask(later(readingOf({ EndDevice: meters(25), ReadingType: [aType(interval)], ...during(hourBefore) })));
    const id = (await request())!.id;
    const again = [0, 1, 2].map((chunk) => ({
      queue: 'reads',
      key: `again ${chunk}`,
      due: clock.now(),
      data: { request: id, chunk },
    }));
    await bench.ports.store.write({ jobs: again });
    const replies = await parts();
    expect(replies.map(partOf)).toEqual([['Part 1/3'], ['Part 2/3'], ['Part 3/3']]);
    expect(new Set(replies.flatMap(readingsIn).map(({ Meter }) => Meter?.mRID)).size).toBe(25);
    await bench.ports.store.write({ jobs: again });
    await clock.advance(1_000);
    expect(await parts()).toHaveLength(3);
    expect(bench.ports.jobTroubles).toEqual([]);
  });

  test('a stop while meters are being read answers nothing wrong: the chunk is read again after it', async () => {
    headEnd.setReachable('SIM-000002', false);
    await bench.ask(later(readingOf({ EndDevice: meters(2) })));
    await clock.advance(10_000);
    await Promise.all([bench.ports.jobs.stop(), bench.desk.stop()]);
    expect((await request())?.state).toBe('open');
    headEnd.setReachable('SIM-000002', true);
    await bench.desk.start();
    bench.ports.jobs.start(() => {});
    const [reply] = await parts();
    expect(gist(reply!)).toMatchObject({ result: 'OK', codes: ['0.0'] });
  });

  test('asks again for what the head end cannot take now, and only for that', async () => {
    let refusals = 2;
    const submit = headEnd.submit.bind(headEnd);
    headEnd.submit = (job: Job) => {
      if (refusals-- > 0) throw new HeadEndRefusal({ code: '5.1', details: 'come later' }, true);
      return submit(job);
    };
    await bench.ask(later(readingOf({ EndDevice: meters(2) })));
    await clock.advance(5_000);
    await clock.advance(10_500);
    const [reply] = await parts();
    expect(gist(reply!)).toMatchObject({ result: 'OK' });
    expect(jobs).toHaveLength(1);
  });

  test('says that the head end was too busy when it was so until the deadline', async () => {
    headEnd.submit = () => {
      throw new HeadEndRefusal({ code: '5.1', details: 'come later' }, true);
    };
    await bench.ask(later(readingOf({ EndDevice: meters(1) }, { Option: [{ name: 'Deadline', value: 'PT20S' }] })));
    await clock.advance(5_000);
    const [reply] = await parts();
    expect(gist(reply!)).toMatchObject({ result: 'FAILED', codes: ['5.1'] });
  });
});
