import { compareSchemas } from '../../../src/codegen/compare.js';
import { loadSchema } from '../../../src/codegen/load.js';
import { XS, type Schema } from '../../../src/codegen/model.js';

const inside = `<xs:element name="R" type="t:A"/>
  <xs:complexType name="A"><xs:sequence>
    <xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int" minOccurs="0"/>
    <xs:choice><xs:element name="c" type="xs:string"/><xs:element name="d" type="xs:string"/></xs:choice>
  </xs:sequence><xs:attribute name="p" type="xs:string"/></xs:complexType>
  <xs:complexType name="B"><xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent></xs:complexType>
  <xs:simpleType name="K"><xs:restriction base="xs:string"><xs:enumeration value="x"/></xs:restriction></xs:simpleType>`;

function load(text: string): Schema {
  return loadSchema(
    'T.xsd',
    `<xs:schema xmlns:xs="${XS}" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">${text}</xs:schema>`,
  );
}

const ours = load(inside);

test('the same schema does not differ, whatever words stand in it', () => {
  expect(
    compareSchemas(
      ours,
      load(`<xs:annotation><xs:documentation>Other words.</xs:documentation></xs:annotation>${inside}`),
    ),
  ).toEqual([]);
});

test.each<[string, string, string, string[]]>([
  [
    'an added element',
    '<xs:element name="b"',
    '<xs:element name="n" type="xs:date" minOccurs="0"/><xs:element name="b"',
    ['A.n is new (date 0..1)'],
  ],
  ['a lost element', '<xs:element name="a" type="xs:string"/>', '', ['A.a is not there']],
  ['another type', 'type="xs:int"', 'type="xs:decimal"', ['A.b is decimal 0..1 instead of int 0..1']],
  [
    'another cardinality',
    'type="xs:int" minOccurs="0"',
    'type="xs:int" maxOccurs="unbounded"',
    ['A.b is int 1..* instead of int 0..1'],
  ],
  [
    'a choice that may be absent',
    '<xs:choice>',
    '<xs:choice minOccurs="0">',
    [
      'A.c is string 1..1 in a choice 0..1 instead of string 1..1 in a choice 1..1',
      'A.d is string 1..1 in a choice 0..1 instead of string 1..1 in a choice 1..1',
    ],
  ],
  [
    'a new attribute',
    '<xs:attribute name="p"',
    '<xs:attribute name="q" type="xs:string" use="required"/><xs:attribute name="p"',
    ['A.@q is new (string required)'],
  ],
  [
    'an attribute that is required',
    'name="p" type="xs:string"',
    'name="p" type="xs:string" use="required"',
    ['A.@p is string required instead of string'],
  ],
  [
    'another text',
    '<xs:extension base="xs:string"/>',
    '<xs:extension base="xs:int"/>',
    ['B.(text) is int instead of string'],
  ],
  [
    'another list of values',
    '<xs:enumeration value="x"/>',
    '<xs:enumeration value="x"/><xs:enumeration value="y"/>',
    ['simple type K: x y instead of x'],
  ],
  [
    'a lost simple type',
    '<xs:simpleType name="K">',
    '<xs:simpleType name="L">',
    ['simple type K is not there', 'simple type L is new'],
  ],
  ['another root', '<xs:element name="R"', '<xs:element name="S"', ['document elements S instead of R']],
  ['another name of a type', 'name="B"', 'name="C"', ['type B is not there', 'type C is new']],
])('%s is told in words', (_, from, to, lines) => {
  expect(compareSchemas(ours, load(inside.replace(from, to)))).toEqual(lines);
});

test('another order and another namespace are told', () => {
  const [a, b] = ['<xs:element name="a" type="xs:string"/>', '<xs:element name="b" type="xs:int" minOccurs="0"/>'];
  expect(compareSchemas(ours, load(inside.replace(a + b, b + a)))).toEqual(['A: the elements are in another order']);
  expect(compareSchemas(ours, { ...ours, namespace: 'urn:new' })).toEqual(['namespace urn:new instead of urn:t']);
});
