/** Prints the TypeScript types of a schema: exact cardinalities, choices as unions, closed lists as literals. */
import {
  ContractError,
  type ChoiceParticle,
  type ComplexType,
  type ElementParticle,
  type Particle,
  type SimpleType,
} from './model.js';
import { wrap, type ModuleScope } from './module-scope.js';

export class TypePrinter {
  readonly lines: string[] = [];

  constructor(private readonly scope: ModuleScope) {}

  simpleType(type: SimpleType): void {
    this.doc(type.doc, '');
    const text = type.values ? type.values.map((v) => `'${quote(v)}'`).join(' | ') : this.scope.tsType(type.base);
    this.lines.push(`export type ${type.name} = ${text};`);
    if (type.values)
      this.lines.push(
        `export const valuesOf${type.name}: ReadonlySet<string> = new Set<${type.name}>([${type.values.map((v) => `'${quote(v)}'`).join(', ')}]);`,
      );
    this.lines.push('');
  }

  interface(type: ComplexType): void {
    const flat: string[] = [];
    const unions: string[] = [];
    let repeated = 0;
    for (const attribute of type.attributes)
      flat.push(`  readonly ${attribute.name}${attribute.required ? '' : '?'}: ${this.scope.tsType(attribute.type)};`);
    if (type.simpleContent)
      flat.push('  /** The text of the element. */', `  readonly text: ${this.scope.tsType(type.simpleContent)};`);
    for (const particle of type.particles) {
      if (particle.kind === 'choice' && particle.max > 1) {
        repeated++;
        if (repeated > 1) throw new ContractError(this.scope.schema.file, 1, `${type.name} has two repeated choices`);
        const options = particle.options.map(
          (o) => `{ readonly ${(o as ElementParticle).name}: ${this.scope.elementType(o as ElementParticle)} }`,
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
    if (particle.kind === 'choice') throw new ContractError(this.scope.schema.file, 1, 'a choice inside a choice');
    const type = this.scope.elementType(particle);
    const doc = particle.doc ? [`  /** ${comment(particle.doc)} */`] : [];
    if (particle.max === 1) return [...doc, `  readonly ${particle.name}${particle.min === 0 ? '?' : ''}: ${type};`];
    const list =
      particle.min === 0
        ? `readonly ${wrap(type)}[]`
        : `readonly [${Array<string>(particle.min).fill(type).join(', ')}, ...${wrap(type)}[]]`;
    return [...doc, `  readonly ${particle.name}${particle.min === 0 ? '?' : ''}: ${list};`];
  }

  doc(text: string | undefined, indent: string): void {
    if (text) this.lines.push(`${indent}/** ${comment(text)} */`);
  }
}

export function comment(text: string): string {
  return text.replaceAll('*/', '* /');
}

function quote(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
