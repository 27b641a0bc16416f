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
