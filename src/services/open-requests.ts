/** How many requests one caller may have open (security §3). */
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ServicePorts } from './noun-row.js';

/** Throws 3.2 when the caller has as many requests open as are allowed; ask before a request is promised. */
export async function refuseWhenTooMany({ store, settings }: ServicePorts, principal: string): Promise<void> {
  const open = await store.openRequests(principal);
  if (open < settings.openRequests) return;
  throw new ReplyError({
    code: codes.tooManyPending,
    details: `${open} requests are open and ${settings.openRequests} are allowed; nothing has been done: wait for the final reply of some, then send the message again`,
  });
}
