/**
 * The weakly typed forms of a message: in the wrapper of the generic service, or bare in the Body (messaging §3.4). Both are brought
 * into the typed form, which is read and validated like any other: `abs:Request/abs:message` and `msg:RequestMessage` become
 * `CreateMeterConfig` or whatever verb and noun say. Knows the common envelope, and nothing of SOAP.
 */
import { namespaceIdOf as envelopeId, namespace as envelope } from '../generated/Message.js';
import type { Operation } from '../generated/operations.js';
import { idOptionNames } from '../message/id-options.js';
import { endOf, TapeCursor } from './cursor.js';
import { Edits, linesOf } from './edits.js';
import { attributePlaces } from './respell.js';
import { CONTENT, CONTENT_END, NAME_END, NS, START, STRIDE, type Tape } from './scan.js';
import { abstractNamespace } from './spelling.js';
import { childrenOf, isEmptyTag, nameAt } from './tape-tree.js';
import { escapeText } from './xml-writer.js';

export type GenericKind = 'request' | 'event' | 'response';

/** A message in a weakly typed form, as far as it can be told before it is validated. */
export interface GenericMessage {
  readonly form: 'generic' | 'bare';
  readonly kind: GenericKind;
  /** Tape index of the element that has Header, Request, Reply and Payload; undefined when the wrapper holds no single message. */
  readonly inner: number | undefined;
  /** What its Header says; undefined when it says nothing. */
  readonly verb: string | undefined;
  readonly noun: string | undefined;
}

const wrappers: ReadonlyMap<string, GenericKind> = new Map([
  ['Request', 'request'],
  ['PublishEvent', 'event'],
  ['Response', 'response'],
]);
const bare: ReadonlyMap<string, GenericKind> = new Map([
  ['RequestMessage', 'request'],
  ['EventMessage', 'event'],
  ['ResponseMessage', 'response'],
]);

/** What the element at this index is; undefined for a message of the typed form, and for anything else. */
export function genericMessage(tape: Tape, index: number): GenericMessage | undefined {
  const space = tape.cells[index * STRIDE + NS]!;
  const isBare = space === envelopeId;
  if (!isBare && tape.uri(space) !== abstractNamespace) return undefined;
  const kind = (isBare ? bare : wrappers).get(nameAt(tape, index));
  if (kind === undefined) return undefined;
  const inner = isBare ? index : wrapped(tape, index);
  const header = inner === undefined ? undefined : childrenOf(tape, inner).find((i) => isOf(tape, i, 'Header'));
  const textOf = (name: string): string | undefined => {
    const found = header === undefined ? undefined : childrenOf(tape, header).find((i) => isOf(tape, i, name));
    if (found === undefined || childrenOf(tape, found).length > 0) return undefined;
    return new TapeCursor(tape, found).token();
  };
  return { form: isBare ? 'bare' : 'generic', kind, inner, verb: textOf('Verb'), noun: textOf('Noun') };
}

/** Its one child `message`: in the namespace of the wrapper, or, as one client writes it, of the envelope. */
function wrapped(tape: Tape, index: number): number | undefined {
  const [only, ...others] = childrenOf(tape, index);
  if (only === undefined || others.length > 0 || nameAt(tape, only) !== 'message') return undefined;
  const space = tape.cells[only * STRIDE + NS]!;
  return space === envelopeId || tape.uri(space) === abstractNamespace ? only : undefined;
}

/** The whole document with its message in the typed form of an operation. Lines stay where they are. */
export function typedText(tape: Tape, index: number, message: GenericMessage, operation: Operation): string {
  if (message.inner === undefined) throw new Error('there is no message in the wrapper');
  return new Typing(tape, operation).made(index, message.inner, operation);
}

/** The same in the bare form, whatever namespace its wrapper gave it: for holding it against the schema of the envelope. */
export function bareText(tape: Tape, index: number, { inner, kind }: GenericMessage): string {
  if (inner === undefined) throw new Error('there is no message in the wrapper');
  const [name = ''] = [...bare].find(([, its]) => its === kind) ?? [];
  return new Typing(tape, { name, namespace: envelope }).wrapped(index, inner);
}

/** How many IDs the Payload has that name targets, which the typed form has at the end of those of its Request. */
export function targetsMoved(tape: Tape, { inner }: GenericMessage, { shape }: Operation): number {
  const payload = inner === undefined ? undefined : childrenOf(tape, inner).find((i) => isOf(tape, i, 'Payload'));
  return payload === undefined ? 0 : targetsIn(tape, payload, shape).length;
}

/** Its IDs, where a request has nothing else in its Payload. */
function targetsIn(tape: Tape, payload: number, shape: Operation['shape']): readonly number[] {
  const children = childrenOf(tape, payload).filter((i) => !isOf(tape, i, 'Format'));
  return shape === 'request' && children.every((i) => isOf(tape, i, 'ID')) ? children : [];
}

/** Children of the generic Request that the Request of a Get calls its own. */
const ownOfGet: ReadonlySet<string> = new Set(['StartTime', 'EndTime', 'Option', 'ID']);
const ownOfPayload: ReadonlySet<string> = new Set(['OperationSet', 'Compressed', 'Format']);

class Typing {
  private readonly edits = new Edits();
  /** The prefix of the messages of the noun, one that nobody else uses here. */
  private readonly prefix: string;

  constructor(
    private readonly tape: Tape,
    private readonly named: Pick<Operation, 'name' | 'namespace'>,
  ) {
    this.prefix = freePrefix(tape.text);
  }

  wrapped(outer: number, inner: number): string {
    this.root(outer, inner);
    return this.edits.madeIn(this.tape.text);
  }

  made(outer: number, inner: number, operation: Operation): string {
    const { tape, edits } = this;
    this.root(outer, inner);
    const parts = childrenOf(tape, inner).filter((i) => tape.cells[i * STRIDE + NS] === envelopeId);
    for (const part of parts) this.rename(part, nameAt(tape, part));
    const request = parts.find((i) => nameAt(tape, i) === 'Request');
    const payload = parts.find((i) => nameAt(tape, i) === 'Payload');
    if (payload !== undefined) this.payload(payload, request, operation.shape);
    if (operation.shape === 'get') this.getRequest(operation, request, parts[0]);
    return edits.madeIn(tape.text);
  }

  /** Wrapper and message become one element, which declares what both have declared. */
  private root(outer: number, inner: number): void {
    const { tape, edits, named, prefix } = this;
    const { text, cells } = tape;
    const attributes = new Map<string, string>();
    for (const index of outer === inner ? [inner] : [outer, inner])
      for (const { name, nameAt: at, valueEnd } of attributePlaces(tape, index))
        attributes.set(name, text.slice(at, valueEnd + 1));
    const tag = `${prefix}:${named.name}`;
    const from = cells[outer * STRIDE + START]!;
    const to = cells[inner * STRIDE + CONTENT]!;
    const start = [`<${tag} xmlns:${prefix}="${named.namespace}"`, ...attributes.values()].join(' ');
    edits.replace(from, to, `${start}${missingLines(text.slice(from, to), start)}>`);
    edits.replace(cells[inner * STRIDE + CONTENT_END]!, endOf(tape, outer), `</${tag}>`);
  }

  /** An element of the envelope becomes one of the noun's messages. */
  private rename(index: number, name: string): void {
    const { tape, edits, prefix } = this;
    const p = index * STRIDE;
    const start = tape.cells[p + START]! + 1;
    const nameEnd = tape.cells[p + NAME_END]!;
    edits.replace(start, nameEnd, `${prefix}:${name}`);
    if (isEmptyTag(tape, index)) return;
    const end = tape.cells[p + CONTENT_END]! + 2;
    edits.replace(end, end + nameEnd - start, `${prefix}:${name}`);
  }

  private payload(payload: number, request: number | undefined, shape: Operation['shape']): void {
    const { tape } = this;
    const children = childrenOf(tape, payload);
    const targets = targetsIn(tape, payload, shape);
    if (targets.length > 0) {
      this.targets(payload, targets, request);
      return;
    }
    for (const child of children)
      if (tape.cells[child * STRIDE + NS] === envelopeId && ownOfPayload.has(nameAt(tape, child)))
        this.rename(child, nameAt(tape, child));
  }

  /** Whom a cancel, close or delete means may stand in the generic Payload; the typed form names them in the Request. */
  private targets(payload: number, targets: readonly number[], request: number | undefined): void {
    const { tape, edits } = this;
    const ids = targets.map((i) => new TapeCursor(tape, i).fragment()).join('');
    const [from, to] = [tape.cells[payload * STRIDE + START]!, endOf(tape, payload)];
    edits.forget(from, to);
    edits.remove(tape.text, from, to);
    if (request === undefined) edits.insert(from, `<${this.prefix}:Request>${ids}</${this.prefix}:Request>`);
    else this.fill(request, (name) => ownOfGet.has(name), ids);
  }

  /** The Request of a Get has children and a profile of its own, and IDs without attributes. */
  private getRequest(operation: Operation, request: number | undefined, header: number | undefined): void {
    const { tape, edits, prefix } = this;
    const profile = `Get${operation.noun}`;
    const empty = `<get:${profile} xmlns:get="${operation.namespace.replace(/Message$/, '#')}"/>`;
    if (request === undefined) {
      if (header !== undefined) edits.insert(endOf(tape, header), `<${prefix}:Request>${empty}</${prefix}:Request>`);
      return;
    }
    const children = childrenOf(tape, request);
    const own = children.filter((i) => tape.cells[i * STRIDE + NS] === envelopeId && ownOfGet.has(nameAt(tape, i)));
    const ids = own.filter((i) => nameAt(tape, i) === 'ID');
    if (ids.length > 0) edits.insert(tape.cells[ids[0]! * STRIDE + START]!, this.idOptions(own, ids));
    for (const child of own) this.rename(child, nameAt(tape, child));
    if (!children.some((i) => nameAt(tape, i) === profile)) this.fill(request, (name) => ownOfGet.has(name), empty);
  }

  /** What the attributes of IDs say in the generic form, Options say in the typed one; takes them away from the IDs. */
  private idOptions(own: readonly number[], ids: readonly number[]): string {
    const { tape, edits, prefix } = this;
    const given = new Set(own.filter((i) => nameAt(tape, i) === 'Option').map((i) => optionName(tape, i)));
    const options: string[] = [];
    for (const [at, id] of ids.entries()) {
      const values = new TapeCursor(tape, id);
      for (const place of attributePlaces(tape, id)) {
        const option = idOptionNames.get(place.name);
        if (option === undefined) continue;
        const name = ids.length === 1 && !given.has(option) ? option : `${option}[${at}]`;
        const value = escapeText(values.needAttribute(place.name));
        options.push(
          `<${prefix}:Option xmlns:env="${envelope}"><env:name>${name}</env:name><env:value>${value}</env:value></${prefix}:Option>`,
        );
        edits.remove(tape.text, place.nameAt, place.valueEnd + 1);
      }
    }
    return options.join('');
  }

  /** Puts a text behind those children of an element that are meant, which stand at its front. */
  private fill(index: number, isBefore: (name: string) => boolean, text: string): void {
    const { tape, edits } = this;
    const before = childrenOf(tape, index).filter(
      (i) => tape.cells[i * STRIDE + NS] === envelopeId && isBefore(nameAt(tape, i)),
    );
    const last = before.at(-1);
    if (last !== undefined) edits.insert(endOf(tape, last), text);
    else if (!isEmptyTag(tape, index)) edits.insert(tape.cells[index * STRIDE + CONTENT]!, text);
    else {
      const end = tape.cells[index * STRIDE + CONTENT]!;
      edits.replace(end - 2, end, `>${text}</${this.prefix}:${nameAt(tape, index)}>`);
    }
  }
}

function optionName(tape: Tape, option: number): string | undefined {
  const name = childrenOf(tape, option).find((i) => isOf(tape, i, 'name'));
  return name === undefined || childrenOf(tape, name).length > 0 ? undefined : new TapeCursor(tape, name).token();
}

function freePrefix(text: string): string {
  let prefix = 'typed';
  while (text.includes(`xmlns:${prefix}`)) prefix += '_';
  return prefix;
}

function missingLines(original: string, written: string): string {
  return linesOf(original).slice(linesOf(written).length);
}

/** Whether an element is one of the common envelope, by this name. */
function isOf(tape: Tape, index: number, name: string): boolean {
  return tape.cells[index * STRIDE + NS] === envelopeId && nameAt(tape, index) === name;
}
