/**
 * From an operation set to messages: each operation becomes the message of its noun and verb that it stands for, or is refused by
 * itself. What makes the whole set meaningless is thrown.
 */
import { operations as known, type AnyMessage, type Operation } from '../generated/operations.js';
import type { Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import type { OperationSet, SetOperation } from '../message/operation-set.js';
import { codes } from '../message/reply-codes.js';
import { memberOf } from './identification.js';
import type { ElementVerb } from './element-operations.js';
import type { NounRow, NounTable, ServicePorts } from './noun-row.js';
import { payloadFindings } from './payload-rules.js';

/** An operation as it can be carried out, or why it cannot be. */
export interface PlannedOperation {
  readonly operationId: string;
  /** Its place in the set, as paths say it. */
  readonly path: string;
  readonly operation?: Operation | undefined;
  readonly message?: AnyMessage | undefined;
  readonly elementOperation: boolean;
  readonly findings: readonly Finding[];
}

const byVerb = new Map<string, Operation>(
  known.filter(({ shape }) => shape !== 'operationSet').map((one) => [`${one.verb} ${one.noun}`, one]),
);

/** The operations of a set in order. Throws `ReplyError` for a set without operations, with too many, or with one id twice. */
export function plannedOperations(
  table: NounTable,
  ports: ServicePorts,
  message: AnyMessage,
  call: Call,
  set: OperationSet,
): readonly PlannedOperation[] {
  const listed = set.Operation ?? [];
  const most = ports.settings.operations;
  if (listed.length === 0) throw new ReplyError(noOperations);
  if (listed.length > most) throw new ReplyError(tooMany(listed.length, most));
  const twice = repeatedIds(listed);
  if (twice.length > 0) throw new ReplyError(...twice);
  return listed.map((one, at) => planned(table, ports, message, call, one, `OperationSet.Operation[${at}]`));
}

const noOperations: Finding = {
  code: codes.payloadMissing,
  path: 'Payload.OperationSet.Operation',
  details: 'a set needs at least one operation',
  values: { element: 'Operation' },
};

function tooMany(count: number, most: number): Finding {
  const details = `the set has ${count} operations; at most ${most} are taken, and nothing was done`;
  return { code: codes.tooManyItems, path: 'Payload.OperationSet', details, values: { limit: String(most) } };
}

/** An id is a number, however it is written. */
function repeatedIds(listed: readonly SetOperation[]): readonly Finding[] {
  const seen = new Map<bigint, number>();
  return listed.flatMap(({ operationId }, at) => {
    const id = BigInt(operationId.replace(/^\+/, ''));
    const before = seen.get(id);
    if (before === undefined) {
      seen.set(id, at);
      return [];
    }
    const details = `the operationId ${id} stands at OperationSet.Operation[${before}] already; give each operation a number of its own. Nothing was done`;
    const path = `OperationSet.Operation[${at}].operationId`;
    return [{ code: codes.invalidRequestId, path, details, operationId, values: { object: String(id) } }];
  });
}

function planned(
  table: NounTable,
  ports: ServicePorts,
  set: AnyMessage,
  call: Call,
  one: SetOperation,
  path: string,
): PlannedOperation {
  const { operationId, payload } = one;
  const elementOperation = one.elementOperation === 'true' || one.elementOperation === '1';
  const refused = (...findings: readonly Finding[]): PlannedOperation => {
    const placed = findings.map((finding) => within(finding, path, operationId));
    return { operationId, path, elementOperation, findings: placed };
  };
  if (one.findings !== undefined) return refused(...one.findings);
  const noun = nounOf(one, set);
  const verb = verbOf(one, set);
  const row = (table as Readonly<Record<string, NounRow | undefined>>)[noun ?? ''];
  const wrong = notServed(noun, verb, row);
  if (wrong.length > 0) return refused(...wrong);
  if (elementOperation && !onElements(verb, row)) return refused(noElementOperation(noun, verb, row));
  const operation = byVerb.get(`${verb} ${noun}`);
  if (operation === undefined || row === undefined) throw new Error(`the contract has no ${verb} ${noun}`);
  const root = operation.shape === 'get' ? `Get${operation.noun}` : operation.noun;
  if (payload !== undefined && payload.name !== root) return refused(otherPayload(operation, root, payload.name));
  const message = messageOf(set, operation, payload?.value ?? (operation.shape === 'get' ? {} : undefined));
  const findings = [
    ...payloadFindings(message, { ...call, operation, rest: undefined }, row),
    ...unrepeatable(set, operation, row, ports),
  ];
  if (findings.length > 0) return refused(...findings);
  return { operationId, path, operation, message, elementOperation, findings: [] };
}

const elementVerbs: readonly (string | undefined)[] = ['create', 'change', 'delete'] satisfies ElementVerb[];

/** Whether the verb can be about single elements of the noun's objects: it changes them, one by one and by the generic rules. */
function onElements(verb: string | undefined, row: NounRow | undefined): boolean {
  return elementVerbs.includes(verb) && elementsCanChange(row);
}

function elementsCanChange(row: NounRow | undefined): boolean {
  if (row === undefined || row.objects === 'payload' || row.anonymous === true) return false;
  return row.verbs.includes('change') && (row.service === undefined || row.elementOperations === true);
}

function noElementOperation(noun = '', verb = '', row: NounRow | undefined): Finding {
  const details = elementsCanChange(row)
    ? `${verb} is about objects as a whole; elementOperation goes with ${elementVerbs.join(', ')}`
    : `${noun} has no operations on single elements; send the operation without it`;
  return { code: codes.invalidVerb, path: 'elementOperation', details, values: { value: verb } };
}

/** A finding of one operation, as the answer to the set says it. */
export function within(finding: Finding, path: string, operationId: string): Finding {
  const inside = finding.path?.replace(/^Payload\./, '') ?? '';
  return { ...finding, path: inside === '' ? path : `${path}.${inside}`, operationId };
}

/** What it says, else what its payload is of, else what the message around it is of. */
export function nounOf({ noun, payload }: SetOperation, { Header }: AnyMessage): string | undefined {
  if (!blank(noun)) return noun?.trim();
  if (payload !== undefined) return payload.name.replace(/^Get/, '');
  return Header.Noun === 'OperationSet' ? undefined : Header.Noun;
}

export function verbOf({ verb, payload }: SetOperation, { Header }: AnyMessage): string | undefined {
  if (!blank(verb)) return verb?.trim();
  if (payload?.name.startsWith('Get') === true) return 'get';
  return Header.Verb === 'execute' ? undefined : Header.Verb;
}

function notServed(noun: string | undefined, verb: string | undefined, row: NounRow | undefined): readonly Finding[] {
  const missing = (element: string): Finding => ({
    code: codes.fieldMissing,
    path: element,
    details: `the operation does not say its ${element}`,
    values: { element },
  });
  if (noun === undefined) return verb === undefined ? [missing('noun'), missing('verb')] : [missing('noun')];
  if (row === undefined) {
    const details = noun === 'OperationSet' ? 'a set holds no other sets' : `this gateway does not serve ${clip(noun)}`;
    return [{ code: codes.invalidNoun, path: 'noun', details, values: { value: clip(noun) } }];
  }
  if (verb === undefined) return [missing('verb')];
  if ((row.verbs as readonly string[]).includes(verb)) return [];
  const details = `${noun} has no ${clip(verb)}; it has ${row.verbs.join(', ')}`;
  return [{ code: codes.invalidVerb, path: 'verb', details, values: { value: clip(verb) } }];
}

function otherPayload({ verb, noun }: Operation, root: string, given: string): Finding {
  const details = `${verb} of ${noun} takes the payload ${root}, not ${given}`;
  return { code: codes.invalidNoun, path: given, details, values: { value: given } };
}

/** The message that the operation stands for: the Header of the set with its own verb and noun, answered at once. */
function messageOf({ Header, Request }: AnyMessage, operation: Operation, value: object | undefined): AnyMessage {
  const { noun, verb, shape } = operation;
  const own = { ...Header, Verb: verb, Noun: noun, AsyncReplyFlag: undefined };
  const Option = memberOf(Request, 'Option');
  const options = Option === undefined ? {} : { Option };
  if (shape === 'get') {
    const times = { StartTime: memberOf(Request, 'StartTime'), EndTime: memberOf(Request, 'EndTime') };
    return { Header: own, Request: { ...times, ...options, [`Get${noun}`]: value } };
  }
  return {
    Header: own,
    ...(Option === undefined ? {} : { Request: options }),
    ...(value === undefined ? {} : { Payload: { [noun]: value } }),
  };
}

/** What acts on devices needs a MessageID here, since a repetition would be another command. */
function unrepeatable(
  { Header }: AnyMessage,
  { verb, noun, shape }: Operation,
  row: NounRow,
  { settings }: ServicePorts,
): readonly Finding[] {
  const acts = row.acts === true && shape === 'request' && settings.controlMessageId === 'required';
  if (!acts || !blank(Header.MessageID)) return [];
  const details = `${verb} of ${noun} needs a MessageID in the Header of the set, so that it can be repeated without being done twice`;
  return [{ code: codes.headerMissing, details, values: { element: 'MessageID' } }];
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
