/** `create`: writes the objects of the payload that are not there yet, tells which are, and tells subscribers. */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { StoredObject, StoreTransaction } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { idOfStored, objectIdOf, referenceOf } from './identification.js';
import { answerIn } from './kept-answers.js';
import { bearerOfMRID, bearerOfName, nameId, newObject, objectWriter, taken } from './object-writer.js';
import { publishObjects } from './publish.js';
import { repetitions } from './repetition.js';
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
import { samePointing } from './targets.js';

/** One transaction for the whole message; good objects are written beside bad ones, and all of it undone if none is good. */
export function createObjects(subject: Subject, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const provenance = provenanceOf(subject, message, call);
  return subject.ports.store.transaction(async (tx) => {
    const outcome = noOutcome();
    const writer = objectWriter(tx, provenance);
    const repeatedBefore = repetitions();
    let own = 0;
    let accompanying = 0;
    for await (const elements of payloadObjects(subject, message, call)) {
      const others = elements.filter((element) => !element.own);
      for (const finding of await reportAll(tx, subject, writer, others, 'created')) {
        if (finding) outcome.findings.push(finding);
        else accompanying++;
      }
      const mine = elements.filter((element) => element.own);
      const refused = await askAll(
        mine,
        async (element) =>
          repeatedBefore(ownReference(subject, element), element.path) ?? (await existing(tx, subject, element)),
      );
      for (const [at, element] of mine.entries()) {
        own++;
        const finding = refused[at];
        if (finding) {
          outcome.findings.push(finding);
          continue;
        }
        const made = await lookedAt(tx, subject, newObject(subject, element), element.path);
        if ('findings' in made) {
          outcome.findings.push(...made.findings);
          continue;
        }
        writer.add(made.next);
        outcome.ids.push({ id: made.next.mRID, kind: 'uuid', objectType: element.kind });
        outcome.good++;
      }
      await writer.flush();
      await publishObjects(tx, subject, 'created', writer.written(), correlationOf(message));
    }
    // a message may bring definitions alone
    if (own === 0) outcome.good = accompanying;
    return answerIn(tx, subject, message, call, partsOf(outcome));
  });
}

async function existing(tx: StoreTransaction, subject: Subject, element: PayloadObject): Promise<Finding | undefined> {
  if (subject.anonymous && subject.row.masterData) {
    const [same] = await samePointing(tx, subject, element);
    return same && alike(element, same);
  }
  const ref = ownReference(subject, element);
  const byMRID = await bearerOfMRID(tx, subject.noun, ref);
  if (byMRID) {
    const advice =
      byMRID.state === 'active' ? 'alter it by change, or leave the mRID out' : 'an mRID is never given twice';
    return taken(element.path, ref.kind, objectIdOf(ref), byMRID, advice);
  }
  const byName = await bearerOfName(tx, subject.noun, ref);
  if (byName) {
    const advice = 'alter it by change, delete it first, or give another name';
    return taken(element.path, ref.kind, nameId(ref.kind, byName.name), byName.object, advice);
  }
  return undefined;
}

function alike({ kind, path }: PayloadObject, same: StoredObject): Finding {
  const details = `a ${kind} of the same objects exists already; delete or close ${same.mRID} first, or change it`;
  return { code: codes.relationshipMismatch, path, details, related: idOfStored(same) };
}

function ownReference(subject: Subject, { kind, value }: PayloadObject): ReturnType<typeof referenceOf> {
  return subject.anonymous ? { kind, names: [] } : referenceOf(kind, value);
}
