/** The Timestamp of a Security header: how old a message may be, and how far ahead the clock of its sender. */
import { malformed, wrong } from './refusal.js';
import { membersOf, type Element } from './element.js';
import { instantOf } from './instant.js';
import { wsu } from './vocabulary.js';

/** Milliseconds. */
export interface Window {
  /** How old what proves something may be. */
  readonly past: number;
  /** How far ahead the sender's clock may be. */
  readonly future: number;
}

/** As it stands in the message. */
export interface Timestamp {
  readonly created?: string | undefined;
  readonly expires?: string | undefined;
}

export function timestampIn(element: Element): Timestamp {
  const { Created, Expires } = membersOf(element, { Created: wsu, Expires: wsu });
  return { created: Created?.text, expires: Expires?.text };
}

/** The moment of a Created. Throws `Refused` when it is no time, or not within the window. */
export function momentOf(created: string, what: string, now: number, { past, future }: Window): number {
  const moment =
    instantOf(created) ??
    malformed(`Created of the ${what} must be a time with a time zone, such as 2026-11-22T08:00:00.000Z`);
  if (moment < now - past) wrong(`Created of the ${what} is ${now - moment} ms old`);
  if (moment > now + future) wrong(`Created of the ${what} is ${moment - now} ms in the future`);
  return moment;
}

/** Its Created, checked; undefined when it has none. Throws `Refused` when it is too old, of the future, or expired. */
export function checkTimestamp({ created, expires }: Timestamp, now: number, window: Window): number | undefined {
  const moment = created === undefined ? undefined : momentOf(created, 'Timestamp', now, window);
  if (expires === undefined) return moment;
  const end = instantOf(expires) ?? malformed('Expires of the Timestamp must be a time with a time zone');
  if (end <= now) wrong(`the Timestamp expired ${now - end} ms ago`);
  return moment;
}
