/** `commands.duplicates: join`: the same command twice on one device is done once, and answered twice. */
import type { Job, Notice } from '../../../../src/ports/head-end.js';
import type { StoredRequest } from '../../../../src/ports/requests.js';
import type { AnyResponse } from '../../../../src/message/call.js';
import { commandsOf } from '../../../../src/services/commands.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from '../devices/bench.js';
import { aControl } from '../devices/messages.js';

let clock: VirtualClock = virtualClock();
let headEnd: ScriptedHeadEnd;
let bench: Bench;
let messages: number;

async function start(capabilities: object = {}, settings: object = {}): Promise<void> {
  clock = virtualClock();
  messages = 0;
  headEnd = scriptedHeadEnd({
    inventory: [1, 2, 3, 4].map(anInstallation),
    capabilities: { controls: ['*.31.0.*', '*.15.*.*'], ...capabilities },
  });
  bench = await aBench(() => headEnd, clock, { commandDeadline: 60_000, duplicates: 'join', ...settings });
}
beforeEach(() => start());
afterEach(() => bench.close());

const on = (...names: readonly string[]) => aControl({ EndDevices: names.map((name) => aMeter(name)) });
const order = (number: number, ...controls: readonly object[]): MessageBuilder =>
  aMessage('CreateEndDeviceControls')
    .with({ EndDeviceControl: controls.length === 0 ? [on('M-1')] : controls })
    .header({
      AsyncReplyFlag: 'true',
      ReplyAddress: 'poll',
      CorrelationID: `order-${number}`,
      MessageID: `message-${++messages}`,
    });
const about = (verb: 'Cancel' | 'Change', number: number, root: object = {}): MessageBuilder =>
  aMessage(`${verb}EndDeviceControls`)
    .header({ CorrelationID: `order-${number}`, MessageID: `message-${++messages}` })
    .with({ ...root });
const starting = (milliseconds: number) => ({
  primaryDeviceTiming: {
    interval: {
      end: new Date(clock.now() + milliseconds + 60_000).toISOString(),
      start: new Date(clock.now() + milliseconds).toISOString(),
    },
  },
});
const told = (job: Job, more: object = {}): Notice => ({
  kind: 'final',
  jobId: job.id,
  device: job.devices[0]!.mRID,
  outcome: 'succeeded',
  facts: { 'switch position': 'open' },
  at: clock.now(),
  ...more,
});

async function request(number: number): Promise<StoredRequest> {
  const [found] = await bench.ports.store.requestsByCorrelation('', `order-${number}`, 'EndDeviceControls');
  return found!;
}
const states = async (number: number) =>
  (await bench.ports.store.tasks((await request(number)).id)).map(({ state }) => state);
/** Lets what is to happen now happen. */
async function settle(milliseconds = 0): Promise<void> {
  for (let n = 0; n < 6; n++) {
    await bench.ports.jobs.idle();
    await bench.desk.writes.settled();
    await clock.advance(n === 0 ? milliseconds : 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
/** The one final reply, when the request has ended. */
async function final(number: number): Promise<AnyResponse> {
  await bench.until(
    (async () => {
      while ((await request(number)).state === 'open') await new Promise((resolve) => setTimeout(resolve, 5));
    })(),
  );
  const parts = (await request(number)).reply?.['parts'] as unknown as readonly AnyResponse[];
  expect(parts).toHaveLength(1);
  return parts[0]!;
}

describe('the same command once more', () => {
  test('joins the one under way: sent once, acknowledged with which one, each with its own reply and event', async () => {
    await bench.ask(order(1));
    await settle();
    const acknowledged = await bench.ask(order(2));
    expect(gist(acknowledged)).toMatchObject({ result: 'OK', codes: ['0.3', '0.3'] });
    expect(gist(acknowledged).details[1]).toMatch(
      /^EndDeviceControls\.EndDeviceControl\[0\].*request order-1 \(control /,
    );
    const first = (await request(1)).body['controls'] as readonly { readonly mRID: string }[];
    expect(acknowledged.Reply.Error?.[1]).toMatchObject({
      level: 'INFORM',
      ID: { text: 'M-1' },
      relatedID: { text: first[0]!.mRID, objectType: 'EndDeviceControl' },
    });
    expect(await states(2)).toEqual(['accepted']);
    headEnd.say(told(headEnd.jobs[0]!));
    expect(gist(await final(1))).toMatchObject({ result: 'OK', codes: ['0.0'] });
    const joined = await final(2);
    expect(joined.Header.CorrelationID).toBe('order-2');
    expect(gist(joined)).toMatchObject({ result: 'OK', codes: ['0.0'], details: [expect.stringContaining('order-1')] });
    expect(headEnd.jobs).toHaveLength(1);
    const events = (await bench.events()).map(({ document }) => JSON.stringify(document));
    expect(events.map((event) => /order-\d/.exec(event)?.[0]).sort()).toEqual(['order-1', 'order-2']);
    await settle(120_000);
    expect(headEnd.jobs).toHaveLength(1);
    expect(bench.trouble).toEqual([]);
  });

  test('fails as that one fails, in its words', async () => {
    await bench.ask(order(1));
    await bench.ask(order(2));
    await settle();
    const failure = { code: '5.3', details: 'the switch is stuck' };
    headEnd.say(told(headEnd.jobs[0]!, { outcome: 'failed', failure, facts: {} }));
    for (const number of [1, 2]) {
      const reply = await final(number);
      expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.3'] });
      expect(gist(reply).details[0]).toContain('the switch is stuck');
    }
  });

  test('is not known at its end when nobody knows: 4.1 for both', async () => {
    await bench.ask(order(1));
    await bench.ask(order(2));
    await settle();
    expect(gist(await final(1)).codes).toEqual(['4.1']);
    const reply = await final(2);
    expect(gist(reply).codes).toEqual(['4.1']);
    expect(gist(reply).details[0]).toMatch(/whether the command was carried out is not known/);
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('ten times in the same moment is done once, and answered ten times', async () => {
    const numbers = Array.from({ length: 10 }, (_, at) => at + 1);
    const replies = await Promise.all(numbers.map((number) => bench.ask(order(number))));
    expect(replies.map((reply) => gist(reply).result)).toEqual(numbers.map(() => 'OK'));
    expect(replies.map((reply) => gist(reply).codes.length).sort()).toEqual([1, ...numbers.slice(1).map(() => 2)]);
    await settle();
    headEnd.say(told(headEnd.jobs[0]!));
    for (const number of numbers) expect(gist(await final(number))).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('answered at once gets that outcome too', async () => {
    await bench.ask(order(1));
    await settle();
    const answer = bench.ask(order(2).header({ AsyncReplyFlag: undefined, ReplyAddress: undefined }));
    await settle();
    headEnd.say(told(headEnd.jobs[0]!));
    expect(gist(await answer)).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('beside other devices: these are commanded, and the reply tells of all', async () => {
    await bench.ask(order(1));
    await settle();
    const acknowledged = await bench.ask(order(2, on('M-1', 'M-2', 'NOBODY')));
    expect(gist(acknowledged)).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '0.3', '2.4'] });
    await settle();
    expect(headEnd.jobs.map(({ devices }) => devices.map(({ mRID }) => mRID))).toEqual([['meter-1'], ['meter-2']]);
    headEnd.say(told(headEnd.jobs[1]!));
    await settle();
    expect(await states(2)).toEqual(['accepted', 'succeeded']);
    headEnd.say(told(headEnd.jobs[0]!));
    expect(gist(await final(2))).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '0.0', '2.4'] });
  });

  const event = { EndDeviceControlType: { ref: '3.15.43.300' }, EndDevices: [aMeter('M-1')] };
  test.each<[string, object, object]>([
    ['another control of its kind', on('M-1'), { ...on('M-1'), EndDeviceControlType: { ref: '3.31.0.18' } }],
    [
      'other parameters',
      { ...event, PanDemandResponse: { duration: '30' } },
      { ...event, PanDemandResponse: { duration: '60' } },
    ],
    ['another time', on('M-1'), { ...on('M-1'), scheduled: true }],
  ])('with %s does not join, and is refused', async (_, one, other) => {
    await bench.ask(order(1, one));
    const { scheduled, ...rest } = other as { readonly scheduled?: true };
    const reply = await bench.ask(order(2, { ...rest, ...(scheduled === true ? starting(10_000) : {}) }));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(await request(2)).toBeUndefined();
  });

  test('in one message is refused for the second time', async () => {
    const reply = await bench.ask(order(1, on('M-1'), on('M-1')));
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '6.1'] });
  });

  test('is refused where the setting says so', async () => {
    await bench.close();
    await start({}, { duplicates: 'refuse' });
    await bench.ask(order(1));
    expect(gist(await bench.ask(order(2)))).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
  });
});

describe('a shared command is called off', () => {
  test('by who asked first, before it is sent: it is sent for the other one, once', async () => {
    const control = { ...on('M-1'), ...starting(30_000) };
    await bench.ask(order(1, control));
    await bench.ask(order(2, control));
    const canceled = await bench.ask(about('Cancel', 1));
    expect(gist(canceled)).toMatchObject({
      result: 'OK',
      codes: ['0.0'],
      details: [expect.stringContaining('goes on')],
    });
    expect(gist(await final(1)).codes).toEqual(['6.5']);
    headEnd.follow((job, say) => say(told(job)));
    await settle(40_000);
    expect(gist(await final(2))).toMatchObject({ result: 'OK', codes: ['0.0'] });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('by who has joined: it goes on for the first', async () => {
    await bench.ask(order(1));
    await bench.ask(order(2));
    await settle();
    const canceled = await bench.ask(about('Cancel', 2));
    expect(gist(canceled)).toMatchObject({
      result: 'OK',
      codes: ['0.0'],
      details: [expect.stringContaining('goes on')],
    });
    expect(gist(await final(2)).codes).toEqual(['6.5']);
    headEnd.say(told(headEnd.jobs[0]!));
    expect(gist(await final(1))).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('by the one in the middle: the third still gets the outcome of the first', async () => {
    for (const number of [1, 2, 3]) await bench.ask(order(number));
    await settle();
    await bench.ask(about('Cancel', 2));
    headEnd.say(told(headEnd.jobs[0]!));
    expect(gist(await final(1))).toMatchObject({ result: 'OK' });
    expect(gist(await final(2)).codes).toEqual(['6.5']);
    expect(gist(await final(3))).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('when it is sent: it stays with the head end, which could have stopped it, since another one wants it', async () => {
    await bench.close();
    await start({ cancel: true });
    const stopped: string[] = [];
    headEnd.cancel = async (_, devices = []) => (stopped.push(...devices), devices);
    await bench.ask(order(1));
    await bench.ask(order(2));
    await settle();
    expect(gist(await bench.ask(about('Cancel', 1)))).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(stopped).toEqual([]);
    headEnd.say(told(headEnd.jobs[0]!));
    expect(gist(await final(1))).toMatchObject({ result: 'OK' });
    expect(gist(await final(2))).toMatchObject({ result: 'OK' });
  });

  test('nor can it be changed by either', async () => {
    const control = { ...on('M-1'), ...starting(30_000) };
    await bench.ask(order(1, control));
    await bench.ask(order(2, control));
    for (const number of [1, 2]) {
      const changed = { EndDeviceControlType: { ref: '3.31.0.23' }, ...starting(50_000) };
      const reply = await bench.ask(about('Change', number, { EndDeviceControl: [changed] }));
      expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
      expect(gist(reply).details[0]).toContain('shared with another request');
    }
  });
});

describe('after a restart', () => {
  /** A request that has joined another, as an earlier process has written it, which heard no more of it. */
  async function leaveJoined(): Promise<void> {
    const lead = await request(1);
    const [task] = await bench.ports.store.tasks(lead.id);
    const joined = { requestId: lead.id, seq: 0, control: 'control-1', correlationId: 'order-1' };
    const id = '00000000-0000-4000-9000-000000000002';
    await bench.ports.store.transaction((tx) =>
      tx.addRequest({ ...lead, id, correlationId: 'order-2', replyTo: { kind: 'poll' } }, [
        { ...task!, state: 'accepted', data: { ...task!.data, joined } },
      ]),
    );
  }

  test('what had joined a command that is over ends as that did, and nothing is sent', async () => {
    headEnd.follow((job, say) => say(told(job)));
    await bench.ask(order(1));
    await final(1);
    await leaveJoined();
    await commandsOf(bench.ports).recover();
    expect(gist(await final(2))).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('what had joined a command under way waits for it', async () => {
    await bench.ask(order(1));
    await settle();
    await leaveJoined();
    await commandsOf(bench.ports).recover();
    await settle();
    expect(await states(2)).toEqual(['accepted']);
    headEnd.say(told(headEnd.jobs[0]!));
    expect(gist(await final(2))).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('what had joined a command that was called off is sent', async () => {
    await bench.ask(order(1, { ...on('M-1'), ...starting(30_000) }));
    await leaveJoined();
    await bench.ask(about('Cancel', 1));
    headEnd.follow((job, say) => say(told(job)));
    await settle(40_000);
    await commandsOf(bench.ports).recover();
    expect(gist(await final(2))).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });
});
