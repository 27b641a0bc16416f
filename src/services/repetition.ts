/** Finds objects that a message names more than once: which of the two was meant, nobody can tell. */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject } from '../ports/object-store.js';
import { objectIdOf, wordsOf } from './identification.js';
import { identityKeys } from './object-writer.js';

/** Remembers identifications; answers a finding for one that was there before. */
export function repetitions(): (ref: ObjectReference, path: string) => Finding | undefined {
  const seen = new Map<string, string>();
  return (ref, path) => {
    const keys = identityKeys(ref);
    const before = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
    for (const key of keys) if (!seen.has(key)) seen.set(key, path);
    return before === undefined ? undefined : repeated(ref, path, before);
  };
}

/** The same for stored objects, by whatever identifiers they were found: remembers the object with its place. */
export function again(seen: Map<number, string>, object: StoredObject, path: string): Finding | undefined {
  const before = seen.get(object.id);
  if (before === undefined) seen.set(object.id, path);
  return before === undefined ? undefined : repeated(object, path, before);
}

function repeated(ref: ObjectReference, path: string, before: string): Finding {
  const object = objectIdOf(ref);
  return {
    code: codes.invalidRequestId,
    path,
    details: `the same ${wordsOf(ref.kind)} stands at ${before} already; name each object once in a message`,
    object,
    values: { object: object.id },
  };
}
