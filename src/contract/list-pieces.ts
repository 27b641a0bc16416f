/**
 * The long lists of a payload, put aside piece by piece while the payload is read. What an object says beside its long list may
 * stand behind the list, so the pieces can be had only when all has been read: each then bears what its object says.
 */
import type { PayloadRoot } from '../message/call.js';
import { Overflow, type Place } from './overflow.js';

/** A list that is being read: its name, what of it has not been put aside, and how many members have. */
export interface OpenList {
  readonly name: string;
  items: unknown[];
  done: number;
  /** Number of the member that is being read, once a part of it has been put aside. */
  member: number | undefined;
}

interface Piece {
  readonly place: Place;
  readonly name: string;
  /** The lists around, the outermost first, and the members of them in which this piece stands. */
  readonly around: readonly (readonly [name: string, member: number])[];
  readonly offset: number;
}

export class ListPieces {
  private readonly pieces: Piece[] = [];
  private readonly members: Place[] = [];
  private count = 0;
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
    const [outermost] = lists;
    for (const list of lists) {
      if (list.items.length > 0) {
        const offset = outermost?.done ?? 0;
        this.pieces.push({
          place: this.texts.put(JSON.stringify(list.items)),
          name: list.name,
          around: [...around],
          offset,
        });
        list.done += list.items.length;
        list.items = [];
      }
      if (list !== lists.at(-1)) around.push([list.name, (list.member ??= this.count++)]);
    }
  }

  /** How many members of each list of the payload have been put aside; once they have been read. */
  readonly counts: Record<string, number> = Object.create(null) as Record<string, number>;

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
    if (!left) list.done++;
    return left;
  }

  /** What was put aside, as JSON of payload roots, and how many members of the outermost list came before each. */
  *[Symbol.iterator](): Generator<{ readonly root: string; readonly offsets: Readonly<Record<string, number>> }, void> {
    for (const { place, name, around, offset } of this.pieces) {
      let root = `{${JSON.stringify(name)}:${this.texts.get(place)}}`;
      for (const [list, member] of around.toReversed())
        root = `{${JSON.stringify(list)}:[${this.within(member, root)}]}`;
      yield { root, offsets: { [around[0]?.[0] ?? name]: offset } };
    }
  }

  close(): void {
    this.texts.close();
  }

  /** The member with its list. */
  private within(member: number, list: string): string {
    const place = this.members[member];
    const once = place === undefined ? '{}' : this.texts.get(place);
    return once === '{}' ? list : `${once.slice(0, -1)},${list.slice(1)}`;
  }
}
