/** `change`: the elements given replace those of the object; what is not given stays. Subscribers are told. */
import { isDeepStrictEqual } from 'node:util';
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { NewObject, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { documentOf } from './documents.js';
import { effectiveOf } from './effective.js';
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

/** One transaction for the whole message; good objects are changed beside bad ones. */
export function changeObjects(subject: Subject, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const provenance = provenanceOf(subject, message, call);
  return subject.ports.store.transaction(async (tx) => {
    const outcome = noOutcome();
    const writer = objectWriter(tx, provenance);
    const changed = new Map<number, string>();
    const changeOnce = async (object: StoredObject, element: PayloadObject): Promise<readonly Finding[]> => {
      const repeated = again(changed, object, element.path);
      if (repeated) return [repeated];
      const made = await change(tx, subject, writer, object, element);
      if (!('effective' in made)) return made;
      const wish = {
        verb: 'change',
        element: documentOf(element.value),
        provenance,
        effective: made.effective,
      } as const;
      outcome.notes.push(await pend(tx, subject, made, wish));
      return [];
    };
    let own = 0;
    let accompanying = 0;
    for await (const elements of payloadObjects(subject, message, call)) {
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
): Promise<readonly Finding[] | (Target & { readonly effective: number })> {
  const { path } = element;
  const given: ObjectId = subject.anonymous ? idOfStored(object) : objectIdOf(referenceOf(element.kind, element.value));
  if (object.state !== 'active') return [overAlready(object, path, given, 'changed')];
  const effective = subject.row.masterData ? effectiveOf(element.value) : undefined;
  if (effective !== undefined && !subject.anonymous) {
    const wrong = await outOfOrder(tx, { object, path, given }, { effective });
    if (wrong) return [wrong];
  }
  const next = nextVersion(subject, object, merged(object, element.value), 'active', element.value);
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
