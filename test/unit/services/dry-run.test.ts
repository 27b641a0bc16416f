/** Dry runs: everything is checked, what would happen is said object by object, and nothing has happened. */
import type { SetOperation } from '../../../src/message/operation-set.js';
import { commandsOf } from '../../../src/services/commands.js';
import { aMessage, aMeter, gist, named, type MessageBuilder } from '../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../support/scripted-head-end.js';
import { virtualClock } from '../../support/virtual-clock.js';
import { aBench, type Bench } from './devices/bench.js';
import { aControl } from './devices/messages.js';

let headEnd: ScriptedHeadEnd;
let bench: Bench;
beforeEach(async () => {
  headEnd = scriptedHeadEnd({
    inventory: [1, 2, 3].map(anInstallation),
    capabilities: { controls: ['3.31.0.18', '3.31.0.23', '3.15.*.*'], cancel: true },
    script: (job, say) => {
      for (const { mRID } of job.devices)
        say({ kind: 'final', jobId: job.id, device: mRID, outcome: 'succeeded', facts: {}, at: 0 });
    },
  });
  bench = await aBench(() => headEnd, virtualClock(), {}, [
    { name: 'all', endpoint: 'crm', noun: 'MeterConfig', active: true, filter: {} },
  ]);
  await bench.ask(aMessage('CreateMeterConfig').with({ Meter: [aMeter('OLD', { mRID: 'old' })] }));
  await bench.ask(aMessage('CreateUsagePointConfig').with({ UsagePoint: [named('U-1', { mRID: 'u-1' })] }));
});
afterEach(() => bench.close());

const dry = (message: MessageBuilder, Value = 'true') =>
  message.header({ ...message.message.Header, Property: [{ Name: 'DryRun', Value }] });
const repeatable = (message: MessageBuilder, messageId: string, digest: string) =>
  message.header({ MessageID: messageId }).by({ principal: 'cis', repeat: { principal: 'cis', messageId, digest } });

/** Everything that a message could have left behind. */
async function all(): Promise<unknown> {
  const { store } = bench.ports;
  const states = ['active', 'canceled', 'closed', 'deleted'] as const;
  const nouns = [
    'MeterConfig',
    'UsagePointConfig',
    'MasterDataLinkageConfig',
    'EndDeviceControls',
    'MeterServiceRequests',
  ];
  return {
    objects: await Promise.all(nouns.map((noun) => store.objects({ noun, states, limit: 100 }))),
    pending: await store.pendingChanges('MeterConfig', ['old']),
    requests: await store.requests({ limit: 10 }),
    deliveries: await store.deliveries({ limit: 10 }),
    jobs: headEnd.jobs.length,
  };
}

const nothing = 'Header.Property: a dry run: nothing has been done; what else is said is what would be';
const link = { Meter: [{ mRID: 'old' }], UsagePoint: [{ mRID: 'u-1' }] };
const work = (name: string) => ({
  MeterServiceWork: [
    { kind: 'disconnect', priority: { rank: '1' }, Meter: aMeter(name), requestDateTime: '2026-11-22T12:00:00Z' },
  ],
});
const set = (whole: boolean, ...Operation: readonly SetOperation[]) =>
  aMessage('ExecuteOperationSet').with({ enforceTransactionalIntegrity: String(whole), Operation });
const meterIn = (operationId: string, name: string): SetOperation => ({
  operationId,
  noun: 'MeterConfig',
  verb: 'create',
  payload: { name: 'MeterConfig', value: { Meter: [aMeter(name)] } },
});

describe.each<[string, () => MessageBuilder, string, readonly (string | RegExp)[]]>([
  [
    'a create',
    () => aMessage('CreateMeterConfig').with({ Meter: [aMeter('A'), aMeter('B', { mRID: 'b' })] }),
    'OK',
    [nothing, 'the meter A would be created', 'the meter B would be created'],
  ],
  [
    'a create of which a part is wrong',
    () => aMessage('CreateMeterConfig').with({ Meter: [aMeter('A'), aMeter('OLD')] }),
    'PARTIAL',
    [nothing, 'the meter A would be created', /^MeterConfig\.Meter\[1\]: a meter with the name OLD exists already/],
  ],
  [
    'a create of which all is wrong',
    () => aMessage('CreateMeterConfig').with({ Meter: [aMeter('OLD')] }),
    'FAILED',
    [/^MeterConfig\.Meter\[0\]: a meter with the name OLD exists already/],
  ],
  [
    'a change',
    () => aMessage('ChangeMeterConfig').with({ Meter: [{ mRID: 'old', amrSystem: 'A' }] }),
    'OK',
    [nothing, 'the meter OLD would be changed to version 2'],
  ],
  [
    'a change to come',
    () =>
      aMessage('ChangeMeterConfig').with({
        Meter: [{ mRID: 'old', amrSystem: 'A', ConfigurationEvents: [{ effectiveDateTime: '2030-01-01T00:00:00Z' }] }],
      }),
    'OK',
    [nothing, /2030-01-01/],
  ],
  [
    'a delete',
    () => aMessage('DeleteMeterConfig').request({ ID: ['old'] }),
    'OK',
    [nothing, /^the meter OLD would be deleted/],
  ],
  ['a delete of what is not there', () => aMessage('DeleteMeterConfig').request({ ID: ['gone'] }), 'FAILED', [/gone/]],
  [
    'a link',
    () => aMessage('CreateMasterDataLinkageConfig').with(link),
    'OK',
    [nothing, /would be created from 2026-11-22T12:00:00/],
  ],
  [
    'a control',
    () => aMessage('CreateEndDeviceControls').with({ EndDeviceControl: [aControl({ EndDevices: [aMeter('M-1')] })] }),
    'OK',
    [nothing, /: 3\.31\.0\.23 would be sent to M-1 by the head end \S+ at 2026-11-22T12:00:00/],
  ],
  [
    'a control of several devices that is to be answered at once',
    () =>
      aMessage('CreateEndDeviceControls').with({
        EndDeviceControl: [aControl({ EndDevices: [aMeter('M-1'), aMeter('M-2')] })],
      }),
    'FAILED',
    [/AsyncReplyFlag/],
  ],
  [
    'a control of several devices that is to be answered later',
    () =>
      aMessage('CreateEndDeviceControls')
        .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: 'c' })
        .with({ EndDeviceControl: [aControl({ EndDevices: [aMeter('M-1'), aMeter('NO-SUCH'), aMeter('M-2')] })] }),
    'PARTIAL',
    [nothing, /would be sent to M-1/, /would be sent to M-2/, /NO-SUCH/],
  ],
  [
    'a service request',
    () => aMessage('CreateMeterServiceRequests').with(work('M-1')),
    'OK',
    [nothing, /would be created/],
  ],
  [
    'a service request at a meter that is not there',
    () => aMessage('CreateMeterServiceRequests').with(work('NO-SUCH')),
    'FAILED',
    [/NO-SUCH/],
  ],
  [
    'an event of another system',
    () => aMessage('CreatedMeterConfig').with({ Meter: [aMeter('A')] }),
    'OK',
    [nothing, 'the meter A would be created'],
  ],
])('a dry run of %s', (_, message, result, details) => {
  it('says what would happen, and nothing happens', async () => {
    const before = await all();
    const reply = await bench.ask(dry(message()));
    expect(gist(reply)).toMatchObject({
      result,
      details: details.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    });
    expect(reply.Reply.ID ?? []).toEqual([]);
    await bench.ports.jobs.idle();
    expect(await all()).toEqual(before);
    const { claims } = commandsOf(bench.ports);
    for (const { mRID } of await bench.ports.store.objects({ noun: 'MeterConfig', limit: 9 }))
      expect(claims.of(mRID)).toEqual([]);
    expect(bench.trouble).toEqual([]);
  });
});

describe('a dry run of what alters commands', () => {
  const disconnect = { EndDeviceControlType: { ref: '3.31.0.23' } };
  const meant = { ...disconnect, mRID: 'c-1' };
  const times = (from: number, until: number) => {
    const at = (minutes: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + minutes * 60_000).toISOString();
    return { primaryDeviceTiming: { interval: { end: at(until), start: at(from) } } };
  };
  /** A command of two devices by the correlation `c` that is to begin in an hour. */
  const waiting = () => begun({ ...disconnect, ...times(60, 120), EndDevices: [aMeter('M-1'), aMeter('M-2')] });
  async function begun(control: object): Promise<void> {
    const create = aMessage('CreateEndDeviceControls')
      .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: 'c', MessageID: 'create' })
      .with({ EndDeviceControl: [{ ...control, mRID: 'c-1' }] });
    expect(gist(await bench.ask(create))).toMatchObject({ codes: ['0.3'] });
  }
  /** A load control that was carried out, and is in force. */
  async function inForce(): Promise<void> {
    await begun({ EndDeviceControlType: { ref: '3.15.0.54' }, ...times(0, 120), EndDevices: [aMeter('M-1')] });
    await bench.until(
      (async () => {
        while ((await bench.ports.store.openRequests()) > 0) await new Promise((done) => setTimeout(done, 5));
      })(),
    );
  }
  const ask = (verb: string, ...controls: readonly object[]) =>
    aMessage(`${verb}EndDeviceControls`).header({ MessageID: verb }).with({ EndDeviceControl: controls });

  it.each<[string, () => Promise<void>, () => MessageBuilder, string, readonly (string | RegExp)[]]>([
    [
      'a cancel of one that is not sent',
      waiting,
      () => ask('Cancel', meant),
      'OK',
      [
        nothing,
        '3.31.0.23 on M-1 would be canceled',
        '3.31.0.23 on M-2 would be canceled',
        'the end device control c-1 would be canceled',
      ],
    ],
    [
      'a cancel for one of its devices, by its correlation',
      waiting,
      () =>
        aMessage('CancelEndDeviceControls')
          .header({ CorrelationID: 'c', MessageID: 'x' })
          .with({ EndDeviceControl: [{ ...disconnect, EndDevices: [aMeter('M-2')] }] }),
      'OK',
      [nothing, '3.31.0.23 on M-2 would be canceled'],
    ],
    [
      'a cancel of one that is over',
      inForce,
      () => ask('Cancel', meant),
      'FAILED',
      [/the command is over for M-1: succeeded/],
    ],
    [
      'a cancel of one that nobody knows',
      waiting,
      () => aMessage('CancelEndDeviceControls').header({ CorrelationID: 'none', MessageID: 'x' }),
      'FAILED',
      [/no request for controls with this correlation id/],
    ],
    [
      'a change',
      waiting,
      () => ask('Change', { ...meant, ...times(30, 90) }),
      'OK',
      [nothing, 'the end device control c-1 would be changed to version 2'],
    ],
    [
      'a change that comes too late',
      inForce,
      () => ask('Change', { ...meant, ...times(30, 90) }),
      'FAILED',
      [/is succeeded already/],
    ],
    [
      'a close',
      inForce,
      () => ask('Close', meant),
      'OK',
      [
        nothing,
        /: 3\.15\.0\.55 would be sent to meter-1 by the head end scripted at/,
        'the end device control c-1 would be closed when that is done',
      ],
    ],
    ['a close of one under way', waiting, () => ask('Close', meant), 'FAILED', [/still under way/]],
    ['a delete', inForce, () => ask('Delete', meant), 'OK', [nothing, 'the end device control c-1 would be deleted']],
    ['a delete of one under way', waiting, () => ask('Delete', meant), 'FAILED', [/still under way/]],
    [
      'a cancel of what another system has told of',
      async () => {
        await bench.ask(
          aMessage('CreatedEndDeviceControls')
            .header({ MessageID: 't' })
            .with({ EndDeviceControl: [{ ...aControl(), mRID: 'c-1' }] }),
        );
      },
      () => ask('Cancel', meant),
      'OK',
      [nothing, /the end device control c-1 would be canceled/],
    ],
  ])('%s tells what would happen, and nothing happens', async (_, prepare, message, result, details) => {
    await prepare();
    const before = await all();
    const reply = await bench.ask(dry(message()));
    expect(gist(reply)).toMatchObject({
      result,
      details: details.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    });
    await bench.ports.jobs.idle();
    expect(await all()).toEqual(before);
    expect(bench.trouble).toEqual([]);
  });

  it('says what would be asked of the head end, and does not ask it', async () => {
    headEnd.follow(() => {});
    const asked: string[] = [];
    headEnd.cancel = (_, devices = []) => {
      asked.push(...devices);
      return Promise.resolve(devices);
    };
    await begun({ ...disconnect, EndDevices: [aMeter('M-1')] });
    await bench.ports.jobs.idle();
    const reply = await bench.ask(dry(ask('Cancel', meant)));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0', '0.3'] });
    expect(gist(reply).details[1]).toMatch(/M-1; its head end will be asked to stop it/);
    await bench.ports.jobs.idle();
    expect(asked).toEqual([]);
  });

  it('is told of the operations of a set as well', async () => {
    await waiting();
    const cancel: SetOperation = {
      operationId: '1',
      noun: 'EndDeviceControls',
      verb: 'cancel',
      payload: { name: 'EndDeviceControls', value: { EndDeviceControl: [meant] } },
    };
    const before = await all();
    const reply = await bench.ask(dry(set(true, cancel)));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0', '0.0', '0.0', '0.0'] });
    expect((reply.Reply.Error ?? []).slice(1).map(({ operationId }) => operationId)).toEqual(['1', '1', '1']);
    expect(await all()).toEqual(before);
  });
});

describe('a dry run of an operation set', () => {
  it('says of each operation what it would do, those before it done', async () => {
    const before = await all();
    const change: SetOperation = {
      operationId: '2',
      noun: 'MeterConfig',
      verb: 'change',
      payload: { name: 'MeterConfig', value: { Meter: [aMeter('A', { amrSystem: 'X' })] } },
    };
    const control: SetOperation = {
      operationId: '3',
      noun: 'EndDeviceControls',
      verb: 'create',
      payload: { name: 'EndDeviceControls', value: { EndDeviceControl: [aControl({ EndDevices: [aMeter('M-1')] })] } },
    };
    const reply = await bench.ask(dry(set(true, meterIn('1', 'A'), change, control)));
    expect(gist(reply).result).toBe('OK');
    expect((reply.Reply.Error ?? []).map(({ code, operationId }) => [code, operationId])).toEqual([
      ['0.0', undefined],
      ['0.0', '1'],
      ['0.0', '2'],
      ['0.0', '3'],
      ['0.0', '3'],
      ['0.3', '3'],
    ]);
    expect(gist(reply).details.slice(1, 3)).toEqual([
      'OperationSet.Operation[0]: the meter A would be created',
      'OperationSet.Operation[1]: the meter A would be changed to version 2',
    ]);
    await bench.ports.jobs.idle();
    expect(await all()).toEqual(before);
  });

  it('says that it would be undone, and does not tell what of it would not be', async () => {
    const reply = await bench.ask(dry(set(true, meterIn('1', 'A'), meterIn('2', 'OLD'))));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.9', '5.3', '2.15'] });
  });

  it('tells only of the operations that would be done, where each stands alone', async () => {
    const reply = await bench.ask(dry(set(false, meterIn('1', 'OLD'), meterIn('2', 'A'))));
    expect(gist(reply).result).toBe('PARTIAL');
    expect(gist(reply).details).toContain('OperationSet.Operation[1]: the meter A would be created');
    expect((reply.Reply.Error ?? []).filter(({ code, operationId }) => code === '0.0' && operationId === '1')).toEqual(
      [],
    );
  });
});

it('leaves the MessageID to the real message, which is done then', async () => {
  const create = aMessage('CreateMeterConfig').with({ Meter: [aMeter('A')] });
  await bench.ask(dry(repeatable(create, 'm-77', 'dry')));
  const reply = await bench.ask(repeatable(create, 'm-77', 'real'));
  expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0'], details: [undefined] });
  expect(await bench.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name: 'A' })).toHaveLength(1);
});

it.each(['false', '0'])('does what is asked for when DryRun is %s', async (value) => {
  const reply = await bench.ask(dry(aMessage('CreateMeterConfig').with({ Meter: [aMeter('A')] }), value));
  expect(gist(reply)).toMatchObject({ result: 'OK', details: [undefined] });
  expect(await bench.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name: 'A' })).toHaveLength(1);
});

it('answers a get as ever', async () => {
  const reply = await bench.ask(dry(aMessage('GetMeterConfig').with({ Meter: [{ mRID: 'old' }] })));
  expect(gist(reply)).toMatchObject({ result: 'OK', details: [undefined] });
});
