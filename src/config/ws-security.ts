/** How fresh a message must be whose sender shows in it who he is (docs/ws-security.md). */
import { z } from 'zod';

export const wsSecurity = z.strictObject({
  /** Seconds for which a UsernameToken, a Timestamp and a signature are good. */
  past: z.int().min(1).max(3_600).default(300),
  /** Seconds by which the clock of a sender may be ahead. */
  future: z.int().min(0).max(3_600).default(60),
});

export type WsSecuritySettings = z.infer<typeof wsSecurity>;
