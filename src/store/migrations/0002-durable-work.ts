import { type Kysely, sql } from 'kysely';
import type { SchemaTraits } from '../engine.js';

/** Durable work: requests with their tasks, jobs, the outbox, kept answers, and the registry's own entries. */
export async function durableWork(db: Kysely<unknown>, traits: SchemaTraits): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('requests')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('verb', 'text', (column) => column.notNull())
    .addColumn('principal', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('reply_kind', 'text', (column) => column.notNull())
    .addColumn('reply_endpoint', 'text')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('deadline', 'bigint', (column) => column.notNull())
    .addColumn('priority', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('header', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('reply', 'text')
    .execute();
  await schema.createIndex('requests_by_time').on('requests').columns(['received_at', 'id']).execute();
  await schema
    .createIndex('requests_open_by_time')
    .on('requests')
    .columns(['received_at', 'id'])
    .where(sql.ref('state'), '=', sql.lit('open'))
    .execute();
  await schema
    .createIndex('requests_by_correlation')
    .on('requests')
    .columns(['principal', 'correlation_id', 'received_at'])
    .execute();
  await schema
    .createIndex('requests_open_by_principal')
    .on('requests')
    .column('principal')
    .where(sql.ref('state'), '=', sql.lit('open'))
    .execute();
  await schema
    .createIndex('requests_by_end')
    .on('requests')
    .column('ended_at')
    .where(sql.ref('state'), '=', sql.lit('final'))
    .execute();

  await traits
    .keyed(schema.createTable('tasks'))
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('entry', 'integer', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('head_end', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('job_id', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addPrimaryKeyConstraint('tasks_key', ['request_id', 'seq'])
    .execute();
  // In the very words of the query: a partial index serves only conditions that it can read off the text.
  await sql`create index tasks_active on tasks (device) where (state = 'accepted' or state = 'waiting' or state = 'sent' or state = 'unknown')`.execute(
    db,
  );

  await traits
    .keyed(schema.createTable('jobs'))
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('jobs_key', ['queue', 'key'])
    .execute();
  await schema.createIndex('jobs_by_due').on('jobs').columns(['queue', 'due']).execute();

  await schema
    .createTable('deliveries')
    .addColumn('seq', traits.keyType, (column) => traits.numbered(column))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('endpoint', 'text', (column) => column.notNull())
    .addColumn('correlation_id', 'text', (column) => column.notNull())
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt', 'bigint', (column) => column.notNull())
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('xml', 'text', (column) => column.notNull())
    .execute();
  const deliveryIndex = (name: string) => schema.createIndex(`deliveries_${name}`).on('deliveries');
  const inState = (state: string) => [sql.ref('state'), '=', sql.lit(state)] as const;
  await deliveryIndex('waiting')
    .columns(['endpoint', 'seq', 'next_attempt', 'correlation_id'])
    .where(...inState('waiting'))
    .execute();
  await deliveryIndex('by_correlation').columns(['correlation_id', 'endpoint', 'state', 'seq']).execute();
  await deliveryIndex('delivered')
    .column('ended_at')
    .where(...inState('delivered'))
    .execute();
  await deliveryIndex('dead')
    .column('seq')
    .where(...inState('dead'))
    .execute();

  await schema
    .createTable('answers')
    .addColumn('principal', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addUniqueConstraint('answers_key', ['principal', 'message_id'])
    .execute();
  await schema.createIndex('answers_by_age').on('answers').column('at').execute();

  for (const table of ['endpoints', 'subscriptions']) {
    await schema
      .createTable(table)
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
  }
}
