/** The rules that hold, taken anew while the gateway runs. What cannot be read leaves all as it was. */
import { isDeepStrictEqual } from 'node:util';
import { allRules } from '../config/policy-file.js';
import type { Config } from '../config.js';
import { gatewayNames } from '../message/caller.js';
import { entryOf, record } from '../services/audit-trail.js';
import { builtInRoles } from '../services/built-in-roles.js';
import type { ServicePorts } from '../services/noun-row.js';
import type { PolicyRule } from '../services/policy.js';

export interface RenewedPolicy {
  readonly rules: () => readonly PolicyRule[];
  /** Reads them anew; answers whether they are others. Throws a sentence when something cannot be read. */
  renew(): boolean;
}

/** All rules that hold. Throws a sentence when the file of the policy cannot be read. */
export function policyOf({ security }: Pick<Config, 'security'>): readonly PolicyRule[] {
  return [...(security.builtInRoles ? builtInRoles : []), ...allRules(security)];
}

export function openPolicy(config: Pick<Config, 'security'>): RenewedPolicy {
  let current = policyOf(config);
  return {
    rules: () => current,
    renew: () => {
      const next = policyOf(config);
      if (isDeepStrictEqual(next, current)) return false;
      current = next;
      return true;
    },
  };
}

/** Records that other rules hold from now on. Throws when it cannot be recorded. */
export function recordPolicy(ports: Pick<ServicePorts, 'store' | 'clock' | 'guard'>): Promise<void> {
  const facts = { event: 'policy changed', principal: gatewayNames.itself, rules: ports.guard.policy?.length ?? 0 };
  return record(ports, entryOf(facts, ports.clock.now(), { decision: 'allowed' }));
}
