/**
 * Changes and ends of master data whose effective time is still to come: kept with a job for that moment, withdrawn by cancel. Those
 * whose time has passed already hold from then on, as long as that is in order.
 */
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, Provenance, StoredObject, StoreTransaction } from '../ports/object-store.js';
import type { PendingChange } from '../ports/pending-changes.js';
import { startOf, timeText } from './effective.js';
import { idOfStored, wordsOf } from './identification.js';
import type { Subject } from './subject.js';

export const effectiveQueue = 'effective-changes';

/** An object to be changed or ended, and where and how the message names it. */
export interface Target {
  readonly object: StoredObject;
  readonly path: string;
  readonly given: ObjectId;
}

/** What is to be done to it, and when. */
export interface Wish {
  readonly verb: PendingChange['verb'];
  /** Microseconds since 1970. */
  readonly effective: number;
  readonly element?: JsonObject | undefined;
  readonly provenance: Provenance;
}

/** Why a change cannot hold from that time on: something later has been said already. */
export async function outOfOrder(
  tx: StoreTransaction,
  { object, path, given }: Target,
  { effective }: Pick<Wish, 'effective'>,
): Promise<Finding | undefined> {
  const refused = (details: string): Finding => ({
    code: codes.canceledByRule,
    path,
    details,
    object: given,
    values: { details: 'the effective times are in the wrong order' },
  });
  const start = object.version === 1 ? object.validFrom : startOf(object);
  const what = `${wordsOf(object.kind)} ${given.id || object.mRID}`;
  if (start !== undefined && effective < start) {
    return refused(
      `it would hold from ${timeText(effective)}, but what is known of the ${what} holds from ${timeText(start)}; give a time from then on`,
    );
  }
  const pending = await pendingOf(tx, object);
  const end = pending.find(({ verb, effective: then }) => verb !== 'change' && then <= effective);
  if (end === undefined) return undefined;
  return refused(
    `the ${what} is to be ${pastOf[end.verb]} at ${timeText(end.effective)} already; give an earlier time, or cancel that first`,
  );
}

const pastOf = { change: 'changed', close: 'closed', delete: 'deleted' } as const;

/** Keeps a wish until its time; answers what the caller is told. */
export async function pend(tx: StoreTransaction, subject: Subject, target: Target, wish: Wish): Promise<Finding> {
  const { noun, ports } = subject;
  const { object, path, given } = target;
  const id = ports.ids.next();
  await tx.addPendingChanges([{ ...wish, id, noun, kind: object.kind, mRID: object.mRID }]);
  await tx.addJobs([{ queue: effectiveQueue, key: id, due: Math.ceil(wish.effective / 1000), data: {} }]);
  const details = `the ${wordsOf(object.kind)} ${given.id || object.mRID} is ${pastOf[wish.verb]} at ${timeText(wish.effective)}; cancel withdraws that until then`;
  return { code: codes.accepted, path, details, object: given.id === '' ? idOfStored(object) : given };
}

/** What is still to come for an object; what could not come into force is not among it. */
export async function pendingOf(
  tx: Pick<StoreTransaction, 'pendingChanges'>,
  { noun, mRID }: Pick<StoredObject, 'noun' | 'mRID'>,
): Promise<readonly PendingChange[]> {
  return (await tx.pendingChanges(noun, [mRID])).filter(({ refused }) => refused === undefined);
}

/** Takes back changes that have not come into force. */
export async function withdraw(tx: StoreTransaction, changes: readonly PendingChange[]): Promise<void> {
  const ids = changes.map(({ id }) => id);
  await tx.removePendingChanges(ids);
  await tx.removeJobs(effectiveQueue, ids);
}
