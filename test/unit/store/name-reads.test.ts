import type { KyselyPlugin } from 'kysely';
import type { ObjectName } from '../../../src/ports/object-store.js';
import type { Engine } from '../../../src/store/engine.js';
import { migrate } from '../../../src/store/migrate.js';
import { nameReads } from '../../../src/store/name-reads.js';
import { objectWrites } from '../../../src/store/object-writes.js';
import { openSqlite } from '../../../src/store/sqlite.js';
import { first, meter } from '../../contract/object-store-samples.js';

let engine: Engine;
/** Rows that the database has handed over. */
let rows: number;
let statements: number;
const counted: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    rows += result.rows.length;
    statements++;
    return result;
  },
};

beforeAll(async () => {
  engine = await openSqlite(':memory:');
  await migrate(engine);
  const objects = [
    ...Array.from({ length: 5_000 }, (_, at) =>
      meter(`shared-${at}`, { names: [{ name: 'shared', nameType: at === 4_000 ? 'Serial' : 'MeterName' }] }),
    ),
    ...Array.from({ length: 2_000 }, (_, at) => meter(`own-${at}`, { names: [{ name: `own-${at}` }] })),
    ...Array.from({ length: 2_000 }, (_, at) => meter(`gone-${at}`, { names: [{ name: 'gone' }], state: 'deleted' })),
    meter('left', { names: Array.from({ length: 15 }, (_, at) => ({ name: 'gone', nameType: `type-${at}` })) }),
  ];
  await engine.transaction((db) => objectWrites(engine, db).insert(objects, first));
});
afterAll(() => engine.close());
beforeEach(() => {
  rows = 0;
  statements = 0;
});

const reads = () => nameReads(engine, engine.reader.withPlugin(counted));
const look = (...names: ObjectName[]) => reads().objectsByNames(['MeterConfig'], ['Meter'], names);
const alone = (name: ObjectName) => reads().objectsByName(['MeterConfig'], ['Meter'], name);
const own = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `own-${at}` }));

test('names that are one object each are found by one statement for a thousand of them, and no row more', async () => {
  const found = await look(...own(2_000));
  expect(found.map((objects) => objects.map(({ mRID }) => mRID))).toEqual(own(2_000).map(({ name }) => [name]));
  expect({ rows, statements }).toEqual({ rows: 2_000, statements: 2 });
});

test('a name of thousands of objects costs ten of them alone', async () => {
  expect(await alone({ name: 'shared' })).toHaveLength(10);
  expect({ rows, statements }).toEqual({ rows: 10, statements: 1 });
});

test.each([1, 20, 1_000])('beside a name of thousands, each of %i others is found', async (count) => {
  const names = [{ name: 'shared' }, ...own(count)];
  const [shared, ...others] = await look(...names);
  expect(shared).toHaveLength(10);
  expect(others.map((objects) => objects.map(({ mRID }) => mRID))).toEqual(own(count).map(({ name }) => [name]));
  // ten for each name at most, halved until the name of thousands stands alone
  expect(rows).toBeLessThan(2 * 10 * (names.length + 10) + names.length);
});

test.each<[string, ObjectName, string[] | number]>([
  ['one name type among thousands of bearers', { name: 'shared', nameType: 'Serial' }, ['shared-4000']],
  ['a name type that none has', { name: 'shared', nameType: 'Other' }, []],
  ['the name type that most have', { name: 'shared', nameType: 'MeterName' }, 10],
  ['the one bearer beside thousands that are deleted, however often it bears the name', { name: 'gone' }, ['left']],
])('%s', async (_, name, expected) => {
  const [found, other, again] = await look(name, { name: 'own-7' }, name);
  if (typeof expected === 'number') expect(found).toHaveLength(expected);
  else expect(found!.map(({ mRID }) => mRID)).toEqual(expected);
  expect(again).toEqual(found);
  expect(await alone(name)).toEqual(found);
  expect(other).toHaveLength(1);
});
