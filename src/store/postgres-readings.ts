/** Readings into PostgreSQL: columns as arrays, one statement for thousands of rows. */
import type { ReadingColumns } from './engine.js';

const columns = 'meter_id, type_id, instant, time_stamp, value, shape, rest';
const given = `unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::integer[], $7::text[]) as n (${columns})`;
const differs = (of: string) =>
  ['time_stamp', 'value', 'shape', 'rest'].map((name) => `${of}.${name} is distinct from n.${name}`).join(' or ');

const put = `insert into readings as r (${columns}) select ${columns} from ${given}
on conflict (meter_id, type_id, instant) do update
set time_stamp = excluded.time_stamp, value = excluded.value, shape = excluded.shape, rest = excluded.rest
where ${differs('r').replaceAll('n.', 'excluded.')}`;

const keep = `insert into former_readings (${columns})
select r.meter_id, r.type_id, r.instant, r.time_stamp, r.value, r.shape, r.rest from readings as r
join ${given} on r.meter_id = n.meter_id and r.type_id = n.type_id and r.instant = n.instant
where ${differs('r')}`;

/** One statement of `putReadings`, with its parameters. */
export interface ReadingStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Whether the rows it changes are new or changed readings. */
  readonly counts: boolean;
}

/** The statements that put readings, in order. A reading that comes twice goes into two of them: the second takes its place. */
export function readingStatements(readings: ReadingColumns, keepFormer: boolean): readonly ReadingStatement[] {
  return rangesWithoutRepetition(readings).flatMap(([start, end]) => {
    const parameters = arraysOf(readings, start, end);
    const statement = { sql: put, parameters, counts: true };
    return keepFormer ? [{ sql: keep, parameters, counts: false }, statement] : [statement];
  });
}

/** Ranges of rows within which no reading comes twice: one statement cannot change a row twice. */
function rangesWithoutRepetition({ count, meterIds, typeIds, instants }: ReadingColumns): readonly [number, number][] {
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

function arraysOf(readings: ReadingColumns, start: number, end: number): readonly unknown[] {
  const numbers = (column: Float64Array): readonly number[] => [...column.subarray(start, end)];
  const texts = (column: readonly (string | null)[] | null): readonly (string | null)[] =>
    column?.slice(start, end) ?? new Array<null>(end - start).fill(null);
  const { meterIds, typeIds, instants, timeStamps, values, shapes, rests } = readings;
  return [
    numbers(meterIds),
    numbers(typeIds),
    numbers(instants),
    texts(timeStamps),
    texts(values),
    numbers(shapes),
    texts(rests),
  ];
}
