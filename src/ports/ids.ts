/** Fresh identifiers, as a port. */
export interface Ids {
  /** A new UUID in the usual text form, never given before. */
  next(): string;
}
