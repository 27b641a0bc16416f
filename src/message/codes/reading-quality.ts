/**
 * Reading quality codes: system.category.index (IEC 61968-9, Annex D), such as 1.2.32: who says it, in which field, what.
 * Knows nothing of readings.
 */
import * as tables from '../../generated/codes/reading-quality.js';
import { countFault, partFault, readParts, splitCode } from './lexical.js';
import { codeEntry, codeTable, meaningOf, type ExplainedPart } from './table.js';

/** The names of the three parts, in the order in which they are written. */
export const readingQualityPartNames = ['system', 'category', 'index'] as const;

/** A reading quality as numbers. */
export type ReadingQualityParts = Readonly<Record<(typeof readingQualityPartNames)[number], number>>;

/** What a reading quality says. `problems` is empty when it is well formed and every number is known or free for own use. */
export interface ReadingQualityDescription {
  readonly sentence: string;
  readonly parts: readonly ExplainedPart[];
  readonly problems: readonly string[];
}

const systems = codeTable(tables.qualitySystems);
const categories = codeTable(tables.qualityCategories);
const indexes = new Map(
  tables.qualityIndexes.map(([category, index, name, description, status]) => [
    `${category}.${index}`,
    codeEntry(name, description, status),
  ]),
);

/** In these categories the index names a rule of validation or estimation, so that any number may occur. */
const ruleCategories = new Set([6, 8]);

/** From here on indexes are free for own use. */
const firstOwnIndex = 1000;

/**
 * Reads a reading quality code: three plain decimal integers without sign or leading zeros.
 * Numbers that no table knows are accepted; whether they mean anything is for `describeReadingQuality` to say.
 * @returns undefined when the form is wrong
 */
export function parseReadingQuality(code: string): ReadingQualityParts | undefined {
  const numbers = readParts(code, readingQualityPartNames.length);
  if (!numbers) return undefined;
  return Object.fromEntries(readingQualityPartNames.map((name, at) => [name, numbers[at]])) as ReadingQualityParts;
}

/**
 * Prints a reading quality code. `parseReadingQuality` reads back what this prints.
 * @throws RangeError when the parts make no well-formed code, since that is a mistake of the program and not of a caller
 */
export function readingQualityOf({ system, category, index }: ReadingQualityParts): string {
  const code = `${system}.${category}.${index}`;
  if (!parseReadingQuality(code)) throw new RangeError(`These parts make no reading quality: ${code}`);
  return code;
}

/**
 * Explains a reading quality code in plain English.
 * @returns a sentence, the meaning of each part, and what is wrong, each naming its part. Never throws: a malformed code
 * has a sentence that says what is wrong, and no parts.
 */
export function describeReadingQuality(code: string): ReadingQualityDescription {
  const texts = splitCode(code);
  const faults =
    texts.length !== readingQualityPartNames.length
      ? [countFault(code, readingQualityPartNames.length, 'a reading quality code')]
      : texts.flatMap((text, at) => {
          const fault = partFault(text);
          return fault ? [`part ${at + 1} (${readingQualityPartNames[at]}) ${fault}`] : [];
        });
  const quality = parseReadingQuality(code);
  if (!quality) return { sentence: `not a reading quality code: ${faults[0]}`, parts: [], problems: faults };

  const system = systems.get(quality.system);
  const category = categories.get(quality.category);
  const index = indexes.get(`${quality.category}.${quality.index}`);
  const rule = index ? undefined : ruleOf(quality);
  const meanings = [
    system ? meaningOf(system) : notInTable,
    category ? meaningOf(category) : notInTable,
    index ? meaningOf(index) : (rule ?? notInTable),
  ];
  const parts = readingQualityPartNames.map((name, at) => ({
    position: at + 1,
    name,
    code: texts[at] ?? '',
    meaning: meanings[at] ?? notInTable,
  }));
  const phrases = [
    system?.phrase ?? `system ${quality.system} (unknown)`,
    category?.phrase ?? `category ${quality.category} (unknown)`,
    index?.phrase ?? rule ?? `index ${quality.index} (unknown)`,
  ];
  return {
    sentence: `${phrases[0]}: ${phrases[1]}, ${phrases[2]}`,
    parts,
    problems: parts
      .filter(({ meaning }) => meaning === notInTable)
      .map((part) => `part ${part.position} (${part.name}): ${part.code} is not in the table`),
  };
}

const notInTable = 'not in the table';

function ruleOf({ category, index }: ReadingQualityParts): string | undefined {
  if (ruleCategories.has(category)) return `rule ${index}`;
  return index >= firstOwnIndex ? `index ${index}, free for own use` : undefined;
}
