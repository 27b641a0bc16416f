import type { JsonObject } from '../../ports/object-store.js';
import type { Condition } from '../../ports/simulator.js';
import type { Meter } from './fleet.js';

/** A control that a meter is about to carry out. */
export interface Act {
  readonly meter: Meter;
  readonly jobId: string;
  readonly controlType: string;
  /** The EndDeviceControl element as JSON. */
  readonly parameters: JsonObject;
  /** Virtual time, milliseconds since 1970. */
  readonly at: number;
  /** Changes the meter, now. */
  change(change: Partial<Condition>): void;
}

/** What came of it: facts for the event, and why it failed if it did. */
export interface Outcome {
  readonly facts: Readonly<Record<string, string>>;
  readonly wrong?: string | undefined;
}

/** What a control does to a meter. */
export type Effect = (act: Act) => Outcome;
