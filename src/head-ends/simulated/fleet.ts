import { setImmediate as breathe } from 'node:timers/promises';
import type { Device, InventoryItem } from '../../ports/head-end.js';
import { AS_DELIVERED, nextEdge, sharesOf, type Condition } from './condition.js';
import type { MeterKind } from './kinds.js';
import { loadProfile, type Flow, type LoadProfile } from './load-profile.js';
import { SupplyHistory, type Cause } from './supply-history.js';
import { SIMULATED_NAMESPACE, uuidv5, uuidv5Prefix } from './uuid.js';

/** One simulated meter: what follows from its number, and what has happened to it since the start. */
export interface Meter {
  /** From 1; `SIM-000001` is number 1. */
  readonly number: number;
  readonly name: string;
  readonly kind: MeterKind;
  readonly profile: LoadProfile;
  /** How it stands now; later changes show here too. */
  readonly condition: Condition;
  /** Whether it can be talked to: not silent, and not without supply. */
  readonly reachable: boolean;
  /** The register at `at` (milliseconds since 1970, virtual time): whole Wh, never falling. */
  register(flow: Flow, at: number): number;
  /** Mean power of the quarter hour around `at`, whole W; 0 while the supply is off. */
  power(flow: Flow, at: number): number;
  /** Whether something of this cause happened to the supply after `from` and not after `to`. */
  happened(cause: Cause, from: number, to: number): boolean;
}

/** Only meters that were touched have one. */
interface Touched {
  condition: Condition;
  /** Up to when load events are in the history. */
  settled: number;
  readonly history: SupplyHistory;
}

const SLICE = 5_000;

/**
 * All meters, from `SIM-000001` on. A meter that nothing has happened to takes no memory: name and mRID follow from its number,
 * readings from seed, number and time.
 */
export class Fleet {
  readonly #touched = new Map<number, Touched>();
  #index: Promise<Uint32Array> | undefined;

  constructor(
    readonly size: number,
    readonly seed: number,
  ) {}

  /** The meter with this number from 1 to `size`, as it stands now; it shows later changes too. */
  meter(number: number): Meter {
    const profile = loadProfile(this.seed, number);
    const condition = (): Condition => this.#touched.get(number)?.condition ?? AS_DELIVERED;
    const history = (at: number): SupplyHistory | undefined => this.#historyAt(number, profile, at);
    return {
      number,
      name: meterName(number),
      kind: 'electricity',
      profile,
      get condition() {
        return condition();
      },
      get reachable() {
        return condition().reachable && condition().powered;
      },
      register: (flow, at) => profile.energy(flow, at) - (history(at)?.lost(profile, flow, at) ?? 0),
      power: (flow, at) => Math.floor((profile.power(flow, at) * (history(at)?.shareAt(flow, at) ?? 1000)) / 1000),
      happened: (cause, from, to) => history(to)?.happened(cause, from, to) ?? false,
    };
  }

  /** Changes a meter at the virtual time `at`, which is not before its last change. */
  change(meter: Meter, change: Partial<Condition>, at: number): void {
    const { number, profile } = meter;
    let touched = this.#touched.get(number);
    if (touched === undefined) {
      touched = { condition: AS_DELIVERED, settled: at, history: new SupplyHistory() };
      this.#touched.set(number, touched);
    }
    this.#historyAt(number, profile, at);
    const before = touched.condition;
    const loadEvents = (change.loadEvents ?? before.loadEvents).filter(({ to }) => to > at);
    touched.condition = { ...before, ...change, loadEvents };
    const cause: Cause =
      before.switchPosition !== touched.condition.switchPosition
        ? 'switch'
        : before.powered !== touched.condition.powered
          ? 'supply'
          : 'load';
    touched.history.set(sharesOf(touched.condition, at), at, profile, cause);
  }

  /** How many meters are not as they were delivered, or have not always been. */
  get touched(): number {
    return this.#touched.size;
  }

  /** The history of a meter with all load events up to `at` in it; none when it was never touched. */
  #historyAt(number: number, profile: LoadProfile, at: number): SupplyHistory | undefined {
    const touched = this.#touched.get(number);
    if (touched === undefined) return undefined;
    const { condition, history } = touched;
    for (let edge; (edge = nextEdge(condition, touched.settled, at)) !== undefined; touched.settled = edge)
      history.set(sharesOf(condition, edge), edge, profile, 'load');
    touched.settled = Math.max(touched.settled, at);
    return history;
  }

  /** The number of the meter with this name, if there is one. */
  numberOfName(name: string): number | undefined {
    const number = Number(/^SIM-(\d{6,9})$/.exec(name)?.[1] ?? NaN);
    return number >= 1 && number <= this.size && meterName(number) === name ? number : undefined;
  }

  /**
   * The numbers of the meters that are meant, in the same order. As everywhere the mRID decides when there is one, names only
   * when there is none; a name given beside the mRID merely saves the search.
   */
  async numbersOf(devices: readonly Device[]): Promise<readonly (number | undefined)[]> {
    const numbers: (number | undefined)[] = [];
    for (const device of devices) {
      const named = device.names.map(({ name }) => this.numberOfName(name)).find((number) => number !== undefined);
      const right = named !== undefined && (device.mRID === '' || meterMRID(named) === device.mRID.toLowerCase());
      numbers.push(right ? named : device.mRID === '' ? undefined : await this.#numberOfMRID(device.mRID));
      if (numbers.length % SLICE === 0) await breathe();
    }
    return numbers;
  }

  /** Meters with their usage points, in the order of their numbers. */
  async *inventory(): AsyncGenerator<InventoryItem> {
    for (let number = 1; number <= this.size; number++) {
      if (number % SLICE === 0) await breathe();
      yield { meter: meterDevice(number), usagePoint: usagePointDevice(number) };
    }
  }

  async #numberOfMRID(mRID: string): Promise<number | undefined> {
    const wanted = mRID.toLowerCase();
    if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(wanted)) return undefined;
    const index = await (this.#index ??= buildIndex(this.size));
    for (
      let place = Number.parseInt(wanted.slice(0, 8), 16) & (index.length - 1);
      ;
      place = (place + 1) & (index.length - 1)
    ) {
      const number = index[place] ?? 0;
      if (number === 0) return undefined;
      if (meterMRID(number) === wanted) return number;
    }
  }
}

/** `SIM-000001` for 1; more digits from a million on. */
export function meterName(number: number): string {
  return `SIM-${String(number).padStart(6, '0')}`;
}

/** The meter's mRID: the UUIDv5 of its name. */
export function meterMRID(number: number): string {
  return uuidv5(SIMULATED_NAMESPACE, meterName(number));
}

export function meterDevice(number: number): Device {
  return { mRID: meterMRID(number), names: [{ name: meterName(number), nameType: 'MeterName' }] };
}

/** The usage point where meter `number` is installed: `UP-000001` for 1. */
export function usagePointDevice(number: number): Device {
  const name = `UP-${String(number).padStart(6, '0')}`;
  return { mRID: uuidv5(SIMULATED_NAMESPACE, name), names: [{ name, nameType: 'UsagePointName' }] };
}

/**
 * A hash table of meter numbers (open addressing, at most half full, 0 = free place) keyed by the first bits of the mRID: eight
 * to sixteen bytes a meter, where a map of texts would take over a hundred. Made on the first search by mRID alone, in slices
 * so that nothing else stands still (about two seconds for a million meters).
 */
async function buildIndex(size: number): Promise<Uint32Array> {
  const index = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * size))));
  for (let number = 1; number <= size; number++) {
    let place = uuidv5Prefix(SIMULATED_NAMESPACE, meterName(number)) & (index.length - 1);
    while (index[place] !== 0) place = (place + 1) & (index.length - 1);
    index[place] = number;
    if (number % SLICE === 0) await breathe();
  }
  return index;
}
