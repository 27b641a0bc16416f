/** Cancel, change, close and delete of commands as operations of a set: what they do stands or is undone with the set. */
import type { AnyResponse } from '../../../../src/message/call.js';
import type { SetOperation } from '../../../../src/message/operation-set.js';
import { HeadEndRefusal, type ControlJob, type Job } from '../../../../src/ports/head-end.js';
import { commandsOf } from '../../../../src/services/commands.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from '../devices/bench.js';
import { aControl, disconnect } from '../devices/messages.js';

let clock: VirtualClock;
let headEnd: ScriptedHeadEnd;
let bench: Bench;
let messages: number;
/** Devices whose commands the head end was asked to stop. */
let stops: string[];

async function start(settings: object = {}): Promise<void> {
  clock = virtualClock();
  messages = 0;
  stops = [];
  const scripted = scriptedHeadEnd({
    inventory: [1, 2, 3].map(anInstallation),
    capabilities: { controls: ['*.31.0.*', '*.15.*.*'], cancel: true },
  });
  const cancel = (_: unknown, devices: readonly string[]): Promise<readonly string[]> => {
    stops.push(...devices);
    return Promise.resolve(devices);
  };
  headEnd = { ...scripted, cancel };
  bench = await aBench(() => headEnd, clock, { commandDeadline: 600_000, ...settings });
}
beforeEach(() => start());
afterEach(() => bench.close());

const finish = (job: Job): void => {
  for (const { mRID } of job.devices)
    headEnd.say({ kind: 'final', jobId: job.id, device: mRID, outcome: 'succeeded', facts: {}, at: clock.now() });
};
const on = (...names: readonly string[]) => ({ EndDevices: names.map((name) => aMeter(name)) });
const from = (milliseconds: number, until = milliseconds + 600_000) => ({
  primaryDeviceTiming: {
    interval: {
      end: new Date(clock.now() + until).toISOString(),
      start: new Date(clock.now() + milliseconds).toISOString(),
    },
  },
});
/** An element that means a control and nothing else. */
const named = (mRID: string) => ({ EndDeviceControlType: disconnect, mRID });
const shed = { EndDeviceControlType: { ref: '3.15.0.54' } };

/** A command of a message of its own, whose correlation is its mRID. */
const command = (mRID: string, control: Readonly<Record<string, unknown>>): Promise<AnyResponse> =>
  bench.ask(
    aMessage('CreateEndDeviceControls')
      .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: mRID, MessageID: `m-${++messages}` })
      .with({ EndDeviceControl: [{ ...aControl(control), mRID }] }),
  );
const operation = (
  operationId: string,
  verb: string,
  control: Readonly<Record<string, unknown>> | undefined,
  noun = 'EndDeviceControls',
): SetOperation => {
  const value = noun === 'EndDeviceControls' ? { EndDeviceControl: [control] } : control;
  return { operationId, noun, verb, ...(control === undefined ? {} : { payload: { name: noun, value: value! } }) };
};
const aSet = (whole: boolean, ...operations: readonly SetOperation[]): MessageBuilder =>
  aMessage('ExecuteOperationSet')
    .header({ CorrelationID: 'set', MessageID: `m-${++messages}` })
    .with({ enforceTransactionalIntegrity: String(whole), Operation: operations });
/** An operation that fails: the meter is there. */
const failing = operation('99', 'create', { Meter: [aMeter('M-1')] }, 'MeterConfig');
const rolledBack = { result: 'FAILED', codes: ['5.9', '5.3', '2.15'] };

async function settle(milliseconds = 0): Promise<void> {
  for (let n = 0; n < 5; n++) {
    await bench.ports.jobs.idle();
    await bench.desk.writes.settled();
    await clock.advance(n === 0 ? milliseconds : 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const requestOf = async (correlationId: string) =>
  (await bench.ports.store.requestsByCorrelation('', correlationId, 'EndDeviceControls'))[0];
async function finalOf(correlationId: string): Promise<ReturnType<typeof gist> | undefined> {
  const parts = (await requestOf(correlationId))?.reply?.['parts'] as readonly AnyResponse[] | undefined;
  return parts?.[0] && gist(parts[0]);
}
const stateOf = async (mRID: string) => (await bench.control(mRID))?.state;

describe('cancel in a set', () => {
  test('calls off what is not sent yet, and the request gets its final reply', async () => {
    await command('c-1', { ...on('M-1', 'M-2'), ...from(60_000) });
    const reply = await bench.ask(aSet(true, operation('1', 'cancel', named('c-1'))));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0'] });
    expect(await finalOf('c-1')).toMatchObject({ result: 'FAILED', codes: ['6.5', '6.5'] });
    expect(await stateOf('c-1')).toBe('canceled');
    await settle(120_000);
    expect(headEnd.jobs).toEqual([]);
  });

  test('has done nothing when the set is undone: the command goes at its time', async () => {
    await command('c-1', { ...on('M-1'), ...from(60_000) });
    const reply = await bench.ask(aSet(true, operation('1', 'cancel', named('c-1')), failing));
    expect(gist(reply)).toMatchObject(rolledBack);
    expect(await finalOf('c-1')).toBeUndefined();
    await settle(60_000);
    expect(headEnd.jobs).toHaveLength(1);
    finish(headEnd.jobs[0]!);
    await settle();
    expect(await finalOf('c-1')).toMatchObject({ result: 'OK' });
  });

  test('does not end who waits for a command that it would have called off', async () => {
    const waiting = aMessage('CreateEndDeviceControls')
      .header({ CorrelationID: 'c-1' })
      .with({ EndDeviceControl: [{ ...aControl(on('M-1')), mRID: 'c-1' }] })
      .to(bench.dispatch);
    await settle();
    const one = operation('1', 'cancel', named('c-1'));
    expect(gist(await bench.ask(aSet(true, one, failing)))).toMatchObject(rolledBack);
    await settle();
    expect(stops).toEqual([]);
    finish(headEnd.jobs[0]!);
    expect(gist(await bench.until(waiting))).toMatchObject({ result: 'OK' });
  });

  test('has the head end stop what is sent, and asks it when the set is on disk', async () => {
    await command('c-1', on('M-1'));
    await settle();
    const reply = await bench.ask(aSet(true, operation('1', 'cancel', named('c-1'))));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(gist(reply).details[0]).toMatch(
      /^OperationSet\.Operation\[0\]\..*M-1; its head end will be asked to stop it/,
    );
    await settle();
    expect(stops).toEqual(['meter-1']);
    expect(await finalOf('c-1')).toMatchObject({ result: 'FAILED', codes: ['6.5'] });
  });

  test('leaves to its outcome what the head end does not stop in the end', async () => {
    await command('c-1', on('M-1'));
    await settle();
    headEnd.cancel = () => Promise.resolve([]);
    expect(gist(await bench.ask(aSet(true, operation('1', 'cancel', named('c-1'))))).codes).toEqual(['0.3']);
    await settle();
    finish(headEnd.jobs[0]!);
    await settle();
    expect(await finalOf('c-1')).toMatchObject({ result: 'OK' });
  });

  test('fails for what is over, and the others of the set stand', async () => {
    await command('c-1', on('M-1'));
    await command('c-2', { ...on('M-2'), ...from(60_000) });
    await settle();
    finish(headEnd.jobs[0]!);
    await settle();
    const both = ['c-1', 'c-2'].map((mRID, at) => operation(String(at), 'cancel', named(mRID)));
    expect(gist(await bench.ask(aSet(false, ...both)))).toMatchObject({ result: 'PARTIAL', codes: ['5.3', '6.1'] });
    expect(await stateOf('c-2')).toBe('canceled');
  });

  test('makes room for another command on the device in the same set', async () => {
    await command('c-1', { ...on('M-1'), ...from(60_000) });
    const other = operation('2', 'create', { ...aControl(on('M-1')), mRID: 'c-2' });
    const reply = await bench.ask(aSet(true, operation('1', 'cancel', named('c-1')), other));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    await settle();
    expect(headEnd.jobs.flatMap(({ devices }) => devices.map(({ mRID }) => mRID))).toEqual(['meter-1']);
  });

  test('names another request than that of the set, also behind a control of the set itself', async () => {
    await command('c-1', { ...on('M-1'), ...from(60_000) });
    const other = operation('1', 'create', { ...aControl(on('M-2')), mRID: 'c-2' });
    const reply = await bench.ask(aSet(true, other, operation('2', 'cancel', named('c-1'))));
    expect(gist(reply)).toMatchObject({ result: 'OK' });
    expect(await stateOf('c-1')).toBe('canceled');
  });

  test('means the request of the CorrelationID where it names no control', async () => {
    await command('c-1', { ...on('M-1'), ...from(60_000) });
    const set = aSet(true, operation('1', 'cancel', undefined)).header({ CorrelationID: 'c-1', MessageID: 'm-99' });
    expect(gist(await bench.ask(set))).toMatchObject({ result: 'OK' });
    expect(await stateOf('c-1')).toBe('canceled');
  });

  test('ends as a document what others have told of', async () => {
    const told = aMessage('CreatedEndDeviceControls').header({ MessageID: `m-${++messages}` });
    await bench.ask(told.with({ EndDeviceControl: [{ ...aControl(on('M-1')), mRID: 'told' }] }));
    expect(gist(await bench.ask(aSet(true, operation('1', 'cancel', named('told'))))).result).toBe('OK');
    expect(await stateOf('told')).toBe('canceled');
  });
});

describe('change in a set', () => {
  const sooner = () => operation('1', 'change', { ...named('c-1'), ...from(10_000) });

  test('gives a command that is not sent another time', async () => {
    await command('c-1', { ...on('M-1'), ...from(60_000) });
    expect(gist(await bench.ask(aSet(true, sooner())))).toMatchObject({ result: 'OK', codes: ['0.0'] });
    await settle(10_000);
    expect(headEnd.jobs).toHaveLength(1);
  });

  test('has changed nothing when the set is undone', async () => {
    const start = clock.now() + 60_000;
    await command('c-1', { ...on('M-1'), ...from(60_000) });
    expect(gist(await bench.ask(aSet(true, sooner(), failing)))).toMatchObject(rolledBack);
    await settle(start - clock.now() - 1);
    expect(headEnd.jobs).toEqual([]);
    await settle(1);
    expect(headEnd.jobs).toHaveLength(1);
    expect((await bench.control('c-1'))?.version).toBe(1);
  });

  test.each([
    ['goes as it is then', 'new', undefined, 1],
    ['does not go before its new time', 'later', 600_000, 0],
  ])('of what is about to be sent while the set is carried out: it %s', async (_, reason, start, jobs) => {
    const busy = { code: '5.1', details: 'busy' };
    headEnd.follow(() => {
      throw new HeadEndRefusal(busy, true);
    });
    await command('c-1', { ...on('M-1'), ...from(0), reason: 'old' });
    await settle();
    const refused = headEnd.jobs.length;
    expect(refused).toBeGreaterThan(0);
    headEnd.follow(() => {});
    const { capabilities } = headEnd;
    let later: Promise<void> | undefined;
    // asked for the second operation: the first has been done, and the head end is ready to take the command again
    headEnd.capabilities = () => {
      later ??= clock.advance(10_000);
      return capabilities();
    };
    const change = operation('1', 'change', {
      ...named('c-1'),
      reason,
      ...(start === undefined ? {} : from(start)),
    });
    const reply = await aSet(true, change, operation('2', 'create', aControl(on('M-2')))).to(bench.dispatch);
    expect(gist(reply)).toMatchObject({ result: 'OK' });
    await later;
    await settle();
    const sent = headEnd.jobs.slice(refused).filter(({ devices }) => devices[0]?.mRID === 'meter-1');
    expect(sent.map((job) => (job as ControlJob).parameters?.['reason'])).toEqual(Array(jobs).fill(reason));
    await settle(600_000);
    const all = headEnd.jobs.slice(refused).filter(({ devices }) => devices[0]?.mRID === 'meter-1');
    expect(all.map((job) => (job as ControlJob).parameters?.['reason'])).toEqual([reason]);
  });

  test('comes too late for what is sent', async () => {
    await command('c-1', on('M-1'));
    await settle();
    expect(gist(await bench.ask(aSet(true, sooner())))).toMatchObject({ result: 'FAILED', codes: ['5.3', '6.1'] });
  });

  test('keeps others from joining what it changes until the set is over', async () => {
    await bench.close();
    await start({ duplicates: 'join' });
    await command('c-1', { ...on('M-1'), ...from(60_000) });
    const { claims } = commandsOf(bench.ports);
    expect(gist(await bench.ask(aSet(true, sooner(), failing)))).toMatchObject(rolledBack);
    expect(claims.of('meter-1')).toEqual([]);
    const [task] = await bench.ports.store.activeTasks(['meter-1']);
    const release = claims.take([{ ...task!, data: { ...task!.data, control: 'another' } }]);
    expect(gist(await bench.ask(aSet(true, sooner())))).toMatchObject({ result: 'FAILED', codes: ['5.3', '6.1'] });
    release();
    expect(gist(await bench.ask(aSet(true, sooner())))).toMatchObject({ result: 'OK' });
    expect(claims.of('meter-1')).toEqual([]);
  });
});

describe('close in a set', () => {
  async function inForce(): Promise<void> {
    await command('c-1', { ...shed, ...on('M-1'), ...from(0, 300_000) });
    await settle();
    finish(headEnd.jobs[0]!);
    await settle();
    expect(await stateOf('c-1')).toBe('active');
  }

  test('has the device end what is in force, when the set is on disk', async () => {
    await inForce();
    const reply = await bench.ask(aSet(true, operation('1', 'close', { ...named('c-1'), ...shed })));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    await settle();
    expect(headEnd.jobs[1]).toMatchObject({ controlType: '3.15.0.55', devices: [{ mRID: 'meter-1' }] });
    finish(headEnd.jobs[1]!);
    await settle();
    expect(await stateOf('c-1')).toBe('closed');
  });

  test('has ended nothing when the set is undone', async () => {
    await inForce();
    const reply = await bench.ask(aSet(true, operation('1', 'close', { ...named('c-1'), ...shed }), failing));
    expect(gist(reply)).toMatchObject(rolledBack);
    await settle();
    expect(headEnd.jobs).toHaveLength(1);
    expect(await stateOf('c-1')).toBe('active');
  });

  test('of a command under way is refused', async () => {
    await command('c-1', { ...shed, ...on('M-1') });
    const reply = await bench.ask(aSet(true, operation('1', 'close', { ...named('c-1'), ...shed })));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.3', '6.1'] });
  });
});

describe('delete in a set', () => {
  test.each([true, false])('takes the record of a command away, unless the set is undone (%s)', async (undone) => {
    await command('c-1', on('M-1'));
    const remove = operation('1', 'delete', named('c-1'));
    expect(gist(await bench.ask(aSet(true, remove)))).toMatchObject({ result: 'FAILED', codes: ['5.3', '6.1'] });
    await settle();
    finish(headEnd.jobs[0]!);
    await settle();
    const reply = await bench.ask(undone ? aSet(true, remove, failing) : aSet(true, remove));
    expect(gist(reply)).toMatchObject(undone ? rolledBack : { result: 'OK' });
    expect(await requestOf('c-1')).toEqual(undone ? expect.objectContaining({ state: 'final' }) : undefined);
    expect(await stateOf('c-1')).toBe(undone ? 'closed' : 'deleted');
  });
});
