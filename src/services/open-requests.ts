/** How many requests one caller may have open (security §3). */
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ServicePorts } from './noun-row.js';

/** At most so many requests of a caller are open: those counted, and those asked about since. The count itself is dear. */
interface Bound {
  readonly counted: number;
  since: number;
}

const bounds = new WeakMap<object, Map<string, Bound>>();

/** Throws 3.2 when the caller has as many requests open as are allowed; ask before a request is promised. */
export async function refuseWhenTooMany({ store, settings }: ServicePorts, principal: string): Promise<void> {
  const known = bounds.get(store) ?? new Map<string, Bound>();
  bounds.set(store, known);
  const bound = known.get(principal);
  if (bound !== undefined && bound.counted + bound.since < settings.openRequests) {
    bound.since++;
    return;
  }
  const open = await store.openRequests(principal);
  known.set(principal, { counted: open, since: 1 });
  if (open < settings.openRequests) return;
  throw new ReplyError({
    code: codes.tooManyPending,
    details: `${open} requests are open and ${settings.openRequests} are allowed; nothing has been done: wait for the final reply of some, then send the message again`,
  });
}
