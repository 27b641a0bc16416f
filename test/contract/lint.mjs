// Proves the contract files: every XSD compiles, every WSDL is consistent in itself and
// with the schemas it imports, and the names are those that clients of the standard expect.
// It reads with libxmljs2, not with the gateway's own reader, so it is an independent witness.
// `npm run contract:lint` starts it with --no-concurrent-recompilation: else Node 20 hangs at its exit in a fifth of all runs,
// when a function is being optimised just then and asks for a garbage collection that never comes (nodejs/node#54918).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import libxml from 'libxmljs2';

const ns = {
  wsdl: 'http://schemas.xmlsoap.org/wsdl/',
  soap: 'http://schemas.xmlsoap.org/wsdl/soap/',
  xs: 'http://www.w3.org/2001/XMLSchema',
};
const base = 'http://iec.ch/TC57/2011';
const envelope = `${base}/schema/message`;
const requestVerbs = ['Create', 'Change', 'Cancel', 'Close', 'Delete'];
const eventVerbs = ['Created', 'Changed', 'Canceled', 'Closed', 'Deleted'];

/**
 * Examines all contract files below a folder and returns what it found wrong.
 * @param {string} folder the folder that holds profiles, services and perhaps licensed
 * @returns {{ xsds: number, wsdls: number, problems: { file: string, line: number, text: string }[] }}
 */
export function lintContract(folder) {
  const problems = [];
  const documents = new Map();
  const report = (file, node, text) =>
    problems.push({
      file: relative(dirname(folder), file),
      line: typeof node === 'number' ? node : (node?.line() ?? 1),
      text,
    });
  const read = (file) => {
    if (!documents.has(file)) documents.set(file, parse(file, report));
    return documents.get(file);
  };

  const files = ['profiles', 'services', 'licensed'].flatMap((name) => contractFiles(join(folder, name)));
  const xsds = files.filter((file) => file.endsWith('.xsd'));
  const wsdls = files.filter((file) => file.endsWith('.wsdl'));
  const context = { read, report };
  for (const file of xsds) lintXsd(file, context);
  for (const file of wsdls) lintWsdl(file, context);
  return { xsds: xsds.length, wsdls: wsdls.length, problems };
}

/** Examines the repository's own contract files, prints the findings and returns the exit code. */
export function main(folder = fileURLToPath(new URL('../../wsdl', import.meta.url)), print = console.log) {
  const { xsds, wsdls, problems } = lintContract(folder);
  for (const { file, line, text } of problems) print(`${file}:${line}: ${text}`);
  if (xsds === 0 || wsdls === 0) problems.push({ file: folder, line: 1, text: 'nothing to prove' });
  print(
    `contract: ${xsds} XSDs, ${wsdls} WSDLs ${problems.length === 0 ? 'proved' : `read, ${problems.length} problems`}`,
  );
  return problems.length === 0 ? 0 : 1;
}

function contractFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(xsd|wsdl)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** A parsed document, or undefined if the file is no well-formed XML. */
function parse(file, report) {
  try {
    // The base URL must end with a slash: imports are resolved against it.
    return libxml.parseXml(readFileSync(file, 'utf8'), { baseUrl: `${dirname(file)}/`, nonet: true });
  } catch (error) {
    report(file, error.line ?? 1, `is not well-formed: ${String(error.message).trim()}`);
    return undefined;
  }
}

// --- schemas ---

function lintXsd(file, context) {
  const { read, report } = context;
  const document = read(file);
  if (!document) return;
  const root = document.root();
  if (!is(root, 'xs', 'schema')) return report(file, root, 'the root element is not xs:schema');
  lintImports(file, children(root, 'xs', 'import'), context);
  lintImports(file, children(root, 'xs', 'include'), context, attribute(root, 'targetNamespace'));
  lintCompiles(file, document, report);
  if (folderOf(file) === 'profiles') lintProfileNames(file, root, report);
  if (folderOf(file) === 'services') lintMessageNames(file, root, report);
}

/** libxml2 has no call to compile a schema alone: validating any document makes it do so. */
function lintCompiles(file, document, report) {
  const dummy = libxml.parseXml('<dummy/>');
  try {
    dummy.validate(document);
  } catch (error) {
    return report(file, document.root(), `does not compile as a schema: ${String(error.message).trim()}`);
  }
  // A dummy that breaks for any other reason than its unknown root speaks of the schema.
  for (const error of dummy.validationErrors) {
    if (!/No matching global (element )?declaration/.test(error.message))
      report(file, document.root(), error.message.trim());
  }
}

function lintImports(file, imports, { read, report }, includedNamespace) {
  for (const element of imports) {
    const location = attribute(element, 'schemaLocation');
    const namespace = includedNamespace ?? attribute(element, 'namespace');
    if (!location) {
      report(file, element, `import of ${namespace} has no schemaLocation`);
      continue;
    }
    const target = resolve(dirname(file), location);
    if (!existsSync(target)) {
      report(file, element, `${location} does not exist`);
      continue;
    }
    const actual = attribute(read(target)?.root(), 'targetNamespace');
    if (actual !== namespace) report(file, element, `${location} has the namespace ${actual}, not ${namespace}`);
  }
}

function lintProfileNames(file, root, report) {
  const name = stem(file);
  expectSame(
    file,
    root,
    'targetNamespace',
    attribute(root, 'targetNamespace'),
    name === 'Message' ? envelope : `${base}/${name}#`,
    report,
  );
  expectSame(file, root, 'elementFormDefault', attribute(root, 'elementFormDefault'), 'qualified', report);
  const roots = children(root, 'xs', 'element').map((element) => attribute(element, 'name'));
  const expected =
    name === 'Message' ? ['Message', 'RequestMessage', 'ResponseMessage', 'EventMessage', 'FaultMessage'] : [name];
  expectSame(file, root, 'global elements', roots.join(' '), expected.join(' '), report);
}

function lintMessageNames(file, root, report) {
  const { namespace, elements } = expectedMessages(stem(file));
  expectSame(file, root, 'targetNamespace', attribute(root, 'targetNamespace'), namespace, report);
  expectSame(file, root, 'elementFormDefault', attribute(root, 'elementFormDefault'), 'qualified', report);
  const actual = children(root, 'xs', 'element').map((element) => attribute(element, 'name'));
  expectSame(file, root, 'global elements', actual.join(' '), elements.join(' '), report);
}

function expectedMessages(name) {
  if (name === 'Generic') return { namespace: `${base}/abstract`, elements: ['Request', 'Response', 'PublishEvent'] };
  const noun = name.replace(/^Get/, '').replace(/Message$/, '');
  const answers = [`${noun}ResponseMessage`, `${noun}FaultMessage`];
  let asked = [...requestVerbs, ...eventVerbs].map((verb) => verb + noun);
  if (name === 'OperationSetMessage') asked = ['ExecuteOperationSet', 'ExecutedOperationSet'];
  else if (name.startsWith('Get')) asked = [`Get${noun}`];
  return { namespace: `${base}/${name}`, elements: [...asked, ...answers] };
}

// --- services ---

function lintWsdl(file, context) {
  const { read, report } = context;
  const document = read(file);
  if (!document) return;
  const definitions = document.root();
  if (!is(definitions, 'wsdl', 'definitions'))
    return report(file, definitions, 'the root element is not wsdl:definitions');

  const wsdl = {
    file,
    definitions,
    report: (node, text) => report(file, node, text),
    targetNamespace: attribute(definitions, 'targetNamespace'),
    messages: children(definitions, 'wsdl', 'message'),
    portTypes: children(definitions, 'wsdl', 'portType'),
    bindings: children(definitions, 'wsdl', 'binding'),
    services: children(definitions, 'wsdl', 'service'),
  };
  lintOrder(wsdl);
  const imports = document.find('/wsdl:definitions/wsdl:types/xs:schema/xs:import', ns);
  lintImports(file, imports, context);
  lintParts(wsdl, importedElements(file, imports, read));
  lintOperations(wsdl);
  lintPort(wsdl);
  if (folderOf(file) === 'services') lintServiceNames(wsdl);
}

/** The parts come in the order of the WSDL schema, and nothing stands after the service. */
function lintOrder({ definitions, report }) {
  const order = ['documentation', 'import', 'types', 'message', 'portType', 'binding', 'service'];
  let reached = 0;
  for (const child of elements(definitions)) {
    const place = is(child, 'wsdl') ? order.indexOf(child.name()) : -1;
    if (place < 0) report(child, `<${child.name()}> has no place in wsdl:definitions`);
    else if (place < reached) report(child, `<${child.name()}> stands after <${order[reached]}>`);
    else reached = place;
  }
}

function importedElements(file, imports, read) {
  const known = new Set();
  for (const element of imports) {
    const target = resolve(dirname(file), attribute(element, 'schemaLocation') ?? '');
    const schema = existsSync(target) && target !== dirname(file) && read(target)?.root();
    if (!schema) continue; // reported with the imports
    for (const declared of children(schema, 'xs', 'element')) {
      known.add(`{${attribute(schema, 'targetNamespace')}}${attribute(declared, 'name')}`);
    }
  }
  return known;
}

function lintParts({ messages, report }, known) {
  for (const message of messages) {
    const name = attribute(message, 'name');
    const parts = children(message, 'wsdl', 'part');
    if (parts.length !== 1) report(message, `message ${name} has ${parts.length} parts instead of one`);
    for (const part of parts) {
      if (attribute(part, 'name') !== name)
        report(part, `part ${attribute(part, 'name')} is not named like its message ${name}`);
      const element = qualified(part, attribute(part, 'element'));
      if (!known.has(element)) report(part, `element ${attribute(part, 'element')} is in no schema imported here`);
    }
  }
}

function lintOperations({ targetNamespace, messages, portTypes, bindings, report }) {
  const messageNames = new Set(messages.map((message) => `{${targetNamespace}}${attribute(message, 'name')}`));
  const used = new Set();
  for (const portType of portTypes) {
    for (const leg of children(portType, 'wsdl', 'operation').flatMap(legs)) {
      const message = qualified(leg, attribute(leg, 'message'));
      used.add(message);
      if (!messageNames.has(message)) report(leg, `message ${attribute(leg, 'message')} does not exist`);
    }
  }
  for (const message of messages) {
    const name = attribute(message, 'name');
    if (!used.has(`{${targetNamespace}}${name}`)) report(message, `message ${name} is used by no operation`);
  }
  for (const binding of bindings) {
    const type = qualified(binding, attribute(binding, 'type'));
    const portType = portTypes.find((candidate) => `{${targetNamespace}}${attribute(candidate, 'name')}` === type);
    if (!portType) report(binding, `portType ${attribute(binding, 'type')} does not exist`);
    else lintBinding(binding, portType, report);
  }
}

function lintBinding(binding, portType, report) {
  const soapBinding = children(binding, 'soap', 'binding')[0];
  if (attribute(soapBinding, 'style') !== 'document') report(binding, 'the binding is not of document style');
  if (attribute(soapBinding, 'transport') !== 'http://schemas.xmlsoap.org/soap/http')
    report(binding, 'the transport is not HTTP');

  const bound = new Map(
    children(binding, 'wsdl', 'operation').map((operation) => [attribute(operation, 'name'), operation]),
  );
  for (const operation of children(portType, 'wsdl', 'operation')) {
    const name = attribute(operation, 'name');
    const counterpart = bound.get(name);
    bound.delete(name);
    if (!counterpart) {
      report(operation, `operation ${name} is not bound`);
      continue;
    }
    const signature = (node) =>
      legs(node)
        .map((leg) => `${leg.name()} ${attribute(leg, 'name')}`)
        .join(', ');
    expectSame(
      undefined,
      counterpart,
      `legs of ${name}`,
      signature(counterpart),
      signature(operation),
      (_file, node, text) => report(node, text),
    );
    for (const leg of legs(counterpart)) lintLiteral(leg, report);
  }
  for (const [name, operation] of bound) report(operation, `operation ${name} is bound but not in the portType`);
}

function lintLiteral(leg, report) {
  const body = children(leg, 'soap', leg.name() === 'fault' ? 'fault' : 'body')[0];
  if (attribute(body, 'use') !== 'literal') report(leg, `${leg.name()} ${attribute(leg, 'name')} is not literal`);
  if (leg.name() === 'fault' && attribute(body, 'name') !== attribute(leg, 'name')) {
    report(leg, `soap:fault is not named like its fault ${attribute(leg, 'name')}`);
  }
}

function lintPort({ definitions, targetNamespace, portTypes, bindings, services, report }) {
  for (const [kind, found] of Object.entries({ portType: portTypes, binding: bindings, service: services })) {
    if (found.length !== 1) report(definitions, `there are ${found.length} elements ${kind} instead of one`);
  }
  const ports = services.flatMap((service) => children(service, 'wsdl', 'port'));
  if (ports.length !== 1) report(services[0] ?? definitions, `there are ${ports.length} ports instead of one`);
  for (const port of ports) {
    const binding = qualified(port, attribute(port, 'binding'));
    if (!bindings.some((candidate) => `{${targetNamespace}}${attribute(candidate, 'name')}` === binding)) {
      report(port, `binding ${attribute(port, 'binding')} does not exist`);
    }
    if (!attribute(children(port, 'soap', 'address')[0], 'location')) report(port, 'the port has no address');
  }
}

/** The names that clients of the published templates compile in. */
function lintServiceNames(wsdl) {
  const { file, definitions, portTypes, bindings, services, messages, report } = wsdl;
  const expected = expectedService(stem(file));
  if (!expected) return report(definitions, `${basename(file)} is named after no pattern of service`);
  const same = (node, what, actual, wanted) =>
    expectSame(file, node, what, actual, wanted, (_file, at, text) => report(at, text));

  same(definitions, 'name of the definitions', attribute(definitions, 'name'), stem(file));
  same(definitions, 'targetNamespace', wsdl.targetNamespace, expected.namespace);
  for (const node of portTypes) same(node, 'name of the portType', attribute(node, 'name'), `${expected.stem}_Port`);
  for (const node of bindings) same(node, 'name of the binding', attribute(node, 'name'), `${expected.stem}_Binding`);
  for (const node of services) {
    same(node, 'name of the service', attribute(node, 'name'), stem(file));
    for (const port of children(node, 'wsdl', 'port')) {
      same(port, 'name of the port', attribute(port, 'name'), `${expected.stem}_Port`);
      same(port, 'address', attribute(children(port, 'soap', 'address')[0], 'location'), `${base}/${stem(file)}`);
    }
  }
  const elementOf = new Map(
    messages.map((message) => {
      const part = children(message, 'wsdl', 'part')[0];
      return [attribute(message, 'name'), part && qualified(part, attribute(part, 'element'))];
    }),
  );
  const operations = portTypes.flatMap((portType) => children(portType, 'wsdl', 'operation'));
  same(
    portTypes[0],
    'operations',
    operations.map((operation) => attribute(operation, 'name')).join(' '),
    expected.operations.map((operation) => operation.name).join(' '),
  );
  for (const operation of operations) {
    const name = attribute(operation, 'name');
    const wanted = expected.operations.find((candidate) => candidate.name === name);
    if (!wanted) continue;
    const legsWanted = [
      ['input', name + wanted.kind, wanted.message, wanted.element],
      ['output', `${name}Response`, 'ResponseMessage', expected.response],
      ['fault', `${name}Fault`, 'FaultMessage', expected.fault],
    ];
    for (const [index, [kind, legName, message, element]] of legsWanted.entries()) {
      const leg = legs(operation)[index];
      if (!leg || leg.name() !== kind) {
        report(operation, `operation ${name} has no ${kind} in its place`);
        continue;
      }
      same(leg, `name of the ${kind}`, attribute(leg, 'name'), legName);
      const messageName = attribute(leg, 'message')?.split(':').pop();
      same(leg, `message of the ${kind}`, messageName, message);
      same(leg, `element of the ${kind}`, elementOf.get(messageName), element);
    }
  }
  for (const operation of bindings.flatMap((binding) => children(binding, 'wsdl', 'operation'))) {
    const soapOperation = children(operation, 'soap', 'operation')[0];
    const action = `${expected.action}/${attribute(operation, 'name')}`;
    same(operation, 'soapAction', attribute(soapOperation, 'soapAction'), action);
  }
}

function expectedService(name) {
  if (name === 'Generic') {
    const element = (local) => `{${base}/abstract}${local}`;
    return {
      namespace: `${base}/abstract`,
      stem: 'Generic',
      action: `${base}/abstract`,
      response: element('Response'),
      fault: `{${envelope}}FaultMessage`,
      operations: ['Request', 'Response', 'PublishEvent'].map((local) => ({
        name: local,
        kind: 'Request',
        message: `${local}Message`,
        element: element(local),
      })),
    };
  }
  const [, prefix, noun] = /^(Get|Execute|Request|Send|Receive|Reply)(.+)$/.exec(name) ?? [];
  if (!noun) return undefined;
  const isGet = prefix === 'Get';
  const isRequest = prefix === 'Execute' || prefix === 'Request';
  let operations = (isRequest ? requestVerbs : eventVerbs).map((verb) => verb + noun);
  if (isGet || name === 'ExecuteOperationSet') operations = [name];
  const kind = isGet || isRequest ? 'Request' : 'Event';
  const messageNamespace = `${base}/${isGet ? 'Get' : ''}${noun}Message`;
  return {
    namespace: `${base}/${name}`,
    stem: isGet ? name : noun,
    action: `${base}/${isGet ? name : noun}`,
    response: `{${messageNamespace}}${noun}ResponseMessage`,
    fault: `{${messageNamespace}}${noun}FaultMessage`,
    operations: operations.map((operation) => ({
      name: operation,
      kind,
      message: `${operation}${kind}Message`,
      element: `{${messageNamespace}}${operation}`,
    })),
  };
}

// --- reading ---

function expectSame(file, node, what, actual, expected, report) {
  if (actual !== expected) report(file, node, `${what}: ${actual}, expected ${expected}`);
}

function stem(file) {
  return basename(file).replace(/\.(xsd|wsdl)$/, '');
}

function folderOf(file) {
  return basename(dirname(file));
}

function elements(node) {
  return node.childNodes().filter((child) => child.type() === 'element');
}

function is(node, prefix, name = node?.name()) {
  return node?.namespace()?.href() === ns[prefix] && node.name() === name;
}

function children(node, prefix, name) {
  return elements(node).filter((child) => is(child, prefix, name));
}

function legs(operation) {
  return elements(operation).filter(
    (child) => is(child, 'wsdl') && ['input', 'output', 'fault'].includes(child.name()),
  );
}

function attribute(node, name) {
  return node?.attr(name)?.value();
}

/** A prefixed name as {namespace}name, or undefined if its prefix is not bound. */
function qualified(node, name) {
  if (!name) return undefined;
  const [prefix, local] = name.includes(':') ? name.split(':') : [null, name];
  const bound = node.namespaces().find((candidate) => (candidate.prefix() ?? null) === prefix);
  return bound && `{${bound.href()}}${local}`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = main();
