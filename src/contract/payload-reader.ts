/**
 * Reads a payload that stands by itself, as in an operation of a set: proves it valid by the profile of its root element and
 * answers it typed, or says what is wrong with it. Knows nothing of messages.
 */
import { roots, type Root } from '../generated/roots.js';
import type { PayloadRoot } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import type { TypedPayload } from '../message/operation-set.js';
import { codes } from '../message/reply-codes.js';
import { TapeCursor } from './cursor.js';
import { plainFindings } from './findings.js';
import { ProvingCursor, Unproved } from './proving-cursor.js';
import { Scanner, ScanError, type DocumentLimits, type Tape } from './scan.js';
import type { ParsedDocument, SchemaFinding } from './validator.js';

/** What libxml2 is asked for, when a payload is not plain or not valid. */
export interface PayloadValidation {
  /** Throws `NotWellFormed`. */
  parse(utf8: Uint8Array, dense: boolean): ParsedDocument;
  validate(document: ParsedDocument): readonly SchemaFinding[];
}

export type PayloadRead = { readonly payload: TypedPayload } | { readonly findings: readonly Finding[] };

/** Root elements by `{namespace}name`, and by local name. */
const byName = new Map(roots.map((root) => [`{${root.namespace}}${root.name}`, root]));
const byLocalName = new Map(roots.map((root) => [root.name, root]));

/** The profile root of this local name (`MeterConfig`, `GetMeterConfig`); undefined when the contract has none. */
export function rootNamed(name: string): Root | undefined {
  return byLocalName.get(name);
}

export class PayloadReader {
  private readonly scanner: Scanner;

  /** @param validation asked for when it is needed and not before: libxml2 takes time and memory to load */
  constructor(
    limits: DocumentLimits,
    private readonly validation: () => PayloadValidation,
  ) {
    this.scanner = new Scanner(limits);
  }

  /** @param xml one element, with every namespace declaration it needs */
  read(xml: string): PayloadRead {
    let tape: Tape;
    try {
      tape = this.scanner.scan(xml);
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      return { findings: [invalid('', error.message)] };
    }
    const name = new TapeCursor(tape, 0).name;
    const namespace = tape.uri(new TapeCursor(tape, 0).namespace);
    const root = byName.get(`{${namespace}}${name}`);
    if (root === undefined) return { findings: [unknownRoot(namespace, name)] };
    const payload = (value: object): PayloadRead => ({ payload: { name: root.name, value: value as PayloadRoot } });
    if (tape.proved) {
      try {
        return payload(root.read(new ProvingCursor(tape, 0)));
      } catch (error) {
        if (!(error instanceof Unproved)) throw error;
      }
    }
    const findings = this.invalidities(xml, tape);
    return findings.length > 0 ? { findings } : payload(root.read(new TapeCursor(tape, 0)));
  }

  private invalidities(xml: string, tape: Tape): readonly Finding[] {
    const validation = this.validation();
    let document: ParsedDocument;
    try {
      document = validation.parse(Buffer.from(xml, 'utf8'), tape.plain);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'NotWellFormed') throw error;
      return [invalid('', error.message)];
    }
    try {
      return plainFindings(validation.validate(document), 0, tape).map(({ code, path, what }) => ({
        code,
        path,
        details: what,
      }));
    } finally {
      document[Symbol.dispose]();
    }
  }
}

function invalid(path: string, details: string): Finding {
  return { code: codes.schemaInvalid, path, details };
}

function unknownRoot(namespace: string, name: string): Finding {
  const known = byLocalName.get(name);
  const details =
    known === undefined
      ? `{${clip(namespace)}}${clip(name)} is no payload of the contract; send the root element of a profile, such as {http://iec.ch/TC57/2011/MeterConfig#}MeterConfig`
      : `${name} is in the namespace "${clip(namespace)}" but belongs to "${known.namespace}"`;
  return invalid(clip(name), details);
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
