/** What Kysely has to know of SQLite. */
import { type Kysely, type LimitNode, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Flavour } from './line-dialect.js';

/**
 * SQLite looks at what is bound to a bare `limit ?` when it plans, and so makes the plan anew each time the statement is run with
 * parameters, which costs several times what a look-up costs. Of a sum it knows nothing beforehand.
 */
class PlannedOnce extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    this.append('limit (');
    this.visitNode(node.limit);
    this.append(' + 0)');
  }
}

/** A schema change is all or nothing here, unlike with Kysely's own dialect for SQLite. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export const sqliteFlavour: Flavour = {
  compiler: new PlannedOnce(),
  adapter: new TransactionalAdapter(),
  introspector: (db: Kysely<never>) => new SqliteIntrospector(db),
};
