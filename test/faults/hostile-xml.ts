/** Well-aimed XML: document types, entities, namespaces, characters and encodings, sizes of everything. */
import { fault, request, type Group } from './hostile-case.js';
import { block, createMeter, getMeters, goodHeader, goodMeter } from './messages.js';

const doctype = /DOCTYPE/;
const withDoctype = (declaration: string, payload = '&x;'): string =>
  createMeter({ before: declaration, payload: `<obj:Meter><obj:mRID>${payload}</obj:mRID></obj:Meter>` });
const utf16 = (text: string, littleEndian: boolean, mark = true): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};
const entities = (): string =>
  `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;

const documentTypes: Group = [
  'document types and entities',
  [
    fault('internal', () => withDoctype('<!DOCTYPE x [<!ENTITY x "y">]>'), doctype),
    fault('empty', () => withDoctype('<!DOCTYPE x>', 'y'), doctype),
    fault('external', (trap) => withDoctype(`<!DOCTYPE x SYSTEM "${trap}/x.dtd">`, 'y'), doctype),
    fault('public', (trap) => withDoctype(`<!DOCTYPE x PUBLIC "-//X//X" "${trap}/x.dtd">`, 'y'), doctype),
    fault('external entity', (trap) => withDoctype(`<!DOCTYPE x [<!ENTITY x SYSTEM "${trap}/x">]>`), doctype),
    fault(
      'external entity of a file',
      () => withDoctype('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      doctype,
    ),
    fault('parameter entity', (trap) => withDoctype(`<!DOCTYPE x [<!ENTITY % p SYSTEM "${trap}/p">%p;]>`), doctype),
    fault('billion laughs', () => withDoctype(entities(), '&a30;'), doctype),
    fault(
      'quadratic blow-up',
      () => withDoctype(`<!DOCTYPE x [<!ENTITY x "${'y'.repeat(50_000)}">]>`, '&x;'.repeat(30_000)),
      doctype,
    ),
    fault('entity that holds itself', () => withDoctype('<!DOCTYPE x [<!ENTITY x "&x;">]>'), doctype),
    fault('attribute default', () => withDoctype('<!DOCTYPE x [<!ATTLIST x y CDATA "z">]>', 'y'), doctype),
    fault('behind a comment', () => withDoctype('<!-- > --><!DOCTYPE x [<!ENTITY x "y">]>'), doctype),
    fault(
      'behind an XML declaration and blanks',
      () => withDoctype('<?xml version="1.0"?>\n\n<!DOCTYPE x>', 'y'),
      doctype,
    ),
    fault('hidden in UTF-16, little-endian', () => utf16(withDoctype('<!DOCTYPE x [<!ENTITY x "y">]>'), true), doctype),
    fault('hidden in UTF-16, big-endian', () => utf16(withDoctype('<!DOCTYPE x [<!ENTITY x "y">]>'), false), doctype),
    fault(
      'hidden in UTF-16 without mark',
      () => utf16(withDoctype('<!DOCTYPE x [<!ENTITY x "y">]>'), true, false),
      doctype,
    ),
    fault('in lower case', () => withDoctype('<!doctype x>', 'y')),
    fault('in the middle', () => createMeter({ payload: '<!DOCTYPE x>' })),
    fault('an entity nobody declared', () => withDoctype('', '&xxe;'), /not defined/),
    fault('an entity nobody declared in an attribute', () => createMeter({ envelope: 'x="&xxe;"' }), /not defined/),
    fault('an entity of HTML', () => withDoctype('', '&nbsp;'), /not defined/),
    fault('an ampersand alone', () => withDoctype('', 'a & b')),
    fault(
      'a style sheet',
      (trap) => createMeter({ before: `<?xml-stylesheet href="${trap}/x.xsl" type="text/xsl"?>` }),
      /processing instruction/,
    ),
    fault(
      'a processing instruction inside',
      () => createMeter({ payload: `<?php echo 1 ?>${goodMeter}` }),
      /processing instruction/,
    ),
    fault('a processing instruction in a text', () => withDoctype('', 'a<?x?>b'), /processing instruction/),
    fault('a processing instruction behind the end', () => createMeter({ after: '<?x?>' }), /processing instruction/),
    fault('XInclude', (trap) =>
      createMeter({
        payload: `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${trap}/x" parse="text"/>`,
      }),
    ),
    fault('XInclude of a file in a text', () =>
      withDoctype('', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
    ),
    fault('xop:Include', (trap) =>
      withDoctype('', `<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="${trap}/x"/>`),
    ),
    fault('xsi:schemaLocation to elsewhere', (trap) =>
      createMeter({
        envelope: `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://iec.ch/TC57/2011/MeterConfig# ${trap}/x.xsd"`,
        payload: `<obj:Meter xsi:schemaLocation="urn:y ${trap}/y.xsd" xsi:noNamespaceSchemaLocation="${trap}/z.xsd"><y xmlns="urn:y"/></obj:Meter>`,
      }),
    ),
    fault('a namespace one could fetch', (trap) => createMeter({ payload: `<x xmlns="${trap}/ns"/>` })),
    fault('xml:base', (trap) => createMeter({ envelope: `xml:base="${trap}/"`, payload: '<obj:Meter bomb=""/>' })),
  ],
];

const namespaces: Group = [
  'namespaces and attributes',
  [
    fault('an undeclared prefix', () => createMeter({ payload: '<nope:Meter/>' }), /nope/),
    fault('an undeclared prefix of an attribute', () => createMeter({ payload: '<obj:Meter nope:a="1"/>' }), /nope/),
    fault('an undeclared prefix in a header block', () => createMeter({ blocks: block('<nope:x/>') }), /nope/),
    fault('the same attribute twice', () => createMeter({ payload: '<obj:Meter a="1" a="2"/>' }), /a\b/),
    fault('the same attribute by two prefixes', () =>
      createMeter({ blocks: block('<x xmlns:a="urn:q" xmlns:b="urn:q" a:x="1" b:x="2"/>') }),
    ),
    fault('the same declaration twice', () => createMeter({ blocks: block('<x xmlns:a="urn:q" xmlns:a="urn:r"/>') })),
    fault('a prefix bound to nothing', () => createMeter({ blocks: block('<a:x xmlns:a=""/>') })),
    fault('xml bound to another name', () => createMeter({ blocks: block('<x xmlns:xml="urn:x"/>') })),
    fault('xmlns as a prefix', () => createMeter({ blocks: block('<xmlns:x/>') })),
    fault('two colons', () => createMeter({ blocks: block('<t:a:b/>') })),
    fault('a name that begins with a digit', () => createMeter({ blocks: block('<1x/>') })),
    fault('an attribute without quotes', () => createMeter({ blocks: block('<x a=1/>') })),
    fault('an attribute without value', () => createMeter({ blocks: block('<x a/>') })),
    fault('"<" in an attribute', () => createMeter({ blocks: block('<x a="<"/>') })),
    fault('attributes without a blank between', () => createMeter({ blocks: block('<x a="1"b="2"/>') })),
    fault('end tags the wrong way round', () => createMeter({ blocks: block('<x><y></x></y>') })),
    fault('an end tag with an attribute', () => createMeter({ blocks: block('<x></x a="1">') })),
    fault('"--" in a comment', () => createMeter({ blocks: block('<!-- a -- b -->') })),
    fault('"]]>" in a text', () => createMeter({ blocks: block('a ]]> b') })),
    fault('CDATA outside the root', () => createMeter({ after: '<![CDATA[x]]>' })),
    fault('CDATA without end', () => createMeter({ blocks: block('<![CDATA[ x') })),
  ],
];

const inText = (bytes: string | Buffer): Buffer => {
  const [before, after] = createMeter({ payload: '<obj:Meter><obj:mRID>@</obj:mRID></obj:Meter>' }).split('@');
  return Buffer.concat([Buffer.from(before!), Buffer.from(bytes), Buffer.from(after!)]);
};
const hex = (bytes: string): Buffer => inText(Buffer.from(bytes, 'hex'));

const characters: Group = [
  'characters and encodings',
  [
    ...['\0', '\x01', '\x0b', '\x1f', '\ufffe', '\uffff'].map((c) =>
      fault(`U+${c.charCodeAt(0).toString(16).padStart(4, '0')}`, () => inText(c)),
    ),
    ...['#0', '#1', '#x1F', '#xFFFE', '#xD800', '#x110000', '#99999999999', '#x', '#', '#-1', ''].map((ref) =>
      fault(`the reference &${ref};`, () => inText(`&${ref};`)),
    ),
    fault('the byte FF', () => hex('ff'), /UTF-8/),
    fault('half of a character', () => hex('e282'), /UTF-8/),
    fault('an overlong "/"', () => hex('c0af'), /UTF-8/),
    fault('an overlong NUL', () => hex('c080'), /UTF-8/),
    fault('an overlong "<"', () => hex('e080bc'), /UTF-8/),
    fault('a surrogate in UTF-8', () => hex('eda080'), /UTF-8/),
    fault('a character above U+10FFFF', () => hex('f4908080'), /UTF-8/),
    fault('five bytes for a character', () => hex('f888808080'), /UTF-8/),
    fault('a high surrogate alone, UTF-16', () => utf16(inText('\ud800').toString().replace('\ufffd', '\ud800'), true)),
    fault('a low surrogate alone, UTF-16', () => utf16(inText('x').toString().replace('>x<', '>\udc00<'), false)),
    fault('UTF-16 with half a unit', () => utf16(createMeter(), true).subarray(0, -1)),
    fault('UTF-16 declared, UTF-8 sent', () => Buffer.from([0xff, 0xfe, ...Buffer.from(createMeter())])),
    fault('EBCDIC', () => Buffer.from('4c6fa7949340a58599a289969577', 'hex')),
    fault('UTF-32', () => Buffer.concat([Buffer.from('fffe0000', 'hex'), Buffer.from('3c00000078000000', 'hex')])),
    ...[
      'ISO-8859-1',
      'windows-1252',
      'UTF-7',
      'IBM037',
      'EBCDIC-CP-US',
      'UTF-32',
      'GB18030',
      'x-user-defined',
      '../utf-8',
    ].map((name) =>
      request(`${name} declared`, 415, () => ({
        headers: { 'Content-Type': 'text/xml' },
        body: createMeter({ before: `<?xml version="1.0" encoding="${name}"?>` }),
      })),
    ),
    ...['iso-8859-1', 'utf-7', 'ebcdic', "utf-8'", '"utf-9"'].map((name) =>
      request(`charset=${name}`, 415, () => ({
        headers: { 'Content-Type': `text/xml; charset=${name}` },
        body: createMeter(),
      })),
    ),
    fault('UTF-7 with a hidden tag', () => inText('+ADw-script+AD4-<x/>')),
  ],
];

const limit = /more than|longer than|deeper than/;
const attributes = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}=""`).join(' ');

const sizes: Group = [
  'larger than the limits',
  [
    fault('200,000 levels', () => createMeter({ blocks: '<x>'.repeat(200_000) }), /deeper than 64/),
    fault(
      '200,000 levels, closed',
      () => createMeter({ blocks: block('<x>'.repeat(200_000) + '</x>'.repeat(200_000)) }),
      /deeper than 64/,
    ),
    fault('65 levels', () => createMeter({ blocks: block('<x>'.repeat(62) + '</x>'.repeat(62)) }), /deeper than 64/),
    fault(
      '500,001 nodes',
      () => createMeter({ blocks: block(`<a>${'<b c=""/>'.repeat(25_000)}</a>`.repeat(10)) }),
      /more than 500000 nodes/,
    ),
    fault('50,001 children', () => createMeter({ blocks: block('<b/>'.repeat(50_001)) }), /more than 50000 children/),
    fault('50,001 meters', () => createMeter({ payload: '<obj:Meter/>'.repeat(50_001) }), /more than 50000 children/),
    fault('65 attributes', () => createMeter({ blocks: block(`<x ${attributes(65)}/>`) }), /more than 64 attributes/),
    fault(
      '65 declarations',
      () => createMeter({ blocks: block(`<x ${attributes(65).replaceAll('a', 'xmlns:a').replaceAll('""', '"u"')}/>`) }),
      /more than 64 attributes/,
    ),
    fault(
      '100,000 attributes',
      () => createMeter({ blocks: block(`<x ${attributes(100_000)}/>`) }),
      /more than 64 attributes/,
    ),
    fault(
      'an attribute of 64 KiB and one',
      () => createMeter({ blocks: block(`<x a="${'v'.repeat(65_537)}"/>`) }),
      limit,
    ),
    fault('an attribute of 4 MiB', () => createMeter({ blocks: block(`<x a="${'v'.repeat(4 << 20)}"/>`) }), limit),
    fault(
      'a name of 1,025',
      () => createMeter({ blocks: block(`<${'n'.repeat(1025)}/>`) }),
      /a name is longer than 1024/,
    ),
    fault(
      'an attribute name of 1,025',
      () => createMeter({ blocks: block(`<x ${'n'.repeat(1025)}=""/>`) }),
      /a name is longer than 1024/,
    ),
    fault('a name of 4 MiB', () => createMeter({ blocks: `<${'n'.repeat(4 << 20)}` }), limit),
    fault('a text of 1 MiB and one', () => createMeter({ blocks: block('t'.repeat((1 << 20) + 1)) }), limit),
    fault(
      'a comment of 1 MiB and more',
      () => createMeter({ blocks: block(`<!--${'t'.repeat((1 << 20) + 10)}-->`) }),
      limit,
    ),
    fault(
      'CDATA of 1 MiB and more',
      () => createMeter({ blocks: block(`<![CDATA[${'t'.repeat((1 << 20) + 10)}]]>`) }),
      limit,
    ),
    fault(
      'a Verb of 1 MiB and one',
      () => createMeter({ header: goodHeader.replace('create', 'c'.repeat((1 << 20) + 1)) }),
      limit,
    ),
    fault(
      'a text without end',
      () => createMeter({ blocks: block('').slice(0, -13) + 't'.repeat(2 << 20) }).slice(0, 2 << 20),
      limit,
    ),
    fault(
      '1,001 foreign namespaces',
      () => createMeter({ blocks: block(Array.from({ length: 1001 }, (_, i) => `<x xmlns="u${i}"/>`).join('')) }),
      limit,
    ),
    fault(
      'a payload in the namespace "*", which libxml2 takes for any',
      () => createMeter().replace('xmlns:obj="http://iec.ch/TC57/2011/MeterConfig#"', 'xmlns:obj="*"'),
      /namespace name with an asterisk/,
    ),
    fault('250 kB of references', () =>
      createMeter({ payload: `<obj:Meter><obj:mRID>${'&#65;'.repeat(50_000)}</obj:mRID><x/></obj:Meter>` }),
    ),
    fault('8 MiB of mistakes', () =>
      createMeter({ payload: `<obj:Meter>${'<obj:Names/>'.repeat(50_000)}</obj:Meter>`.repeat(9) }),
    ),
    fault('8 MiB of undeclared prefixes', () =>
      getMeters({ blocks: block(`<a>${'<p:b c=""/>'.repeat(24_000)}</a>`.repeat(10)) }),
    ),
    fault('thousands of declarations in force', () => {
      const open = Array.from(
        { length: 55 },
        (_, d) => `<x ${Array.from({ length: 60 }, (_, i) => `xmlns:p${d}_${i}="u"`).join(' ')}>`,
      );
      return createMeter({
        blocks: block(`${open.join('')}${'<p0_0:a/><p0_1:a/>'.repeat(9_000)}${'</x>'.repeat(55)}<nope:x/>`),
      });
    }),
  ],
];

export const xml: readonly Group[] = [documentTypes, namespaces, characters, sizes];
