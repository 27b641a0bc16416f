/** Documents: the JSON of an element's typed value, and what it points at. */
import type { Json, JsonObject, ObjectReference } from '../ports/object-store.js';
import { referenceOf } from './identification.js';
import { kindOf } from './places.js';

/**
 * The document of an element: its typed value without what is not there.
 * @param mRID put in as the first member, where the schema has it, in place of the element's own
 */
export function documentOf(value: unknown, mRID?: string): JsonObject {
  const document: Record<string, Json> = {};
  if (mRID !== undefined) document['mRID'] = mRID;
  for (const [name, member] of Object.entries(value as object)) {
    if (member === undefined || (mRID !== undefined && name === 'mRID')) continue;
    put(document, name, copied(member));
  }
  return document;
}

/** Sets a member; one named `__proto__` is a member like any other. */
function put(document: Record<string, Json>, name: string, value: Json): void {
  if (name !== '__proto__') document[name] = value;
  else Object.defineProperty(document, name, { value, enumerable: true, writable: true, configurable: true });
}

/** A part of a typed value, which is texts, lists and objects all the way down; what is undefined is not there. */
function copied(value: unknown): Json {
  if (typeof value !== 'object' || value === null) return value as Json;
  return Array.isArray(value) ? value.map(copied) : documentOf(value);
}

/** Members that are no objects to point at: names, foreign elements, the record of who changed what. */
const apart: ReadonlySet<string> = new Set(['Names', 'any', 'ConfigurationEvent', 'ConfigurationEvents']);

/** Everything a document points at: nested elements with mRID or names, and `ref` attributes. Each of them once. */
export function referencesOf(document: JsonObject): readonly ObjectReference[] {
  const found = new Map<string, ObjectReference>();
  const add = (reference: ObjectReference): void => {
    const key = JSON.stringify(reference);
    if (!found.has(key)) found.set(key, reference);
  };
  const visit = (name: string, value: Json | undefined): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isList(value)) {
      for (const entry of value) visit(name, entry);
      return;
    }
    const kind = kindOf(name);
    const ref = value['ref'];
    if (typeof ref === 'string' && ref !== '') {
      // a ref holds an mRID or a name, and does not say which
      add({ kind, mRID: ref, names: [] });
      add({ kind, names: [{ name: ref }] });
    }
    const reference = referenceOf(kind, value);
    if (reference.mRID !== undefined || reference.names.length > 0) add(reference);
    visitMembers(value);
  };
  const visitMembers = (parent: JsonObject): void => {
    for (const [name, value] of Object.entries(parent)) if (!apart.has(name)) visit(name, value);
  };
  visitMembers(document);
  return [...found.values()];
}

/** Whether two references may mean the same: where both have an mRID it decides, else one common name. */
export function mayBeSame(a: ObjectReference, b: ObjectReference): boolean {
  if (a.kind !== b.kind) return false;
  if (a.mRID !== undefined && b.mRID !== undefined) return a.mRID === b.mRID;
  const agree = (x: string | undefined, y: string | undefined): boolean =>
    x === undefined || y === undefined || x === y;
  return a.names.some((x) =>
    b.names.some((y) => x.name === y.name && agree(x.nameType, y.nameType) && agree(x.authority, y.authority)),
  );
}

/** `mayBeSame` with any of many, which are looked for by mRID and by name: a group may have 50,000 members, and an answer as many objects. */
export function sameAsAny(references: Iterable<ObjectReference>): (one: ObjectReference) => boolean {
  const byKey = new Map<string, ObjectReference[]>();
  for (const reference of references) {
    for (const key of keysOf(reference)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [reference]);
      else known.push(reference);
    }
  }
  return (one) => keysOf(one).some((key) => byKey.get(key)?.some((other) => mayBeSame(one, other)));
}

/** What two references that may be the same have in common, one of these at least. */
function keysOf({ kind, mRID, names }: ObjectReference): string[] {
  const keys = names.map(({ name }) => `${kind} named ${name}`);
  if (mRID !== undefined) keys.push(`${kind} ${mRID}`);
  return keys;
}

/** Whether a stored value has everything that `wanted` has; a list has it when one of its entries does. */
export function includes(stored: Json | undefined, wanted: Json | undefined): boolean {
  if (wanted === undefined) return true;
  if (isList(wanted)) return wanted.every((entry) => includes(stored, entry));
  if (isList(stored)) return stored.some((entry) => includes(entry, wanted));
  if (typeof wanted !== 'object' || wanted === null) return stored === wanted;
  if (typeof stored !== 'object' || stored === null) return false;
  return Object.entries(wanted).every(([name, value]) => Object.hasOwn(stored, name) && includes(stored[name], value));
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
