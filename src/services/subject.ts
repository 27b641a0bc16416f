/** What the generic functions work on: one noun, its row and the ports; and what they have in common. */
import type { AnyMessage, Call } from '../message/call.js';
import { payloadPieces, wholePayload, type PayloadPiece, type PayloadRoot } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import type { ReplyParts } from '../message/replies.js';
import { resultOf } from '../message/replies.js';
import type { NewObject, ObjectState, Provenance, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { referencesOf } from './documents.js';
import { listOf } from './identification.js';
import type { NounRow, ServicePorts } from './noun-row.js';

export interface Subject {
  readonly noun: string;
  readonly row: NounRow;
  readonly ports: ServicePorts;
  /** Classes of the noun's own objects; the noun itself where the payload as a whole is one. */
  readonly kinds: readonly string[];
  /** Whether the schema gives the objects no mRID and no names. */
  readonly anonymous: boolean;
  /** The moment that a get is about, in microseconds since 1970; now when absent. */
  readonly asOf?: number | undefined;
  /** Whether a get is about what was, too: then what is deleted is found by its mRID. */
  readonly past?: boolean | undefined;
  /**
   * Looks at each of the noun's own objects that a request is about to write, one after the other within its transaction, and
   * answers it as it is to be written; may write what belongs to it. A `ReplyError`, thrown before it has written anything, refuses
   * this object and no other.
   */
  readonly before?: ((tx: StoreTransaction, next: NewObject, path: string) => Promise<NewObject>) | undefined;
}

/** An element of the payload that is an object. */
export interface PayloadObject {
  readonly kind: string;
  /** Whether it is one of the noun's own objects; the others accompany them. */
  readonly own: boolean;
  readonly value: PayloadRoot;
  readonly path: string;
}

/** What has become of the objects of a message so far. */
export interface Outcome {
  good: number;
  readonly findings: Finding[];
  /** What the caller is told of what went well. */
  readonly notes: Finding[];
  readonly ids: ObjectId[];
}

export function subjectOf(row: NounRow, noun: string, ports: ServicePorts): Subject {
  const whole = row.objects === 'payload';
  return { noun, row, ports, kinds: whole ? [noun] : row.objects, anonymous: whole || row.anonymous === true };
}

/** The objects of the payload, piece by piece; a noun that is one object as a whole is put together first. */
export async function* payloadObjects(
  subject: Subject,
  message: AnyMessage,
  call: Call,
): AsyncIterable<readonly PayloadObject[]> {
  if (subject.row.objects !== 'payload') {
    for await (const piece of payloadPieces(message, call)) yield objectsOf(subject, piece);
    return;
  }
  const value = await wholePayload(message, call);
  if (value === undefined || Object.values(value).every((member) => member === undefined)) return;
  yield [{ kind: subject.noun, own: true, value, path: subject.noun }];
}

function objectsOf(subject: Subject, { root, offsets }: PayloadPiece): PayloadObject[] {
  const found: PayloadObject[] = [];
  for (const [kind, entries] of Object.entries(root)) {
    const offset = Object.hasOwn(offsets, kind) ? (offsets[kind] ?? 0) : 0;
    const own = subject.kinds.includes(kind);
    for (const [at, value] of listOf(entries).entries()) {
      found.push({ kind, own, value: value as PayloadRoot, path: `${subject.noun}.${kind}[${offset + at}]` });
    }
  }
  return found;
}

/** Who changes something, when, by which message; a proven principal before the user a header claims. */
export function provenanceOf({ ports }: Subject, { Header }: AnyMessage, call: Call): Provenance {
  return {
    at: new Date(ports.clock.now()).toISOString(),
    messageId: Header.MessageID,
    correlationId: Header.CorrelationID,
    source: Header.Source,
    user: call.principal ?? Header.User?.UserID,
  };
}

/** What the noun's own rules make of an object that is about to be written, or what they find wrong with it. */
export async function lookedAt(
  tx: StoreTransaction,
  { before, kinds }: Subject,
  next: NewObject,
  path: string,
): Promise<{ readonly next: NewObject } | { readonly findings: readonly Finding[] }> {
  if (before === undefined || !kinds.includes(next.kind)) return { next };
  try {
    return { next: await before(tx, next, path) };
  } catch (error) {
    if (error instanceof ReplyError) return { findings: error.findings };
    throw error;
  }
}

/** What ties the messages that follow from a request to it (messaging §4): its CorrelationID, else its MessageID. */
export function correlationOf({ Header }: AnyMessage): string | undefined {
  return Header.CorrelationID ?? Header.MessageID;
}

/** The next version of a stored object in another state. */
export function inState(object: StoredObject, state: ObjectState): NewObject {
  const { noun, kind, mRID, names, document } = object;
  return { noun, kind, mRID, names, state, document, references: referencesOf(document) };
}

export function noOutcome(): Outcome {
  return { good: 0, findings: [], notes: [], ids: [] };
}

/** The reply to what has been done; throws when nothing was good, so that the transaction around it is undone. */
export function partsOf({ good, findings, notes, ids }: Outcome): ReplyParts {
  if (good === 0 && findings.length > 0) throw new ReplyError(...findings);
  return { result: resultOf(good, findings.length), findings: [...notes, ...findings], ids };
}
