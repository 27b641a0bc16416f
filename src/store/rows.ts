/** Rows of the tables to what the port speaks of, and back. */
import type { Insertable, Selectable } from 'kysely';
import type {
  JsonObject,
  NewObject,
  ObjectName,
  ObjectVersion,
  Provenance,
  ReadingRow,
  Validity,
  StoredObject,
} from '../ports/object-store.js';
import type { ObjectNamesTable, ObjectReferencesTable, ObjectsTable, ObjectVersionsTable } from './tables.js';
import { plainTimeStamp } from './time-stamps.js';

/** A reading with the texts its keys stand for. */
export interface ReadingColumnsRead {
  readonly mrid: string;
  readonly code: string;
  readonly instant: number;
  readonly time_stamp: string | null;
  readonly value: string | null;
  readonly shape: number;
  readonly rest: string | null;
}

/** The validity of a row, without the sides that are open. */
function validityOf({ valid_from, valid_to }: Pick<ObjectVersionsTable, 'valid_from' | 'valid_to'>): Validity {
  return {
    ...(valid_from === null ? {} : { validFrom: valid_from }),
    ...(valid_to === null ? {} : { validTo: valid_to }),
  };
}

type ProvenanceRow = Pick<ObjectsTable, 'changed_at' | 'message_id' | 'correlation_id' | 'source' | 'user_name'>;

export function storedObject(row: Selectable<ObjectsTable>): StoredObject {
  return {
    id: row.id,
    noun: row.noun,
    kind: row.kind,
    mRID: row.mrid,
    names: JSON.parse(row.names) as ObjectName[],
    state: row.state,
    version: row.version,
    document: JSON.parse(row.document) as JsonObject,
    provenance: provenanceOf(row),
    ...validityOf(row),
  };
}

export function objectVersion(row: Omit<Selectable<ObjectVersionsTable>, 'object_id'>): ObjectVersion {
  return {
    version: row.version,
    state: row.state,
    document: JSON.parse(row.document) as JsonObject,
    provenance: provenanceOf(row),
    ...validityOf(row),
  };
}

/** The columns of an object that a new version sets. */
export function objectColumns(object: NewObject, version: number, provenance: Provenance): Insertable<ObjectsTable> {
  return {
    noun: object.noun,
    kind: object.kind,
    mrid: object.mRID,
    names: JSON.stringify(object.names.map(({ name, nameType, authority }) => ({ name, nameType, authority }))),
    state: object.state,
    version,
    document: JSON.stringify(object.document),
    changed_at: provenance.at,
    message_id: provenance.messageId ?? null,
    correlation_id: provenance.correlationId ?? null,
    source: provenance.source ?? null,
    user_name: provenance.user ?? null,
    valid_from: object.validFrom ?? null,
    valid_to: object.validTo ?? null,
  };
}

export function nameRows(id: number, object: NewObject): ObjectNamesTable[] {
  const { noun, kind } = object;
  return object.names.map((name) => ({ object_id: id, noun, kind, ...nameColumns(name) }));
}

export function referenceRows(id: number, object: NewObject): ObjectReferencesTable[] {
  return object.references.flatMap(({ kind, mRID, names }): ObjectReferencesTable[] => {
    const reference = { object_id: id, kind, mrid: mRID ?? null };
    if (names.length === 0) return [{ ...reference, name: null, name_type: null, authority: null }];
    return names.map((name) => ({ ...reference, ...nameColumns(name) }));
  });
}

export function reading(row: ReadingColumnsRead): ReadingRow {
  const plain: ReadingRow = {
    meter: row.mrid,
    readingType: row.code,
    instant: row.instant,
    timeStamp: row.time_stamp ?? plainTimeStamp(row.instant),
    value: row.value ?? undefined,
    shape: row.shape === 0 ? 'reading' : 'interval',
  };
  return row.rest === null ? plain : { ...plain, rest: JSON.parse(row.rest) as JsonObject };
}

function nameColumns({ name, nameType, authority }: ObjectName) {
  return { name, name_type: nameType ?? null, authority: authority ?? null };
}

function provenanceOf(row: ProvenanceRow): Provenance {
  return {
    at: row.changed_at,
    ...(row.message_id === null ? {} : { messageId: row.message_id }),
    ...(row.correlation_id === null ? {} : { correlationId: row.correlation_id }),
    ...(row.source === null ? {} : { source: row.source }),
    ...(row.user_name === null ? {} : { user: row.user_name }),
  };
}

export function json<T>(text: string): T {
  return JSON.parse(text) as T;
}

export function jsonOrNull(value: JsonObject | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** The same without the members that are null: absent in a row is absent in what the port speaks of. */
export function withoutNulls<T extends object>(value: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>;
  };
}
