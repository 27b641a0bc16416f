/** `cimgate policy check`: what the policy of the settings says of a wish, and by which rule. */
import type { Config } from '../config.js';
import { concerns, decide, type Wish } from '../services/policy.js';
import { policyOf } from '../wiring/policy.js';

export interface PolicyQuestion {
  readonly principal: string;
  readonly roles?: string | undefined;
  readonly verb: string;
  readonly noun: string;
  readonly controlType?: string | undefined;
  readonly source?: string | undefined;
  readonly groups?: string | undefined;
}

/** @returns the exit code: 0 when it is allowed */
export function checkPolicy(config: Config, asked: PolicyQuestion, print: (line: string) => void): number {
  const { principal, verb, noun, controlType, source } = asked;
  const roles = asked.roles === undefined ? rolesOf(config, principal) : listOf(asked.roles);
  const rules = policyOf(config);
  const wish: Wish = { principal, roles, verb, noun, source, controlType };
  const groups = asked.groups === undefined ? undefined : new Set(listOf(asked.groups));
  const found = decide(rules, wish, groups);
  const who = `${principal} (${roles.length === 0 ? 'no role' : roles.join(', ')})`;
  const what = `${verb} ${noun}${controlType === undefined ? '' : ` ${controlType}`}${source === undefined ? '' : ` from ${source}`}`;
  if (found.decision === 'depends') {
    print(`${who}: ${what}: depends on the device, which must be in: ${found.groups.join(', ')}`);
    print('say --groups to see what is decided for a device in some');
    return 1;
  }
  print(`${who}: ${what}: ${found.decision}`);
  print(found.rule === undefined ? 'no rule allows it' : `by the rule "${found.rule}"`);
  const concerned = rules.filter((rule) => concerns(rule, wish));
  for (const { name, effect, groups: its } of concerned)
    print(`  ${effect} "${name}"${its === undefined ? '' : ` for the groups ${its.join(', ')}`}`);
  return found.decision === 'allowed' ? 0 : 1;
}

/** The roles of a principal of the settings. */
function rolesOf({ security }: Config, principal: string): readonly string[] {
  const { principals = [] } = security as {
    readonly principals?: readonly { readonly name: string; readonly roles: readonly string[] }[];
  };
  const found = principals.find(({ name }) => name === principal);
  if (found === undefined) throw new Error(`there is no principal ${principal} in the settings; say --roles`);
  return found.roles;
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
