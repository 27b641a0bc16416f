/** What a verb does to commands in hand, put together for the reply: control by control, good ones and bad ones. */
import type { AnyMessage, Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { resultOf, type ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import type { Ending } from './control-endings.js';
import { idsOf } from './control-reply.js';
import { commandsMeant, type Selected } from './control-selection.js';
import type { Guard } from './guard.js';
import type { ServicePorts } from './noun-row.js';
import { decide } from './policy.js';

/**
 * Does something to each command that a message means; `documents` when it means none of ours.
 * Throws `ReplyError` with all findings when nothing went well.
 */
export async function onCommands(
  { store, guard }: Pick<ServicePorts, 'store' | 'guard'>,
  message: AnyMessage,
  call: Call,
  now: number,
  each: (selected: Selected) => Promise<Ending>,
): Promise<ReplyParts | 'documents'> {
  const meant = await commandsMeant(store, message, call, now);
  if (meant.documents) return 'documents';
  const findings = [...meant.findings];
  const notes: Finding[] = [];
  let good = 0;
  for (const selected of meant.selected) {
    const refusal = notOwn(guard, message, call, selected);
    if (refusal !== undefined) {
      findings.push(refusal);
      continue;
    }
    const ending = await each(selected);
    good += ending.good;
    findings.push(...ending.findings);
    notes.push(...(ending.notes ?? []));
  }
  if (good === 0) throw new ReplyError(...findings);
  const controls = [...new Map(meant.selected.map(({ planned }) => [planned.mRID, planned])).values()];
  const correlationId = message.Header.CorrelationID ?? message.Header.MessageID ?? '';
  const ids = idsOf(controls, correlationId);
  return { result: resultOf(good, findings.length), findings: [...notes, ...findings], ids };
}

/**
 * Who may do this to the commands of some groups of devices only, does it to commands of his own: those he could have sent. And nobody
 * does anything to a command of a type he may not do it to, however he has named it.
 */
function notOwn(
  { policy }: Guard,
  { Header }: AnyMessage,
  { caller, operation }: Call,
  { request, planned, path, given }: Selected,
): Finding | undefined {
  if (policy === undefined || caller === undefined) return undefined;
  const { verb, noun } = operation.shape === 'operationSet' ? { verb: Header.Verb, noun: Header.Noun } : operation;
  const wish = { ...caller, verb, noun, source: Header.Source, controlType: planned.type };
  const { decision } = decide(policy, wish);
  if (decision === 'allowed' || (decision === 'depends' && request.principal === caller.principal)) return undefined;
  const details = `${caller.principal} may not ${verb} a command ${planned.type} of ${request.principal === caller.principal ? 'its own' : 'another caller'}`;
  return { code: codes.notAuthorized, path, details, object: given, values: { details: `${verb} of this command` } };
}
