/** A line of orders to a database: one connection that writes, whose orders are carried out in the order they are given. */
import type { CompiledQuery } from 'kysely';

/** What a statement answers. Rows lie flat, one value after the other: a tenth of the objects to copy from thread to thread. */
export interface Answer {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  readonly changes: number;
}

/** A script that was undone: at which of its steps, and why if it was an error; else the step changed nothing. */
export interface UndoneScript {
  readonly script: number;
  readonly step: number;
  readonly error?: Error | undefined;
}

/** A statement for scripts, as the line learns it. */
export interface KnownStatement {
  readonly sql: string;
  /** How many parameters it takes. */
  readonly parameters: number;
  /** Whether its script is undone when it changes nothing. */
  readonly must: boolean;
  /** The statement that does many steps at once: it takes a JSON text of objects with the parameters by these names. */
  readonly together?: { readonly sql: string; readonly names: readonly string[] } | undefined;
}

export interface Line {
  query(query: CompiledQuery, inTransaction: boolean): Promise<Answer>;
  /** Makes statements known for scripts; answers the number of the first of them, the others follow. */
  learn(statements: readonly KnownStatement[]): number;
  /**
   * Scripts, each a member of the transaction of its own: for each step the number of a statement and its parameters, all
   * in one list; `ends` tells where each script ends. Answers those that were undone.
   */
  scripts(values: readonly unknown[], ends: readonly number[]): Promise<readonly UndoneScript[]>;
  /**
   * Orders that nobody waits for: if one fails the transaction is lost, as its commit will tell. `begin shared` begins a transaction of
   * scripts only, beside which those of other processes may be under way. `savepoint` begins a member, `release` ends it, `undo` takes
   * it back.
   */
  tell(op: 'begin' | 'begin shared' | 'savepoint' | 'release' | 'undo' | 'rollback'): void;
  /** Resolves when all since `begin` is on disk. */
  commit(): Promise<void>;
}
