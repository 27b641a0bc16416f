/**
 * PostgreSQL as an engine of the store: one pipelined connection that writes in groups (groups.ts), a few that read what is
 * committed. Knows nothing of objects and their rules.
 */
import { CompiledQuery, type Insertable, Kysely, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import type { Engine, NumberedTable, SchemaTraits } from './engine.js';
import { groupCommits } from './groups.js';
import type { Line } from './line.js';
import { plainKysely, transact } from './line-dialect.js';
import { answerOf, settingsOf, statementOf, steadyPlans, translated } from './postgres-client.js';
import { postgresFlavour, SchemaDialect } from './postgres-dialect.js';
import { openPostgresLine, type PostgresLine } from './postgres-line.js';
import { joinPeers } from './postgres-peers.js';
import { postgresMonths } from './postgres-months.js';
import { readingsToPut } from './postgres-readings.js';
import { scriptsOver } from './scripts.js';
import type { Db, Tables } from './tables.js';

/** Connections that read. */
const readers = 4;

const traits: SchemaTraits = {
  keyType: 'bigint',
  numbered: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
  keyed: (table) => table,
  shared: true,
  inMonths: true,
};

/** By which columns a refused row is told from those that were taken. */
const keys: Readonly<Record<NumberedTable, readonly string[]>> = {
  objects: ['mrid', 'noun', 'kind'],
  meters: ['mrid'],
  reading_types: ['code'],
};

/** Opens the database at `url`, which must be there. */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({
    ...settingsOf(url),
    max: readers,
    // waited for before the connection is used, whatever the types say
    onConnect: (client) => client.query(steadyPlans) as unknown as void,
  });
  // a connection that is lost is made anew when it is needed; who used it has been told
  pool.on('error', () => {});
  const reading: Pick<Line, 'query'> = {
    query: async ({ sql: text, parameters }) => {
      try {
        return answerOf(await pool.query({ ...statementOf(text, parameters), rowMode: 'array' }));
      } catch (error) {
        throw translated(error);
      }
    },
  };
  const reader: Db = plainKysely(postgresFlavour, reading);
  // of its own: to ask the catalog for tables by index would meet those of other schemas that are just being dropped
  const schemaPool = new pg.Pool({ ...settingsOf(url), max: 1, idleTimeoutMillis: 1_000 });
  schemaPool.on('error', () => {});
  const writer: Db = new Kysely({ dialect: new SchemaDialect(schemaPool) });
  let schema: string;
  let mayStage: boolean;
  let line: PostgresLine;
  try {
    ({ schema, mayStage } = await placeOf(pool));
    line = await openPostgresLine(url);
  } catch (error) {
    await pool.end();
    throw translated(error);
  }
  const groups = groupCommits(line, true);
  const months = postgresMonths(pool);
  /** What is staged must not be mixed with what comes behind it. */
  const oneByOne = inOrder();

  return {
    reader,
    writer,
    transaction: (work) => transact(postgresFlavour, line, groups, work),
    traits,
    schema,
    sha256: (text) => sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`,
    anyOf: (column, values) => {
      const type = typeof values[0] === 'number' ? sql`bigint[]` : sql`text[]`;
      return values.length === 0 ? sql`false` : sql`${column} = any(${[...values]}::${type})`;
    },
    insertMany: async (db, into, rows) => {
      if (rows.length > 0) await db.executeQuery(insertOf(into, rows, ''));
    },
    insertNumbered: async (db, into, rows) => {
      if (rows.length === 0) return [];
      const key = keys[into];
      const ending = `on conflict do nothing returning id, ${key.join(', ')}`;
      const { rows: made } = await db.executeQuery<Record<string, unknown>>(insertOf(into, rows, ending));
      const textOf = (row: object): string =>
        JSON.stringify(key.map((name) => (row as Readonly<Record<string, unknown>>)[name]));
      const ids = new Map(made.map((row) => [textOf(row), row['id'] as number]));
      return rows.map((row) => {
        const text = textOf(row);
        const id = ids.get(text);
        ids.delete(text); // of two alike in one batch the first was taken
        return id;
      });
    },
    changeEach: async (db, statement, parameters) => {
      const { sql: text } = compiled(statement, db);
      const results = await Promise.all(
        parameters.map((values) => db.executeQuery(CompiledQuery.raw(text, [...values]))),
      );
      return results.map(({ rows }) => rows.length > 0);
    },
    putReadings: async (db, readings, keepFormer) => {
      const put = readingsToPut(readings, keepFormer, mayStage);
      return oneByOne(async () => {
        await months.cover(readings.instants);
        return put(db);
      });
    },
    months,
    scripts: (statements) => scriptsOver(line, groups, (statement) => compiled(statement, reader), statements),
    join: () => joinPeers(url),
    close: async () => {
      await line.close();
      await Promise.all([pool.end(), schemaPool.end()]);
    },
  };
}

/** The schema in which tables are made, and whether the role may make tables of its session. */
async function placeOf(pool: pg.Pool): Promise<{ readonly schema: string; readonly mayStage: boolean }> {
  const { rows } = await pool.query<{ schema: string | null; may: boolean }>(
    `select current_schema() as schema, has_database_privilege(current_database(), 'temporary') as may`,
  );
  const [found] = rows;
  if (found?.schema == null) throw new Error('the search_path of the database names no schema that is there');
  return { schema: found.schema, mayStage: found.may };
}

/** Runs one work after the other, in the order of the calls. */
function inOrder(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

const texts = new WeakMap<RawBuilder<unknown>, CompiledQuery>();

function compiled(statement: RawBuilder<unknown>, db: Db): CompiledQuery {
  const known = texts.get(statement) ?? statement.compile(db);
  texts.set(statement, known);
  return known;
}

/** One insert for all rows, which come as one JSON text: its form does not depend on how many there are. */
function insertOf<T extends keyof Tables>(
  into: T,
  rows: readonly Insertable<Tables[T]>[],
  ending: string,
): CompiledQuery<Record<string, unknown>> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const text = `insert into ${into} (${columns}) select ${columns}
from json_populate_recordset(null::${into}, $1::json) with ordinality as given order by ordinality ${ending}`;
  return CompiledQuery.raw(text, [JSON.stringify(rows)]);
}
