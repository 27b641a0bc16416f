/** Prints the writers of a schema: elements in the order of the schema, each with the prefix of its namespace. */
import type { ComplexType, ElementParticle, Particle } from './model.js';
import { prefixOf, type ModuleScope } from './module-scope.js';

export class WriterPrinter {
  readonly lines: string[] = [];

  constructor(private readonly scope: ModuleScope) {}

  writer(type: ComplexType): void {
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
    const tag = `'${e.namespace === this.scope.schema.namespace ? this.scope.prefix : prefixOf(this.scope.find({ namespace: e.namespace, name: '' }))}:${e.name}'`;
    const complex = this.scope.complexReader(e)?.replace(/(^|\.)read/, '$1write');
    if (complex)
      return e.max > 1 ? `w.many(${tag}, ${access}, ${complex});` : `w.maybe(${tag}, ${access}, ${complex});`;
    return e.max > 1 ? `w.leaves(${tag}, ${access});` : `w.leaf(${tag}, ${access});`;
  }
}
