import type { DeviceReading, ReadJob } from '../../ports/head-end.js';
import type { MeterKind } from '../../ports/simulator.js';
import type { Meter } from './fleet.js';
import type { Flow } from './load-profile.js';
import { thousandths } from './quantity.js';
import { DAY, HOUR, QUARTER, timeStampOf } from './virtual-time.js';

/** What a reading type asks of a meter; `grid` is the length of the intervals it keeps, in milliseconds. */
type Measured =
  | { readonly kind: 'interval'; readonly flow: Flow; readonly grid: number }
  | { readonly kind: 'register' | 'power'; readonly flow: Flow }
  | { readonly kind: 'voltage' };

type Table = ReadonlyMap<string, Measured>;

/** Electricity, metered at the customer (commodity 1). */
const ELECTRICITY: Table = new Map<string, Measured>([
  // 15-minute delta data of energy, forward, kWh
  ['0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', { kind: 'interval', flow: 'forward', grid: QUARTER }],
  // bulk quantity (register) of energy, forward, kWh
  ['0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0', { kind: 'register', flow: 'forward' }],
  // bulk quantity (register) of energy, reverse, kWh
  ['0.0.0.1.19.1.12.0.0.0.0.0.0.0.0.3.72.0', { kind: 'register', flow: 'reverse' }],
  // indicating power, forward, kW
  ['0.0.0.6.1.1.37.0.0.0.0.0.0.0.0.3.38.0', { kind: 'power', flow: 'forward' }],
  // indicating RMS voltage (54, which both sources of the code list name; 158 is disputed) of phase A against neutral, V
  ['0.0.0.6.0.1.54.0.0.0.0.0.0.0.129.0.29.0', { kind: 'voltage' }],
]);

/** Volume of a commodity, forward, m³: hourly delta data, and bulk quantity (register). */
const volumeOf = (commodity: number): Table =>
  new Map<string, Measured>([
    [`0.0.7.4.1.${commodity}.58.0.0.0.0.0.0.0.0.0.42.0`, { kind: 'interval', flow: 'forward', grid: HOUR }],
    [`0.0.0.1.1.${commodity}.58.0.0.0.0.0.0.0.0.0.42.0`, { kind: 'register', flow: 'forward' }],
  ]);

/** Natural gas is commodity 7, drinking water 9. */
const TABLES: Readonly<Record<MeterKind, Table>> = { electricity: ELECTRICITY, gas: volumeOf(7), water: volumeOf(9) };

/** The 18-part reading types that every meter of a kind measures. */
export function readingTypesOf(kind: MeterKind): readonly string[] {
  return TYPES[kind];
}
const TYPES: Readonly<Record<MeterKind, readonly string[]>> = {
  electricity: [...TABLES.electricity.keys()],
  gas: [...TABLES.gas.keys()],
  water: [...TABLES.water.keys()],
};

/** Those of electricity meters. */
export const READING_TYPES = TYPES.electricity;

/** Days for which a meter keeps intervals and midnight registers. */
export const DAYS_KEPT = 400;

/** Validated by the metering system: valid, nothing to add. */
const VALID: readonly string[] = ['2.0.0'];
/** The same, and the end device says that its supply switch was operated within the interval. */
const SWITCHED: readonly string[] = ['2.0.0', '1.2.3'];
/** The same, and the end device says that the supply failed or came back within the interval. */
const FAILED: readonly string[] = ['2.0.0', '1.2.32'];

/** The whole period and `now` in milliseconds since 1970, virtual time; open at the start, closed at the end. */
export interface Asked {
  readonly now: number;
  readonly period?: { readonly start: number; readonly end: number } | undefined;
}

/**
 * Readings of one measured type, in order of time. Without a period: the present value, of intervals the last that has ended.
 * With a period: of intervals those that end inside it; of registers the value at every UTC midnight inside it, and the present
 * value when now lies inside it; power and voltage are not kept, so only the present value when now lies inside it.
 * An interval's time stamp is its end. Nothing lies in the future, before the installation or further back than `DAYS_KEPT`.
 */
export function* readingsOf(meter: Meter, readingType: string, { now, period }: Asked): Generator<DeviceReading> {
  const measured = TABLES[meter.kind].get(readingType);
  if (measured === undefined) return;
  const grid = measured.kind === 'interval' ? measured.grid : DAY;
  const lastEnded = Math.floor(now / grid) * grid;
  const oldest = Math.max(meter.profile.installed, (Math.floor(now / DAY) - DAYS_KEPT) * DAY);
  const wanted = period ?? (measured.kind === 'interval' ? { start: lastEnded - grid, end: lastEnded } : undefined);

  if (wanted !== undefined && (measured.kind === 'interval' || measured.kind === 'register')) {
    const start = Math.max(wanted.start, oldest);
    const end = Math.min(wanted.end, now);
    const first = (Math.floor(start / grid) + 1) * grid;
    let before = meter.register(measured.flow, first - grid);
    for (let at = first; at <= end; at += grid) {
      if (measured.kind === 'register') {
        if (at < now) yield present(meter, readingType, measured, at); // at now: the present value below
        continue;
      }
      const register = meter.register(measured.flow, at);
      yield {
        readingType,
        timeStamp: timeStampOf(at),
        value: thousandths(register - before),
        qualities: qualitiesOf(meter, at - grid, at),
        shape: 'interval',
      };
      before = register;
    }
  }
  if (measured.kind !== 'interval' && (period === undefined || (period.start < now && now <= period.end))) {
    yield present(meter, readingType, measured, now);
  }
}

/** How many readings a job can bring at most at the virtual time `now`, to bound what has to be held. */
export function mostReadings(job: ReadJob, now: number): number {
  const start = Math.max(job.period?.start ?? now, now - (DAYS_KEPT + 1) * DAY);
  const span = Math.max(0, Math.min(job.period?.end ?? now, now) - start);
  const wanted = job.readingTypes.length === 0 ? READING_TYPES : job.readingTypes;
  const perDevice = wanted.map((type) => 1 + Math.ceil(span / gridOf(type)));
  return job.devices.length * perDevice.reduce((sum, count) => sum + count, 0);
}

function gridOf(readingType: string): number {
  const measured = Object.values(TABLES)
    .map((table) => table.get(readingType))
    .find((found) => found !== undefined);
  return measured?.kind === 'interval' ? measured.grid : DAY;
}

function present(meter: Meter, readingType: string, measured: Measured, at: number): DeviceReading {
  return {
    readingType,
    timeStamp: timeStampOf(at),
    value: valueAt(meter, measured, at),
    qualities: VALID,
    shape: 'reading',
  };
}

function valueAt(meter: Meter, measured: Measured, at: number): string {
  switch (measured.kind) {
    case 'voltage': {
      const tenths = meter.profile.voltage(at);
      return `${Math.floor(tenths / 10)}.${tenths % 10}`;
    }
    case 'power':
      return thousandths(meter.power(measured.flow, at));
    default:
      return thousandths(meter.register(measured.flow, at));
  }
}

function qualitiesOf(meter: Meter, from: number, to: number): readonly string[] {
  if (meter.happened('supply', from, to)) return FAILED;
  return meter.happened('switch', from, to) ? SWITCHED : VALID;
}
