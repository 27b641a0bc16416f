/** The description of the API, made of its routes: `/api/v1/openapi.json`. */
import type { Json, JsonObject } from '../ports/object-store.js';
import type { ApiRoute } from './route.js';
import { listOf, object, text, time, whole } from './schema-parts.js';
import { safetySchemas } from './safety-schemas.js';
import { simulatorSchemas } from './simulator-schemas.js';

export interface Description {
  readonly version: string;
  /** JSON Schema of what can be registered: that by which it is checked. */
  readonly registrations: { readonly ReplyEndpoint: JsonObject; readonly Subscription: JsonObject };
}

export function openApi(routes: readonly ApiRoute[], { version, registrations }: Description): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'cimgate',
      version,
      description:
        'Reply endpoints, subscriptions, the outbox and asynchronous requests of an IEC 61968-9 gateway, for operators.',
    },
    servers: [{ url: '/api/v1' }],
    // where nobody is asked who he is, nothing; else what the settings of the listener take of these
    security: [{}, ...Object.keys(securitySchemes).map((name) => ({ [name]: [] }))],
    paths,
    components: {
      securitySchemes,
      schemas: {
        ...registrations,
        RegisteredEndpoint: registered(registrations.ReplyEndpoint),
        RegisteredSubscription: registered(registrations.Subscription),
        ...schemas,
        ...safetySchemas,
        ...(routes.some(({ path }) => path.startsWith('/simulator')) ? simulatorSchemas : {}),
      },
    },
  };
}

const securitySchemes = {
  certificate: { type: 'mutualTLS' },
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
};

/** What is told of a registration: everything, and whether it stands in the configuration. */
function registered(schema: JsonObject): JsonObject {
  const properties = { ...(schema['properties'] as JsonObject), configured: { type: 'boolean' } };
  return { ...schema, properties, required: [...(schema['required'] as readonly string[]), 'configured'] };
}

function operation({ method, path, summary, query = {}, body, answer }: ApiRoute): JsonObject {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = Object.entries(query).map(([name, { description, values, integer }]) => ({
    name,
    in: 'query',
    description,
    schema: { type: integer ? 'integer' : 'string', ...(values ? { enum: values } : {}) },
  }));
  const good: Json = { description: 'Done.', ...(answer === undefined ? {} : { content: ofJson(answer) }) };
  const problem = (description: string): Json => ({ description, content: ofJson('Problem') });
  const mayBeWrong = asked.length > 0 || body !== undefined;
  return {
    summary,
    parameters: [...places, ...asked],
    ...(body === undefined ? {} : { requestBody: { required: true, content: ofJson(body) } }),
    responses: {
      [answer === undefined ? '204' : '200']: good,
      ...(method === 'put' ? { 201: good } : {}),
      ...(mayBeWrong ? { 400: problem('The request is wrong; the answer says where.') } : {}),
      ...(places.length > 0 ? { 404: problem('There is none of this name.') } : {}),
      ...(method === 'get' ? {} : { 409: problem('It cannot be done as things stand; the answer says why.') }),
      default: problem('The request is not taken; the answer says why.'),
    },
  };
}

function ofJson(name: string): JsonObject {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

const deliveryParts = {
  id: { ...text, description: 'The MessageID.' },
  endpoint: text,
  correlationId: text,
  noun: text,
  action: text,
  state: { enum: ['waiting', 'delivered', 'dead'] },
  attempts: whole,
  createdAt: time,
} as const;

const requestParts = {
  id: text,
  noun: text,
  verb: text,
  principal: text,
  correlationId: text,
  replyTo: object({ kind: { enum: ['endpoint', 'poll', 'nobody'] }, name: text }, ['kind']),
  state: { enum: ['open', 'final'] },
  priority: { enum: ['normal', 'high'] },
  receivedAt: time,
  due: time,
  deadline: time,
} as const;

const taskParts = {
  seq: whole,
  entry: whole,
  device: text,
  headEnd: text,
  action: text,
  state: { enum: ['accepted', 'waiting', 'sent', 'succeeded', 'failed', 'canceled', 'expired', 'unknown'] },
  changedAt: time,
} as const;

const schemas: JsonObject = {
  Problem: object({ error: text, problems: { type: 'array', items: text } }, ['error']),
  ReplyEndpoints: object({ endpoints: listOf('RegisteredEndpoint') }),
  Subscriptions: object({ subscriptions: listOf('RegisteredSubscription') }),
  Delivery: object(
    { ...deliveryParts, nextAttempt: time, endedAt: time, lastError: text, xml: text },
    Object.keys(deliveryParts),
  ),
  Deliveries: object({ deliveries: listOf('Delivery'), next: whole }, ['deliveries']),
  OutboxDepth: object({ endpoints: { type: 'array', items: object({ endpoint: text, waiting: whole, dead: whole }) } }),
  Resend: {
    oneOf: [object({ ids: { type: 'array', items: text, maxItems: 10_000 } }), object({ endpoint: text })],
  },
  Revived: object({ revived: whole }),
  Task: object({ ...taskParts, jobId: text, outcome: { type: 'object' } }, Object.keys(taskParts)),
  Request: object(
    {
      ...requestParts,
      messageId: text,
      endedAt: time,
      header: { type: 'object' },
      counts: { type: 'object', additionalProperties: whole },
      tasks: listOf('Task'),
      next: whole,
      deliveries: listOf('Delivery'),
    },
    Object.keys(requestParts),
  ),
  Requests: object({ requests: listOf('Request'), next: text }, ['requests']),
};
