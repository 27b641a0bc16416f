/**
 * Reads an XSD into the model. Takes what the profiles of this standard use: global elements, named and anonymous types,
 * sequences, choices, wildcards, references, attributes and attribute groups, simple content, extension of complex content,
 * restrictions. Anything else is refused by file and line, so that no element is ever lost in silence.
 */
import libxmljs, { type Element } from 'libxmljs2';
import {
  ContractError,
  XS,
  type Attribute,
  type ComplexType,
  type Particle,
  type Root,
  type Schema,
  type SimpleType,
  type TypeRef,
} from './model.js';
import { docOf, elements, marksOf, occurs, saysMore, text, unsure, upper } from './schema-elements.js';

/** Loads one schema file. Throws `ContractError` for what it cannot use. */
export function loadSchema(file: string, text: string): Schema {
  let root: Element | null;
  try {
    root = libxmljs.parseXml(text).root();
  } catch (error) {
    throw new ContractError(
      file,
      (error as { line?: number }).line ?? 0,
      `not well-formed: ${(error as Error).message.trim()}`,
    );
  }
  if (!root || root.name() !== 'schema' || root.namespace()?.href() !== XS)
    throw new ContractError(file, 1, 'not an XML schema');
  return new Loader(file, root).schema();
}

class Loader {
  private readonly complexTypes: ComplexType[] = [];
  private readonly simpleTypes: SimpleType[] = [];
  private readonly groups = new Map<string, Element>();
  private readonly extended = new Map<string, Element>();
  private readonly globals = new Map<string, Element>();
  private readonly namespace: string;
  private readonly imports = new Set<string>();
  private readonly prefixes = new Map<string, string>();

  constructor(
    private readonly file: string,
    private readonly root: Element,
  ) {
    this.namespace = text(root, 'targetNamespace') ?? this.refuse(root, 'no targetNamespace');
    for (const ns of root.namespaces()) this.prefixes.set(ns.prefix() ?? '', ns.href());
    if (text(root, 'elementFormDefault') !== 'qualified') this.refuse(root, 'elementFormDefault must be "qualified"');
    if ((text(root, 'attributeFormDefault') ?? 'unqualified') !== 'unqualified')
      this.refuse(root, 'attributes must be unqualified');
  }

  schema(): Schema {
    const roots: Root[] = [];
    for (const child of elements(this.root)) {
      if (child.name() === 'attributeGroup') this.groups.set(this.need(child, 'name'), child);
      if (child.name() === 'complexType') this.extended.set(this.need(child, 'name'), child);
      if (child.name() === 'element') this.globals.set(this.need(child, 'name'), child);
    }
    for (const child of elements(this.root)) {
      switch (child.name()) {
        case 'annotation':
        case 'import':
        case 'attributeGroup':
          break;
        case 'element':
          this.plain(child);
          roots.push({
            name: this.need(child, 'name'),
            type: this.typeOf(child, this.need(child, 'name')),
            doc: docOf(child),
            ...unsure(saysMore(child)),
          });
          break;
        case 'complexType':
          this.add(this.complexTypes, this.complexType(child, this.need(child, 'name')), child);
          break;
        case 'simpleType':
          this.add(this.simpleTypes, this.simpleType(child, this.need(child, 'name')), child);
          break;
        default:
          this.refuse(child, `xs:${child.name()} at the top level is not supported`);
      }
    }
    return {
      file: this.file,
      namespace: this.namespace,
      doc: docOf(this.root),
      marks: marksOf(this.root),
      imports: [...this.imports].sort(),
      roots,
      complexTypes: this.complexTypes,
      simpleTypes: this.simpleTypes,
    };
  }

  private complexType(el: Element, name: string): ComplexType {
    const particles: Particle[] = [];
    const attributes: Attribute[] = [];
    let simpleContent: TypeRef | undefined;
    const body = (holder: Element): void => {
      for (const child of elements(holder)) {
        switch (child.name()) {
          case 'annotation':
            break;
          case 'sequence':
            if (occurs(child, 'minOccurs') !== 1 || occurs(child, 'maxOccurs') !== 1)
              this.refuse(child, 'a repeated xs:sequence is not supported');
            particles.push(...this.particles(child, name));
            break;
          case 'choice':
            particles.push(this.choice(child, name));
            break;
          case 'attribute':
            attributes.push(this.attribute(child, name));
            break;
          case 'attributeGroup':
            attributes.push(...this.attributeGroup(child, name));
            break;
          case 'simpleContent': {
            const extension =
              elements(child).find((e) => e.name() === 'extension') ??
              this.refuse(child, 'xs:simpleContent without xs:extension');
            simpleContent = this.ref(extension, this.need(extension, 'base'));
            body(extension);
            break;
          }
          case 'complexContent': {
            const extension =
              elements(child).find((e) => e.name() === 'extension') ??
              this.refuse(child, 'only xs:extension is supported in xs:complexContent');
            const base = this.ref(extension, this.need(extension, 'base'));
            const own = base.namespace === this.namespace ? this.extended.get(base.name) : undefined;
            if (!own) this.refuse(extension, `the base type ${base.name} must stand in the same file`);
            else body(own);
            body(extension);
            break;
          }
          default:
            this.refuse(child, `xs:${child.name()} in a complex type is not supported`);
        }
      }
    };
    if (text(el, 'mixed') === 'true') this.refuse(el, 'mixed content is not supported');
    if (text(el, 'abstract') === 'true') this.refuse(el, 'an abstract type is not supported');
    body(el);
    this.unique(el, particles, attributes, simpleContent !== undefined);
    return { name, doc: docOf(el), particles, attributes, simpleContent };
  }

  /** The names of a type become the members of one object, so each may stand there once. */
  private unique(el: Element, particles: readonly Particle[], attributes: readonly Attribute[], isText: boolean): void {
    const seen = new Set<string>();
    const take = (name: string): void => {
      if (seen.has(name)) this.refuse(el, `${name} stands twice in one type`);
      seen.add(name);
    };
    for (const attribute of attributes) take(attribute.name);
    if (isText) take('text');
    const walk = (list: readonly Particle[]): void => {
      for (const p of list) {
        if (p.kind === 'element') take(p.name);
        else if (p.kind === 'any') take('any');
        else walk(p.options);
      }
    };
    walk(particles);
  }

  private particles(holder: Element, owner: string): Particle[] {
    const found: Particle[] = [];
    for (const child of elements(holder)) {
      switch (child.name()) {
        case 'annotation':
          break;
        case 'element':
          found.push(this.element(child, owner));
          break;
        case 'choice':
          found.push(this.choice(child, owner));
          break;
        case 'any':
          found.push(this.any(child));
          break;
        case 'sequence':
          if (occurs(child, 'minOccurs') !== 1 || occurs(child, 'maxOccurs') !== 1)
            this.refuse(child, 'a repeated xs:sequence is not supported');
          found.push(...this.particles(child, owner));
          break;
        default:
          this.refuse(child, `xs:${child.name()} in a sequence is not supported`);
      }
    }
    return found;
  }

  private choice(el: Element, owner: string): Particle {
    const inside = elements(el).find((c) => c.name() === 'sequence');
    if (inside) this.refuse(inside, 'an xs:sequence inside an xs:choice is not supported');
    const options = this.particles(el, owner);
    if (options.some((o) => o.kind === 'choice')) this.refuse(el, 'a choice directly inside a choice is not supported');
    const max = occurs(el, 'maxOccurs');
    if (max > 1 && options.some((o) => o.kind !== 'element' || o.max > 1))
      this.refuse(el, 'a repeated choice may only have single elements');
    return { kind: 'choice', min: occurs(el, 'minOccurs'), max, options };
  }

  private any(el: Element): Particle {
    return {
      kind: 'any',
      namespace: text(el, 'namespace') ?? '##any',
      processContents: text(el, 'processContents') ?? 'strict',
      min: occurs(el, 'minOccurs'),
      max: occurs(el, 'maxOccurs'),
    };
  }

  private element(el: Element, owner: string): Particle {
    const min = occurs(el, 'minOccurs');
    const max = occurs(el, 'maxOccurs');
    this.plain(el);
    const target = text(el, 'ref');
    if (target !== undefined) {
      const ref = this.ref(el, target);
      const own = ref.namespace === this.namespace ? this.globals.get(ref.name) : undefined;
      // a reference across files: the root element of another schema has a type of the same name (checked when printing)
      const type = own ? this.typeOf(own, ref.name) : ref;
      const more = saysMore(el) || (own !== undefined && saysMore(own));
      return {
        kind: 'element',
        name: ref.name,
        namespace: ref.namespace,
        type,
        min,
        max,
        doc: docOf(el),
        ...unsure(more),
      };
    }
    const name = this.need(el, 'name');
    return {
      kind: 'element',
      name,
      namespace: this.namespace,
      type: this.typeOf(el, owner + upper(name)),
      min,
      max,
      doc: docOf(el),
      ...unsure(saysMore(el)),
    };
  }

  /** Refuses what would let something else stand in the place of the element than the element itself. */
  private plain(el: Element): void {
    for (const attribute of ['abstract', 'nillable'])
      if (text(el, attribute) === 'true') this.refuse(el, `${attribute}="true" is not supported`);
    if (text(el, 'substitutionGroup') !== undefined) this.refuse(el, 'a substitution group is not supported');
    if (text(el, 'form') === 'unqualified') this.refuse(el, 'an unqualified element is not supported');
  }

  /** The type an element or attribute has: named, or anonymous and then given the name of its place. */
  private typeOf(el: Element, anonymousName: string): TypeRef {
    const named = text(el, 'type');
    if (named !== undefined) return this.ref(el, named);
    const inline = elements(el).find((c) => c.name() === 'complexType' || c.name() === 'simpleType');
    if (!inline) {
      if (el.name() === 'element') this.refuse(el, `element ${this.need(el, 'name')} has no type`);
      return { namespace: XS, name: 'string' };
    }
    if (inline.name() === 'simpleType') {
      const type = this.simpleType(inline, anonymousName);
      this.add(this.simpleTypes, type, inline);
      return { namespace: this.namespace, name: anonymousName };
    }
    const type = this.complexType(inline, anonymousName);
    const only = type.attributes[0];
    if (
      type.particles.length === 0 &&
      !type.simpleContent &&
      type.attributes.length === 1 &&
      only?.name === 'ref' &&
      !only.required &&
      !this.extended.has('Reference')
    ) {
      this.reference();
      return { namespace: this.namespace, name: 'Reference' };
    }
    this.add(this.complexTypes, type, inline);
    return { namespace: this.namespace, name: anonymousName };
  }

  /** Adds a type once. Two types of one name are refused: one of them would be read as the other. */
  private add<T extends SimpleType | ComplexType>(types: T[], type: T, el: Element): void {
    const same = [...this.simpleTypes, ...this.complexTypes].find((t) => t.name === type.name);
    if (same === undefined) types.push(type);
    else if (JSON.stringify({ ...same, doc: '' }) !== JSON.stringify({ ...type, doc: '' }))
      this.refuse(el, `this type would be named ${type.name}, which is the name of another`);
  }

  /** `<X ref="..."/>` stands all over the profiles as an anonymous type; one type serves them all. */
  private reference(): void {
    if (this.complexTypes.some((t) => t.name === 'Reference')) return;
    this.complexTypes.push({
      name: 'Reference',
      doc: 'Points at another object by mRID or name.',
      particles: [],
      attributes: [{ name: 'ref', type: { namespace: XS, name: 'string' }, required: false }],
    });
  }

  private simpleType(el: Element, name: string): SimpleType {
    const restriction =
      elements(el).find((c) => c.name() === 'restriction') ??
      this.refuse(el, 'a simple type must be an xs:restriction');
    const base = this.ref(restriction, this.need(restriction, 'base'));
    const facets = elements(restriction).filter((c) => c.name() !== 'annotation');
    const values = facets.filter((c) => c.name() === 'enumeration').map((c) => this.need(c, 'value'));
    const more = facets.some((c) => c.name() !== 'enumeration');
    return { name, doc: docOf(el), base, values: values.length > 0 ? values : undefined, ...unsure(more) };
  }

  private attribute(el: Element, owner: string): Attribute {
    const name = this.need(el, 'name');
    if (text(el, 'form') === 'qualified') this.refuse(el, 'attributes must be unqualified');
    const use = text(el, 'use');
    const more = saysMore(el) || use === 'prohibited';
    return { name, type: this.typeOf(el, owner + upper(name)), required: use === 'required', ...unsure(more) };
  }

  private attributeGroup(el: Element, owner: string): Attribute[] {
    const ref = this.ref(el, this.need(el, 'ref'));
    const group = this.groups.get(ref.name);
    if (!group || ref.namespace !== this.namespace) return this.refuse(el, `unknown attribute group ${ref.name}`);
    const parts = elements(group).filter((c) => c.name() !== 'annotation');
    const other = parts.find((c) => c.name() !== 'attribute');
    if (other) this.refuse(other, `xs:${other.name()} in an attribute group is not supported`);
    return parts.map((c) => this.attribute(c, owner));
  }

  private ref(el: Element, qname: string): TypeRef {
    const [prefix, name] = qname.includes(':') ? (qname.split(':', 2) as [string, string]) : ['', qname];
    const namespace =
      this.prefixes.get(prefix) ??
      this.refuse(el, `prefix "${prefix}" of ${qname} is not declared at the top of the schema`);
    if (namespace !== XS && namespace !== this.namespace) this.imports.add(namespace);
    return { namespace, name };
  }

  private need(el: Element, attribute: string): string {
    return text(el, attribute) ?? this.refuse(el, `xs:${el.name()} without ${attribute}`);
  }

  private refuse(el: Element, what: string): never {
    throw new ContractError(this.file, el.line(), what);
  }
}
