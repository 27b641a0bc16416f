/** A header block as a small tree, read strictly: what nobody has asked for is refused. Knows nothing of what its elements mean. */
import { isDeclaration } from '../../contract/canonical.js';
import { endOf } from '../../contract/cursor.js';
import { attributesOf, decodeAttribute, decodeText } from '../../contract/raw-text.js';
import {
  ATTRIBUTES,
  CONTENT,
  CONTENT_END,
  NAME,
  NAME_END,
  NEXT,
  NS,
  START,
  STRIDE,
  type Tape,
} from '../../contract/scan.js';
import { malformed } from './refusal.js';
import { wsu } from './vocabulary.js';

/** More elements than any Security header needs. */
const most = 1_000;

/** What prefixes mean where an element begins. */
export interface Scope {
  get(prefix: string): string | undefined;
}

export interface Element {
  /** On the tape. */
  readonly index: number;
  readonly namespace: string;
  readonly name: string;
  /** By local name, or `{namespace}name` with one. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Of an element without children; empty otherwise. */
  readonly text: string;
}

/**
 * Reads an element and all below it. Throws `Refused` when there is too much of it, or text beside elements.
 * @param around declarations in force where it begins
 */
export function elementAt(tape: Tape, index: number, around: Scope): Element {
  if (tape.cells[index * STRIDE + NEXT]! - index > most) malformed(`it has more than ${most} elements`);
  return read(tape, index, around);
}

function read(tape: Tape, index: number, around: Scope): Element {
  const { text, cells } = tape;
  const p = index * STRIDE;
  const { scope, attributes } = startAt(tape, index, around);
  const end = cells[p + NEXT]!;
  const children: Element[] = [];
  let at = cells[p + CONTENT]!;
  for (let child = index + 1; child < end; child = cells[child * STRIDE + NEXT]!) {
    checkBlank(tape, index, text.slice(at, cells[child * STRIDE + START]));
    children.push(read(tape, child, scope));
    at = endOf(tape, child);
  }
  // of an element that is written as one tag the content ends where it begins
  const rest = text.slice(at, Math.max(at, cells[p + CONTENT_END]!));
  if (children.length > 0) checkBlank(tape, index, rest);
  return {
    index,
    namespace: tape.uri(cells[p + NS]!),
    name: nameOf(tape, index),
    attributes,
    children,
    text: children.length > 0 ? '' : decodeText(rest),
  };
}

/** What stands in the start tag of an element: its attributes, and the declarations in force in it. */
export function startAt(
  tape: Tape,
  index: number,
  around: Scope,
): Pick<Element, 'attributes'> & { readonly scope: Scope } {
  const { text, cells } = tape;
  if (cells[index * STRIDE + ATTRIBUTES] === 0) return { attributes: none, scope: around };
  const raw = attributesOf(text, cells, index);
  let own: Map<string, string> | undefined;
  for (const [name, value] of raw)
    if (isDeclaration(name)) (own ??= new Map<string, string>()).set(name.slice(6), decodeAttribute(value));
  const scope = own === undefined ? around : { get: (prefix: string) => own.get(prefix) ?? around.get(prefix) };
  const attributes = new Map<string, string>();
  for (const [name, value] of raw) {
    if (isDeclaration(name)) continue;
    const colon = name.indexOf(':');
    const key = colon < 0 ? name : `{${scope.get(name.slice(0, colon)) ?? ''}}${name.slice(colon + 1)}`;
    attributes.set(key, decodeAttribute(value));
  }
  return { attributes, scope };
}

const none: ReadonlyMap<string, string> = new Map();

function checkBlank(tape: Tape, index: number, raw: string): void {
  if (/[^\t\n\r ]/.test(decodeText(raw))) malformed(`there is text beside elements in ${nameOf(tape, index)}`);
}

function nameOf({ text, cells }: Tape, index: number): string {
  return text.slice(cells[index * STRIDE + NAME], cells[index * STRIDE + NAME_END]).slice(0, 200);
}

export function is(element: Element, namespace: string, name: string): boolean {
  return element.name === name && element.namespace === namespace;
}

/** The children by name, each at most once. Throws `Refused` for any other child. */
export function membersOf<N extends string>(
  element: Element,
  allowed: Readonly<Record<N, string>>,
): Readonly<Partial<Record<N, Element>>> {
  const found: Partial<Record<N, Element>> = {};
  for (const child of element.children) {
    const name = child.name as N;
    if (!Object.hasOwn(allowed, name) || allowed[name] !== child.namespace)
      malformed(
        `${element.name} has ${child.name} of "${child.namespace.slice(0, 200)}" in it, which is not understood here`,
      );
    if (found[name] !== undefined) malformed(`${element.name} has ${name} more than once`);
    found[name] = child;
  }
  return found;
}

/** The one child there must be. */
export function onlyChild(element: Element): Element {
  const [only, ...others] = element.children;
  if (only === undefined || others.length > 0) malformed(`${element.name} must have one element in it`);
  return only;
}

/** By what a signature refers to an element: its wsu:Id, or the Id of the elements of XML signatures. */
export function idOf({ attributes }: Pick<Element, 'attributes'>): string | undefined {
  return attributes.get(`{${wsu}}Id`) ?? attributes.get('Id');
}

/** Base64, nothing else, in any lines. */
export function base64Of(element: Element): Buffer {
  const text = element.text.replace(/[\t\n\r ]+/g, '');
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text))
    malformed(`${element.name} is not base64`);
  return Buffer.from(text, 'base64');
}
