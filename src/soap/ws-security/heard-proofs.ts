/** The proofs of a document of which nothing has been found out yet: it may turn out to be no message at all. */
import type { Tape } from '../../contract/scan.js';
import { openEnvelope } from '../envelope.js';
import { SoapFault } from '../fault.js';
import type { MediaType } from '../request.js';
import { proofsIn, type Proofs } from './proofs.js';

/** Undefined when there is no Security header block for us, and when there is no envelope: then reading it says what is wrong. */
export function heardProofs(tape: Tape, { version }: MediaType): Proofs | undefined {
  try {
    return proofsIn(tape, openEnvelope(tape, version, true));
  } catch (error) {
    if (error instanceof SoapFault) return undefined;
    throw error;
  }
}
