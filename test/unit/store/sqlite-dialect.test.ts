import { plainKysely } from '../../../src/store/sqlite-dialect.js';
import type { SqliteThread } from '../../../src/store/sqlite-thread-client.js';

test('a limit is nothing that SQLite can look at when it plans, or it would plan for each value anew', () => {
  const db = plainKysely<{ note: { id: number } }>({} as SqliteThread);
  const { sql, parameters } = db.selectFrom('note').select('id').limit(5).offset(2).compile();
  expect(sql).toBe('select "id" from "note" limit (? + 0) offset ?');
  expect(parameters).toEqual([5, 2]);
});
