/**
 * The short road against libxml2: what the scan and the proving cursor let pass is well-formed and valid, and read like any
 * valid message; and plain messages do pass, or the road would be of no use.
 */
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import type { Schema } from '../../src/codegen/model.js';
import { TapeCursor } from '../../src/contract/cursor.js';
import { ProvingCursor, Unproved } from '../../src/contract/proving-cursor.js';
import { NAME, NAME_END, NS, ScanError, Scanner } from '../../src/contract/scan.js';
import { compileFile, findingsOf, NotWellFormed, ParsedDocument } from '../../src/contract/validator.js';
import type { Cursor } from '../../src/generated/runtime.js';
import { print } from '../support/xsd-generator-print.js';
import { anyDocument, contractSchemas, maximal, minimal, placeOf, type Tree } from '../support/xsd-generator.js';

const wsdl = fileURLToPath(new URL('../../wsdl', import.meta.url));
const schemas = [...contractSchemas.values()].sort((a, b) => a.file.localeCompare(b.file));
const limits = {
  depth: 100,
  attributes: 100,
  attributeValue: 10_000,
  name: 1_000,
  text: 100_000,
  nodes: 1_000_000,
  children: 100_000,
};
const scanner = new Scanner(limits);

type Read = (c: Cursor) => unknown;

async function reader(schema: Schema, element: string): Promise<Read> {
  const module = (await import(`../../src/generated/${schema.file.replace('.xsd', '')}.js`)) as Record<
    string,
    { read: Read }
  >;
  return module[`${element}Element`]!.read;
}

/** The value, when the document is proved valid by reading it. */
function proven(read: Read, xml: string, keeps = true): { readonly value: unknown } | undefined {
  try {
    const tape = scanner.scan(xml);
    return tape.proved ? { value: read(new ProvingCursor(tape, 0, keeps)) } : undefined;
  } catch (error) {
    if (error instanceof Unproved || error instanceof ScanError) return undefined;
    throw error;
  }
}

const validators = new Map<string, ReturnType<typeof compileFile>>();

/** What libxml2 has against a document. */
function objections(schema: Schema, xml: string): readonly string[] {
  const place = placeOf(schema);
  const validator = validators.get(place) ?? compileFile(wsdl, place);
  validators.set(place, validator);
  try {
    using parsed = ParsedDocument.parse(Buffer.from(xml));
    return findingsOf(validator, parsed.root).map((f) => f.message);
  } catch (error) {
    if (error instanceof NotWellFormed) return [error.message];
    throw error;
  }
}

/** Whether the document is one of this element, in its namespace. */
function isOf(schema: Schema, element: string, xml: string): boolean {
  const tape = scanner.scan(xml);
  return (
    tape.uri(tape.cells[NS]!) === schema.namespace &&
    tape.text.slice(tape.cells[NAME], tape.cells[NAME_END]) === element
  );
}

/** The fullest documents of an element, as most senders write them: no odd characters, nothing of foreign namespaces. */
function fullAndPlain(schema: Schema, element: string): string[] {
  return maximal(schema, element).map(({ tree }) => print(plainly(tree)));
}

/** What readers leave to libxml2 on purpose: open content, a default, a qualified name. All may be left out. */
const unsure = new Set(['OperationSet', 'elementOperation', 'xpath']);

function plainly(tree: Tree): Tree {
  const content = tree.content
    .filter((part) => typeof part === 'string' || !(part.foreign || unsure.has(part.name)))
    .map((part) => (typeof part === 'string' ? usual(part.trim()) : plainly(part)));
  const attributes = tree.attributes
    .filter(({ namespace }) => namespace === '')
    .map((attribute) => ({ ...attribute, value: usual(attribute.value) }));
  return { ...tree, attributes, content };
}

/** A usual text of the type that this one seems to be of. */
function usual(text: string): string {
  if (/^-?\d{4,}-\d\d-\d\dT/.test(text)) return '2026-11-22T08:15:30.250+01:00';
  if (/^-?\d{4,}-\d\d-\d\d/.test(text)) return '2026-11-22';
  if (/^\d\d:\d\d:/.test(text)) return '08:15:30';
  if (/^(-?INF|NaN|[-+]?(?=[.\d])\d*\.?\d*(E[-+]?\d+)?)$/i.test(text)) return '1';
  return /^[ !#-%'-;=?-~]*$/.test(text) ? text : 'text';
}

test('the smallest document of every element is proved, and read as the trusting cursor reads it', async () => {
  for (const schema of schemas)
    for (const { name } of schema.roots) {
      const read = await reader(schema, name);
      const { xml } = minimal(schema, name);
      const found = proven(read, xml);
      expect([schema.file, name, found !== undefined]).toEqual([schema.file, name, true]);
      expect(found!.value).toEqual(read(new TapeCursor(scanner.scan(xml))));
    }
});

test('of the fullest documents, plainly written, most are proved', async () => {
  let all = 0;
  let proved = 0;
  for (const schema of schemas)
    for (const { name } of schema.roots) {
      const read = await reader(schema, name);
      for (const xml of fullAndPlain(schema, name)) {
        if (!scanner.scan(xml).proved) throw new Error(xml);
        if (objections(schema, xml).length > 0) continue; // a text made plain may be none of its type any more
        all++;
        const found = proven(read, xml);
        if (!found) continue;
        proved++;
        expect(found.value).toEqual(read(new TapeCursor(scanner.scan(xml))));
      }
    }
  expect(all).toBeGreaterThan(300);
  expect(proved / all).toBeGreaterThan(0.5);
});

describe('any document', () => {
  const roots = schemas.flatMap((schema) => schema.roots.map(({ name }) => ({ schema, name })));

  test('that is proved is read as the trusting cursor reads it, kept or not', async () => {
    const reads = new Map<string, Read>();
    for (const { schema, name } of roots) reads.set(`${schema.file} ${name}`, await reader(schema, name));
    fc.assert(
      fc.property(
        fc
          .constantFrom(...roots)
          .chain((root) => anyDocument(root.schema, root.name).map(({ xml }) => ({ ...root, xml }))),
        ({ schema, name, xml }) => {
          const read = reads.get(`${schema.file} ${name}`)!;
          const found = proven(read, xml);
          expect(proven(read, xml, false) === undefined).toBe(found === undefined);
          if (found) expect(found.value).toEqual(read(new TapeCursor(scanner.scan(xml))));
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  const count = Number(process.env['CIMGATE_TEST_MUTATIONS'] ?? 30_000);
  test(`that is proved libxml2 finds well-formed and valid, after ${count} mutations`, async () => {
    const reads = new Map<string, Read>();
    for (const { schema, name } of roots) reads.set(`${schema.file} ${name}`, await reader(schema, name));
    const documents = roots
      .filter(({ schema }) =>
        /^(EndDeviceControls|MeterReadings|GetMeterReadings|MeterConfig|Message|UsagePointConfig)/.test(schema.file),
      )
      .flatMap((root) =>
        [minimal(root.schema, root.name).xml, ...fullAndPlain(root.schema, root.name)].map((xml) => ({ ...root, xml })),
      )
      .filter(({ xml }) => xml.length < 20_000);
    let proved = 0;
    let changed = 0;
    fc.assert(
      // by number: a whole schema would be printed with a counterexample
      fc.property(fc.nat(documents.length - 1), mutations, (at, changes) => {
        const { schema, name, xml } = documents[at]!;
        const mutant = changes.reduce((text, change) => change(text), xml);
        if (!proven(reads.get(`${schema.file} ${name}`)!, mutant)) return;
        // the reader is the one of this root: a mutant that has become another element is nobody's message
        if (!isOf(schema, name, mutant)) return;
        proved++;
        if (mutant !== xml) changed++;
        const found = objections(schema, mutant);
        if (found.length > 0) throw new Error(`${found[0]}\n${mutant}`);
      }),
      { numRuns: count },
    );
    expect(proved).toBeGreaterThan(count / 100);
    expect(changed).toBeGreaterThan(count / 150);
  }, 600_000);
});

/** Pieces that are likely to break something. */
const pieces = [
  '<', '>', '/', '&', '"', "'", '=', ' ', '\n', '\t', ':', ']]>', '<!---->', '<![CDATA[x]]>', '<?pi?>', '&lt;', '&#65;', '&#0;', '&x;',
  'xmlns="urn:x"', ' xmlns:obj="urn:y"', ' xmlns:xml="urn:z"', ' xsi:nil="true"', ' ref="a"', ' ref="b"', ' a="1"', '<x/>', '<m:x/>',
  '\u0000', '\u0001', '\u00e4', '\ud800', '\ufffe', '😀', '0', '-1', 'true', 'text', '2026-02-30T00:00:00Z', 'mRID', 'é',
]; // prettier-ignore

type Change = (text: string) => string;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Changes at places of the text, and of its tags and elements. */
const mutations: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(
    fc.tuple(place, fc.nat(3), fc.constantFrom('', ...pieces)).map(([at, cut, put]): Change => (text) => {
      const k = Math.floor(at * text.length);
      return text.slice(0, k) + put + text.slice(k + cut);
    }),
    // one element more, one less, or two that change places
    fc.tuple(place, place, fc.nat(3)).map(([one, other, how]): Change => (text) => {
      const leaves = [...text.matchAll(/<([\w.:-]+)(?: [^<>]*)?>[^<]*<\/\1>|<[\w.:-]+(?: [^<>]*)?\/>/g)];
      const a = leaves[Math.floor(one * leaves.length)];
      const b = leaves[Math.floor(other * leaves.length)];
      if (!a || !b) return text;
      if (how === 0) return text.slice(0, a.index) + text.slice(a.index + a[0].length);
      if (how === 1) return text.slice(0, a.index) + a[0] + text.slice(a.index);
      if (how === 2) return text.slice(0, a.index) + b[0] + text.slice(a.index);
      return text.slice(0, a.index) + b[0] + text.slice(a.index + a[0].length);
    }),
    // another text in a leaf
    fc.tuple(place, fc.constantFrom(...pieces)).map(([at, put]): Change => (text) => {
      const leaves = [...text.matchAll(/>([^<]*)<\//g)];
      const leaf = leaves[Math.floor(at * leaves.length)];
      return leaf ? text.slice(0, leaf.index + 1) + put + text.slice(leaf.index + 1 + leaf[1]!.length) : text;
    }),
  ),
  { minLength: 1, maxLength: 2 },
);
