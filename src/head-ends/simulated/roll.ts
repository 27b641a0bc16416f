import { scenarios, type MeterKind, type Scenario } from '../../ports/simulator.js';
import { KINDS } from './kinds.js';
import { numberOf } from './noise.js';

/** What a meter is from the day it was made. */
export interface Member {
  /** Its place in the fleet, from 1. */
  readonly number: number;
  /** What its readings follow from, besides the seed: the same for the same name, however large the fleet is. */
  readonly key: number;
  readonly name: string;
  readonly kind: MeterKind;
  /** By its name. */
  readonly scenario: Scenario | undefined;
}

/** How many meters there are beside the ordinary electricity meters. */
export interface Others {
  readonly gas?: number | undefined;
  readonly water?: number | undefined;
  /** Electricity meters that misbehave, by the scenario that their names end with. */
  readonly suffixed?: Readonly<Partial<Record<Scenario, number>>> | undefined;
}

/** Meters that are counted together: `SIM-000001`, `SIM-GAS-000001` or `SIM-000001-SLOW` and those after it. */
interface Series {
  readonly first: number;
  readonly count: number;
  readonly kind: MeterKind;
  readonly scenario: Scenario | undefined;
}

/**
 * The names of the fleet, in the order of the inventory: electricity meters, gas meters, water meters, then those that misbehave by
 * their names. A name means the same meter in every fleet that has it.
 */
export class Roll {
  readonly size: number;
  readonly #series: readonly Series[];

  constructor(meters: number, { gas = 0, water = 0, suffixed = {} }: Others) {
    const counts: readonly (readonly [count: number, kind: MeterKind, scenario?: Scenario])[] = [
      [meters, 'electricity'],
      [gas, 'gas'],
      [water, 'water'],
      ...scenarios.map((scenario) => [suffixed[scenario] ?? 0, 'electricity', scenario] as const),
    ];
    let first = 1;
    const series: Series[] = [];
    for (const [count, kind, scenario] of counts) {
      if (count > 0) series.push({ first, count, kind, scenario });
      first += count;
    }
    this.#series = series;
    this.size = first - 1;
  }

  /** How many meters of a kind there are. */
  count(kind: MeterKind): number {
    return this.#series.reduce((sum, series) => sum + (series.kind === kind ? series.count : 0), 0);
  }

  /** The meter with this number from 1 to `size`. */
  member(number: number): Member {
    const { first, kind, scenario } = this.#seriesOf(number);
    const name = nameOf(number - first + 1, kind, scenario);
    return { number, key: scenario === undefined ? number - first + 1 : numberOf(name), name, kind, scenario };
  }

  kindOf(number: number): MeterKind {
    return this.#seriesOf(number).kind;
  }

  nameOf(number: number): string {
    const { first, kind, scenario } = this.#seriesOf(number);
    return nameOf(number - first + 1, kind, scenario);
  }

  /** The number of the meter with this name, if there is one. */
  numberOfName(name: string): number | undefined {
    const place = Number(/^SIM-(?:[A-Z]+-)?(\d{6,9})(?:-[A-Z-]+)?$/.exec(name)?.[1] ?? NaN);
    if (Number.isNaN(place)) return undefined;
    const series = this.#series.find(({ kind, scenario }) => nameOf(place, kind, scenario) === name);
    return series !== undefined && place >= 1 && place <= series.count ? series.first + place - 1 : undefined;
  }

  #seriesOf(number: number): Series {
    for (const series of this.#series)
      if (number >= series.first && number < series.first + series.count) return series;
    throw new RangeError(`there is no meter number ${number}`);
  }
}

/** `SIM-000001` for 1; more digits from a million on. */
export function nameOf(place: number, kind: MeterKind = 'electricity', scenario?: Scenario): string {
  const suffix = scenario === undefined ? '' : `-${scenario.toUpperCase()}`;
  return `SIM-${KINDS[kind].infix}${String(place).padStart(6, '0')}${suffix}`;
}
