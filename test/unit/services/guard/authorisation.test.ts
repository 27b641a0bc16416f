/** What comes to the services: only what the policy allows, and with it a record of the decision. */
import type { Caller } from '../../../../src/message/caller.js';
import { StoreUnavailable, type JsonObject } from '../../../../src/ports/object-store.js';
import { builtInRoles } from '../../../../src/services/built-in-roles.js';
import type { Guard } from '../../../../src/services/guard.js';
import type { PolicyRule } from '../../../../src/services/policy.js';
import { aMessage, aMeter, gist, named, type MessageBuilder } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from '../devices/bench.js';

let headEnd: ScriptedHeadEnd;
let bench: Bench;

async function start(guard: Partial<Guard> = {}): Promise<void> {
  headEnd = scriptedHeadEnd({
    inventory: [1, 2, 3].map(anInstallation),
    capabilities: { controls: ['*.31.0.*'] },
    script: (job, say) => {
      for (const { mRID } of job.devices)
        say({ kind: 'final', jobId: job.id, device: mRID, outcome: 'succeeded', facts: {}, at: 0 });
    },
  });
  bench = await aBench(() => headEnd, virtualClock(), {}, [], { policy: builtInRoles, audit: 'changes', ...guard });
}
afterEach(() => bench.close());

const who = (principal: string, ...roles: readonly string[]): Caller => ({ principal, roles, method: 'certificate' });
const as = (message: MessageBuilder, caller: Caller, more: object = {}): MessageBuilder =>
  message.by({
    caller,
    principal: caller.principal,
    entrance: { listener: 'main', accepts: ['certificate'], encrypted: true, remote: '192.0.2.7' },
    ...more,
  });
let messages = 0;
const control = (ref: string, ...names: readonly string[]): MessageBuilder =>
  aMessage('CreateEndDeviceControls')
    .header({ MessageID: `m-${++messages}`, CorrelationID: `c-${messages}` })
    .with({ EndDeviceControl: [{ EndDeviceControlType: { ref }, EndDevices: names.map((name) => aMeter(name)) }] });
const records = async (): Promise<readonly JsonObject[]> =>
  [...(await bench.ports.store.latestAudit(100))].reverse().map(({ text }) => JSON.parse(text) as JsonObject);

describe('the policy', () => {
  beforeEach(() => start());

  test.each<[string, () => MessageBuilder, readonly string[], readonly string[]]>([
    ['a connect by an operator', () => control('3.31.0.18', 'M-1'), ['OPERATOR'], []],
    ['a disconnect by an operator', () => control('3.31.0.23', 'M-1'), ['OPERATOR'], ['7.5']],
    ['a disconnect by whoever has that right', () => control('3.31.0.23', 'M-1'), ['DISCONNECT'], []],
    ['a meter by an engineer', () => aMessage('CreateMeterConfig').with({ Meter: [aMeter('NEW')] }), ['ENGINEER'], []],
    ['a meter by a viewer', () => aMessage('CreateMeterConfig').with({ Meter: [aMeter('NEW')] }), ['VIEWER'], ['7.5']],
    ['a question by a viewer', () => aMessage('GetMeterConfig').with({ Meter: [aMeter('M-1')] }), ['VIEWER'], []],
    ['a question by nobody', () => aMessage('GetMeterConfig').with({ Meter: [aMeter('M-1')] }), [], ['7.5']],
  ])('%s', async (_, message, roles, refused) => {
    const reply = gist(await bench.ask(as(message(), who('cis', ...roles))));
    expect(reply.codes.filter((code) => code !== '0.0')).toEqual(refused);
    expect(reply.result).toBe(refused.length === 0 ? 'OK' : 'FAILED');
    if (refused.length > 0) expect(headEnd.jobs).toHaveLength(0);
  });

  test('says who may not do what, and nothing of what there is', async () => {
    const reply = gist(await bench.ask(as(control('3.31.0.23', 'M-1'), who('cis', 'OPERATOR'))));
    expect(reply.details).toEqual([
      'cis may not ask for create of EndDeviceControls with the control type 3.31.0.23; nothing was done',
    ]);
  });

  test('a disconnect hidden in a service request, in a set, or in a further part of the payload is one', async () => {
    const work = { kind: 'disconnect', priority: { rank: '1' }, Meter: aMeter('M-1') };
    const element = { EndDeviceControlType: { ref: '3.31.0.23' }, EndDevices: [aMeter('M-1')] };
    const harmless = { EndDeviceControlType: { ref: '3.31.0.18' }, EndDevices: [aMeter('M-2')] };
    const set = {
      Operation: [
        {
          operationId: '1',
          noun: 'EndDeviceControls',
          verb: 'create',
          payload: { name: 'EndDeviceControls', value: { EndDeviceControl: [element] } },
        },
      ],
    };
    const asked: readonly MessageBuilder[] = [
      aMessage('CreateMeterServiceRequests').with({ MeterServiceWork: [work] }),
      aMessage('ExecuteOperationSet').with(set),
      aMessage('CreateEndDeviceControls')
        .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', MessageID: 'm', CorrelationID: 'c' })
        .with({ EndDeviceControl: [harmless] })
        .rest({ root: { EndDeviceControl: [element] }, offsets: { EndDeviceControl: 1 } }),
    ];
    for (const message of asked) {
      const reply = gist(await bench.ask(as(message, who('cis', 'OPERATOR'))));
      expect(reply).toMatchObject({ result: 'FAILED', codes: ['7.5'] });
    }
    expect(headEnd.jobs).toHaveLength(0);
    expect(await bench.ports.store.requests({ limit: 5 })).toEqual([]);
    expect(await bench.ports.store.objects({ noun: 'MeterServiceRequests', limit: 5 })).toEqual([]);
  });

  test('what is sent again by somebody else is another message', async () => {
    const message = control('3.31.0.18', 'M-1');
    const repeat = (principal: string) => ({ repeat: { principal, messageId: 'same', digest: 'd' } });
    await bench.ask(as(message, who('cis', 'OPERATOR'), repeat('cis')));
    await bench.ask(as(message, who('cis', 'OPERATOR'), repeat('cis')));
    expect(headEnd.jobs).toHaveLength(1);
    await bench.ask(as(message, who('oms', 'OPERATOR'), repeat('oms')));
    expect(headEnd.jobs).toHaveLength(2);
    const other = gist(await bench.ask(as(message, who('guest', 'VIEWER'), repeat('guest'))));
    expect(other.codes).toEqual(['7.5']);
  });
});

describe('groups of devices', () => {
  const north: PolicyRule = {
    name: 'the north',
    effect: 'allow',
    principals: ['north'],
    nouns: ['EndDeviceControls'],
    controlTypes: ['*.31.0.18', '*.31.0.23'],
    groups: ['North'],
  };
  beforeEach(async () => {
    await start({ policy: [...builtInRoles, north] });
    const group = named('North', { EndDevices: [aMeter('M-1'), aMeter('M-2')] });
    await bench.ask(as(aMessage('CreateEndDeviceGroups').with({ EndDeviceGroup: [group] }), who('eng', 'ENGINEER')));
  });

  test('a device outside of them is refused, those inside go on', async () => {
    const both = control('3.31.0.18', 'M-1', 'M-3');
    const reply = gist(
      await bench.ask(as(both.header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', MessageID: 'x' }), who('north'))),
    );
    expect(reply).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '7.5'] });
    const alone = gist(await bench.ask(as(control('3.31.0.18', 'M-3'), who('north'))));
    expect(alone).toMatchObject({ result: 'FAILED', codes: ['7.5'] });
  });

  test('a rule that also names a Source bounds its devices no less', async () => {
    await bench.close();
    await start({ policy: [...builtInRoles, { ...north, sources: ['CIS'] }] });
    const group = named('North', { EndDevices: [aMeter('M-1')] });
    await bench.ask(as(aMessage('CreateEndDeviceGroups').with({ EndDeviceGroup: [group] }), who('eng', 'ENGINEER')));
    expect(gist(await bench.ask(as(control('3.31.0.18', 'M-1'), who('north')))).result).toBe('OK');
    const outside = gist(await bench.ask(as(control('3.31.0.18', 'M-3'), who('north'))));
    expect(outside).toMatchObject({ result: 'FAILED', codes: ['7.5'] });
  });

  test('commands of others are not theirs to cancel', async () => {
    const start = new Date(bench.ports.clock.now() + 3_600_000).toISOString();
    const element = {
      mRID: 'c-1',
      EndDeviceControlType: { ref: '3.31.0.18' },
      EndDevices: [aMeter('M-1')],
      primaryDeviceTiming: { interval: { start } },
    };
    const later = { AsyncReplyFlag: 'true', ReplyAddress: 'poll', MessageID: 'w', CorrelationID: 'w' } as const;
    const create = aMessage('CreateEndDeviceControls')
      .header(later)
      .with({ EndDeviceControl: [element] });
    expect(gist(await bench.ask(as(create, who('cis', 'OPERATOR')))).result).toBe('OK');
    const named = { EndDeviceControl: [{ mRID: 'c-1', EndDeviceControlType: { ref: '3.31.0.18' } }] };
    const cancel = aMessage('CancelEndDeviceControls').header({ MessageID: 'z', CorrelationID: undefined }).with(named);
    expect(gist(await bench.ask(as(cancel, who('north'))))).toMatchObject({ result: 'FAILED', codes: ['7.5'] });
    expect(gist(await bench.ask(as(cancel, who('oms', 'OPERATOR')))).result).toBe('OK');
  });
});

describe('the audit', () => {
  test('has one record for each decision, and none of a payload', async () => {
    await start();
    await bench.ask(as(control('3.31.0.18', 'M-1'), who('cis', 'OPERATOR')));
    await bench.ask(as(control('3.31.0.23', 'M-1'), who('cis', 'OPERATOR')));
    await bench.ask(as(control('3.31.0.18', 'NOBODY'), who('cis', 'OPERATOR')));
    await bench.ask(as(aMessage('CreateMeterConfig').with({ Meter: [aMeter('NEW')] }), who('eng', 'ENGINEER')));
    await bench.ask(as(aMessage('GetMeterConfig').with({ Meter: [aMeter('NEW')] }), who('eng', 'ENGINEER')));
    expect(await records()).toMatchObject([
      { decision: 'allowed', principal: 'cis', verb: 'create', noun: 'EndDeviceControls', devices: 1, source: 'CIS' },
      { decision: 'refused', code: '7.5', controlTypes: ['3.31.0.23'], remote: '192.0.2.7', listener: 'main' },
      { decision: 'refused', code: '2.4' },
      { decision: 'allowed', principal: 'eng', noun: 'MeterConfig', method: 'certificate' },
    ]);
    expect(JSON.stringify(await records())).not.toContain('M-1');
  });

  test('questions are recorded where all is', async () => {
    await start({ audit: 'all' });
    await bench.ask(as(aMessage('GetMeterConfig').with({ Meter: [aMeter('M-1')] }), who('eng', 'ENGINEER')));
    expect(await records()).toMatchObject([{ verb: 'get', decision: 'allowed' }]);
  });

  test('is on disk when a head end hears of the command, and with the command or not at all', async () => {
    await start();
    const seen: number[] = [];
    headEnd.follow((job, say) => {
      void records().then((all) => {
        seen.push(all.length);
        for (const { mRID } of job.devices)
          say({ kind: 'final', jobId: job.id, device: mRID, outcome: 'succeeded', facts: {}, at: 0 });
      });
    });
    await bench.ask(as(control('3.31.0.18', 'M-1'), who('cis', 'OPERATOR')));
    expect(seen).toEqual([1]);
  });

  test('where it cannot be written nothing is done, and an alarm is raised', async () => {
    const alarms: string[] = [];
    await start({ alarm: (what) => alarms.push(what) });
    const { store } = bench.ports;
    const write = store.write.bind(store);
    const full = (): Error =>
      alarms.length === 0 ? new StoreUnavailable('disk full', 'SQLITE_FULL') : new Error('no room');
    store.write = (batch) => (batch.audit === undefined ? write(batch) : Promise.reject(full()));
    const meter = gist(
      await bench.ask(as(aMessage('CreateMeterConfig').with({ Meter: [aMeter('NEW')] }), who('eng', 'ENGINEER'))),
    );
    expect(meter).toMatchObject({ result: 'FAILED', codes: ['5.1'] });
    expect(alarms).toEqual(['the audit cannot be written']);
    await expect(bench.ask(as(control('3.31.0.18', 'M-1'), who('cis', 'OPERATOR')))).rejects.toThrow('no room');
    expect(headEnd.jobs).toHaveLength(0);
    expect(await store.objectsByName(['MeterConfig'], ['Meter'], { name: 'NEW' })).toEqual([]);
  });
});

describe('ReplayDetection', () => {
  const bearing = (Nonce: string, seconds = 0) => ({
    ReplayDetection: { Nonce, Created: new Date(bench.ports.clock.now() + seconds * 1000).toISOString() },
  });
  const ask = (header: object, messageId: string) => {
    const repeat = { principal: 'cis', messageId, digest: messageId };
    const message = control('3.31.0.18', 'M-1').header({ MessageID: messageId, ...header });
    return bench.ask(as(message, who('cis', 'OPERATOR'), { repeat })).then(gist);
  };
  beforeEach(() => start({ replayDetection: 'required' }));

  test('a nonce is taken once, and what is sent again in earnest gets its answer again', async () => {
    const header = bearing('n-1');
    expect(await ask(header, 'a')).toMatchObject({ result: 'OK' });
    expect(await ask(header, 'b')).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect(await ask(header, 'a')).toMatchObject({ result: 'OK' });
    expect(headEnd.jobs).toHaveLength(1);
  });

  test.each([
    [-301, ['7.7']],
    [-299, []],
    [61, ['7.7']],
    [59, []],
  ])('made %i seconds from now', async (seconds, refused) => {
    const { codes } = await ask(bearing(`n${seconds}`, seconds), `m${seconds}`);
    expect(codes.filter((code) => code !== '0.0')).toEqual(refused);
  });

  test('must be there where it is required', async () => {
    expect(await ask({}, 'none')).toMatchObject({ result: 'FAILED', codes: ['1.5'] });
  });

  test('a clock that is set back opens no window again', async () => {
    const old = bearing('before');
    await bench.ports.clock.advance(400_000);
    expect((await ask(bearing('later'), 'first')).result).toBe('OK');
    const { clock } = bench.ports;
    const now = clock.now.bind(clock);
    clock.now = () => now() - 400_000;
    expect(await ask(old, 'second')).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  });
});
