/** Which meters are linked to which usage points: read from the linkage objects, wherever they came from. */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { devicePlaces, listOf, objectIdOf, referenceOf, usagePointPlaces } from './identification.js';
import { at, linksOf, type Span } from './links.js';
import { merged, within, type Period } from './reading-coverage.js';
import { resolveAll, type Asked } from './resolve-all.js';

/** Most links of one usage point within the time asked about; more are refused. */
const mostLinks = 1000;

/** A meter at a usage point, and when it was there within the periods asked about; always when no period was asked about. */
export type LinkedMeter = StoredObject & { readonly linked?: readonly Period[] | undefined };

/** Meters, or why there are none. */
export type Linked = { readonly meters: readonly LinkedMeter[] } | { readonly finding: Finding };

/**
 * For each element that means a usage point, its meters, each once, in the order in which they were linked: those in service that are
 * linked now, a link whose effective time is still to come not counting yet.
 * @param now milliseconds since 1970
 * @param during instead of now: those that were linked at some time of these periods, in service or not any more
 */
export async function metersOfUsagePoints(
  store: StoreReader,
  asked: readonly Asked[],
  now: number,
  during?: readonly Period[],
): Promise<readonly Linked[]> {
  const span = during === undefined ? at(now) : spanOf(during);
  const points = await resolveAll(store, usagePointPlaces, asked);
  const linked = await askAll(points, async (point) => ('object' in point ? linkedTo(store, point.object, span) : []));
  const found = await resolveAll(store, devicePlaces, linked.flat());
  let next = 0;
  return points.map((point, which): Linked => {
    const links = linked[which] ?? [];
    const its = found.slice(next, (next += links.length));
    if (!('object' in point)) return point;
    if (links.length > mostLinks) return { finding: tooManyLinks(asked[which]!) };
    const meters = new Map<string, LinkedMeter>();
    for (const [which, one] of its.entries()) {
      if (!('object' in one)) continue;
      const { object } = one;
      if (during === undefined) {
        if (object.state === 'active') meters.set(object.mRID, object);
        continue;
      }
      const parts = during.flatMap((period) => within(period, links[which]!.inForce) ?? []);
      const known = meters.get(object.mRID)?.linked ?? [];
      if (parts.length > 0) meters.set(object.mRID, { ...object, linked: merged([...known, ...parts]) });
    }
    return meters.size > 0
      ? { meters: [...meters.values()] }
      : { finding: withoutMeter(asked[which]!, during !== undefined) };
  });
}

function spanOf(periods: readonly Period[]): Span {
  const from = Math.min(...periods.map(({ after }) => after ?? Number.MIN_SAFE_INTEGER));
  return { from, until: Math.max(...periods.map(({ until }) => until)) };
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

/** A meter that a link names, and when the link was in force. */
interface LinkedReference extends Asked {
  readonly inForce: Partial<Period>;
}

/** What the links of a usage point that are in force name as its meters; one more than `mostLinks` when there are more links. */
async function linkedTo(
  store: StoreReader,
  { mRID, names }: StoredObject,
  span: Span,
): Promise<readonly LinkedReference[]> {
  const links = await linksOf(store, [{ kind: 'UsagePoint', mRID, names }], span, mostLinks + 1);
  return links
    .flatMap(({ document, validFrom, validTo }) =>
      [...listOf(document['Meter']), ...listOf(document['EndDevice'])].map((element) => ({
        reference: referenceOf('Meter', element),
        path: '',
        // what was measured at the moment of an exchange is of both meters: the last value of one, the first of the other
        inForce: { after: validFrom === undefined ? undefined : validFrom - 1, until: validTo },
      })),
    )
    .slice(0, mostLinks + 1);
}

function tooManyLinks({ reference, path }: Asked): Finding {
  const object = objectIdOf(reference);
  const details = `more than ${mostLinks} links of the usage point ${object.id} were in force then; ask about a shorter period, or name the meters`;
  return { code: codes.tooManyItems, path, details, object, values: { limit: String(mostLinks) } };
}

function withoutMeter({ reference, path }: Asked, past: boolean): Finding {
  const object = objectIdOf(reference);
  const details = past
    ? `no meter was linked to the usage point ${object.id} in the periods asked about; name the meter, or link it by MasterDataLinkageConfig with the effective time from which on it was there`
    : `no meter in service is linked to the usage point ${object.id}; link one by MasterDataLinkageConfig`;
  return { code: codes.meterUsagePointMismatch, path, details, object, values: { object: object.id } };
}
