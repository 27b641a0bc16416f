/** Readings on PostgreSQL by month: where they lie, how they are found, who may make months, and what the keys are made of. */
import { PostgresQueryCompiler, type KyselyPlugin, type RootOperationNode } from 'kysely';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { openPostgres } from '../../src/store/postgres.js';
import { postgresMonths } from '../../src/store/postgres-months.js';
import { readingReads } from '../../src/store/readings.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { energy, readingAt } from './object-store-samples.js';

const minute = 60_000;
const april = Date.UTC(2026, 3);
const june = Date.UTC(2026, 5);

describePostgres('readings in PostgreSQL', () => {
  let schema: Schema;
  beforeEach(async () => {
    schema = await newSchema();
  });
  afterEach(() => schema.drop());
  const rows = (times: readonly number[], value = '1') => times.map((time) => readingAt('m-1', time * 1000, { value }));
  const put = async (url: string, times: readonly number[], value?: string) => {
    const store = await openStore(url);
    await store.transaction((tx) => tx.putReadings(rows(times, value), { keepFormer: true }));
    await store.close();
  };
  /** In which table each reading lies. */
  const places = async () => {
    const found = await schema.query('select tableoid::regclass::text as place from readings order by instant');
    return found.map((row) => (row as { place: string }).place);
  };
  const tables = async () => {
    const found = await schema.query(
      `select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' and relispartition order by 1`,
    );
    return found.map((row) => (row as { relname: string }).relname);
  };
  const withPool = async (work: (pool: pg.Pool) => Promise<void>) => {
    const pool = new pg.Pool({ connectionString: schema.url });
    try {
      await work(pool);
    } finally {
      await pool.end();
    }
  };
  /** The address for a role that may read and write the tables there are, and make none. */
  const asGuest = async (): Promise<{ readonly url: string; readonly leave: () => Promise<void> }> => {
    const [{ name }] = (await schema.query('select current_schema() as name')) as [{ name: string }];
    const role = `guest_${name}`;
    await schema.query(
      `create role ${role}; grant usage on schema ${name} to ${role};
grant select, insert, update, delete on all tables in schema ${name} to ${role}; grant usage on all sequences in schema ${name} to ${role}`,
    );
    const url = new URL(schema.url);
    url.searchParams.set('options', `${url.searchParams.get('options')} -c role=${role}`);
    const leave = async () => void (await schema.query(`drop owned by ${role}; drop role ${role}`));
    return { url: url.href, leave };
  };

  test('lie in the table of their month in UTC, and what is absurdly far off in the one of all others', async () => {
    await put(schema.url, [Date.UTC(1969, 0), april - 1, april, Date.UTC(2026, 11, 31), Date.UTC(2250, 0)]);
    expect(await places()).toEqual([
      'readings_other',
      'readings_2026_03',
      'readings_2026_04',
      'readings_2026_12',
      'readings_other',
    ]);
  });

  test('of one meter and a month are looked for in this month only, by the key', async () => {
    await put(schema.url, [april - minute, april, Date.UTC(2026, 4), june]);
    const engine = await openPostgres(schema.url);
    let asked: RootOperationNode | undefined;
    const listener: KyselyPlugin = {
      transformQuery: ({ node }) => (asked = node),
      transformResult: async ({ result }) => result,
    };
    const reads = readingReads(engine, engine.reader.withPlugin(listener));
    const period = { after: april * 1000, until: Date.UTC(2026, 3, 30) * 1000 };
    await reads.readings({ meters: ['m-1'], readingTypes: [energy], ...period, limit: 9_000 });
    await engine.close();
    const { sql, parameters } = new PostgresQueryCompiler().compileQuery(asked!, { queryId: 'q' });
    await withPool(async (pool) => {
      const { rows: plan } = await pool.query({ text: `explain ${sql}`, values: [...parameters], rowMode: 'array' });
      const text = plan.flat().join('\n');
      expect(text).toMatch(/Index Scan using readings_2026_04_pkey on readings_2026_04/);
      expect(text.match(/ on readings_\w+/g)).toEqual([' on readings_2026_04']);
    });
  });

  test('have months made by two gateways at the same time, each once', async () => {
    const engine = await openPostgres(schema.url);
    await migrate(engine);
    await engine.close();
    await withPool((one) =>
      withPool(async (other) => {
        const both = [postgresMonths(one), postgresMonths(other)];
        await Promise.all(both.map((months) => months.prepare(april, june)));
        await Promise.all(both.map((months) => months.cover(Float64Array.of(Date.UTC(2026, 7) * 1000))));
      }),
    );
    const months = ['2026_04', '2026_05', '2026_06', '2026_08', 'other'];
    expect(await tables()).toEqual(['former_readings', 'readings'].flatMap((of) => months.map((m) => `${of}_${m}`)));
  });

  test('of a month that could not be made lie with the others, and go where they belong when it is made', async () => {
    await (await openStore(schema.url)).close();
    const guest = await asGuest();
    await put(guest.url, [april, april + minute]);
    await put(guest.url, [april], '2');
    expect(await places()).toEqual(['readings_other', 'readings_other']);
    const store = await openStore(schema.url);
    await store.prepareReadings(april, april);
    expect(await places()).toEqual(['readings_2026_04', 'readings_2026_04']);
    expect(await store.formerReadings('m-1', energy, april * 1000)).toEqual(rows([april]));
    await store.close();
    await put(guest.url, [april], '3');
    const again = await openStore(schema.url);
    expect(await again.formerReadings('m-1', energy, april * 1000)).toHaveLength(2);
    await again.close();
    await guest.leave();
  });

  test('that are old are dropped by whole months, or one by one by a role that may drop none', async () => {
    await put(schema.url, [april - minute, april, june]);
    const guest = await asGuest();
    const forget = async (url: string, before: number) => {
      const store = await openStore(url);
      let from: number | undefined;
      do from = await store.forgetReadings(before, from);
      while (from !== undefined);
      await store.close();
    };
    await forget(guest.url, april);
    expect(await places()).toEqual(['readings_2026_04', 'readings_2026_06']);
    expect(await tables()).toContain('readings_2026_03');
    await forget(schema.url, june + minute);
    expect(await places()).toEqual(['readings_2026_06']);
    expect(await tables()).not.toContain('readings_2026_04');
    expect(await tables()).not.toContain('former_readings_2026_04');
    await guest.leave();
  });

  test('could be distributed by meter: it is in every key, and no other table is bound to it', async () => {
    await (await openStore(schema.url)).close();
    const keys = await schema.query(
      `select c.relname as table, k.relname as key,
array(select a.attname::text from pg_attribute a where a.attrelid = k.oid order by attnum) as columns
from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid
where (i.indisunique or i.indisexclusion) and c.relname in ('readings', 'former_readings') and c.relnamespace = current_schema()::regnamespace order by 1`,
    );
    expect(keys).toEqual([
      {
        table: 'former_readings',
        key: 'former_readings_key',
        columns: ['meter_id', 'type_id', 'instant', 'id'],
      },
      { table: 'readings', key: 'readings_key', columns: ['meter_id', 'type_id', 'instant'] },
    ]);
    const bonds = await schema.query(
      `select conname from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
and array[conrelid, confrelid] && array['readings', 'former_readings', 'meters', 'reading_types']::regclass[]::oid[]`,
    );
    expect(bonds).toEqual([]);
  });
});
