/** Commands that are answered later: over HTTP, to simulated meters, with a receiver that is really there. */
import { aMeter, gist, operationNamed } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { until } from '../support/until.js';
import type { AnyMessage } from '../../src/message/call.js';

let there: Receiver;
let gateway: TestGateway;

beforeEach(async () => {
  there = await receiver();
  const endpoint = { name: 'cis', url: there.url, soap: '1.1', auth: {}, tls: {}, era: '2011' } as const;
  gateway = await testGateway({
    config: { replyEndpoints: [{ ...endpoint, replies: 'response', active: true, connections: 4 }] },
  });
});
afterEach(async () => {
  await gateway.stop();
  await there.close();
});

const disconnecting = (...meters: readonly string[]): Readonly<Record<string, unknown>> => ({
  EndDeviceControlType: { ref: '3.31.0.23' },
  EndDevices: meters.map((name) => aMeter(name)),
});

function message(
  controls: readonly Readonly<Record<string, unknown>>[],
  header: Readonly<Record<string, unknown>> = {},
): AnyMessage {
  const Header = {
    Verb: 'create',
    Noun: 'EndDeviceControls',
    AsyncReplyFlag: 'true',
    ReplyAddress: 'cis',
    MessageID: 'm-1',
    CorrelationID: 'order-1',
    ...header,
  };
  return { Header, Payload: { EndDeviceControls: { EndDeviceControl: controls } } } as unknown as AnyMessage;
}
const create = operationNamed('CreateEndDeviceControls');

test('a disconnect is acknowledged, then told by an event and one final reply, with one correlation', async () => {
  const acknowledged = await gateway.ask(create, message([disconnecting('SIM-000001')]));
  expect(gist(acknowledged)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  await until('all has come', () => there.received.length === 2);
  const [event, final] = there.received.map(({ body }) => body) as [string, string];
  expect([checkSent(event), checkSent(final)]).toEqual(['CreatedEndDeviceEvents', 'EndDeviceControlsResponseMessage']);
  expect(event).toContain('ref="3.31.0.68"');
  expect(event).toMatch(/value>open</);
  expect(final).toContain('>OK<');
  expect(there.received.map(({ correlationId }) => correlationId)).toEqual(['order-1', 'order-1']);
});

test('some devices unknown: the acknowledgement says so, the others are carried out, the reply is PARTIAL', async () => {
  const acknowledged = await gateway.ask(create, message([disconnecting('SIM-000001', 'NOBODY', 'SIM-000002')]));
  expect(gist(acknowledged)).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '2.4'] });
  await until('all has come', () => there.received.length === 2);
  expect(there.received[0]?.body.match(/ref="3.31.0.68"/g)).toHaveLength(2);
  expect(there.received[1]?.body).toMatch(/PARTIAL.*0\.2.*2 of 3 devices.*2\.4.*NOBODY/s);
});

test('nothing good in it: refused at once, and nothing comes', async () => {
  const reply = await gateway.ask(create, message([disconnecting('NOBODY')]));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
  expect(await gateway.ports.store.openRequests()).toBe(0);
});

test('the same message ten times in parallel is one command, and acknowledged ten times in the same words', async () => {
  const same = message([disconnecting('SIM-000003')]);
  const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.ask(create, same)));
  expect(new Set(answers.map(({ Header }) => Header.MessageID)).size).toBe(1);
  await until('all has come', () => there.received.length === 2);
  expect(await gateway.ports.store.requests({ limit: 10 })).toHaveLength(1);
});
