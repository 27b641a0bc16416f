/**
 * What a reply endpoint and a subscription must look like, wherever they come from: the configuration file and the API are checked
 * by the same rules. The shapes are those of ports/registry.ts, which main.ts holds them against.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import { compressAbove, dialectName, era, form } from './dialects.js';

export const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes and underscores')
  .refine((text) => text !== 'poll', 'must not be "poll": as a ReplyAddress that means that the reply is fetched');

const text = z.string().min(1).max(2048);

export const secret = z.union(
  [z.strictObject({ env: text }), z.strictObject({ file: text }), z.strictObject({ value: z.string().max(65_536) })],
  'must be one of {env: NAME}, {file: PATH}, {value: TEXT}',
);

export const httpUrl = z
  .string()
  .max(2048)
  .refine(
    (given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol),
    'must be an http or https address',
  )
  .refine((given) => {
    if (!URL.canParse(given)) return true;
    const { username, password, hash } = new URL(given);
    return username === '' && password === '' && hash === '';
  }, 'must have no user, password or fragment; give credentials under auth');

export const network = z.string().refine((given) => {
  const [address = '', bits] = given.split('/');
  const family = isIP(address);
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
}, 'must be a network such as 10.1.0.0/16 or fd00::/8');

const user = z.string().min(1).max(256);

/** How the gateway shows who it is to somebody it calls. */
export const auth = z
  .strictObject({
    basic: z.strictObject({ user: user.refine((u) => !u.includes(':'), 'must have no colon'), password: secret }),
    usernameToken: z.strictObject({ user, password: secret, digest: z.boolean().optional() }),
    signature: z.strictObject({ key: secret, certificate: secret }),
  })
  .partial()
  .default({});

export const tls = z.strictObject({ ca: secret, certificate: secret, key: secret }).partial().default({});

/** Arguments of a refinement of what has `tls`. */
export const tlsPairs = [
  (given: { readonly tls: z.infer<typeof tls> }): boolean =>
    (given.tls.certificate === undefined) === (given.tls.key === undefined),
  { message: 'a client certificate and its key go together', path: ['tls'] as string[] },
] as const;

export const replyEndpoint = z
  .strictObject({
    name,
    url: httpUrl,
    soap: z.enum(['1.1', '1.2']).default('1.1'),
    auth,
    tls,
    era: era.default('2011'),
    /** Typed when absent. */
    form: form.optional(),
    dialect: dialectName.optional(),
    /** That of the dialect when absent. */
    compressAbove: compressAbove.optional(),
    replies: z.enum(['response', 'event']).default('response'),
    active: z.boolean().default(true),
    connections: z.int().min(1).max(100).default(4),
    /** Who may name it; everybody when absent, and nobody when empty. */
    principals: z.array(z.string().trim().min(1).max(256)).max(10_000).optional(),
    allowNetworks: z.array(network).max(100).optional(),
  })
  .refine(...tlsPairs);

const list = z.array(z.string().min(1).max(256)).min(1).max(10_000).optional();

export const subscription = z
  .strictObject({
    /** By default the endpoint and the noun. */
    name: name.optional(),
    endpoint: name,
    noun: z.string().regex(/^[A-Z][A-Za-z]{0,63}$/, 'must be a noun such as EndDeviceEvents'),
    active: z.boolean().default(true),
    filter: z
      .strictObject({ types: list, devices: list, usagePoints: list, groups: list, readingTypes: list })
      .default({}),
  })
  .transform((given) => ({ ...given, name: given.name ?? `${given.endpoint}-${given.noun}` }));

export type ReplyEndpointSettings = z.infer<typeof replyEndpoint>;
export type SubscriptionSettings = z.infer<typeof subscription>;

/** The problems of something that is no endpoint or no subscription, a line each: where, and what must be there. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** @param dialects names of those there are */
export function checkReplyEndpoint(given: unknown, dialects: readonly string[] = []): Checked<ReplyEndpointSettings> {
  const result = checked(replyEndpoint, given);
  const problem = result.ok ? unknownDialect(result.value, dialects) : undefined;
  return problem === undefined ? result : { ok: false, problems: [`dialect: ${problem}`] };
}

function unknownDialect({ dialect }: ReplyEndpointSettings, dialects: readonly string[]): string | undefined {
  if (dialect === undefined || dialects.includes(dialect)) return undefined;
  return `there is no ${dialect} under dialects`;
}

export function checkSubscription(given: unknown): Checked<SubscriptionSettings> {
  return checked(subscription, given);
}

function checked<T>(schema: z.ZodType<T>, given: unknown): Checked<T> {
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    problems: result.error.issues.map(({ path, message }) =>
      [path.join('.'), message].filter((t) => t !== '').join(': '),
    ),
  };
}

/** JSON Schema of both, for those who register by the API; there a secret may also be the word that it stays as it is. */
export function registrationSchemas(): { readonly ReplyEndpoint: object; readonly Subscription: object } {
  const kept = { type: 'object', properties: { kept: { const: true } }, required: ['kept'] };
  const schemaOf = (schema: z.ZodType): object => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema === secret) jsonSchema.anyOf?.push(kept as never);
      },
    });
    return rest;
  };
  return { ReplyEndpoint: schemaOf(replyEndpoint), Subscription: schemaOf(subscription) };
}

/** What is wrong with the lists of a configuration as a whole, with the path of each. */
export function registrationProblems(
  endpoints: readonly ReplyEndpointSettings[],
  subscriptions: readonly SubscriptionSettings[],
  dialects: readonly string[],
): readonly (readonly [path: string, problem: string])[] {
  const problems: [string, string][] = [];
  const names = new Set<string>();
  const urls = new Map<string, string>();
  endpoints.forEach((endpoint, at) => {
    if (names.has(endpoint.name)) problems.push([`replyEndpoints.${at}.name`, `${endpoint.name} stands there twice`]);
    names.add(endpoint.name);
    const unknown = unknownDialect(endpoint, dialects);
    if (unknown !== undefined) problems.push([`replyEndpoints.${at}.dialect`, unknown]);
    const { href } = new URL(endpoint.url);
    const other = urls.get(href);
    if (other !== undefined)
      problems.push([`replyEndpoints.${at}.url`, `${other} has the same address; a ReplyAddress must tell them apart`]);
    urls.set(href, endpoint.name);
  });
  const known = new Set<string>();
  subscriptions.forEach(({ name: own, endpoint }, at) => {
    if (known.has(own)) problems.push([`subscriptions.${at}.name`, `${own} stands there twice`]);
    known.add(own);
    if (!names.has(endpoint))
      problems.push([`subscriptions.${at}.endpoint`, `there is no ${endpoint} under replyEndpoints`]);
  });
  return problems;
}
