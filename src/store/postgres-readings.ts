/**
 * Readings into PostgreSQL: few as arrays, many by COPY into a table of the session. What is new is inserted; only when some were
 * there already, those that differ are changed, and what they were is kept.
 */
import { CompiledQuery } from 'kysely';
import type { ReadingColumns } from './engine.js';
import { isPackedTexts, textsOf } from './packed-texts.js';
import { copied, copyQuery } from './postgres-copy.js';
import type { Db } from './tables.js';

/** From so many on COPY is faster than arrays (docs/performance.md). */
const leastCopied = 2_000;

const columns = 'meter_id, type_id, instant, time_stamp, value, shape, rest';
const others = ['time_stamp', 'value', 'shape', 'rest'];

/** Readings on their way, in the order of `columns`, from this parameter on. */
const arrays = (first: number): string => {
  const types = ['bigint', 'bigint', 'bigint', 'text', 'text', 'integer', 'text'];
  return `unnest(${types.map((type, at) => `$${first + at}::${type}[]`).join(', ')}) as n (${columns})`;
};
const incoming = 'incoming_readings';
const staging = `create temporary table if not exists ${incoming}
(meter_id bigint, type_id bigint, instant bigint, time_stamp text, value text, shape integer, rest text) on commit delete rows`;

const insert = (given: string): string =>
  `insert into readings (${columns}) select ${columns} from ${given} on conflict do nothing`;

/** Changes what differs; $1 and $2 are the first and the last instant, which tell the months. */
function change(given: string, keepFormer: boolean): string {
  const within = (row: string): string => `${row}.instant between $1 and $2`;
  const same = (other: string): string =>
    ['meter_id', 'type_id', 'instant'].map((name) => `r.${name} = ${other}.${name}`).join(' and ');
  const differs = others.map((name) => `r.${name} is distinct from n.${name}`).join(' or ');
  const news = others.map((name) => `n.${name} as new_${name}`).join(', ');
  const kept = `, kept as (insert into former_readings (${columns}) select ${columns} from old)`;
  return `with old as (select r.*, ${news} from readings r join ${given} on ${same('n')}
where ${within('r')} and (${differs}) for update of r)${keepFormer ? kept : ''}
update readings r set ${others.map((name) => `${name} = old.new_${name}`).join(', ')}
from old where ${same('old')} and ${within('r')}`;
}

const ways = {
  arrays: {
    insert: insert(arrays(1)),
    change: change(arrays(3), false),
    changeAndKeep: change(arrays(3), true),
  },
  copy: {
    insert: insert(incoming),
    change: change(`${incoming} as n`, false),
    changeAndKeep: change(`${incoming} as n`, true),
  },
};

/** Readings of which none comes twice, ready to be sent. */
interface Piece {
  readonly count: number;
  /** First and last instant. */
  readonly span: readonly [number, number];
  readonly way: keyof typeof ways;
  /** Rows for COPY, else columns. */
  readonly rows: string;
  readonly arrays: readonly unknown[];
}

/**
 * Makes readings ready and answers what puts them: the one can be done while others are put, the other must not.
 * @param mayStage whether the role may make tables of its session
 * @returns for a transaction, how many were new or changed
 */
export function readingsToPut(
  readings: ReadingColumns,
  keepFormer: boolean,
  mayStage: boolean,
): (db: Db) => Promise<number> {
  const pieces = rangesWithoutRepetition(readings).map(([start, end]) => pieceOf(readings, start, end, mayStage));
  return async (db) => {
    let changed = 0;
    for (const piece of pieces) changed += await put(db, piece, keepFormer);
    return changed;
  };
}

async function put(db: Db, { count, span, way, rows, arrays }: Piece, keepFormer: boolean): Promise<number> {
  const run = async (text: string, parameters: readonly unknown[] = []): Promise<number> => {
    const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, [...parameters]));
    return Number(numAffectedRows ?? 0n);
  };
  const statements = ways[way];
  const staged: Promise<unknown>[] = [];
  // nobody waits for these: the insert fails when one of them has
  if (way === 'copy')
    staged.push(
      run(staging),
      run(`truncate ${incoming}`),
      db.executeQuery(copyQuery(`${incoming} (${columns})`, rows)),
    );
  const [fresh] = await Promise.all([run(statements.insert, arrays), ...staged]);
  if (fresh === count) return fresh;
  const changing = keepFormer ? statements.changeAndKeep : statements.change;
  return fresh + (await run(changing, [...span, ...arrays]));
}

/** Ranges of rows within which no reading comes twice: one statement cannot change a row twice. */
function rangesWithoutRepetition(readings: ReadingColumns): readonly [number, number][] {
  const { count, meterIds, typeIds, instants } = readings;
  if (isInOrder(readings)) return [[0, count]];
  const ranges: [number, number][] = [];
  let seen = new Set<string>();
  let start = 0;
  for (let at = 0; at < count; at++) {
    const key = `${meterIds[at]} ${typeIds[at]} ${instants[at]}`;
    if (seen.has(key)) {
      ranges.push([start, at]);
      start = at;
      seen = new Set();
    }
    seen.add(key);
  }
  if (start < count) ranges.push([start, count]);
  return ranges;
}

/** Whether each meter's readings of a type come in one piece and in order of time, as they mostly do: then none comes twice. */
function isInOrder({ count, meterIds, typeIds, instants }: ReadingColumns): boolean {
  const seen = new Set<string>();
  for (let at = 0; at < count; at++) {
    if (at > 0 && meterIds[at] === meterIds[at - 1] && typeIds[at] === typeIds[at - 1]) {
      if (instants[at]! <= instants[at - 1]!) return false;
    } else {
      const series = `${meterIds[at]} ${typeIds[at]}`;
      if (seen.has(series)) return false;
      seen.add(series);
    }
  }
  return true;
}

function pieceOf(readings: ReadingColumns, start: number, end: number, mayStage: boolean): Piece {
  const count = end - start;
  const span = spanOf(readings.instants.subarray(start, end));
  return mayStage && count >= leastCopied
    ? { count, span, way: 'copy', rows: rowsOf(readings, start, end), arrays: [] }
    : { count, span, way: 'arrays', rows: '', arrays: arraysOf(readings, start, end) };
}

function spanOf(instants: Float64Array): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const instant of instants) {
    if (instant < least) least = instant;
    if (instant > most) most = instant;
  }
  return [least, most];
}

function rowsOf(readings: ReadingColumns, start: number, end: number): string {
  const { meterIds, typeIds, instants, timeStamps, shapes, rests } = readings;
  const values = listOf(readings.values);
  let rows = '';
  for (let at = start; at < end; at++)
    rows += `${meterIds[at]}\t${typeIds[at]}\t${instants[at]}\t${copied(timeStamps?.[at])}\t${copied(values?.[at])}\t${shapes[at]}\t${copied(rests?.[at])}\n`;
  return rows;
}

function arraysOf(readings: ReadingColumns, start: number, end: number): readonly unknown[] {
  const numbers = (column: Float64Array): readonly number[] => [...column.subarray(start, end)];
  const texts = (column: readonly (string | null)[] | null): readonly (string | null)[] =>
    column?.slice(start, end) ?? new Array<null>(end - start).fill(null);
  const { meterIds, typeIds, instants, timeStamps, shapes, rests } = readings;
  return [
    numbers(meterIds),
    numbers(typeIds),
    numbers(instants),
    texts(timeStamps),
    texts(listOf(readings.values)),
    numbers(shapes),
    texts(rests),
  ];
}

function listOf(values: ReadingColumns['values']): readonly (string | null)[] | null {
  return isPackedTexts(values) ? textsOf(values) : values;
}
