/**
 * Edition 3's way of wrapping: the envelope of 2021 has an abstract payload, and the root element of every noun stands in its place.
 * The schemas are made here from those of the contract, for every noun alike. How the second edition of the envelope lays them out is
 * not publicly known: this is our own stand-in (docs/adr/0010-wrapped-payloads.md). Knows schemas, and no messages.
 */
import { operations } from '../generated/operations.js';
import { profiles } from '../generated/profiles.js';
import { endOf, TapeCursor } from './cursor.js';
import { Edits } from './edits.js';
import { liftedLimits } from './lifted-limits.js';
import { attributePlaces, isDeclaration } from './respell.js';
import { CONTENT_END, NAME, NAME_END, NS, Scanner, START, STRIDE, type Tape } from './scan.js';
import { ownSpelling, partOf } from './spelling.js';
import { childrenOf, nameAt } from './tape-tree.js';

/** The element that a noun's root element substitutes, and the type that its type extends; both of the envelope. */
export const abstractPayload = 'AbstractPayload';
const abstractType = 'AbstractPayloadType';

const schemaNamespace = 'http://www.w3.org/2001/XMLSchema';

const nouns: ReadonlySet<string> = new Set(operations.map(({ noun }) => noun));

/** Whether the root element of this name is a payload: that of a noun, and not of a Get profile. */
export function isPayload(name: string): boolean {
  return nouns.has(name);
}

/**
 * A schema of the contract, in its own namespaces, as Edition 3 wraps it; any other text, and a schema that is wrapped already, as it is.
 * - the envelope gets the abstract payload, which is what a Payload holds, one and no more;
 * - the root element of a noun substitutes it. Get profiles do not: they stand in a Request;
 * - what takes messages of every noun imports every profile.
 *
 * Messages of one noun stay: they name its root element, which is as much a payload as before.
 */
export function wrappedSchema(text: string): string {
  const native = /\stargetNamespace\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  const found = native === undefined ? undefined : partOf(native);
  if (found === undefined) return text;
  const { part, name } = found;
  if (part === 'envelope') return new Wrapping(text).envelope();
  if (part === 'abstract' || (part === 'messages' && name === 'OperationSet')) return new Wrapping(text).everyNoun();
  return part === 'profiles' && isPayload(name) ? new Wrapping(text).profile(name) : text;
}

/** The changes to one file. Lines stay where they are, but for what is added between its components. */
class Wrapping {
  private readonly tape: Tape;
  private readonly edits = new Edits();
  /** Prefix of the elements of the schema, with its colon. */
  private readonly xs: string;
  private readonly isSchema: boolean;

  constructor(private readonly text: string) {
    this.tape = new Scanner(liftedLimits).scan(text);
    this.xs = text.slice(this.tape.cells[START]! + 1, this.tape.cells[NAME]);
    this.isSchema = this.is(0, 'schema');
  }

  envelope(): string {
    const payload = this.global('complexType', 'PayloadType');
    const content = payload && this.wildcardIn(payload);
    if (!this.isSchema || content === undefined || this.global('element', abstractPayload)) return this.text;
    const { xs, edits } = this;
    const msg = this.envelopePrefix();
    edits.replace(
      this.start(content),
      endOf(this.tape, content),
      `<${xs}element ref="${msg}${abstractPayload}" minOccurs="0"/>`,
    );
    const operation = this.global('complexType', 'OperationType');
    const any = operation && this.wildcardIn(operation);
    if (any !== undefined) this.setAttribute(any, 'processContents', 'lax');
    edits.insert(
      this.firstComponent(),
      `<${xs}element name="${abstractPayload}" type="${msg}${abstractType}" abstract="true">${this.doc('Stands for a payload and never for itself: the root element of a noun takes its place.')}</${xs}element>\n\n  ` +
        `<${xs}complexType name="${abstractType}" abstract="true">${this.doc('What the types of all payloads extend. A stand-in of this gateway: how the second edition of the envelope lays it out is not publicly known.')}</${xs}complexType>\n\n  `,
    );
    return edits.madeIn(this.text);
  }

  profile(name: string): string {
    const root = this.global('element', name);
    if (!this.isSchema || root === undefined || this.attribute(root, 'substitutionGroup') !== undefined)
      return this.text;
    const anonymous = childrenOf(this.tape, root).find((i) => this.is(i, 'complexType'));
    const type = anonymous ?? this.global('complexType', localPart(this.attribute(root, 'type') ?? ''));
    const msg = this.envelopePrefix();
    if (type === undefined || !this.extend(type, msg + abstractType)) return this.text;
    this.edits.insert(this.tape.cells[root * STRIDE + NAME_END]!, ` substitutionGroup="${msg}${abstractPayload}"`);
    this.import([{ namespace: ownSpelling.envelope, location: 'Message.xsd' }]);
    return this.edits.madeIn(this.text);
  }

  everyNoun(): string {
    if (!this.isSchema) return this.text;
    this.import(profiles.map(({ name, namespace }) => ({ namespace, location: `../profiles/${name}.xsd` })));
    return this.edits.madeIn(this.text);
  }

  /** Lets a complex type extend another that has no content; false when it is of a kind that cannot. */
  private extend(type: number, base: string, derived: readonly number[] = []): boolean {
    const { tape, xs, edits } = this;
    const content = childrenOf(tape, type).filter((i) => !this.is(i, 'annotation'));
    const [first] = content;
    const start = `<${xs}complexContent><${xs}extension base="${base}">`;
    const end = `</${xs}extension></${xs}complexContent>`;
    if (first === undefined) {
      const at = tape.cells[type * STRIDE + CONTENT_END]!;
      if (at === endOf(tape, type)) edits.replace(at - 2, at, `>${start}${end}</${xs}complexType>`);
      else edits.insert(at, start + end);
      return true;
    }
    if (this.is(first, 'simpleContent') || this.attribute(type, 'mixed') === 'true') return false;
    if (this.is(first, 'complexContent')) {
      const extension = childrenOf(tape, first).find((i) => this.is(i, 'extension'));
      const own = extension && this.global('complexType', localPart(this.attribute(extension, 'base') ?? ''));
      const chain = [...derived, type];
      return own !== undefined && !chain.includes(own) && this.extend(own, base, chain);
    }
    edits.insert(this.start(first), start);
    edits.insert(endOf(tape, content.at(-1)!), end);
    return true;
  }

  /** Imports what is not imported yet. */
  private import(wanted: readonly { readonly namespace: string; readonly location: string }[]): void {
    const there = childrenOf(this.tape, 0).flatMap((i) => (this.is(i, 'import') ? this.attribute(i, 'namespace') : []));
    const lines = wanted
      .filter(({ namespace }) => !there.includes(namespace))
      .map(({ namespace, location }) => `<${this.xs}import namespace="${namespace}" schemaLocation="${location}"/>`);
    if (lines.length > 0) this.edits.insert(this.firstComponent(), `${lines.join('\n  ')}\n\n  `);
  }

  /** Prefix of the envelope's namespace with its colon; declared when it is not. */
  private envelopePrefix(): string {
    const places = attributePlaces(this.tape, 0);
    const { text } = this;
    const declared = places.find(
      (place) => isDeclaration(place) && text.slice(place.valueAt, place.valueEnd) === ownSpelling.envelope,
    );
    if (declared !== undefined) return declared.name === 'xmlns' ? '' : `${declared.name.slice('xmlns:'.length)}:`;
    let prefix = 'msg';
    while (text.includes(`xmlns:${prefix}`)) prefix += '_';
    this.edits.insert(this.tape.cells[NAME_END]!, ` xmlns:${prefix}="${ownSpelling.envelope}"`);
    return `${prefix}:`;
  }

  /** The first wildcard for elements in a type. */
  private wildcardIn(index: number): number | undefined {
    for (const child of childrenOf(this.tape, index)) {
      const found = this.is(child, 'any') ? child : this.wildcardIn(child);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private setAttribute(index: number, name: string, value: string): void {
    const place = attributePlaces(this.tape, index).find((one) => one.name === name);
    if (place !== undefined) this.edits.replace(place.valueAt, place.valueEnd, value);
    else this.edits.insert(this.tape.cells[index * STRIDE + NAME_END]!, ` ${name}="${value}"`);
  }

  /** Where what is neither annotation nor import begins. */
  private firstComponent(): number {
    const head = ['annotation', 'import', 'include'];
    const first = childrenOf(this.tape, 0).find((i) => !head.some((name) => this.is(i, name)));
    return first === undefined ? this.tape.cells[CONTENT_END]! : this.start(first);
  }

  private global(kind: string, name: string): number | undefined {
    return childrenOf(this.tape, 0).find((i) => this.is(i, kind) && this.attribute(i, 'name') === name);
  }

  private doc(sentence: string): string {
    const { xs } = this;
    return `<${xs}annotation><${xs}documentation>${sentence}</${xs}documentation></${xs}annotation>`;
  }

  private attribute(index: number, name: string): string | undefined {
    return new TapeCursor(this.tape, index).attribute(name);
  }

  private start(index: number): number {
    return this.tape.cells[index * STRIDE + START]!;
  }

  private is(index: number, name: string): boolean {
    const { tape } = this;
    return tape.uri(tape.cells[index * STRIDE + NS]!) === schemaNamespace && nameAt(tape, index) === name;
  }
}

function localPart(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
