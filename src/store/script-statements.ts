/**
 * The statements of scripts. The order in which they stand here is that in which a database runs them that takes the steps of many
 * scripts together: what refuses a script most likely comes first, and what is removed goes before what is put in its place.
 */
import { type RawBuilder, sql } from 'kysely';
import { appendAudit } from './audit.js';
import type { Engine, ScriptStatement } from './engine.js';
import { ofJob, putJob, putsJob } from './jobs.js';
import { guardedEnd, guardedStep } from './requests.js';
import type { Tables } from './tables.js';
import * as together from './together.js';

const { names, ofVersion } = together;
const marks = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map(() => sql`${null}`));

/** Inserts a row, by the columns in the order in which their values are given. */
function insertInto(table: keyof Tables, columns: readonly string[], ending = sql``): RawBuilder<unknown> {
  return sql`insert into ${sql.table(table)} (${names(columns)}) values (${marks(columns)})${ending}`;
}

/** The same for a table that points at an object, which is named by its mRID, noun and kind: its id is not known yet. */
function insertFor(table: 'object_names' | 'object_references', columns: readonly string[]): RawBuilder<unknown> {
  return sql`insert into ${sql.table(table)} (object_id, ${names(columns)}) select id, ${marks(columns)} from objects
where mrid = ${null} and noun = ${null} and kind = ${null}`;
}

export const ofObject = [
  'noun',
  'kind',
  'mrid',
  'names',
  'state',
  'version',
  'document',
  'changed_at',
  'message_id',
  'correlation_id',
  'source',
  'user_name',
];
export const ofName = ['noun', 'kind', 'name', 'name_type', 'authority'];
export const ofReference = ['kind', 'mrid', 'name', 'name_type', 'authority'];
export const ofRequest = [
  'id',
  'noun',
  'verb',
  'principal',
  'correlation_id',
  'message_id',
  'reply_kind',
  'reply_endpoint',
  'received_at',
  'due',
  'deadline',
  'priority',
  'state',
  'header',
  'body',
  'home',
];
export const ofTask = [
  'request_id',
  'seq',
  'entry',
  'device',
  'head_end',
  'action',
  'state',
  'job_id',
  'changed_at',
  'data',
];
export const ofDelivery = [
  'id',
  'endpoint',
  'correlation_id',
  'noun',
  'action',
  'state',
  'attempts',
  'next_attempt',
  'created_at',
  'since',
  'xml',
];
export const ofNonce = ['kind', 'principal', 'nonce', 'until'];
export const ofAnswer = ['principal', 'message_id', 'digest', 'at', 'answer'];

const unlessThere = sql` on conflict do nothing`;
const statements = {
  nonce: {
    statement: insertInto('nonces', ofNonce, unlessThere),
    must: true,
    together: together.insertAll('nonces', ofNonce, unlessThere),
  },
  step: { statement: guardedStep, must: true, together: together.stepAll },
  end: { statement: guardedEnd, must: true, together: together.endAll },
  version: {
    statement: sql`insert into object_versions (object_id, ${names(ofVersion)}) select id, ${names(ofVersion)} from objects
where mrid = ${null} and noun = ${null} and kind = ${null} and state = ${null}`,
    must: true,
    together: together.versionAll,
  },
  state: {
    statement: sql`update objects set state = ${null}, version = version + 1, changed_at = ${null}, message_id = ${null}, correlation_id = ${null},
source = ${null}, user_name = ${null} where mrid = ${null} and noun = ${null} and kind = ${null} and state = ${null}`,
    must: true,
    together: together.stateAll,
  },
  unneeded: {
    statement: sql`delete from jobs where queue = ${null} and key = ${null}`,
    must: false,
    together: together.unneededAll,
  },
  endJob: {
    statement: sql`delete from jobs where queue = ${null} and key = ${null} and revision = ${null}`,
    must: false,
    together: together.endJobAll,
  },
  postponeJob: {
    statement: sql`update jobs set due = ${null}, attempts = ${null}
where queue = ${null} and key = ${null} and revision = ${null}`,
    must: false,
    together: together.postponeJobAll,
  },
  answer: {
    statement: insertInto('answers', ofAnswer, unlessThere),
    must: true,
    together: together.insertAll('answers', ofAnswer, unlessThere),
  },
  object: {
    statement: insertInto('objects', ofObject, unlessThere),
    must: true,
    together: together.insertAll('objects', ofObject, unlessThere),
  },
  name: {
    statement: insertFor('object_names', ofName),
    must: true,
    together: together.insertAllFor('object_names', ofName),
  },
  reference: {
    statement: insertFor('object_references', ofReference),
    must: true,
    together: together.insertAllFor('object_references', ofReference),
  },
  request: {
    statement: insertInto('requests', ofRequest),
    must: true,
    together: together.insertAll('requests', ofRequest),
  },
  task: { statement: insertInto('tasks', ofTask), must: true, together: together.insertAll('tasks', ofTask) },
  job: { statement: putJob, must: true, together: together.insertAll('jobs', ofJob, putsJob) },
  delivery: {
    statement: insertInto('deliveries', ofDelivery),
    must: true,
    together: together.insertAll('deliveries', ofDelivery),
  },
} as const satisfies Readonly<Record<string, ScriptStatement>>;

const claimed = (devices: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select bool_and(pg_try_advisory_xact_lock(4117055, hashtext(current_schema() || ' ' || device))) from unnest(${devices}) as d (device))`;
const nothingNew = (devices: RawBuilder<unknown>, requests: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select 1 from tasks where device = any (${devices}) and request_id <> all (${requests})
and (state = 'accepted' or state = 'waiting' or state = 'sent' or state = 'unknown')
and (select r.state from requests as r where r.id = request_id) = 'open' limit 1) is null`;

/**
 * For several processes: keeps their scripts from the same devices until the commit, and then sees that nothing is new there. Two
 * statements, since a statement sees what was committed when it began. The state of a request is looked up for each task that is found: as a
 * condition of its own the planner joins it with all requests that are open. Scripts of one process never claim a device at the same
 * time: whoever writes them sees to that.
 */
const guards = {
  claim: {
    statement: sql`select where ${claimed(sql`cast(${null} as text[])`)}`,
    must: true,
    together: together.claimAll(claimed),
  },
  unclaimed: {
    statement: sql`select where ${nothingNew(sql`cast(${null} as text[])`, sql`cast(${null} as text[])`)}`,
    must: true,
    together: together.unclaimedAll(nothingNew),
  },
} as const satisfies Readonly<Record<string, ScriptStatement>>;

export type StatementName = keyof typeof statements | keyof typeof guards | 'audit';

/** The statements for an engine. */
export function scriptStatements(engine: Engine): Readonly<Record<StatementName, ScriptStatement>> {
  return {
    ...(engine.traits.shared ? guards : {}),
    ...statements,
    audit: { statement: appendAudit(engine), must: true },
  } as Readonly<Record<StatementName, ScriptStatement>>;
}
