/**
 * Duties of one process among several: which it has, which it wants, and when it gives one to the process that is to have it. For each
 * duty the same process is preferred wherever one looks, so that duties are spread without anybody dealing them out.
 */
import { createHash } from 'node:crypto';
import type { Duty, Peers } from '../ports/peers.js';

export interface DutyMeans {
  readonly self: () => number;
  readonly others: () => readonly number[];
  /** Tries to get the lock of a duty. */
  readonly take: (name: string) => Promise<boolean>;
  /** Gives the lock back, and tells the others. */
  readonly give: (name: string) => Promise<void>;
  /** Asks for a look soon. */
  readonly wake: () => void;
}

export interface PeerDuties extends Pick<Peers, 'serve' | 'holder'> {
  /** Those taken part in. */
  names(): readonly string[];
  /** Takes what is free, gives what somebody else is to have. */
  look(holders: ReadonlyMap<string, number>): Promise<void>;
  /** The locks are lost: every duty ends here. */
  lost(): void;
  /** Gives up all. */
  stop(): Promise<void>;
}

interface Entry {
  readonly duty: Duty;
  held: boolean;
  /** Looks in a row at which nobody had it. */
  free: number;
  /** What is under way of beginning and ending; one after the other. */
  last: Promise<void>;
}

export function peerDuties(means: DutyMeans): PeerDuties {
  const entries = new Map<string, Entry>();
  let holders: ReadonlyMap<string, number> = new Map();

  const preferred = (name: string): number =>
    [means.self(), ...means.others()].reduce((best, one) => (weight(name, one) > weight(name, best) ? one : best));

  const begin = (name: string, entry: Entry): Promise<void> =>
    (entry.last = entry.last
      .then(() => entry.duty.begin())
      .catch(async () => {
        if (entry.held) await end(name, entry, true);
      }));

  const end = async (name: string, entry: Entry, giveBack: boolean): Promise<void> => {
    if (!entry.held) return;
    entry.held = false;
    entry.free = 0;
    await entry.duty.end().catch(() => {});
    if (giveBack) await means.give(name).catch(() => {});
  };

  return {
    names: () => [...entries.keys()],

    async look(seen) {
      holders = seen;
      for (const [name, entry] of entries) {
        if (entry.held) {
          if (!entry.duty.sticky && preferred(name) !== means.self())
            entry.last = entry.last.then(() => end(name, entry, true));
          continue;
        }
        entry.free = seen.has(name) ? 0 : entry.free + 1;
        // who is to have it takes it at once, the others when it has not
        const may = entry.free > (preferred(name) === means.self() ? 0 : 2);
        if (!may || !(await means.take(name))) continue;
        if (entries.get(name) !== entry) {
          await means.give(name); // it was given up while it was being taken
          continue;
        }
        entry.held = true;
        void begin(name, entry);
      }
    },

    lost() {
      holders = new Map();
      for (const [name, entry] of entries) entry.last = entry.last.then(() => end(name, entry, false));
    },

    async stop() {
      const all = [...entries];
      entries.clear();
      for (const [name, entry] of all) {
        await entry.last;
        await end(name, entry, true);
      }
    },

    serve(name, duty) {
      const entry: Entry = { duty, held: false, free: 0, last: Promise.resolve() };
      entries.set(name, entry);
      means.wake();
      return async () => {
        if (entries.get(name) === entry) entries.delete(name);
        await entry.last;
        await end(name, entry, true);
      };
    },

    holder: (name) => (entries.get(name)?.held === true ? means.self() : holders.get(name)),
  };
}

function weight(name: string, member: number): number {
  return createHash('sha1').update(`${member} ${name}`).digest().readUInt32BE(0);
}
