/**
 * The tables of the store as Kysely sees them. Knows nothing of which database holds them; the columns are made in
 * migrations/. Texts stay exactly as they came; JSON is kept as text, so that every database gives back the same.
 */
import type { Generated, Kysely } from 'kysely';
import type { ObjectState } from '../ports/object-store.js';

/** Who changed it, when, by which message. */
interface ProvenanceColumns {
  changed_at: string;
  message_id: string | null;
  source: string | null;
  user_name: string | null;
}

/** One row for each object, at its current version; the former ones stand in `object_versions`. */
export interface ObjectsTable extends ProvenanceColumns {
  id: Generated<number>;
  noun: string;
  kind: string;
  mrid: string;
  /** The names once more as JSON: so that one row is one whole object, read by one statement. */
  names: string;
  state: ObjectState;
  version: number;
  document: string;
}

export interface ObjectVersionsTable extends ProvenanceColumns {
  object_id: number;
  version: number;
  state: ObjectState;
  document: string;
}

/** For look-up by name. */
export interface ObjectNamesTable {
  object_id: number;
  noun: string;
  kind: string;
  name: string;
  name_type: string | null;
  authority: string | null;
}

/** For look-up from the other side: one row for each name of a reference, or one with the mRID alone. */
export interface ObjectReferencesTable {
  object_id: number;
  kind: string;
  mrid: string | null;
  name: string | null;
  name_type: string | null;
  authority: string | null;
}

/** Short integer keys for what would otherwise stand in every reading. */
export interface MetersTable {
  id: Generated<number>;
  mrid: string;
}

export interface ReadingTypesTable {
  id: Generated<number>;
  code: string;
}

export interface ReadingsTable {
  meter_id: number;
  type_id: number;
  /** Microseconds since 1970. */
  instant: number;
  /** As it came; null when it is the plain UTC rendering of `instant` (time-stamps.ts). */
  time_stamp: string | null;
  value: string | null;
  shape: number;
  rest: string | null;
}

export interface FormerReadingsTable extends ReadingsTable {
  id: Generated<number>;
}

export interface Tables {
  objects: ObjectsTable;
  object_versions: ObjectVersionsTable;
  object_names: ObjectNamesTable;
  object_references: ObjectReferencesTable;
  meters: MetersTable;
  reading_types: ReadingTypesTable;
  readings: ReadingsTable;
  former_readings: FormerReadingsTable;
}

export type Db = Kysely<Tables>;
