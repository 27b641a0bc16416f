/**
 * Who is there, by PostgreSQL: a member is a row and an advisory lock that its session holds; the lock goes with the session,
 * however that ends. Statements only; what follows from them is in postgres-peers.ts.
 */
import type { Client } from 'pg';

/** Names our locks among those of others: the class of members, and that of duties. */
const memberClass = 4_117_053;
const dutyClass = 4_117_054;

const keyOf = (what: string): string => `hashtext(current_schema() || ' ' || ${what})`;
const lockMember = `select pg_advisory_lock(${memberClass}, ${keyOf('$1::text')})`;
const lockOf = (what: string): string => `(${keyOf(what)}::bigint & 4294967295)`;

/** A row, and whether its member is there. */
export interface Seen {
  readonly id: number;
  readonly servedBy: number;
  /** It has said that it goes. */
  readonly gone: boolean;
  readonly alive: boolean;
}

export interface Look {
  readonly members: readonly Seen[];
  /** Members that hold duties. */
  readonly holders: ReadonlyMap<string, number>;
}

/** The channel on which all are told, and that of one member. */
export async function channelsOf(client: Client): Promise<{ readonly all: string; of(member: number): string }> {
  const { rows } = await client.query<{ hash: string }>(`select md5(current_schema()) as hash`);
  const all = `cimgate_${rows[0]!.hash}`;
  return { all, of: (member) => `${all}_${member}` };
}

/**
 * Makes this session that of member `before`, or of a new one when there is none or somebody has taken that over.
 * @returns its number
 */
export async function enter(client: Client, before: number | undefined): Promise<number> {
  // a machine that is cut off is known to be gone within some seconds; PostgreSQL ends its session, and with it its locks
  await client.query('set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3');
  // the same for a process that stands still, from PostgreSQL 14 on
  await client.query(`select set_config(name, '6s', false) from pg_settings where name = 'idle_session_timeout'`);
  if (before !== undefined) {
    await client.query(lockMember, [before]);
    const kept = await client.query(
      'update members set backend = pg_backend_pid(), gone = false where id = $1 and served_by = $1',
      [before],
    );
    if (kept.rowCount === 1) return before;
    await client.query(`select pg_advisory_unlock(${memberClass}, ${keyOf('$1::text')})`, [before]);
  }
  const { rows } = await client.query<{ id: number }>(
    `insert into members (id, served_by, backend, gone)
select id, id, pg_backend_pid(), false from (select nextval(pg_get_serial_sequence('members', 'id')) as id) as n returning id`,
  );
  const id = rows[0]!.id;
  await client.query(lockMember, [id]);
  return id;
}

/** Looks who is there, and who has these duties. */
export async function look(client: Client, duties: readonly string[]): Promise<Look> {
  const ours = `l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.database = (select oid from pg_database where datname = current_database())`;
  const { rows } = await client.query<{
    id: number;
    served_by: number;
    gone: boolean;
    alive: boolean;
    duty: string | null;
  }>({
    name: 'cimgate_look',
    text: `with locks as materialized (select l.classid, l.objid, l.pid from pg_locks as l where ${ours})
select m.id, m.served_by, m.gone, exists (select from locks as l where l.classid = ${memberClass} and l.objid::bigint = ${lockOf('m.id::text')}) as alive, null as duty
from members as m
union all
select m.id, m.served_by, m.gone, true, d.name from unnest($1::text[]) as d (name)
join locks as l on l.classid = ${dutyClass} and l.objid::bigint = ${lockOf('d.name')}
join members as m on m.backend = l.pid and m.id = m.served_by`,
    values: [duties],
  });
  return {
    members: rows
      .filter(({ duty }) => duty === null)
      .map(({ id, served_by: servedBy, gone, alive }) => ({ id, servedBy, gone, alive }))
      .sort((one, other) => one.id - other.id),
    holders: new Map(rows.flatMap(({ duty, id }) => (duty === null ? [] : [[duty, id] as const]))),
  };
}

/** Takes over all that `gone` serves, unless somebody else does or it has come back; answers the numbers. */
export async function takeOver(client: Client, self: number, gone: number): Promise<readonly number[]> {
  const key = `${memberClass}, ${keyOf('$1::text')}`;
  const lock = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(${key}) as got`, [gone]);
  if (lock.rows[0]?.got !== true) return [];
  try {
    const { rows } = await client.query<{ id: number }>(
      'update members set served_by = $1 where served_by = $2 returning id',
      [self, gone],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.query(`select pg_advisory_unlock(${key})`, [gone]);
  }
}

/** Forgets those of these numbers that we serve for others and under which nothing is left. */
export async function forgetEmpty(client: Client, self: number, homes: readonly number[]): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: number }>(
    `delete from members as m where m.served_by = $1 and m.id <> $1 and m.id = any ($2::int[])
and not exists (select from jobs where home = m.id) and not exists (select from requests where home = m.id and state = 'open')
returning id`,
    [self, homes],
  );
  return rows.map(({ id }) => id);
}

/** Says that all we serve is to be taken over. */
export async function sayGone(client: Client, self: number): Promise<void> {
  await client.query('update members set gone = true where served_by = $1', [self]);
}

export async function tryDuty(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    `select pg_try_advisory_lock(${dutyClass}, ${keyOf('$1::text')}) as got`,
    [name],
  );
  return rows[0]?.got === true;
}

export async function giveDuty(client: Client, name: string): Promise<void> {
  await client.query(`select pg_advisory_unlock(${dutyClass}, ${keyOf('$1::text')})`, [name]);
}
