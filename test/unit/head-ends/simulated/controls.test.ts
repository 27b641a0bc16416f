import { outcomeEvents } from '../../../../src/message/codes/end-device-code.js';
import type { Notice } from '../../../../src/ports/head-end.js';
import type { JsonObject } from '../../../../src/ports/object-store.js';
import { meterDevice } from '../../../../src/head-ends/simulated/fleet.js';
import { simulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const at = (time: number): string => new Date(time).toISOString();

type Final = Extract<Notice, { kind: 'final' }>;

/** A running head end, and a way to tell one of its meters something and hear all it says to that. */
async function aMeter(number = 1, meters = 100) {
  const clock = virtualClock(NOW);
  const headEnd = simulatedHeadEnd({ meters, kinds: { gas: 1 }, seed: 61968, clock });
  const heard: Notice[] = [];
  await headEnd.start((notice) => heard.push(notice));
  const name = meterDevice(number).names[0]?.name ?? '';
  let count = 0;
  const tell = async (controlType: string, parameters: JsonObject = {}) => {
    const id = `job-${++count}`;
    heard.length = 0;
    const job = { kind: 'control', id, controlType, parameters, priority: 'normal' } as const;
    await headEnd.submit({ ...job, devices: [meterDevice(number)], deadline: clock.now() + 60_000 });
    await clock.advance(100);
    const mine = heard.filter(({ jobId }) => jobId === id);
    const events = mine.flatMap((notice) => (notice.kind === 'event' ? [notice.eventType] : []));
    return { events, final: mine.find((notice): notice is Final => notice.kind === 'final') };
  };
  /** What the meter tells by itself while time passes: what, and when. */
  const passes = async (milliseconds: number): Promise<readonly string[]> => {
    heard.length = 0;
    await clock.advance(milliseconds);
    return heard.flatMap((one) =>
      one.kind === 'event' && one.jobId === undefined ? [`${one.eventType} ${at(one.at).slice(11, 19)}`] : [],
    );
  };
  return { clock, headEnd, tell, passes, state: () => headEnd.meter(name)!, types: headEnd.capabilities().controls };
}

const DISCONNECT = '3.31.0.23';
const DR = (more: object): JsonObject => ({ PanDemandResponse: { ...more } });
const TEXT: JsonObject = { PanDisplay: { textMessage: 'Hello', duration: '10' } };

interface Case {
  readonly type: string;
  readonly before?: readonly (readonly [string, JsonObject?])[];
  readonly parameters?: JsonObject;
  readonly facts: Readonly<Record<string, string>>;
}
const done: readonly Case[] = [
  { type: '3.31.0.18', before: [[DISCONNECT]], facts: { 'switch position': 'closed' } },
  { type: DISCONNECT, facts: { 'switch position': 'open' } },
  { type: '3.31.0.5', before: [[DISCONNECT]], facts: { 'switch position': 'armed' } },
  { type: '3.31.0.6', facts: { 'switch position': 'closed', 'armed for': 'open' } },
  { type: '3.31.0.22', facts: { 'switch position': 'closed', 'switch function': 'disabled' } },
  { type: '3.31.0.26', before: [['3.31.0.22']], facts: { 'switch position': 'closed', 'switch function': 'enabled' } },
  { type: '3.31.139.26', facts: { 'supply capacity limit': 'enabled' } },
  { type: '3.31.139.22', facts: { 'supply capacity limit': 'disabled' } },
  { type: '3.31.138.26', facts: { 'emergency supply capacity limit': 'enabled' } },
  { type: '3.31.138.22', facts: { 'emergency supply capacity limit': 'disabled' } },
  { type: '16.15.0.54', facts: { 'load control': 'in force', 'event end': 'stopped' } },
  { type: '16.15.0.54', parameters: DR({ duration: '1e30' }), facts: { 'event end': 'stopped' } },
  {
    type: '16.15.43.300',
    parameters: DR({ startDateTime: '+275760-09-13T00:00:00Z' }),
    facts: { 'load control': 'scheduled', 'event end': 'stopped' },
  },
  { type: '16.15.0.55', before: [['16.15.0.54']], facts: { 'load control': 'none' } },
  {
    type: '16.15.43.300',
    parameters: DR({ startDateTime: at(NOW + HOUR), duration: '30' }),
    facts: { 'load control': 'scheduled', 'event end': '2026-11-22T13:30:00Z' },
  },
  {
    type: '16.15.43.300',
    before: [['16.15.43.300', DR({ duration: '30' })]],
    parameters: DR({ cancelNow: 'true' }),
    facts: { 'load control': 'none' },
  },
  { type: '16.15.43.8', before: [['16.15.43.300', DR({ duration: '30' })]], facts: { 'load control': 'none' } },
  { type: '16.15.148.8', before: [['16.15.0.54'], ['16.15.43.300', DR({})]], facts: { 'events called off': '2' } },
  { type: '16.15.17.13', parameters: DR({ dutyCycle: '20' }), facts: { 'load control': 'in force' } },
  { type: '16.15.48.13', before: [['16.15.0.54']], facts: { 'load control': 'in force' } },
  { type: '16.15.101.13', facts: { 'set point': 'changed' } },
  { type: '16.15.101.26', facts: { 'set point': 'enabled' } },
  { type: '16.15.101.214', facts: { 'set point': 'reset' } },
  {
    type: '15.13.112.77',
    parameters: TEXT,
    facts: { text: 'Hello', until: expect.stringMatching(/^2026-11-22T12:10:00/) },
  },
  { type: '12.13.143.77', parameters: TEXT, facts: { text: 'Hello' } },
  { type: '15.13.112.8', before: [['15.13.112.77', TEXT]], facts: { text: 'withdrawn' } },
  {
    type: '3.20.9.82',
    parameters: { PanPricing: { PanPricingDetails: [{ price: '0.31' }] } },
    facts: { price: '0.31' },
  },
  { type: '3.20.9.82', parameters: { priceSignal: '7' }, facts: { price: '7' } },
  { type: '12.23.0.26', facts: { 'premises network': 'enabled' } },
  { type: '12.23.0.22', facts: { 'premises network': 'disabled' } },
  { type: '3.10.73.298', facts: { 'join window': 'open' } },
  { type: '3.10.73.299', facts: { 'join window': 'closed' } },
  { type: '3.8.0.214', facts: { 'demand registers': 'reset' } },
  { type: '3.11.0.30', before: [['3.11.0.30']], facts: { 'firmware version': '1.0.2' } },
  { type: '3.1.111.30', facts: { 'signal strength': expect.stringMatching(/^-\d+ dBm$/) } },
  { type: '3.36.116.30', facts: { 'clock was wrong by ms': expect.stringMatching(/^-?\d+$/) } },
  { type: '3.21.231.30', facts: { register: expect.stringMatching(/^\d+\.\d{3} kWh$/) } },
];

describe('a simulated meter', () => {
  test.each(done)('does $type and says so: $facts', async ({ type, before = [], parameters, facts }) => {
    const { tell } = await aMeter();
    for (const step of before) await tell(...step);
    const { events, final } = await tell(type, parameters);
    expect(final).toMatchObject({ outcome: 'succeeded', facts });
    expect(events).toEqual([outcomeEvents(type)?.success]);
  });

  test('has a case for every control there is', async () => {
    const { types } = await aMeter();
    const bare = (code: string): string => code.split('.').slice(1).join('.');
    const proved = new Set(done.map(({ type }) => bare(type)));
    expect(types.filter((code) => !proved.has(bare(code)))).toEqual([]);
    expect(types).toEqual(expect.arrayContaining(done.map(({ type }) => type)));
    expect(types).not.toContain('16.31.0.23');
  });

  test.each([
    ['3.31.0.5', [], /closed already/],
    ['3.31.0.6', [DISCONNECT], /not closed/],
    ['3.31.0.18', [DISCONNECT, '3.31.0.22'], /disabled; enable it first/],
    [DISCONNECT, ['3.31.0.22'], /disabled; enable it first/],
    ['16.15.0.55', [], /no load control in force/],
    ['16.15.43.8', [], /no load control event/],
    ['15.13.112.8', [], /shows no text/],
    ['15.13.112.77', [], /no text to show/],
    ['3.20.9.82', [], /no price/],
  ] as const)('fails %s after %j, and says why', async (type, before, details) => {
    const { tell } = await aMeter();
    for (const step of before) await tell(step);
    const { events, final } = await tell(type);
    expect(final).toMatchObject({
      outcome: 'failed',
      failure: { code: '5.3', details: expect.stringMatching(details) },
    });
    expect(events).toEqual([outcomeEvents(type)?.failure]);
  });

  test.each([
    ['4.31.0.23', /SIM-000001 is an electricity meter and cannot do 4.31.0.23/],
    ['2.15.0.54', /without a solar roof/],
  ])('cannot do %s at all, and no event tells of it', async (type, details) => {
    const { tell } = await aMeter();
    const { events, final } = await tell(type);
    expect(final).toMatchObject({
      outcome: 'failed',
      failure: { code: '5.2', details: expect.stringMatching(details) },
    });
    expect(events).toEqual([]);
  });

  test('shows no text any more when its time is over', async () => {
    const { clock, tell } = await aMeter();
    await tell('15.13.112.77', TEXT);
    await clock.advance(10 * 60_000);
    expect((await tell('15.13.112.8')).final).toMatchObject({ outcome: 'failed' });
  });
});

describe('the load of a simulated meter', () => {
  /** What a meter uses in an hour from now with and without something done to it. */
  async function used(number: number, flow: 'forward' | 'reverse', steps: readonly (readonly [string, JsonObject?])[]) {
    const counted = await Promise.all(
      [steps, []].map(async (some) => {
        const { clock, tell, state } = await aMeter(number);
        for (const step of some) expect((await tell(...step)).final).toMatchObject({ outcome: 'succeeded' });
        await clock.advance(NOW + 1_000 - clock.now());
        const before = state()[flow];
        await clock.advance(HOUR);
        return state()[flow] - before;
      }),
    );
    expect(counted[1]).toBeGreaterThan(100);
    return (counted[0] ?? 0) / (counted[1] ?? 1);
  }

  const half = at(NOW + HOUR / 2 + 1_000);
  test.each([
    ['does not flow when disconnected', 1, 'forward', [[DISCONNECT]], 0],
    ['falls by half under load control', 1, 'forward', [['16.15.0.54']], 0.5],
    ['falls as the duty cycle says', 1, 'forward', [['16.15.43.300', DR({ dutyCycle: '20' })]], 0.2],
    ['falls as the average adjustment says', 1, 'forward', [['16.15.0.54', DR({ avgLoadAdjustment: '-30' })]], 0.7],
    ['rises as the average adjustment says', 1, 'forward', [['16.15.0.54', DR({ avgLoadAdjustment: '50' })]], 1.5],
    ['falls with the set point', 1, 'forward', [['16.15.0.54', DR({ coolingOffset: '4' })]], 0.8],
    ['rises again when load control stops', 1, 'forward', [['16.15.0.54'], ['16.15.0.55']], 1],
    [
      'falls from the start of an event on',
      1,
      'forward',
      [['16.15.43.300', DR({ dutyCycle: '0', startDateTime: half })]],
      0.5,
    ],
    ['falls until the end of an event', 1, 'forward', [['16.15.43.300', DR({ dutyCycle: '0', duration: '30' })]], 0.5],
    [
      'is not held by an event called off before',
      1,
      'forward',
      [['16.15.43.300', DR({ startDateTime: half })], ['16.15.43.8']],
      1,
    ],
    ['falls to the limit of the supply', 1, 'forward', [['3.31.139.26']], 0.7],
    ['falls to the emergency limit', 1, 'forward', [['3.31.139.26'], ['3.31.138.26']], 0.4],
    ['feeds in less after a DER signal', 10, 'reverse', [['2.15.0.54', DR({ avgLoadAdjustment: '-60' })]], 0.4],
    ['is not touched by a DER signal', 10, 'forward', [['2.15.0.54', DR({ avgLoadAdjustment: '-60' })]], 1],
  ] as const)('%s', async (_, number, flow, steps, share) => {
    expect(await used(number, flow, steps as never)).toBeCloseTo(share, 1);
  });
});

describe('load control events that begin and end by themselves', () => {
  const from13 = DR({ startDateTime: at(NOW + HOUR), duration: '30' });
  const schedule = '16.15.43.300';
  type Step = readonly [type: string, parameters?: JsonObject];
  test.each<readonly [string, readonly Step[], readonly string[]]>([
    ['scheduled: told at both times', [[schedule, from13]], ['16.15.17.242 13:00:00', '16.15.17.243 13:30:00']],
    ['scheduled for now', [[schedule, DR({ duration: '30' })]], ['16.15.17.242 12:00:01', '16.15.17.243 12:30:01']],
    [
      'started: its outcome has told the beginning',
      [['16.15.0.54', DR({ duration: '30' })]],
      ['16.15.17.243 12:30:01'],
    ],
    ['started until it is stopped', [['16.15.0.54']], []],
    ['called off before they begin', [[schedule, from13], ['16.15.43.8']], []],
    ['stopped by a control', [['16.15.0.54', DR({ duration: '30' })], ['16.15.0.55']], []],
    [
      'called off for a time after they begin',
      [
        [schedule, from13],
        ['16.15.43.8', DR({ cancelDateTime: at(NOW + 1.25 * HOUR) })],
      ],
      ['16.15.17.242 13:00:00', '16.15.17.243 13:15:00'],
    ],
    [
      'with another strength meanwhile',
      [
        ['16.15.0.54', DR({ duration: '30' })],
        ['16.15.17.13', DR({ dutyCycle: '20' })],
      ],
      ['16.15.17.243 12:30:01'],
    ],
    [
      'two of them',
      [
        [schedule, from13],
        [schedule, DR({ startDateTime: at(NOW + 2 * HOUR), duration: '30' })],
      ],
      ['16.15.17.242 13:00:00', '16.15.17.243 13:30:00', '16.15.17.242 14:00:00', '16.15.17.243 14:30:00'],
    ],
  ])('%s', async (_, steps, told) => {
    const { tell, passes } = await aMeter();
    for (const [type, parameters] of steps) {
      expect((await tell(type, parameters)).final).toMatchObject({ outcome: 'succeeded' });
    }
    expect(await passes(4 * HOUR)).toEqual(told);
  });

  test('come sooner when time runs faster, and not from a silent meter', async () => {
    const { tell, passes, headEnd } = await aMeter();
    await tell(schedule, from13);
    headEnd.setSpeed(60);
    expect(await passes(61_000)).toEqual([expect.stringMatching(/^16\.15\.17\.242 13:00:0/)]);
    headEnd.setReachable('SIM-000001', false);
    expect(await passes(60_000)).toEqual([]);
  });
});
