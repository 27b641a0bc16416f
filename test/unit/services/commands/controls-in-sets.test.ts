/** Controls as operations of a set: with the set they begin, and with it they are undone before any head end has heard of them. */
import type { SetOperation } from '../../../../src/message/operation-set.js';
import { commandsOf } from '../../../../src/services/commands.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from '../devices/bench.js';
import { aControl } from '../devices/messages.js';

let headEnd: ScriptedHeadEnd;
let bench: Bench;
beforeEach(async () => {
  headEnd = scriptedHeadEnd({
    inventory: Array.from({ length: 12 }, (_, at) => anInstallation(at + 1)),
    script: (job, say) => {
      for (const { mRID } of job.devices)
        say({ kind: 'final', jobId: job.id, device: mRID, outcome: 'succeeded', facts: {}, at: 0 });
    },
  });
  bench = await aBench(() => headEnd, virtualClock());
});
afterEach(() => bench.close());

const disconnect = (operationId: string, ...meters: readonly string[]): SetOperation => {
  const control = aControl({ EndDevices: meters.map((name) => aMeter(name)) });
  return {
    operationId,
    noun: 'EndDeviceControls',
    verb: 'create',
    payload: { name: 'EndDeviceControls', value: { EndDeviceControl: [control] } },
  };
};
const meter = (operationId: string, name: string): SetOperation => ({
  operationId,
  noun: 'MeterConfig',
  verb: 'create',
  payload: { name: 'MeterConfig', value: { Meter: [aMeter(name)] } },
});
const aSet = (whole: boolean, ...operations: readonly SetOperation[]): MessageBuilder =>
  aMessage('ExecuteOperationSet')
    .header({ CorrelationID: 'set-1' })
    .with({ enforceTransactionalIntegrity: String(whole), Operation: operations });

const requests = () => bench.ports.store.requests({ limit: 100 });
async function ended(): Promise<void> {
  await bench.until(
    (async () => {
      while ((await requests()).some(({ state }) => state === 'open')) await new Promise((done) => setTimeout(done, 5));
    })(),
  );
}

test('a control begins when the set is on disk, with the correlation of the set, and its outcome is events', async () => {
  const reply = await bench.ask(aSet(true, meter('1', 'NEW'), disconnect('2', 'M-1', 'M-2')));
  expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  expect(reply.Reply.Error?.[0]?.operationId).toBe('2');
  expect(reply.Reply.ID).toContainEqual(expect.objectContaining({ kind: 'transaction', text: 'set-1' }));
  await ended();
  expect(headEnd.jobs).toHaveLength(1);
  expect(headEnd.jobs[0]?.devices).toHaveLength(2);
  expect((await requests()).map(({ correlationId }) => correlationId)).toEqual(['set-1']);
  expect(await bench.events()).toHaveLength(2);
  expect(bench.trouble).toEqual([]);
});

test('a control of a set that is undone was never there, and its device is free at once', async () => {
  const reply = await bench.ask(aSet(true, disconnect('1', 'M-1'), meter('2', 'M-1')));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.9', '5.3', '2.15'] });
  await bench.ports.jobs.idle();
  expect(await requests()).toEqual([]);
  expect(headEnd.jobs).toEqual([]);
  expect(await bench.ports.store.objects({ noun: 'EndDeviceControls', limit: 1 })).toEqual([]);
  const { claims } = commandsOf(bench.ports);
  const [{ mRID } = { mRID: '' }] = await bench.ports.store.objects({ noun: 'MeterConfig', limit: 1 });
  expect(claims.of(mRID)).toEqual([]);
  const again = await bench.ask(aSet(true, disconnect('1', 'M-1')).header({ MessageID: 'message-2' }));
  expect(gist(again)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  await ended();
  expect(headEnd.jobs).toHaveLength(1);
});

test('a second control on the same device is refused within the set as it is between messages', async () => {
  const reply = await bench.ask(aSet(false, disconnect('1', 'M-1'), disconnect('2', 'M-1'), disconnect('3', 'M-2')));
  expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '5.3', '6.1', '0.3'] });
  await ended();
  expect(headEnd.jobs.flatMap(({ devices }) => devices)).toHaveLength(2);
});

describe('several controls of one set', () => {
  const all = Array.from({ length: 12 }, (_, at) => `M-${at + 1}`);
  const ofSet = (): MessageBuilder =>
    aMessage('GetEndDeviceControls').request({ Option: [{ name: 'IDKind', value: 'transaction' }], ID: ['set-1'] });
  const later = (name: string, at: number): SetOperation => {
    const start = new Date(bench.ports.clock.now() + 3_600_000).toISOString();
    const end = new Date(bench.ports.clock.now() + 7_200_000).toISOString();
    const control = aControl({
      mRID: `c-${at}`,
      EndDevices: [aMeter(name)],
      primaryDeviceTiming: { interval: { end, start } },
    });
    const value = { EndDeviceControl: [control] };
    return { ...disconnect(String(at), name), payload: { name: 'EndDeviceControls', value } };
  };

  test('are asked about together: states while some are under way, then what has become of each', async () => {
    headEnd.follow((job, say) => {
      const [{ mRID: device } = { mRID: '' }] = job.devices;
      if (device === 'meter-1') say({ kind: 'final', jobId: job.id, device, outcome: 'succeeded', facts: {}, at: 0 });
    });
    await bench.ask(aSet(true, disconnect('1', 'M-1'), disconnect('2', 'M-2'), disconnect('3', 'M-3')));
    const job = (device: string) => headEnd.jobs.find(({ devices }) => devices[0]?.mRID === device);
    await bench.until(
      (async () => {
        while (job('meter-3') === undefined) await new Promise((done) => setTimeout(done, 5));
      })(),
    );
    const say = (device: string, outcome: 'succeeded' | 'failed') =>
      headEnd.say({
        kind: 'final',
        jobId: job(device)!.id,
        device,
        outcome,
        ...(outcome === 'failed' ? { failure: { code: '5.3', details: 'welded' } } : {}),
        facts: {},
        at: 0,
      });
    say('meter-2', 'failed');
    await bench.until(
      (async () => {
        while ((await requests()).filter(({ state }) => state === 'final').length < 2)
          await new Promise((done) => setTimeout(done, 5));
      })(),
    );
    const underWay = gist(await bench.ask(ofSet()));
    expect(underWay).toMatchObject({ result: 'PARTIAL' });
    expect([...underWay.codes].sort()).toEqual(['0.1', '0.1', '5.3']);
    expect(underWay.details).toContainEqual(expect.stringContaining('3.31.0.23: sent since'));
    say('meter-3', 'succeeded');
    await ended();
    const reply = await bench.ask(ofSet());
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '5.3'] });
    expect(reply.Reply.ID?.filter(({ kind }) => kind === 'uuid')).toHaveLength(3);
  });

  test('are called off together by its CorrelationID, however many', async () => {
    const set = aSet(true, ...all.map(later));
    expect(gist(await bench.ask(set)).result).toBe('OK');
    const cancel = aMessage('CancelEndDeviceControls').header({ CorrelationID: 'set-1', MessageID: 'cancel' });
    expect(gist(await bench.ask(cancel))).toMatchObject({ result: 'OK' });
    await ended();
    expect(headEnd.jobs).toEqual([]);
    expect(gist(await bench.ask(ofSet()))).toMatchObject({ result: 'FAILED', codes: all.map(() => '6.5') });
  });

  test('are each known as a command by its mRID when they are over', async () => {
    await bench.ask(aSet(true, ...all.map(later)));
    await bench.ask(aMessage('CancelEndDeviceControls').header({ CorrelationID: 'set-1', MessageID: 'cancel' }));
    await ended();
    const again = aMessage('CancelEndDeviceControls')
      .header({ MessageID: 'again' })
      .request({ ID: ['c-0', 'c-11'] });
    const reply = gist(await bench.ask(again));
    expect(reply).toMatchObject({ result: 'FAILED', codes: ['6.1', '6.1'] });
    expect(reply.details[0]).toContain('the command is over for M-1: canceled');
  });
});

test('an asynchronous set has a reply, and each control in it one of its own', async () => {
  const header = { AsyncReplyFlag: 'true', ReplyAddress: 'poll' } as const;
  const accepted = await bench.ask(aSet(true, meter('1', 'NEW'), disconnect('2', 'M-1')).header(header));
  expect(gist(accepted)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  await bench.until(
    (async () => {
      while ((await requests()).length < 2) await new Promise((done) => setTimeout(done, 5));
    })(),
  );
  await ended();
  const ask = (noun: string): MessageBuilder =>
    aMessage(`Get${noun}`).request({ Option: [{ name: 'IDKind', value: 'transaction' }], ID: ['set-1'] });
  const ofSet = await bench.ask(ask('MeterConfig'));
  expect(ofSet.Header.Noun).toBe('OperationSet');
  expect(gist(ofSet)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  expect(gist(await bench.ask(ask('EndDeviceControls')))).toMatchObject({ result: 'OK', codes: ['0.0'] });
});
