/**
 * Who may do what: a table of rules by principal, role, verb, noun, control type, group of devices and Source (IEC 62351-8: roles,
 * and nothing is allowed that no rule allows). Pure; knows nothing of messages, stores and how somebody has shown who he is.
 */
import { gatewayNames } from '../message/caller.js';
import { isDisconnectCode, namesDisconnect } from '../message/codes/disconnects.js';
import { matchesMask } from '../message/codes/end-device-code.js';

/** What is left out of a rule holds for all there is, but for two: disconnects must be named, and groups are of controls only. */
export interface PolicyRule {
  /** For the audit and for `cimgate policy check`. */
  readonly name: string;
  /** One rule that denies outweighs all that allow. */
  readonly effect: 'allow' | 'deny';
  readonly roles?: readonly string[] | undefined;
  readonly principals?: readonly string[] | undefined;
  readonly verbs?: readonly string[] | undefined;
  /** Nouns, and what the API calls its parts (`API/deliveries`); a `*` at the end stands for any end, one in front for any beginning. */
  readonly nouns?: readonly string[] | undefined;
  /** Masks such as `*.31.*.*`. A rule that allows covers disconnects only where a mask of its own names them: `*` as third or fourth part does not. */
  readonly controlTypes?: readonly string[] | undefined;
  /** Names or mRIDs of groups of devices or usage points: the rule holds for their members only. */
  readonly groups?: readonly string[] | undefined;
  /** What Header/Source must say. */
  readonly sources?: readonly string[] | undefined;
}

/** What somebody wants to do. */
export interface Wish {
  /** `anonymous` where nobody has shown who he is. */
  readonly principal: string;
  readonly roles: readonly string[];
  readonly verb: string;
  readonly noun: string;
  readonly source?: string | undefined;
  /** Absent where nothing is commanded. */
  readonly controlType?: string | undefined;
}

/** `depends`: on the groups that the devices are in. */
export type Decision =
  | { readonly decision: 'allowed'; readonly rule: string }
  | { readonly decision: 'denied'; readonly rule?: string | undefined }
  | { readonly decision: 'depends'; readonly groups: readonly string[] };

export const { anonymous } = gatewayNames;

/** Whether a rule speaks of this wish, whatever the groups. */
export function concerns(rule: PolicyRule, { principal, roles, verb, noun, source, controlType }: Wish): boolean {
  const { roles: ofRoles, principals, verbs, nouns, sources, controlTypes } = rule;
  const isMeant =
    (ofRoles === undefined && principals === undefined) ||
    ofRoles?.some((role) => roles.includes(role)) === true ||
    principals?.includes(principal) === true;
  if (!isMeant) return false;
  if (verbs !== undefined && !verbs.includes(verb)) return false;
  if (nouns !== undefined && !nouns.some((pattern) => fits(pattern, noun))) return false;
  if (sources !== undefined && (source === undefined || !sources.includes(source))) return false;
  if (controlType === undefined) return true;
  if (controlTypes !== undefined && !controlTypes.some((mask) => matchesMask(controlType, mask))) return false;
  if (rule.effect === 'deny' || !isDisconnectCode(controlType)) return true;
  return controlTypes?.some((mask) => namesDisconnect(mask)) === true;
}

/** Whether a noun fits a pattern. */
function fits(pattern: string, noun: string): boolean {
  if (pattern === '*') return !noun.startsWith('API/');
  if (pattern.endsWith('*')) return noun.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? noun.endsWith(pattern.slice(1)) : pattern === noun;
}

/** By which verbs, and of which nouns, a device can come to be disconnected. */
const disconnectingVerbs = ['create', 'change'];
const disconnectingNouns = ['EndDeviceControls', 'MeterServiceRequests'];

/** Whether somebody may disconnect anything at all: by some verb, from some Source, devices of some type or group. */
export function mayEverDisconnect(rules: readonly PolicyRule[], who: Pick<Wish, 'principal' | 'roles'>): boolean {
  const naming = rules
    .filter(({ effect }) => effect === 'allow')
    .flatMap(({ controlTypes = [], sources = [] }) =>
      controlTypes
        .filter((mask) => namesDisconnect(mask))
        .flatMap((mask) => [undefined, ...sources].map((source) => ({ source, controlType: mask.replace('*', '3') }))),
    );
  return naming.some((what) =>
    disconnectingVerbs.some((verb) =>
      disconnectingNouns.some((noun) => decide(rules, { ...who, ...what, verb, noun }).decision !== 'denied'),
    ),
  );
}

/**
 * What the rules say of a wish.
 * @param groups names and mRIDs of the groups that a device is in; while they are not known, what depends on them does
 */
export function decide(rules: readonly PolicyRule[], wish: Wish, groups?: ReadonlySet<string>): Decision {
  const concerned = rules.filter((rule) => concerns(rule, wish));
  const holds = (rule: PolicyRule): boolean | undefined =>
    rule.groups === undefined ? true : groups === undefined ? undefined : rule.groups.some((name) => groups.has(name));
  const denying = concerned.filter(({ effect }) => effect === 'deny');
  const denied = denying.find((rule) => holds(rule) === true);
  if (denied !== undefined) return { decision: 'denied', rule: denied.name };
  const allowing = concerned.filter(({ effect }) => effect === 'allow');
  const allowed = allowing.find((rule) => holds(rule) === true);
  const open = [...denying, ...(allowed === undefined ? allowing : [])].filter((rule) => holds(rule) === undefined);
  if (open.length > 0) return { decision: 'depends', groups: open.flatMap((rule) => rule.groups ?? []) };
  return allowed === undefined ? { decision: 'denied' } : { decision: 'allowed', rule: allowed.name };
}
