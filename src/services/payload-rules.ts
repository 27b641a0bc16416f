/** Rules of Request and Payload that hold for every noun and that no schema can say. */
import type { AnyMessage, Call, Operation, PayloadPiece } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { operationSetOf } from '../message/operation-set.js';
import { codes } from '../message/reply-codes.js';
import { longestId } from './header-rules.js';
import type { NounRow } from './noun-row.js';
import { idsOf } from './targets.js';
import { memberOf } from './identification.js';

/** Verbs that need nothing of the payload but the identification, which `ID` can bring as well. */
const byId: ReadonlySet<string> = new Set(['cancel', 'close', 'delete']);

/** Whatever is wrong with Request and Payload, as far as the message has them at hand. */
export function payloadFindings(message: AnyMessage, call: Call, row?: NounRow): readonly Finding[] {
  const { noun, verb, shape } = call.operation;
  const findings: Finding[] = [];
  for (const { text, path } of idsOf(message)) if (text.length > longestId) findings.push(tooLong(path, text));
  const root = memberOf(message.Payload, noun);
  if (shape === 'get') {
    textFindings(`Get${noun}`, memberOf(message.Request, `Get${noun}`), {}, findings);
    return findings;
  }
  const nothing = isEmpty(root) && call.rest === undefined;
  if (shape === 'operationSet' || operationSetOf(message) !== undefined)
    return [...findings, ...setFindings(message, call.operation, nothing)];
  if (nothing && !byId.has(verb)) {
    const details = `${verb} needs at least one object of ${noun}`;
    findings.push({ code: codes.payloadMissing, path: `Payload.${noun}`, details, values: { element: noun } });
  } else if (nothing && idsOf(message).length === 0 && !(row?.byCorrelation && message.Header.CorrelationID)) {
    const ways = row?.byCorrelation === true ? ', in Request/ID, or by the CorrelationID' : ' or in Request/ID';
    const details = `${verb} needs to know which objects are meant; name them in the payload${ways}`;
    findings.push({ code: codes.payloadMissing, path: `Payload.${noun}`, details, values: { element: noun } });
  }
  textFindings(noun, root, {}, findings);
  return findings;
}

/** The further pieces of a large payload, each checked before it is handed on. */
export async function* checkedPieces(noun: string, pieces: AsyncIterable<PayloadPiece>): AsyncIterable<PayloadPiece> {
  for await (const piece of pieces) {
    const findings: Finding[] = [];
    // the operations of a set are looked at one by one when they are carried out
    if (noun !== 'OperationSet') textFindings(noun, piece.root, piece.offsets, findings, piece.within);
    if (findings.length > 0) throw new ReplyError(...findings);
    yield piece;
  }
}

/** An operation set is there where one is asked for, and nothing beside it: what would be done first, nobody can tell. */
function setFindings(message: AnyMessage, { noun, shape }: Operation, alone: boolean): readonly Finding[] {
  const path = 'Payload.OperationSet';
  if (operationSetOf(message) === undefined) {
    const details = 'send the operations in an OperationSet';
    return [{ code: codes.payloadMissing, path, details, values: { element: 'OperationSet' } }];
  }
  if (shape === 'operationSet' || alone) return [];
  const details = `the payload has objects of ${noun} and an operation set; send one of them, and ${noun} empty beside a set`;
  return [{ code: codes.schemaInvalid, path, details, values: { details: 'two payloads in one' } }];
}

/**
 * mRIDs that are too long, names that are blank, at their places.
 * @param within of a piece that goes on with an object: counts the members before those of its first object
 */
function textFindings(
  path: string,
  value: unknown,
  offsets: PayloadPiece['offsets'],
  findings: Finding[],
  within: NonNullable<PayloadPiece['within']> = {},
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    // most are texts that may say anything: a message has hundreds of thousands of them
    if (name === 'any' || (typeof member === 'string' && name !== 'mRID')) continue;
    const place = `${path}.${name}`;
    if (Array.isArray(member)) {
      const offset = Object.hasOwn(offsets, name) ? (offsets[name] ?? 0) : 0;
      for (const [at, entry] of (member as unknown[]).entries()) {
        const entryPlace = `${place}[${offset + at}]`;
        if (name === 'Names') nameFindings(entryPlace, entry, findings);
        else if (at === 0) textFindings(entryPlace, entry, within, findings, within);
        else textFindings(entryPlace, entry, {}, findings);
      }
    } else if (name === 'Names') nameFindings(place, member, findings);
    else if (name === 'mRID') {
      if (typeof member === 'string' && member.length > longestId) findings.push(tooLong(place, member));
    } else textFindings(place, member, {}, findings);
  }
}

function nameFindings(path: string, entry: unknown, findings: Finding[]): void {
  const nameType = memberOf(entry, 'NameType');
  const texts = [
    [`${path}.name`, memberOf(entry, 'name')],
    [`${path}.NameType.name`, memberOf(nameType, 'name')],
    [`${path}.NameType.NameTypeAuthority.name`, memberOf(memberOf(nameType, 'NameTypeAuthority'), 'name')],
  ] as const;
  for (const [place, text] of texts) {
    if (typeof text !== 'string' || text.trim() !== '') continue;
    findings.push({ code: codes.payloadMissing, path: place, details: 'it is blank', values: { element: 'name' } });
  }
}

function tooLong(path: string, text: string): Finding {
  const details = `it has ${text.length} characters; at most ${longestId} are taken`;
  return { code: codes.schemaInvalid, path, details, values: { details: 'an identifier is too long' } };
}

function isEmpty(root: unknown): boolean {
  if (typeof root !== 'object' || root === null) return true;
  return Object.values(root).every((member) => member === undefined || (Array.isArray(member) && member.length === 0));
}
