/** Looks at the store that many callers take in one moment, made as one: under load the statements cost more than the rows. */
import type { ObjectName, StoredObject, StoreReader } from '../ports/object-store.js';
import type { Task } from '../ports/requests.js';
import { gather, gatherBy, type When } from './gather.js';

interface ByMRID {
  readonly noun: string;
  readonly kinds: readonly string[] | undefined;
  readonly mRID: string;
}

interface ByName {
  readonly nouns: readonly string[];
  readonly kinds: readonly string[];
  readonly name: ObjectName;
}

/** The same reads, those of one moment together: `when` says how long a moment is. */
export function gatheredReads(reads: StoreReader, when: When): StoreReader {
  const byMRID = gatherBy(
    ({ noun, kinds }: ByMRID) => `${noun} ${kinds?.join() ?? '*'}`,
    async (keys): Promise<readonly (StoredObject | undefined)[]> => {
      const [{ noun, kinds, mRID }] = keys as readonly [ByMRID];
      if (keys.length === 1) return [await reads.objectByMRID(noun, kinds, mRID)];
      const found = await reads.objectsByMRIDs(
        noun,
        kinds,
        keys.map((key) => key.mRID),
      );
      return keys.map((key) => found.get(key.mRID));
    },
    when,
  );
  const byName = gatherBy(
    ({ nouns, kinds }: ByName) => `${nouns.join()} ${kinds.join()}`,
    async (keys): Promise<readonly (readonly StoredObject[])[]> => {
      const [{ nouns, kinds, name }] = keys as readonly [ByName];
      if (keys.length === 1) return [await reads.objectsByName(nouns, kinds, name)];
      return reads.objectsByNames(
        nouns,
        kinds,
        keys.map((key) => key.name),
      );
    },
    when,
  );
  const activeTasks = gather(async (lists: readonly (readonly string[])[]): Promise<readonly (readonly Task[])[]> => {
    const tasks = await reads.activeTasks([...new Set(lists.flat())]);
    if (lists.length === 1) return [tasks];
    const byDevice = new Map<string, Task[]>();
    for (const task of tasks) {
      const known = byDevice.get(task.device);
      if (known === undefined) byDevice.set(task.device, [task]);
      else known.push(task);
    }
    return lists.map((devices) => [...new Set(devices)].flatMap((device) => byDevice.get(device) ?? []));
  }, when);
  return {
    ...reads,
    objectByMRID: (noun, kinds, mRID) => byMRID({ noun, kinds, mRID }),
    objectsByName: (nouns, kinds, name) => byName({ nouns, kinds, name }),
    activeTasks,
  };
}
