/** Text of others at a terminal. */
import { printable } from '../../../src/cli/printable.js';

test.each([
  ['an escape', 'a\u001b[31mred', 'a\\u001b[31mred'],
  ['a C1 control', 'a\u009b31m', 'a\\u009b31m'],
  ['a carriage return', 'good\rbad', 'good\\u000dbad'],
  ['a turned direction', 'a\u202eb', 'a\\u202eb'],
  ['lines and tabs, which stay', 'a\n\tb', 'a\n\tb'],
  ['letters of all languages', 'Zähler 电表 ✓', 'Zähler 电表 ✓'],
])('%s', (_, text, shown) => expect(printable(text)).toBe(shown));
