/** What processes write to each other about a head end that one of them holds. Each letter is plain JSON. */
import {
  HeadEndRefusal,
  type Device,
  type Failure,
  type InventoryItem,
  type Job,
  type Notice,
  type Ticket,
} from '../../ports/head-end.js';
import type { JsonObject } from '../../ports/object-store.js';

/** What the holder is asked. */
export type Question =
  | { readonly ask: 'submit'; readonly job: Job }
  | { readonly ask: 'cancel'; readonly ticket: Ticket; readonly devices?: readonly string[] | undefined }
  | { readonly ask: 'poll'; readonly ticket: Ticket }
  | { readonly ask: 'state'; readonly devices: readonly Device[] }
  /** A page; the first one without a place. */
  | { readonly ask: 'inventory'; readonly place?: number | undefined };

/** What it answers, by question. */
export interface Answers {
  /** With the session that has taken the job. */
  readonly submit: { readonly ticket: Ticket; readonly session: string };
  readonly cancel: { readonly canceled: readonly string[] };
  readonly poll: { readonly notices: readonly Notice[] };
  readonly state: { readonly states: readonly (readonly [string, Readonly<Record<string, string>>])[] };
  readonly inventory: { readonly items: readonly InventoryItem[]; readonly place?: number | undefined };
}

/** What is told without a question. */
export type News =
  /** Asks who holds the head end: the holder says `held`, now or when it has begun. */
  | { readonly kind: 'who' }
  | { readonly kind: 'held' | 'ended'; readonly session: string }
  | { readonly kind: 'notices'; readonly notices: readonly Notice[] };

/** An answer, or a refusal, as it travels. */
export async function sealed(answer: () => Promise<object>): Promise<JsonObject> {
  try {
    return { answer: (await answer()) as JsonObject };
  } catch (error) {
    if (!(error instanceof HeadEndRefusal)) throw error;
    return { refusal: { ...error.failure }, temporary: error.temporary };
  }
}

/** What has travelled; throws the refusal. */
export function opened<A>(letter: JsonObject): A {
  if (letter['refusal'] === undefined) return letter['answer'] as A;
  throw new HeadEndRefusal(letter['refusal'] as unknown as Failure, letter['temporary'] === true);
}

export function refusal(code: string, details: string): HeadEndRefusal {
  return new HeadEndRefusal({ code, details }, true);
}
