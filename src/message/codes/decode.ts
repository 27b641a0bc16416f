/**
 * Explains a code of unknown kind to a human at a terminal: its number of parts tells what it can be.
 */
import { replyCodeTable } from '../../generated/codes/reply-codes.js';
import { describeEndDeviceCode, type EndDeviceCodeDescription } from './end-device-code.js';
import { partFault, quote, splitCode } from './lexical.js';
import { describeReadingQuality } from './reading-quality.js';
import { describeReadingType, measuringMinutes, parseReadingType, readingForm } from './reading-type.js';
import type { ExplainedPart } from './table.js';

/** The kinds of code that can be told apart; `unknown` for a text that is none of them. */
export type CodeKind =
  'readingType' | 'endDeviceEvent' | 'endDeviceControl' | 'readingQuality' | 'replyCode' | 'unknown';

/** One reading of a text: what it says in one sentence, and the details line by line. */
export interface DecodedCode {
  readonly kind: CodeKind;
  readonly sentence: string;
  readonly lines: readonly string[];
}

const replyCodes = new Map(replyCodeTable.map(([code, ...row]) => [code, row]));

const shapes = [
  '18 parts: a reading type, such as 0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0',
  '4 parts: an end device event or control, such as 3.26.0.85 or 3.31.0.23; * stands for any number',
  '3 parts: a reading quality, such as 1.2.32',
  '2 parts: a reply code, such as 2.4',
];

/**
 * Explains a code: 18 parts are a reading type, 4 an end device event or control, 3 a reading quality, 2 a reply code.
 * @param text the code, or a mask of event codes; blanks around it do not matter
 * @returns at least one entry, and two where a code is both an event and a control. Never throws: malformed input is
 * answered by a sentence that says what is wrong and in which part.
 */
export function decodeCode(text: string): DecodedCode[] {
  const code = text.trim();
  switch (splitCode(code).length) {
    case 18:
      return [decodeReadingType(code)];
    case 4:
      return decodeEndDeviceCode(code);
    case 3:
      return [decodeReadingQuality(code)];
    case 2:
      return [decodeReplyCode(code)];
    default:
      return [noCode(code)];
  }
}

function decodeReadingType(code: string): DecodedCode {
  const { sentence, parts, problems } = describeReadingType(code);
  const numbers = parseReadingType(code);
  const said = parts.filter((part) => part.code !== '0');
  return {
    kind: 'readingType',
    sentence,
    lines: [...partLines(said), ...(numbers ? [formLine(numbers)] : []), ...problems],
  };
}

function formLine(numbers: Parameters<typeof readingForm>[0]): string {
  const minutes = measuringMinutes(numbers);
  const length = minutes ? `, measuring period ${minutes} min` : '';
  const forms = { interval: 'one value per interval', register: 'reads of a register', spot: 'values of a moment' };
  return `values: ${forms[readingForm(numbers)]}${length}`;
}

function decodeEndDeviceCode(code: string): DecodedCode[] {
  const description = describeEndDeviceCode(code);
  const { kind, sentence, parts, problems, notes } = description;
  const lines = [...partLines(parts), ...kindLines(description), ...notes, ...problems];
  const event: DecodedCode = { kind: 'endDeviceEvent', sentence, lines };
  const control: DecodedCode = { kind: 'endDeviceControl', sentence, lines };
  if (kind === 'both') return [event, control];
  return [kind === 'control' ? control : event];
}

function kindLines({ kind, parts }: EndDeviceCodeDescription): string[] {
  if (kind === 'both') return ['in use both as an event and as a control'];
  if (parts.some(({ code }) => code === '*')) return ['a mask: it fits every code with the parts that are given'];
  return kind === 'unknown' && parts.length > 0
    ? ['the fourth part does not say whether it is an event or a control']
    : [];
}

function decodeReadingQuality(code: string): DecodedCode {
  const { sentence, parts, problems } = describeReadingQuality(code);
  return { kind: 'readingQuality', sentence, lines: [...partLines(parts), ...problems] };
}

function decodeReplyCode(code: string): DecodedCode {
  const row = replyCodes.get(code);
  if (row) {
    const [category, name, level, result, whenUsed] = row;
    const lines = [`group: ${category}`, `level: ${level}`, `result: ${result}`, `used when: ${whenUsed}`];
    return { kind: 'replyCode', sentence: name, lines };
  }
  const names = ['group', 'number'];
  const faults = splitCode(code).flatMap((part, at) => {
    const fault = partFault(part);
    return fault ? [`part ${at + 1} (${names[at]}) ${fault}`] : [];
  });
  const sentence = faults[0]
    ? `not a reply code: ${faults[0]}`
    : `${code} is not among the reply codes of the standard`;
  const group = [...replyCodes.keys()].filter((known) => known.split('.')[0] === code.split('.')[0]);
  const hint = faults.length > 0 || group.length === 0 ? [] : [`known in this group: ${group.join(', ')}`];
  return { kind: 'replyCode', sentence, lines: [...faults, ...hint] };
}

function noCode(code: string): DecodedCode {
  const count = splitCode(code).length;
  const what = code === '' ? 'the text is empty' : count === 0 ? 'the text is far too long' : partCount(code, count);
  return { kind: 'unknown', sentence: `not a code of IEC 61968-9: ${what}`, lines: shapes };
}

function partCount(code: string, count: number): string {
  if (count === 1) return `${quote(code)} has no dots`;
  const nearly = count > 12 && count < 24 ? `; a reading type has 18, so ${lackOrSurplus(18 - count)}` : '';
  return `it has ${count} parts${nearly}`;
}

function lackOrSurplus(lack: number): string {
  const parts = Math.abs(lack) === 1 ? '1 part is' : `${Math.abs(lack)} parts are`;
  return lack > 0 ? `${parts} missing` : `${parts} too many`;
}

function partLines(parts: readonly ExplainedPart[]): string[] {
  return parts.map(({ position, name, code, meaning }) => `part ${position} ${name} = ${code}: ${meaning}`);
}
