/** Selecting objects by others: the meters of a usage point, the events of a group. */
import { isEndDeviceMask } from '../message/codes/end-device-code.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes, invalidObjectCode } from '../message/reply-codes.js';
import type { ObjectReference, StoredObject } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { mayBeSame, referencesOf, sameAsAny } from './documents.js';
import { objectIdOf, referenceOf, resolve, wordsOf } from './identification.js';
import { mostLinks, reachedFrom, standFor, tooManyLinks } from './link-walk.js';
import { aliasesOf, at, linksOf, type Span } from './links.js';
import { linkageNoun, placesOf, sameThing } from './places.js';
import type { Criterion } from './selection.js';
import type { Subject } from './subject.js';
import { inFull } from './targets.js';

/**
 * Objects that have to do with one of `entries`: whose document points at it, at which its document points, or which an
 * active link joins to it, directly or along the chain of link-walk.ts. Of a customer, a usage point or a group its devices count as
 * well: events name the device only.
 */
export async function relatedCriterion(
  subject: Subject,
  kind: string,
  entries: readonly unknown[],
  path: string,
  findings: Finding[],
): Promise<Criterion> {
  const { store } = subject.ports;
  const referringTo: ObjectReference[] = [];
  const also = new Map<number, StoredObject>();
  const masks: RegExp[] = [];
  for (const [at, entry] of entries.entries()) {
    const ref = referenceOf(kind, entry);
    const code = ref.mRID ?? ref.names[0]?.name;
    const place = `${path}[${at}]`;
    if (code?.includes('*')) {
      if (ofDevices.has(kind) && !isEndDeviceMask(code.trim())) findings.push(noMask(ref, place));
      else masks.push(maskOf(code));
      continue;
    }
    const found = await resolve(store, placesOf(kind), ref, place);
    const stored = 'object' in found ? found.object : undefined;
    if (!stored && 'finding' in found && !found.missing) {
      findings.push(found.finding);
      continue;
    }
    const full = stored ? { kind, mRID: stored.mRID, names: [...stored.names] } : ref;
    const asked = aliasesOf(full);
    const joined = await joinedTo(subject, asked, stored, place);
    for (const member of kind.endsWith('Group') ? joined.filter((one) => one.kind === 'UsagePoint') : []) {
      joined.push(...(await joinedTo(subject, aliasesOf(await inFull(store, member)), undefined, place)));
    }
    for (const one of await further(subject, kind, full, joined, place)) joined.push(one);
    for (const object of await ownObjects(subject, joined)) also.set(object.id, object);
    const wanted = [...asked];
    for (const one of joined.filter((other) => standsFor(subject, kind, other.kind))) {
      wanted.push(...aliasesOf(await inFull(store, one)));
    }
    const known = stored !== undefined || joined.length > 0 || (await referredTo(subject, wanted));
    if (known) for (const one of wanted) referringTo.push(one);
    else findings.push(unknown(ref, place));
  }
  const isWanted = sameAsAny(referringTo);
  const fits = (object: StoredObject): boolean =>
    also.has(object.id) ||
    referencesOf(object.document).some(
      (one) => isWanted(one) || masks.some((mask) => one.kind === kind && mask.test(one.mRID ?? '')),
    );
  return masks.length > 0 ? { fits } : { referringTo, also: [...also.values()], fits };
}

/** The moment that a question is about. */
function spanOf(asOf: number | undefined, now: number): Span {
  return asOf === undefined ? at(now) : { from: asOf, until: asOf };
}

/** What the stored document of the object points at, and what active links join to it. */
async function joinedTo(
  { noun, ports, asOf }: Subject,
  asked: readonly ObjectReference[],
  stored: StoredObject | undefined,
  path: string,
): Promise<ObjectReference[]> {
  const found = stored ? [...referencesOf(stored.document)] : [];
  if (noun === linkageNoun) return found;
  const links = await linksOf(ports.store, asked.slice(0, 1), spanOf(asOf, ports.clock.now()), mostLinks + 1);
  if (links.length > mostLinks) throw new ReplyError(tooManyLinks(path));
  for (const link of links) found.push(...referencesOf(link.document));
  return found.filter((one) => !asked.some((other) => mayBeSame(one, other)));
}

/** What more links lead to from the object, or from the members of the group. */
async function further(
  { noun, kinds, ports, asOf }: Subject,
  kind: string,
  asked: ObjectReference,
  joined: readonly ObjectReference[],
  path: string,
): Promise<readonly ObjectReference[]> {
  if (noun === linkageNoun) return [];
  const isMember = (one: ObjectReference): boolean => one.kind === 'UsagePoint' || sameThing(one.kind).length > 1;
  const starts = kind.endsWith('Group') ? joined.filter(isMember) : [asked];
  const full = await askAll(starts, (one) => inFull(ports.store, one));
  return reachedFrom(ports.store, full, { noun, kinds }, spanOf(asOf, ports.clock.now()), path);
}

async function ownObjects(subject: Subject, joined: readonly ObjectReference[]): Promise<readonly StoredObject[]> {
  const { noun, kinds, ports } = subject;
  const found: StoredObject[] = [];
  for (const ref of joined) {
    const own = sameThing(ref.kind).filter((kind) => kinds.includes(kind));
    if (own.length === 0) continue;
    const one = await resolve(ports.store, [{ noun, kinds: own }], ref, '');
    if ('object' in one && one.object.state === 'active') found.push(one.object);
  }
  return found;
}

/** Whether the joined object stands for the one asked for: devices for their usage point or customer, members for their group. */
function standsFor({ noun }: Subject, asked: string, joined: string): boolean {
  if (standFor(noun, asked)) return joined === 'UsagePoint' || sameThing(joined).length > 1;
  if (asked.endsWith('Group')) return joined === 'UsagePoint' || sameThing(joined).length > 1;
  return asked === 'UsagePoint' && sameThing(joined).length > 1;
}

async function referredTo({ noun, ports }: Subject, referringTo: readonly ObjectReference[]): Promise<boolean> {
  const [one] = await ports.store.objects({ noun, referringTo, limit: 1 });
  return one !== undefined;
}

function unknown(ref: ObjectReference, path: string): Finding {
  const object = objectIdOf(ref);
  const details = `no ${wordsOf(ref.kind)} ${object.kind === 'uuid' ? 'has the mRID' : 'is named'} ${object.id}`;
  return { code: invalidObjectCode(ref.kind), path, details, object, values: { object: object.id } };
}

/** Kinds whose codes have four parts. */
const ofDevices: ReadonlySet<string> = new Set(['EndDeviceEventType', 'EndDeviceControlType']);

function noMask(ref: ObjectReference, path: string): Finding {
  const object = objectIdOf(ref);
  const details = 'a mask has four numbers joined with dots, any of which may be *, such as 3.26.*.*';
  return { code: codes.invalidRequestId, path, details, object, values: { object: object.id } };
}

/** `3.26.*.*`: a star stands for any one part of a code. */
function maskOf(code: string): RegExp {
  const parts = code.trim().split('.');
  const escape = (part: string): string => part.replace(/[^A-Za-z0-9-]/g, '\\$&');
  return new RegExp(`^${parts.map((part) => (part === '*' ? '[^.]+' : escape(part))).join('\\.')}$`);
}
