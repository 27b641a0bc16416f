/** Rows of jobs: what the port lets anybody write, and what embedded-jobs.ts needs to give them out. */
import { randomInt } from 'node:crypto';
import { type Expression, sql, type SqlBool } from 'kysely';
import type { Job, JobWrites } from '../ports/jobs.js';
import type { JsonObject } from '../ports/object-store.js';
import type { Peers } from '../ports/peers.js';
import type { Engine } from './engine.js';
import { json } from './rows.js';
import type { Db } from './tables.js';

/** A job as it lies there. */
export interface JobRow extends Job {
  /** What it holds cannot be read: others must not wait for it. */
  readonly unreadable?: boolean;
  readonly attempts: number;
  readonly revision: number;
}

export interface JobReads {
  /** Jobs of a queue that are due, the most overdue first. */
  dueJobs(queue: string, now: number, limit: number): Promise<readonly JobRow[]>;
  /** When the first job of a queue that is not due at `now` will be. */
  nextDue(queue: string, now: number): Promise<number | undefined>;
}

/** Numbers that no other job has had in this process, and hardly one in any other. */
let lastRevision = randomInt(2 ** 47);

/** The columns whose values `jobValues` lists. */
export const ofJob = ['queue', 'key', 'due', 'attempts', 'revision', 'data', 'home'];
/** Puts a job in place of the one with its key. */
export const putsJob = sql` on conflict (queue, key) do update
set due = excluded.due, attempts = 0, revision = excluded.revision, data = excluded.data, home = excluded.home`;
/** Puts a job in place of the one with its key, if any; parameters as `jobValues` lists them. */
export const putJob = sql`insert into jobs (${sql.join(ofJob.map((column) => sql.ref(column)))})
values (${sql.join(ofJob.map(() => sql`${null}`))})${putsJob}`;
const putJobTold = sql`${putJob} returning 1`;

/** @param home the process that is to do it */
export function jobValues({ queue, key, due, data }: Job, home: number): readonly unknown[] {
  return [queue, key, due, 0, ++lastRevision, JSON.stringify(data), home];
}

/** Writes over the transaction `db`. */
export function jobWrites(engine: Engine, db: Db, home: number): JobWrites {
  return {
    addJobs: async (jobs) => {
      await engine.changeEach(
        db,
        putJobTold,
        jobs.map((job) => jobValues(job, home)),
      );
    },
    removeJobs: async (queue, keys) => {
      await db
        .deleteFrom('jobs')
        .where('queue', '=', queue)
        .where(engine.anyOf(sql.ref('key'), keys))
        .execute();
    },
  };
}

/**
 * Reads over `db`.
 * @param homes whose jobs are meant; all where there are no others
 */
export function jobReads({ anyOf }: Pick<Engine, 'anyOf'>, db: Db, homes: Peers['homes']): JobReads {
  const ours = (): Expression<SqlBool> => {
    const numbers = homes();
    return numbers === undefined ? sql`true` : anyOf(sql.ref('home'), numbers);
  };
  return {
    dueJobs: async (queue, now, limit) => {
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .where('queue', '=', queue)
        .where('due', '<=', now)
        .where(ours())
        .orderBy('due')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map(({ data, home: _, ...row }) => ({ ...row, ...readable(data) }));
    },
    nextDue: async (queue, now) => {
      const { due } = await db
        .selectFrom('jobs')
        .select((eb) => eb.fn.min<number | null>('due').as('due'))
        .where('queue', '=', queue)
        .where('due', '>', now)
        .where(ours())
        .executeTakeFirstOrThrow();
      return due ?? undefined;
    },
  };
}

function readable(data: string): { readonly data: JsonObject; readonly unreadable?: true } {
  try {
    return { data: json<JsonObject>(data) };
  } catch {
    return { data: {}, unreadable: true };
  }
}
