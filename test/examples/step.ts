/** One message of the examples: what is sent, and how it must be answered. */
import { createHash } from 'node:crypto';
import type { Noun, Verb } from '../../src/generated/operations.js';
import { operationOf } from '../support/noun-messages.js';
import { messageDocument, type Members, type Value } from './document.js';
import { idOf, type Scene } from './scene.js';

export interface Step {
  readonly noun: Noun | 'OperationSet';
  readonly verb: Verb;
  /** Members of the payload root; of the Get profile for a get. Without it the message has no payload. */
  readonly content?: Members | undefined;
  /** Members of `Request` beside the Get profile: StartTime, Option, ID. */
  readonly request?: Members;
  /** Members of the Header beside those that every message has. */
  readonly header?: Members;
  readonly result: 'OK' | 'PARTIAL' | 'FAILED';
  /** Code of the first Error. */
  readonly code: string;
  /** What was asked for before must be over before this is sent. */
  readonly waits?: true;
}

/** `CreateMeterConfig`. */
export function operationName({ noun, verb }: Step): string {
  return operationOf(noun, verb).name;
}

/** The whole message; `topic` and `number` make its MessageID. */
export function messageOf(step: Step, scene: Scene, topic: string, number: number): string {
  const { noun, verb, content, request, header } = step;
  const operation = operationOf(noun, verb);
  const Header: Members = {
    Verb: verb,
    Noun: noun,
    Revision: '2.0',
    Source: 'EXAMPLES',
    MessageID: idOf(scene, `message ${topic}`, number),
    ...header,
  };
  const parts: Record<string, Value> = { Header };
  if (operation.shape === 'get') parts['Request'] = { ...request, [`Get${noun}`]: content ?? {} };
  else {
    if (request) parts['Request'] = request;
    if (content) parts['Payload'] = { [noun]: content };
  }
  return messageDocument(operation, parts);
}

/** Prefix of the identifiers that the gateway gives while it answers the messages of a topic. */
export function idPrefix(topic: string): string {
  return `${createHash('sha256').update(`answers to ${topic}`).digest('hex').slice(0, 8)}-0000-4000-8000`;
}
