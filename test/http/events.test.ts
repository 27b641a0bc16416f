/** Events in from head ends and by SOAP, out to receivers that are really there, or are not. */
import { operationNamed } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { receiver, respond, type Receiver } from '../support/receiver.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../support/scripted-head-end.js';
import { checkSent } from '../support/sent-check.js';
import { anEndpoint, aSubscription } from '../support/subscribing.js';
import { until } from '../support/until.js';
import { virtualClock, type VirtualClock } from '../support/virtual-clock.js';

let clock: VirtualClock;
let headEnd: ScriptedHeadEnd;
let there: Receiver;
let dead: Receiver;
let gateway: TestGateway;

async function start(config: TestGatewayOptions['config'] = {}): Promise<void> {
  gateway = await testGateway({
    clock,
    headEnds: [headEnd],
    config: {
      replyEndpoints: [
        anEndpoint('oms', `${there.url}/oms`),
        anEndpoint('audit', `${there.url}/audit`),
        anEndpoint('dead', dead.url),
      ],
      subscriptions: [
        aSubscription({ types: ['3.26.*.*'] }, { endpoint: 'oms' }),
        aSubscription({}, { endpoint: 'audit' }),
        aSubscription({ types: ['3.26.*.*'] }, { endpoint: 'dead' }),
        aSubscription({}, { name: 'audit-readings', endpoint: 'audit', noun: 'MeterReadings' }),
        aSubscription({}, { name: 'audit-meters', endpoint: 'audit', noun: 'MeterConfig' }),
      ],
      ...config,
    },
  });
}

beforeEach(async () => {
  clock = virtualClock();
  headEnd = scriptedHeadEnd({ inventory: [anInstallation(1), anInstallation(2)] });
  there = await receiver();
  dead = await receiver((_, response) => respond(response, 503, ''));
});
afterEach(async () => {
  await gateway.stop();
  await there.close();
  await dead.close();
});

const message = 'http://iec.ch/TC57/2011/schema/message';

function told(operation: string, payload: string, header = ''): Promise<Answer> {
  const { namespace, name, verb, noun } = operationNamed(operation);
  return gateway.post(
    '/soap',
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
      `<m:${name} xmlns:m="${namespace}" xmlns:h="${message}"><m:Header><h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun>` +
      `<h:Source>hes-1</h:Source>${header}</m:Header><m:Payload><${noun} xmlns="http://iec.ch/TC57/2011/${noun}#">` +
      `${payload}</${noun}></m:Payload></m:${name}></s:Body></s:Envelope>`,
  );
}

const event = (mRID: string, code: string, meter = 'meter-1', at = '2026-11-22T12:00:00Z'): string =>
  `<EndDeviceEvent><mRID>${mRID}</mRID><createdDateTime>${at}</createdDateTime><Assets><mRID>${meter}</mRID></Assets>` +
  `<EndDeviceEventType ref="${code}"/></EndDeviceEvent>`;

const resultOf = ({ reply }: Answer) => reply?.Reply.Result;
const at = (path: string) => there.received.filter((one) => one.path.endsWith(path)).map(({ body }) => body);
const mRIDsIn = (bodies: readonly string[]) =>
  bodies.flatMap((body) => [...body.matchAll(/<obj:EndDeviceEvent>\s*<obj:mRID>([^<]*)</g)].map(([, mRID]) => mRID));

test('a storm of 1,000 last gasps comes as far fewer messages, with every event, whoever else is dead', async () => {
  await start();
  const all = Array.from({ length: 1_000 }, (_, n) => `gasp-${n}`);
  for (let from = 0; from < all.length; from += 50) {
    const answers = await Promise.all(
      all.slice(from, from + 50).map((mRID) => told('CreatedEndDeviceEvents', event(mRID, '3.26.136.47', `m-${mRID}`))),
    );
    expect(new Set(answers.map(resultOf))).toEqual(new Set(['OK']));
  }
  await until('the first ones have come', () => at('/oms').length === 300);
  await clock.advance(10_000);
  await until('all have come', () => mRIDsIn(at('/oms')).length >= 1_000 && mRIDsIn(at('/audit')).length >= 1_000);
  expect(new Set(mRIDsIn(at('/oms')))).toEqual(new Set(all));
  expect(mRIDsIn(at('/oms'))).toHaveLength(1_000);
  expect(at('/oms')).toHaveLength(301);
  expect(checkSent(at('/oms').at(-1)!)).toBe('CreatedEndDeviceEvents');
  expect(dead.received.length).toBeGreaterThan(0);
  const waiting = () => gateway.ports.store.outboxDepth();
  await until('the others have taken all', async () => (await waiting()).length === 1);
  expect(await waiting()).toEqual([{ endpoint: 'dead', waiting: 301, dead: 0 }]);
}, 120_000);

test('a power-off after our disconnect is not for the outage feed, and marked for everybody else', async () => {
  headEnd.follow((job, say) => {
    const [device] = job.devices;
    say({ kind: 'final', jobId: job.id, device: device!.mRID, outcome: 'succeeded', facts: {}, at: clock.now() });
  });
  await start();
  const control =
    '<EndDeviceControl><EndDeviceControlType ref="3.31.0.23"/><EndDevices><mRID>meter-1</mRID></EndDevices></EndDeviceControl>';
  const answer = await told('CreateEndDeviceControls', control, '<h:CorrelationID>order-1</h:CorrelationID>');
  expect(resultOf(answer)).toBe('OK');
  await clock.advance(3_000);
  const lost = { kind: 'event', eventType: '3.26.0.85', facts: {} } as const;
  headEnd.say({ ...lost, device: 'meter-1', at: clock.now() });
  headEnd.say({ ...lost, device: 'meter-2', at: clock.now() });
  await until('both have come, and that the switch is open', () => mRIDsIn(at('/audit')).length === 3);
  await until('the outage feed has one', () => at('/oms').length > 0);
  expect(mRIDsIn(at('/oms'))).toHaveLength(1);
  expect(at('/oms')[0]).toContain('<obj:mRID>meter-2</obj:mRID>');
  const events = at('/audit').flatMap((body) => body.split('<obj:EndDeviceEvent>').slice(1));
  const ours = events.find((one) => one.includes('>meter-1<') && one.includes('"3.26.0.85"'));
  expect(ours).toMatch(/<obj:name>cause<\/obj:name>\s*<obj:value>command</);
  expect(ours).toMatch(/<obj:name>CorrelationID<\/obj:name>\s*<obj:value>order-1</);
  // a supply that is lost after the window is an outage again
  await clock.advance(600_001);
  headEnd.say({ ...lost, device: 'meter-1', at: clock.now() });
  await until('it has come', () => at('/oms').length === 2);
  expect(at('/oms')[1]).not.toContain('cause');
});

test('notices of one moment come in one message, and repeated ones not at all', async () => {
  await start();
  const say = () => {
    for (const device of ['meter-1', 'meter-2'])
      headEnd.say({ kind: 'event', device, eventType: '3.12.29.39', at: 1_763_812_800_000, facts: { lid: 'main' } });
    const reading = { value: '7', timeStamp: '2026-11-22T12:00:00Z', qualities: [], shape: 'reading' } as const;
    const readingType = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
    headEnd.say({ kind: 'data', device: 'meter-1', readings: [{ ...reading, readingType }], at: 0 });
  };
  say();
  await until('they have come', () => at('/audit').length === 2);
  say();
  await told('CreatedEndDeviceEvents', event('last', '3.12.29.39'));
  await until('the last one has come', () => mRIDsIn(at('/audit')).includes('last'));
  const bodies = at('/audit');
  expect(bodies.map(checkSent).toSorted()).toEqual([
    'CreatedEndDeviceEvents',
    'CreatedEndDeviceEvents',
    'CreatedMeterReadings',
  ]);
  expect(mRIDsIn(bodies)).toHaveLength(3);
});

test('old and vendor codes become the present ones, and are kept beside them', async () => {
  await start({ eventCodes: { 'hes-1': { '4711': '3.26.0.216' } } });
  const both = event('old', '3.26.9.185') + event('vendor', '4711');
  expect(resultOf(await told('CreatedEndDeviceEvents', both))).toBe('OK');
  await until('they have come', () => at('/oms').length === 1);
  const [body = ''] = at('/oms');
  expect(body).toMatch(
    /original code<\/obj:name>\s*<obj:value>3\.26\.9\.185<.*<obj:EndDeviceEventType ref="3\.26\.0\.85"/s,
  );
  expect(body).toMatch(/original code<\/obj:name>\s*<obj:value>4711<.*<obj:EndDeviceEventType ref="3\.26\.0\.216"/s);
});

test('what others tell is told on, by its own verb and once: events, readings, objects of every noun', async () => {
  await start();
  const reading = (value: string): string =>
    `<MeterReading><Meter><mRID>meter-1</mRID></Meter><Readings><timeStamp>2026-11-22T12:00:00Z</timeStamp><value>${value}</value>` +
    '<ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/></Readings></MeterReading>';
  const meter = '<Meter><mRID>meter-9</mRID><Names><name>M-9</name></Names></Meter>';
  const steps: readonly (readonly [string, string])[] = [
    ['CreatedEndDeviceEvents', event('e-1', '3.12.29.39')],
    ['CreatedEndDeviceEvents', event('e-1', '3.12.29.39')],
    ['ClosedEndDeviceEvents', event('e-1', '3.12.29.39')],
    ['ClosedEndDeviceEvents', event('e-1', '3.12.29.39')],
    ['CreatedMeterReadings', reading('1')],
    ['CreatedMeterReadings', reading('1')],
    ['ChangedMeterReadings', reading('2')],
    ['CreatedMeterConfig', meter],
    ['CreatedMeterConfig', meter],
    ['DeletedMeterConfig', meter],
  ];
  for (const [operation, payload] of steps)
    expect(resultOf(await told(operation, payload, '<h:CorrelationID>c-1</h:CorrelationID>'))).toBe('OK');
  await until('all have come', () => at('/audit').length === 6);
  expect(at('/audit').map(checkSent)).toEqual([
    'CreatedEndDeviceEvents',
    'ClosedEndDeviceEvents',
    'CreatedMeterReadings',
    'ChangedMeterReadings',
    'CreatedMeterConfig',
    'DeletedMeterConfig',
  ]);
  expect(there.received.every(({ correlationId }) => correlationId === 'c-1')).toBe(true);
});
