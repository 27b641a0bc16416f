/** What the pages on security and faults point at is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../faults/gateway-process.js';

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');

test.each(['docs/faults.md', 'docs/security.md'])('%s names tests and files that there are', (file) => {
  const named = [...read(file).matchAll(/\b((?:test|deploy|config|src)\/[\w./-]*\w)/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});

test.each(['docs/faults.md', 'docs/security.md', 'SECURITY.md'])('%s links to pages that there are', (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => join(file, '..', path!));
  expect(links.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});

test('docs/faults.md has a row for each of the twenty faults', () => {
  const rows = [...read('docs/faults.md').matchAll(/^\| (\d+) +\|/gm)].map(([, number]) => Number(number));
  expect(rows).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});
