import { describeReadingType } from '../../../../src/message/codes/reading-type.js';
import type { DeviceReading, Notice } from '../../../../src/ports/head-end.js';
import { deviceNamed, Fleet } from '../../../../src/head-ends/simulated/fleet.js';
import { simulatedHeadEnd } from '../../../../src/head-ends/simulated/head-end.js';
import { readingsOf, readingTypesOf } from '../../../../src/head-ends/simulated/readings.js';
import { virtualClock } from '../../../support/virtual-clock.js';

const NOW = Date.UTC(2026, 10, 22, 12, 7);
const DAY = 86_400_000;
const others = { gas: 3, water: 2, suffixed: { slow: 2 } };

describe('gas and water meters', () => {
  it('stand behind the electricity meters, which stay as they are', async () => {
    const names: string[] = [];
    const fleet = new Fleet(2, 1, others);
    for await (const { meter } of fleet.inventory()) names.push(meter.names[0]?.name ?? '');
    expect(names).toEqual([
      ...['SIM-000001', 'SIM-000002', 'SIM-GAS-000001', 'SIM-GAS-000002', 'SIM-GAS-000003'],
      ...['SIM-WATER-000001', 'SIM-WATER-000002', 'SIM-000001-SLOW', 'SIM-000002-SLOW'],
    ]);
    expect(names.map((name) => fleet.numberOfName(name))).toEqual(names.map((_, place) => place + 1));
    expect(await fleet.numbersOf(names.map((name) => ({ ...deviceNamed(name), names: [] })))).toEqual(
      names.map((_, place) => place + 1),
    );
    for (const name of ['SIM-GAS-000004', 'SIM-OIL-000001', 'SIM-000001-ODD', 'SIM-000003-SLOW', 'SIM-GAS-000001-SLOW'])
      expect(fleet.numberOfName(name)).toBeUndefined();
    expect(fleet.meter(2).register('forward', NOW)).toBe(new Fleet(5, 1).meter(2).register('forward', NOW));
  });

  it('are the same in every fleet that has them', () => {
    const registerOf = (fleet: Fleet, name: string) =>
      fleet.meter(fleet.numberOfName(name) ?? 0).register('forward', NOW);
    const [one, other] = [
      new Fleet(2, 1, others),
      new Fleet(50, 1, { gas: 9, water: 2, suffixed: { busy: 3, slow: 2 } }),
    ];
    for (const name of ['SIM-GAS-000002', 'SIM-WATER-000002', 'SIM-000002-SLOW'])
      expect(registerOf(one, name)).toBe(registerOf(other, name));
    expect(registerOf(one, 'SIM-GAS-000001')).not.toBe(registerOf(one, 'SIM-WATER-000001'));
  });

  test.each([
    ['gas', 'natural gas', 3],
    ['water', 'water', 6],
  ] as const)('measure the volume of %s in m³, by the hour', (kind, words, number) => {
    const meter = new Fleet(2, 1, others).meter(number);
    expect(meter.kind).toBe(kind);
    for (const type of readingTypesOf(kind)) {
      const { sentence, problems, parts } = describeReadingType(type);
      expect(problems).toEqual([]);
      expect(`${sentence} ${parts.map(({ meaning }) => meaning).join(' ')}`.toLowerCase()).toContain(words);
      expect(sentence).toMatch(/m³|cubic metre/);
    }
    const [interval = '', register = ''] = readingTypesOf(kind);
    const series = (type: string): DeviceReading[] => [
      ...readingsOf(meter, type, { now: NOW, period: { start: NOW - 2 * DAY, end: NOW } }),
    ];
    const litres = (values: readonly DeviceReading[]) => values.map(({ value }) => Number(value?.replace('.', '')));
    expect(series(interval)).toHaveLength(48);
    expect(series(interval).at(-1)).toMatchObject({ timeStamp: '2026-11-22T12:00:00Z', shape: 'interval' });
    const midnights = series(register).filter(({ timeStamp }) => timeStamp.includes('T00:00:00'));
    const day = series(interval).filter(
      ({ timeStamp }) => timeStamp > '2026-11-21T00' && timeStamp <= '2026-11-22T00:00:00Z',
    );
    const used = litres(day)
      .slice(1)
      .reduce((sum, value) => sum + value, 0);
    const [from = 0, to = 0] = litres(midnights);
    expect(used).toBe(to - from);
    expect(used).toBeGreaterThan(50);
    expect(used).toBeLessThan(20_000);
  });

  it('have a valve that is operated by the code of their kind alone, and no load control', async () => {
    const clock = virtualClock();
    const headEnd = simulatedHeadEnd({ meters: 1, kinds: { gas: 1, water: 1 }, seed: 1, clock });
    const heard: Notice[] = [];
    await headEnd.start((notice) => heard.push(notice));
    const outcome = async (name: string, controlType: string): Promise<unknown> => {
      heard.length = 0;
      const job = { kind: 'control', id: `${name} ${controlType}`, controlType, devices: [deviceNamed(name)] } as const;
      await headEnd.submit({ ...job, parameters: {}, deadline: clock.now() + 60_000, priority: 'normal' });
      await clock.advance(10_000);
      const events = heard.flatMap((notice) => (notice.kind === 'event' ? [notice.eventType] : []));
      const final = heard.find(({ kind }) => kind === 'final');
      return [...events, final?.kind === 'final' ? (final.failure?.code ?? final.outcome) : 'none'];
    };
    expect(await outcome('SIM-GAS-000001', '4.31.0.23')).toEqual(['4.31.0.68', 'succeeded']);
    expect(headEnd.meter('SIM-GAS-000001')).toMatchObject({ switchPosition: 'open', load: 0 });
    expect(await outcome('SIM-WATER-000001', '24.31.0.23')).toEqual(['24.31.0.68', 'succeeded']);
    expect(await outcome('SIM-WATER-000001', '3.31.0.18')).toEqual(['5.2']);
    expect(await outcome('SIM-GAS-000001', '16.15.0.54')).toEqual(['5.2']);
    expect(headEnd.capabilities().readingTypes).toHaveLength(9);
  });
});
