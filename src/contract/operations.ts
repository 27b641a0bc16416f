/** Looks operations up: by the qualified name of the body element, and by service. */
import { operations, type Operation } from '../generated/operations.js';

const byName = new Map<string, Operation>(operations.map((o) => [`{${o.namespace}}${o.name}`, o]));
const byService = new Map<string, readonly Operation[]>();
for (const operation of operations)
  for (const service of operation.services) byService.set(service, [...(byService.get(service) ?? []), operation]);

/** The operation whose request is this element, undefined when the contract has none. */
export function operationOf(namespace: string, name: string): Operation | undefined {
  return byName.get(`{${namespace}}${name}`);
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
