/**
 * The audit of what was decided (security.md §4.9): one record for each decision, on disk before what it allows has an effect. Where it
 * cannot be written nothing is done.
 */
import type { AnyMessage, Call, Decided } from '../message/call.js';
import { gatewayNames } from '../message/caller.js';
import { ReplyError } from '../message/finding.js';
import { codes, type ReplyCode } from '../message/reply-codes.js';
import type { AuditEntry } from '../ports/audit.js';
import type { JsonObject } from '../ports/object-store.js';
import type { ServicePorts } from './noun-row.js';
import { anonymous } from './policy.js';
import type { Asked } from './wishes.js';

type Ports = Pick<ServicePorts, 'store' | 'clock' | 'guard'>;

/** Control types and operations that one record names; of more it says how many. */
const mostNamed = 20;

/** What a record says of a message, whatever was decided. */
export function recordOf(message: AnyMessage, call: Call, asked: readonly Asked[]): Decided['record'] {
  const { Header } = message;
  const { caller, entrance, operation, requestId } = call;
  const types = [...new Set(asked.flatMap(({ controlTypes }) => controlTypes))];
  return {
    event: 'message',
    principal: caller?.principal ?? anonymous,
    method: caller?.method,
    listener: entrance?.listener,
    remote: entrance?.remote,
    user: Header.User?.UserID,
    organisation: Header.User?.Organization,
    source: Header.Source,
    verb: operation.shape === 'response' ? 'reply' : operation.verb,
    noun: operation.noun,
    ...(types.length > 0 && { controlTypes: types.slice(0, mostNamed) }),
    ...(asked.length > 1 && { operations: asked.length - 1 }),
    context: Header.Context,
    messageId: Header.MessageID,
    correlationId: Header.CorrelationID,
    requestId,
  };
}

/** The entry of a decision. Texts of callers are cut: the audit is no place to fill a disk from. */
export function entryOf(
  record: Decided['record'],
  at: number,
  decided: { readonly decision: 'allowed' | 'refused'; readonly code?: ReplyCode | undefined } & JsonObject,
): AuditEntry {
  const document: Record<string, JsonObject[string]> = { time: new Date(at).toISOString() };
  for (const [name, value] of Object.entries({ ...record, ...decided }))
    if (value !== undefined) document[name] = typeof value === 'string' ? value.slice(0, 256) : value;
  return { at, document };
}

/** Writes a record by itself. Throws `ReplyError` 5.1 when it cannot be written, for whatever reason. */
export async function record({ store, guard }: Ports, entry: AuditEntry): Promise<void> {
  if (guard.audit === 'off') return;
  try {
    await store.write({ audit: [entry] });
  } catch (error) {
    guard.alarm('the audit cannot be written', { error: String(error) });
    const details = 'the audit cannot be written, so nothing was done; send the same message again later';
    throw new ReplyError({ code: codes.tooBusy, details });
  }
}

/**
 * The records that go together with the effect of a call, for `Batch.audit`; nothing where they were written before, or where nothing is
 * recorded. To be told `recorded` when the batch is on disk.
 */
export function auditWith(
  { clock, guard }: Ports,
  message: AnyMessage,
  call: Call,
  facts: JsonObject,
): { readonly audit: readonly AuditEntry[] | undefined; readonly recorded: () => void } {
  const { decided } = call;
  const nothing = { audit: undefined, recorded: () => {} };
  if (guard.audit === 'off' || decided?.recorded === true) return nothing;
  // what the gateway does by itself has been decided by nobody at the door
  const said = decided?.record ?? {
    ...recordOf(message, call, []),
    principal: gatewayNames.itself,
    askedBy: call.principal,
  };
  const entry = entryOf(said, clock.now(), { ...facts, decision: 'allowed' });
  return {
    audit: [entry],
    recorded: () => {
      if (decided !== undefined) decided.recorded = true;
    },
  };
}
