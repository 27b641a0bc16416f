/**
 * Batches as scripts: what needs no look at the store first goes to the database as one order, by statements it knows
 * already. Writes the very rows that object-writes.ts, requests.ts and the others write.
 */
import { type RawBuilder, sql } from 'kysely';
import { AlreadyAnswered } from '../ports/answers.js';
import { type Batch, BatchRefused, DevicesTaken, DuplicateObject, type Looked } from '../ports/object-store.js';
import { NonceUsed } from '../ports/nonces.js';
import type { Peers } from '../ports/peers.js';
import { answerRow } from './answers.js';
import { appendAudit, auditValues } from './audit.js';
import type { Engine, ScriptStatement, Step } from './engine.js';
import { type JobRow, jobValues, putJob } from './jobs.js';
import { deliveryRow } from './outbox.js';
import { guardedEnd, guardedStep, requestRow, stepParameters, taskRow } from './requests.js';
import { jsonOrNull, nameRows, objectColumns, referenceRows } from './rows.js';
import type { Tables } from './tables.js';

const list = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(column)));
const marks = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map(() => sql`${null}`));

/** Inserts a row, by the columns in the order in which `valuesOf` gives their values. */
function insertInto(table: keyof Tables, columns: readonly string[], ending = sql``): RawBuilder<unknown> {
  return sql`insert into ${sql.table(table)} (${list(columns)}) values (${marks(columns)})${ending}`;
}

/** The same for a table that points at an object, which is named by its mRID, noun and kind: its id is not known yet. */
function insertFor(table: 'object_names' | 'object_references', columns: readonly string[]): RawBuilder<unknown> {
  return sql`insert into ${sql.table(table)} (object_id, ${list(columns)}) select id, ${marks(columns)} from objects
where mrid = ${null} and noun = ${null} and kind = ${null}`;
}

function valuesOf(row: object, columns: readonly string[]): unknown[] {
  return columns.map((column) => (row as Readonly<Record<string, unknown>>)[column] ?? null);
}

const ofObject = [
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
const ofName = ['noun', 'kind', 'name', 'name_type', 'authority'];
const ofReference = ['kind', 'mrid', 'name', 'name_type', 'authority'];
const ofRequest = [
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
const ofTask = ['request_id', 'seq', 'entry', 'device', 'head_end', 'action', 'state', 'job_id', 'changed_at', 'data'];
const ofDelivery = [
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
const ofNonce = ['kind', 'principal', 'nonce', 'until'];
const ofAnswer = ['principal', 'message_id', 'digest', 'at', 'answer'];

const unlessThere = sql` on conflict do nothing`;
const statements = {
  object: { statement: insertInto('objects', ofObject, unlessThere), must: true },
  name: { statement: insertFor('object_names', ofName), must: true },
  reference: { statement: insertFor('object_references', ofReference), must: true },
  request: { statement: insertInto('requests', ofRequest), must: true },
  task: { statement: insertInto('tasks', ofTask), must: true },
  step: { statement: guardedStep, must: true },
  end: { statement: guardedEnd, must: true },
  version: {
    statement: sql`insert into object_versions (object_id, version, state, document, changed_at, message_id, correlation_id, source, user_name, valid_from, valid_to)
select id, version, state, document, changed_at, message_id, correlation_id, source, user_name, valid_from, valid_to from objects
where mrid = ${null} and noun = ${null} and kind = ${null} and state = ${null}`,
    must: true,
  },
  state: {
    statement: sql`update objects set state = ${null}, version = version + 1, changed_at = ${null}, message_id = ${null}, correlation_id = ${null},
source = ${null}, user_name = ${null} where mrid = ${null} and noun = ${null} and kind = ${null} and state = ${null}`,
    must: true,
  },
  unneeded: { statement: sql`delete from jobs where queue = ${null} and key = ${null}`, must: false },
  job: { statement: putJob, must: true },
  delivery: { statement: insertInto('deliveries', ofDelivery), must: true },
  answer: { statement: insertInto('answers', ofAnswer, unlessThere), must: true },
  nonce: { statement: insertInto('nonces', ofNonce, unlessThere), must: true },
  endJob: {
    statement: sql`delete from jobs where queue = ${null} and key = ${null} and revision = ${null}`,
    must: false,
  },
  postponeJob: {
    statement: sql`update jobs set due = ${null}, attempts = ${null}
where queue = ${null} and key = ${null} and revision = ${null}`,
    must: false,
  },
} as const satisfies Readonly<Record<string, ScriptStatement>>;

/**
 * For several processes: keeps their scripts from the same devices until the commit, and then sees that nothing is new there. Two
 * statements, since a statement sees what was committed when it began. The state of a request is looked up for each task that is found: as a
 * condition of its own the planner joins it with all requests that are open.
 */
const guards = {
  claim: {
    statement: sql`select where (select bool_and(pg_try_advisory_xact_lock(4117055, hashtext(current_schema() || ' ' || device)))
from unnest(cast(${null} as text[])) as d (device))`,
    must: true,
  },
  unclaimed: {
    statement: sql`select where not exists (select from tasks where device = any (cast(${null} as text[])) and request_id <> all (cast(${null} as text[]))
and (state = 'accepted' or state = 'waiting' or state = 'sent' or state = 'unknown')
and (select r.state from requests as r where r.id = request_id) = 'open')`,
    must: true,
  },
} as const satisfies Readonly<Record<string, ScriptStatement>>;
/** Above this it is cheaper to be alone than to hold a lock for each device, of which the database has not that many. */
const mostClaims = 16;

type Name = keyof typeof statements | keyof typeof guards | 'audit';
type BatchStep = Step<Name>;

export interface BatchWrites {
  /** Writes a batch, all or nothing; on disk when it resolves. */
  write(batch: Batch): Promise<void>;
  /** Removes a job, unless it has been added again since it was read. */
  endJob(job: JobRow): Promise<void>;
  /** Has it come again at `due`, one attempt more, unless it has been added again since it was read. */
  postponeJob(job: JobRow, due: number): Promise<void>;
}

/** Writes outside of transactions, each a transaction of its own that shares the flush with others. */
export function batchWrites(engine: Engine, peers: Pick<Peers, 'self'>): BatchWrites {
  const { shared } = engine.traits;
  const run = engine.scripts<Name>({
    ...statements,
    audit: { statement: appendAudit(engine), must: true },
    ...(shared ? guards : {}),
  } as Readonly<Record<Name, ScriptStatement>>);
  return {
    write: async (batch) => {
      const { looked } = batch;
      const steps = stepsOf(batch, peers.self);
      if (steps.length === 0) return;
      const guarded = shared && looked !== undefined;
      const exclusive = guarded && looked.devices.length > mostClaims;
      const before = guarded ? guardsOf(looked, exclusive) : [];
      const refused = await run([...before, ...steps], exclusive);
      if (refused !== undefined && refused < before.length) throw new DevicesTaken();
      if (refused !== undefined) throw refusal(batch, steps[refused - before.length]);
    },
    endJob: async ({ queue, key, revision }) => void (await run([['endJob', queue, key, revision]])),
    postponeJob: async ({ queue, key, revision, attempts }, due) =>
      void (await run([['postponeJob', due, attempts + 1, queue, key, revision]])),
  };
}

function guardsOf({ devices, requests }: Looked, exclusive: boolean): readonly BatchStep[] {
  const unclaimed: BatchStep = ['unclaimed', devices, requests];
  return exclusive ? [unclaimed] : [['claim', devices], unclaimed];
}

/** The answer first: it is what most likely refuses the batch, and then the rest need not be done. */
function stepsOf(batch: Batch, home: number): readonly BatchStep[] {
  const { objects, request, jobs, deliveries, answer, nonce } = batch;
  const steps: BatchStep[] = [];
  if (nonce !== undefined) steps.push(['nonce', ...valuesOf(nonce, ofNonce)]);
  for (const step of batch.steps ?? []) steps.push(['step', ...stepParameters(step)]);
  for (const { id, reply, at } of batch.ends ?? []) steps.push(['end', jsonOrNull(reply) ?? null, at, id]);
  for (const { noun, kind, mRID, from, to, provenance } of batch.states ?? []) {
    const key = [mRID, noun, kind, from];
    const { at, messageId = null, correlationId = null, source = null, user = null } = provenance;
    steps.push(['version', ...key], ['state', to, at, messageId, correlationId, source, user, ...key]);
  }
  for (const { queue, key } of batch.unneeded ?? []) steps.push(['unneeded', queue, key]);
  if (answer !== undefined) steps.push(['answer', ...valuesOf(answerRow(answer), ofAnswer)]);
  for (const entry of batch.audit ?? []) steps.push(['audit', ...auditValues(entry, home)]);
  for (const object of objects?.objects ?? []) {
    steps.push(['object', ...valuesOf(objectColumns(object, 1, objects!.provenance), ofObject)]);
    const key = [object.mRID, object.noun, object.kind];
    for (const row of nameRows(0, object)) steps.push(['name', ...valuesOf(row, ofName), ...key]);
    for (const row of referenceRows(0, object)) steps.push(['reference', ...valuesOf(row, ofReference), ...key]);
  }
  if (request !== undefined) {
    const { id, receivedAt } = request.request;
    steps.push(['request', ...valuesOf(requestRow(request.request, home), ofRequest)]);
    for (const task of request.tasks) steps.push(['task', ...valuesOf(taskRow(id, task, receivedAt), ofTask)]);
  }
  for (const job of jobs ?? []) steps.push(['job', ...jobValues(job, home)]);
  for (const delivery of deliveries ?? []) steps.push(['delivery', ...valuesOf(deliveryRow(delivery), ofDelivery)]);
  return steps;
}

/** The error that a refused step stands for. */
function refusal({ answer }: Batch, step: BatchStep | undefined): Error {
  const [statement, ...values] = step ?? [];
  if (statement === 'answer' && answer !== undefined) return new AlreadyAnswered(answer.messageId);
  if (statement === 'nonce') return new NonceUsed();
  if (statement === 'step' || statement === 'end' || statement === 'version')
    return new BatchRefused(`${statement} ${String(values.at(-2))}`);
  const [noun, kind, mRID] = values;
  if (statement === 'object') return new DuplicateObject(String(noun), String(kind), String(mRID));
  return new Error(`a row was not written: ${String(statement)}`);
}
