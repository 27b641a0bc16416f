/** Rows as elements of MeterReadings, and elements as rows: nothing is lost on the way there and back. Pure. */
import type { IntervalBlock, IntervalReading, MeterReading, Reading } from '../generated/MeterReadings.js';
import { ofBlock, ofWhole, readingRest, type Around } from '../message/reading-rest.js';
import type { JsonObject, ReadingRow } from '../ports/object-store.js';
import type { ReadingTarget } from './reading-targets.js';

/**
 * The readings of one meter: interval blocks by reading type, their values in order of time, single readings in the same order.
 * Values taken at a trigger stand in a MeterReading of their own, as they came.
 * @param rows in order of reading type and time
 * @param events documents of events that go along; they stand with the first of the readings
 */
export function meterReadingsOf(
  { elements }: Pick<ReadingTarget, 'elements'>,
  rows: readonly ReadingRow[],
  events: readonly JsonObject[] = [],
): MeterReading[] {
  const wholes = new Map<string | undefined, ReadingRow[]>();
  for (const row of rows) {
    const trigger = row.rest?.[ofWhole] as string | undefined;
    const whole = wholes.get(trigger);
    if (whole === undefined) wholes.set(trigger, [row]);
    else whole.push(row);
  }
  if (wholes.size === 0 && events.length > 0) wholes.set(undefined, []);
  return [...wholes].map(([trigger, its], at): MeterReading => {
    const blocks = blocksOf(its.filter(({ shape }) => shape === 'interval'));
    const readings = its.filter(({ shape }) => shape === 'reading').map(readingOf);
    return {
      ...(trigger === undefined
        ? {}
        : { isCoincidentTrigger: trigger as NonNullable<MeterReading['isCoincidentTrigger']> }),
      ...(at > 0 || events.length === 0
        ? {}
        : { EndDeviceEvents: events as unknown as NonNullable<MeterReading['EndDeviceEvents']> }),
      ...(blocks.length === 0 ? {} : { IntervalBlocks: blocks }),
      ...(readings.length === 0 ? {} : { Readings: readings }),
      ...(elements as Pick<MeterReading, 'Meter' | 'UsagePoint'>),
    };
  });
}

function blocksOf(rows: readonly ReadingRow[]): IntervalBlock[] {
  const blocks = new Map<string, { readonly first: ReadingRow; readonly readings: IntervalReading[] }>();
  for (const row of rows) {
    const key = `${row.readingType} ${JSON.stringify(row.rest?.[ofBlock] ?? null)}`;
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, { first: row, readings: [valueOf(row)] });
    else block.readings.push(valueOf(row));
  }
  return [...blocks.values()].map(({ first, readings }): IntervalBlock => {
    const pending = first.rest?.[ofBlock] as IntervalBlock['PendingCalculation'];
    const calculation = pending === undefined ? {} : { PendingCalculation: pending };
    return { IntervalReadings: readings, ...calculation, ReadingType: { ref: first.readingType } };
  });
}

function readingOf(row: ReadingRow): Reading {
  return { ...valueOf(row), ReadingType: { ref: row.readingType } };
}

function valueOf({ timeStamp, value, rest }: ReadingRow): JsonObject {
  if (rest === undefined) return { timeStamp, value };
  const { [ofBlock]: _, [ofWhole]: __, ...own } = rest;
  return { timeStamp, value, ...own };
}

/**
 * Everything a row keeps of a reading besides type, time and value; undefined when there is nothing.
 * @param around what is said of the reading by its block and MeterReading
 */
export function restOf(reading: IntervalReading | Reading, around: Around): JsonObject | undefined {
  return readingRest(reading, around) as JsonObject | undefined;
}
