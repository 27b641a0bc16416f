/** The disconnect brake: never one disconnect too many, whatever way it is asked for. */
import { gatewayNames } from '../../../../src/message/caller.js';
import { StoreUnavailable, type JsonObject } from '../../../../src/ports/object-store.js';
import { brakeControl } from '../../../../src/services/brake-control.js';
import type { DisconnectSettings } from '../../../../src/services/guard.js';
import { aMessage, aMeter, gist, named, type MessageBuilder } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from '../devices/bench.js';

const hour = 3_600_000;
let headEnd: ScriptedHeadEnd;
let bench: Bench;
let alarms: (readonly [string, JsonObject])[];
let messages = 0;

async function start(disconnects: Partial<DisconnectSettings> = {}, capabilities: object = {}): Promise<void> {
  alarms = [];
  headEnd = scriptedHeadEnd({
    inventory: Array.from({ length: 20 }, (_, n) => anInstallation(n + 1)),
    capabilities: { controls: ['*.31.0.*'], ...capabilities },
    script: (job, say) => {
      for (const { mRID } of job.devices)
        say({ kind: 'final', jobId: job.id, device: mRID, outcome: 'succeeded', facts: {}, at: 0 });
    },
  });
  bench = await aBench(() => headEnd, virtualClock(), {}, [], {
    audit: 'changes',
    alarm: (what, facts) => alarms.push([what, facts]),
    disconnects: {
      limits: { principalHour: 5, hour: 8, day: 12 },
      secondPerson: false,
      heldFor: hour,
      critical: { specialNeed: true, servicePriorities: ['1'], groups: ['Hospitals'] },
      ...disconnects,
    },
  });
}
beforeEach(() => start());
afterEach(() => bench.close());

const control = (ref: string, meters: readonly number[], more: object = {}): MessageBuilder =>
  aMessage('CreateEndDeviceControls')
    .header({ MessageID: `m-${++messages}`, CorrelationID: `c-${messages}` })
    .with({
      EndDeviceControl: [{ EndDeviceControlType: { ref }, EndDevices: meters.map((n) => aMeter(`M-${n}`)), ...more }],
    })
    .by({ principal: 'cis' });
const disconnect = (...meters: readonly number[]): MessageBuilder => control('3.31.0.23', meters);
const later = (message: MessageBuilder): MessageBuilder =>
  message.header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll' });
const from = (milliseconds: number): object => ({
  primaryDeviceTiming: { interval: { start: new Date(bench.ports.clock.now() + milliseconds).toISOString() } },
});
const ask = (message: MessageBuilder) => bench.ask(message).then(gist);
const sent = (): number => headEnd.jobs.flatMap(({ devices }) => devices).length;
const pass = (milliseconds: number): Promise<void> => bench.ports.clock.advance(milliseconds);
const brake = () => brakeControl(bench.ports);

describe('limits', () => {
  test('of one caller: nothing of the message that would exceed it is done, and an alarm is raised', async () => {
    for (const meter of [1, 2, 3]) expect(await ask(disconnect(meter))).toMatchObject({ result: 'OK' });
    const reply = await ask(later(disconnect(4, 5, 6)));
    expect(reply).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect(reply.details[0]).toMatch(/there would be 6 disconnects of one caller within an hour, and 5 are allowed/);
    expect(sent()).toBe(3);
    expect(alarms).toMatchObject([['the disconnect brake is engaged', { principal: 'cis', would: 6, most: 5 }]]);
    expect(await ask(later(disconnect(4, 5)))).toMatchObject({ result: 'OK' });
  });

  test('of all callers, within an hour and a day', async () => {
    const by = (principal: string, ...meters: readonly number[]) => ask(later(disconnect(...meters)).by({ principal }));
    expect((await by('a', 1, 2, 3, 4, 5)).result).toBe('OK');
    expect((await by('b', 6, 7, 8)).result).toBe('OK');
    expect(await by('c', 9)).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    await pass(hour);
    expect((await by('c', 9, 10, 11, 12)).result).toBe('OK');
    expect(await by('b', 13)).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    await pass(24 * hour);
    expect((await by('b', 13)).result).toBe('OK');
  });

  test('connects and other controls are never held up', async () => {
    expect((await ask(later(disconnect(1, 2, 3, 4, 5)))).result).toBe('OK');
    for (let n = 0; n < 10; n++) expect((await ask(control('3.31.0.18', [n + 6]))).result).toBe('OK');
  });

  test('of ten at the edge at once exactly as many go through as there is room for', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(disconnect(n + 1))));
    expect(replies.filter(({ result }) => result === 'OK')).toHaveLength(5);
    expect(sent()).toBe(5);
  });

  test('those of later times count at their times, also when they are moved', async () => {
    const at = (milliseconds: number, ...meters: readonly number[]) =>
      ask(later(control('3.31.0.23', meters, { mRID: `at-${milliseconds}`, ...from(milliseconds) })));
    expect((await at(5 * hour, 1, 2, 3, 4, 5)).result).toBe('OK');
    expect(await at(5.5 * hour, 6)).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect((await at(7 * hour, 6)).result).toBe('OK');
    const change = aMessage('ChangeEndDeviceControls')
      .header({ MessageID: 'change', CorrelationID: undefined })
      .with({
        EndDeviceControl: [{ mRID: `at-${7 * hour}`, EndDeviceControlType: { ref: '3.31.0.23' }, ...from(5.2 * hour) }],
      })
      .by({ principal: 'cis' });
    expect(await ask(change)).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect((await ask(disconnect(7))).result).toBe('OK');
  });

  test('those named by usage points count when it is known which devices they are', async () => {
    const points = [1, 2, 3].map((n) => ({ Names: [{ name: `P-${n}`, NameType: { name: 'UsagePointName' } }] }));
    const element = { EndDeviceControlType: { ref: '3.31.0.23' }, UsagePoints: points, ...from(1_000) };
    const message = later(disconnect(1)).with({ EndDeviceControl: [element] });
    expect((await ask(message)).result).toBe('OK');
    expect(await ask(later(disconnect(4, 5, 6)))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect((await ask(later(disconnect(4, 5)))).result).toBe('OK');
    await bench.until(pause(() => sent() === 5));
  });

  test('devices that are named beside usage points stay counted when these are resolved', async () => {
    const points = [{ Names: [{ name: 'P-4', NameType: { name: 'UsagePointName' } }] }];
    const both = { UsagePoints: points, ...from(1_000) };
    expect((await ask(later(control('3.31.0.23', [1, 2, 3], both)))).result).toBe('OK');
    await bench.until(pause(() => sent() === 4));
    expect((await brake().state()).withinHour).toBe(4);
  });

  test('what a lost store may have begun stays counted', async () => {
    const { store } = bench.ports;
    const write = store.write.bind(store);
    store.write = async (batch) => {
      await write(batch);
      if (batch.request === undefined) return;
      store.write = write;
      throw new StoreUnavailable('gone behind the commit', 'CONNECTION');
    };
    expect((await ask(later(disconnect(1)))).codes).toEqual(['5.1']);
    await bench.until(pause(() => sent() === 1));
    expect((await brake().state()).withinHour).toBe(1);
  });

  test('a message that is sent again counts once', async () => {
    const message = later(disconnect(1, 2, 3)).by({
      principal: 'cis',
      repeat: { principal: 'cis', messageId: 'again', digest: 'd' },
    });
    for (let n = 0; n < 3; n++) expect((await ask(message)).result).toBe('OK');
    expect((await brake().state()).withinHour).toBe(3);
  });

  test('what is refused for another reason does not count', async () => {
    const twice = { mRID: 'the-same' };
    expect((await ask(later(control('3.31.0.23', [1], twice)))).result).toBe('OK');
    expect((await ask(later(control('3.31.0.23', [2], twice)))).result).toBe('FAILED');
    expect((await brake().state()).withinHour).toBe(1);
  });

  test('a dry run says what the brake would, and counts nothing', async () => {
    const dry = (...meters: readonly number[]) =>
      ask(later(disconnect(...meters)).header({ Property: [{ Name: 'DryRun', Value: 'true' }] }));
    expect((await dry(1, 2, 3, 4, 5)).result).toBe('OK');
    expect(await dry(1, 2, 3, 4, 5, 6)).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect((await brake().state()).withinHour).toBe(0);
  });

  test('a set of operations is undone as a whole, and what it counted with it', async () => {
    const operation = (operationId: string, ...meters: readonly number[]) => ({
      operationId,
      noun: 'EndDeviceControls',
      verb: 'create',
      payload: {
        name: 'EndDeviceControls',
        value: {
          EndDeviceControl: [
            { EndDeviceControlType: { ref: '3.31.0.23' }, EndDevices: meters.map((n) => aMeter(`M-${n}`)) },
          ],
        },
      },
    });
    const set = aMessage('ExecuteOperationSet')
      .header({ AsyncReplyFlag: undefined })
      .with({
        enforceTransactionalIntegrity: 'true',
        Operation: [operation('1', 1, 2, 3), operation('2', 4, 5, 6)],
      })
      .by({ principal: 'cis' });
    const reply = await ask(set);
    expect(reply.result).toBe('FAILED');
    expect(reply.codes).toContain('7.7');
    expect((await brake().state()).withinHour).toBe(0);
    expect(sent()).toBe(0);
  });

  test('a clock that is set back opens no window', async () => {
    expect((await ask(later(disconnect(1, 2, 3, 4, 5)))).result).toBe('OK');
    const { clock } = bench.ports;
    const now = clock.now.bind(clock);
    clock.now = () => now() - 2 * hour;
    expect(await ask(disconnect(6))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  });

  test('others may be set for some time, by somebody who may not disconnect', async () => {
    await brake().setLimits('secadm', {
      principalHour: 7,
      hour: 8,
      day: 12,
      until: bench.ports.clock.now() + hour / 2,
    });
    expect((await ask(later(disconnect(1, 2, 3, 4, 5, 6, 7)))).result).toBe('OK');
    await pause(() => sent() === 7);
    await pass(hour / 2);
    expect(await ask(disconnect(8))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  });
});

describe('critical usage points', () => {
  const of = (name: string) => ({ Names: [{ name }] });
  const create = (noun: string, kind: string, element: object) =>
    bench.ask(aMessage(`Create${noun}`).with({ [kind]: [element] }));
  const link = (...[a, b]: readonly [Record<string, object>, Record<string, object>]) =>
    bench.ask(aMessage('CreateMasterDataLinkageConfig').with({ ...a, ...b }));

  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a group of devices',
      () => create('EndDeviceGroups', 'EndDeviceGroup', named('Hospitals', { EndDevices: [aMeter('M-1')] })),
      /it is in the group Hospitals/,
    ],
    [
      'a group of usage points',
      () => create('UsagePointGroups', 'UsagePointGroup', named('Hospitals', { UsagePoints: [of('P-1')] })),
      /it is in the group Hospitals/,
    ],
    [
      'the priority of the usage point',
      () =>
        bench.ask(aMessage('ChangeUsagePointConfig').with({ UsagePoint: [{ ...of('P-1'), servicePriority: '1' }] })),
      /service priority 1/,
    ],
    [
      'the need of the customer',
      async () => {
        await create('CustomerConfig', 'Customer', { ...of('Ada'), specialNeed: 'life support' });
        await create('CustomerAccountConfig', 'CustomerAccount', of('A-1'));
        await create('CustomerAgreementConfig', 'CustomerAgreement', of('G-1'));
        await link({ Customer: [of('Ada')] }, { CustomerAccount: [of('A-1')] });
        await link({ CustomerAccount: [of('A-1')] }, { CustomerAgreement: [of('G-1')] });
        await link({ CustomerAgreement: [of('G-1')] }, { UsagePoint: [of('P-1')] });
      },
      /customer has a special need/,
    ],
  ])('by %s', async (_, made, why) => {
    expect(gist(((await made()) as never) ?? { Reply: { Result: 'OK' } }).result).toBe('OK');
    const reply = await ask(later(disconnect(1, 2)));
    expect(reply).toMatchObject({ result: 'PARTIAL', codes: ['0.3', '7.7'] });
    expect(reply.details[1]).toMatch(why);
    expect((await ask(control('3.31.0.18', [1]))).result).toBe('OK');
  });
});

describe('the kill switch', () => {
  test('stops those to come and those that wait, and not what connects', async () => {
    await bench.ask(later(control('3.31.0.23', [1, 2], { ...from(hour) })));
    expect(await brake().stop('operator', 'a wrong list')).toEqual({ refused: 2, withdrawn: 0 });
    const reply = await ask(disconnect(3));
    expect(reply).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect(reply.details[0]).toMatch(/disconnects are stopped since .* by operator: a wrong list/);
    expect((await ask(control('3.31.0.18', [3]))).result).toBe('OK');
    const [request] = await bench.ports.store.requests({ limit: 1 });
    expect(request?.state).toBe('final');
    expect(JSON.stringify(request?.reply)).toContain('"7.7"');
    await brake().letGo('secadm');
    await pass(2 * hour);
    expect(sent()).toBe(1);
    expect((await ask(disconnect(3))).result).toBe('OK');
  });

  test('what is about to be sent when it is thrown is not', async () => {
    const { store } = bench.ports;
    const safeguard = store.safeguard.bind(store);
    // thrown behind the look at the door, and before the head end is asked
    store.safeguard = async (name) => (name === 'stop' ? { by: 'operator', at: 0, reason: '' } : safeguard(name));
    expect(await ask(disconnect(1))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect(sent()).toBe(0);
  });

  test('while the store cannot say whether it is thrown nothing goes, and then it does', async () => {
    const { store } = bench.ports;
    const safeguard = store.safeguard.bind(store);
    let away = 3;
    store.safeguard = (name) =>
      name === 'stop' && away-- > 0
        ? Promise.reject(new StoreUnavailable('gone for a moment', 'CONNECTION'))
        : safeguard(name);
    expect(await ask(disconnect(1))).toMatchObject({ result: 'OK' });
    expect(away).toBeLessThanOrEqual(0);
    expect(sent()).toBe(1);
  });

  test('stands on record, who and why', async () => {
    await brake().stop('operator', 'a wrong list');
    const [record] = await bench.ports.store.latestAudit(1);
    expect(JSON.parse(record!.text)).toMatchObject({
      event: 'disconnects stopped',
      principal: 'operator',
      reason: 'a wrong list',
    });
  });
});

describe('a second person', () => {
  beforeEach(async () => {
    await bench.close();
    await start({ secondPerson: true });
  });
  const held = () => brake().held(10);
  const over = () => later(disconnect(1, 2, 3, 4, 5, 6)).header({ CorrelationID: 'big', MessageID: 'big' });
  async function final(): Promise<ReturnType<typeof gist>> {
    const ended = async () =>
      (await bench.ports.store.requests({ limit: 10 })).find(
        ({ state, correlationId }) => state === 'final' && correlationId === 'big',
      );
    await bench.until(pause(async () => (await ended()) !== undefined));
    const parts = (await ended())!.reply!['parts'] as never[];
    expect(parts).toHaveLength(1);
    return gist(parts[0]!);
  }

  test('releases what is above the limits, and the caller gets its one final reply', async () => {
    const reply = await ask(over());
    expect(reply).toMatchObject({ result: 'PARTIAL', codes: ['6.2'] });
    const [message] = await held();
    expect(message).toMatchObject({ principal: 'cis' });
    expect(sent()).toBe(0);
    expect(await brake().release(message!.id, 'cis')).toBe('own');
    const releases = await Promise.all([brake().release(message!.id, 'ada'), brake().release(message!.id, 'bob')]);
    expect(releases.filter((wrong) => wrong === undefined)).toHaveLength(1);
    expect((await final()).result).toBe('OK');
    expect(sent()).toBe(6);
    expect((await brake().state()).withinHour).toBe(6);
  });

  test('is not whoever has shown nothing, where others are asked who they are and the message is of such a one too', async () => {
    await ask(over().by({ principal: undefined }));
    const [message] = await held();
    Object.assign(bench.ports.guard, { policy: [] });
    expect(await brake().release(message!.id, gatewayNames.localOperator)).toBe('own');
    expect(await brake().release(message!.id, 'ada')).toBeUndefined();
  });

  test('refuses it, and the caller is told', async () => {
    await ask(over());
    const [message] = await held();
    expect(await brake().refuse(message!.id, 'ada')).toBe(true);
    expect(await brake().refuse(message!.id, 'ada')).toBe(false);
    expect(await brake().release(message!.id, 'ada')).toBe('over');
    expect(await final()).toMatchObject({ result: 'FAILED', codes: ['6.5'] });
  });

  test('is waited for no longer than is set', async () => {
    await ask(over());
    await pass(hour + 1_000);
    expect(await final()).toMatchObject({ result: 'FAILED', codes: ['4.1'] });
    expect(await held()).toEqual([]);
  });

  test('is not waited for when the answer is wanted at once, nor against the kill switch', async () => {
    for (let n = 1; n <= 5; n++) await ask(disconnect(n));
    expect(await ask(disconnect(6))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    await ask(over());
    const [message] = await held();
    await brake().stop('ada', '');
    expect(await brake().release(message!.id, 'ada')).toEqual([expect.stringMatching(/^7\.7 .*stopped/)]);
    expect(await held()).toHaveLength(1);
  });
});

/** Waits for something that comes by itself. */
async function pause(there: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await there())) await new Promise((resolve) => setTimeout(resolve, 5));
}
