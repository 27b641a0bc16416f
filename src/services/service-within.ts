/** The function that carries out an operation of a set: the service of its noun, laid over the transaction of the set. */
import type { Noun, Operation } from '../generated/operations.js';
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Handler, NounRow, NounTable } from './noun-row.js';
import { nounService } from './noun-service.js';
import type { PortsWithin } from './unit-of-work.js';

/** Throws `ReplyError` for what can be done by a message of its own only. */
export function serviceWithin(table: NounTable, ports: PortsWithin, { noun, verb }: Operation): Handler {
  const row = table[noun as Noun] as NounRow;
  const own = row.within?.(ports)[verb];
  const generic = own === undefined && (row.service === undefined || row.within !== undefined);
  const handler = generic ? nounService(row, noun, ports)[verb] : own;
  if (handler !== undefined) return handler;
  const details = `${verb} of ${noun} cannot be done within a set; send it as a message of its own`;
  throw new ReplyError({ code: codes.invalidVerb, path: 'verb', details, values: { value: verb } });
}
