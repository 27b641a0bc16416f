/**
 * The audit as rows. Each statement finds the end of its chain and hangs its row on it; a chain has one writer, whose
 * statements come one after the other, so that nobody waits for anybody.
 */
import { type RawBuilder, sql } from 'kysely';
import type { AuditEntry, AuditReads, AuditRecord, AuditWrites } from '../ports/audit.js';
import type { Engine } from './engine.js';
import type { AuditTable, Db } from './tables.js';

/** The hash that the first record of a chain hangs on. */
export const genesis = 'genesis';

/** The statement that appends a record, to be given `auditValues`. */
export function appendAudit({ sha256 }: Pick<Engine, 'sha256'>): RawBuilder<unknown> {
  const before = (column: string): RawBuilder<unknown> =>
    sql`(select ${sql.ref(column)} from audit where chain = ${null} order by seq desc limit 1)`;
  const line = sql`${sql.lit('\n')}`;
  const hashed = sha256(
    sql`link.hash || ${line} || cast(link.chain as text) || ${line} || cast(link.seq as text) || ${line} || cast(${null} as text) || ${line} || cast(${null} as text)`,
  );
  return sql`insert into audit (chain, seq, at, entry, hash)
select link.chain, link.seq, cast(${null} as bigint), cast(${null} as text), ${hashed}
from (select cast(${null} as integer) as chain, coalesce(${before('seq')}, 0) + 1 as seq, coalesce(${before('hash')}, ${sql.lit(genesis)}) as hash) as link`;
}

/** The values of these parameters. */
export function auditValues({ at, document }: AuditEntry, chain: number): readonly unknown[] {
  const text = JSON.stringify(document);
  return [at, text, String(at), text, chain, chain, chain];
}

const recordOf = ({ chain, seq, at, entry, hash }: AuditTable): AuditRecord => ({ chain, seq, at, text: entry, hash });

export function auditReads(db: Db): AuditReads {
  return {
    auditHeads: async () =>
      db
        .selectFrom('audit as a')
        .select(['a.chain', 'a.seq', 'a.hash'])
        .where('a.seq', '=', (eb) =>
          eb
            .selectFrom('audit as b')
            .select((inner) => inner.fn.max('b.seq').as('seq'))
            .whereRef('b.chain', '=', 'a.chain'),
        )
        .orderBy('a.chain')
        .execute(),
    auditRecords: async ({ chain, after, limit }) => {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('chain', '=', chain)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(recordOf);
    },
    latestAudit: async (limit, before) => {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .$if(before !== undefined, (query) => query.where('at', '<', before!))
        .orderBy('at', 'desc')
        .orderBy('chain')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(recordOf);
    },
  };
}

/** @param chain that of this process */
export function auditWrites(engine: Engine, db: Db, chain: number): AuditWrites {
  const { statement } = auditStatement(engine);
  return {
    addAudit: async (entries) => {
      const parameters = entries.map((entry) => auditValues(entry, chain));
      await engine.changeEach(db, sql`${statement} returning 1`, parameters);
    },
  };
}

const statements = new WeakMap<object, { readonly statement: RawBuilder<unknown> }>();

function auditStatement(engine: Engine): { readonly statement: RawBuilder<unknown> } {
  const known = statements.get(engine) ?? { statement: appendAudit(engine) };
  statements.set(engine, known);
  return known;
}
