/** What a message's Header says before anything is proved: of a message that may turn out to be none. */
import { TapeCursor } from '../contract/cursor.js';
import type { Tape } from '../contract/scan.js';
import { childrenOf, nameAt } from '../contract/tape-tree.js';
import type { Manner } from './dialects.js';

/** The Source of a message's Header, in whatever namespaces and form; for choosing a dialect before anything is proved. */
export function sourceIn(tape: Tape): string | undefined {
  return headTexts(tape).get('Source');
}

/** Texts of the Header by local name: of a message that may turn out to be none. */
function headTexts(tape: Tape): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const body = childrenOf(tape, 0).at(-1);
  const message = body === undefined ? undefined : childrenOf(tape, body)[0];
  if (message === undefined) return found;
  const inner = childrenOf(tape, message).find((i) => nameAt(tape, i) === 'message') ?? message;
  const header = childrenOf(tape, inner).find((i) => nameAt(tape, i) === 'Header');
  for (const child of header === undefined ? [] : childrenOf(tape, header))
    if (childrenOf(tape, child).length === 0 && !found.has(nameAt(tape, child)))
      found.set(nameAt(tape, child), new TapeCursor(tape, child).token());
  return found;
}

/** The identifiers of a message, for whoever must answer it without reading it. */
export function heardIn(tape: Tape): Manner['heard'] {
  const texts = headTexts(tape);
  const [MessageID, CorrelationID] = [texts.get('MessageID'), texts.get('CorrelationID')];
  return { ...(MessageID !== undefined && { MessageID }), ...(CorrelationID !== undefined && { CorrelationID }) };
}
