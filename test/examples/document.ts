/**
 * Messages written as a person would: plain values put into the order of the schema, one element a line, the same few prefixes.
 * Knows the contract only through the code generator's model; a member that the schema does not have is an error.
 */
import type { ComplexType, ElementParticle, Particle, TypeRef } from '../../src/codegen/model.js';
import type { Operation } from '../../src/generated/operations.js';
import { contractSchemas, type Tree, type TreeAttribute } from '../support/xsd-generator.js';

/**
 * An element: a text, or its members by name; attributes are members with an `@` in front, and the payload of a noun where the schema
 * takes anything is one with a `#`.
 */
export type Value = string | Members;
export interface Members {
  readonly [name: string]: Value | readonly Value[];
}

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const envelope = 'http://iec.ch/TC57/2011/schema/message';

/** The message of an operation as a SOAP 1.1 envelope. Throws when a member has no place in the schema. */
export function messageDocument(operation: Operation, value: Members): string {
  const { namespace, name, noun, shape } = operation;
  const profile = `http://iec.ch/TC57/2011/${shape === 'get' ? 'Get' : ''}${noun}#`;
  const prefixes = { soap, m: namespace, msg: envelope, ...(shape === 'operationSet' ? {} : { obj: profile }) };
  const schema = contractSchemas.get(namespace);
  const root = schema?.roots.find((one) => one.name === name);
  if (root === undefined) throw new Error(`the contract has no element ${name}`);
  const message = treeOf(namespace, name, root.type, value, name);
  const body = elementOf(soap, 'Body', [message]);
  return printed(elementOf(soap, 'Envelope', [body]), prefixes);
}

function elementOf(namespace: string, name: string, content: readonly (Tree | string)[]): Tree {
  return { namespace, name, attributes: [], content };
}

/** An element with its members in the order of the schema. */
function treeOf(namespace: string, name: string, type: TypeRef, value: Value, path: string): Tree {
  if (typeof value === 'string') return elementOf(namespace, name, value === '' ? [] : [value]);
  const complex = complexTypeOf(type);
  if (complex === undefined) throw new Error(`${path} has no members`);
  const left = new Map(Object.entries(value));
  const attributes: TreeAttribute[] = [];
  for (const attribute of complex.attributes) {
    const given = left.get(`@${attribute.name}`);
    if (typeof given !== 'string') continue;
    left.delete(`@${attribute.name}`);
    attributes.push({ namespace: '', name: attribute.name, value: given });
  }
  const content: Tree[] = [];
  for (const particle of elementsIn(complex.particles)) {
    const given = left.get(particle.name);
    if (given === undefined) continue;
    left.delete(particle.name);
    const list = Array.isArray(given) ? (given as readonly Value[]) : [given as Value];
    for (const one of list)
      content.push(treeOf(particle.namespace, particle.name, particle.type, one, `${path}.${particle.name}`));
  }
  for (const [key, given] of left) {
    if (!key.startsWith('#') || !complex.particles.some(({ kind }) => kind === 'any')) continue;
    left.delete(key);
    const profile = `http://iec.ch/TC57/2011/${key.slice(1)}#`;
    const type: TypeRef = { namespace: profile, name: key.slice(1) };
    content.push(treeOf(profile, key.slice(1), type, given as Value, `${path}.${key.slice(1)}`));
  }
  if (left.size > 0) throw new Error(`${path} has no ${[...left.keys()].join(', ')}`);
  return { namespace, name, attributes, content };
}

function elementsIn(particles: readonly Particle[]): ElementParticle[] {
  return particles.flatMap((particle) =>
    particle.kind === 'element' ? [particle] : particle.kind === 'choice' ? elementsIn(particle.options) : [],
  );
}

function complexTypeOf(ref: TypeRef): ComplexType | undefined {
  const schema = contractSchemas.get(ref.namespace);
  const found = schema?.complexTypes.find((type) => type.name === ref.name);
  if (found !== undefined) return found;
  const root = schema?.roots.find((one) => one.name === ref.name);
  return root && root.type.name !== ref.name ? complexTypeOf(root.type) : undefined;
}

/** Whether elements of this name directly below a noun's root may have a member. */
export function hasMember(noun: string, kind: string, member: string): boolean {
  const namespace = `http://iec.ch/TC57/2011/${noun}#`;
  const root = contractSchemas.get(namespace)?.roots.find(({ name }) => name === noun);
  const of = (type: TypeRef): ElementParticle[] => elementsIn(complexTypeOf(type)?.particles ?? []);
  const object = root && of(root.type).find(({ name }) => name === kind);
  return object !== undefined && of(object.type).some(({ name }) => name === member);
}

/** One element a line, two blanks a level; namespaces are declared on the root. */
function printed(root: Tree, prefixes: Readonly<Record<string, string>>): string {
  const prefixOf = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const print = ({ namespace, name, attributes, content }: Tree, depth: number, plain = ''): void => {
    const pad = '  '.repeat(depth);
    const prefix = prefixOf.get(namespace);
    const tag = prefix === undefined ? name : `${prefix}:${name}`;
    const declared = depth > 0 ? [] : Object.entries(prefixes).map(([key, uri]) => `xmlns:${key}="${uri}"`);
    // a namespace that comes up within the message is written without a prefix
    if (prefix === undefined && namespace !== plain) declared.push(`xmlns="${namespace}"`);
    const said = attributes.map((attribute) => `${attribute.name}="${escaped(attribute.value)}"`);
    const space = depth > 0 ? ' ' : `\n${' '.repeat(tag.length + 2)}`;
    const start = `${pad}<${[tag, ...said].join(' ')}${declared.length > 0 ? ` ${declared.join(space)}` : ''}`;
    if (content.length === 0) lines.push(`${start}/>`);
    else if (typeof content[0] === 'string') lines.push(`${start}>${escaped(content[0])}</${tag}>`);
    else {
      lines.push(`${start}>`);
      for (const part of content) if (typeof part !== 'string') print(part, depth + 1, prefix === undefined ? namespace : plain);
      lines.push(`${pad}</${tag}>`);
    }
  };
  print(root, 0);
  return `${lines.join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
