/**
 * Answers by MessageID: a repeated message gets the stored answer and nothing runs twice (security.md §4.2). The answer is
 * written in the transaction that does what was asked.
 */
import type { JsonObject } from './object-store.js';

export interface KeptAnswer {
  /** Blank when callers are not authenticated. */
  readonly principal: string;
  readonly messageId: string;
  /** Of the whole message; the same MessageID with another digest is another message, and refused. */
  readonly digest: string;
  /** The typed reply. */
  readonly answer: JsonObject;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface AnswerReads {
  answerOf(principal: string, messageId: string): Promise<KeptAnswer | undefined>;
}

export interface AnswerWrites {
  /** Throws `AlreadyAnswered` when there is one. */
  keepAnswer(answer: KeptAnswer): Promise<void>;
  /** Forgets answers given before that time; answers how many. */
  forgetAnswers(before: number, limit: number): Promise<number>;
}

/** The message has been answered: by another call that came first. */
export class AlreadyAnswered extends Error {
  constructor(readonly messageId: string) {
    super(`message ${messageId} has been answered already`);
    this.name = 'AlreadyAnswered';
  }
}
