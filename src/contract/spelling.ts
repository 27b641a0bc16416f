/**
 * The namespaces of the contract and the other names they go by: eras that differ in the year, drafts with `www.`, and what a
 * dialect of a partner calls them. A message says by its namespaces which spelling it is in, and its answer is spelled the same.
 * Knows no message, only names.
 */
import * as Message from '../generated/Message.js';
import { operations } from '../generated/operations.js';
import { profiles } from '../generated/profiles.js';

/** What a namespace is for: the common envelope, the messages of a noun, its content, the wrapper of the generic service. */
export type Part = 'envelope' | 'messages' | 'profiles' | 'abstract';

/**
 * How the parts are called; those left out are called as in the contract. In `messages` and `profiles` `{Name}` stands for a noun or
 * its Get: `MeterConfig`, `GetMeterConfig`.
 */
export type Spelling = { readonly [P in Part]?: string | undefined };

const base = 'http://iec.ch/TC57/2011/';

/** The contract's own spelling: Edition 1 of the envelope, 2011. */
export const ownSpelling: Readonly<Record<Part, string>> = {
  envelope: Message.namespace,
  messages: `${base}{Name}Message`,
  profiles: `${base}{Name}#`,
  abstract: `${base}abstract`,
};

/** Wrapper of the generic service. No generated code knows it: its content is of the envelope. */
export const abstractNamespace = ownSpelling.abstract;

/** Eras by their year, as they are asked for (`era=2017`) and configured. */
export type Era = '2011' | '2015' | '2017' | '2021';

/**
 * What the eras of the templates call differently. In 2015 and 2017 it is the messages; 2021 is the envelope that Edition 3 is
 * built upon: the namespace of the envelope is known, that of the messages is not, and ours a stand-in.
 */
export const eras: Readonly<Record<Era, Spelling>> = {
  '2011': {},
  '2015': { messages: 'http://iec.ch/TC57/2015/{Name}Message' },
  '2017': { messages: 'http://iec.ch/TC57/2017/{Name}Message' },
  '2021': { envelope: 'http://iec.ch/TC57/2021/schema/message', messages: 'http://iec.ch/TC57/2021/{Name}Message' },
};

/** Whether the envelope so called is that of 2021, by whose schema a Payload holds an abstract payload (wrapping.ts). */
export function wraps({ envelope }: Spelling): boolean {
  return envelope !== undefined && envelope.replace('//www.', '//') === eras['2021'].envelope;
}

/** Another name of a namespace of the contract. */
export interface OtherName {
  readonly native: string;
  readonly part: Part;
  /** How the part is spelled by whoever uses this name. */
  readonly pattern: string;
}

/** Every namespace of the contract that a message can be in. */
const natives: readonly string[] = [
  ...new Set([
    Message.namespace,
    abstractNamespace,
    ...operations.map(({ namespace }) => namespace),
    ...profiles.map(({ namespace }) => namespace),
  ]),
];

/** The part of a namespace of the contract, and of which noun it is; undefined for one that follows no pattern of ours. */
export function partOf(native: string): { readonly part: Part; readonly name: string } | undefined {
  if (native === ownSpelling.envelope) return { part: 'envelope', name: '' };
  if (native === ownSpelling.abstract) return { part: 'abstract', name: '' };
  const [, name = '', end] = /^http:\/\/iec\.ch\/TC57\/2011\/([A-Za-z]+?)(Message|#)$/.exec(native) ?? [];
  if (end === undefined) return undefined;
  return { part: end === '#' ? 'profiles' : 'messages', name };
}

/** What a namespace of the contract is called in a spelling; any other stays what it is. */
export function spelled(native: string, spelling: Spelling): string {
  const found = partOf(native);
  const pattern = found && spelling[found.part];
  return pattern === undefined ? native : pattern.replace('{Name}', () => found!.name);
}

/**
 * All names by which something else than the contract calls its namespaces: years and `www.` in any mixture, and what the given
 * spellings add. The wrapper of the generic service is among them under its own name too.
 */
export function otherNames(spellings: readonly Spelling[] = []): ReadonlyMap<string, OtherName> {
  const found = new Map<string, OtherName>();
  const known = new Set(natives.filter((native) => native !== abstractNamespace));
  for (const spelling of [...spellings, ...usual()])
    for (const native of natives) {
      const part = partOf(native)?.part;
      const pattern = part && spelling[part];
      if (part === undefined || pattern === undefined) continue;
      const other = spelled(native, spelling);
      if (!known.has(other) && !found.has(other)) found.set(other, { native, part, pattern });
    }
  return found;
}

/** The contract's own spelling with every year, with and without `www.`. */
function usual(): readonly Spelling[] {
  return ['2011', '2015', '2017', '2021'].flatMap((year) =>
    ['http://iec.ch/TC57/', 'http://www.iec.ch/TC57/'].map((start) =>
      Object.fromEntries(
        Object.entries(ownSpelling).map(([part, pattern]) => [part, pattern.replace(base, `${start}${year}/`)]),
      ),
    ),
  );
}

/** The spelling that these names show, the first of each part deciding. */
export function spellingOf(names: readonly string[], others: ReadonlyMap<string, OtherName>): Spelling {
  const found: { [P in Part]?: string } = {};
  for (const name of names) {
    const other = others.get(name);
    if (other !== undefined && other.native !== name) found[other.part] ??= other.pattern;
  }
  return found;
}

/** Where services and their actions are named, as the messages of a spelling are. */
function baseOf({ messages }: Spelling): string {
  return messages?.endsWith('{Name}Message') === true ? messages.slice(0, -'{Name}Message'.length) : base;
}

/** A SOAPAction of the contract, or the name of one of its services, as a spelling has it. */
export function spelledAction(native: string, spelling: Spelling): string {
  if (native.startsWith(`${abstractNamespace}/`))
    return (spelling.abstract ?? abstractNamespace) + native.slice(abstractNamespace.length);
  return native.startsWith(base) ? baseOf(spelling) + native.slice(base.length) : native;
}

/** The SOAPAction of the contract that is meant by one of a spelling. */
export function nativeAction(action: string, spelling: Spelling): string {
  const other = baseOf(spelling);
  return action.startsWith(other) ? base + action.slice(other.length) : action;
}

/** A sentence that speaks of namespaces, in the words of a spelling. */
export function spelledWords(text: string, spelling: Spelling): string {
  return text.replace(/http:\/\/iec\.ch\/TC57\/2011\/[A-Za-z/]+#?/g, (uri) => spelled(uri, spelling));
}
