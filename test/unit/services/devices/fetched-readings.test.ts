/** Readings that are fetched for a request go to subscribers too, and only those that were not known. */
import { simulatedHeadEnd, type SimulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import type { Delivery } from '../../../../src/ports/outbox.js';
import type { SubscriptionSettings } from '../../../../src/config/registrations.js';
import { wrapBody } from '../../../../src/soap/envelope.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../../support/builders.js';
import { checkSent } from '../../../support/sent-check.js';
import { aSubscription, outbox } from '../../../support/subscribing.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from './bench.js';
import { aType, during, hourBefore, interval, readingOf, readingsIn, register, source } from './messages.js';

let clock: VirtualClock;
let headEnd: SimulatedHeadEnd;
let bench: Bench;

const toReadings = (more: Partial<SubscriptionSettings> = {}): SubscriptionSettings =>
  aSubscription({}, { noun: 'MeterReadings', ...more });
const start = async (...subscriptions: readonly SubscriptionSettings[]): Promise<void> => {
  clock = virtualClock();
  const make = (time: VirtualClock) => (headEnd = simulatedHeadEnd({ meters: 5, seed: 1, clock: time }));
  bench = await aBench(make, clock, {}, subscriptions);
};
afterEach(() => bench.close());

const meters = (...numbers: readonly number[]) => numbers.map((number) => aMeter(`SIM-00000${number}`));
const hour = (...numbers: readonly number[]) => ({
  EndDevice: meters(...numbers),
  ReadingType: [aType(interval)],
  ...during(hourBefore),
});
const now = (message: MessageBuilder, CorrelationID = 'read-1') => message.header({ CorrelationID });
const later = (message: MessageBuilder, ReplyAddress: string) =>
  now(message).header({ AsyncReplyFlag: 'true', ReplyAddress });
const over = async (): Promise<void> => {
  const open = async () => (await bench.ports.store.requestsByCorrelation('', 'read-1'))[0]?.state !== 'final';
  for (let step = 0; step < 2_000 && (await open()); step++) await clock.advance(20);
};
const told = async (endpoint = 'hub'): Promise<readonly Delivery[]> =>
  (await outbox(bench.ports.store, endpoint)).filter(({ action }) => action.endsWith('/CreatedMeterReadings'));
const values = ({ xml }: Delivery): readonly string[] =>
  [...xml.matchAll(/<obj:timeStamp>([^<]*)<\/obj:timeStamp>\s*<obj:value>([^<]*)</g)].map(
    ([, at, value]) => `${at} ${value}`,
  );

describe('what a request fetches from a head end', () => {
  test('is told to subscribers as created MeterReadings of that request, and answered to who has asked', async () => {
    await start(toReadings());
    const reply = await bench.ask(now(readingOf(hour(1))));
    const [message, ...others] = await told();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ noun: 'MeterReadings', correlationId: 'read-1' });
    expect(checkSent(wrapBody('1.1', message!.xml))).toBe('CreatedMeterReadings');
    expect(message!.xml).toContain('<msg:CorrelationID>read-1</msg:CorrelationID>');
    expect(message!.xml).toContain('<obj:name>SIM-000001</obj:name>');
    const answered = readingsIn(reply)[0]?.IntervalBlocks?.[0]?.IntervalReadings;
    expect(values(message!)).toEqual(answered?.map(({ timeStamp, value }) => `${timeStamp} ${value}`));
  });

  test.each<[string, () => MessageBuilder, number]>([
    ['read again from the head end', () => readingOf(hour(1), source('headEnd')), 1],
    ['answered from the store', () => readingOf(hour(1)), 1],
    [
      'read again over a longer period: only what is new of it',
      () => readingOf({ ...hour(1), ...during({ ...hourBefore, start: '2026-11-22T10:30:00Z' }) }, source('headEnd')),
      2,
    ],
  ])('is told once: %s', async (_, again, messages) => {
    await start(toReadings());
    await bench.ask(now(readingOf(hour(1))));
    await bench.ask(now(again(), 'read-2'));
    const all = await told();
    expect(all.map(({ correlationId }) => correlationId)).toEqual(['read-1', 'read-2'].slice(0, messages));
    const stamps = all.flatMap(values);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(stamps).toHaveLength(messages === 1 ? 4 : 6);
  });

  test('goes by the filter of each subscription', async () => {
    const one = aSubscription({ devices: ['SIM-000002'] }, { noun: 'MeterReadings', endpoint: 'mdm' });
    await start(toReadings({ endpoint: 'hub' }), one);
    await bench.ask(later(readingOf(hour(1, 2, 3)), 'poll'));
    await over();
    expect((await told('hub')).flatMap(values)).toHaveLength(12);
    const forOne = await told('mdm');
    expect(forOne.flatMap(values)).toHaveLength(4);
    expect(forOne.map(({ xml }) => /<obj:name>(SIM-\d+)</.exec(xml)?.[1])).toEqual(['SIM-000002']);
  });

  test('is not told once more to the endpoint that gets it as its reply', async () => {
    await start(toReadings({ endpoint: 'hub' }), toReadings({ endpoint: 'mdm' }));
    await bench.ask(later(readingOf(hour(1, 2)), 'mdm'));
    await over();
    expect((await told('hub')).flatMap(values)).toHaveLength(8);
    expect((await outbox(bench.ports.store, 'mdm')).map(({ action }) => action.split('/').at(-1))).toEqual([
      'MeterReadingsResponseMessage',
    ]);
  });

  test('is told by a schedule under the correlation id of the run', async () => {
    await start(toReadings());
    const schedule = {
      EndDevice: meters(1),
      ReadingType: [aType(interval)],
      TimeSchedule: [{ scheduleInterval: { start: '2026-11-22T13:00:00Z' } }],
    };
    const made = await bench.ask(aMessage('CreateMeterReadSchedule').with(schedule));
    expect(gist(made).result).toBe('OK');
    for (let minute = 0; minute < 62; minute++) {
      await clock.advance(60_000);
      await bench.until(bench.ports.jobs.idle());
    }
    const correlations = (await told()).map(({ correlationId }) => correlationId);
    expect(new Set(correlations)).toEqual(new Set([expect.stringMatching(/\/2026-11-22T13:00:00.000Z$/)]));
  });

  test('reads that share a transaction keep their correlations apart', async () => {
    await start(toReadings());
    const asked = [1, 2, 3].map((meter) =>
      now(readingOf({ EndDevice: meters(meter), ReadingType: [aType(register)] }), `read-${meter}`),
    );
    await bench.until(Promise.all(asked.map((message) => message.to(bench.dispatch))));
    const pairs = (await told()).map(({ correlationId, xml }) => [
      correlationId,
      /<obj:name>(SIM-\d+)</.exec(xml)?.[1],
    ]);
    expect(pairs.sort()).toEqual([1, 2, 3].map((meter) => [`read-${meter}`, `SIM-00000${meter}`]));
  });

  test('costs no delivery when nobody has subscribed', async () => {
    await start(aSubscription());
    await bench.ask(now(readingOf(hour(1))));
    expect(await outbox(bench.ports.store)).toEqual([]);
    const meter = headEnd.meter('SIM-000001')!.mRID;
    expect(await bench.ports.store.readings({ meters: [meter], limit: 10 })).toHaveLength(4);
  });
});
