/**
 * Proves a message while it is read, from parts of its document that come one after the other, and puts the long lists of its payload
 * aside. The same readers and the same proof as for a message at hand (proving-cursor.ts). An object that cannot be proved is looked
 * at by itself, with what stands around it.
 */
import { lexical, type Cursor as GeneratedCursor, type Lexical } from '../generated/runtime.js';
import type { PayloadRoot } from '../message/call.js';
import { endOf } from './cursor.js';
import { elementsAround, openElements, startTagOf, type DocumentParts } from './document-parts.js';
import { stampLength } from './instant-bytes.js';
import type { ListPieces, OpenList, PackedRun } from './list-pieces.js';
import { ProvingCursor, Unproved, unproved } from './proving-cursor.js';
import type { ReadingRun } from './reading-runs.js';
import { CONTENT, CONTENT_END, NAME, NAME_END, NEXT, OPEN, ScanError, START, STRIDE, type Tape } from './scan.js';

/** What a streamed document may have, and what an object of it that is held whole. */
export interface StreamLimits {
  readonly nodes: number;
  readonly children: number;
  readonly objectNodes: number;
  readonly objectChildren: number;
  readonly objectBytes: number;
}

/** A message that is read in this way. */
export interface StreamedDocument {
  readonly parts: DocumentParts;
  readonly pieces: ListPieces;
  /** The beginning of the document, with the start tag of the message. */
  readonly tape: Tape;
  /** Tape index of the message element. */
  readonly message: number;
  /** Name of the element below Payload. */
  readonly noun: string;
  readonly limits: StreamLimits;
  /** About how many elements are put aside at a time. */
  readonly elementsPerPiece: number;
  /** Looks at one object; throws when it is not valid. Without it an object that cannot be proved ends the reading. */
  readonly judge: ((found: ObjectAlone) => PayloadRoot) | undefined;
}

/** An object in a small document of its own. */
export interface ObjectAlone {
  readonly document: string;
  /** The payload's list and the lists within, with the place of the object in each. */
  readonly lists: readonly { readonly name: string; readonly at: number }[];
  /** Byte of the whole document at which the object begins, and character of its own document. */
  readonly begins: number;
  readonly beginsAlone: number;
}

/** Objects of one message that may be looked at alone: each costs a hundred times what its proof costs. */
const mostAlone = 1_000;

/** Characters of an object that can be looked at alone. */
const longestAlone = 1 << 20;

/** Parts that may go by before something is put aside. */
const partsPerPiece = 2;

/** Envelope, Body, message and Payload are open around the payload of the noun. */
const aroundPayload = 4;

/** Stands for what an open element had before a part begins: text behind it is then seen to be text beside elements. */
const stand = '<before/>';

/** What an object needs beside itself where it stands, which comes behind it in the message. */
const behind: Readonly<Record<string, string>> = {
  IntervalReadings: 'ReadingType ref="0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0"',
};

interface List extends OpenList {
  /** How many elements are open around its members. */
  readonly level: number;
  /** Whether its members may be put aside: it stands in the payload, or in a member of such a list. */
  readonly split: boolean;
  /** What has gone by of the member that is being read; undefined when that is too much. */
  begun: string | undefined;
  /** Where in the text the member begins or goes on, and about where in the document it began. */
  goesOn: number;
  begins: number;
}

export class StreamingCursor extends ProvingCursor {
  /** Tape indexes of the elements that have been entered and not left, the root first. */
  private levels: number[];
  private readonly lists: List[] = [];
  /** How many elements are open around the payload's objects; 0 before they are reached. */
  private payloadLevel = 0;
  /** Elements of parts that have gone by; and of them all, how many had when something was put aside last. */
  private gone = 0;
  private flushed = 0;
  private flushedByte = 0;
  private partsSince = 0;
  private alone = 0;
  /** The document up to the first object. */
  private opening: string;
  /** Of the text, the elements and characters that stand for what is open; and where in the document the others begin. */
  private repeated = { elements: 0, characters: 0 };
  private offset = 0;
  /** The part that came last could not be taken. */
  private stuck = false;
  /** Runs of the part of which none has been reached. */
  private runs: readonly ReadingRun[];
  private nextRun = 0;
  /** Elements that are not in the text: readings of runs. */
  private unwritten = 0;
  /** Types of the texts read of the reading that a run begins with, by where they begin. */
  private readonly types = new Map<number, Lexical>();

  constructor(private readonly from: StreamedDocument) {
    super(from.tape, from.message);
    this.levels = elementsAround(from.tape, from.message);
    this.opening = from.tape.text;
    this.runs = from.parts.runs;
  }

  /** Names of the elements that are being read, from the message on, with places in lists. */
  get path(): string {
    if (this.stuck) return this.lists.map(({ name, done, items }) => `${name}[${done + items.length}]`).join('.');
    const steps = this.levels.slice(2).map((index, at) => {
      const list = this.lists.find(({ level }) => level === at + 2);
      const name = this.text_.slice(this.cells[index * STRIDE + NAME], this.cells[index * STRIDE + NAME_END]);
      return list === undefined ? name : `${name}[${list.done + list.items.length}]`;
    });
    return steps.join('.');
  }

  /** About which byte of the document the reading stands at. */
  get byte(): number {
    if (this.stuck) return this.offset;
    return this.byteOf(this.cells[Math.min(this.i, this.tape.length - 1) * STRIDE + START]!);
  }

  /** Sees that nothing follows the message that may not. Throws `Unproved`. */
  finish(): void {
    while (this.levels.length > 0) this.leave();
    this.checkRuns();
    if (!this.from.parts.done || this.i < this.tape.length) throw unproved;
  }

  override at(namespace: number, name: string): boolean {
    this.ready();
    return super.at(namespace, name);
  }

  override get done(): boolean {
    this.ready();
    return super.done;
  }

  override enter(): number {
    const index = this.i;
    const isPayload = this.payloadLevel === 0 && this.levels.length === aroundPayload && this.name === this.from.noun;
    super.enter();
    this.levels.push(index);
    if (isPayload) this.beginPayload(index);
    return 0;
  }

  override leave(): void {
    this.ready();
    const parent = this.levels.at(-2);
    super.leave(parent === undefined ? this.tape.length : this.cells[parent * STRIDE + NEXT]!);
    this.levels.pop();
  }

  override many<T>(namespace: number, name: string, read: (c: GeneratedCursor) => T): T[] | undefined {
    if (!this.at(namespace, name)) {
      this.members = 0;
      return undefined;
    }
    const list = this.openList(name);
    const { limits, pieces, elementsPerPiece } = this.from;
    const most = list.split ? limits.children : limits.objectChildren;
    let members = 0;
    do {
      const run = this.runHere();
      members += run?.count ?? 1;
      if (members > most) throw this.tooMuch(`an element has more than ${most} children`);
      const index = this.i;
      const value = this.member(list, read);
      if (list.member === undefined || pieces.ended(list, value as PayloadRoot)) list.items.push(value);
      if (run !== undefined) this.takeRun(run, list, index);
      if (list.split && (this.position - this.flushed > elementsPerPiece || this.partsSince > partsPerPiece))
        this.flush();
    } while (this.at(namespace, name));
    if (this.lists.length === 1 && list.runs.length > 0) this.flush();
    this.lists.pop();
    this.keepLeft(list, this.lists.at(-1));
    this.members = members;
    return list.items as T[];
  }

  /** What is left of a list goes with the member that has it: how much of it has been put aside goes along. */
  private keepLeft(list: List, around: List | undefined): void {
    const { pieces } = this.from;
    around?.runs.push(...list.runs);
    if (!list.split) return;
    if (around === undefined) pieces.counts[list.name] = list.done;
    else if (list.done > 0) around.left[list.name] = list.done;
    Object.assign((around ?? pieces).left, list.left);
  }

  private get position(): number {
    return this.gone + this.i - this.repeated.elements;
  }

  private openList(name: string): List {
    const level = this.levels.length;
    const around = this.lists.at(-1);
    const split = around === undefined ? level === this.payloadLevel : around.split && level === around.level + 1;
    const list: List = {
      name,
      items: [],
      done: 0,
      runs: [],
      more: 0,
      member: undefined,
      left: {},
      level,
      split,
      begun: '',
      goesOn: 0,
      begins: 0,
    };
    this.lists.push(list);
    return list;
  }

  override text(as: Lexical = lexical.string): string {
    if (this.nextRun < this.runs.length) this.types.set(this.cells[this.i * STRIDE + CONTENT]!, as);
    return super.text(as);
  }

  /** The run that begins with the element the cursor stands at. */
  private runHere(): ReadingRun | undefined {
    const run = this.runs[this.nextRun];
    if (run === undefined || run.start !== this.cells[this.i * STRIDE + START]) return undefined;
    this.types.clear();
    return run;
  }

  /**
   * The reading at the index has been read, and is as valid as it stands there: so are those that are written like it, in a list of any
   * length, when what differs are texts of two elements in it, and all of these are of their types.
   */
  private takeRun(run: ReadingRun, list: List, index: number): void {
    const { cells } = this;
    const { stampAt, valueAt, count } = run;
    const stamp = this.childWith(index, stampAt);
    const value = this.childWith(index, valueAt);
    if (!list.split || !this.isNamed(stamp, 'timeStamp') || !this.isNamed(value, 'value')) throw unproved;
    if (cells[stamp * STRIDE + CONTENT_END] !== stampAt + stampLength) throw unproved;
    if (this.types.get(stampAt) !== lexical.dateTime || this.types.get(valueAt) !== lexical.string) throw unproved;
    const entry: PackedRun['entry'] = { packed: { from: 0, count } };
    list.items.push(entry);
    list.runs.push({ run, entry });
    list.more += count - 2;
    this.unwritten += (count - 1) * (cells[index * STRIDE + NEXT]! - index);
    this.nextRun++;
  }

  /** The child of an element whose content begins at this place; 0 when there is none. */
  private childWith(index: number, content: number): number {
    const end = this.cells[index * STRIDE + NEXT]!;
    for (let at = index + 1; at < end; at = this.cells[at * STRIDE + NEXT]!)
      if (this.cells[at * STRIDE + CONTENT] === content) return at;
    return 0;
  }

  private isNamed(index: number, name: string): boolean {
    const p = index * STRIDE;
    return index > 0 && this.text_.slice(this.cells[p + NAME], this.cells[p + NAME_END]) === name;
  }

  /** A run that was not where readings are read was none. */
  private checkRuns(): void {
    if (this.nextRun < this.runs.length) throw unproved;
  }

  private flush(): void {
    this.from.pieces.flush(this.lists);
    this.flushed = this.position;
    this.flushedByte = this.offset;
    this.partsSince = 0;
  }

  private member<T>(list: List, read: (c: GeneratedCursor) => T): T {
    const index = this.i;
    const { gone } = this;
    list.begun = '';
    list.goesOn = this.cells[index * STRIDE + START]!;
    list.begins = this.byteOf(list.goesOn);
    try {
      return read(this);
    } catch (error) {
      if (
        !(error instanceof Unproved) ||
        this.from.judge === undefined ||
        this.stuck ||
        !list.split ||
        list.member !== undefined
      )
        throw error;
      if (++this.alone > mostAlone) throw error;
      this.lists.length = this.lists.indexOf(list) + 1;
      this.levels.length = list.level;
      this.found = 0;
      return this.lookedAt(list, this.gone === gone ? index : list.level) as T;
    }
  }

  /** Looks at an object alone, wherever the reading of it was given up; goes on behind it. */
  private lookedAt(list: List, index: number): unknown {
    let at = index;
    while (this.cells[at * STRIDE + NEXT] === OPEN) {
      this.refill();
      at = list.level;
    }
    if (list.begun === undefined) throw unproved;
    const text = list.begun + this.text_.slice(list.goesOn, endOf(this.tape, at));
    const inner = this.levels.slice(this.payloadLevel).map((each) => startTagOf(this.tape, each));
    const before = this.opening + inner.join('');
    const document = before + text + this.neededBehind(list.name, at) + this.endTags();
    const lists = this.lists.map(({ name, done, items }) => ({ name, at: done + items.length }));
    let found: unknown = this.from.judge?.({ document, lists, begins: list.begins, beginsAlone: before.length });
    for (const { name } of lists) found = (found as Record<string, readonly unknown[] | undefined>)[name]?.[0];
    if (found === undefined) throw unproved;
    this.i = this.cells[at * STRIDE + NEXT]!;
    this.end = this.cells[this.levels.at(-1)! * STRIDE + NEXT]!;
    return found;
  }

  private neededBehind(list: string, index: number): string {
    const needed = behind[list];
    if (needed === undefined) return '';
    const prefix = this.text_.slice(this.cells[index * STRIDE + START]! + 1, this.cells[index * STRIDE + NAME]);
    return `<${prefix}${needed}/>`;
  }

  private endTags(): string {
    const names = this.levels.map((index) =>
      this.text_.slice(this.cells[index * STRIDE + START]! + 1, this.cells[index * STRIDE + NAME_END]),
    );
    return names
      .toReversed()
      .map((name) => `</${name}>`)
      .join('');
  }

  private beginPayload(index: number): void {
    this.payloadLevel = this.levels.length;
    const left = this.text_.length - this.cells[index * STRIDE + CONTENT]!;
    this.opening = this.opening.slice(0, this.opening.length - left);
  }

  /** Takes the next part when this one has been read and the element goes on. */
  private ready(): void {
    while (this.i >= this.tape.length && this.end === OPEN) this.refill();
  }

  private refill(): void {
    const { parts } = this.from;
    this.checkRuns();
    const open = openElements(this.tape);
    const opened = open.map((index) => startTagOf(this.tape, index)).join('') + stand;
    for (const list of this.lists) this.keepBegun(list, opened.length);
    this.gone += this.tape.length - this.repeated.elements;
    this.offset = parts.offset;
    this.checkAmount();
    this.stuck = true; // from here on the tape is no longer what it was
    const tape = parts.next(opened);
    if (!tape.proved) throw unproved;
    this.stuck = false;
    this.runs = parts.runs;
    this.nextRun = 0;
    if (this.payloadLevel === 0) this.opening += tape.text.slice(opened.length);
    this.tape = tape;
    this.text_ = tape.text;
    this.cells = tape.cells;
    this.repeated = { elements: open.length + 1, characters: opened.length };
    this.levels = this.levels.map((_, level) => level);
    this.i = open.length + 1;
    this.end = this.cells[(this.levels.length - 1) * STRIDE + NEXT]!;
  }

  /** Keeps what goes by of a member, in case it has to be looked at alone. */
  private keepBegun(list: List, goesOn: number): void {
    const { begun } = list;
    const some = begun !== undefined && list.split && list.member === undefined && begun.length < longestAlone;
    list.begun = some ? begun + this.text_.slice(list.goesOn) : undefined;
    list.goesOn = goesOn;
  }

  private checkAmount(): void {
    const { nodes, objectNodes, objectBytes } = this.from.limits;
    if (this.gone + this.unwritten > nodes) throw this.tooMuch(`the document has more than ${nodes} nodes`);
    if (this.gone - this.flushed > objectNodes) throw this.tooMuch(`one object has more than ${objectNodes} nodes`);
    if (this.offset - this.flushedByte > objectBytes)
      throw this.tooMuch(`one object has more than ${objectBytes} bytes`);
    if (this.opening.length > longestAlone) throw unproved;
    this.partsSince++;
  }

  private tooMuch(what: string): ScanError {
    return new ScanError('limit', what, 0);
  }

  private byteOf(character: number): number {
    return this.offset + character - this.repeated.characters;
  }
}
