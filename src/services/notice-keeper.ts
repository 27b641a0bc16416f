/** Collects notices that nobody waits for, so that those which come in one moment are kept together. */
import { StoreUnavailable, type Provenance } from '../ports/object-store.js';
import type { Notice } from '../ports/head-end.js';
import type { DeferredWrites } from './deferred-writes.js';
import { keepNotices, type KeepPorts, type Told } from './keep-notices.js';

/** Takes a notice; it is on disk soon. */
export type NoticeKeeper = (notice: Notice, provenance: Provenance) => void;

/** Most notices kept together. */
const together = 500;

export function noticeKeeper(ports: KeepPorts, writes: DeferredWrites): NoticeKeeper {
  /** What comes until the transaction begins. */
  let pending: Told[] = [];

  function add(given?: readonly Told[]): boolean {
    let told = given;
    let parted = false;
    return writes.add(async (tx) => {
      if (parted) return;
      if (told === undefined) [told, pending] = [pending, []];
      try {
        for (let from = 0; from < told.length; from += together)
          await keepNotices(tx, ports, told.slice(from, from + together));
      } catch (error) {
        if (error instanceof StoreUnavailable || told.length < 2) throw error;
        // One of them is faulty: the others must not suffer for it.
        parted = true;
        for (const one of told) add([one]);
        throw error;
      }
    });
  }

  return (notice, provenance) => {
    if (writes.tooMany(pending.length)) return;
    if (pending.push({ notice, provenance }) === 1 && !add()) pending = []; // those behind it get a write of their own
  };
}
