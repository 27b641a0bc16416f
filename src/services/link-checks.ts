/** What a link is of, and whether it can be: its objects exist, belong together by link-pairs.ts, and no other link contradicts. */
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import { codes, invalidObjectCode } from '../message/reply-codes.js';
import type { JsonObject, ObjectReference, StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { documentOf, mayBeSame, referencesOf } from './documents.js';
import { timeText } from './effective.js';
import { idOfStored, listOf, objectIdOf, referenceOf, resolve, wordsOf } from './identification.js';
import { pairKind, pairOf, partnersOf, type LinkPair } from './link-pairs.js';
import { aliasesOf, linksOf } from './links.js';
import { linkageNoun, placesOf } from './places.js';

/** So many links of an object are read at once. */
const pageSize = 1_000;

/** An object that a link joins. */
export interface Joined {
  /** The element it stands in. */
  readonly kind: string;
  readonly path: string;
  readonly given: ObjectId;
  /** By every identifier it has. */
  readonly reference: ObjectReference;
  readonly element: JsonObject;
}

/** The objects of a link. Throws `ReplyError` with all that is wrong with them. */
export async function joinedIn(store: StoreReader, value: unknown): Promise<readonly Joined[]> {
  const named = Object.entries(documentOf(value)).flatMap(([kind, entries]) =>
    kind === 'ConfigurationEvent' || kind === 'any'
      ? []
      : listOf(entries).map((element, at) => ({ kind, element, path: `${linkageNoun}.${kind}[${at}]` })),
  );
  const found = await askAll(named, ({ kind, element, path }) => joined(store, kind, element as JsonObject, path));
  const findings = found.flatMap((one) => ('code' in one ? [one] : []));
  if (findings.length > 0) throw new ReplyError(...findings);
  const objects = found.filter((one) => 'reference' in one);
  const wrong = unrelated(objects);
  if (wrong.length > 0) throw new ReplyError(...wrong);
  return objects;
}

async function joined(store: StoreReader, kind: string, element: JsonObject, path: string): Promise<Joined | Finding> {
  const reference = referenceOf(kind, element);
  const given = objectIdOf(reference);
  const places = placesOf(kind);
  // a transformer tank has no noun of its own, so whoever names one is believed
  if (places.length === 0 && given.id !== '') return { kind, path, given, reference, element };
  const answer = await resolve(store, places, reference, path);
  if ('finding' in answer) return answer.finding;
  const { mRID, names } = answer.object;
  const over = notActive(kind, answer.object, given, path);
  if (over !== undefined) return over;
  return { kind, path, given, reference: { kind, mRID, names }, element: { ...element, mRID } };
}

/** What keeps an object from being linked: only what is active can be. */
export function notActive(
  kind: string,
  { state }: StoredObject,
  given: NonNullable<Finding['object']>,
  path: string,
): Finding | undefined {
  if (state === 'active') return undefined;
  const details = `the ${wordsOf(kind)} ${given.id} is ${state}; only what is active can be linked`;
  return { code: invalidObjectCode(kind), path, details, object: given, values: { object: given.id } };
}

/** What has nothing to be joined to in the message. */
function unrelated(objects: readonly Joined[]): readonly Finding[] {
  if (objects.length < 2) {
    const details = 'a link joins at least two objects, such as a Meter and a UsagePoint';
    return [{ code: codes.payloadMissing, path: linkageNoun, details, values: { element: 'second object' } }];
  }
  const findings: Finding[] = [];
  for (const [at, { kind, path, given, reference }] of objects.entries()) {
    const before = objects.slice(0, at).find((one) => same(one.reference, reference));
    if (before) {
      const details = `the same ${wordsOf(kind)} stands at ${before.path} already; name each object once in a message`;
      findings.push({ code: codes.invalidRequestId, path, details, object: given, values: { object: given.id } });
    } else if (!objects.some((other) => pairOf(kind, other.kind))) {
      const details = `a ${kind} can be linked to ${partnersOf(kind).join(', ')}, and the message has none of them`;
      findings.push({ code: codes.relationshipMismatch, path, details, object: given, values: { object: given.id } });
    }
  }
  return findings;
}

/** A link document in which every object bears its mRID, so that it stays linked when its names change. */
export function linkDocument(value: unknown, objects: readonly Joined[]): JsonObject {
  const document: Record<string, JsonObject[string]> = {};
  for (const [name, member] of Object.entries(documentOf(value))) {
    const own = objects.filter(({ kind }) => kind === name);
    document[name] = own.length > 0 ? own.map(({ element }) => withMRIDFirst(element)) : member;
  }
  return document;
}

function withMRIDFirst({ mRID, ...rest }: JsonObject): JsonObject {
  return mRID === undefined ? rest : { mRID, ...rest };
}

/** The links of an object of a new one that the new one has to agree with, as far as they have been read. */
interface Look {
  readonly one: Joined;
  readonly links: readonly StoredObject[];
  /** Whether these are all of them. */
  readonly whole: boolean;
  /** Partners of which the links do not tell yet whether they may be. */
  readonly open: readonly Partner[];
}

export type OtherLinks = readonly Pick<Look, 'one' | 'links' | 'whole'>[];

/**
 * The links of the objects that hold from an instant on (microseconds since 1970) or later, as many as it takes to say what
 * contradicts, and whether the link is there: of those objects that have at most one of something, and when there are none such, of all.
 * @param except links that do not count: those that the new one takes the place of
 */
export async function otherLinks(
  store: StoreReader,
  objects: readonly Joined[],
  from: number,
  except: ReadonlySet<number> = new Set(),
): Promise<OtherLinks> {
  const partners = objects.map((one) => ({ one, links: [], whole: false, open: partnersWithin(one, objects) }));
  const single = partners.filter(({ open }) => open.length > 0);
  const counts = (link: StoredObject): boolean => !except.has(link.id);
  const readOn = async ({ one, links, open }: Look): Promise<Look> => {
    const page = await linksOf(store, [one.reference], { from }, pageSize, links.at(-1)?.id);
    const read = [...links, ...page];
    if (page.length < pageSize) return { one, links: read, whole: true, open: [] };
    const still = open.filter((partner) => !page.some((link) => counts(link) && settles(link, one, partner, from)));
    return { one, links: read, whole: false, open: still };
  };
  const readOut = async (look: Look): Promise<Look> => (look.open.length === 0 ? look : readOut(await readOn(look)));
  // a service supplier has links by the hundred thousand: it is asked only when nothing else would do
  const firstPages = await askAll<Look, Look>(single.length > 0 ? single : partners, readOn);
  let looks = await askAll(firstPages, readOut);
  // the same link is among the links of each of its objects: those of one of them tell
  while (!looks.some(({ whole, links }) => whole || links.some((link) => counts(link) && joinsOnly(link, objects)))) {
    looks = await askAll(looks, readOn);
  }
  return looks.map(({ one, links, whole }) => ({ one, links: links.filter(counts), whole }));
}

/**
 * Whether a link tells that an object cannot have a partner, or that nothing else speaks against it: it joins them already, from then
 * on and without an end, so that whatever contradicted has been refused since.
 */
function settles(link: StoredObject, one: Joined, { other, pair }: Partner, from: number): boolean {
  if (partnerIn(link, one, other, pair) !== undefined) return true;
  const forEver = link.state === 'active' && link.validTo === undefined && (link.validFrom ?? from) <= from;
  return forEver && [one, other].every(({ reference }) => names(link, reference));
}

function names({ document }: StoredObject, reference: ObjectReference): boolean {
  return referencesOf(document).some((ref) => same(ref, reference));
}

/** A link of the very objects. */
export function sameLink(objects: readonly Joined[], others: OtherLinks): StoredObject | undefined {
  const [fewest] = others.filter(({ whole }) => whole).sort((one, other) => one.links.length - other.links.length);
  return (fewest?.links ?? others.flatMap(({ links }) => links)).find((link) => joinsOnly(link, objects));
}

/** Said of a link that is there already. */
export function alike(link: StoredObject): Finding {
  const until = link.validTo === undefined ? '' : `, until ${timeText(link.validTo)}`;
  const details = `a link of the same objects exists already${until}; delete or close ${link.mRID} first, or change it`;
  return { code: codes.relationshipMismatch, path: linkageNoun, details, related: idOfStored(link) };
}

function joinsOnly(link: StoredObject, objects: readonly Joined[]): boolean {
  return (
    referencesOf(link.document).length === objects.length && objects.every(({ reference }) => names(link, reference))
  );
}

/** Why a link cannot be: it contradicts itself, or another link. */
export function contradictions(objects: readonly Joined[], others: OtherLinks): readonly Finding[] {
  return objects.flatMap((one) => {
    const own = partnersWithin(one, objects);
    const twice = own.find(({ pair, other }) => own.some((prior) => prior.pair === pair && prior.other !== other));
    if (twice) {
      const rivals = own.filter(({ pair }) => pair === twice.pair).map(({ other }) => other);
      return [within(one, twice.pair, rivals)];
    }
    return own.flatMap(({ pair, other }) => {
      for (const link of others.find((look) => look.one === one)?.links ?? []) {
        const elsewhere = partnerIn(link, one, other, pair);
        if (elsewhere !== undefined) return [contradiction(one, elsewhere, pair, link)];
      }
      return [];
    });
  });
}

/** An object of which another one has at most one at a time. */
interface Partner {
  readonly other: Joined;
  readonly pair: LinkPair;
}

/** The partners among the objects. */
function partnersWithin(one: Joined, objects: readonly Joined[]): readonly Partner[] {
  return objects.flatMap((other) => {
    const pair = pairOf(one.kind, other.kind);
    return pair?.single.includes(pairKind(one.kind)) ? [{ other, pair }] : [];
  });
}

/** What the link joins the object to instead of the other one. */
function partnerIn(
  { document }: StoredObject,
  one: Joined,
  other: Joined,
  pair: LinkPair,
): ObjectReference | undefined {
  const refs = referencesOf(document);
  // a link may name several objects of a class: it speaks of this one only if it names it
  if (!refs.some((ref) => same(ref, one.reference))) return undefined;
  const wanted = pair.kinds.find((kind) => kind === pairKind(other.kind));
  const partners = refs.filter(({ kind }) => pairKind(kind) === wanted);
  if (partners.length === 0 || partners.some((ref) => same(ref, other.reference))) return undefined;
  return partners[0];
}

function same(a: ObjectReference, b: ObjectReference): boolean {
  return aliasesOf(b).some((alias) => mayBeSame(a, alias));
}

function contradiction(one: Joined, elsewhere: ObjectReference, pair: LinkPair, link: StoredObject): Finding {
  const { kind, path, given } = one;
  const until = link.validTo === undefined ? '' : ` until ${timeText(link.validTo)}`;
  const since = link.validFrom === undefined ? '' : ` from ${timeText(link.validFrom)}`;
  const other = `${wordsOf(elsewhere.kind)} ${elsewhere.names[0]?.name ?? elsewhere.mRID ?? ''}`;
  return {
    code: pair.mismatch,
    path,
    details: `the ${wordsOf(kind)} ${given.id} is linked to the ${other}${since}${until} by ${link.mRID}; close that link first, change it, or give a time after its end`,
    object: given,
    related: idOfStored(link),
    values: { object: given.id },
  };
}

function within({ kind, path, given }: Joined, pair: LinkPair, others: readonly Joined[]): Finding {
  const [first] = others;
  const ids = others.map((other) => other.given.id).join(', ');
  return {
    code: pair.mismatch,
    path,
    details: `a ${wordsOf(kind)} has one ${wordsOf(first?.kind ?? '')} at a time, and the message links ${given.id} to ${ids}`,
    object: given,
    related: first?.given,
    values: { object: given.id },
  };
}
