/** Rows of changes that are not in force yet. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { JsonObject, Provenance } from '../ports/object-store.js';
import type { PendingChange, PendingReads, PendingWrites } from '../ports/pending-changes.js';
import type { Engine } from './engine.js';
import { json, jsonOrNull } from './rows.js';
import type { Db, PendingChangesTable } from './tables.js';

/** Reads over `db`, which is a transaction or not. */
export function pendingReads({ anyOf }: Pick<Engine, 'anyOf'>, db: Db): PendingReads {
  return {
    pendingChange: async (id) => {
      const row = await db.selectFrom('pending_changes').selectAll().where('id', '=', id).executeTakeFirst();
      return row && pendingChange(row);
    },
    pendingChanges: async (noun, mRIDs) => {
      if (mRIDs.length === 0) return [];
      const query = db
        .selectFrom('pending_changes')
        .selectAll()
        .where('noun', '=', noun)
        .where(anyOf(sql.ref('mrid'), mRIDs));
      return (await query.orderBy('effective').orderBy('id').execute()).map(pendingChange);
    },
  };
}

/** Writes over the transaction `db`. */
export function pendingWrites(engine: Engine, db: Db): PendingWrites {
  return {
    addPendingChanges: async (changes) => {
      await engine.insertMany(db, 'pending_changes', changes.map(rowOf));
    },
    removePendingChanges: async (ids) => {
      await db
        .deleteFrom('pending_changes')
        .where(engine.anyOf(sql.ref('id'), ids))
        .execute();
    },
    refusePendingChange: async (id, refused) => {
      await db.updateTable('pending_changes').set({ refused }).where('id', '=', id).execute();
    },
  };
}

function rowOf(change: PendingChange): PendingChangesTable {
  const { mRID, element, provenance, refused, ...same } = change;
  return {
    ...same,
    mrid: mRID,
    element: jsonOrNull(element),
    provenance: JSON.stringify(provenance),
    refused: refused ?? null,
  };
}

function pendingChange(row: Selectable<PendingChangesTable>): PendingChange {
  const { id, noun, kind, mrid, verb, effective, element, provenance, refused } = row;
  return {
    id,
    noun,
    kind,
    mRID: mrid,
    verb,
    effective,
    ...(element === null ? {} : { element: json<JsonObject>(element) }),
    provenance: json<Provenance>(provenance),
    ...(refused === null ? {} : { refused }),
  };
}
