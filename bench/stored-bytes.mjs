/** What a stored reading costs in bytes: table, index and journal, on SQLite and PostgreSQL. Counted, not timed. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../dist/store/open-store.js';
import { aDay, putDay } from './days.mjs';
import { havePostgres, withSchema } from './postgres.mjs';
import { short } from './report.mjs';

const days = 10;
const meters = Array.from({ length: 1_000 }, () => randomUUID());
const count = meters.length * days * aDay;
const what = `bytes for each of ${short(count)} readings, put day by day`;

export async function measureBytes() {
  return [...(await onSqlite()), ...(await onPostgres())];
}

async function onSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
  try {
    const file = join(folder, 'bytes.db');
    const empty = await sizeOf(file, async () => {});
    const full = await sizeOf(file, fill);
    return [{ what: `${what} (SQLite): the file`, figure: (full - empty) / count }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of the file when it has been closed: what its journal held is in it then. */
async function sizeOf(file, work) {
  const store = await openStore(`sqlite:${file}`);
  try {
    await work(store);
  } finally {
    await store.close();
  }
  return statSync(file).size;
}

async function onPostgres() {
  if (!(await havePostgres())) return [{ what: `${what} (PostgreSQL)`, skipped: 'no PostgreSQL at BENCH_POSTGRES' }];
  return withSchema(async (url) => {
    const asked = new pg.Client({ connectionString: url });
    await asked.connect();
    const store = await openStore(url);
    try {
      const before = await journal(asked);
      await fill(store);
      const after = await journal(asked);
      const { heap, index } = await sizes(asked);
      return [
        { what: `${what} (PostgreSQL): table and index`, figure: (heap + index) / count },
        { what: `${what} (PostgreSQL): index alone`, figure: index / count },
        { what: `${what} (PostgreSQL): WAL, of all that the server did meanwhile`, figure: (after - before) / count },
      ];
    } finally {
      await store.close();
      await asked.end();
    }
  });
}

async function fill(store) {
  for (let day = 0; day < days; day++) await putDay(store, meters, day);
}

const journal = async (client) =>
  Number((await client.query(`select pg_current_wal_lsn() - '0/0' as bytes`)).rows[0].bytes);

/** The table of readings with its partitions, if it has any. */
async function sizes(client) {
  const { rows } = await client.query(
    `select sum(pg_table_size(oid)) as heap, sum(pg_indexes_size(oid)) as index from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname like 'readings%'`,
  );
  return { heap: Number(rows[0].heap), index: Number(rows[0].index) };
}
