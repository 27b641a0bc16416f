/**
 * What differs between one database and the next; all else in this folder is portable Kysely.
 * Knows nothing of objects' rules. Implemented in sqlite.ts.
 */
import type { ColumnDefinitionBuilder, CreateTableBuilder, Expression, Insertable, RawBuilder, SqlBool } from 'kysely';
import type { Peers } from '../ports/peers.js';
import type { PackedTexts } from './packed-texts.js';
import type { Db, Tables } from './tables.js';

/** How this database likes its tables; read by the migrations. */
export interface SchemaTraits {
  /** The type of keys that other tables point at. */
  readonly keyType: 'integer' | 'bigint';
  /** Makes a column of `keyType` the primary key that numbers itself, upwards. */
  numbered(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  /** A table that is found by its primary key alone and best stored in its order. */
  keyed<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C>;
  /** Whether several processes may share it. */
  readonly shared: boolean;
  /** Whether readings lie in a table for each month. */
  readonly inMonths: boolean;
}

/** Readings in a table for each month (UTC), where the database has such. Times are milliseconds since 1970. */
export interface ReadingMonths {
  /** Makes what is missing from the month of one time to that of another; does nothing where the role may make no tables. */
  prepare(from: number, until: number): Promise<void>;
  /** Drops the months that are over at this time, with all that is in them; answers false where the role may drop none. */
  drop(before: number): Promise<boolean>;
}

/** A batch of readings by column: cheap to hand to another thread. A column that is null throughout is just null. */
export interface ReadingColumns {
  readonly count: number;
  readonly meterIds: Float64Array;
  readonly typeIds: Float64Array;
  readonly instants: Float64Array;
  readonly timeStamps: readonly (string | null)[] | null;
  readonly values: readonly (string | null)[] | PackedTexts | null;
  readonly shapes: Float64Array;
  readonly rests: readonly (string | null)[] | null;
}

export type NumberedTable = 'objects' | 'meters' | 'reading_types';

/** A statement for scripts. */
export interface ScriptStatement {
  readonly statement: RawBuilder<unknown>;
  /** Whether its script is undone when it changes nothing. */
  readonly must: boolean;
  /** What a database may run instead that takes the steps of many scripts together. */
  readonly together?: Together;
}

/** A statement for many steps at once (together.ts). */
export interface Together {
  readonly statement: RawBuilder<unknown>;
  /** What its parameters are called in the JSON text, in the order of those of one step. */
  readonly names: readonly string[];
}

/** The name of a statement, and its parameters. */
export type Step<Name extends string> = readonly [Name, ...unknown[]];

/**
 * Runs steps one after the other as a transaction; on disk when it resolves: with undefined, or with the position of the step
 * that changed nothing although it must, and nothing is done then.
 * `exclusive`: no transaction of another process runs at the same time.
 */
export type RunScript<Name extends string> = (
  steps: readonly Step<Name>[],
  exclusive?: boolean,
) => Promise<number | undefined>;

/** The processes of a store, to be left before its engine is closed. */
export interface JoinedPeers extends Peers {
  leave(): Promise<void>;
}

export interface Engine {
  /** For single statements outside of transactions: sees what is committed and nothing else. */
  readonly reader: Db;
  /** For bringing the schema up to date. */
  readonly writer: Db;
  /**
   * Runs `work` in a transaction, after what was asked for before; on disk when it resolves, undone when it rejects. A failed
   * statement ends it. Statements that do not wait for each other are ordered together.
   */
  readonly transaction: <R>(work: (db: Db) => Promise<R>) => Promise<R>;
  readonly traits: SchemaTraits;
  /** Joins the processes that share this database, whose schema is up to date. */
  readonly join: () => Promise<JoinedPeers>;
  /** Where its tables stand, if the database has several such places. */
  readonly schema?: string;
  /** Lower-case hex of SHA-256 over the UTF-8 of a text. */
  readonly sha256: (text: Expression<unknown>) => RawBuilder<unknown>;
  /** `column in values`, as a statement whose text does not depend on how many values there are. */
  readonly anyOf: (column: Expression<unknown>, values: readonly (string | number)[]) => Expression<SqlBool>;
  /** Inserts rows which all have the same columns. */
  readonly insertMany: <T extends keyof Tables>(
    db: Db,
    into: T,
    rows: readonly Insertable<Tables[T]>[],
  ) => Promise<void>;
  /** Inserts rows one after the other and answers their ids in order; undefined where a unique key refused one. */
  readonly insertNumbered: <T extends NumberedTable>(
    db: Db,
    into: T,
    rows: readonly Insertable<Tables[T]>[],
  ) => Promise<readonly (number | undefined)[]>;
  /**
   * Runs a statement, which must be in a transaction and return something for each row it changes, once for each list of
   * parameters, in order; answers for each whether a row was changed.
   */
  readonly changeEach: (
    db: Db,
    statement: RawBuilder<unknown>,
    parameters: readonly (readonly unknown[])[],
  ) => Promise<readonly boolean[]>;
  /** Inserts or overwrites readings, in order; answers how many were new or changed. */
  readonly putReadings: (db: Db, readings: ReadingColumns, keepFormer: boolean) => Promise<number>;
  readonly months?: ReadingMonths;
  /** Makes statements known, once and for all; answers what runs scripts of them, many at a time at little cost. */
  readonly scripts: <Name extends string>(statements: Readonly<Record<Name, ScriptStatement>>) => RunScript<Name>;
  /** Waits for what is under way, then lets go of the database. */
  readonly close: () => Promise<void>;
}
