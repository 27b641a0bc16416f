/** Brings pending changes of master data into force when their time is there; the jobs may come twice, the changes do not. */
import { ReplyError, type Finding } from '../message/finding.js';
import type { NewObject, StoredObject, StoreTransaction } from '../ports/object-store.js';
import type { PendingChange } from '../ports/pending-changes.js';
import { elementsOf, invalidAfter, nameTaken } from './change-objects.js';
import { endedAt } from './effective.js';
import { applyElements } from './element-operations.js';
import { linked } from './end-objects.js';
import { idOfStored } from './identification.js';
import { timeStampOf } from './instant.js';
import type { NounTable, ServicePorts } from './noun-row.js';
import { merged, nextVersion } from './object-writer.js';
import { effectiveQueue, withdraw } from './pending.js';
import { linkageNoun } from './places.js';
import { publishObjects } from './publish.js';
import { subjectOf, type Subject } from './subject.js';

/** One after the other, as they are due: those of one object build on each other. */
const concurrency = 1;

/** Serves the jobs of pending changes, for all nouns of the table. */
export function serveEffectiveChanges(table: NounTable, ports: ServicePorts): void {
  const rows = new Map(Object.entries(table));
  ports.jobs.serve(effectiveQueue, concurrency, ({ key }) =>
    ports.store.transaction(async (tx) => {
      const change = await tx.pendingChange(key);
      if (change === undefined || change.refused !== undefined) return;
      const row = rows.get(change.noun);
      const subject = row && subjectOf(row, change.noun, ports);
      const reason =
        subject === undefined ? `${change.noun} is not served any more` : await comeIntoForce(tx, subject, change);
      if (reason !== undefined) await tx.refusePendingChange(key, reason);
    }),
  );
}

/** Writes the next version; answers why there is none. */
async function comeIntoForce(
  tx: StoreTransaction,
  subject: Subject,
  change: PendingChange,
): Promise<string | undefined> {
  const { noun, kind, mRID, verb, provenance } = change;
  const object = await tx.objectByMRID(noun, [kind], mRID);
  if (object === undefined || !canStill(verb, object)) return `it is ${object?.state ?? 'not there'}`;
  const made = nextOf(subject, object, change);
  if ('findings' in made) return new ReplyError(...made.findings).message;
  const { next } = made;
  const finding = await objectionTo(tx, subject, object, next, change);
  if (finding) return new ReplyError(finding).message;
  await withdraw(tx, [change]);
  const follower = change.element?.['successor'];
  if (noun === linkageNoun && typeof follower === 'string')
    await withdraw(tx, await tx.pendingChanges(noun, [follower]));
  const at = timeStampOf(subject.ports.clock.now());
  await tx.replace(object.id, object.version, next, { ...provenance, at });
  const { correlationId, messageId } = provenance;
  await publishObjects(tx, subject, past[verb], [next], correlationId ?? messageId);
  return undefined;
}

/** What is closed or canceled can be deleted, and nothing else be done to it. */
function canStill(verb: PendingChange['verb'], { state }: StoredObject): boolean {
  return state === 'active' || (verb === 'delete' && state !== 'deleted');
}

const past = { change: 'changed', close: 'closed', delete: 'deleted' } as const;

function nextOf(
  subject: Subject,
  object: StoredObject,
  { verb, effective, element }: PendingChange,
): { readonly next: NewObject } | { readonly findings: readonly Finding[] } {
  if (verb !== 'change') return { next: endedAt(object, past[verb], effective) };
  const elements = elementsOf(element);
  const made = elements
    ? applyElements(object.document, elements.element, elements.verb, object.kind)
    : { document: merged(object, element ?? {}) };
  if ('findings' in made) return made;
  const { noun, ports } = subject;
  const findings = elements ? invalidAfter(ports, noun, object.kind, made.document, object.kind) : [];
  if (findings.length > 0) return { findings };
  const next = nextVersion(subject, object, made.document, 'active', elements?.element ?? element);
  return { next: { ...next, validFrom: effective } };
}

async function objectionTo(
  tx: StoreTransaction,
  subject: Subject,
  object: StoredObject,
  next: NewObject,
  { verb, effective }: PendingChange,
): Promise<Finding | undefined> {
  if (verb === 'change') return nameTaken(tx, subject, object, next, '');
  return verb === 'delete' ? linked(tx, object, '', idOfStored(object), effective) : undefined;
}
