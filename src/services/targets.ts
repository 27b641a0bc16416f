/** Which stored objects a message means: by the identification in its payload, by `ID`, or by what it points at. */
import type { AnyMessage } from '../message/call.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { idOptionNames } from '../message/id-options.js';
import { codes, invalidObjectCode } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { documentOf, mayBeSame, referencesOf } from './documents.js';
import { idOfStored, listOf, memberOf, referenceOf, resolve, wordsOf, type Resolution } from './identification.js';
import { placesOf } from './places.js';
import type { PayloadObject, Subject } from './subject.js';

/** An `ID` of a message, whether typed (a text) or generic (text and attributes). */
export interface GivenId {
  readonly text: string;
  readonly kind?: string | undefined;
  readonly idType?: string | undefined;
  readonly idAuthority?: string | undefined;
  readonly objectType?: string | undefined;
  readonly path: string;
}

/** The IDs of a message in `Request`, then those in a generic payload. */
export function idsOf(message: AnyMessage): readonly GivenId[] {
  const inRequest = listOf(memberOf(message.Request, 'ID'));
  const option = inRequest.length > 0 ? optionsOf(message) : undefined;
  const of = (place: string, ids: readonly unknown[]): GivenId[] =>
    ids.map((id, at) => {
      const attribute = (name: string): string | undefined => {
        if (typeof id !== 'string') return someText(memberOf(id, name));
        const said = idOptionNames.get(name) ?? '';
        return option?.get(`${said}[${at}]`) ?? option?.get(said);
      };
      return {
        text: typeof id === 'string' ? id : (someText(memberOf(id, 'text')) ?? ''),
        kind: attribute('kind'),
        idType: attribute('idType'),
        idAuthority: attribute('idAuthority'),
        objectType: attribute('objectType'),
        path: `${place}.ID[${at}]`,
      };
    });
  return [...of('Request', inRequest), ...of('Payload', listOf(memberOf(message.Payload, 'ID')))];
}

/** The Options of a request that say something, the first of each name. */
function optionsOf(message: AnyMessage): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const option of listOf(memberOf(message.Request, 'Option'))) {
    const name = String(memberOf(option, 'name')).trim();
    const value = someText(memberOf(option, 'value'))?.trim();
    if (value !== undefined && value !== '' && !options.has(name)) options.set(name, value);
  }
  return options;
}

function someText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Of the envelope's schema. */
const idKinds: ReadonlySet<string> = new Set(['name', 'uuid', 'transaction', 'other']);

/** The object an `ID` names: an mRID or a name as its kind says; without a kind an mRID, else a name. */
export async function resolveId(
  store: StoreReader,
  subject: Pick<Subject, 'noun' | 'kinds'>,
  id: GivenId,
): Promise<Resolution> {
  const { noun, kinds } = subject;
  const kind = id.objectType ?? kinds[0] ?? noun;
  const object = objectIdOfGiven(id);
  const refused = (details: string): Resolution => ({
    finding: { code: codes.invalidRequestId, path: id.path, details, object, values: { object: id.text } },
  });
  if (id.objectType !== undefined && !kinds.includes(id.objectType)) {
    return refused(`${noun} has no objects of type ${id.objectType}; it has ${kinds.join(', ')}`);
  }
  if (id.kind !== undefined && !idKinds.has(id.kind)) {
    return refused(`${id.kind} is no kind of ID; it is uuid, name, transaction or other, or left out`);
  }
  if (id.text.trim() === '') return refused('the ID is blank; give an mRID or a name');
  if (id.kind === 'transaction') {
    return refused(
      `a transaction does not name one object of ${noun}; give the mRID or a name of the ${wordsOf(kind)}`,
    );
  }
  const place = { noun, kinds: id.objectType === undefined ? kinds : [id.objectType] };
  const byName: ObjectReference = {
    kind,
    names: [{ name: id.text, nameType: id.idType, authority: id.idAuthority }],
  };
  if (id.kind === 'name' || id.idType !== undefined) return resolve(store, [place], byName, id.path);
  const found = await resolve(store, [place], { kind, mRID: id.text, names: [] }, id.path);
  if ('object' in found || id.kind === 'uuid') return found;
  const named = await resolve(store, [place], byName, id.path);
  return 'finding' in named && named.missing ? found : named;
}

/** The object an element of the payload means. */
export async function resolveElement(
  store: StoreReader,
  subject: Subject,
  element: PayloadObject,
): Promise<Resolution> {
  const { noun } = subject;
  if (!subject.anonymous) {
    return resolve(store, [{ noun, kinds: [element.kind] }], referenceOf(element.kind, element.value), element.path);
  }
  const fits = await samePointing(store, subject, element);
  const [first, second] = fits;
  if (first === undefined) return { finding: unlike(element), missing: true };
  if (second === undefined) return { object: first };
  return {
    finding: {
      code: codes.relationshipMismatch,
      path: element.path,
      details: `${fits.length} stored ${element.kind} point at the same objects; say by ID which one is meant`,
      object: idOfStored(first),
      related: idOfStored(second),
    },
  };
}

/** Active objects without an identification of their own that point at exactly what `element` points at. */
export async function samePointing(
  store: StoreReader,
  { noun }: Subject,
  element: PayloadObject,
): Promise<readonly StoredObject[]> {
  const wanted = await askAll(referencesOf(documentOf(element.value)), (reference) => inFull(store, reference));
  const [first] = wanted;
  if (first === undefined) return [];
  const found: StoredObject[] = [];
  const limit = 500;
  for (let after: number | undefined; ;) {
    const page = await store.objects({ noun, kinds: [element.kind], referringTo: [first], after, limit });
    for (const object of page) {
      const pointed = referencesOf(object.document);
      const covers = (some: readonly ObjectReference[], all: readonly ObjectReference[]): boolean =>
        all.every((one) => some.some((other) => mayBeSame(one, other)));
      if (covers(pointed, wanted) && covers(wanted, pointed)) found.push(object);
    }
    if (page.length < limit) return found;
    after = page.at(-1)?.id;
  }
}

/** A reference with all identifiers of the object it means, where that is stored: others may have used another one. */
export async function inFull(store: StoreReader, reference: ObjectReference): Promise<ObjectReference> {
  const found = await resolve(store, placesOf(reference.kind), reference, '');
  if (!('object' in found)) return reference;
  const { mRID, names } = found.object;
  return { kind: reference.kind, mRID, names };
}

function unlike(element: PayloadObject): Finding {
  return {
    code: invalidObjectCode(element.kind),
    path: element.path,
    details: `no stored ${element.kind} points at just these objects; name it by the mRID in an ID`,
    object: { id: '', kind: 'other', objectType: element.kind },
  };
}

/** An `ID` as findings say it. */
export function objectIdOfGiven({ text, kind, idType, idAuthority, objectType }: GivenId): ObjectId {
  const known = kind === 'name' || kind === 'uuid' || kind === 'transaction' ? kind : 'other';
  return { id: text, kind: known, idType, idAuthority, objectType };
}
