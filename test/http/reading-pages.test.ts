/** `get MeterReadings` by the page, over HTTP: every reading once, in one order, and what cannot come by the page. */
import type { MeterReading, MeterReadings } from '../../src/generated/MeterReadings.js';
import type { ReadingRow } from '../../src/ports/object-store.js';
import { aMessage, aMeter, gist, named, operationNamed } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';

const interval = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const start = Date.parse('2026-11-20T00:00:00Z') * 1000;
const quarter = 900_000_000;
const meters = ['SIM-000001', 'SIM-000002', 'SIM-000003'];
const period = { start: '2026-11-20T00:00:00Z', end: '2026-11-20T02:00:00Z' };

let gateway: TestGateway;
/** All readings that are stored in the period, by meter, type and time. */
let stored: string[];

beforeAll(async () => {
  gateway = await testGateway({ config: { replies: { readings: 10, streamedReadings: 10 } } });
  const { store } = gateway.ports;
  const rows: ReadingRow[] = [];
  for (const name of meters) {
    const [meter] = await store.objectsByName(['MeterConfig'], ['Meter'], { name });
    for (const readingType of [register, interval]) {
      const shape = readingType === interval ? 'interval' : 'reading';
      for (let at = 1; at <= 4; at++) {
        const instant = start + at * quarter;
        const timeStamp = new Date(instant / 1000).toISOString();
        rows.push({ meter: meter!.mRID, readingType, instant, timeStamp, value: `${rows.length}.500`, shape });
      }
    }
  }
  await store.transaction((tx) => tx.putReadings(rows, { keepFormer: false }));
  stored = rows
    .map(({ meter, readingType, timeStamp, value }) => `${meter} ${readingType} ${timeStamp} ${value}`)
    .sort();
});
afterAll(() => gateway.stop());

type Options = Readonly<Record<string, string>>;
interface Asked {
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, string>>;
}
const asked = { EndDevice: meters.map((name) => aMeter(name)), TimeSchedule: [{ scheduleInterval: period }] };
function ask(options: Options, { profile = {}, header = {} }: Asked = {}) {
  const Option = Object.entries(options).map(([name, value]) => ({ name, value }));
  const message = aMessage('GetMeterReadings')
    .with({ ...asked, ...profile })
    .request({ Option })
    .header(header).message;
  return gateway.ask(operationNamed('GetMeterReadings'), message);
}

/** The readings of an answer, by what tells one from another. */
function readingsIn(reply: Awaited<ReturnType<typeof ask>>): string[] {
  const { MeterReading = [] } = (reply.Payload as { MeterReadings?: MeterReadings }).MeterReadings ?? {};
  return MeterReading.flatMap(({ Meter, IntervalBlocks = [], Readings = [] }: MeterReading) =>
    [
      ...IntervalBlocks.flatMap(({ IntervalReadings = [], ReadingType }) =>
        IntervalReadings.map((one) => ({ ...one, ReadingType })),
      ),
      ...Readings,
    ].map(({ ReadingType, timeStamp, value }) => `${Meter?.mRID} ${ReadingType?.ref} ${timeStamp} ${value}`),
  );
}

it('every reading comes once, in the order of meter, type and time, whatever the size of a page', async () => {
  for (const limit of [1, 5, 10]) {
    const seen: string[] = [];
    for (let offset = 0; offset < stored.length; offset += limit) {
      const reply = await ask({ Source: 'stored', limit: String(limit), offset: String(offset) });
      expect(reply.Reply.Result).toBe('OK');
      const page = readingsIn(reply);
      expect(page.sort()).toEqual(stored.slice(offset, offset + limit));
      seen.push(...page);
    }
    expect(seen).toEqual(stored);
  }
});

it.each<[string, Options, string, number]>([
  ['the first page', { limit: '5' }, 'readings 1 to 5 of more than 5; ask for the next ones with offset 5', 5],
  ['a page of one', { limit: '1', offset: '7' }, 'reading 8 of more than 8; ask for the next ones with offset 8', 1],
  ['the last page', { limit: '10', offset: '20' }, 'readings 21 to 24 of 24; none follow', 4],
  ['a page that ends with the last', { limit: '4', offset: '20' }, 'readings 21 to 24 of 24; none follow', 4],
  ['an offset alone', { offset: '3' }, 'readings 4 to 13 of more than 13; ask for the next ones with offset 13', 10],
  ['a page behind the end', { limit: '5', offset: '24' }, 'no readings from offset 24 on, of 24', 0],
])('%s says which it is', async (_, options, note, count) => {
  const reply = await ask({ Source: 'stored', ...options });
  expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0'], details: [note] });
  expect(readingsIn(reply)).toHaveLength(count);
});

it('without a page the same question is refused, since an answer does not hold all of it', async () => {
  expect(gist(await ask({ Source: 'stored' }))).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
});

it('a page of some types, and of meters some of which there are not, says so each time', async () => {
  const profile = {
    EndDevice: [aMeter('NOBODY'), aMeter(meters[0]!)],
    ReadingType: [{ mRID: register }],
  };
  for (const offset of ['0', '2']) {
    const reply = await ask({ Source: 'stored', limit: '2', offset }, { profile });
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '0.0', '2.4'] });
    expect(readingsIn(reply)).toHaveLength(2);
  }
});

it('where nothing is stored there is no page of it', async () => {
  const profile = { EndDevice: [aMeter('SIM-000009')] };
  const nothing = await ask({ Source: 'stored', limit: '2' }, { profile });
  expect(gist(nothing)).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
});

const quality = { ReadingQuality: [{ ReadingQualityType: { mRID: '2.5.257' } }] };
it.each<[string, Options, Asked, string, string]>([
  ['readings of a head end', {}, {}, '1.8', 'add the Option Source = stored'],
  ['the present values', {}, { profile: { TimeSchedule: [] } }, '1.8', 'add the Option Source'],
  ['stored present values', { Source: 'stored' }, { profile: { TimeSchedule: [] } }, '1.8', 'give one by StartTime'],
  ['a choice of qualities', { Source: 'stored' }, { profile: quality }, '1.8', 'without a choice by Reading'],
  [
    'two periods',
    { Source: 'stored' },
    {
      profile: {
        TimeSchedule: [
          { scheduleInterval: period },
          { scheduleInterval: { start: '2026-11-21T00:00:00Z', end: '2026-11-21T01:00:00Z' } },
        ],
      },
    },
    '1.8',
    'for one period',
  ],
  [
    'a reply that comes later',
    { Source: 'stored' },
    { header: { AsyncReplyFlag: 'true', ReplyAddress: 'poll', MessageID: 'later-1' } },
    '1.8',
    'has all readings, in parts',
  ],
  ['too long a page', { Source: 'stored', limit: '11' }, {}, '3.1', 'at most 10 readings are answered at a time'],
  ['no number', { Source: 'stored', limit: 'many' }, {}, '1.8', 'the number of readings wanted, from 1 to 10'],
])('%s: refused with the reason', async (_, options, more, code, details) => {
  const reply = await ask({ limit: '2', ...options }, more);
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [code] });
  expect(gist(reply).details[0]).toMatch(/^Request\.Option\[0\]: /);
  expect(gist(reply).details[0]).toContain(details);
});

it.each(['AsOf', 'Versions', 'Newest'])(
  '%s is about objects, and refused for readings with what to do instead',
  async (name) => {
    const reply = await ask({ [name]: '1', Source: 'stored' });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['1.8'] });
    expect(gist(reply).details[0]).toBe(
      `Request.Option[0]: get MeterReadings knows no ${name}; ask for the time that you want by StartTime and EndTime, or a TimeSchedule`,
    );
  },
);

it('a usage point stands for its meter, unless that was there for a part of the period only', async () => {
  const { store } = gateway.ports;
  const [point] = await store.objectsByName(['UsagePointConfig'], ['UsagePoint'], { name: 'UP-000001' });
  const profile = { EndDevice: [], UsagePoint: [named('UP-000001')] };
  const whole = await ask({ Source: 'stored', limit: '10' }, { profile });
  expect(gist(whole)).toMatchObject({ result: 'OK', details: ['readings 1 to 8 of 8; none follow'] });
  const [link] = await store.objects({
    noun: 'MasterDataLinkageConfig',
    referringTo: [{ kind: 'UsagePoint', mRID: point!.mRID, names: [] }],
    limit: 1,
  });
  const validFrom = start + quarter;
  const next = { ...link!, references: [{ kind: 'UsagePoint', mRID: point!.mRID, names: [] }], validFrom };
  await store.transaction((tx) => tx.replace(link!.id, link!.version, next, { at: '2026-11-20T00:00:00Z' }));
  const partly = await ask({ limit: '10', Source: 'stored' }, { profile });
  expect(gist(partly)).toMatchObject({ result: 'FAILED', codes: ['1.8'] });
  expect(gist(partly).details[0]).toContain('was at the usage point UP-000001 for a part of the period only');
});
