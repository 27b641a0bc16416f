/**
 * What the printers of one schema's module look up: types and elements across all schemas, and which other modules and built-in
 * types the module comes to need by that.
 */
import { ContractError, XS, type ElementParticle, type Schema, type TypeRef } from './model.js';

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

/** How the texts of the built-in types are proved (runtime-text.ts); those that are not here are not. */
const lexicalNames: Readonly<Record<string, string>> = {
  string: 'string',
  token: 'token',
  boolean: 'boolean',
  dateTime: 'dateTime',
  date: 'date',
  time: 'time',
  duration: 'duration',
  decimal: 'decimal',
  integer: 'integer',
  int: 'integer',
  long: 'integer',
  nonNegativeInteger: 'nonNegativeInteger',
  unsignedInt: 'nonNegativeInteger',
  unsignedLong: 'nonNegativeInteger',
  positiveInteger: 'positiveInteger',
  float: 'float',
  double: 'float',
};

export class ModuleScope {
  readonly prefix: string;
  readonly usedXs = new Set<string>();
  readonly usedModules = new Set<string>();

  constructor(
    readonly schema: Schema,
    private readonly schemas: SchemaSet,
  ) {
    this.prefix = prefixOf(schema);
  }

  find(ref: TypeRef): Schema {
    const schema = this.schemas.get(ref.namespace);
    if (!schema) throw new ContractError(this.schema.file, 1, `no schema for the namespace ${ref.namespace}`);
    return schema;
  }

  use(schema: Schema): string {
    const name = moduleName(schema);
    this.usedModules.add(name);
    return name;
  }

  ns(e: ElementParticle): string {
    if (e.namespace === this.schema.namespace) return 'N';
    return `${this.use(this.find({ namespace: e.namespace, name: '' }))}.namespaceIdOf`;
  }

  /** Type of an element, following a reference to another schema's root element. */
  resolve(ref: TypeRef): TypeRef {
    if (ref.namespace === XS) return ref;
    const schema = this.find(ref);
    if (schema.complexTypes.some((t) => t.name === ref.name) || schema.simpleTypes.some((t) => t.name === ref.name))
      return ref;
    const root = schema.roots.find((r) => r.name === ref.name);
    if (!root)
      throw new ContractError(this.schema.file, 1, `${schema.file} has neither a type nor an element ${ref.name}`);
    return root.type;
  }

  complexReader(e: ElementParticle): string | undefined {
    const ref = this.resolve(e.type);
    if (ref.namespace === XS) return undefined;
    const schema = this.find(ref);
    if (!schema.complexTypes.some((t) => t.name === ref.name)) return undefined;
    return schema === this.schema ? `read${ref.name}` : `${this.use(schema)}.read${ref.name}`;
  }

  elementType(e: ElementParticle): string {
    return this.tsType(this.resolve(e.type));
  }

  memberType(e: ElementParticle): string {
    const type = this.elementType(e);
    return e.min === 0 ? `readonly ${wrap(type)}[] | undefined` : `readonly [${type}, ...${wrap(type)}[]]`;
  }

  tsType(ref: TypeRef): string {
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
  isText(ref: TypeRef): boolean {
    return this.builtIn(ref).name === 'string';
  }

  /** Whether any text will do for the compiler; closed lists and xs:boolean need a cast after validation. */
  isPlain(ref: TypeRef): boolean {
    return !this.builtIn(ref).closed;
  }

  cast(ref: TypeRef): string {
    return this.isPlain(ref) ? '' : ` as ${this.tsType(this.resolve(ref))}`;
  }

  /** What readers say of the text of an element or attribute; nothing for a text of any kind. */
  as(what: Pick<ElementParticle, 'type' | 'unsure'>, before = ''): string {
    const said = this.isUnsure(what) ? 'lexical.unsure' : this.lexicalOf(what.type);
    return said === undefined ? '' : before + said;
  }

  private lexicalOf(ref: TypeRef): string | undefined {
    const resolved = this.resolve(ref);
    if (resolved.namespace === XS) {
      const name = lexicalNames[resolved.name];
      return name === 'string' ? undefined : `lexical.${name ?? 'unsure'}`;
    }
    const schema = this.find(resolved);
    const simple = schema.simpleTypes.find((t) => t.name === resolved.name);
    if (simple === undefined || simple.unsure) return 'lexical.unsure';
    // what restricts a restricted type must be in both lists: rare, and left to the validator
    if (simple.values !== undefined && simple.base.namespace !== XS) return 'lexical.unsure';
    if (simple.values === undefined) return this.lexicalOf(simple.base);
    return `${schema === this.schema ? '' : `${this.use(schema)}.`}valuesOf${simple.name}`;
  }

  /** Whether the schema says more of an element or attribute than the model holds, where it stands or where it refers to. */
  isUnsure({ type, unsure }: Pick<ElementParticle, 'type' | 'unsure'>): boolean {
    if (unsure || type.namespace === XS) return unsure === true;
    const schema = this.find(type);
    const named = [...schema.complexTypes, ...schema.simpleTypes].some((t) => t.name === type.name);
    return !named && schema.roots.some((r) => r.name === type.name && r.unsure);
  }
}

/** A union as the type of a list's members. */
export function wrap(type: string): string {
  return type.includes('|') ? `(${type})` : type;
}
