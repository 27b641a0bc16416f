/**
 * Readings by month: partitions of `readings` and `former_readings`, made ahead and when readings of another month come, dropped
 * whole. What has none lies in `readings_other`: it is the default partition, so that no reading is ever without a place. It is
 * nearly empty, so that a new partition, for which it has to be looked through, is there at once.
 */
import type { Pool, PoolClient } from 'pg';
import type { ReadingMonths } from './engine.js';
import { labelOf, monthOfLabel, monthsOf, plausibleMonth, startOf } from './months.js';
import { translated } from './postgres-client.js';

export interface PostgresMonths extends ReadingMonths {
  /** Makes months for these instants (microseconds) as far as it can be done at once. */
  cover(instants: Float64Array): Promise<void>;
}

const tables = ['readings', 'former_readings'] as const;

/** One at a time makes and drops months of a schema. */
const oneAtATime = 'select pg_advisory_xact_lock(4117053, hashtext(current_schema()))';
/**
 * Milliseconds to wait for a lock: whoever comes behind waits as long. Shorter than PostgreSQL looks for deadlocks, since the
 * transaction that waits for `cover` may hold what is needed.
 */
const wait = { cover: 500, prepare: 2_000 };
/** Milliseconds before `cover` tries again when it was in vain. */
const rest = 60_000;

interface Known {
  readonly months: Set<number>;
  /** Whether the role may make tables in the schema and owns the tables of readings. */
  readonly mayMake: boolean;
}

/** The months of the schema that `pool` works in. */
export function postgresMonths(pool: Pool): PostgresMonths {
  let known: Promise<Known> | undefined;
  let restingUntil = 0;
  const look = (): Promise<Known> => {
    known ??= knownOf(pool).catch((error: unknown) => {
      known = undefined;
      throw translated(error);
    });
    return known;
  };
  const make = async (months: Iterable<number>, patience: number): Promise<void> => {
    const { months: there, mayMake } = await look();
    const missing = [...months].filter((month) => !there.has(month));
    if (missing.length === 0 || !mayMake) return;
    for (const month of missing) {
      await locked(pool, patience, (client) => makeMonth(client, month));
      there.add(month);
    }
  };

  return {
    cover: async (instants) => {
      const months = monthsOf(instants);
      if (performance.now() < restingUntil) return;
      try {
        await make(months, wait.cover);
      } catch {
        restingUntil = performance.now() + rest; // the readings have a place all the same
      }
    },
    prepare: async (from, until) => {
      const [first, last] = [plausibleMonth(from), plausibleMonth(until)];
      if (first === undefined || last === undefined) return;
      const months = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      await make(months, wait.prepare);
    },
    drop: async (before) => {
      const { mayMake } = await look();
      if (!mayMake) return false;
      const { months } = await knownOf(pool); // another gateway may have made some
      for (const month of months)
        if (startOf(month + 1) <= before) {
          await locked(pool, wait.prepare, (client) => dropMonth(client, month));
          (await look()).months.delete(month);
        }
      for (const table of tables) await pool.query(`delete from ${table}_other where instant < $1`, [before * 1000]);
      return true;
    },
  };
}

async function knownOf(pool: Pool): Promise<Known> {
  const { rows } = await pool.query<{ readonly names: readonly string[]; readonly may: boolean }>(
    `select has_schema_privilege(c.relnamespace, 'create') and pg_has_role(c.relowner, 'usage') as may,
array(select p.relname::text from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid) as names
from pg_class c where c.relname = 'readings' and c.relnamespace = current_schema()::regnamespace`,
  );
  const { names = [], may = false } = rows[0] ?? {};
  const months = names.map((name) => monthOfLabel(name.slice('readings_'.length)));
  return { months: new Set(months.filter((month) => month !== undefined)), mayMake: may };
}

/** Runs `work` in a transaction that nobody else makes or drops months beside. */
async function locked(pool: Pool, patience: number, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query(`begin; set local lock_timeout = ${patience}`);
    await client.query(oneAtATime);
    await work(client);
    await client.query('commit');
  } catch (error) {
    failure = translated(error);
    await client.query('rollback').catch(() => {});
    throw failure;
  } finally {
    client.release(failure);
  }
}

/** Makes the tables beside the others and attaches them when they are whole: that takes no lock that readers would feel. */
async function makeMonth(client: PoolClient, month: number): Promise<void> {
  const [from, to] = [startOf(month) * 1000, startOf(month + 1) * 1000];
  for (const table of tables) {
    const name = `${table}_${labelOf(month)}`;
    if (await isThere(client, name)) continue;
    const within = `instant >= ${from} and instant < ${to}`;
    await client.query(
      // the check spares looking through it when it is attached
      `create table ${name} (like ${table} including indexes, constraint ${name}_within check (${within}))`,
    );
    await client.query(`lock table ${table}_other in access exclusive mode`);
    await client.query(
      `with moved as (delete from ${table}_other where ${within} returning *) insert into ${name} select * from moved`,
    );
    await client.query(`alter table ${table} attach partition ${name} for values from (${from}) to (${to})`);
    await client.query(`alter table ${name} drop constraint ${name}_within`);
  }
}

async function dropMonth(client: PoolClient, month: number): Promise<void> {
  const names = tables.map((table) => `${table}_${labelOf(month)}`);
  await client.query(`drop table if exists ${names.join(', ')}`);
}

async function isThere(client: PoolClient, name: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from pg_class where relname = $1 and relnamespace = current_schema()::regnamespace',
    [name],
  );
  return rowCount === 1;
}
