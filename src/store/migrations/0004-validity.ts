import type { Kysely } from 'kysely';

/** From when to when what a row says holds (microseconds since 1970), and changes that are to come into force later. */
export async function validity(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  for (const table of ['objects', 'object_versions'])
    for (const column of ['valid_from', 'valid_to'])
      await schema.alterTable(table).addColumn(column, 'bigint').execute();

  await schema
    .createTable('pending_changes')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('mrid', 'text', (column) => column.notNull())
    .addColumn('verb', 'text', (column) => column.notNull())
    .addColumn('effective', 'bigint', (column) => column.notNull())
    .addColumn('element', 'text')
    .addColumn('provenance', 'text', (column) => column.notNull())
    .addColumn('refused', 'text')
    .execute();
  await schema.createIndex('pending_changes_by_object').on('pending_changes').columns(['mrid', 'noun']).execute();
}
