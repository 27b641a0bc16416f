/** The outbox: what is to be delivered, in the order in which it was written. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Delivery, DeliveryState, NewDelivery, OutboxReads, OutboxWrites } from '../ports/outbox.js';
import type { Engine } from './engine.js';
import { withoutNulls } from './rows.js';
import type { Db, DeliveriesTable } from './tables.js';

/** Literally as in the partial indexes, which serve no other words. */
const isWaiting = sql<boolean>`d.state = 'waiting'`;

/** Nothing written earlier for the same endpoint and correlation still waits: this one's turn has come. */
const isFirst = sql<boolean>`not exists (select 1 from deliveries as e where e.correlation_id = d.correlation_id
and e.endpoint = d.endpoint and e.state = 'waiting' and e.seq < d.seq)`;

/** Reads over `db`, which is a transaction or not. */
export function outboxReads({ anyOf }: Pick<Engine, 'anyOf'>, db: Db): OutboxReads {
  return {
    dueDeliveries: async ({ endpoint, now, except, limit }) => {
      let query = db.selectFrom('deliveries as d').selectAll().where('endpoint', '=', endpoint).where(isWaiting);
      query = query.where('next_attempt', '<=', now).where(isFirst);
      if (except.length > 0) query = query.where((eb) => eb.not(anyOf(eb.ref('correlation_id'), except)));
      return (await query.orderBy('seq').limit(limit).execute()).map(delivery);
    },

    waitingEndpoints: async () => {
      const rows = await db
        .selectFrom('deliveries as d')
        .select((eb) => ['endpoint', eb.fn.min<number>('next_attempt').as('nextAttempt')])
        .where(isWaiting)
        .where(isFirst)
        .groupBy('endpoint')
        .orderBy('endpoint')
        .execute();
      return rows;
    },

    outboxDepth: async () => {
      const count = (state: DeliveryState) =>
        db
          .selectFrom('deliveries')
          .select((eb) => ['endpoint', eb.fn.countAll<number>().as('count')])
          .where('state', '=', sql.lit(state))
          .groupBy('endpoint')
          .orderBy('endpoint')
          .execute();
      const depth = new Map<string, { endpoint: string; waiting: number; dead: number }>();
      for (const state of ['waiting', 'dead'] as const)
        for (const { endpoint, count: rows } of await count(state))
          depth.set(endpoint, { waiting: 0, dead: 0, ...depth.get(endpoint), endpoint, [state]: Number(rows) });
      return [...depth.values()];
    },

    delivery: async (id) => {
      const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      return row && delivery(row);
    },

    deliveries: async ({ endpoint, state, correlationId, before, limit }) => {
      let query = db.selectFrom('deliveries').selectAll();
      if (endpoint !== undefined) query = query.where('endpoint', '=', endpoint);
      if (state !== undefined) query = query.where('state', '=', sql.lit(state));
      if (correlationId !== undefined) query = query.where('correlation_id', '=', correlationId);
      if (before !== undefined) query = query.where('seq', '<', before);
      return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(delivery);
    },
  };
}

const attempt = sql`update deliveries set state = ${null}, attempts = attempts + 1,
next_attempt = coalesce(${null}, next_attempt), last_error = ${null}, ended_at = ${null}
where id = ${null} and state = 'waiting' returning seq`;

/** Writes over the transaction `db`. */
export function outboxWrites(engine: Engine, db: Db): OutboxWrites {
  return {
    addDeliveries: (deliveries) => engine.insertMany(db, 'deliveries', deliveries.map(deliveryRow)),

    noteAttempts: async (attempts) => {
      const rows = attempts.map(({ id, state, at, nextAttempt, error }) => [
        state,
        nextAttempt ?? null,
        error ?? null,
        state === 'waiting' ? null : at,
        id,
      ]);
      await engine.changeEach(db, attempt, rows);
    },

    reviveDeliveries: async (ids, at) => {
      const { numUpdatedRows } = await db
        .updateTable('deliveries')
        .set({ state: 'waiting', attempts: 0, next_attempt: at, since: at, ended_at: null })
        .where(engine.anyOf(sql.ref('id'), ids))
        .where('state', '=', 'dead')
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    forgetDeliveries: async (before, limit) => {
      const old = db
        .selectFrom('deliveries')
        .select('seq')
        .where('state', '=', sql.lit('delivered'))
        .where('ended_at', '<', before)
        .orderBy('ended_at')
        .limit(limit);
      const { numDeletedRows } = await db.deleteFrom('deliveries').where('seq', 'in', old).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** The row of a new delivery: it can be sent at once. */
export function deliveryRow(delivery: NewDelivery): Insertable<DeliveriesTable> {
  return {
    id: delivery.id,
    endpoint: delivery.endpoint,
    correlation_id: delivery.correlationId,
    noun: delivery.noun,
    action: delivery.action,
    state: 'waiting',
    attempts: 0,
    next_attempt: delivery.createdAt,
    created_at: delivery.createdAt,
    since: delivery.createdAt,
    xml: delivery.xml,
  };
}

function delivery(row: Selectable<DeliveriesTable>): Delivery {
  return {
    seq: row.seq,
    id: row.id,
    endpoint: row.endpoint,
    correlationId: row.correlation_id,
    noun: row.noun,
    action: row.action,
    xml: row.xml,
    createdAt: row.created_at,
    state: row.state,
    since: row.since,
    attempts: row.attempts,
    nextAttempt: row.next_attempt,
    ...withoutNulls({ lastError: row.last_error, endedAt: row.ended_at }),
  };
}
