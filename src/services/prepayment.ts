/**
 * Receipts and transactions of prepayment: written once and never changed. A wrong one is reversed, by `cancel`, or, as the profile of
 * TransactionRecord has it, by a transaction of its own: kind `transactionReversal`, reversedId the mRID or a name of the other.
 */
import type { TransactionRecordHandlers } from '../generated/handlers.js';
import type { AnyMessage, Call } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Provenance, StoredObject, StoreReader, StoreTransaction } from '../ports/object-store.js';
import { createObjects } from './create-objects.js';
import { endObjects } from './end-objects.js';
import { memberOf, referenceOf, resolve, type Resolution } from './identification.js';
import { recordVerbs, type Handler, type ServicePorts } from './noun-row.js';
import { bearerOfMRID } from './object-writer.js';
import { publishObjects } from './publish.js';
import { reportObjects, type Prepare } from './report-objects.js';
import { inState, provenanceOf, subjectOf, type Subject } from './subject.js';

/** What the rows of receipts and transactions have in common. */
export const record = { verbs: recordVerbs, immutable: true } as const;

const noun = 'TransactionRecord';
const kind = 'Transaction';
export const transactionRow = { ...record, objects: [kind], repeatable: true } as const;

/** The service of transactions. */
export function transactionRecords(ports: ServicePorts): Partial<TransactionRecordHandlers<Call>> {
  return transactionsWithin(ports) as unknown as Partial<TransactionRecordHandlers<Call>>;
}

/** The same for operations of a set. */
export function transactionsWithin(ports: ServicePorts): Readonly<Record<'create' | 'cancel' | 'created', Handler>> {
  const plain = subjectOf(transactionRow, noun, ports);
  const reversing = (message: AnyMessage, call: Call): Subject => ({
    ...plain,
    before: async (tx, next, path) => {
      await reverse(tx, plain, next.document, path, provenanceOf(plain, message, call));
      return next;
    },
  });
  /** Of what others tell, a reversal takes back what is known and not taken back yet. */
  const told: Prepare = async (tx, elements, provenance) => {
    for (const { own, value, path } of elements) {
      const known = own && (await bearerOfMRID(tx, noun, referenceOf(kind, value)));
      if (own && !known) await reverse(tx, plain, value, path, provenance).catch(unlessRefused);
    }
    return elements;
  };
  return {
    create: (message, call) => createObjects(reversing(message, call), message, call),
    created: (message, call) => reportObjects(plain, 'created', message, call, told),
    cancel: (message, call) => endObjects(plain, 'cancel', message, call, noReversal),
  };
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof ReplyError)) throw error;
}

/** What a transaction reverses, as it says it; undefined when it is no reversal. */
function reversedBy(document: unknown): string | undefined {
  if (memberOf(document, 'kind') !== 'transactionReversal') return undefined;
  const id = memberOf(document, 'reversedId');
  return typeof id === 'string' ? id.trim() : '';
}

/** Takes back the transaction that a reversal names, and tells subscribers. Throws `ReplyError` when it cannot be. */
async function reverse(
  tx: StoreTransaction,
  subject: Subject,
  document: unknown,
  path: string,
  provenance: Provenance,
): Promise<void> {
  const id = reversedBy(document);
  if (id === undefined) return;
  const place = `${path}.reversedId`;
  if (id === '') {
    const details = 'a reversal says which transaction it takes back, by its mRID or name';
    throw new ReplyError({ code: codes.fieldMissing, path: place, details, values: { element: 'reversedId' } });
  }
  const found = await transaction(tx, id, place);
  if ('finding' in found) throw new ReplyError(found.finding);
  const { object } = found;
  const wrong = irreversible(object, { id, kind: 'other', objectType: kind }, place);
  if (wrong) throw new ReplyError(wrong);
  await tx.replace(object.id, object.version, inState(object, 'canceled'), provenance);
  await publishObjects(tx, subject, 'canceled', [object], provenance.correlationId ?? provenance.messageId);
}

function irreversible({ document, state }: StoredObject, given: ObjectId, path: string): Finding | undefined {
  const refused = (details: string): Finding => ({
    code: codes.canceledByRule,
    path,
    details,
    object: given,
    values: { details: 'it cannot be reversed' },
  });
  if (reversedBy(document) !== undefined)
    return refused(`the transaction ${given.id} is a reversal itself; make the transaction it took back anew`);
  return state === 'active' ? undefined : refused(`the transaction ${given.id} is ${state} already`);
}

/** By mRID, else by name. */
async function transaction(tx: StoreReader, id: string, path: string): Promise<Resolution> {
  const place = [{ noun, kinds: [kind] }];
  const byMRID = await resolve(tx, place, { kind, mRID: id, names: [] }, path);
  if ('object' in byMRID) return byMRID;
  const byName = await resolve(tx, place, { kind, names: [{ name: id }] }, path);
  return 'finding' in byName && byName.missing ? byMRID : byName;
}

/** `cancel` reverses a transaction, but not a reversal. */
const noReversal: Parameters<typeof endObjects>[4] = (_, __, { object, path, given }) => {
  const isReversal = object.state === 'active' && reversedBy(object.document) !== undefined;
  const finding = isReversal ? irreversible(object, given, path) : undefined;
  return Promise.resolve(finding && { finding });
};
