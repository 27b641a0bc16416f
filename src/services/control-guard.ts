/** What keeps single devices from being commanded: groups that the policy does not allow, and what must not be disconnected. */
import type { Caller } from '../message/caller.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { askAll } from './ask-all.js';
import { isDisconnect, type FoundTarget } from './control-checks.js';
import { controlNoun } from './control-plan.js';
import { criticalFinding } from './critical.js';
import { groupsOf } from './groups-of-device.js';
import type { ServicePorts } from './noun-row.js';
import { decide } from './policy.js';

/** Who has asked for a control. */
export interface AskedBy {
  readonly caller: Caller | undefined;
  readonly verb: string;
  readonly source: string | undefined;
}

/**
 * What the policy has against commanding each of the devices, and what keeps them from being disconnected.
 * @param by who has asked, how, and from which Source; without a caller where nobody is asked who he is, and for what the gateway asks of itself
 */
export async function guardTargets(
  { store, guard }: Pick<ServicePorts, 'store' | 'guard'>,
  targets: readonly FoundTarget[],
  type: string | undefined,
  { caller, verb, source }: AskedBy,
  now: number,
): Promise<readonly (readonly Finding[])[]> {
  if (type === undefined) return [];
  const { policy, disconnects } = guard;
  const disconnecting = isDisconnect(type);
  const wish = caller && { ...caller, verb, source, noun: controlNoun, controlType: type };
  // whatever is not allowed outright is looked at device by device
  const depends = policy !== undefined && wish !== undefined && decide(policy, wish).decision !== 'allowed';
  if (!depends && !disconnecting) return [];
  return askAll(targets, async (target) => {
    const findings: Finding[] = [];
    if (depends && decide(policy, wish, await groupsOf(store, target.device, now)).decision !== 'allowed')
      findings.push(notYours(target, wish.principal, type));
    const critical = disconnecting ? await criticalFinding(store, disconnects.critical, target, now) : undefined;
    return critical === undefined ? findings : [...findings, critical];
  });
}

function notYours({ named, path }: FoundTarget, principal: string, type: string): Finding {
  const details = `${principal} may not send the control ${type} to ${named.id}: it is in none of the groups that the policy allows`;
  return { code: codes.notAuthorized, path, details, object: named, values: { details: 'the group of the device' } };
}
