/** Writing objects: the current version in `objects`, the one before it in `object_versions`. */
import { type Insertable, sql } from 'kysely';
import {
  DuplicateObject,
  type NewObject,
  StaleVersion,
  type StoredObject,
  type StoreTransaction,
} from '../ports/object-store.js';
import type { Engine } from './engine.js';
import { nameRows, objectColumns, referenceRows } from './rows.js';
import type { Db, ObjectsTable } from './tables.js';

/** Small enough to hold the event loop for a few milliseconds only. */
const batchSize = 500;

type ObjectWrites = Pick<StoreTransaction, 'insert' | 'replace'>;

/** The object side of `StoreTransaction` over the transaction `db`. */
export function objectWrites(engine: Engine, db: Db): ObjectWrites {
  /** A refused insert leaves nothing behind, even when the transaction goes on. */
  const takeBack = async (ids: readonly number[]): Promise<void> => {
    for (const table of ['object_names', 'object_references'] as const) {
      await db
        .deleteFrom(table)
        .where(engine.anyOf(sql.ref('object_id'), ids))
        .execute();
    }
    await db
      .deleteFrom('objects')
      .where(engine.anyOf(sql.ref('id'), ids))
      .execute();
  };

  /** Another object than `id` that has the mRID of `next` already. */
  const another = ({ mRID, noun, kind }: NewObject, id: number) =>
    db
      .selectFrom('objects as other')
      .select('other.id')
      .where('other.mrid', '=', mRID)
      .where('other.noun', '=', noun)
      .where('other.kind', '=', kind)
      .where('other.id', '<>', id);

  return {
    insert: async (objects, provenance) => {
      const stored: StoredObject[] = [];
      for (let start = 0; start < objects.length; start += batchSize) {
        const batch = objects.slice(start, start + batchSize);
        const rows: Insertable<ObjectsTable>[] = batch.map((object) => objectColumns(object, 1, provenance));
        const ids = await engine.insertNumbered(db, 'objects', rows);
        const refused = batch.find((_, at) => ids[at] === undefined);
        if (refused !== undefined) {
          await takeBack([...stored.map(({ id }) => id), ...ids.filter((id) => id !== undefined)]);
          throw new DuplicateObject(refused.noun, refused.kind, refused.mRID);
        }
        await Promise.all([
          engine.insertMany(
            db,
            'object_names',
            batch.flatMap((object, at) => nameRows(ids[at]!, object)),
          ),
          engine.insertMany(
            db,
            'object_references',
            batch.flatMap((object, at) => referenceRows(ids[at]!, object)),
          ),
        ]);
        for (const [at, object] of batch.entries()) {
          stored.push({ id: ids[at]!, ...withoutReferences(object), version: 1, provenance });
        }
      }
      return stored;
    },

    replace: async (id, expected, next, provenance) => {
      const columns = [
        'version',
        'state',
        'document',
        'changed_at',
        'message_id',
        'correlation_id',
        'source',
        'user_name',
        'valid_from',
        'valid_to',
      ] as const;
      const kept = await db
        .insertInto('object_versions')
        .columns(['object_id', ...columns])
        .expression((eb) =>
          eb
            .selectFrom('objects')
            .select(['id', ...columns])
            .where('id', '=', id)
            .where('version', '=', expected),
        )
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (kept.numInsertedOrUpdatedRows !== 1n) throw new StaleVersion(id, expected);
      const version = expected + 1;
      const updated = await db
        .updateTable('objects')
        .set(objectColumns(next, version, provenance))
        .where('id', '=', id)
        .where('version', '=', expected)
        .where((eb) => eb.not(eb.exists(another(next, id))))
        .executeTakeFirst();
      if (updated.numUpdatedRows !== 1n) {
        await db.deleteFrom('object_versions').where('object_id', '=', id).where('version', '=', expected).execute();
        throw new DuplicateObject(next.noun, next.kind, next.mRID);
      }
      await Promise.all([
        db.deleteFrom('object_names').where('object_id', '=', id).execute(),
        db.deleteFrom('object_references').where('object_id', '=', id).execute(),
      ]);
      await Promise.all([
        engine.insertMany(db, 'object_names', nameRows(id, next)),
        engine.insertMany(db, 'object_references', referenceRows(id, next)),
      ]);
      return { id, ...withoutReferences(next), version, provenance };
    },
  };
}

function withoutReferences({ references: _, ...object }: NewObject): Omit<NewObject, 'references'> {
  return object;
}
