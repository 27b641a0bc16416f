/** What guards the switches of meters, in the settings (docs/disconnects.md). */
import { z } from 'zod';

const count = (most: number): z.ZodInt => z.int().min(1).max(most);
const names = z.array(z.string().trim().min(1).max(256)).max(1_000);

export const safety = z.strictObject({
  disconnects: z
    .strictObject({
      /** `auto`: where a head end is not simulated, or callers show who they are. */
      brake: z.enum(['auto', 'on', 'off']),
      principalHour: count(1_000_000),
      hour: count(1_000_000),
      day: count(10_000_000),
      secondPerson: z.boolean(),
      heldFor: count(7 * 86_400_000),
      critical: z.strictObject({ specialNeed: z.boolean(), servicePriorities: names, groups: names }),
    })
    .refine(({ principalHour, hour }) => principalHour <= hour, 'principalHour is above hour')
    .refine(({ hour, day }) => hour <= day, 'hour is above day'),
});

export type SafetySettings = z.infer<typeof safety>;
