/** Who sends a message, for the endpoint: asks whoever must be asked, and makes the fault for those who have not shown who they are. */
import type { Caller, Entrance } from '../../message/caller.js';
import { codes, reasonOf, type ReplyCode } from '../../message/reply-codes.js';
import type { CallContext } from '../endpoint.js';
import type { SoapVersion } from '../envelope.js';
import { SoapFault } from '../fault.js';
import type { ReadMessage } from '../proven.js';
import { identify, type Judges } from './identify.js';
import { Refused, type Refusal } from './refusal.js';

export interface ProofSettings extends Judges {
  /** Hears of every message whose sender has not shown who he is. */
  readonly refused?: ((facts: RefusedSender) => void) | undefined;
}

/** For log and audit; holds no secret. */
export interface RefusedSender {
  readonly requestId: string;
  readonly listener: string;
  readonly remote?: string | undefined;
  readonly code: ReplyCode;
  readonly why: string;
  /** Whom the message names: nothing of it is proved. */
  readonly claimed?: string | undefined;
  readonly operation?: string | undefined;
  readonly messageId?: string | undefined;
}

/** Ends a message whose sender has not shown who he is. Always a fault, whatever the habits of a dialect. */
export class NotIdentified extends Error {
  constructor(readonly fault: SoapFault) {
    super(fault.reason);
    this.name = 'NotIdentified';
  }
}

/** Whether the Security header block of a message is understood: where somebody is asked who he is. */
export function asksProofs(entrance: Entrance | undefined, settings: ProofSettings | undefined): boolean {
  return settings !== undefined && entrance !== undefined && entrance.accepts.length > 0;
}

/** Undefined where nobody is asked. Throws `NotIdentified`. */
export async function senderOf(
  read: ReadMessage,
  { requestId, receivedAt }: CallContext,
  entrance: Entrance,
  settings: ProofSettings | undefined,
): Promise<Caller | undefined> {
  if (entrance.accepts.length === 0) return entrance.caller;
  try {
    if (settings !== undefined) return await identify(read.proofs, entrance, receivedAt, settings);
    if (entrance.caller !== undefined) return entrance.caller;
    throw new Refused({ code: codes.authenticationRequired, why: 'nothing was shown' });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { version, operation, manner, message, proofs } = read;
    const { code, why } = error.refusal;
    settings?.refused?.({
      requestId,
      listener: entrance.listener,
      remote: entrance.remote,
      ...{ code, why },
      claimed: proofs?.token?.name,
      operation: operation.name,
      messageId: message.Header.MessageID,
    });
    const fault = faultOf(error.refusal, version, operation);
    fault.manner = manner;
    throw new NotIdentified(fault);
  }
}

/**
 * A message that is read part by part has no header blocks, so its sender shows on the way who he is. Throws `NotIdentified` where
 * the way takes no such proof.
 */
export function tooLargeToProve(
  version: SoapVersion,
  { entrance, requestId }: CallContext,
  {
    limits,
    proofs,
  }: { readonly limits: { readonly inflatedBody: number }; readonly proofs?: ProofSettings | undefined },
): void {
  if (entrance === undefined || entrance.caller !== undefined || entrance.accepts.length === 0) return;
  const why = `a message of more than ${limits.inflatedBody} bytes cannot show who sends it: show it by TLS or HTTP, or send smaller messages`;
  const refusal = { code: codes.authenticationRequired, why, told: true };
  const { listener, remote } = entrance;
  proofs?.refused?.({ requestId, listener, remote, code: refusal.code, why });
  throw new NotIdentified(faultOf(refusal, version, undefined));
}

/** The code's own sentence; more is told only of what is plain to see in the message. */
function faultOf(
  { code, why, told = false }: Refusal,
  version: SoapVersion,
  operation: ReadMessage['operation'] | undefined,
): SoapFault {
  const details = told ? why : undefined;
  const reason = details === undefined ? reasonOf(code) : `${reasonOf(code)} (${details})`;
  const unavailable = code === codes.authenticationUnavailable;
  const finding = { code, ...(details !== undefined && { details }) };
  return new SoapFault(
    unavailable ? 'Server' : 'Client',
    reason,
    version,
    operation,
    [finding],
    unavailable ? 503 : undefined,
  );
}
