/**
 * What can be done to a simulated head end beside giving it jobs: by the operator's API and by tests. A head end that is simulated
 * implements it together with `HeadEnd`. Knows nothing of HTTP; nothing real happens.
 */

/** How a meter, or the way to it, misbehaves; docs/simulator.md says what each does. */
export const scenarios = [
  'unreachable',
  'busy',
  'slow',
  'late',
  'duplicate',
  'lost-acknowledgement',
  'no-acknowledgement',
  'wrong-data',
  'partial',
  'out-of-order',
  'early',
] as const;
export type Scenario = (typeof scenarios)[number];

export const switchPositions = ['closed', 'open', 'armed'] as const;
export type SwitchPosition = (typeof switchPositions)[number];

export type MeterKind = 'electricity' | 'gas' | 'water';

/** Which meters: those named, or so many, or a share of all from 0 to 1. The same order of calls chooses the same ones. */
export type Selection =
  { readonly meters: readonly string[] } | { readonly count: number } | { readonly share: number };

/** A time in which load (or, for `reverse`, feeding in) is held to a share of what it would be. Milliseconds, the meters' time. */
export interface LoadEvent {
  /** The job that asked for it. */
  readonly id: string;
  readonly from: number;
  /** `Infinity` until it is stopped. */
  readonly to: number;
  readonly flow: 'forward' | 'reverse';
  /** Thousandths. */
  readonly share: number;
}

/** Something shown at the premises until a time. */
export interface Shown {
  readonly text: string;
  readonly until: number;
}

/** All that can differ between a meter as it was delivered and as it stands. */
export interface Condition {
  readonly commissioned: boolean;
  /** False when it was told to be silent; an outage is told by `powered`. */
  readonly reachable: boolean;
  /** False in an outage. */
  readonly powered: boolean;
  readonly switchPosition: SwitchPosition;
  /** A disabled switch keeps its position and takes no command. */
  readonly switchEnabled: boolean;
  /** Closed, but may be opened on the spot. */
  readonly armedForOpen: boolean;
  readonly supplyLimit: boolean;
  readonly emergencyLimit: boolean;
  /** Present and to come, in the order in which they were asked for. */
  readonly loadEvents: readonly LoadEvent[];
  readonly message?: Shown | undefined;
  readonly price?: Shown | undefined;
  /** Further things it was told, by name: `firmware version`, `clock set`, `set point` … */
  readonly settings: Readonly<Record<string, string>>;
  /** Given by hand; `normal` takes away what its name or the configuration would give it. */
  readonly scenario?: Scenario | 'normal' | undefined;
}

/** A meter as it stands at `at`. */
export interface MeterState {
  readonly name: string;
  readonly mRID: string;
  readonly kind: MeterKind;
  readonly usagePoint: { readonly mRID: string; readonly names: readonly { readonly name: string }[] };
  readonly condition: Condition;
  readonly commissioned: boolean;
  /** Whether it can be talked to now. */
  readonly reachable: boolean;
  readonly switchPosition: SwitchPosition;
  /** How it misbehaves, for whatever reason; undefined = not at all. */
  readonly scenario: Scenario | undefined;
  readonly solar: boolean;
  /** Whole W delivered to the customer; of gas and water litres an hour. */
  readonly load: number;
  /** Registers in whole Wh, of gas and water in litres. */
  readonly forward: number;
  readonly reverse: number;
  /** The meters' time, milliseconds since 1970. */
  readonly at: number;
}

export interface SimulatorState {
  readonly name: string;
  /** The meters' time, milliseconds since 1970, and how many times faster than the clock it runs. */
  readonly now: number;
  readonly speed: number;
  readonly meters: Readonly<Record<MeterKind, number>>;
  /** Meters without supply. */
  readonly out: number;
  /** Meters that something has happened to since the start. */
  readonly touched: number;
}

export interface Simulator {
  simulator(): SimulatorState;
  /** A meter by its name; undefined if there is none. */
  meter(name: string): MeterState | undefined;
  /** Another speed from now on; the meters' time goes on without a jump. */
  setSpeed(speed: number): void;
  /** Operates the switch by hand: no event is sent. Throws when there is no such meter. */
  setSwitchPosition(name: string, position: SwitchPosition): void;
  /**
   * Takes the supply from electricity meters, now; their last words come spread over so many milliseconds of the clock.
   * @returns how many lost it. All of these throw a RangeError when a meter that is named does not exist.
   */
  outage(selection: Selection, spread?: number): Promise<number>;
  /** Gives the supply back to meters that are out; events of it come spread over so many milliseconds of the clock. */
  restore(selection: Selection, spread?: number): Promise<number>;
  /** Has meters tell of an event at once. `*` as the first part of the code stands for the kind of each meter. */
  event(selection: Selection, eventType: string, facts?: Readonly<Record<string, string>>): Promise<number>;
  /** Has meters misbehave from now on, or behave: `normal`. Jobs begun before are not concerned. */
  setScenario(selection: Selection, scenario: Scenario | 'normal'): Promise<number>;
}

/** Whether a head end is simulated and can be told so. */
export function isSimulator<T extends object>(headEnd: T): headEnd is T & Simulator {
  return 'setScenario' in headEnd && 'setSpeed' in headEnd;
}
