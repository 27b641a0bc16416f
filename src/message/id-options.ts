/**
 * The typed Request of a Get has IDs without attributes (messaging §3.2): what they would say stands in `Request/Option`, for all
 * IDs (`IDKind`), or for one by its position, counted from 0 (`IDKind[1]`), which wins.
 */

/** Attributes of an ID, and the Options that stand for them. */
export const idOptionNames: ReadonlyMap<string, string> = new Map([
  ['kind', 'IDKind'],
  ['idType', 'IDType'],
  ['idAuthority', 'IDAuthority'],
  ['objectType', 'IDObjectType'],
]);
