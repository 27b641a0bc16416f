/**
 * Prints what is known of all nouns together: the operation table, the handler types (the stubs that services fill),
 * and the list of profiles.
 */
import { ContractError, type Schema } from './model.js';
import { moduleName } from './print-module.js';

const requestVerbs = ['create', 'change', 'cancel', 'close', 'delete'] as const;
const eventVerbs = ['created', 'changed', 'canceled', 'closed', 'deleted'] as const;
const note = '// Generated from the XSDs in wsdl/ by `npm run generate`. Do not edit.';

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The nouns of the contract: every profile that is neither the envelope nor a Get profile; sorted. */
export function nounsOf(profiles: readonly Schema[]): string[] {
  return profiles
    .map(moduleName)
    .filter((name) => name !== 'Message' && !name.startsWith('Get'))
    .sort();
}

interface Row {
  readonly module: string;
  readonly name: string;
  readonly noun: string;
  readonly verb: string;
  readonly shape: string;
  readonly services: readonly string[];
  readonly action: string;
  readonly response: string;
  readonly fault: string;
}

/** `src/generated/operations.ts`: one row per operation of every service. */
export function printOperations(nouns: readonly string[], messages: ReadonlyMap<string, Schema>): string {
  const rows: Row[] = [];
  for (const noun of nouns) {
    const row = (
      module: string,
      name: string,
      verb: string,
      shape: string,
      services: readonly string[],
      action: string,
    ): Row => ({
      module,
      name,
      noun,
      verb,
      shape,
      services,
      action,
      response: `${noun}ResponseMessage`,
      fault: `${noun}FaultMessage`,
    });
    rows.push(row(`Get${noun}Message`, `Get${noun}`, 'get', 'get', [`Get${noun}`], `Get${noun}/Get${noun}`));
    for (const verb of requestVerbs)
      rows.push(
        row(
          `${noun}Message`,
          upper(verb) + noun,
          verb,
          'request',
          [`Execute${noun}`, `Request${noun}`],
          `${noun}/${upper(verb)}${noun}`,
        ),
      );
    for (const verb of eventVerbs)
      rows.push(
        row(
          `${noun}Message`,
          upper(verb) + noun,
          verb,
          'event',
          [`Send${noun}`, `Receive${noun}`, `Reply${noun}`],
          `${noun}/${upper(verb)}${noun}`,
        ),
      );
  }
  rows.push({
    module: 'OperationSetMessage',
    name: 'ExecuteOperationSet',
    noun: 'OperationSet',
    verb: 'execute',
    shape: 'operationSet',
    services: ['ExecuteOperationSet'],
    action: 'OperationSet/ExecuteOperationSet',
    response: 'OperationSetResponseMessage',
    fault: 'OperationSetFaultMessage',
  });
  const modules = [...new Set(rows.map((r) => r.module))].sort();
  const lines = [
    note,
    '/** Every operation: qualified name of the body element, what it means, how it is read and answered. */',
    "import type { Cursor, Writer } from './runtime.js';",
    "import type * as Message from './Message.js';",
    ...modules.map((m) => `import * as ${m} from './${m}.js';`),
    '',
    '/** get, the verbs of requests, the past forms of events, and that of responses, which are in no operation of the table. */',
    `export type Verb = ${['get', 'execute', ...requestVerbs, ...eventVerbs, 'reply'].map((v) => `'${v}'`).join(' | ')};`,
    "export type Shape = 'get' | 'request' | 'event' | 'operationSet' | 'response';",
    `export type Noun = ${nouns.map((n) => `'${n}'`).join(' | ')};`,
    `export const nounNames: readonly Noun[] = [${nouns.map((n) => `'${n}'`).join(', ')}];`,
    '',
    '/** What requests and events of all nouns have in common. */',
    'export interface AnyMessage {',
    '  readonly Header: Message.HeaderType;',
    '  readonly Request?: Readonly<Record<string, unknown>>;',
    '  readonly Payload?: Readonly<Record<string, unknown>>;',
    '}',
    'export interface AnyResponse {',
    '  readonly Header: Message.HeaderType;',
    '  readonly Reply: Message.ReplyType;',
    '  readonly Payload?: Readonly<Record<string, unknown>>;',
    '}',
    'export interface AnyFault {',
    '  readonly Reply: Message.ReplyType;',
    '}',
    '',
    'export interface Operation {',
    '  /** Local name of the body element, e.g. `CreateMeterConfig`. */',
    '  readonly name: string;',
    '  readonly namespace: string;',
    '  readonly noun: string;',
    '  readonly verb: Verb;',
    '  readonly shape: Shape;',
    '  /** The XSD that the message must obey. */',
    '  readonly schema: string;',
    '  readonly services: readonly string[];',
    '  readonly soapAction: string;',
    '  read(c: Cursor): AnyMessage;',
    '  write(w: Writer, message: AnyMessage): void;',
    '  readonly responseName: string;',
    '  readResponse(c: Cursor): AnyResponse;',
    '  writeResponse(w: Writer, message: AnyResponse): void;',
    '  readonly faultName: string;',
    '  writeFault(w: Writer, message: AnyFault): void;',
    '}',
    '',
    'type Read<T> = (c: Cursor) => T;',
    'type Write<T> = (w: Writer, value: T) => void;',
    '',
    '// prettier-ignore',
    'export const operations: readonly Operation[] = [',
  ];
  for (const r of rows) {
    const schema = messages.get(r.module);
    if (!schema) throw new ContractError(`${r.module}.xsd`, 1, 'is missing');
    for (const name of [r.name, r.response, r.fault])
      if (!schema.roots.some((root) => root.name === name))
        throw new ContractError(schema.file, 1, `has no element ${name}`);
    const base = schema.namespace.slice(0, schema.namespace.lastIndexOf('/'));
    const at = `${r.module}.`;
    lines.push(
      `  { name: '${r.name}', namespace: ${at}namespace, noun: '${r.noun}', verb: '${r.verb}', shape: '${r.shape}', schema: '${schema.file}', services: [${r.services.map((s) => `'${s}'`).join(', ')}], soapAction: '${base}/${r.action}',`,
      `    read: ${at}${r.name}Element.read as unknown as Read<AnyMessage>, write: ${at}${r.name}Element.write as unknown as Write<AnyMessage>,`,
      `    responseName: '${r.response}', readResponse: ${at}${r.response}Element.read as unknown as Read<AnyResponse>, writeResponse: ${at}${r.response}Element.write as unknown as Write<AnyResponse>,`,
      `    faultName: '${r.fault}', writeFault: ${at}${r.fault}Element.write as unknown as Write<AnyFault> },`,
    );
  }
  lines.push('];', '');
  return lines.join('\n');
}

/** `src/generated/handlers.ts`: for each noun the functions a service may fill. */
export function printHandlers(nouns: readonly string[]): string {
  const lines = [
    note,
    '/** The stubs: a service is whatever has these functions, all or some of them. `Call` is what the dispatcher hands along. */',
  ];
  for (const noun of nouns)
    lines.push(
      `import type * as ${noun} from './${noun}Message.js';`,
      `import type * as Get${noun} from './Get${noun}Message.js';`,
    );
  for (const noun of nouns) {
    const type = (root: string): string => `${noun}.${noun}${root}`;
    lines.push('', `export interface ${noun}Handlers<Call> {`);
    lines.push(
      `  get(message: Get${noun}.Get${noun}RequestMessageType, call: Call): Promise<Get${noun}.${noun}ResponseMessageType>;`,
    );
    for (const verb of requestVerbs)
      lines.push(
        `  ${verb}(message: ${type('RequestMessageType')}, call: Call): Promise<${type('ResponseMessageType')}>;`,
      );
    for (const verb of eventVerbs)
      lines.push(
        `  ${verb}(message: ${type('EventMessageType')}, call: Call): Promise<${type('ResponseMessageType')}>;`,
      );
    lines.push('}');
  }
  lines.push(
    '',
    '/** All of them, by noun. */',
    'export interface Handlers<Call> {',
    ...nouns.map((n) => `  readonly ${n}: ${n}Handlers<Call>;`),
    '}',
    '',
  );
  return lines.join('\n');
}

/** `src/generated/roots.ts`: how the payload of each profile is read and written by itself, outside of its message. */
export function printRoots(profiles: readonly Schema[]): string {
  const modules = profiles.filter((s) => s.file !== 'Message.xsd').map(moduleName);
  return [
    note,
    '/** The root element of every profile: what stands in a Payload, in a Request, or by itself in an operation of a set. */',
    "import type { Cursor, Writer } from './runtime.js';",
    ...modules.map((m) => `import * as ${m} from './${m}.js';`),
    '',
    '/** A document element with a profile of its own, whatever its type. */',
    'export interface Root {',
    '  readonly namespace: string;',
    '  readonly name: string;',
    '  read(c: Cursor): object;',
    '  write(w: Writer, value: object): void;',
    '}',
    '// prettier-ignore',
    'export const roots = [',
    ...modules.map((m) => `  ${m}.${m}Element,`),
    '] as unknown as readonly Root[];',
    '',
  ].join('\n');
}

/** `src/generated/profiles.ts`: where the structure of each noun comes from, for the documentation. */
export function printProfiles(profiles: readonly Schema[]): string {
  const rows = profiles
    .filter((s) => s.file !== 'Message.xsd')
    .map((s) => {
      const root = s.roots[0];
      const type = s.complexTypes.find((t) => t.name === root?.type.name);
      const children =
        type?.particles.flatMap((p) => (p.kind === 'element' ? [`{ name: '${p.name}', many: ${p.max > 1} }`] : [])) ??
        [];
      const standIn = s.marks['stand-in'] === 'true';
      return `  { name: '${moduleName(s)}', namespace: '${s.namespace}', confidence: '${s.marks['confidence'] ?? 'unknown'}', standIn: ${standIn}, children: [${children.join(', ')}] },`;
    });
  return [
    note,
    'export interface Profile {',
    '  readonly name: string;',
    '  readonly namespace: string;',
    '  /** How sure the structure is: certain, high, medium, derived, low. */',
    '  readonly confidence: string;',
    '  /** A Get profile of our own making, because none is publicly known. */',
    '  readonly standIn: boolean;',
    '  /** Elements directly below the root. */',
    '  readonly children: readonly { readonly name: string; readonly many: boolean }[];',
    '}',
    '// prettier-ignore',
    'export const profiles: readonly Profile[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}
