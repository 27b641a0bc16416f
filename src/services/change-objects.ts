/**
 * `change`: the elements given replace those of the object; what is not given stays. Subscribers are told. The same for operations on
 * single elements (element-operations.ts), which are changes of their object whatever their verb.
 */
import { isDeepStrictEqual } from 'node:util';
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, NewObject, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { documentOf } from './documents.js';
import { effectiveOf } from './effective.js';
import { applyElements, type ElementVerb } from './element-operations.js';
import { idOfStored, objectIdOf, referenceOf, wordsOf, type Resolution } from './identification.js';
import { answerIn } from './kept-answers.js';
import { bearerOfName, merged, nameId, nextVersion, objectWriter, taken, type ObjectWriter } from './object-writer.js';
import { outOfOrder, pend, type Target } from './pending.js';
import { publishObjects } from './publish.js';
import { again } from './repetition.js';
import { reportAll } from './report-objects.js';
import {
  correlationOf,
  lookedAt,
  noOutcome,
  partsOf,
  payloadObjects,
  provenanceOf,
  type PayloadObject,
  type Subject,
} from './subject.js';
import { idsOf, resolveElement, resolveId } from './targets.js';

/** How the elements given become the next document of an object. */
type Merge = (
  object: StoredObject,
  element: PayloadObject,
) => { readonly document: JsonObject } | { readonly findings: readonly Finding[] };

/** One transaction for the whole message; good objects are changed beside bad ones. */
export function changeObjects(subject: Subject, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const provenance = provenanceOf(subject, message, call);
  const elementVerb = call.elementOperation === true ? (call.operation.verb as ElementVerb) : undefined;
  const merge = elementVerb === undefined ? mergedWhole : mergedBy(subject, elementVerb);
  return subject.ports.store.transaction(async (tx) => {
    const outcome = noOutcome();
    const writer = objectWriter(tx, provenance);
    const changed = new Map<number, string>();
    const changeOnce = async (object: StoredObject, element: PayloadObject): Promise<readonly Finding[]> => {
      const repeated = again(changed, object, element.path);
      if (repeated) return [repeated];
      const made = await change(tx, subject, writer, object, element, merge);
      if (!('effective' in made)) return made;
      const wish = {
        verb: 'change',
        element: elementVerb === undefined ? documentOf(element.value) : elementWish(elementVerb, element),
        provenance,
        effective: made.effective,
      } as const;
      outcome.notes.push(await pend(tx, subject, made, wish));
      return [];
    };
    let own = 0;
    let accompanying = 0;
    for await (const given of payloadObjects(subject, message, call)) {
      // definitions are objects like others to whoever speaks of their elements
      const elements = elementVerb === undefined ? given : given.map((element) => ({ ...element, own: true }));
      const others = elements.filter((element) => !element.own);
      for (const finding of await reportAll(tx, subject, writer, others, 'changed')) {
        if (finding) outcome.findings.push(finding);
        else accompanying++;
      }
      const mine = elements.filter((element) => element.own);
      const before = own;
      own += mine.length;
      const targets = await askAll(mine, (element, at) => target(tx, subject, message, element, before + at));
      for (const [at, element] of mine.entries()) {
        const found = targets[at];
        if (!found) continue;
        const findings = 'finding' in found ? [found.finding] : await changeOnce(found.object, element);
        if (findings.length > 0) outcome.findings.push(...findings);
        else outcome.good++;
      }
      await writer.flush();
      await publishObjects(tx, subject, 'changed', writer.written(), correlationOf(message));
    }
    if (own === 0) outcome.good = accompanying;
    return answerIn(tx, subject, message, call, partsOf(outcome));
  });
}

/** By its own identification; where the schema has none, by the ID of the request at the same place in order. */
async function target(
  tx: StoreTransaction,
  subject: Subject,
  message: AnyMessage,
  element: PayloadObject,
  at: number,
): Promise<Resolution> {
  const id = subject.anonymous ? idsOf(message)[at] : undefined;
  return id ? resolveId(tx, subject, id) : resolveElement(tx, subject, element);
}

/** Has the next version written; answers why there is none, or the time when the change comes into force. */
async function change(
  tx: StoreTransaction,
  subject: Subject,
  writer: ObjectWriter,
  object: StoredObject,
  element: PayloadObject,
  merge: Merge,
): Promise<readonly Finding[] | (Target & { readonly effective: number })> {
  const { path } = element;
  const given: ObjectId = subject.anonymous ? idOfStored(object) : objectIdOf(referenceOf(element.kind, element.value));
  if (object.state !== 'active') return [overAlready(object, path, given, 'changed')];
  const effective = subject.row.masterData ? effectiveOf(element.value) : undefined;
  if (effective !== undefined && !subject.anonymous) {
    const wrong = await outOfOrder(tx, { object, path, given }, { effective });
    if (wrong) return [wrong];
  }
  const outcome = merge(object, element);
  if ('findings' in outcome) return outcome.findings;
  const next = nextVersion(subject, object, outcome.document, 'active', element.value);
  if (!isDeepStrictEqual(next.names, object.names)) {
    await writer.flush(); // an earlier object of the message may have taken the name
    const finding = await nameTaken(tx, subject, object, next, path);
    if (finding) return [finding];
  }
  const made = await lookedAt(tx, subject, next, path);
  if ('findings' in made) return made.findings;
  const later = effective !== undefined && effective > subject.ports.clock.now() * 1000 && !notYet(subject, object);
  if (later) return { object, path, given, effective };
  writer.replace(object, made.next);
  return [];
}

const mergedWhole: Merge = (object, { value }) => ({ document: merged(object, value) });

/** The verb applied to the elements given, and the outcome held against the schema. */
function mergedBy({ noun, ports }: Subject, verb: ElementVerb): Merge {
  return ({ document }, { kind, value, path }) => {
    const outcome = applyElements(document, documentOf(value), verb, path);
    if ('findings' in outcome) return outcome;
    const findings = invalidAfter(ports, noun, kind, outcome.document, path);
    return findings.length > 0 ? { findings } : outcome;
  };
}

/** Why an object of a kind cannot be as this document has it; `path` is where the message names the object. */
export function invalidAfter(
  { payloads }: Pick<Subject['ports'], 'payloads'>,
  noun: string,
  kind: string,
  document: JsonObject,
  path: string,
): readonly Finding[] {
  const root = `${noun}.${kind}`; // an only entry has no index in these paths
  const found = payloads.findings(noun, { [kind]: [document] });
  return found.map((finding) => ({
    ...finding,
    // the place is one in the object as it would be, which need not be in the message
    path,
    details: `after the operation it would not be valid: ${placeIn(finding, root)}${finding.details ?? ''}`,
  }));
}

function placeIn({ path }: Finding, root: string): string {
  return path?.startsWith(`${root}.`) === true ? `${path.slice(root.length + 1)}: ` : '';
}

/** What is kept of an operation on elements until its time: read by `elementsOf`. */
function elementWish(verb: ElementVerb, { value }: PayloadObject): JsonObject {
  return { elementOperation: verb, element: documentOf(value) };
}

/** The operation on elements that a pending change holds; undefined for a plain change. */
export function elementsOf(
  kept: JsonObject | undefined,
): { readonly verb: ElementVerb; readonly element: JsonObject } | undefined {
  const verb = kept?.['elementOperation'];
  if (kept === undefined || typeof verb !== 'string') return undefined;
  return { verb: verb as ElementVerb, element: kept['element'] as JsonObject };
}

/** What is not in force itself can be changed at once, whenever that shall hold. */
function notYet({ ports }: Subject, { version, validFrom }: StoredObject): boolean {
  return version === 1 && validFrom !== undefined && validFrom > ports.clock.now() * 1000;
}

/** Why an object cannot get the names of its next version. */
export async function nameTaken(
  tx: StoreTransaction,
  { noun }: Pick<Subject, 'noun'>,
  object: StoredObject,
  next: NewObject,
  path: string,
): Promise<Finding | undefined> {
  const bearer = await bearerOfName(tx, noun, next);
  if (!bearer || bearer.object.id === object.id) return undefined;
  return taken(path, next.kind, nameId(next.kind, bearer.name), bearer.object, 'give another name');
}

/** What is canceled or closed stays as it is. */
export function overAlready(object: StoredObject, path: string, given: ObjectId, done: string): Finding {
  const details = `the ${wordsOf(object.kind)} ${given.id || object.mRID} is ${object.state} and cannot be ${done} any more`;
  return { code: codes.canceledByRule, path, details, object: given, values: { details: `it is ${object.state}` } };
}
