/** Which meters are linked to which usage points: read from the linkage objects, wherever they came from. */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { devicePlaces, listOf, objectIdOf, referenceOf, usagePointPlaces } from './identification.js';
import { at, linksOf } from './links.js';
import { resolveAll, type Asked } from './resolve-all.js';

/** More links of one usage point than any network has. */
const mostLinks = 1000;

/** Meters, or why there are none. */
export type Linked = { readonly meters: readonly StoredObject[] } | { readonly finding: Finding };

/**
 * For each element that means a usage point, its active meters, each once, in the order in which they were linked.
 * A link whose effective time is still to come does not count yet.
 * @param now milliseconds since 1970
 */
export async function metersOfUsagePoints(
  store: StoreReader,
  asked: readonly Asked[],
  now: number,
): Promise<readonly Linked[]> {
  const points = await resolveAll(store, usagePointPlaces, asked);
  const linked = await askAll(points, async (point) => ('object' in point ? linkedTo(store, point.object, now) : []));
  const found = await resolveAll(store, devicePlaces, linked.flat());
  let next = 0;
  return points.map((point, which): Linked => {
    const its = found.slice(next, (next += linked[which]?.length ?? 0));
    if (!('object' in point)) return point;
    const meters = new Map<string, StoredObject>();
    for (const one of its)
      if ('object' in one && one.object.state === 'active') meters.set(one.object.mRID, one.object);
    return meters.size > 0 ? { meters: [...meters.values()] } : { finding: withoutMeter(asked[which]!) };
  });
}

/** The meters of the usage point that an element means, or why there are none. */
export async function metersOfUsagePoint(
  store: StoreReader,
  reference: ObjectReference,
  path: string,
  now: number,
): Promise<Linked> {
  const [found] = await metersOfUsagePoints(store, [{ reference, path }], now);
  return found!;
}

/** What the links of a usage point that are in force name as its meters. */
async function linkedTo(store: StoreReader, { mRID, names }: StoredObject, now: number): Promise<readonly Asked[]> {
  const links = await linksOf(store, [{ kind: 'UsagePoint', mRID, names }], at(now), mostLinks);
  return links.flatMap(({ document }) =>
    [...listOf(document['Meter']), ...listOf(document['EndDevice'])].map((element) => ({
      reference: referenceOf('Meter', element),
      path: '',
    })),
  );
}

function withoutMeter({ reference, path }: Asked): Finding {
  const object = objectIdOf(reference);
  const details = `no meter in service is linked to the usage point ${object.id}; link one by MasterDataLinkageConfig`;
  return { code: codes.meterUsagePointMismatch, path, details, object, values: { object: object.id } };
}
