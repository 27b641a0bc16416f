import { setImmediate as breathe } from 'node:timers/promises';
import type { Device, InventoryItem } from '../../ports/head-end.js';
import { loadProfile, type Flow, type LoadProfile } from './load-profile.js';
import { SwitchHistory, type SwitchPosition } from './switch-history.js';
import { SIMULATED_NAMESPACE, uuidv5, uuidv5Prefix } from './uuid.js';

/** One simulated meter: what follows from its number, and what has happened to it since the start. */
export interface Meter {
  /** From 1; `SIM-000001` is number 1. */
  readonly number: number;
  readonly name: string;
  readonly profile: LoadProfile;
  readonly commissioned: boolean;
  readonly reachable: boolean;
  readonly switchPosition: SwitchPosition;
  /** The register at `at` (milliseconds since 1970, virtual time): whole Wh, never falling. */
  register(flow: Flow, at: number): number;
  /** Mean power of the quarter hour around `at`, whole W; 0 while the switch is open. */
  power(flow: Flow, at: number): number;
  /** Whether the switch was operated after `from` and not after `to`. */
  operatedWithin(from: number, to: number): boolean;
}

/** What may be changed of a meter. */
export interface Change {
  readonly commissioned?: boolean;
  readonly reachable?: boolean;
  readonly switchPosition?: SwitchPosition;
}

/** Only meters that were touched have one. */
interface Touched {
  commissioned: boolean;
  reachable: boolean;
  readonly history: SwitchHistory;
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
    const { seed } = this;
    const touched = (): Touched | undefined => this.#touched.get(number);
    const profile = loadProfile(seed, number);
    return {
      number,
      name: meterName(number),
      profile,
      get commissioned() {
        return touched()?.commissioned ?? true;
      },
      get reachable() {
        return touched()?.reachable ?? true;
      },
      get switchPosition() {
        return touched()?.history.position ?? 'closed';
      },
      register: (flow, at) => profile.energy(flow, at) - (touched()?.history.lost(profile, flow, at) ?? 0),
      power: (flow, at) => ((touched()?.history.closedAt(at) ?? true) ? profile.power(flow, at) : 0),
      operatedWithin: (from, to) => touched()?.history.operatedWithin(from, to) ?? false,
    };
  }

  /** Changes a meter at the virtual time `at`. */
  change(meter: Meter, change: Change, at: number): void {
    let touched = this.#touched.get(meter.number);
    if (touched === undefined) {
      touched = { commissioned: true, reachable: true, history: new SwitchHistory() };
      this.#touched.set(meter.number, touched);
    }
    touched.commissioned = change.commissioned ?? touched.commissioned;
    touched.reachable = change.reachable ?? touched.reachable;
    if (change.switchPosition !== undefined) touched.history.set(change.switchPosition, at, meter.profile);
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
