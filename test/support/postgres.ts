/** The PostgreSQL that tests run against: each store gets a schema of its own, which is dropped behind it. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A superuser's address of a database that tests may fill; `CIMGATE_TEST_POSTGRES` names another. */
const address = process.env['CIMGATE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/test';

async function reachable(): Promise<boolean> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

export const havePostgres = await reachable();
if (!havePostgres) console.warn('no PostgreSQL at CIMGATE_TEST_POSTGRES: its tests are skipped');
/** `describe` where there is a PostgreSQL. */
export const describePostgres = havePostgres ? describe : describe.skip;

export interface Schema {
  /** For `openStore`. */
  readonly url: string;
  /** Ends the connections of stores, as an administrator or a restart does; answers how many there were. */
  cut(): Promise<number>;
  /** Statements of the superuser, within the schema. */
  query(text: string): Promise<readonly unknown[]>;
  /** Ends the connection that is a process's presence, and keeps it from coming back under its number. */
  takeForGone(process: number): Promise<void>;
  /** Takes all rows out of the tables of a store that is closed. */
  empty(): Promise<void>;
  drop(): Promise<void>;
}

/** A fresh and empty schema. */
export async function newSchema(): Promise<Schema> {
  const name = `cimgate_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(address);
  url.searchParams.set('options', `-c search_path=${name}`);
  url.searchParams.set('application_name', name);
  const query = async (text: string): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return (await client.query(text)).rows as unknown[];
    } finally {
      await client.end();
    }
  };
  await query(`create schema ${name}`);
  const cut = async (): Promise<number> => {
    const others = `from pg_stat_activity where application_name = '${name}' and pid <> pg_backend_pid()`;
    const ended = await query(`select pg_terminate_backend(pid, 5000) ${others}`);
    return ended.length;
  };
  const takeForGone = async (process: number): Promise<void> => {
    await query(`update members set gone = true where id = ${process}`);
    await query(`select pg_terminate_backend(backend, 5000) from members where id = ${process}`);
  };
  const empty = async (): Promise<void> => {
    const [{ tables }] = (await query(
      `select string_agg(format('%I', tablename), ', ') as tables from pg_tables
where schemaname = current_schema() and tablename not like 'kysely%' and tablename !~ '_[0-9]{4}_[0-9]{2}$'`,
    )) as [{ readonly tables: string }];
    // the triggers of the audit keep everybody from this, its owner too
    await query(
      `alter table audit disable trigger user; truncate ${tables} restart identity cascade; insert into members (id, served_by, backend, gone) values (0, 0, 0, true);
alter table audit enable trigger user`,
    );
  };
  return {
    url: url.href,
    cut,
    query,
    empty,
    takeForGone,
    drop: async () => void (await query(`drop schema if exists ${name} cascade`)),
  };
}
