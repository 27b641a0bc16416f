import { simulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import { eventObject } from '../../../../src/services/reported.js';
import { aMessage, aMeter, gist } from '../../../support/builders.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from './bench.js';
import { aType, during, hourBefore, readingOf, readingsIn, register, source, stampsIn } from './messages.js';

let bench: Bench;
const Meter = aMeter('SIM-000001');
const event = (ref: string, createdDateTime: string) => ({ createdDateTime, EndDeviceEventType: { ref } });
const reading = (timeStamp: string) => ({ timeStamp, value: '7', ReadingType: { ref: register } });

beforeEach(async () => {
  const clock = virtualClock();
  bench = await aBench((time) => simulatedHeadEnd({ meters: 3, seed: 1, clock: time }), clock);
  const MeterReading = [
    {
      Meter,
      Readings: [reading('2026-11-22T11:10:00Z')],
      EndDeviceEvents: [
        event('3.26.0.85', '2026-11-22T11:05:00Z'),
        event('3.21.1.13', '2026-11-22T11:06:00Z'),
        event('3.26.0.216', '2026-11-22T12:30:00Z'),
      ],
    },
    { Meter, isCoincidentTrigger: 'true', Readings: [reading('2026-11-22T11:20:00Z')] },
  ];
  await bench.ask(aMessage('CreatedMeterReadings').with({ MeterReading }));
});
afterEach(() => bench.close());

const asking = (MeterReadings: Readonly<Record<string, unknown>>, profile: Readonly<Record<string, unknown>> = {}) =>
  bench.ask(
    readingOf(
      { EndDevice: [Meter], ReadingType: [aType(register)], ...during(hourBefore), MeterReadings, ...profile },
      source('stored'),
    ),
  );
const types = { EndDeviceEventType: {} };
const mask = (mRID: string) => ({ EndDeviceEventType: { mRID } });

test('events of the period go along with the readings of their meter', async () => {
  const reply = await asking({ EndDeviceEvents: types });
  expect(gist(reply).result).toBe('OK');
  const [first, second] = readingsIn(reply);
  expect(first?.EndDeviceEvents?.map(({ EndDeviceEventType }) => EndDeviceEventType.ref)).toEqual([
    '3.26.0.85',
    '3.21.1.13',
  ]);
  expect(second?.EndDeviceEvents).toBeUndefined();
});

test('tens of thousands of events of a meter are found at a good speed', async () => {
  const count = 40_000;
  const objects = Array.from({ length: count }, (_, at) => {
    const time = new Date(Date.parse(hourBefore.start) + at * 50 + 1).toISOString();
    return eventObject({ ...event('3.26.0.216', time), Assets: Meter }, String(at));
  });
  await bench.ports.store.transaction((tx) => tx.insert(objects, { at: '2026-11-22T12:00:00Z' }));
  const started = performance.now();
  const [first] = readingsIn(await asking({ EndDeviceEvents: mask('3.26.0.216') }));
  expect(first?.EndDeviceEvents).toHaveLength(count);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('events may be chosen by a mask of their types', async () => {
  const [first] = readingsIn(await asking({ EndDeviceEvents: mask('3.26.*.*') }));
  expect(first?.EndDeviceEvents).toMatchObject([{ EndDeviceEventType: { ref: '3.26.0.85' } }]);
});

test('events come also where there are no readings, which is said', async () => {
  const none = { ReadingType: [aType('0.0.0.1.19.1.12.0.0.0.0.0.0.0.0.3.72.0')] };
  const reply = await asking({ EndDeviceEvents: mask('3.26.*.*') }, none);
  expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '5.5'] });
  expect(readingsIn(reply)).toMatchObject([{ EndDeviceEvents: [{}], Meter }]);
});

test.each<[string, readonly string[]]>([
  ['true', ['2026-11-22T11:20:00Z']],
  ['false', ['2026-11-22T11:10:00Z']],
])('values taken at a trigger are chosen, or left out: %s', async (isCoincidentTrigger, stamps) => {
  expect(readingsIn(await asking({ isCoincidentTrigger })).flatMap(stampsIn)).toEqual(stamps);
});

test.each([
  ['a type that is none', { EndDeviceEvents: mask('3.26') }, {}],
  ['no period', { EndDeviceEvents: types }, { TimeSchedule: undefined }],
])('events of %s are refused', async (_, wanted, profile) => {
  expect(gist(await asking(wanted, profile))).toMatchObject({ result: 'FAILED', codes: ['5.2'] });
});
