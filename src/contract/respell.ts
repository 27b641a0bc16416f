/** Gives the namespaces of a document other names, and touches nothing else. */
import { Edits } from './edits.js';
import { ATTRIBUTES, decode, NAME_END, STRIDE, type Tape } from './scan.js';
import { escapeAttribute } from './xml-writer.js';

/** An attribute where it stands: its name, and its raw value between the quotes. */
export interface AttributePlace {
  readonly name: string;
  readonly nameAt: number;
  readonly valueAt: number;
  readonly valueEnd: number;
}

/** The attributes of an element of a well-formed document, namespace declarations included. */
export function attributePlaces({ text, cells }: Tape, index: number): readonly AttributePlace[] {
  const p = index * STRIDE;
  const found: AttributePlace[] = [];
  let k = cells[p + NAME_END]!;
  for (let n = cells[p + ATTRIBUTES]!; n > 0; n--) {
    while (text.charCodeAt(k) <= 0x20) k++;
    const nameAt = k;
    let open = text.indexOf('=', k);
    let nameEnd = open;
    while (text.charCodeAt(nameEnd - 1) <= 0x20) nameEnd--;
    open++;
    while (text.charCodeAt(open) <= 0x20) open++;
    const valueEnd = text.indexOf(text.charAt(open), open + 1);
    found.push({ name: text.slice(nameAt, nameEnd), nameAt, valueAt: open + 1, valueEnd });
    k = valueEnd + 1;
  }
  return found;
}

/** Whether an attribute declares a namespace. */
export function isDeclaration({ name }: Pick<AttributePlace, 'name'>): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

/**
 * The text of a well-formed document with its namespaces renamed.
 * @param rename the new name of a namespace; undefined when it stays
 */
export function respelled(tape: Tape, rename: (uri: string) => string | undefined): string {
  const { text, cells, length } = tape;
  const edits = new Edits();
  for (let index = 0; index < length; index++) {
    if (cells[index * STRIDE + ATTRIBUTES] === 0) continue;
    for (const place of attributePlaces(tape, index)) {
      if (!isDeclaration(place)) continue;
      const name = rename(decode(text.slice(place.valueAt, place.valueEnd)));
      if (name !== undefined) edits.replace(place.valueAt, place.valueEnd, escapeAttribute(name));
    }
  }
  return edits.isEmpty ? text : edits.madeIn(text);
}
