/** The PostgreSQL that the bench may fill: each part gets schemas of its own, which are dropped behind it. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const address = process.env.BENCH_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test';

/** @returns {Promise<boolean>} whether there is one at BENCH_POSTGRES */
export async function havePostgres() {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/**
 * Does something with a schema of its own.
 * @param {(url: string) => Promise<any>} work
 */
export async function withSchema(work) {
  const name = `cimgate_bench_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(address);
  url.searchParams.set('options', `-c search_path=${name}`);
  const run = async (text) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await run(`create schema ${name}`);
  try {
    return await work(url.href);
  } finally {
    await run(`drop schema ${name} cascade`);
  }
}
