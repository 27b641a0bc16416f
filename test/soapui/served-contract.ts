/** The contract as a client of the gateway gets it: WSDLs and the schemas they name, fetched over HTTP, and nothing from the disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { XsdValidator } from 'libxml2-wasm';
import libxmljs, { type Document, type Element } from 'libxmljs2';
import { compileFile, findingsOf, ParsedDocument } from '../../src/contract/validator.js';
import { childrenOf } from '../support/soap-check.js';

const wsdl = { wsdl: 'http://schemas.xmlsoap.org/wsdl/', xs: 'http://www.w3.org/2001/XMLSchema' };
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

export interface ServedContract {
  /** What is wrong with an answer by the WSDL at this address and the schemas it names; nothing when all is well. */
  complaint(definition: string, operation: string, answer: Document): Promise<string | undefined>;
  close(): void;
}

interface Service {
  readonly schema: XsdValidator;
  /** Qualified names of the answers of each operation, and of the details of its faults. */
  readonly answers: ReadonlyMap<string, { readonly output: string; readonly faults: readonly string[] }>;
}

export function servedContract(): ServedContract {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-soapui-'));
  const services = new Map<string, Promise<Service>>();
  const schemas = new Map<string, string>();
  const compiled = new Map<string, XsdValidator>();

  /** Keeps a schema and those it names beside each other; a schema of one name must be one and the same wherever it is served. */
  async function keep(address: string): Promise<string> {
    const file = new URL(address).searchParams.get('xsd');
    if (file === null || !/^[\w.]+\.xsd$/.test(file)) throw new Error(`${address} names no schema`);
    const named: string[] = [];
    const text = (await fetched(address)).replace(/schemaLocation="([^"]+)"/g, (_, location: string) => {
      const there = location.replaceAll('&amp;', '&');
      named.push(there);
      return `schemaLocation="${new URL(there).searchParams.get('xsd')}"`;
    });
    const known = schemas.get(file);
    if (known !== undefined && known !== text)
      throw new Error(`${address} is another schema than the one known as ${file}`);
    if (known === undefined) {
      schemas.set(file, text);
      writeFileSync(join(folder, file), text);
      for (const location of named) await keep(location);
    }
    return file;
  }

  async function load(definition: string): Promise<Service> {
    const root = libxmljs.parseXml(await fetched(definition)).root()!;
    const imports = root.find<Element>('wsdl:types//xs:import', wsdl);
    if (imports.length !== 1) throw new Error(`${definition} has ${imports.length} schemas`);
    const file = await keep(imports[0]!.attr('schemaLocation')!.value());
    let schema = compiled.get(file);
    if (schema === undefined) compiled.set(file, (schema = compileFile(folder, file)));
    return { schema, answers: answersIn(root) };
  }

  return {
    async complaint(definition, operation, answer) {
      let service = services.get(definition);
      if (service === undefined) services.set(definition, (service = load(definition)));
      const { schema, answers } = await service;
      const expected = answers.get(operation);
      if (expected === undefined) return `${definition} has no operation ${operation}`;
      const body = childrenOf(answer.root()!).find((child) => child.name() === 'Body');
      const message = body && childrenOf(body)[0];
      if (message === undefined) return 'the Body is empty';
      const isFault = qualified(message) === `{${soap}}Fault`;
      const detail = isFault ? childrenOf(message).find((child) => child.name() === 'detail') : undefined;
      const judged = isFault ? detail && childrenOf(detail)[0] : message;
      if (judged === undefined) return undefined;
      const fitting = isFault ? expected.faults : [expected.output];
      if (!fitting.includes(qualified(judged)))
        return `${operation} is answered by ${fitting.join(' or ')} and not by ${qualified(judged)}`;
      using parsed = ParsedDocument.parse(Buffer.from(judged.toString()));
      const findings = findingsOf(schema, parsed.root);
      return findings.length === 0 ? undefined : findings.map(({ message }) => message.trim()).join('; ');
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function fetched(address: string): Promise<string> {
  const response = await fetch(address);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`GET ${address} is answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** The elements that the messages of a WSDL's operations hold. */
function answersIn(root: Element): Service['answers'] {
  const elements = new Map(
    root.find<Element>('wsdl:message', wsdl).map((message) => {
      const part = message.get<Element>('wsdl:part', wsdl)!;
      return [message.attr('name')!.value(), resolved(part, part.attr('element')!.value())] as const;
    }),
  );
  const element = (of: Element): string => elements.get(of.attr('message')!.value().replace(/^.*:/, '')) ?? '';
  const found = root.find<Element>('wsdl:portType/wsdl:operation', wsdl).map((operation) => {
    const faults = operation.find<Element>('wsdl:fault', wsdl).map(element);
    const output = element(operation.get<Element>('wsdl:output', wsdl)!);
    return [operation.attr('name')!.value(), { output, faults }] as const;
  });
  return new Map(found);
}

/** `{namespace}name` of `prefix:name` as it stands at this element. */
function resolved(at: Element, name: string): string {
  const [prefix, local] = name.split(':') as [string, string];
  const declared = at.namespaces().find((namespace) => namespace.prefix() === prefix);
  return `{${declared?.href()}}${local}`;
}

function qualified(element: Element): string {
  return `{${element.namespace()?.href() ?? ''}}${element.name()}`;
}
