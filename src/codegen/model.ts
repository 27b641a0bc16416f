/**
 * What an XML schema says, as data: the middle between `load.ts` (XSD in) and the printers (TypeScript out).
 * Knows nothing of nouns, of SOAP and of TypeScript.
 */

/** Where a type lives: a built-in of XML Schema, or a named type of a loaded namespace. */
export interface TypeRef {
  readonly namespace: string;
  readonly name: string;
}

export interface ElementParticle {
  readonly kind: 'element';
  readonly name: string;
  /** Namespace of the element itself: differs from the schema's own for `ref`. */
  readonly namespace: string;
  readonly type: TypeRef;
  readonly min: number;
  /** `Infinity` for unbounded. */
  readonly max: number;
  readonly doc?: string | undefined;
  /** The schema says more of it than the model holds (a default, a key): readers must not vouch for it. */
  readonly unsure?: true | undefined;
}

export interface AnyParticle {
  readonly kind: 'any';
  readonly namespace: string;
  readonly processContents: string;
  readonly min: number;
  readonly max: number;
}

/** Alternatives, each a short list of particles. */
export interface ChoiceParticle {
  readonly kind: 'choice';
  readonly min: number;
  readonly max: number;
  readonly options: readonly Particle[];
}

export type Particle = ElementParticle | AnyParticle | ChoiceParticle;

export interface Attribute {
  readonly name: string;
  readonly type: TypeRef;
  readonly required: boolean;
  /** As with elements. */
  readonly unsure?: true | undefined;
}

export interface ComplexType {
  readonly name: string;
  readonly doc?: string | undefined;
  readonly particles: readonly Particle[];
  readonly attributes: readonly Attribute[];
  /** Set when the element carries text and attributes only. */
  readonly simpleContent?: TypeRef | undefined;
}

export interface SimpleType {
  readonly name: string;
  readonly doc?: string | undefined;
  readonly base: TypeRef;
  /** The closed list, if it is one. */
  readonly values?: readonly string[] | undefined;
  /** It has facets besides the closed list (a pattern, a range): readers must not vouch for its values. */
  readonly unsure?: true | undefined;
}

/** An element that a document may have as its root. */
export interface Root {
  readonly name: string;
  readonly type: TypeRef;
  readonly doc?: string | undefined;
  readonly unsure?: true | undefined;
}

export interface Schema {
  /** File name without folder, e.g. `MeterReadings.xsd`. */
  readonly file: string;
  readonly namespace: string;
  readonly doc?: string | undefined;
  /** From `xs:appinfo`: marks of ours, such as stand-in and confidence. */
  readonly marks: Readonly<Record<string, string>>;
  /** Namespaces of other schemas this one refers to. */
  readonly imports: readonly string[];
  readonly roots: readonly Root[];
  readonly complexTypes: readonly ComplexType[];
  readonly simpleTypes: readonly SimpleType[];
}

/** The contract says something that cannot be turned into types; names the file and the line. */
export class ContractError extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.name = 'ContractError';
  }
}

export const XS = 'http://www.w3.org/2001/XMLSchema';
