/** Reads the code tables of wsdl/codes/ for the tests, independent of what was generated from them. */
import { readFileSync } from 'node:fs';
import { parseCsv } from '../../../../src/codegen/codes.js';

export const readTableText = (name: string): string => readFileSync(`wsdl/codes/${name}`, 'utf8');

/** The records of a table, by column name. */
export function readTable(name: string): Record<string, string>[] {
  const [header = [], ...records] = parseCsv(readTableText(name));
  return records.map((record) => Object.fromEntries(header.map((column, at) => [column, record[at] ?? ''])));
}

/** Texts that are no code of any kind, whatever the number of parts. */
export const hostileParts: readonly (readonly [why: string, part: string])[] = [
  ['a part is empty', ''],
  ['a part has leading zeros', '01'],
  ['a part has a plus sign', '+1'],
  ['a part is minus zero', '-0'],
  ['a part is a fraction of a number', '1,5'],
  ['a part is in scientific notation', '1e3'],
  ['a part is hexadecimal', '0x1'],
  ['a part has blanks around it', ' 1'],
  ['a part ends with a line end', '1\n'],
  ['a part has digits of another script', '\u0661'],
  ['a part has full-width digits', '\uff11'],
  ['a part holds a zero byte', '1\u0000'],
  ['a part exceeds 32 bits', '2147483648'],
  ['a part is a huge number', '9'.repeat(400)],
  ['a part is a word', 'constructor'],
];
