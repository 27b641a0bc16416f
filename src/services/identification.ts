/**
 * Finds the objects that messages point at (mRID, else names). One rule for commands, reads and master data:
 * the first identifier given decides, a miss is an error without fall-through, and identifiers must not contradict.
 */
import type { Finding, ObjectId } from '../message/finding.js';
import { codes, invalidObjectCode } from '../message/reply-codes.js';
import type { ObjectName, ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';

/** Where objects of some kinds are kept. */
export interface Place {
  readonly noun: string;
  readonly kinds: readonly string[];
}

/** A meter is an end device; what a message calls `EndDevice` may be kept as either. */
export const devicePlaces: readonly Place[] = [
  { noun: 'MeterConfig', kinds: ['Meter'] },
  { noun: 'EndDeviceConfig', kinds: ['EndDevice'] },
];

export const usagePointPlaces: readonly Place[] = [{ noun: 'UsagePointConfig', kinds: ['UsagePoint'] }];

/** What `resolve` asks the store for. */
export type Lookup = Pick<StoreReader, 'objectByMRID' | 'objectsByName'>;

/** What `resolve` answers: the one object meant, or why there is none (`missing`: nothing fits, as against too much). */
export type Resolution = { readonly object: StoredObject } | { readonly finding: Finding; readonly missing?: boolean };

/** The names of an element, in order; blank ones name nothing and are left out. */
export function namesOf(element: unknown): ObjectName[] {
  const found: ObjectName[] = [];
  for (const entry of listOf(memberOf(element, 'Names'))) {
    const name = textOf(memberOf(entry, 'name'));
    if (name === undefined) continue;
    const nameType = memberOf(entry, 'NameType');
    found.push({
      name,
      nameType: textOf(memberOf(nameType, 'name')),
      authority: textOf(memberOf(memberOf(nameType, 'NameTypeAuthority'), 'name')),
    });
  }
  return found;
}

/** How an element identifies an object of class `kind`. A blank mRID is none. */
export function referenceOf(kind: string, element: unknown): ObjectReference {
  return { kind, mRID: textOf(memberOf(element, 'mRID')), names: namesOf(element) };
}

/** The identifier that decides, as the caller sent it; the text is empty when none was given. */
export function objectIdOf(ref: ObjectReference): ObjectId {
  if (ref.mRID !== undefined) return { id: ref.mRID, kind: 'uuid', objectType: ref.kind };
  const name = ref.names[0];
  if (name === undefined) return { id: '', kind: 'other', objectType: ref.kind };
  return { id: name.name, kind: 'name', idType: name.nameType, idAuthority: name.authority, objectType: ref.kind };
}

/** A stored object as the caller can name it in another request. */
export function idOfStored(object: StoredObject): ObjectId {
  return { id: object.mRID, kind: 'uuid', objectType: object.kind };
}

/**
 * Finds the one object that `ref` means.
 * @param places where to look; an object kept in several of them under one mRID is one object, the first place wins
 * @param path where the reference stands in the message, for the finding
 */
export async function resolve(
  store: Lookup,
  places: readonly Place[],
  ref: ObjectReference,
  path: string,
): Promise<Resolution> {
  const first = ref.names[0];
  if (ref.mRID === undefined && first === undefined) return { finding: unidentified(ref.kind, path) };

  let object: StoredObject | undefined;
  if (ref.mRID !== undefined) {
    object = await byMRID(store, places, ref.mRID);
  } else if (first !== undefined) {
    const fits = await byName(store, places, first);
    if (fits.length > 1) return { finding: ambiguous(ref, first, fits, path) };
    object = fits[0];
  }
  if (object === undefined) return { finding: unknown(ref, path), missing: true };

  const others = ref.mRID !== undefined ? ref.names : ref.names.slice(1);
  for (const name of others) {
    if (object.names.some((own) => bears(own, name))) continue;
    const fits = await byName(store, places, name);
    if (fits.length > 0 && !fits.some((fit) => fit.mRID === object.mRID)) {
      return { finding: contradiction(ref, name, path) };
    }
  }
  return { object };
}

async function byMRID(store: Lookup, places: readonly Place[], mRID: string): Promise<StoredObject | undefined> {
  const found = await Promise.all(places.map(({ noun, kinds }) => store.objectByMRID(noun, kinds, mRID)));
  return found.find((object) => object !== undefined && object.state !== 'deleted');
}

/** Objects with this name in the order of the places, each mRID once. */
async function byName(store: Lookup, places: readonly Place[], name: ObjectName): Promise<StoredObject[]> {
  const answers = await Promise.all(places.map(({ noun, kinds }) => store.objectsByName([noun], kinds, name)));
  const found = new Map<string, StoredObject>();
  for (const object of answers.flat())
    if (object.state !== 'deleted' && !found.has(object.mRID)) found.set(object.mRID, object);
  return [...found.values()];
}

/** Whether an object's own name is the one asked for; type and authority must agree where they are asked for. */
function bears(own: ObjectName, asked: ObjectName): boolean {
  const agree = (value: string | undefined, wanted: string | undefined): boolean =>
    wanted === undefined || wanted === value;
  return own.name === asked.name && agree(own.nameType, asked.nameType) && agree(own.authority, asked.authority);
}

function unidentified(kind: string, path: string): Finding {
  return {
    code: codes.fieldMissing,
    path,
    details: `neither an mRID nor a name says which ${wordsOf(kind)} is meant; give one of them`,
    values: { element: 'mRID or Names' },
  };
}

function unknown(ref: ObjectReference, path: string): Finding {
  const id = objectIdOf(ref);
  return {
    code: invalidObjectCode(ref.kind),
    path,
    details: missSentence(id, ref.kind),
    object: id,
    values: { object: id.id },
  };
}

function ambiguous(ref: ObjectReference, name: ObjectName, fits: readonly StoredObject[], path: string): Finding {
  const others = fits.map((fit) => fit.mRID).join(', ');
  return {
    code: codes.relationshipMismatch,
    path,
    details: `the name ${nameText(name)} fits several objects (${others}); give the mRID or the NameType of the ${wordsOf(ref.kind)} meant`,
    object: fits[0] && idOfStored(fits[0]),
    related: fits[1] && idOfStored(fits[1]),
    values: { object: name.name },
  };
}

function contradiction(ref: ObjectReference, name: ObjectName, path: string): Finding {
  const id = objectIdOf(ref);
  return {
    code: codes.relationshipMismatch,
    path,
    details: `${id.id} and the name ${nameText(name)} belong to different objects; give identifiers of one ${wordsOf(ref.kind)} only`,
    object: id,
    related: objectIdOf({ kind: ref.kind, names: [name] }),
    values: { object: id.id },
  };
}

/** For example `no meter is named NO-SUCH-METER`. */
function missSentence(id: ObjectId, kind: string): string {
  if (id.kind === 'uuid') return `no ${wordsOf(kind)} has the mRID ${id.id}`;
  const type =
    id.idType === undefined
      ? ''
      : ` (NameType ${id.idType}${id.idAuthority === undefined ? '' : ` of ${id.idAuthority}`})`;
  return `no ${wordsOf(kind)} is named ${id.id}${type}`;
}

function nameText(name: ObjectName): string {
  return name.nameType === undefined ? name.name : `${name.name} (${name.nameType})`;
}

/** `UsagePoint` as people say it: `usage point`. */
export function wordsOf(kind: string): string {
  return kind.replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase();
}

/** The same with its article: `a usage point`, `an end device`. */
export function aWordOf(kind: string): string {
  const words = wordsOf(kind);
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** A member of a typed value; nothing for what is not an object, or is not the value's own. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** A repeated element as a list, a single one as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text that says something; blank is nothing. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
