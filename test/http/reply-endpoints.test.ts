/** Who may have the gateway's replies sent where: an endpoint may be for some principals only. */
import { XmlWriter } from '../../src/contract/xml-writer.js';
import { mRIDOf } from '../../src/head-ends/simulated/fleet.js';
import type { JsonObject } from '../../src/ports/object-store.js';
import { wrapBody } from '../../src/soap/envelope.js';
import { aMessage, aMeter, type MessageBuilder } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { anEndpoint } from '../support/subscribing.js';
import { until } from '../support/until.js';

let to: Receiver;
let gateway: TestGateway;
/** One that asks nobody who he is. */
let open: TestGateway;
const url = (name: string): string => `${to.url}/${name}`;

beforeAll(async () => {
  to = await receiver();
  const replyEndpoints = [
    { ...anEndpoint('cis', url('cis')), principals: ['cis'] },
    { ...anEndpoint('closed', url('closed')), principals: [] },
    { ...anEndpoint('unasked', url('unasked')), principals: ['anonymous'] },
    anEndpoint('all', url('all')),
  ];
  const principals = ['cis', 'oms'].map((name) => ({
    ...{ name, roles: ['OPERATOR', 'ENGINEER', 'SECADM'], certificates: [] },
    password: { value: `${name}-secret` },
  }));
  const security = { authentication: ['basic'], allowUnencrypted: true, principals };
  gateway = await testGateway({ config: { replyEndpoints, security } as never });
  open = await testGateway({ config: { replyEndpoints } });
});
afterAll(async () => {
  await Promise.all([gateway.stop(), open.stop()]);
  await to.close();
});

const as = (name: string) => ({ Authorization: `Basic ${Buffer.from(`${name}:${name}-secret`).toString('base64')}` });
let messages = 0;
async function ask(at: TestGateway, name: string, builder: MessageBuilder): Promise<string> {
  const { operation } = builder.call;
  const writer = new XmlWriter();
  const Header = { ...builder.message.Header, MessageID: `p-${++messages}`, CorrelationID: `c-${messages}` };
  operation.write(writer, { ...builder.message, Header });
  const { reply } = await at.post('/soap', wrapBody('1.1', writer.xml), name === 'anonymous' ? {} : as(name));
  const [error] = reply?.Reply.Error ?? [];
  return [reply?.Reply.Result, error?.code, error?.details].join(' ');
}

const meters = { Meter: [aMeter('SIM-000001')] };
const schedule = {
  EndDevice: [{ mRID: mRIDOf('SIM-000001') }],
  TimeSchedule: [{ scheduleInterval: { start: '2099-01-01T00:00:00Z' }, recurrencePattern: 'hourly' }],
};
const control = {
  EndDeviceControl: [{ EndDeviceControlType: { ref: '3.31.0.18' }, EndDevices: [aMeter('SIM-000001')] }],
};
const operation = {
  operationId: '1',
  noun: 'MeterConfig',
  verb: 'create',
  payload: { name: 'MeterConfig', value: meters },
};
const later = { AsyncReplyFlag: 'true' } as const;

describe.each<[string, () => MessageBuilder]>([
  ['a command', () => aMessage('CreateEndDeviceControls').header(later).with(control)],
  ['a command that is answered at once', () => aMessage('CreateEndDeviceControls').with(control)],
  [
    'a dry run',
    () =>
      aMessage('CreateEndDeviceControls')
        .header({ ...later, Property: [{ Name: 'DryRun', Value: 'true' }] })
        .with(control),
  ],
  ['a question', () => aMessage('GetMeterConfig').header(later).with(meters)],
  [
    'readings',
    () =>
      aMessage('GetMeterReadings')
        .header(later)
        .with({ EndDevice: [aMeter('SIM-000001')] }),
  ],
  ['a schedule', () => aMessage('CreateMeterReadSchedule').with(schedule)],
  [
    'a set',
    () =>
      aMessage('ExecuteOperationSet')
        .header(later)
        .with({ Operation: [operation] }),
  ],
])('a ReplyAddress of %s', (_, message) => {
  test.each([
    ['oms', 'cis', () => 'cis'],
    ['oms', 'cis', () => url('cis')],
    ['oms', 'cis', () => ` ${url('cis').replace('http:', 'HTTP:')} `],
    ['cis', 'closed', () => 'closed'],
    ['oms', 'unasked', () => 'unasked'],
    ['anonymous', 'cis', () => url('cis')],
  ])('by %s is refused where %s is for others', async (who, _name, address) => {
    const at = who === 'anonymous' ? open : gateway;
    const said = await ask(at, who, message().header({ ReplyAddress: address() }));
    expect(said).toBe(
      `FAILED 7.7 Header.ReplyAddress: ${who} may not have replies sent to ${address().trim()}; nothing was done`,
    );
    expect(to.received.filter(({ correlationId }) => correlationId === `c-${messages}`)).toEqual([]);
  });

  test.each([
    ['cis', () => 'cis'],
    ['cis', () => url('cis')],
    ['oms', () => 'all'],
    ['oms', () => 'poll'],
    ['anonymous', () => 'unasked'],
  ])('by %s is taken where it is for him or for all', async (who, address) => {
    const at = who === 'anonymous' ? open : gateway;
    expect(await ask(at, who, message().header({ ReplyAddress: address() }))).toMatch(/^(OK|FAILED [^7])/);
  });
});

test('what is refused is in the audit', async () => {
  await ask(
    gateway,
    'oms',
    aMessage('GetMeterConfig')
      .header({ ...later, ReplyAddress: 'cis' })
      .with(meters),
  );
  const [latest] = await gateway.ports.store.latestAudit(1);
  expect(JSON.parse(latest!.text)).toMatchObject({
    ...{ principal: 'oms', decision: 'refused', code: '7.7', noun: 'MeterConfig', messageId: `p-${messages}` },
  });
});

describe('a subscription by the API', () => {
  const subscribe = (who: string, endpoint: string) =>
    gateway.send(
      ...(['PUT', `/api/v1/subscriptions/${endpoint}-of-${who}`] as const),
      { ...as(who), 'Content-Type': 'application/json' },
      JSON.stringify({ endpoint, noun: 'EndDeviceEvents' }),
    );

  test.each([
    ['oms', 'cis', 403],
    ['cis', 'closed', 403],
    ['cis', 'cis', 201],
    ['oms', 'all', 201],
  ])('of %s for the endpoint %s: %d', async (who, endpoint, status) => {
    const answer = await subscribe(who, endpoint);
    expect(answer.status).toBe(status);
    if (status === 201) return;
    const error = `${who} may not name the endpoint ${endpoint}; nothing was done`;
    expect(JSON.parse(answer.text)).toEqual({ error });
    const [latest] = await gateway.ports.store.latestAudit(1);
    expect(JSON.parse(latest!.text) as JsonObject).toMatchObject({
      ...{ principal: who, decision: 'refused', code: '7.7', noun: 'API/subscriptions' },
      path: `/subscriptions/${endpoint}-of-${who}`,
    });
  });
});

test('an endpoint may be given its principals by the API, and says them', async () => {
  const given = { url: url('later'), principals: ['cis'] };
  const headers = { ...as('cis'), 'Content-Type': 'application/json' };
  const made = await gateway.send('PUT', '/api/v1/endpoints/later', headers, JSON.stringify(given));
  expect([made.status, JSON.parse(made.text)]).toEqual([201, expect.objectContaining({ principals: ['cis'] })]);
  const question = () =>
    aMessage('GetMeterConfig')
      .header({ ...later, ReplyAddress: 'later' })
      .with(meters);
  expect(await ask(gateway, 'oms', question())).toContain('FAILED 7.7');
  expect(await ask(gateway, 'cis', question())).toContain('OK');
  await until('the reply has come', () => to.received.some(({ path }) => path.endsWith('/later')));
});
