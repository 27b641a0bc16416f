/**
 * The home of libxml2: proves that a document is well-formed and that its message obeys the schema.
 * Schemas are compiled once. While they are compiled, and only then, libxml2 may open files, and only below wsdl/:
 * nothing that stands in a message is ever fetched.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import {
  ParseOption,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { ErrorDetail } from 'libxml2-wasm';
// the library's own layer below its classes: those cost as much as the parsing of a small message (weak references, finalizers)
import * as libxml2 from 'libxml2-wasm/lib/libxml2.mjs';
import './bounded-errors.js';

/** A finding of libxml2, untranslated. */
export interface SchemaFinding {
  readonly message: string;
  readonly line: number;
  readonly xpath?: string | undefined;
}

/** The document is not well-formed XML. */
export class NotWellFormed extends Error {
  constructor(
    readonly reason: string,
    readonly line: number,
  ) {
    super(`line ${line}: ${reason}`);
    this.name = 'NotWellFormed';
  }
}

/** Line numbers above 65535 included; no network, no external entities, no catalogs; never entity substitution. */
const options =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_COMPACT |
  ParseOption.XML_PARSE_BIG_LINES;

/** An element of a parsed document; good until the document is disposed. */
export type ElementHandle = number & { readonly handle: 'element' };

/** libxml2's xmlErrorLevel from which a diagnostic is a failure. */
const failure = 2;

/** A parsed document. Must be disposed: the garbage collector does not see its memory. */
export class ParsedDocument implements Disposable {
  private constructor(private document: number) {}

  /**
   * Throws `NotWellFormed`.
   * @param large lifts libxml2's own limits, for documents whose limits have been checked already
   * @param dense leaves blanks between elements out of the tree: only for documents without comments and CDATA sections, where
   * that cannot touch the text of an element
   */
  static parse(utf8: Uint8Array, large = false, dense = false): ParsedDocument {
    const context = libxml2.xmlNewParserCtxt();
    const errors = libxml2.error.storage.allocate([]);
    try {
      libxml2.xmlCtxtSetErrorHandler(context, libxml2.error.errorCollector, errors);
      const flags = options | (large ? ParseOption.XML_PARSE_HUGE : 0) | (dense ? ParseOption.XML_PARSE_NOBLANKS : 0);
      const document = libxml2.xmlReadMemory(context, utf8, null, 'utf-8', flags);
      const found = libxml2.error.storage.get(errors) as readonly ErrorDetail[];
      const first = found.find((e) => e.level >= failure);
      if (document !== 0 && first === undefined) return new ParsedDocument(document);
      if (document !== 0) libxml2.xmlFreeDoc(document);
      throw new NotWellFormed((first?.message ?? 'the document cannot be read').trim(), first?.line ?? 0);
    } finally {
      libxml2.error.storage.free(errors);
      libxml2.xmlFreeParserCtxt(context);
    }
  }

  get root(): ElementHandle {
    return libxml2.xmlDocGetRootElement(this.document) as ElementHandle;
  }

  /** The element at this place: for each step the nth element child, from the root on. */
  element(steps: readonly number[]): ElementHandle {
    let at = this.root;
    for (const step of steps) {
      let child = libxml2.XmlTreeCommonStruct.children(at);
      for (let left = step; child !== 0; child = libxml2.XmlTreeCommonStruct.next(child))
        if (libxml2.XmlTreeCommonStruct.type(child) === elementNode && left-- === 0) break;
      if (child === 0) throw new Error('the tree has fewer elements than the tape');
      at = child as ElementHandle;
    }
    return at;
  }

  /** All text below the root. */
  get content(): string {
    return libxml2.xmlNodeGetContent(this.root);
  }

  [Symbol.dispose](): void {
    if (this.document !== 0) libxml2.xmlFreeDoc(this.document);
    this.document = 0;
  }
}

/** libxml2's xmlElementType of an element. */
const elementNode = 1;

/**
 * The message schemas of the contract, compiled into one at first use: they share the envelope, and compiled one by one they
 * would take a third more memory and twice the time.
 */
export class Validators {
  private compiled: XsdValidator | undefined;

  /** @param folder where `services/`, `profiles/` and perhaps `licensed/` are */
  constructor(private readonly folder: string) {}

  /** Compiles the schemas. Throws when one does not compile. */
  compile(): XsdValidator {
    if (this.compiled) return this.compiled;
    const services = join(this.folder, 'services');
    const imports = readdirSync(services)
      .filter((file) => file.endsWith('Message.xsd') || file === 'Generic.xsd')
      .sort()
      .map((file) => {
        const namespace = /targetNamespace="([^"]+)"/.exec(readFileSync(join(services, file), 'utf8'))?.[1];
        return `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`;
      });
    const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
    this.compiled = compileText(this.folder, join('services', 'all.xsd'), Buffer.from(all));
    return this.compiled;
  }

  /** Findings of a message element against its schema; none when it is valid. */
  validate(element: ElementHandle): readonly SchemaFinding[] {
    return findingsOf(this.compile(), element);
  }
}

/** Compiles any schema below `folder` (a path relative to it), for the command line and tests. */
export function compileFile(folder: string, file: string): XsdValidator {
  return compileText(folder, file, readFileSync(resolve(folder, file)));
}

function compileText(folder: string, file: string, text: Buffer): XsdValidator {
  const url = resolve(folder, file);
  if (!xmlRegisterInputProvider(filesBelow(resolve(folder)))) throw new Error('libxml2 takes no more input providers');
  try {
    const document = XmlDocument.fromBuffer(text, { url, option: ParseOption.XML_PARSE_NONET });
    try {
      return XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  } finally {
    xmlCleanupInputProvider();
  }
}

export function findingsOf(validator: XsdValidator, element: ElementHandle): readonly SchemaFinding[] {
  const context = libxml2.xmlSchemaNewValidCtxt(pointerOf(validator));
  const errors = libxml2.error.storage.allocate([]);
  try {
    libxml2.xmlSchemaSetValidStructuredErrors(context, libxml2.error.errorCollector, errors);
    const answer = libxml2.xmlSchemaValidateOneElement(context, element);
    if (answer < 0) throw new Error('libxml2 could not validate');
    return answer === 0 ? [] : libxml2.error.storage.get(errors);
  } finally {
    libxml2.error.storage.free(errors);
    libxml2.xmlSchemaFreeValidCtxt(context);
  }
}

/** Where libxml2 keeps the compiled schema. */
function pointerOf(validator: XsdValidator): number {
  return (validator as unknown as { readonly _ptr: number })._ptr;
}

/** Files below a folder and no others, as libxml2 asks for them; schemas in the form it understands. */
function filesBelow(folder: string): Parameters<typeof xmlRegisterInputProvider>[0] {
  const path = (name: string): string => resolve(name.startsWith('file://') ? new URL(name).pathname : name);
  const opened = new Map<number, Buffer>();
  let last = 0;
  return {
    match: (name) => path(name).startsWith(folder + sep),
    open: (name) => {
      try {
        opened.set(++last, Buffer.from(understood(readFileSync(path(name), 'utf8'))));
        return last;
      } catch {
        return undefined;
      }
    },
    read: (file, buffer) => {
      const left = opened.get(file) ?? Buffer.alloc(0);
      buffer.set(left.subarray(0, buffer.byteLength));
      opened.set(file, left.subarray(buffer.byteLength));
      return Math.min(left.byteLength, buffer.byteLength);
    },
    close: (file) => opened.delete(file),
  };
}

/**
 * The same schema with wildcards that repeat by way of a sequence around them. libxml2 takes a repeated xs:any right behind a
 * repeated element for a free mix of both, and lets the element come again after foreign ones. The files of the contract keep
 * the plain form, which all other tools take as it is meant.
 */
function understood(schema: string): string {
  return schema.replace(/<((?:\w+:)?)any\b([^<>]*)\/>/g, (whole, prefix: string, attributes: string) => {
    const bounds = attributes.match(/\s(?:min|max)Occurs\s*=\s*("[^"]*"|'[^']*')/g) ?? [];
    if (bounds.length === 0) return whole;
    const rest = bounds.reduce((left, bound) => left.replace(bound, ''), attributes);
    return `<${prefix}sequence${bounds.join('')}><${prefix}any${rest}/></${prefix}sequence>`;
  });
}
