/**
 * The one SQL store: objects with versions and names, and readings, behind the port in ports/object-store.ts.
 * Knows nothing of SOAP, of nouns' rules and of head ends; its tables hold any noun alike.
 * A call goes sql-store.ts (guards) → object-reads.ts, object-writes.ts, readings.ts → Kysely → an engine (sqlite.ts).
 */
import { existsSync } from 'node:fs';
import type { AuditReads } from '../ports/audit.js';
import { auditReads } from './audit.js';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import { type SqlStore, sqlStore, type StoreOptions } from './sql-store.js';
import { openSqlite } from './sqlite.js';

/** Opens the store at `memory` or `sqlite:PATH` (made when it does not exist) and brings its schema up to date. */
export async function openStore(url: string, options?: StoreOptions): Promise<SqlStore> {
  const engine = await openEngine(url);
  try {
    await migrate(engine);
    return sqlStore(engine, await engine.join(), options);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * The audit of a store, for those who only look at it: whatever else uses the store is not told, and nothing is written. Throws where
 * there is none.
 */
export async function openAudit(url: string): Promise<{ readonly audit: AuditReads; close(): Promise<void> }> {
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : undefined;
  if (path !== undefined && !existsSync(path)) throw new Error(`there is no database ${path}`);
  const engine = await openEngine(url);
  return { audit: auditReads(engine.reader), close: () => engine.close() };
}

async function openEngine(url: string): Promise<Engine> {
  if (url === 'memory') return openSqlite(':memory:');
  if (url.startsWith('sqlite:') && url.length > 'sqlite:'.length) return openSqlite(url.slice('sqlite:'.length));
  if (/^postgres(ql)?:/.test(url)) {
    // loaded when it is needed: who uses SQLite pays neither memory nor start for it
    const { openPostgres } = await import('./postgres.js');
    return openPostgres(url);
  }
  // it may hold a password
  throw new Error('not the address of a store: that is memory, sqlite:PATH or postgres://…');
}
