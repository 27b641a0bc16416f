/** A head end that speaks SOAP, behind a whole gateway: commands and reads in slices, and callbacks to a process that has not sent the job. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyResponse } from '../../../src/generated/operations.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../support/builders.js';
import { testGateway, type TestGateway } from '../../support/gateway.js';
import { receiver, replyText, respond, type Answering, type Received, type Receiver } from '../../support/receiver.js';
import { until } from '../../support/until.js';

const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
let folder: string;
let there: Receiver;
let gateway: TestGateway;
let sends = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cimgate-slices-'));
  there = await receiver(acknowledges);
});
afterEach(async () => {
  await gateway.stop();
  await there.close();
  rmSync(folder, { recursive: true, force: true });
});

const error = (code: string, id = ''): string => `<m:Error><m:code>${code}</m:code>${id}</m:Error>`;
const nounOf = ({ body }: Received): string =>
  body.includes('GetMeterReadings') ? 'MeterReadings' : 'EndDeviceControls';
const acknowledges: Answering = (received, response) =>
  respond(response, 200, replyText('OK', error('0.3'), nounOf(received)));

async function start(capabilities: string): Promise<void> {
  const settings = join(folder, 'settings.yaml');
  writeFileSync(
    settings,
    `headEnd: ami
headEnds:
  ami:
    kind: cim-soap
    url: ${there.url}
    replyAddress: cimgate
    dialect: { identifier: name }
    capabilities: { controls: [3.31.0.23], readingTypes: [${register}], ${capabilities} }
`,
  );
  const env = { CIMGATE_CONFIG: settings, CIMGATE_STORE: `sqlite:${join(folder, 'store.db')}` };
  gateway = await testGateway({ env });
}

const ask = (message: MessageBuilder): Promise<AnyResponse> => {
  const { call, message: typed } = message.header({ MessageID: `message-${++sends}` });
  return gateway.ask(call.operation, typed);
};
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `M-${at + 1}`);
const created = async (count: number): Promise<void> => {
  const Meter = names(count).map((name) => aMeter(name, { mRID: name.toLowerCase() }));
  expect(gist(await ask(aMessage('CreateMeterConfig').with({ Meter }))).result).toBe('OK');
};
const later = (message: MessageBuilder) =>
  message.header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: 'order-1' });
const disconnects = (count: number) =>
  later(
    aMessage('CreateEndDeviceControls').with({
      EndDeviceControl: [
        { EndDeviceControlType: { ref: '3.31.0.23' }, EndDevices: names(count).map((name) => aMeter(name)) },
      ],
    }),
  );
const replyOf = (noun: string) =>
  ask(aMessage(`Get${noun}`).request({ ID: ['order-1'], Option: [{ name: 'IDKind', value: 'transaction' }] }));
const sent = (operation: string) => there.received.filter(({ body }) => body.includes(`:${operation}`));
const metersIn = ({ body }: Received) => [...body.matchAll(/<obj:name>(M-\d+)<|<\w+:name>(M-\d+)</g)].map(([, a, b]) => a ?? b!); // prettier-ignore

/** Calls the gateway back about a job, as its head end does. */
const calls = (job: string, text: string, noun: string, service = `Reply${noun}`) =>
  gateway.post(`/soap/${service}`, text.replace('</m:Noun>', `</m:Noun><m:CorrelationID>${job}</m:CorrelationID>`));
const done = (job: string) => calls(job, replyText('OK', error('0.0'), 'EndDeviceControls'), 'EndDeviceControls');
const eventOf = (job: string): Promise<unknown> => {
  const text =
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r:CreatedEndDeviceEvents ` +
    `xmlns:r="http://iec.ch/TC57/2011/EndDeviceEventsMessage" xmlns:m="http://iec.ch/TC57/2011/schema/message"><r:Header>` +
    `<m:Verb>created</m:Verb><m:Noun>EndDeviceEvents</m:Noun></r:Header><r:Payload>` +
    `<EndDeviceEvents xmlns="http://iec.ch/TC57/2011/EndDeviceEvents#"><EndDeviceEvent>` +
    `<createdDateTime>2026-11-22T12:00:05Z</createdDateTime><Assets><Names><name>M-1</name></Names></Assets>` +
    `<EndDeviceEventType ref="3.31.0.68"/></EndDeviceEvent></EndDeviceEvents></r:Payload></r:CreatedEndDeviceEvents>` +
    `</s:Body></s:Envelope>`;
  return calls(job, text, 'EndDeviceEvents', 'ReceiveEndDeviceEvents');
};

describe('a head end that takes few devices in a job', () => {
  test('gets a command in slices, and each answer counts for its own', async () => {
    await start('devicesPerJob: 2');
    await created(5);
    expect(gist(await ask(disconnects(5))).codes).toEqual(['0.3']);
    await until('all slices have been sent', () => sent('CreateEndDeviceControls').length === 3);
    const slices = sent('CreateEndDeviceControls');
    expect(slices.map(metersIn).sort()).toEqual([['M-1', 'M-2'], ['M-3', 'M-4'], ['M-5']]);
    expect(new Set(slices.map(({ correlationId }) => correlationId)).size).toBe(3);
    const jobOf = (meter: string) => slices.find((one) => metersIn(one).includes(meter))!.correlationId!;
    // the last slice is told first, in the second one meter has failed
    await done(jobOf('M-5'));
    const partly = replyText(
      'PARTIAL',
      error('0.2') + error('5.3', '<m:ID kind="name">M-4</m:ID>'),
      'EndDeviceControls',
    );
    await calls(jobOf('M-3'), partly, 'EndDeviceControls');
    expect((await gateway.ports.store.requests({ limit: 9 })).map(({ state }) => state)).toEqual(['open']);
    await done(jobOf('M-1'));
    const reply = await replyOf('EndDeviceControls');
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '5.3'] });
    expect(reply.Reply.Error?.[1]?.ID).toMatchObject({ text: 'M-4' });
  });

  test('gets a read in slices, and each value comes to its meter', async () => {
    await start('devicesPerJob: 2');
    await created(5);
    const EndDevice = names(5).map((name) => aMeter(name));
    const read = later(aMessage('GetMeterReadings').with({ EndDevice, ReadingType: [{ mRID: register }] }));
    expect(gist(await ask(read)).codes).toEqual(['0.3']);
    await until('all slices have been sent', () => sent('GetMeterReadings').length === 3);
    for (const slice of sent('GetMeterReadings').reverse()) {
      const readings = metersIn(slice).map(
        (meter) =>
          `<MeterReading><Meter><Names><name>${meter}</name></Names></Meter><Readings><timeStamp>2026-11-22T12:00:00Z` +
          `</timeStamp><value>${meter.slice(2)}.50</value><ReadingType ref="${register}"/></Readings></MeterReading>`,
      );
      const payload = `<r:Payload><MeterReadings xmlns="http://iec.ch/TC57/2011/MeterReadings#">${readings.join('')}</MeterReadings></r:Payload>`;
      const text = replyText('OK', error('0.0'), 'MeterReadings').replace('</r:Reply>', `</r:Reply>${payload}`);
      const answer = await calls(slice.correlationId!, text, 'MeterReadings');
      expect(answer.reply?.Reply.Result).toBe('OK');
    }
    await gateway.ports.jobs.idle();
    const values = await Promise.all(
      names(5).map(
        async (name) => (await gateway.ports.store.readings({ meters: [name.toLowerCase()], limit: 9 }))[0]?.value,
      ),
    );
    expect(values).toEqual(['1.50', '2.50', '3.50', '4.50', '5.50']);
  });
});

describe('a callback to a process that has not sent the job', () => {
  const answered: readonly (readonly [string, string, (job: string) => Promise<unknown>])[] = [
    ['a response, of a head end that knows jobs again', 'remembersJobs: true', done],
    ['a response, of one that does not', 'remembersJobs: false', done],
    ['an event, of a head end that knows jobs again', 'remembersJobs: true', eventOf],
    ['an event, of one that does not', 'remembersJobs: false', eventOf],
  ];
  test.each(answered)('is matched: %s', async (_, capabilities, tell) => {
    await start(capabilities);
    await created(1);
    await ask(disconnects(1));
    await until('the command has been sent', () => sent('CreateEndDeviceControls').length === 1);
    const job = sent('CreateEndDeviceControls')[0]!.correlationId!;
    await gateway.stop();
    // what is sent again, or asked for, is never answered: only the callback can tell
    there.answer(() => {});
    await start(capabilities);
    expect(await tell(job)).toMatchObject({ reply: { Reply: { Result: 'OK', Error: [{ code: '0.3' }] } } });
    const reply = await replyOf('EndDeviceControls');
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0'] });
    // told once more it changes nothing
    await tell(job);
    expect(await replyOf('EndDeviceControls')).toEqual({ ...reply, Header: expect.anything() as unknown });
    expect(await gateway.ports.store.objects({ noun: 'EndDeviceEvents', limit: 9 })).toHaveLength(1);
  });

  test('about a job that nobody has sent is refused', async () => {
    await start('remembersJobs: true');
    const answers = [await done('c-nobody-0'), await done('another')];
    expect(answers.map(({ reply }) => gist(reply!))).toMatchObject([
      { result: 'FAILED', codes: ['2.15'] },
      { result: 'FAILED', codes: ['2.15'] },
    ]);
  });
});
