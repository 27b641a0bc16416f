/** Texts by type: a yes of `isSurely` must be a yes of both XML libraries. */
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import libxmljs from 'libxmljs2';
import { isSurely } from '../../../src/contract/lexical.js';
import { compileFile, findingsOf, ParsedDocument } from '../../../src/contract/validator.js';
import { lexical } from '../../../src/generated/runtime.js';

/** The built-in types that readers prove under each name. */
const builtIns = {
  string: ['string'],
  token: ['token'],
  boolean: ['boolean'],
  decimal: ['decimal'],
  integer: ['integer', 'int', 'long'],
  nonNegativeInteger: ['nonNegativeInteger', 'unsignedInt', 'unsignedLong'],
  positiveInteger: ['positiveInteger'],
  float: ['float', 'double'],
  dateTime: ['dateTime'],
  date: ['date'],
  time: ['time'],
  duration: ['duration'],
} as const;
type Kind = keyof typeof builtIns;
const kinds = Object.keys(builtIns) as Kind[];

const folder = mkdtempSync(join(tmpdir(), 'lexical-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const types = Object.values(builtIns).flat();
const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${types.map((t) => `<xs:element name="${t}" type="xs:${t}"/>`).join('')}</xs:schema>`;
writeFileSync(join(folder, 'types.xsd'), xsd);
const validator = compileFile(folder, 'types.xsd');
const oracle = libxmljs.parseXml(xsd);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Both libraries find the text to be one of the type. */
function isValid(type: string, text: string): boolean {
  const xml = `<${type}>${escaped(text)}</${type}>`;
  using parsed = ParsedDocument.parse(Buffer.from(xml));
  return findingsOf(validator, parsed.root).length === 0 && libxmljs.parseXml(xml).validate(oracle);
}

const usual: Readonly<Record<Kind, readonly string[]>> = {
  string: ['', ' a  b ', 'Zähler 7', 'line\nline', '\u{d7ff}'],
  token: ['', 'a b', 'x'],
  boolean: ['true', 'false', '1', '0'],
  decimal: ['0', '-1.5', '+12.000', '41420.587', '007'],
  integer: ['0', '-15', '+7', '999999999'],
  nonNegativeInteger: ['0', '42'],
  positiveInteger: ['1', '42'],
  float: ['0', '1.5', '-2E3', '1e-5'],
  dateTime: [
    '2026-11-22T08:15:30Z',
    '2026-11-22T08:15:30.250+01:00',
    '2024-02-28T23:59:59',
    '2026-12-31T00:00:00.123456789-13:59',
  ],
  date: ['2026-11-22', '2026-11-30Z', '2026-01-31+01:00'],
  time: ['08:15:30', '23:59:59.5Z', '00:00:00+05:30'],
  duration: ['PT15M', 'P1D', '-P1Y2M3DT4H5M6.7S'],
};

test.each(kinds.flatMap((kind) => usual[kind].map((text) => [kind, text] as const)))(
  'a usual %s is proved: %j',
  (kind, text) => {
    expect(isSurely(lexical[kind], text)).toBe(true);
    for (const type of builtIns[kind]) expect(isValid(type, text)).toBe(true);
  },
);

test.each([
  ['boolean', 'TRUE'],
  ['boolean', ''],
  ['decimal', '.'],
  ['decimal', '1.'],
  ['decimal', '1e3'],
  ['decimal', ''],
  ['decimal', ' 1'],
  ['integer', '1.0'],
  ['nonNegativeInteger', '-1'],
  ['positiveInteger', '0'],
  ['float', '0x10'],
  ['dateTime', '2026-02-30T00:00:00Z'],
  ['dateTime', '2026-04-31T00:00:00Z'],
  ['dateTime', '2026-11-22T24:00:01Z'],
  ['dateTime', '2026-11-22T08:15:60Z'],
  ['dateTime', '2026-11-22 08:15:30Z'],
  ['dateTime', '2026-11-22T08:15:30+14:01'],
  ['dateTime', '2026-11-22T08:15:30z'],
  ['dateTime', '0000-11-22T08:15:30Z'],
  ['date', '2026-11-31'],
  ['time', '8:15:30'],
  ['duration', 'P'],
  ['duration', 'P1DT'],
  ['duration', '-P'],
  ['duration', 'PT'],
] as const)('a %s that is none is never proved: %j', (kind, text) => {
  expect(isSurely(lexical[kind], text)).toBe(false);
});

test('what forbids a character proves nothing', () => {
  for (const text of ['\0', '\u0001', '\u001f', '\ufffe', '\uffff', '\ud800', '\udfff', '😀'])
    expect(isSurely(lexical.string, text)).toBe(false);
});

test('a closed list holds its own texts and no others', () => {
  const list = new Set(['create', 'change']);
  expect([isSurely(list, 'create'), isSurely(list, 'Create'), isSurely(list, ' create')]).toEqual([true, false, false]);
});

test('what is proved both libraries find valid, whatever is made of a usual text', () => {
  const alphabet = [...'0123456789+-.:TZPDHMSYeE ', '\t', 'true', '00', '31', '29'];
  const spoilt = (kind: Kind): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.constantFrom(...usual[kind]),
        fc.array(fc.tuple(fc.nat(40), fc.nat(2), fc.constantFrom(...alphabet)), { maxLength: 3 }),
      )
      .map(([text, changes]) =>
        changes.reduce(
          (t, [at, cut, put]) => t.slice(0, at % (t.length + 1)) + put + t.slice((at % (t.length + 1)) + cut),
          text,
        ),
      );
  let proved = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds).chain((kind) => spoilt(kind).map((text) => ({ kind, text }))),
      ({ kind, text }) => {
        if (!isSurely(lexical[kind], text)) return;
        proved++;
        for (const type of builtIns[kind]) if (!isValid(type, text)) throw new Error(`${type} ${JSON.stringify(text)}`);
      },
    ),
    { numRuns: 20_000 },
  );
  expect(proved).toBeGreaterThan(5_000);
}, 60_000);
