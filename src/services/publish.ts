/**
 * Tells subscribers what has been stored, in the transaction that stores it: neither is without the other. Costs nothing while nobody
 * has subscribed to the noun.
 */
import type { StoreTransaction } from '../ports/object-store.js';
import { fanOut, type Publication, type PublishPorts } from './fan-out.js';

export type { Publication, PublishPorts } from './fan-out.js';

/** Adds a delivery for each subscription that fits. */
export async function publish(tx: StoreTransaction, ports: PublishPorts, publication: Publication): Promise<void> {
  await fanOut(tx, ports, publication);
}
