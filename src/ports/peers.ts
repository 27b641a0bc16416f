/**
 * The other processes of this gateway: all that share its store, on this machine or on others (ADR 13). Each has a number. What
 * is under way belongs to the process that took it up, its home; when that is gone another one takes it over. What must not be
 * lost stands in the store: messages between processes only say where to look.
 */
import type { JsonObject } from './object-store.js';

/** A process that is gone, or does not answer in time. */
export class PeerGone extends Error {
  override readonly name = 'PeerGone';
}

/** What is done by one process at a time, such as the session with a head end that takes only one. */
export interface Duty {
  /** Whether it stays where it is although another process would be the one to have it: moving it costs something. */
  readonly sticky: boolean;
  /** It is ours now. When it rejects the duty is given back, and tried again later. */
  begin(): Promise<void>;
  /** It is not ours any more, or is about to be given back: when this resolves another process may begin. */
  end(): Promise<void>;
}

export interface Peers {
  /** This process's number. It gets another one when it was taken for gone; 0 where a store has only one process. */
  readonly self: number;
  /** The numbers of the others that are there, in ascending order. */
  others(): readonly number[];
  /** Numbers whose work this process does: its own, and those it has taken over. Undefined where there can be no others. */
  homes(): readonly number[] | undefined;
  /** Tells all others, or one. Who is not connected just now does not hear it, and `onMissed` is called there. */
  tell(topic: string, data: JsonObject, to?: number): void;
  /** Hears what others tell; the answer ends it. */
  hear(topic: string, listener: (data: JsonObject, from: number) => void): () => void;
  /** Asks another one; rejects with what it rejects with (message only), and with `PeerGone`. */
  ask(to: number, topic: string, data: JsonObject): Promise<JsonObject>;
  /** Answers what others ask: one responder for each topic; the answer ends it. */
  respond(topic: string, responder: (data: JsonObject, from: number) => Promise<JsonObject>): () => void;
  /** Hears that what others have told may have been missed: look at everything again. The answer ends it. */
  onMissed(listener: () => void): () => void;
  /**
   * Hears that the work of another number is ours now; again when there may be more of it, as somebody who stood still may write under
   * a number that was taken over until he sees that. The answer ends it.
   */
  onTakenOver(listener: (home: number) => void): () => void;
  /** Takes part in a duty: it begins here when nobody else has it. The answer gives it up, and resolves when it has ended here. */
  serve(name: string, duty: Duty): () => Promise<void>;
  /** Who has a duty, as far as is known here: `self`, another number, or nobody. */
  holder(name: string): number | undefined;
}
