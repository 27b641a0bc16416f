import { loadSchema } from '../../../src/codegen/load.js';
import { ContractError, XS, type Schema } from '../../../src/codegen/model.js';

const head = (attributes = 'elementFormDefault="qualified"'): string =>
  `<xs:schema xmlns:xs="${XS}" xmlns:t="urn:t" xmlns:o="urn:o" targetNamespace="urn:t" ${attributes}>`;

function load(inside: string): Schema {
  return loadSchema('T.xsd', `${head()}\n${inside}\n</xs:schema>`);
}

function refusal(text: string): string {
  try {
    loadSchema('T.xsd', text);
  } catch (error) {
    if (error instanceof ContractError) return error.message;
    throw error;
  }
  throw new Error('not refused');
}

const inType = (inside: string): string => `<xs:complexType name="A">\n${inside}\n</xs:complexType>`;

describe('a schema is loaded', () => {
  test('with its elements, attributes, cardinalities, words and marks', () => {
    const schema = load(`
      <xs:annotation><xs:documentation> A
        test. </xs:documentation><xs:appinfo source="urn:cimgate:confidence">certain</xs:appinfo><xs:appinfo source="urn:x">no</xs:appinfo></xs:annotation>
      <xs:element name="Root" type="t:A"/>
      <xs:complexType name="A"><xs:sequence>
        <xs:element name="one" type="xs:string"><xs:annotation><xs:documentation>The one.</xs:documentation></xs:annotation></xs:element>
        <xs:element name="some" type="t:B" minOccurs="0" maxOccurs="5"/>
        <xs:element ref="o:Other" minOccurs="0" maxOccurs="unbounded"/>
        <xs:choice minOccurs="0"><xs:element name="x" type="xs:int"/><xs:element name="y" type="xs:date"/></xs:choice>
        <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence><xs:attribute name="id" type="xs:string" use="required"/></xs:complexType>
      <xs:simpleType name="B"><xs:restriction base="xs:string"><xs:enumeration value="b"/><xs:enumeration value="c"/></xs:restriction></xs:simpleType>`);
    expect(schema).toMatchObject({
      file: 'T.xsd',
      namespace: 'urn:t',
      doc: 'A test.',
      marks: { confidence: 'certain' },
      imports: ['urn:o'],
    });
    expect(schema.roots).toEqual([{ name: 'Root', type: { namespace: 'urn:t', name: 'A' }, doc: undefined }]);
    const [type] = schema.complexTypes;
    expect(type!.attributes).toEqual([{ name: 'id', type: { namespace: XS, name: 'string' }, required: true }]);
    expect(type!.particles).toMatchObject([
      { kind: 'element', name: 'one', min: 1, max: 1, doc: 'The one.' },
      { kind: 'element', name: 'some', min: 0, max: 5, type: { namespace: 'urn:t', name: 'B' } },
      { kind: 'element', name: 'Other', namespace: 'urn:o', min: 0, max: Infinity },
      { kind: 'choice', min: 0, max: 1, options: [{ name: 'x' }, { name: 'y' }] },
      { kind: 'any', namespace: '##other', processContents: 'lax', min: 0, max: Infinity },
    ]);
    expect(schema.simpleTypes).toMatchObject([
      { name: 'B', base: { namespace: XS, name: 'string' }, values: ['b', 'c'] },
    ]);
  });

  test('anonymous types get the name of their place, references one name for all', () => {
    const schema = load(
      inType(
        `<xs:sequence><xs:element name="kind"><xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType></xs:element>
         <xs:element name="part"><xs:complexType><xs:sequence><xs:element name="n" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
         <xs:element name="to"><xs:complexType><xs:attribute name="ref" type="xs:string"/></xs:complexType></xs:element>
         <xs:element name="from"><xs:complexType><xs:attribute name="ref" type="xs:string"/></xs:complexType></xs:element></xs:sequence>`,
      ),
    );
    expect(schema.complexTypes.map((t) => t.name)).toEqual(['APart', 'Reference', 'A']);
    expect(schema.simpleTypes.map((t) => t.name)).toEqual(['AKind']);
  });

  test('an extension has the members of its base and its own, an attribute group its attributes', () => {
    const schema = load(
      `<xs:attributeGroup name="g"><xs:attribute name="p" type="xs:string"/></xs:attributeGroup>
       <xs:complexType name="B"><xs:sequence><xs:element name="b" type="xs:string"/></xs:sequence></xs:complexType>
       <xs:complexType name="C"><xs:complexContent><xs:extension base="t:B"><xs:sequence><xs:element name="c" type="xs:string"/></xs:sequence><xs:attributeGroup ref="t:g"/></xs:extension></xs:complexContent></xs:complexType>
       <xs:complexType name="D"><xs:simpleContent><xs:extension base="xs:string"><xs:attributeGroup ref="t:g"/></xs:extension></xs:simpleContent></xs:complexType>`,
    );
    const type = (name: string): unknown => schema.complexTypes.find((t) => t.name === name);
    expect(type('C')).toMatchObject({ particles: [{ name: 'b' }, { name: 'c' }], attributes: [{ name: 'p' }] });
    expect(type('D')).toMatchObject({ simpleContent: { namespace: XS, name: 'string' }, attributes: [{ name: 'p' }] });
  });
});

describe('a schema is refused, by file and line', () => {
  test.each<[string, string, string]>([
    ['that is not well-formed', `${head()}\n<xs:element>`, 'T.xsd:2: not well-formed'],
    ['that is no schema', '<a/>', 'T.xsd:1: not an XML schema'],
    ['without target namespace', `<xs:schema xmlns:xs="${XS}"/>`, 'T.xsd:1: no targetNamespace'],
    ['with unqualified elements', `${head('')}</xs:schema>`, 'T.xsd:1: elementFormDefault must be "qualified"'],
    [
      'with qualified attributes',
      `${head('elementFormDefault="qualified" attributeFormDefault="qualified"')}</xs:schema>`,
      'T.xsd:1: attributes must be unqualified',
    ],
  ])('%s', (_, text, said) => {
    expect(refusal(text)).toContain(said);
  });

  const element = '<xs:element name="a" type="xs:string"/>';
  const sequence = (inside: string): string => `<xs:sequence>${inside}</xs:sequence>`;
  test.each<[string, string, number, string]>([
    ['a group at the top', '<xs:group name="g"/>', 2, 'xs:group at the top level is not supported'],
    ['an include', '<xs:include schemaLocation="x"/>', 2, 'xs:include at the top level is not supported'],
    ['xs:all', inType('<xs:all/>'), 3, 'xs:all in a complex type is not supported'],
    ['a group in a sequence', inType(sequence('<xs:group ref="t:g"/>')), 3, 'xs:group in a sequence is not supported'],
    ['any attribute', inType('<xs:anyAttribute/>'), 3, 'xs:anyAttribute in a complex type is not supported'],
    [
      'any attribute in a group',
      `<xs:attributeGroup name="g"><xs:anyAttribute/></xs:attributeGroup>\n${inType('<xs:attributeGroup ref="t:g"/>')}`,
      2,
      'xs:anyAttribute in an attribute group is not supported',
    ],
    ['an unknown attribute group', inType('<xs:attributeGroup ref="t:g"/>'), 3, 'unknown attribute group g'],
    [
      'a repeated sequence',
      inType(`<xs:sequence maxOccurs="2">${element}</xs:sequence>`),
      3,
      'a repeated xs:sequence is not supported',
    ],
    [
      'an optional sequence inside',
      inType(sequence(`<xs:sequence minOccurs="0">${element}</xs:sequence>`)),
      3,
      'a repeated xs:sequence is not supported',
    ],
    [
      'a choice in a choice',
      inType(`<xs:choice>${element}<xs:choice><xs:element name="b" type="xs:string"/></xs:choice></xs:choice>`),
      3,
      'a choice directly inside a choice is not supported',
    ],
    [
      'a sequence in a choice',
      inType(`<xs:choice>${sequence(element)}<xs:element name="b" type="xs:string"/></xs:choice>`),
      3,
      'an xs:sequence inside an xs:choice is not supported',
    ],
    [
      'a wildcard in a repeated choice',
      inType('<xs:choice maxOccurs="unbounded"><xs:any/></xs:choice>'),
      3,
      'a repeated choice may only have single elements',
    ],
    ['mixed content', '<xs:complexType name="A" mixed="true"/>', 2, 'mixed content is not supported'],
    ['an abstract type', '<xs:complexType name="A" abstract="true"/>', 2, 'an abstract type is not supported'],
    [
      'an abstract element',
      '<xs:element name="a" type="xs:string" abstract="true"/>',
      2,
      'abstract="true" is not supported',
    ],
    [
      'an element that may be nil',
      inType(sequence('<xs:element name="a" type="xs:string" nillable="true"/>')),
      3,
      'nillable="true" is not supported',
    ],
    [
      'a substitution group',
      '<xs:element name="a" type="xs:string" substitutionGroup="t:b"/>',
      2,
      'a substitution group is not supported',
    ],
    [
      'an unqualified element',
      inType(sequence('<xs:element name="a" type="xs:string" form="unqualified"/>')),
      3,
      'an unqualified element is not supported',
    ],
    [
      'a qualified attribute',
      inType('<xs:attribute name="a" type="xs:string" form="qualified"/>'),
      3,
      'attributes must be unqualified',
    ],
    ['an attribute of elsewhere', inType('<xs:attribute ref="xml:lang"/>'), 3, 'xs:attribute without name'],
    ['an element without a type', inType(sequence('<xs:element name="a"/>')), 3, 'element a has no type'],
    ['an element twice', inType(sequence(element + element)), 2, 'a stands twice in one type'],
    [
      'an attribute named like an element',
      inType(`${sequence(element)}<xs:attribute name="a"/>`),
      2,
      'a stands twice in one type',
    ],
    [
      'an attribute "text" beside text',
      inType(
        '<xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="text"/></xs:extension></xs:simpleContent>',
      ),
      2,
      'text stands twice in one type',
    ],
    [
      'a restriction of complex content',
      inType('<xs:complexContent><xs:restriction base="t:B"/></xs:complexContent>'),
      3,
      'only xs:extension is supported in xs:complexContent',
    ],
    [
      'a restriction of simple content',
      inType('<xs:simpleContent><xs:restriction base="xs:string"/></xs:simpleContent>'),
      3,
      'xs:simpleContent without xs:extension',
    ],
    [
      'a base of elsewhere',
      inType('<xs:complexContent><xs:extension base="o:B"/></xs:complexContent>'),
      3,
      'the base type B must stand in the same file',
    ],
    [
      'a union',
      '<xs:simpleType name="U"><xs:union memberTypes="xs:string"/></xs:simpleType>',
      2,
      'a simple type must be an xs:restriction',
    ],
    [
      'an undeclared prefix',
      inType(sequence('<xs:element name="a" type="z:string"/>')),
      3,
      'prefix "z" of z:string is not declared at the top of the schema',
    ],
    [
      'a type without prefix',
      inType(sequence('<xs:element name="a" type="string"/>')),
      3,
      'prefix "" of string is not declared',
    ],
    ['a type without name', '<xs:complexType/>', 2, 'xs:complexType without name'],
    [
      'an anonymous type that would take the name of another',
      `<xs:complexType name="AB">${sequence(element)}</xs:complexType>\n<xs:complexType name="A">${sequence('<xs:element name="b"><xs:complexType><xs:attribute name="other"/></xs:complexType></xs:element>')}</xs:complexType>`,
      3,
      'this type would be named AB, which is the name of another',
    ],
  ])('with %s', (_, inside, line, said) => {
    expect(refusal(`${head()}\n${inside}\n</xs:schema>`)).toContain(`T.xsd:${line}: ${said}`);
  });
});
