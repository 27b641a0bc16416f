/** How the elements of a schema file are read: children, attributes, documentation. */
import type { Element } from 'libxmljs2';

/** The child elements, in their order. */
export function elements(el: Element): Element[] {
  return el.childNodes().filter((n): n is Element => n.type() === 'element');
}

/** What an attribute says, undefined when it is not there. */
export function text(el: Element, attribute: string): string | undefined {
  return el.attr(attribute)?.value();
}

/** Whether an element or attribute has what the model does not hold: a value of its own, or keys among its descendants. */
export function saysMore(el: Element): boolean {
  return (
    text(el, 'default') !== undefined ||
    text(el, 'fixed') !== undefined ||
    elements(el).some((c) => ['key', 'keyref', 'unique'].includes(c.name()))
  );
}

/** The mark of what is not wholly said by the model: it is left to the validator. */
export function unsure(more: boolean): { readonly unsure?: true } {
  return more ? { unsure: true } : {};
}

/** How often a particle may stand: 1 when nothing is said, Infinity for `unbounded`. */
export function occurs(el: Element, attribute: 'minOccurs' | 'maxOccurs'): number {
  const value = text(el, attribute) ?? '1';
  return value === 'unbounded' ? Infinity : Number(value);
}

/** With a capital, as a part of the name of an anonymous type. */
export function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The sentences of `xs:documentation`, white space made even; undefined when there are none. */
export function docOf(el: Element): string | undefined {
  const texts = elements(el)
    .filter((c) => c.name() === 'annotation')
    .flatMap((a) => elements(a).filter((c) => c.name() === 'documentation'))
    .map((d) => d.text().replace(/\s+/g, ' ').trim())
    .filter((t) => t !== '');
  return texts.length > 0 ? texts.join(' ') : undefined;
}

/** What our own files say of themselves by `xs:appinfo source="urn:cimgate:…"`, by the name behind it. */
export function marksOf(root: Element): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const annotation of elements(root).filter((c) => c.name() === 'annotation')) {
    for (const info of elements(annotation).filter((c) => c.name() === 'appinfo')) {
      const source = text(info, 'source') ?? '';
      if (source.startsWith('urn:cimgate:')) marks[source.slice('urn:cimgate:'.length)] = info.text().trim();
    }
  }
  return marks;
}
