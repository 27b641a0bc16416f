/** Short ASCII texts as one block of bytes, which goes to another thread or to a database for next to nothing. */

/** ASCII texts, one behind the other: where each ends, and its bytes. */
export interface PackedTexts {
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
}

export function isPackedTexts(column: unknown): column is PackedTexts {
  return typeof column === 'object' && column !== null && 'bytes' in column;
}

/** The texts one by one. */
export function textsOf({ ends, bytes }: PackedTexts): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at]!;
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}
