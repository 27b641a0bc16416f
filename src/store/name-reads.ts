/** Looking up objects by the names they bear. However many bear a name, a look reads no more than a few of them. */
import { type Selectable, sql } from 'kysely';
import type { ObjectName, StoredObject, StoreReader } from '../ports/object-store.js';
import type { Engine } from './engine.js';
import { inBatches } from './in-batches.js';
import { storedObject } from './rows.js';
import type { Db, ObjectNamesTable, ObjectsTable } from './tables.js';

type NameReads = Pick<StoreReader, 'objectsByName' | 'objectsByNames'>;

/** More than one object of a name already means that it is ambiguous. */
const nameLimit = 10;

/** An object with one of its names. */
type Bearer = Selectable<ObjectsTable> &
  Pick<Selectable<ObjectNamesTable>, 'name_type' | 'authority'> & { given: string };

/** Of a name that more objects bear than an answer holds. */
const tooMany = 'too many';
type Bearers = readonly Bearer[] | typeof tooMany;

/**
 * The names' side of `StoreReader` over `db`, which is a transaction or not. In plain SQL: every device of every command is looked up here,
 * and building a statement takes Kysely longer than answering it takes SQLite.
 */
export function nameReads({ anyOf }: Pick<Engine, 'anyOf'>, db: Db): NameReads {
  const objectsByName: NameReads['objectsByName'] = async (nouns, kinds, { name, nameType, authority }) => {
    const ofType = nameType === undefined ? sql`` : sql`and n.name_type = ${nameType}`;
    const ofAuthority = authority === undefined ? sql`` : sql`and n.authority = ${authority}`;
    // The bound stands inside: to sort first, the database would read every bearer.
    const { rows } = await sql<Selectable<ObjectsTable>>`
      select * from objects where id in (
        select distinct n.object_id from object_names as n inner join objects as b on b.id = n.object_id
        where n.name = ${name} and ${anyOf(sql.ref('n.kind'), kinds)} and ${anyOf(sql.ref('n.noun'), nouns)}
          ${ofType} ${ofAuthority} and b.state <> 'deleted'
        limit ${sql.lit(nameLimit)}
      ) order by id`.execute(db);
    return rows.map(storedObject);
  };

  /** The rows of what bears one of the names; undefined when they are more than the names may have together. */
  const bearersOf = async (nouns: readonly string[], kinds: readonly string[], names: readonly string[]) => {
    const most = names.length * nameLimit;
    const { rows } = await sql<Bearer>`
      select o.*, n.name as given, n.name_type, n.authority
      from object_names as n inner join objects as o on o.id = n.object_id
      where ${anyOf(sql.ref('n.name'), names)} and ${anyOf(sql.ref('n.kind'), kinds)}
        and ${anyOf(sql.ref('n.noun'), nouns)} and o.state <> 'deleted'
      limit ${most + 1} + 0`.execute(db);
    return rows.length > most ? undefined : rows.sort((one, other) => one.id - other.id);
  };

  /** The bearers of each name; `tooMany` for one that has more than an answer holds. */
  const byName = async (
    nouns: readonly string[],
    kinds: readonly string[],
    names: readonly string[],
  ): Promise<ReadonlyMap<string, Bearers>> => {
    const rows = await bearersOf(nouns, kinds, names);
    if (rows === undefined && names.length === 1) return new Map([[names[0]!, tooMany]]);
    if (rows === undefined) {
      const half = names.length >> 1;
      const first = await byName(nouns, kinds, names.slice(0, half));
      return new Map([...first, ...(await byName(nouns, kinds, names.slice(half)))]);
    }
    const found = new Map<string, Bearer[]>();
    for (const row of rows) {
      const known = found.get(row.given);
      if (known === undefined) found.set(row.given, [row]);
      else known.push(row);
    }
    const counted: Map<string, Bearers> = found;
    for (const [name, { length }] of found) if (length > nameLimit) counted.set(name, tooMany);
    return counted;
  };

  return {
    objectsByName,
    objectsByNames: async (nouns, kinds, names) => {
      const answers: (readonly StoredObject[])[] = [];
      const alone = new Map<string, Promise<readonly StoredObject[]>>();
      for (const batch of inBatches(names)) {
        const bearers = await byName(nouns, kinds, [...new Set(batch.map(({ name }) => name))]);
        for (const name of batch) {
          const rows = bearers.get(name.name) ?? [];
          if (rows !== tooMany) {
            answers.push(chosen(rows, name));
            continue;
          }
          const key = JSON.stringify([name.name, name.nameType ?? null, name.authority ?? null]);
          const answer = alone.get(key) ?? objectsByName(nouns, kinds, name);
          alone.set(key, answer);
          answers.push(await answer);
        }
      }
      return answers;
    },
  };
}

/** Each object once that bears the name with this type and authority. */
function chosen(rows: readonly Bearer[], { nameType, authority }: ObjectName): readonly StoredObject[] {
  const found = new Map<number, StoredObject>();
  for (const row of rows) {
    if (nameType !== undefined && row.name_type !== nameType) continue;
    if (authority !== undefined && row.authority !== authority) continue;
    if (!found.has(row.id)) found.set(row.id, storedObject(row));
  }
  return [...found.values()];
}
