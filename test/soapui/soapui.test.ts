/** examples/cimgate-soapui-project.xml is what the contract makes it, and every step of it passes at a gateway on a port of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import libxmljs from 'libxmljs2';
import { simulatedHeadEnd } from '../../src/head-ends/simulated/head-end.js';
import { operations } from '../../src/generated/operations.js';
import { eagerClock } from '../support/eager-clock.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import type { Project, RequestStep, TestStep } from './model.js';
import { printProject } from './print-project.js';
import { project } from './project.js';
import { readProject } from './read-project.js';
import { failuresOf, runProject, type StepResult } from './runner.js';
import { servedContract, type ServedContract } from './served-contract.js';

const file = fileURLToPath(new URL('../../examples/cimgate-soapui-project.xml', import.meta.url));

if (process.env['EXAMPLES'] === 'rewrite') writeFileSync(file, printProject(project));

let gateway: TestGateway;
let contract: ServedContract;

beforeAll(async () => {
  contract = servedContract();
  const clock = eagerClock();
  const meters = simulatedHeadEnd({ meters: 20, seed: 61968, clock, latency: { min: 0, max: 0 } });
  gateway = await testGateway({ clock, headEnds: [meters] });
});
afterAll(() => {
  contract.close();
  return gateway.stop();
});

/** Waits until the gateway has nothing to do but what is planned for another day. */
async function allDone(): Promise<void> {
  const { store, clock } = gateway.ports;
  await until('all is done', async () =>
    (await store.requests({ limit: 1_000, state: 'open' })).every(({ due }) => due > clock.now()),
  );
}

function run(what: Project, number: string): Promise<readonly StepResult[]> {
  return runProject(what, { contract, properties: { endpoint: `${gateway.url}/soap`, run: number }, pause: allDone });
}

const stepsIn = ({ suites }: Project): readonly TestStep[] =>
  suites.flatMap(({ cases }) => cases.flatMap(({ steps }) => steps));

test('the project file is what is printed from the contract', () => {
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : 'there is none; npm run examples writes it';
  expect(kept === printProject(project) ? '' : 'npm run examples would write another project').toBe('');
});

test('what is printed is read as it was meant, and has every operation of the contract', () => {
  const read = readProject(printProject(project));
  const properties = project.properties.map(({ name, value }) => ({ name, value }));
  expect(read).toEqual({ ...project, properties });
  const asked = new Set(stepsIn(read).flatMap((step) => (step.kind === 'request' ? step.operation : [])));
  const offered = operations.filter(({ shape }) => shape !== 'response');
  expect(offered.map(({ name }) => name).filter((name) => !asked.has(name))).toEqual([]);
});

describe('every step passes, and once more under another number', () => {
  test.each(readProject(readFileSync(file, 'utf8')).suites.map((suite) => [suite.name, suite] as const))(
    '%s',
    async (_, suite) => {
      const one = { ...project, suites: [suite] };
      for (const number of ['0001', 'beef']) {
        const results = await run(one, number);
        expect(failuresOf(results).slice(0, 6)).toEqual([]);
        expect(results).toHaveLength(stepsIn(one).length);
      }
    },
  );
});

describe('an expectation that does not hold fails its step, and no other', () => {
  const suite = project.suites.find(({ name }) => name === 'ServiceCategoryConfig')!;
  const [first, second, ...others] = suite.cases[0]!.steps as readonly RequestStep[];
  const altered = (change: Partial<RequestStep>): Project => ({
    ...project,
    suites: [{ ...suite, cases: [{ ...suite.cases[0]!, steps: [first!, { ...second!, ...change }, ...others] }] }],
  });
  const asserting = (assertion: RequestStep['assertions'][number]): Partial<RequestStep> => ({
    assertions: [assertion],
  });
  const path = "declare namespace msg='http://iec.ch/TC57/2011/schema/message';\n//msg:Result";
  const match = { type: 'XPath Match', name: 'Result', path, content: 'FAILED', wildcards: false } as const;

  test.each<[string, Partial<RequestStep>, RegExp]>([
    ['another result', asserting(match), /XPath Match Result: .* must be "FAILED" and selects "OK"/],
    ['something that is not there', asserting({ ...match, path: '//nothing' }), /selects nothing/],
    ['a text of another form', asserting({ ...match, content: 'O*X', wildcards: true }), /must be "O\*X"/],
    ['a fault', asserting({ type: 'Not SOAP Fault Assertion' }), /SOAP Fault: the answer is no fault/],
    [
      'an answer of another operation',
      { request: first!.request, endpoint: first!.endpoint },
      /Schema Compliance: GetServiceCategoryConfig is answered by .*GetServiceCategoryConfigMessage.* and not by/,
    ],
    ['no fault, where there is one', { request: '<nothing/>' }, /Not SOAP Fault: the answer is a fault/],
    ['an operation that is not there', { operation: 'Nothing' }, /there is no Nothing in GetServiceCategoryConfig/],
  ])('%s', async (what, change, message) => {
    const number = what.length.toString(16).padStart(4, 'a');
    const failures = failuresOf(await run(altered(change), number));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.join('\n')).toMatch(message);
    const place = 'ServiceCategoryConfig / All verbs / 02 GetServiceCategoryConfig: ';
    expect(failures.filter((failure) => !failure.startsWith(place))).toEqual([]);
  });
});

describe('Schema Compliance takes the schemas that the gateway serves', () => {
  const answered = new URL('../../examples/messages/MeterConfig/02-GetMeterConfig.answer.xml', import.meta.url);
  const answer = readFileSync(answered, 'utf8');

  test.each<[string, string, RegExp | undefined]>([
    ['a good answer', answer, undefined],
    ['a value that is none', answer.replace('>reply<', '>answer<'), /Verb/],
    ['an element too many', answer.replace(/(<msg:Result>OK<\/msg:Result>)/, '$1$1'), /Result/],
    ['a message of another noun', answer.replaceAll('GetMeterConfigMessage', 'GetEndDeviceConfigMessage'), /not by/],
    ['nothing at all', answer.replace(/<soap:Body>.*<\/soap:Body>/s, '<soap:Body/>'), /the Body is empty/],
  ])('%s', async (_, text, complaint) => {
    const wsdl = `${gateway.url}/soap/GetMeterConfig?wsdl`;
    const found = await contract.complaint(wsdl, 'GetMeterConfig', libxmljs.parseXml(text));
    if (complaint === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(complaint);
  });
});

test.each([
  ['a step of another kind', 'type="delay"', 'type="groovy"', /steps of type groovy are not carried out/],
  ['an assertion of another kind', 'type="Schema Compliance"', 'type="Response SLA"', /type Response SLA are not/],
  ['a project of something else', 'http://eviware.com/soapui/config', 'urn:other', /this is no SoapUI project/],
])('the runner refuses %s', (_, text, other, message) => {
  expect(() => readProject(printProject(project).replace(text, other))).toThrow(message);
});
