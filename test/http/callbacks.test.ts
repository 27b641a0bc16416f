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
