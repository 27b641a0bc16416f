import { setImmediate as breathe } from 'node:timers/promises';
import type { Device, InventoryItem } from '../../ports/head-end.js';
import type { Condition, MeterKind, Scenario } from '../../ports/simulator.js';
import { AS_DELIVERED, nextEdge, sharesOf } from './condition.js';
import { noise } from './noise.js';
import { nameOf, Roll, type Others } from './roll.js';
import { loadProfile, type Flow, type LoadProfile } from './load-profile.js';
import { SupplyHistory, type Cause } from './supply-history.js';
import { SIMULATED_NAMESPACE, uuidv5, uuidv5Prefix } from './uuid.js';

/** One simulated meter: what follows from its number, and what has happened to it since the start. */
export interface Meter {
  /** Its place in the fleet, from 1; `SIM-000001` is number 1. */
  readonly number: number;
  /** What its readings and whims follow from, besides the seed. */
  readonly key: number;
  readonly name: string;
  readonly kind: MeterKind;
  readonly profile: LoadProfile;
  /** How it stands now; later changes show here too. */
  readonly condition: Condition;
  /** Whether it can be talked to: not silent, and not without supply. */
  readonly reachable: boolean;
  /** How it misbehaves: as told by hand, else by its name, else by the configured share. */
  readonly scenario: Scenario | undefined;
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
  #latest: { readonly before?: Condition; readonly after: Condition; readonly keys: string } = {
    after: AS_DELIVERED,
    keys: '',
  };

  readonly #roll: Roll;
  readonly #shares: readonly (readonly [Scenario, number])[];

  constructor(
    meters: number,
    readonly seed: number,
    others: Others & { readonly scenarios?: Readonly<Partial<Record<Scenario, number>>> | undefined } = {},
  ) {
    this.#roll = new Roll(meters, others);
    this.#shares = Object.entries(others.scenarios ?? {}) as [Scenario, number][];
  }

  get size(): number {
    return this.#roll.size;
  }

  /** How many meters of a kind there are. */
  count(kind: MeterKind): number {
    return this.#roll.count(kind);
  }

  /** The meter with this number from 1 to `size`, as it stands now; it shows later changes too. */
  meter(number: number): Meter {
    const { key, name, kind, scenario } = this.#roll.member(number);
    let made: LoadProfile | undefined;
    const profile = (): LoadProfile => (made ??= loadProfile(this.seed, key, kind));
    const usual = scenario ?? this.#scenarioByChance(key);
    const condition = (): Condition => this.#touched.get(number)?.condition ?? AS_DELIVERED;
    const history = (at: number): SupplyHistory | undefined => this.#historyAt(number, profile, at);
    return {
      number,
      key,
      name,
      kind,
      get profile() {
        return profile();
      },
      get condition() {
        return condition();
      },
      get reachable() {
        return condition().reachable && condition().powered;
      },
      get scenario() {
        const told = condition().scenario ?? usual;
        return told === 'normal' ? undefined : told;
      },
      register: (flow, at) => profile().energy(flow, at) - (history(at)?.lost(profile(), flow, at) ?? 0),
      power: (flow, at) => Math.floor((profile().power(flow, at) * (history(at)?.shareAt(flow, at) ?? 1000)) / 1000),
      happened: (cause, from, to) => history(to)?.happened(cause, from, to) ?? false,
    };
  }

  /** Changes a meter at the virtual time `at`, which is not before its last change. */
  change(meter: Meter, change: Partial<Condition>, at: number): void {
    const { number } = meter;
    const profile = (): LoadProfile => meter.profile;
    let touched = this.#touched.get(number);
    if (touched === undefined) {
      touched = { condition: AS_DELIVERED, settled: at, history: new SupplyHistory() };
      this.#touched.set(number, touched);
    }
    this.#historyAt(number, profile, at);
    const before = touched.condition;
    touched.condition = this.#changed(before, change, at);
    const cause: Cause =
      before.switchPosition !== touched.condition.switchPosition
        ? 'switch'
        : before.powered !== touched.condition.powered
          ? 'supply'
          : 'load';
    touched.history.set(sharesOf(touched.condition, at), at, profile, cause);
  }

  /**
   * The condition after a change, without load events that are over. What happens to thousands of meters in one go leaves them the
   * same object, which keeps an outage of half a million meters small.
   */
  #changed(before: Condition, change: Partial<Condition>, at: number): Condition {
    const events = change.loadEvents ?? before.loadEvents;
    const loadEvents = events.some(({ to }) => to <= at) ? events.filter(({ to }) => to > at) : events;
    const latest = this.#latest;
    const keys = Object.keys(change) as (keyof Condition)[];
    const same = latest.before === before && loadEvents === before.loadEvents && latest.keys === keys.join();
    if (same && keys.every((key) => latest.after[key] === change[key])) return latest.after;
    const after = { ...before, ...change, loadEvents };
    this.#latest = { before, after, keys: keys.join() };
    return after;
  }

  /** The history of a meter with all load events up to `at` in it; none when it was never touched. */
  #historyAt(number: number, profile: () => LoadProfile, at: number): SupplyHistory | undefined {
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
    return this.#roll.numberOfName(name);
  }

  kindOf(number: number): MeterKind {
    return this.#roll.kindOf(number);
  }

  nameOf(number: number): string {
    return this.#roll.nameOf(number);
  }

  /** How a meter stands, without making more of it. */
  conditionOf(number: number): Condition {
    return this.#touched.get(number)?.condition ?? AS_DELIVERED;
  }

  /** How many meters something has happened to since the start, and how many are without supply. */
  counts(): { readonly touched: number; readonly out: number } {
    let out = 0;
    for (const { condition } of this.#touched.values()) if (!condition.powered) out++;
    return { touched: this.#touched.size, out };
  }

  #scenarioByChance(key: number): Scenario | undefined {
    if (this.#shares.length === 0) return undefined;
    let left = noise(this.seed, key, 71) / 2 ** 32;
    return this.#shares.find(([, share]) => (left -= share) < 0)?.[0];
  }

  /**
   * The numbers of the meters that are meant, in the same order. As everywhere the mRID decides when there is one, names only
   * when there is none; a name given beside the mRID merely saves the search.
   */
  async numbersOf(devices: readonly Device[]): Promise<readonly (number | undefined)[]> {
    const numbers: (number | undefined)[] = [];
    for (const device of devices) {
      const named = device.names.map(({ name }) => this.numberOfName(name)).find((number) => number !== undefined);
      const right =
        named !== undefined && (device.mRID === '' || mRIDOf(this.nameOf(named)) === device.mRID.toLowerCase());
      numbers.push(right ? named : device.mRID === '' ? undefined : await this.#numberOfMRID(device.mRID));
      if (numbers.length % SLICE === 0) await breathe();
    }
    return numbers;
  }

  /** Meters with their usage points, in the order of their numbers. */
  async *inventory(): AsyncGenerator<InventoryItem> {
    for (let number = 1; number <= this.size; number++) {
      if (number % SLICE === 0) await breathe();
      const name = this.nameOf(number);
      yield { meter: deviceNamed(name), usagePoint: usagePointOf(name) };
    }
  }

  async #numberOfMRID(mRID: string): Promise<number | undefined> {
    const wanted = mRID.toLowerCase();
    if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(wanted)) return undefined;
    const index = await (this.#index ??= buildIndex(this.#roll));
    for (
      let place = Number.parseInt(wanted.slice(0, 8), 16) & (index.length - 1);
      ;
      place = (place + 1) & (index.length - 1)
    ) {
      const number = index[place] ?? 0;
      if (number === 0) return undefined;
      if (mRIDOf(this.nameOf(number)) === wanted) return number;
    }
  }
}

/** The meter's mRID: the UUIDv5 of its name. */
export function mRIDOf(name: string): string {
  return uuidv5(SIMULATED_NAMESPACE, name);
}

export function deviceNamed(name: string): Device {
  return { mRID: mRIDOf(name), names: [{ name, nameType: 'MeterName' }] };
}

/** The usage point where a meter is installed: `UP-000001` for `SIM-000001`. */
export function usagePointOf(meterName: string): Device {
  const name = meterName.replace(/^SIM/, 'UP');
  return { mRID: mRIDOf(name), names: [{ name, nameType: 'UsagePointName' }] };
}

/** The mRID of the ordinary electricity meter `number`. */
export function meterMRID(number: number): string {
  return mRIDOf(nameOf(number));
}

export function meterDevice(number: number): Device {
  return deviceNamed(nameOf(number));
}

export function usagePointDevice(number: number): Device {
  return usagePointOf(nameOf(number));
}

/**
 * A hash table of meter numbers (open addressing, at most half full, 0 = free place) keyed by the first bits of the mRID: eight
 * to sixteen bytes a meter, where a map of texts would take over a hundred. Made on the first search by mRID alone, in slices
 * so that nothing else stands still (about two seconds for a million meters).
 */
async function buildIndex(roll: Roll): Promise<Uint32Array> {
  const { size } = roll;
  const index = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * size))));
  for (let number = 1; number <= size; number++) {
    let place = uuidv5Prefix(SIMULATED_NAMESPACE, roll.nameOf(number)) & (index.length - 1);
    while (index[place] !== 0) place = (place + 1) & (index.length - 1);
    index[place] = number;
    if (number % SLICE === 0) await breathe();
  }
  return index;
}
