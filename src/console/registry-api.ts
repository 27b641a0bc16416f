/** Reply endpoints and subscriptions by the API: seen, made, changed, removed. */
import type { JsonObject } from '../ports/object-store.js';
import { gatewayNames, type Caller } from '../message/caller.js';
import { mayName, type Registry, type ReplyEndpoint, type Subscription } from '../ports/registry.js';
import { ApiProblem, type ApiRequest, type ApiRoute } from './route.js';
import { keepsSecrets, withKeptSecrets, withoutSecrets } from './secrets.js';

/** The registry as the API needs it; delivery/registry.ts is one. */
export interface RegistryManager extends Registry {
  allSubscriptions(): readonly Subscription[];
  isConfigured(kind: 'endpoint' | 'subscription', name: string): boolean;
  saveEndpoint(endpoint: ReplyEndpoint): Promise<void>;
  removeEndpoint(name: string): Promise<void>;
  saveSubscription(subscription: Subscription): Promise<void>;
  removeSubscription(name: string): Promise<void>;
}

type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** The rules of the configuration, which are those of the API. */
export interface RegistrationRules {
  endpoint(given: unknown): Checked<ReplyEndpoint>;
  subscription(given: unknown): Checked<Subscription>;
}

/** @param refused records, before it is answered, that somebody may not do what he asked for */
export function registryRoutes(
  registry: RegistryManager,
  rules: RegistrationRules,
  refused: Refused,
): readonly ApiRoute[] {
  return [...endpointRoutes(registry, rules), ...subscriptionRoutes(registry, rules, refused)];
}

type Refused = (caller: Caller | undefined, path: string) => Promise<void>;

function endpointRoutes(registry: RegistryManager, rules: RegistrationRules): readonly ApiRoute[] {
  const view = (endpoint: ReplyEndpoint): JsonObject => ({
    ...withoutSecrets(endpoint as unknown as JsonObject),
    configured: registry.isConfigured('endpoint', endpoint.name),
  });
  return [
    {
      method: 'get',
      path: '/endpoints',
      summary: 'Reply endpoints: whom the gateway may call.',
      answer: 'ReplyEndpoints',
      handle: async () => ({ status: 200, body: { endpoints: registry.endpoints().map(view) } }),
    },
    {
      method: 'get',
      path: '/endpoints/{name}',
      summary: 'One reply endpoint. Of a secret only its place is told, or that there is one.',
      answer: 'RegisteredEndpoint',
      handle: async (request) => {
        const found = registry.endpoint(nameOf(request)) ?? missing('endpoint', nameOf(request));
        return { status: 200, body: view(found) };
      },
    },
    {
      method: 'put',
      path: '/endpoints/{name}',
      summary: 'Makes a reply endpoint, or replaces it. A secret given as {"kept": true} stays as it is.',
      body: 'ReplyEndpoint',
      answer: 'RegisteredEndpoint',
      handle: async (request) => {
        const before = registry.endpoint(nameOf(request));
        const body = named(request);
        const given = withKeptSecrets(body, before as unknown as JsonObject | undefined);
        const endpoint = valid(rules.endpoint(given), 'reply endpoint');
        if (before !== undefined && keepsSecrets(body) && originOf(before.url) !== originOf(endpoint.url))
          throw new ApiProblem(
            400,
            `secrets are kept for ${originOf(before.url)} only; give them anew for ${originOf(endpoint.url)}`,
          );
        await asked(registry.saveEndpoint(endpoint));
        return { status: before === undefined ? 201 : 200, body: view(endpoint) };
      },
    },
    {
      method: 'delete',
      path: '/endpoints/{name}',
      summary: 'Removes a reply endpoint that no subscription uses and no message waits for.',
      handle: async (request) => {
        await asked(registry.removeEndpoint(nameOf(request)));
        return { status: 204 };
      },
    },
  ];
}

function subscriptionRoutes(
  registry: RegistryManager,
  rules: RegistrationRules,
  refused: Refused,
): readonly ApiRoute[] {
  const view = (subscription: Subscription): JsonObject => ({
    ...(subscription as unknown as JsonObject),
    configured: registry.isConfigured('subscription', subscription.name),
  });
  const find = (wanted: string): Subscription | undefined =>
    registry.allSubscriptions().find(({ name }) => name === wanted);
  return [
    {
      method: 'get',
      path: '/subscriptions',
      summary: 'Subscriptions: which endpoint hears of what.',
      answer: 'Subscriptions',
      handle: async () => ({ status: 200, body: { subscriptions: registry.allSubscriptions().map(view) } }),
    },
    {
      method: 'get',
      path: '/subscriptions/{name}',
      summary: 'One subscription.',
      answer: 'RegisteredSubscription',
      handle: async (request) => {
        const found = find(nameOf(request)) ?? missing('subscription', nameOf(request));
        return { status: 200, body: view(found) };
      },
    },
    {
      method: 'put',
      path: '/subscriptions/{name}',
      summary: 'Makes a subscription, or replaces it.',
      body: 'Subscription',
      answer: 'RegisteredSubscription',
      handle: async (request) => {
        const isNew = find(nameOf(request)) === undefined;
        const subscription = valid(rules.subscription(named(request)), 'subscription');
        const endpoint = registry.endpoint(subscription.endpoint);
        if (endpoint !== undefined && !mayName(request.caller?.principal, endpoint)) {
          await refused(request.caller, `/subscriptions/${subscription.name}`);
          const who = request.caller?.principal ?? gatewayNames.anonymous;
          throw new ApiProblem(403, `${who} may not name the endpoint ${endpoint.name}; nothing was done`);
        }
        await asked(registry.saveSubscription(subscription));
        return { status: isNew ? 201 : 200, body: view(subscription) };
      },
    },
    {
      method: 'delete',
      path: '/subscriptions/{name}',
      summary: 'Removes a subscription; what was written for it already is delivered all the same.',
      handle: async (request) => {
        await asked(registry.removeSubscription(nameOf(request)));
        return { status: 204 };
      },
    },
  ];
}

/** To whom a secret is shown. */
function originOf(url: string): string {
  return new URL(url).origin;
}

function nameOf({ params }: ApiRequest): string {
  return params['name'] ?? '';
}

function missing(what: string, name: string): never {
  throw new ApiProblem(404, `there is no ${what} ${name.slice(0, 100)}`);
}

/** The body with the name of the address in it, which may be left out of it and must not be another one. */
function named(request: ApiRequest): JsonObject {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ApiProblem(400, 'the body must be a JSON object');
  // what an answer adds to it may come back
  const { configured: _, ...given } = body as JsonObject;
  const name = nameOf(request);
  if (given['name'] !== undefined && given['name'] !== name)
    throw new ApiProblem(400, `the body names another one than the address, which says ${name}`);
  return { ...given, name };
}

function valid<T>(checked: Checked<T>, what: string): T {
  if (checked.ok) return checked.value;
  throw new ApiProblem(400, `this is no ${what}`, checked.problems);
}

/** Refusals of the registry as problems of the caller. */
async function asked(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RegistryRefusal') throw error;
    throw new ApiProblem((error as Error & { readonly kind?: string }).kind === 'unknown' ? 404 : 409, error.message);
  }
}
