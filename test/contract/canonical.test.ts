/** Our exclusive canonical XML against that of libxml2, on documents with every trap in them. `CIMGATE_TEST_CANONICAL=20000` for a long run. */
import { XmlC14NMode, XmlDocument, XmlElement, XmlStringOutputBufferHandler } from 'libxml2-wasm';
import { canonicalizeSubtree } from 'libxml2-wasm/lib/c14n.mjs';
import { canonicalText } from '../../src/contract/canonical.js';
import { liftedLimits } from '../../src/contract/lifted-limits.js';
import { Scanner } from '../../src/contract/scan.js';
import { childrenOf } from '../../src/contract/tape-tree.js';
import { anyXml, chanceOf } from '../support/any-xml.js';

const scanner = new Scanner(liftedLimits);
const documents = Number(process.env['CIMGATE_TEST_CANONICAL'] ?? 1_500);

/** Of the element that the steps lead to, by both. */
function both(xml: string, steps: readonly number[], prefixes: readonly string[]): { ours: string; theirs: string } {
  const tape = scanner.scan(xml);
  const index = steps.reduce((at, step) => childrenOf(tape, at)[step]!, 0);
  const ours = canonicalText(
    tape,
    index,
    prefixes.map((p) => (p === '#default' ? '' : p)),
  );
  using document = XmlDocument.fromBuffer(Buffer.from(xml));
  const element = steps.reduce((at, step) => elementsOf(at)[step]!, document.root);
  const handler = new XmlStringOutputBufferHandler();
  canonicalizeSubtree(handler, document, element, {
    mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
    inclusiveNamespacePrefixes: [...prefixes],
  });
  return { ours, theirs: handler.result };
}

function elementsOf(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = element.firstChild; at !== null; at = at.next) if (at instanceof XmlElement) found.push(at);
  return found;
}

test(`is that of libxml2 for an element of each of ${documents} documents`, () => {
  for (let seed = 1; seed <= documents; seed++) {
    const chance = chanceOf(seed);
    const xml = anyXml(chance);
    const tape = scanner.scan(xml);
    const steps: number[] = [];
    for (let at = 0; chance.below(3) > 0;) {
      const children = childrenOf(tape, at);
      if (children.length === 0) break;
      const step = chance.below(children.length);
      steps.push(step);
      at = children[step]!;
    }
    const prefixes =
      chance.below(3) === 0 ? ['a', 'b', 'soap', '#default', 'unknown'].filter(() => chance.below(2) === 0) : [];
    const { ours, theirs } = both(xml, steps, prefixes);
    if (ours !== theirs)
      throw new Error(
        `seed ${seed}, at ${steps.join('.')}, with ${prefixes.join(' ')}:\n${xml}\nours:\n${ours}\ntheirs:\n${theirs}`,
      );
  }
});

describe('of the whole document', () => {
  const canonical = (xml: string, prefixes: readonly string[] = []): string =>
    canonicalText(scanner.scan(xml), 0, prefixes);

  test.each([
    ['an empty tag is opened and closed', '<a/>', '<a></a>'],
    ['declaration, comments and what is around go', '<?xml version="1.0"?>\n<!-- 1 --><a>x<!-- 2 -->y</a>\n', '<a>xy</a>'],
    ['line ends are line feeds, and a written one stays', '<a>1\r\n2\r3&#xD;</a>', '<a>1\n2\n3&#xD;</a>'],
    ['sections are opened', '<a><![CDATA[<&>]]></a>', '<a>&lt;&amp;&gt;</a>'],
    ['references are replaced', '<a>&#65;&#x1F600;&quot;&apos;&gt;</a>', '<a>A\u{1f600}"\'&gt;</a>'],
    ['white space of attributes is normalised, written white space stays', "<a b=' 1\n2\t3&#xA;&#x9;\"'/>", '<a b=" 1 2 3&#xA;&#x9;&quot;"></a>'],
    ['attributes are in order, by namespace first', '<a xmlns:y="urn:1" xmlns:x="urn:2" x:c="1" y:d="2" b="3" a="4"/>', '<a xmlns:x="urn:2" xmlns:y="urn:1" a="4" b="3" y:d="2" x:c="1"></a>'],
    ['names beyond the basic plane come last', '<a \u{10000}="1" \uff5e="2"/>', '<a \uff5e="2" \u{10000}="1"></a>'],
    ['declarations stand where they are used', '<a xmlns="urn:1" xmlns:p="urn:2" xmlns:q="urn:3"><p:b/><p:c q:d="1"/></a>', '<a xmlns="urn:1"><p:b xmlns:p="urn:2"></p:b><p:c xmlns:p="urn:2" xmlns:q="urn:3" q:d="1"></p:c></a>'],
    ['a default namespace is taken back where no namespace is meant', '<a xmlns="urn:1"><b xmlns=""><c/></b></a>', '<a xmlns="urn:1"><b xmlns=""><c></c></b></a>'],
    ['one that is not in force is not', '<p:a xmlns:p="urn:1" xmlns="urn:2"><b xmlns=""/></p:a>', '<p:a xmlns:p="urn:1"><b></b></p:a>'],
    ['marks in the name of a namespace are escaped', '<a xmlns="urn:1?a=1&amp;b=2"/>', '<a xmlns="urn:1?a=1&amp;b=2"></a>'],
  ])('%s', (_, xml, expected) => {
    expect(canonical(xml)).toBe(expected);
  }); // prettier-ignore

  test('inclusive prefixes are declared where they are declared', () => {
    const xml = '<a xmlns:p="urn:1" xmlns:q="urn:2"><b xmlns:p="urn:3"><p:c/></b></a>';
    expect(canonical(xml, ['p', 'nobody'])).toBe('<a xmlns:p="urn:1"><b xmlns:p="urn:3"><p:c></p:c></b></a>');
  });
});
