/** The outbox by the API: what waits, what was delivered, the dead letters, and sending them again. */
import type { JsonObject, ObjectStore } from '../ports/object-store.js';
import type { Delivery } from '../ports/outbox.js';
import { ApiProblem, integerOf, limitOf, timeOf, wordOf, type ApiRoute } from './route.js';

const states = ['waiting', 'delivered', 'dead'] as const;

/** Most messages that are sent again by one call. */
const mostRevived = 10_000;

export interface DeliveryPorts {
  readonly store: Pick<ObjectStore, 'deliveries' | 'delivery' | 'outboxDepth' | 'transaction'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells the sender that there is something to send. */
  readonly wake: () => void;
}

export function deliveryRoutes({ store, now, wake }: DeliveryPorts): readonly ApiRoute[] {
  const revive = async (ids: readonly string[]): Promise<number> => {
    const revived = await store.transaction((tx) => tx.reviveDeliveries(ids, now()));
    if (revived > 0) wake();
    return revived;
  };
  return [
    {
      method: 'get',
      path: '/deliveries',
      summary: 'Messages of the outbox, the newest first, without their text.',
      query: {
        endpoint: { description: 'Name of the reply endpoint.' },
        state: { description: 'Where it stands; dead ones are dead letters.', values: states },
        correlationId: { description: 'What ties it to a request.' },
        before: { description: 'The `next` of the page before.', integer: true },
        limit: { description: 'Most entries, 1 to 1000; 100 by default.', integer: true },
      },
      answer: 'Deliveries',
      handle: async (request) => {
        const { endpoint, correlationId, state, before } = request.query;
        const limit = limitOf(request);
        const rows = await store.deliveries({
          endpoint,
          correlationId,
          state: wordOf(state, 'state', states),
          before: integerOf(before, 'before', 0, Number.MAX_SAFE_INTEGER),
          limit,
        });
        const next = rows.length === limit ? rows.at(-1)?.seq : undefined;
        return { status: 200, body: { deliveries: rows.map(viewOf), next } };
      },
    },
    {
      method: 'get',
      path: '/deliveries/depth',
      summary: 'How many messages wait and how many are dead letters, by endpoint.',
      answer: 'OutboxDepth',
      handle: async () => {
        const endpoints = (await store.outboxDepth()).map((row) => ({ ...row }));
        return { status: 200, body: { endpoints } };
      },
    },
    {
      method: 'get',
      path: '/deliveries/{id}',
      summary: 'One message of the outbox with its text.',
      answer: 'Delivery',
      handle: async ({ params }) => {
        const found = await store.delivery(params['id'] ?? '');
        if (found === undefined) throw unknown(params['id']);
        return { status: 200, body: { ...viewOf(found), xml: found.xml } };
      },
    },
    {
      method: 'post',
      path: '/deliveries/{id}/resend',
      summary: 'Sends a dead letter again: the same message, its attempts counted from nothing.',
      answer: 'Revived',
      handle: async ({ params }) => {
        const id = params['id'] ?? '';
        const found = await store.delivery(id);
        if (found === undefined) throw unknown(id);
        if ((await revive([id])) === 0)
          throw new ApiProblem(409, `only dead letters can be sent again; this one is ${found.state}`);
        return { status: 200, body: { revived: 1 } };
      },
    },
    {
      method: 'post',
      path: '/deliveries/resend',
      summary: 'Sends dead letters again: those named, or those of an endpoint, the oldest 10000 at a time.',
      body: 'Resend',
      answer: 'Revived',
      handle: async ({ body }) => {
        const { ids, endpoint } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
        if (isTexts(ids) && endpoint === undefined) return { status: 200, body: { revived: await revive(ids) } };
        if (typeof endpoint === 'string' && ids === undefined)
          return { status: 200, body: { revived: await revive(await deadOf(store, endpoint)) } };
        throw new ApiProblem(400, `give ids, a list of at most ${mostRevived} texts, or endpoint, a name`);
      },
    },
  ];
}

/** The oldest dead letters of an endpoint. */
async function deadOf(store: DeliveryPorts['store'], endpoint: string): Promise<readonly string[]> {
  const page = 1_000;
  let ids: string[] = [];
  for (let before: number | undefined; ;) {
    const rows = await store.deliveries({ endpoint, state: 'dead', before, limit: page });
    ids = [...ids, ...rows.map(({ id }) => id)].slice(-mostRevived);
    before = rows.at(-1)?.seq;
    if (rows.length < page) return ids;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= mostRevived && value.every((one) => typeof one === 'string');
}

function unknown(id: string | undefined): ApiProblem {
  return new ApiProblem(404, `there is no delivery ${(id ?? '').slice(0, 100)}`);
}

/** A delivery without its text. */
export function viewOf(delivery: Delivery): JsonObject {
  const { id, endpoint, correlationId, noun, action, state, attempts, lastError } = delivery;
  return {
    id,
    endpoint,
    correlationId,
    noun,
    action,
    state,
    attempts,
    createdAt: timeOf(delivery.createdAt),
    nextAttempt: state === 'waiting' ? timeOf(delivery.nextAttempt) : undefined,
    endedAt: delivery.endedAt === undefined ? undefined : timeOf(delivery.endedAt),
    lastError,
  };
}
