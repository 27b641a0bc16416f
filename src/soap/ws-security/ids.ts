/** Which identifiers stand in a document once only. Knows nothing of signatures. */
import { attributesOf, decodeAttribute } from '../../contract/raw-text.js';
import { ATTRIBUTES, CONTENT, NAME_END, STRIDE, type Tape } from '../../contract/scan.js';

/** What begins an attribute that some reader may take for an identifier: Id, ID, id, with any prefix. */
const identifier = /[Ii][Dd][\t\n\r ]*=/g;

/**
 * Tells whether an identifier stands in the whole document once only, whatever the attribute that bears it is called.
 * @param known the identifiers that have been read already
 */
export function uniqueIds(tape: Tape, known: readonly { readonly id: string | undefined }[]): (id: string) => boolean {
  let counts: ReadonlyMap<string, number> | undefined;
  const ids = known.flatMap(({ id }) => id ?? []);
  // nearly always no other element has any: then the document need not be walked
  const attributes = tape.text.match(identifier)?.length ?? 0;
  return (id) => {
    if (attributes === ids.length) return ids.indexOf(id) === ids.lastIndexOf(id);
    counts ??= countIds(tape);
    return counts.get(id) === 1;
  };
}

function countIds({ text, cells, length }: Tape): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < length; i++) {
    const p = i * STRIDE;
    if (cells[p + ATTRIBUTES] === 0) continue;
    if (!/[Ii][Dd][\t\n\r ]*=/.test(text.slice(cells[p + NAME_END], cells[p + CONTENT]))) continue;
    for (const [name, value] of attributesOf(text, cells, i)) {
      if (!/^(?:[^:]*:)?id$/i.test(name) || name.startsWith('xmlns:')) continue;
      const id = decodeAttribute(value);
      found.set(id, (found.get(id) ?? 0) + 1);
    }
  }
  return found;
}
