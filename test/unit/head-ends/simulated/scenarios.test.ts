import type { Notice } from '../../../../src/ports/head-end.js';
import { scenarios, type Scenario } from '../../../../src/ports/simulator.js';
import { deviceNamed } from '../../../../src/head-ends/simulated/fleet.js';
import { simulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';

const DEADLINE = 60_000;

/** What a meter of a scenario says to a disconnect or to a read of everything, and when. */
async function met(scenario: Scenario, kind: 'control' | 'read') {
  const clock = virtualClock();
  const headEnd = simulatedHeadEnd({ meters: 1, seed: 61968, clock, suffixed: { [scenario]: 1 } });
  const heard: (Notice & { after: number; submitted: boolean })[] = [];
  const start = clock.now();
  let acknowledged: unknown;
  await headEnd.start((notice) =>
    heard.push({ ...notice, after: clock.now() - start, submitted: acknowledged !== undefined }),
  );
  const name = `SIM-000001-${scenario.toUpperCase()}`;
  const common = { id: 'job', devices: [deviceNamed(name)], deadline: start + DEADLINE, priority: 'normal' } as const;
  const job =
    kind === 'control'
      ? ({ ...common, kind, controlType: '3.31.0.23', parameters: {} } as const)
      : ({ ...common, kind, readingTypes: [] } as const);
  headEnd.submit(job).then(
    (ticket) => (acknowledged = ticket),
    (error: unknown) => (acknowledged = error),
  );
  await clock.advance(DEADLINE + 20_000);
  const mine = heard.filter(({ jobId }) => jobId === 'job');
  const again = scenario === 'no-acknowledgement' ? headEnd.submit(job) : undefined;
  const before = acknowledged;
  await headEnd.stop();
  return { mine, kinds: mine.map((notice) => notice.kind), acknowledged: before, again, state: headEnd.meter(name) };
}

const final = (mine: readonly Notice[]) => mine.filter((notice) => notice.kind === 'final');
const DONE = ['progress', 'event', 'final'];

describe('a meter of the scenario', () => {
  test('unreachable is never heard', async () => {
    const { mine, state } = await met('unreachable', 'control');
    expect(final(mine)).toMatchObject([{ outcome: 'unknown', failure: { code: '4.1' }, after: DEADLINE }]);
    expect(state?.switchPosition).toBe('closed');
  });

  test('busy fails at once, for the time being', async () => {
    expect(final((await met('busy', 'control')).mine)).toMatchObject([{ outcome: 'failed', failure: { code: '5.1' } }]);
    expect(final((await met('busy', 'read')).mine)).toMatchObject([{ outcome: 'failed', failure: { code: '5.1' } }]);
  });

  test('slow takes seconds', async () => {
    const [end] = final((await met('slow', 'control')).mine) as unknown as { after: number; outcome: string }[];
    expect(end?.outcome).toBe('succeeded');
    expect(end?.after).toBeGreaterThanOrEqual(2_000);
  });

  test('late does it after the deadline, and tells of it then', async () => {
    const { mine, kinds, state } = await met('late', 'control');
    expect(kinds).toEqual(['progress', 'final', 'event']);
    expect(final(mine)).toMatchObject([{ outcome: 'unknown', after: DEADLINE }]);
    expect(state?.switchPosition).toBe('open');
    expect((await met('late', 'read')).kinds).toEqual(['progress', 'final', 'data']);
  });

  test('duplicate says all of it twice, and does it once', async () => {
    expect((await met('duplicate', 'control')).kinds).toEqual([...DONE, 'event', 'final']);
    expect((await met('duplicate', 'read')).kinds).toEqual(['progress', 'data', 'final', 'data', 'final']);
  });

  test('lost-acknowledgement does it, and the call fails', async () => {
    const { kinds, acknowledged, state } = await met('lost-acknowledgement', 'control');
    expect(acknowledged).toBeInstanceOf(Error);
    expect(kinds).toEqual(DONE);
    expect(state?.switchPosition).toBe('open');
  });

  test('no-acknowledgement does it, and the call never ends; the same job again has its ticket', async () => {
    const { kinds, acknowledged, again } = await met('no-acknowledgement', 'control');
    expect(acknowledged).toBeUndefined();
    expect(kinds).toEqual(DONE);
    expect(await again).toMatchObject({ jobId: 'job' });
  });

  test('wrong-data says what is not so', async () => {
    const { mine, state } = await met('wrong-data', 'control');
    expect(final(mine)).toMatchObject([{ outcome: 'succeeded', facts: { 'switch position': 'open' } }]);
    expect(state?.switchPosition).toBe('closed');
    const { mine: read } = await met('wrong-data', 'read');
    const readings = read.flatMap((notice) => (notice.kind === 'data' ? notice.readings : []));
    expect(readings.map(({ value }) => value).slice(0, 2)).toEqual(['-99999999.999', 'ERROR']);
    expect(readings[2]?.timeStamp).toBe('yesterday');
  });

  test('partial gives half of the readings, and of a control all but the end', async () => {
    const { mine } = await met('partial', 'read');
    expect(mine.flatMap((notice) => (notice.kind === 'data' ? notice.readings : []))).toHaveLength(3);
    expect(final(mine)).toMatchObject([{ outcome: 'failed', failure: { code: '5.7' } }]);
    const { mine: control, kinds, state } = await met('partial', 'control');
    expect(kinds).toEqual(DONE);
    expect(final(control)).toMatchObject([{ outcome: 'unknown', after: DEADLINE }]);
    expect(state?.switchPosition).toBe('open');
  });

  test('out-of-order says the end first', async () => {
    expect((await met('out-of-order', 'control')).kinds).toEqual(['progress', 'final', 'event']);
    expect((await met('out-of-order', 'read')).kinds).toEqual(['progress', 'final', 'data']);
  });

  test('early answers before the job is acknowledged', async () => {
    const { mine, kinds, acknowledged } = await met('early', 'control');
    expect(kinds).toEqual(DONE);
    expect(mine.map(({ submitted }) => submitted)).toEqual([false, false, false]);
    expect(acknowledged).toMatchObject({ jobId: 'job' });
  });

  test.each(scenarios)('%s does the same every time', async (scenario) => {
    expect((await met(scenario, 'control')).mine).toEqual((await met(scenario, 'control')).mine);
  });
});

describe('scenarios', () => {
  const of = (name: string, options: object) =>
    simulatedHeadEnd({ meters: 1_000, seed: 61968, clock: virtualClock(), ...options }).meter(name)?.scenario;

  test('come by the configured share, by the name, and by hand, each of these before the other', async () => {
    expect(of('SIM-000001', {})).toBeUndefined();
    expect(of('SIM-000001', { scenarios: { slow: 1 } })).toBe('slow');
    expect(of('SIM-000001-BUSY', { scenarios: { slow: 1 }, suffixed: { busy: 1 } })).toBe('busy');
    const headEnd = simulatedHeadEnd({ meters: 1, seed: 1, clock: virtualClock(), suffixed: { busy: 2 } });
    const meters = ['SIM-000001-BUSY', 'SIM-000001'];
    expect(await headEnd.setScenario({ meters }, 'late')).toBe(2);
    expect(meters.map((name) => headEnd.meter(name)?.scenario)).toEqual(['late', 'late']);
    await headEnd.setScenario({ meters }, 'normal');
    expect(meters.map((name) => headEnd.meter(name)?.scenario)).toEqual([undefined, undefined]);
  });

  test('by share meet about as many meters as they should', () => {
    const headEnd = simulatedHeadEnd({
      ...{ meters: 10_000, seed: 1, clock: virtualClock() },
      scenarios: { busy: 0.1, slow: 0.2 },
    });
    const told = Array.from(
      { length: 10_000 },
      (_, i) => headEnd.meter(`SIM-${String(i + 1).padStart(6, '0')}`)?.scenario,
    );
    const count = (scenario: string) => told.filter((one) => one === scenario).length;
    expect(count('busy')).toBeGreaterThan(900);
    expect(count('busy')).toBeLessThan(1_100);
    expect(count('slow')).toBeGreaterThan(1_850);
    expect(count('slow')).toBeLessThan(2_150);
  });
});
