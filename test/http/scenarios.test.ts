/** Every scenario of the simulated head end through the whole gateway: SOAP in, acknowledged, events and exactly one final reply out. */
import { setTimeout as wait } from 'node:timers/promises';
import { scenarios, type Scenario } from '../../src/ports/simulator.js';
import { aMessage, aMeter, gist } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, respond, replyText, type Received, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { anEndpoint, aSubscription } from '../support/subscribing.js';
import { virtualClock, type VirtualClock } from '../support/virtual-clock.js';

const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const voltage = '0.0.0.6.0.1.54.0.0.0.0.0.0.0.129.0.29.0';

let there: Receiver;
let gateway: TestGateway;
let clock: VirtualClock;
let asked = 0;

beforeAll(async () => {
  clock = virtualClock();
  there = await receiver((received, response) => respond(response, 200, replyText('OK', '', nounIn(received))));
  const suffixed = Object.fromEntries(scenarios.map((scenario) => [scenario, 2]));
  gateway = await testGateway({
    clock,
    config: {
      replies: { commandDeadline: 20_000 },
      simulator: { suffixed },
      replyEndpoints: [anEndpoint('cis', `${there.url}/cis`), anEndpoint('mdm', `${there.url}/mdm`)],
      subscriptions: [
        aSubscription({}, { name: 'events', endpoint: 'mdm' }),
        aSubscription({}, { name: 'readings', endpoint: 'mdm', noun: 'MeterReadings' }),
      ],
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await there.close();
});

const nounIn = ({ body }: Received): string => /Noun>([^<]*)</.exec(body)?.[1] ?? '';
const textsIn = ({ body }: Received, pattern: RegExp): readonly string[] =>
  [...body.matchAll(pattern)].map(([, text]) => text!);
const codesIn = (one: Received): readonly string[] => textsIn(one, /<msg:code>([^<]*)</g);
const resultIn = ({ body }: Received): string | undefined => /<msg:Result>([^<]*)</.exec(body)?.[1];
const eventsIn = (all: readonly Received[]): readonly string[] =>
  all.flatMap((one) => textsIn(one, /EndDeviceEventType ref="([^"]*)"/g));
const valuesIn = (all: readonly Received[]): readonly string[] =>
  all.flatMap((one) => textsIn(one, /<obj:value>([^<]*)</g));

/** Lets time pass, the gateway's and the wire's. */
async function pass(milliseconds: number, step = 50): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    await clock.advance(step);
    await wait(1);
  }
}

/** Asks with a deadline of 20 s, waits for all that comes of it within 40 s, and answers it by whom it came to. */
async function outcome(
  operation: 'CreateEndDeviceControls' | 'GetMeterReadings',
  root: Readonly<Record<string, unknown>>,
) {
  const CorrelationID = `order-${++asked}`;
  const { call, message } = aMessage(operation)
    .header({ AsyncReplyFlag: 'true', ReplyAddress: 'cis', MessageID: CorrelationID, CorrelationID })
    .with(root);
  const before = there.received.length;
  expect(gist(await gateway.ask(call.operation, message))).toMatchObject({ result: 'OK', codes: ['0.3'] });
  await pass(40_000);
  const mine = there.received.slice(before);
  for (const { body } of mine) checkSent(body);
  const told = (path: string) => mine.filter((one) => one.path.endsWith(path));
  const cis = told('/cis');
  const finals = cis.filter(({ body }) => body.includes('ResponseMessage'));
  return { CorrelationID, finals, events: cis.filter((one) => !finals.includes(one)), mdm: told('/mdm') };
}
const meterOf = (scenario: Scenario, number: 1 | 2): string => `SIM-00000${number}-${scenario.toUpperCase()}`;

const opened = '3.31.0.68';
const notOpened = '3.31.0.84';
const controls: Readonly<
  Record<Scenario, readonly [result: string, codes: readonly string[], events: readonly string[]]>
> = {
  unreachable: ['FAILED', ['4.1'], []],
  busy: ['FAILED', ['5.1'], [notOpened]],
  slow: ['OK', ['0.0'], [opened]],
  late: ['FAILED', ['4.1'], [opened]], // behind the final reply
  duplicate: ['OK', ['0.0'], [opened]],
  'lost-acknowledgement': ['OK', ['0.0'], [opened]],
  'no-acknowledgement': ['OK', ['0.0'], [opened]],
  'wrong-data': ['OK', ['0.0'], [opened]],
  partial: ['OK', ['0.0'], [opened]],
  'out-of-order': ['OK', ['0.0'], [opened]],
  early: ['OK', ['0.0'], [opened]],
};

test.each(scenarios)(
  'a disconnect of a meter that is %s has one final reply, and is told of by its event',
  async (scenario) => {
    const [result, codes, events] = controls[scenario];
    const control = { EndDeviceControlType: { ref: '3.31.0.23' }, EndDevices: [aMeter(meterOf(scenario, 1))] };
    const said = await outcome('CreateEndDeviceControls', { EndDeviceControl: [control] });
    expect(said.finals.map((one) => [resultIn(one), codesIn(one)])).toEqual([[result, codes]]);
    expect(eventsIn(said.events).filter((code) => code.startsWith('3.31.'))).toEqual(events);
    expect(said.finals.map(({ correlationId }) => correlationId)).toEqual([said.CorrelationID]);
    expect(eventsIn(said.mdm).filter((code) => code.startsWith('3.31.'))).toEqual(events);
  },
);

const reads: Readonly<
  Record<Scenario, readonly [result: string, codes: readonly string[], values: number, told: number]>
> = {
  unreachable: ['FAILED', ['4.1'], 0, 0],
  busy: ['FAILED', ['5.1'], 0, 0],
  slow: ['OK', ['0.0'], 2, 2],
  late: ['FAILED', ['4.1'], 0, 2],
  duplicate: ['OK', ['0.0'], 2, 2],
  'lost-acknowledgement': ['OK', ['0.0'], 2, 2],
  'no-acknowledgement': ['OK', ['0.0'], 2, 2],
  'wrong-data': ['OK', ['0.0'], 2, 2],
  partial: ['PARTIAL', ['0.2', '5.7'], 1, 1],
  'out-of-order': ['OK', ['0.0'], 2, 2],
  early: ['OK', ['0.0'], 2, 2],
};

test.each(scenarios)(
  'a read of a meter that is %s has one final reply, and each value is told once',
  async (scenario) => {
    const [result, codes, values, told] = reads[scenario];
    const ReadingType = [register, voltage].map((mRID) => ({ mRID }));
    const said = await outcome('GetMeterReadings', { EndDevice: [aMeter(meterOf(scenario, 2))], ReadingType });
    expect(said.finals.map((one) => [resultIn(one), codesIn(one)])).toEqual([[result, codes]]);
    expect(valuesIn(said.finals)).toHaveLength(values);
    expect(valuesIn(said.mdm)).toHaveLength(told);
  },
);
