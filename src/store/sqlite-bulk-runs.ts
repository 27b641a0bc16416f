/** Statements that run many times in one go, each time with the next values of columns; within the thread of sqlite-thread.ts. */
import type { Answer } from './line.js';
import { isPackedTexts, textsOf, type PackedTexts } from './packed-texts.js';
import { nothing, prepare } from './sqlite-statements.js';

/** A bulk parameter: one value for each run, or null for all of them. */
export type BulkColumn = Float64Array | PackedTexts | readonly unknown[] | null;

/**
 * The same statement for so many runs at once, which must not depend on each other: its parameters are the values of the columns `same`,
 * once for all, then for each run those of the columns `own`. For runs that agree so, and have null for all else.
 */
export interface Several {
  readonly sql: string;
  readonly runs: number;
  readonly same: readonly number[];
  readonly own: readonly number[];
}

/** A statement that runs `count` times, each time with the next values of the columns as parameters. */
export interface Bulk {
  readonly sql: string;
  /** Statements that run, with the same values, where it has changed nothing. What the last of them changes counts. */
  readonly otherwise?: readonly string[] | undefined;
  readonly several?: Several | undefined;
  readonly columns: readonly BulkColumn[];
  readonly count: number;
}

/**
 * The bulk of all bulk: seven columns, which is a reading. With each column in a variable of its own V8 knows what is in it, which
 * makes a third more rows in the same time than the general way below.
 */
function bulkOfSeven({ sql, otherwise = [], count, several }: Bulk, columns: readonly Listed[]): Answer {
  const { statement } = prepare(sql);
  const others = otherwise.map((other) => prepare(other).statement);
  const nulls: readonly unknown[] = new Array<null>(count).fill(null);
  const [a = nulls, b = nulls, c = nulls, d = nulls, e = nulls, f = nulls, g = nulls] = columns.map(
    (column) => column ?? nulls,
  );
  const atOnce = several && severalOf(several, columns, count);
  let changes = 0;
  let oneByOne = 0;
  for (let at = 0; at < count; at++) {
    const done = at < oneByOne ? undefined : atOnce?.(at);
    if (several !== undefined && done !== undefined) {
      changes += done;
      if (done === several.runs) {
        at += done - 1;
        continue;
      }
      oneByOne = at + several.runs; // some changed nothing: who those are is seen when all are run again
    }
    let changed = statement.run(a[at], b[at], c[at], d[at], e[at], f[at], g[at]).changes;
    if (changed === 0)
      for (const other of others) changed = other.run(a[at], b[at], c[at], d[at], e[at], f[at], g[at]).changes;
    changes += changed;
  }
  return { ...nothing, changes };
}

/** Does several runs from one on, if there are so many that agree; answers what they have changed. */
function severalOf(
  { sql, runs, same, own }: Several,
  columns: readonly Listed[],
  count: number,
): ((from: number) => number | undefined) | undefined {
  const shared = same.map((at) => columns[at]!);
  const each = own.map((at) => columns[at]!);
  if (columns.some((column, at) => (column === null) === (same.includes(at) || own.includes(at)))) return undefined;
  const { statement } = prepare(sql);
  const parameters = new Array<unknown>(same.length + runs * own.length);
  return (from) => {
    const to = from + runs;
    if (to > count) return undefined;
    let place = 0;
    for (const column of shared) {
      const value = column[from];
      for (let at = to - 1; at > from; at--) if (column[at] !== value) return undefined;
      parameters[place++] = value;
    }
    for (let at = from; at < to; at++) for (const column of each) parameters[place++] = column[at];
    return statement.run(parameters).changes;
  };
}

/** A column whose values can be had one by one. */
type Listed = Exclude<BulkColumn, PackedTexts>;

function listOf(column: BulkColumn): Listed {
  return isPackedTexts(column) ? textsOf(column) : column;
}

/** Answers the first value of what the statement returns each time (null when it returns no row). */
export function bulk(order: Bulk): Answer {
  const { sql, otherwise, count } = order;
  const { statement } = prepare(sql);
  const columns = order.columns.map(listOf);
  if (columns.length === 7 && !statement.reader) return bulkOfSeven(order, columns);
  if (otherwise !== undefined) throw new Error('only seven columns have something else to do');
  const parameters: unknown[] = columns.map(() => null);
  const values: unknown[] = [];
  let changes = 0;
  for (let run = 0; run < count; run++) {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (column) parameters[at] = column[run];
    }
    if (statement.reader) {
      const row = statement.get(...parameters) as unknown[] | undefined;
      values.push(row === undefined ? null : row[0]);
    } else changes += statement.run(...parameters).changes;
  }
  return { names: [], values, changes };
}
