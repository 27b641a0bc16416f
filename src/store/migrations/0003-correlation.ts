import type { Kysely } from 'kysely';

/** By which correlation a version of an object came about: how a control leads back to its request. */
export async function correlation(db: Kysely<unknown>): Promise<void> {
  for (const table of ['objects', 'object_versions'])
    await db.schema.alterTable(table).addColumn('correlation_id', 'text').execute();
}
