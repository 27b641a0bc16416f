/** What is said of a weakly typed message whose verb and noun name no operation. */
import type { GenericKind } from '../contract/generic.js';
import { operationsOfNoun } from '../contract/operations.js';
import type { Finding } from '../message/finding.js';
import { noExecuted } from '../message/operation-set.js';
import { codes } from '../message/reply-codes.js';
import { pastOf } from './habits.js';

/** What is meant by a verb in the wrong wrapper: some clients publish events with the verb of the request. */
function hintOn(kind: GenericKind, verb: string): string {
  const done = pastOf.get(verb);
  if (kind === 'event') return done === undefined ? '' : `; an event tells what has been done: ${done}`;
  const asked = [...pastOf].find(([, past]) => past === verb)?.[0];
  return asked === undefined ? '' : `; a Request asks for what is to be done: ${asked}`;
}

/** What is wrong with verb and noun of a message whose wrapper is of this kind. */
export function unknownIn(kind: GenericKind, verb: string, noun: string): Finding {
  const known = operationsOfNoun(noun);
  const said = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
  if (known.length === 0) {
    const details = `this gateway knows no noun ${said(noun)}`;
    return { code: codes.invalidNoun, path: 'Header.Noun', details, values: { value: said(noun) } };
  }
  const fitting = known.filter(({ shape }) => (kind === 'event') === (shape === 'event')).map((o) => o.verb);
  // a set is asked for, and told of by the events of what it holds
  if (fitting.length === 0)
    return { code: codes.invalidVerb, path: 'Header.Verb', details: noExecuted, values: { value: said(verb) } };
  const details = `a ${kind === 'request' ? 'Request' : 'PublishEvent'} of ${noun} has one of the verbs ${fitting.join(', ')}, not ${said(verb)}${hintOn(kind, verb)}`;
  return { code: codes.invalidVerb, path: 'Header.Verb', details, values: { value: said(verb) } };
}
