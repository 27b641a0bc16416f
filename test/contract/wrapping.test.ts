/** The schemas of 2021, in which the root elements of all nouns substitute the abstract payload of the envelope. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import libxmljs, { type Element } from 'libxmljs2';
import { spelledFile } from '../../src/contract/spelled-file.js';
import { eras } from '../../src/contract/spelling.js';
import { compileFile, findingsOf, ParsedDocument } from '../../src/contract/validator.js';
import { wrappedSchema } from '../../src/contract/wrapping.js';
import { profiles } from '../../src/generated/profiles.js';
import { nouns } from '../../src/nouns.js';
import { contractIn, wsdlFolder } from '../support/soap-check.js';
import { lintContract } from './lint.mjs';

const native = 'http://iec.ch/TC57/2011/schema/message';
const envelope = 'http://iec.ch/TC57/2021/schema/message';
const xs = { xs: 'http://www.w3.org/2001/XMLSchema' };
const file = (part: string, name: string): string => readFileSync(join(wsdlFolder, part, name), 'utf8');
const names = Object.keys(nouns);

const folders: string[] = [];
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wrapping-'));
  folders.push(folder);
  for (const part of ['profiles', 'services']) mkdirSync(join(folder, part));
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('the contract lint has nothing to say of them, but that the envelope has one more element', () => {
  const folder = emptyFolder();
  for (const part of ['profiles', 'services'])
    for (const name of readdirSync(join(wsdlFolder, part)))
      writeFileSync(join(folder, part, name), wrappedSchema(file(part, name)));
  const { xsds, wsdls, problems } = lintContract(folder);
  expect(xsds).toBe(lintContract(wsdlFolder).xsds);
  expect(wsdls).toBeGreaterThan(0);
  expect(problems.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^global elements: AbstractPayload Message .*, expected Message /),
  ]);
}, 120_000);

test.each(names)('the root element of %s is a payload', (noun) => {
  const schema = libxmljs.parseXml(spelledFile(file('profiles', `${noun}.xsd`), eras['2021']));
  const at = (path: string): Element => schema.get(path, xs) as Element;
  const value = (path: string): string | undefined => (at(path) as unknown as { value(): string } | null)?.value();
  expect(value(`/xs:schema/xs:element[@name="${noun}"]/@substitutionGroup`)).toBe('msg:AbstractPayload');
  const type = value(`/xs:schema/xs:element[@name="${noun}"]/@type`)!.split(':')[1];
  expect(value(`/xs:schema/xs:complexType[@name="${type}"]/xs:complexContent/xs:extension/@base`)).toBe(
    'msg:AbstractPayloadType',
  );
  expect(
    at('/xs:schema')
      .namespaces()
      .map((one) => `${one.prefix()} ${one.href()}`),
  ).toContain(`msg ${envelope}`);
  expect(value('/xs:schema/xs:import/@namespace')).toBe(envelope);
});

test.each(names.map((noun) => `Get${noun}.xsd`))('%s is no payload, and stays', (name) => {
  expect(wrappedSchema(file('profiles', name))).toBe(file('profiles', name));
});

test('messages of one noun stay, and so does every file of the other eras', () => {
  for (const name of readdirSync(join(wsdlFolder, 'services'))) {
    const text = file('services', name);
    if (name.endsWith('.wsdl') || names.some((noun) => name.endsWith(`${noun}Message.xsd`)))
      expect(wrappedSchema(text)).toBe(text);
  }
  for (const era of ['2011', '2015', '2017'] as const)
    for (const name of readdirSync(join(wsdlFolder, 'profiles')))
      expect(spelledFile(file('profiles', name), eras[era])).not.toContain('AbstractPayload');
});

test.each([
  'profiles/Message.xsd',
  'profiles/MeterConfig.xsd',
  'services/Generic.xsd',
  'services/OperationSetMessage.xsd',
])('%s is wrapped once and not twice, and keeps its components', (path) => {
  const [part = '', name = ''] = path.split('/');
  const once = wrappedSchema(file(part, name));
  expect(once).not.toBe(file(part, name));
  expect(wrappedSchema(once)).toBe(once);
  const components = (text: string): string[] =>
    libxmljs
      .parseXml(text)
      .find('/xs:schema/*[@name]/@name', xs)
      .map(String)
      .filter((one) => !one.includes('Abstract'));
  expect(components(once)).toEqual(components(file(part, name)));
});

test('the schema of all nouns imports every profile', () => {
  for (const name of ['Generic.xsd', 'OperationSetMessage.xsd']) {
    const imports = wrappedSchema(file('services', name)).match(/profiles\/\w+\.xsd/g) ?? [];
    expect(imports.sort()).toEqual(
      ['Message', ...profiles.map((one) => one.name)].map((n) => `profiles/${n}.xsd`).sort(),
    );
  }
});

describe('in the generic form', () => {
  const p = 'http://iec.ch/TC57/2011/MeterConfig#';
  const meterConfig = '<p:MeterConfig><p:Meter><p:mRID>m</p:mRID></p:Meter></p:MeterConfig>';
  const payloads: readonly (readonly [string, string, boolean])[] = [
    ['a payload', meterConfig, true],
    ['no payload', '', true],
    ['a payload with a hint at its format', `${meterConfig}<h:Format>XML</h:Format>`, true],
    ['the payload of another noun', '<q:MeterReadings xmlns:q="http://iec.ch/TC57/2011/MeterReadings#"/>', true],
    ['a compressed payload', '<h:Compressed>H4sI</h:Compressed>', true],
    ['IDs', '<h:ID>a</h:ID><h:ID>b</h:ID>', true],
    ['two payloads', meterConfig + meterConfig, false],
    ['a payload that is not valid', '<p:MeterConfig><p:Nonsense/></p:MeterConfig>', false],
    ['an unknown element', '<q:Nonsense xmlns:q="urn:x"/>', false],
    ['a Get profile', '<q:GetMeterConfig xmlns:q="http://iec.ch/TC57/2011/GetMeterConfig#"/>', false],
    ['the abstract element', '<h:AbstractPayload/>', false],
    ['the abstract element of a type', '<h:AbstractPayload xsi:type="p:MeterConfig"/>', false],
    ['a payload of its own type', '<p:MeterConfig xsi:type="p:MeterConfig"/>', true],
    ['a payload in an operation', inSet(meterConfig), true],
    [
      'a Get profile in an operation',
      inSet('<q:GetMeterConfig xmlns:q="http://iec.ch/TC57/2011/GetMeterConfig#"/>'),
      true,
    ],
    ['a payload that is not valid in an operation', inSet('<p:MeterConfig><p:Nonsense/></p:MeterConfig>'), false],
  ];

  function inSet(payload: string): string {
    return `<h:OperationSet><h:Operation><h:operationId>1</h:operationId>${payload}</h:Operation></h:OperationSet>`;
  }

  test.each(payloads)('%s: both libraries agree', (_, payload, valid) => {
    const text =
      `<a:Request xmlns:a="http://iec.ch/TC57/2011/abstract" xmlns:h="${envelope}" xmlns:p="${p}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<a:message><h:Header><h:Verb>create</h:Verb><h:Noun>MeterConfig</h:Noun></h:Header><h:Payload>${payload}</h:Payload></a:message></a:Request>`;
    const { folder, validators } = contractIn(eras['2021']);
    using parsed = ParsedDocument.parse(Buffer.from(text));
    const findings = validators.validate(parsed.root).map(({ message }) => message);
    expect({ valid: findings.length === 0, findings }).toMatchObject({ valid });
    const schema = join(folder, 'services', 'Generic.xsd');
    const compiled = libxmljs.parseXml(readFileSync(schema, 'utf8'), { baseUrl: schema });
    const document = libxmljs.parseXml(text);
    expect({ valid: document.validate(compiled), errors: document.validationErrors }).toMatchObject({ valid });
  });
});

/** Profiles as a licence holder may have them: written in other ways than ours. */
describe('a profile', () => {
  const profile = (content: string, more = ''): string =>
    `<xsd:schema xmlns:xsd="${xs.xs}" xmlns="http://iec.ch/TC57/2011/MeterConfig#" targetNamespace="http://iec.ch/TC57/2011/MeterConfig#" elementFormDefault="qualified"${more}>${content}</xsd:schema>`;
  const inner = '<xsd:element name="Meter" type="xsd:string" minOccurs="0"/>';
  const root = '<xsd:element name="MeterConfig" type="MeterConfig"/>';

  const ways: readonly (readonly [string, string])[] = [
    ['with an anonymous type', profile(`<xsd:element name="MeterConfig"><xsd:complexType><xsd:sequence>${inner}</xsd:sequence></xsd:complexType></xsd:element>`)],
    ['with a type without content', profile(`${root}<xsd:complexType name="MeterConfig"/>`)],
    ['with an empty type of two tags', profile(`${root}<xsd:complexType name="MeterConfig"></xsd:complexType>`)],
    ['with an annotated type, a choice and an attribute', profile(`${root}<xsd:complexType name="MeterConfig"><xsd:annotation/><xsd:choice>${inner}</xsd:choice><xsd:attribute name="id"/></xsd:complexType>`)],
    ['whose type extends another of the file', profile(`${root}<xsd:complexType name="MeterConfig"><xsd:complexContent><xsd:extension base="Base"><xsd:attribute name="id"/></xsd:extension></xsd:complexContent></xsd:complexType><xsd:complexType name="Base"><xsd:sequence>${inner}</xsd:sequence></xsd:complexType>`)],
    ['that has a prefix for the envelope', profile(`${root}<xsd:complexType name="MeterConfig"/>`, ` xmlns:env="${native}"`)],
    ['that has our prefix for something else', profile(`${root}<xsd:complexType name="MeterConfig"/>`, ' xmlns:msg="urn:other"')],
    ['with comments before and after', `<?xml version="1.0"?><!-- a --><!-- <xsd:schema> -->${profile(`<!-- b -->${root}<xsd:complexType name="MeterConfig"><!-- c --></xsd:complexType>`)}<!-- d -->`],
  ]; // prettier-ignore

  test.each(ways)('%s is a payload', (_, text) => {
    const folder = emptyFolder();
    const write = (path: string, schema: string): void =>
      writeFileSync(join(folder, path), spelledFile(schema, eras['2021']));
    write('profiles/Message.xsd', file('profiles', 'Message.xsd'));
    write('profiles/MeterConfig.xsd', text);
    const compiled = compileFile(folder, 'profiles/MeterConfig.xsd');
    const message = `<RequestMessage xmlns="${envelope}"><Header><Verb>create</Verb><Noun>MeterConfig</Noun></Header><Payload><MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#"/></Payload></RequestMessage>`;
    using parsed = ParsedDocument.parse(Buffer.from(message));
    expect(findingsOf(compiled, parsed.root)).toEqual([]);
    compiled.dispose();
  });

  test.each([
    ['that is wrapped already', profile(`<xsd:element name="MeterConfig" type="MeterConfig" substitutionGroup="e:AbstractPayload"/>`, ` xmlns:e="${native}"`)],
    ['whose type is a text', profile(`${root}<xsd:complexType name="MeterConfig"><xsd:simpleContent><xsd:extension base="xsd:string"/></xsd:simpleContent></xsd:complexType>`)],
    ['whose type stands elsewhere', profile(root)],
    ['without its root element', profile('<xsd:element name="Other" type="xsd:string"/>')],
    ['whose type extends itself', profile(`${root}<xsd:complexType name="MeterConfig"><xsd:complexContent><xsd:extension base="MeterConfig"/></xsd:complexContent></xsd:complexType>`)],
    ['whose types extend each other', profile(`${root}<xsd:complexType name="MeterConfig"><xsd:complexContent><xsd:extension base="Base"/></xsd:complexContent></xsd:complexType><xsd:complexType name="Base"><xsd:complexContent><xsd:extension base="MeterConfig"/></xsd:complexContent></xsd:complexType>`)],
  ])('%s stays as it is', (_, text) => {
    expect(wrappedSchema(text)).toBe(text);
  }); // prettier-ignore
});
