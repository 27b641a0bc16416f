/**
 * From when on a change of master data is to hold: the effectiveDateTime of its ConfigurationEvent. What names none holds from the
 * moment in which it is written.
 */
import type { NewObject, ObjectState, ObjectVersion, StoredObject } from '../ports/object-store.js';
import { listOf, memberOf } from './identification.js';
import { boundOf, timeStampOf } from './instant.js';
import { linkageNoun } from './places.js';
import { inState } from './subject.js';

/** The effective time of an element, in microseconds since 1970; a time without zone is UTC. */
export function effectiveOf(value: unknown): number | undefined {
  const text = effectiveText(value);
  return text === undefined ? undefined : boundOf(text);
}

/** The same as it came. */
export function effectiveText(value: unknown): string | undefined {
  const [event] = [...listOf(memberOf(value, 'ConfigurationEvents')), ...listOf(memberOf(value, 'ConfigurationEvent'))];
  const text = memberOf(event, 'effectiveDateTime');
  return typeof text === 'string' ? text : undefined;
}

/** When a version of an object came into force; microseconds since 1970. */
export function startOf({ validFrom, provenance }: Pick<ObjectVersion, 'validFrom' | 'provenance'>): number {
  return validFrom ?? boundOf(provenance.at) ?? 0;
}

/**
 * The next version of an object that has come to an end at an instant (microseconds since 1970): a link was in force until then, any
 * other object is in its new state from then on.
 */
export function endedAt(object: StoredObject, state: ObjectState, instant: number): NewObject {
  const next = inState(object, state);
  if (object.noun !== linkageNoun) return { ...next, validFrom: instant };
  const { validFrom, validTo } = object;
  // deleting a link that is closed makes it last no longer, and one that was canceled has never held
  return { ...next, validFrom, validTo: object.state === 'active' ? instant : validTo };
}

/** An instant in microseconds as people read it. */
export function timeText(instant: number): string {
  const milliseconds = instant / 1000;
  return Math.abs(milliseconds) < 8.64e15 ? timeStampOf(milliseconds) : 'for ever';
}
