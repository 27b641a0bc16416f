/**
 * Devices that are never disconnected: at usage points that somebody's life or safety may hang on (security.md §2). Found by the
 * customer's special need, the priority of the usage point, and groups that the settings name.
 */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import type { FoundTarget } from './control-checks.js';
import type { CriticalSettings } from './guard.js';
import { groupsOf } from './groups-of-device.js';
import { devicePlaces, resolve, usagePointPlaces } from './identification.js';
import { reachedFrom } from './link-walk.js';
import { at } from './links.js';
import { placesOf } from './places.js';

const usagePoints = { noun: 'UsagePointConfig', kinds: ['UsagePoint'] };
const customers = { noun: 'CustomerConfig', kinds: ['Customer'] };

/** What keeps a device from being disconnected; undefined when nothing does. */
export async function criticalFinding(
  store: StoreReader,
  { specialNeed, servicePriorities, groups }: CriticalSettings,
  { device, named, path }: FoundTarget,
  now: number,
): Promise<Finding | undefined> {
  const because = (why: string): Finding => ({
    code: codes.policyViolation,
    path,
    details: `${named.id} may not be disconnected: ${why}`,
    object: named,
    values: { details: 'a critical usage point' },
  });
  if (groups.length > 0) {
    const its = await groupsOf(store, device, now);
    const found = groups.find((name) => its.has(name));
    if (found !== undefined) return because(`it is in the group ${found}`);
  }
  const own: ObjectReference = { kind: 'Meter', mRID: device.mRID, names: device.names };
  if (servicePriorities.length > 0) {
    const points = await objectsAt(store, await reachedFrom(store, [own], usagePoints, at(now), path), 'UsagePoint');
    for (const { document } of points) {
      const priority = document['servicePriority'];
      if (typeof priority === 'string' && servicePriorities.includes(priority.trim()))
        return because(`its usage point has the service priority ${priority.trim()}`);
    }
  }
  if (specialNeed) {
    // from the meter itself: what lies between need not be stored here
    const owners = await reachedFrom(store, [own], customers, at(now), path);
    for (const { document } of await objectsAt(store, owners, 'Customer')) {
      const need = document['specialNeed'];
      if (typeof need === 'string' && need.trim() !== '') return because('its customer has a special need');
    }
  }
  return undefined;
}

/** Of references, the objects of a kind. */
async function objectsAt(
  store: StoreReader,
  references: readonly ObjectReference[],
  kind: string,
): Promise<readonly StoredObject[]> {
  const meant = references.filter((one) => one.kind === kind);
  const places = kind === 'UsagePoint' ? usagePointPlaces : kind === 'Meter' ? devicePlaces : placesOf(kind);
  const found = await askAll(meant, (reference) => resolve(store, places, reference, ''));
  return found.flatMap((one) => ('object' in one ? [one.object] : []));
}
