/**
 * Messages of any noun and verb as documents, made from the schemas: the fullest object there can be, under identifiers that
 * are given once in a test run. Knows nothing of the generated writers, so that it can judge what comes back.
 */
import { gzipSync } from 'node:zlib';
import type { Particle, Schema, TypeRef } from '../../src/codegen/model.js';
import { XS } from '../../src/codegen/model.js';
import { operations, type Operation, type Verb } from '../../src/generated/operations.js';
import { ownSpelling, spelled, type Spelling } from '../../src/contract/spelling.js';
import { wrapBody, type SoapVersion } from '../../src/soap/envelope.js';
import { print } from './xsd-generator-print.js';
import { contractSchemas, maximal, type Tree } from './xsd-generator.js';

const envelope = 'http://iec.ch/TC57/2011/schema/message';

export function operationOf(noun: string, verb: Verb): Operation {
  const found = operations.find((o) => o.noun === noun && o.verb === verb);
  if (!found) throw new Error(`the contract has no ${verb} of ${noun}`);
  return found;
}

export function element(
  namespace: string,
  name: string,
  content: readonly (Tree | string)[],
  attributes: Readonly<Record<string, string>> = {},
): Tree {
  const list = Object.entries(attributes).map(([key, value]) => ({ namespace: '', name: key, value }));
  return { namespace, name, attributes: list, content };
}

export const profileNamespace = (profile: string): string => `http://iec.ch/TC57/2011/${profile}#`;

/** An element of a profile: `inProfile('MeterConfig')('Meter', ['…'])`. */
export const inProfile =
  (profile: string) =>
  (name: string, content: readonly (Tree | string)[] = [], attributes: Readonly<Record<string, string>> = {}): Tree =>
    element(profileNamespace(profile), name, content, attributes);

export interface MessageParts {
  /** `Request/ID`: texts, or texts with attributes, which the typed form of a get has not. */
  readonly ids?: readonly (string | { readonly text: string; readonly attributes: Readonly<Record<string, string>> })[];
  /** Children of the payload root; of the Get profile for a get. */
  readonly content?: readonly Tree[] | undefined;
  readonly header?: Readonly<Record<string, string>>;
  /** `Request/Option`: names and values. */
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** The payload in `Compressed`. */
  readonly packed?: boolean;
}

let messages = 0;

/** A whole SOAP message of an operation. */
export function messageText(operation: Operation, parts: MessageParts = {}, version: SoapVersion = '1.1'): string {
  return wrapBody(version, print(messageTree(operation, parts)));
}

/** In which form a message stands in the Body, and how its namespaces are called. */
export interface TextManner {
  readonly form: 'typed' | 'generic' | 'bare';
  readonly spelling: Spelling;
  readonly version: SoapVersion;
}

/** The same in another manner. */
export function mannerText(operation: Operation, parts: MessageParts, { form, spelling, version }: TextManner): string {
  const tree = inForm(messageTree(operation, parts, spelling, form), operation, form);
  return wrapBody(version, print(renamed(tree, (namespace) => spelled(namespace, spelling))));
}

function inForm(tree: Tree, { namespace, shape }: Operation, form: TextManner['form']): Tree {
  if (form === 'typed') return tree;
  const kind = { get: 'Request', request: 'Request', operationSet: 'Request', event: 'Event', response: 'Response' }[
    shape
  ];
  const common = renamed(tree, (name) => (name === namespace ? envelope : name));
  if (form === 'bare') return { ...common, name: `${kind}Message` };
  const wrapper = kind === 'Event' ? 'PublishEvent' : kind;
  const { abstract } = ownSpelling;
  return element(abstract, wrapper, [{ ...common, namespace: abstract, name: 'message' }]);
}

function renamed(tree: Tree, nameOf: (namespace: string) => string): Tree {
  const content = tree.content.map((part) => (typeof part === 'string' ? part : renamed(part, nameOf)));
  return { ...tree, namespace: nameOf(tree.namespace), content };
}

/** Of the fields that tests give. */
const headerOrder = ['Verb', 'Noun', 'Source', 'AsyncReplyFlag', 'ReplyAddress', 'MessageID', 'CorrelationID'];

function bySchema([a]: readonly [string, string], [b]: readonly [string, string]): number {
  const [one, other] = [a, b].map((field) => headerOrder.indexOf(field)) as [number, number];
  return one < 0 || other < 0 ? 0 : one - other;
}

function messageTree(
  operation: Operation,
  parts: MessageParts,
  spelling: Spelling = {},
  form: TextManner['form'] = 'typed',
): Tree {
  const { namespace, name, noun, verb, shape } = operation;
  const fields = { Verb: verb, Noun: noun, Source: 'CIS', MessageID: `message-${++messages}`, ...parts.header };
  const header = element(
    namespace,
    'Header',
    Object.entries(fields)
      .sort(bySchema)
      .map(([field, text]) => element(envelope, field, [text])),
  );
  const { ids = [], options = {}, content } = parts;
  const body: Tree[] = [header];
  const own = shape === 'get' ? namespace : envelope;
  const asked = [
    ...Object.entries(options).map(([option, value]) =>
      element(own, 'Option', [element(envelope, 'name', [option]), element(envelope, 'value', [value])]),
    ),
    ...ids.map((id) =>
      typeof id === 'string' ? element(own, 'ID', [id]) : element(own, 'ID', [id.text], id.attributes),
    ),
  ];
  if (shape === 'get') {
    const profile = element(profileNamespace(`Get${noun}`), `Get${noun}`, content ?? []);
    body.push(element(namespace, 'Request', [...asked, profile]));
  } else {
    if (asked.length > 0) body.push(element(namespace, 'Request', asked));
    const root = content && element(profileNamespace(noun), noun, content);
    if (root) body.push(element(namespace, 'Payload', parts.packed ? packed(root, namespace, spelling, form) : [root]));
  }
  return element(namespace, name, body);
}

/** Children of a Payload whose content is compressed: the typed form has an empty element of the noun beside it. */
function packed(root: Tree, namespace: string, spelling: Spelling, form: TextManner['form']): Tree[] {
  const text = print(renamed(root, (name) => spelled(name, spelling)));
  const compressed = element(namespace, 'Compressed', [gzipSync(text).toString('base64')]);
  const beside = form === 'typed' ? [{ ...root, content: [] }] : [];
  return [...beside, compressed, element(namespace, 'Format', ['XML'])];
}

const fullest = new Map<string, Tree>();

/** The fullest payload of a noun, below its root: each identifier in it is unique to `serial`. */
export function fullContent(noun: string, kinds: readonly string[] | 'payload', serial: string): readonly Tree[] {
  let tree = fullest.get(noun);
  if (!tree) fullest.set(noun, (tree = maximal(profileSchema(noun), noun)[0]!.tree));
  const content = tree.content.filter((part): part is Tree => typeof part !== 'string');
  const own = kinds === 'payload' ? content : content.filter(({ name }) => kinds.includes(name));
  let count = 0;
  const next = (): string => `${noun}-${serial}-${++count}`;
  return own.map((tree) => identified(tree, next));
}

function identified(tree: Tree, next: () => string): Tree {
  if (tree.foreign) return tree;
  if (tree.name === 'mRID') return { ...tree, content: [next()] };
  if (tree.name === 'Names') return { ...tree, content: tree.content.map((part) => withName(part, next())) };
  return { ...tree, content: tree.content.map((part) => (typeof part === 'string' ? part : identified(part, next))) };
}

/** Texts of a name that mean something; what only describes stays as it was made. */
function withName(part: Tree | string, text: string): Tree | string {
  if (typeof part === 'string') return part;
  if (part.name === 'name') return { ...part, content: [text] };
  return { ...part, content: part.content.map((inner) => withName(inner, `${part.name} of the tests`)) };
}

/** The same tree with another text in every element of that name. */
export function withText(tree: Tree, name: string, text: string): Tree {
  if (tree.foreign) return tree;
  if (tree.name === name) return { ...tree, content: [text] };
  return {
    ...tree,
    content: tree.content.map((part) => (typeof part === 'string' ? part : withText(part, name, text))),
  };
}

/** The text of a child. */
export function childText(tree: Tree, name: string): string | undefined {
  for (const part of tree.content)
    if (typeof part !== 'string' && part.name === name && typeof part.content[0] === 'string') return part.content[0];
  return undefined;
}

/** Children of these names, in their order. */
export function only(tree: Tree, ...names: readonly string[]): Tree {
  return { ...tree, content: tree.content.filter((part) => typeof part !== 'string' && names.includes(part.name)) };
}

/** An optional child of a noun's object that is any text, and so can be changed to any other. */
export function freeTextOf(noun: string, kind: string): string | undefined {
  const schema = profileSchema(noun);
  const root = particlesOf(schema, schema.roots.find(({ name }) => name === noun)!.type);
  const object = root.find((particle) => particle.kind === 'element' && particle.name === kind);
  if (object?.kind !== 'element') return undefined;
  const free = particlesOf(schema, object.type).find(
    (p) =>
      p.kind === 'element' && p.name !== 'mRID' && p.max === 1 && p.type.namespace === XS && p.type.name === 'string',
  );
  return free?.kind === 'element' ? free.name : undefined;
}

/** Mandatory children of a noun's object: what a message must hold besides what it is about. */
export function mandatoryOf(noun: string, kind: string): readonly string[] {
  const schema = profileSchema(noun);
  const root = particlesOf(schema, schema.roots.find(({ name }) => name === noun)!.type);
  const object = root.find((particle) => particle.kind === 'element' && particle.name === kind);
  if (object?.kind !== 'element') return [];
  return particlesOf(schema, object.type).flatMap((p) => (p.kind === 'element' && p.min > 0 ? p.name : []));
}

function profileSchema(noun: string): Schema {
  return contractSchemas.get(profileNamespace(noun))!;
}

function particlesOf(schema: Schema, { name }: TypeRef): readonly Particle[] {
  return schema.complexTypes.find((type) => type.name === name)?.particles ?? [];
}
