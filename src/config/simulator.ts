/** Settings of the simulated head end. */
import { z } from 'zod';

/** The words of ports/simulator.ts, which this folder does not know; where main.ts hands them on the compiler compares the two. */
const scenario = z.enum([
  'unreachable',
  'busy',
  'slow',
  'late',
  'duplicate',
  'lost-acknowledgement',
  'no-acknowledgement',
  'wrong-data',
  'partial',
  'out-of-order',
  'early',
]);
const meters = z.int().min(0).max(1_000_000);

const others = {
  kinds: z.strictObject({ gas: meters.default(0), water: meters.default(0) }).prefault({}),
  suffixed: z.partialRecord(scenario, z.int().min(0).max(100_000)).default({}),
  scenarios: z.partialRecord(scenario, z.number().min(0).max(1)).default({}),
};
const speed = z.number().positive().max(100_000);

export const simulator = z.strictObject({ meters, seed: z.int(), speed, ...others });

/** The same among `headEnds`, where all of it may be left out. */
export const simulatedParts = {
  meters: meters.default(1000),
  seed: z.int().default(61_968),
  speed: speed.default(1),
  ...others,
};
