/**
 * Prints the TypeScript module of one schema: its types, a reader and a writer for each.
 * Readers walk a message that has been validated already; writers keep the order of the schema and give every element the
 * prefix of its namespace. Text is never converted: decimals, times and booleans stay the text they were.
 */
import {
  ContractError,
  XS,
  type ChoiceParticle,
  type ComplexType,
  type ElementParticle,
  type Particle,
  type Schema,
  type SimpleType,
  type TypeRef,
} from './model.js';

/** All schemas of the contract by namespace. */
export type SchemaSet = ReadonlyMap<string, Schema>;

/** The module of a schema, e.g. `MeterReadings` of `MeterReadings.xsd`. */
export function moduleName(schema: Schema): string {
  return schema.file.replace(/\.xsd$/, '');
}

/** The fixed prefix under which elements of a schema are written. */
export function prefixOf(schema: Schema): string {
  if (schema.file === 'Message.xsd') return 'msg';
  if (schema.file === 'Generic.xsd') return 'abs';
  if (schema.file.endsWith('Message.xsd')) return 'm';
  return schema.file.startsWith('Get') ? 'get' : 'obj';
}

export function printModule(schema: Schema, schemas: SchemaSet): string {
  return new Printer(schema, schemas).print();
}

const xsTypes: Readonly<Record<string, string>> = {
  string: 'XsString',
  normalizedString: 'XsString',
  token: 'XsString',
  boolean: 'XsBoolean',
  dateTime: 'XsDateTime',
  date: 'XsDate',
  time: 'XsTime',
  duration: 'XsDuration',
  decimal: 'XsDecimal',
  integer: 'XsInteger',
  int: 'XsInteger',
  long: 'XsInteger',
  short: 'XsInteger',
  nonNegativeInteger: 'XsInteger',
  positiveInteger: 'XsInteger',
  unsignedInt: 'XsInteger',
  unsignedLong: 'XsInteger',
  float: 'XsFloat',
  double: 'XsFloat',
  QName: 'XsQName',
  anyURI: 'XsString',
  base64Binary: 'XsString',
  hexBinary: 'XsString',
  ID: 'XsString',
  IDREF: 'XsString',
  language: 'XsString',
  gYear: 'XsString',
  gYearMonth: 'XsString',
  gMonthDay: 'XsString',
};

class Printer {
  private readonly prefix: string;
  private readonly lines: string[] = [];
  private readonly usedXs = new Set<string>();
  private readonly usedModules = new Set<string>();

  constructor(
    private readonly schema: Schema,
    private readonly schemas: SchemaSet,
  ) {
    this.prefix = prefixOf(schema);
  }

  print(): string {
    for (const type of this.schema.simpleTypes) this.simpleType(type);
    for (const type of this.schema.complexTypes) this.interface(type);
    for (const type of this.schema.complexTypes) this.reader(type);
    for (const type of this.schema.complexTypes) this.writer(type);
    for (const root of this.schema.roots) this.root(root.name, root.type, root.doc);
    const head = [
      `// Generated from ${this.schema.file} by \`npm run generate\`. Do not edit.`,
      ...(this.schema.doc ? [`/** ${comment(this.schema.doc)} */`] : []),
      `import { namespaceId, type Cursor, type ForeignElement, type Writer${[...this.usedXs]
        .sort()
        .map((t) => `, type ${t}`)
        .join('')} } from './runtime.js';`,
      ...[...this.usedModules].sort().map((m) => `import * as ${m} from './${m}.js';`),
      '',
      `export const namespace = '${this.schema.namespace}';`,
      'const N = namespaceId(namespace);',
      'export const namespaceIdOf = N;',
      ...this.declarations(),
      '',
    ];
    const body = this.lines.join('\n');
    const unused = body.includes('ForeignElement') ? head : head.map((l) => l.replace(', type ForeignElement', ''));
    return `${unused.join('\n')}\n${body}\n`;
  }

  /** Namespace declarations of a document whose root is of this schema. */
  private declarations(): string[] {
    if (this.schema.roots.length === 0) return [];
    const all = new Map<string, string>();
    const take = (schema: Schema): void => {
      if (all.has(schema.namespace)) return;
      all.set(schema.namespace, prefixOf(schema));
      for (const uri of schema.imports) take(this.find({ namespace: uri, name: '' }));
    };
    take(this.schema);
    const text = [...all].map(([uri, prefix]) => ` xmlns:${prefix}="${uri}"`).join('');
    return [`const declarations = '${text}';`];
  }

  private find(ref: TypeRef): Schema {
    const schema = this.schemas.get(ref.namespace);
    if (!schema) throw new ContractError(this.schema.file, 1, `no schema for the namespace ${ref.namespace}`);
    return schema;
  }

  private simpleType(type: SimpleType): void {
    this.doc(type.doc, '');
    const text = type.values ? type.values.map((v) => `'${quote(v)}'`).join(' | ') : this.tsType(type.base);
    this.lines.push(`export type ${type.name} = ${text};`, '');
  }

  private interface(type: ComplexType): void {
    const flat: string[] = [];
    const unions: string[] = [];
    let repeated = 0;
    for (const attribute of type.attributes)
      flat.push(`  readonly ${attribute.name}${attribute.required ? '' : '?'}: ${this.tsType(attribute.type)};`);
    if (type.simpleContent)
      flat.push('  /** The text of the element. */', `  readonly text: ${this.tsType(type.simpleContent)};`);
    for (const particle of type.particles) {
      if (particle.kind === 'choice' && particle.max > 1) {
        repeated++;
        if (repeated > 1) throw new ContractError(this.schema.file, 1, `${type.name} has two repeated choices`);
        const options = particle.options.map(
          (o) => `{ readonly ${(o as ElementParticle).name}: ${this.elementType(o as ElementParticle)} }`,
        );
        flat.push(
          '  /** Any of these, in the order of the message. */',
          `  readonly choice?: readonly (${options.join(' | ')})[];`,
        );
      } else if (particle.kind === 'choice') {
        unions.push(this.union(particle));
      } else {
        flat.push(...this.member(particle));
      }
    }
    this.doc(type.doc, '');
    if (unions.length === 0) this.lines.push(`export interface ${type.name} {`, ...flat, '}', '');
    else
      this.lines.push(`export type ${type.name} = {`, ...flat, `} & ${unions.map((u) => `(${u})`).join(' & ')};`, '');
  }

  private union(choice: ChoiceParticle): string {
    const names = choice.options.map((o) => (o.kind === 'any' ? 'any' : (o as ElementParticle).name));
    const alternatives = choice.options.map((option, i) => {
      const own = this.member(option).at(-1)!.trim().replace(/;$/, '');
      const others = names.filter((_, j) => j !== i).map((n) => `readonly ${n}?: undefined`);
      return `{ ${[own, ...others].join('; ')} }`;
    });
    if (choice.min === 0) alternatives.push(`{ ${names.map((n) => `readonly ${n}?: undefined`).join('; ')} }`);
    return `\n  | ${alternatives.join('\n  | ')}\n`;
  }

  private member(particle: Particle): string[] {
    if (particle.kind === 'any')
      return [
        '  /** Elements of other namespaces, kept as they came. */',
        '  readonly any?: readonly ForeignElement[];',
      ];
    if (particle.kind === 'choice') throw new ContractError(this.schema.file, 1, 'a choice inside a choice');
    const type = this.elementType(particle);
    const doc = particle.doc ? [`  /** ${comment(particle.doc)} */`] : [];
    if (particle.max === 1) return [...doc, `  readonly ${particle.name}${particle.min === 0 ? '?' : ''}: ${type};`];
    const list =
      particle.min === 0
        ? `readonly ${wrap(type)}[]`
        : `readonly [${Array<string>(particle.min).fill(type).join(', ')}, ...${wrap(type)}[]]`;
    return [...doc, `  readonly ${particle.name}${particle.min === 0 ? '?' : ''}: ${list};`];
  }

  private reader(type: ComplexType): void {
    const isUnion = type.particles.some((p) => p.kind === 'choice' && p.max === 1);
    this.lines.push(`export function read${type.name}(c: Cursor): ${type.name} {`);
    const attributes = type.attributes.map(
      (a) => `${a.name}: c.${a.required ? 'needAttribute' : 'attribute'}('${a.name}')${this.cast(a.type)},`,
    );
    if (type.simpleContent) {
      this.lines.push(
        `  return { ${attributes.join(' ')} text: c.${this.isText(type.simpleContent) ? 'text' : 'token'}()${this.cast(type.simpleContent)} };`,
        '}',
        '',
      );
      return;
    }
    type.attributes.forEach((_, i) =>
      this.lines.push(`  const a${i} = ${attributes[i]!.replace(/^[^:]*: /, '').replace(/,$/, '')};`),
    );
    this.lines.push('  const end = c.enter();');
    this.lines.push(`  const value${isUnion ? '' : `: ${type.name}`} = {`);
    type.attributes.forEach((a, i) => this.lines.push(`    ${a.name}: a${i},`));
    for (const particle of type.particles) {
      if (particle.kind === 'choice' && particle.max > 1)
        this.lines.push(`    choice: ${this.readRepeated(particle)},`);
      else if (particle.kind === 'choice')
        for (const option of particle.options) this.lines.push(this.readMember(option, true));
      else this.lines.push(this.readMember(particle, false));
    }
    this.lines.push('  };', '  c.leave(end);', `  return value${isUnion ? ` as ${type.name}` : ''};`, '}', '');
  }

  private readRepeated(choice: ChoiceParticle): string {
    const options = choice.options as readonly ElementParticle[];
    const tries = options
      .map((o) => `c.at(${this.ns(o)}, '${o.name}') ? { ${o.name}: ${this.readNow(o)} }`)
      .join(' : ');
    return `c.repeat(() => ${tries} : undefined)`;
  }

  /** Expression that reads the element the cursor stands at. */
  private readNow(e: ElementParticle): string {
    const complex = this.complexReader(e);
    if (complex) return `${complex}(c)`;
    return `c.${this.isText(e.type) ? 'text' : 'token'}()${this.cast(e.type)}`;
  }

  private readMember(particle: Particle, optional: boolean): string {
    if (particle.kind === 'any') return '    any: c.foreign(N),';
    const e = particle as ElementParticle;
    const ns = this.ns(e);
    const many = e.max > 1;
    const need = e.min > 0 && !optional;
    const complex = this.complexReader(e);
    if (complex) {
      const how = many ? 'many' : need ? 'one' : 'maybe';
      const cast = many && need ? ` as unknown as ${this.memberType(e)}` : '';
      return `    ${e.name}: c.${how}(${ns}, '${e.name}', ${complex})${cast},`;
    }
    const kind = this.isText(e.type) ? 'Text' : 'Token';
    const how = many ? 'many' : need ? 'one' : 'maybe';
    const cast = this.isPlain(e.type)
      ? ''
      : ` as ${many ? this.memberType(e) : this.tsType(e.type)}${need || many ? '' : ' | undefined'}`;
    return `    ${e.name}: c.${how}${kind}(${ns}, '${e.name}')${cast},`;
  }

  private memberType(e: ElementParticle): string {
    const type = this.elementType(e);
    return e.min === 0 ? `readonly ${wrap(type)}[] | undefined` : `readonly [${type}, ...${wrap(type)}[]]`;
  }

  private writer(type: ComplexType): void {
    const empty = type.particles.length === 0 && type.attributes.length === 0 && !type.simpleContent;
    this.lines.push(
      `export function write${type.name}(w: Writer, tag: string, ${empty ? '_' : ''}value: ${type.name}): void {`,
    );
    const attributes = type.attributes.map((a) => `'${a.name}', value.${a.name}`);
    if (type.simpleContent) {
      this.lines.push(`  w.leafWith(tag, value.text, [${attributes.map((a) => `[${a}]`).join(', ')}]);`, '}', '');
      return;
    }
    const pairs = `[${attributes.map((a) => `[${a}]`).join(', ')}]`;
    if (type.particles.length === 0) {
      this.lines.push(`  w.empty(tag, ${pairs});`, '}', '');
      return;
    }
    if (attributes.length > 0) this.lines.push(`  w.openWith(tag, ${pairs});`);
    else this.lines.push('  w.open(tag);');
    for (const particle of type.particles) {
      if (particle.kind === 'choice' && particle.max > 1) {
        this.lines.push('  for (const one of value.choice ?? []) {');
        particle.options.forEach((o, i) => {
          const e = o as ElementParticle;
          this.lines.push(
            `    ${i > 0 ? 'else ' : ''}if ('${e.name}' in one) ${this.writeStatement(e, `one.${e.name}`)}`,
          );
        });
        this.lines.push('  }');
      } else if (particle.kind === 'choice') {
        for (const option of particle.options) this.lines.push(`  ${this.writeMember(option)}`);
      } else {
        this.lines.push(`  ${this.writeMember(particle)}`);
      }
    }
    this.lines.push('  w.close(tag);', '}', '');
  }

  private writeMember(particle: Particle): string {
    if (particle.kind === 'any') return 'w.foreign(value.any);';
    return this.writeStatement(particle as ElementParticle, `value.${(particle as ElementParticle).name}`);
  }

  private writeStatement(e: ElementParticle, access: string): string {
    const tag = `'${e.namespace === this.schema.namespace ? this.prefix : prefixOf(this.find({ namespace: e.namespace, name: '' }))}:${e.name}'`;
    const complex = this.complexReader(e)?.replace(/(^|\.)read/, '$1write');
    if (complex)
      return e.max > 1 ? `w.many(${tag}, ${access}, ${complex});` : `w.maybe(${tag}, ${access}, ${complex});`;
    return e.max > 1 ? `w.leaves(${tag}, ${access});` : `w.leaf(${tag}, ${access});`;
  }

  private root(name: string, ref: TypeRef, doc: string | undefined): void {
    const schema = this.find(ref);
    const at = schema === this.schema ? '' : `${this.use(schema)}.`;
    this.doc(doc ?? `The document element \`${name}\`.`, '');
    this.lines.push(
      `export const ${name}Element = {`,
      `  namespace,`,
      `  name: '${name}',`,
      `  read: ${at}read${ref.name},`,
      `  write(w: Writer, value: ${at}${ref.name}): void {`,
      `    w.declare(declarations);`,
      `    ${at}write${ref.name}(w, '${this.prefix}:${name}', value);`,
      '  },',
      '} as const;',
      '',
    );
  }

  private use(schema: Schema): string {
    const name = moduleName(schema);
    this.usedModules.add(name);
    return name;
  }

  private ns(e: ElementParticle): string {
    if (e.namespace === this.schema.namespace) return 'N';
    return `${this.use(this.find({ namespace: e.namespace, name: '' }))}.namespaceIdOf`;
  }

  /** Type of an element, following a reference to another schema's root element. */
  private resolve(ref: TypeRef): TypeRef {
    if (ref.namespace === XS) return ref;
    const schema = this.find(ref);
    if (schema.complexTypes.some((t) => t.name === ref.name) || schema.simpleTypes.some((t) => t.name === ref.name))
      return ref;
    const root = schema.roots.find((r) => r.name === ref.name);
    if (!root)
      throw new ContractError(this.schema.file, 1, `${schema.file} has neither a type nor an element ${ref.name}`);
    return root.type;
  }

  private complexReader(e: ElementParticle): string | undefined {
    const ref = this.resolve(e.type);
    if (ref.namespace === XS) return undefined;
    const schema = this.find(ref);
    if (!schema.complexTypes.some((t) => t.name === ref.name)) return undefined;
    return schema === this.schema ? `read${ref.name}` : `${this.use(schema)}.read${ref.name}`;
  }

  private elementType(e: ElementParticle): string {
    return this.tsType(this.resolve(e.type));
  }

  private tsType(ref: TypeRef): string {
    if (ref.namespace === XS) {
      const name = xsTypes[ref.name];
      if (!name) throw new ContractError(this.schema.file, 1, `the built-in type xs:${ref.name} is not supported`);
      this.usedXs.add(name);
      return name;
    }
    const schema = this.find(ref);
    return schema === this.schema ? ref.name : `${this.use(schema)}.${ref.name}`;
  }

  private builtIn(ref: TypeRef): { readonly name: string; readonly closed: boolean } {
    const resolved = this.resolve(ref);
    if (resolved.namespace === XS) return { name: resolved.name, closed: resolved.name === 'boolean' };
    const simple = this.find(resolved).simpleTypes.find((t) => t.name === resolved.name);
    if (!simple) throw new ContractError(this.schema.file, 1, `${resolved.name} is not a simple type`);
    const base = this.builtIn(simple.base);
    return { name: base.name, closed: base.closed || simple.values !== undefined };
  }

  /** Whether white space counts: xs:string keeps it, every other type collapses it before it looks. */
  private isText(ref: TypeRef): boolean {
    return this.builtIn(ref).name === 'string';
  }

  /** Whether any text will do for the compiler; closed lists and xs:boolean need a cast after validation. */
  private isPlain(ref: TypeRef): boolean {
    return !this.builtIn(ref).closed;
  }

  private cast(ref: TypeRef): string {
    return this.isPlain(ref) ? '' : ` as ${this.tsType(this.resolve(ref))}`;
  }

  private doc(text: string | undefined, indent: string): void {
    if (text) this.lines.push(`${indent}/** ${comment(text)} */`);
  }
}

function wrap(type: string): string {
  return type.includes('|') ? `(${type})` : type;
}

function comment(text: string): string {
  return text.replaceAll('*/', '* /');
}

function quote(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
