/** `cancel`, `close`, `delete` and the events that report them: an object comes to an end and keeps its history. */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import type { ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { NewObject, ObjectState, Provenance, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { askAll, inTurn } from './ask-all.js';
import { overAlready } from './change-objects.js';
import { effectiveOf, endedAt, startOf, timeText } from './effective.js';
import { idOfStored, memberOf, objectIdOf, referenceOf, wordsOf } from './identification.js';
import { answerIn } from './kept-answers.js';
import { linksOf } from './links.js';
import { outOfOrder, pend, pendingOf, withdraw, type Target } from './pending.js';
import { linkageNoun } from './places.js';
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
import { withoutTransactions } from './transaction-ids.js';

export type Ending = 'cancel' | 'close' | 'delete';

const states = { cancel: 'canceled', close: 'closed', delete: 'deleted' } as const satisfies Record<
  Ending,
  ObjectState
>;

/**
 * Ends what the message names; good objects end beside bad ones.
 * @param otherwise what comes before that, by the rules of the noun
 */
export function endObjects(
  subject: Subject,
  verb: Ending,
  message: AnyMessage,
  call: Call,
  otherwise: First | undefined = subject.row.masterData && (verb === 'cancel' ? withdrawn : inOrder),
): Promise<AnyResponse> {
  const now = subject.ports.clock.now() * 1000;
  const objections: Objections = async (tx, found) => {
    const links = verb === 'delete' && (await anyLinked(tx, found, now));
    return async ({ object, path, given, effective = now }) =>
      (await mayEnd(tx, subject, verb, object, path, given)) ??
      (links ? await linked(tx, object, path, given, effective) : undefined);
  };
  const ways = { objections, said: same, first: otherwise, correlationId: correlationOf(message) };
  return endAll(subject, verb, message, call, ways);
}

/** Another system tells that objects have ended: true in any state, and the same however often it is told. */
export function reportEnds(subject: Subject, verb: Ending, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const none: Objections = () => Promise.resolve(() => Promise.resolve(undefined));
  // what others tell is not looked at by the noun's own rules: it has happened
  const plain = { ...subject, before: undefined };
  const { CorrelationID: correlationId } = message.Header;
  return endAll(plain, verb, message, call, { objections: none, said: acknowledged, correlationId });
}

/** An object to be ended, where the message names it and how. */
export interface Named extends Target {
  /** From when on, as far as the message says; microseconds since 1970. */
  readonly effective?: number | undefined;
}

/** Looks at all that is to be ended, and answers what says for each why it cannot be. */
type Objections = (
  tx: StoreTransaction,
  found: readonly Named[],
) => Promise<(named: Named) => Promise<Finding | undefined>>;

/** Sees to an object in another way than to end it now: a finding or a note says so. */
export type First = (
  tx: StoreTransaction,
  subject: Subject,
  named: Named,
  verb: Ending,
  provenance: Provenance,
) => Promise<{ readonly finding: Finding } | { readonly note: Finding } | undefined>;

interface Ways {
  readonly objections: Objections;
  readonly said: (parts: ReplyParts) => ReplyParts;
  readonly first?: First | undefined;
  /** Of what subscribers are told. */
  readonly correlationId: string | undefined;
}

function same(parts: ReplyParts): ReplyParts {
  return parts;
}

function endAll(
  subject: Subject,
  verb: Ending,
  message: AnyMessage,
  call: Call,
  { objections, said, first, correlationId }: Ways,
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
        const seen = again(ended, object, path);
        const other = seen ? undefined : await first?.(tx, subject, one, verb, provenance);
        if (other && 'note' in other) {
          outcome.notes.push(other.note);
          return [];
        }
        const finding = seen ?? other?.finding ?? (await objection(one));
        if (finding) return [finding];
        if (object.state === states[verb]) return [];
        const made = await lookedAt(tx, subject, nextOf(subject, verb, one), path);
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
    // an anonymous object is named by ID and its payload says from when on
    const effective =
      subject.anonymous && ids.length > 0 ? effectiveOf(memberOf(message.Payload, subject.noun)) : undefined;
    const single = await withoutTransactions(tx, subject, call.principal ?? '', ids);
    const byId = await askAll(single, (id) => ('code' in id ? Promise.resolve(id) : namedById(tx, subject, id)));
    await endThese(byId.map((one) => ({ ...one, effective })));
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
  return { object, path: element.path, given, effective: effectiveOf(element.value) };
}

/** The object as it is when it has ended. */
function nextOf({ row, ports }: Subject, verb: Ending, { object, effective }: Named): NewObject {
  if (!row.masterData || verb === 'cancel') return inState(object, states[verb]);
  return endedAt(object, states[verb], effective ?? ports.clock.now() * 1000);
}

/** Takes back what is still to come for the object, or a part of it that is named by its time. */
export const withdrawn: First = async (tx, _, { object, path, given, effective }) => {
  const pending = await pendingOf(tx, object);
  const meant = effective === undefined ? pending : pending.filter((one) => one.effective === effective);
  if (meant.length === 0) return undefined;
  await withdraw(tx, meant);
  const times = meant.map((one) => `${one.verb} of ${timeText(one.effective)}`).join(', ');
  const details = `withdrawn for the ${wordsOf(object.kind)} ${given.id || object.mRID}: ${times}`;
  return { note: { code: codes.ok, path, details, object: given.id === '' ? idOfStored(object) : given } };
};

/** Refuses an end in the wrong order, and keeps one whose time is still to come. */
const inOrder: First = async (tx, subject, named, verb, provenance) => {
  const { object, path, given, effective } = named;
  // what is over can still be deleted, and that at a time as well
  if (effective === undefined || verb === 'cancel' || (object.state !== 'active' && verb !== 'delete'))
    return undefined;
  const finding = await outOfOrder(tx, named, { effective });
  if (finding) return { finding };
  if (effective <= subject.ports.clock.now() * 1000) return undefined;
  const tied = verb === 'delete' ? await linked(tx, object, path, given, effective) : undefined;
  if (tied) return { finding: tied };
  return { note: await pend(tx, subject, named, { verb, effective, provenance }) };
};

function nothingNamed({ noun, kinds }: Subject): Finding {
  return {
    code: codes.payloadMissing,
    path: `Payload.${noun}`,
    details: `no ${kinds.join(' or ')} is named; name the objects in the payload or by ID`,
    values: { element: kinds[0] ?? noun },
  };
}

async function mayEnd(
  tx: StoreTransaction,
  { row, ports }: Subject,
  verb: Ending,
  object: StoredObject,
  path: string,
  given: ObjectId,
): Promise<Finding | undefined> {
  if (verb === 'delete') return undefined;
  if (object.state !== 'active') return overAlready(object, path, given, states[verb]);
  if (verb === 'close' || !row.masterData) return undefined;
  if (await neverInForce(tx, object, ports.clock.now() * 1000)) return undefined;
  return {
    code: codes.canceledByRule,
    path,
    details: `the ${wordsOf(object.kind)} ${given.id} is in force; cancel takes back only what is not yet in force: close or delete it`,
    object: given,
    values: { details: 'it is in force' },
  };
}

/** Whether no version of the object has begun by now (microseconds since 1970): it may have been changed before it began. */
async function neverInForce(tx: StoreTransaction, object: StoredObject, now: number): Promise<boolean> {
  if (startOf(object) <= now) return false;
  return object.version === 1 || (await tx.history(object.id)).every((version) => startOf(version) > now);
}

/** Whether active links join any of the objects to something else: mostly none does, and one question is enough. */
async function anyLinked(tx: StoreTransaction, found: readonly Named[], now: number): Promise<boolean> {
  const objects = found.flatMap(({ object }) => (object.noun === linkageNoun ? [] : [object]));
  const from = Math.min(now, ...found.map(({ effective = now }) => effective));
  const [link] = await linksOf(tx, objects, { from }, 1);
  return link !== undefined;
}

/** Most links that a refusal names. */
const mostNamed = 10;

/** Refuses to delete what links join to something else from then on (microseconds since 1970). */
export async function linked(
  tx: StoreTransaction,
  object: StoredObject,
  path: string,
  given: ObjectId,
  from: number,
): Promise<Finding | undefined> {
  if (object.noun === linkageNoun) return undefined;
  const links = await linksOf(tx, [object], { from }, mostNamed + 1);
  const [first] = links;
  if (first === undefined) return undefined;
  const named = links.slice(0, mostNamed).map(({ mRID }) => mRID);
  const more = links.length > mostNamed ? ' and more' : '';
  return {
    code: codes.relationshipMismatch,
    path,
    details: `the ${wordsOf(object.kind)} ${given.id} is linked; delete or close the ${linkageNoun} ${named.join(', ')}${more} first`,
    object: given,
    related: idOfStored(first),
    values: { object: given.id },
  };
}
