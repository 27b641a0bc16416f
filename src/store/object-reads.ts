/** Looking up objects. Every answer comes from one statement, so it is consistent without a transaction around it. */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { ObjectQuery, ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import type { Engine } from './engine.js';
import { inBatches } from './in-batches.js';
import { nameReads } from './name-reads.js';
import { objectVersion, storedObject } from './rows.js';
import type { Db, Tables } from './tables.js';

type ObjectReads = Pick<
  StoreReader,
  'objectByMRID' | 'objectsByName' | 'objectsByMRIDs' | 'objectsByNames' | 'objects' | 'countObjects' | 'history'
>;

/** The object side of `StoreReader` over `db`, which is a transaction or not. */
export function objectReads({ anyOf }: Pick<Engine, 'anyOf'>, db: Db): ObjectReads {
  /** The rows of a query, whatever their order; undefined when there can be none. */
  const matching = ({ noun, kinds, states, inForce, referringTo, after, newestFirst }: Omit<ObjectQuery, 'limit'>) => {
    let query = db.selectFrom('objects').where('noun', '=', noun);
    if (kinds !== undefined) query = query.where(anyOf(sql.ref('kind'), kinds));
    query =
      inForce === undefined ? query.where(anyOf(sql.ref('state'), states ?? ['active'])) : query.where(holds(inForce));
    if (after !== undefined) query = query.where('id', newestFirst === true ? '<' : '>', after);
    if (referringTo === undefined) return query;
    const conditions = pointingAt(anyOf, referringTo);
    if (conditions.length === 0) return undefined;
    const referring = db.selectFrom('object_references').select('object_id');
    return query.where(
      'id',
      'in',
      referring.where((eb) => eb.or(conditions)),
    );
  };
  return {
    objectByMRID: async (noun, kinds, mRID) => {
      let query = db.selectFrom('objects').selectAll().where('mrid', '=', mRID).where('noun', '=', noun);
      if (kinds !== undefined) query = query.where(anyOf(sql.ref('kind'), kinds));
      // Ordered here: asked to order by id, SQLite would rather walk the whole noun than use the index of mRIDs.
      const [first] = (await query.execute()).sort((one, other) => one.id - other.id);
      return first && storedObject(first);
    },

    ...nameReads({ anyOf }, db),

    objectsByMRIDs: async (noun, kinds, mRIDs) => {
      const found = new Map<string, StoredObject>();
      for (const batch of inBatches(mRIDs)) {
        let query = db
          .selectFrom('objects')
          .selectAll()
          .where(anyOf(sql.ref('mrid'), batch))
          .where('noun', '=', noun);
        if (kinds !== undefined) query = query.where(anyOf(sql.ref('kind'), kinds));
        for (const row of (await query.execute()).sort((one, other) => one.id - other.id))
          if (!found.has(row.mrid)) found.set(row.mrid, storedObject(row));
      }
      return found;
    },

    objects: async (query) => {
      const { newestFirst = false, offset, limit } = query;
      let asked = matching(query)?.selectAll();
      if (asked === undefined) return [];
      asked = asked.orderBy('id', newestFirst ? 'desc' : 'asc').limit(limit);
      if (offset !== undefined) asked = asked.offset(offset);
      return (await asked.execute()).map(storedObject);
    },

    countObjects: async (query, most) => {
      const some = matching(query)?.select('id').limit(most);
      if (some === undefined) return 0;
      const counted = db.selectFrom(some.as('some')).select(({ fn }) => fn.countAll<number | string>().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },

    history: async (id) => {
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
      const former = db.selectFrom('object_versions').select(columns).where('object_id', '=', id);
      const present = db.selectFrom('objects').select(columns).where('id', '=', id);
      return (await former.unionAll(present).orderBy('version').execute()).map(objectVersion);
    },
  };
}

/** Whether an object holds at some time of a span. */
function holds({ from, until }: NonNullable<ObjectQuery['inForce']>): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'objects'>();
  const notOver = eb.or([
    // over before it began is at no time
    eb.and([
      eb('valid_to', '>', from),
      eb('state', '<>', 'canceled'),
      eb.or([eb('valid_from', 'is', null), eb('valid_from', '<', eb.ref('valid_to'))]),
    ]),
    eb.and([eb('valid_to', 'is', null), eb('state', '=', 'active')]),
  ]);
  if (until === undefined) return notOver;
  return eb.and([notOver, eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', until)])]);
}

/**
 * The conditions on a row of `object_references` of which one must hold. Where both sides have an mRID it decides; else
 * one common name is enough, whose name type and authority may be silent on either side. References that ask alike go
 * into one condition: thousands of meters of one kind make two conditions, not thousands.
 */
function pointingAt(anyOf: Engine['anyOf'], references: readonly ObjectReference[]): Expression<SqlBool>[] {
  const eb = expressionBuilder<Tables, 'object_references'>();
  const alike = new Map<string, { kind: string; withMRID: boolean; type?: string; by?: string; values: Set<string> }>();
  const add = (key: unknown[], value: string, make: Omit<Parameters<typeof alike.set>[1], 'values'>): void => {
    const text = JSON.stringify(key);
    const group = alike.get(text) ?? { ...make, values: new Set() };
    group.values.add(value);
    alike.set(text, group);
  };
  const conditions: Expression<SqlBool>[] = [];
  const mRIDs = new Map<string, Set<string>>();
  for (const { kind, mRID, names } of references) {
    const withMRID = mRID !== undefined;
    if (withMRID) mRIDs.set(kind, (mRIDs.get(kind) ?? new Set()).add(mRID));
    for (const { name, nameType, authority } of names) {
      const make = {
        kind,
        withMRID,
        ...(nameType === undefined ? {} : { type: nameType }),
        ...(authority === undefined ? {} : { by: authority }),
      };
      add([kind, withMRID, nameType ?? null, authority ?? null], name, make);
    }
  }
  for (const [kind, values] of mRIDs) {
    conditions.push(eb.and([eb('kind', '=', kind), anyOf(eb.ref('mrid'), [...values])]));
  }
  for (const { kind, withMRID, type, by, values } of alike.values()) {
    const parts: Expression<SqlBool>[] = [eb('kind', '=', kind), anyOf(eb.ref('name'), [...values])];
    // `mrid is null` says the same, but lets SQLite walk all references without mRID rather than those of the name.
    if (withMRID) parts.push(eb(eb.fn.coalesce('mrid', sql.lit('')), '=', sql.lit('')));
    if (type !== undefined) parts.push(eb.or([eb('name_type', 'is', null), eb('name_type', '=', type)]));
    if (by !== undefined) parts.push(eb.or([eb('authority', 'is', null), eb('authority', '=', by)]));
    conditions.push(eb.and(parts));
  }
  return conditions;
}
