import { type Kysely, sql } from 'kysely';
import type { SchemaTraits } from '../engine.js';

/** Which process requests and jobs belong to, and the processes there are (ADR 13). */
export async function homes(db: Kysely<unknown>, traits: SchemaTraits): Promise<void> {
  for (const table of ['requests', 'jobs'])
    await db.schema
      .alterTable(table)
      .addColumn('home', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  if (!traits.shared) return;
  await db.schema
    .createTable('members')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedByDefaultAsIdentity())
    .addColumn('served_by', 'integer', (column) => column.notNull())
    .addColumn('backend', 'integer', (column) => column.notNull())
    .addColumn('gone', 'boolean', (column) => column.notNull())
    .execute();
  // what was there before there were numbers: whoever comes first takes it over
  await sql`insert into members (id, served_by, backend, gone) values (0, 0, 0, true)`.execute(db);
}
