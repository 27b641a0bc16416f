/** Makes of the settings what guards the services (services/guard.ts). */
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import type { Clock } from '../ports/clock.js';
import type { HeadEnd } from '../ports/head-end.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { Guard } from '../services/guard.js';
import type { PolicyRule } from '../services/policy.js';
import { storedNonces } from '../services/stored-nonces.js';

export interface GuardMeans {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly headEnds: readonly HeadEnd[];
  /** All that hold by now. */
  readonly rules: () => readonly PolicyRule[];
  readonly log: Pick<Log, 'error'>;
  /** Counts alarms by what they are about. */
  readonly counted: (what: string) => void;
}

/** Whether callers are asked who they are, at any listener. */
export function asksWho({ security, listeners }: Pick<Config, 'security' | 'listeners'>): boolean {
  return [security, ...listeners].some(({ authentication }) => authentication.length > 0);
}

export function guardOf(config: Pick<Config, 'security' | 'safety' | 'listeners'>, means: GuardMeans): Guard {
  const { security, safety } = config;
  const { store, clock, headEnds, rules, log, counted } = means;
  const asks = asksWho(config);
  const real = headEnds.some((headEnd) => !headEnd.capabilities().simulated);
  const { brake, principalHour, hour, day, ...disconnects } = safety.disconnects;
  const brakes = brake === 'on' || (brake === 'auto' && (real || asks));
  return {
    get policy() {
      return asks ? rules() : undefined;
    },
    audit: security.audit === 'auto' ? (asks ? 'changes' : 'off') : security.audit,
    nonces: storedNonces(store, clock, security.replayWindow),
    replayDetection: security.replayDetection,
    disconnects: { ...disconnects, limits: brakes ? { principalHour, hour, day } : undefined },
    alarm: (what, facts) => {
      counted(what);
      log.error('alarm', { what, ...facts });
    },
  };
}
