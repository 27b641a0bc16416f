/**
 * Operation sets: several operations on several nouns in one message (messaging §5). Each is carried out by the service of its noun,
 * all of them in one transaction, so that neither a failure nor a crash leaves a set half done that must be whole, and a repeated
 * message finds its answer. Operations go one after the other, in the order of the set.
 *
 * `enforceMsgSequence`: an operation is attempted only when the one before it has succeeded. `enforceTransactionalIntegrity`: all or
 * nothing. Without either each stands alone.
 */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { wholePayload, type PayloadRoot } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import { isTrue, operationSetOf, type OperationSet, type SetOperation } from '../message/operation-set.js';
import { partsOfReply, type ReplyParts, type Result } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { StoreTransaction } from '../ports/object-store.js';
import { listOf } from './identification.js';
import { answerIn } from './kept-answers.js';
import type { Handler, NounTable, ServicePorts } from './noun-row.js';
import { replyToOf } from './reply-address.js';
import { serviceWithin } from './service-within.js';
import { plannedOperations, within, type PlannedOperation } from './set-operations.js';
import { storeWithin, type PortsWithin } from './unit-of-work.js';

export const setNoun = 'OperationSet';

/** How an operation went. */
interface Tried {
  readonly planned: PlannedOperation;
  readonly went: 'well' | 'in part' | 'wrong' | 'not begun';
  readonly findings: readonly Finding[];
  readonly ids: readonly ObjectId[];
  /** What a get has found. */
  readonly answer?: SetOperation | undefined;
}

/** For sets inside somebody else's transaction. */
interface Surroundings {
  /** The ports of the gateway, for what is held in memory only. */
  readonly outside?: ServicePorts;
  /** Hears of each operation before it is attempted. */
  readonly before?: (planned: PlannedOperation) => void;
  /** Takes what is to run when the transaction is over. */
  readonly afterwards?: PortsWithin['afterwards'];
}

/** Carries out the operation set of a message, whatever the message is. */
export function operationSets(
  table: NounTable,
  ports: ServicePorts,
  { outside = ports, before: hears, afterwards = (run) => run(true) }: Surroundings = {},
): Handler {
  return async (message, call) => {
    const set = await wholeSet(message, call);
    const planned = plannedOperations(table, ports, message, call, set);
    const whole = isTrue(set.enforceTransactionalIntegrity);
    const later: ((isOnDisk: boolean) => void)[] = [];
    const around = {
      outside,
      replyTo: replyToOf(message.Header, ports),
      afterwards: (run: (isOnDisk: boolean) => void) => void later.push(run),
      disconnects: { devices: 0 },
    };
    let isDone = false;
    try {
      const reply = await ports.store.transaction(async (tx) => {
        const tried: Tried[] = [];
        let room = ports.settings.answerObjects;
        for (const one of planned) {
          const before = tried.at(-1);
          hears?.(one);
          const stopped = isTrue(set.enforceMsgSequence) && before !== undefined && !isGood(before, whole);
          const outcome = stopped ? notBegun(one) : await attempt(table, ports, tx, around, call, one, room);
          room -= sizeOf(outcome.answer);
          tried.push(outcome);
        }
        const failed = tried.some((one) => !isGood(one, whole));
        if (whole && failed) throw new ReplyError(...tried.flatMap((one) => saidOfUndone(one, firstBad(tried, whole))));
        return answerIn(tx, { noun: call.operation.noun, ports }, message, call, partsOf(call.operation.noun, tried));
      });
      isDone = true;
      return reply;
    } finally {
      for (const run of later) afterwards((isOnDisk) => run(isOnDisk && isDone));
    }
  };
}

/** The set of a message, put together from all its parts. */
async function wholeSet(message: AnyMessage, call: Call): Promise<OperationSet> {
  if (call.operation.shape !== 'operationSet') return operationSetOf(message) ?? {};
  return (await wholePayload(message, call)) ?? {};
}

async function attempt(
  table: NounTable,
  ports: ServicePorts,
  tx: StoreTransaction,
  around: Pick<PortsWithin, 'outside' | 'replyTo' | 'afterwards' | 'disconnects'>,
  call: Call,
  planned: PlannedOperation,
  room: number,
): Promise<Tried> {
  const { operation, message, path, operationId, elementOperation } = planned;
  if (operation === undefined || message === undefined) return notBegun(planned);
  const later: ((isOnDisk: boolean) => void)[] = [];
  let stands = false;
  around.afterwards((isOnDisk) => later.forEach((run) => run(isOnDisk && stands)));
  try {
    const parts = await tx.part(async (part) => {
      const { store, assertWhole } = storeWithin(part);
      const afterwards = (run: (isOnDisk: boolean) => void): void => void later.push(run);
      const handler = serviceWithin(table, { ...ports, ...around, store, afterwards }, operation);
      const reply = await handler(message, {
        ...call,
        operation,
        elementOperation,
        repeat: undefined,
        rest: undefined,
      });
      assertWhole();
      return saidBy(reply);
    });
    stands = true;
    const findings = (parts.findings ?? []).map((finding) => within(finding, path, operationId));
    const value = parts.payload?.[operation.noun];
    const answer: SetOperation | undefined =
      value === undefined
        ? undefined
        : { operationId, noun: operation.noun, verb: 'reply', payload: { name: operation.noun, value } };
    if (sizeOf(answer) > room) return wentWrong(planned, [within(tooLarge(ports), path, operationId)]);
    return { planned, went: parts.result === 'OK' ? 'well' : 'in part', findings, ids: parts.ids ?? [], answer };
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return wentWrong(
      planned,
      error.findings.map((finding) => within(finding, path, operationId)),
    );
  }
}

/** What a service has answered; a refusal is thrown, so that whatever it has written is undone. */
function saidBy(
  reply: AnyResponse,
): ReplyParts & { readonly payload?: Readonly<Record<string, PayloadRoot>> | undefined } {
  const parts = partsOfReply(reply);
  if (parts === undefined) throw new Error('a service has answered something that is no reply of ours');
  if (parts.result === 'FAILED') throw new ReplyError(...(parts.findings ?? []));
  return parts as ReturnType<typeof saidBy>;
}

/** Objects of an answer, as far as they count for its bound. */
function sizeOf(answer: SetOperation | undefined): number {
  return Object.values(answer?.payload?.value ?? {}).reduce<number>((sum, list) => sum + listOf(list).length, 0);
}

function tooLarge({ settings }: ServicePorts): Finding {
  const details = `the gets of the set find more than ${settings.answerObjects} objects together; narrow them, or send them one by one`;
  return { code: codes.tooManyItems, details, values: { limit: String(settings.answerObjects) } };
}

function isGood({ went }: Tried, whole: boolean): boolean {
  return went === 'well' || (went === 'in part' && !whole);
}

function wentWrong(planned: PlannedOperation, findings: readonly Finding[]): Tried {
  return { planned, went: 'wrong', findings, ids: [] };
}

function notBegun(planned: PlannedOperation): Tried {
  return { planned, went: 'not begun', findings: planned.findings, ids: [] };
}

function firstBad(tried: readonly Tried[], whole: boolean): string {
  return tried.find((one) => !isGood(one, whole))?.planned.operationId ?? '';
}

/** The answer to a set that is carried out as far as it goes; throws when nothing went well, which undoes it. */
function partsOf(noun: string, tried: readonly Tried[]): ReplyParts {
  const findings = tried.flatMap((one) => saidOf(one));
  if (tried.every(({ went }) => went === 'wrong' || went === 'not begun')) throw new ReplyError(...findings);
  const result: Result = tried.every(({ went }) => went === 'well') ? 'OK' : 'PARTIAL';
  const answers = tried.flatMap(({ answer }) => answer ?? []);
  // a typed payload begins with its noun, be it empty
  const root = noun === setNoun ? {} : { [noun]: {} };
  const payload = answers.length > 0 ? { ...root, [setNoun]: { Operation: answers } } : undefined;
  return { result, findings, ids: tried.flatMap(({ ids }) => ids), payload };
}

/** What the answer says of an operation: what became of it when it failed, then why. */
function saidOf({ planned, went, findings }: Tried): readonly Finding[] {
  if (went === 'wrong') return [attemptFailed(planned), ...findings];
  return went === 'not begun' ? [notAttempted(planned), ...findings] : findings;
}

/** The same in a set that is undone because of the operation `culprit`. */
function saidOfUndone(tried: Tried, culprit: string): readonly Finding[] {
  const { planned, went, findings } = tried;
  if (went === 'well') return [rolledBack(planned, culprit)];
  return went === 'in part' ? [attemptFailed(planned), ...findings] : saidOf(tried);
}

function attemptFailed({ path, operationId }: PlannedOperation): Finding {
  const details = 'the operation was tried and failed; what else is said of it tells why';
  return { code: codes.attemptFailed, path, details, operationId, values: { details: `operation ${operationId}` } };
}

function notAttempted({ path, operationId, findings }: PlannedOperation): Finding {
  const details =
    findings.length > 0
      ? 'the operation was not tried; what else is said of it tells why'
      : 'the operation was not tried, because one before it failed and the set demands its order';
  return { code: codes.notAttempted, path, details, operationId, values: { details: `operation ${operationId}` } };
}

function rolledBack({ path, operationId }: PlannedOperation, culprit: string): Finding {
  const details = `the operation was undone, because operation ${culprit} failed and the set demands all or nothing`;
  return { code: codes.rolledBack, path, details, operationId, values: { details: `operation ${operationId}` } };
}
