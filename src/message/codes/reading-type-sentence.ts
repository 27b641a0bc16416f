/**
 * One plain-English sentence for a reading type, such as
 * "15-minute interval data, delivered (import) active energy, kWh". Knows the grammar; the words are in the code tables.
 */
import * as tables from '../../generated/codes/reading-types.js';
import type { ReadingTypeParts } from './reading-type.js';
import { codeTable, phraseOf } from './table.js';

const aggregates = codeTable(tables.aggregates);
const accumulations = codeTable(tables.accumulations);
const macroPeriods = codeTable(tables.macroPeriods);
const measuringPeriods = new Map(
  tables.measuringPeriods.map(([code, , description, , form, minutes, step]) => [
    code,
    { phrase: phraseOf(description), form, minutes, step },
  ]),
);
const flowDirections = codeTable(tables.flowDirections);
const commodities = codeTable(tables.commodities);
const measurementKinds = codeTable(tables.measurementKinds);
const phaseSums = codeTable(tables.phases);
const units = new Map(
  tables.units.map(([code, , description, , symbol]) => [code, { phrase: phraseOf(description), symbol }]),
);
const multiplierSymbols = new Map(tables.multipliers.map(([code, , , , symbol]) => [code, symbol]));
const currencies = codeTable(tables.currencies);

const electricity = new Set([1, 2]);
const [indicating, delta, count, noUnit, money] = [6, 4, 111, 0, 80];
const [energyKind, demandKind, powerKind, volumeKind] = [12, 8, 37, 58];
const [forward, lagging, leading, net, reverse, total] = [1, 2, 3, 4, 19, 20];
/** Amounts of money and tariffs: here the direction tells what is paid for. */
const moneyKinds = new Set([3, 16, 45, 150, 151, 152, 153]);
const registers = new Map([
  [1, 'register (dial)'],
  [9, 'register (conditional)'],
  [13, 'register (latching)'],
  [14, 'register (bounded)'],
]);
/** Accumulations that read well in front of the quantity. */
const accumulationsInFront = new Set([2, 3, 10, 12]);
/** Aggregates that want an "of": "sum of energy", but "maximum energy". */
const aggregatesOf = new Set([4, 5, 7, 26]);
const macroAdjectives = new Map([
  [11, 'daily'],
  [13, 'monthly'],
  [22, 'seasonal'],
  [24, 'weekly'],
  [1001, 'yearly'],
]);
/** Unit symbols that take a prefix such as k; a square or cube behind it would make the prefix mean something else. */
const takesPrefix =
  /^(?:m|g|A|K|mol|cd|rad|sr|Gy|Bq|Sv|F|C|s|H|V|Ω|J|N|Hz|lx|lm|Wb|T|W|Pa|S|VA|VAh|Wh|var|varh|Ah|B|Bm|L|bar|eV|t)(?![A-Za-z0-9²³])/;

/** The sentence for the parts of a well-formed reading type. Numbers that no table knows are named as such. */
export function readingTypeSentence(parts: ReadingTypeParts): string {
  const period = measuringPeriods.get(parts.measuringPeriod);
  const isRegister = registers.has(parts.accumulation);
  const isInterval = period?.form === 'interval';
  const heading = isInterval && !isRegister && intervalHeading(parts, period.minutes);
  const words = [
    !heading && macroAdjective(parts),
    aggregateWords(parts, isInterval && !heading && !isRegister ? period.minutes : 0),
    ...quantity(parts),
    isRegister && parts.unit !== count && registers.get(parts.accumulation),
    isInterval && isRegister && `stored every ${everyWords(period.minutes)}`,
    isInterval && !isRegister && !heading && parts.aggregate === 0 && `every ${everyWords(period.minutes)}`,
    demandWindow(period),
    !period && `in the measuring period ${unknown(parts.measuringPeriod)}`,
    period && !period.form && parts.measuringPeriod !== 0 && `of the ${period.phrase}`,
    macroWords(parts),
    parts.accumulation === delta && !parts.macroPeriod && !parts.aggregate && !period?.form && 'of one interval',
    harmonicWords(parts),
    phaseWords(parts),
    tariffWords(parts),
  ];
  return [
    heading,
    words.filter(Boolean).join(' '),
    directionAtEnd(parts),
    parts.commodity === 2 && 'primary side',
    parts.argumentNumerator !== 0 && `argument ${parts.argumentNumerator}/${parts.argumentDenominator}`,
    unitWords(parts),
  ]
    .filter(Boolean)
    .join(', ');
}

const unknown = (code: number): string => `${code} (unknown)`;

function intervalHeading({ accumulation, aggregate }: ReadingTypeParts, minutes: number): string | undefined {
  if (accumulation === delta) return `${lengthWords(minutes)} interval data`;
  return accumulation === 0 && aggregate === 0 ? `${lengthWords(minutes)} data` : undefined;
}

function lengthWords(minutes: number): string {
  if (minutes === 0) return 'message-defined';
  if (minutes === 60) return 'hourly';
  return minutes % 60 === 0 ? `${minutes / 60}-hour` : `${minutes}-minute`;
}

function everyWords(minutes: number): string {
  if (minutes === 0) return 'interval';
  if (minutes === 60) return 'hour';
  if (minutes === 1) return 'minute';
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}

/** "daily" in "daily average temperature"; other macro periods stand behind the quantity. */
function macroAdjective({ macroPeriod, aggregate, accumulation }: ReadingTypeParts): string | undefined {
  const standsInFront = aggregate !== 0 && !registers.has(accumulation);
  return standsInFront ? macroAdjectives.get(macroPeriod) : undefined;
}

function macroWords(parts: ReadingTypeParts): string | undefined {
  if (parts.macroPeriod === 0) return undefined;
  const period = measuringPeriods.get(parts.measuringPeriod);
  const heading = period?.form === 'interval' && intervalHeading(parts, period.minutes);
  if (!heading && macroAdjective(parts)) return undefined;
  const macro = macroPeriods.get(parts.macroPeriod);
  if (!macro) return `in the macro period ${unknown(parts.macroPeriod)}`;
  if (registers.has(parts.accumulation)) return `frozen at the end of the ${macro.phrase}`;
  return macroAdjectives.has(parts.macroPeriod) && !heading ? `in one ${macro.phrase}` : `in the ${macro.phrase}`;
}

function aggregateWords({ aggregate }: ReadingTypeParts, intervalMinutes: number): string | undefined {
  if (aggregate === 0) return undefined;
  const length = intervalMinutes > 0 ? `${lengthWords(intervalMinutes)} ` : '';
  const phrase = aggregates.get(aggregate)?.phrase ?? `aggregate ${unknown(aggregate)} of`;
  return length + phrase + (aggregatesOf.has(aggregate) ? ' of' : '');
}

/** Accumulation, direction, commodity and kind: "spot", "delivered (import)", "natural gas", "temperature". */
function quantity(parts: ReadingTypeParts): (string | undefined)[] {
  const { accumulation, aggregate, commodity, flowDirection, measurementKind, unit } = parts;
  const phrase = accumulations.get(accumulation)?.phrase;
  const manner = accumulationsInFront.has(accumulation) ? phrase : accumulation === indicating && !aggregate && 'spot';
  return [
    manner || (phrase === undefined ? `accumulation ${unknown(accumulation)} of` : undefined),
    unit === count && registers.has(accumulation) ? 'counter of' : undefined,
    moneyKinds.has(measurementKind) ? undefined : directionInFront(flowDirection, electricity.has(commodity)),
    commodityWords(commodity),
    kindWords(parts),
    flowDirection === net && electricity.has(commodity) ? '(import minus export)' : undefined,
  ];
}

function directionInFront(direction: number, isElectric: boolean): string | undefined {
  if (direction === forward) return isElectric ? 'delivered (import)' : undefined;
  if (direction === reverse) return isElectric ? 'received (export)' : 'reverse';
  if (direction === lagging || direction === leading || direction === net) return flowDirections.get(direction)?.phrase;
  return direction === total && !isElectric ? 'total' : undefined;
}

function directionAtEnd({ flowDirection, commodity, measurementKind }: ReadingTypeParts): string | undefined {
  if (moneyKinds.has(measurementKind)) {
    const direction = directionInFront(flowDirection, electricity.has(commodity));
    return direction && `for ${direction} ${commodityWords(commodity) ?? 'energy'}`;
  }
  const saidInFront = [0, forward, reverse, lagging, leading, net].includes(flowDirection);
  if (saidInFront) return undefined;
  if (flowDirection === total) return electricity.has(commodity) ? 'import plus export' : undefined;
  return flowDirections.get(flowDirection)?.phrase ?? `flow direction ${unknown(flowDirection)}`;
}

function commodityWords(commodity: number): string | undefined {
  if (commodity === 0 || electricity.has(commodity)) return undefined;
  return commodities.get(commodity)?.phrase ?? `commodity ${unknown(commodity)}`;
}

/** The kind; energy, power and demand say by their unit whether they are active, reactive or apparent. */
function kindWords({ measurementKind, unit, accumulation }: ReadingTypeParts): string {
  const unitPhrase = units.get(unit)?.phrase;
  if (measurementKind === 0) return unit === noUnit ? 'value' : (unitPhrase ?? 'value');
  if (measurementKind === volumeKind && accumulation === delta) return 'use';
  const plain = measurementKinds.get(measurementKind)?.phrase ?? `measurement kind ${unknown(measurementKind)}`;
  const sort = /^(active|reactive|apparent) /.exec(unitPhrase ?? '')?.[1];
  if (!sort || ![energyKind, powerKind, demandKind].includes(measurementKind)) return plain;
  return measurementKind === demandKind && sort === 'active' ? plain : `${sort} ${plain}`;
}

function demandWindow(period: { form: string; minutes: number; step: number } | undefined): string | undefined {
  if (!period?.form.endsWith('block')) return undefined;
  const kind = period.form.split(' ')[0];
  const step = period.step > 0 ? ` that advance every ${everyWords(period.step)}` : '';
  const length = period.minutes > 0 ? ` ${period.minutes}-minute` : '';
  return `over ${kind}${length} windows${step}`;
}

function harmonicWords(parts: ReadingTypeParts): string | undefined {
  const { interharmonicNumerator: numerator, interharmonicDenominator: denominator } = parts;
  if (numerator === 0) return undefined;
  const fraction = `${numerator}/${denominator}`;
  if (denominator !== 1) return `of the interharmonic ${fraction}`;
  return numerator === 1 ? `of the fundamental (${fraction})` : `of the ${ordinal(numerator)} harmonic (${fraction})`;
}

function ordinal(n: number): string {
  const words = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
  if (words[n]) return words[n];
  const suffix = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

function phaseWords({ phases }: ReadingTypeParts): string | undefined {
  if (phases === 0) return undefined;
  const phrase = phaseSums.get(phases)?.phrase;
  if (phrase?.endsWith('service')) return `of a ${phrase}`;
  if (phrase) return `${phrase.includes(' to ') ? 'from' : 'on'} ${phrase}`;
  const bits = tables.phaseBits.filter(([value]) => phases & value).map(([, name]) => name);
  return bits.length > 0 ? `on the phase bits ${bits.join(' + ')}` : `on phases ${unknown(phases)}`;
}

function tariffWords({ accumulation, tou, cpp, consumptionTier }: ReadingTypeParts): string | undefined {
  const buckets = [
    tou !== 0 && `time-of-use bucket ${tou}`,
    cpp !== 0 && `critical-peak bucket ${cpp}`,
    consumptionTier !== 0 && `consumption tier ${consumptionTier}`,
  ].filter(Boolean);
  if (buckets.length === 0) return undefined;
  return `${registers.has(accumulation) ? 'of' : 'in'} ${buckets.join(', ')}`;
}

/** The unit with its multiplier, "kWh" or "10^3 m³", and the currency of money. */
function unitWords({ measurementKind, multiplier, unit, currency }: ReadingTypeParts): string | undefined {
  const entry = units.get(unit);
  const currencyName = currency === 0 ? undefined : (currencies.get(currency)?.name ?? `currency ${unknown(currency)}`);
  const saysTheSame = entry?.symbol === '' && entry.phrase === measurementKinds.get(measurementKind)?.phrase;
  const unitOnly = unit === noUnit || saysTheSame ? '' : unitSymbol(unit, entry);
  const symbol = unit === money && currencyName ? currencyName : unitOnly;
  const prefix = multiplierSymbols.get(multiplier);
  const scaled =
    multiplier === 0
      ? symbol
      : prefix && takesPrefix.test(symbol)
        ? prefix + symbol
        : `10^${multiplier}${symbol && ' '}${symbol}`;
  const alsoCurrency = unit !== money && currencyName;
  return [scaled, alsoCurrency].filter(Boolean).join(', ') || undefined;
}

function unitSymbol(unit: number, entry: { phrase: string; symbol: string } | undefined): string {
  return entry ? entry.symbol || entry.phrase : `unit ${unknown(unit)}`;
}
