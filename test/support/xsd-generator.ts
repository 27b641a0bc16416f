/**
 * Makes documents from the schemas of the contract: the smallest, the fullest, and any. Knows the schemas only through the
 * code generator's model, and nothing of the generated readers and writers, so that it can judge them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { loadSchema } from '../../src/codegen/load.js';
import type { ChoiceParticle, ComplexType, Particle, Schema, SimpleType, TypeRef } from '../../src/codegen/model.js';
import { XS } from '../../src/codegen/model.js';
import { print } from './xsd-generator-print.js';
import { never, seeded, simpleValue, valueOf, type Chooser } from './xsd-generator-values.js';

export interface TreeAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** An element as it is meant, before anybody has spelt it. */
export interface Tree {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly TreeAttribute[];
  /** Elements, and texts between them if it is foreign; or one text. */
  readonly content: readonly (Tree | string)[];
  /** Text of a type whose white space is collapsed. */
  readonly collapse?: boolean;
  /** Of a namespace the schema leaves open: kept exactly, white space between elements included. */
  readonly foreign?: boolean;
}

export interface Made {
  readonly tree: Tree;
  readonly xml: string;
}

const wsdl = fileURLToPath(new URL('../../wsdl', import.meta.url));

/** All schemas that have a generated module, by namespace. */
export const contractSchemas: ReadonlyMap<string, Schema> = new Map(
  ['profiles', 'services']
    .flatMap((folder) => readdirSync(join(wsdl, folder)).map((file) => [folder, file] as const))
    .filter(([folder, file]) => (folder === 'profiles' ? file.endsWith('.xsd') : file.endsWith('Message.xsd')))
    .map(([folder, file]) => loadSchema(file, readFileSync(join(wsdl, folder, file), 'utf8')))
    .map((schema) => [schema.namespace, schema]),
);

/** Where a schema stands below wsdl/. */
export function placeOf(schema: Schema): string {
  const service = schema.file.endsWith('Message.xsd') && schema.file !== 'Message.xsd';
  return `${service ? 'services' : 'profiles'}/${schema.file}`;
}

/** The document with nothing that may be left out. */
export function minimal(schema: Schema, element: string): Made {
  const tree = new Builder(never, { counts: (min) => min, options: () => [0] }).root(schema, element);
  return { tree, xml: print(tree) };
}

/** Documents with everything that may be there; as many as it takes to see each alternative of each choice. */
export function maximal(schema: Schema, element: string): Made[] {
  const made: Made[] = [];
  for (let variant = 0, variants = 1; variant < variants; variant++) {
    const twice = new Set<object>();
    const tree = new Builder(seeded(variant), {
      counts: (min, max, what) =>
        max === 1 || twice.has(what) ? Math.max(1, min) : (twice.add(what), Math.min(max, min + 2)),
      options: (choice) => {
        if (choice.max === 1) {
          variants = Math.max(variants, choice.options.length);
          return [variant % choice.options.length];
        }
        return [...choice.options.keys(), ...choice.options.keys()].map(
          (_, i, all) => (i * 2 + variant) % (all.length / 2),
        );
      },
    }).root(schema, element);
    made.push({ tree, xml: print(tree, variant === 0 ? never : seeded(variant)) });
  }
  return made;
}

/** Any valid document, spelt in any legal way. */
export function anyDocument(schema: Schema, element: string): fc.Arbitrary<Made> {
  return fc.integer().map((seed) => documentOf(schema, element, seed));
}

/** The document of one seed, to see a failure again. */
export function documentOf(schema: Schema, element: string, seed: number): Made {
  const c = seeded(seed);
  let left = 20 + c.below(200);
  const tree = new Builder(c, {
    counts: (min, max) => {
      if (left <= 0) return min;
      const count = Math.min(max, c.below(3) === 0 ? min : min + c.below(max === Infinity ? 4 : 2));
      left -= count;
      return count;
    },
    options: (choice) => {
      const times = choice.max === 1 ? 1 : Math.max(choice.min, c.below(5));
      return Array.from({ length: times }, () => c.below(choice.options.length));
    },
  }).root(schema, element);
  return { tree, xml: print(tree, c) };
}

interface Amounts {
  counts(min: number, max: number, what: object): number;
  /** Options to take, one after the other. */
  options(choice: ChoiceParticle): readonly number[];
}

/** Depth at which optional things end, should a type hold itself. */
const deepest = 24;

class Builder {
  private depth = 0;

  constructor(
    private readonly c: Chooser,
    private readonly amounts: Amounts,
  ) {}

  root(schema: Schema, element: string): Tree {
    const root = schema.roots.find((r) => r.name === element);
    if (!root) throw new Error(`${schema.file} has no element ${element}`);
    return this.element(schema.namespace, element, root.type);
  }

  private element(namespace: string, name: string, ref: TypeRef): Tree {
    const type = complexTypeOf(ref);
    if (!type) {
      const { text, collapse } = simpleValue(ref, simpleTypeOf, this.c);
      return { namespace, name, attributes: [], content: [text], collapse };
    }
    const attributes = type.attributes
      .filter((a) => this.amounts.counts(a.required ? 1 : 0, 1, a) === 1)
      .map((a) => ({ namespace: '', name: a.name, value: simpleValue(a.type, simpleTypeOf, this.c).text }));
    if (type.simpleContent) {
      const { text, collapse } = simpleValue(type.simpleContent, simpleTypeOf, this.c);
      return { namespace, name, attributes, content: [text], collapse };
    }
    this.depth++;
    const content = type.particles.flatMap((p) => this.particle(p));
    this.depth--;
    return { namespace, name, attributes, content };
  }

  private particle(p: Particle): Tree[] {
    if (p.kind === 'choice') {
      if (p.min === 0 && this.amounts.counts(0, 1, p) === 0) return [];
      return this.amounts.options(p).flatMap((i) => this.particle(p.options[i]!));
    }
    const count = this.depth > deepest ? p.min : this.amounts.counts(p.min, p.max, p);
    return Array.from({ length: count }, (_, i) =>
      p.kind === 'any' ? foreignElement(this.c, i) : this.element(p.namespace, p.name, p.type),
    );
  }
}

const foreignNamespaces = [
  'urn:vendor',
  'http://example.org/a?b=c',
  "urn:it's",
  'http://iec.ch/TC57/2011/MeterReadings#',
];
const foreignNames = ['Vendor', 'x', 'é', 'a-b.c', '__proto__', 'constructor'];

/** An element the schema does not know, of a namespace that is not the message's. */
function foreignElement(c: Chooser, place: number, depth = 0): Tree {
  const namespace = depth > 0 && c.below(4) === 0 ? '' : foreignNamespaces[(place + c.below(4)) % 4]!;
  const attributes: TreeAttribute[] = [];
  for (let n = c.below(4); n > 0; n--) {
    const attribute = {
      namespace: c.flip() ? '' : foreignNamespaces[c.below(4)]!,
      name: foreignNames[c.below(6)]!,
      value: valueOf('string', c),
    };
    if (!attributes.some((a) => a.name === attribute.name && a.namespace === attribute.namespace))
      attributes.push(attribute);
  }
  const content: (Tree | string)[] = [];
  for (let n = depth > 3 ? 0 : c.below(4); n > 0; n--)
    content.push(c.flip() ? foreignElement(c, place, depth + 1) : valueOf('string', c));
  return { namespace, name: foreignNames[c.below(6)]!, attributes, content: merged(content), foreign: true };
}

function merged(content: readonly (Tree | string)[]): (Tree | string)[] {
  const out: (Tree | string)[] = [];
  for (const part of content) {
    const last = out.at(-1);
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else if (part !== '') out.push(part);
  }
  return out;
}

function schemaOf(ref: TypeRef): Schema {
  const schema = contractSchemas.get(ref.namespace);
  if (!schema) throw new Error(`no schema for ${ref.namespace}`);
  return schema;
}

function complexTypeOf(ref: TypeRef): ComplexType | undefined {
  if (ref.namespace === XS) return undefined;
  const schema = schemaOf(ref);
  const found = schema.complexTypes.find((t) => t.name === ref.name);
  if (found || schema.simpleTypes.some((t) => t.name === ref.name)) return found;
  const root = schema.roots.find((r) => r.name === ref.name);
  if (!root) throw new Error(`${schema.file} has no type ${ref.name}`);
  return complexTypeOf(root.type);
}

function simpleTypeOf(ref: TypeRef): SimpleType {
  const found = schemaOf(ref).simpleTypes.find((t) => t.name === ref.name);
  if (!found) throw new Error(`no simple type ${ref.name}`);
  return found;
}
