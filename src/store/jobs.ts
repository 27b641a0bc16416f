/** Rows of jobs: what the port lets anybody write, and what embedded-jobs.ts needs to give them out. */
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Job, JobWrites } from '../ports/jobs.js';
import type { JsonObject } from '../ports/object-store.js';
import type { Engine } from './engine.js';
import { json } from './rows.js';
import type { Db } from './tables.js';

/** A job as it lies there. */
export interface JobRow extends Job {
  readonly attempts: number;
  readonly revision: number;
}

export interface JobReads {
  /** Jobs of a queue that are due, the most overdue first. */
  dueJobs(queue: string, now: number, limit: number): Promise<readonly JobRow[]>;
  /** When the first job of a queue that is not due at `now` will be. */
  nextDue(queue: string, now: number): Promise<number | undefined>;
}

export interface JobEndings {
  /** Removes a job, unless it has been added again since it was read. */
  endJob(job: JobRow): Promise<void>;
  /** Has it come again at `due`, one attempt more, unless it has been added again since it was read. */
  postponeJob(job: JobRow, due: number): Promise<void>;
}

/** Numbers that no other job has had in this process, and hardly one in any other. */
let lastRevision = randomInt(2 ** 47);

const put = sql`insert into jobs (queue, key, due, attempts, revision, data) values (${null}, ${null}, ${null}, 0, ${null}, ${null})
on conflict (queue, key) do update
set due = excluded.due, attempts = 0, revision = excluded.revision, data = excluded.data returning 1`;

/** Writes over the transaction `db`. */
export function jobWrites(engine: Engine, db: Db): JobWrites {
  return {
    addJobs: async (jobs) => {
      const rows = jobs.map(({ queue, key, due, data }) => [queue, key, due, ++lastRevision, JSON.stringify(data)]);
      await engine.changeEach(db, put, rows);
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

/** Reads over `db`. */
export function jobReads(db: Db): JobReads {
  return {
    dueJobs: async (queue, now, limit) => {
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .where('queue', '=', queue)
        .where('due', '<=', now)
        .orderBy('due')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map(({ data, ...row }) => ({ ...row, data: json<JsonObject>(data) }));
    },
    nextDue: async (queue, now) => {
      const { due } = await db
        .selectFrom('jobs')
        .select((eb) => eb.fn.min<number | null>('due').as('due'))
        .where('queue', '=', queue)
        .where('due', '>', now)
        .executeTakeFirstOrThrow();
      return due ?? undefined;
    },
  };
}

/** How jobs end, over the transaction `db`. */
export function jobEndings(db: Db): JobEndings {
  return {
    endJob: async ({ queue, key, revision }) => {
      await db
        .deleteFrom('jobs')
        .where('queue', '=', queue)
        .where('key', '=', key)
        .where('revision', '=', revision)
        .execute();
    },
    postponeJob: async ({ queue, key, revision, attempts }, due) => {
      await db
        .updateTable('jobs')
        .set({ due, attempts: attempts + 1 })
        .where('queue', '=', queue)
        .where('key', '=', key)
        .where('revision', '=', revision)
        .execute();
    },
  };
}
