import { simulatedHeadEnd, type SimulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import type { EndDeviceEvents } from '../../../../src/generated/EndDeviceEvents.js';
import type { ServiceSettings } from '../../../../src/services/noun-row.js';
import { aMessage, aMeter, gist, named } from '../../../support/builders.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';
import { aBench, rootOf, type Bench } from './bench.js';
import { aControl, commanding, disconnect } from './messages.js';

describe('a synchronous command to a simulated meter', () => {
  let clock: VirtualClock;
  let headEnd: SimulatedHeadEnd;
  let bench: Bench;
  const start = async (settings: Partial<ServiceSettings> = {}): Promise<void> => {
    clock = virtualClock();
    bench = await aBench((time) => (headEnd = simulatedHeadEnd({ meters: 5, seed: 1, clock: time })), clock, settings);
  };
  beforeEach(() => start());
  afterEach(() => bench.close());

  test('disconnects, answers OK with the mRID of the control and the correlation, and closes the control', async () => {
    const reply = await bench.ask(commanding(aControl({ mRID: 'control-1' })));
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.0'] });
    expect(reply.Reply.ID).toMatchObject([
      { text: 'control-1', kind: 'uuid', objectType: 'EndDeviceControl' },
      { text: 'order-1', kind: 'transaction' },
    ]);
    expect(reply.Header.CorrelationID).toBe('order-1');
    expect(headEnd.meter('SIM-000001')?.switchPosition).toBe('open');
    const control = await bench.control('control-1');
    expect(control).toMatchObject({ state: 'closed', version: 2, document: aControl({ mRID: 'control-1' }) });
  });

  test('reports the outcome by one event, which GetEndDeviceEvents finds', async () => {
    const issued = { issuerID: 'CIS', issuerTrackingID: 'SO-4711' };
    await bench.ask(commanding(aControl(issued)));
    await bench.desk.writes.settled();
    const reply = await bench.ask(aMessage('GetEndDeviceEvents').with({ Meter: [aMeter('SIM-000001')] }));
    const { EndDeviceEvent = [] } = rootOf<EndDeviceEvents>(reply, 'EndDeviceEvents');
    expect(EndDeviceEvent).toEqual([
      {
        mRID: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        createdDateTime: expect.stringMatching(/^2026-11-22T12:00:0/) as string,
        ...issued,
        Assets: { mRID: headEnd.meter('SIM-000001')?.mRID, ...aMeter('SIM-000001') },
        EndDeviceEventDetails: [
          { name: 'switch position', value: 'open' },
          { name: 'CorrelationID', value: 'order-1' },
        ],
        EndDeviceEventType: { ref: '3.31.0.68' },
      },
    ]);
  });

  test('connects again by the usage point, and says so in the event', async () => {
    headEnd.setSwitchPosition('SIM-000002', 'open');
    const UsagePoints = [named('UP-000002')];
    const reply = await bench.ask(commanding({ EndDeviceControlType: { ref: '3.31.0.18' }, UsagePoints }));
    expect(gist(reply).result).toBe('OK');
    expect(headEnd.meter('SIM-000002')?.switchPosition).toBe('closed');
    expect((await bench.events())[0]?.document).toMatchObject({
      EndDeviceEventType: { ref: '3.31.0.42' },
      UsagePoint: UsagePoints[0],
    });
  });

  test('takes the MessageID as correlation when there is no other', async () => {
    const reply = await bench.ask(commanding(aControl()).header({ CorrelationID: undefined }));
    expect(reply.Reply.ID).toMatchObject([{ kind: 'uuid' }, { text: 'message-1', kind: 'transaction' }]);
  });

  test('answers FAILED with the code, the reason and the device as it was named, and cancels the control', async () => {
    headEnd.setCommissioned('SIM-000001', false);
    const reply = await bench.ask(commanding(aControl({ mRID: 'control-1' })));
    expect(gist(reply)).toEqual({
      result: 'FAILED',
      codes: ['5.3'],
      details: ['EndDeviceControls.EndDeviceControl[0].EndDevices[0]: SIM-000001 is not commissioned'],
    });
    expect(reply.Reply.Error?.[0]?.ID).toMatchObject({ text: 'SIM-000001', kind: 'name', idType: 'MeterName' });
    expect((await bench.control('control-1'))?.state).toBe('canceled');
    expect((await bench.events()).map(({ document }) => document)).toMatchObject([
      { EndDeviceEventType: { ref: '3.31.0.84' }, reason: '5.3 SIM-000001 is not commissioned' },
    ]);
  });

  test('says after the time limit that the outcome is not known', async () => {
    headEnd.setReachable('SIM-000001', false);
    const before = clock.now();
    const reply = await bench.ask(commanding(aControl({ mRID: 'control-1' })));
    expect(clock.now() - before).toBeGreaterThanOrEqual(30_000);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['4.1'] });
    expect(gist(reply).details[0]).toContain('will appear as an event');
    expect(await bench.events()).toEqual([]);
    expect((await bench.control('control-1'))?.state).toBe('active');
  });

  test('waits no longer than the interval of the control allows', async () => {
    headEnd.setReachable('SIM-000001', false);
    const before = clock.now();
    const end = new Date(before + 2_000).toISOString();
    expect(gist(await bench.ask(commanding(aControl({ primaryDeviceTiming: { interval: { end } } })))).codes).toEqual([
      '4.1',
    ]);
    expect(clock.now() - before).toBeLessThan(20_000);
  });

  const place = 'EndDeviceControls.EndDeviceControl[0]';
  const past = '2026-11-22T11:00:00Z';
  const future = '2026-11-22T14:00:00+01:00';
  test.each<[string, Readonly<Record<string, unknown>>, readonly [string, string, string][]]>([
    ['a type that is missing', { EndDeviceControlType: {} }, [['1.7', '.EndDeviceControlType', 'missing']]],
    [
      'a type of three numbers',
      { EndDeviceControlType: { ref: '3.31.23' } },
      [['2.15', '.EndDeviceControlType', '4 parts']],
    ],
    [
      'an event as type',
      { EndDeviceControlType: { ref: '3.31.0.68' } },
      [['2.15', '.EndDeviceControlType', 'an event']],
    ],
    [
      'a control that the head end does not have',
      { EndDeviceControlType: { ref: '3.199.0.214' } },
      [['5.2', '.EndDevices[0]', 'does not support']],
    ],
    [
      'a disconnect of a gas meter',
      { EndDeviceControlType: { ref: '7.31.0.23' } },
      [['5.2', '.EndDevices[0]', 'does not support']],
    ],
    ['no device', { EndDevices: undefined }, [['1.7', '', 'no device is named']]],
    ['an unknown meter', { EndDevices: [aMeter('NOBODY')] }, [['2.4', '.EndDevices[0]', 'NOBODY']]],
    [
      'an unknown usage point',
      { EndDevices: undefined, UsagePoints: [named('NOWHERE')] },
      [['2.12', '.UsagePoints[0]', 'NOWHERE']],
    ],
    ['a group', { EndDeviceGroups: [named('ALL')] }, [['3.1', '.EndDeviceGroups[0]', 'a group needs AsyncReplyFlag']]],
    [
      'a start in the future',
      { primaryDeviceTiming: { interval: { start: future } } },
      [['5.2', '.primaryDeviceTiming.interval.start', 'future']],
    ],
    [
      'an end in the past',
      { primaryDeviceTiming: { interval: { end: past } } },
      [['4.1', '.primaryDeviceTiming.interval.end', 'passed']],
    ],
    ['several things wrong', { EndDeviceControlType: { ref: 'x' }, EndDevices: [aMeter('NOBODY')], primaryDeviceTiming: { interval: { end: past } } }, [
      ['2.15', '.EndDeviceControlType', ''],
      ['2.4', '.EndDevices[0]', ''],
      ['4.1', '.primaryDeviceTiming.interval.end', ''],
    ]], // prettier-ignore
  ])('refuses %s, and sends and stores nothing', async (_, more, findings) => {
    const reply = await bench.ask(commanding(aControl({ mRID: 'control-1', ...more })));
    expect(gist(reply).result).toBe('FAILED');
    expect(gist(reply).codes).toEqual(findings.map(([code]) => code));
    for (const [at, [, path, text]] of findings.entries()) {
      expect(gist(reply).details[at]).toMatch(new RegExp(`^${(place + path).replace(/[.[\]]/g, '\\$&')}: `));
      expect(gist(reply).details[at]).toContain(text);
    }
    expect(await bench.control('control-1')).toBeUndefined();
    expect(headEnd.meter('SIM-000001')?.switchPosition).toBe('closed');
  });

  test('takes a start in the past and an end that never comes', async () => {
    const interval = { start: past, end: '9999-12-31T23:59:59Z' };
    expect(gist(await bench.ask(commanding(aControl({ primaryDeviceTiming: { interval } })))).result).toBe('OK');
  });

  test.each([
    ['several devices', [aControl({ EndDevices: [aMeter('SIM-000001'), aMeter('SIM-000002')] })]],
    ['several controls', [aControl(), aControl({ EndDevices: [aMeter('SIM-000002')] })]],
  ])('refuses %s as a whole', async (_, controls) => {
    const reply = await bench.ask(commanding(...controls));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
    expect(gist(reply).details[0]).toContain('several devices need AsyncReplyFlag');
    expect(['SIM-000001', 'SIM-000002'].map((name) => headEnd.meter(name)?.switchPosition)).toEqual([
      'closed',
      'closed',
    ]);
  });

  test('names every bad device of a message that is too large anyway', async () => {
    const reply = await bench.ask(
      commanding(aControl(), aControl({ EndDevices: [aMeter('A'), aMeter('SIM-000002'), aMeter('B')] })),
    );
    expect(gist(reply).codes).toEqual(['3.1', '2.4', '2.4']);
    expect(
      gist(reply)
        .details.slice(1)
        .map((text) => text?.split(': ')[0]),
    ).toEqual([
      'EndDeviceControls.EndDeviceControl[1].EndDevices[0]',
      'EndDeviceControls.EndDeviceControl[1].EndDevices[2]',
    ]);
  });

  test('keeps the limits for commands and for disconnects', async () => {
    await bench.close();
    await start({ controlDevices: 3, disconnectDevices: 1 });
    const devices = (count: number) => Array.from({ length: count }, (_, at) => aMeter(`SIM-00000${at + 1}`));
    const codesOf = async (count: number) =>
      gist(await bench.ask(commanding(aControl({ EndDevices: devices(count) })))).codes;
    expect(await codesOf(1)).toEqual(['0.0']);
    expect(await codesOf(2)).toEqual(['7.7', '3.1']);
    expect(await codesOf(4)).toEqual(['3.1', '7.7', '3.1']);
  });

  test('refuses an mRID that was given to another control', async () => {
    await bench.ask(commanding(aControl({ mRID: 'control-1' })));
    const reply = await bench.ask(commanding(aControl({ mRID: 'control-1' })));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
  });

  test('refuses a meter that is not in service', async () => {
    const [meter] = await bench.ports.store.objects({ noun: 'MeterConfig', limit: 1 });
    if (meter === undefined) throw new Error('no meter');
    await bench.ports.store.transaction((tx) =>
      tx.replace(meter.id, meter.version, { ...meter, state: 'closed', references: [] }, { at: '' }),
    );
    const reply = await bench.ask(commanding(aControl()));
    expect(gist(reply).codes).toEqual(['2.4']);
    expect(gist(reply).details[0]).toContain('not in service');
  });

  test('a usage point without a meter in service is a mismatch', async () => {
    const [link] = await bench.ports.store.objects({ noun: 'MasterDataLinkageConfig', limit: 1 });
    if (link === undefined) throw new Error('no link');
    await bench.ports.store.transaction((tx) =>
      tx.replace(link.id, link.version, { ...link, state: 'deleted', references: [] }, { at: '' }),
    );
    const reply = await bench.ask(commanding({ EndDeviceControlType: disconnect, UsagePoints: [named('UP-000001')] }));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.13'] });
  });
});
