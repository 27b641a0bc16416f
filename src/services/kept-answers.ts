/**
 * Once and only once (behaviour §1.6, security §4.2): the answer to a message is kept under its MessageID in the transaction
 * that does what was asked, and a repetition gets it again. Same MessageID with other content is refused.
 */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError } from '../message/finding.js';
import { replyTo, type ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import { AlreadyAnswered, type KeptAnswer } from '../ports/answers.js';
import { StoreUnavailable, type JsonObject, type ObjectStore, type StoreTransaction } from '../ports/object-store.js';
import type { ServicePorts } from './noun-row.js';

/** Calls whose answer a service has handed to the store. */
const handed = new WeakSet<NonNullable<Call['repeat']>>();

/**
 * The answer to a call as it is kept, for `tx.keepAnswer` or `Batch.answer`; undefined when no repetition could be known.
 * @param at milliseconds since 1970
 */
export function keptAnswer({ repeat }: Call, reply: AnyResponse, at: number): KeptAnswer | undefined {
  if (repeat === undefined) return undefined;
  handed.add(repeat);
  return { ...repeat, answer: reply as unknown as JsonObject, at };
}

/**
 * The reply to what a transaction has done, kept in that same transaction: whoever repeats the message gets it, and nobody does
 * the work a second time. The last thing a transaction does.
 */
export async function answerIn(
  tx: StoreTransaction,
  { noun, ports }: { readonly noun: string; readonly ports: Pick<ServicePorts, 'clock' | 'replies'> },
  message: AnyMessage,
  call: Call,
  parts: ReplyParts,
): Promise<AnyResponse> {
  const reply = replyTo(message, noun, parts, ports.replies);
  const kept = keptAnswer(call, reply, ports.clock.now());
  if (kept !== undefined) await tx.keepAnswer(kept);
  return reply;
}

export interface Repetitions {
  /**
   * Answers a message that was answered before, waits for one that is under way, and else does what `run` does. What the
   * service has not kept by itself is kept here, but for answers that ask for the same message again (3.2, 5.1, 7.1).
   * @param refuse makes the reply to a message that bears the MessageID of another one
   */
  once(
    call: Call,
    run: () => Promise<AnyResponse>,
    refuse: (error: ReplyError) => AnyResponse,
    /**
     * Whether `run` does nothing before it hands its answer to the store: then nobody need look whether there is one already, the
     * store will say so.
     */
    handsFirst?: boolean,
  ): Promise<AnyResponse>;
}

export function repetitions(store: ObjectStore, now: () => number): Repetitions {
  /** Answers under way in this process, by principal and MessageID. */
  const underWay = new Map<string, Promise<unknown>>();

  async function known(repeat: NonNullable<Call['repeat']>, refuse: (error: ReplyError) => AnyResponse) {
    const kept = await store.answerOf(repeat.principal, repeat.messageId);
    if (kept === undefined) return undefined;
    return kept.digest === repeat.digest ? (kept.answer as unknown as AnyResponse) : refuse(anotherMessage(repeat));
  }

  async function runAndKeep(call: Call, run: () => Promise<AnyResponse>, handsFirst: boolean): Promise<AnyResponse> {
    const reply = await run();
    const { repeat } = call;
    if (repeat === undefined || (handed.has(repeat) && reply.Reply.Result !== 'FAILED') || asksAgain(reply))
      return reply;
    const answer = keptAnswer(call, reply, now());
    try {
      await store.write({ answer });
    } catch (error) {
      // not to be kept now: what was done has been done all the same. Where nothing is done before the answer is handed over, nothing
      // was; and whether the message has another answer already could not be seen.
      if (handsFirst || !(error instanceof StoreUnavailable)) throw error;
    }
    return reply;
  }

  return {
    async once(call, run, refuse, handsFirst = false) {
      const { repeat } = call;
      if (repeat === undefined) return run();
      const key = JSON.stringify([repeat.principal, repeat.messageId]);
      const before = underWay.get(key);
      const mine = (async (): Promise<AnyResponse> => {
        await before?.catch(() => {});
        const answered = handsFirst ? undefined : await known(repeat, refuse);
        if (answered !== undefined) return answered;
        try {
          const reply = await runAndKeep(call, run, handsFirst);
          // an answer that asks for the same message again is not kept: the message may have been answered before
          return (handsFirst && asksAgain(reply) ? await known(repeat, refuse) : undefined) ?? reply;
        } catch (error) {
          // another process was first, between our look and our transaction; ours was refused for what it has done
          const first = error instanceof AlreadyAnswered ? await known(repeat, refuse) : undefined;
          if (first === undefined) throw error;
          return first;
        }
      })();
      underWay.set(key, mine);
      try {
        return await mine;
      } finally {
        if (underWay.get(key) === mine) underWay.delete(key);
      }
    },
  };
}

function asksAgain({ Reply }: AnyResponse): boolean {
  const again: readonly string[] = [codes.tooBusy, codes.authenticationUnavailable, codes.tooManyPending];
  return (Reply.Error ?? []).some(({ code }) => again.includes(code));
}

function anotherMessage({ messageId }: NonNullable<Call['repeat']>): ReplyError {
  return new ReplyError({
    code: codes.invalidRequestId,
    path: 'Header.MessageID',
    details:
      'another message with this MessageID has been answered; nothing was done. Give each message an id of its own, and repeat a message unchanged',
    values: { object: messageId },
  });
}
