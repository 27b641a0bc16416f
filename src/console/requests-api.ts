/** Requests in hand by the API: where each stands, device by device, and what was sent for it. */
import type { JsonObject, ObjectStore } from '../ports/object-store.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { viewOf as deliveryView } from './deliveries-api.js';
import { ApiProblem, integerOf, limitOf, timeOf, wordOf, type ApiRoute } from './route.js';

const states = ['open', 'final'] as const;

export function requestRoutes(
  store: Pick<ObjectStore, 'request' | 'requests' | 'tasks' | 'taskCounts' | 'deliveries'>,
): readonly ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/requests',
      summary: 'Asynchronous requests in order of their arrival.',
      query: {
        noun: { description: 'Only requests of this noun.' },
        state: { description: 'Open, or ended by a final reply.', values: states },
        after: { description: 'The `next` of the page before.' },
        limit: { description: 'Most entries, 1 to 1000; 100 by default.', integer: true },
      },
      answer: 'Requests',
      handle: async (asked) => {
        const { noun, state, after } = asked.query;
        const limit = limitOf(asked);
        const query = { noun, state: wordOf(state, 'state', states), after: placeOf(after), limit };
        const rows = await store.requests(query);
        const last = rows.length === limit ? rows.at(-1) : undefined;
        const next = last && `${last.receivedAt}.${last.id}`;
        return { status: 200, body: { requests: rows.map(viewOf), next } };
      },
    },
    {
      method: 'get',
      path: '/requests/{id}',
      summary: 'One request with its devices and the messages sent for it.',
      query: {
        after: { description: 'The `next` of the page of tasks before.', integer: true },
        limit: { description: 'Most tasks, 1 to 1000; 100 by default.', integer: true },
      },
      answer: 'Request',
      handle: async (asked) => {
        const id = asked.params['id'] ?? '';
        const found = await store.request(id);
        if (found === undefined) throw new ApiProblem(404, `there is no request ${id.slice(0, 100)}`);
        const limit = limitOf(asked);
        const after = integerOf(asked.query['after'], 'after', 0, Number.MAX_SAFE_INTEGER);
        const tasks = await store.tasks(id, { after, limit });
        const deliveries = await store.deliveries({ correlationId: found.correlationId, limit: 100 });
        const body = {
          ...viewOf(found),
          header: found.header,
          counts: await store.taskCounts(id),
          tasks: tasks.map(taskView),
          next: tasks.length === limit ? tasks.at(-1)?.seq : undefined,
          deliveries: deliveries.map(deliveryView),
        };
        return { status: 200, body };
      },
    },
  ];
}

function placeOf(text: string | undefined): { readonly receivedAt: number; readonly id: string } | undefined {
  if (text === undefined) return undefined;
  const parts = /^(\d{1,15})\.(.{1,200})$/.exec(text);
  if (parts === null) throw new ApiProblem(400, 'after must be the next of the page before');
  return { receivedAt: Number(parts[1]), id: parts[2] ?? '' };
}

function viewOf(request: StoredRequest): JsonObject {
  const { id, noun, verb, principal, correlationId, messageId, state, priority, replyTo } = request;
  return {
    id,
    noun,
    verb,
    principal,
    correlationId,
    messageId,
    replyTo: replyTo,
    state,
    priority,
    receivedAt: timeOf(request.receivedAt),
    due: timeOf(request.due),
    deadline: timeOf(request.deadline),
    endedAt: request.endedAt === undefined ? undefined : timeOf(request.endedAt),
  };
}

function taskView({ seq, entry, device, headEnd, action, state, jobId, changedAt, outcome }: Task): JsonObject {
  return { seq, entry, device, headEnd, action, state, jobId, changedAt: timeOf(changedAt), outcome };
}
