/** `cancel`, `close`, `delete` and the events that report them: an object comes to an end and keeps its history. */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import type { ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { NewObject, ObjectReference, ObjectState, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { askAll, inTurn } from './ask-all.js';
import { overAlready } from './change-objects.js';
import { idOfStored, memberOf, objectIdOf, referenceOf, wordsOf } from './identification.js';
import { answerIn } from './kept-answers.js';
import { linkageNoun, sameThing } from './places.js';
import { publishObjects } from './publish.js';
import { again } from './repetition.js';
import { acknowledged } from './report-objects.js';
import {
  correlationOf,
  inState,
  lookedAt,
  noOutcome,
  partsOf,
  payloadObjects,
  provenanceOf,
  type PayloadObject,
  type Subject,
} from './subject.js';
import { idsOf, objectIdOfGiven, resolveElement, resolveId, type GivenId } from './targets.js';
import { boundOf } from './instant.js';

export type Ending = 'cancel' | 'close' | 'delete';

const states = { cancel: 'canceled', close: 'closed', delete: 'deleted' } as const satisfies Record<
  Ending,
  ObjectState
>;

/** Ends what the message names; good objects end beside bad ones. */
export function endObjects(subject: Subject, verb: Ending, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const objections: Objections = async (tx, found) => {
    const links = verb === 'delete' && (await anyLinked(tx, found));
    return async ({ object, path, given }) =>
      mayEnd(subject, verb, object, path, given) ?? (links ? await linked(tx, object, path, given) : undefined);
  };
  return endAll(subject, verb, message, call, objections, (parts) => parts, correlationOf(message));
}

/** Another system tells that objects have ended: true in any state, and the same however often it is told. */
export function reportEnds(subject: Subject, verb: Ending, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const none: Objections = () => Promise.resolve(() => Promise.resolve(undefined));
  // what others tell is not looked at by the noun's own rules: it has happened
  const plain = { ...subject, before: undefined };
  return endAll(plain, verb, message, call, none, acknowledged, message.Header.CorrelationID);
}

/** An object to be ended, where the message names it and how. */
interface Named {
  readonly object: StoredObject;
  readonly path: string;
  readonly given: ObjectId;
}

/** Looks at all that is to be ended, and answers what says for each why it cannot be. */
type Objections = (
  tx: StoreTransaction,
  found: readonly Named[],
) => Promise<(named: Named) => Promise<Finding | undefined>>;

function endAll(
  subject: Subject,
  verb: Ending,
  message: AnyMessage,
  call: Call,
  objections: Objections,
  said: (parts: ReplyParts) => ReplyParts,
  correlationId: string | undefined,
): Promise<AnyResponse> {
  const provenance = provenanceOf(subject, message, call);
  return subject.ports.store.transaction(async (tx) => {
    const outcome = noOutcome();
    const ended = new Map<number, string>();
    const endThese = async (found: readonly (Named | Finding)[]): Promise<void> => {
      const objection = await objections(
        tx,
        found.filter((one) => 'given' in one),
      );
      const over: NewObject[] = [];
      const endOne = async (one: Named | Finding): Promise<readonly Finding[]> => {
        if (!('given' in one)) return [one];
        const { object, path } = one;
        const finding = again(ended, object, path) ?? (await objection(one));
        if (finding) return [finding];
        if (object.state === states[verb]) return [];
        const made = await lookedAt(tx, subject, inState(object, states[verb]), path);
        if ('findings' in made) return made.findings;
        await tx.replace(object.id, object.version, made.next, provenance);
        over.push(made.next);
        return [];
      };
      // what the noun's own rules look at depends on what has been done before
      const findings = await (subject.before ? inTurn(found, endOne) : askAll(found, endOne));
      await publishObjects(tx, subject, states[verb], over, correlationId);
      for (const its of findings) {
        if (its.length > 0) outcome.findings.push(...its);
        else outcome.good++;
      }
    };

    const ids = idsOf(message);
    await endThese(await askAll(ids, (id) => namedById(tx, subject, id)));
    for await (const elements of payloadObjects(subject, message, call)) {
      // definitions are shared with other objects and end with none of them; an ID says better which object is meant
      const mine = elements.filter((element) => element.own && !(subject.anonymous && ids.length > 0));
      await endThese(await askAll(mine, (element) => namedByElement(tx, subject, element)));
    }
    if (outcome.good === 0 && outcome.findings.length === 0) throw new ReplyError(nothingNamed(subject));
    return answerIn(tx, subject, message, call, said(partsOf(outcome)));
  });
}

async function namedById(tx: StoreTransaction, subject: Subject, id: GivenId): Promise<Named | Finding> {
  const found = await resolveId(tx, subject, id);
  return 'finding' in found ? found.finding : { object: found.object, path: id.path, given: objectIdOfGiven(id) };
}

async function namedByElement(
  tx: StoreTransaction,
  subject: Subject,
  element: PayloadObject,
): Promise<Named | Finding> {
  const found = await resolveElement(tx, subject, element);
  if ('finding' in found) return found.finding;
  const { object } = found;
  const given = subject.anonymous ? idOfStored(object) : objectIdOf(referenceOf(element.kind, element.value));
  return { object, path: element.path, given };
}

function nothingNamed({ noun, kinds }: Subject): Finding {
  return {
    code: codes.payloadMissing,
    path: `Payload.${noun}`,
    details: `no ${kinds.join(' or ')} is named; name the objects in the payload or by ID`,
    values: { element: kinds[0] ?? noun },
  };
}

function mayEnd(
  { row, ports }: Subject,
  verb: Ending,
  object: StoredObject,
  path: string,
  given: ObjectId,
): Finding | undefined {
  if (verb === 'delete') return undefined;
  if (object.state !== 'active') return overAlready(object, path, given, states[verb]);
  if (verb === 'close' || !row.masterData) return undefined;
  const effective = memberOf(
    memberOf(object.document, 'ConfigurationEvents') ?? memberOf(object.document, 'ConfigurationEvent'),
    'effectiveDateTime',
  );
  const pending =
    typeof effective === 'string' && (boundOf(effective) ?? 0) > ports.clock.now() * 1000 && object.version === 1;
  if (pending) return undefined;
  return {
    code: codes.canceledByRule,
    path,
    details: `the ${wordsOf(object.kind)} ${given.id} is in force; cancel takes back only what is not yet in force: close or delete it`,
    object: given,
    values: { details: 'it is in force' },
  };
}

/** Whether active links join any of the objects to something else: mostly none does, and one question is enough. */
async function anyLinked(tx: StoreTransaction, found: readonly Named[]): Promise<boolean> {
  const referringTo = found.flatMap(({ object }) => (object.noun === linkageNoun ? [] : referencesTo(object)));
  const [link] = await tx.objects({ noun: linkageNoun, referringTo, limit: 1 });
  return link !== undefined;
}

function referencesTo({ kind, mRID, names }: StoredObject): readonly ObjectReference[] {
  return sameThing(kind).map((alias) => ({ kind: alias, mRID, names }));
}

/** Refuses to delete what active links still join to something else. */
async function linked(
  tx: StoreTransaction,
  object: StoredObject,
  path: string,
  given: ObjectId,
): Promise<Finding | undefined> {
  if (object.noun === linkageNoun) return undefined;
  const [link] = await tx.objects({ noun: linkageNoun, referringTo: referencesTo(object), limit: 1 });
  return (
    link && {
      code: codes.relationshipMismatch,
      path,
      details: `the ${wordsOf(object.kind)} ${given.id} is linked; delete or close the ${linkageNoun} ${link.mRID} first`,
      object: given,
      related: idOfStored(link),
      values: { object: given.id },
    }
  );
}
