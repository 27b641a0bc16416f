/** Writes down what a transaction is about to do, object by object, for the answer to a dry run. */
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Ids } from '../ports/ids.js';
import type { NewObject, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { dataOf } from './control-plan.js';
import { timeText } from './effective.js';
import { objectIdOf, wordsOf } from './identification.js';
import { countOf } from './reading-series.js';

/** What would happen, in the order in which it would. */
export interface DryRunLog {
  readonly notes: readonly Finding[];
  /** The same identifiers, remembered: nobody has asked for them by these, and they will be others when it is done. */
  readonly ids: Ids;
  /** What is done from now on belongs to this operation of a set. */
  operation(path: string, operationId: string): void;
  /** The same transaction, watched. What a part of it has written and undone is not told. */
  watched(tx: StoreTransaction): StoreTransaction;
}

export function dryRunLog(ids: Ids): DryRunLog {
  const notes: Finding[] = [];
  const assigned = new Set<string>();
  let place: Pick<Finding, 'path' | 'operationId'> = {};

  /** The identification that the caller knows. */
  const idOf = ({ kind, mRID, names }: Pick<NewObject, 'kind' | 'mRID' | 'names'>): ObjectId | undefined => {
    if (!assigned.has(mRID)) return { id: mRID, kind: 'uuid', objectType: kind };
    return names.length > 0 ? objectIdOf({ kind, names }) : undefined;
  };
  const note = (to: Finding[], object: Pick<NewObject, 'kind' | 'mRID' | 'names'>, what: string): void => {
    const id = idOf(object);
    const named = objectIdOf({ kind: object.kind, names: object.names }).id || id?.id;
    const which = named === undefined ? `a ${wordsOf(object.kind)}` : `the ${wordsOf(object.kind)} ${named}`;
    to.push({ code: codes.ok, ...place, details: `${which} would be ${what}`, object: id });
  };

  function watching(tx: StoreTransaction, told: Finding[]): StoreTransaction {
    return {
      ...tx,
      async part(work) {
        const within: Finding[] = [];
        const done = await tx.part((part) => work(watching(part, within)));
        told.push(...within);
        return done;
      },
      async insert(objects, provenance) {
        const stored = await tx.insert(objects, provenance);
        for (const object of objects) note(told, object, `created${fromWhen(object)}`);
        return stored;
      },
      async replace(id, expected, next, provenance) {
        const stored = await tx.replace(id, expected, next, provenance);
        note(told, next, becoming(next, stored));
        return stored;
      },
      async putReadings(rows, options) {
        const count = await tx.putReadings(rows, options);
        const total = rows.reduce((sum, row) => sum + countOf(row), 0);
        const details = `${count} of ${total} readings would be new or changed`;
        told.push({ code: codes.ok, ...place, details });
        return count;
      },
      async stepTasks(steps) {
        const allowed = await tx.stepTasks(steps);
        for (const [at, { requestId, seq, to }] of steps.entries()) {
          if (allowed[at] !== true) continue;
          const task = (await tx.tasks(requestId, { after: seq - 1, limit: 1 }))[0];
          if (task === undefined) continue;
          const { named } = dataOf(task);
          told.push({
            code: codes.ok,
            ...place,
            details: `${task.action} on ${named.id} would be ${to}`,
            object: named,
          });
        }
        return allowed;
      },
      async addRequest(request, tasks) {
        await tx.addRequest(request, tasks);
        for (const { action, device, headEnd } of tasks) {
          const by = headEnd === '' ? '' : ` by the head end ${headEnd}`;
          const details = `${action} would be sent to the device ${device}${by}`;
          const object: ObjectId = { id: device, kind: 'uuid', objectType: 'EndDevice' };
          told.push({ code: codes.ok, ...place, details, object });
        }
      },
    };
  }

  return {
    notes,
    ids: {
      next() {
        const id = ids.next();
        assigned.add(id);
        return id;
      },
    },
    operation: (path, operationId) => void (place = { path, operationId }),
    watched: (tx) => watching(tx, notes),
  };
}

function becoming(next: NewObject, { version }: StoredObject): string {
  if (next.state !== 'active')
    return `${next.state}${next.validTo === undefined ? '' : ` from ${timeText(next.validTo)} on`}`;
  return `changed to version ${version}${fromWhen(next)}`;
}

function fromWhen({ validFrom }: NewObject): string {
  return validFrom === undefined ? '' : ` from ${timeText(validFrom)} on`;
}
