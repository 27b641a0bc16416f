/** What a reading says besides its type, time and value: it is kept as it came (reasons, sources, qualities whole, periods). Pure. */
import type { IntervalBlock, IntervalReading, Reading } from '../generated/MeterReadings.js';

/** Members of a block or of the whole MeterReading that are kept beside those of the reading. */
export const ofBlock = 'PendingCalculation';
export const ofWhole = 'isCoincidentTrigger';

/** What is said of a reading by its block and its MeterReading. */
export interface Around {
  readonly calculation?: IntervalBlock['PendingCalculation'];
  readonly trigger?: string | undefined;
}

/** Everything of a reading besides type, time and value; undefined when there is nothing. */
export function readingRest(
  reading: IntervalReading | Reading,
  around: Around,
): Readonly<Record<string, unknown>> | undefined {
  let rest: Record<string, unknown> | undefined;
  for (const name in reading) {
    if (name === 'timeStamp' || name === 'value' || name === 'ReadingType') continue;
    const member: unknown = reading[name as keyof typeof reading];
    if (member !== undefined) (rest ??= {})[name] = member;
  }
  if (around.calculation !== undefined) (rest ??= {})[ofBlock] = around.calculation;
  if (around.trigger !== undefined) (rest ??= {})[ofWhole] = around.trigger;
  return rest;
}
