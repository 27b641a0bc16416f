/** The disconnect brake as operators see and set it (security.md §2). Times are milliseconds since 1970. */
import type { Caller } from '../message/caller.js';
import type { HeldMessage } from './safeguards.js';

/** How many devices may be disconnected: by one principal within an hour, by all within an hour, and within a day. */
export interface DisconnectLimits {
  readonly principalHour: number;
  readonly hour: number;
  readonly day: number;
}

/** How the brake stands. */
export interface BrakeState {
  readonly stopped?: { readonly by: string; readonly at: number; readonly reason: string } | undefined;
  /** Absent where the brake is off. */
  readonly limits?: DisconnectLimits | undefined;
  /** When limits that were set for some time end. */
  readonly setUntil?: number | undefined;
  readonly withinHour: number;
  readonly withinDay: number;
}

/** What has become of the disconnects that were under way when all were stopped. */
export interface Swept {
  /** Devices whose disconnect was still waiting, and is refused now. */
  readonly refused: number;
  /** Devices whose disconnect a head end has called off. */
  readonly withdrawn: number;
}

export interface Brake {
  state(): Promise<BrakeState>;
  /** The kill switch. */
  stop(by: string, reason: string): Promise<Swept>;
  letGo(by: string): Promise<void>;
  /** Sets limits for some time, or takes them back. */
  setLimits(by: string, limits: (DisconnectLimits & { readonly until: number }) | undefined): Promise<void>;
  held(limit: number): Promise<readonly HeldMessage[]>;
  /** What keeps it from being released: a word, or sentences; undefined when it is begun. */
  release(id: string, by: string): Promise<'unknown' | 'over' | 'own' | readonly string[] | undefined>;
  refuse(id: string, by: string): Promise<boolean>;
  /** Whether somebody may disconnect himself: then he does not set limits. */
  mayDisconnect(caller: Caller | undefined): boolean;
  /** The time by which limits end. */
  now(): number;
}
