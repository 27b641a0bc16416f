/**
 * Prints the code tables of wsdl/codes/ as TypeScript modules for src/generated/codes/.
 * It knows CSV and quoting, and nothing of what a code means: that is src/message/codes/.
 * Pure and deterministic: the caller reads the tables and writes what is returned.
 */

/** A printed module; `path` is relative to src/generated/. */
export interface PrintedModule {
  path: string;
  text: string;
}

/** One column of a printed table: its name in the CSV, and whether its values are numbers (an empty number is 0). */
interface Column {
  name: string;
  type: 'number' | 'string';
}

interface Table {
  file: string;
  constant: string;
  comment: string;
  columns: readonly Column[];
}

interface Module {
  path: string;
  folder: string;
  tables: readonly Table[];
}

const columns = (text: string): readonly Column[] =>
  text
    .split(' ')
    .map((word): Column =>
      word.startsWith('#') ? { name: word.slice(1), type: 'number' } : { name: word, type: 'string' },
    );

const row = columns('#code name description status');
const table = (file: string, constant: string, comment: string, shape: readonly Column[] = row): Table => ({
  file,
  constant,
  comment,
  columns: shape,
});

/** Which table goes into which module. A `#` before a column name says that it holds numbers. */
const modules: readonly Module[] = [
  {
    path: 'codes/reading-types.ts',
    folder: 'reading-type/',
    tables: [
      table('01-macroPeriod.csv', 'macroPeriods', 'Part 1'),
      table('02-aggregate.csv', 'aggregates', 'Part 2'),
      table(
        '03-measuringPeriod.csv',
        'measuringPeriods',
        'Part 3; minutes and step are 0 where the table gives none',
        columns('#code name description status form #minutes #step'),
      ),
      table('04-accumulation.csv', 'accumulations', 'Part 4'),
      table('05-flowDirection.csv', 'flowDirections', 'Part 5'),
      table('06-commodity.csv', 'commodities', 'Part 6'),
      table('07-measurementKind.csv', 'measurementKinds', 'Part 7'),
      table('15-phases.csv', 'phases', 'Part 15, the named sums'),
      table('15-phases-bits.csv', 'phaseBits', 'Part 15, the bits behind the sums', columns('#value name description')),
      table('16-multiplier.csv', 'multipliers', 'Part 16', columns('#code name description status symbol')),
      table('17-unit.csv', 'units', 'Part 17', columns('#code name description status symbol')),
      table('18-currency.csv', 'currencies', 'Part 18'),
    ],
  },
  {
    path: 'codes/end-device.ts',
    folder: 'end-device/',
    tables: [
      table('device-types.csv', 'deviceTypes', 'Part 1'),
      table('domains.csv', 'domains', 'Part 2'),
      table('subdomains.csv', 'subdomains', 'Part 3'),
      table('events-or-actions.csv', 'eventsOrActions', 'Part 4', columns('#code name description status kind')),
      table('events.csv', 'events', 'Whole event codes', columns('code any_type status meaning remark')),
      table('controls.csv', 'controls', 'Whole control codes', columns('code status meaning')),
      table(
        'control-outcomes.csv',
        'controlOutcomes',
        'Which event answers which command word; a failure of 0 means that there is none',
        columns('#command_code #success_code #failure_code'),
      ),
      table('events-legacy.csv', 'legacyEvents', 'Codes of an older numbering', columns('code meaning use_instead')),
    ],
  },
  {
    path: 'codes/reading-quality.ts',
    folder: 'reading-quality/',
    tables: [
      table('system.csv', 'qualitySystems', 'Part 1'),
      table('category.csv', 'qualityCategories', 'Part 2'),
      table('index.csv', 'qualityIndexes', 'Part 3, per category', columns('#category #index name description status')),
    ],
  },
  {
    path: 'codes/reply-codes.ts',
    folder: '',
    tables: [
      table('reply-codes.csv', 'replyCodeTable', 'Reply codes', columns('code category name level result when_used')),
    ],
  },
];

/**
 * Splits CSV text (RFC 4180) into records of fields.
 * Quoted fields may hold commas, line ends and doubled quotes. A byte order mark and empty lines are skipped.
 * @throws Error when a quoted field is not closed, or something other than a comma or line end follows it
 */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  let record: string[] = [];
  while (field.lastIndex < source.length || record.length > 0) {
    const at = field.lastIndex;
    const match = field.exec(source);
    if (!match) throw new Error(`CSV line ${source.slice(0, at).split('\n').length}: a quote is out of place`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  }
  return records;
}

/**
 * Prints every code table.
 * @param read gives the text of a table by its name relative to wsdl/codes/, such as `reading-type/17-unit.csv`
 * @returns the modules, always in the same order; each imports nothing
 * @throws Error when a table lacks a column, holds a value that should be a number, or a record has the wrong length
 */
export function printCodeTables(read: (fileName: string) => string): PrintedModule[] {
  return modules.map(({ path, folder, tables }) => ({
    path,
    text: [
      `/** Generated from wsdl/codes/${folder || 'reply-codes.csv'} by \`npm run generate\`; do not edit. */`,
      '',
      ...tables.map((each) => printTable(each, folder + each.file, read)),
    ].join('\n'),
  }));
}

function printTable({ constant, comment, columns: shape }: Table, file: string, read: (fileName: string) => string) {
  const [header, ...records] = parseCsv(read(file));
  const places = shape.map(({ name }) => {
    const place = header?.indexOf(name) ?? -1;
    if (place < 0) throw new Error(`${file} has no column ${name}`);
    return place;
  });
  const rows = records.map((record, index) => {
    if (record.length !== header?.length) throw new Error(`${file}: record ${index + 1} has ${record.length} fields`);
    return `  [${shape.map((column, at) => printValue(record[places[at] ?? -1] ?? '', column, file)).join(', ')}],`;
  });
  const type = shape.map(({ name, type }) => `${camelCase(name)}: ${type}`).join(', ');
  return `/** ${comment}. */\nexport const ${constant}: readonly (readonly [${type}])[] = [\n${rows.join('\n')}\n];\n`;
}

function printValue(value: string, { name, type }: Column, file: string): string {
  if (type === 'string') return JSON.stringify(value);
  if (!/^-?\d*$/.test(value)) throw new Error(`${file}: ${name} holds ${JSON.stringify(value)}, which is no number`);
  return String(Number(value));
}

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
