/**
 * Payloads of 2021 that are named by their type: `<msg:AbstractPayload xsi:type="m:MeterConfig">` for `<m:MeterConfig>`, as clients
 * write it that serialise a base class. The schema has the element abstract and so forbids it, but what is meant is beyond doubt: the
 * type of a root element is of its name, and the element gets it.
 */
import { namespaceIdOf as envelopeId } from '../generated/Message.js';
import { Edits } from './edits.js';
import { rootNamed } from './payload-reader.js';
import { attributesOf, collapse, declarationsOf, decodeAttribute } from './raw-text.js';
import { attributePlaces, type AttributePlace } from './respell.js';
import { CONTENT_END, NAME_END, NS, START, STRIDE, type Tape } from './scan.js';
import { childrenOf, isEmptyTag, nameAt } from './tape-tree.js';
import { abstractPayload, isPayload } from './wrapping.js';

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Elements that hold payloads, and those on the way to them; the one of the message itself may have any name. */
const holders: ReadonlySet<string> = new Set(['Payload', 'Operation']);
const onTheWay: ReadonlySet<string> = new Set(['Body', 'message', 'Payload', 'OperationSet', 'Operation']);

/** What an element declares, raw with its quotes, by prefix; the empty one for the default namespace. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

/**
 * The document with its payloads under their own names; undefined when it has none that is named by its type. One whose type is no
 * payload of the contract stays, for the schema to refuse.
 * @param tape a well-formed document in the contract's own namespaces
 */
export function namedPayloads(tape: Tape): string | undefined {
  if (!tape.text.includes(abstractPayload)) return undefined;
  const edits = new Edits();
  const visit = (index: number, outer: Scope | undefined, depth: number, parent: string): void => {
    const name = nameAt(tape, index);
    if (name === abstractPayload && holders.has(parent) && tape.cells[index * STRIDE + NS] === envelopeId)
      rename(tape, index, within(tape, index, outer), edits);
    else if (depth === 0 || depth === 2 || onTheWay.has(name)) {
      const scope = within(tape, index, outer);
      for (const child of childrenOf(tape, index)) visit(child, scope, depth + 1, name);
    }
  };
  visit(0, undefined, 0, '');
  return edits.isEmpty ? undefined : edits.madeIn(tape.text);
}

/** The element gets the name of its type, as it stands there: prefix and all. */
function rename(tape: Tape, index: number, scope: Scope | undefined, edits: Edits): void {
  const { text, cells } = tape;
  const place = attributePlaces(tape, index).find((one) => isType(one, scope));
  if (place === undefined) return;
  const type = collapse(decodeAttribute(text.slice(place.valueAt, place.valueEnd)));
  const [, prefix = '', name = ''] = /^(?:([^:]+):)?([^:]+)$/.exec(type) ?? [];
  const namespace = isPayload(name) ? rootNamed(name)?.namespace : undefined;
  if (namespace === undefined || namespace !== boundTo(prefix, scope)) return;
  const start = cells[index * STRIDE + START]! + 1;
  const nameEnd = cells[index * STRIDE + NAME_END]!;
  edits.replace(start, nameEnd, type);
  edits.remove(text, place.nameAt, place.valueEnd + 1);
  if (isEmptyTag(tape, index)) return;
  const end = cells[index * STRIDE + CONTENT_END]! + 2;
  edits.replace(end, end + nameEnd - start, type);
}

function isType({ name }: AttributePlace, scope: Scope | undefined): boolean {
  return name.endsWith(':type') && boundTo(name.slice(0, -':type'.length), scope) === instance;
}

function within({ text, cells }: Tape, index: number, outer: Scope | undefined): Scope | undefined {
  const own = declarationsOf(attributesOf(text, cells, index));
  return own.size === 0 ? outer : { own, outer };
}

/** The namespace that a prefix stands for, the nearest declaration winning. */
function boundTo(prefix: string, scope: Scope | undefined): string | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const quoted = at.own.get(prefix);
    if (quoted !== undefined) return decodeAttribute(quoted.slice(1, -1));
  }
  return undefined;
}
