/**
 * What the services need of a store: documents with versions and names, and readings.
 * Knows nothing of SQL, of SOAP and of nouns' rules. Implemented in store/, proved by test/contract/object-store.ts.
 */

import type { PackedReadings } from '../message/packed-readings.js';
import type { AnswerReads, AnswerWrites, KeptAnswer } from './answers.js';
import type { AuditEntry, AuditReads, AuditWrites } from './audit.js';
import type { Job, JobWrites } from './jobs.js';
import type { NonceKeeping, UsedNonce } from './nonces.js';
import type { NewDelivery, OutboxReads, OutboxWrites } from './outbox.js';
import type { PendingReads, PendingWrites } from './pending-changes.js';
import type { RegistryReads, RegistryWrites } from './registry.js';
import type { SafeguardReads, SafeguardWrites } from './safeguards.js';
import type { NewRequest, NewTask, RequestReads, RequestWrites, TaskStep } from './requests.js';

/** A value as it stands in a document: exactly what JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A name of an object as in the standard: the text, and if given what kind of name it is and who gives it. */
export interface ObjectName {
  readonly name: string;
  readonly nameType?: string | undefined;
  readonly authority?: string | undefined;
}

/** How a message points at an object: by mRID, else by names (behaviour: mRID decides when it is given). */
export interface ObjectReference {
  readonly kind: string;
  readonly mRID?: string | undefined;
  readonly names: readonly ObjectName[];
}

/** Where an object stands in its life. Canceled, closed and deleted objects keep their row and history. */
export type ObjectState = 'active' | 'canceled' | 'closed' | 'deleted';

/** Who changed something, when, by which message. */
export interface Provenance {
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly messageId?: string | undefined;
  /** What the message belongs to, where that is not its own MessageID. */
  readonly correlationId?: string | undefined;
  readonly source?: string | undefined;
  readonly user?: string | undefined;
}

/**
 * From when (inclusive) to when (exclusive) something holds, in microseconds since 1970. For most objects `validFrom` is when the
 * version came into force, and the next version ends it; for links it is the time between making and breaking. Absent is open.
 */
export interface Validity {
  readonly validFrom?: number | undefined;
  readonly validTo?: number | undefined;
}

/** What is written for an object: noun and kind (its class, e.g. `Meter` of `MeterConfig`), identification, document. */
export interface NewObject extends Validity {
  readonly noun: string;
  readonly kind: string;
  readonly mRID: string;
  readonly names: readonly ObjectName[];
  readonly state: ObjectState;
  /** The element's typed value. */
  readonly document: JsonObject;
  /** Other objects this document points at, for look-up from the other side. */
  readonly references: readonly ObjectReference[];
}

export interface StoredObject extends Validity {
  /** The store's own key; never leaves the gateway. */
  readonly id: number;
  readonly noun: string;
  readonly kind: string;
  readonly mRID: string;
  readonly names: readonly ObjectName[];
  readonly state: ObjectState;
  /** 1 for the object as created, one more at each change. */
  readonly version: number;
  readonly document: JsonObject;
  readonly provenance: Provenance;
}

/** One version of an object as it was. */
export interface ObjectVersion extends Validity {
  readonly version: number;
  readonly state: ObjectState;
  readonly document: JsonObject;
  readonly provenance: Provenance;
}

/** Which objects to list. Everything given must hold; without `states` only active objects. */
export interface ObjectQuery {
  readonly noun: string;
  readonly kinds?: readonly string[] | undefined;
  readonly states?: readonly ObjectState[] | undefined;
  /**
   * Instead of `states`: what holds at some time from `from` up to and including `until` (for ever when absent), in microseconds since
   * 1970. Whatever has ended without a word of when holds at no time; what was canceled never did.
   */
  readonly inForce?: { readonly from: number; readonly until?: number | undefined } | undefined;
  /** Only objects whose document points at one of these (matched by mRID, else by any of the names). */
  readonly referringTo?: readonly ObjectReference[] | undefined;
  /** Only objects with an id above this one: the next page. */
  readonly after?: number | undefined;
  /** The newest first, and `after` the id below which the next page begins. */
  readonly newestFirst?: boolean | undefined;
  /** So many of what is found are passed over. Costs the more the larger it is; `after` does not. */
  readonly offset?: number | undefined;
  readonly limit: number;
}

/** A single stored value of a meter. Texts are kept as they came; `instant` is the key in time. */
export interface ReadingRow {
  /** mRID of the meter. */
  readonly meter: string;
  /** The 18-part reading type. */
  readonly readingType: string;
  /** Microseconds since 1970 of `timeStamp`. */
  readonly instant: number;
  /** The time stamp as it came, offset and digits untouched. */
  readonly timeStamp: string;
  readonly value: string | undefined;
  /** Whether it came in an interval block or as a single reading. */
  readonly shape: 'interval' | 'reading';
  /** Everything else of the reading element (qualities, reason, source, timePeriod ...), absent when there is nothing. */
  readonly rest?: JsonObject | undefined;
}

/** Values of a meter of one reading type that lie side by side: as many rows as `count` says. */
export interface ReadingSeries extends Pick<ReadingRow, 'meter' | 'readingType' | 'shape' | 'rest'> {
  readonly packed: PackedReadings;
  /** Where in the packed ones its own begin. */
  readonly from: number;
  readonly count: number;
}

export interface ReadingQuery {
  readonly meters: readonly string[];
  /** All reading types when absent. */
  readonly readingTypes?: readonly string[] | undefined;
  /** Open at the start, closed at the end; microseconds since 1970. */
  readonly after?: number | undefined;
  readonly until?: number | undefined;
  /** Only what comes behind this place in the order of the answer, whether a reading is there or not. */
  readonly behind?: ReadingPlace | undefined;
  /** So many of what is found are passed over. Costs the more the larger it is. */
  readonly offset?: number | undefined;
  readonly limit: number;
}

/** Where a reading stands in the order of meter, reading type and instant. */
export type ReadingPlace = Pick<ReadingRow, 'meter' | 'readingType' | 'instant'>;

/** Reading side of the store; each call sees a consistent state. A list to choose from that is empty chooses nothing. */
export interface StoreReader
  extends RequestReads, OutboxReads, AnswerReads, RegistryReads, PendingReads, AuditReads, SafeguardReads {
  /** The object with this mRID among `kinds` of `noun` (any kind when absent), whatever its state; deleted ones too. */
  objectByMRID(noun: string, kinds: readonly string[] | undefined, mRID: string): Promise<StoredObject | undefined>;
  /**
   * Objects that bear this name, not the deleted ones. NameType and authority must agree only where they are given.
   * `nouns` and `kinds` narrow; the answer is bounded to 10 objects: more than one already means "ambiguous".
   */
  objectsByName(nouns: readonly string[], kinds: readonly string[], name: ObjectName): Promise<readonly StoredObject[]>;
  /** The same for many mRIDs: by mRID, those found. */
  objectsByMRIDs(
    noun: string,
    kinds: readonly string[] | undefined,
    mRIDs: readonly string[],
  ): Promise<ReadonlyMap<string, StoredObject>>;
  /** The same for many names: for each, in order, what `objectsByName` answers. */
  objectsByNames(
    nouns: readonly string[],
    kinds: readonly string[],
    names: readonly ObjectName[],
  ): Promise<readonly (readonly StoredObject[])[]>;
  /** Objects in the order in which they were first stored. */
  objects(query: ObjectQuery): Promise<readonly StoredObject[]>;
  /** How many objects there are for a query, counted no further than `most`. */
  countObjects(query: Omit<ObjectQuery, 'limit' | 'offset'>, most: number): Promise<number>;
  /** All versions of an object, the oldest first. */
  history(id: number): Promise<readonly ObjectVersion[]>;
  /** Readings ordered by meter, reading type, instant. */
  readings(query: ReadingQuery): Promise<readonly ReadingRow[]>;
  /** The newest reading of each meter and type, in the same order. */
  newestReadings(query: Pick<ReadingQuery, 'meters' | 'readingTypes' | 'limit'>): Promise<readonly ReadingRow[]>;
  /** The former values of one reading that `changed` superseded, the oldest first. */
  formerReadings(meter: string, readingType: string, instant: number): Promise<readonly ReadingRow[]>;
}

/** What a transaction can do besides reading. Everything is undone when the work throws. */
export interface StoreTransaction
  extends
    StoreReader,
    RequestWrites,
    OutboxWrites,
    AnswerWrites,
    JobWrites,
    RegistryWrites,
    PendingWrites,
    AuditWrites,
    SafeguardWrites {
  /**
   * Runs `work` as a part of the transaction: when it throws, all that it has written is undone, and the transaction can go on.
   * Parts come one after the other, and nothing else is written while one runs; `work` uses the transaction it is given.
   */
  part<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Inserts objects (version 1); throws `DuplicateObject` if one with the same noun, kind and mRID exists, in whatever state. */
  insert(objects: readonly NewObject[], provenance: Provenance): Promise<readonly StoredObject[]>;
  /** Writes the next version of an object; throws `StaleVersion` when `expected` is not the version in the store. */
  replace(id: number, expected: number, next: NewObject, provenance: Provenance): Promise<StoredObject>;
  /**
   * Inserts readings; an existing one (meter, reading type, instant) is left as it is when equal and overwritten otherwise;
   * with `keepFormer` the overwritten value goes to the former readings. Answers how many were new or changed.
   */
  putReadings(
    rows: readonly (ReadingRow | ReadingSeries)[],
    options: { readonly keepFormer: boolean },
  ): Promise<number>;
}

/** An object that goes from one state to another, its document and identification untouched. */
export interface StateChange {
  readonly noun: string;
  readonly kind: string;
  readonly mRID: string;
  readonly from: ObjectState;
  readonly to: ObjectState;
  readonly provenance: Provenance;
}

/** Things to be written together that need no look at the store first. */
export interface Batch {
  /** Steps of tasks, ends of requests and changes of state that must all be allowed: `BatchRefused` when one is not. */
  readonly steps?: readonly TaskStep[] | undefined;
  readonly ends?:
    readonly { readonly id: string; readonly reply?: JsonObject | undefined; readonly at: number }[] | undefined;
  readonly states?: readonly StateChange[] | undefined;
  /** Jobs that are not wanted any more, whether they are there or not. */
  readonly unneeded?: readonly { readonly queue: string; readonly key: string }[] | undefined;
  /** Version 1 of objects; `DuplicateObject` if one is there. */
  readonly objects?: { readonly objects: readonly NewObject[]; readonly provenance: Provenance } | undefined;
  readonly request?: { readonly request: NewRequest; readonly tasks: readonly NewTask[] } | undefined;
  /**
   * Says that the devices of these tasks were looked at, and which requests have something to do on them: `DevicesTaken` when another
   * process has given one of them something else since. Within one process whoever writes sees to that himself.
   */
  readonly looked?: Looked | undefined;
  readonly jobs?: readonly Job[] | undefined;
  readonly deliveries?: readonly NewDelivery[] | undefined;
  /** `AlreadyAnswered` if there is one. */
  readonly answer?: KeptAnswer | undefined;
  /** Records of the audit, appended to the chain of this process. */
  readonly audit?: readonly AuditEntry[] | undefined;
  /** `NonceUsed` when it was used before. */
  readonly nonce?: UsedNonce | undefined;
}

/** Readings that grow old, and the places of those to come. Times are milliseconds since 1970. */
export interface ReadingKeeping {
  /** Makes places for readings from one time to another, where the store needs such. */
  prepareReadings(from: number, until: number): Promise<void>;
  /**
   * Forgets readings from before a time, and what they were formerly: some at a call. Answers where the next call goes on (`from`),
   * nothing when all are gone. A store that keeps them by month forgets whole months.
   */
  forgetReadings(before: number, from?: number): Promise<number | undefined>;
}

export interface ObjectStore extends StoreReader, ReadingKeeping, NonceKeeping {
  /**
   * Writes a batch, all or nothing; on disk when the promise resolves. One order to the database, and one flush together with
   * what others write at the same time: for what has to be acknowledged fast.
   */
  write(batch: Batch): Promise<void>;
  /**
   * Hears, after a commit, that jobs or deliveries have been added; the answer ends it. `endpoints` are those that deliveries were
   * added for; it may be any of them when it is absent.
   */
  onAdded(listener: (what: 'jobs' | 'deliveries', endpoints?: ReadonlySet<string>) => void): () => void;
  /**
   * Runs `work` in one transaction: all of it is on disk when the promise resolves, nothing of it when it rejects.
   * Transactions run one after the other, so `work` waits for nothing but `tx`; calls to the store itself are refused in it.
   */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** An object with the same noun, kind and mRID exists already. */
export class DuplicateObject extends Error {
  constructor(
    readonly noun: string,
    readonly kind: string,
    readonly mRID: string,
  ) {
    super(`${noun}/${kind} ${mRID} exists already`);
    this.name = 'DuplicateObject';
  }
}

/** What a look at devices has found. */
export interface Looked {
  readonly devices: readonly string[];
  /** Ids of the requests with tasks under way on them. */
  readonly requests: readonly string[];
}

/** Another process has given one of the devices something to do since they were looked at, or is about to; nothing was written. */
export class DevicesTaken extends Error {
  override readonly name = 'DevicesTaken';
  constructor() {
    super('another process has just given one of the devices something to do');
  }
}

/** Something in a batch may not happen (any more), so nothing of the batch has. */
export class BatchRefused extends Error {
  constructor(readonly what: string) {
    super(`a batch was refused: ${what}`);
    this.name = 'BatchRefused';
  }
}

/** Somebody else changed the object in between. */
export class StaleVersion extends Error {
  constructor(
    readonly id: number,
    readonly expected: number,
  ) {
    super(`object ${id} is no longer at version ${expected}`);
    this.name = 'StaleVersion';
  }
}

/**
 * The store cannot work now: disk full or failing, database locked by another process, its thread or connection gone,
 * closed. A transaction it happens to is not acknowledged; asking again later may help.
 */
export class StoreUnavailable extends Error {
  constructor(
    message: string,
    /** The database's own code, e.g. `SQLITE_FULL`; for people and logs. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}
