/** What travels with a message from the endpoint to its service. */
import type { AnyMessage, AnyResponse, Operation } from '../generated/operations.js';
import type { Caller, Entrance } from './caller.js';
import { joinedPieces } from './joined-pieces.js';
import { unpacked, type PackedReadings } from './packed-readings.js';

export type { AnyMessage, AnyResponse, Operation };

/** A payload root (the typed value of e.g. `MeterReadings`) or a part of one. */
export type PayloadRoot = Readonly<Record<string, unknown>>;

/** A part of a large payload: some of its children, and how many of each name came before. */
export interface PayloadPiece {
  readonly root: PayloadRoot;
  readonly offsets: Readonly<Record<string, number>>;
  /**
   * Where the first object goes on that pieces before have begun: how many members of each of its lists came with them, and of the
   * lists in the first of these. By the names of the lists.
   */
  readonly within?: Readonly<Record<string, number>> | undefined;
  /** Readings that are not written out in the root (packed-readings.ts). */
  readonly packed?: PackedReadings | undefined;
}

export interface Call {
  readonly operation: Operation;
  /** Names this exchange in logs and server faults. */
  readonly requestId: string;
  /** Milliseconds since 1970 at which the message arrived. */
  readonly receivedAt: number;
  /** Who sent it, once that is known for sure; never taken from the message itself. */
  readonly principal?: string | undefined;
  /** The same with his roles, and how he has shown who he is; absent where nobody is asked. */
  readonly caller?: Caller | undefined;
  /** How it came in; absent for what the gateway asks of itself. */
  readonly entrance?: Entrance | undefined;
  /** Somebody has released it from hold: limits of safety do not count for it any more. */
  readonly released?: { readonly by: string } | undefined;
  /** What was decided about it, to be recorded before it has an effect; absent where nothing is recorded. */
  readonly decided?: Decided | undefined;
  /**
   * How a repetition of the message is known: who sent it, its MessageID, and a digest of all of it. Absent when it has no
   * MessageID, or asks only.
   */
  readonly repeat?: { readonly principal: string; readonly messageId: string; readonly digest: string } | undefined;
  /**
   * Further parts of a payload too large to be held at once, behind the one in the message.
   * The whole message has been validated before the first part is handed over.
   */
  readonly rest?: AsyncIterable<PayloadPiece> | undefined;
  /** Whether the answer may have parts that follow it (`withFollowing`). */
  readonly mayStream?: boolean | undefined;
  /** The verb applies to the elements that the payload has, not to the objects they are of. */
  readonly elementOperation?: boolean | undefined;
}

/** A decision for the audit. */
export interface Decided {
  /** What the record says; holds no payload. */
  readonly record: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  /** Whether it is on disk: whoever writes it together with the effect says so. */
  recorded: boolean;
}

/** The dispatcher, as the SOAP endpoint sees it. Never throws for what a caller did wrong. */
export type Dispatch = (message: AnyMessage, call: Call) => Promise<AnyResponse>;

/** What follows the payloads of replies. */
const following = new WeakMap<AnyResponse, AsyncGenerator<PayloadRoot, void>>();

/**
 * The reply, with further parts of its payload that are written behind it one after the other and never held together. Whoever gets
 * the reply reads them, or closes them by `return`.
 */
export function withFollowing(reply: AnyResponse, parts: AsyncGenerator<PayloadRoot, void>): AnyResponse {
  following.set(reply, parts);
  return reply;
}

/** The parts that follow a reply. */
export function followingOf(reply: AnyResponse): AsyncGenerator<PayloadRoot, void> | undefined {
  return following.get(reply);
}

/** All parts of the message's payload in order, each object whole in one of them; nothing when the message has no payload of its noun. */
export async function* payloadPieces(message: AnyMessage, call: Call): AsyncIterable<PayloadPiece> {
  yield* joinedPieces(unpackedPieces(message, call));
}

async function* unpackedPieces(message: AnyMessage, call: Call): AsyncIterable<PayloadPiece> {
  for await (const piece of packedPieces(message, call)) yield unpacked(piece);
}

/** The same for whoever knows packed readings, and objects that go on in the next part. */
export async function* packedPieces(message: AnyMessage, call: Call): AsyncIterable<PayloadPiece> {
  const root = message.Payload?.[call.operation.noun] as PayloadRoot | undefined;
  if (root !== undefined) yield { root, offsets: {} };
  if (call.rest) yield* call.rest;
}

/** The payload of the message's noun put together from all its parts; undefined when there is none. */
export async function wholePayload(message: AnyMessage, call: Call): Promise<PayloadRoot | undefined> {
  if (call.rest === undefined) return message.Payload?.[call.operation.noun] as PayloadRoot | undefined;
  const members = new Map<string, unknown>();
  for await (const { root } of payloadPieces(message, call))
    for (const [name, value] of Object.entries(root)) {
      const before = members.get(name);
      if (Array.isArray(before) && Array.isArray(value)) for (const one of value as unknown[]) before.push(one);
      else if (value !== undefined) members.set(name, Array.isArray(value) ? [...(value as unknown[])] : value);
    }
  return Object.fromEntries(members);
}

/** The message with all parts of its payload. */
export async function wholeMessage(message: AnyMessage, call: Call): Promise<AnyMessage> {
  if (call.rest === undefined) return message;
  return { ...message, Payload: { ...message.Payload, [call.operation.noun]: await wholePayload(message, call) } };
}
