/** What a row of the noun table may say, and what a service is given. */
import type { AnyMessage, AnyResponse, Noun, Verb } from '../generated/operations.js';
import type { Handlers } from '../generated/handlers.js';
import type { Call } from '../message/call.js';
import type { ReplyMaker } from '../message/replies.js';
import type { Clock } from '../ports/clock.js';
import type { HeadEnd } from '../ports/head-end.js';
import type { Ids } from '../ports/ids.js';
import type { Jobs } from '../ports/jobs.js';
import type { MessageEncoder } from '../ports/message-encoder.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { PayloadCheck } from '../ports/payload-check.js';
import type { Peers } from '../ports/peers.js';
import type { Registry } from '../ports/registry.js';
import type { Guard } from './guard.js';
import type { RoutingRule } from './routing.js';
import type { PortsWithin } from './unit-of-work.js';

export const queryVerbs = ['get'] as const satisfies readonly Verb[];
export const eventVerbs = ['created', 'changed', 'canceled', 'closed', 'deleted'] as const satisfies readonly Verb[];
/** Master data; `cancel` of what is in force already is refused object by object (`NounRow.masterData`). */
export const configVerbs = [
  'get',
  'create',
  'change',
  'cancel',
  'close',
  'delete',
  ...eventVerbs,
] as const satisfies readonly Verb[];
export const commandVerbs = [
  'get',
  'create',
  'change',
  'cancel',
  'close',
  'delete',
  ...eventVerbs,
] as const satisfies readonly Verb[];
/** Receipts and transactions: never changed, never closed; a wrong one is reversed by cancel. */
export const recordVerbs = ['get', 'create', 'cancel', 'created', 'canceled'] as const satisfies readonly Verb[];

/** What the services live on. Nothing else is reachable from them. */
export interface ServicePorts {
  readonly store: ObjectStore;
  /** The other processes that share the store. */
  readonly peers: Peers;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The first is the default. */
  readonly headEnds: readonly HeadEnd[];
  /** Which device goes to which head end; by default what its amrSystem says. */
  readonly routing?: readonly RoutingRule[] | undefined;
  /** Durable work. Services call `serve` when they are made, before it is started. */
  readonly jobs: Jobs;
  /** Whom the gateway may call. */
  readonly registry: Registry;
  readonly encoder: MessageEncoder;
  readonly payloads: PayloadCheck;
  readonly replies: ReplyMaker;
  readonly settings: ServiceSettings;
  readonly guard: Guard;
}

export interface ServiceSettings {
  /** Longest wait for a synchronous command or read, in milliseconds. */
  readonly syncTimeout: number;
  /** Deadline of a command that names none, in milliseconds from its start. */
  readonly commandDeadline: number;
  /** What `Header/Context` may say once a head end is not simulated. */
  readonly contexts: readonly string[];
  /** Most objects a Get answers. */
  readonly answerObjects: number;
  /** Most readings a Get answers. */
  readonly answerReadings: number;
  /** The same of an answer that is written part by part. */
  readonly streamedReadings: number;
  /** Most operations of one operation set. */
  readonly operations: number;
  /** Most devices of one control message, and of one that disconnects. */
  readonly controlDevices: number;
  readonly disconnectDevices: number;
  /** Devices that one head end may have in hand for us at a time, of these kept for urgent commands, and of one group. */
  readonly headEndSlots: number;
  readonly urgentSlots: number;
  readonly groupSlots: number;
  /** What becomes of a command that is under way on the device already: refused, or answered with the outcome of that one. */
  readonly duplicates: 'refuse' | 'join';
  /** About how long a later reply may be before it is sent in parts; characters of XML. */
  readonly partSize: number;
  /** Whether what acts on devices needs a MessageID even when it is answered at once (security §4.2). */
  readonly controlMessageId: 'required' | 'optional';
  /** Whether the run of a read schedule that was missed while the gateway was down is made up for, once, or skipped. */
  readonly catchUpReads: 'once' | 'skip';
  /** Most asynchronous requests that one caller may have open. */
  readonly openRequests: number;
  /** Present codes of events by those of a head end, by its name. */
  readonly eventCodes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How long after a command a change of the supply counts as its doing, in milliseconds. */
  readonly suppressionWindow: number;
  /** Changes of the supply in a minute from which on they are collected, and for how many milliseconds. */
  readonly stormRate: number;
  readonly stormWindow: number;
}

/** A function of a service, without regard to its noun. */
export type Handler = (message: AnyMessage, call: Call) => Promise<AnyResponse>;
/** What answers the verbs of one noun. */
export type NounService = Partial<Record<Verb, Handler>>;

export interface NounRow<N extends Noun = Noun> {
  /** Verbs that make sense for the noun; any other is answered 2.9 with this list. */
  readonly verbs: readonly Verb[];
  /**
   * Which elements below the payload root are the noun's objects; the others (reading types, functions) accompany them.
   * `payload`: the payload as a whole is one object.
   */
  readonly objects: readonly string[] | 'payload';
  /** The element of an object has neither mRID nor names: the gateway's mRID stands beside it and travels as `ID`. */
  readonly anonymous?: true;
  /**
   * What is so, as against what was asked for or has happened: cancel takes back only what is not in force yet, and two
   * anonymous objects that point at the same ones are the same.
   */
  readonly masterData?: true;
  /**
   * Verbs, or all of them, whose service itself keeps what is asked asynchronously and makes the later reply. The others are
   * answered later by the generic way (later-answers.ts).
   */
  readonly asynchronous?: true | readonly Verb[];
  /** Cancel, close and delete may name a request by the CorrelationID alone. */
  readonly byCorrelation?: true;
  /** Its special service keeps its answer in the transaction that does the work, so that the generic way of later answers is open. */
  readonly repeatable?: true;
  /** Its objects happen: StartTime and EndTime of a get are about when they did, and not about when they were stored. */
  readonly happens?: true;
  /** Its objects are never changed: a repeated word of one is taken, another word refused. */
  readonly immutable?: true;
  /** Its special service knows operations on single elements; those without a special service all do. */
  readonly elementOperations?: true;
  /** Its requests act on devices: whether they must bear a MessageID, so that a repetition is known, is a setting. */
  readonly acts?: true;
  /** A special service laid over the generic one, verb by verb. */
  readonly service?: (ports: ServicePorts) => Partial<Handlers<Call>[N]>;
  /**
   * What its special service does for operations of a set, inside the transaction of the set; verbs left out are answered by the
   * generic service. A row with a special service and without this cannot be in a set.
   */
  readonly within?: (ports: PortsWithin) => NounService;
}

export type NounTable = { readonly [N in Noun]?: NounRow<N> };
