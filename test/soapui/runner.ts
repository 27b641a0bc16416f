/**
 * Runs a SoapUI project without SoapUI: request and delay steps one after the other, with the assertions that the gateway's own project
 * uses, judged as SoapUI judges them. Everything goes over HTTP.
 */
import { setTimeout as wait } from 'node:timers/promises';
import libxmljs, { type Document, type Element, type Node } from 'libxmljs2';
import { childrenOf } from '../support/soap-check.js';
import type { Assertion, Project, RequestStep, TestStep, XPathMatch } from './model.js';
import { servedContract, type ServedContract } from './served-contract.js';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

export interface RunOptions {
  /** The contract as it is served, when it has been fetched before; whoever gives it closes it. */
  readonly contract?: ServedContract;
  /** Values of project properties instead of those in the file. */
  readonly properties?: Readonly<Record<string, string>>;
  /** What a delay step does; lets that much time pass unless something else is given. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** A step that was carried out. */
export interface StepResult {
  readonly suite: string;
  readonly testCase: string;
  readonly step: string;
  /** What did not hold; none when the step has passed. */
  readonly failures: readonly string[];
}

/** Carries out all steps; one that fails does not keep the next from being carried out. */
export async function runProject(project: Project, options: RunOptions = {}): Promise<readonly StepResult[]> {
  const values = new Map(project.properties.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(options.properties ?? {})) values.set(name, value);
  const contract = options.contract ?? servedContract();
  const run: Run = { project, contract, expand: (text) => expanded(text, values), pause: options.pause ?? wait };
  const results: StepResult[] = [];
  try {
    for (const suite of project.suites)
      for (const testCase of suite.cases)
        for (const step of testCase.steps) {
          const failures = await carriedOut(run, step);
          results.push({ suite: suite.name, testCase: testCase.name, step: step.name, failures });
        }
  } finally {
    if (options.contract === undefined) contract.close();
  }
  return results;
}

/** Failures as a list for people. */
export function failuresOf(results: readonly StepResult[]): readonly string[] {
  return results.flatMap(({ suite, testCase, step, failures }) =>
    failures.map((failure) => `${suite} / ${testCase} / ${step}: ${failure}`),
  );
}

interface Run {
  readonly project: Project;
  readonly contract: ServedContract;
  readonly expand: (text: string) => string;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

function expanded(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{([^}]*)\}/g, (whole, name: string) => {
    const value = name.startsWith('#Project#') ? values.get(name.slice('#Project#'.length)) : undefined;
    if (value === undefined) throw new Error(`the project has no property for ${whole}`);
    return value;
  });
}

async function carriedOut(run: Run, step: TestStep): Promise<readonly string[]> {
  if (step.kind === 'delay') {
    await run.pause(Number(run.expand(step.milliseconds)));
    return [];
  }
  const { interfaces } = run.project;
  const called = interfaces.find(({ name }) => name === step.interface);
  const operation = called?.operations.find(({ name }) => name === step.operation);
  if (called === undefined || operation === undefined) return [`there is no ${step.operation} in ${step.interface}`];
  const response = await fetch(run.expand(step.endpoint), {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml;charset=UTF-8', SOAPAction: `"${operation.action}"` },
    body: run.expand(step.request),
  });
  const text = await response.text();
  const failures: string[] = [];
  for (const assertion of step.assertions) {
    const complaint = await complaintOf(run, step, called.definition, assertion, text);
    if (complaint !== undefined) failures.push(`${labelOf(assertion)}: ${complaint}`);
  }
  if (failures.length > 0) failures.push(`it was answered ${response.status} ${text.slice(0, 2_000)}`);
  return failures;
}

function labelOf(assertion: Assertion): string {
  if (assertion.type === 'XPath Match') return `XPath Match ${assertion.name}`;
  if (assertion.type === 'SOAP Fault Assertion') return 'Not SOAP Fault';
  return assertion.type === 'Not SOAP Fault Assertion' ? 'SOAP Fault' : assertion.type;
}

async function complaintOf(
  { contract, expand }: Run,
  step: RequestStep,
  definition: string,
  assertion: Assertion,
  text: string,
): Promise<string | undefined> {
  let answer: Document;
  try {
    answer = libxmljs.parseXml(text);
  } catch (error) {
    return `the answer is no XML: ${String(error)}`;
  }
  switch (assertion.type) {
    case 'SOAP Response':
      return notSoap(answer);
    case 'Schema Compliance':
      return contract.complaint(expand(definition), step.operation, answer);
    case 'SOAP Fault Assertion':
      return faultIn(answer) && `the answer is a fault: ${faultIn(answer)!.text()}`;
    case 'Not SOAP Fault Assertion':
      return faultIn(answer) ? undefined : 'the answer is no fault';
    case 'XPath Match':
      return unmatched(answer, assertion, expand);
  }
}

/** What keeps a document from being a SOAP 1.1 envelope. */
function notSoap(answer: Document): string | undefined {
  const envelope = answer.root()!;
  if (!is(envelope, 'Envelope')) return `the answer is no SOAP 1.1 envelope but ${envelope.name()}`;
  const parts = childrenOf(envelope).filter((part) => !is(part, 'Header'));
  if (parts.length !== 1 || !is(parts[0]!, 'Body')) return 'an envelope has one Body';
  return undefined;
}

function faultIn(answer: Document): Element | undefined {
  return answer.get<Element>('/soap:Envelope/soap:Body/soap:Fault', { soap }) ?? undefined;
}

/** SoapUI is content when one of the nodes selected has the text. */
function unmatched(answer: Document, match: XPathMatch, expand: Run['expand']): string | undefined {
  const namespaces: Record<string, string> = {};
  const path = expand(match.path).replace(
    /declare namespace (\w+)='([^']*)';\s*/g,
    (_, prefix: string, uri: string) => {
      namespaces[prefix] = uri;
      return '';
    },
  );
  const content = expand(match.content);
  const found = answer.find(path, namespaces) as unknown;
  if (!Array.isArray(found))
    return same(String(found), content, match) ? undefined : expectation(path, content, [found]);
  const texts = (found as readonly Node[]).map(textOf);
  if (texts.some((text) => same(text, content, match))) return undefined;
  return expectation(path, content, texts);
}

function textOf(node: Node): string {
  return node.type() === 'attribute'
    ? (node as unknown as { value(): string }).value()
    : (node as unknown as { text(): string }).text();
}

function same(text: string, content: string, { wildcards }: XPathMatch): boolean {
  if (!wildcards) return text === content;
  const pattern = content
    .split('*')
    .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`, 's').test(text);
}

function expectation(path: string, content: string, texts: readonly unknown[]): string {
  const selected = texts.length === 0 ? 'nothing' : texts.map((text) => `"${String(text)}"`).join(', ');
  return `${path} must be "${content}" and selects ${selected}`;
}

function is(element: Element, name: string): boolean {
  return element.name() === name && element.namespace()?.href() === soap;
}
