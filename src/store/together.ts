/**
 * Forms of statements that do many steps at once, in the words of PostgreSQL, to which each statement is a trip. Their only parameter is a
 * JSON text: a list with an object for each step, its parameters by name. A step that finds nothing changes no row, so that the number of
 * rows tells whether all have done something.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Together } from './engine.js';
import { stillOpen } from './requests.js';
import type { Tables } from './tables.js';

/** Names of parameters, and of what type they are. */
type Parameters = Readonly<Record<string, 'text' | 'bigint' | 'integer' | 'text[]'>>;

/** Columns as a statement lists them. */
export const names = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(column)));
const given = sql`cast(${null} as json)`;

/** The steps as rows of `step`. */
function steps(parameters: Parameters): RawBuilder<unknown> {
  const columns = Object.entries(parameters).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  return sql`json_to_recordset(${given}) as step (${sql.join(columns)})`;
}

function of(parameters: Parameters, statement: RawBuilder<unknown>): Together {
  return { statement, names: Object.keys(parameters) };
}

/**
 * Where the row of each step lies. It is looked up step by step, by its key: as a join the planner would take a table that is still small
 * for one to be read whole, and stay with that while it grows.
 */
function places(parameters: Parameters, table: keyof Tables, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${steps(parameters)}, lateral (select at.ctid as place from ${sql.table(table)} as at where ${condition} offset 0) as found`;
}

/** Inserts rows, in order. */
export function insertAll(table: keyof Tables, columns: readonly string[], ending = sql``): Together {
  return {
    statement: sql`insert into ${sql.table(table)} (${names(columns)}) select ${names(columns)}
from json_populate_recordset(cast(null as ${sql.table(table)}), ${given}) with ordinality as step order by ordinality${ending}`,
    names: columns,
  };
}

/** The same for a table that points at an object, which is named by its mRID, noun and kind: its id is not known yet. */
export function insertAllFor(table: 'object_names' | 'object_references', columns: readonly string[]): Together {
  const object = ['of_mrid', 'of_noun', 'of_kind'];
  const parameters = Object.fromEntries([...columns, ...object].map((name) => [name, 'text'] as const));
  return of(
    parameters,
    sql`insert into ${sql.table(table)} (object_id, ${names(columns)})
select (select id from objects as o where o.mrid = step.of_mrid and o.noun = step.of_noun and o.kind = step.of_kind), ${names(columns.map((column) => `step.${column}`))}
from ${steps(parameters)}`,
  );
}

const step = {
  to: 'text',
  job: 'text',
  outcome: 'text',
  at: 'bigint',
  request: 'text',
  seq: 'integer',
  allowed: 'text',
} as const;
/** Steps of tasks, each from one of the states that are allowed. */
export const stepAll = of(
  step,
  sql`update tasks set state = step.to, job_id = nullif(coalesce(step.job, job_id), ''), outcome = coalesce(step.outcome, tasks.outcome), changed_at = step.at
from ${places(step, 'tasks', sql`at.request_id = step.request and at.seq = step.seq and step.allowed like '%,' || at.state || ',%'`)}
where tasks.ctid = found.place`,
);

const end = { reply: 'text', at: 'bigint', request: 'text' } as const;
/** Ends of requests, each once. */
export const endAll = of(
  end,
  sql`update requests set state = 'final', reply = step.reply, ended_at = step.at
from ${places(end, 'requests', sql`at.id = step.request and ${stillOpen('at.state')}`)} where requests.ctid = found.place`,
);

const object = { of_mrid: 'text', of_noun: 'text', of_kind: 'text', of_state: 'text' } as const;
const isObject = sql`at.mrid = step.of_mrid and at.noun = step.of_noun and at.kind = step.of_kind and at.state = step.of_state`;
/** What a former version has of its object, beside its id. */
export const ofVersion = [
  'version',
  'state',
  'document',
  'changed_at',
  'message_id',
  'correlation_id',
  'source',
  'user_name',
  'valid_from',
  'valid_to',
];
/** Former versions of objects that are about to come to another state. */
export const versionAll = of(
  object,
  sql`insert into object_versions (object_id, ${names(ofVersion)}) select o.id, ${names(ofVersion.map((column) => `o.${column}`))}
from ${steps(object)}, lateral (select * from objects as at where ${isObject} offset 0) as o`,
);

const change = {
  to: 'text',
  changed: 'text',
  message: 'text',
  correlation: 'text',
  from: 'text',
  by: 'text',
  ...object,
} as const;
/** Other states of objects. */
export const stateAll = of(
  change,
  sql`update objects set state = step.to, version = version + 1, changed_at = step.changed, message_id = step.message, correlation_id = step.correlation,
source = step.from, user_name = step.by from ${places(change, 'objects', isObject)} where objects.ctid = found.place`,
);

const jobKey = { queue: 'text', key: 'text' } as const;
const isJob = sql`at.queue = step.queue and at.key = step.key`;
export const unneededAll = of(
  jobKey,
  sql`delete from jobs using ${places(jobKey, 'jobs', isJob)} where jobs.ctid = found.place`,
);

const knownJob = { ...jobKey, revision: 'bigint' } as const;
const isKnownJob = sql`${isJob} and at.revision = step.revision`;
export const endJobAll = of(
  knownJob,
  sql`delete from jobs using ${places(knownJob, 'jobs', isKnownJob)} where jobs.ctid = found.place`,
);

const later = { due: 'bigint', attempts: 'integer', ...knownJob } as const;
export const postponeJobAll = of(
  later,
  sql`update jobs set due = step.due, attempts = step.attempts from ${places(later, 'jobs', isKnownJob)} where jobs.ctid = found.place`,
);

const looked = { devices: 'text[]', requests: 'text[]' } as const;
/** One row for each step whose devices it could claim. */
export function claimAll(claimed: (devices: RawBuilder<unknown>) => RawBuilder<unknown>): Together {
  const parameters = { devices: 'text[]' } as const;
  return of(parameters, sql`select from ${steps(parameters)} where ${claimed(sql`step.devices`)}`);
}
/** One row for each step that finds nothing new. */
export function unclaimedAll(
  nothingNew: (devices: RawBuilder<unknown>, requests: RawBuilder<unknown>) => RawBuilder<unknown>,
): Together {
  return of(looked, sql`select from ${steps(looked)} where ${nothingNew(sql`step.devices`, sql`step.requests`)}`);
}
