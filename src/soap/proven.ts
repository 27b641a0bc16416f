/**
 * The short road of a message: the scan proves the document well-formed and the reader proves the message valid, so that libxml2
 * need not look at it. Plain messages go it; whatever is not plain, or wrong, goes the long road (read.ts).
 */
import { ProvingCursor, Unproved } from '../contract/proving-cursor.js';
import type { Tape } from '../contract/scan.js';
import type { AnyMessage, Operation } from '../generated/operations.js';
import type { Finding } from '../message/finding.js';
import { askedOperation } from './asked-operation.js';
import type { Manner } from './dialects.js';
import { openEnvelope, type OpenEnvelope, type SoapVersion } from './envelope.js';
import { isPlainHead } from './ws-security/plain-head.js';
import type { Proofs } from './ws-security/proofs.js';
import { SoapFault } from './fault.js';
import type { AroundBody, MediaType } from './request.js';

/** A valid message, typed. */
export interface ReadMessage {
  readonly version: SoapVersion;
  readonly operation: Operation;
  readonly message: AnyMessage;
  /** Of the message element; absent where a repetition does no harm (digest.ts). */
  readonly digest?: string | undefined;
  /** How it came; absent for the contract's own way. */
  readonly manner?: Manner | undefined;
  /** Why no operation takes it, though it is valid; then nobody is asked to carry it out. */
  readonly refusal?: readonly Finding[] | undefined;
  /** What it says of who sends it, where that is asked. */
  readonly proofs?: Proofs | undefined;
}

/** A valid message whose typed value has yet to be read from the tape, which is good until the next message is read. */
export interface LargeMessage {
  readonly version: SoapVersion;
  readonly operation: Operation;
  readonly tape: Tape;
  /** Tape index of the message element. */
  readonly index: number;
  readonly manner?: Manner | undefined;
  readonly refused?: Refused | undefined;
}

/** What is left of a message that no operation takes. */
export interface Refused {
  readonly findings: readonly Finding[];
  readonly message: AnyMessage;
}

/** Reads a message and proves it valid by that; undefined when libxml2 has to look at it. */
export function provenMessage(
  tape: Tape,
  around: AroundBody,
  media: MediaType,
): (ReadMessage & { readonly index: number }) | undefined {
  return proven(tape, around, media, true);
}

/** The same for a large one, whose typed value is made later, part by part. */
export function provenLarge(tape: Tape, around: AroundBody, media: MediaType): LargeMessage | undefined {
  const found = proven(tape, around, media, false);
  return found && { version: found.version, operation: found.operation, tape, index: found.index };
}

function proven(
  tape: Tape,
  around: AroundBody,
  media: MediaType,
  keeps: boolean,
): (ReadMessage & { readonly index: number }) | undefined {
  let envelope: OpenEnvelope;
  let operation: Operation;
  try {
    envelope = openEnvelope(tape, media.version, around.proofs);
    const isPlain = envelope.security === undefined ? isPlainEnvelope : isPlainHead;
    if (!isPlain(tape, envelope)) return undefined;
    operation = askedOperation(tape, envelope.message, envelope.version, around, media);
  } catch (error) {
    if (error instanceof SoapFault) return undefined; // it may be that the document is not well-formed either
    throw error;
  }
  const { version, message: index } = envelope;
  try {
    return { version, operation, index, message: operation.read(new ProvingCursor(tape, index, keeps)) };
  } catch (error) {
    if (error instanceof Unproved) return undefined;
    throw error;
  }
}

/** No header blocks and no attributes but namespace declarations: what else there may be is no schema's concern to prove. */
export function isPlainEnvelope(tape: Tape, { message, steps: [header] }: OpenEnvelope): boolean {
  try {
    new ProvingCursor(tape, 0).enter();
    const block = new ProvingCursor(tape, 1);
    if (header === 1) block.leave(block.enter());
    new ProvingCursor(tape, message - 1).enter();
    return true;
  } catch (error) {
    if (error instanceof Unproved) return false;
    throw error;
  }
}
