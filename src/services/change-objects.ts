/** `change`: the elements given replace those of the object; what is not given stays. */
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
import { bearerOfName, merged, nameId, nextVersion, objectWriter, taken } from './object-writer.js';
import { outOfOrder, pend, type Target } from './pending.js';
import { publishObjects } from './publish.js';
import { again } from './repetition.js';
import { reportAll } from './report-objects.js';
import {
  correlationOf,
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
    let written: NewObject[] = [];
    const writer = objectWriter(tx, subject, provenance, (objects) => void written.push(...objects));
    const changed = new Map<number, string>();
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
        const change = await changeOf(tx, subject, found, element, changed, () => writer.flush());
        if ('finding' in change) {
          outcome.findings.push(change.finding);
          continue;
        }
        if ('next' in change) writer.replace(change.object, change.next);
        else {
          const wish = { verb: 'change', element: documentOf(element.value), provenance } as const;
          outcome.notes.push(await pend(tx, subject, change, { ...wish, effective: change.effective }));
        }
        outcome.good++;
      }
      await writer.flush();
      if (subject.row.forwarded) await publishObjects(tx, subject, 'changed', written, correlationOf(message));
      written = [];
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

/** A change that is made now, one that comes into force later, or why there is none. */
type Change =
  | { readonly object: StoredObject; readonly next: NewObject }
  | (Target & { readonly effective: number })
  | { readonly finding: Finding };

async function changeOf(
  tx: StoreTransaction,
  subject: Subject,
  found: Resolution,
  element: PayloadObject,
  changed: Map<number, string>,
  flush: () => Promise<void>,
): Promise<Change> {
  if ('finding' in found) return found;
  const { object } = found;
  const { path } = element;
  const given: ObjectId = subject.anonymous ? idOfStored(object) : objectIdOf(referenceOf(element.kind, element.value));
  const repeated = again(changed, object, path);
  if (repeated) return { finding: repeated };
  if (object.state !== 'active') return { finding: overAlready(object, path, given, 'changed') };
  const effective = subject.row.masterData ? effectiveOf(element.value) : undefined;
  if (effective !== undefined && !subject.anonymous) {
    const wrong = await outOfOrder(tx, { object, path, given }, { effective });
    if (wrong) return { finding: wrong };
  }
  const next = nextVersion(subject, object, merged(object, element.value), 'active', element.value);
  if (!isDeepStrictEqual(next.names, object.names)) {
    await flush(); // an earlier object of the message may have taken the name
    const finding = await nameTaken(tx, subject, object, next, path);
    if (finding) return { finding };
  }
  const later = effective !== undefined && effective > subject.ports.clock.now() * 1000 && !notYet(subject, object);
  return later ? { object, path, given, effective } : { object, next };
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
