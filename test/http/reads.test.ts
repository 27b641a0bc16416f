/** Reads of many meters over HTTP: acknowledged fast, answered in parts to a receiver that is really there. */
import { systemClock } from '../../src/system.js';
import { operationNamed } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, respond, replyText, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { until } from '../support/until.js';

const count = 10_000;
const interval = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

let there: Receiver;
let gateway: TestGateway;

beforeAll(async () => {
  there = await receiver((_received, response) => respond(response, 200, replyText('OK', '', 'MeterReadings')));
  const endpoint = { name: 'mdm', url: there.url, soap: '1.1', auth: {}, tls: {}, era: '2011' } as const;
  // real time: a clock that jumps from timer to timer is slower, where there are ten thousand
  gateway = await testGateway({
    clock: systemClock(),
    env: { CIMGATE_SIM_METERS: String(count) },
    config: { replyEndpoints: [{ ...endpoint, replies: 'response', active: true, connections: 4 }] },
  });
}, 30_000);
afterAll(async () => {
  await gateway.stop();
  await there.close();
});

/** A read of the intervals of an hour, of as many meters as asked for. */
function read(meters: number, address: string, messageId: string, option = ''): string {
  const { namespace, name } = operationNamed('GetMeterReadings');
  const devices = Array.from(
    { length: meters },
    (_, at) => `<EndDevice><Names><name>SIM-${String(at + 1).padStart(6, '0')}</name></Names></EndDevice>`,
  );
  return (
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
    `<m:${name} xmlns:m="${namespace}" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header>` +
    `<h:Verb>get</h:Verb><h:Noun>MeterReadings</h:Noun><h:AsyncReplyFlag>true</h:AsyncReplyFlag>` +
    `<h:ReplyAddress>${address}</h:ReplyAddress><h:MessageID>${messageId}</h:MessageID></m:Header>` +
    `<m:Request>${option}<GetMeterReadings xmlns="http://iec.ch/TC57/2011/GetMeterReadings#">${devices.join('')}` +
    `<ReadingType><mRID>${interval}</mRID></ReadingType><TimeSchedule><scheduleInterval>` +
    `<end>${hourBefore(0)}</end><start>${hourBefore(1)}</start></scheduleInterval></TimeSchedule>` +
    `</GetMeterReadings></m:Request></m:${name}></s:Body></s:Envelope>`
  );
}

/** The beginning of this hour, or of one before it. */
function hourBefore(hours: number): string {
  const hour = 3_600_000;
  return new Date((Math.floor(Date.now() / hour) - hours) * hour).toISOString();
}

test('one request for 10,000 meters is acknowledged within 2 s, and every value comes, in parts', async () => {
  // the first large message of a process waits for its thread and for the schemas
  const stored = '<m:Option><h:name>Source</h:name><h:value>stored</h:value></m:Option>';
  await gateway.post('/soap', read(4_000, 'poll', 'warm', stored));
  await gateway.ports.jobs.idle();

  const begun = Date.now();
  const answer = await gateway.post('/soap', read(count, 'mdm', 'large'));
  const acknowledged = Date.now() - begun;
  expect(answer.reply?.Reply.Error?.map(({ code }) => code)).toEqual(['0.3']);
  expect(acknowledged).toBeLessThan(2_000);

  const last = / *<msg:Value>(\d+)\/\1<\/msg:Value>/;
  await until('the last part has come', () => there.received.some(({ body }) => last.test(body)), 25_000);
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
}, 40_000);
