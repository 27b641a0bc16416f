/**
 * Nonces in the store (ports/nonces.ts): used up for all processes, before anything is done for whoever brings them. A full store of
 * them refuses; nothing that could still be replayed is forgotten to make room.
 */
import { NonceUsed, type Nonces } from '../ports/nonces.js';
import type { Clock } from '../ports/clock.js';
import type { ObjectStore } from '../ports/object-store.js';
import { keepTime, steadyClock, timeSeen } from './steady-clock.js';

export interface NonceSettings {
  /** Milliseconds for which a message is taken after its Created, and before it: clocks differ. */
  readonly past: number;
  readonly future: number;
  /** Most nonces that are remembered. */
  readonly most: number;
}

/** Uses between two counts of what is remembered: so many more there may be than were counted. */
const uncounted = 1_000;
/** Those whose time is over are forgotten so often, in milliseconds. */
const tidyEvery = 60_000;

export function storedNonces(
  store: Pick<ObjectStore, 'write' | 'countNonces' | 'forgetNonces' | 'safeguard' | 'transaction'>,
  clock: Clock,
  { past, future, most }: NonceSettings,
): Nonces {
  const steady = steadyClock(clock);
  let counted: number | undefined;
  let since = 0;
  let tidied = -Infinity;
  /** The time that others have seen before this process was there. */
  let seen: Promise<void> | undefined;

  /** Whether there is no room, counted anew now and then. */
  async function isFull(now: number): Promise<boolean> {
    const close = (counted ?? 0) + since + uncounted > most;
    if (now - tidied > tidyEvery || (close && now > tidied)) {
      tidied = now;
      // the time first: what is forgotten must stay too old, also for a process that starts with its clock set back
      await store.transaction((tx) => keepTime(tx, now));
      // a little longer than they could be replayed: other processes may have another clock
      await store.forgetNonces(now - future);
      counted = undefined;
    }
    if (counted === undefined || since >= uncounted) {
      counted = await store.countNonces();
      since = 0;
    }
    return counted + since >= most;
  }

  return {
    async use(kind, principal, nonce, created) {
      await (seen ??= timeSeen(store).then((time) => steady.atLeast(time)));
      // never back: a clock that is set back must not make old messages new ones
      const now = Math.max(steady.now(), clock.now());
      if (!(created >= now - past && created <= now + future)) return 'stale';
      if (await isFull(now)) return 'full';
      since++;
      try {
        await store.write({ nonce: { kind, principal, nonce, until: created + past + future } });
      } catch (error) {
        if (error instanceof NonceUsed) return 'used';
        throw error;
      }
      return 'fresh';
    },
  };
}
