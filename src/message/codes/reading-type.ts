/**
 * ReadingType codes: 18 numbers joined with dots (IEC 61968-9, Annex C), such as 0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0.
 * Reads, prints and explains them. Knows nothing of readings or of the meters that take them.
 */
import * as tables from '../../generated/codes/reading-types.js';
import { countFault, partFault, readParts, splitCode } from './lexical.js';
import { codeTable, meaningOf, type CodeEntry, type ExplainedPart } from './table.js';
import { readingTypeSentence } from './reading-type-sentence.js';

/** The names of the 18 parts, in the order in which they are written. */
export const readingTypePartNames = [
  'macroPeriod',
  'aggregate',
  'measuringPeriod',
  'accumulation',
  'flowDirection',
  'commodity',
  'measurementKind',
  'interharmonicNumerator',
  'interharmonicDenominator',
  'argumentNumerator',
  'argumentDenominator',
  'tou',
  'cpp',
  'consumptionTier',
  'phases',
  'multiplier',
  'unit',
  'currency',
] as const;

/** The name of one of the 18 parts. */
export type ReadingTypePartName = (typeof readingTypePartNames)[number];

/** A reading type as numbers; 0 stands for a part that does not apply. */
export type ReadingTypeParts = Readonly<Record<ReadingTypePartName, number>>;

/** What a reading type code says. `problems` is empty when the code is well formed and every number is known. */
export interface ReadingTypeDescription {
  readonly sentence: string;
  readonly parts: readonly ExplainedPart[];
  readonly problems: readonly string[];
}

/** How the values of a reading type arise: one per interval, a running register, or taken at a moment. */
export type ReadingForm = 'interval' | 'register' | 'spot';

const partTables: Partial<Record<ReadingTypePartName, ReadonlyMap<number, CodeEntry>>> = {
  macroPeriod: codeTable(tables.macroPeriods),
  aggregate: codeTable(tables.aggregates),
  measuringPeriod: codeTable(tables.measuringPeriods),
  accumulation: codeTable(tables.accumulations),
  flowDirection: codeTable(tables.flowDirections),
  commodity: codeTable(tables.commodities),
  measurementKind: codeTable(tables.measurementKinds),
  phases: codeTable(tables.phases),
  multiplier: codeTable(tables.multipliers),
  unit: codeTable(tables.units),
  currency: codeTable(tables.currencies),
};

const multiplierAt = readingTypePartNames.indexOf('multiplier');
const mayBeNegative = (at: number): boolean => at === multiplierAt;
const allPhaseBits = tables.phaseBits.reduce((sum, [value]) => sum | value, 0);
const registerAccumulations = new Set([1, 2, 3, 9, 13, 14]);
const deltaData = 4;
const measuringMinutesByCode = new Map(tables.measuringPeriods.map(([code, , , , , minutes]) => [code, minutes]));

/**
 * Reads a reading type code.
 * Strict in form: 18 plain decimal integers without leading zeros, only the multiplier may be negative, and the two
 * fractions (parts 8 and 9, 10 and 11) are either both zero or both not. Numbers that no table knows are accepted; whether
 * they mean anything is for `describeReadingType` to say.
 * @returns undefined when the form is wrong
 */
export function parseReadingType(code: string): ReadingTypeParts | undefined {
  const numbers = readParts(code, readingTypePartNames.length, mayBeNegative);
  if (!numbers) return undefined;
  const parts = Object.fromEntries(readingTypePartNames.map((name, at) => [name, numbers[at]])) as ReadingTypeParts;
  return fractionFaults(parts).length > 0 ? undefined : parts;
}

/**
 * Prints a reading type code; parts left out are 0. `parseReadingType` reads back what this prints.
 * @throws RangeError when the parts make no well-formed code, since that is a mistake of the program and not of a caller
 */
export function readingTypeOf(parts: Partial<ReadingTypeParts>): string {
  const code = readingTypePartNames.map((name) => String((parts[name] ?? 0) + 0)).join('.');
  if (!parseReadingType(code)) throw new RangeError(`These parts make no reading type: ${code}`);
  return code;
}

/**
 * Explains a reading type code in plain English.
 * @returns a sentence, the meaning of each part, and what is wrong with the code, each naming its part. Never throws: a
 * malformed code has a sentence that says so, and as many parts as could be read.
 */
export function describeReadingType(code: string): ReadingTypeDescription {
  const texts = splitCode(code);
  if (texts.length !== readingTypePartNames.length) {
    const problem = countFault(code, readingTypePartNames.length, 'a reading type code');
    return { sentence: `not a reading type code: ${problem}`, parts: [], problems: [problem] };
  }
  const faults = texts.flatMap((text, at) => {
    const fault = partFault(text, mayBeNegative(at));
    return fault ? [`part ${at + 1} (${readingTypePartNames[at]}) ${fault}`] : [];
  });
  if (faults.length > 0) return { sentence: `not a reading type code: ${faults[0]}`, parts: [], problems: faults };

  const numbers = texts.map(Number);
  const parts = Object.fromEntries(readingTypePartNames.map((name, at) => [name, numbers[at]])) as ReadingTypeParts;
  const explained = readingTypePartNames.map((name, at) => ({
    position: at + 1,
    name,
    code: texts[at] ?? '',
    meaning: partMeaning(name, parts[name]),
  }));
  const wrongFractions = fractionFaults(parts);
  return {
    sentence: wrongFractions.length > 0 ? `not a reading type code: ${wrongFractions[0]}` : readingTypeSentence(parts),
    parts: explained,
    problems: [...wrongFractions, ...unknownNumbers(parts)],
  };
}

/** Whether the values are interval data, reads of a register, or taken at a moment (parts 3 and 4). */
export function readingForm({ accumulation, measuringPeriod }: ReadingTypeParts): ReadingForm {
  if (registerAccumulations.has(accumulation)) return 'register';
  const form = tables.measuringPeriods.find(([code]) => code === measuringPeriod)?.[4];
  return accumulation === deltaData || form ? 'interval' : 'spot';
}

/**
 * The length of the measuring period (part 3) in minutes: of the interval, or of the demand window.
 * @returns undefined when the reading type has none, or leaves its length to the message
 */
export function measuringMinutes({ measuringPeriod }: ReadingTypeParts): number | undefined {
  return measuringMinutesByCode.get(measuringPeriod) || undefined;
}

function partMeaning(name: ReadingTypePartName, code: number): string {
  const entry = partTables[name]?.get(code);
  if (entry) return meaningOf(entry);
  if (name === 'phases') return phaseBitNames(code);
  if (partTables[name]) return 'not in the table';
  if (code === 0) return 'does not apply';
  if (name === 'tou') return `time-of-use bucket ${code} of the tariff`;
  if (name === 'cpp') return `critical-peak bucket ${code} of the tariff`;
  if (name === 'consumptionTier') return `consumption tier ${code} of the tariff`;
  return `${name.endsWith('Numerator') ? 'numerator' : 'denominator'} ${code}`;
}

function phaseBitNames(code: number): string {
  const names = tables.phaseBits.filter(([value]) => code & value).map(([, , description]) => description);
  return names.join(' + ') || 'not in the table';
}

function unknownNumbers(parts: ReadingTypeParts): string[] {
  return readingTypePartNames.flatMap((name, at) => {
    const table = partTables[name];
    const isBitSum = name === 'phases' && (parts.phases & ~allPhaseBits) === 0;
    if (!table || table.has(parts[name]) || isBitSum) return [];
    return [`part ${at + 1} (${name}): ${parts[name]} is not in the table`];
  });
}

function fractionFaults(parts: ReadingTypeParts): string[] {
  return (['interharmonic', 'argument'] as const).flatMap((fraction) => {
    const hasNumerator = parts[`${fraction}Numerator`] !== 0;
    const hasDenominator = parts[`${fraction}Denominator`] !== 0;
    if (hasNumerator === hasDenominator) return [];
    const first = readingTypePartNames.indexOf(`${fraction}Numerator`) + 1;
    const [has, lacks] = hasNumerator ? ['numerator', 'denominator'] : ['denominator', 'numerator'];
    return [`parts ${first} and ${first + 1} (${fraction}): a fraction has a ${has} but no ${lacks}`];
  });
}
