/** Looks operations up: by the qualified name of the body element, and by service. */
import { operations, type AnyMessage, type AnyResponse, type Operation } from '../generated/operations.js';
import type { Cursor, Writer } from '../generated/runtime.js';

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
