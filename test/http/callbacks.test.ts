/** Responses that come to the gateway's own services, and who takes them. */
import type { AnyMessage } from '../../src/generated/operations.js';
import type { Told } from '../../src/ports/head-end.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { replyText } from '../support/receiver.js';
import { scriptedHeadEnd } from '../support/scripted-head-end.js';

let gateway: TestGateway;
let told: { readonly told: Told; readonly message: AnyMessage }[];

beforeAll(async () => {
  const headEnd = {
    ...scriptedHeadEnd(),
    async take(one: Told): Promise<boolean> {
      if (!one.correlationId.startsWith('mine')) return false;
      told.push({ told: one, message: await one.message() });
      return true;
    },
  };
  gateway = await testGateway({ headEnds: [headEnd] });
});
afterAll(() => gateway.stop());
beforeEach(() => (told = []));

const response = (correlation: string, noun = 'EndDeviceControls', verb = 'reply'): string =>
  replyText('OK', '', noun)
    .replace('<m:Verb>reply<', `<m:Verb>${verb}<`)
    .replace('</m:Noun>', `</m:Noun><m:CorrelationID>${correlation}</m:CorrelationID>`);

/** The same response in a weakly typed form. */
function weaklyTyped(text: string, form: 'generic' | 'bare'): string {
  const envelope = 'http://iec.ch/TC57/2011/schema/message';
  const [, start = '', content = ''] =
    /(<r:EndDeviceControlsResponseMessage[^>]*>)(.*)<\/r:EndDeviceControlsResponseMessage>/s.exec(text) ?? [];
  const declarations = `xmlns:r="${envelope}" xmlns:m="${envelope}"`;
  const message =
    form === 'bare'
      ? `<r:ResponseMessage ${declarations}>${content}</r:ResponseMessage>`
      : `<a:Response xmlns:a="http://iec.ch/TC57/2011/abstract" ${declarations}><a:message>${content}</a:message></a:Response>`;
  return text.replace(start + content + '</r:EndDeviceControlsResponseMessage>', () => message);
}

it.each(['ReplyEndDeviceControls', 'ReceiveEndDeviceControls', undefined])(
  'takes a response of a request in hand at %s, as often as it comes',
  async (service) => {
    for (let time = 0; time < 2; time++) {
      const { reply } = await gateway.post(`/soap/${service ?? ''}`.replace(/\/$/, ''), response('mine-1'));
      expect(reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.3' }] });
      expect(reply?.Header.CorrelationID).toBe('mine-1');
    }
    expect(told).toHaveLength(2);
    expect(told[0]?.told).toMatchObject({ kind: 'response', noun: 'EndDeviceControls', verb: 'reply' });
    expect(told[0]?.message).toMatchObject({ Reply: { Result: 'OK' } });
  },
);

it('takes the verbs that are met with, and the response in the namespace of its Get', async () => {
  const past = await gateway.post('/soap', response('mine-2', 'EndDeviceControls', 'canceled'));
  expect(past.reply?.Reply.Result).toBe('OK');
  const ofGet = response('mine-3', 'MeterReadings').replace(
    '2011/MeterReadingsMessage',
    '2011/GetMeterReadingsMessage',
  );
  const answer = await gateway.post('/soap/ReplyMeterReadings', ofGet, { SOAPAction: '"anything"' });
  expect(answer.reply?.Reply.Result).toBe('OK');
});

it.each([
  [
    'of another era',
    'EndDeviceControls',
    (text: string) => text.replaceAll('TC57/2011/EndDeviceControlsM', 'TC57/2017/EndDeviceControlsM'),
  ],
  ['in the generic form', 'Generic', (text: string) => weaklyTyped(text, 'generic')],
  ['of the envelope, bare', 'Generic', (text: string) => weaklyTyped(text, 'bare')],
])('takes a response %s, and answers it in the same way', async (_, noun, inManner) => {
  const text = inManner(response('mine-6'));
  for (const path of ['/soap', noun === 'Generic' ? '/soap/Generic' : `/soap/Reply${noun}`]) {
    const { reply, checked } = await gateway.post(path, text);
    expect(reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.3' }] });
    const form = /<a:Response/.test(text) ? 'generic' : noun === 'Generic' ? 'bare' : 'typed';
    const spelling = form === 'typed' ? { messages: 'http://iec.ch/TC57/2017/{Name}Message' } : {};
    expect(checked).toMatchObject({ form, spelling });
  }
  expect(told).toHaveLength(2);
  expect(told[1]?.told).toMatchObject({ kind: 'response', noun: 'EndDeviceControls', correlationId: 'mine-6' });
  expect(told[1]?.message).toMatchObject({ Reply: { Result: 'OK' } });
});

it('refuses a response in the generic form that nobody has asked for', async () => {
  const { reply } = await gateway.post('/soap/Generic', weaklyTyped(response('foreign'), 'generic'));
  expect(reply?.Reply).toMatchObject({ Result: 'FAILED', Error: [{ code: '2.15', ID: { text: 'foreign' } }] });
});

it('refuses a response that nobody has asked for', async () => {
  const { reply } = await gateway.post('/soap/ReplyEndDeviceControls', response('foreign'));
  expect(reply?.Reply).toMatchObject({ Result: 'FAILED', Error: [{ code: '2.15', ID: { text: 'foreign' } }] });
});

it('refuses a response that does not say what it answers, and one that is none', async () => {
  const blank = await gateway.post('/soap', response(' '));
  expect(blank.reply?.Reply.Error).toMatchObject([{ code: '1.5' }]);
  const wrong = await gateway.post('/soap', response('mine-4', 'EndDeviceControls', 'create'));
  expect(wrong.reply?.Reply.Error).toMatchObject([{ code: '2.9' }]);
  expect(told).toEqual([]);
});

it('takes a response too large to be held at once as one message', async () => {
  const reading = (at: number): string =>
    `<p:Readings><p:timeStamp>2026-11-22T${String(at % 24).padStart(2, '0')}:00:00Z</p:timeStamp><p:value>${at}</p:value>` +
    '<p:ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/></p:Readings>';
  const readings = Array.from({ length: 20 }, (_, n) => reading(n)).join('');
  const meter = (at: number): string =>
    `<p:MeterReading><p:Meter><p:mRID>m-${at}</p:mRID></p:Meter>${readings}</p:MeterReading>`;
  const all = Array.from({ length: 200 }, (_, at) => meter(at)).join('');
  const payload = `<r:Payload><p:MeterReadings xmlns:p="http://iec.ch/TC57/2011/MeterReadings#">${all}</p:MeterReadings></r:Payload>`;
  const text = response('mine-5', 'MeterReadings').replace('</r:Reply>', `</r:Reply>${payload}`);
  expect(text.length).toBeGreaterThan(300_000);
  const { reply } = await gateway.post('/soap/ReplyMeterReadings', text);
  expect(reply?.Reply.Result).toBe('OK');
  const taken = told[0]?.message.Payload?.['MeterReadings'] as { readonly MeterReading: readonly unknown[] };
  expect(taken.MeterReading).toHaveLength(200);
  expect(told[0]?.message).toMatchObject({ Reply: { Result: 'OK' } });
  // and one that nobody wants is refused all the same
  const foreign = await gateway.post('/soap/ReplyMeterReadings', text.replace('mine-5', 'foreign'));
  expect(foreign.reply?.Reply.Error).toMatchObject([{ code: '2.15' }]);
});
