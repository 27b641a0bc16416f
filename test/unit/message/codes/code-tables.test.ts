import { readFileSync } from 'node:fs';
import { parseCsv, printCodeTables } from '../../../../src/codegen/codes.js';
import { readTableText } from './tables.js';

describe('reading CSV', () => {
  test.each<[string, string, string[][]]>([
    ['splits plain fields', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]], // prettier-ignore
    ['keeps commas, line ends and doubled quotes inside quotes', '"a,b","c\nd","e""f"', [['a,b', 'c\nd', 'e"f']]],
    ['keeps empty fields, also the last of the text', 'a,,c\n,,\nx,', [['a', '', 'c'], ['', '', ''], ['x', '']]], // prettier-ignore
    ['reads Windows line ends and skips a byte order mark and empty lines', '\uFEFFa,b\r\n\r\n1,2\r\n', [['a', 'b'], ['1', '2']]], // prettier-ignore
    ['gives nothing for an empty text', '', []],
  ])('%s', (_, text, records) => expect(parseCsv(text)).toEqual(records));

  test.each([
    ['a quote that is not closed', 'a\n"b'],
    ['text behind a closing quote', 'a\n"b"c'],
    ['a quote inside a plain field', 'a\nb"c'],
  ])('refuses %s and names the line', (_, text) => expect(() => parseCsv(text)).toThrow('CSV line 2'));
});

describe('printing the code tables', () => {
  const modules = printCodeTables(readTableText);

  test.each(modules)('$path is what the tables print', ({ path, text }) => {
    expect(readFileSync(`src/generated/${path}`, 'utf8')).toBe(text);
  });

  test('prints the same each time, marked as generated, importing nothing', () => {
    expect(printCodeTables(readTableText)).toEqual(modules);
    for (const { text } of modules) {
      expect(text).toContain('do not edit');
      expect(text).not.toMatch(/^import /m);
    }
  });

  test.each([
    ['a missing column', 'number,name\n', 'has no column code'],
    ['a record of the wrong length', 'code,name,description,status\n1,a\n', 'record 1 has 2 fields'],
    ['a code that is no number', 'code,name,description,status\nx,a,b,c\n', 'code holds "x", which is no number'],
  ])('names the table with %s', (_, text, message) => {
    expect(() => printCodeTables(() => text)).toThrow(`reading-type/01-macroPeriod.csv`);
    expect(() => printCodeTables(() => text)).toThrow(message);
  });
});
