/** Puts new objects of one message into the store, many at a time, and knows who bears an identifier already. */
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type {
  JsonObject,
  NewObject,
  ObjectName,
  ObjectReference,
  Provenance,
  StoredObject,
  StoreTransaction,
} from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { documentOf, referencesOf } from './documents.js';
import { effectiveOf, startOf } from './effective.js';
import { aWordOf, objectIdOf, referenceOf } from './identification.js';
import type { PayloadObject, Subject } from './subject.js';

export interface ObjectWriter {
  /** Takes a new object for the next `flush`. */
  add(next: NewObject): void;
  /** Takes the next version of an object for the next `flush`; one object may come only once before it. */
  replace(object: StoredObject, next: NewObject): void;
  flush(): Promise<void>;
  /** What has been written since this was asked last. */
  written(): readonly NewObject[];
}

export function objectWriter(tx: StoreTransaction, provenance: Provenance): ObjectWriter {
  let added: NewObject[] = [];
  let replaced: { readonly object: StoredObject; readonly next: NewObject }[] = [];
  let written: NewObject[] = [];
  return {
    add: (next) => void added.push(next),
    replace: (object, next) => void replaced.push({ object, next }),
    async flush() {
      const [objects, versions] = [added, replaced];
      [added, replaced] = [[], []];
      if (objects.length > 0) await tx.insert(objects, provenance);
      await askAll(versions, ({ object, next }) => tx.replace(object.id, object.version, next, provenance));
      for (const next of objects) written.push(next);
      for (const { next } of versions) written.push(next);
    },
    written() {
      const all = written;
      written = [];
      return all;
    },
  };
}

/** An element as the first version of an object; an mRID is assigned where it brings none. */
export function newObject({ noun, row, anonymous, ports }: Subject, element: PayloadObject): NewObject {
  const { kind, own, value } = element;
  // what the schema gives no mRID must not get one in its document: it could not be written into an answer
  const unnamed = own && anonymous;
  const ref: ObjectReference = unnamed ? { kind, names: [] } : referenceOf(kind, value);
  const mRID = ref.mRID ?? ports.ids.next();
  const document = documentOf(value, unnamed || ref.mRID !== undefined ? undefined : mRID);
  // a link that names no time is in force from now on; of other objects the time of their version says as much
  const now = unnamed ? ports.clock.now() * 1000 : undefined;
  const validFrom = row.masterData && own ? (effectiveOf(value) ?? now) : undefined;
  const references = referencesOf(document);
  return { noun, kind, mRID, names: ref.names, state: 'active', document, references, validFrom };
}

/**
 * The next version of an object with another document; its identification is that of the document, where it has one.
 * @param given what has been told, which may name the time from which on it holds
 */
export function nextVersion(
  { row, anonymous, ports }: Subject,
  object: StoredObject,
  document: JsonObject,
  state: StoredObject['state'],
  given?: unknown,
): NewObject {
  const { noun, kind, mRID } = object;
  const names = anonymous ? object.names : referenceOf(kind, document).names;
  const next = { noun, kind, mRID, names, state, document, references: referencesOf(document) };
  if (!row.masterData) return next;
  const effective = effectiveOf(given);
  // what is not in force yet does not come into force by being altered
  const notYet = startOf(object) > ports.clock.now() * 1000;
  if (!anonymous) return { ...next, validFrom: effective ?? (notYet ? object.validFrom : undefined) };
  return { ...next, validFrom: effective ?? object.validFrom, validTo: object.validTo };
}

/**
 * The document with the elements given in place of its own. Names say which object is meant when no mRID does; then they
 * are no change, or whoever names an object by one of its names would take the others from it.
 */
export function merged(object: Pick<StoredObject, 'document'>, value: unknown): JsonObject {
  const { mRID, Names, ...rest } = documentOf(value);
  const byMRID = typeof mRID === 'string' && mRID.trim() !== '';
  return { ...object.document, ...rest, ...(byMRID && Names !== undefined ? { Names } : {}) };
}

/** The object that bears the mRID already, in whatever state: an mRID is never given twice. */
export async function bearerOfMRID(
  tx: StoreTransaction,
  noun: string,
  { kind, mRID }: ObjectReference,
): Promise<StoredObject | undefined> {
  return mRID === undefined ? undefined : tx.objectByMRID(noun, [kind], mRID);
}

/** An object that bears one of the names already, with the very NameType and authority; deleting an object frees its names. */
export async function bearerOfName(
  tx: StoreTransaction,
  noun: string,
  { kind, names }: ObjectReference,
): Promise<{ readonly object: StoredObject; readonly name: ObjectName } | undefined> {
  for (const name of names) {
    for (const object of await tx.objectsByName([noun], [kind], name)) {
      if (object.names.some((other) => sameName(other, name))) return { object, name };
    }
  }
  return undefined;
}

/** An identifier that cannot be given to this object, because another one bears it. */
export function taken(path: string, kind: string, given: ObjectId, bearer: StoredObject, advice: string): Finding {
  const what = given.kind === 'uuid' ? `mRID ${given.id}` : `name ${given.id}`;
  const state = bearer.state === 'active' ? '' : ` and is ${bearer.state}`;
  return {
    code: codes.invalidRequestId,
    path,
    details: `${aWordOf(kind)} with the ${what} exists already${state}; ${advice}`,
    object: given,
    related: given.kind === 'uuid' ? undefined : { id: bearer.mRID, kind: 'uuid', objectType: kind },
    values: { object: given.id },
  };
}

export function nameId(kind: string, name: ObjectName): ObjectId {
  return objectIdOf({ kind, names: [name] });
}

/** Texts that two objects share exactly if they share an identifier. */
export function identityKeys({ kind, mRID, names }: Pick<ObjectReference, 'kind' | 'mRID' | 'names'>): string[] {
  const keys = names.map(({ name, nameType, authority }) =>
    JSON.stringify([kind, name, nameType ?? null, authority ?? null]),
  );
  if (mRID !== undefined) keys.push(JSON.stringify([kind, mRID]));
  return keys;
}

function sameName(a: ObjectName, b: ObjectName): boolean {
  return a.name === b.name && a.nameType === b.nameType && a.authority === b.authority;
}
