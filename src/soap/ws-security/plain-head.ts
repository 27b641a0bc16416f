/**
 * Whether all that stands before the message is certainly well-formed: envelope, header blocks, start tag of the Body. What is in
 * them is no schema's concern. Only for tapes that the scan has proved.
 */
import { hasPlainCharacters } from '../../contract/plain-xml.js';
import { NAME, NAME_END, START, STRIDE, type Tape } from '../../contract/scan.js';
import type { OpenEnvelope } from '../envelope.js';

export function isPlainHead({ text, cells }: Tape, { message }: OpenEnvelope): boolean {
  if (!hasPlainCharacters(text.slice(0, cells[message * STRIDE + START]))) return false;
  for (let p = 0; p < message * STRIDE; p += STRIDE)
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(text.slice(cells[p + NAME], cells[p + NAME_END]))) return false;
  return true;
}
