/**
 * Disconnects on hold (security.md §2): what is above the limits and may be answered later waits for a second person, who releases or
 * refuses it; when nobody has by its time, it is refused. Whatever comes of it, the caller gets one final reply.
 */
import { operations } from '../generated/operations.js';
import { wholeMessage, type AnyMessage, type AnyResponse, type Call } from '../message/call.js';
import { gatewayNames, type Caller } from '../message/caller.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { replyTo } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject } from '../ports/object-store.js';
import type { NewRequest, ReplyTo } from '../ports/requests.js';
import type { HeldMessage } from '../ports/safeguards.js';
import { auditWith, entryOf } from './audit-trail.js';
import { bodyOf, controlNoun } from './control-plan.js';
import { controlsTried } from './controls-within.js';
import type { BrakeEngaged } from './disconnect-brake.js';
import { endWith } from './final-reply.js';
import { timeStampOf } from './instant.js';
import { keptAnswer } from './kept-answers.js';
import type { ServicePorts } from './noun-row.js';
import { storeWithin, type PortsWithin } from './unit-of-work.js';

const queue = 'held-disconnects';

/** Messages of one caller that wait: more nobody can look at with care, and others would be lost among them. */
const mostHeld = 20;

/** What is kept of a message on hold. */
interface Held extends JsonObject {
  readonly operation: string;
  readonly message: JsonObject;
  readonly caller: JsonObject | undefined;
  readonly to: JsonObject;
  readonly requestId: string;
  readonly receivedAt: number;
  readonly because: string;
}

/** The message as it is to be kept, if it may have to wait: a payload in parts can be read once only. */
export async function keptWhole(
  { guard }: Pick<ServicePorts, 'guard'>,
  message: AnyMessage,
  call: Call,
): Promise<{ readonly message: AnyMessage; readonly call: Call }> {
  if (!guard.disconnects.secondPerson || call.rest === undefined) return { message, call };
  return { message: await wholeMessage(message, call), call: { ...call, rest: undefined } };
}

/** Puts a message on hold; the acknowledgement says so. Throws `engaged` when enough of this caller wait already. */
export async function hold(
  ports: ServicePorts,
  message: AnyMessage,
  call: Call,
  to: ReplyTo,
  engaged: BrakeEngaged,
): Promise<AnyResponse> {
  const { store, clock, ids, guard } = ports;
  const { Header } = message;
  const at = clock.now();
  const id = ids.next();
  const [reason] = engaged.findings;
  const because = reason?.details ?? '';
  const correlationId = Header.CorrelationID ?? Header.MessageID ?? '';
  const details = `${because.split(';')[0]}; it waits for a second person until ${timeStampOf(at + guard.disconnects.heldFor)}`;
  const finding: Finding = { code: codes.onHoldByRule, details, values: { details: 'the disconnect brake' } };
  const answered = {
    result: 'PARTIAL' as const,
    findings: [finding],
    ids: [{ id: correlationId, kind: 'transaction' as const }],
  };
  const reply = replyTo(message, controlNoun, answered, ports.replies);
  const document: Held = {
    operation: call.operation.name,
    message: json(message),
    caller: call.caller && json(call.caller),
    to: json(to),
    requestId: call.requestId,
    receivedAt: call.receivedAt,
    because,
  };
  const answer = keptAnswer(call, reply, at);
  const { audit, recorded } = auditWith(ports, message, call, { held: id });
  await store.transaction(async (tx) => {
    if ((await tx.countHeld(call.principal ?? '')) >= mostHeld) throw engaged;
    await tx.holdMessage({ id, principal: call.principal ?? '', at, state: 'held', document });
    await tx.addJobs([{ queue, key: id, due: at + guard.disconnects.heldFor, data: {} }]);
    if (audit !== undefined)
      await tx.addAudit(audit.map((entry) => ({ ...entry, document: { ...entry.document, decision: 'held' } })));
    if (answer !== undefined) await tx.keepAnswer(answer);
  });
  recorded();
  return reply;
}

/** Why a message on hold was not released. */
export type NotReleased = 'unknown' | 'over' | 'own' | readonly Finding[];

/** Begins what is on hold, by the word of somebody who has not asked for it himself; undefined when it is begun. */
export async function release(ports: ServicePorts, id: string, by: string): Promise<NotReleased | undefined> {
  const held = await ports.store.heldMessage(id);
  if (held === undefined) return 'unknown';
  if (held.state !== 'held') return 'over';
  // where nobody is asked who he is, one cannot be told from the other
  const unknown = ports.guard.policy === undefined ? '' : gatewayNames.localOperator;
  if ((held.principal || unknown) === by) return 'own';
  const { message, call, to, document } = asked(held);
  const later: ((isOnDisk: boolean) => void)[] = [];
  let isOnDisk = false;
  try {
    await ports.store.transaction(async (tx) => {
      if (!(await tx.moveHeldMessage(id, 'held', 'released', { ...document, by }))) throw new Over();
      const within: PortsWithin = {
        ...ports,
        store: storeWithin(tx).store,
        outside: ports,
        replyTo: to,
        afterwards: (run) => void later.push(run),
      };
      await tx.addAudit(ports.guard.audit === 'off' ? [] : [recordOfEnd(ports, held, 'released', by)]);
      await controlsTried(within).create?.(message, { ...call, released: { by } });
      await tx.removeJobs(queue, [id]);
    });
    isOnDisk = true;
    return undefined;
  } catch (error) {
    if (error instanceof Over) return 'over';
    if (error instanceof ReplyError) return error.findings;
    throw error;
  } finally {
    for (const run of later) run(isOnDisk);
  }
}

class Over extends Error {}

/** Refuses what is on hold; the caller is told. Answers false when it is over already. */
export async function refuseHeld(ports: ServicePorts, id: string, by: string | undefined): Promise<boolean> {
  const held = await ports.store.heldMessage(id);
  if (held?.state !== 'held') return false;
  const { message, to, document } = asked(held);
  const { Header } = message;
  const now = ports.clock.now();
  const finding: Finding =
    by === undefined
      ? { code: codes.timedOut, details: 'nobody has released it in time', values: { details: 'it was on hold' } }
      : {
          code: codes.canceledByUser,
          details: `${by} has refused to release it`,
          values: { details: 'it was on hold' },
        };
  const reply = replyTo(message, controlNoun, { result: 'FAILED', findings: [finding] }, ports.replies);
  const request: NewRequest = {
    id,
    noun: controlNoun,
    verb: 'create',
    principal: held.principal,
    correlationId: Header.CorrelationID ?? Header.MessageID ?? '',
    messageId: Header.MessageID,
    replyTo: to,
    header: json(Header),
    body: bodyOf({ controls: [], refused: [] }),
    receivedAt: held.at,
    due: now,
    deadline: now,
    priority: 'normal',
  };
  return ports.store.transaction(async (tx) => {
    if (!(await tx.moveHeldMessage(id, 'held', 'refused', { ...document, by: by ?? 'time' }))) return false;
    await tx.addAudit(ports.guard.audit === 'off' ? [] : [recordOfEnd(ports, held, 'refused', by ?? 'time')]);
    await tx.addRequest(request, []);
    await endWith(tx, ports, { ...request, state: 'open' }, [reply]);
    await tx.removeJobs(queue, [id]);
    return true;
  });
}

/** Serves the jobs that refuse what nobody has released in time. */
export function serveHeld(ports: ServicePorts): void {
  ports.jobs.serve(queue, 1, async ({ key }) => void (await refuseHeld(ports, key, undefined)));
}

function recordOfEnd({ clock }: ServicePorts, held: HeldMessage, decision: 'released' | 'refused', by: string) {
  const facts = { event: 'held disconnect', principal: by, held: held.id, askedBy: held.principal };
  const entry = entryOf(facts, clock.now(), { decision: decision === 'released' ? 'allowed' : 'refused' });
  return { ...entry, document: { ...entry.document, decision } };
}

/** The message and the call as they were. */
function asked({ document, principal }: HeldMessage): {
  readonly message: AnyMessage;
  readonly call: Call;
  readonly to: ReplyTo;
  readonly document: Held;
} {
  const held = document as Held;
  const operation = operations.find(({ name }) => name === held.operation);
  if (operation === undefined) throw new Error(`there is no operation ${held.operation} any more`);
  const caller = held.caller as Caller | undefined;
  const call: Call = {
    operation,
    requestId: held.requestId,
    receivedAt: held.receivedAt,
    ...(principal === '' ? {} : { principal }),
    ...(caller === undefined ? {} : { caller }),
  };
  return { message: held.message as unknown as AnyMessage, call, to: held.to as unknown as ReplyTo, document: held };
}

function json(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
