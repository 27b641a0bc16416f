/** `resolve` for many references: the same rule, with the store asked for all of them at once. */
import type { ObjectName, ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { resolve, type Lookup, type Place, type Resolution } from './identification.js';

/** So few are looked up one by one: that asks for nothing that is not needed. */
const few = 3;

export interface Asked {
  readonly reference: ObjectReference;
  /** Where it stands in the message, for the finding. */
  readonly path: string;
}

/** What each reference means, in order. */
export async function resolveAll(
  store: StoreReader,
  places: readonly Place[],
  asked: readonly Asked[],
): Promise<readonly Resolution[]> {
  const source = asked.length <= few ? store : await lookedUp(store, places, asked);
  return Promise.all(asked.map(({ reference, path }) => resolve(source, places, reference, path)));
}

/** The identifiers that decide, looked up already; whatever else is asked for goes to the store. */
async function lookedUp(store: StoreReader, places: readonly Place[], asked: readonly Asked[]): Promise<Lookup> {
  const byMRID = new Map<string, StoredObject | undefined>();
  const byName = new Map<string, readonly StoredObject[]>();
  let open = [...new Set(asked.flatMap(({ reference: { mRID } }) => mRID ?? []))];
  const names = new Map<string, ObjectName>();
  for (const { reference } of asked) {
    const [first] = reference.names;
    if (reference.mRID === undefined && first !== undefined) names.set(keyOf('', first), first);
  }
  for (const { noun, kinds } of places) {
    const found = await store.objectsByMRIDs(noun, kinds, open);
    for (const mRID of open) byMRID.set(`${noun} ${mRID}`, found.get(mRID));
    open = open.filter((mRID) => (found.get(mRID)?.state ?? 'deleted') === 'deleted');
    const bearers = await store.objectsByNames([noun], kinds, [...names.values()]);
    for (const [at, name] of [...names.values()].entries()) byName.set(keyOf(noun, name), bearers[at] ?? []);
  }
  return {
    objectByMRID: async (noun, kinds, mRID) => {
      const key = `${noun} ${mRID}`;
      return byMRID.has(key) ? byMRID.get(key) : store.objectByMRID(noun, kinds, mRID);
    },
    objectsByName: async (nouns, kinds, name) =>
      byName.get(keyOf(nouns.join(), name)) ?? store.objectsByName(nouns, kinds, name),
  };
}

function keyOf(noun: string, { name, nameType, authority }: ObjectName): string {
  return JSON.stringify([noun, name, nameType ?? null, authority ?? null]);
}
