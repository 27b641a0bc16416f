import type { Line } from '../../../src/store/line.js';
import { plainKysely } from '../../../src/store/line-dialect.js';
import { sqliteFlavour } from '../../../src/store/sqlite-dialect.js';

test('a limit is nothing that SQLite can look at when it plans, or it would plan for each value anew', () => {
  const db = plainKysely<{ note: { id: number } }>(sqliteFlavour, {} as Line);
  const { sql, parameters } = db.selectFrom('note').select('id').limit(5).offset(2).compile();
  expect(sql).toBe('select "id" from "note" limit (? + 0) offset ?');
  expect(parameters).toEqual([5, 2]);
});
