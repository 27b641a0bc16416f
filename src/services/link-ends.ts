/** Ends of links: now, at a time that has been, or at one to come, which cancel withdraws. */
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { NewObject, Provenance, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { startOf, timeText } from './effective.js';
import { withdrawn, type First } from './end-objects.js';
import { idOfStored } from './identification.js';
import { alike, contradictions, joinedIn, otherLinks, sameLink, type Joined } from './link-checks.js';
import { pend, pendingOf, withdraw, type Target, type Wish } from './pending.js';
import { linkageNoun } from './places.js';
import { inState, type Subject } from './subject.js';

/** What a request to end a link comes to, where it does not simply end now. */
export const endLinks: First = async (tx, subject, named, verb, provenance) => {
  const { object: link, path, given, effective } = named;
  const now = subject.ports.clock.now() * 1000;
  if (link.state !== 'active') {
    // what is over can still be deleted, and that at a time as well
    if (verb === 'cancel') return withdrawn(tx, subject, named, verb, provenance);
    if (verb !== 'delete' || effective === undefined || effective <= now) return undefined;
    return { note: await pend(tx, subject, named, { verb, effective, provenance }) };
  }
  if (verb === 'cancel') return reopened(tx, named, provenance);
  const at = effective ?? now;
  const refused = (details: string, reason: string) => ({
    finding: { code: codes.canceledByRule, path, details, object: given, values: { details: reason } },
  });
  if (verb === 'close' && effective !== undefined && at < (link.validFrom ?? at)) {
    const notYet = (link.validFrom ?? 0) > now ? 'cancel withdraws what is not in force yet' : 'give a later time';
    const details = `the link holds from ${timeText(startOf(link))} and cannot be over at ${timeText(at)}; ${notYet}`;
    return refused(details, 'the effective times are in the wrong order');
  }
  if (link.validTo !== undefined && at >= link.validTo) {
    const details = `the link is to end at ${timeText(link.validTo)} already; give an earlier time, or cancel that first`;
    return refused(details, 'it is to end already');
  }
  if (at > now) return { note: await keepEnd(tx, subject, named, { verb, effective: at, provenance }) };
  await withdraw(tx, await pendingOf(tx, link));
  return undefined;
};

/** Has a link end at a time to come: whoever asks what holds then is told so at once, its state follows when it is over. */
export async function keepEnd(tx: StoreTransaction, subject: Subject, target: Target, wish: Wish): Promise<Finding> {
  const { object } = target;
  await withdraw(tx, await pendingOf(tx, object));
  const next = { ...inState(object, 'active'), validFrom: object.validFrom, validTo: wish.effective };
  await tx.replace(object.id, object.version, next, wish.provenance);
  return pend(tx, subject, target, wish);
}

/** Notes at the successor of a link whose place it takes: who cancels the one means the other as well. */
export async function followPending(
  tx: StoreTransaction,
  { ports }: Subject,
  made: Pick<NewObject, 'mRID'>,
  link: StoredObject,
  effective: number,
  provenance: Provenance,
): Promise<void> {
  const element = { predecessor: link.mRID };
  const of = { noun: linkageNoun, kind: linkageNoun, mRID: made.mRID };
  await tx.addPendingChanges([{ id: ports.ids.next(), ...of, verb: 'change', effective, element, provenance }]);
}

/** `cancel`: an end that is still to come does not come, and a link that is not in force yet never is. */
async function reopened(
  tx: StoreTransaction,
  { object: link, path, given }: Target,
  provenance: Provenance,
): Promise<{ readonly finding: Finding } | { readonly note: Finding } | undefined> {
  const pending = await pendingOf(tx, link);
  const [change] = pending;
  if (change === undefined) return undefined;
  const successor = await linkWith(tx, change.element?.['successor']);
  const predecessor = await linkWith(tx, change.element?.['predecessor']);
  if (predecessor !== undefined && !(await isToFollow(tx, link, predecessor))) {
    // it has got an end of its own meanwhile, and that is another matter
    await withdraw(tx, pending);
    return undefined;
  }
  const old = predecessor ?? link;
  const young = predecessor === undefined ? successor : link;
  const gone = new Set([old, ...(young ? [young] : [])].map(({ id }) => id));
  const objects = await stillJoined(tx, old);
  if ('code' in objects) return { finding: { ...objects, path } };
  const others = await otherLinks(tx, objects, change.effective, gone);
  const again = sameLink(objects, others);
  const [finding] = again ? [alike(again)] : contradictions(objects, others);
  if (finding) return { finding: { ...finding, path } };
  for (const one of [old, ...(young ? [young] : [])]) await withdraw(tx, await pendingOf(tx, one));
  await tx.replace(old.id, old.version, { ...inState(old, 'active'), validFrom: old.validFrom }, provenance);
  if (young?.state === 'active') await tx.replace(young.id, young.version, inState(young, 'canceled'), provenance);
  const also = young ? `; ${young.mRID}, which was to take its place, is canceled` : '';
  const details = `the link ${old.mRID} does not end at ${timeText(change.effective)}${also}`;
  return { note: { code: codes.ok, path, details, object: given.id === '' ? idOfStored(link) : given } };
}

/** What a link joins, or why it cannot any more: its objects may have been ended since. */
async function stillJoined(tx: StoreTransaction, { document }: StoredObject): Promise<readonly Joined[] | Finding> {
  try {
    return await joinedIn(tx, document);
  } catch (error) {
    const [finding] = error instanceof ReplyError ? error.findings : [];
    if (finding === undefined) throw error;
    return finding;
  }
}

/** Whether the end that is still to come for a link is the beginning of this one. */
async function isToFollow(tx: StoreTransaction, { mRID }: StoredObject, predecessor: StoredObject): Promise<boolean> {
  return (await pendingOf(tx, predecessor)).some(({ element }) => element?.['successor'] === mRID);
}

async function linkWith(tx: StoreTransaction, mRID: unknown): Promise<StoredObject | undefined> {
  return typeof mRID === 'string' ? tx.objectByMRID(linkageNoun, [linkageNoun], mRID) : undefined;
}
