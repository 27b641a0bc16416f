import type { ControlJob, Device, Notice, ReadJob } from '../../../../src/ports/head-end.js';
import { meterDevice } from '../../../../src/head-ends/simulated/fleet.js';
import { simulatedHeadEnd, type SimulatedHeadEndOptions } from '../../../../src/head-ends/simulated/head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';

const CONNECT = '3.31.0.18';
const DISCONNECT = '3.31.0.23';
const INTERVALS = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const POWER = '0.0.0.6.1.1.37.0.0.0.0.0.0.0.0.3.38.0';

async function running(options: Partial<SimulatedHeadEndOptions> = {}) {
  const clock = virtualClock();
  const headEnd = simulatedHeadEnd({ meters: 1_000, seed: 61968, clock, ...options });
  const heard: Notice[] = [];
  await headEnd.start((notice) => heard.push(notice));
  let count = 0;
  const common = (devices: readonly Device[]) => ({
    id: `job-${++count}`,
    devices,
    deadline: clock.now() + 60_000,
    priority: 'normal' as const,
  });
  const control = (controlType: string, devices = [meterDevice(1)], job: Partial<ControlJob> = {}): ControlJob => ({
    ...common(devices),
    kind: 'control',
    controlType,
    parameters: {},
    ...job,
  });
  const read = (job: Partial<ReadJob> = {}): ReadJob => ({
    ...common([meterDevice(1)]),
    kind: 'read',
    readingTypes: [],
    ...job,
  });
  const final = (device: Device, jobId: string) =>
    heard.find((notice) => notice.kind === 'final' && notice.device === device.mRID && notice.jobId === jobId);
  return { clock, headEnd, heard, control, read, final };
}

describe('the simulated head end', () => {
  it('disconnects, disconnects again without harm, and connects, with event and switch position each time', async () => {
    const { clock, headEnd, heard, control } = await running();
    for (const [controlType, eventType, position] of [
      [DISCONNECT, '3.31.0.68', 'open'],
      [DISCONNECT, '3.31.0.68', 'open'],
      [CONNECT, '3.31.0.42', 'closed'],
    ] as const) {
      heard.length = 0;
      const job = control(controlType);
      await headEnd.submit(job);
      expect(heard).toEqual([]);
      await clock.advance(100);
      const facts = { 'switch position': position };
      expect(heard).toMatchObject([
        { kind: 'progress', state: 'sent', jobId: job.id },
        { kind: 'event', eventType, facts, jobId: job.id },
        { kind: 'final', outcome: 'succeeded', facts, jobId: job.id },
      ]);
      expect(headEnd.meter('SIM-000001')?.switchPosition).toBe(position);
    }
  });

  it('lets no load flow while the switch is open', async () => {
    const { clock, headEnd, control } = await running();
    await headEnd.submit(control(DISCONNECT));
    await clock.advance(100);
    const open = headEnd.meter('SIM-000001');
    await clock.advance(86_400_000);
    expect(headEnd.meter('SIM-000001')).toMatchObject({ load: 0, forward: open?.forward });
    expect(headEnd.meter('SIM-000002')?.load).toBeGreaterThan(0);
  });

  it('says what a failed control failed with', async () => {
    const { clock, headEnd, heard, control } = await running();
    headEnd.setCommissioned('SIM-000001', false);
    for (const [controlType, eventType] of [
      [CONNECT, '3.31.0.67'],
      [DISCONNECT, '3.31.0.84'],
    ]) {
      heard.length = 0;
      await headEnd.submit(control(controlType ?? ''));
      await clock.advance(100);
      expect(heard.slice(1)).toMatchObject([
        { kind: 'event', eventType, facts: { 'switch position': 'closed' } },
        { kind: 'final', outcome: 'failed', failure: { code: '5.3' } },
      ]);
    }
  });

  it('refuses other controls, jobs past their deadline, too much at once, and anything while stopped', async () => {
    const { clock, headEnd, control, read } = await running();
    const refused = async (job: ControlJob | ReadJob) =>
      headEnd.submit(job).then(
        () => undefined,
        ({ failure, temporary }) => [failure.code, temporary],
      );
    expect(await refused(control('3.31.99.22'))).toEqual(['5.2', false]);
    expect(await refused(control(CONNECT, undefined, { deadline: clock.now() }))).toEqual(['4.1', false]);
    const many = Array.from({ length: 10_001 }, (_, i) => meterDevice(i + 1));
    expect(await refused(control(CONNECT, many))).toEqual(['3.1', false]);
    expect(await refused(read({ devices: many.slice(1), period: { start: 0, end: clock.now() } }))).toEqual([
      '3.1',
      false,
    ]);
    await headEnd.stop();
    expect(await refused(control(CONNECT))).toEqual(['5.1', true]);
  });

  it('counts a device named twice in a job once', async () => {
    const { clock, headEnd, heard, control } = await running();
    await headEnd.submit(control(CONNECT, [meterDevice(1), meterDevice(1)]));
    await clock.advance(100);
    expect(heard.filter(({ kind }) => kind === 'final')).toHaveLength(1);
  });

  it('spreads many devices over time, and cancels those whose turn has not come', async () => {
    const { clock, headEnd, heard, control } = await running();
    const devices = Array.from({ length: 1_000 }, (_, i) => meterDevice(i + 1));
    const job = control(DISCONNECT, devices);
    const ticket = await headEnd.submit(job);
    await clock.advance(99);
    const canceled = await headEnd.cancel(ticket);
    expect(canceled).toHaveLength(800);
    await clock.advance(1_000);
    const finals = heard.filter(({ kind }) => kind === 'final').map(({ device }) => device);
    expect(finals).toHaveLength(200);
    expect(canceled.filter((mRID) => finals.includes(mRID))).toEqual([]);
    expect(headEnd.meter('SIM-000200')?.switchPosition).toBe('open');
    expect(headEnd.meter('SIM-000201')?.switchPosition).toBe('closed');
    await clock.advance(5_000); // the power-off events
    expect(clock.pending()).toBe(0);
  });

  it('waits for the start time of a control', async () => {
    const { clock, headEnd, heard, control } = await running();
    await headEnd.submit(control(DISCONNECT, undefined, { notBefore: clock.now() + 5_000 }));
    await clock.advance(4_999);
    expect(heard).toEqual([]);
    await clock.advance(100);
    expect(heard.at(-1)).toMatchObject({ kind: 'final', outcome: 'succeeded' });
  });

  it('is silent about an unreachable meter until the deadline, which it does not wait for otherwise', async () => {
    const { clock, headEnd, heard, control, final } = await running();
    headEnd.setReachable('SIM-000002', false);
    const devices = [meterDevice(1), meterDevice(2)];
    const job = control(DISCONNECT, devices);
    await headEnd.submit(job);
    await clock.advance(59_999);
    expect(heard.some(({ device }) => device === meterDevice(2).mRID)).toBe(false);
    await clock.advance(1);
    expect(final(meterDevice(2), job.id)).toMatchObject({ outcome: 'unknown', failure: { code: '4.1' } });
    expect(final(meterDevice(1), job.id)).toMatchObject({ outcome: 'succeeded' });
    expect(headEnd.meter('SIM-000002')?.switchPosition).toBe('closed');

    headEnd.setReachable('SIM-000002', true);
    const again = control(DISCONNECT, devices);
    await headEnd.submit(again);
    await clock.advance(100);
    expect(final(meterDevice(2), again.id)).toMatchObject({ outcome: 'succeeded' });
    await clock.advance(5_000); // the power-off events
    expect(clock.pending()).toBe(0);
  });

  it('tells of what a slow meter did after the deadline by an event, never by a second end', async () => {
    const { clock, headEnd, heard, control } = await running({ latency: { min: 90_000, max: 90_000 } });
    const ticket = await headEnd.submit(control(DISCONNECT));
    await clock.advance(92_000);
    expect(heard.map(({ kind }) => kind)).toEqual(['progress', 'final', 'event']);
    expect(heard[1]).toMatchObject({ outcome: 'unknown' });
    expect(await headEnd.poll(ticket)).toEqual(heard);
    expect(headEnd.meter('SIM-000001')?.switchPosition).toBe('open');
  });

  it('reads everything a meter measures when nothing is named, and the same from a twin', async () => {
    const answers = [];
    for (const seed of [1, 1, 2]) {
      const { clock, headEnd, heard, read } = await running({ seed, latency: { min: 20, max: 20 } });
      await headEnd.submit(read());
      await clock.advance(100);
      expect(heard.at(-1)).toMatchObject({ kind: 'final', outcome: 'succeeded' });
      const readings = heard.flatMap((notice) => (notice.kind === 'data' ? notice.readings : []));
      expect(new Set(readings.map(({ readingType }) => readingType))).toEqual(
        new Set(headEnd.capabilities().readingTypes),
      );
      answers.push(readings);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).not.toEqual(answers[0]);
  });

  it('sends long series in several notices', async () => {
    const { clock, headEnd, heard, read } = await running();
    await headEnd.submit(
      read({ readingTypes: [INTERVALS], period: { start: clock.now() - 30 * 86_400_000, end: clock.now() } }),
    );
    await clock.advance(100);
    const series = heard.flatMap((notice) => (notice.kind === 'data' ? [notice.readings.length] : []));
    expect(series).toEqual([1_000, 1_000, 880]);
  });

  it('says when there is nothing in a period', async () => {
    const { clock, headEnd, heard, read } = await running();
    const period = { start: clock.now() - 86_400_000, end: clock.now() - 43_200_000 };
    await headEnd.submit(read({ readingTypes: [INTERVALS, POWER], period }));
    await clock.advance(100);
    expect(heard.some(({ kind }) => kind === 'data')).toBe(true);
    expect(heard.at(-1)).toMatchObject({
      outcome: 'failed',
      failure: { code: '5.7', details: expect.stringContaining(POWER) },
    });
  });

  it('runs its meters faster than the clock', async () => {
    const { clock, headEnd, heard, read } = await running({ speed: 3_600 });
    const start = clock.now();
    await clock.advance(2_000);
    expect(headEnd.now()).toBe(start + 2 * 3_600_000);
    await headEnd.submit(read({ readingTypes: [INTERVALS], period: { start, end: headEnd.now() } }));
    await clock.advance(100);
    expect(heard.flatMap((notice) => (notice.kind === 'data' ? notice.readings : []))).toHaveLength(8);
  });

  it('keeps finished jobs for polling up to a number, and never runs a forgotten one again', async () => {
    const { clock, headEnd, heard, control } = await running({ keep: { jobs: 2, notices: 1_000 } });
    const jobs = [control(DISCONNECT), control(CONNECT), control(DISCONNECT)];
    const tickets = [];
    for (const job of jobs) {
      tickets.push(await headEnd.submit(job));
      await clock.advance(100);
    }
    expect(await Promise.all(tickets.map(async (ticket) => (await headEnd.poll(ticket)).length))).toEqual([0, 3, 3]);
    expect(await headEnd.submit(jobs[0] as ControlJob)).toEqual(tickets[0]);
    await clock.advance(1_000);
    expect(heard).toHaveLength(9);
  });

  it('keeps the state of its meters over a stop', async () => {
    const { clock, headEnd, heard, control } = await running();
    headEnd.setSwitchPosition('SIM-000001', 'armed');
    await headEnd.stop();
    await headEnd.start((notice) => heard.push(notice));
    expect(headEnd.meter('SIM-000001')).toMatchObject({ switchPosition: 'armed', load: 0 });
    await headEnd.submit(control(CONNECT));
    await clock.advance(100);
    expect(headEnd.meter('SIM-000001')?.switchPosition).toBe('closed');
  });

  it('knows no meter that is not there', async () => {
    const { headEnd } = await running();
    expect(headEnd.meter('SIM-001001')).toBeUndefined();
    expect(() => headEnd.setReachable('SIM-001001', false)).toThrow('no meter SIM-001001');
  });

  it('makes a million meters at once, and ten thousand commands without delay', async () => {
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const { clock, headEnd, heard, control } = await running({ meters: 1_000_000 });
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 2 ** 20);
    const devices = Array.from({ length: 10_000 }, (_, i) => meterDevice(1_000_000 - i));
    await headEnd.submit(control(DISCONNECT, devices));
    await clock.advance(10_000);
    expect(heard.filter((notice) => notice.kind === 'final' && notice.outcome === 'succeeded')).toHaveLength(10_000);
  });
});
