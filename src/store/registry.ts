/** Reply endpoints and subscriptions that the API has made: documents by name. */
import type { RegistryReads, RegistryWrites, ReplyEndpoint, Subscription } from '../ports/registry.js';
import { json } from './rows.js';
import type { Db } from './tables.js';

/** Reads over `db`, which is a transaction or not; in order of the names. */
export function registryReads(db: Db): RegistryReads {
  const all = async <T>(table: 'endpoints' | 'subscriptions'): Promise<readonly T[]> => {
    const rows = await db.selectFrom(table).select(['name', 'document']).orderBy('name').execute();
    return rows.map(({ name, document }) => {
      try {
        return json<T>(document);
      } catch {
        // left out it would be missed only when the first reply is refused
        throw new Error(`the row "${name}" of the table ${table} cannot be read; mend or remove it`);
      }
    });
  };
  return {
    savedEndpoints: () => all<ReplyEndpoint>('endpoints'),
    savedSubscriptions: () => all<Subscription>('subscriptions'),
  };
}

/** Writes over the transaction `db`. */
export function registryWrites(db: Db): RegistryWrites {
  const save = async (table: 'endpoints' | 'subscriptions', value: { readonly name: string }): Promise<void> => {
    const document = JSON.stringify(value);
    await db
      .insertInto(table)
      .values({ name: value.name, document })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ document }))
      .execute();
  };
  const remove = async (table: 'endpoints' | 'subscriptions', name: string): Promise<boolean> => {
    const { numDeletedRows } = await db.deleteFrom(table).where('name', '=', name).executeTakeFirst();
    return numDeletedRows > 0n;
  };
  return {
    saveEndpoint: (endpoint) => save('endpoints', endpoint),
    removeEndpoint: (name) => remove('endpoints', name),
    saveSubscription: (subscription) => save('subscriptions', subscription),
    removeSubscription: (name) => remove('subscriptions', name),
  };
}
