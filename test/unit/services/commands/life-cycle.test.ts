/** Commands answered later, over a head end with habits of its own, on a clock that moves only when told. */
import { HeadEndRefusal, type ControlJob, type Job, type Notice } from '../../../../src/ports/head-end.js';
import { StoreUnavailable, type Batch } from '../../../../src/ports/object-store.js';
import type { StoredRequest, TaskState } from '../../../../src/ports/requests.js';
import type { AnyResponse } from '../../../../src/message/call.js';
import { commandsOf } from '../../../../src/services/commands.js';
import { aMessage, aMeter, gist, named, type MessageBuilder } from '../../../support/builders.js';
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
    capabilities: { controls: ['*.31.0.*', '*.15.*.*', '*.13.112.*'], ...capabilities },
  });
  bench = await aBench(() => headEnd, clock, { commandDeadline: 60_000, ...settings });
}
beforeEach(() => start());
afterEach(() => bench.close());

const later = (builder: MessageBuilder, header: object = {}): MessageBuilder =>
  builder.header({
    AsyncReplyFlag: 'true',
    ReplyAddress: 'poll',
    CorrelationID: 'order-1',
    MessageID: `message-${++messages}`,
    ...header,
  });
const create = (...controls: readonly object[]): MessageBuilder =>
  later(aMessage('CreateEndDeviceControls').with({ EndDeviceControl: controls }));
const on = (...names: readonly string[]): { readonly EndDevices: readonly object[] } => ({
  EndDevices: names.map((name) => aMeter(name)),
});
const at = (milliseconds: number): string => new Date(clock.now() + milliseconds).toISOString();
const between = (start: number | undefined, end?: number): object => ({
  primaryDeviceTiming: {
    interval: {
      ...(end === undefined ? {} : { end: at(end) }),
      ...(start === undefined ? {} : { start: at(start) }),
    },
  },
});
const done = (job: Job, place = 0, more: object = {}): Notice => ({
  kind: 'final',
  jobId: job.id,
  device: job.devices[place]?.mRID ?? '',
  outcome: 'succeeded',
  facts: { 'switch position': 'open' },
  at: clock.now(),
  ...more,
});
const allDone = (job: Job, say: (notice: Notice) => void): void =>
  job.devices.forEach((_, place) => say(done(job, place)));

const store = () => bench.ports.store;
const requests = () => store().requests({ limit: 10 });
const first = async (): Promise<StoredRequest> => (await requests())[0]!;
async function states(): Promise<readonly TaskState[]> {
  return (await store().tasks((await first()).id)).map(({ state }) => state);
}
/** Lets time pass until the first request has ended; answers its final reply. */
async function final(): Promise<AnyResponse> {
  await bench.until(
    (async () => {
      while ((await first()).state === 'open') await new Promise((resolve) => setTimeout(resolve, 5));
    })(),
  );
  const parts = (await first()).reply?.['parts'] as readonly unknown[];
  expect(parts).toHaveLength(1);
  return parts[0] as AnyResponse;
}
/** Lets what is to happen now happen. */
async function settle(milliseconds = 0): Promise<void> {
  for (let n = 0; n < 5; n++) {
    await bench.ports.jobs.idle();
    await bench.desk.writes.settled();
    await clock.advance(n === 0 ? milliseconds : 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a command that is answered later', () => {
  test.each<[string, (job: Job, say: (notice: Notice) => void) => void]>([
    ['twice', (job, say) => [done(job), done(job, 1), done(job), done(job, 1)].forEach(say)],
    ['out of order', (job, say) => [done(job, 1), done(job)].forEach(say)],
    ['with events in between', (job, say) => [
      done(job, 0, { kind: 'event', eventType: '3.31.0.68' }), done(job, 1), done(job)].forEach(say)], // prettier-ignore
  ])('ends once with OK when the head end answers %s', async (_, script) => {
    headEnd.follow(script);
    expect(gist(await bench.ask(create(aControl(on('M-1', 'M-2'))))).codes).toEqual(['0.3']);
    expect(gist(await final())).toMatchObject({ result: 'OK', codes: ['0.0'] });
    expect(await states()).toEqual(['succeeded', 'succeeded']);
    expect(await bench.events()).toHaveLength(2);
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('a partial answer is PARTIAL: what failed, what is silent at the deadline, what was refused at once', async () => {
    headEnd.follow((job, say) => {
      say(done(job));
      say(done(job, 1, { outcome: 'failed', failure: { code: '5.3', details: 'welded' } }));
    });
    const acknowledged = await bench.ask(create(aControl(on('M-1', 'M-2', 'M-3', 'NOBODY'))));
    expect(gist(acknowledged)).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '2.4'] });
    expect(gist(await final())).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '2.4', '5.3', '4.1'] });
    expect(await states()).toEqual(['succeeded', 'failed', 'expired']);
  });

  test('an answer behind the deadline becomes an event, and no second reply', async () => {
    await bench.ask(create(aControl({ mRID: 'late', ...on('M-1') })));
    expect(gist(await final())).toMatchObject({ result: 'FAILED', codes: ['4.1'] });
    headEnd.say(done(headEnd.jobs[0]!));
    await settle();
    expect(await bench.events()).toHaveLength(1);
    expect((await bench.control('late'))?.state).toBe('closed');
    expect(await states()).toEqual(['expired']);
  });

  test('waits for its start, and is sent at that moment', async () => {
    headEnd.follow(allDone);
    const start = clock.now() + 30_000;
    await bench.ask(create(aControl({ ...on('M-1'), ...between(30_000, 90_000) })));
    await settle(start - clock.now() - 1);
    expect(headEnd.jobs).toHaveLength(0);
    await settle(1);
    expect(headEnd.jobs).toHaveLength(1);
    expect(gist(await final()).result).toBe('OK');
  });

  test('a group is resolved when the command starts, and the resolution is kept', async () => {
    headEnd.follow(allDone);
    const group = (members: readonly string[]) => aMessage('CreatedEndDeviceGroups').header({ MessageID: `g-${members.length}` })
      .with({ EndDeviceGroup: [{ mRID: 'group-1', ...named('G'), EndDevices: members.map((name) => aMeter(name)) }] }); // prettier-ignore
    await bench.ask(group(['M-1']));
    const start = { EndDeviceControlType: { ref: '3.15.0.54' }, EndDeviceGroups: [{ mRID: 'group-1' }] };
    expect(gist(await bench.ask(create({ ...start, ...between(10_000, 90_000) }))).codes).toEqual(['0.3']);
    await bench.ask(group(['M-1', 'M-2', 'M-3']));
    await settle(10_000);
    expect(headEnd.jobs[0]?.devices.map(({ mRID }) => mRID)).toEqual(['meter-1', 'meter-2', 'meter-3']);
    await bench.ask(group(['M-4']));
    expect(gist(await final()).result).toBe('OK');
    expect(await states()).toHaveLength(3);
  });

  test('a group may not be disconnected', async () => {
    const reply = await bench.ask(create(aControl({ EndDevices: undefined, EndDeviceGroups: [named('G')] })));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect(await requests()).toEqual([]);
  });

  test('no more than the slots allow are with the head end; urgent ones have places of their own', async () => {
    await bench.close();
    await start({}, { headEndSlots: 2, urgentSlots: 1 });
    await bench.ask(create(aControl(on('M-1', 'M-2'))));
    await settle();
    expect(headEnd.jobs.map(({ devices }) => devices.length)).toEqual([1]);
    const urgent = create(aControl(on('M-3'))).header({
      CorrelationID: 'order-2',
      Property: [{ Name: 'Priority', Value: 'high' }],
    });
    await bench.ask(urgent);
    await settle();
    expect(headEnd.jobs.map(({ devices }) => devices[0]?.mRID)).toEqual(['meter-1', 'meter-3']);
    for (const job of [...headEnd.jobs]) headEnd.say(done(job));
    await settle();
    expect(headEnd.jobs.map(({ devices }) => devices[0]?.mRID)).toEqual(['meter-1', 'meter-3', 'meter-2']);
  });

  test('what another process has sent under the same name, having taken this one for gone, is not sent once more', async () => {
    await bench.close();
    await start({}, { headEndSlots: 1, urgentSlots: 0 });
    await bench.ask(create(aControl(on('M-1', 'M-2', 'M-3'))));
    await settle();
    const { id } = await first();
    const step = {
      requestId: id,
      seq: 1,
      from: ['accepted'],
      to: 'sent',
      jobId: `c-${id}-1`,
      at: clock.now(),
    } as const;
    await store().transaction((tx) => tx.stepTasks([step]));
    headEnd.say(done(headEnd.jobs[0]!));
    await settle();
    expect(headEnd.jobs.map((job) => job.id)).toEqual([`c-${id}-0`, `c-${id}-2`]);
  });

  test('one that is called off while it waits for a slot keeps none from those behind it', async () => {
    await bench.close();
    await start({}, { headEndSlots: 1, urgentSlots: 0 });
    await bench.ask(create(aControl(on('M-1', 'M-2', 'M-3'))));
    await settle();
    await bench.ask(
      later(aMessage('CancelEndDeviceControls').with({ EndDeviceControl: [aControl(on('M-2'))] }), {
        AsyncReplyFlag: undefined,
        ReplyAddress: undefined,
      }),
    );
    headEnd.say(done(headEnd.jobs[0]!));
    await settle();
    expect(await states()).toEqual(['succeeded', 'canceled', 'sent']);
  });

  test('a command that the store refuses gives its slot back', async () => {
    await bench.close();
    await start({}, { headEndSlots: 1, urgentSlots: 0 });
    headEnd.follow(allDone);
    await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-1') })));
    await final();
    const twice = await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-2') })));
    expect(gist(twice)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
    await bench.ask(create(aControl({ mRID: 'c-2', ...on('M-3') })));
    await settle();
    expect(headEnd.jobs.map(({ devices }) => devices[0]?.mRID)).toEqual(['meter-1', 'meter-3']);
  });

  test('of a group no more than its slots are with the head end, and others go past it', async () => {
    await bench.close();
    await start({}, { groupSlots: 1 });
    const members = ['M-1', 'M-2'].map((name) => aMeter(name));
    await bench.ask(
      aMessage('CreatedEndDeviceGroups')
        .header({ MessageID: 'g' })
        .with({ EndDeviceGroup: [{ mRID: 'group-1', EndDevices: members }] }),
    );
    await bench.ask(create({ EndDeviceControlType: { ref: '3.15.0.54' }, EndDeviceGroups: [{ mRID: 'group-1' }] }));
    await bench.ask(create(aControl(on('M-3'))).header({ CorrelationID: 'order-2' }));
    await settle();
    expect(headEnd.jobs.map(({ devices }) => devices.map(({ mRID }) => mRID))).toEqual([['meter-1'], ['meter-3']]);
    headEnd.say(done(headEnd.jobs[0]!));
    await settle();
    expect(headEnd.jobs[2]?.devices[0]?.mRID).toBe('meter-2');
  });

  test('what the head end cannot take now is sent again later, what it will not take fails', async () => {
    let busy = 2;
    headEnd.follow((job, say) => {
      if (busy-- > 0) throw new HeadEndRefusal({ code: '5.1', details: 'busy' }, true);
      allDone(job, say);
    });
    await bench.ask(create(aControl(on('M-1'))));
    expect(gist(await final()).result).toBe('OK');
    expect(new Set(headEnd.jobs.map(({ id }) => id)).size).toBe(1);
    headEnd.follow(() => {
      throw new HeadEndRefusal({ code: '5.2', details: 'not this one' }, false);
    });
    const refused = await bench.ask(create(aControl(on('M-2'))).header({ CorrelationID: 'order-2' }));
    expect(gist(refused).codes).toEqual(['0.3']);
    await settle();
    const [, second] = await requests();
    expect(second?.state).toBe('final');
    expect(JSON.stringify(second?.reply)).toContain('not this one');
  });

  test('what the head end has not taken until the deadline was never sent, and the reply and the record say so', async () => {
    headEnd.follow(() => {
      throw new HeadEndRefusal({ code: '5.1', details: 'busy' }, true);
    });
    await bench.ask(create(aControl({ mRID: 'never', ...on('M-1') })));
    expect(JSON.stringify(await final())).toContain('nothing was sent to the device');
    expect((await bench.control('never'))?.state).toBe('canceled');
  });

  test('a device that was called off while the head end was busy is not handed over with the others again', async () => {
    await bench.close();
    await start({ remembersJobs: true });
    headEnd.follow(() => {
      throw new HeadEndRefusal({ code: '5.1', details: 'busy' }, true);
    });
    await bench.ask(create(aControl(on('M-1', 'M-2', 'M-3'))));
    await settle();
    const cancel = aMessage('CancelEndDeviceControls').with({ EndDeviceControl: [aControl(on('M-2'))] });
    await bench.ask(cancel.header({ CorrelationID: 'order-1', MessageID: 'cancel-1' }));
    const busy = headEnd.jobs.length;
    headEnd.follow(() => {
      headEnd.follow(allDone);
      throw new Error('connection reset');
    });
    expect(gist(await final())).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '6.5'] });
    const sent = headEnd.jobs.slice(busy).map(({ devices }) => devices.map(({ mRID }) => mRID));
    expect(sent.slice(-2)).toEqual([
      ['meter-1', 'meter-3'],
      ['meter-1', 'meter-3'],
    ]);
  });

  test.each([
    ['remembers its jobs: the same job is submitted again', { remembersJobs: true }, 'OK', 2],
    ['does not: nothing is sent twice, and at the deadline nothing is known', {}, 'FAILED', 1],
  ])('a lost acknowledgement of a head end that %s', async (_, capabilities, result, jobs) => {
    await bench.close();
    await start(capabilities);
    let lost = true;
    headEnd.follow((job, say) => {
      if (lost) {
        lost = false;
        throw new Error('connection reset');
      }
      allDone(job, say);
    });
    await bench.ask(create(aControl(on('M-1'))));
    await settle();
    expect(await states()).toEqual([result === 'OK' ? 'succeeded' : 'unknown']);
    expect(gist(await final()).result).toBe(result);
    expect(headEnd.jobs).toHaveLength(jobs);
    expect(new Set(headEnd.jobs.map(({ id }) => id)).size).toBe(1);
  });

  test('of two at the same time on one device one is refused, also in one message', async () => {
    const [one, other] = await Promise.all([
      bench.ask(create(aControl(on('M-1')))),
      bench.ask(create(aControl(on('M-1'))).header({ CorrelationID: 'order-2' })),
    ]);
    expect([gist(one).codes, gist(other).codes].sort()).toEqual([['0.3'], ['6.1']]);
    const both = await bench.ask(
      create(aControl(on('M-2')), aControl({ ...on('M-2'), EndDeviceControlType: { ref: '3.31.0.18' } })),
    );
    expect(gist(both).codes).toEqual(['0.3', '6.1']);
  });

  test('commands of other kinds, or at other times, are not in each other’s way', async () => {
    const event = { EndDeviceControlType: { ref: '3.15.43.300' }, PanDemandResponse: { duration: '30' }, ...on('M-1') };
    const reply = await bench.ask(
      create(
        aControl(on('M-1')),
        { ...event, ...between(3_600_000, 5_400_000) },
        { ...event, ...between(7_200_000, 9_000_000) },
      ),
    );
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  });

  test.each<[string, object, string]>([
    ['a deadline that has passed', between(undefined, -1_000), '4.1'],
    ['a text without text', { EndDeviceControlType: { ref: '3.13.112.77' } }, '5.8'],
    ['a control that the head end does not have', { EndDeviceControlType: { ref: '3.20.9.13' } }, '5.2'],
    ['an unknown meter', on('NOBODY'), '2.4'],
    ['the same device twice', on('M-1', 'M-1'), '2.15'],
  ])('%s is refused before anything is promised', async (what, more, code) => {
    const reply = await bench.ask(create(aControl({ ...on('M-1'), ...more })));
    expect(gist(reply).codes).toContain(code);
    expect((await requests()).length).toBe(what.startsWith('the same') ? 1 : 0);
  });
});

describe('the Option Deadline', () => {
  const withDeadline = (value: string, more: object = {}): MessageBuilder =>
    create(aControl({ ...on('M-1'), ...more })).request({ Option: [{ name: 'Deadline', value }] });
  const secondsLeft = async () => ((await first()).deadline - clock.now()) / 1000;

  test.each<[string, object, number]>([
    ['PT10M', {}, 600],
    ['PT10S', between(3_600_000, undefined), 3_610],
    ['2026-11-22T13:05:00+01:00', {}, 300],
    ['PT10M', between(0, 1_800_000), 1_800],
  ])(
    '%s: is a duration from the start or a time, and gives way to the end of the interval',
    async (value, more, left) => {
      expect(gist(await bench.ask(withDeadline(value, more))).codes).toEqual(['0.3']);
      expect(Math.round(await secondsLeft())).toBe(left);
    },
  );

  test.each([
    ['soon', '1.8', /^Request\.Option\[0\]: the deadline is a duration of days/],
    ['', '1.8', /^Request\.Option\[0\]: the deadline is/],
    ['PT0S', '1.8', /^Request\.Option\[0\]: the deadline is/],
    ['P1M', '1.8', /^Request\.Option\[0\]: the deadline is/],
    ['2026-11-22T11:00:00Z', '4.1', /^Request\.Option\[0\]: the deadline is over already/],
  ])('%s: is refused, and nothing begins', async (value, code, details) => {
    const reply = await bench.ask(withDeadline(value));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(gist(reply).details[0]).toMatch(details);
    expect(await requests()).toEqual([]);
  });
});

test.each([undefined, 'M-2'])('a deadline before the start is refused for that control (beside %s)', async (other) => {
  const tomorrow = aControl({ ...on('M-1'), ...between(86_400_000) });
  const controls = other === undefined ? [tomorrow] : [tomorrow, aControl(on(other))];
  const message = create(...controls).request({ Option: [{ name: 'Deadline', value: at(3_600_000) }] });
  const reply = gist(await bench.ask(message));
  expect(reply).toMatchObject(other === undefined ? { result: 'FAILED' } : { result: 'PARTIAL' });
  expect(reply.details.at(-1)).toMatch(/^Request\.Option\[0\]: the deadline is not after the start/);
  expect(await requests()).toHaveLength(other === undefined ? 0 : 1);
});

describe('after a restart', () => {
  /** What an earlier process has left: promised, or sent, or not. */
  async function leave(state: 'accepted' | 'sent'): Promise<StoredRequest> {
    headEnd.follow(() => new Promise(() => {}));
    await bench.ask(create(aControl(on('M-1', 'M-2'))));
    await settle();
    const request = await first();
    const tasks = await store().tasks(request.id);
    expect(tasks.map((task) => task.state)).toEqual(['sent', 'sent']);
    const id = '00000000-0000-4000-9000-000000000001';
    await store().transaction(async (tx) => {
      await tx.stepTasks(
        tasks.map(({ seq }) => ({ requestId: request.id, seq, from: ['sent'], to: 'canceled', at: 1 })),
      );
      await tx.addRequest(
        { ...request, id, correlationId: 'left' },
        tasks.map((task) => ({ ...task, state })),
      );
      if (state === 'sent')
        await tx.stepTasks(
          tasks.map(({ seq }) => ({ requestId: id, seq, from: ['sent'], to: 'sent', jobId: `c-${id}-0`, at: 1 })),
        );
    });
    return (await store().request(id))!;
  }
  const stateOf = async (id: string) => (await store().tasks(id)).map(({ state }) => state);

  test('what was promised and not sent is sent', async () => {
    const { id } = await leave('accepted');
    headEnd.follow(allDone);
    await commandsOf(bench.ports).recover();
    await settle();
    expect(await stateOf(id)).toEqual(['succeeded', 'succeeded']);
    expect((await store().request(id))?.state).toBe('final');
  });

  test('what was sent is asked for, and not sent again; what the head end knows is taken', async () => {
    const { id } = await leave('sent');
    const before = headEnd.jobs.length;
    const job = { id: `c-${id}-0`, devices: [anInstallation(1).meter] } as unknown as ControlJob;
    headEnd.poll = async ({ jobId }) => (jobId === job.id ? [done(job)] : []);
    await commandsOf(bench.ports).recover();
    await settle();
    expect(headEnd.jobs).toHaveLength(before);
    expect(await stateOf(id)).toEqual(['succeeded', 'unknown']);
    await settle(70_000);
    expect(await stateOf(id)).toEqual(['succeeded', 'expired']);
    expect(headEnd.jobs).toHaveLength(before);
  });

  test('a switch that stands as it was wanted has obeyed', async () => {
    const { id } = await leave('sent');
    headEnd.state = async () =>
      new Map([
        ['meter-1', { 'switch position': 'open' }],
        ['meter-2', { 'switch position': 'closed' }],
      ]);
    await commandsOf(bench.ports).recover();
    await settle();
    expect(await stateOf(id)).toEqual(['succeeded', 'unknown']);
  });
});

describe('a command is called off', () => {
  const cancel = (root: object = {}, header: object = {}) =>
    aMessage('CancelEndDeviceControls').header({ CorrelationID: 'order-1', MessageID: `cancel-${++messages}`, ...header }).with({ ...root }); // prettier-ignore

  test('before its start: OK, the request ends with 6.5 for each device, nothing is sent', async () => {
    await bench.ask(create(aControl({ ...on('M-1', 'M-2'), ...between(30_000, 90_000) })));
    expect(gist(await bench.ask(cancel()))).toMatchObject({ result: 'OK' });
    expect(gist(await final())).toMatchObject({ result: 'FAILED', codes: ['6.5', '6.5'] });
    await settle(100_000);
    expect(headEnd.jobs).toEqual([]);
  });

  test('for some devices: the others are carried out', async () => {
    headEnd.follow(allDone);
    await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-1', 'M-2'), ...between(30_000, 90_000) })));
    expect(gist(await bench.ask(cancel({ EndDeviceControl: [aControl(on('M-2'))] }))).result).toBe('OK');
    await settle(30_000);
    expect(gist(await final())).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '6.5'] });
    expect((await bench.control('c-1'))?.state).toBe('closed');
  });

  test('too late for those that are sent, PARTIAL when others are not', async () => {
    await bench.close();
    await start({}, { headEndSlots: 1, urgentSlots: 0 });
    await bench.ask(create(aControl(on('M-1', 'M-2'))));
    await settle();
    expect(await states()).toEqual(['sent', 'accepted']);
    const reply = await bench.ask(cancel());
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['6.1'] });
    expect(reply.Reply.Error?.[0]?.ID).toMatchObject({ text: 'M-1' });
    headEnd.say(done(headEnd.jobs[0]!));
    expect(gist(await final())).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '6.5'] });
  });

  test('also when it is sent, if the head end can still stop it', async () => {
    await bench.close();
    await start({ cancel: true });
    headEnd.cancel = async (_, devices) => devices ?? [];
    await bench.ask(create(aControl(on('M-1'))));
    await settle();
    expect(gist(await bench.ask(cancel())).result).toBe('OK');
    expect(gist(await final()).codes).toEqual(['6.5']);
  });

  test.each<[string, () => MessageBuilder, string]>([
    ['a correlation id that nobody has', () => cancel({}, { CorrelationID: 'order-9' }), '2.15'],
    ['a type that is not in the request', () => cancel({ EndDeviceControl: [aControl({ EndDevices: undefined, EndDeviceControlType: { ref: '3.31.0.18' } })] }), '2.15'],
    ['a device that is not in the request', () => cancel({ EndDeviceControl: [aControl(on('M-4'))] }), '2.15'],
  ])('%s is an error, and calls off nothing', async (_, message, code) => {
    await bench.ask(create(aControl({ ...on('M-1'), ...between(30_000, 90_000) })));
    expect(gist(await bench.ask(message())).codes).toEqual([code]);
    expect(await states()).toEqual(['accepted']);
  }); // prettier-ignore

  test('by the mRID of the control as well', async () => {
    await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-1'), ...between(30_000, 90_000) })));
    const byId = cancel({}, { CorrelationID: undefined }).request({ ID: ['c-1'] });
    expect(gist(await bench.ask(byId)).result).toBe('OK');
    expect(await states()).toEqual(['canceled']);
  });

  test('and the answer may come later too', async () => {
    await bench.ask(create(aControl({ ...on('M-1'), ...between(30_000, 90_000) })));
    expect(gist(await bench.ask(later(cancel()))).codes).toEqual(['0.3']);
    expect((await requests()).map(({ verb, state }) => [verb, state])).toEqual([
      ['create', 'final'],
      ['cancel', 'final'],
    ]);
  });
});

describe('a command is changed', () => {
  const change = (control: object) =>
    aMessage('ChangeEndDeviceControls').header({ CorrelationID: 'order-1', MessageID: `change-${++messages}` }).with({ EndDeviceControl: [control] }); // prettier-ignore

  test('before it is sent: it starts when it is to start now, with what was changed', async () => {
    headEnd.follow(allDone);
    await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-1'), ...between(30_000, 90_000), reason: 'old' })));
    const changed = change({
      mRID: 'c-1',
      EndDeviceControlType: { ref: '3.31.0.23' },
      reason: 'new',
      ...between(5_000, 95_000),
    });
    expect(gist(await bench.ask(changed)).result).toBe('OK');
    await settle(5_000);
    expect(headEnd.jobs).toMatchObject([{ parameters: { reason: 'new' } }]);
    expect(gist(await final()).result).toBe('OK');
    expect((await bench.control('c-1'))?.document).toMatchObject({ reason: 'new', EndDevices: [aMeter('M-1')] });
  });

  test('to another time: the device is free then for others when it was to be busy, and busy when it is now', async () => {
    const other = (mRID: string, start: number, end: number) =>
      bench.ask(
        aMessage('CreateEndDeviceControls')
          .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: mRID, MessageID: mRID })
          .with({ EndDeviceControl: [aControl({ mRID, ...on('M-1'), ...between(start, end) })] }),
      );
    await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-1'), ...between(30_000, 60_000) })));
    const later = change({ mRID: 'c-1', EndDeviceControlType: { ref: '3.31.0.23' }, ...between(100_000, 130_000) });
    expect(gist(await bench.ask(later)).result).toBe('OK');
    expect(gist(await other('c-2', 30_000, 60_000)).result).toBe('OK');
    expect(gist(await other('c-3', 110_000, 120_000))).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
  });

  test('is refused where another command of the device is to be under way then, and stays as it was', async () => {
    const times = between(30_000, 60_000);
    await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-1'), ...times })));
    const second = aMessage('CreateEndDeviceControls')
      .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: 'order-2', MessageID: 'second' })
      .with({ EndDeviceControl: [aControl({ mRID: 'c-2', ...on('M-1'), ...between(100_000, 130_000) })] });
    expect(gist(await bench.ask(second)).result).toBe('OK');
    const later = change({ mRID: 'c-1', EndDeviceControlType: { ref: '3.31.0.23' }, ...between(90_000, 120_000) });
    expect(gist(await bench.ask(later))).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    headEnd.follow(allDone);
    await settle(30_000);
    expect(headEnd.jobs).toHaveLength(1);
    expect((await bench.control('c-1'))?.document).toMatchObject(times);
  });

  test('and its deadline stays what was asked for, unless it gets other times', async () => {
    const planned = async () => {
      const { body, deadline } = await first();
      const [{ start }] = (body as unknown as { readonly controls: readonly [{ readonly start: number }] }).controls;
      return deadline - start;
    };
    const message = create(aControl({ mRID: 'moved', ...on('M-1'), ...between(30_000) }));
    await bench.ask(message.request({ Option: [{ name: 'Deadline', value: 'PT10M' }] }));
    expect(await planned()).toBe(600_000);
    const changed = async (more: object) =>
      gist(await bench.ask(change({ mRID: 'moved', EndDeviceControlType: { ref: '3.31.0.23' }, ...more }))).result;
    expect(await changed({ reason: 'new' })).toBe('OK');
    expect(await planned()).toBe(600_000);
    expect(await changed(between(20_000))).toBe('OK');
    expect(await planned()).toBe(60_000);
  });

  test('too late when it is sent', async () => {
    await bench.ask(create(aControl({ mRID: 'c-1', ...on('M-1') })));
    await settle();
    const reply = await bench.ask(change({ mRID: 'c-1', EndDeviceControlType: { ref: '3.31.0.23' }, reason: 'new' }));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
  });
});

describe('a control in force', () => {
  const dr = { mRID: 'dr-1', EndDeviceControlType: { ref: '3.15.43.300' }, PanDemandResponse: { duration: '60' } };
  const ending = (verb: 'Close' | 'Delete') =>
    aMessage(`${verb}EndDeviceControls`).header({ MessageID: `end-${++messages}` }).with({ EndDeviceControl: [{ mRID: 'dr-1', EndDeviceControlType: {} }] }); // prettier-ignore

  test('stays active until its time is over, and is closed then', async () => {
    headEnd.follow(allDone);
    await bench.ask(create({ ...dr, ...on('M-1') }));
    expect(gist(await final()).result).toBe('OK');
    expect((await bench.control('dr-1'))?.state).toBe('active');
    await settle(3_600_000);
    expect((await bench.control('dr-1'))?.state).toBe('closed');
  });

  test('is ended early by close, which the devices hear of', async () => {
    headEnd.follow(allDone);
    await bench.ask(create({ ...dr, ...on('M-1') }));
    await final();
    expect(gist(await bench.ask(ending('Close'))).result).toBe('OK');
    expect(headEnd.jobs.map((job) => job.kind === 'control' && job.controlType)).toEqual(['3.15.43.300', '3.15.43.8']);
    expect((await bench.control('dr-1'))?.state).toBe('closed');
  });

  test('that no control ends stays until its time is over, and close says so', async () => {
    await bench.close();
    await start({ controls: ['*.20.9.82'] });
    headEnd.follow(allDone);
    const price = { PanPricingDetails: [{ price: '0.31' }], duration: '60' };
    await bench.ask(create({ ...dr, EndDeviceControlType: { ref: '3.20.9.82' }, PanDemandResponse: undefined, PanPricing: price, ...on('M-1') })); // prettier-ignore
    await final();
    const reply = await bench.ask(ending('Close'));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(gist(reply).details[0]).toContain('ends when its time is over');
    expect((await bench.control('dr-1'))?.state).toBe('active');
  });

  test('told of by another system is a document, and closing it may be answered later too', async () => {
    const told = { ...dr, ...on('M-1') };
    await bench.ask(aMessage('CreatedEndDeviceControls').header({ MessageID: 't' }).with({ EndDeviceControl: [told] })); // prettier-ignore
    expect(gist(await bench.ask(later(ending('Close'), { CorrelationID: undefined }))).codes).toEqual(['0.3']);
    expect((await bench.control('dr-1'))?.state).toBe('closed');
    expect(await requests()).toMatchObject([{ verb: 'close', state: 'final' }]);
  });

  test('is deleted when it is over, and not before', async () => {
    await bench.ask(create({ ...dr, ...on('M-1') }));
    expect(gist(await bench.ask(ending('Delete'))).codes).toEqual(['6.1']);
    await settle();
    headEnd.say(done(headEnd.jobs[0]!));
    await final();
    expect(gist(await bench.ask(ending('Delete'))).result).toBe('OK');
    expect((await bench.control('dr-1'))?.state).toBe('deleted');
    expect(await requests()).toEqual([]);
  });
});

test('who waits for an answer waits no longer than that because the clock was set back', async () => {
  const asked = bench.ask(
    aMessage('CreateEndDeviceControls')
      .header({ MessageID: 'waiting' })
      .with({ EndDeviceControl: [{ EndDeviceControlType: { ref: '3.31.0.18' }, ...on('M-1') }] }),
  );
  while (headEnd.jobs.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const now = clock.now.bind(clock);
  clock.now = () => now() - 3_600_000;
  const reply = gist(await asked);
  expect(reply).toMatchObject({ result: 'FAILED', codes: ['4.1'] });
  expect((await states())[0]).toBe('sent');
});

describe('a store that is lost while it commits, and has done so', () => {
  /** The first write of this kind is done, and fails all the same. */
  function lostBehind(which: (batch: Batch) => boolean): void {
    const own = store();
    const write = own.write.bind(own);
    let lost = false;
    own.write = async (batch) => {
      await write(batch);
      if (lost || !which(batch)) return;
      lost = true;
      throw new StoreUnavailable('the connection is gone', 'CONNECTION');
    };
  }
  beforeEach(() => headEnd.follow(allDone));

  test.each<[string, (batch: Batch) => boolean, readonly string[]]>([
    ['as it takes a command', ({ request }) => request !== undefined, ['M-1']],
    ['as it takes several', ({ request }) => request !== undefined, ['M-1', 'M-2']],
    ['as it notes that they are sent', ({ steps = [] }) => steps.some(({ to }) => to === 'sent'), ['M-1', 'M-2']],
  ])('%s: it is carried out once, and has its one final reply', async (_, which, names) => {
    lostBehind(which);
    const reply = await bench.ask(create({ EndDeviceControlType: { ref: '3.31.0.18' }, ...on(...names) })).then(gist);
    expect(['OK', 'FAILED']).toContain(reply.result);
    expect(gist(await final()).result).toBe('OK');
    expect(headEnd.jobs.flatMap(({ devices }) => devices)).toHaveLength(names.length);
  });
});
