import { cpuTime } from './cpu-time.js';
import fc from 'fast-check';
import { ReaderError, TapeCursor } from '../../../src/contract/cursor.js';
import { Scanner } from '../../../src/contract/scan.js';
import { namespaceId } from '../../../src/generated/runtime.js';
import { infosetOf, textOf as textIn, type Infoset } from '../../support/infoset.js';
import { contractSchemas, documentOf } from '../../support/xsd-generator.js';
import { seeded } from '../../support/xsd-generator-values.js';

const N = namespaceId('urn:known');
const limits = {
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1_024,
  text: 1_048_576,
  nodes: 500_000,
  children: 50_000,
};

function at(xml: string): TapeCursor {
  return new TapeCursor(new Scanner(limits).scan(xml));
}

function textOf(content: string): string {
  return at(`<a>${content}</a>`).text();
}

describe('texts', () => {
  test.each([
    ['entities and references', '&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;', `<>&"'A😀`],
    ['line ends as line feeds', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a carriage return by reference', 'a&#13;b', 'a\rb'],
    ['CDATA with markup', 'a<![CDATA[<b>&amp;]]>c', 'a<b>&amp;c'],
    ['CDATA with brackets at its end', '<![CDATA[a]]]]>', 'a]]'],
    ['CDATA with line ends', '<![CDATA[\r\n]]>', '\n'],
    ['a comment left out', 'a<!-- b -->c', 'ac'],
    ['a comment that begins with ">"', 'A<!-->B-->C', 'AC'],
    ['a comment that begins with "->"', 'A<!--->B-->C', 'AC'],
    ['an empty comment', 'A<!---->C', 'AC'],
    ['a comment with CDATA in it', 'A<!--<![CDATA[-->C', 'AC'],
    ['CDATA with a comment in it', 'A<![CDATA[<!-- -->]]>C', 'A<!-- -->C'],
    ['a reference that is no reference again', '&amp;lt;', '&lt;'],
  ])('%s', (_, content, text) => {
    expect(textOf(content)).toBe(text);
    expect(textIn(infosetOf(`<a>${content}</a>`))).toBe(text);
  });

  test('tokens are collapsed as XML Schema says, and only its four characters', () => {
    expect(at('<a>\n\t a \r\n b\u00a0 </a>').token()).toBe('a b\u00a0');
    const cursor = at('<r xmlns="urn:known"><a> x  y </a><a>\n1</a></r>');
    cursor.enter();
    expect(cursor.manyToken(N, 'a')).toEqual(['x y', '1']);
  });

  test('an element with children has no text', () => {
    expect(() => at('<a><b/></a>').text()).toThrow(ReaderError);
  });
});

describe('attributes', () => {
  test.each([
    ['in double quotes', `<a b="it's"/>`, "it's"],
    ['in single quotes', `<a b='say "x"'/>`, 'say "x"'],
    ['with white space around the equals sign', '<a\n b \t=\n "x" />', 'x'],
    ['with white space in it', '<a b="x\ty\nz\r\nw"/>', 'x y z w'],
    ['with white space by reference', '<a b="x&#9;y&#10;z&#13;"/>', 'x\ty\nz\r'],
    ['behind one with a longer name', '<a bb="1" b="2"/>', '2'],
    ['behind one of another namespace', '<a xmlns:p="u" p:b="1" b="2"/>', '2'],
    ['behind one that speaks of it', `<a c=' b="1"' b="2"/>`, '2'],
    ['called __proto__', '<a __proto__="x"/>', 'x', '__proto__'],
  ])('%s', (_, xml, value, name = 'b') => {
    expect(at(xml).attribute(name)).toBe(value);
    expect(infosetOf(xml).attributes.get(`{}${name}`)).toBe(value);
  });

  test('an absent one is undefined, also if every object has a member of its name', () => {
    expect(at('<a b="1"/>').attribute('toString')).toBeUndefined();
    expect(at('<a/>').attribute('b')).toBeUndefined();
    expect(() => at('<a/>').needAttribute('b')).toThrow(ReaderError);
  });

  test.each([
    ['declared on the element', '<a xmlns:k="urn:known" k:b="1"/>'],
    ['declared outside', '<r xmlns:k="urn:known"><a k:b="1"/></r>'],
    ['under two prefixes', '<r xmlns:j="urn:known"><a xmlns:k="urn:known" j:b="1"/></r>'],
    [
      'beside a value that looks like a declaration',
      `<r xmlns:k="urn:known"><a c=' xmlns:k="urn:other"' k:b="1"/></r>`,
    ],
  ])('of a namespace, %s', (_, xml) => {
    const cursor = at(xml);
    if (cursor.name === 'r') cursor.enter();
    expect(cursor.attributeOf(N, 'b')).toBe('1');
  });

  test('of another namespace are not taken for it', () => {
    const cursor = at('<r xmlns:k="urn:known"><a xmlns:k="urn:other" k:b="1" b="2"/></r>');
    cursor.enter();
    expect(cursor.attributeOf(N, 'b')).toBeUndefined();
  });
});

describe('foreign elements', () => {
  function fragments(xml: string): readonly string[] {
    const cursor = at(xml);
    cursor.enter();
    return (cursor.foreign(N) ?? []).map((f) => f.xml);
  }

  test('bring along the declarations that they use, and no others', () => {
    expect(
      fragments('<k:r xmlns:k="urn:known" xmlns:p="u:p" xmlns:q="u:q" xmlns:z="u:z"><p:x q:a="1"/></k:r>'),
    ).toEqual(['<p:x xmlns:p="u:p" xmlns:q="u:q" q:a="1"/>']);
  });

  test('bring along the default namespace, and the prefixes of names in their texts', () => {
    expect(
      fragments('<k:r xmlns:k="urn:known" xmlns="u:d" xmlns:p="u:p" xmlns:t="u:t"><p:x><y>t:name</y></p:x></k:r>'),
    ).toEqual(['<p:x xmlns="u:d" xmlns:p="u:p" xmlns:t="u:t"><y>t:name</y></p:x>']);
  });

  test('are not misled by a value that looks like a declaration', () => {
    const [xml] = fragments(`<k:r xmlns:k="urn:known" xmlns:p="u:p"><p:x a=' xmlns:p="u:evil"'/></k:r>`);
    expect(infosetOf(xml!).namespace).toBe('u:p');
  });

  test('keep a declaration of their own', () => {
    expect(fragments('<k:r xmlns:k="urn:known" xmlns:p="u:p"><p:x xmlns:p="u:own"/></k:r>')).toEqual([
      '<p:x xmlns:p="u:own"/>',
    ]);
  });

  test('40,000 of them under many declarations are read in reasonable time', () => {
    const declarations = Array.from({ length: 60 }, (_, i) => `xmlns:p${i}="urn:${i}"`).join(' ');
    const xml = `<k:r xmlns:k="urn:known" ${declarations}>${'<p1:x/>'.repeat(40_000)}</k:r>`;
    const begun = cpuTime();
    expect(fragments(xml)).toHaveLength(40_000);
    expect(cpuTime() - begun).toBeLessThan(1_000);
  });

  test('a long text without a colon is searched for prefixes in reasonable time', () => {
    const xml = `<k:r xmlns:k="urn:known" xmlns:p="u:p"><p:x>${'A'.repeat(1_000_000)}</p:x></k:r>`;
    const begun = cpuTime();
    fragments(xml);
    expect(cpuTime() - begun).toBeLessThan(1_000);
  });
});

/** Everything the cursor says of an element, in the shape of an infoset. */
function said(cursor: TapeCursor, uri: (ns: number) => string, meant: Infoset): string | undefined {
  const attributes = new Map([...meant.attributes].filter(([name]) => name.startsWith('{}')));
  for (const [name, value] of attributes) {
    const found = cursor.attribute(name.slice(2));
    if (found !== value) return `@${name}: ${JSON.stringify(found)} instead of ${JSON.stringify(value)}`;
  }
  if (cursor.name !== meant.name || uri(cursor.namespace) !== meant.namespace)
    return `${cursor.name} instead of ${meant.name}`;
  const children = meant.content.filter((p): p is Infoset => typeof p !== 'string');
  if (children.length === 0) {
    const text = cursor.text();
    return text === textIn(meant) ? undefined : `${JSON.stringify(text)} instead of ${JSON.stringify(textIn(meant))}`;
  }
  const mark = cursor.enter();
  for (const child of children) {
    const wrong = said(cursor, uri, child);
    if (wrong !== undefined) return `${meant.name}/${wrong}`;
  }
  cursor.leave(mark);
  return undefined;
}

test('the cursor reads of any document what libxmljs2 reads', () => {
  const roots = [...contractSchemas.values()].flatMap((s) => s.roots.map(({ name }) => [s, name] as const));
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [schema, name] = roots[seeded(seed).below(roots.length)]!;
      const { xml } = documentOf(schema, name, seed);
      const tape = new Scanner(limits).scan(xml);
      expect(said(new TapeCursor(tape), tape.uri, infosetOf(xml))).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});
