import { simulatedHeadEnd, type SimulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import type { ManagedRegistry } from '../../../../src/delivery/registry.js';
import type { Job, ReadJob } from '../../../../src/ports/head-end.js';
import type { ReadingRow } from '../../../../src/ports/object-store.js';
import type { StoredRequest } from '../../../../src/ports/requests.js';
import type { ServiceSettings } from '../../../../src/services/noun-row.js';
import { aMessage, gist, idsIn, type MessageBuilder } from '../../../support/builders.js';
import { anEndpoint } from '../../../support/subscribing.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, rootOf, type Bench } from './bench.js';
import { aType, interval, readingsIn, register, stampsIn } from './messages.js';

let clock: VirtualClock;
let headEnd: SimulatedHeadEnd;
let bench: Bench;
let jobs: ReadJob[];
const start = async (settings: Partial<ServiceSettings> = {}): Promise<void> => {
  clock = virtualClock(Date.UTC(2026, 10, 22, 12, 0, 1));
  jobs = [];
  bench = await aBench(
    (time) => {
      headEnd = simulatedHeadEnd({ meters: 5, seed: 1, clock: time });
      const submit = headEnd.submit.bind(headEnd);
      return Object.assign(headEnd, { submit: (job: Job) => (jobs.push(job as ReadJob), submit(job)) });
    },
    clock,
    settings,
  );
};
beforeEach(() => start());
afterEach(() => bench.close());

const device = (number: number) => ({ mRID: headEnd.meter(`SIM-00000${number}`)!.mRID });
const hourly = (more: Readonly<Record<string, unknown>> = {}) => ({
  EndDevice: [device(1), device(2)],
  ReadingType: [aType(interval), aType(register)],
  TimeSchedule: [{ scheduleInterval: { start: '2026-11-22T13:00:00Z' }, recurrencePattern: 'hourly' }],
  ...more,
});
const message = (verb: string, root: Readonly<Record<string, unknown>>, noun = 'MeterReadSchedule'): MessageBuilder =>
  aMessage(`${verb}${noun}`).header({ ReplyAddress: 'poll', MessageID: undefined }).with(root);
const requests = (): Promise<readonly StoredRequest[]> => bench.ports.store.requests({ limit: 50 });
/** Lets time pass in steps that leave the store time to work. */
async function pass(minutes: number): Promise<void> {
  for (let step = 0; step < minutes; step++) {
    await clock.advance(60_000);
    await bench.until(bench.ports.jobs.idle());
  }
}
const correlations = async () => (await requests()).map(({ correlationId }) => correlationId);
const resultOf = (correlation: string) =>
  bench.ask(
    aMessage('GetMeterReadings').request({ ID: [correlation], Option: [{ name: 'IDKind', value: 'transaction' }] }),
  );

describe('a read schedule', () => {
  test.each(['MeterReadSchedule', 'MeterReadSchedules'])(
    'in a message %s reads again and again, each run under a correlation id of its own',
    async (noun) => {
      const made = await bench.ask(message('Create', hourly(), noun));
      expect(gist(made).result).toBe('OK');
      const [mRID] = idsIn(made);
      await pass(58);
      expect(await requests()).toEqual([]);
      await pass(123);
      const [first, second, third] = ['13', '14', '15'].map((hour) => `${mRID}/2026-11-22T${hour}:00:00.000Z`);
      expect(await correlations()).toEqual([first, second, third]);
      const reply = await resultOf(second!);
      expect(gist(reply)).toMatchObject({ result: 'OK' });
      expect(reply.Header).toMatchObject({ Noun: 'MeterReadings', CorrelationID: second });
      // the intervals since the run before, and the register as it is
      expect(readingsIn(reply).map((one) => stampsIn(one).slice(0, 4))).toEqual(
        [1, 2].map(() => ['13:15', '13:30', '13:45', '14:00'].map((time) => `2026-11-22T${time}:00Z`)),
      );
      expect(readingsIn(reply).map((one) => one.Readings?.map(({ ReadingType }) => ReadingType.ref))).toEqual([
        [register],
        [register],
      ]);
      expect(bench.ports.jobTroubles).toEqual([]);
    },
  );

  test('is answered as it was made', async () => {
    const made = await bench.ask(message('Create', hourly()));
    const reply = await bench.ask(aMessage('GetMeterReadSchedule').request({ ID: idsIn(made) }));
    expect(rootOf(reply, 'MeterReadSchedule')).toEqual(hourly());
  });

  test('reads all that is measured when it names no types', async () => {
    const made = await bench.ask(message('Create', hourly({ ReadingType: undefined })));
    await pass(62);
    const reply = await resultOf(`${idsIn(made)[0]}/2026-11-22T13:00:00.000Z`);
    expect(gist(reply)).toMatchObject({ result: 'OK' });
    const types = readingsIn(reply)[0]!;
    expect([...(types.IntervalBlocks ?? []), ...(types.Readings ?? [])]).toHaveLength(5);
  });

  test('without types, over meters whose head end measures nothing, gives what is stored of the time since the run before', async () => {
    const made = await bench.ask(message('Create', hourly({ ReadingType: undefined })));
    const capabilities = { ...headEnd.capabilities(), readingTypes: [] };
    headEnd.capabilities = () => capabilities;
    const row = (timeStamp: string): ReadingRow => ({
      meter: device(1).mRID,
      readingType: interval,
      timeStamp,
      instant: Date.parse(timeStamp) * 1000,
      value: '1',
      shape: 'interval',
    });
    const rows = ['2026-11-22T12:00:00Z', '2026-11-22T12:30:00Z'].map(row);
    await bench.ports.store.transaction((tx) => tx.putReadings(rows, { keepFormer: false }));
    await pass(62);
    const reply = await resultOf(`${idsIn(made)[0]}/2026-11-22T13:00:00.000Z`);
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '5.7'] });
    expect(readingsIn(reply).map(stampsIn)).toEqual([['2026-11-22T12:30:00Z']]);
    expect(bench.ports.jobTroubles).toEqual([]);
  });

  test('that is changed runs by its new times, and still for whom it was made', async () => {
    const made = await bench.ask(message('Create', hourly()));
    const TimeSchedule = [{ scheduleInterval: { start: '2026-11-22T12:30:00Z' } }];
    const change = message('Change', { TimeSchedule })
      .header({ ReplyAddress: undefined })
      .request({ ID: idsIn(made) });
    expect(gist(await bench.ask(change)).result).toBe('OK');
    await pass(125);
    expect(await correlations()).toEqual([`${idsIn(made)[0]}/2026-11-22T12:30:00.000Z`]);
    expect((await requests())[0]?.replyTo).toEqual({ kind: 'poll' });
  });

  test.each<[string, readonly string[] | undefined, string | undefined, object]>([
    ['everybody', undefined, undefined, { kind: 'endpoint', name: 'cis' }],
    ['who has named it', ['cis'], undefined, { kind: 'endpoint', name: 'cis' }],
    ['others by now', ['oms'], undefined, { kind: 'nobody' }],
    ['who has directed it there later', ['oms'], 'oms', { kind: 'endpoint', name: 'cis' }],
    ['who has made it, but not who has directed it there later', ['cis'], 'oms', { kind: 'nobody' }],
  ])('whose endpoint is for %s answers there, or reads for nobody', async (_, principals, changedBy, replyTo) => {
    const { registry } = bench.ports as unknown as { readonly registry: ManagedRegistry };
    await registry.saveEndpoint(anEndpoint('cis'));
    const to = { ReplyAddress: 'cis', MessageID: undefined };
    const made = await bench.ask(message('Create', hourly()).header(to).by({ principal: 'cis' }));
    if (changedBy !== undefined) {
      const again = message('Change', { TimeSchedule: hourly().TimeSchedule }).header(to).by({ principal: changedBy });
      await bench.ask(again.request({ ID: idsIn(made) }));
    }
    await registry.saveEndpoint({ ...anEndpoint('cis'), principals });
    await pass(62);
    expect((await requests()).map((request) => request.replyTo)).toEqual([replyTo]);
  });

  test.each(['Cancel', 'Close', 'Delete'])('runs no more after %s', async (verb) => {
    const made = await bench.ask(message('Create', hourly()));
    await pass(61);
    expect(await requests()).toHaveLength(1);
    const end = aMessage(`${verb}MeterReadSchedule`)
      .header({ MessageID: undefined })
      .request({ ID: idsIn(made) });
    expect(gist(await bench.ask(end)).result).toBe('OK');
    await pass(125);
    expect(await requests()).toHaveLength(1);
  });

  test('that is disabled does not run until it is enabled', async () => {
    const [schedule] = hourly().TimeSchedule;
    const made = await bench.ask(message('Create', hourly({ TimeSchedule: [{ ...schedule, disabled: 'true' }] })));
    await pass(61);
    expect(await requests()).toEqual([]);
    await bench.ask(message('Change', { TimeSchedule: [schedule] }).request({ ID: idsIn(made) }));
    await pass(61);
    expect(await correlations()).toEqual([`${idsIn(made)[0]}/2026-11-22T14:00:00.000Z`]);
  });

  test('made asynchronously is answered later', async () => {
    const ack = await bench.ask(
      message('Create', hourly()).header({ AsyncReplyFlag: 'true', CorrelationID: 'make', MessageID: 'm' }),
    );
    expect(gist(ack).codes).toEqual(['0.3']);
    await pass(61);
    expect(await correlations()).toEqual(['make', expect.stringMatching(/T13:00:00.000Z$/)]);
  });

  test.each<['once' | 'skip', readonly string[], number]>([
    ['once', ['15'], 12],
    ['skip', [], 0],
  ])('that was missed while nobody was there: %s', async (catchUpReads, hours, values) => {
    await bench.close();
    await start({ catchUpReads });
    const made = await bench.ask(message('Create', hourly()));
    await bench.ports.jobs.stop();
    await clock.advance(3.5 * 3_600_000);
    bench.ports.jobs.start(() => {});
    await pass(2);
    expect(await correlations()).toEqual(hours.map((hour) => `${idsIn(made)[0]}/2026-11-22T${hour}:00:00.000Z`));
    const found = await Promise.all((await correlations()).map(resultOf));
    expect(
      found.flatMap(readingsIn).reduce((sum, one) => sum + (one.IntervalBlocks?.[0]?.IntervalReadings?.length ?? 0), 0),
    ).toBe(2 * values);
    await pass(30);
    expect((await correlations()).at(-1)).toBe(`${idsIn(made)[0]}/2026-11-22T16:00:00.000Z`);
  });

  test('whose meters are gone when it runs says so in its result', async () => {
    const made = await bench.ask(message('Create', hourly({ EndDevice: [device(1)] })));
    const { id, version, ...meter } = (await bench.ports.store.objectByMRID('MeterConfig', ['Meter'], device(1).mRID))!;
    const gone = { ...meter, state: 'deleted', references: [] } as const;
    await bench.ports.store.transaction((tx) => tx.replace(id, version, gone, meter.provenance));
    await pass(61);
    const reply = await resultOf(`${idsIn(made)[0]}/2026-11-22T13:00:00.000Z`);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
  });

  test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, string>>, readonly string[]]>([
    ['no times', { TimeSchedule: undefined }, {}, ['5.8']],
    ['no meters', { EndDevice: undefined }, {}, ['1.7']],
    ['an unknown meter', { EndDevice: [{ mRID: 'nobody' }] }, {}, ['2.4']],
    ['a reading type that is none', { ReadingType: [aType('1.2')] }, {}, ['2.6']],
    ['a customer account', { CustomerAccount: [{ mRID: 'a' }] }, {}, ['5.2']],
    [
      'an end before its start',
      { TimeSchedule: [{ scheduleInterval: { start: '2026-12-02T00:00:00Z', end: '2026-12-01T00:00:00Z' } }] },
      {},
      ['5.2'],
    ],
    ['times that are past', { TimeSchedule: [{ scheduleInterval: { start: '2026-11-01T00:00:00Z' } }] }, {}, ['5.2']],
    ['an address nobody knows', {}, { ReplyAddress: 'http://elsewhere/' }, ['7.7']],
  ])('with %s is refused, and nothing is kept', async (_, more, header, codes) => {
    const reply = await bench.ask(message('Create', hourly(more)).header(header));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes });
    expect(await bench.ports.store.objects({ noun: 'MeterReadSchedule', limit: 10 })).toEqual([]);
  });
});
