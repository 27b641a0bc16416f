import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { SchemaTraits } from '../engine.js';

/** The first schema: objects with their history, names and references; readings with integer keys. */
export async function objectsAndReadings(db: Kysely<unknown>, traits: SchemaTraits): Promise<void> {
  const { schema } = db;
  const { keyType } = traits;

  await schema
    .createTable('objects')
    .addColumn('id', keyType, (column) => traits.numbered(column))
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('mrid', 'text', (column) => column.notNull())
    .addColumn('names', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('source', 'text')
    .addColumn('user_name', 'text')
    .addUniqueConstraint('objects_by_mrid', ['mrid', 'noun', 'kind'])
    .execute();
  await schema.createIndex('objects_by_noun').on('objects').columns(['noun', 'id']).execute();

  await schema
    .createTable('object_versions')
    .addColumn('object_id', keyType, (column) => column.notNull().references('objects.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('source', 'text')
    .addColumn('user_name', 'text')
    .addPrimaryKeyConstraint('object_versions_key', ['object_id', 'version'])
    .execute();

  await schema
    .createTable('object_names')
    .addColumn('object_id', keyType, (column) => column.notNull().references('objects.id'))
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_type', 'text')
    .addColumn('authority', 'text')
    .execute();
  await schema.createIndex('object_names_by_name').on('object_names').columns(['name', 'kind']).execute();
  await schema.createIndex('object_names_by_object').on('object_names').column('object_id').execute();

  await schema
    .createTable('object_references')
    .addColumn('object_id', keyType, (column) => column.notNull().references('objects.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('mrid', 'text')
    .addColumn('name', 'text')
    .addColumn('name_type', 'text')
    .addColumn('authority', 'text')
    .execute();
  await schema.createIndex('object_references_by_mrid').on('object_references').columns(['mrid', 'kind']).execute();
  await schema.createIndex('object_references_by_name').on('object_references').columns(['name', 'kind']).execute();
  await schema.createIndex('object_references_by_object').on('object_references').column('object_id').execute();

  await schema
    .createTable('meters')
    .addColumn('id', keyType, (column) => traits.numbered(column))
    .addColumn('mrid', 'text', (column) => column.notNull().unique())
    .execute();
  await schema
    .createTable('reading_types')
    .addColumn('id', keyType, (column) => traits.numbered(column))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .execute();

  await readingTables(db, traits);
}

/** What else a reading has than the key. */
const columnsOf = <T extends string, C extends string>(table: CreateTableBuilder<T, C>, { keyType }: SchemaTraits) =>
  // No foreign keys: the ids come from the tables of meters and types in the same transaction, and a check per row costs a third.
  table
    .addColumn('meter_id', keyType, (column) => column.notNull())
    .addColumn('type_id', keyType, (column) => column.notNull())
    .addColumn('instant', 'bigint', (column) => column.notNull())
    .addColumn('time_stamp', 'text')
    .addColumn('value', 'text')
    .addColumn('shape', 'integer', (column) => column.notNull())
    .addColumn('rest', 'text');

async function readingTables(db: Kysely<unknown>, traits: SchemaTraits): Promise<void> {
  const { schema } = db;
  const key = ['meter_id', 'type_id', 'instant'] as const;
  const readings = columnsOf(schema.createTable('readings'), traits).addPrimaryKeyConstraint('readings_key', [...key]);
  if (!traits.inMonths) {
    await traits.keyed(readings).execute();
    const former = schema.createTable('former_readings').addColumn('id', traits.keyType, (id) => traits.numbered(id));
    await columnsOf(former, traits).execute();
    await schema
      .createIndex('former_readings_by_reading')
      .on('former_readings')
      .columns([...key])
      .execute();
    return;
  }
  // The months come later; what has none yet, or lies absurdly far off, has a place from the beginning.
  const byMonth = sql`partition by range (instant)`;
  await readings.modifyEnd(byMonth).execute();
  const numbered = schema
    .createTable('former_readings')
    .addColumn('id', traits.keyType, (id) => id.notNull().generatedByDefaultAsIdentity());
  await columnsOf(numbered, traits)
    .addPrimaryKeyConstraint('former_readings_key', [...key, 'id'])
    .modifyEnd(byMonth)
    .execute();
  for (const table of ['readings', 'former_readings'])
    await sql`create table ${sql.table(`${table}_other`)} partition of ${sql.table(table)} default`.execute(db);
}
