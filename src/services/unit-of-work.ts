/**
 * Services inside somebody else's transaction: the same ports, but what they write becomes part of it. Nothing of it is real before
 * the whole is.
 */
import { BatchRefused, type Batch, type ObjectStore, type StoreTransaction } from '../ports/object-store.js';
import type { ReplyTo } from '../ports/requests.js';
import type { DisconnectTally } from './disconnect-tally.js';
import type { ServicePorts } from './noun-row.js';
import { inState } from './subject.js';

/** What the service of a noun is given inside a set of operations. */
export interface PortsWithin extends ServicePorts {
  /** The ports of the gateway, for what is held in memory only; their store must not be touched. */
  readonly outside: ServicePorts;
  /** To whom replies go that come after the answer to the whole; undefined when it is answered at once. */
  readonly replyTo: ReplyTo | undefined;
  /** Runs when the transaction is over, and hears whether what has been written here is on disk, or undone. */
  readonly afterwards: (run: (isOnDisk: boolean) => void) => void;
  /** What all operations of a set disconnect together. */
  readonly disconnects?: DisconnectTally | undefined;
}

/** A store that is one transaction, as the service of one operation sees it. */
export interface StoreWithin {
  readonly store: ObjectStore;
  /** Throws when something has failed that was to be undone alone, and yet the service goes on: all of it must be undone then. */
  readonly assertWhole: () => void;
}

/** A store over `tx`, a part of a transaction that is undone when the service fails. */
export function storeWithin(tx: StoreTransaction): StoreWithin {
  let failure: unknown;
  const noted = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      failure ??= error;
      throw error;
    }
  };
  const store: ObjectStore = {
    ...tx,
    transaction: (work) => noted(() => work(tx)),
    write: (batch) => noted(() => writeIn(tx, batch)),
    // nothing is to be heard of before the commit, and then it is the outer store that tells
    onAdded: () => () => {},
    prepareReadings: noHousekeeping,
    forgetReadings: noHousekeeping,
    countNonces: noHousekeeping,
    forgetNonces: noHousekeeping,
    close: () => Promise.reject(new Error('a store inside a transaction ends with it')),
  };
  const assertWhole = (): void => {
    if (failure !== undefined)
      throw new Error('a service has gone on after what it has written was undone', { cause: failure });
  };
  return { store, assertWhole };
}

const noHousekeeping = (): Promise<never> => Promise.reject(new Error('no service keeps house'));

/** Writes what `ObjectStore.write` would write, by the calls of a transaction. */
async function writeIn(tx: StoreTransaction, batch: Batch): Promise<void> {
  const { steps, ends, states, unneeded, objects, request, jobs, deliveries, answer, audit, nonce } = batch;
  if (nonce !== undefined) throw new Error('a nonce is used before anything else is written');
  if (steps !== undefined && (await tx.stepTasks(steps)).includes(false)) throw new BatchRefused('a step');
  for (const { id, reply, at } of ends ?? [])
    if (!(await tx.endRequest(id, reply, at))) throw new BatchRefused('the end of a request');
  for (const { noun, kind, mRID, from, to, provenance } of states ?? []) {
    const object = await tx.objectByMRID(noun, [kind], mRID);
    if (object?.state !== from) throw new BatchRefused('a change of state');
    await tx.replace(object.id, object.version, inState(object, to), provenance);
  }
  for (const { queue, key } of unneeded ?? []) await tx.removeJobs(queue, [key]);
  if (objects !== undefined) await tx.insert(objects.objects, objects.provenance);
  if (request !== undefined) await tx.addRequest(request.request, request.tasks);
  if (jobs !== undefined) await tx.addJobs(jobs);
  if (deliveries !== undefined) await tx.addDeliveries(deliveries);
  if (answer !== undefined) await tx.keepAnswer(answer);
  if (audit !== undefined) await tx.addAudit(audit);
}
