/**
 * The messages of a noun whose objects have no mRID in their schema: a message names one by what it points at, so that each verb that
 * ends one needs one of its own.
 */
import type { Noun, Verb } from '../../src/generated/operations.js';
import type { Members } from './document.js';
import { expected } from './life-of-an-object.js';
import type { Step } from './step.js';

export interface DocumentSayings {
  /** Messages that must be sent first: of what the documents point at. */
  readonly before?: readonly Step[];
  readonly whole: (letter: string) => Members;
  /** The same as it is later; points at the same things. */
  readonly later: (letter: string) => Members;
  /** One that is not in force yet. */
  readonly planned: (letter: string) => Members;
  /** The Get profile's members that find it. */
  readonly find: (letter: string) => Members;
}

export function lifeOfADocument(noun: Noun, says: DocumentSayings): readonly Step[] {
  const { before = [], whole, later, planned, find } = says;
  const step = (verb: Verb, content: Members): Step => ({ noun, verb, content, ...expected(noun, verb, true) });
  return [
    ...before,
    step('create', whole('A')),
    step('get', find('A')),
    step('change', later('A')),
    step('close', later('A')),
    step('create', whole('A')),
    step('delete', whole('A')),
    step('create', planned('C')),
    step('cancel', planned('C')),
    step('created', whole('B')),
    step('changed', later('B')),
    step('closed', later('B')),
    step('created', whole('B')),
    step('deleted', whole('B')),
    step('created', planned('D')),
    step('canceled', planned('D')),
  ];
}
