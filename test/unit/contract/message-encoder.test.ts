import { TapeCursor } from '../../../src/contract/cursor.js';
import { messageEncoder } from '../../../src/contract/message-encoder.js';
import { operationOf } from '../../../src/contract/operations.js';
import { Scanner } from '../../../src/contract/scan.js';
import { nounNames, type AnyMessage, type AnyResponse } from '../../../src/generated/operations.js';
import { mediaTypes, wrapBody } from '../../../src/soap/envelope.js';
import { checkAnswer } from '../../support/soap-check.js';

const encoder = messageEncoder();
const scanner = new Scanner({
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1_024,
  text: 1_048_576,
  nodes: 500_000,
  children: 50_000,
});

const reply = (noun: string): AnyResponse => ({
  Header: {
    Verb: 'reply',
    Noun: noun,
    Timestamp: '2026-11-22T12:00:00.250Z',
    Source: 'cimgate',
    MessageID: 'm-1',
    CorrelationID: 'c-1',
  },
  Reply: { Result: 'OK', Error: [{ code: '0.0' }] },
});

test.each(nounNames)('a reply of %s is valid by the XSD of its own messages, and named by its action', (noun) => {
  const { xml, action } = encoder.response(noun, reply(noun));
  const { message } = checkAnswer(200, mediaTypes['1.1'], wrapBody('1.1', xml));
  expect(message).toEqual({
    name: `${noun}ResponseMessage`,
    namespace: `http://iec.ch/TC57/2011/${noun}Message`,
  });
  expect(action).toBe(`http://iec.ch/TC57/2011/${noun}/${noun}ResponseMessage`);
});

test.each(['created', 'changed', 'canceled', 'closed', 'deleted'])(
  'an event "%s" is what its operation reads',
  (verb) => {
    const message: AnyMessage = {
      Header: { Verb: verb, Noun: 'EndDeviceEvents', Timestamp: '2026-11-22T12:00:00Z', MessageID: '<&>' },
      Payload: {
        EndDeviceEvents: {
          EndDeviceEvent: [
            {
              createdDateTime: '2026-11-22T13:00:00.000+01:00',
              Assets: { Names: [{ name: 'SIM-000001' }] },
              EndDeviceEventType: { ref: '3.26.0.85' },
            },
          ],
        },
      },
    } as unknown as AnyMessage;
    const { xml, action } = encoder.event(verb, 'EndDeviceEvents', message);
    const name = `${verb[0]!.toUpperCase()}${verb.slice(1)}EndDeviceEvents`;
    const operation = operationOf('http://iec.ch/TC57/2011/EndDeviceEventsMessage', name);
    expect(operation?.read(new TapeCursor(scanner.scan(xml), 0))).toMatchObject(message);
    expect(action).toBe(`http://iec.ch/TC57/2011/EndDeviceEvents/${name}`);
  },
);

test('what the contract does not know cannot be sent', () => {
  expect(() => encoder.event('get', 'MeterReadings', reply('MeterReadings'))).toThrow(
    'no event "get" of MeterReadings',
  );
  expect(() => encoder.request('created', 'MeterReadings', reply('MeterReadings'))).toThrow(
    'no request "created" of MeterReadings',
  );
  expect(() => encoder.response('Nonsense', reply('Nonsense'))).toThrow('no event "created" of Nonsense');
});
