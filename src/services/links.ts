/**
 * The links between master data that are in force, seen from one of the objects they join: the one question that reads, commands,
 * events and master data ask. Links are objects of MasterDataLinkageConfig, wherever they came from.
 */
import type { ObjectQuery, ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { linkageNoun, sameThing } from './places.js';

/** A span of time in microseconds since 1970, `until` included; open-ended without it. */
export type Span = NonNullable<ObjectQuery['inForce']>;

/** The span that is one moment, given in milliseconds since 1970. */
export function at(milliseconds: number): Span {
  return { from: milliseconds * 1000, until: milliseconds * 1000 };
}

/** The links that join something to one of the objects and are in force at some time of the span; in the order they were made, `after` an id. */
export function linksOf(
  store: StoreReader,
  objects: readonly ObjectReference[],
  inForce: Span,
  limit: number,
  after?: number,
): Promise<readonly StoredObject[]> {
  const referringTo = objects.flatMap(aliasesOf);
  return store.objects({ noun: linkageNoun, inForce, referringTo, limit, after });
}

/** The reference under every class that may stand for its own. */
export function aliasesOf({ kind, mRID, names }: ObjectReference): readonly ObjectReference[] {
  return sameThing(kind).map((alias) => ({ kind: alias, mRID, names }));
}
