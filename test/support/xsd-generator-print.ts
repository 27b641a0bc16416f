/** Spells a tree as XML: plainly, or in any way that XML allows and that means the same. */
import type { Tree } from './xsd-generator.js';
import { never, type Chooser } from './xsd-generator-values.js';

type Scope = ReadonlyMap<string, string>;

const prefixes = ['a', 'ns0', 'soapenv', 'é', 'x-1', '_', 'obj', 'm', 'msg', 'get', 'B2', 'constructor'];

/** `c` decides on the spelling; without it the same tree is always the same text. */
export function print(tree: Tree, c: Chooser = never): string {
  const declaration = c.below(3) === 0 && c !== never ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
  return declaration + new Printer(c).element(tree, new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), true);
}

class Printer {
  private serial = 0;

  constructor(private readonly c: Chooser) {}

  element(tree: Tree, outer: Scope, isRoot: boolean): string {
    const { c } = this;
    const scope = new Map(outer);
    const declared: [string, string][] = [];
    const used = new Set<string>();
    const declare = (prefix: string, namespace: string): void => {
      declared.push([prefix, namespace]);
      scope.set(prefix, namespace);
      used.add(prefix);
    };
    /** A prefix that means the namespace here, declared on this element if need be. */
    const prefixFor = (namespace: string, isElement: boolean): string => {
      const fitting = [...scope].filter(([p, ns]) => ns === namespace && (isElement || p !== '')).map(([p]) => p);
      if (namespace === '') {
        if (scope.get('') !== undefined && scope.get('') !== '') declare('', '');
        return '';
      }
      if (fitting.length > 0 && (c === never || c.below(4) > 0)) {
        const prefix = fitting[c.below(fitting.length)]!;
        used.add(prefix);
        return prefix;
      }
      const wanted = isElement && c.below(3) === 0 && c !== never ? '' : prefixes[c.below(prefixes.length)]!;
      const prefix = used.has(wanted) ? `p${this.serial++}` : wanted;
      declare(prefix, namespace);
      return prefix;
    };

    const prefix = prefixFor(tree.namespace, true);
    used.add(prefix);
    const attributes = tree.attributes.map((a) => {
      const p = a.namespace === '' ? '' : prefixFor(a.namespace, false);
      return `${p}${p && ':'}${a.name}=${this.attributeValue(a.value)}`;
    });
    if (isRoot && c !== never) for (const namespace of namespacesIn(tree)) if (c.flip()) prefixFor(namespace, false);
    const declarations = declared.map(([p, ns]) => `xmlns${p && ':'}${p}=${this.attributeValue(ns)}`);
    const all = c === never || c.flip() ? [...declarations, ...attributes] : [...attributes, ...declarations];
    const tag = `${prefix}${prefix && ':'}${tree.name}`;
    const start =
      tag + all.map((a) => this.pick([' ', '  ', '\n', '\t ']) + a).join('') + this.pick(['', '', ' ', '\n']);
    const content = this.content(tree, scope);
    if (content === '' && c.flip()) return `<${start}/>`;
    return `<${start}>${content}</${tag}${this.pick(['', '', ' '])}>`;
  }

  private content(tree: Tree, scope: Scope): string {
    const parts = tree.content.map((part) =>
      typeof part === 'string' ? this.text(part) : this.element(part, scope, false),
    );
    const elementsOnly = !tree.foreign && tree.content.some((part) => typeof part !== 'string');
    return parts.join('') === '' || !elementsOnly
      ? parts.join('')
      : parts.map((p) => this.between() + p).join('') + this.between();
  }

  /** What may stand between elements and means nothing. */
  private between(): string {
    return this.pick(['', '', '', '\n  ', '\t', '\r\n', '<!-- a <comment> & more -->', '<!-->-->', ' <!----> ']);
  }

  private text(text: string): string {
    let out = '';
    for (const piece of this.pieces(text)) {
      if (this.c.below(5) === 1 && !/\r|\]\]>|<!--/.test(piece)) out += `<![CDATA[${piece}]]>`;
      else out += [...piece].map((ch) => this.character(ch, '')).join('');
      out += this.pick(['', '', '', '', '<!---->', '<!-->x-->', '<!--->-->', '<!-- &lt; ]]> -->']);
    }
    return out.replaceAll(']]>', (match, at: number) => (isMarkupEnd(out, at) ? match : ']]&gt;'));
  }

  private pieces(text: string): string[] {
    if (this.c === never || text.length < 2) return [text];
    const at = this.c.below(text.length);
    const safe = /[\ud800-\udbff]/.test(text.charAt(at - 1)) || text.slice(at - 2, at + 2).includes(']]>') ? 0 : at;
    return safe === 0 ? [text] : [text.slice(0, safe), text.slice(safe)];
  }

  private attributeValue(value: string): string {
    const quote = this.pick(['"', "'"]);
    return quote + [...value].map((ch) => this.character(ch, quote)).join('') + quote;
  }

  private character(ch: string, quote: string): string {
    const point = ch.codePointAt(0)!;
    const reference = this.c.flip() ? `&#${point};` : `&#x${point.toString(16)};`;
    const named = { '<': '&lt;', '&': '&amp;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }[ch];
    if (ch === '<' || ch === '&' || (quote !== '' && ch === quote)) return this.c.flip() ? named! : reference;
    if (ch === '\r' || (quote !== '' && (ch === '\n' || ch === '\t'))) return reference;
    if (this.c !== never && this.c.below(12) === 0) return named ?? reference;
    return ch;
  }

  private pick(from: readonly string[]): string {
    return from[this.c.below(from.length)]!;
  }
}

/** Whether `]]>` at this place ends a CDATA section or stands in a comment, and is no text. */
function isMarkupEnd(out: string, at: number): boolean {
  const before = out.slice(0, at);
  const comment = before.lastIndexOf('<!--');
  if (comment >= 0 && out.indexOf('-->', comment + 4) > at) return true;
  const cdata = before.lastIndexOf('<![CDATA[');
  return cdata >= 0 && out.indexOf(']]>', cdata) === at;
}

function namespacesIn(tree: Tree, found = new Set<string>()): Set<string> {
  if (tree.namespace !== '') found.add(tree.namespace);
  for (const part of tree.content) if (typeof part !== 'string') namespacesIn(part, found);
  return found;
}
