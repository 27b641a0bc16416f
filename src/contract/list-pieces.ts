/**
 * The long lists of a payload, put aside piece by piece while the payload is read. What an object says beside its long list may
 * stand behind the list, so the pieces can be had only when all has been read: each then bears what its object says.
 */
import type { PayloadRoot } from '../message/call.js';
import { packedIn, roomForReadings, type PackedReadings } from '../message/packed-readings.js';
import { Overflow, type Place } from './overflow.js';
import type { ReadingRun } from './reading-runs.js';

/** Readings in a list that are packed: what stands for them there learns its place when they are put aside. */
export interface PackedRun {
  readonly run: ReadingRun;
  readonly entry: { readonly packed: { from: number; readonly count: number } };
}

/** A list that is being read: its name, what of it has not been put aside, and how many members have. */
export interface OpenList {
  readonly name: string;
  items: unknown[];
  done: number;
  /** What is packed of the items, and of what they hold. */
  runs: PackedRun[];
  /** How many more members the items are than they look. */
  more: number;
  /** Number of the member that is being read, once a part of it has been put aside. */
  member: number | undefined;
  /** Of the first of the items, how many members of its lists have been put aside, and of theirs; by the names of the lists. */
  left: Record<string, number>;
}

interface Piece {
  readonly place: Place;
  readonly name: string;
  /** The lists around, the outermost first, and the members of them in which this piece stands. */
  readonly around: readonly (readonly [name: string, member: number])[];
  readonly offset: number;
  readonly within: Readonly<Record<string, number>>;
  readonly packed: { readonly place: Place; readonly count: number } | undefined;
}

/** What was put aside: JSON of a payload root, and how many members of the outermost list came before. */
export interface ListPiece {
  readonly root: string;
  readonly offsets: Readonly<Record<string, number>>;
  readonly within: Readonly<Record<string, number>>;
  readonly packed: PackedReadings | undefined;
}

export class ListPieces {
  private readonly pieces: Piece[] = [];
  private readonly members: Place[] = [];
  private count = 0;
  /** Whether readings are packed in any of them. */
  hasPacked = false;
  private readonly texts: Overflow;

  constructor(folder: string) {
    this.texts = new Overflow(folder);
  }

  get length(): number {
    return this.pieces.length;
  }

  /** Puts aside what the lists hold, each within a member of the one before. */
  flush(lists: readonly OpenList[]): void {
    const around: (readonly [string, number])[] = [];
    const places: Record<string, number> = {};
    const [outermost] = lists;
    for (const list of lists) {
      const isOutermost = list === outermost;
      if (list.items.length > 0) {
        const offset = outermost?.done ?? 0;
        this.pieces.push({
          packed: this.packed(list.runs),
          place: this.texts.put(JSON.stringify(list.items)),
          name: list.name,
          around: [...around],
          offset,
          within: { ...places, ...(isOutermost ? {} : { [list.name]: list.done }), ...list.left },
        });
        list.left = {};
        list.done += list.items.length + list.more;
        list.items = [];
        list.runs = [];
        list.more = 0;
      }
      if (!isOutermost) places[list.name] = list.done;
      if (list !== lists.at(-1)) around.push([list.name, (list.member ??= this.count++)]);
    }
  }

  /** How many members of each list of the payload have been put aside; once they have been read. */
  readonly counts: Record<string, number> = Object.create(null) as Record<string, number>;
  /** As `within` of a piece, of what has not been put aside; once all has been read. */
  readonly left: Record<string, number> = Object.create(null) as Record<string, number>;

  /** The member of a list has been read to its end; of its lists it has what was not put aside. Whether anything is left of it. */
  ended(list: OpenList, value: PayloadRoot): boolean {
    const once: Record<string, unknown> = {};
    let left = false;
    for (const [name, member] of Object.entries(value)) {
      if (!Array.isArray(member)) once[name] = member;
      else left ||= member.length > 0;
    }
    this.members[list.member!] = this.texts.put(JSON.stringify(once));
    list.member = undefined;
    if (!left) {
      list.done++;
      list.left = {};
    }
    return left;
  }

  /** What was put aside, in order. */
  *[Symbol.iterator](): Generator<ListPiece, void> {
    for (const { place, name, around, offset, within, packed } of this.pieces) {
      let root = `{${JSON.stringify(name)}:${this.texts.get(place)}}`;
      for (const [list, member] of around.toReversed())
        root = `{${JSON.stringify(list)}:[${this.within(member, root)}]}`;
      yield {
        root,
        offsets: { [around[0]?.[0] ?? name]: offset },
        within,
        packed: packed && packedIn(this.texts.getBytes(packed.place), packed.count),
      };
    }
  }

  close(): void {
    this.texts.close();
  }

  /** Puts the readings of runs side by side. */
  private packed(runs: readonly PackedRun[]): Piece['packed'] {
    if (runs.length === 0) return undefined;
    this.hasPacked = true;
    const startOf = ({ from, columns }: ReadingRun): number => (from === 0 ? 0 : columns.ends[from - 1]!);
    const endOf = ({ from, count, columns }: ReadingRun): number => columns.ends[from + count - 1]!;
    const count = runs.reduce((sum, { run }) => sum + run.count, 0);
    const bytes = runs.reduce((sum, { run }) => sum + endOf(run) - startOf(run), 0);
    const room = roomForReadings(count, bytes);
    let [at, used] = [0, 0];
    for (const { run, entry } of runs) {
      const { from, columns } = run;
      const start = startOf(run);
      entry.packed.from = at;
      room.instants.set(columns.instants.subarray(from, from + run.count), at);
      room.values.set(columns.values.subarray(start, endOf(run)), used);
      for (let n = 0; n < run.count; n++) room.ends[at + n] = columns.ends[from + n]! - start + used;
      used += endOf(run) - start;
      at += run.count;
    }
    return { place: this.texts.putBytes(Buffer.from(room.instants.buffer)), count };
  }

  /** The member with its list. */
  private within(member: number, list: string): string {
    const place = this.members[member];
    const once = place === undefined ? '{}' : this.texts.get(place);
    return once === '{}' ? list : `${once.slice(0, -1)},${list.slice(1)}`;
  }
}
