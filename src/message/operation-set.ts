/**
 * Operation sets as the services see them: each payload is a typed one of its own profile, or what is wrong with it. The envelope
 * leaves the payloads open, so that contract/ puts them into this form, and takes those of answers out of it.
 */
import type { AnyMessage } from '../generated/operations.js';
import type { PayloadRoot } from './call.js';
import type { Finding } from './finding.js';

/** The root element of a profile by itself: its local name (`MeterConfig`, `GetMeterConfig`) and its typed value. */
export interface TypedPayload {
  readonly name: string;
  readonly value: PayloadRoot;
}

/** One operation of a set. */
export interface SetOperation {
  /** An integer as it was written. */
  readonly operationId: string;
  readonly noun?: string | undefined;
  readonly verb?: string | undefined;
  /** An xs:boolean: the verb applies to the elements present only. */
  readonly elementOperation?: string | undefined;
  readonly payload?: TypedPayload | undefined;
  /** What is wrong with the payload, which is not there then; paths begin at the payload's root. */
  readonly findings?: readonly Finding[] | undefined;
}

export interface OperationSet {
  /** xs:boolean both; absent is false. */
  readonly enforceMsgSequence?: string | undefined;
  readonly enforceTransactionalIntegrity?: string | undefined;
  readonly Operation?: readonly SetOperation[] | undefined;
}

/** The set a message carries, typed; undefined when it has none. */
export function operationSetOf({ Payload }: Pick<AnyMessage, 'Payload'>): OperationSet | undefined {
  return Payload?.['OperationSet'] as OperationSet | undefined;
}

/** Whether an xs:boolean is true. */
export function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

/** Why nothing is done for who tells that a set has been executed (docs/operation-sets.md), and what to send instead. */
export const noExecuted =
  'there is no event of OperationSet; report what has been done by the events of its nouns, as many as there are in an OperationSet in the payload of one of them';
