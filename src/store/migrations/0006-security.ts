import { type Kysely, sql } from 'kysely';
import type { SchemaTraits } from '../engine.js';

/** The audit, what may be used once only, and what the disconnect brake counts. */
export async function security(db: Kysely<unknown>, traits: SchemaTraits): Promise<void> {
  const { schema } = db;
  await traits
    .keyed(schema.createTable('audit'))
    .addColumn('chain', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['chain', 'seq'])
    .execute();
  await schema.createIndex('audit_by_time').on('audit').column('at').execute();
  for (const statement of traits.shared ? neverChangedOnPostgres : neverChangedOnSqlite)
    await sql.raw(statement).execute(db);

  await traits
    .keyed(schema.createTable('nonces'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('principal', 'text', (column) => column.notNull())
    .addColumn('nonce', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('nonces_key', ['kind', 'principal', 'nonce'])
    .execute();
  await schema.createIndex('nonces_by_end').on('nonces').column('until').execute();

  await traits
    .keyed(schema.createTable('disconnects'))
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('entry', 'integer', (column) => column.notNull())
    .addColumn('principal', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('devices', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('disconnects_key', ['request_id', 'entry'])
    .execute();
  await schema.createIndex('disconnects_by_time').on('disconnects').column('at').execute();

  await schema
    .createTable('safeguards')
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('held_messages')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('principal', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
}

/** Nobody who has only this schema's own rights changes a record; who may drop the trigger is seen by the chain. */
const neverChangedOnSqlite = ['update', 'delete'].map(
  (how) =>
    `create trigger audit_without_${how} before ${how} on audit begin select raise(abort, 'the audit is append-only'); end`,
);

const neverChangedOnPostgres = [
  `create function audit_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'the audit is append-only'; end $$`,
  `create trigger audit_without_change before update or delete on audit for each row execute function audit_is_append_only()`,
  `create trigger audit_without_truncate before truncate on audit for each statement execute function audit_is_append_only()`,
];
