import type { MeterReading } from '../../../../src/generated/MeterReadings.js';
import { scriptedHeadEnd, anInstallation } from '../../../support/scripted-head-end.js';
import { aMessage, aMeter, gist, named, type MessageBuilder } from '../../../support/builders.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench, rootOf, type Bench } from './bench.js';

const interval = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

describe('readings that are reported', () => {
  let bench: Bench;
  beforeEach(async () => {
    const inventory = [anInstallation(1), anInstallation(2)];
    bench = await aBench(() => scriptedHeadEnd({ inventory }), virtualClock());
  });
  afterEach(() => bench.close());

  const telling = (...MeterReading: unknown[]): MessageBuilder =>
    aMessage('CreatedMeterReadings').with({ MeterReading });
  const rows = (meter = 'meter-1') => bench.ports.store.readings({ meters: [meter], limit: 100_000 });
  const block = (...values: readonly (readonly [string, string])[]) => ({
    IntervalReadings: values.map(([timeStamp, value]) => ({ timeStamp, value })),
    ReadingType: { ref: interval },
  });
  const aReading = (timeStamp: string | undefined, value: string, more: Readonly<Record<string, unknown>> = {}) => ({
    ...more,
    timeStamp,
    value,
    ReadingType: { ref: register },
  });
  const ofMeter = (more: Readonly<Record<string, unknown>>, name = 'M-1') => ({ Meter: aMeter(name), ...more });

  test('are stored as they came, and acknowledged', async () => {
    const reply = await bench.ask(
      telling(
        ofMeter({ IntervalBlocks: [block(['2026-11-22T01:15:00+01:00', '0.412'], ['2026-11-22T00:30:00Z', '0.398'])] }),
      ),
    );
    expect(gist(reply)).toEqual({ result: 'OK', codes: ['0.3'], details: [undefined] });
    expect(await rows()).toEqual([
      { meter: 'meter-1', readingType: interval, instant: 1_795_306_500_000_000, timeStamp: '2026-11-22T01:15:00+01:00', value: '0.412', shape: 'interval' },
      { meter: 'meter-1', readingType: interval, instant: 1_795_307_400_000_000, timeStamp: '2026-11-22T00:30:00Z', value: '0.398', shape: 'interval' },
    ]); // prettier-ignore
  });

  test('come back from a get with everything that came with them', async () => {
    const reading: MeterReading = {
      isCoincidentTrigger: 'true',
      IntervalBlocks: [
        {
          IntervalReadings: [
            {
              reportedDateTime: '2026-11-22T11:16:00Z',
              source: 'AMI',
              timeStamp: '2026-11-22T11:15:00Z',
              value: '12',
              ReadingQualities: [{ comment: 'looks odd', ReadingQualityType: { ref: '3.6.1' } }],
              timePeriod: { end: '2026-11-22T11:15:00Z' },
            },
          ],
          PendingCalculation: { multiplyBeforeAdd: 'true', offset: '1', ReadingType: { ref: register } },
          ReadingType: { ref: interval },
        },
      ],
      Readings: [
        { reason: 'billing', timeStamp: '2026-11-22T11:30:00Z', value: '4711.0', ReadingType: { ref: register } },
      ],
      Meter: aMeter('M-1'),
    };
    await bench.ask(telling(reading));
    const reply = await bench.ask(
      aMessage('GetMeterReadings')
        .with({ EndDevice: [aMeter('M-1')] })
        .request({ StartTime: '2026-11-22T11:00:00Z', Option: [{ name: 'Source', value: 'stored' }] }),
    );
    const answered = rootOf<{ MeterReading: MeterReading[] }>(reply, 'MeterReadings').MeterReading;
    expect(answered).toEqual([{ ...reading, Meter: { mRID: 'meter-1', ...aMeter('M-1') } }]);
  });

  test('change nothing when they are told again', async () => {
    const message = telling(ofMeter({ Readings: [aReading('2026-11-22T11:00:00Z', '1')] }));
    await bench.ask(message);
    expect(gist(await bench.ask(message)).result).toBe('OK');
    expect(await rows()).toHaveLength(1);
    expect(await bench.ports.store.formerReadings('meter-1', register, 1_795_345_200_000_000)).toEqual([]);
  });

  test.each(['CreatedMeterReadings', 'ChangedMeterReadings'])(
    'supersede by %s, and the former value is kept',
    async (name) => {
      await bench.ask(telling(ofMeter({ Readings: [aReading('2026-11-22T11:00:00Z', '1')] })));
      const MeterReading = [ofMeter({ Readings: [aReading('2026-11-22T12:00:00+01:00', '2')] })];
      expect(gist(await bench.ask(aMessage(name).with({ MeterReading })))).toMatchObject({
        result: 'OK',
        codes: ['0.3'],
      });
      const [row, ...others] = await rows();
      expect(others).toEqual([]);
      expect(row).toMatchObject({ value: '2', timeStamp: '2026-11-22T12:00:00+01:00' });
      const former = await bench.ports.store.formerReadings('meter-1', register, row?.instant ?? 0);
      expect(former).toMatchObject([{ value: '1', timeStamp: '2026-11-22T11:00:00Z' }]);
    },
  );

  test('of a usage point are those of its meter', async () => {
    const UsagePoint = named('P-2');
    await bench.ask(telling({ UsagePoint, Readings: [aReading('2026-11-22T11:00:00Z', '1')] }));
    expect(await rows('meter-2')).toHaveLength(1);
  });

  test('are stored beside those of which something is wrong, and each of these is named', async () => {
    const good = aReading('2026-11-22T11:00:00Z', '1');
    const reply = await bench.ask(
      telling(
        ofMeter({ Readings: [good, aReading(undefined, '2'), aReading('1066-10-14T09:00:00Z', '3')] }),
        ofMeter({ Readings: [good] }, 'NOBODY'),
        ofMeter({ IntervalBlocks: [{ ...block(['2026-11-22T11:15:00Z', '1']), ReadingType: { ref: 'kWh' } }] }),
        { Readings: [good] },
        { UsagePoint: named('NOWHERE'), Readings: [good] },
      ),
    );
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '5.8', '5.8', '2.4', '2.6', '1.7', '2.12'] });
    expect(gist(reply).details.slice(1).map((text) => text?.split(': ')[0])).toEqual([
      'MeterReadings.MeterReading[0].Readings[1]',
      'MeterReadings.MeterReading[0].Readings[2]',
      'MeterReadings.MeterReading[1].Meter',
      'MeterReadings.MeterReading[2].IntervalBlocks[0].ReadingType',
      'MeterReadings.MeterReading[3]',
      'MeterReadings.MeterReading[4].UsagePoint',
    ]); // prettier-ignore
    expect(reply.Reply.Error?.[3]?.ID).toMatchObject({ text: 'NOBODY', kind: 'name', objectType: 'Meter' });
    expect(await rows()).toHaveLength(1);
  });

  test('fail as a whole when none is good', async () => {
    const reply = await bench.ask(telling(ofMeter({ Readings: [aReading('2026-11-22T11:00:00Z', '1')] }, 'NOBODY')));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
  });

  test('bring events, which are kept once and can be asked for', async () => {
    const event = { createdDateTime: '2026-11-22T11:00:00Z', EndDeviceEventType: { ref: '3.26.0.85' } };
    const message = telling(ofMeter({ EndDeviceEvents: [event, { ...event, mRID: 'event-1' }] }));
    await bench.ask(message);
    await bench.ask(message);
    const reply = await bench.ask(aMessage('GetEndDeviceEvents').with({ Meter: [aMeter('M-1')] }));
    const { EndDeviceEvent } = rootOf<{ EndDeviceEvent: unknown[] }>(reply, 'EndDeviceEvents');
    const Assets = { mRID: 'meter-1', ...aMeter('M-1') };
    expect(EndDeviceEvent).toHaveLength(2);
    expect(EndDeviceEvent).toEqual(
      expect.arrayContaining([
        { ...event, Assets, mRID: expect.any(String) as string },
        { ...event, Assets, mRID: 'event-1' },
      ]),
    );
  });

  test('of a large message come in pieces and are stored together, or not at all', async () => {
    const piece = (at: number, name: string) => ({
      root: { MeterReading: [ofMeter({ Readings: [aReading(`2026-11-22T0${at}:00:00Z`, '1')] }, name)] },
      offsets: { MeterReading: at },
    });
    const first = telling(ofMeter({ Readings: [aReading('2026-11-22T00:00:00Z', '1')] }));
    const reply = await bench.ask(first.rest(piece(1, 'M-1'), piece(2, 'NOBODY'), piece(3, 'M-2')));
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.4'] });
    expect(gist(reply).details[1]).toContain('MeterReadings.MeterReading[2].Meter');
    expect(await rows()).toHaveLength(2);

    async function* breaking() {
      yield piece(4, 'M-1');
      await Promise.resolve();
      throw new Error('connection lost');
    }
    await expect(bench.ask(first.by({ rest: breaking() }))).rejects.toThrow('connection lost');
    expect(await rows()).toHaveLength(2);
  });

  test('of many intervals are stored at a good speed', async () => {
    const begin = Date.UTC(2026, 0, 1);
    const stamp = (at: number) => new Date(begin + at * 900_000).toISOString().replace('.000', '');
    const reading = (name: string) =>
      ofMeter(
        { IntervalBlocks: [block(...Array.from({ length: 20_000 }, (_, at) => [stamp(at), `${at}`] as const))] },
        name,
      );
    const message = telling(reading('M-1'), reading('M-2'));
    const started = performance.now();
    expect(gist(await bench.ask(message)).result).toBe('OK');
    const taken = performance.now() - started;
    expect(await rows('meter-2')).toHaveLength(20_000);
    expect(taken).toBeLessThan(10_000);
  });

  test.each(['CanceledMeterReadings', 'ClosedMeterReadings', 'DeletedMeterReadings', 'CreateMeterReadings'])(
    '%s makes no sense and is answered so',
    async (name) => {
      const MeterReading = [ofMeter({ Readings: [aReading('2026-11-22T11:00:00Z', '1')] })];
      const reply = await bench.ask(aMessage(name).with({ MeterReading }));
      expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.9'] });
    },
  );
});
