/**
 * Proves an answer of the gateway: the envelope by the rules of SOAP, the message or the fault's detail by its XSD. Both
 * libxml2-wasm, which the gateway uses itself, and libxmljs2, which it never does, must agree that it is valid.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import libxmljs, { type Document, type Element } from 'libxmljs2';
import { spelledFile } from '../../src/contract/spelled-file.js';
import { otherNames, ownSpelling, spelled, spellingOf, type Spelling } from '../../src/contract/spelling.js';
import { ParsedDocument, Validators } from '../../src/contract/validator.js';
import { operations, type Operation } from '../../src/generated/operations.js';
import { profiles } from '../../src/generated/profiles.js';
import { envelopeNamespaces, mediaTypes, type SoapVersion } from '../../src/soap/envelope.js';

export const wsdlFolder = fileURLToPath(new URL('../../wsdl', import.meta.url));

/** The contract as a spelling has it, in files; ours where it stands. */
const folders = new Map<string, { readonly folder: string; readonly validators: Validators }>();

export function contractIn(spelling: Spelling): { readonly folder: string; readonly validators: Validators } {
  const key = JSON.stringify(Object.entries(spelling).sort());
  let found = folders.get(key);
  if (found === undefined) {
    const folder = key === '[]' ? wsdlFolder : spelledFolder(spelling);
    folders.set(key, (found = { folder, validators: new Validators(folder) }));
  }
  return found;
}

function spelledFolder(spelling: Spelling): string {
  const folder = mkdtempSync(join(tmpdir(), 'spelled-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['profiles', 'services']) {
    mkdirSync(join(folder, part));
    for (const file of readdirSync(join(wsdlFolder, part)).filter((name) => name.endsWith('.xsd')))
      writeFileSync(
        join(folder, part, file),
        spelledFile(readFileSync(join(wsdlFolder, part, file), 'utf8'), spelling),
      );
  }
  return folder;
}

/** The spelling of an answer, by all the namespaces it declares. `extra`: those of a dialect. */
function spellingIn(element: Element): Spelling {
  const declared = [...element.toString().matchAll(/\sxmlns(?::\w+)?="([^"]*)"/g)].map(([, uri = '']) => uri);
  return spellingOf(declared, otherNames(moreSpellings));
}

/** Spellings beside the eras that answers may be in. */
export const moreSpellings: Spelling[] = [];

export function alsoSpelled(spelling: Spelling): void {
  moreSpellings.push(spelling);
}

export interface CheckedAnswer {
  readonly version: SoapVersion;
  /** Local name and namespace of the message: of the body's child, or of the one in a fault's detail. */
  readonly message?: { readonly name: string; readonly namespace: string } | undefined;
  readonly fault?: { readonly code: string; readonly reason: string } | undefined;
  /** Operations that may be answered by this message; none for the weakly typed forms. */
  readonly operations: readonly Operation[];
  /** In which spelling and form it is; absent for a fault without a message. */
  readonly spelling?: Spelling | undefined;
  readonly form?: 'typed' | 'generic' | 'bare' | undefined;
  /** The content of a compressed payload, which has been found valid. */
  readonly unpacked?: string | undefined;
}

/** Throws with everything that is wrong with a SOAP answer. */
export function checkAnswer(status: number, contentType: string | undefined, body: string): CheckedAnswer {
  if (/\bat (\S+ ){0,3}\(?(file:|node:|\/)[^\s<]*:\d+:\d+/.test(body) || /<(\w+:)?stackTrace/.test(body))
    wrong('a stack trace', body);
  const document = libxmljs.parseXml(body);
  const envelope = document.root()!;
  const version = (['1.1', '1.2'] as const).find((v) => envelope.namespace()?.href() === envelopeNamespaces[v]);
  if (envelope.name() !== 'Envelope' || version === undefined) wrong('no envelope', body);
  if (contentType !== mediaTypes[version]) wrong(`SOAP ${version} as ${contentType}`, body);
  const soap = envelopeNamespaces[version];
  const [content, ...more] = childrenOf(envelope);
  if (content === undefined || more.length > 0 || !is(content, soap, 'Body')) wrong('an envelope holds one Body', body);
  const [message, ...others] = childrenOf(content);
  if (message === undefined || others.length > 0) wrong('a Body holds one message', body);

  if (!is(message, soap, 'Fault')) {
    if (status !== 200) wrong(`a reply with status ${status}`, body);
    return { version, ...checkMessage(body, message, [0, 0], 'response') };
  }
  if (status < 400) wrong(`a fault with status ${status}`, body);
  const { code, reason, detail } = version === '1.1' ? fault11(message, body) : fault12(message, soap, body);
  if (reason.trim() === '') wrong('a fault without a reason', body);
  const fault = { code, reason };
  if (detail === undefined) return { version, fault, operations: [] };
  const parts = childrenOf(detail);
  if (parts.length !== 1) wrong('a detail holds one message', body);
  const place = childrenOf(message).findIndex((child) => child.name() === detail.name());
  return { version, fault, ...checkMessage(body, parts[0]!, [0, 0, place, 0], 'fault') };
}

/** Throws unless a request is what the schemas of its spelling ask for: one by which a client would have written it. */
export function checkRequest(
  body: string,
  { schema }: Pick<Operation, 'schema'>,
  { form, spelling }: { readonly form: 'typed' | 'generic' | 'bare'; readonly spelling: Spelling },
): void {
  const parts = childrenOf(libxmljs.parseXml(body).root()!);
  const message = childrenOf(parts.at(-1)!)[0]!;
  const steps = [parts.length - 1, 0];
  validateMessage(form === 'typed' ? schema : 'Generic.xsd', body, steps, message, spelling);
  if (form !== 'typed') validateContent(body, message, steps, spelling);
}

function checkMessage(
  body: string,
  element: Element,
  steps: readonly number[],
  kind: 'response' | 'fault',
): Pick<CheckedAnswer, 'message' | 'operations' | 'spelling' | 'form' | 'unpacked'> {
  const message = { name: element.name(), namespace: element.namespace()?.href() ?? '' };
  const spelling = spellingIn(element);
  const form = formOf(message, spelling, kind);
  if (form !== 'typed') {
    validateMessage('Generic.xsd', body, steps, element, spelling);
    validateContent(body, element, steps, spelling);
    return { message, operations: [], spelling, form, ...checkPacked(element, spelling) };
  }
  const fitting = operations.filter(
    (o) =>
      spelled(o.namespace, spelling) === message.namespace &&
      (kind === 'fault' ? o.faultName : o.responseName) === message.name,
  );
  const schema = fitting[0]?.schema;
  if (schema === undefined) wrong(`no operation is answered by {${message.namespace}}${message.name}`, body);
  validateMessage(schema, body, steps, element, spelling);
  return { message, operations: fitting, spelling, form, ...checkPacked(element, spelling) };
}

/** A compressed payload is held against the schema of its noun, spelled like the message around it. */
function checkPacked(message: Element, spelling: Spelling): Pick<CheckedAnswer, 'unpacked'> {
  const compressed = message.get(
    '*[local-name()="Payload"]/*[local-name()="Compressed"]|*/*[local-name()="Payload"]/*[local-name()="Compressed"]',
  );
  if (compressed === null || compressed === undefined) return {};
  const unpacked = gunzipSync(Buffer.from((compressed as Element).text(), 'base64')).toString('utf8');
  const root = libxmljs.parseXml(unpacked).root()!;
  const profile = profiles.find(({ name }) => name === root.name());
  const found = { ...spellingIn(root), ...spelling };
  if (profile === undefined || spelled(profile.namespace, found) !== root.namespace()?.href())
    wrong(`the compressed content {${root.namespace()?.href()}}${root.name()}`, unpacked);
  validateMessage(`../profiles/${profile.name}.xsd`, unpacked, [], root, found);
  return { unpacked };
}

function formOf(
  { name, namespace }: { readonly name: string; readonly namespace: string },
  { abstract = ownSpelling.abstract, envelope = ownSpelling.envelope }: Spelling,
  kind: 'response' | 'fault',
): 'typed' | 'generic' | 'bare' {
  if (kind === 'response' && namespace === abstract && name === 'Response') return 'generic';
  const bare = kind === 'fault' ? 'FaultMessage' : 'ResponseMessage';
  return namespace === envelope && name === bare ? 'bare' : 'typed';
}

/** The envelope's schema lets anything pass as content: the object of the noun is held against its own. */
function validateContent(body: string, element: Element, steps: readonly number[], spelling: Spelling): void {
  const [only] = childrenOf(element);
  const within = only?.name() === 'message' ? only : element;
  const inner = within === element ? steps : [...steps, 0];
  const at = childrenOf(within).findIndex((child) => child.name() === 'Payload');
  const payload = childrenOf(within)[at];
  for (const [index, content] of (payload === undefined ? [] : childrenOf(payload)).entries()) {
    const name = content.name();
    const profile = profiles.find((one) => one.name === name);
    if (profile === undefined || content.namespace()?.href() !== spelled(profile.namespace, spelling)) continue;
    validateMessage(`../profiles/${name}.xsd`, body, [...inner, at, index], content, spelling);
  }
}

/** Throws unless both libraries find the element valid: at `steps` for one, as a document of its own for the other. */
export function validateMessage(
  schema: string,
  body: string,
  steps: readonly number[],
  element: Element,
  spelling: Spelling = {},
): void {
  const { folder, validators } = contractIn(spelling);
  const parsed = ParsedDocument.parse(Buffer.from(body));
  try {
    const findings = validators.validate(parsed.element(steps));
    if (findings.length > 0) wrong(`invalid by libxml2-wasm: ${findings.map((f) => f.message).join(' ')}`, body);
  } finally {
    parsed[Symbol.dispose]();
  }
  const text = withDeclarations(element);
  const alone = libxmljs.parseXml(text);
  if (!alone.validate(schemaDocument(join(folder, 'services', schema), text)))
    wrong(`invalid by libxmljs2: ${alone.validationErrors.map(String).join(' ')}`, body);
}

/** The text of an element with all namespaces that are declared around it. */
function withDeclarations(element: Element): string {
  const text = element.toString();
  const end = text.search(/[\s>/]/);
  const own = text.slice(0, text.indexOf('>'));
  const missing = element
    .namespaces()
    .map((one) => ` xmlns${one.prefix() ? `:${one.prefix()}` : ''}="${one.href()}"`)
    .filter((declaration) => !own.includes(declaration.slice(0, declaration.indexOf('=') + 1)));
  return text.slice(0, end) + missing.join('') + text.slice(end);
}

const schemas = new Map<string, Document>();

/**
 * A schema, without the imports of profiles that a message has no need of: libxmljs2 compiles it for every message anew, and that of
 * the generic service of 2021 imports all there are.
 */
function schemaDocument(file: string, message: string): Document {
  let text = readFileSync(file, 'utf8');
  if (file.endsWith('Generic.xsd') || file.endsWith('OperationSetMessage.xsd'))
    text = text.replace(/<xs:import namespace="([^"]*#)"[^>]*>/g, (whole, namespace: string) =>
      message.includes(`"${namespace}"`) ? whole : '',
    );
  let document = schemas.get(file + text);
  if (document === undefined) {
    document = libxmljs.parseXml(text, { baseUrl: pathToFileURL(file).href });
    schemas.set(file + text, document);
  }
  return document;
}

interface FaultParts {
  readonly code: string;
  readonly reason: string;
  readonly detail?: Element | undefined;
}

function fault11(fault: Element, body: string): FaultParts {
  const parts = childrenOf(fault);
  const names = parts.map((part) => part.name()).join(' ');
  if (!/^faultcode faultstring( faultactor)?( detail)?$/.test(names)) wrong(`a SOAP 1.1 fault of ${names}`, body);
  if (parts.some((part) => part.namespace() !== null)) wrong('parts of a SOAP 1.1 fault have no namespace', body);
  const code = parts[0]!.text();
  if (!/^soap:(Client|Server|VersionMismatch|MustUnderstand)$/.test(code)) wrong(`the fault code ${code}`, body);
  return { code: code.slice(5), reason: parts[1]!.text(), detail: parts.find((part) => part.name() === 'detail') };
}

function fault12(fault: Element, soap: string, body: string): FaultParts {
  const parts = childrenOf(fault);
  const names = parts.map((part) => part.name()).join(' ');
  if (!/^Code Reason( Node)?( Role)?( Detail)?$/.test(names)) wrong(`a SOAP 1.2 fault of ${names}`, body);
  if (parts.some((part) => part.namespace()?.href() !== soap)) wrong('parts of a SOAP 1.2 fault are of SOAP', body);
  const [value] = childrenOf(parts[0]!);
  const [text] = childrenOf(parts[1]!);
  if (!value || !is(value, soap, 'Value') || !text || !is(text, soap, 'Text'))
    wrong('a fault lacks Value or Text', body);
  if (text.attr('lang')?.namespace()?.href() !== 'http://www.w3.org/XML/1998/namespace') wrong('no xml:lang', body);
  const code = value.text();
  if (!/^soap:(Sender|Receiver|VersionMismatch|MustUnderstand)$/.test(code)) wrong(`the fault code ${code}`, body);
  return { code: code.slice(5), reason: text.text(), detail: parts.find((part) => part.name() === 'Detail') };
}

/** Element children. */
export function childrenOf(element: Element): Element[] {
  return element.childNodes().filter((node): node is Element => node.type() === 'element');
}

function is(element: Element, namespace: string, name: string): boolean {
  return element.name() === name && element.namespace()?.href() === namespace;
}

function wrong(what: string, body: string): never {
  throw new Error(`the gateway's answer is wrong: ${what}\n${body.slice(0, 4000)}`);
}
