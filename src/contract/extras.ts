/**
 * Elements that no schema knows where they stand: what a partner adds to the messages of the standard. Found by the generated
 * readers, which know the structure: whatever a reader never asks for at its place, under no namespace, is an extra. Elements that
 * belong there but stand in the wrong place or namespace are mistakes and no extras; libxml2 says so.
 */
import type { Operation } from '../generated/operations.js';
import type { ForeignElement, Lexical } from '../generated/runtime.js';
import { endOf, TapeCursor } from './cursor.js';
import { Edits } from './edits.js';
import { CONTENT_END, NAME, NAME_END, NEXT, START, STRIDE, type Tape } from './scan.js';

/** What was found on one walk. */
export interface Extras {
  /** To be left out: tape indexes. */
  readonly unknown: readonly number[];
  /** Of another namespace, where the parent would take them at its end: with the tape index of that parent. */
  readonly early: readonly { readonly element: number; readonly parent: number }[];
}

/**
 * The extras of a well-formed message: of each parent all of them, but none below what stands behind its first one, so that one asks
 * again when they are gone. How often is a matter of how deep they are nested, and not of how many there are.
 * @param index tape index of the message element
 */
export function extrasIn(tape: Tape, index: number, operation: Operation): Extras {
  const cursor = new AskingCursor(tape, index);
  operation.read(cursor);
  return cursor;
}

/** The document without extras; those of another namespace may be moved to where the schema takes them. Lines stay. */
export function withoutExtras(tape: Tape, { unknown, early }: Extras, keep: boolean): string {
  const { text, cells } = tape;
  const edits = new Edits();
  const remove = (element: number): void => edits.remove(text, cells[element * STRIDE + START]!, endOf(tape, element));
  for (const element of unknown) remove(element);
  for (const { element, parent } of early) {
    remove(element);
    if (keep) edits.insert(cells[parent * STRIDE + CONTENT_END]!, new TapeCursor(tape, element).fragment());
  }
  return edits.madeIn(text);
}

/** Where an element stands, for people: `CreateMeterConfig.Payload.MeterConfig.Meter[2].vendorCode`. */
export function pathTo(tape: Tape, from: number, element: number): string {
  const { text, cells } = tape;
  const nameOf = (i: number): string => text.slice(cells[i * STRIDE + NAME], cells[i * STRIDE + NAME_END]);
  const steps = [nameOf(from)];
  let parent = from;
  while (parent !== element) {
    const counts = new Map<string, number>();
    let child = parent + 1;
    for (; ; child = cells[child * STRIDE + NEXT]!) {
      const name = nameOf(child);
      const before = counts.get(name) ?? 0;
      if (element < cells[child * STRIDE + NEXT]!) {
        steps.push(before > 0 || hasAnother(child, parent, name) ? `${name}[${before}]` : name);
        break;
      }
      counts.set(name, before + 1);
    }
    parent = child;
  }
  return steps.join('.');

  function hasAnother(child: number, of: number, name: string): boolean {
    const next = cells[child * STRIDE + NEXT]!;
    return next < cells[of * STRIDE + NEXT]! && nameOf(next) === name;
  }
}

interface Level {
  readonly parent: number;
  /** Local names that the reader has asked for. */
  readonly asked: Set<string>;
  /** What its wildcard has taken. */
  readonly taken: number[];
  /** The namespace that its wildcard does not take; undefined as long as it has asked for no other. */
  closedTo: number | undefined;
}

function levelOf(parent: number): Level {
  return { parent, asked: new Set(), taken: [], closedTo: undefined };
}

/** Goes on where the message is not as the reader expects it, and notes what stood in the way. What is read is of no use. */
class AskingCursor extends TapeCursor implements Extras {
  readonly unknown: number[] = [];
  readonly early: { readonly element: number; readonly parent: number }[] = [];
  private level = levelOf(-1);
  private readonly levels: Level[] = [];

  override at(namespace: number, name: string): boolean {
    this.level.asked.add(name);
    return super.at(namespace, name);
  }

  override enter(): number {
    this.levels.push(this.level);
    this.level = levelOf(this.index);
    return super.enter();
  }

  override leave(mark: number): void {
    if (!this.done) this.stuck(this.level);
    this.level = this.levels.pop()!;
    super.leave(mark);
  }

  /** The reader has asked for all it knows and still stands at an element: this one, or what came before it, is an extra. */
  private stuck({ parent, asked, taken, closedTo }: Level): void {
    const mayEnd = (): boolean => closedTo !== undefined && this.namespace !== closedTo && this.namespace !== 0;
    for (; !this.done; this.skip()) {
      // what belongs here comes behind something that the wildcard has taken, or would take, too early
      if (asked.has(this.name)) for (const element of taken.splice(0)) this.early.push({ element, parent });
      else if (mayEnd()) taken.push(this.index);
      else this.unknown.push(this.index);
    }
  }

  override foreign(namespace: number): ForeignElement[] | undefined {
    this.level.closedTo = namespace;
    while (!this.done && this.namespace !== namespace && this.namespace !== 0) {
      this.level.taken.push(this.index);
      this.skip();
    }
    return undefined;
  }

  override text(_as?: Lexical): string {
    this.skip();
    return '';
  }

  protected override disagree(): never {
    return undefined as never;
  }
}
