/**
 * Prints the TypeScript module of one schema: its types, a reader and a writer for each.
 * Readers walk a message that is valid, or prove that it is; writers keep the order of the schema and give every element the
 * prefix of its namespace. Text is never converted: decimals, times and booleans stay the text they were.
 */
import type { Root, Schema } from './model.js';
import { ModuleScope, prefixOf, type SchemaSet } from './module-scope.js';
import { comment, TypePrinter } from './print-types.js';
import { ReaderPrinter } from './print-readers.js';
import { WriterPrinter } from './print-writers.js';

export { moduleName, prefixOf, type SchemaSet } from './module-scope.js';

export function printModule(schema: Schema, schemas: SchemaSet): string {
  return new Printer(schema, schemas).print();
}

class Printer {
  private readonly scope: ModuleScope;

  constructor(
    private readonly schema: Schema,
    schemas: SchemaSet,
  ) {
    this.scope = new ModuleScope(schema, schemas);
  }

  print(): string {
    const { schema, scope } = this;
    const types = new TypePrinter(scope);
    for (const type of schema.simpleTypes) types.simpleType(type);
    for (const type of schema.complexTypes) types.interface(type);
    const readers = new ReaderPrinter(scope);
    for (const type of schema.complexTypes) readers.reader(type);
    const writers = new WriterPrinter(scope);
    for (const type of schema.complexTypes) writers.writer(type);
    const roots = new TypePrinter(scope);
    for (const root of schema.roots) this.root(root, roots);
    const head = [
      `// Generated from ${schema.file} by \`npm run generate\`. Do not edit.`,
      ...(schema.doc ? [`/** ${comment(schema.doc)} */`] : []),
      `import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer${[...scope.usedXs]
        .sort()
        .map((t) => `, type ${t}`)
        .join('')} } from './runtime.js';`,
      ...[...scope.usedModules].sort().map((m) => `import * as ${m} from './${m}.js';`),
      '',
      `export const namespace = '${schema.namespace}';`,
      'const N = namespaceId(namespace);',
      'export const namespaceIdOf = N;',
      ...this.declarations(),
      '',
    ];
    const body = [types, readers, writers, roots].flatMap(({ lines }) => lines).join('\n');
    const unused = [
      ...(body.includes('ForeignElement') ? [] : [', type ForeignElement']),
      ...(body.includes('lexical.') ? [] : ['lexical, ']),
    ];
    return `${head.map((l) => unused.reduce((line, name) => line.replace(name, ''), l)).join('\n')}\n${body}\n`;
  }

  /** Namespace declarations of a document whose root is of this schema. */
  private declarations(): string[] {
    if (this.schema.roots.length === 0) return [];
    const all = new Map<string, string>();
    const take = (schema: Schema): void => {
      if (all.has(schema.namespace)) return;
      all.set(schema.namespace, prefixOf(schema));
      for (const uri of schema.imports) take(this.scope.find({ namespace: uri, name: '' }));
    };
    take(this.schema);
    const text = [...all].map(([uri, prefix]) => ` xmlns:${prefix}="${uri}"`).join('');
    return [`const declarations = '${text}';`];
  }

  private root({ name, type: ref, doc, unsure }: Root, printer: TypePrinter): void {
    const schema = this.scope.find(ref);
    const at = schema === this.schema ? '' : `${this.scope.use(schema)}.`;
    printer.doc(doc ?? `The document element \`${name}\`.`, '');
    printer.lines.push(
      `export const ${name}Element = {`,
      `  namespace,`,
      `  name: '${name}',`,
      unsure
        ? `  read: (c: Cursor): ${at}${ref.name} => (c.doubt(), ${at}read${ref.name}(c)),`
        : `  read: ${at}read${ref.name},`,
      `  write(w: Writer, value: ${at}${ref.name}): void {`,
      `    w.declare(declarations);`,
      `    ${at}write${ref.name}(w, '${this.scope.prefix}:${name}', value);`,
      '  },',
      '} as const;',
      '',
    );
  }
}
