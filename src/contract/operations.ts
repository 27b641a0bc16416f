/** Looks operations up: by the qualified name of the body element, and by service. */
import * as Message from '../generated/Message.js';
import { operations, type AnyMessage, type AnyResponse, type Operation } from '../generated/operations.js';
import type { Cursor, Writer } from '../generated/runtime.js';
import { abstractNamespace } from './spelling.js';

/**
 * Responses as messages of their own, as they come later to whoever has asked: no contract has an operation for them. They stand
 * in the namespace of the noun's messages, or of its Get's; the services that take events take them.
 */
const responses: readonly Operation[] = operations
  .filter(({ verb }) => verb === 'created' || verb === 'get')
  .map((answered) => ({
    ...answered,
    name: answered.responseName,
    verb: 'reply',
    shape: 'response',
    services: ['Send', 'Receive', 'Reply'].map((prefix) => prefix + answered.noun),
    soapAction: answered.soapAction.slice(0, -answered.name.length) + answered.responseName,
    read: (cursor: Cursor) => answered.readResponse(cursor),
    write: (writer: Writer, message: AnyMessage) => answered.writeResponse(writer, message as AnyResponse),
  }));

const byName = new Map<string, Operation>([...operations, ...responses].map((o) => [`{${o.namespace}}${o.name}`, o]));
const byService = new Map<string, readonly Operation[]>();
for (const operation of operations)
  for (const service of operation.services) byService.set(service, [...(byService.get(service) ?? []), operation]);

/** The service that takes messages of every noun, told apart by their Header. */
export const genericService = 'Generic';

/** What the generic service does with a message that no operation of a noun takes: it answers, and nothing else. */
const generics = (['request', 'event', 'response'] as const).map((kind): Operation => {
  const name = { request: 'Request', event: 'PublishEvent', response: 'Response' }[kind];
  const { ResponseMessageElement: response, FaultMessageElement: fault } = Message;
  return {
    name,
    namespace: abstractNamespace,
    noun: 'none',
    verb: 'reply',
    shape: kind,
    schema: 'Generic.xsd',
    services: [genericService],
    soapAction: `${abstractNamespace}/${name}`,
    read: (cursor) => Message.readRequestMessageType(cursor) as unknown as AnyMessage,
    write: (writer, message) => Message.RequestMessageElement.write(writer, message),
    responseName: 'Response',
    readResponse: (cursor) => Message.readResponseMessageType(cursor),
    writeResponse: (writer, message) => response.write(writer, message),
    faultName: 'FaultMessage',
    writeFault: (writer, message) => fault.write(writer, message),
  };
});

for (const operation of generics) byName.set(`{${operation.namespace}}${operation.name}`, operation);
byService.set(genericService, generics);

export type GenericShape = 'request' | 'event' | 'response';

export function genericOperation(kind: GenericShape): Operation {
  return generics.find(({ shape }) => shape === kind)!;
}

const byVerb = new Map<string, Operation>();
for (const operation of operations) {
  const kind = operation.shape === 'event' ? 'event' : 'request';
  byVerb.set(`${kind} ${operation.verb} ${operation.noun}`, operation);
}
for (const operation of responses)
  // a response in the namespace of the Get may come without content, as acknowledgements do
  if (operation.namespace.includes(`/Get${operation.noun}Message`)) byVerb.set(`response ${operation.noun}`, operation);

/** The operation that a message of the generic service means; a response may have any verb. */
export function operationFor(kind: GenericShape, verb: string, noun: string): Operation | undefined {
  return byVerb.get(kind === 'response' ? `response ${noun}` : `${kind} ${verb} ${noun}`);
}

/** All operations of a noun, in the order of the table. */
export function operationsOfNoun(noun: string): readonly Operation[] {
  return operations.filter((operation) => operation.noun === noun);
}

/** The operation whose request is this element, or the response that it is; undefined when the contract has none. */
export function operationOf(namespace: string, name: string): Operation | undefined {
  return byName.get(`{${namespace}}${name}`);
}

/** The same by `{namespace}name`. */
export function operationByName(name: string): Operation | undefined {
  return byName.get(name);
}

/** Namespaces under which the contract knows an operation of this local name: for telling what was probably meant. */
export function namespacesOf(name: string): readonly string[] {
  return operations.filter((o) => o.name === name).map((o) => o.namespace);
}

/** Operations of a service such as `ExecuteMeterConfig`, undefined when there is no such service. */
export function operationsOf(service: string): readonly Operation[] | undefined {
  return byService.get(service);
}

/** All services, in the order of the table. */
export function serviceNames(): readonly string[] {
  return [...byService.keys()];
}
