/** What `Request/Option` can ask of a get beyond what is to be found. */
import type { AnyMessage } from '../message/call.js';
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { listOf, memberOf } from './identification.js';
import { boundOf } from './instant.js';

/** An option as it was given. */
export interface GivenOption {
  readonly text: string;
  /** Where it stands. */
  readonly path: string;
  /** Says what it takes, at its place. */
  refuse(details: string): never;
}

/** The first option of this name. */
export function optionOf({ Request }: AnyMessage, name: string): GivenOption | undefined {
  const options = listOf(memberOf(Request, 'Option'));
  const at = options.findIndex((option) => String(memberOf(option, 'name')).trim() === name);
  if (at < 0) return undefined;
  const value = memberOf(options[at], 'value');
  const path = `Request.Option[${at}]`;
  return {
    path,
    text: typeof value === 'string' ? value.trim() : '',
    refuse(details) {
      throw new ReplyError({ code: codes.schemaInvalid, path, details });
    },
  };
}

/** `AsOf`: the moment that is asked about, in microseconds since 1970. */
export function asOfIn(message: AnyMessage): number | undefined {
  const option = optionOf(message, 'AsOf');
  if (option === undefined) return undefined;
  return boundOf(option.text) ?? option.refuse('AsOf takes a dateTime, such as 2026-11-01T00:00:00+01:00');
}

/** `Versions` = `all`: every version of what is found. */
export function wantsVersions(message: AnyMessage): boolean {
  const option = optionOf(message, 'Versions');
  if (option === undefined) return false;
  if (option.text !== 'all') return option.refuse('Versions takes the value all');
  if (optionOf(message, 'AsOf')) return option.refuse('it cannot be asked for together with AsOf; choose one of them');
  return true;
}
