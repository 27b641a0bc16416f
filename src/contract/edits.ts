/** Changes to a text that are noted first and made all at once. Lines stay where they are. */

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export class Edits {
  private edits: Edit[] = [];

  get isEmpty(): boolean {
    return this.edits.length === 0;
  }

  /** Puts a text in the place of another; nothing may be replaced twice. What is put at one place stands in the order of the calls. */
  replace(from: number, to: number, text: string): void {
    this.edits.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Takes a text out, but for the ends of its lines. */
  remove(text: string, from: number, to: number): void {
    this.replace(from, to, linesOf(text.slice(from, to)));
  }

  /** Takes back what was noted for this stretch of the text. */
  forget(from: number, to: number): void {
    this.edits = this.edits.filter((edit) => edit.to <= from || edit.from >= to);
  }

  /** The text with all changes made. */
  madeIn(text: string): string {
    const inOrder = [...this.edits].sort((a, b) => a.from - b.from || a.to - b.to);
    let made = '';
    let at = 0;
    for (const edit of inOrder) {
      made += text.slice(at, edit.from) + edit.text;
      at = edit.to;
    }
    return made + text.slice(at);
  }
}

/** The line feeds of a text. */
export function linesOf(text: string): string {
  return text.includes('\n') ? text.replace(/[^\n]+/g, '') : '';
}
