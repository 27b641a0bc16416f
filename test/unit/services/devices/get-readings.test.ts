import { simulatedHeadEnd, type SimulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import type { MeterReading } from '../../../../src/generated/MeterReadings.js';
import type { Job } from '../../../../src/ports/head-end.js';
import type { JsonObject } from '../../../../src/ports/object-store.js';
import { instantOf } from '../../../../src/services/instant.js';
import type { ServiceSettings } from '../../../../src/services/noun-row.js';
import { aMessage, aMeter, aName, gist, named } from '../../../support/builders.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from './bench.js';
import {
  aType,
  during,
  hourBefore,
  interval,
  readingOf,
  readingsIn,
  register,
  source,
  stampsIn,
  strange,
} from './messages.js';

describe('reading simulated meters', () => {
  let clock: VirtualClock;
  let headEnd: SimulatedHeadEnd;
  let bench: Bench;
  let jobs: Job[];
  const start = async (settings: Partial<ServiceSettings> = {}): Promise<void> => {
    clock = virtualClock();
    jobs = [];
    const make = (time: VirtualClock) => {
      headEnd = simulatedHeadEnd({ meters: 5, seed: 1, clock: time });
      const submit = headEnd.submit.bind(headEnd);
      return Object.assign(headEnd, { submit: (job: Job) => (jobs.push(job), submit(job)) });
    };
    bench = await aBench(make, clock, settings);
  };
  beforeEach(() => start());
  afterEach(() => bench.close());

  const one = { EndDevice: [aMeter('SIM-000001')] };
  const hourOfIntervals = { ...one, ReadingType: [aType(interval)], ...during(hourBefore) };

  test('reads the intervals of an hour, stores them, and answers the next time from the store', async () => {
    const reply = await bench.ask(readingOf(hourOfIntervals));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0'] });
    const [reading, ...others] = readingsIn(reply);
    expect(others).toEqual([]);
    expect(reading).toEqual({
      IntervalBlocks: [
        {
          IntervalReadings: ['11:15', '11:30', '11:45', '12:00'].map((time) => ({
            timeStamp: `2026-11-22T${time}:00Z`,
            value: expect.stringMatching(/^\d+\.\d{3}$/) as string,
            ReadingQualities: [{ ReadingQualityType: { ref: '2.0.0' } }],
          })),
          ReadingType: { ref: interval },
        },
      ],
      Meter: { mRID: headEnd.meter('SIM-000001')?.mRID, ...aMeter('SIM-000001') },
    });
    expect(jobs).toHaveLength(1);
    expect(await bench.ask(readingOf(hourOfIntervals)).then(readingsIn)).toEqual([reading]);
    expect(jobs).toHaveLength(1);
  });

  test('reads only the holes', async () => {
    await bench.ask(readingOf({ ...hourOfIntervals, ...during({ ...hourBefore, end: '2026-11-22T11:30:00Z' }) }));
    const reply = await bench.ask(readingOf(hourOfIntervals));
    expect(stampsIn(readingsIn(reply)[0] as MeterReading)).toHaveLength(4);
    expect(jobs.map((job) => job.kind === 'read' && job.period)).toEqual([
      { start: Date.parse('2026-11-22T11:00:00Z'), end: Date.parse('2026-11-22T11:30:00Z') },
      { start: Date.parse('2026-11-22T11:30:00Z'), end: Date.parse('2026-11-22T12:00:00Z') },
    ]);
  });

  test('reads the present values of all types when neither type nor period is asked for', async () => {
    const reply = await bench.ask(readingOf(one));
    expect(gist(reply).result).toBe('OK');
    const [reading] = readingsIn(reply);
    const types = [...(reading?.IntervalBlocks ?? []), ...(reading?.Readings ?? [])].map(
      ({ ReadingType }) => ReadingType.ref,
    );
    expect(types.sort()).toEqual([...headEnd.capabilities().readingTypes].sort());
    expect(
      await bench.ports.store.readings({ meters: [headEnd.meter('SIM-000001')?.mRID ?? ''], limit: 10 }),
    ).toHaveLength(5);
  });

  test('answers the newest stored values when only stored ones are wanted', async () => {
    await bench.ask(readingOf({ ...hourOfIntervals, ReadingType: [aType(interval), aType(register)] }));
    const reply = await bench.ask(readingOf(one, source('stored')));
    expect(readingsIn(reply).map(stampsIn)).toEqual([['2026-11-22T12:00:00Z']]);
    expect(gist(await bench.ask(readingOf({ EndDevice: [aMeter('SIM-000002')] }, source('stored')))).codes).toEqual([
      '5.7',
    ]);
    expect(jobs).toHaveLength(1);
  });

  test('of what is stored answers the newest value of each type, however old, and however many came before', async () => {
    await bench.close();
    await start({ answerReadings: 3 });
    const meter = headEnd.meter('SIM-000001')?.mRID ?? '';
    const row = (readingType: string, timeStamp: string) => ({
      ...{ meter, readingType, timeStamp, instant: instantOf(timeStamp) ?? 0 },
      ...{ value: '1', shape: 'reading' as const },
    });
    const today = ['09', '10', '11', '12'].map((hour) => row(interval, `2026-11-22T${hour}:00:00Z`));
    const rows = [row(register, '2023-01-01T00:00:00Z'), row(register, '2026-11-01T00:00:00Z'), ...today];
    await bench.ports.store.transaction((tx) => tx.putReadings(rows, { keepFormer: false }));
    const newest = [['2026-11-01T00:00:00Z', '2026-11-22T12:00:00Z']];
    for (const ReadingType of [undefined, [aType(interval), aType(register)]]) {
      const reply = await bench.ask(readingOf({ ...one, ReadingType }, source('stored')));
      expect(gist(reply)).toMatchObject({ result: 'OK' });
      expect(readingsIn(reply).map(stampsIn)).toEqual(newest);
    }
    const ReadingType = [aType(interval), aType(strange)];
    const partly = await bench.ask(readingOf({ ...one, ReadingType }, source('stored')));
    expect(gist(partly)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '5.5'] });
    expect(readingsIn(partly).map(stampsIn)).toEqual([['2026-11-22T12:00:00Z']]);
  });

  test('of stored values alone, says which types are not stored at all, and 5.7 of those stored at other times only', async () => {
    await bench.ask(readingOf(hourOfIntervals));
    const both = { ReadingType: [aType(interval), aType(register)] };
    const partial = await bench.ask(readingOf({ ...hourOfIntervals, ...both }, source('stored')));
    expect(gist(partial)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '5.5'] });
    expect(partial.Reply.Error?.[1]?.ID?.text).toBe(register);
    const meters = [aMeter('SIM-000001'), aMeter('SIM-000002')];
    const nothing = await bench.ask(readingOf({ EndDevice: meters, ReadingType: [aType(register)] }, source('stored')));
    expect(gist(nothing)).toMatchObject({ result: 'FAILED', codes: ['5.5'] });
    expect(gist(nothing).details[0]).toMatch(/of SIM-000001, SIM-000002 no value of this is stored/);
    const earlier = during({ start: '2026-11-01T00:00:00Z', end: '2026-11-01T01:00:00Z' });
    const elsewhere = await bench.ask(readingOf({ ...hourOfIntervals, ...earlier }, source('stored')));
    expect(gist(elsewhere)).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
  });

  test('reads all of the period again when the head end is wanted', async () => {
    await bench.ask(readingOf(hourOfIntervals));
    const reply = await bench.ask(readingOf(hourOfIntervals, source('Head end')));
    expect(stampsIn(readingsIn(reply)[0] as MeterReading)).toHaveLength(4);
    expect(jobs).toHaveLength(2);
  });

  test('tells apart the meters that answered and those that do not exist', async () => {
    const EndDevice = [aMeter('SIM-000001'), aMeter('NO-SUCH-METER')];
    const reply = await bench.ask(readingOf({ ...hourOfIntervals, EndDevice }));
    expect(reply.Reply).toMatchObject({
      Result: 'PARTIAL',
      Error: [
        { code: '0.2', details: '1 of 2 meters answered; nothing more follows' },
        {
          code: '2.4',
          details: expect.stringMatching(
            /^GetMeterReadings\.EndDevice\[1\]: no meter is named NO-SUCH-METER/,
          ) as string,
          ID: { text: 'NO-SUCH-METER', kind: 'name', idType: 'MeterName', objectType: 'Meter' },
        },
      ],
    });
    expect(readingsIn(reply)).toHaveLength(1);
  });

  test('finds meters by usage point, by group, and by MeterReadings, each meter once', async () => {
    const point = { UsagePoint: [named('UP-000002')] };
    const reply = await bench.ask(readingOf({ ...hourOfIntervals, EndDevice: undefined, ...point }));
    expect(readingsIn(reply)).toMatchObject([
      { Meter: { Names: [aName('SIM-000002', 'MeterName')] }, ...{ UsagePoint: named('UP-000002') } },
    ]);
    const group = { mRID: 'group', EndDevices: [aMeter('SIM-000002')] };
    await bench.ask(aMessage('CreateEndDeviceGroups').with({ EndDeviceGroup: [{ ...group, Names: [aName('ALL')] }] }));
    const MeterReadings = { Meter: aMeter('SIM-000002') };
    const all = await bench.ask(
      readingOf({ ...hourOfIntervals, EndDevice: undefined, ...point, EndDeviceGroup: [named('ALL')], MeterReadings }),
    );
    expect(gist(all).result).toBe('OK');
    expect(readingsIn(all)).toHaveLength(1);
    expect(jobs).toHaveLength(1);
  });

  test('answers several meters from the store, and says of those to be read that they need the asynchronous form', async () => {
    const EndDevice = [aMeter('SIM-000001'), aMeter('SIM-000002'), aMeter('SIM-000003')];
    for (const device of EndDevice.slice(0, 1)) await bench.ask(readingOf({ ...hourOfIntervals, EndDevice: [device] }));
    const reply = await bench.ask(readingOf({ ...hourOfIntervals, EndDevice }));
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '3.1', '3.1'] });
    expect(gist(reply).details[1]).toContain('needs AsyncReplyFlag');
    expect(readingsIn(reply)).toHaveLength(1);
    for (const device of EndDevice.slice(1)) await bench.ask(readingOf({ ...hourOfIntervals, EndDevice: [device] }));
    const complete = await bench.ask(readingOf({ ...hourOfIntervals, EndDevice }));
    expect(gist(complete).result).toBe('OK');
    expect(readingsIn(complete)).toHaveLength(3);
    expect(jobs).toHaveLength(3);
  });

  test('says which reading types are malformed and which are not measured, and reads the others', async () => {
    const ReadingType = [aType('1.2.3'), aType(interval), { Names: [aName(strange)] }];
    const reply = await bench.ask(readingOf({ ...hourOfIntervals, ReadingType }));
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.6', '2.10'] });
    expect(gist(reply).details.slice(1).map((text) => text?.split(': ')[0])).toEqual([
      'GetMeterReadings.ReadingType[0]',
      'GetMeterReadings.ReadingType[2]',
    ]); // prettier-ignore
    expect(readingsIn(reply)).toHaveLength(1);
    expect(gist(await bench.ask(readingOf({ ...one, ReadingType: [aType('x')] })))).toMatchObject({
      result: 'FAILED',
      codes: ['2.6'],
    });
    expect(gist(await bench.ask(readingOf({ ...one, ReadingType: [aType(strange)] })))).toMatchObject({
      result: 'FAILED',
      codes: ['2.10'],
    });
  });

  test('gives what is stored of a meter that does not answer, and says that the rest is missing', async () => {
    await bench.ask(readingOf({ ...hourOfIntervals, ...during({ ...hourBefore, end: '2026-11-22T11:30:00Z' }) }));
    headEnd.setReachable('SIM-000001', false);
    const reply = await bench.ask(readingOf(hourOfIntervals));
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '4.1'] });
    expect(gist(reply).details[0]).toContain('0 of 1 meters answered, 1 in part');
    expect(stampsIn(readingsIn(reply)[0] as MeterReading)).toHaveLength(2);
    expect(gist(await bench.ask(readingOf(one)))).toMatchObject({ result: 'FAILED', codes: ['4.1'] });
  });

  test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, string]>([
    ['nobody is named', {}, {}, '1.6'],
    ['the source is unknown', one, source('crystal ball'), '2.14'],
    [
      'the end is not after the start',
      { ...one, ...during({ start: hourBefore.end, end: hourBefore.start }) },
      {},
      '5.2',
    ],
    ['the period lies in the future', { ...one, ...during({ start: '2030-01-01T00:00:00Z' }) }, {}, '5.7'],
    [
      'schedule and time span have nothing in common',
      { ...one, ...during(hourBefore) },
      { EndTime: hourBefore.start },
      '5.7',
    ],
    ['the period ends in the future', one, { EndTime: '2030-01-01T00:00:00Z' }, '5.2'],
    ['readings are chosen by transformer', { ...one, TransformerTank: [named('T')] }, {}, '5.2'],
    ['readings are named by an ID', one, { ID: ['4711'] }, '2.15'],
    ['the usage point is unknown', { UsagePoint: [named('NOWHERE')] }, {}, '2.12'],
  ])('refuses the request when %s', async (_, profile, request, code) => {
    expect(gist(await bench.ask(readingOf(profile, request)))).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(jobs).toEqual([]);
  });

  test('takes no end as up to now, and the time span of the request as a period', async () => {
    const profile = { ...hourOfIntervals, TimeSchedule: undefined };
    const request = { StartTime: '2026-11-22T12:30:00+01:00' };
    const reply = await bench.ask(readingOf(profile, request));
    expect(stampsIn(readingsIn(reply)[0] as MeterReading)).toEqual(['2026-11-22T11:45:00Z', '2026-11-22T12:00:00Z']);
  });

  test('refuses more readings than an answer holds', async () => {
    await bench.close();
    await start({ answerReadings: 3 });
    expect(gist(await bench.ask(readingOf(hourOfIntervals)))).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
    expect(gist(await bench.ask(readingOf(hourOfIntervals, source('stored'))))).toMatchObject({
      result: 'FAILED',
      codes: ['3.1'],
    });
  });

  test('chooses stored values by quality, reason and source', async () => {
    const meter = headEnd.meter('SIM-000001')?.mRID ?? '';
    const row = (timeStamp: string, rest: JsonObject) => ({
      meter,
      readingType: register,
      timeStamp,
      instant: instantOf(timeStamp) ?? 0,
      value: '1',
      shape: 'reading' as const,
      rest,
    });
    await bench.ports.store.transaction((tx) =>
      tx.putReadings(
        [
          row('2026-11-22T11:10:00Z', {
            reason: 'billing',
            ReadingQualities: [{ ReadingQualityType: { ref: '3.7.0' } }],
          }),
          row('2026-11-22T11:20:00Z', { reason: 'inquiry', source: 'clerk' }),
        ],
        { keepFormer: false },
      ),
    );
    const ask = async (choice: Readonly<Record<string, unknown>>) => {
      const profile = { ...one, ReadingType: [aType(register)], ...during(hourBefore), ...choice };
      return readingsIn(await bench.ask(readingOf(profile, source('stored')))).flatMap(({ Readings = [] }) => Readings);
    };
    expect(await ask({ ReadingQuality: [{ ReadingQualityType: { mRID: '3.7.0' } }] })).toMatchObject([
      { reason: 'billing' },
    ]);
    expect(await ask({ Reading: [{ reason: 'inquiry' }] })).toMatchObject([{ source: 'clerk' }]);
    expect(await ask({ Reading: [{ reason: 'inquiry' }, { reason: 'billing' }] })).toHaveLength(2);
  });
});
