/**
 * `created` and `changed` events: another system tells what is so. The objects are stored as told, over and over with the
 * same result. Definitions that accompany the objects of a request are taken in by the same rule.
 */
import { isDeepStrictEqual } from 'node:util';
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import type { ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, NewObject, Provenance, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { documentOf } from './documents.js';
import { idOfStored, objectIdOf, referenceOf, resolve, wordsOf } from './identification.js';
import { answerIn } from './kept-answers.js';
import {
  bearerOfMRID,
  bearerOfName,
  identityKeys,
  merged,
  nameId,
  newObject,
  nextVersion,
  objectWriter,
  taken,
  type ObjectWriter,
} from './object-writer.js';
import { publishObjects } from './publish.js';
import { noOutcome, partsOf, payloadObjects, provenanceOf, type PayloadObject, type Subject } from './subject.js';
import { resolveElement, samePointing } from './targets.js';

export type Reported = 'created' | 'changed';

/** Elements as they are to be stored, where that is not quite as they were told. */
export type Prepare = (
  tx: StoreTransaction,
  elements: readonly PayloadObject[],
  provenance: Provenance,
) => Promise<readonly PayloadObject[]>;

/** Stores what an event reports, tells subscribers what was new in it, and acknowledges it, once that is on disk. */
export function reportObjects(
  subject: Subject,
  verb: Reported,
  message: AnyMessage,
  call: Call,
  prepare: Prepare = (_, elements) => Promise.resolve(elements),
): Promise<AnyResponse> {
  const provenance = provenanceOf(subject, message, call);
  return subject.ports.store.transaction(async (tx) => {
    const outcome = noOutcome();
    const writer = objectWriter(tx, provenance);
    for await (const elements of payloadObjects(subject, message, call)) {
      const prepared = await prepare(tx, elements, provenance);
      for (const finding of await reportAll(tx, subject, writer, prepared, verb)) {
        if (finding) outcome.findings.push(finding);
        else outcome.good++;
      }
      await publishObjects(tx, subject, verb, writer.written(), message.Header.CorrelationID);
    }
    return answerIn(tx, subject, message, call, acknowledged(partsOf(outcome)));
  });
}

/** The answer to an event: taken and on disk. */
export function acknowledged(parts: ReplyParts): ReplyParts {
  return parts.result === 'OK' ? { ...parts, findings: [{ code: codes.accepted }] } : parts;
}

/** Stores objects as told, all of them written at the end; answers for each why it could not be, or undefined. */
export async function reportAll(
  tx: StoreTransaction,
  subject: Subject,
  writer: ObjectWriter,
  elements: readonly PayloadObject[],
  verb: Reported,
): Promise<readonly (Finding | undefined)[]> {
  const findings: (Finding | undefined)[] = [];
  for (const alike of runsOfDistinct(subject, elements)) {
    const decisions = await askAll(alike, (element) => decide(tx, subject, element, verb));
    const touched = new Set<number>();
    for (const [at, element] of alike.entries()) {
      let decision = decisions[at] ?? 'unchanged';
      if (typeof decision === 'object' && 'object' in decision && touched.has(decision.object.id)) {
        // told twice under different identifiers: the later word goes on top of the earlier
        await writer.flush();
        decision = await decide(tx, subject, element, verb);
      }
      if (decision === 'new') writer.add(newObject(subject, element));
      else if (decision !== 'unchanged' && 'object' in decision) {
        touched.add(decision.object.id);
        writer.replace(decision.object, decision.next);
      }
      findings.push(typeof decision === 'object' && 'finding' in decision ? decision.finding : undefined);
    }
    await writer.flush();
  }
  return findings;
}

/** Cuts the elements where one has an identifier of an earlier one: that must be stored first, to be found. */
function* runsOfDistinct(subject: Subject, elements: readonly PayloadObject[]): Iterable<readonly PayloadObject[]> {
  let run: PayloadObject[] = [];
  const seen = new Set<string>();
  for (const element of elements) {
    const keys = identityKeys(referenceOf(element.kind, element.value));
    const alone = element.own && subject.anonymous;
    if (run.length > 0 && (alone || keys.some((key) => seen.has(key)))) {
      yield run;
      run = [];
      seen.clear();
    }
    run.push(element);
    for (const key of keys) seen.add(key);
  }
  if (run.length > 0) yield run;
}

type Decision =
  'new' | 'unchanged' | { readonly object: StoredObject; readonly next: NewObject } | { readonly finding: Finding };

async function decide(
  tx: StoreTransaction,
  subject: Subject,
  element: PayloadObject,
  verb: Reported,
): Promise<Decision> {
  if (element.own && subject.anonymous) return decideAnonymous(tx, subject, element, verb);
  const ref = referenceOf(element.kind, element.value);
  const unidentified = ref.mRID === undefined && ref.names.length === 0;
  // what has no identification cannot be told from what is stored: it is new
  if (unidentified && (verb === 'created' || !element.own)) return 'new';

  const former = await bearerOfMRID(tx, subject.noun, ref);
  // `created` brings back what was deleted, `changed` comes too late and finds nothing
  if (former?.state === 'deleted' && verb === 'created') return rewriting(subject, former, element, verb);
  if (former || ref.mRID === undefined) {
    const found = await resolve(tx, [{ noun: subject.noun, kinds: [element.kind] }], ref, element.path);
    if ('object' in found) return rewriting(subject, found.object, element, verb);
    if (former || !found.missing) return found;
  }
  const named = await bearerOfName(tx, subject.noun, ref);
  if (!named) return 'new';
  const given = nameId(ref.kind, named.name);
  return { finding: taken(element.path, ref.kind, given, named.object, `its mRID is ${named.object.mRID}`) };
}

/** Without an identification an object is the same as one of the same content. */
async function decideAnonymous(
  tx: StoreTransaction,
  subject: Subject,
  element: PayloadObject,
  verb: Reported,
): Promise<Decision> {
  if (verb === 'changed') {
    const found = await resolveElement(tx, subject, element);
    if ('object' in found) return rewriting(subject, found.object, element, verb);
    return found.missing ? 'new' : found;
  }
  const document = documentOf(element.value);
  const fits = await samePointing(tx, subject, element);
  return fits.some((one) => isDeepStrictEqual(one.document, document)) ? 'unchanged' : 'new';
}

function rewriting(subject: Subject, object: StoredObject, element: PayloadObject, verb: Reported): Decision {
  const document = verb === 'created' ? replaced(object, element.value) : merged(object, element.value);
  if (subject.row.immutable && element.own)
    return isDeepStrictEqual(document, object.document) ? 'unchanged' : { finding: unchangeable(object, element) };
  if (isDeepStrictEqual(document, object.document) && object.state !== 'deleted') return 'unchanged';
  const state = verb === 'created' || !element.own ? 'active' : object.state;
  return { object, next: nextVersion(subject, object, document, state, element.value) };
}

function unchangeable(object: StoredObject, { kind, path, value }: PayloadObject): Finding {
  const given = objectIdOf(referenceOf(kind, value));
  const details = `the ${wordsOf(kind)} ${given.id} was told with other content, and is never changed; reverse it and tell a new one`;
  const related = idOfStored(object);
  return {
    code: codes.canceledByRule,
    path,
    details,
    object: given,
    related,
    values: { details: 'it is never changed' },
  };
}

/** The whole document anew, under the mRID it has. */
function replaced(object: StoredObject, value: unknown): JsonObject {
  return documentOf(value, object.document['mRID'] === undefined ? undefined : object.mRID);
}
