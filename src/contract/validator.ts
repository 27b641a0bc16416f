/**
 * The home of libxml2: proves that a document is well-formed and that its message obeys the schema.
 * Schemas are compiled once. While they are compiled, and only then, libxml2 may open files, and only below wsdl/:
 * nothing that stands in a message is ever fetched.
 */
import { openSync, closeSync, readFileSync, readSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import {
  ParseOption,
  XmlDocument,
  XmlParseError,
  XmlValidateError,
  XsdValidator,
  type XmlElement,
  type XmlTreeNode,
} from 'libxml2-wasm';
import { xmlCleanupInputProvider, xmlRegisterInputProvider } from 'libxml2-wasm';
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

/** A parsed document. Must be disposed: the garbage collector does not see its memory. */
export class ParsedDocument implements Disposable {
  private constructor(private readonly document: XmlDocument) {}

  /** Throws `NotWellFormed`. `large` lifts libxml2's own limits, for documents whose limits have been checked already. */
  static parse(utf8: Uint8Array, large = false): ParsedDocument {
    try {
      return new ParsedDocument(
        XmlDocument.fromBuffer(utf8, {
          encoding: 'utf-8',
          option: large ? options | ParseOption.XML_PARSE_HUGE : options,
        }),
      );
    } catch (error) {
      if (!(error instanceof XmlParseError)) throw error;
      const first = error.details[0];
      throw new NotWellFormed((first?.message ?? error.message).trim(), first?.line ?? 0);
    }
  }

  get root(): XmlElement {
    return this.document.root;
  }

  /** The element at this place: for each step the nth element child, from the root on. */
  element(steps: readonly number[]): XmlElement {
    let at: XmlElement = this.document.root;
    for (const step of steps) {
      let seen = -1;
      let child: XmlTreeNode | null = at.firstChild;
      while (child !== null) {
        if (isElement(child) && ++seen === step) break;
        child = child.next;
      }
      if (child === null) throw new Error('the tree has fewer elements than the tape');
      at = child;
    }
    return at;
  }

  [Symbol.dispose](): void {
    this.document.dispose();
  }
}

function isElement(node: XmlTreeNode): node is XmlElement {
  return 'attrs' in node;
}

/** Compiled schemas of the contract, each compiled at first use. */
export class Validators {
  private readonly compiled = new Map<string, XsdValidator>();

  /** @param folder where `services/`, `profiles/` and perhaps `licensed/` are */
  constructor(private readonly folder: string) {}

  /** Compiles a schema file of `services/`, e.g. `MeterConfigMessage.xsd`. Throws when it does not compile. */
  compile(schema: string): XsdValidator {
    let validator = this.compiled.get(schema);
    if (validator === undefined)
      this.compiled.set(schema, (validator = compileFile(this.folder, join('services', schema))));
    return validator;
  }

  /** Findings of the element against the schema; none when it is valid. */
  validate(schema: string, element: XmlElement): readonly SchemaFinding[] {
    return findingsOf(this.compile(schema), element);
  }
}

/** Compiles any schema below `folder` (a path relative to it), for the command line and tests. */
export function compileFile(folder: string, file: string): XsdValidator {
  const url = resolve(folder, file);
  if (!xmlRegisterInputProvider(filesBelow(resolve(folder)))) throw new Error('libxml2 takes no more input providers');
  try {
    const document = XmlDocument.fromBuffer(readFileSync(url), { url, option: ParseOption.XML_PARSE_NONET });
    try {
      return XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  } finally {
    xmlCleanupInputProvider();
  }
}

export function findingsOf(validator: XsdValidator, element: XmlElement): readonly SchemaFinding[] {
  try {
    validator.validate(element);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details;
  }
}

function filesBelow(folder: string): Parameters<typeof xmlRegisterInputProvider>[0] {
  const path = (name: string): string => resolve(name.startsWith('file://') ? new URL(name).pathname : name);
  return {
    match: (name) => path(name).startsWith(folder + sep),
    open: (name) => {
      try {
        return openSync(path(name), 'r');
      } catch {
        return undefined;
      }
    },
    read: (fd, buffer) => {
      try {
        return readSync(fd, buffer, 0, buffer.byteLength, null);
      } catch {
        return -1;
      }
    },
    close: (fd) => {
      closeSync(fd);
      return true;
    },
  };
}
