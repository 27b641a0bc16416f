/** Writes XML text in the order of the calls: the other half of the generated writers. */
import type { ForeignElement, Writer } from '../generated/runtime.js';

type Attributes = readonly (readonly [string, string | undefined])[];

export class XmlWriter implements Writer {
  private out = '';
  private declarations = '';

  /** Everything written so far. */
  get xml(): string {
    return this.out;
  }

  declare(declarations: string): void {
    this.declarations = declarations;
  }

  open(tag: string): void {
    this.out += `<${tag}${this.declarations}>`;
    this.declarations = '';
  }

  openWith(tag: string, attributes: Attributes): void {
    this.out += `<${tag}${this.declarations}${attributeText(attributes)}>`;
    this.declarations = '';
  }

  close(tag: string): void {
    this.out += `</${tag}>`;
  }

  empty(tag: string, attributes: Attributes): void {
    this.out += `<${tag}${this.declarations}${attributeText(attributes)}/>`;
    this.declarations = '';
  }

  leaf(tag: string, text: string | undefined): void {
    if (text !== undefined) this.out += `<${tag}>${escapeText(text)}</${tag}>`;
  }

  leaves(tag: string, texts: readonly string[] | undefined): void {
    if (texts !== undefined) for (const text of texts) this.leaf(tag, text);
  }

  leafWith(tag: string, text: string, attributes: Attributes): void {
    this.out += `<${tag}${attributeText(attributes)}>${escapeText(text)}</${tag}>`;
  }

  maybe<T>(tag: string, value: T | undefined, write: (w: Writer, tag: string, value: T) => void): void {
    if (value !== undefined) write(this, tag, value);
  }

  many<T>(tag: string, values: readonly T[] | undefined, write: (w: Writer, tag: string, value: T) => void): void {
    if (values !== undefined) for (const value of values) write(this, tag, value);
  }

  foreign(elements: readonly ForeignElement[] | undefined): void {
    if (elements !== undefined) for (const element of elements) this.out += element.xml;
  }
}

/** Character content. Characters that XML 1.0 cannot carry become U+FFFD, so that what leaves is always well-formed. */
export function escapeText(text: string): string {
  if (!/[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return wellFormed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** The same for an attribute value in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function attributeText(attributes: Attributes): string {
  let out = '';
  for (const [name, value] of attributes) if (value !== undefined) out += ` ${name}="${escapeAttribute(value)}"`;
  return out;
}

function wellFormed(text: string): string {
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
}
