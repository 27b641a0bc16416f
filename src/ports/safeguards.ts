/**
 * What the disconnect brake lives on: disconnects counted by the time at which they take effect, the state of the brake, and messages on
 * hold until a second person releases them (security.md §2). Shared by all processes. Times are milliseconds since 1970.
 */
import type { JsonObject } from './object-store.js';

/** Devices that a control of a request disconnects. */
export interface CountedDisconnect {
  readonly request: string;
  /** Position of the control in its request. */
  readonly entry: number;
  readonly principal: string;
  readonly at: number;
  readonly devices: number;
}

export type HeldState = 'held' | 'released' | 'refused';

/** A message that waits for a second person. */
export interface HeldMessage {
  readonly id: string;
  readonly principal: string;
  readonly at: number;
  readonly state: HeldState;
  readonly document: JsonObject;
}

export interface SafeguardReads {
  /** Disconnects that take effect behind one time and before another, the earliest first. */
  disconnectsBetween(after: number, before: number): Promise<readonly CountedDisconnect[]>;
  /** What is kept under a name of the brake's own. */
  safeguard(name: string): Promise<JsonObject | undefined>;
  heldMessage(id: string): Promise<HeldMessage | undefined>;
  /** The oldest first. */
  heldMessages(state: HeldState, limit: number): Promise<readonly HeldMessage[]>;
  /** How many messages of a principal wait. */
  countHeld(principal: string): Promise<number>;
}

export interface SafeguardWrites {
  /** Counts; what is there already for a request and entry is counted anew. */
  countDisconnects(counted: readonly CountedDisconnect[]): Promise<void>;
  /** Takes those of a request back, which has not begun. */
  uncountDisconnects(request: string): Promise<void>;
  /** Forgets those before a time. */
  forgetDisconnects(before: number): Promise<void>;
  setSafeguard(name: string, document: JsonObject | undefined): Promise<void>;
  holdMessage(message: HeldMessage): Promise<void>;
  /** Answers false when it is in another state than `from` by now. */
  moveHeldMessage(id: string, from: HeldState, to: HeldState, document: JsonObject): Promise<boolean>;
}
