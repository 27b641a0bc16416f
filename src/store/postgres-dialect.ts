/** What Kysely has to know of PostgreSQL. */
import {
  type CreateTableNode,
  type DataTypeNode,
  type Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Pool } from 'pg';
import type { Flavour } from './line-dialect.js';

/** Texts sort by their code points, as with SQLite, whatever the database was made with: answers have one order. */
class PlainTexts extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text' && this.nodeStack.some(isTable)) this.append(' collate "C"');
  }
}

function isTable({ kind }: { readonly kind: string }): boolean {
  return kind === ('CreateTableNode' satisfies CreateTableNode['kind']) || kind === 'AlterTableNode';
}

export const postgresFlavour: Flavour = {
  compiler: new PlainTexts(),
  adapter: new PostgresAdapter(),
  introspector: (db: Kysely<never>) => new PostgresIntrospector(db),
};

/** For bringing the schema up to date. */
export class SchemaDialect extends PostgresDialect {
  constructor(pool: Pool) {
    super({ pool });
  }
  override createQueryCompiler(): PostgresQueryCompiler {
    return new PlainTexts();
  }
}
