/**
 * Messages that do not come in the contract's own way are brought into it: other namespaces, the generic and the bare form, extra
 * elements. What comes out is a document in the contract's own namespaces with a typed message, which is read as if it had come
 * like that; lines stay where they are. How it came is noted, since it is answered in the same way (`Manner`). A message in the
 * native form never comes here.
 */
import { namedPayloads } from '../contract/abstract-payloads.js';
import { TapeCursor } from '../contract/cursor.js';
import { extrasIn, pathTo, withoutExtras } from '../contract/extras.js';
import { bareText, genericMessage, targetsMoved, typedText, type GenericMessage } from '../contract/generic.js';
import { genericOperation, genericService, operationFor } from '../contract/operations.js';
import { respelled } from '../contract/respell.js';
import { NEXT, NS, STRIDE, type Tape } from '../contract/scan.js';
import { abstractNamespace, nativeAction, partOf, wraps, type Part, type Spelling } from '../contract/spelling.js';
import { childrenOf, nameAt } from '../contract/tape-tree.js';
import type { DocumentText } from '../contract/text.js';
import * as Message from '../generated/Message.js';
import type { Operation } from '../generated/operations.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { actionOf } from './asked-operation.js';
import type { Dialects, Manner } from './dialects.js';
import { openEnvelope, type OpenEnvelope, type SoapVersion } from './envelope.js';
import { inManner, SoapFault } from './fault.js';
import { heardIn } from './heard.js';
import type { AroundBody, MediaType } from './request.js';
import { unknownIn } from './unknown-operation.js';

/** A document in the contract's own way. */
export interface Transcribed {
  readonly document: DocumentText;
  readonly tape: Tape;
  readonly around: AroundBody;
  readonly media: MediaType;
  readonly manner: Manner;
  /** Why no operation takes the message, though it is valid; then it has been brought nowhere. */
  readonly refusal?: Refusal | undefined;
}

/** A valid message of the generic service that asks for what there is not. It is answered with a reply. */
export interface Refusal {
  readonly version: SoapVersion;
  readonly operation: Operation;
  readonly header: Message.HeaderType;
  readonly findings: readonly Finding[];
}

/** What is needed of whoever reads documents. */
export interface Means {
  readonly dialects: Dialects;
  /** Throws `SoapFault` for what the limits refuse. */
  scan(document: DocumentText): Tape;
  /** Throws `SoapFault` when the document is not well-formed. */
  prove(document: DocumentText): void;
  /** Throws `SoapFault` when the message is not valid. */
  validate(document: DocumentText, tape: Tape, envelope: OpenEnvelope): void;
}

/** Whether a message comes in another way than the contract's own, so that it must be transcribed. */
export function isOther(tape: Tape, dialect: string | undefined): boolean {
  return dialect !== undefined || tape.met.length > 0 || standsBare(tape);
}

/** Whether the one message in the Body is of the common envelope itself. */
function standsBare({ cells, length }: Tape): boolean {
  let body = 1;
  while (body < length && cells[body * STRIDE + NEXT]! < length) body = cells[body * STRIDE + NEXT]!;
  return body + 1 < length && cells[(body + 1) * STRIDE + NS] === Message.namespaceIdOf;
}

/**
 * Brings a document into the contract's own way.
 * @param dialect the one chosen for its sender
 * Throws `SoapFault` with the manner in which it is to be answered.
 */
export function transcribed(
  document: DocumentText,
  tape: Tape,
  around: AroundBody,
  media: MediaType,
  dialect: string | undefined,
  means: Means,
): Transcribed {
  const { dialects } = means;
  const shown = dialects.spellingOf(tape.met);
  const spelling = { ...notShown(tape, dialects.spellingFor(dialect)), ...shown };
  let manner: Manner = { form: 'typed', spelling, dialect, heard: heardIn(tape) };
  try {
    if (!tape.proved) means.prove(document);
    const own = named(renamed({ document, tape }, means), shown, means);
    const action = (text: string | undefined): string | undefined => text && withNativeAction(text, manner.spelling);
    const here = {
      ...own,
      around: { ...around, soapAction: action(around.soapAction) },
      media: { ...media, action: action(media.action) },
      manner,
    };
    const envelope = openEnvelope(own.tape, media.version, around.proofs);
    const generic = genericMessage(own.tape, envelope.message);
    if (generic === undefined) return here;
    manner = { ...manner, form: generic.form };
    return typed({ ...here, manner }, generic, envelope, means);
  } catch (error) {
    if (error instanceof SoapFault) throw inManner(error, manner);
    throw error;
  }
}

/** What a dialect spells differently, without what the message itself shows to be in the contract's spelling. */
function notShown(tape: Tape, spelling: Spelling): Spelling {
  const parts = Object.keys(spelling);
  if (parts.length === 0) return spelling;
  const numbers = new Set<number>();
  for (let i = 0; i < tape.length; i++) numbers.add(tape.cells[i * STRIDE + NS]!);
  const seen = new Set([...numbers].map((number) => partOf(tape.uri(number))?.part));
  return Object.fromEntries(Object.entries(spelling).filter(([part]) => !seen.has(part as Part)));
}

/** The document with our names for our namespaces. */
function renamed(
  { document, tape }: Pick<Transcribed, 'document' | 'tape'>,
  means: Means,
): Pick<Transcribed, 'document' | 'tape'> {
  const nameOf = (uri: string): string | undefined => {
    const native = means.dialects.others.get(uri)?.native;
    return native === uri ? undefined : native;
  };
  if (tape.met.every((uri) => nameOf(uri) === undefined)) return { document, tape };
  return scanned(respelled(tape, nameOf), means);
}

/** The same with payloads that come as the abstract one of 2021 under their own names. */
function named(
  own: Pick<Transcribed, 'document' | 'tape'>,
  shown: Spelling,
  means: Means,
): Pick<Transcribed, 'document' | 'tape'> {
  const text = wraps(shown) ? namedPayloads(own.tape) : undefined;
  return text === undefined ? own : scanned(text, means);
}

/** A message of the generic or the bare form as the typed one that its Header names. */
function typed(here: Transcribed, generic: GenericMessage, envelope: OpenEnvelope, means: Means): Transcribed {
  const { document, tape, around, media, manner } = here;
  const { version, message: index } = envelope;
  if (around.service !== undefined && around.service !== genericService)
    throw new SoapFault(
      'Client',
      `the service ${around.service} does not offer ${nameAt(tape, index)}; send it to the service ${genericService}`,
      version,
    );
  if (generic.form === 'generic') checkAction(nameAt(tape, index), version, around, media);
  const { kind, verb = '', noun = '' } = generic;
  const operation = generic.inner === undefined ? undefined : operationFor(kind, verb, noun);
  // the operation of the message has been found: address and action say nothing of it
  const settled = {
    around: { ...around, service: undefined, soapAction: undefined },
    media: { ...media, action: undefined },
  };
  if (operation !== undefined) {
    checkChildren(tape, generic, operation, version);
    const targets = targetsMoved(tape, generic, operation);
    const text = typedText(tape, index, generic, operation);
    return { ...scanned(text, means), ...settled, manner: targets === 0 ? manner : { ...manner, targets } };
  }
  const alone = generic.inner === undefined ? { document, tape } : scanned(bareText(tape, index, generic), means);
  const { message: own } = openEnvelope(alone.tape, media.version, around.proofs);
  means.validate(alone.document, alone.tape, envelope);
  return {
    ...here,
    refusal: {
      version,
      operation: genericOperation(kind),
      header: Message.readHeaderType(new TapeCursor(alone.tape, own + 1)),
      findings: [unknownIn(kind, verb, noun)],
    },
  };
}

/** The typed form has these in the namespace of its noun's messages: they would pass for children of the envelope. */
function checkChildren(tape: Tape, { inner }: GenericMessage, operation: Operation, version: SoapVersion): void {
  const typedOne = (parent: number, depth: number): number | undefined => {
    for (const child of childrenOf(tape, parent)) {
      if (tape.uri(tape.cells[child * STRIDE + NS]!) === operation.namespace) return child;
      const below = depth > 1 ? typedOne(child, depth - 1) : undefined;
      if (below !== undefined) return below;
    }
    return undefined;
  };
  const found = typedOne(inner!, 2);
  if (found === undefined) return;
  const { name, namespace } = operation;
  const details = `${nameAt(tape, found)} is of ${namespace}, as in ${name}; here it must be of ${Message.namespace}`;
  const findings = [{ code: codes.schemaInvalid, details }];
  throw new SoapFault('Client', `The message is not valid: ${details}`, version, operation, findings);
}

function checkAction(name: string, version: SoapVersion, around: AroundBody, media: MediaType): void {
  const action = actionOf(version, around, media);
  const right = `${abstractNamespace}/${name}`;
  if (action === undefined || action === '' || action === right) return;
  throw new SoapFault(
    'Client',
    `the SOAPAction "${action.slice(0, 200)}" disagrees with the message ${name}, whose action is "${right}"`,
    version,
    undefined,
    [{ code: codes.invalidVerb, details: `SOAPAction must be "${right}" or empty` }],
  );
}

/** How often extras are looked for: each look goes at least one level deeper. */
const mostLooks = 20;
/** Extras that are told by their place. */
const mostTold = 20;

/**
 * The same without elements that no schema knows, when the dialect of the sender may bring such; undefined when there are none or
 * it may not.
 */
export function withoutExtraElements(
  here: Transcribed,
  index: number,
  operation: Operation,
  means: Means,
): Transcribed | undefined {
  const how = means.dialects.named(here.manner.dialect)?.extraElements ?? 'refuse';
  if (how === 'refuse') return undefined;
  means.prove(here.document); // what is left out is not looked at again
  let { document, tape } = here;
  let touched = false;
  const leftOut: string[] = [];
  for (let looks = 0; looks < mostLooks; looks++) {
    const extras = extrasIn(tape, index, operation);
    const early = extras.early.map(({ element }) => element);
    if (extras.unknown.length + early.length === 0) break;
    touched = true;
    for (const element of how === 'keep' ? extras.unknown : [...extras.unknown, ...early])
      if (leftOut.length < mostTold) leftOut.push(pathTo(tape, index, element));
    ({ document, tape } = scanned(withoutExtras(tape, extras, how === 'keep'), means));
  }
  return !touched ? undefined : { ...here, document, tape, manner: { ...here.manner, leftOut } };
}

function scanned(text: string, means: Means): Pick<Transcribed, 'document' | 'tape'> {
  const document = { text, ascii: false, get utf8() { return Buffer.from(text, 'utf8'); } }; // prettier-ignore
  return { document, tape: means.scan(document) };
}

function withNativeAction(text: string, spelling: Spelling): string {
  return nativeAction(text.trim().replace(/^"(.*)"$/, '$1'), spelling);
}
