/**
 * `MasterDataLinkageConfig`: makes links between master data and breaks them, each from a time on. A link is one object from its
 * making to its breaking; a change that joins other objects ends it and makes its successor.
 */
import { isDeepStrictEqual } from 'node:util';
import type { MasterDataLinkageConfigHandlers } from '../generated/handlers.js';
import { wholePayload, type AnyMessage, type AnyResponse, type Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, NewObject, Provenance, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { overAlready } from './change-objects.js';
import { referencesOf } from './documents.js';
import { effectiveOf, endedAt, startOf, timeText } from './effective.js';
import { endObjects } from './end-objects.js';
import { idOfStored } from './identification.js';
import { answerIn } from './kept-answers.js';
import { alike, contradictions, joinedIn, linkDocument, otherLinks, sameLink, type Joined } from './link-checks.js';
import { endLinks, followPending, keepEnd } from './link-ends.js';
import { configVerbs, type Handler, type ServicePorts } from './noun-row.js';
import { merged } from './object-writer.js';
import { linkageNoun } from './places.js';
import { publishObjects } from './publish.js';
import { correlationOf, noOutcome, partsOf, provenanceOf, subjectOf, type Outcome, type Subject } from './subject.js';
import { idsOf, resolveElement, resolveId } from './targets.js';

export const linkageRow = {
  verbs: configVerbs,
  objects: 'payload',
  masterData: true,
  repeatable: true,
} as const;

/** The service of links. */
export function masterDataLinkage(ports: ServicePorts): Partial<MasterDataLinkageConfigHandlers<Call>> {
  return linksWithin(ports) as unknown as Partial<MasterDataLinkageConfigHandlers<Call>>;
}

/** The same for operations of a set. */
export function linksWithin(
  ports: ServicePorts,
): Readonly<Record<'create' | 'change' | 'cancel' | 'close' | 'delete', Handler>> {
  const subject = subjectOf(linkageRow, linkageNoun, ports);
  return {
    create: (message, call) => inTransaction(subject, message, call, create),
    change: (message, call) => inTransaction(subject, message, call, change),
    cancel: (message, call) => endObjects(subject, 'cancel', message, call, endLinks),
    close: (message, call) => endObjects(subject, 'close', message, call, endLinks),
    delete: (message, call) => endObjects(subject, 'delete', message, call, endLinks),
  };
}

/** What a create or a change works with. */
interface Work {
  readonly tx: StoreTransaction;
  readonly subject: Subject;
  readonly message: AnyMessage;
  readonly value: JsonObject;
  readonly provenance: Provenance;
  /** Microseconds since 1970. */
  readonly now: number;
  readonly outcome: Outcome;
}

function inTransaction(
  subject: Subject,
  message: AnyMessage,
  call: Call,
  work: (work: Work) => Promise<void>,
): Promise<AnyResponse> {
  const provenance = provenanceOf(subject, message, call);
  return subject.ports.store.transaction(async (tx) => {
    const outcome = noOutcome();
    const value = (await wholePayload(message, call)) as JsonObject | undefined;
    const now = subject.ports.clock.now() * 1000;
    await work({ tx, subject, message, value: value ?? {}, provenance, now, outcome });
    return answerIn(tx, subject, message, call, partsOf(outcome));
  });
}

async function create(work: Work): Promise<void> {
  const { tx, value, now } = work;
  const objects = await joinedIn(tx, value);
  const from = effectiveOf(value) ?? now;
  await refuse(tx, objects, from);
  const made = await insert(work, linkDocument(value, objects), objects, from);
  await told(work, 'created', made);
}

/** Throws for a link that is there already, or contradicts one that is. */
async function refuse(
  tx: StoreTransaction,
  objects: readonly Joined[],
  from: number,
  except?: ReadonlySet<number>,
): Promise<void> {
  const others = await otherLinks(tx, objects, from, except);
  const findings = contradictions(objects, others);
  if (findings.length > 0) throw new ReplyError(...findings);
  const link = sameLink(objects, others);
  if (link) throw new ReplyError(alike(link));
}

async function insert(
  { tx, subject, provenance, outcome }: Work,
  document: JsonObject,
  objects: readonly Joined[],
  validFrom: number,
): Promise<NewObject> {
  const mRID = subject.ports.ids.next();
  const references = objects.map(({ reference }) => reference);
  const link = {
    noun: linkageNoun,
    kind: linkageNoun,
    mRID,
    names: [],
    state: 'active',
    document,
    references,
  } as const;
  await tx.insert([{ ...link, validFrom }], provenance);
  outcome.ids.push({ id: mRID, kind: 'uuid', objectType: linkageNoun });
  outcome.good++;
  return { ...link, validFrom };
}

async function told({ tx, subject, message }: Work, verb: string, ...links: readonly NewObject[]): Promise<void> {
  await publishObjects(tx, subject, verb, links, correlationOf(message));
}

/** By ID the link joins other objects from then on; without one, it is the link of the very objects that gets another record. */
async function change(work: Work): Promise<void> {
  const { tx, subject, message, value, now, provenance, outcome } = work;
  const [id, another] = idsOf(message);
  if (another) throw new ReplyError(oneOnly(another.path));
  const element = { kind: linkageNoun, own: true, value, path: linkageNoun };
  const found = id ? await resolveId(tx, subject, id) : await resolveElement(tx, subject, element);
  if ('finding' in found) throw new ReplyError(found.finding);
  const { object: link } = found;
  const given = idOfStored(link);
  if (link.state !== 'active') throw new ReplyError(overAlready(link, linkageNoun, given, 'changed'));
  if (link.validTo !== undefined) throw new ReplyError(endsAlready(link));
  const document = merged(link, value);
  const objects = await joinedIn(tx, document);
  const complete = linkDocument(document, objects);
  const start = link.validFrom ?? -Infinity;
  const from = effectiveOf(value) ?? now;
  const notYet = start > now;
  const joinsTheSame = isDeepStrictEqual(referencesOf(complete), referencesOf(link.document));
  if (notYet || joinsTheSame) {
    const validFrom = notYet ? (effectiveOf(value) ?? link.validFrom) : link.validFrom;
    await refuse(tx, objects, validFrom ?? -Number.MAX_SAFE_INTEGER, new Set([link.id]));
    const references = objects.map(({ reference }) => reference);
    const next = { ...link, document: complete, references, validFrom };
    await tx.replace(link.id, link.version, next, provenance);
    outcome.good++;
    return told(work, 'changed', next);
  }
  if (from < start) throw new ReplyError(tooEarly(link, from));
  await refuse(tx, objects, from, new Set([link.id]));
  const made = await insert(work, complete, objects, from);
  if (from > now) {
    outcome.notes.push(
      await keepEnd(
        tx,
        subject,
        { object: link, path: linkageNoun, given },
        {
          verb: 'close',
          effective: from,
          provenance,
          element: { successor: made.mRID },
        },
      ),
    );
    await followPending(tx, subject, made, link, from, provenance);
    return;
  }
  await tx.replace(link.id, link.version, endedAt(link, 'closed', from), provenance);
  await told(work, 'closed', endedAt(link, 'closed', from));
  await told(work, 'created', made);
}

function oneOnly(path: string): Finding {
  const details = 'one message changes one link; name it in a single ID';
  return { code: codes.tooManyItems, path, details, values: { limit: '1' } };
}

function endsAlready(link: StoredObject): Finding {
  const details = `the link is to end at ${timeText(link.validTo ?? 0)} already; cancel that first`;
  const values = { details: 'it is to end already' };
  return { code: codes.canceledByRule, path: linkageNoun, details, object: idOfStored(link), values };
}

/** An end before the beginning. */
export function tooEarly(link: StoredObject, at: number, path: string = linkageNoun): Finding {
  return {
    code: codes.canceledByRule,
    path,
    details: `the link holds from ${timeText(startOf(link))} and cannot be over at ${timeText(at)}; give a later time`,
    object: idOfStored(link),
    values: { details: 'the effective times are in the wrong order' },
  };
}
