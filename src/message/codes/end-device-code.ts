/**
 * Codes of end device events and controls: type.domain.subdomain.eventOrAction (IEC 61968-9, Annexes E and F), such as
 * 3.26.0.85. Events and controls share the tables; the fourth part says which it is. Knows nothing of devices or head ends.
 */
import * as tables from '../../generated/codes/end-device.js';
import { countFault, partFault, readParts, splitCode } from './lexical.js';
import { codeTable, meaningOf, type CodeEntry, type ExplainedPart } from './table.js';

/** The names of the four parts, in the order in which they are written. */
export const endDeviceCodePartNames = ['type', 'domain', 'subdomain', 'eventOrAction'] as const;

/** The name of one of the four parts. */
export type EndDeviceCodePartName = (typeof endDeviceCodePartNames)[number];

/** An event or control code as numbers; 0 stands for a part that does not apply. */
export type EndDeviceCodeParts = Readonly<Record<EndDeviceCodePartName, number>>;

/** Whether a code is for an event, a control, either, or its fourth part says neither. */
export type EndDeviceCodeKind = 'event' | 'control' | 'both' | 'unknown';

/** What an event or control code says. `problems` is empty when it is well formed and every number is known. */
export interface EndDeviceCodeDescription {
  readonly kind: EndDeviceCodeKind;
  readonly sentence: string;
  readonly parts: readonly ExplainedPart[];
  readonly problems: readonly string[];
  /** What a reader should know besides: outcome events, newer codes, differing use in the field. */
  readonly notes: readonly string[];
}

/** The events that report the outcome of a control. Some command words have no event for failure. */
export interface OutcomeEvents {
  readonly success: string;
  readonly failure?: string;
}

const partTables: Record<EndDeviceCodePartName, ReadonlyMap<number, CodeEntry>> = {
  type: codeTable(tables.deviceTypes),
  domain: codeTable(tables.domains),
  subdomain: codeTable(tables.subdomains),
  eventOrAction: codeTable(tables.eventsOrActions),
};
const wordKinds = new Map(tables.eventsOrActions.map(([code, , , , kind]) => [code, kind]));
const outcomes = new Map(tables.controlOutcomes.map(([command, success, failure]) => [command, { success, failure }]));
const legacyCodes = new Map(tables.legacyEvents.map(([code, meaning, useInstead]) => [code, { meaning, useInstead }]));

/** A whole code of the tables, found by itself or, where the type does not matter, by its last three parts. */
interface ListedCode {
  readonly status: string;
  readonly meaning: string;
  readonly remark: string;
}
const withoutType = (code: string): string => code.slice(code.indexOf('.') + 1);
const listedEvents = new Map<string, ListedCode>();
for (const [code, anyType, status, meaning, remark] of tables.events) {
  listedEvents.set(code, { status, meaning, remark });
  const key = withoutType(code);
  if (anyType === 'yes' && !listedEvents.has(key)) listedEvents.set(key, { status, meaning, remark });
}
const listedControls = new Map<string, ListedCode>();
for (const [code, status, meaning] of tables.controls)
  listedControls.set(withoutType(code), { status, meaning, remark: '' });

const statusNotes: Readonly<Record<string, string>> = {
  composed: 'put together from the part tables; agree on it with the partner before use',
  'vendor-extension': 'a product code, not in the standard',
  'project-use': 'the meaning is that of one project',
};

/** The codes in use for an outage and its end; `*` in front where the type does not matter. */
const supplyChanges: ReadonlyMap<string, 'lost' | 'restored'> = new Map([
  ['*.26.0.85', 'lost'],
  ['*.26.0.47', 'lost'],
  ['*.26.136.47', 'lost'],
  ['0.26.38.85', 'lost'],
  ['*.26.0.216', 'restored'],
  ['*.26.136.216', 'restored'],
  ['0.26.38.49', 'restored'],
]);

/**
 * Reads an event or control code: four plain decimal integers without sign or leading zeros.
 * Numbers that no table knows are accepted; whether they mean anything is for `describeEndDeviceCode` to say.
 * @returns undefined when the form is wrong; a mask with `*` is not a code
 */
export function parseEndDeviceCode(code: string): EndDeviceCodeParts | undefined {
  const numbers = readParts(code, endDeviceCodePartNames.length);
  if (!numbers) return undefined;
  return Object.fromEntries(endDeviceCodePartNames.map((name, at) => [name, numbers[at]])) as EndDeviceCodeParts;
}

/**
 * Prints an event or control code; parts left out are 0. `parseEndDeviceCode` reads back what this prints.
 * @throws RangeError when the parts make no well-formed code, since that is a mistake of the program and not of a caller
 */
export function endDeviceCodeOf(parts: Partial<EndDeviceCodeParts>): string {
  const code = endDeviceCodePartNames.map((name) => String((parts[name] ?? 0) + 0)).join('.');
  if (!parseEndDeviceCode(code)) throw new RangeError(`These parts make no end device code: ${code}`);
  return code;
}

/** Whether a text is a mask: like a code, but any part may be `*`. A plain code is a mask that fits only itself. */
export function isEndDeviceMask(mask: string): boolean {
  const parts = splitCode(mask);
  return parts.length === endDeviceCodePartNames.length && parts.every((part) => part === '*' || !partFault(part));
}

/** Whether a code fits a mask such as `3.26.*.*`. A malformed code or mask fits nothing. */
export function matchesMask(code: string, mask: string): boolean {
  const pair = `${code} ${mask}`;
  let fits = fitting.get(pair);
  if (fits === undefined) {
    fits = fitsMask(code, mask);
    if (fitting.size >= mostPairs) fitting.clear();
    if (pair.length <= longestPair) fitting.set(pair, fits);
  }
  return fits;
}

function fitsMask(code: string, mask: string): boolean {
  if (!parseEndDeviceCode(code) || !isEndDeviceMask(mask)) return false;
  const parts = splitCode(code);
  return splitCode(mask).every((wanted, at) => wanted === '*' || wanted === parts[at]);
}

/** Codes and masks that have been compared, with a space between, which none of them has: each command asks for some, and there are few. */
const fitting = new Map<string, boolean>();
const mostPairs = 1_000;
const longestPair = 100;

/**
 * The events that answer a control: its first three parts, and the last replaced by the outcome of the command word.
 * @returns undefined when the code is malformed or its last part is no command word
 */
export function outcomeEvents(controlCode: string): OutcomeEvents | undefined {
  const known = outcomesByCode.get(controlCode);
  if (known !== undefined) return known;
  const parts = parseEndDeviceCode(controlCode);
  const outcome = parts && outcomes.get(parts.eventOrAction);
  if (!outcome) return undefined;
  const success = endDeviceCodeOf({ ...parts, eventOrAction: outcome.success });
  const events =
    outcome.failure === 0
      ? { success }
      : { success, failure: endDeviceCodeOf({ ...parts, eventOrAction: outcome.failure }) };
  if (outcomesByCode.size >= mostOutcomes) outcomesByCode.clear();
  outcomesByCode.set(controlCode, events);
  return events;
}

/** Asked about with every command, of which there are few kinds. */
const outcomesByCode = new Map<string, OutcomeEvents>();
const mostOutcomes = 1_000;

/** The present code for one of the older numbering. Any other text, and an old code without successor, comes back as it is. */
export function modernCode(code: string): string {
  return legacyCodes.get(code)?.useInstead || code;
}

/** Codes in use by those of the vendor of a head end. */
export type VendorCodes = Readonly<Record<string, string>>;

/** The code in use for one of a vendor's or of the older numbering; any other text comes back without the blanks around it. */
export function presentCode(text: string, vendorCodes: VendorCodes): string {
  const code = text.trim();
  return Object.hasOwn(vendorCodes, code) ? vendorCodes[code]! : modernCode(code);
}

/** Whether an event says that a device lost its supply or got it back, in any of the codes in use for it. */
export function supplyChange(eventCode: string): 'lost' | 'restored' | undefined {
  const code = modernCode(eventCode);
  if (!parseEndDeviceCode(code)) return undefined;
  return supplyChanges.get(code) ?? supplyChanges.get(`*.${withoutType(code)}`);
}

/**
 * Explains an event or control code, or a mask, in plain English.
 * @returns kind, sentence, the meaning of each part, what is wrong (each naming its part), and notes. Never throws: a
 * malformed code has kind `unknown` and a sentence that says what is wrong.
 */
export function describeEndDeviceCode(code: string): EndDeviceCodeDescription {
  const texts = splitCode(code);
  const wrongCount = texts.length !== endDeviceCodePartNames.length;
  const faults = wrongCount
    ? [countFault(code, endDeviceCodePartNames.length, 'an event or control code')]
    : texts.flatMap((text, at) => {
        const fault = text === '*' ? undefined : partFault(text);
        return fault ? [`part ${at + 1} (${endDeviceCodePartNames[at]}) ${fault}`] : [];
      });
  if (faults.length > 0) {
    const sentence = `not an event or control code: ${faults[0]}`;
    return { kind: 'unknown', sentence, parts: [], problems: faults, notes: [] };
  }
  const entries = endDeviceCodePartNames.map((name, at) => partTables[name].get(Number(texts[at])));
  const parts = endDeviceCodePartNames.map((name, at) => {
    const entry = entries[at];
    const meaning = texts[at] === '*' ? 'any' : entry ? meaningOf(entry) : 'not in the table';
    return { position: at + 1, name, code: texts[at] ?? '', meaning };
  });
  const legacy = legacyCodes.get(code);
  return {
    kind: legacy ? 'event' : kindOf(code),
    sentence: sentenceFor(code, texts, entries),
    parts,
    problems: legacy
      ? []
      : parts
          .filter(({ meaning }) => meaning === 'not in the table')
          .map((part) => `part ${part.position} (${part.name}): ${part.code} is not in the table`),
    notes: notesFor(code),
  };
}

function kindOf(code: string): EndDeviceCodeKind {
  const word = wordKinds.get(Number(splitCode(code)[3]));
  const isControl = word === 'command' || word === 'both' || listedControls.has(withoutType(code));
  const isEvent = isEventWord(code) || listedEvent(code) !== undefined;
  if (isControl && isEvent) return 'both';
  if (isControl) return 'control';
  return isEvent ? 'event' : 'unknown';
}

function sentenceFor(code: string, texts: string[], entries: (CodeEntry | undefined)[]): string {
  const [type, domain, subdomain, word] = endDeviceCodePartNames.map((name, at) => {
    if (texts[at] === '*') return ['any device', 'any domain', 'any subdomain', 'any event or action'][at];
    return entries[at]?.phrase ?? `${name} ${texts[at]} (unknown)`;
  });
  const about = [type, texts[1] !== '0' && domain, texts[2] !== '0' && subdomain].filter(Boolean).join(', ');
  const event = listedEvent(code);
  const control = listedControls.get(withoutType(code));
  const eventMeaning = legacyCodes.get(code)?.meaning || event?.meaning;
  if (eventMeaning) return `${type}: ${eventMeaning}`;
  if (!control) return `${about}: ${word}`;
  return event || isEventWord(code)
    ? `${about}: ${word}; as a control: ${control.meaning}`
    : `${type}: ${control.meaning}`;
}

function listedEvent(code: string): ListedCode | undefined {
  return listedEvents.get(code) ?? listedEvents.get(withoutType(code));
}

function isEventWord(code: string): boolean {
  const word = wordKinds.get(Number(splitCode(code)[3]));
  return word === 'event' || word === 'both';
}

function notesFor(code: string): string[] {
  const legacy = legacyCodes.get(code);
  if (legacy) {
    const successor = legacy.useInstead ? `now written ${legacy.useInstead}` : 'it has no successor';
    return [`a code of an older numbering; ${successor}`];
  }
  const entry = listedControls.get(withoutType(code)) ?? listedEvent(code);
  const outcome = outcomeEvents(code);
  const failure = outcome?.failure ? `, failure as ${outcome.failure}` : '';
  return [
    entry && statusNotes[entry.status],
    listedEvent(code)?.remark,
    outcome && `success is reported as ${outcome.success}${failure}`,
  ].filter((note): note is string => Boolean(note));
}
