/** The suite of what is wrong: what is answered by a SOAP fault, and what by a reply that says what to do. */
import type { Members } from '../examples/document.js';
import { names } from '../examples/scene.js';
import { messageOf, type Step } from '../examples/step.js';
import { operationOf } from '../support/noun-messages.js';
import { faulty, type Faulty } from './faulty-messages.js';
import { endpoint } from './interfaces.js';
import type { RequestStep, TestStep, TestSuite, XPathMatch } from './model.js';
import { projectScene as scene, stepsOf, xpath } from './noun-suites.js';
import { refusals } from './refused-messages.js';

const topic = 'bad input';

function faultStep(fault: Faulty, at: number): TestStep {
  const { name, asked, spoil, faultcode, says, code, foreignDetail } = fault;
  const { name: operation, services } = operationOf(...(asked ?? (['MeterConfig', 'create'] as const)));
  const content: Members = { Meter: [{ serialNumber: 'EX-2047', ...names(`BAD-${scene.run}`, 'MeterName') }] };
  const good = messageOf(create(content), scene, topic, at + 1);
  const service = services[0]!;
  return {
    kind: 'request',
    name: `${String(at + 1).padStart(2, '0')} ${name}`,
    interface: service,
    operation,
    endpoint: `${endpoint}/${service}`,
    request: spoil(good),
    assertions: [
      { type: 'SOAP Response' },
      { type: 'Not SOAP Fault Assertion' },
      xpath('Fault code', '//faultcode', faultcode),
      xpath('Reason', '//faultstring', says),
      ...(code === undefined || foreignDetail ? [] : ([{ type: 'Schema Compliance' }] as const)),
      ...(code === undefined ? [] : detailed(code)),
    ],
  };
}

function detailed(code: string): RequestStep['assertions'] {
  return [xpath('Result', '//detail//msg:Result', 'FAILED'), xpath('Code', '//detail//msg:Error[1]/msg:code', code)];
}

function create(content: Members): Step {
  return { noun: 'MeterConfig', verb: 'create', content, result: 'OK', code: '0.0' };
}

/** The message of one refusal, and another one under its MessageID. */
function sameMessageId(): readonly TestStep[] {
  const content = (serialNumber: string): Members => ({
    Meter: [{ serialNumber, ...names(`SAME-ID-${scene.run}`, 'MeterName') }],
  });
  const repeated: Step = { ...create(content('EX-2049')), result: 'FAILED', code: '2.15' };
  return [
    ...renamed(stepsOf(create(content('EX-2048')), topic, 99), 'a good message'),
    ...renamed(stepsOf(repeated, topic, 99), 'another message with the MessageID of that one'),
  ];
}

/** Numbers of messages whose refusals are replies, behind those that end in faults. */
const firstRefusal = 31;

function renamed(steps: readonly TestStep[], name: string): readonly TestStep[] {
  return steps.map((step) => ({ ...step, name }));
}

const details = (text: string): XPathMatch => xpath('Details', '//msg:Error[1]/msg:details', text);

export const badInput: TestSuite = {
  name: 'Bad input',
  description: 'What is wrong is named, and nothing of it is done.',
  cases: [
    {
      name: 'SOAP faults',
      description: 'Messages that cannot be read, that no operation has, or that do not fit the schema.',
      steps: faulty.map(faultStep),
    },
    {
      name: 'Refusals',
      description: 'Messages that fit the schema and cannot be done: answered by a reply.',
      steps: [
        ...refusals.flatMap(({ name, step, details: text }, at) =>
          renamed(stepsOf(step, topic, firstRefusal + at, [details(text)]), `${at + 1} ${name}`),
        ),
        ...sameMessageId(),
      ],
    },
  ],
};
