import { type Migration, Migrator } from 'kysely';
import type { Engine } from './engine.js';
import { objectsAndReadings } from './migrations/0001-objects-and-readings.js';
import { durableWork } from './migrations/0002-durable-work.js';
import { correlation } from './migrations/0003-correlation.js';
import { validity } from './migrations/0004-validity.js';
import { homes } from './migrations/0005-homes.js';
import { security } from './migrations/0006-security.js';

/** Brings the schema up to what this code expects, in one transaction; throws when the database is from a newer release. */
export async function migrate(engine: Engine): Promise<void> {
  const up = (step: typeof objectsAndReadings): Migration => ({ up: (db) => step(db, engine.traits) });
  const migrations = {
    '0001-objects-and-readings': up(objectsAndReadings),
    '0002-durable-work': up(durableWork),
    '0003-correlation': up(correlation),
    '0004-validity': up(validity),
    '0005-homes': up(homes),
    '0006-security': up(security),
  };
  const migrator = new Migrator({
    db: engine.writer,
    provider: { getMigrations: async () => migrations },
    ...(engine.schema === undefined ? {} : { migrationTableSchema: engine.schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('the schema could not be brought up to date', { cause: error });
}
