/**
 * How much energy a meter has counted at any moment: a pure function of seed, meter number and time, in whole Wh
 * (of gas and water: in whole litres).
 * Nothing is summed up step by step, so a value never depends on what was asked before, and costs the same for any year.
 * Knows nothing of switches, reading types and jobs.
 *
 * The curve is fixed at day ends, then at quarter hours inside the day, then runs straight inside the quarter hour. At each of
 * the first two levels a value is `base(k) + noise(k)` with `0 <= noise(k) <= base(k+1) - base(k)`; that bound is what keeps the
 * curve from ever falling, however wild the noise.
 */
import type { MeterKind } from '../../ports/simulator.js';
import { between, noise } from './noise.js';
import { DAY, QUARTER } from './virtual-time.js';

/** Which of the two energies: `forward` delivered to the customer, `reverse` received from a solar roof. */
export type Flow = 'forward' | 'reverse';

export interface LoadProfile {
  /** Milliseconds since 1970 of the UTC midnight at which the registers stood at 0. */
  readonly installed: number;
  /** Whether there is a solar roof: every 10th meter. Without one the reverse energy is always 0. */
  readonly solar: boolean;
  /** Energy counted up to `at` (milliseconds since 1970) with the supply always on: whole Wh, never falling. */
  energy(flow: Flow, at: number): number;
  /** Mean power of the quarter hour in which `at` lies, whole W. */
  power(flow: Flow, at: number): number;
  /** Voltage in whole tenths of a volt; another one every minute. */
  voltage(at: number): number;
}

const SLOTS = 96;
/** 2014-01-01, in days since 1970: meters were installed in the five years from here. */
const FIRST_INSTALLATION = 16_071;
const CYCLE = 1461;

/** Use by the hour (UTC), and sunshine; only the proportions matter. */
const WEEKDAY = daily([
  34, 30, 28, 27, 28, 32, 48, 70, 66, 52, 46, 48, 54, 50, 46, 48, 58, 82, 104, 110, 100, 84, 62, 44,
]);
const WEEKEND = daily([
  40, 34, 30, 28, 28, 30, 34, 46, 64, 78, 82, 84, 88, 80, 70, 66, 70, 86, 100, 102, 94, 84, 66, 50,
]);
const SUN = daily([0, 0, 0, 0, 0, 2, 10, 26, 48, 70, 88, 98, 100, 96, 84, 66, 46, 26, 10, 2, 0, 0, 0, 0]);

/** Water is drawn in the morning and the evening, gas burns when houses are warmed up. */
const WATER = daily([6, 4, 3, 3, 6, 24, 78, 100, 84, 56, 44, 42, 50, 46, 36, 36, 44, 62, 82, 86, 72, 52, 30, 14]);
const GAS = daily([22, 20, 20, 22, 34, 70, 100, 92, 70, 56, 50, 48, 50, 46, 44, 48, 60, 80, 92, 92, 84, 66, 44, 30]);

/** Use is highest in January, sunshine in July (the northern hemisphere). */
const USE_OF_YEAR = seasonal(1000, 300);
const SUN_OF_YEAR = seasonal(1000, -700);
const GAS_OF_YEAR = seasonal(1000, 850);
const WATER_OF_YEAR = seasonal(1000, -100);

/** What differs between the two flows: the meter's mean Wh per day, the year, the day, and how far days scatter (percent). */
interface Curve {
  readonly salt: number;
  readonly daily: number;
  readonly year: Float64Array;
  readonly scatter: number;
  readonly shift: number;
  shape(day: number): Uint32Array;
}

/** The profile of meter `number` (from 1). Cheap to make: it holds nothing but a few numbers. */
export function loadProfile(seed: number, number: number, kind: MeterKind = 'electricity'): LoadProfile {
  const solar = kind === 'electricity' && number % 10 === 0;
  const installedDay = FIRST_INSTALLATION + between(0, 1825, seed, number, 1);
  const use: Curve = {
    ...usage(seed, number, kind),
    scatter: 60,
    shift: between(0, 8, seed, number, 4),
  };
  const sun: Curve = {
    salt: 20,
    daily: between(6_000, 24_000, seed, number, 5),
    year: SUN_OF_YEAR,
    scatter: 90,
    shift: 0,
    shape: () => SUN,
  };

  /** At the start of a day (days since 1970), in Wh since some day long before the installation. */
  function atDay(curve: Curve, day: number): number {
    const base = dayBase(curve, day);
    const room = Math.floor(((dayBase(curve, day + 1) - base) * curve.scatter) / 100);
    return base + between(0, room, seed, number, curve.salt, day);
  }

  /** The day last asked for, so that a series does not work out the same day 96 times. */
  let latest = { curve: use, day: NaN, start: 0, total: 0 };

  function dayOf(curve: Curve, day: number): { readonly start: number; readonly total: number } {
    if (latest.curve !== curve || latest.day !== day) {
      const start = atDay(curve, day);
      latest = { curve, day, start, total: atDay(curve, day + 1) - start };
    }
    return latest;
  }

  /** At the end of quarter hour `quarter` − 1 since 1970, that is at the start of `quarter`. */
  function atQuarter(curve: Curve, quarter: number): number {
    const day = Math.floor(quarter / SLOTS);
    const slot = quarter - day * SLOTS;
    const { start, total } = dayOf(curve, day);
    if (slot === 0) return start;
    const shape = curve.shape(day);
    const base = slotBase(shape, curve.shift, total, slot);
    const room = slotBase(shape, curve.shift, total, slot + 1) - base;
    return start + base + (room === 0 ? 0 : noise(seed, number, curve.salt + 1, quarter) % (room + 1));
  }

  const zero = { forward: atDay(use, installedDay), reverse: atDay(sun, installedDay) };
  const installed = installedDay * DAY;

  function energy(flow: Flow, at: number): number {
    if (at <= installed || (flow === 'reverse' && !solar)) return 0;
    const curve = flow === 'forward' ? use : sun;
    const quarter = Math.floor(at / QUARTER);
    const start = atQuarter(curve, quarter);
    const rest = at - quarter * QUARTER;
    const run = rest === 0 ? 0 : Math.floor(((atQuarter(curve, quarter + 1) - start) * rest) / QUARTER);
    return start + run - zero[flow];
  }

  return {
    installed,
    solar,
    energy,
    power: (flow, at) => {
      const start = Math.floor(at / QUARTER) * QUARTER;
      return (energy(flow, start + QUARTER) - energy(flow, start)) * 4;
    },
    voltage: (at) => between(2_230, 2_370, seed, number, 6, Math.floor(at / 60_000)),
  };
}

/** Each kind draws from noise of its own, so that gas meter 1 is not electricity meter 1 over again. */
function usage(seed: number, number: number, kind: MeterKind): Pick<Curve, 'salt' | 'daily' | 'year' | 'shape'> {
  switch (kind) {
    case 'gas':
      return { salt: 30, daily: between(1_500, 9_000, seed, number, 7), year: GAS_OF_YEAR, shape: () => GAS };
    case 'water':
      return { salt: 40, daily: between(120, 700, seed, number, 8), year: WATER_OF_YEAR, shape: () => WATER };
    default:
      return {
        salt: 10,
        daily: between(2_000, 12_000, seed, number, 2) + between(1_000, 8_000, seed, number, 3),
        year: USE_OF_YEAR,
        shape: (day) => (day % 7 === 2 || day % 7 === 3 ? WEEKEND : WEEKDAY),
      };
  }
}

function dayBase(curve: Curve, day: number): number {
  const cycles = Math.floor(day / CYCLE);
  const perMille = cycles * (curve.year[CYCLE] ?? 0) + (curve.year[day - cycles * CYCLE] ?? 0);
  return Math.floor((curve.daily * perMille) / 1000);
}

function slotBase(shape: Uint32Array, shift: number, total: number, slot: number): number {
  const weight = (shape[slot + shift] ?? 0) - (shape[shift] ?? 0);
  return Math.floor((total * weight) / (shape[SLOTS] ?? 1));
}

/** Running sum of the weights of two days' quarter hours (the second day for shifted starts), from 24 hourly weights. */
function daily(hours: readonly number[]): Uint32Array {
  const sum = new Uint32Array(2 * SLOTS + 1);
  for (let slot = 0; slot < 2 * SLOTS; slot++) {
    const hour = Math.floor(slot / 4) % 24;
    const part = slot % 4;
    sum[slot + 1] = (sum[slot] ?? 0) + (hours[hour] ?? 0) * (4 - part) + (hours[(hour + 1) % 24] ?? 0) * part;
  }
  return sum;
}

/** Running sum, day by day over four years, of a wave around `mean` that is `swing` above it at the turn of the year. */
function seasonal(mean: number, swing: number): Float64Array {
  const sum = new Float64Array(CYCLE + 1);
  for (let day = 0; day < CYCLE; day++) {
    sum[day + 1] = (sum[day] ?? 0) + Math.round(mean + swing * Math.cos((2 * Math.PI * day) / 365.25));
  }
  return sum;
}
