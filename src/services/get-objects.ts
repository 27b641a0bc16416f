/** `get`: finds what is asked for and puts it into a payload of the noun, with the definitions it points at. */
import type { AnyMessage } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import type { ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, ObjectQuery, ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { referencesOf } from './documents.js';
import { asOfIn, wantsVersions } from './get-options.js';
import { idOfStored } from './identification.js';
import { childrenOf, linkageNoun } from './places.js';
import { pageIn, pageNote, storedPage, walkedPage, type Page, type Paged } from './paging.js';
import { selectionOf, type Criterion, type Selection } from './selection.js';
import type { Subject } from './subject.js';
import { historiesOf, versionAt, versionNotes } from './versions.js';

const pageSize = 500;

export async function getObjects(present: Subject, message: AnyMessage): Promise<ReplyParts> {
  const asOf = asOfIn(message);
  const versions = wantsVersions(message);
  const subject = { ...present, asOf, past: versions || asOf !== undefined };
  const { criteria, findings, newest } = await selectionOf(subject, message);
  const { noun, row, anonymous, ports } = subject;
  const page = pageIn(message, row.objects === 'payload' ? 1 : ports.settings.answerObjects);
  const paged = page && (await pageOf(subject, criteria, page));
  const found = paged?.found ?? (await allOf(subject, { criteria, findings, newest }));
  if (found.length === 0 && (paged?.counted ?? 0) === 0 && (criteria.length > 0 || findings.length > 0)) {
    throw new ReplyError(...(findings.length > 0 ? findings : [nothing(subject)]));
  }
  // without an mRID in its element an object can only be asked for again by the ID that goes with the answer
  const ids = anonymous ? found.map(idOfStored) : [];
  if (row.objects === 'payload' && found.length > 1) {
    return { result: 'FAILED', findings: [onlyOne(subject, found.length), ...findings], ids };
  }
  const { told, notes: ofVersions } = versions ? await withVersions(subject, found) : { told: found, notes: [] };
  const notes = paged ? [pageNote(page, paged), ...ofVersions] : ofVersions;
  const root = row.objects === 'payload' ? (found[0]?.document ?? {}) : await answerRoot(subject, told);
  const payload = { [noun]: root };
  if (findings.length === 0) return { result: 'OK', findings: notes, payload, ids };
  const rest: Finding = { code: codes.partialDone, details: 'some of what was asked for does not exist' };
  return { result: 'PARTIAL', findings: [rest, ...notes, ...findings], payload, ids };
}

/** All that fits, or the newest of it, as far as one answer may go. */
async function allOf(subject: Subject, { criteria, findings, newest }: Selection): Promise<readonly StoredObject[]> {
  const found: StoredObject[] = [];
  for await (const object of fitting(subject, criteria, newest !== undefined)) {
    if (found.length === newest) break;
    if (found.length === subject.ports.settings.answerObjects) throw new ReplyError(tooMany(subject), ...findings);
    found.push(object);
  }
  return found;
}

/** A page of what fits; without criteria the store finds it by itself. */
function pageOf(subject: Subject, criteria: readonly Criterion[], page: Page): Promise<Paged> {
  const { noun, kinds, ports, asOf } = subject;
  if (criteria.length > 0 || asOf !== undefined) return walkedPage(fitting(subject, criteria, false), page);
  return storedPage(ports.store, { noun, kinds }, page);
}

/** The objects that fit all criteria, as they are or were. */
async function* fitting(
  subject: Subject,
  criteria: readonly Criterion[],
  newestFirst: boolean,
): AsyncIterable<StoredObject> {
  const { asOf, ports } = subject;
  for await (const candidate of candidates(subject, criteria, newestFirst)) {
    const object = asOf === undefined ? candidate : await versionAt(ports.store, candidate, asOf);
    if (!object || !criteria.every((criterion) => criterion.fits(object))) continue;
    if (object.state !== 'active' && asOf !== undefined && criteria.length === 0) continue;
    yield object;
  }
}

/** Every version of what was found as an object of its own, and who made it when. */
async function withVersions(
  subject: Subject,
  found: readonly StoredObject[],
): Promise<{ readonly told: readonly StoredObject[]; readonly notes: readonly Finding[] }> {
  const { store, settings } = subject.ports;
  const histories = await historiesOf(store, found);
  const told = histories.flatMap((versions, at) => versions.map((version) => ({ ...found[at]!, ...version })));
  if (told.length > settings.answerObjects) throw new ReplyError(tooMany(subject));
  const notes = await askAll(found, (object, at) => versionNotes(store, object, histories[at]!));
  return { told, notes: notes.flat() };
}

/** Objects that may fit all criteria, by the narrowest of them that can be looked up; each once. */
async function* candidates(
  { noun, kinds, ports, asOf }: Subject,
  criteria: readonly Criterion[],
  newestFirst: boolean,
): AsyncIterable<StoredObject> {
  const comesFirst = (one: StoredObject, other: StoredObject): boolean => one.id < other.id !== newestFirst;
  const listed = criteria.find((criterion) => criterion.listed !== undefined)?.listed;
  if (listed) {
    yield* newestFirst ? listed.toSorted((a, b) => b.id - a.id) : listed;
    return;
  }
  const related = criteria.find((criterion) => criterion.referringTo !== undefined);
  // what links join and what points there come as one list
  const also = (related?.also ?? []).toSorted((a, b) => (newestFirst ? b.id - a.id : a.id - b.id));
  const apart = new Set(also.map(({ id }) => id));
  let next = 0;
  const referringTo = related?.referringTo;
  const when = whenOf(noun, asOf);
  for (let after: number | undefined; ;) {
    const page = await ports.store.objects({ noun, kinds, ...when, referringTo, after, newestFirst, limit: pageSize });
    for (const object of page) {
      for (let one = also[next]; one && comesFirst(one, object); one = also[next]) {
        next++;
        yield one;
      }
      if (!apart.has(object.id)) yield object;
    }
    if (page.length < pageSize) break;
    after = page.at(-1)?.id;
  }
  yield* also.slice(next);
}

/** Links are asked for as they were; of other objects every one, since any may have been there then. */
function whenOf(noun: string, asOf: number | undefined): Pick<ObjectQuery, 'states' | 'inForce'> {
  if (asOf === undefined) return {};
  return noun === linkageNoun
    ? { inForce: { from: asOf, until: asOf } }
    : { states: ['active', 'canceled', 'closed', 'deleted'] };
}

/** The payload root: the objects and the definitions they point at, in the order of the schema. */
async function answerRoot({ noun, kinds, ports }: Subject, found: readonly StoredObject[]): Promise<JsonObject> {
  const children = childrenOf(noun);
  const definitions = await definitionsOf(
    ports.store,
    noun,
    children.filter((kind) => !kinds.includes(kind)),
    found,
  );
  const groups = new Map<string, JsonObject[]>(children.map((kind) => [kind, []]));
  for (const { kind, document } of [...found, ...definitions]) groups.get(kind)?.push(document);
  return Object.fromEntries([...groups].filter(([, documents]) => documents.length > 0));
}

/** Definitions of the noun that objects point at, and those which these point at in turn. */
async function definitionsOf(
  store: StoreReader,
  noun: string,
  kinds: readonly string[],
  objects: readonly StoredObject[],
): Promise<readonly StoredObject[]> {
  const found = new Map<number, StoredObject>();
  const looked = new Set<string>();
  let next = objects;
  while (next.length > 0 && kinds.length > 0) {
    const wanted = next
      .flatMap(({ document }) => referencesOf(document))
      .filter((ref) => {
        const key = JSON.stringify(ref);
        const isNew = kinds.includes(ref.kind) && !looked.has(key);
        looked.add(key);
        return isNew;
      });
    const fresh: StoredObject[] = [];
    for (const one of await askAll(wanted, (ref) => definitionOf(store, noun, ref))) {
      if (!one || one.state !== 'active' || found.has(one.id)) continue;
      found.set(one.id, one);
      fresh.push(one);
    }
    next = fresh;
  }
  return [...found.values()];
}

async function definitionOf(
  store: StoreReader,
  noun: string,
  { kind, mRID, names }: ObjectReference,
): Promise<StoredObject | undefined> {
  if (mRID !== undefined) return store.objectByMRID(noun, [kind], mRID);
  const [name] = names;
  return name && (await store.objectsByName([noun], [kind], name))[0];
}

function tooMany({ noun, ports }: Subject): Finding {
  const limit = String(ports.settings.answerObjects);
  return {
    code: codes.tooManyItems,
    details: `more than ${limit} objects fit; name some by mRID or names, narrow by related objects or a time span in Get${noun}, or ask for a page by Request/Option limit and offset, or for some of the newest by Newest`,
    values: { limit },
  };
}

function onlyOne({ noun }: Subject, count: number): Finding {
  return {
    code: codes.tooManyItems,
    details: `${count} stored ${noun} fit and an answer holds one; ask for one of the IDs of this reply in Request/ID, or for one after the other by Request/Option offset`,
    values: { limit: '1' },
  };
}

function nothing({ noun }: Subject): Finding {
  return { code: codes.dataUnavailable, details: `no ${noun} fits what was asked for`, values: { details: noun } };
}
