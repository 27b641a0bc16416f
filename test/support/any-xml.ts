/** Well-formed documents with every trap of canonical XML in them: namespaces, white space, references, sections, comments. */
import { seeded } from './xsd-generator-values.js';

export interface Chance {
  /** A whole number below `n`. */
  below(n: number): number;
  of<T>(list: readonly T[]): T;
}

/** The same in every run. */
export function chanceOf(seed: number): Chance {
  const { below } = seeded(seed);
  return { below, of: (list) => list[below(list.length)]! };
}

const prefixes = ['', 'a', 'b', 'B', 'soap', 'é', '_'];
const uris = ['urn:a', 'urn:b', 'http://x.org/1#', 'urn:A', 'urn:ab', 'urn:0'];
const locals = ['x', 'y', 'Z', 'Body', 'ö', 'a.b-c', '_1'];
const texts = [
  'text', ' ', '\n', '\r\n', '\r', '\t', '&amp;', '&lt;', '&gt;', '>', '"', "'", '&quot;', '&apos;', '&#13;', '&#xA;', '&#x9;', '&#38;',
  'é', '\u{1f600}', '&#x1F600;', '<![CDATA[<&>]]>', '<![CDATA[]]>', '<![CDATA[\r\n]]>', '<!-- c -->', '<!---->', '<!--\r\n<a b="c">-->',
  '] ', ']]&gt;', '&amp;amp;', '\u0085', '\u2028',
]; // prettier-ignore
const values = [
  'v', '', ' ', '  a  b ', '\n', '\r\n', '\t', '&#13;', '&#10;', '&#9;', '&#x20;', '&amp;', '&lt;', '>', '&gt;', '&quot;', '&apos;', 'é',
  '\u{1f600}', '&#38;lt;',
]; // prettier-ignore

export function anyXml(chance: Chance): string {
  const prolog = chance.of([
    '',
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- before -->\n',
  ]);
  return `${prolog}${element(chance, new Map(), 0)}${chance.of(['', '\n', '<!-- behind -->'])}`;
}

function element(chance: Chance, around: ReadonlyMap<string, string>, depth: number): string {
  const scope = new Map(around);
  const declared: string[] = [];
  const own = new Set<string>();
  for (let n = chance.below(4); n > 0; n--) {
    const prefix = chance.of(prefixes);
    if (own.has(prefix)) continue;
    own.add(prefix);
    const uri = prefix === '' && chance.below(3) === 0 ? '' : chance.of(uris);
    scope.set(prefix, uri);
    declared.push(prefix === '' ? `xmlns="${uri}"` : `xmlns:${prefix}='${uri}'`);
  }
  const bound = [...scope.keys()].filter((prefix) => prefix !== '');
  const named = (prefix: string): string => (prefix === '' ? chance.of(locals) : `${prefix}:${chance.of(locals)}`);
  const name = named(chance.below(2) === 0 || bound.length === 0 ? '' : chance.of(bound));
  const taken = new Set<string>();
  const attributes: string[] = [];
  for (let n = chance.below(5); n > 0; n--) {
    const prefix = chance.below(2) === 0 || bound.length === 0 ? '' : chance.of([...bound, 'xml']);
    const full = prefix === 'xml' ? 'xml:lang' : named(prefix);
    const meaning = `${prefix === '' ? '' : (scope.get(prefix) ?? prefix)} ${full.slice(full.indexOf(':') + 1)}`;
    if (taken.has(meaning)) continue;
    taken.add(meaning);
    attributes.push(`${full}${chance.of(['=', ' = ', '\n='])}"${many(chance, values, 3)}"`);
  }
  const gap = (): string => chance.of([' ', ' ', '\n', '\r\n\t']);
  const all = [...declared, ...attributes].sort(() => chance.below(3) - 1);
  const tag = `<${name}${all.map((one) => gap() + one).join('')}${chance.of(['', ' '])}`;
  if (chance.below(6) === 0) return `${tag}/>`;
  let content = many(chance, texts, 3);
  const children = depth > 5 ? 0 : chance.below(4);
  for (let n = 0; n < children; n++) content += element(chance, scope, depth + 1) + many(chance, texts, 3);
  return `${tag}>${content}</${name}${chance.of(['', ' '])}>`;
}

function many(chance: Chance, list: readonly string[], most: number): string {
  return Array.from({ length: chance.below(most + 1) }, () => chance.of(list)).join('');
}
