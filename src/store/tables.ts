/**
 * The tables of the store as Kysely sees them. Knows nothing of which database holds them; the columns are made in
 * migrations/. Texts stay exactly as they came; JSON is kept as text, so that every database gives back the same.
 */
import type { Generated, Kysely } from 'kysely';
import type { ObjectState } from '../ports/object-store.js';
import type { DeliveryState } from '../ports/outbox.js';
import type { TaskState } from '../ports/requests.js';
import type { HeldState } from '../ports/safeguards.js';

/** Who changed it, when, by which message. */
interface ProvenanceColumns {
  changed_at: string;
  message_id: string | null;
  correlation_id: string | null;
  source: string | null;
  user_name: string | null;
}

/** From when to when what the row says holds, in microseconds since 1970; null leaves that side open. */
interface ValidityColumns {
  valid_from: number | null;
  valid_to: number | null;
}

/** One row for each object, at its current version; the former ones stand in `object_versions`. */
export interface ObjectsTable extends ProvenanceColumns, ValidityColumns {
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

export interface ObjectVersionsTable extends ProvenanceColumns, ValidityColumns {
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

/** All times from here on are milliseconds since 1970. */
export interface RequestsTable {
  id: string;
  noun: string;
  verb: string;
  principal: string;
  correlation_id: string;
  message_id: string | null;
  reply_kind: 'endpoint' | 'poll' | 'nobody';
  /** Only with `endpoint`. */
  reply_endpoint: string | null;
  received_at: number;
  due: number;
  deadline: number;
  priority: 'normal' | 'high';
  state: 'open' | 'final';
  ended_at: number | null;
  header: string;
  body: string;
  reply: string | null;
  /** The process that has it in hand (ADR 13). */
  home: Generated<number>;
}

export interface TasksTable {
  request_id: string;
  seq: number;
  entry: number;
  device: string;
  head_end: string;
  action: string;
  state: TaskState;
  job_id: string | null;
  changed_at: number;
  data: string;
  outcome: string | null;
}

export interface JobsTable {
  queue: string;
  key: string;
  due: number;
  /** How often it was given out in vain. */
  attempts: number;
  /** Another one each time the job is added: tells whether it was added again while it was under way. */
  revision: number;
  data: string;
  /** The process that does it. */
  home: number;
}

export interface DeliveriesTable {
  seq: Generated<number>;
  id: string;
  endpoint: string;
  correlation_id: string;
  noun: string;
  action: string;
  state: DeliveryState;
  attempts: number;
  next_attempt: number;
  last_error: string | null;
  created_at: number;
  /** When it was written or sent again by hand. */
  since: number;
  ended_at: number | null;
  /** Last, since it is long: whoever reads the columns before it need not pass over it. */
  xml: string;
}

export interface AnswersTable {
  principal: string;
  message_id: string;
  digest: string;
  at: number;
  answer: string;
}

/** What the API has put into the registry, as JSON. */
export interface RegistryTable {
  name: string;
  document: string;
}

/** Changes that are not in force yet. */
export interface PendingChangesTable {
  id: string;
  noun: string;
  kind: string;
  mrid: string;
  verb: 'change' | 'close' | 'delete';
  /** Microseconds since 1970. */
  effective: number;
  element: string | null;
  provenance: string;
  refused: string | null;
}

/** The audit: rows are never changed (migrations/0006-security.ts). */
export interface AuditTable {
  chain: number;
  seq: number;
  at: number;
  entry: string;
  hash: string;
}

/** What has been used once, until it would be refused for its age. */
export interface NoncesTable {
  kind: string;
  principal: string;
  nonce: string;
  until: number;
}

/** Devices that are disconnected, by the time at which that takes effect. */
export interface DisconnectsTable {
  request_id: string;
  entry: number;
  principal: string;
  at: number;
  devices: number;
}

/** The state of the disconnect brake, as JSON. */
export interface SafeguardsTable {
  name: string;
  document: string;
}

/** Messages that wait for a second person. */
export interface HeldMessagesTable {
  id: string;
  principal: string;
  at: number;
  state: HeldState;
  document: string;
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
  requests: RequestsTable;
  tasks: TasksTable;
  jobs: JobsTable;
  deliveries: DeliveriesTable;
  answers: AnswersTable;
  endpoints: RegistryTable;
  subscriptions: RegistryTable;
  pending_changes: PendingChangesTable;
  audit: AuditTable;
  nonces: NoncesTable;
  disconnects: DisconnectsTable;
  safeguards: SafeguardsTable;
  held_messages: HeldMessagesTable;
}

export type Db = Kysely<Tables>;
