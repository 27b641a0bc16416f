/** The gateway's SoapUI project as a whole: examples/cimgate-soapui-project.xml. */
import { badInput } from './bad-input.js';
import { conversations } from './conversations.js';
import { interfaceOf } from './interfaces.js';
import type { Project, TestSuite } from './model.js';
import { nounSuites, sceneProperties } from './noun-suites.js';

const suites: readonly TestSuite[] = [...nounSuites, badInput, conversations];

const services = new Set(
  suites.flatMap(({ cases }) =>
    cases.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'request' ? [step.interface] : []))),
  ),
);

export const project: Project = {
  name: 'cimgate',
  description:
    'Every operation of the gateway. Set the project property endpoint to the address of its SOAP endpoint, and run to another number for each run.',
  properties: [
    { name: 'endpoint', value: 'http://127.0.0.1:8080/soap', description: 'Address of the SOAP endpoint.' },
    ...sceneProperties,
  ],
  interfaces: [...services].sort().map(interfaceOf),
  suites,
};
