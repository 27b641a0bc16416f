/** Prints the readers of a schema: they walk a message with a cursor, and tell it what the schema says of each text and list. */
import type { ChoiceParticle, ComplexType, ElementParticle, Particle } from './model.js';
import type { ModuleScope } from './module-scope.js';

export class ReaderPrinter {
  readonly lines: string[] = [];

  constructor(private readonly scope: ModuleScope) {}

  reader(type: ComplexType): void {
    const isUnion = type.particles.some((p) => p.kind === 'choice' && p.max === 1);
    this.lines.push(`export function read${type.name}(c: Cursor): ${type.name} {`);
    const attributes = type.attributes.map(
      (a) =>
        `${a.name}: c.${a.required ? 'needAttribute' : 'attribute'}('${a.name}'${this.scope.as(a, ', ')})${this.scope.cast(a.type)},`,
    );
    if (type.simpleContent) {
      this.lines.push(
        `  return { ${attributes.join(' ')} text: c.${this.scope.isText(type.simpleContent) ? 'text' : 'token'}(${this.scope.as({ type: type.simpleContent })})${this.scope.cast(type.simpleContent)} };`,
        '}',
        '',
      );
      return;
    }
    type.attributes.forEach((_, i) =>
      this.lines.push(`  const a${i} = ${attributes[i]!.replace(/^[^:]*: /, '').replace(/,$/, '')};`),
    );
    if (type.particles.length === 0) this.lines.push('  c.nothing();');
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
    this.lines.push('  };');
    for (const particle of type.particles)
      if (particle.kind === 'choice' && particle.max === 1) {
        const members = particle.options.map((o) => `value.${o.kind === 'any' ? 'any' : (o as ElementParticle).name}`);
        const optional = particle.min === 0 || particle.options.some((o) => o.kind !== 'choice' && o.min === 0);
        this.lines.push(`  c.chosen(${optional}, ${members.join(', ')});`);
      }
    this.lines.push('  c.leave(end);', `  return value${isUnion ? ` as ${type.name}` : ''};`, '}', '');
  }

  private readRepeated(choice: ChoiceParticle): string {
    const options = choice.options as readonly ElementParticle[];
    const tries = options
      .map((o) => `c.at(${this.scope.ns(o)}, '${o.name}') ? { ${o.name}: ${this.readNow(o)} }`)
      .join(' : ');
    return counted(`c.repeat(() => ${tries} : undefined)`, choice.min, choice.max);
  }

  /** The function that reads an element of a complex type. */
  private reading(e: ElementParticle): string {
    const read = this.scope.complexReader(e)!;
    return this.scope.isUnsure(e) ? `(c) => (c.doubt(), ${read}(c))` : read;
  }

  /** Expression that reads the element the cursor stands at. */
  private readNow(e: ElementParticle): string {
    if (this.scope.complexReader(e))
      return this.scope.isUnsure(e)
        ? `(c.doubt(), ${this.scope.complexReader(e)}(c))`
        : `${this.scope.complexReader(e)}(c)`;
    return `c.${this.scope.isText(e.type) ? 'text' : 'token'}(${this.scope.as(e)})${this.scope.cast(e.type)}`;
  }

  private readMember(particle: Particle, optional: boolean): string {
    if (particle.kind === 'any')
      return `    any: ${counted('c.foreign(N)', optional ? 0 : particle.min, particle.max)},`;
    const e = particle as ElementParticle;
    const ns = this.scope.ns(e);
    const many = e.max > 1;
    const need = e.min > 0 && !optional;
    const complex = this.scope.complexReader(e) && this.reading(e);
    if (complex) {
      const how = many ? 'many' : need ? 'one' : 'maybe';
      const cast = many && need ? ` as unknown as ${this.scope.memberType(e)}` : '';
      const list = `c.${how}(${ns}, '${e.name}', ${complex})`;
      return `    ${e.name}: ${many ? counted(list, need || e.min > 1 ? e.min : 0, e.max) : list}${cast},`;
    }
    const kind = this.scope.isText(e.type) ? 'Text' : 'Token';
    const how = many ? 'many' : need ? 'one' : 'maybe';
    const cast = this.scope.isPlain(e.type)
      ? ''
      : ` as ${many ? this.scope.memberType(e) : this.scope.tsType(e.type)}${need || many ? '' : ' | undefined'}`;
    const list = `c.${how}${kind}(${ns}, '${e.name}'${this.scope.as(e, ', ')})`;
    return `    ${e.name}: ${many ? counted(list, need || e.min > 1 ? e.min : 0, e.max) : list}${cast},`;
  }
}

/** An expression that reads a list, with how many members it must have when that is not any number. */
function counted(list: string, least: number, most: number): string {
  return least === 0 && most === Infinity ? list : `c.counted(${list}, ${least}, ${most})`;
}
