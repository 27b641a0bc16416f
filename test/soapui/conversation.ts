/** How a conversation is told: steps with a name that says what happens, and with what the answer must hold. */
import type { Noun } from '../../src/generated/operations.js';
import type { Members } from '../examples/document.js';
import { idOf } from '../examples/scene.js';
import type { Step } from '../examples/step.js';
import type { TestCase, XPathMatch } from './model.js';
import { projectScene as scene, stepsOf } from './noun-suites.js';

export interface Said {
  readonly says: string;
  readonly step: Step;
  readonly holds?: readonly XPathMatch[];
}

export function conversation(name: string, description: string, said: readonly Said[]): TestCase {
  return {
    name,
    description,
    steps: said.flatMap(({ says, step, holds }, at) => stepsOf(step, name, at + 1, holds, says)),
  };
}

/** The correlation id of a request of a conversation. */
export function correlation(topic: string, number = 1): string {
  return idOf(scene, `correlation ${topic}`, number);
}

type Outcome = readonly [result: Step['result'], code: string];
/** Of what was carried out. */
export const done: Outcome = ['OK', '0.0'];

/** A request or an event; what is well done unless another outcome is given. */
export function told(
  says: string,
  [noun, verb]: readonly [Step['noun'], Step['verb']],
  content: Members | undefined,
  more: Partial<Pick<Step, 'header' | 'request' | 'waits'>> & {
    readonly outcome?: Outcome;
    readonly holds?: readonly XPathMatch[];
  } = {},
): Said {
  const { outcome, holds = [], ...rest } = more;
  const usual: Outcome = /ed$/.test(verb) ? ['OK', '0.3'] : done;
  const [result, code] = outcome ?? usual;
  return { says, holds, step: { noun, verb, content, result, code, ...rest } };
}

/** Fetches the final reply of a request that was sent with the ReplyAddress `poll`, once it is over. */
export function finalReply(
  noun: Noun,
  correlationId: string,
  outcome: Outcome = done,
  holds: readonly XPathMatch[] = [],
  says = 'the final reply',
): Said {
  const { step } = inHand(noun, correlationId, outcome);
  return { says, holds, step: { ...step, waits: true } };
}

/** Asks where a request stands. */
export function inHand(
  noun: Noun,
  correlationId: string,
  outcome: Outcome = ['PARTIAL', '0.1'],
  holds: readonly XPathMatch[] = [],
): Said {
  const request = { Option: [{ name: 'IDKind', value: 'transaction' }], ID: [correlationId] };
  return told('where it stands', [noun, 'get'], {}, { request, outcome, holds });
}
