/** What an XML document means, read by libxmljs2: expanded names, attributes, texts; no prefixes, no comments. */
import libxmljs, { type Element, type Node } from 'libxmljs2';
import type { Tree } from './xsd-generator.js';

/** A document in the shape of a generated tree; white space between elements is kept. */
export interface Infoset {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (Infoset | string)[];
}

/** Throws what libxmljs2 throws when the text is not well-formed. */
export function infosetOf(xml: string): Infoset {
  return read(libxmljs.parseXml(xml, { nonet: true, huge: true }).root()!);
}

function read(element: Element): Infoset {
  const content: (Infoset | string)[] = [];
  for (const node of element.childNodes()) {
    if (isElement(node)) content.push(read(node));
    else if (['text', 'cdata'].includes(node.type())) {
      const text = (node as unknown as { text(): string }).text();
      if (typeof content.at(-1) === 'string') content[content.length - 1] = (content.at(-1) as string) + text;
      else if (text !== '') content.push(text);
    }
  }
  const attributes = new Map(element.attrs().map((a) => [`{${a.namespace()?.href() ?? ''}}${a.name()}`, a.value()]));
  return { namespace: element.namespace()?.href() ?? '', name: element.name(), attributes, content };
}

/** The text of an element without children. */
export function textOf(infoset: Infoset): string {
  return infoset.content.filter((part) => typeof part === 'string').join('');
}

function isElement(node: Node): node is Element {
  return node.type() === 'element';
}

/**
 * The first difference between what a document says and what was meant, as a path with words; undefined when there is none.
 * White space between the elements of a known type counts for nothing, nor does white space around a value that is no string.
 */
export function difference(meant: Tree, said: Infoset): string | undefined {
  const at = meant.name;
  const expanded = (x: { namespace: string; name: string }): string => `{${x.namespace}}${x.name}`;
  if (expanded(meant) !== expanded(said)) return `${at}: found ${expanded(said)}`;
  if (meant.attributes.length !== said.attributes.size)
    return `${at}: ${said.attributes.size} attributes instead of ${meant.attributes.length}`;
  for (const a of meant.attributes) {
    const value = said.attributes.get(expanded(a));
    if (value !== a.value) return `${at}/@${a.name}: ${JSON.stringify(value)} instead of ${JSON.stringify(a.value)}`;
  }
  const isText = !meant.foreign && meant.content.every((part) => typeof part === 'string');
  const elementsOnly = !meant.foreign && !isText;
  const tidy = (parts: readonly (Infoset | Tree | string)[]): readonly (Infoset | Tree | string)[] => {
    const kept =
      elementsOnly || meant.content.length === 0
        ? parts.filter((p) => typeof p !== 'string' || p.trim() !== '')
        : parts;
    return kept.map((p) => (typeof p === 'string' && meant.collapse ? collapsed(p) : p)).filter((p) => p !== '');
  };
  const [wanted, found] = [tidy(meant.content), tidy(said.content)];
  if (wanted.length !== found.length) return `${at}: ${found.length} parts instead of ${wanted.length}`;
  for (const [i, want] of wanted.entries()) {
    const got = found[i]!;
    if (typeof want === 'string' || typeof got === 'string') {
      if (want !== got) return `${at}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`;
      continue;
    }
    const inside = difference(want as Tree, got as Infoset);
    if (inside !== undefined) return `${at}/${inside}`;
  }
  return undefined;
}

function collapsed(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}
