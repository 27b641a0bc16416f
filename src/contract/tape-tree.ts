/** A tape as the tree of its elements, for work that is not on the hot path. */
import { CONTENT, CONTENT_END, NAME, NAME_END, NEXT, STRIDE, type Tape } from './scan.js';

/** Tape indexes of the children of an element. */
export function childrenOf({ cells }: Tape, index: number): readonly number[] {
  const found: number[] = [];
  const end = cells[index * STRIDE + NEXT]!;
  for (let i = index + 1; i < end; i = cells[i * STRIDE + NEXT]!) found.push(i);
  return found;
}

export function nameAt({ text, cells }: Tape, index: number): string {
  return text.slice(cells[index * STRIDE + NAME], cells[index * STRIDE + NAME_END]);
}

/** Whether an element is written as one tag: `<a/>`. */
export function isEmptyTag({ text, cells }: Tape, index: number): boolean {
  const content = cells[index * STRIDE + CONTENT]!;
  return content === cells[index * STRIDE + CONTENT_END] && text.charCodeAt(content - 2) === 0x2f;
}
