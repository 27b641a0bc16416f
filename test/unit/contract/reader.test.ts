/** Whatever libxml2 lets pass, the generated readers can read: a ReaderError would be a defect of ours. */
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { TapeCursor } from '../../../src/contract/cursor.js';
import { operationOf } from '../../../src/contract/operations.js';
import { ScanError, Scanner } from '../../../src/contract/scan.js';
import { NotWellFormed, ParsedDocument, Validators } from '../../../src/contract/validator.js';
import { contractSchemas, documentOf } from '../../support/xsd-generator.js';
import { seeded } from '../../support/xsd-generator-values.js';

const validators = new Validators(fileURLToPath(new URL('../../../wsdl', import.meta.url)));
const scanner = new Scanner({
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1_024,
  text: 1_048_576,
  nodes: 500_000,
  children: 50_000,
});

const messages = [...contractSchemas.values()].flatMap((schema) =>
  schema.roots.flatMap(({ name }) => {
    const operation = operationOf(schema.namespace, name);
    return operation ? [{ schema, name, operation }] : [];
  }),
);

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const inTags = [
  '',
  ' ',
  '\n',
  ` ${xsi} xsi:nil="false"`,
  ` ${xsi} xsi:nil="true"`,
  ` ${xsi} xsi:schemaLocation="urn:a urn:b"`,
  ` ${xsi} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:string"`,
  ` ${xsi} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:token"`,
  ' ref="x"',
  ' xmlns=""',
];
const inContent = [
  '<!-- x -->',
  ' ',
  '<![CDATA[]]>',
  '<![CDATA[ ]]>',
  '<v:x xmlns:v="urn:v"/>',
  '&#32;',
  '<!-->-->',
  '&#x20;',
  'x',
  '<x/>',
];

test('what is valid is read, however it was changed on the way', () => {
  let valid = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const c = seeded(seed);
      const { schema, name, operation } = messages[c.below(messages.length)]!;
      let text = documentOf(schema, name, seed).xml;
      for (let n = c.below(3); n > 0; n--) {
        const ends = [...text.matchAll(/>/g)].map((m) => m.index);
        const at = ends[c.below(ends.length)]!;
        if (c.flip()) text = text.slice(0, at + 1) + inContent[c.below(inContent.length)]! + text.slice(at + 1);
        else {
          const slash = text[at - 1] === '/' ? at - 1 : at;
          text = text.slice(0, slash) + inTags[c.below(inTags.length)]! + text.slice(slash);
        }
      }
      try {
        const tape = scanner.scan(text);
        using parsed = ParsedDocument.parse(Buffer.from(text));
        if (validators.validate(parsed.root).length > 0) return;
        valid++;
        operation.read(new TapeCursor(tape));
      } catch (error) {
        if (!(error instanceof ScanError) && !(error instanceof NotWellFormed)) throw error;
      }
    }),
    { numRuns: 500, examples: [[337747610]] },
  );
  expect(valid).toBeGreaterThan(100);
}, 60_000);

test('after foreign elements of a header its own do not come again', () => {
  const own = '<m:Property><m:Name>a</m:Name></m:Property>';
  const foreign = '<v:x xmlns:v="urn:v"/>';
  const findings = (more: string): number => {
    using parsed = ParsedDocument.parse(
      Buffer.from(
        `<DeleteMeterReadSchedules xmlns="http://iec.ch/TC57/2011/MeterReadSchedulesMessage" xmlns:m="http://iec.ch/TC57/2011/schema/message">` +
          `<Header><m:Verb>delete</m:Verb><m:Noun>MeterReadSchedules</m:Noun>${more}</Header></DeleteMeterReadSchedules>`,
      ),
    );
    return validators.validate(parsed.root).length;
  };
  expect(findings(own + own + foreign + foreign)).toBe(0);
  expect(findings(foreign + own)).toBeGreaterThan(0);
  expect(findings(own + foreign + own)).toBeGreaterThan(0);
});
