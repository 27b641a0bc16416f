/**
 * Batches as scripts: what needs no look at the store first goes to the database as one order, by statements it knows
 * already. Writes the very rows that object-writes.ts, requests.ts and the others write.
 */
import { AlreadyAnswered } from '../ports/answers.js';
import { type Batch, BatchRefused, DevicesTaken, DuplicateObject, type Looked } from '../ports/object-store.js';
import { NonceUsed } from '../ports/nonces.js';
import type { Peers } from '../ports/peers.js';
import { answerRow } from './answers.js';
import { auditValues } from './audit.js';
import type { Engine, Step } from './engine.js';
import { type JobRow, jobValues } from './jobs.js';
import { deliveryRow } from './outbox.js';
import { requestRow, stepParameters, taskRow } from './requests.js';
import { jsonOrNull, nameRows, objectColumns, referenceRows } from './rows.js';
import {
  ofAnswer,
  ofDelivery,
  ofName,
  ofNonce,
  ofObject,
  ofReference,
  ofRequest,
  ofTask,
  scriptStatements,
  type StatementName,
} from './script-statements.js';

/** Above this it is cheaper to be alone than to hold a lock for each device, of which the database has not that many. */
const mostClaims = 16;

type BatchStep = Step<StatementName>;

/** A step whose parameters are columns of a row, and then others. */
function stepOf(name: StatementName, row: object, columns: readonly string[], ...more: readonly unknown[]): BatchStep {
  const step: [StatementName, ...unknown[]] = [name];
  for (const column of columns) step.push((row as Readonly<Record<string, unknown>>)[column] ?? null);
  for (const value of more) step.push(value);
  return step;
}

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
  const run = engine.scripts<StatementName>(scriptStatements(engine));
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
  if (nonce !== undefined) steps.push(stepOf('nonce', nonce, ofNonce));
  for (const step of batch.steps ?? []) steps.push(['step', ...stepParameters(step)]);
  for (const { id, reply, at } of batch.ends ?? []) steps.push(['end', jsonOrNull(reply) ?? null, at, id]);
  for (const { noun, kind, mRID, from, to, provenance } of batch.states ?? []) {
    const key = [mRID, noun, kind, from];
    const { at, messageId = null, correlationId = null, source = null, user = null } = provenance;
    steps.push(['version', ...key], ['state', to, at, messageId, correlationId, source, user, ...key]);
  }
  for (const { queue, key } of batch.unneeded ?? []) steps.push(['unneeded', queue, key]);
  if (answer !== undefined) steps.push(stepOf('answer', answerRow(answer), ofAnswer));
  for (const entry of batch.audit ?? []) steps.push(['audit', ...auditValues(entry, home)]);
  for (const object of objects?.objects ?? []) {
    steps.push(stepOf('object', objectColumns(object, 1, objects!.provenance), ofObject));
    const key = [object.mRID, object.noun, object.kind];
    for (const row of nameRows(0, object)) steps.push(stepOf('name', row, ofName, ...key));
    for (const row of referenceRows(0, object)) steps.push(stepOf('reference', row, ofReference, ...key));
  }
  if (request !== undefined) {
    const { id, receivedAt } = request.request;
    steps.push(stepOf('request', requestRow(request.request, home), ofRequest));
    for (const task of request.tasks) steps.push(stepOf('task', taskRow(id, task, receivedAt), ofTask));
  }
  for (const job of jobs ?? []) steps.push(['job', ...jobValues(job, home)]);
  for (const delivery of deliveries ?? []) steps.push(stepOf('delivery', deliveryRow(delivery), ofDelivery));
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
