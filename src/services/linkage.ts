/** Which meters are linked to which usage points: read from the linkage objects, wherever they came from. */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import {
  devicePlaces,
  listOf,
  memberOf,
  objectIdOf,
  referenceOf,
  resolve,
  usagePointPlaces,
} from './identification.js';
import { boundOf } from './instant.js';
import { linkageNoun } from './places.js';

/** More links of one usage point than any network has. */
const mostLinks = 1000;

/**
 * The active meters linked to a usage point, each once, in the order in which they were linked.
 * A link whose effective time is still to come does not count yet.
 * @param now milliseconds since 1970
 */
export async function metersAt(store: StoreReader, usagePoint: StoredObject, now: number): Promise<StoredObject[]> {
  const { mRID, names } = usagePoint;
  const links = await store.objects({
    noun: linkageNoun,
    referringTo: [{ kind: 'UsagePoint', mRID, names }],
    limit: mostLinks,
  });
  const meters = new Map<string, StoredObject>();
  for (const { document } of links) {
    const effective = memberOf(document['ConfigurationEvent'], 'effectiveDateTime');
    if (typeof effective === 'string' && (boundOf(effective) ?? 0) > now * 1000) continue;
    for (const element of [...listOf(document['Meter']), ...listOf(document['EndDevice'])]) {
      const found = await resolve(store, devicePlaces, referenceOf('Meter', element), '');
      if ('object' in found && found.object.state === 'active') meters.set(found.object.mRID, found.object);
    }
  }
  return [...meters.values()];
}

/** The meters of the usage point that an element means, or why there are none. */
export async function metersOfUsagePoint(
  store: StoreReader,
  reference: ObjectReference,
  path: string,
  now: number,
): Promise<{ readonly meters: readonly StoredObject[] } | { readonly finding: Finding }> {
  const found = await resolve(store, usagePointPlaces, reference, path);
  if (!('object' in found)) return found;
  const meters = await metersAt(store, found.object, now);
  if (meters.length > 0) return { meters };
  const object = objectIdOf(reference);
  const details = `no meter in service is linked to the usage point ${object.id}; link one by MasterDataLinkageConfig`;
  return { finding: { code: codes.meterUsagePointMismatch, path, details, object, values: { object: object.id } } };
}
