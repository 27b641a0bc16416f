/**
 * Tells subscribers what has been stored, in the transaction that stores it: neither is without the other. Costs nothing while nobody
 * has subscribed to the noun.
 */
import type { Json, NewObject, StoreTransaction } from '../ports/object-store.js';
import { fanOut, subscribersOf, type Publication, type PublishPorts } from './fan-out.js';
import { outageFeed } from './outage-feed.js';
import type { Subject } from './subject.js';

export type { Publication, PublishPorts } from './fan-out.js';

/** Adds a delivery for each subscription that fits; in a storm, power events later and together. */
export async function publish(tx: StoreTransaction, ports: PublishPorts, publication: Publication): Promise<void> {
  if (subscribersOf(ports, publication.noun, publication.except).length === 0) return;
  const now = await outageFeed(ports).collect(tx, publication);
  if (now !== undefined) await fanOut(tx, ports, now);
}

/** The same for objects of a noun and the definitions that came with them; nothing is told of definitions alone. */
export async function publishObjects(
  tx: StoreTransaction,
  { noun, row, kinds, ports }: Subject,
  verb: string,
  objects: readonly Pick<NewObject, 'kind' | 'document'>[],
  correlationId: string | undefined,
): Promise<void> {
  if (subscribersOf(ports, noun).length === 0) return;
  if (row.objects === 'payload') {
    for (const { document: root } of objects)
      await publish(tx, ports, { noun, verb, root, objects: 'payload', correlationId });
    return;
  }
  if (!objects.some(({ kind }) => kinds.includes(kind))) return;
  const root: Record<string, Json[]> = {};
  for (const { kind, document } of objects) (root[kind] ??= []).push(document);
  await publish(tx, ports, { noun, verb, root, objects: kinds, correlationId });
}
