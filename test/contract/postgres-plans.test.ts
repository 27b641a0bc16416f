/**
 * How PostgreSQL finds rows for the statements of scripts. Their plans are made once, perhaps while the tables are empty, and stay: what
 * looks good then must be good when the tables are full.
 */
import pg from 'pg';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { openPostgres } from '../../src/store/postgres.js';
import { steadyPlans } from '../../src/store/postgres-client.js';
import { scriptStatements } from '../../src/store/script-statements.js';
import type { Batch } from '../../src/ports/object-store.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { answer, delivery, first, job, meter, request, second, task } from './object-store-samples.js';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

/** Where a plan reads all of a table, or all of an index. */
const readWhole = (node: Node): readonly string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [`all of ${node['Relation Name']}`] : []),
  ...(/Index/.test(node['Node Type']) && node['Index Cond'] === undefined ? [`all of ${node['Index Name']}`] : []),
  ...(node.Plans ?? []).flatMap(readWhole),
];

describePostgres('the plans of statements that are made on empty tables', () => {
  let schema: Schema;
  let client: pg.Client;
  beforeAll(async () => {
    schema = await newSchema();
    client = new pg.Client({ connectionString: schema.url });
    await client.connect();
    await client.query(`${steadyPlans}; set plan_cache_mode = force_generic_plan`);
  });
  afterAll(async () => {
    await client.end();
    await schema.drop();
  });

  test('find each row by its key, alone and for many steps together', async () => {
    const engine = await openPostgres(schema.url);
    await migrate(engine);
    const texts = Object.entries(scriptStatements(engine)).flatMap(([name, { statement, together }]) =>
      [statement, ...(together === undefined ? [] : [together.statement])].map(
        (each, at) => [at === 0 ? name : `${name}, together`, each.compile(engine.reader)] as const,
      ),
    );
    const wrong: string[] = [];
    for (const [at, [name, { sql, parameters }]] of texts.entries()) {
      await client.query(`prepare statement_${at} as ${sql}`);
      const values = parameters.length === 0 ? '' : `(${parameters.map(() => 'null').join()})`;
      const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
        `explain (format json) execute statement_${at}${values}`,
      );
      wrong.push(...readWhole(rows[0]!['QUERY PLAN'][0].Plan).map((what) => `${name}: ${what}`));
    }
    await engine.close();
    expect(texts.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });
});

describePostgres('many batches at once in PostgreSQL', () => {
  let schema: Schema;
  beforeEach(async () => {
    schema = await newSchema();
  });
  afterEach(() => schema.drop());

  // each that is tried alone has a savepoint, and so a transaction number, of its own
  test('go as one statement for each kind, and are not tried one by one', async () => {
    const store = await openStore(schema.url);
    const ids = Array.from({ length: 40 }, (_, at) => `r-${at}`);
    const numbers = async (table: string) =>
      (await schema.query(`select distinct xmin::text from ${table} where ${table}::text like '%r-%'`)).length;
    const names = (id: string) => [{ name: id }];
    const begin = (id: string): Batch => ({
      objects: {
        objects: [meter(id, { names: names(id), references: [{ kind: 'UsagePoint', mRID: id, names: [] }] })],
        provenance: first,
      },
      request: { request: request(id), tasks: [task(0)] },
      jobs: [job(id)],
      deliveries: [delivery(`d-${id}`)],
      answer: answer(id),
      looked: { devices: [id], requests: [] },
    });
    const end = (id: string): Batch => ({
      steps: [{ requestId: id, seq: 0, from: ['accepted'], to: 'failed', at: 2_000 }],
      ends: [{ id, reply: { parts: [] }, at: 3_000 }],
      states: [{ noun: 'MeterConfig', kind: 'Meter', mRID: id, from: 'active', to: 'closed', provenance: second }],
      unneeded: [{ queue: job(id).queue, key: id }],
    });
    for (const [batch, tables] of [
      [begin, ['objects', 'object_names', 'object_references', 'requests', 'tasks', 'jobs', 'deliveries', 'answers']],
      [end, ['objects', 'requests', 'tasks']],
    ] as const) {
      await Promise.all(ids.map((id) => store.write(batch(id))));
      for (const table of tables) expect([table, (await numbers(table)) <= 2]).toEqual([table, true]);
    }
    expect(await schema.query(`select from objects where state = 'closed'`)).toHaveLength(40);
    expect(await schema.query('select from object_versions')).toHaveLength(40);
    expect(await schema.query('select from jobs')).toHaveLength(0);
    await store.close();
  });
});
