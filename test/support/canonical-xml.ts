/** XML made comparable: exclusive canonical form for the test, indented form for the reader. */
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import libxmljs, { type Element, type Node } from 'libxmljs2';

/** Exclusive C14N; white space between elements, comments and the choice of quotes count for nothing. */
export function canonical(xml: string): string {
  const root = libxmljs.parseXml(xml).root()!;
  for (const node of texts(root))
    if (node.toString().trim() === '' && hasElements(node.parent() as Element)) node.remove();
  using document = XmlDocument.fromString(root.toString());
  return document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 });
}

/** One element a line, two blanks a level; texts stay as they are. */
export function indented(xml: string): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const visit = (element: Element, depth: number): void => {
    const pad = '  '.repeat(depth);
    const children = element.childNodes().filter(isElement);
    const whole = element.toString();
    if (children.length === 0) {
      lines.push(pad + whole);
      return;
    }
    lines.push(pad + whole.slice(0, whole.indexOf('>') + 1));
    for (const child of children) visit(child, depth + 1);
    lines.push(`${pad}</${/^<([^\s>]+)/.exec(whole)![1]!}>`);
  };
  visit(libxmljs.parseXml(xml).root()!, 0);
  return `${lines.join('\n')}\n`;
}

function texts(element: Element): Node[] {
  return element.childNodes().flatMap((node) => (isElement(node) ? texts(node) : node.type() === 'text' ? [node] : []));
}

function hasElements(element: Element): boolean {
  return element.childNodes().some(isElement);
}

function isElement(node: Node): node is Element {
  return node.type() === 'element';
}
