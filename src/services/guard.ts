/** What the services are given to guard what is asked of them: the policy, the audit, what may be used once, and the disconnect brake. */
import type { DisconnectLimits } from '../ports/brake.js';
import type { JsonObject } from '../ports/object-store.js';
import type { Nonces } from '../ports/nonces.js';
import type { PolicyRule } from './policy.js';

export interface Guard {
  /** Those rules that hold now. Undefined where nobody is asked who he is: then everything is allowed, for as long as the gateway runs. */
  readonly policy?: readonly PolicyRule[] | undefined;
  /** What is recorded: nothing, all that changes something or is refused, or questions too. */
  readonly audit: 'off' | 'changes' | 'all';
  readonly nonces: Nonces;
  /** Whether what acts on devices must bear Header/ReplayDetection. */
  readonly replayDetection: 'optional' | 'required';
  readonly disconnects: DisconnectSettings;
  /** Tells operators of something that they must know at once. */
  readonly alarm: (what: string, facts: JsonObject) => void;
}

export interface DisconnectSettings {
  /** Undefined where disconnects are not limited: with simulated head ends only. */
  readonly limits?: DisconnectLimits | undefined;
  /** Whether what is above the limits waits for a second person, instead of being refused. */
  readonly secondPerson: boolean;
  /** Milliseconds for which it waits. */
  readonly heldFor: number;
  readonly critical: CriticalSettings;
}

/** Which usage points are never disconnected. */
export interface CriticalSettings {
  /** Whether those of customers with a special need (Customer.specialNeed) are among them. */
  readonly specialNeed: boolean;
  /** UsagePoint.servicePriority that makes one critical. */
  readonly servicePriorities: readonly string[];
  /** Names or mRIDs of groups of usage points or devices. */
  readonly groups: readonly string[];
}
