/** Reads over HTTP: of many meters acknowledged fast and answered in parts, to a receiver that is really there; over a restart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/system.js';
import { eagerClock } from '../support/eager-clock.js';
import { operationNamed } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, respond, replyText, type Answering, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { until } from '../support/until.js';

const count = 10_000;
const interval = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

let there: Receiver;
let gateway: TestGateway;

const received: Answering = (_received, response) => respond(response, 200, replyText('OK', '', 'MeterReadings'));
const endpoint = { name: 'mdm', soap: '1.1', auth: {}, tls: {}, era: '2011', active: true, connections: 4 } as const;

beforeAll(async () => {
  there = await receiver(received);
  // real time: a clock that jumps from timer to timer is slower, where there are ten thousand
  gateway = await testGateway({
    clock: systemClock(),
    env: { CIMGATE_SIM_METERS: String(count) },
    config: { replyEndpoints: [{ ...endpoint, url: there.url, replies: 'response' }] },
  });
}, 30_000);
afterAll(async () => {
  await gateway.stop();
  await there.close();
});

interface Asked {
  readonly meters: number;
  readonly address: string;
  readonly messageId: string;
  readonly period: readonly [start: string, end: string];
  readonly option?: string;
}

/** An asynchronous read of intervals. */
function read({ meters, address, messageId, period: [start, end], option = '' }: Asked): string {
  const devices = Array.from(
    { length: meters },
    (_, at) => `<EndDevice><Names><name>SIM-${String(at + 1).padStart(6, '0')}</name></Names></EndDevice>`,
  );
  return messageText(
    'GetMeterReadings',
    `<h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>${address}</h:ReplyAddress><h:MessageID>${messageId}</h:MessageID>`,
    `<m:Request>${option}<GetMeterReadings xmlns="http://iec.ch/TC57/2011/GetMeterReadings#">${devices.join('')}` +
      `<ReadingType><mRID>${interval}</mRID></ReadingType><TimeSchedule><scheduleInterval>` +
      `<end>${end}</end><start>${start}</start></scheduleInterval></TimeSchedule></GetMeterReadings></m:Request>`,
  );
}

function messageText(operation: string, header: string, rest: string): string {
  const { namespace, name, verb, noun } = operationNamed(operation);
  return (
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
    `<m:${name} xmlns:m="${namespace}" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header>` +
    `<h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun>${header}</m:Header>${rest}</m:${name}></s:Body></s:Envelope>`
  );
}

/** The beginning of this hour, or of one before it. */
function hourBefore(hours: number): string {
  const hour = 3_600_000;
  return new Date((Math.floor(Date.now() / hour) - hours) * hour).toISOString();
}

// how fast it is acknowledged is measured where nothing else runs: npm run bench, part `reads`
test('one request for 10,000 meters is acknowledged before anything is read, and every value comes, in parts', async () => {
  const period = [hourBefore(1), hourBefore(0)] as const;
  const answer = await gateway.post('/soap', read({ meters: count, address: 'mdm', messageId: 'large', period }));
  expect(answer.reply?.Reply.Error?.map(({ code }) => code)).toEqual(['0.3']);

  const last = / *<msg:Value>(\d+)\/\1<\/msg:Value>/;
  await until('the last part has come', () => there.received.some(({ body }) => last.test(body)), 40_000);
  const bodies = there.received.map(({ body }) => body);
  expect(bodies.map((body) => /<msg:Value>(\d+)\/(\d+)</.exec(body)?.slice(1).map(Number))).toEqual(
    bodies.map((_, at) => [at + 1, bodies.length]),
  );
  expect(bodies.map((body) => /<msg:code>([^<]*)</.exec(body)?.[1])).toEqual([
    ...bodies.slice(1).map(() => '0.1'),
    '0.0',
  ]);
  expect(new Set(there.received.map(({ correlationId }) => correlationId))).toEqual(new Set(['large']));
  expect(checkSent(bodies[0]!)).toBe('MeterReadingsResponseMessage');
  expect(checkSent(bodies.at(-1)!)).toBe('MeterReadingsResponseMessage');
  const names = bodies.flatMap((body) => [...body.matchAll(/<obj:name>(SIM-\d+)</g)].map(([, name]) => name));
  expect(names).toHaveLength(count);
  expect(new Set(names).size).toBe(count);
  const values = bodies.reduce((sum, body) => sum + body.split('<obj:IntervalReadings>').length - 1, 0);
  expect(values).toBe(4 * count);
}, 90_000);

test('reads that wait, and schedules, live through a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-reads-'));
  const events = await receiver(received);
  const start = Date.UTC(2026, 10, 22, 7, 15);
  const again = (clock: number) =>
    testGateway({
      clock: eagerClock(clock),
      env: { CIMGATE_STORE: `sqlite:${join(folder, 'gateway.db')}` },
      config: { replyEndpoints: [{ ...endpoint, url: events.url, replies: 'event' }] },
    });
  try {
    let restarted = await again(start);
    const period = ['2026-11-22T07:00:00Z', '2026-11-22T09:00:00Z'] as const;
    const ack = await restarted.post('/soap', read({ meters: 3, address: 'mdm', messageId: 'waits', period }));
    expect(ack.reply?.Reply.Error?.map(({ code }) => code)).toEqual(['0.3']);
    const point = '<UsagePoint><Names><name>UP-000002</name></Names></UsagePoint>';
    const hourly = `<recurrencePattern>hourly</recurrencePattern><scheduleInterval><start>2026-11-22T08:00:00Z</start></scheduleInterval>`;
    const made = await restarted.post(
      '/soap',
      messageText(
        'CreateMeterReadSchedule',
        '<h:ReplyAddress>mdm</h:ReplyAddress>',
        `<m:Payload><MeterReadSchedule xmlns="http://iec.ch/TC57/2011/MeterReadSchedule#"><ReadingType><mRID>${interval}</mRID>` +
          `</ReadingType><TimeSchedule>${hourly}</TimeSchedule>${point}</MeterReadSchedule></m:Payload>`,
      ),
    );
    const mRID = made.reply?.Reply.ID?.[0]?.text;
    await restarted.stop();
    expect(events.received).toEqual([]);

    restarted = await again(Date.UTC(2026, 10, 22, 9, 10));
    await until('both have come', () => events.received.length === 2);
    await restarted.ports.jobs.idle();
    await restarted.stop();
    const of = (correlation: string) => events.received.filter(({ correlationId }) => correlationId === correlation);
    const [waited] = of('waits');
    expect(checkSent(waited!.body)).toBe('CreatedMeterReadings');
    expect(waited!.body.split('<obj:IntervalReadings>')).toHaveLength(1 + 3 * 8);
    // one run makes up for those of 08:00 and 09:00, and reads what both would have read
    const [run] = of(`${mRID}/2026-11-22T09:00:00.000Z`);
    expect(run!.body.split('<obj:IntervalReadings>')).toHaveLength(1 + 8);
    expect(events.received).toHaveLength(2);
  } finally {
    await events.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
