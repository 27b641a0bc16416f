/** Who may do what, in the settings: rules beside those of the built-in roles (docs/policy.md). */
import { z } from 'zod';

const name = z.string().trim().min(1).max(256);
const names = z.array(name).min(1).max(10_000).optional();
const mask = z
  .string()
  .regex(/^(\*|\d{1,3})(\.(\*|\d{1,3})){2}\.(\*|\d{1,3})$/, 'must be a mask of four parts such as *.31.0.23');

/** The verbs that rules may name. */
const verbs = [
  'get',
  'create',
  'change',
  'cancel',
  'close',
  'delete',
  'execute',
  'created',
  'changed',
  'canceled',
  'closed',
  'deleted',
  'reply',
] as const;

export const policyRule = z
  .strictObject({
    name,
    effect: z.enum(['allow', 'deny']).default('allow'),
    roles: names,
    principals: names,
    verbs: z.array(z.enum(verbs)).min(1).optional(),
    nouns: z
      .array(
        z.string().regex(/^(\*|\*?[A-Za-z][A-Za-z0-9/._-]*\*?)$/, 'must be a noun, or one with a * in front or behind'),
      )
      .min(1)
      .optional(),
    controlTypes: z.array(mask).min(1).optional(),
    groups: names,
    sources: names,
  })
  .refine(
    ({ roles, principals, effect }) => effect === 'deny' || roles !== undefined || principals !== undefined,
    'a rule that allows must name roles or principals',
  )
  .refine(
    ({ groups, nouns }) => groups === undefined || (nouns?.length === 1 && nouns[0] === 'EndDeviceControls'),
    'a rule with groups is about nouns: [EndDeviceControls] and nothing else',
  )
  .refine(
    ({ controlTypes, nouns }) =>
      controlTypes === undefined ||
      nouns?.every((noun) => ['EndDeviceControls', 'MeterServiceRequests', 'OperationSet'].includes(noun)) === true,
    'a rule with controlTypes must name its nouns: EndDeviceControls, MeterServiceRequests',
  );

export const policySettings = {
  /** Whether the built-in roles hold (src/services/built-in-roles.ts). */
  builtInRoles: z.boolean(),
  policy: z.array(policyRule).max(1_000),
  /** A file with further rules: a list of the same shape. */
  policyFile: z.string().min(1).optional(),
  audit: z.enum(['auto', 'off', 'changes', 'all']),
  replayDetection: z.enum(['optional', 'required']),
  /** Milliseconds: how old a message may be, and how far ahead; and how many nonces are remembered. */
  replayWindow: z.strictObject({
    past: z.int().min(1_000).max(86_400_000),
    future: z.int().min(0).max(3_600_000),
    most: z.int().min(1_000).max(10_000_000),
  }),
} as const;

export type PolicyRuleSettings = z.infer<typeof policyRule>;

/** What is wrong with the rules as a whole, with the path of each. */
export function policyProblems(
  rules: readonly PolicyRuleSettings[],
): readonly (readonly [path: string, problem: string])[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, at): readonly (readonly [string, string])[] => {
    const twice = seen.has(rule.name);
    seen.add(rule.name);
    return twice ? [[`security.policy.${at}.name`, `${rule.name} stands there twice`]] : [];
  });
}
