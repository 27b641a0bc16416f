/** Disconnects that were counted, the state of the brake, messages on hold, and the nonces that were used. */
import type { NonceKeeping } from '../ports/nonces.js';
import type { JsonObject } from '../ports/object-store.js';
import type { HeldMessage, SafeguardReads, SafeguardWrites } from '../ports/safeguards.js';
import { json } from './rows.js';
import type { Db, HeldMessagesTable } from './tables.js';

const heldOf = ({ document, ...row }: HeldMessagesTable): HeldMessage => ({ ...row, document: json(document) });

export function safeguardReads(db: Db): SafeguardReads {
  return {
    disconnectsBetween: async (after, before) => {
      const rows = await db
        .selectFrom('disconnects')
        .selectAll()
        .where('at', '>', after)
        .where('at', '<', before)
        .orderBy('at')
        .execute();
      return rows.map(({ request_id: request, ...row }) => ({ request, ...row }));
    },
    safeguard: async (name) => {
      const row = await db.selectFrom('safeguards').select('document').where('name', '=', name).executeTakeFirst();
      return row && json<JsonObject>(row.document);
    },
    heldMessage: async (id) => {
      const row = await db.selectFrom('held_messages').selectAll().where('id', '=', id).executeTakeFirst();
      return row && heldOf(row);
    },
    heldMessages: async (state, limit) => {
      const query = db.selectFrom('held_messages').selectAll().where('state', '=', state);
      const rows = await query.orderBy('at').orderBy('id').limit(limit).execute();
      return rows.map(heldOf);
    },
    countHeld: async (principal) => {
      const { count } = await db
        .selectFrom('held_messages')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('state', '=', 'held')
        .where('principal', '=', principal)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

/** Writes over the transaction `db`. */
export function safeguardWrites(db: Db): SafeguardWrites {
  return {
    countDisconnects: async (counted) => {
      for (const { request, entry, principal, at, devices } of counted)
        await db
          .insertInto('disconnects')
          .values({ request_id: request, entry, principal, at, devices })
          .onConflict((conflict) => conflict.columns(['request_id', 'entry']).doUpdateSet({ at, devices }))
          .execute();
    },
    uncountDisconnects: async (request) => {
      await db.deleteFrom('disconnects').where('request_id', '=', request).execute();
    },
    forgetDisconnects: async (before) => {
      await db.deleteFrom('disconnects').where('at', '<', before).execute();
    },
    setSafeguard: async (name, document) => {
      if (document === undefined) {
        await db.deleteFrom('safeguards').where('name', '=', name).execute();
        return;
      }
      const text = JSON.stringify(document);
      await db
        .insertInto('safeguards')
        .values({ name, document: text })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ document: text }))
        .execute();
    },
    holdMessage: async (message) => {
      await db
        .insertInto('held_messages')
        .values({ ...message, document: JSON.stringify(message.document) })
        .execute();
    },
    moveHeldMessage: async (id, from, to, document) => {
      const { numUpdatedRows } = await db
        .updateTable('held_messages')
        .set({ state: to, document: JSON.stringify(document) })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** Outside of transactions: what it forgets nobody asks for. */
export function nonceKeeping(reader: Db, write: <T>(work: (db: Db) => Promise<T>) => Promise<T>): NonceKeeping {
  return {
    countNonces: async () => {
      const { count } = await reader
        .selectFrom('nonces')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    forgetNonces: (before) =>
      write(async (db) => void (await db.deleteFrom('nonces').where('until', '<', before).execute())),
  };
}
