import type { Notice } from '../../../../src/ports/head-end.js';
import { deviceNamed } from '../../../../src/head-ends/simulated/fleet.js';
import { simulatedHeadEnd, type SimulatedHeadEndOptions } from '../../../../src/head-ends/simulated/head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';

const FIRST = 'SIM-000001';

async function running(options: Partial<SimulatedHeadEndOptions> = {}) {
  const clock = virtualClock();
  const headEnd = simulatedHeadEnd({ meters: 100, seed: 61968, clock, ...options });
  const heard: Notice[] = [];
  await headEnd.start((notice) => heard.push(notice));
  const control = (controlType: string, name = FIRST) =>
    headEnd.submit({
      ...{ kind: 'control', id: `job-${clock.now()}`, controlType, devices: [deviceNamed(name)] },
      ...{ parameters: {}, deadline: clock.now() + 60_000, priority: 'normal' },
    });
  const events = () => heard.flatMap((notice) => (notice.kind === 'event' ? [notice] : []));
  return { clock, headEnd, heard, control, events };
}

describe('an outage', () => {
  it('takes the supply at once; last words come spread over time and belong to no job', async () => {
    const { clock, headEnd, events } = await running();
    expect(await headEnd.outage({ count: 10 }, 10_000)).toBe(10);
    expect(headEnd.simulator()).toMatchObject({ out: 10, touched: 10 });
    await clock.advance(5_000);
    expect(events().length).toBeGreaterThan(3);
    expect(events().length).toBeLessThan(8);
    await clock.advance(5_000);
    expect(events()).toHaveLength(10);
    expect(new Set(events().map(({ device }) => device)).size).toBe(10);
    expect(new Set(events().map(({ at }) => at)).size).toBe(10);
    for (const event of events()) {
      expect(event.eventType).toBe('3.26.0.85');
      expect(event.jobId).toBeUndefined();
    }
  });

  it('stops the registers and leaves jobs unanswered until their deadline; both go on when it is over', async () => {
    const { clock, headEnd, heard, control, events } = await running();
    await headEnd.outage({ meters: [FIRST] }, 1_000);
    const before = headEnd.meter(FIRST);
    expect(before).toMatchObject({ reachable: false, load: 0 });
    await control('3.31.0.23');
    await clock.advance(59_000);
    expect(heard.filter(({ kind }) => kind === 'final')).toEqual([]);
    await clock.advance(1_000);
    expect(heard.at(-1)).toMatchObject({ kind: 'final', outcome: 'unknown', failure: { code: '4.1' } });
    await clock.advance(3_600_000);
    expect(headEnd.meter(FIRST)?.forward).toBe(before?.forward);

    expect(await headEnd.restore({ share: 1 }, 1_000)).toBe(1);
    await clock.advance(3_600_000);
    expect(events().at(-1)).toMatchObject({ eventType: '3.26.0.216' });
    expect(headEnd.meter(FIRST)?.forward).toBeGreaterThan(before?.forward ?? 0);
    await control('3.31.0.23');
    await clock.advance(100);
    expect(heard.at(-1)).toMatchObject({ kind: 'final', outcome: 'succeeded' });
  });

  it('silences a meter that was about to answer', async () => {
    const { clock, headEnd, heard, control } = await running();
    await control('3.31.0.23');
    await clock.advance(1);
    await headEnd.outage({ meters: [FIRST] });
    await clock.advance(60_000);
    expect(heard.filter(({ kind }) => kind === 'final')).toMatchObject([{ outcome: 'unknown' }]);
    expect(headEnd.meter(FIRST)?.switchPosition).toBe('closed');
  });

  it('meets a share by chance, the same meters in every run, and never gas or water meters', async () => {
    const out = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const { headEnd } = await running({ meters: 1_000, seed, kinds: { gas: 500, water: 500 } });
        expect(await headEnd.outage({ share: 0.3 })).toBe(headEnd.simulator().out);
        const names = Array.from({ length: 1_000 }, (_, i) => `SIM-${String(i + 1).padStart(6, '0')}`);
        return names.filter((name) => !headEnd.meter(name)?.condition.powered);
      }),
    );
    expect(out[0]?.length).toBeGreaterThan(250);
    expect(out[0]?.length).toBeLessThan(350);
    expect(out[1]).toEqual(out[0]);
    expect(out[2]).not.toEqual(out[0]);
  });

  it('says nothing of meters whose supply came back before their last words', async () => {
    const { clock, headEnd, events } = await running();
    await headEnd.outage({ count: 5 }, 10_000);
    await headEnd.restore({ count: 5 }, 0);
    await clock.advance(20_000);
    expect(events().filter(({ eventType }) => eventType === '3.26.0.85')).toEqual([]);
    expect(events().filter(({ eventType }) => eventType === '3.26.0.216')).toHaveLength(5);
  });
});

describe('a switch that is operated by a command', () => {
  it('makes a power-off and a power-on event of its own, without the job, once for each change', async () => {
    const { clock, control, events } = await running();
    for (const code of ['3.31.0.23', '3.31.0.23', '3.31.0.18']) {
      await control(code);
      await clock.advance(10_000);
    }
    const spontaneous = events().filter(({ jobId }) => jobId === undefined);
    expect(spontaneous.map(({ eventType }) => eventType)).toEqual(['3.26.0.85', '3.26.0.216']);
  });
});

describe('events on demand', () => {
  it('come from the meters named or counted, with facts, and in the code of each kind', async () => {
    const { headEnd, events } = await running({ kinds: { gas: 1, water: 1 } });
    const meters = [FIRST, 'SIM-GAS-000001', 'SIM-WATER-000001'];
    expect(await headEnd.event({ meters }, '*.12.0.257', { cover: 'open' })).toBe(3);
    expect(events().map(({ eventType }) => eventType)).toEqual(['3.12.0.257', '4.12.0.257', '24.12.0.257']);
    expect(events()[0]).toMatchObject({ device: deviceNamed(FIRST).mRID, facts: { cover: 'open' } });
    await expect(headEnd.event({ meters: ['SIM-000999'] }, '3.12.0.257')).rejects.toThrow(
      'no simulated meter SIM-000999',
    );
  });
});

describe('the speed of the meters', () => {
  it('can change while they run, without a jump', async () => {
    const { clock, headEnd } = await running();
    const start = headEnd.now();
    await clock.advance(1_000);
    headEnd.setSpeed(3_600);
    expect(headEnd.now()).toBe(start + 1_000);
    await clock.advance(1_000);
    expect(headEnd.now()).toBe(start + 1_000 + 3_600_000);
    headEnd.setSpeed(0.5);
    await clock.advance(1_000);
    expect(headEnd.now()).toBe(start + 1_000 + 3_600_000 + 500);
    expect(headEnd.simulator()).toMatchObject({ speed: 0.5 });
    expect(() => headEnd.setSpeed(0)).toThrow(RangeError);
  });
});
