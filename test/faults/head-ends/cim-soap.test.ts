/** What becomes of jobs when a head end answers twice, late, partially, out of order, wrongly or not at all. */
import { setTimeout as wait } from 'node:timers/promises';
import type { AnyMessage } from '../../../src/generated/operations.js';
import { loadConfig, type Config } from '../../../src/config.js';
import { cimSoapOf } from '../../../src/wiring/head-ends.js';
import { HeadEndRefusal, type ControlJob, type HeadEnd, type Job, type Notice } from '../../../src/ports/head-end.js';
import { meterReadingsOf } from '../../../src/services/reading-answer.js';
import { noticedEvent, rowsOf } from '../../../src/services/reported.js';
import { cimSoapSettings } from '../../support/cim-soap-bench.js';
import { receiver, replyText, respond, type Answering, type Receiver } from '../../support/receiver.js';
import { countingIds } from '../../support/test-ports.js';
import { virtualClock, type VirtualClock } from '../../support/virtual-clock.js';

const disconnect = '3.31.0.23';
const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const devices = ['a', 'b'].map((id) => ({ mRID: `m-${id}`, names: [{ name: `METER-${id}`, nameType: 'MeterName' }] }));
const minute = 60_000;

let there: Receiver;
let headEnd: HeadEnd;
let clock: VirtualClock;
let heard: Notice[];
let count = 0;

async function start(answering: Answering, over: object = {}, eventCodes: Config['eventCodes'] = {}): Promise<void> {
  there = await receiver(answering);
  clock = virtualClock();
  heard = [];
  const capabilities = { controls: [disconnect], readingTypes: [register] };
  const settings = cimSoapSettings({ url: there.url, capabilities, timeouts: { answer: 150, repeats: 2 }, ...over });
  const means = { clock, ids: countingIds('55555555-0000-4000-8000'), environment: {} };
  headEnd = cimSoapOf('there', settings, { ...loadConfig({}), eventCodes }, means);
  await headEnd.start((notice) => heard.push(notice));
}

afterEach(async () => {
  await headEnd.stop();
  await there.close();
  expect(clock.pending()).toBe(0);
});

const control = (some = devices): ControlJob => ({
  kind: 'control',
  id: `job-${++count}`,
  controlType: disconnect,
  devices: some,
  parameters: { mRID: 'c', reason: 'unpaid', EndDevices: [{ mRID: 'as the caller named it' }] },
  deadline: clock.now() + 10 * minute,
  priority: 'normal',
});
const read = (): Job => ({
  kind: 'read',
  id: `job-${++count}`,
  devices,
  readingTypes: [register],
  deadline: clock.now() + 10 * minute,
  priority: 'normal',
});

/** Lets time pass, for the clock and for the wire, until something is so. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn++) {
    if (turn > 3_000) throw new Error('waited in vain');
    await clock.advance(20);
    await wait(1);
  }
}
async function settled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  void promise.then(
    () => (over = true),
    () => (over = true),
  );
  await until(() => over);
  return promise;
}
const submit = (job: Job): Promise<unknown> => settled(headEnd.submit(job).catch((error: unknown) => error));

const errorXml = (code: string, about = ''): string =>
  `<m:Error><m:code>${code}</m:code><m:details>because of ${code}</m:details>${about}</m:Error>`;
const answers =
  (result: string, ...errors: string[]): Answering =>
  (_received, response) =>
    respond(response, 200, replyText(result, errors.join(''), 'EndDeviceControls'));
const acknowledges = answers('OK', errorXml('0.3'));
const fault = (code: string, detail = ''): string =>
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>' +
  `<faultcode>s:${code}</faultcode><faultstring>it does not do that</faultstring>${detail}</s:Fault></s:Body></s:Envelope>`;
const faultMessage =
  '<detail><f:EndDeviceControlsFaultMessage xmlns:f="http://iec.ch/TC57/2011/EndDeviceControlsMessage" ' +
  'xmlns:m="http://iec.ch/TC57/2011/schema/message"><f:Reply><m:Result>FAILED</m:Result>' +
  `${errorXml('8007')}</f:Reply></f:EndDeviceControlsFaultMessage></detail>`;

interface Tell {
  readonly kind?: 'response' | 'event';
  readonly noun?: string;
  readonly Reply?: object;
  readonly Payload?: object;
  readonly messageId?: string;
  readonly part?: string;
}

/** A callback, as the gateway's services hand it on. */
function tell(jobId: string, { kind = 'response', noun = 'EndDeviceControls', messageId, part, ...rest }: Tell) {
  const Property = part === undefined ? undefined : [{ Name: 'Part', Value: part }];
  const Header = { Verb: 'reply', Noun: noun, CorrelationID: jobId, MessageID: messageId, Property };
  const message = { Header, ...rest } as unknown as AnyMessage;
  const told = { kind, noun, verb: kind === 'event' ? 'created' : 'reply', correlationId: jobId };
  return settled(headEnd.take?.({ ...told, message: () => Promise.resolve(message) }) ?? Promise.resolve(false));
}
const done = { Reply: { Result: 'OK', Error: [{ code: '0.0' }] } };
const opened = (mRID: string, code = '3.31.0.68', reason?: string): Tell => ({
  kind: 'event',
  noun: 'EndDeviceEvents',
  Payload: {
    EndDeviceEvents: {
      EndDeviceEvent: [
        {
          createdDateTime: '2026-11-22T12:00:05Z',
          reason,
          Assets: { mRID },
          EndDeviceEventDetails: [{ name: 'switch position', value: 'open' }],
          EndDeviceEventType: { ref: code },
        },
      ],
    },
  },
});
const readings = (mRID: string, value: string) => ({
  MeterReadings: {
    MeterReading: [
      {
        Meter: { mRID },
        Readings: [{ timeStamp: '2026-11-22T12:00:00Z', value, ReadingType: { ref: register } }],
      },
    ],
  },
});
const finals = (): object[] =>
  heard.flatMap((notice) => {
    if (notice.kind !== 'final') return [];
    const { device, outcome, failure } = notice;
    return [{ device, outcome, ...(failure && { code: failure.code }) }];
  });
const both = (outcome: string, code?: string): object[] =>
  devices.map(({ mRID }) => ({ device: mRID, outcome, ...(code !== undefined && { code }) }));

describe('a message that is not taken', () => {
  it.each<[string, Answering, string, boolean]>([
    ['asks to come later', (_r, response) => void response.writeHead(503).end(), '5.1', true],
    ['answers FAILED', answers('FAILED', errorXml('7.5')), '7.5', false],
    ['answers FAILED without a reason', answers('FAILED'), '5.3', false],
    ['is too busy', answers('FAILED', errorXml('5.1')), '5.1', true],
    ['answers a fault that blames us', (_r, response) => respond(response, 500, fault('Client')), '5.2', false],
    ['says why in a fault', (_r, response) => respond(response, 500, fault('Server', faultMessage)), '8007', false],
    ['does not know the address', (_r, response) => void response.writeHead(404).end(), '5.2', false],
    ['does not let us', (_r, response) => void response.writeHead(403).end(), '7.5', false],
  ])('by a head end that %s is a refusal', async (_name, answering, code, temporary) => {
    await start(answering);
    const job = control();
    const error = await submit(job);
    expect(error).toBeInstanceOf(HeadEndRefusal);
    expect(error).toMatchObject({ failure: { code }, temporary });
    expect(there.received).toHaveLength(1);
    expect(await tell(job.id, done)).toBe(false);
    // it may be taken another time
    there.answer(acknowledges);
    expect(await submit(job)).toEqual({ jobId: job.id, reference: job.id });
    expect(there.received[1]?.body).toBe(there.received[0]?.body);
    expect(finals()).toEqual([]);
  });

  it('and may not go any more is not sent once more', async () => {
    await start((_received, response) => void response.destroy());
    let asked = 0;
    const stopped = () => Promise.resolve(++asked < 2); // stopped behind the second attempt
    const error = await settled(headEnd.submit(control(), stopped).catch((thrown: unknown) => thrown));
    expect(String(error)).toMatch(/may have taken the job or not/);
    expect(asked).toBe(2);
    expect(there.received).toHaveLength(2);
  });

  it('by a head end that is not there is a refusal for now', async () => {
    await start(acknowledges);
    await there.close();
    expect(await submit(control())).toMatchObject({ failure: { code: '5.1' }, temporary: true });
  });

  it('by a head end that says what it cannot do in faults, whoever these blame', async () => {
    await start((_r, response) => respond(response, 500, fault('Server')), { dialect: { businessErrors: 'fault' } });
    expect(await submit(control())).toMatchObject({ failure: { code: '5.2' }, temporary: false });
  });
});

describe('a message that may have been taken', () => {
  const losses: readonly (readonly [string, Answering])[] = [
    ['does not answer', () => {}],
    ['closes the connection', (_r, response) => void response.socket?.destroy()],
    ['answers junk', (_r, response) => respond(response, 200, '<html/>', 'text/html')],
    ['answers nothing', (_r, response) => void response.writeHead(202).end()],
    ['answers 500', (_r, response) => void response.writeHead(500).end()],
    ['fails in the midst of it', (_r, response) => respond(response, 500, fault('Server'))],
    ['says something else', (_r, response) => respond(response, 200, replyText().replaceAll('ResponseMessage', 'X'))],
  ];

  it.each(losses)('by a head end that %s goes out again, the same to the last byte', async (_name, answering) => {
    await start((received, response, request) => {
      if (there.received.length === 1) return answering(received, response, request);
      acknowledges(received, response, request);
    });
    const job = control();
    expect(await submit(job)).toEqual({ jobId: job.id, reference: job.id });
    expect(there.received.map(({ messageId }) => messageId)).toEqual([job.id, job.id]);
    expect(there.received[1]?.body).toBe(there.received[0]?.body);
  });

  it.each(losses)(
    'by a head end that always %s has an unknown outcome, and its late word counts',
    async (_n, answering) => {
      await start(answering);
      const job = control();
      const error = await submit(job);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(HeadEndRefusal);
      expect(there.received).toHaveLength(3);
      expect(await tell(job.id, opened('m-a'))).toBe(true);
      expect(finals()).toEqual([{ device: 'm-a', outcome: 'succeeded' }]);
      // submitted once more it goes out under the same name
      there.answer(acknowledges);
      expect(await submit(job)).toEqual({ jobId: job.id, reference: job.id });
      expect(new Set(there.received.map(({ messageId }) => messageId))).toEqual(new Set([job.id]));
    },
  );

  it('is not believed to be refused when the head end is gone at the second attempt', async () => {
    await start((_r, response) => {
      there.answer((_again, second) => void second.writeHead(503).end());
      response.socket?.destroy();
    });
    expect(await submit(control())).not.toBeInstanceOf(HeadEndRefusal);
  });

  it.each<[string, Answering]>([
    ['404', (_r, response) => void response.writeHead(404).end()],
    ['401', (_r, response) => void response.writeHead(401).end()],
    ['403', (_r, response) => void response.writeHead(403).end()],
    ['302', (_r, response) => void response.writeHead(302, { Location: 'http://127.0.0.1/login' }).end()],
  ])('is not believed to be refused when a proxy answers the second attempt with %s', async (_status, proxy) => {
    await start((_r, response) => {
      there.answer(proxy);
      response.socket?.destroy();
    });
    const job = control();
    const error = await submit(job);
    expect(error).not.toBeInstanceOf(HeadEndRefusal);
    expect(String(error)).toMatch(/may have taken the job or not/);
    expect(await tell(job.id, opened('m-a'))).toBe(true);
    expect(finals()).toEqual([{ device: 'm-a', outcome: 'succeeded' }]);
  });

  it('is taken when the head end calls back about it, whatever becomes of the acknowledgement', async () => {
    await start(() => {});
    const job = control();
    const submitted = submit(job);
    await until(() => there.received.length === 1);
    expect(await tell(job.id, opened('m-a'))).toBe(true);
    expect(await submitted).toEqual({ jobId: job.id, reference: job.id });
    expect(heard.map(({ kind }) => kind)).toEqual(['event', 'final']);
  });

  it('goes once and no more to a head end that does not know it again, over whatever connection', async () => {
    await start(acknowledges, { timeouts: { answer: 150, repeats: 0 } });
    await submit(control());
    // as when the head end falls in the midst of carrying it out
    there.answer((_received, response) => void response.socket?.destroy());
    const error = await submit(control());
    expect(String(error)).toMatch(/may have taken the job or not/);
    expect(there.received).toHaveLength(2);
  });
});

it('takes no word about a job that is refused while the word is being read: it is left to others', async () => {
  await start(answers('FAILED', errorXml('5.2')));
  const job = control();
  const submitted = headEnd.submit(job).catch((error: unknown) => error);
  let read: (message: AnyMessage) => void = () => {};
  const message = new Promise<AnyMessage>((done) => (read = done));
  const told = { kind: 'event', noun: 'EndDeviceEvents', verb: 'created', correlationId: job.id } as const;
  const taken = headEnd.take?.({ ...told, message: () => message });
  expect(await settled(submitted)).toBeInstanceOf(HeadEndRefusal);
  read({ Header: { Verb: 'created', Noun: 'EndDeviceEvents' }, ...opened('m-a') } as unknown as AnyMessage);
  expect(await taken).toBe(false);
});

describe('the outcome of a control', () => {
  it('is told once, however often the head end tells it', async () => {
    await start(acknowledges);
    const job = control();
    await submit(job);
    for (const mRID of ['m-a', 'm-b', 'm-a']) await tell(job.id, opened(mRID));
    await tell(job.id, { ...done, messageId: '1' });
    await tell(job.id, { ...done, messageId: '1' });
    await tell(job.id, { ...done, messageId: '2' });
    await clock.advance(minute);
    expect(finals()).toEqual(both('succeeded'));
    expect(heard.filter(({ kind }) => kind === 'event')).toHaveLength(2);
    expect(heard[1]).toMatchObject({ facts: { 'switch position': 'open' }, at: Date.UTC(2026, 10, 22, 12, 0, 5) });
    expect(await headEnd.poll({ jobId: job.id, reference: '' })).toEqual(heard);
  });

  it('is not told by an acknowledgement that comes as a callback', async () => {
    await start(acknowledges);
    const job = control();
    await submit(job);
    const about = { text: 'm-b', kind: 'uuid' };
    const Reply = { Result: 'PARTIAL', Error: [{ code: '0.3' }, { code: '2.4', ID: about }] };
    expect(await tell(job.id, { messageId: 'r-1', Reply })).toBe(true);
    expect(finals()).toEqual([{ device: 'm-b', outcome: 'failed', code: '2.4' }]);
    await tell(job.id, opened('m-a'));
    expect(finals()).toContainEqual({ device: 'm-a', outcome: 'succeeded' });
  });

  it('is not that it was canceled while that is only accepted', async () => {
    await start(acknowledges, { capabilities: { controls: [disconnect], readingTypes: [], cancel: true } });
    const job = control();
    await submit(job);
    expect(await settled(headEnd.cancel({ jobId: job.id, reference: job.id }))).toEqual([]);
    await tell(job.id, opened('m-a'));
    expect(finals()).toEqual([{ device: 'm-a', outcome: 'succeeded' }]);
  });

  it('waits a moment for the event when the reply is there first, and not for ever', async () => {
    await start(acknowledges, { dialect: { eventGrace: 2_000 } });
    const job = control();
    await submit(job);
    await tell(job.id, done);
    await tell(job.id, opened('m-a'));
    expect(finals()).toEqual([{ device: 'm-a', outcome: 'succeeded' }]);
    await clock.advance(minute);
    expect(finals()).toEqual(both('succeeded'));
  });

  it('is taken from the answer of a head end that does everything at once', async () => {
    await start(answers('PARTIAL', errorXml('0.2'), errorXml('5.3', '<m:ID kind="uuid">m-b</m:ID>')));
    await submit(control());
    await until(() => finals().length === 2);
    expect(finals()).toEqual([
      { device: 'm-b', outcome: 'failed', code: '5.3' },
      { device: 'm-a', outcome: 'succeeded' },
    ]);
  });

  it('is a failure of those that the acknowledgement does not accept, also in the deprecated form', async () => {
    const object = '<m:object><m:Name><m:name>METER-b</m:name></m:Name></m:object>';
    await start(answers('PARTIAL', errorXml('0.3'), errorXml('2.4', object)));
    const job = control();
    await submit(job);
    await until(() => finals().length === 1);
    expect(finals()).toEqual([{ device: 'm-b', outcome: 'failed', code: '2.4' }]);
    await tell(job.id, opened('m-a', '3.31.0.84', '5.3 the relay is stuck'));
    expect(heard.at(-1)).toMatchObject({ outcome: 'failed', failure: { code: '5.3', details: 'the relay is stuck' } });
  });

  it('is a failure, and no refusal, when the head end names every device', async () => {
    await start(answers('FAILED', errorXml('2.4', '<m:ID kind="name">METER-a</m:ID>')));
    await submit(control(devices.slice(0, 1)));
    await until(() => finals().length === 1);
    expect(finals()).toEqual([{ device: 'm-a', outcome: 'failed', code: '2.4' }]);
  });

  it('is that of the device whose name is of that type, where two have the same', async () => {
    await start(acknowledges);
    const named = (id: string, nameType: string) => ({ mRID: `m-${id}`, names: [{ name: '4711', nameType }] });
    const job = control([named('a', 'MeterName'), named('b', 'SerialNumber')]);
    await submit(job);
    const object = { Name: [{ name: '4711', NameType: { name: 'MeterName' } }] };
    await tell(job.id, { Reply: { Result: 'PARTIAL', Error: [{ code: '0.1' }, { code: '5.3', object }] } });
    expect(finals()).toEqual([{ device: 'm-a', outcome: 'failed', code: '5.3' }]);
    // and where no type is said it is nobody's
    const ID = { text: '4711', kind: 'name' };
    await tell(job.id, { Reply: { Result: 'PARTIAL', Error: [{ code: '0.1' }, { code: '5.3', ID }] } });
    expect(finals()).toHaveLength(1);
  });

  it('is not known when some have failed and nobody says which', async () => {
    await start(acknowledges);
    const job = control();
    await submit(job);
    await tell(job.id, opened('m-a'));
    await tell(job.id, { Reply: { Result: 'PARTIAL', Error: [{ code: '5.3' }] } });
    expect(finals()).toEqual([{ device: 'm-a', outcome: 'succeeded' }]);
    await clock.advance(10 * minute);
    expect(finals()).toEqual([
      { device: 'm-a', outcome: 'succeeded' },
      { device: 'm-b', outcome: 'unknown', code: '4.1' },
    ]);
    expect(heard.at(-1)).toMatchObject({ failure: { details: expect.stringContaining('does not say which') } });
  });

  it('is unknown at the deadline, and gives way to what is known later', async () => {
    await start(acknowledges);
    const job = control();
    await submit(job);
    await clock.advance(10 * minute);
    expect(finals()).toEqual(both('unknown', '4.1'));
    await tell(job.id, { Reply: { Result: 'FAILED', Error: [{ code: '4.1', ID: { text: 'm-a', kind: 'uuid' } }] } });
    await tell(job.id, opened('m-b'));
    expect(finals().slice(2)).toEqual([{ device: 'm-b', outcome: 'succeeded' }]);
  });

  it('of another job is nobody’s', async () => {
    await start(acknowledges);
    expect(await tell('another', done)).toBe(false);
    const job = control();
    await submit(job);
    expect(await tell(job.id, { ...done, noun: 'MeterConfig' })).toBe(false);
    await headEnd.stop();
    expect(await tell(job.id, done)).toBe(false);
    expect(finals()).toEqual([]);
  });
});

describe('the readings of a read', () => {
  const part = (n: string, Reply: object, Payload?: object): Tell => ({
    noun: 'MeterReadings',
    part: n,
    Reply,
    Payload,
    messageId: n,
  });
  const more = { Result: 'PARTIAL', Error: [{ code: '0.1' }] };

  it('come in parts, in whatever order, and end when all are there', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    await tell(job.id, part('3/3', done.Reply));
    await tell(job.id, part('2/3', more, readings('m-b', '2')));
    expect(finals()).toEqual([]);
    await tell(job.id, part('1/3', more, readings('m-a', '1')));
    expect(heard.map(({ kind, device }) => `${kind} ${device}`)).toEqual([
      'data m-b',
      'data m-a',
      'final m-a',
      'final m-b',
    ]);
    expect(finals()).toEqual(both('succeeded'));
  });

  it('may be of one device only: then the other has none', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    await tell(job.id, { noun: 'MeterReadings', Reply: { Result: 'OK' }, Payload: readings('m-a', '1') });
    expect(finals()).toEqual([
      { device: 'm-a', outcome: 'succeeded' },
      { device: 'm-b', outcome: 'failed', code: '5.7' },
    ]);
  });

  it('of a silent device are waited for until the deadline, whatever the reply says of the others', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    const silent = { code: '4.1', details: 'it is silent', ID: { text: 'm-b', kind: 'uuid', objectType: 'Meter' } };
    const Reply = { Result: 'PARTIAL', Error: [{ code: '0.2' }, silent] };
    await tell(job.id, { noun: 'MeterReadings', Reply, Payload: readings('m-a', '1') });
    expect(finals()).toEqual([{ device: 'm-a', outcome: 'succeeded' }]);
    await clock.advance(10 * minute);
    expect(heard.at(-1)).toMatchObject({ device: 'm-b', outcome: 'unknown', failure: { details: 'it is silent' } });
  });

  it('may be of no such type, which is said of the type', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    const about = { text: register, kind: 'other', objectType: 'ReadingType' };
    await tell(job.id, { noun: 'MeterReadings', Reply: { Result: 'FAILED', Error: [{ code: '2.10', ID: about }] } });
    expect(finals()).toEqual(both('failed', '2.10'));
    expect(heard[0]).toMatchObject({ failure: { details: expect.stringContaining(register) } });
  });

  it('may come as events', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    await tell(job.id, { kind: 'event', noun: 'MeterReadings', Payload: readings('m-a', '7.50') });
    expect(heard).toMatchObject([
      {
        kind: 'data',
        device: 'm-a',
        readings: [{ value: '7.50', timeStamp: '2026-11-22T12:00:00Z', shape: 'reading' }],
      },
      { kind: 'final', device: 'm-a', outcome: 'succeeded' },
    ]);
  });
});

describe('what a head end tells of a job', () => {
  it('is kept as it was told: an event with its own mRID, time, severity and reason', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    const told = {
      createdDateTime: '2026-11-22T14:00:05.1234567+02:00',
      reason: 'cover',
      severity: 'high',
      Assets: { mRID: 'm-a' },
      EndDeviceEventDetails: [{ name: 'CorrelationID', value: job.id }],
      EndDeviceEventType: { ref: '3.12.29.212' },
    };
    const EndDeviceEvent = ['event-1', 'event-2'].map((mRID) => ({ mRID, ...told }));
    const events: Tell = { kind: 'event', noun: 'EndDeviceEvents', Payload: { EndDeviceEvents: { EndDeviceEvent } } };
    await tell(job.id, events);
    await tell(job.id, events);
    const { EndDeviceEventDetails: _, ...kept } = told;
    const device = { mRID: 'm-a', names: [] };
    expect(heard.map((notice) => (notice.kind === 'event' ? noticedEvent(notice, device) : notice.kind))).toEqual([
      { ...kept, mRID: 'event-1', Assets: { mRID: 'm-a', Names: undefined } },
      { ...kept, mRID: 'event-2', Assets: { mRID: 'm-a', Names: undefined } },
    ]);
  });

  it.each([
    ['ends its control', 'its vendor', ' 4711 ', 'succeeded'],
    ['says nothing of its control', 'the vendor of another', '4712', undefined],
  ])('%s with a code of %s, and is kept as it came', async (_, __, ref, outcome) => {
    await start(acknowledges, {}, { there: { '4711': '3.31.0.68' }, another: { '4712': '3.31.0.68' } });
    const job = control();
    await submit(job);
    const event = { createdDateTime: '2026-11-22T12:00:05Z', Assets: { mRID: 'm-a' }, EndDeviceEventType: { ref } };
    const root = { EndDeviceEvents: { EndDeviceEvent: [event] } };
    await tell(job.id, { kind: 'event', noun: 'EndDeviceEvents', Payload: root });
    expect(finals()).toEqual(outcome === undefined ? [] : [{ device: 'm-a', outcome }]);
    expect(heard[0]).toMatchObject({ kind: 'event', told: event });
  });

  it('has happened in UTC where its time says no zone', async () => {
    await start(acknowledges);
    const job = control();
    await submit(job);
    const EndDeviceEvent = devices.map(({ mRID }) => ({
      createdDateTime: ' 2026-11-22T12:00:05 ',
      Assets: { mRID },
      EndDeviceEventType: { ref: '3.31.0.68' },
    }));
    await tell(job.id, { kind: 'event', noun: 'EndDeviceEvents', Payload: { EndDeviceEvents: { EndDeviceEvent } } });
    const ends = heard.flatMap((notice) => (notice.kind === 'final' ? [notice.at] : []));
    expect(ends).toEqual(devices.map(() => Date.UTC(2026, 10, 22, 12, 0, 5)));
  });

  it('is kept as it was told: a reading with all that it says, be it without a value', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    const timeStamp = '2026-11-22T14:00:00.1234567+02:00';
    const quality = { comment: 'by hand', source: 'KX-9', timeStamp, ReadingQualityType: { ref: '1.7.1' } };
    const rest = {
      reason: 'inquiry',
      reportedDateTime: timeStamp,
      source: 'KX-9',
      ReadingQualities: [quality],
      timePeriod: { start: '2026-11-22T00:00:00+02:00', end: timeStamp },
    };
    const { reason: _, ...ofInterval } = rest;
    const MeterReading = {
      Meter: { mRID: 'm-a' },
      isCoincidentTrigger: 'true',
      IntervalBlocks: [
        {
          IntervalReadings: [{ timeStamp, ...ofInterval }],
          PendingCalculation: { multiplyBeforeAdd: 'true' },
          ReadingType: { ref: register },
        },
      ],
      Readings: [{ timeStamp, value: '007.50', ...rest, ReadingType: { ref: register } }],
    };
    const Payload = { MeterReadings: { MeterReading: [MeterReading] } };
    await tell(job.id, { noun: 'MeterReadings', Reply: done.Reply, Payload });
    const [data] = heard;
    const { rows } = rowsOf('m-a', data?.kind === 'data' ? data.readings : []);
    expect(meterReadingsOf({ elements: { Meter: { mRID: 'm-a' } } }, rows)).toEqual([MeterReading]);
  });

  it('is no reading of some time when it says no time, and that is not silent', async () => {
    await start(acknowledges);
    const job = read();
    await submit(job);
    const timePeriod = { end: '2026-11-22T12:00:00Z' };
    const Readings = [{ value: '7', timePeriod, ReadingType: { ref: register } }];
    const Payload = { MeterReadings: { MeterReading: [{ Meter: { mRID: 'm-a' }, Readings }] } };
    await tell(job.id, { noun: 'MeterReadings', Reply: done.Reply, Payload });
    const [data] = heard;
    expect(data).toMatchObject({ kind: 'data', device: 'm-a' });
    expect(rowsOf('m-a', data?.kind === 'data' ? data.readings : []).undated).toHaveLength(1);
  });
});

describe('the message of a job', () => {
  it('names devices, the control and where the replies go', async () => {
    await start(acknowledges);
    const job = control();
    await submit({ ...job, notBefore: clock.now() + minute });
    const { body, headers } = there.received[0]!;
    expect(headers['soapaction']).toBe('"http://iec.ch/TC57/2011/EndDeviceControls/CreateEndDeviceControls"');
    for (const text of [
      '>unpaid<',
      '>m-a<',
      '>m-b<',
      `>${job.id}<`,
      '>cimgate<',
      '>true<',
      '>2026-11-22T12:01:00.000Z<',
    ])
      expect(body).toContain(text);
    for (const text of ['as the caller named it', '>c<', 'Timestamp', 'METER-a']) expect(body).not.toContain(text);
  });

  it('names devices by name to those who know no mRID', async () => {
    await start(acknowledges, { dialect: { identifier: 'name', nameType: 'MeterName' }, servicePaths: true });
    await submit(read());
    const { body, path } = there.received[0]!;
    expect(path).toBe('/replies/GetMeterReadings');
    expect(body).toContain('METER-a');
    expect(body).toContain('MeterName');
    expect(body).not.toContain('m-a');
  });
});

it('fetches the reply of a head end that cannot call back', async () => {
  await start(acknowledges, { replies: 'poll', replyAddress: undefined });
  const job = control(devices.slice(0, 1));
  await submit(job);
  there.answer(answers('PARTIAL', errorXml('0.1')));
  await until(() => there.received.length > 2);
  expect(finals()).toEqual([]);
  const final = replyText('OK', errorXml('0.0'), 'EndDeviceControls').replace(
    '</m:Noun>',
    `</m:Noun><m:CorrelationID>${job.id}</m:CorrelationID>`,
  );
  there.answer((_r, response) => respond(response, 200, final));
  await until(() => finals().length === 1);
  expect(finals()).toEqual([{ device: 'm-a', outcome: 'succeeded' }]);
  const asked = there.received.length;
  await clock.advance(minute);
  expect(there.received).toHaveLength(asked);
  expect(there.received[0]?.body).toContain('>poll<');
  expect(there.received[1]?.body).toContain('IDKind');
});

it('fetches each part of a reply once, and no more parts than come, whatever number of them the head end claims', async () => {
  await start(acknowledges, { replies: 'poll', replyAddress: undefined });
  const job = control(devices.slice(0, 1));
  await submit(job);
  const same = replyText('PARTIAL', errorXml('0.1'), 'EndDeviceControls').replace(
    '</m:Noun>',
    `</m:Noun><m:CorrelationID>${job.id}</m:CorrelationID>` +
      '<m:Property><m:Name>Part</m:Name><m:Value>1/999999</m:Value></m:Property>',
  );
  there.answer((_r, response) => respond(response, 200, same));
  const before = there.received.length;
  await settled(headEnd.poll({ jobId: job.id, reference: job.id }));
  expect(there.received.length - before).toBeLessThan(5);
});

it('cancels what the head end says it has canceled, and says no more of it', async () => {
  await start(acknowledges);
  const job = control();
  const ticket = (await submit(job)) as { readonly jobId: string; readonly reference: string };
  there.answer(answers('PARTIAL', errorXml('6.1', '<m:ID kind="uuid">m-b</m:ID>')));
  expect(await settled(headEnd.cancel(ticket))).toEqual(['m-a']);
  expect(there.received[1]?.correlationId).toBe(job.id);
  there.answer((_r, response) => void response.socket?.destroy());
  expect(await settled(headEnd.cancel(ticket))).toEqual([]);
  await tell(job.id, done);
  await clock.advance(minute);
  expect(finals()).toEqual([{ device: 'm-b', outcome: 'succeeded' }]);
});
