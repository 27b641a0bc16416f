/** The audit and the policy by the API, for those who look after both. */
import type { AuditRecord } from '../ports/audit.js';
import type { Json, JsonObject, ObjectStore } from '../ports/object-store.js';
import { ApiProblem, limitOf, timeOf, type ApiRoute } from './route.js';

export function auditRoutes(
  store: Pick<ObjectStore, 'latestAudit' | 'auditHeads'>,
  policy: () => readonly object[],
): readonly ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/audit',
      summary:
        'What was decided, the newest first. `cimgate audit verify` proves that nothing was changed or taken out.',
      query: {
        before: { description: 'Only records from before this time: the `next` of the page before.' },
        limit: { description: 'Most entries, 1 to 1000; 100 by default.', integer: true },
      },
      answer: 'AuditRecords',
      handle: async (request) => {
        const limit = limitOf(request);
        const { before } = request.query;
        const time = before === undefined ? undefined : Date.parse(before);
        if (Number.isNaN(time)) throw new ApiProblem(400, 'before must be a time such as 2027-01-31T18:00:00Z');
        const records = await store.latestAudit(limit, time);
        const last = records.length === limit ? records.at(-1) : undefined;
        return { status: 200, body: { records: records.map(viewOf), next: last && timeOf(last.at) } };
      },
    },
    {
      method: 'get',
      path: '/audit/heads',
      summary: 'The last record of each chain: kept elsewhere they prove later that nothing was cut off.',
      answer: 'AuditHeads',
      handle: async () => ({ status: 200, body: { heads: (await store.auditHeads()).map((head) => ({ ...head })) } }),
    },
    {
      method: 'get',
      path: '/policy',
      summary: 'The rules by which it is decided who may do what.',
      answer: 'Policy',
      handle: async () => ({ status: 200, body: { rules: policy() as unknown as Json } }),
    },
  ];
}

function viewOf({ chain, seq, text, hash }: AuditRecord): JsonObject {
  return { chain, seq, hash, ...(JSON.parse(text) as JsonObject) };
}
