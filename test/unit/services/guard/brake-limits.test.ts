/** How much the brake lets through: limits for some time, who sets them, and how much one message may name. */
import { aMessage, aMeter, gist, named } from '../../../support/builders.js';
import { brakeBench, hour, type BrakeBench, type BrakeBenchOptions } from './brake-bench.js';

let it: BrakeBench;
beforeEach(async () => {
  it = await brakeBench();
});
afterEach(() => it.bench.close());
const restart = async (options: BrakeBenchOptions): Promise<void> => {
  await it.bench.close();
  it = await brakeBench(options);
};

/** Another system tells that one more meter is at a usage point. */
async function alsoAt(point: string, meter: number): Promise<void> {
  const link = { UsagePoint: [named(point)], Meter: [named(`M-${meter}`)] };
  expect(gist(await it.bench.ask(aMessage('CreatedMasterDataLinkageConfig').with(link))).result).toBe('OK');
}

test('limits for some time do not hold for what is to be done behind it', async () => {
  await it.brake.setLimits('ada', { principalHour: 10, hour: 10, day: 12, until: it.clock.now() + hour });
  const six = (milliseconds: number) =>
    it.ask(it.control('3.31.0.23', [1, 2, 3, 4, 5, 6], { ...it.from(milliseconds), mRID: `at-${milliseconds}` }));
  expect(await six(3 * hour)).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  expect((await six(hour / 2)).result).toBe('OK');
});

test.each<readonly [string, object]>([
  ['from one Source only', { nouns: ['EndDeviceControls'], sources: ['CIS'] }],
  ['by changing commands only', { nouns: ['EndDeviceControls'], verbs: ['change'] }],
  ['by works at meters only', { nouns: ['MeterServiceRequests'] }],
  ['devices of one type only', { controlTypes: ['26.31.0.23'] }],
  ['the members of a group only', { nouns: ['EndDeviceControls'], groups: ['North'] }],
])('who may disconnect %s does not set limits', async (_, rule) => {
  await restart({
    guard: {
      policy: [{ name: 'a rule', effect: 'allow', principals: ['ada'], controlTypes: ['*.31.0.23'], ...rule }],
    },
  });
  expect(it.brake.mayDisconnect({ principal: 'ada', roles: [] } as never)).toBe(true);
  expect(it.brake.mayDisconnect({ principal: 'bob', roles: [] } as never)).toBe(false);
});

test('a usage point with several meters counts with all of them for what one message may disconnect', async () => {
  await restart({ settings: { disconnectDevices: 2 } });
  await alsoAt('P-1', 2);
  await alsoAt('P-1', 3);
  expect(await it.ask(it.control('3.31.0.23', [], it.points(1)))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  expect((await it.ask(it.control('3.31.0.18', [], it.points(1)))).result).toBe('OK');
});

test('controls of one message have room for so many devices together, also when these are found later', async () => {
  await restart({ settings: { disconnectDevices: 3 } });
  await alsoAt('P-1', 2);
  await alsoAt('P-11', 12);
  const element = (point: number) => ({
    EndDeviceControlType: { ref: '3.31.0.23' },
    ...it.points(point),
    ...it.from(hour),
  });
  const message = it.disconnect(1).with({ EndDeviceControl: [element(1), element(11)] });
  expect((await it.ask(message)).result).toBe('OK');
  await it.clock.advance(hour);
  expect((await it.final('c-1')).codes).toContain('7.7');
  expect(it.sent().length).toBeLessThanOrEqual(3);
});

test.each(['3.31.26.23', '4.31.147.23', '4.0.0.23'])('%s is a disconnect, too: it opens a switch', async (type) => {
  await restart({ capabilities: { controls: ['*.*.*.*'] } });
  expect((await it.ask(it.control(type, [1, 2, 3, 4, 5]))).result).toBe('OK');
  expect(await it.ask(it.control(type, [6]))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  expect((await it.ask(it.control('3.31.0.18', [6]))).result).toBe('OK');
  await it.brake.stop('operator', '');
  expect(await it.ask(it.control(type, [6]))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
});

describe('one message disconnects no more than it may', () => {
  beforeEach(() => restart({ settings: { disconnectDevices: 3 } }));

  test('by the operations of a set', async () => {
    const operation = (operationId: string, ref: string, ...meters: readonly number[]) => {
      const EndDevices = meters.map((n) => aMeter(`M-${n}`));
      const value = { EndDeviceControl: [{ EndDeviceControlType: { ref }, EndDevices }] };
      return { operationId, noun: 'EndDeviceControls', verb: 'create', payload: { name: 'EndDeviceControls', value } };
    };
    const set = aMessage('ExecuteOperationSet')
      .header({ AsyncReplyFlag: undefined })
      .with({
        Operation: [
          operation('1', '3.31.0.23', 1, 2),
          operation('2', '3.31.0.23', 3, 4),
          operation('3', '3.31.0.18', 5, 6, 7, 8),
        ],
      })
      .by({ principal: 'cis' });
    const reply = await it.ask(set);
    expect(reply).toMatchObject({ result: 'PARTIAL', codes: expect.arrayContaining(['7.7']) as never });
    await it.until(() => it.sent().length === 6);
    expect(it.sent()).not.toContain('M-3');
  });

  test('by works at meters', async () => {
    const works = [1, 2, 3, 4, 5].map((n) => ({ kind: n < 5 ? 'disconnect' : 'reconnect', Meter: aMeter(`M-${n}`) }));
    const message = aMessage('CreateMeterServiceRequests').header({ MessageID: 'w', CorrelationID: undefined });
    const reply = await it.ask(message.with({ MeterServiceWork: works }).by({ principal: 'cis' }));
    expect(reply).toMatchObject({ result: 'PARTIAL', codes: ['7.7'] });
    await it.until(() => it.sent().length === 4);
    expect(it.sent()).not.toContain('M-4');
  });
});

test.each(['secondaryDeviceTiming', 'PanDemandResponse'])(
  'a disconnect bears no other time, such as %s',
  async (name) => {
    const bears = { [name]: { startDateTime: '2026-12-24T18:00:00Z' } };
    const reply = await it.ask(it.control('3.31.0.23', [1], bears));
    expect(reply).toMatchObject({ result: 'FAILED', codes: ['5.2'] });
    expect(reply.details[0]).toMatch(/counted at one time: give it by primaryDeviceTiming/);
    expect((await it.ask(it.control('3.31.0.18', [1], bears))).result).toBe('OK');
  },
);
