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

export const simulator = z.strictObject({
  meters,
  seed: z.int(),
  speed: z.number().positive().max(100_000),
  kinds: z.strictObject({ gas: meters, water: meters }),
  suffixed: z.partialRecord(scenario, z.int().min(0).max(100_000)),
  scenarios: z.partialRecord(scenario, z.number().min(0).max(1)),
});
