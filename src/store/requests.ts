/** Requests in hand and their tasks. Whether a step may happen is decided here, by the row, in the statement that does it. */
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { JsonObject } from '../ports/object-store.js';
import type {
  NewRequest,
  NewTask,
  ReplyTo,
  RequestReads,
  RequestWrites,
  StoredRequest,
  Task,
  TaskState,
  TaskStep,
} from '../ports/requests.js';
import type { Engine } from './engine.js';
import { json, jsonOrNull, withoutNulls } from './rows.js';
import type { Db, RequestsTable, TasksTable } from './tables.js';

/** More than one request with one correlation id is rare; a caller who makes hundreds gets the latest. */
const correlationLimit = 10;

/** Literally as in the index `tasks_active`, which serves no other words. */
const isActive = sql<boolean>`(state = 'accepted' or state = 'waiting' or state = 'sent' or state = 'unknown')`;
const isActiveTask = sql<boolean>`(tasks.state = 'accepted' or tasks.state = 'waiting' or tasks.state = 'sent' or tasks.state = 'unknown')`;
const isOpen = sql<boolean>`state = 'open'`;

/** Reads over `db`, which is a transaction or not. */
export function requestReads({ anyOf }: Pick<Engine, 'anyOf'>, db: Db): RequestReads {
  return {
    request: async (id) => {
      const row = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst();
      return row && storedRequest(row);
    },

    requestsByCorrelation: async (principal, correlationId, noun, limit = correlationLimit) => {
      let query = db
        .selectFrom('requests')
        .selectAll()
        .where('principal', '=', principal)
        .where('correlation_id', '=', correlationId);
      if (noun !== undefined) query = query.where('noun', '=', noun);
      const rows = query.orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit);
      return (await rows.execute()).map(storedRequest);
    },

    requests: async ({ noun, state, after, limit }) => {
      let query = db.selectFrom('requests').selectAll();
      if (state !== undefined) query = query.where('state', '=', sql.lit(state));
      if (noun !== undefined) query = query.where('noun', '=', noun);
      if (after !== undefined) {
        const { receivedAt, id } = after;
        query = query.where('received_at', '>=', receivedAt);
        query = query.where((eb) => eb.or([eb('received_at', '>', receivedAt), eb('id', '>', id)]));
      }
      return (await query.orderBy('received_at').orderBy('id').limit(limit).execute()).map(storedRequest);
    },

    openRequests: async (principal) => {
      let query = db
        .selectFrom('requests')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where(isOpen);
      if (principal !== undefined) query = query.where('principal', '=', principal);
      return Number((await query.executeTakeFirstOrThrow()).count);
    },

    tasks: async (requestId, { states, after, limit } = {}) => {
      let query = db.selectFrom('tasks').selectAll().where('request_id', '=', requestId);
      if (states !== undefined) query = query.where(anyOf(sql.ref('state'), states));
      if (after !== undefined) query = query.where('seq', '>', after);
      query = query.orderBy('seq');
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map(storedTask);
    },

    activeTasks: async (devices) => {
      const active = db
        .selectFrom('tasks')
        .selectAll()
        .where(anyOf(sql.ref('device'), devices))
        .where(isActive)
        // looked up for each task: as a condition of its own PostgreSQL joins it with all requests that are open
        .where(sql<boolean>`(select r.state from requests as r where r.id = request_id) = 'open'`);
      return (await active.orderBy('request_id').orderBy('seq').execute()).map(storedTask);
    },

    requestsToTakeUp: async ({ noun, now, homes, after, limit }) => {
      let query = db
        .selectFrom('tasks')
        .innerJoin('requests', 'requests.id', 'tasks.request_id')
        .select('requests.id')
        .distinct()
        .where(isActiveTask)
        .where('requests.state', '=', sql.lit('open'))
        .where('requests.noun', '=', noun)
        .where((eb) =>
          eb.or([
            eb('tasks.state', '=', sql.lit('sent')),
            eb('tasks.state', '=', sql.lit('unknown')),
            eb('requests.due', '<=', now),
          ]),
        );
      if (homes !== undefined) query = query.where(anyOf(sql.ref('requests.home'), homes));
      if (after !== undefined) query = query.where('requests.id', '>', after);
      return (await query.orderBy('requests.id').limit(limit).execute()).map(({ id }) => id);
    },

    taskCounts: async (requestId) => {
      const rows = await db
        .selectFrom('tasks')
        .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
        .where('request_id', '=', requestId)
        .groupBy('state')
        .execute();
      const counts: Partial<Record<TaskState, number>> = {};
      for (const { state, count } of rows) counts[state] = Number(count);
      return counts;
    },
  };
}

/** One step of a task, with the guard in the statement: parameters as `stepParameters` lists them. */
export const guardedStep = sql`update tasks set state = ${null}, job_id = nullif(coalesce(${null}, job_id), ''),
outcome = coalesce(${null}, outcome), changed_at = ${null}
where request_id = ${null} and seq = ${null} and ${null} like '%,' || state || ',%'`;
const stepTold = sql`${guardedStep} returning seq`;

const newData = sql`update tasks set data = ${null} where request_id = ${null} and seq = ${null} returning seq`;

export function stepParameters({ requestId, seq, from, to, jobId, outcome, at }: TaskStep): readonly unknown[] {
  return [to, jobId ?? null, jsonOrNull(outcome) ?? null, at, requestId, seq, `,${from.join(',')},`];
}

/**
 * Of a request that is found by its id. In these words, since a planner to which the table is small would take an index of open requests, and
 * then read all of them for one id.
 */
export const stillOpen = (state: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(state)}, '') = 'open'`;

/** The end of a request, once: its reply, the time, its id. */
export const guardedEnd = sql`update requests set state = 'final', reply = ${null}, ended_at = ${null}
where id = ${null} and ${stillOpen('state')}`;

/**
 * Writes over the transaction `db`.
 * @param home the process that has new requests in hand
 */
export function requestWrites(engine: Engine, db: Db, home: number): RequestWrites {
  return {
    addRequest: async (request, tasks) => {
      const rows = tasks.map((task) => taskRow(request.id, task, request.receivedAt));
      await Promise.all([
        engine.insertMany(db, 'requests', [requestRow(request, home)]),
        engine.insertMany(db, 'tasks', rows),
      ]);
    },

    addTasks: (requestId, tasks, at) =>
      engine.insertMany(
        db,
        'tasks',
        tasks.map((task) => taskRow(requestId, task, at)),
      ),

    changeTasks: async (requestId, changes) => {
      const rows = changes.map(({ seq, data }) => [JSON.stringify(data), requestId, seq]);
      await engine.changeEach(db, newData, rows);
    },

    stepTasks: (steps) => engine.changeEach(db, stepTold, steps.map(stepParameters)),

    changeRequest: async (id, { body, due, deadline }) => {
      const { numUpdatedRows } = await db
        .updateTable('requests')
        .set({
          state: 'open', // so that there is something to set
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(due === undefined ? {} : { due }),
          ...(deadline === undefined ? {} : { deadline }),
        })
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    endRequest: async (id, reply, at) => {
      const { numUpdatedRows } = await db
        .updateTable('requests')
        .set({ state: 'final', reply: jsonOrNull(reply), ended_at: at })
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    removeRequest: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('requests')
        .where('id', '=', id)
        .where('state', '=', 'final')
        .executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      await db.deleteFrom('tasks').where('request_id', '=', id).execute();
      return true;
    },

    forgetRequests: async (before, limit) => {
      const old = await db
        .selectFrom('requests')
        .select('id')
        .where('state', '=', sql.lit('final'))
        .where('ended_at', '<', before)
        .orderBy('ended_at')
        .limit(limit)
        .execute();
      const ids = old.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await Promise.all([
        db
          .deleteFrom('tasks')
          .where(engine.anyOf(sql.ref('request_id'), ids))
          .execute(),
        db
          .deleteFrom('requests')
          .where(engine.anyOf(sql.ref('id'), ids))
          .execute(),
      ]);
      return ids.length;
    },
  };
}

/** The row of a new request, in the hand of the process `home`. */
export function requestRow(request: NewRequest, home: number): Insertable<RequestsTable> {
  const { replyTo } = request;
  return {
    id: request.id,
    noun: request.noun,
    verb: request.verb,
    principal: request.principal,
    correlation_id: request.correlationId,
    message_id: request.messageId ?? null,
    reply_kind: replyTo.kind,
    reply_endpoint: replyTo.kind === 'endpoint' ? replyTo.name : null,
    received_at: request.receivedAt,
    due: request.due,
    deadline: request.deadline,
    priority: request.priority,
    state: 'open',
    header: JSON.stringify(request.header),
    body: JSON.stringify(request.body),
    home,
  };
}

/** The row of a new task. */
export function taskRow(requestId: string, task: NewTask, at: number): Insertable<TasksTable> {
  return {
    request_id: requestId,
    seq: task.seq,
    entry: task.entry,
    device: task.device,
    head_end: task.headEnd,
    action: task.action,
    state: task.state,
    job_id: task.jobId ?? null,
    changed_at: at,
    data: JSON.stringify(task.data),
  };
}

function storedRequest(row: Selectable<RequestsTable>): StoredRequest {
  return {
    id: row.id,
    noun: row.noun,
    verb: row.verb,
    principal: row.principal,
    correlationId: row.correlation_id,
    replyTo: replyToOf(row),
    header: json<JsonObject>(row.header),
    body: json<JsonObject>(row.body),
    receivedAt: row.received_at,
    due: row.due,
    deadline: row.deadline,
    priority: row.priority,
    state: row.state,
    ...withoutNulls({
      messageId: row.message_id,
      reply: row.reply === null ? null : json<JsonObject>(row.reply),
      endedAt: row.ended_at,
    }),
  };
}

function replyToOf({ reply_kind: kind, reply_endpoint: name }: Selectable<RequestsTable>): ReplyTo {
  return kind === 'endpoint' ? { kind, name: name ?? '' } : { kind };
}

function storedTask(row: Selectable<TasksTable>): Task {
  return {
    requestId: row.request_id,
    seq: row.seq,
    entry: row.entry,
    device: row.device,
    headEnd: row.head_end,
    action: row.action,
    state: row.state,
    data: json<JsonObject>(row.data),
    changedAt: row.changed_at,
    ...withoutNulls({
      jobId: row.job_id,
      outcome: row.outcome === null ? null : json<JsonObject>(row.outcome),
    }),
  };
}
