/** What raw pieces of a well-formed document mean: texts, attributes, namespace declarations, prefixes. Knows no tape order. */
import { ATTRIBUTES, decode, NAME_END, STRIDE } from './scan.js';

/** Attributes of an element as they stand there: name, raw value with its quotes cut off, and the quote. */
export function attributesOf(text: string, cells: Int32Array, index: number): (readonly [string, string, string])[] {
  const p = index * STRIDE;
  const found: [string, string, string][] = [];
  let k = cells[p + NAME_END]!;
  for (let n = cells[p + ATTRIBUTES]!; n > 0; n--) {
    while (text.charCodeAt(k) <= 0x20) k++;
    const equals = text.indexOf('=', k);
    let nameEnd = equals;
    while (text.charCodeAt(nameEnd - 1) <= 0x20) nameEnd--;
    let open = equals + 1;
    while (text.charCodeAt(open) <= 0x20) open++;
    const quote = text.charAt(open);
    const close = text.indexOf(quote, open + 1);
    found.push([text.slice(k, nameEnd), text.slice(open + 1, close), quote]);
    k = close + 1;
  }
  return found;
}

/** The namespace declarations among attributes: prefix to raw value with its quotes. */
export function declarationsOf(attributes: readonly (readonly [string, string, string])[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value, quote] of attributes)
    if (name === 'xmlns' || name.startsWith('xmlns:')) found.set(name.slice(6), quote + value + quote);
  return found;
}

/** What may be a prefix in an element's text, in names and in values that are names; the empty one always. */
export function prefixesIn(raw: string): Set<string> {
  const found = new Set(['']);
  let after = 0;
  for (let colon = raw.indexOf(':'); colon >= 0; colon = raw.indexOf(':', after)) {
    let start = colon;
    while (start > after && isNameUnit(raw.charCodeAt(start - 1))) start--;
    if (start < colon) found.add(raw.slice(start, colon));
    after = colon + 1;
  }
  return found;
}

/** Letters, digits, `_`, `-`, `.` and everything beyond ASCII: more than XML allows in a name, never less. */
function isNameUnit(c: number): boolean {
  return (
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0x30 && c <= 0x39) ||
    c === 0x5f ||
    c === 0x2d ||
    c === 0x2e ||
    c >= 0x80
  );
}

/** White space as every type but xs:string wants it. */
export function collapse(text: string): string {
  return needsCollapse(text) ? text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '') : text;
}

function needsCollapse(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x20 || (c >= 0x09 && c <= 0x0d)) return true;
  }
  return false;
}

/** Text as XML means it: line ends as line feeds, references replaced, CDATA opened, comments left out. */
export function decodeText(raw: string): string {
  if (!/[&<\r]/.test(raw)) return raw;
  let out = '';
  let i = 0;
  while (i < raw.length) {
    if (raw.startsWith('<![CDATA[', i)) {
      const end = raw.indexOf(']]>', i);
      out += lineEnds(raw.slice(i + 9, end));
      i = end + 3;
    } else if (raw.startsWith('<!--', i)) {
      i = raw.indexOf('-->', i + 4) + 3; // `<!-->` does not end a comment
    } else {
      const next = raw.indexOf('<', i);
      const end = next < 0 ? raw.length : next;
      out += decode(lineEnds(raw.slice(i, end)));
      i = end;
    }
  }
  return out;
}

function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** An attribute value as XML means it: white space characters as spaces, references replaced. */
export function decodeAttribute(raw: string): string {
  return /[&\t\n\r]/.test(raw) ? decode(raw.replace(/\r\n?|[\n\t]/g, ' ')) : raw;
}
