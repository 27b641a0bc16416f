/** Prints a project in SoapUI's own format (its schema: soapui.xsd of the SoapUI sources). The same project is always the same text. */
import { createHash } from 'node:crypto';
import type { Assertion, Interface, Project, RequestStep, TestCase, TestStep, TestSuite } from './model.js';

/** What SoapUI shows for an assertion of each kind. */
const labels = {
  'SOAP Response': 'SOAP Response',
  'Schema Compliance': 'Schema Compliance',
  'SOAP Fault Assertion': 'Not SOAP Fault',
  'Not SOAP Fault Assertion': 'SOAP Fault',
} as const;

export function printProject(project: Project): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- Printed by `npm run examples` from the contract. Do not edit. -->',
    `<con:soapui-project ${attributes({
      id: idOf(project.name),
      name: project.name,
      resourceRoot: '',
      'soapui-version': '5.7.0',
      activeEnvironment: 'Default',
      'xmlns:con': 'http://eviware.com/soapui/config',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    })}>`,
    element('description', project.description),
    '<con:settings/>',
    ...project.interfaces.flatMap(interfaceLines),
    ...project.suites.flatMap(suiteLines),
    '<con:properties>',
    ...project.properties.flatMap(({ name, value, description }) => [
      '<con:property>',
      element('name', name),
      element('value', value),
      ...(description === undefined ? [] : [element('description', description)]),
      '</con:property>',
    ]),
    '</con:properties>',
    '</con:soapui-project>',
  ];
  return `${indented(lines).join('\n')}\n`;
}

function interfaceLines({ name, binding, definition, endpoint, operations }: Interface): string[] {
  const start = attributes({
    'xsi:type': 'con:WsdlInterface',
    id: idOf(`interface ${name}`),
    name,
    type: 'wsdl',
    definition,
    bindingName: `{${binding.namespace}}${binding.name}`,
    soapVersion: '1_1',
    wsaVersion: 'NONE',
    anonymous: 'optional',
  });
  return [
    `<con:interface ${start}>`,
    '<con:settings/>',
    '<con:endpoints>',
    element('endpoint', endpoint),
    '</con:endpoints>',
    ...operations.flatMap((operation) => [
      `<con:operation ${attributes({
        id: idOf(`operation ${name} ${operation.name}`),
        name: operation.name,
        action: operation.action,
        bindingOperationName: operation.name,
        type: 'Request-Response',
        isOneWay: 'false',
        inputName: operation.input,
        outputName: operation.output,
        sendsAttachments: 'false',
        receivesAttachments: 'false',
        anonymous: 'optional',
      })}>`,
      '<con:settings/>',
      '</con:operation>',
    ]),
    '</con:interface>',
  ];
}

function suiteLines({ name, description, cases }: TestSuite): string[] {
  return [
    `<con:testSuite ${attributes({ id: idOf(`suite ${name}`), name })}>`,
    element('description', description),
    '<con:settings/>',
    element('runType', 'SEQUENTIAL'),
    ...cases.flatMap((one) => caseLines(name, one)),
    '<con:properties/>',
    '</con:testSuite>',
  ];
}

function caseLines(suite: string, { name, description, steps }: TestCase): string[] {
  const place = `${suite}/${name}`;
  const start = attributes({
    id: idOf(`case ${place}`),
    name,
    failOnError: 'false',
    failTestCaseOnErrors: 'true',
    discardOkResults: 'false',
    keepSession: 'false',
    searchProperties: 'true',
    timeout: '0',
  });
  return [
    `<con:testCase ${start}>`,
    element('description', description),
    '<con:settings/>',
    ...steps.flatMap((step) => stepLines(place, step)),
    '<con:properties/>',
    '</con:testCase>',
  ];
}

function stepLines(place: string, step: TestStep): string[] {
  const id = idOf(`step ${place}/${step.name}`);
  const start = `<con:testStep ${attributes({ type: step.kind, id, name: step.name })}>`;
  if (step.kind === 'request')
    return [start, '<con:settings/>', ...requestLines(`${place}/${step.name}`, step), '</con:testStep>'];
  const config = ['<con:config>', `<delay>${escaped(step.milliseconds)}</delay>`, '</con:config>'];
  return [start, '<con:settings/>', ...config, '</con:testStep>'];
}

function requestLines(place: string, step: RequestStep): string[] {
  if (step.request.includes(']]>')) throw new Error(`${place}: ]]> cannot stand in a request`);
  return [
    '<con:config xsi:type="con:RequestStep">',
    element('interface', step.interface),
    element('operation', step.operation),
    `<con:request ${attributes({ id: idOf(`request ${place}`), name: step.name })}>`,
    '<con:settings/>',
    element('encoding', 'UTF-8'),
    element('endpoint', step.endpoint),
    `<con:request><![CDATA[${step.request}]]></con:request>`,
    ...step.assertions.flatMap((assertion, at) => assertionLines(`${place} ${at}`, assertion)),
    '<con:credentials>',
    element('authType', 'No Authorization'),
    '</con:credentials>',
    '</con:request>',
    '</con:config>',
  ];
}

function assertionLines(place: string, assertion: Assertion): string[] {
  const { type } = assertion;
  const name = type === 'XPath Match' ? assertion.name : labels[type];
  const start = `<con:assertion ${attributes({ type, id: idOf(`assertion ${place}`), name })}>`;
  if (type !== 'XPath Match') return [start, '<con:configuration/>', '</con:assertion>'];
  return [
    start,
    '<con:configuration>',
    `<path>${escaped(assertion.path)}</path>`,
    `<content>${escaped(assertion.content)}</content>`,
    `<allowWildcards>${assertion.wildcards}</allowWildcards>`,
    '<ignoreNamspaceDifferences>false</ignoreNamspaceDifferences>',
    '<ignoreComments>false</ignoreComments>',
    '</con:configuration>',
    '</con:assertion>',
  ];
}

/** A UUID made from what it belongs to. */
function idOf(what: string): string {
  const hash = createHash('sha256').update(`soapui ${what}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function element(name: string, text: string): string {
  return `<con:${name}>${escaped(text)}</con:${name}>`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A blank for each level; what stands in a request keeps its own lines. */
function indented(lines: readonly string[]): string[] {
  let depth = 0;
  return lines.map((line) => {
    if (line.startsWith('</')) depth--;
    const shown = ' '.repeat(depth) + line;
    const opens = /^<[a-z][^>]*[^/]>$/s.test(line) && !line.includes('</');
    if (opens && !line.startsWith('<?')) depth++;
    return shown;
  });
}
