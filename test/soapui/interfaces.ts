/** The interfaces of the project: one for each service that its steps use, read from the WSDLs of the contract. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import libxmljs, { type Element } from 'libxmljs2';
import { wsdlFolder } from '../support/soap-check.js';
import type { Interface } from './model.js';

const namespaces = {
  wsdl: 'http://schemas.xmlsoap.org/wsdl/',
  soap: 'http://schemas.xmlsoap.org/wsdl/soap/',
};

/** Address of the gateway's SOAP endpoint in the project. */
export const endpoint = '${#Project#endpoint}';

export function interfaceOf(service: string): Interface {
  const root = libxmljs.parseXml(readFileSync(join(wsdlFolder, 'services', `${service}.wsdl`), 'utf8')).root()!;
  const binding = one(root, 'wsdl:binding');
  return {
    name: service,
    binding: { namespace: attribute(root, 'targetNamespace'), name: attribute(binding, 'name') },
    definition: `${endpoint}/${service}?wsdl`,
    endpoint: `${endpoint}/${service}`,
    operations: binding.find<Element>('wsdl:operation', namespaces).map((operation) => ({
      name: attribute(operation, 'name'),
      action: attribute(one(operation, 'soap:operation'), 'soapAction'),
      input: attribute(one(operation, 'wsdl:input'), 'name'),
      output: attribute(one(operation, 'wsdl:output'), 'name'),
    })),
  };
}

function one(parent: Element, path: string): Element {
  const [found] = parent.find<Element>(path, namespaces);
  if (found === undefined) throw new Error(`no ${path} below ${parent.name()}`);
  return found;
}

function attribute(element: Element, name: string): string {
  const found = element.attr(name)?.value();
  if (found === undefined) throw new Error(`${element.name()} has no ${name}`);
  return found;
}
