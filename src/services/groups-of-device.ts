/** Which groups a device is in: as a device, or by a usage point it is linked to. */
import type { ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { aliasesOf, at } from './links.js';
import { reachedFrom } from './link-walk.js';

/** Groups of one device at most. */
const mostGroups = 1_000;

/** The mRIDs and names of the groups that are in force; `now` in milliseconds since 1970. */
export async function groupsOf(
  store: StoreReader,
  { mRID, names }: Pick<StoredObject, 'mRID' | 'names'>,
  now: number,
): Promise<ReadonlySet<string>> {
  const device: ObjectReference = { kind: 'Meter', mRID, names };
  const points = await reachedFrom(store, [device], { noun: 'UsagePointConfig', kinds: ['UsagePoint'] }, at(now), '');
  const members: readonly (readonly [noun: string, kind: string, members: readonly ObjectReference[]])[] = [
    ['EndDeviceGroups', 'EndDeviceGroup', aliasesOf(device)],
    ['UsagePointGroups', 'UsagePointGroup', points.filter(({ kind }) => kind === 'UsagePoint')],
  ];
  const found = new Set<string>();
  for (const [noun, kind, referringTo] of members) {
    if (referringTo.length === 0) continue;
    const groups = await store.objects({ noun, kinds: [kind], referringTo, limit: mostGroups });
    for (const group of groups) for (const name of [group.mRID, ...group.names.map((one) => one.name)]) found.add(name);
  }
  return found;
}
