/** A suite for each noun: its messages of examples/messages, one step after the other. */
import { sequenceOf, sequences } from '../examples/sequences.js';
import { exampleScene, meterCount, type Scene } from '../examples/scene.js';
import { messageOf, operationName, type Step } from '../examples/step.js';
import { operationOf } from '../support/noun-messages.js';
import { endpoint } from './interfaces.js';
import type { Assertion, RequestStep, TestStep, TestSuite, XPathMatch } from './model.js';

/** The scene of the project: properties that whoever runs it may set. */
export const projectScene: Scene = {
  run: '${#Project#run}',
  meters: Array.from({ length: meterCount }, (_, at) => `\${#Project#meter${at + 1}}`),
  usagePoints: Array.from({ length: meterCount }, (_, at) => `\${#Project#usagePoint${at + 1}}`),
  pastDay: '${#Project#pastDay}',
  futureDay: '${#Project#futureDay}',
};

export const nounSuites: readonly TestSuite[] = sequences.map((noun) => ({
  name: noun,
  description: `Every verb of ${noun}; what it does not have is refused.`,
  cases: [
    {
      name: 'All verbs',
      description: `The messages of examples/messages/${noun}.`,
      steps: sequenceOf(noun, projectScene).flatMap((step, at) => stepsOf(step, noun, at + 1)),
    },
  ],
}));

/** The step that sends a message, behind one that waits if it must. */
export function stepsOf(
  step: Step,
  topic: string,
  number: number,
  more: readonly XPathMatch[] = [],
  title = operationName(step),
): TestStep[] {
  const operation = operationOf(step.noun, step.verb);
  const service = operation.services[0]!;
  const name = `${String(number).padStart(2, '0')} ${title}`;
  const request: RequestStep = {
    kind: 'request',
    name,
    interface: service,
    operation: operation.name,
    endpoint: `${endpoint}/${service}`,
    request: messageOf(step, projectScene, topic, number),
    assertions: [...repliedBy(step), ...more],
  };
  return step.waits
    ? [{ kind: 'delay', name: `before ${name}`, milliseconds: '${#Project#pause}' }, request]
    : [request];
}

function repliedBy({ result, code }: Step): readonly Assertion[] {
  return [
    { type: 'SOAP Response' },
    { type: 'Schema Compliance' },
    { type: 'SOAP Fault Assertion' },
    xpath('Result', '//msg:Result', result),
    xpath('Code', '//msg:Error[1]/msg:code', code),
  ];
}

/** What an XPath of the answer must select; `msg` is the envelope's namespace, `obj` that of `noun`. */
export function xpath(name: string, path: string, content: string, noun?: string): XPathMatch {
  const declared = [
    "declare namespace msg='http://iec.ch/TC57/2011/schema/message';",
    ...(noun === undefined ? [] : [`declare namespace obj='http://iec.ch/TC57/2011/${noun}#';`]),
  ];
  return { type: 'XPath Match', name, path: [...declared, path].join('\n'), content, wildcards: content.includes('*') };
}

/** Properties that the scene names, with the values that a gateway as it is delivered knows. */
export const sceneProperties = [
  {
    name: 'run',
    value: exampleScene.run,
    description: 'Four hexadecimal digits, part of every MessageID, mRID and name: another number for each run.',
  },
  { name: 'pause', value: '5000', description: 'Milliseconds to wait where a command must be over first.' },
  { name: 'pastDay', value: exampleScene.pastDay, description: 'A day on which readings and events have happened.' },
  {
    name: 'futureDay',
    value: exampleScene.futureDay,
    description: 'A day to come: of schedules, planned changes and load control.',
  },
  ...exampleScene.meters.map((value, at) => ({ name: `meter${at + 1}`, value })),
  ...exampleScene.usagePoints.map((value, at) => ({ name: `usagePoint${at + 1}`, value })),
];
