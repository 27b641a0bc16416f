/** Tells a repeated message from another one that bears the same MessageID (security §4.2). */
import { hash } from 'node:crypto';
import { endOf } from '../contract/cursor.js';
import { START, STRIDE, type Tape } from '../contract/scan.js';
import type { AnyMessage, Operation } from '../generated/operations.js';

/** Longer MessageIDs are refused by the services, and must not become keys of the store. */
const longestId = 256;

/** Whether a repetition of the message must be known: not of plain questions, and not without a MessageID. */
export function repeatable({ verb }: Operation, { MessageID, AsyncReplyFlag }: AnyMessage['Header']): boolean {
  const asksOnly = verb === 'get' && AsyncReplyFlag !== 'true' && AsyncReplyFlag !== '1';
  return !asksOnly && MessageID !== undefined && MessageID.trim() !== '' && MessageID.length <= longestId;
}

/**
 * A digest of the message element as it stands in the text: SHA-256, base64.
 * @param index tape index of the message element
 * @param bytes the document's bytes, when each is one character
 */
export function digestOf(tape: Tape, index: number, bytes?: Uint8Array): string {
  const start = tape.cells[index * STRIDE + START]!;
  const end = endOf(tape, index);
  const element = bytes?.subarray(start, end) ?? tape.text.slice(start, end);
  return hash('sha256', element, 'base64');
}
