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
    inventory: [1, 2, 3].map(anInstallation),
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

const requests = () => bench.ports.store.requests({ limit: 10 });
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
