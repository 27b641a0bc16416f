/** What an acknowledgement tells, and what the final reply tells once more (docs/delivery.md): one rule for every noun. */
import { aMessage, aMeter, gist, type MessageBuilder } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { anEndpoint } from '../support/subscribing.js';
import { until } from '../support/until.js';
import type { AnyResponse } from '../../src/message/call.js';

let there: Receiver;
let gateway: TestGateway;

beforeEach(async () => {
  there = await receiver();
  gateway = await testGateway({ config: { replyEndpoints: [anEndpoint('cis', there.url)] } });
});
afterEach(async () => {
  await gateway.stop();
  await there.close();
});

const ask = ({ message, call }: MessageBuilder): Promise<AnyResponse> => gateway.ask(call.operation, message);
const later = (builder: MessageBuilder, id = 'order-1'): MessageBuilder =>
  builder.header({ AsyncReplyFlag: 'true', ReplyAddress: 'cis', MessageID: `m-${id}`, CorrelationID: id });
const meters = (...names: readonly string[]) => names.map((name) => aMeter(name));
const disconnect = (...names: readonly string[]): MessageBuilder =>
  aMessage('CreateEndDeviceControls').with({
    EndDeviceControl: [{ EndDeviceControlType: { ref: '3.31.0.23' }, EndDevices: meters(...names) }],
  });
const tomorrow = () => ({
  primaryDeviceTiming: { interval: { start: new Date(gateway.clock.now() + 86_400_000).toISOString() } },
});
const work = (...names: readonly string[]): MessageBuilder =>
  aMessage('CreateMeterServiceRequests').with({
    MeterServiceWork: names.map((name) => ({ kind: 'disconnect', Meter: aMeter(name) })),
  });
const schedule = (mRID: string): MessageBuilder =>
  aMessage('CreateMeterReadSchedule').with({
    EndDevice: [{ mRID }],
    TimeSchedule: [{ recurrencePattern: 'daily', scheduleInterval: { start: '2030-01-01T00:00:00Z' } }],
  });
const config = (...names: readonly string[]): MessageBuilder =>
  aMessage('CreateMeterConfig').with({ Meter: names.map((name) => aMeter(name, { mRID: `config-${name}` })) });

/** The codes of the one final reply of a correlation. */
async function finalOf(id: string): Promise<readonly string[]> {
  const finals = () =>
    there.received.filter(({ correlationId, body }) => correlationId === id && /ResponseMessage/.test(body));
  await until('the final reply has come', () => finals().length > 0);
  await until('all has been taken', async () => (await gateway.ports.store.outboxDepth()).length === 0);
  expect(finals().map(({ body }) => checkSent(body))).toHaveLength(1);
  const { body } = finals()[0]!;
  return [/Result>(\w+)</.exec(body)![1]!, ...[...body.matchAll(/<msg:code>([^<]+)</g)].map(([, code]) => code!)];
}

test.each<[string, () => MessageBuilder | Promise<MessageBuilder>, readonly string[], readonly string[]]>([
  ['a command', () => disconnect('SIM-000001'), ['OK', '0.3'], ['OK', '0.0']],
  [
    'a command, one device unknown',
    () => disconnect('SIM-000001', 'NOBODY'),
    ['PARTIAL', '0.3', '2.4'],
    ['PARTIAL', '0.2', '2.4'],
  ],
  [
    'a read',
    () => aMessage('GetMeterReadings').with({ EndDevice: meters('SIM-000001', 'SIM-000002') }),
    ['OK', '0.3'],
    ['OK', '0.0'],
  ],
  [
    'a read, one meter unknown',
    () => aMessage('GetMeterReadings').with({ EndDevice: meters('SIM-000001', 'NOBODY') }),
    ['PARTIAL', '0.3', '2.4'],
    ['PARTIAL', '0.2', '2.4'],
  ],
  [
    'a read, one reading type wrong',
    () =>
      aMessage('GetMeterReadings').with({
        EndDevice: meters('SIM-000001'),
        ReadingType: [{ Names: [{ name: '1.2.3' }] }, { Names: [{ name: '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0' }] }],
      }),
    ['PARTIAL', '0.3', '2.6'],
    ['PARTIAL', '0.2', '2.6'],
  ],
  ['a service request', () => work('SIM-000001'), ['OK', '0.3'], ['OK', '0.0']],
  ['a service request at a meter that is not there', () => work('NOBODY'), ['OK', '0.3'], ['FAILED', '2.4']],
  ['a schedule of a meter that is not there', () => schedule('nobody'), ['OK', '0.3'], ['FAILED', '2.4']],
  ['a noun of the table', () => config('A-1'), ['OK', '0.3'], ['OK', '0.0']],
  [
    'a noun of the table, one object there already',
    async () => {
      await ask(config('A-1').header({ MessageID: 'before' }));
      return config('A-1', 'A-2');
    },
    ['OK', '0.3'],
    ['PARTIAL', '2.15'],
  ],
  [
    'a cancel that comes too late for one device',
    async () => {
      const controls = ['SIM-000001', 'SIM-000002'].map((name, at) => ({
        EndDeviceControlType: { ref: '3.31.0.23' },
        EndDevices: meters(name),
        ...(at === 0 ? {} : tomorrow()),
      }));
      await ask(later(aMessage('CreateEndDeviceControls').with({ EndDeviceControl: controls }), 'order-0'));
      const first = async () => (await gateway.ports.store.requests({ limit: 1 }))[0]!.id;
      const states = async () => (await gateway.ports.store.tasks(await first())).map(({ state }) => state);
      await until('the first device has done it', async () => (await states()).includes('succeeded'));
      return aMessage('CancelEndDeviceControls');
    },
    ['PARTIAL', '0.3', '6.1'],
    ['PARTIAL', '6.1'],
  ],
])('%s: what is known is told at once, and once more at the end', async (_, builder, acknowledged, final) => {
  const built = await builder();
  const cancels = built.call.operation.verb === 'cancel';
  const asked = cancels ? later(built, 'order-0').header({ MessageID: 'm-cancel' }) : later(built);
  const { result, codes } = gist(await ask(asked));
  expect([result, ...codes]).toEqual(acknowledged);
  if (!cancels) return expect(await finalOf('order-1')).toEqual(final);
  // both requests have the same correlation: the one whose reply names no device that was commanded
  await until(
    'both replies have come',
    () => there.received.filter(({ body }) => /ResponseMessage/.test(body)).length === 2,
  );
  const bodies = there.received.map(({ body }) => body).filter((body) => /ResponseMessage/.test(body));
  const told = bodies.map((body) => [...body.matchAll(/<msg:code>([^<]+)</g)].map(([, code]) => code));
  expect(told).toContainEqual(final.slice(1));
});

test.each<[string, () => MessageBuilder]>([
  ['a command', () => disconnect('NOBODY')],
  ['a read', () => aMessage('GetMeterReadings').with({ EndDevice: meters('NOBODY') })],
])('%s of which nothing is good is refused at once, and nothing follows', async (_, builder) => {
  const reply = await ask(later(builder()));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
  expect(await gateway.ports.store.requests({ limit: 1 })).toEqual([]);
});
