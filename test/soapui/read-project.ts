/**
 * Reads a project file as SoapUI would, and refuses whatever the runner could not carry out: a step or an assertion that it passed
 * over in silence would prove nothing.
 */
import libxmljs, { type Element } from 'libxmljs2';
import { childrenOf } from '../support/soap-check.js';
import type { Assertion, Interface, Project, RequestStep, TestCase, TestStep, TestSuite } from './model.js';

const con = 'http://eviware.com/soapui/config';
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const plainAssertions = ['SOAP Response', 'Schema Compliance', 'SOAP Fault Assertion', 'Not SOAP Fault Assertion'];

/** Throws with the place of what it cannot read. */
export function readProject(xml: string): Project {
  const root = libxmljs.parseXml(xml).root()!;
  if (root.name() !== 'soapui-project' || root.namespace()?.href() !== con) fail(root, 'this is no SoapUI project');
  return {
    name: attribute(root, 'name'),
    description: textIn(root, 'description'),
    interfaces: all(root, 'interface').map(interfaceIn),
    suites: all(root, 'testSuite').map(suiteIn),
    properties: all(one(root, 'properties'), 'property').map((property) => ({
      name: textIn(property, 'name'),
      value: textIn(property, 'value'),
    })),
  };
}

function interfaceIn(element: Element): Interface {
  expectType(element, 'WsdlInterface');
  if (attribute(element, 'soapVersion') !== '1_1') fail(element, 'only SOAP 1.1 is carried out');
  const binding = /^\{(.+)\}(.+)$/.exec(attribute(element, 'bindingName'));
  if (binding === null) fail(element, 'bindingName must be {namespace}name');
  return {
    name: attribute(element, 'name'),
    binding: { namespace: binding[1]!, name: binding[2]! },
    definition: attribute(element, 'definition'),
    endpoint: textIn(one(element, 'endpoints'), 'endpoint'),
    operations: all(element, 'operation').map((operation) => ({
      name: attribute(operation, 'bindingOperationName'),
      action: attribute(operation, 'action'),
      input: attribute(operation, 'inputName'),
      output: attribute(operation, 'outputName'),
    })),
  };
}

function suiteIn(element: Element): TestSuite {
  if (textIn(element, 'runType') !== 'SEQUENTIAL') fail(element, 'only SEQUENTIAL suites are carried out');
  const cases = all(element, 'testCase').map(caseIn);
  return { name: attribute(element, 'name'), description: textIn(element, 'description'), cases };
}

function caseIn(element: Element): TestCase {
  const steps = all(element, 'testStep').map(stepIn);
  if (new Set(steps.map(({ name }) => name)).size < steps.length) fail(element, 'two steps have the same name');
  return { name: attribute(element, 'name'), description: textIn(element, 'description'), steps };
}

function stepIn(element: Element): TestStep {
  const name = attribute(element, 'name');
  const kind = attribute(element, 'type');
  const config = one(element, 'config');
  if (kind === 'delay') return { kind, name, milliseconds: plain(config, 'delay') };
  if (kind !== 'request') fail(element, `steps of type ${kind} are not carried out`);
  expectType(config, 'RequestStep');
  const request = one(config, 'request');
  return {
    kind,
    name,
    interface: textIn(config, 'interface'),
    operation: textIn(config, 'operation'),
    ...requestIn(request),
  };
}

function requestIn(request: Element): Pick<RequestStep, 'endpoint' | 'request' | 'assertions'> {
  const order = childrenOf(request).map((child) => child.name());
  if (!/^settings encoding endpoint request( assertion)* credentials$/.test(order.join(' ')))
    fail(request, `a request of ${order.join(' ')}`);
  return {
    endpoint: textIn(request, 'endpoint'),
    request: textIn(request, 'request'),
    assertions: all(request, 'assertion').map(assertionIn),
  };
}

function assertionIn(element: Element): Assertion {
  const type = attribute(element, 'type');
  const configuration = one(element, 'configuration');
  if (plainAssertions.includes(type)) return { type } as Assertion;
  if (type !== 'XPath Match') fail(element, `assertions of type ${type} are not carried out`);
  for (const flag of ['ignoreNamspaceDifferences', 'ignoreComments'])
    if (plain(configuration, flag) !== 'false') fail(element, `${flag} is not carried out`);
  return {
    type,
    name: attribute(element, 'name'),
    path: plain(configuration, 'path'),
    content: plain(configuration, 'content'),
    wildcards: plain(configuration, 'allowWildcards') === 'true',
  };
}

function expectType(element: Element, type: string): void {
  const found = element.attrs().find((one) => one.name() === 'type' && one.namespace()?.href() === xsi);
  if (found?.value() !== `con:${type}`) fail(element, `its xsi:type must be con:${type}`);
}

function all(parent: Element, name: string): Element[] {
  return childrenOf(parent).filter((child) => child.name() === name && child.namespace()?.href() === con);
}

function one(parent: Element, name: string): Element {
  const found = all(parent, name);
  if (found.length !== 1) fail(parent, `${found.length} times ${name}`);
  return found[0]!;
}

function textIn(parent: Element, name: string): string {
  return one(parent, name).text();
}

/** Text of an element of the configurations, which have no namespace. */
function plain(parent: Element, name: string): string {
  const found = childrenOf(parent).filter((child) => child.name() === name && child.namespace() === null);
  if (found.length !== 1) fail(parent, `${found.length} times ${name}`);
  return found[0]!.text();
}

function attribute(element: Element, name: string): string {
  const found = element.attrs().find((one) => one.name() === name && one.namespace() === null);
  if (found === undefined) fail(element, `it has no ${name}`);
  return found.value();
}

function fail(element: Element, what: string): never {
  throw new Error(`line ${element.line()}, ${element.name()}: ${what}`);
}
