/** Makes text of others fit for a terminal: what it would obey is spelled out; lines and tabs stay. */

/** Control characters (C0, DEL, C1), line and paragraph separators, marks that turn the direction of the text. */
const obeyed = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

export function printable(text: string): string {
  return text.replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
