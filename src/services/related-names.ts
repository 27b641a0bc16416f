/**
 * Which devices, usage points and groups an object has to do with, by every mRID and name they bear: those it points at, those
 * that links join to them, and the groups of either. Read from the object upwards, so that it costs the same however large a
 * filter or a group is.
 */
import type { JsonObject, ObjectReference, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { referencesOf } from './documents.js';
import { referenceOf } from './identification.js';
import { aliasesOf, at } from './links.js';
import { objectPages } from './object-pages.js';
import { linkageNoun, sameThing } from './places.js';
import { inFull } from './targets.js';

export const relationNames = ['devices', 'usagePoints', 'groups'] as const;
export type RelationName = (typeof relationNames)[number];

/** mRIDs and names. */
export type Relations = Readonly<Record<RelationName, ReadonlySet<string>>>;

/** An element of a payload: its class and its typed value. */
export interface Element {
  readonly kind: string;
  readonly document: JsonObject;
}

/** So many links and groups are read at once: a group may have thousands of members. */
const pageSize = 100;

type Refs = readonly ObjectReference[];

/**
 * The relations of each element, as far as they are wanted; what is not wanted may be there in part.
 * @param now milliseconds since 1970: a link that is not in force yet joins nothing
 */
export async function relationsOf(
  store: StoreReader,
  elements: readonly Element[],
  wanted: ReadonlySet<RelationName>,
  now: number,
): Promise<readonly Relations[]> {
  const own = elements.map(ownReferences);
  if (wanted.size === 0) return own.map(identifiersOf);
  const fulls = await each(own.flat(), (ref) => inFull(store, ref).then((full) => [full]));
  const near = await withJoined(store, own.map(fulls), wanted, now);
  if (!wanted.has('groups')) return near.map(identifiersOf);
  const groups = await each(near.flat(), (ref) => groupsOf(store, ref));
  return near.map((refs) => identifiersOf([...refs, ...groups(refs)]));
}

/** Asks for each different reference once; answers what came of several together. */
async function each(refs: Refs, ask: (ref: ObjectReference) => Promise<Refs>): Promise<(refs: Refs) => Refs> {
  const asked = distinct(refs);
  const answers = await askAll(asked, ask);
  const known = new Map(asked.map((ref, at) => [keyOf(ref), answers[at] ?? []]));
  return (some) => some.flatMap((ref) => known.get(keyOf(ref)) ?? []);
}

/** The references of each element and what links join to them: of a kind the element names itself, nothing is added. */
async function withJoined(
  store: StoreReader,
  elements: readonly Refs[],
  wanted: ReadonlySet<RelationName>,
  now: number,
): Promise<readonly Refs[]> {
  const lacks = (refs: Refs): boolean =>
    wanted.has('groups') ||
    (['devices', 'usagePoints'] as const).some((name) => wanted.has(name) && !names(refs, name));
  const joined = await each(elements.filter(lacks).flat(), (ref) => joinedTo(store, ref, now));
  return elements.map((refs) =>
    lacks(refs)
      ? [...refs, ...joined(refs).filter(({ kind }) => kind.endsWith('Group') || !names(refs, relationOf(kind)))]
      : refs,
  );
}

function names(refs: Refs, name: RelationName | undefined): boolean {
  return refs.some(({ kind }) => relationOf(kind) === name);
}

/** What the element itself points at, and itself. Values of readings point at nothing that matters, and are many. */
function ownReferences({ kind, document }: Element): Refs {
  const { IntervalBlocks: _, Readings: __, ...rest } = document;
  return [referenceOf(kind, document), ...referencesOf(rest)].filter(
    (ref) => relationOf(ref.kind) !== undefined && (ref.mRID !== undefined || ref.names.length > 0),
  );
}

/** What links in force join to a device or usage point. */
async function joinedTo(store: StoreReader, ref: ObjectReference, now: number): Promise<Refs> {
  if (relationOf(ref.kind) === 'groups') return [];
  const query = { noun: linkageNoun, inForce: at(now), referringTo: aliasesOf(ref) };
  const joined: ObjectReference[] = [];
  for await (const links of objectPages(store, query, pageSize)) {
    for (const { document } of links) joined.push(...referencesOf(document));
  }
  return askAll(distinct(joined.filter(({ kind }) => relationOf(kind) !== undefined)), (one) => inFull(store, one));
}

async function groupsOf(store: StoreReader, ref: ObjectReference): Promise<Refs> {
  const relation = relationOf(ref.kind);
  if (relation === 'groups') return [];
  const noun = relation === 'devices' ? 'EndDeviceGroups' : 'UsagePointGroups';
  const found: ObjectReference[] = [];
  for await (const groups of objectPages(store, { noun, referringTo: aliasesOf(ref) }, pageSize)) {
    for (const { kind, mRID, names: named } of groups) found.push({ kind, mRID, names: named });
  }
  return found;
}

function relationOf(kind: string): RelationName | undefined {
  if (kind === 'UsagePoint') return 'usagePoints';
  if (sameThing(kind).length > 1) return 'devices';
  return kind === 'EndDeviceGroup' || kind === 'UsagePointGroup' ? 'groups' : undefined;
}

function identifiersOf(refs: Refs): Relations {
  const relations = { devices: new Set<string>(), usagePoints: new Set<string>(), groups: new Set<string>() };
  for (const { kind, mRID, names } of refs) {
    const name = relationOf(kind);
    if (name === undefined) continue;
    if (mRID !== undefined) relations[name].add(mRID);
    for (const one of names) relations[name].add(one.name);
  }
  return relations;
}

function keyOf(ref: ObjectReference): string {
  return JSON.stringify([ref.kind, ref.mRID, ref.names]);
}

function distinct(refs: Refs): Refs {
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
}
