/** What a verb does to commands in hand, put together for the reply: control by control, good ones and bad ones. */
import type { AnyMessage, Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { resultOf, type ReplyParts } from '../message/replies.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { Ending } from './control-endings.js';
import { idsOf } from './control-reply.js';
import { commandsMeant, type Selected } from './control-selection.js';

/**
 * Does something to each command that a message means; `documents` when it means none of ours.
 * Throws `ReplyError` with all findings when nothing went well.
 */
export async function onCommands(
  store: ObjectStore,
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
