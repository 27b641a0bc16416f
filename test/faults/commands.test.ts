/**
 * Asynchronous commands over the wire, with everything that can be wrong: what is asked, whom the reply is for, and how the receiver of
 * the reply behaves. Each case shows the exact answer, and that the promises hold (I1 nothing acknowledged is lost, I2 nothing runs
 * twice, I3 exactly one final reply, I4 what is kept agrees with what was said). How head ends misbehave: unit/services/commands;
 * a MessageID ten times at once: http/commands.test.ts; kill -9: faults/kill.
 */
import type { AnyMessage } from '../../src/message/call.js';
import type { Job, Notice } from '../../src/ports/head-end.js';
import { systemClock } from '../../src/system.js';
import { aMessage, aMeter, aName, gist, operationNamed } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { receiver, replyText, respond, type Answering, type Receiver } from '../support/receiver.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../support/scripted-head-end.js';
import { checkSent } from '../support/sent-check.js';
import { anEndpoint } from '../support/subscribing.js';
import { until } from '../support/until.js';

let there: Receiver;
let gateway: TestGateway;
let headEnd: ScriptedHeadEnd;

const allDone = (job: Job, say: (notice: Notice) => void): void => {
  for (const { mRID: device } of job.devices)
    say({ kind: 'final', jobId: job.id, device, outcome: 'succeeded', facts: {}, at: gateway.clock.now() });
};

beforeEach(async () => {
  there = await receiver();
  headEnd = scriptedHeadEnd({ inventory: [1, 2, 3].map(anInstallation), script: allDone });
  gateway = await testGateway({
    clock: systemClock(), // the eager one may jump to a second attempt before the first one's failure is on disk
    headEnds: [headEnd],
    config: { headEnd: headEnd.name, replyEndpoints: [anEndpoint('cis', there.url)] },
  });
});
afterEach(async () => {
  await gateway.stop();
  await there.close();
});

const create = operationNamed('CreateEndDeviceControls');
const disconnect = (...devices: readonly object[]) => ({
  EndDeviceControlType: { ref: '3.31.0.23' },
  EndDevices: devices,
});
function order(control: object, header: object = {}): AnyMessage {
  const { message } = aMessage(create.name).with({ EndDeviceControl: [control] });
  const asynchronous = { AsyncReplyFlag: 'true', ReplyAddress: 'cis', CorrelationID: 'order-1', MessageID: 'm-1' };
  return { ...message, Header: { ...message.Header, ...asynchronous, ...header } } as AnyMessage;
}

/** Two meters of one name, which only their mRIDs tell apart. */
async function twins(): Promise<void> {
  for (const mRID of ['twin-1', 'twin-2']) {
    const { call, message } = aMessage('CreateMeterConfig').with({
      Meter: [{ mRID, Names: [aName('M-TWICE', mRID)] }],
    });
    const made = await gateway.ask(call.operation, {
      ...message,
      Header: { ...message.Header, MessageID: mRID },
    });
    expect(gist(made).result).toBe('OK');
  }
}

interface Bad {
  readonly what: string;
  readonly control: object;
  readonly header?: object;
  readonly code: string;
  readonly details: RegExp;
  readonly object?: string;
}
const place = /^EndDeviceControls\.EndDeviceControl\[0\]/.source;
const bad: readonly Bad[] = [
  {
    what: 'an unknown meter',
    control: disconnect(aMeter('NOBODY')),
    code: '2.4',
    details: new RegExp(`${place}\\.EndDevices\\[0\\]: no .*NOBODY`),
    object: 'NOBODY',
  },
  {
    what: 'an ambiguous name',
    control: disconnect({ Names: [aName('M-TWICE')] }),
    code: '2.29',
    details: new RegExp(`${place}\\.EndDevices\\[0\\]: the name M-TWICE fits several objects \\(twin-1, twin-2\\)`),
    object: 'twin-1', // and the other one as relatedID
  },
  {
    what: 'a control that the head end does not support',
    control: { ...disconnect(aMeter('M-1')), EndDeviceControlType: { ref: '3.31.0.5' } },
    code: '5.2',
    details: new RegExp(
      `${place}\\.EndDevices\\[0\\]: the head end scripted of M-1 does not support the control 3.31.0.5`,
    ),
    object: 'M-1',
  },
  {
    what: 'a deadline that has passed',
    control: {
      ...disconnect(aMeter('M-1')),
      primaryDeviceTiming: { interval: { end: '2020-01-01T00:00:00Z' } },
    },
    code: '4.1',
    details: new RegExp(`${place}\\.primaryDeviceTiming\\.interval\\.end: the end has passed already`),
  },
  {
    what: 'a ReplyAddress that is not registered',
    control: disconnect(aMeter('M-1')),
    header: { ReplyAddress: 'http://127.0.0.1:1/elsewhere' },
    code: '7.7',
    details: /^Header\.ReplyAddress: .*neither the address nor the name/,
  },
  {
    what: 'no ReplyAddress',
    control: disconnect(aMeter('M-1')),
    header: { ReplyAddress: undefined },
    code: '1.5',
    details: /^Header\.ReplyAddress: /,
  },
];

test.each(bad)('$what: refused at once, nothing kept, nothing sent, nobody called', async (one) => {
  await twins();
  const reply = await gateway.ask(create, order(one.control, one.header));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [one.code] });
  expect(gist(reply).details[0]).toMatch(one.details);
  expect(reply.Reply.Error?.[0]?.ID?.text).toBe(one.object);
  expect(reply.Header.CorrelationID).toBe('order-1');
  await nothingRemains();
});

test.each(bad.filter(({ header, object }) => header === undefined && object !== undefined))(
  '$what beside a good device: the acknowledgement and the final reply name it, the good one is commanded once',
  async ({ control, code, details }) => {
    await twins();
    const good = { ...disconnect(aMeter('M-2')) };
    const both = { EndDeviceControl: [control, good] };
    const message = order(good);
    const reply = await gateway.ask(create, { ...message, Payload: { EndDeviceControls: both } });
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.3', code] });
    expect(gist(reply).details[1]).toMatch(details);
    const final = await theFinal();
    expect([...final.matchAll(/<msg:code>([^<]+)</g)].map(([, told]) => told)).toEqual(['0.2', code]);
    expect(headEnd.jobs.map(({ devices }) => devices.map(({ mRID }) => mRID))).toEqual([['meter-2']]);
  },
);

test('a cancel that comes too late: 6.1, and the command ends as it would have', async () => {
  let job: Job | undefined;
  headEnd.follow((one) => void (job = one));
  expect(gist(await gateway.ask(create, order(disconnect(aMeter('M-1'))))).codes).toEqual(['0.3']);
  await until('it is with the head end', () => job !== undefined);
  const { call, message } = aMessage('CancelEndDeviceControls').with({});
  const reply = await gateway.ask(call.operation, {
    ...message,
    Header: { ...message.Header, CorrelationID: 'order-1', MessageID: 'm-2' },
  });
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
  expect(gist(reply).details[0]).toMatch(/has been sent to M-1 and cannot be taken back; its outcome follows/);
  allDone(job!, headEnd.say);
  expect(await theFinal()).toContain('>OK<');
  expect(headEnd.jobs).toHaveLength(1);
});

const broken: readonly (readonly [string, Answering])[] = [
  ['hangs until the connection is gone', (_received, response) => void hanging.push(() => response.socket?.destroy())],
  ['resets the connection', (_received, response) => void response.socket?.resetAndDestroy()],
  ['answers 200 with FAILED', (_received, response) => respond(response, 200, replyText('FAILED'))],
  ['answers 302', (_received, response) => void response.writeHead(302, { Location: `${there.url}/x` }).end()],
  [
    'answers a gigabyte',
    (_received, response) => {
      response.writeHead(200, { 'Content-Length': 1 << 30, 'Content-Type': 'text/xml' });
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    },
  ],
];
let hanging: (() => void)[] = [];

test.each(broken)(
  'a receiver that %s gets the same final reply again, and the command is not',
  async (_, answering) => {
    hanging = [];
    // the event is taken well; the final reply is not, the first time
    let failures = 0;
    there.answer((received, response, request) => {
      const isFinal = received.body.includes('EndDeviceControlsResponseMessage');
      if (isFinal && failures++ === 0) return answering(received, response, request);
      return respond(response, 200, replyText());
    });
    expect(gist(await gateway.ask(create, order(disconnect(aMeter('M-1')))))).toMatchObject({
      result: 'OK',
      codes: ['0.3'],
    });
    await until('the first attempt has been made', () => failures > 0);
    // I5: others are served meanwhile
    expect(gist(await gateway.ask(create, order(disconnect(aMeter('NOBODY')), { MessageID: 'm-2' }))).codes).toEqual([
      '2.4',
    ]);
    for (const letGo of hanging) letGo();
    const final = await theFinal(2);
    expect(final).toContain('>OK<');
    expect(headEnd.jobs).toHaveLength(1);
    expect(there.received.every(({ path }) => path === new URL(there.url).pathname)).toBe(true);
  },
);

/** The one final reply of order-1, when all has been taken; of the same bytes however often it was sent. */
async function theFinal(attempts = 1): Promise<string> {
  const finals = () => there.received.filter(({ body }) => body.includes('EndDeviceControlsResponseMessage'));
  await until('the final reply has come', () => finals().length >= attempts, 30_000);
  await until('all has been taken', async () => (await gateway.ports.store.outboxDepth()).length === 0, 20_000);
  expect(finals()).toHaveLength(attempts);
  expect(new Set(finals().map(({ body }) => body)).size).toBe(1);
  expect(new Set(finals().map(({ correlationId }) => correlationId))).toEqual(new Set(['order-1']));
  expect(checkSent(finals()[0]!.body)).toBe('EndDeviceControlsResponseMessage');
  const requests = await gateway.ports.store.requests({ noun: 'EndDeviceControls', limit: 10 });
  expect(requests.filter(({ verb }) => verb === 'create').map(({ state }) => state)).toEqual(['final']);
  return finals()[0]!.body;
}

async function nothingRemains(): Promise<void> {
  const { store } = gateway.ports;
  expect(await store.requests({ limit: 10 })).toEqual([]);
  expect(await store.objects({ noun: 'EndDeviceControls', limit: 10 })).toEqual([]);
  expect(await store.outboxDepth()).toEqual([]);
  expect(headEnd.jobs).toEqual([]);
  expect(there.received).toEqual([]);
}
