/**
 * Look-up over the generated code tables. In a description, what stands before the first semicolon is the phrase for
 * use inside sentences; the rest is a remark.
 */

/** How a row of the code tables is known; see wsdl/codes/README.md. */
export type CodeStatus = string;

/** One number of a code table. */
export interface CodeEntry {
  readonly name: string;
  /** The short form, for use inside a sentence. */
  readonly phrase: string;
  /** The whole description. */
  readonly meaning: string;
  readonly status: CodeStatus;
}

/** One part of a code, explained. `code` is as written; `name` is the name of the part. */
export interface ExplainedPart {
  readonly position: number;
  readonly name: string;
  readonly code: string;
  readonly meaning: string;
}

type Row = readonly [code: number, name: string, description: string, status: string, ...rest: unknown[]];

/** A code table by number. */
export function codeTable(rows: readonly Row[]): ReadonlyMap<number, CodeEntry> {
  return new Map(rows.map(([code, name, description, status]) => [code, codeEntry(name, description, status)]));
}

/** An entry from the columns of a row. */
export function codeEntry(name: string, description: string, status: string): CodeEntry {
  return { name, phrase: phraseOf(description), meaning: description.replace('; ', ', '), status };
}

/** The phrase of a description: all before the first semicolon. */
export function phraseOf(description: string): string {
  return description.split(';', 1)[0] ?? '';
}

/** The meaning of an entry for a reader, with the name it has in the tables and a word about rows that need care. */
export function meaningOf({ name, phrase, meaning, status }: CodeEntry): string {
  const isSaid = name === 'none' || name === 'NA' || simplified(phrase) === simplified(name);
  const care = status === 'vendor-extension' && !meaning.includes('product code') ? ' (product code)' : '';
  const doubt = status === 'disputed' ? ' (lists differ)' : '';
  return (isSaid ? meaning : `${name}: ${meaning}`) + care + doubt;
}

const simplified = (words: string): string => words.toLowerCase().replace(/[^a-z0-9]/g, '');
