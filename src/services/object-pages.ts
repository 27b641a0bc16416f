import type { ObjectQuery, StoredObject, StoreReader } from '../ports/object-store.js';

/** All objects of a query, `size` at a time, in the order in which they were first stored. */
export async function* objectPages(
  store: StoreReader,
  query: Omit<ObjectQuery, 'after' | 'newestFirst' | 'offset' | 'limit'>,
  size: number,
): AsyncGenerator<readonly StoredObject[], void, void> {
  for (let after: number | undefined; ;) {
    const page = await store.objects({ ...query, after, limit: size });
    if (page.length > 0) yield page;
    if (page.length < size) return;
    after = page.at(-1)?.id;
  }
}
